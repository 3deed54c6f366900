// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/discourse.h"

#include "core/extract/aliases.h"
#include "core/extract/words.h"
#include "core/extract/wordset.h"

#include <algorithm>
#include <array>
#include <utility>

namespace skein {

Discourse::Discourse(const Document& document, const Reading& reading, const NameReading& names, const Lexicons& lexicons)
    : m_document(document), m_reading(reading), m_names(names), m_lexicons(lexicons), m_trees(reading),
      m_expressions(findExpressions(document, m_trees, reading, names))
{
    const auto genders = guessGenders(m_trees, m_expressions, names, lexicons);
    m_about.resize(names.entities.size());
    for (std::size_t i = 0; i < genders.size(); ++i) m_about[i].gender = genders[i];
    m_referents.resize(m_expressions.size());
    m_isPersonNoun.assign(m_expressions.size(), false);
    for (std::size_t i = 0; i < m_expressions.size(); ++i) {
        const Expression& e = m_expressions[i];
        if (e.kind == ExpressionKind::name) {
            m_referents[i] = names.mentions[e.mention].entity;
            Referent& about = m_about[m_referents[i]];
            if (about.names++ == 0) about.firstName = i;
            about.seen.push_back(i);
            continue;
        }
        if (e.kind == ExpressionKind::possibleName)
            if (const auto same = sameName(i)) {
                m_referents[i] = *same;
                ++m_about[*same].names;
                m_about[*same].seen.push_back(i);
                continue;
            }
        m_referents[i] = m_about.size();
        Referent& fresh = m_about.emplace_back();
        fresh.firstName = i;
        fresh.seen.push_back(i);
        if (e.kind == ExpressionKind::pronoun && e.pronoun.gender != Gender::unknown) fresh.gender = {e.pronoun.gender, 3};
        if (e.kind == ExpressionKind::possibleName)
            fresh.gender = genderOfName(textOf(document.text, e.span), lexicons);
        if (e.kind == ExpressionKind::nominal) {
            const std::string& lemma = m_trees.token(e.head).lemma;
            fresh.gender = genderOfNoun(lemma, lexicons);
            m_isPersonNoun[i] = fresh.gender.strength || lexicons.has(Lexicon::personNoun, lemma);
        }
    }
    std::map<std::string_view, std::size_t> most; // by type
    for (std::size_t i = 0; i < names.entities.size(); ++i) {
        const auto [place, isNew] = most.try_emplace(names.entities[i].type, i);
        if (m_about[i].names > m_about[place->second].names) place->second = i;
    }
    for (const auto& [type, entity] : most) m_mostNamedOf.insert(entity);
    readDescriptions();
    readMakers();
    for (const Expression& e : m_expressions) {
        m_nouns.push_back(nounTypes(e));
        if (m_nouns.back().empty()) continue;
        readOwner(m_nouns.size() - 1);
        // What a relative clause singles out is new, unless the phrase says whose it is: "the Nimbus model that nobody wanted".
        if (!m_owner.contains(m_nouns.size() - 1) && m_trees.child(e.head, {Deprel::aclRelcl})) m_nouns.back().clear();
    }
}

// The referent of an earlier possible name that this one repeats, whole or by its last word.
std::optional<std::size_t> Discourse::sameName(std::size_t expression) const
{
    const std::string_view name = textOf(m_document.text, m_expressions[expression].span);
    for (std::size_t i = expression; i-- > 0;) {
        if (m_expressions[i].kind != ExpressionKind::possibleName) continue;
        const std::string_view other = textOf(m_document.text, m_expressions[i].span);
        if (other == name || (other.ends_with(name) && other[other.size() - name.size() - 1] == ' ')) return m_referents[i];
    }
    return std::nullopt;
}

bool Discourse::isAnaphor(std::size_t expression) const
{
    return m_expressions[expression].kind == ExpressionKind::pronoun || !m_nouns[expression].empty();
}

std::size_t Discourse::kindOf(std::size_t anaphor) const
{
    const Expression& e = m_expressions[anaphor];
    if (e.kind == ExpressionKind::pronoun) return static_cast<std::size_t>(e.pronoun.kind);
    return m_nouns[anaphor].front() == "person" ? 3 : m_nouns[anaphor].front() == "organization" ? 4 : 5;
}

std::string Discourse::wordAt(std::uint32_t token) const
{
    return foldedCase(textOf(m_document.text, m_trees.token(token).span));
}

bool Discourse::nameHas(std::size_t entity, std::string_view lemma) const
{
    const std::string name = ' ' + foldedCase(m_names.entities[entity].name) + ' ';
    return name.find(' ' + std::string(lemma) + ' ') != std::string::npos;
}

// What a short definite noun phrase may name: "the company". A phrase that says more than its noun brings its own referent.
std::vector<std::string_view> Discourse::nounTypes(const Expression& e) const
{
    if (e.kind != ExpressionKind::nominal || e.isPlural) return {};
    const std::string article = wordAt(e.tokens.begin);
    if ((article != "the" && article != "this") || e.tokens.end - e.tokens.begin > 6) return {};
    for (const auto child : m_trees.children(e.head)) {
        static constexpr std::array said{Deprel::nmod, Deprel::acl, Deprel::nummod, Deprel::conj, Deprel::appos,
                                         Deprel::nmodPoss, Deprel::flat};
        if (std::ranges::find(said, m_trees.token(child).deprel) != said.end()) return {};
    }
    if (m_trees.token(e.head).deprel == Deprel::conj || m_trees.child(e.head, {Deprel::cop})) return {};
    const std::string& lemma = m_trees.token(e.head).lemma;
    std::vector<std::string_view> types;
    static constexpr std::array<std::pair<Lexicon, std::string_view>, 5> lists{{{Lexicon::personNoun, "person"},
                                                                               {Lexicon::organizationNoun, "organization"},
                                                                               {Lexicon::productNoun, "product"},
                                                                               {Lexicon::placeNoun, "place"},
                                                                               {Lexicon::workNoun, "work"}}};
    for (const auto& [list, type] : lists)
        if (m_lexicons.has(list, lemma)) types.push_back(type);
    return types;
}

// Whose product a noun phrase speaks of: "the Nimbus Labs model". Sets the organisation, or empties the types of a phrase that
// holds another name.
void Discourse::readOwner(std::size_t expression)
{
    const Expression& e = m_expressions[expression];
    // "The best model" is one of many; "the nimbus labs model" may be read as if nimbus were an adjective.
    const auto singlesOut = [&] {
        static const WordSet plain{"new former own current young then late newest latest"};
        return std::ranges::any_of(m_trees.children(e.head), [&](std::uint32_t child) {
            return m_trees.token(child).deprel == Deprel::amod && !plain.has(wordAt(child));
        });
    };
    if (e.kind != ExpressionKind::nominal || e.tokens.end - e.tokens.begin < 3) return;
    const std::string inside = ' ' + nameKey(textOf(m_document.text, {m_trees.token(e.tokens.begin + 1).span.begin,
                                                                     m_trees.token(e.head - 1).span.end})) + ' ';
    // A name as it is written stands for itself, even where it begins with another's ("the Nimbus AI app"); written
    // otherwise ("the nimbus AI model") any of them may be meant.
    std::size_t longest = 0;
    for (const Mention& mention : m_names.mentions) {
        if (mention.kind != MentionKind::name || mention.span.begin < e.span.begin || mention.span.end > e.span.end) continue;
        const Entity& entity = m_names.entities[mention.entity];
        if (textOf(m_document.text, mention.span) != entity.name || entity.name.size() <= longest) continue;
        longest = entity.name.size();
        if (entity.type == "organization") m_owner[expression] = {mention.entity};
        else m_nouns[expression].clear();
    }
    std::vector<std::string> others;
    for (std::size_t i = 0; longest == 0 && i < m_names.entities.size(); ++i) {
        const Entity& entity = m_names.entities[i];
        const auto isInside = [&](const std::string& name) { return inside.find(' ' + nameKey(name) + ' ') != std::string::npos; };
        if (!isInside(entity.name) && std::ranges::none_of(entity.aliases, isInside)) continue;
        if (entity.type == "organization") m_owner[expression].insert(i);
        else others.push_back(nameKey(entity.name));
    }
    // "the nimbus AI model" of Nimbus, which has an app named Nimbus AI: what goes on from the maker's name says nothing else.
    for (const auto& other : others)
        if (std::ranges::none_of(m_owner[expression], [&](std::size_t owner) { return other.starts_with(nameKey(m_names.entities[owner].name) + ' '); }))
            m_nouns[expression].clear();
    if (m_owner[expression].empty()) m_owner.erase(expression);
    if (!m_owner.contains(expression) && singlesOut()) m_nouns[expression].clear();
}

// The organisation that most often stands in one sentence with a product, if one stands out.
void Discourse::readMakers()
{
    std::map<std::size_t, std::map<std::size_t, std::size_t>> shared; // product -> organisation -> sentences
    for (std::size_t i = 0; i < m_expressions.size();) {
        std::set<std::size_t> here;
        const std::uint32_t sentence = m_expressions[i].sentence;
        for (; i < m_expressions.size() && m_expressions[i].sentence == sentence; ++i)
            if (m_expressions[i].kind == ExpressionKind::name) here.insert(m_referents[i]);
        for (const auto product : here)
            for (const auto other : here)
                if (m_names.entities[product].type == "product" && m_names.entities[other].type == "organization")
                    ++shared[product][other];
    }
    for (const auto& [product, counts] : shared) {
        std::size_t most = 0;
        for (const auto& [organization, count] : counts) {
            if (count > most) m_maker[product] = organization;
            if (count == most) m_maker.erase(product);
            most = std::max(most, count);
        }
    }
}

// Nouns that the text gives to named referents: "Ann Holt is a singer", "the singer Ann Holt", "Ann Holt, a singer".
void Discourse::readDescriptions()
{
    for (std::size_t i = 0; i < m_expressions.size(); ++i) {
        const Expression& e = m_expressions[i];
        if (e.kind != ExpressionKind::name) continue;
        auto& descriptions = m_about[m_referents[i]].descriptions;
        const auto hear = [&](std::uint32_t token) {
            if (m_trees.token(token).upos == Upos::noun && !e.tokens.contains(token))
                descriptions.push_back(hashOf(m_trees.token(token).lemma));
        };
        for (const auto child : m_trees.children(e.head)) {
            const Deprel deprel = m_trees.token(child).deprel;
            if (deprel == Deprel::appos || deprel == Deprel::nmodDesc || deprel == Deprel::compound) hear(child);
            if (deprel == Deprel::appos)
                for (const auto more : m_trees.children(child))
                    if (m_trees.token(more).deprel == Deprel::conj) hear(more);
        }
        if (const auto above = m_trees.head(e.head)) {
            const Deprel deprel = m_trees.token(e.head).deprel;
            const bool isSaid = deprel == Deprel::nsubj && m_trees.child(*above, {Deprel::cop});
            if (isSaid || deprel == Deprel::appos || deprel == Deprel::nmodDesc || deprel == Deprel::flat) hear(*above);
        }
    }
    for (auto& about : m_about) std::ranges::sort(about.descriptions);
}

void Discourse::link(std::size_t anaphor, std::size_t referent, float probability)
{
    Referent& about = m_about[referent];
    const Expression& a = m_expressions[anaphor];
    m_referents[anaphor] = referent;
    about.seen.push_back(anaphor);
    if (a.kind == ExpressionKind::pronoun) ++about.pronouns[static_cast<std::size_t>(a.pronoun.kind)];
    if (a.kind == ExpressionKind::pronoun && about.gender.gender == Gender::unknown && a.pronoun.gender != Gender::unknown && probability >= 0.5f)
        about.gender = {a.pronoun.gender, 1};
}

} // namespace skein
