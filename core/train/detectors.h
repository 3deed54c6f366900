// SPDX-License-Identifier: GPL-3.0-or-later
// Trains several yes-or-no questions over shared hashed features: a logistic regression each, answers that nobody knows left
// out. Stochastic gradient descent with AdaGrad's step sizes (Duchi, Hazan, Singer 2011). The same examples in the same order
// give the same bytes.
#pragma once

#include "core/text/weights.h"

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace skein {

struct DetectorExample {
    std::vector<std::uint32_t> features; // rows of Detectors
    std::vector<float> answers;          // by question: 1, 0, or below zero for unknown
    std::vector<float> weights;          // by question: how much the answer counts
};

class Detectors {
public:
    Detectors(std::size_t questions, std::size_t features, float rate, float pull);

    void learn(const DetectorExample& example);
    // out[q]: natural logarithm of the odds.
    void scores(const DetectorExample& example, std::span<float> out) const;

    // The model in eight bits, as LinearModel::open() takes it: class 0 is always nothing, class q + 1 question q.
    std::string bytes(std::span<const Feature> names, std::span<const std::uint32_t> seen, std::uint32_t least) const;

private:
    std::size_t m_questions;
    float m_rate, m_pull;
    std::vector<float> m_weights; // a row for each feature
    std::vector<float> m_squares;
    std::vector<float> m_scores;
};

} // namespace skein
