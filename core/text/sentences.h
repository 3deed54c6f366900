// SPDX-License-Identifier: GPL-3.0-or-later
// Where sentences begin among the tokens of one block.
#pragma once

#include "core/base/span.h"
#include "core/text/forms.h"
#include "core/text/weights.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace skein {

// The tokens of a block, as the splitter sees them. Keeps views; they must outlive it.
class Boundaries {
public:
    Boundaries(std::string_view text, std::span<const Span> tokens) : m_text(text), m_tokens(tokens) {}

    // May a sentence begin at token `i` at all? There is white space before it, or a full stop or what closes behind one.
    bool isPossible(std::size_t i) const;

    // Does one begin there by rules alone: after full stops, question and exclamation marks with the quotation marks and
    // brackets that close behind them, but not after the stops of titles, initials, numbers and enumerations. `start`: where
    // the sentence before began.
    bool byRule(std::size_t i, std::size_t start) const;

    // Is there a full stop, question or exclamation mark before token `i`?
    bool hasStop(std::size_t i) const { return terminalBefore(i) != i; }

    static constexpr std::size_t maxFeatures = 40;
    std::size_t features(std::span<const Form> forms, std::size_t i, std::size_t start, Feature* out) const;

private:
    std::string_view word(std::size_t i) const { return textOf(m_text, m_tokens[i]); }
    bool isGlued(std::size_t i) const { return i > 0 && m_tokens[i - 1].end == m_tokens[i].begin; }
    std::size_t terminalBefore(std::size_t i) const;

    std::string_view m_text;
    std::span<const Span> m_tokens;
};

// Index of each sentence's first token, ascending; the first is 0 unless there are no tokens. By rules alone.
std::vector<std::uint32_t> sentenceStarts(std::string_view text, std::span<const Span> tokens);

// The same with learnt weights (two classes: goes on, begins), which also find sentences that end without a stop unless
// `needsStop`.
std::vector<std::uint32_t> sentenceStarts(std::string_view text, std::span<const Span> tokens, std::span<const Form> forms,
                                          const WeightTable& weights, bool needsStop);

} // namespace skein
