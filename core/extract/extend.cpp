// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/extend.h"

#include "core/extract/additions.h"

#include <algorithm>
#include <map>
#include <utility>

namespace skein {
namespace {

constexpr std::pair<Lexicon, std::string_view> wholeNames[] = {
    {Lexicon::organization, "organization"}, {Lexicon::media, "organization"}, {Lexicon::product, "product"},
    {Lexicon::place, "place"},               {Lexicon::law, "law"},            {Lexicon::event, "event"},
    {Lexicon::benchmark, "benchmark"},       {Lexicon::technology, "technology"}, {Lexicon::work, "work"}};

std::string articleFor(std::string_view word)
{
    return std::string(std::string_view("aeiou").contains(word.front()) ? "an " : "a ") + std::string(word);
}

class Extender {
public:
    Extender(Ontology& ontology, Patterns& patterns, TaughtNames& names, const Lexicons& lexicons, Complaints& complaints)
        : m_ontology(ontology), m_patterns(patterns), m_names(names), m_lexicons(lexicons), m_complaints(complaints)
    {
    }

    std::string extend()
    {
        const Additions additions = Additions::parse(m_complaints);
        for (const auto& type : additions.types)
            add(type);
        for (const auto& relation : additions.relations)
            add(relation);
        for (const auto& name : additions.names)
            add(name);
        for (const auto& words : additions.ignored)
            ignore(words);
        for (const auto& verb : additions.verbs)
            add(verb);
        for (const auto& macro : additions.macros)
            add(macro);
        for (const auto& macro : additions.macros)
            check(macro.pattern);
        for (const auto& rule : additions.rules)
            add(rule);
        for (const auto& [like, type] : m_likes)
            m_patterns.admit(type, like);
        return additions.essence;
    }

private:
    using Taken = std::map<std::string, std::uint32_t, std::less<>>; // what was taught, and in which line

    // Whether the word is new. `isShipped`: whether it is known without the additions.
    bool isNew(const Written& word, Taken& taken, bool isShipped, const std::string& what)
    {
        const auto [place, isFirst] = taken.try_emplace(word.text, m_complaints.lineOf(word.span.begin));
        if (!isFirst)
            m_complaints.add(word.span, what + " " + inQuotes(word.text) + " stands in line " + std::to_string(place->second) +
                                            " already; keep one of them");
        else if (isShipped)
            m_complaints.add(word.span, what + " " + inQuotes(word.text) + " is shipped with Skein; use it, or give yours another name");
        return isFirst && !isShipped;
    }

    bool isType(const Written& type)
    {
        if (m_ontology.entityType(type.text)) return true;
        std::vector<std::string_view> known;
        for (const EntityType& one : m_ontology.entityTypes())
            known.push_back(one.id);
        m_complaints.add(type.span, "there is no type " + inQuotes(type.text) + "; " + suggestion(type.text, known));
        return false;
    }

    void add(const Additions::Type& type)
    {
        if (type.id.text == "value") {
            m_complaints.add(type.id.span, "“value” means an amount or a date behind an arrow; give the type another name");
            return;
        }
        if (!isNew(type.id, m_types, m_ontology.entityType(type.id.text) != nullptr, "the type")) return;
        if (type.like && !isType(*type.like)) return;
        m_ontology.add(EntityType{type.id.text, type.label, type.plural}, type.like ? type.like->text : "");
        if (type.like) m_likes.emplace_back(type.like->text, type.id.text);
    }

    void add(const Additions::Relation& relation)
    {
        if (!isNew(relation.id, m_relations, m_ontology.relation(relation.id.text) != nullptr, "the relation")) return;
        Ontology::Ends ends{.subjects = {}, .objects = {}, .value = relation.value};
        bool isGood = true;
        for (const auto& [types, ids] : {std::pair{&relation.subjects, &ends.subjects}, std::pair{&relation.objects, &ends.objects}}) {
            for (const Written& type : *types) {
                isGood = isType(type) && isGood;
                ids->push_back(type.text);
            }
        }
        if (!isGood) return;
        for (auto* ids : {&ends.subjects, &ends.objects}) { // a type like another stands where that one may
            for (const auto& [like, type] : m_likes)
                if (std::ranges::find(*ids, like) != ids->end() && std::ranges::find(*ids, type) == ids->end()) ids->push_back(type);
        }
        m_ontology.add(Relation{relation.id.text, relation.label, relation.inverse, relation.symmetric}, std::move(ends));
    }

