// SPDX-License-Identifier: GPL-3.0-or-later
// Trains core/text/linear-model.h: multinomial logistic regression over hashed features, by stochastic gradient descent with
// AdaGrad's step sizes (Duchi, Hazan, Singer 2011) and a pull towards nothing on every weight that an example touches.
// The same examples in the same order give the same bytes.
#pragma once

#include "core/text/weights.h"

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace skein {

class Logistic {
public:
    // `pull`: strength of the L2 penalty on a touched weight.
    explicit Logistic(std::size_t classes, float rate = 0.2f, float pull = 1e-4f);

    // One step towards `right`; `weight` is how much the example counts. Returns its loss before the step.
    float learn(std::span<const Feature> features, std::size_t right, float weight = 1);
    // The same towards any of several classes: their probabilities together should be one.
    float learnAny(std::span<const Feature> features, std::span<const std::size_t> right, float weight = 1);

    void probabilities(std::span<const Feature> features, std::span<float> out) const;

    // The model in eight bits, as LinearModel::open() takes it. Features seen in fewer than `least` steps are left out.
    std::string bytes(std::uint32_t least) const;

private:
    std::size_t row(Feature feature);

    std::size_t m_classes;
    float m_rate, m_pull;
    std::unordered_map<Feature, std::uint32_t> m_rows;
    std::vector<Feature> m_features; // by row
    std::vector<std::uint32_t> m_seen;
    std::vector<float> m_weights; // a row for each feature
    std::vector<float> m_squares; // sums of squared gradients
    std::vector<float> m_scores;
};

} // namespace skein
