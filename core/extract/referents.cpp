// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/referents.h"

#include "core/extract/wordset.h"
#include "core/extract/words.h"

#include <algorithm>
#include <array>

namespace skein {

namespace {

bool isOneOf(Deprel deprel, std::initializer_list<Deprel> list)
{
    return std::ranges::find(list, deprel) != list.end();
}

class Finder {
public:
    Finder(const Document& document, const Trees& trees, const Reading& reading, const NameReading& names)
        : m_document(document), m_trees(trees), m_reading(reading), m_names(names)
    {
    }

    std::vector<Expression> find()
    {
        readQuotes();
        addNames();
        addOthers();
        std::ranges::stable_sort(m_found, {}, [](const Expression& e) { return std::pair(e.head, e.tokens.begin); });
        return std::move(m_found);
    }

private:
    std::string_view text(std::uint32_t token) const { return textOf(m_document.text, m_trees.token(token).span); }

    // Tokens between quotation marks, block by block.
    void readQuotes()
    {
        const auto& tokens = m_reading.tokens;
        m_isQuoted.assign(tokens.size(), false);
        m_blocks.assign(tokens.size(), 0);
        std::uint32_t block = 0;
        bool inside = false;
        for (std::uint32_t i = 0; i < tokens.size(); ++i) {
            while (block + 1 < m_document.blocks.size() && m_document.blocks[block + 1].span.begin <= tokens[i].span.begin) {
                ++block;
                inside = false;
            }
            m_blocks[i] = block;
            const std::string_view word = text(i);
            if (word == "\"" || word == "''" || word == "``") inside = !inside;
            else if (word == "\xE2\x80\x9C") inside = true;
            else if (word == "\xE2\x80\x9D") inside = false;
            else m_isQuoted[i] = inside;
        }
    }

    // What a conjunct, an apposition or a part of a name stands for.
    void place(Expression& e) const
    {
        std::uint32_t at = e.head;
        for (;;) {
            const Deprel deprel = m_trees.token(at).deprel;
            const auto above = m_trees.head(at);
            if (!above || !isOneOf(deprel, {Deprel::conj, Deprel::appos, Deprel::flat, Deprel::list, Deprel::nmodDesc})) break;
            // A conjunct of a clause is a clause of its own.
            if (deprel == Deprel::conj && isClause(at)) break;
            e.isConjunct = e.isConjunct || deprel == Deprel::conj;
            e.isApposition = e.isApposition || deprel == Deprel::appos;
            at = *above;
        }
        e.role = roleOf(at);
        std::uint32_t up = at;
        while (!isClause(up) || (up == at && e.role != Role::root)) {
            const auto above = m_trees.head(up);
            if (!above) break;
            up = *above;
            if (isClause(up)) break;
        }
        e.predicate = up;
        e.sentence = m_trees.sentenceOf(e.head);
        e.block = m_blocks[e.head];
        e.isQuoted = m_isQuoted[e.head];
    }

    bool isClause(std::uint32_t token) const
    {
        const Token& t = m_trees.token(token);
        return t.upos == Upos::verb || m_trees.child(token, {Deprel::nsubj, Deprel::nsubjPass, Deprel::cop, Deprel::csubj}) ||
               isOneOf(t.deprel, {Deprel::root, Deprel::ccomp, Deprel::advcl, Deprel::aclRelcl, Deprel::parataxis});
    }

    Role roleOf(std::uint32_t token) const
    {
        switch (m_trees.token(token).deprel) {
        case Deprel::nsubj:
        case Deprel::nsubjOuter:
        case Deprel::csubj: return Role::subject;
        case Deprel::nsubjPass: return Role::passiveSubject;
        case Deprel::obj:
        case Deprel::iobj: return Role::object;
        case Deprel::obl:
        case Deprel::oblUnmarked: return Role::oblique;
        case Deprel::oblAgent: return Role::agent;
        case Deprel::nmodPoss: return Role::possessor;
        case Deprel::nmod:
        case Deprel::nmodUnmarked: return Role::modifier;
        case Deprel::compound:
        case Deprel::amod: return Role::compound;
        case Deprel::root: return Role::root;
        default: return Role::other;
        }
    }

    void addNames()
    {
        m_isNamed.assign(m_reading.tokens.size(), false);
        std::uint32_t end = 0;
        for (std::size_t i = 0; i < m_names.mentions.size(); ++i) {
            const Mention& mention = m_names.mentions[i];
            if (mention.kind != MentionKind::name || mention.span.begin < end) continue;
            const TokenRange tokens = m_trees.tokensIn(mention.span);
            if (tokens.begin >= tokens.end) continue;
            end = mention.span.end;
            Expression e;
            e.span = mention.span;
            e.tokens = tokens;
            e.head = m_trees.topOf(tokens);
            e.mention = i;
            place(e);
            m_found.push_back(e);
            for (auto t = tokens.begin; t < tokens.end; ++t) m_isNamed[t] = true;
        }
    }

