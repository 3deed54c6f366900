// SPDX-License-Identifier: GPL-3.0-or-later
// What a text may refer to and with what: names, noun phrases and pronouns of the third person, each with its place in the
// tree. Internal to core/extract.
#pragma once

#include "core/extract/finders.h"
#include "core/extract/lexicons.h"
#include "core/text/tree.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace skein {

enum class Gender : std::uint8_t { unknown, female, male };

enum class PronounClass : std::uint8_t { person, thing, group }; // he and she; it; they
enum class PronounCase : std::uint8_t { subject, object, possessive, reflexive };

struct Pronoun {
    PronounClass kind = PronounClass::person;
    PronounCase form = PronounCase::subject;
    Gender gender = Gender::unknown;
};
// Of a lower-case word; absent when it is no pronoun of the third person. "her" is possessive when the tree says so.
std::optional<Pronoun> pronounOf(std::string_view word, Deprel deprel);

// The place of an expression in its clause; conjuncts and appositions have the place of what they belong to.
enum class Role : std::uint8_t { subject, passiveSubject, object, oblique, agent, possessor, modifier, compound, root, other };

enum class ExpressionKind : std::uint8_t { name, possibleName, nominal, pronoun };

struct Expression {
    ExpressionKind kind = ExpressionKind::name;
    Span span;
    TokenRange tokens;
    std::uint32_t head = 0; // its highest token
    std::uint32_t sentence = 0;
    std::uint32_t block = 0;
    std::size_t mention = 0; // of a name: index into the mentions
    Pronoun pronoun;         // of a pronoun
    Role role = Role::other;
    bool isConjunct = false;   // "… and X"
    bool isApposition = false; // "…, X, …"
    bool isPlural = false;
    bool isDefinite = false;  // of a nominal: the, this, a possessive
    bool isQuoted = false;    // inside quotation marks
    std::uint32_t predicate = 0; // the verb, or noun with a copula, whose clause it stands in; its own head at a root
};

// In text order of their heads. Names that lie inside others are left out.
std::vector<Expression> findExpressions(const Document& document, const Trees& trees, const Reading& reading,
                                        const NameReading& names);

// What the text and the lexicons say about the gender of people, by entity: titles, first names, "the actress X",
// "X is an actress". Pronouns are linked later.
struct GenderGuess {
    Gender gender = Gender::unknown;
    int strength = 0; // 3: said by the text, 2: usual for the first name, 1: the same of a single name
};
std::vector<GenderGuess> guessGenders(const Trees& trees, const std::vector<Expression>& expressions,
                                      const NameReading& names, const Lexicons& lexicons);
// Of any name as written, and of the head noun of a noun phrase.
GenderGuess genderOfName(std::string_view name, const Lexicons& lexicons);
GenderGuess genderOfNoun(std::string_view lemma, const Lexicons& lexicons);

} // namespace skein