    void add(const Additions::Name& name)
    {
        if (!isType(name.type)) return;
        std::vector<std::string> forms;
        for (const Written& form : name.forms) {
            const std::uint64_t lists = m_lexicons.lists(form.text);
            std::string_view shipped;
            bool isKnownSo = false;
            for (const auto& [list, type] : wholeNames) {
                if (!(lists & bit(list))) continue;
                shipped = type;
                isKnownSo = isKnownSo || type == name.type.text;
            }
            if (!shipped.empty() && !isKnownSo && !name.instead) {
                m_complaints.add(form.span, inQuotes(form.text) + " is shipped as " + articleFor(shipped) +
                                                "; put it below “names " + name.type.text + " instead” if this library means another");
                return;
            }
            if (!isNew(form, m_forms, false, "the name")) return;
            forms.push_back(form.text);
        }
        m_names.add(name.type.text, std::move(forms));
    }

    void ignore(const Written& words)
    {
        if (isNew(words, m_forms, false, "the name")) m_names.ignore(words.text);
    }

    void add(const Additions::Verb& verb)
    {
        const Vocabulary& known = m_patterns.vocabulary();
        if (isNew(verb.lemma, m_verbs, known.isVerb(known.find(verb.lemma.text)), "the verb"))
            m_patterns.addVerb(verb.lemma.text, verb.forms);
    }

    void add(const Additions::Macro& macro)
    {
        if (isNew(macro.name, m_macros, m_patterns.hasMacro(macro.name.text), "the macro"))
            m_patterns.addMacro(macro.name.text, macro.pattern.text);
    }

    // Where a part of a pattern stands in the text.
    static Span within(const Written& pattern, Span part)
    {
        return {pattern.span.begin + part.begin, pattern.span.begin + part.end};
    }

    void check(const Written& pattern)
    {
        if (const auto problem = m_patterns.checkSyntax(pattern.text))
            m_complaints.add(within(pattern, problem->span), problem->message);
    }

    void add(const Additions::Rule& written)
    {
        const bool isGood = isNew(written.id, m_rules, m_patterns.rule(written.id.text) != nullptr, "the rule");
        const Relation* relation = m_ontology.relation(written.relation.text);
        if (relation == nullptr) {
            std::vector<std::string_view> known;
            for (const Relation& one : m_ontology.relations())
                known.push_back(one.id);
            // One that drew a complaint itself is not missing.
            if (!m_relations.contains(written.relation.text))
                m_complaints.add(written.relation.span, "there is no relation " + inQuotes(written.relation.text) + "; " +
                                                            suggestion(written.relation.text, known));
            for (const Written& pattern : written.patterns)
                check(pattern);
            return;
        }
        Rule rule;
        rule.id = written.id.text;
        rule.relation = relation->id;
        rule.label = written.label.empty() ? relation->label : written.label;
        rule.why = written.why;
        rule.confidence = written.confidence;
        rule.modality = written.modality;
        rule.qualifiers = written.qualifiers;
        for (const Written& pattern : written.patterns) {
            if (const auto problem = m_patterns.addPattern(rule, pattern.text, m_ontology))
                m_complaints.add(within(pattern, problem->span), problem->message);
        }
        if (isGood) m_patterns.add(std::move(rule));
    }

    Ontology& m_ontology;
    Patterns& m_patterns;
    TaughtNames& m_names;
    const Lexicons& m_lexicons;
    Complaints& m_complaints;
    std::vector<std::pair<std::string, std::string>> m_likes;
    Taken m_types, m_relations, m_forms, m_verbs, m_macros, m_rules;
};

} // namespace

std::string extend(Ontology& ontology, Patterns& patterns, TaughtNames& names, const Lexicons& lexicons,
                   Complaints& complaints)
{
    return Extender(ontology, patterns, names, lexicons, complaints).extend();
}

} // namespace skein
