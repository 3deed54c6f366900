// SPDX-License-Identifier: GPL-3.0-or-later
// Trains a log-linear choice among the alternatives of each example: the probability of an alternative is its share of the
// exponentials of all scores, a score the sum of the weights of its features. By stochastic gradient descent with AdaGrad's
// step sizes; the weights are averaged over all rounds. The same examples give the same bytes.
#pragma once

#include "core/text/weights.h"

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace skein {

class Ranker {
public:
    // `pull`: strength of the L2 penalty on a touched weight. Features that are seen in fewer than `least` alternatives
    // that differ from others count nothing.
    Ranker(float rate, float pull, std::uint32_t least) : m_rate(rate), m_pull(pull), m_least(least) {}

    // `isRight`: by alternative; at least one. Their probabilities together should be one.
    void add(const std::vector<std::vector<Feature>>& alternatives, const std::vector<bool>& isRight, float weight);

    void train(int rounds);

    // One class, as LinearModel::open() takes it.
    std::string bytes() const;

private:
    struct Example {
        std::vector<std::vector<std::uint32_t>> rows; // by alternative
        std::vector<bool> isRight;
        float weight = 1;
    };

    std::uint32_t row(Feature feature);

    float m_rate, m_pull;
    std::uint32_t m_least;
    std::unordered_map<Feature, std::uint32_t> m_rows;
    std::vector<Feature> m_features;
    std::vector<std::uint32_t> m_seen;
    std::vector<float> m_weights, m_squares;
    std::vector<double> m_sums;
    int m_rounds = 0;
    std::vector<Example> m_examples;
};

} // namespace skein
