// SPDX-License-Identifier: GPL-3.0-or-later
// Multinomial logistic regression over hashed features: the sum of the weights of all features, as probabilities.
// core/train/detectors.h and core/train/ranker.h train it.
#pragma once

#include "core/base/result.h"
#include "core/text/weights.h"

#include <span>
#include <string>
#include <string_view>

namespace skein {

// A read-only view of a section of a model file; the bytes must outlive it. The same probabilities on every machine.
class LinearModel {
public:
    LinearModel() = default;

    // Fails with corrupt.
    static Result<LinearModel> open(std::string_view bytes, std::size_t classes);
    // `step`: what one unit of the eight-bit weights is worth, in natural logarithms of odds.
    static std::string bytesOf(float step, const std::string& table);

    std::size_t classes() const { return m_table.classes(); }

    // out[c]: the probability of class c. A feature that was never seen counts nothing. REQUIRES: out.size() == classes().
    void probabilities(std::span<const Feature> features, std::span<float> out) const;
    // out[c]: the sum of the weights of class c, in natural logarithms. REQUIRES: out.size() == classes().
    void scores(std::span<const Feature> features, std::span<float> out) const;
    // What the features say for class `c` over class 0, in natural logarithms.
    float logOdds(std::span<const Feature> features, std::size_t c) const;

private:
    WeightTable m_table;
    float m_step = 0;
};

} // namespace skein
