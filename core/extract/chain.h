// SPDX-License-Identifier: GPL-3.0-or-later
// A linear chain of labels: the best path and the chance of every label. Shared by tagger and trainer. Sums run in one
// fixed order with exponentials of our own: the same on every machine.
#pragma once

#include "core/extract/name-types.h"

#include <cstdint>
#include <span>
#include <vector>

namespace skein {

class Chain {
public:
    static constexpr std::size_t labels = nameLabels;
    static constexpr std::size_t width = (labels + 7) / 8 * 8; // of a row of scores
    using LabelSet = std::uint32_t;
    static constexpr LabelSet anyLabel = (LabelSet{1} << labels) - 1;

    // transitions: labels × labels, from row to column; −infinity is not needed where mayFollow() forbids.
    void setTransitions(std::span<const float> transitions);

    // scores: a row of `width` for each word.
    void best(std::span<const float> scores, std::vector<std::uint8_t>& path);

    // Chances of each label for each word (rows of `width`), given that each word has a label of its set; an empty span
    // allows all. Adds the chances of pairs to `pairs` when that is not null, times `weight`. Returns the logarithm of the
    // sum over all allowed paths.
    double chances(std::span<const float> scores, std::span<const LabelSet> allowed, std::vector<float>& out,
                   std::vector<float>* pairs, float weight);

private:
    std::vector<float> m_transitions; // width × width, from row to column; forbidden ones very low
    std::vector<float> m_factors;     // e to their power
    std::vector<float> m_columns;     // the same, transposed
    std::vector<float> m_forward, m_backward, m_local;
    std::vector<std::uint8_t> m_back;
};

} // namespace skein