    void addOthers()
    {
        const auto& tokens = m_reading.tokens;
        for (std::uint32_t i = 0; i < tokens.size(); ++i) {
            if (m_isNamed[i]) continue;
            if (tokens[i].upos == Upos::propn) {
                std::uint32_t end = i + 1;
                while (end < tokens.size() && !m_isNamed[end] && tokens[end].upos == Upos::propn &&
                       m_trees.sentenceOf(end) == m_trees.sentenceOf(i) && end - i < 5)
                    ++end;
                addPossible({i, end});
                i = end - 1;
                continue;
            }
            if (tokens[i].upos == Upos::pron || tokens[i].upos == Upos::det) {
                if (const auto pronoun = pronounOf(foldedCase(text(i)), tokens[i].deprel)) addPronoun(i, *pronoun);
            } else if (tokens[i].upos == Upos::noun) {
                addNominal(i);
            }
        }
    }

    void addPossible(TokenRange tokens)
    {
        const std::string_view first = text(tokens.begin);
        if (first.empty() || (first[0] >= 'a' && first[0] <= 'z')) return;
        Expression e;
        e.kind = ExpressionKind::possibleName;
        e.span = {m_trees.token(tokens.begin).span.begin, m_trees.token(tokens.end - 1).span.end};
        e.tokens = tokens;
        e.head = m_trees.topOf(tokens);
        place(e);
        m_found.push_back(e);
    }

    void addPronoun(std::uint32_t token, const Pronoun& pronoun)
    {
        Expression e;
        e.kind = ExpressionKind::pronoun;
        e.pronoun = pronoun;
        e.span = m_trees.token(token).span;
        e.tokens = {token, token + 1};
        e.head = token;
        e.isPlural = pronoun.kind == PronounClass::group;
        place(e);
        m_found.push_back(e);
    }

    // "The new model powers the app", read as if powers were a noun: no noun has an article right behind it.
    bool isBeforeMisreadVerb(std::uint32_t token) const
    {
        const auto& tokens = m_reading.tokens;
        static const WordSet articles{"the a an its their his her"};
        return tokens[token].deprel == Deprel::compound && tokens[token].head == static_cast<std::int32_t>(token + 1) &&
               token + 2 < tokens.size() && tokens[token + 1].upos == Upos::noun && text(token + 1).ends_with('s') &&
               m_trees.sentenceOf(token + 2) == m_trees.sentenceOf(token) && articles.has(text(token + 2));
    }

    void addNominal(std::uint32_t token)
    {
        const Token& t = m_trees.token(token);
        const bool isSubject = isBeforeMisreadVerb(token);
        if (!isSubject && isOneOf(t.deprel, {Deprel::compound, Deprel::flat, Deprel::fixed, Deprel::goeswith, Deprel::nmodDesc,
                                             Deprel::nmodUnmarked, Deprel::oblUnmarked}))
            return;
        Expression e;
        e.kind = ExpressionKind::nominal;
        e.head = token;
        e.tokens = {token, token + 1};
        const auto extend = [&](std::uint32_t child) {
            const Deprel deprel = m_trees.token(child).deprel;
            if (isOneOf(deprel, {Deprel::det, Deprel::nmodPoss, Deprel::amod, Deprel::compound, Deprel::nummod, Deprel::nmodDesc}))
                e.tokens.begin = std::min(e.tokens.begin, m_trees.subtree(child).begin);
            static const WordSet definite{"the this that these those"};
            if (deprel == Deprel::nmodPoss || (deprel == Deprel::det && definite.has(foldedCase(text(child)))))
                e.isDefinite = true;
        };
        for (const auto child : m_trees.children(token))
            if (child < token) extend(child);
        if (isSubject)
            for (const auto child : m_trees.children(token + 1))
                if (child < token) extend(child);
        e.span = {m_trees.token(e.tokens.begin).span.begin, t.span.end};
        const std::string lower = foldedCase(text(token));
        e.isPlural = lower != t.lemma && lower.ends_with('s');
        place(e);
        if (isSubject) {
            e.role = Role::subject;
            e.predicate = token + 1;
        }
        m_found.push_back(e);
    }

