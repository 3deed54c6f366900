// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/detectors.h"

#include "core/train/model-output.h"

#include "core/text/linear-model.h"
#include "core/text/network.h"

#include <algorithm>
#include <cmath>

namespace skein {

Detectors::Detectors(std::size_t questions, std::size_t features, float rate, float pull)
    : m_questions(questions), m_rate(rate), m_pull(pull), m_weights(questions * features, 0.0f),
      m_squares(questions * features, 0.5f), m_scores(questions)
{
}

void Detectors::scores(const DetectorExample& example, std::span<float> out) const
{
    std::ranges::fill(out, 0.0f);
    for (const auto f : example.features)
        for (std::size_t q = 0; q < m_questions; ++q) out[q] += m_weights[f * m_questions + q];
}

void Detectors::learn(const DetectorExample& example)
{
    scores(example, m_scores);
    for (std::size_t q = 0; q < m_questions; ++q) {
        if (example.answers[q] < 0) continue;
        const float p = 1 / (1 + exponential(-std::clamp(m_scores[q], -30.0f, 30.0f)));
        const float error = p - example.answers[q];
        const float weight = example.weights[q];
        if (std::abs(error) < 1e-3f) continue;
        for (const auto f : example.features) {
            float& w = m_weights[f * m_questions + q];
            float& squares = m_squares[f * m_questions + q];
            const float g = weight * (error + m_pull * w);
            squares += g * g;
            w -= m_rate * g / std::sqrt(squares);
        }
    }
}

std::string Detectors::bytes(std::span<const Feature> names, std::span<const std::uint32_t> seen, std::uint32_t least) const
{
    const float step = eightBitStep(m_weights);
    std::vector<std::pair<Feature, std::vector<std::int8_t>>> rows;
    for (std::size_t f = 0; f < names.size(); ++f) {
        if (seen[f] < least) continue;
        std::vector<std::int8_t> weights(m_questions + 1, 0);
        for (std::size_t q = 0; q < m_questions; ++q)
            weights[q + 1] = inEightBits(m_weights[f * m_questions + q], step);
        if (std::ranges::any_of(weights, [](std::int8_t w) { return w < -3 || w > 3; })) // what says next to nothing costs room
            rows.emplace_back(names[f], std::move(weights));
    }
    return LinearModel::bytesOf(step, WeightTable::bytesOf(m_questions + 1, rows));
}

} // namespace skein
