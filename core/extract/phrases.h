// SPDX-License-Identifier: GPL-3.0-or-later
// Which words of a sentence make up one argument of a verb: the run of tokens around the head of a noun phrase or a
// clause, without what only tells more about it. Internal to core/extract.
#pragma once

#include "core/text/tree.h"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

namespace skein {

class Phrases {
public:
    // Keeps views; both must outlive it.
    Phrases(std::string_view text, const Trees& trees) : m_text(text), m_trees(trees) {}

    const Token& token(std::uint32_t i) const { return m_trees.token(i); }
    std::string_view word(std::uint32_t i) const { return textOf(m_text, token(i).span); }
    bool is(std::uint32_t i, std::initializer_list<Deprel> relations) const;
    bool isLemma(std::uint32_t i, std::initializer_list<std::string_view> lemmas) const;
    std::optional<std::uint32_t> child(std::uint32_t i, std::initializer_list<Deprel> relations) const
    {
        return m_trees.child(i, relations);
    }

    bool isNominal(std::uint32_t i) const; // a noun, a name or a pronoun
    // "who", "which", "that" where it is a pronoun.
    bool isRelativeWord(std::uint32_t i) const;
    // A word that says something of a subject: a verb, or a noun or adjective beside a copula.
    bool isClause(std::uint32_t i) const;

    enum class Preposition { kept, left };
    // The noun phrase of a head: from its first determiner or modifier to the end of its last "of …"; before
    // participles, relative clauses, asides, and appositions behind a comma. `alone`: without what is joined to it by
    // "and". Never empty; ends at most `maxPhrase` tokens behind the head.
    TokenRange nominal(std::uint32_t head, Preposition preposition, bool alone = false) const;
    // A whole clause, without the "that" before it.
    TokenRange clause(std::uint32_t head) const;
    // A noun and the nouns joined to it, in text order.
    std::vector<std::uint32_t> joined(std::uint32_t head) const;

    static constexpr std::uint32_t maxPhrase = 40;

private:
    bool endsPhrase(std::uint32_t i, std::uint32_t head, std::uint32_t first, bool alone) const;
    bool opensAside(std::uint32_t i) const;
    bool closes(TokenRange range) const;
    TokenRange trimmed(TokenRange range, std::uint32_t head) const; // never beyond the head

    std::string_view m_text;
    const Trees& m_trees;
};

} // namespace skein
