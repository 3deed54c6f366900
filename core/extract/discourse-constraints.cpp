// SPDX-License-Identifier: GPL-3.0-or-later
// What an anaphor cannot stand for, whatever else speaks for it.
#include "core/extract/discourse.h"

#include "core/extract/words.h"
#include "core/extract/wordset.h"

#include <algorithm>

namespace skein {

namespace {

bool isFirmNoun(std::string_view lemma)
{
    static const WordSet firms{"company firm startup lab maker manufacturer bank chain developer"};
    return firms.has(lemma);
}

} // namespace

// "TOM BRANDT: …" says who speaks; he is no "he" of his own words.
bool Discourse::isSpeaker(const Expression& e) const
{
    const auto after = m_trees.token(e.tokens.end - 1).span.end;
    return e.tokens.begin == m_reading.sentences[e.sentence].firstToken && after < m_document.text.size() &&
           m_document.text[after] == ':';
}

// "Ann Holt, Eva Lund, and Tom Brandt": one of several that are named together.
bool Discourse::isOneOfSeveral(std::size_t expression) const
{
    const Expression& e = m_expressions[expression];
    if (e.isConjunct || m_trees.child(e.head, {Deprel::conj})) return true;
    const auto together = [&](std::size_t left, std::size_t right) {
        const Expression& a = m_expressions[left];
        const Expression& b = m_expressions[right];
        if (a.kind != ExpressionKind::name || b.kind != ExpressionKind::name || a.span.end > b.span.begin) return false;
        const std::string_view between = textOf(m_document.text, {a.span.end, b.span.begin});
        return between == " and " || between == ", and " || between == " & ";
    };
    return (expression > 0 && together(expression - 1, expression)) ||
           (expression + 1 < m_expressions.size() && together(expression, expression + 1));
}

int Discourse::genderFit(const Expression& anaphor, std::size_t candidate) const
{
    if (anaphor.pronoun.gender == Gender::unknown) return 0;
    const GenderGuess guess = m_about[m_referents[candidate]].gender;
    return guess.gender == anaphor.pronoun.gender ? guess.strength : -guess.strength;
}

// A river is no town.
bool Discourse::isOtherPlace(const Entity& entity, std::string_view lemma) const
{
    const std::string_view last = std::string_view(entity.name).substr(entity.name.rfind(' ') + 1);
    return entity.type == "place" && m_lexicons.has(Lexicon::placeHead, last) && foldedCase(last) != lemma;
}

// Who is quoted as having written something is not the company that it is about: '"It is cheap," wrote Morning Circuit'.
bool Discourse::isReporter(const Expression& e) const
{
    static const WordSet writing{"write report"};
    if (e.kind != ExpressionKind::name) return false;
    const bool isBehindVerb = e.tokens.begin > 0 && writing.has(m_trees.token(e.tokens.begin - 1).lemma); // however it is parsed
    return isBehindVerb || (e.role == Role::subject && writing.has(m_trees.token(e.predicate).lemma));
}

bool Discourse::mayBe(std::size_t index, std::size_t candidate) const
{
    const Expression& anaphor = m_expressions[index];
    const Expression& c = m_expressions[candidate];
    if (c.kind == ExpressionKind::name && isSpeaker(c)) return false;
    if (anaphor.kind == ExpressionKind::nominal) {
        if (c.kind == ExpressionKind::nominal)
            return !c.isPlural && m_trees.token(c.head).lemma == m_trees.token(anaphor.head).lemma;
        if (c.kind != ExpressionKind::name) return false;
        if (const auto owner = m_owner.find(index); owner != m_owner.end()) {
            const auto maker = m_maker.find(m_referents[candidate]);
            if (maker == m_maker.end() || !owner->second.contains(maker->second)) return false;
        }
        if (isReporter(c) && isFirmNoun(m_trees.token(anaphor.head).lemma)) return false;
        const std::string& type = m_names.entities[m_referents[candidate]].type;
        if (type == "person" && m_about[m_referents[index]].gender.strength &&
            m_about[m_referents[candidate]].gender.gender != Gender::unknown &&
            m_about[m_referents[candidate]].gender.gender != m_about[m_referents[index]].gender.gender)
            return false;
        return std::ranges::find(m_nouns[index], type) != m_nouns[index].end() &&
               !isOtherPlace(m_names.entities[m_referents[candidate]], m_trees.token(anaphor.head).lemma);
    }
    const auto kind = anaphor.pronoun.kind;
    if (c.kind == ExpressionKind::pronoun)
        return c.pronoun.kind == kind && (kind != PronounClass::person || c.pronoun.gender == anaphor.pronoun.gender);
    if (kind == PronounClass::person) {
        if (c.kind == ExpressionKind::nominal) return m_isPersonNoun[candidate] && !c.isPlural && genderFit(anaphor, candidate) >= 0;
        if (c.kind == ExpressionKind::name && m_names.entities[m_referents[candidate]].type != "person") return false;
        return genderFit(anaphor, candidate) > -2;
    }
    if (kind == PronounClass::group && c.kind == ExpressionKind::name &&
        (m_names.entities[m_referents[candidate]].type != "organization" || isOneOfSeveral(candidate)))
        return false;
    if (c.kind == ExpressionKind::possibleName) return false;
    if (c.kind == ExpressionKind::name) return m_names.entities[m_referents[candidate]].type != "person";
    if (kind == PronounClass::thing) return !m_isPersonNoun[candidate] && !c.isPlural;
    return true;
}

// Two arguments of one verb are two, unless one says "self": the referents that the pronoun cannot stand for.
std::set<std::size_t> Discourse::otherArguments(std::size_t anaphor) const
{
    const auto isArgument = [](const Expression& e) {
        return e.role == Role::subject || e.role == Role::passiveSubject || e.role == Role::object || e.role == Role::agent;
    };
    const Expression& a = m_expressions[anaphor];
    std::set<std::size_t> others;
    if (a.kind != ExpressionKind::pronoun || a.pronoun.form == PronounCase::reflexive ||
        a.pronoun.form == PronounCase::possessive || !isArgument(a))
        return others;
    const auto compare = [&](std::size_t i) {
        const Expression& c = m_expressions[i];
        if (c.sentence != a.sentence) return false;
        if (c.predicate == a.predicate && isArgument(c) && (c.role == Role::object) != (a.role == Role::object))
            others.insert(m_referents[i]);
        return true;
    };
    for (std::size_t i = anaphor; i-- > 0 && compare(i);) {}
    for (std::size_t i = anaphor + 1; i < m_expressions.size() && compare(i); ++i) {}
    return others;
}

} // namespace skein