    const Document& m_document;
    const Trees& m_trees;
    const Reading& m_reading;
    const NameReading& m_names;
    std::vector<Expression> m_found;
    std::vector<bool> m_isQuoted, m_isNamed; // by token
    std::vector<std::uint32_t> m_blocks;
};

} // namespace

std::optional<Pronoun> pronounOf(std::string_view word, Deprel deprel)
{
    using enum PronounClass;
    using enum PronounCase;
    static constexpr std::array<std::pair<std::string_view, Pronoun>, 16> pronouns{{
        {"he", {person, subject, Gender::male}},
        {"him", {person, object, Gender::male}},
        {"his", {person, possessive, Gender::male}},
        {"himself", {person, reflexive, Gender::male}},
        {"she", {person, subject, Gender::female}},
        {"her", {person, object, Gender::female}},
        {"hers", {person, possessive, Gender::female}},
        {"herself", {person, reflexive, Gender::female}},
        {"it", {thing, subject, Gender::unknown}},
        {"its", {thing, possessive, Gender::unknown}},
        {"itself", {thing, reflexive, Gender::unknown}},
        {"they", {group, subject, Gender::unknown}},
        {"them", {group, object, Gender::unknown}},
        {"their", {group, possessive, Gender::unknown}},
        {"theirs", {group, possessive, Gender::unknown}},
        {"themselves", {group, reflexive, Gender::unknown}},
    }};
    for (const auto& [form, pronoun] : pronouns) {
        if (form != word) continue;
        Pronoun result = pronoun;
        if (word == "her" && deprel == Deprel::nmodPoss) result.form = possessive;
        if (word == "it" && !isOneOf(deprel, {Deprel::nsubj, Deprel::nsubjPass, Deprel::nsubjOuter, Deprel::expl}))
            result.form = object;
        return result;
    }
    return std::nullopt;
}

std::vector<Expression> findExpressions(const Document& document, const Trees& trees, const Reading& reading,
                                        const NameReading& names)
{
    return Finder(document, trees, reading, names).find();
}

GenderGuess genderOfNoun(std::string_view lemma, const Lexicons& lexicons)
{
    const bool female = lexicons.has(Lexicon::femaleNoun, lemma);
    const bool male = lexicons.has(Lexicon::maleNoun, lemma);
    if (female == male) return {};
    return {female ? Gender::female : Gender::male, 3};
}

GenderGuess genderOfName(std::string_view name, const Lexicons& lexicons)
{
    const bool isFull = name.find(' ') != std::string_view::npos;
    const int usual = isFull ? 2 : 1; // a single name may be a surname
    while (!name.empty()) {
        const std::size_t end = name.find(' ');
        std::string_view word = name.substr(0, end);
        const std::string_view rest = end == std::string_view::npos ? std::string_view{} : name.substr(end + 1);
        if (const auto title = genderOfNoun(foldedCase(word), lexicons); title.strength && !rest.empty()) return title;
        const bool isTitle = lexicons.has(Lexicon::title, word);
        if (isTitle && !rest.empty()) {
            name = rest;
            continue;
        }
        const bool female = lexicons.has(Lexicon::femaleName, word);
        const bool male = lexicons.has(Lexicon::maleName, word);
        if (female != male) return {female ? Gender::female : Gender::male, usual};
        if (const auto hyphen = word.find('-'); !female && hyphen != std::string_view::npos) {
            word = word.substr(0, hyphen);
            const bool f = lexicons.has(Lexicon::femaleName, word);
            const bool m = lexicons.has(Lexicon::maleName, word);
            if (f != m) return {f ? Gender::female : Gender::male, usual};
        }
        return {};
    }
    return {};
}

std::vector<GenderGuess> guessGenders(const Trees& trees, const std::vector<Expression>& expressions,
                                      const NameReading& names, const Lexicons& lexicons)
{
    std::vector<std::array<int, 3>> votes(names.entities.size()); // by gender
    for (const Expression& e : expressions) {
        if (e.kind != ExpressionKind::name) continue;
        auto& vote = votes[names.mentions[e.mention].entity];
        const auto hear = [&](std::uint32_t token) {
            const auto guess = genderOfNoun(foldedCase(trees.token(token).lemma), lexicons);
            if (guess.strength) vote[static_cast<std::size_t>(guess.gender)] += 2;
        };
        // "Mrs Holt", "his wife Ann", "actress Ann Holt": the word before, what it is called beside, what it is said to be.
        if (e.tokens.begin > 0 && trees.sentenceOf(e.tokens.begin - 1) == e.sentence) hear(e.tokens.begin - 1);
        for (const auto child : trees.children(e.head))
            if (isOneOf(trees.token(child).deprel, {Deprel::appos, Deprel::nmodDesc}) && !e.tokens.contains(child)) hear(child);
        const auto above = trees.head(e.head);
        const Deprel deprel = trees.token(e.head).deprel;
        if (above && isOneOf(deprel, {Deprel::appos, Deprel::nmodDesc}) && trees.token(*above).upos == Upos::noun) hear(*above);
        if (above && deprel == Deprel::nsubj && trees.token(*above).upos == Upos::noun &&
            trees.child(*above, {Deprel::cop}))
            hear(*above);
    }
    std::vector<GenderGuess> result(names.entities.size());
    for (std::size_t i = 0; i < result.size(); ++i) {
        const int female = votes[i][1];
        const int male = votes[i][2];
        if (female != male) {
            result[i] = {female > male ? Gender::female : Gender::male, 3};
            continue;
        }
        result[i] = genderOfName(names.entities[i].name, lexicons);
        for (const auto& alias : names.entities[i].aliases)
            if (!result[i].strength) result[i] = genderOfName(alias, lexicons);
    }
    return result;
}

} // namespace skein
