// SPDX-License-Identifier: GPL-3.0-or-later
// Ways through the dependency trees of a reading. The trees are projective: a word and all that hangs on it stand together.
#pragma once

#include "core/text/deprel.h"
#include "core/text/reading.h"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <vector>

namespace skein {

// Indices of tokens, half open.
struct TokenRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    bool contains(std::uint32_t token) const { return begin <= token && token < end; }
    bool operator==(const TokenRange&) const = default;
};

// Children, subtrees and paths. Keeps a view of the reading, which must outlive it. Making one is linear in its tokens.
class Trees {
public:
    explicit Trees(const Reading& reading);

    const Token& token(std::uint32_t i) const { return m_reading->tokens[i]; }
    // The head of a token; absent for a root and for words that were not parsed.
    std::optional<std::uint32_t> head(std::uint32_t i) const;
    // In text order.
    std::span<const std::uint32_t> children(std::uint32_t i) const;
    // The first child with one of these relations, in text order.
    std::optional<std::uint32_t> child(std::uint32_t i, std::initializer_list<Deprel> relations) const;
    // The token with everything that hangs on it.
    TokenRange subtree(std::uint32_t i) const { return m_subtrees[i]; }
    // 0 for a root.
    std::uint32_t depth(std::uint32_t i) const { return m_depths[i]; }
    // The token of the range that is highest in its tree, the first of several. REQUIRES: the range is not empty.
    std::uint32_t topOf(TokenRange range) const;
    // The tokens that the span of text touches; empty when none.
    TokenRange tokensIn(Span span) const;
    // Index of the sentence of a token.
    std::uint32_t sentenceOf(std::uint32_t i) const { return m_sentences[i]; }

    // From `from` up to the lowest common ancestor and down to `to`: both ends included, the ancestor once. Empty when they
    // stand in different sentences.
    struct Path {
        std::vector<std::uint32_t> up;   // from, … , the child of the ancestor on this side
        std::uint32_t top = 0;           // the ancestor
        std::vector<std::uint32_t> down; // the child of the ancestor on the other side, … , to
    };
    std::optional<Path> path(std::uint32_t from, std::uint32_t to) const;

private:
    const Reading* m_reading;
    std::vector<std::uint32_t> m_firstChild; // into m_children; one more than tokens
    std::vector<std::uint32_t> m_children;
    std::vector<TokenRange> m_subtrees;
    std::vector<std::uint32_t> m_depths;
    std::vector<std::uint32_t> m_sentences;
};

} // namespace skein
