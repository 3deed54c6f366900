// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/logistic.h"

#include "core/train/model-output.h"

#include "core/text/linear-model.h"
#include "core/text/network.h"

#include <algorithm>
#include <cmath>

namespace skein {

Logistic::Logistic(std::size_t classes, float rate, float pull)
    : m_classes(classes), m_rate(rate), m_pull(pull), m_scores(classes)
{
}

std::size_t Logistic::row(Feature feature)
{
    const auto [place, isNew] = m_rows.try_emplace(feature, static_cast<std::uint32_t>(m_features.size()));
    if (isNew) {
        m_features.push_back(feature);
        m_seen.push_back(0);
        m_weights.resize(m_weights.size() + m_classes, 0.0f);
        m_squares.resize(m_squares.size() + m_classes, 1e-6f);
    }
    return place->second;
}

void Logistic::probabilities(std::span<const Feature> features, std::span<float> out) const
{
    std::ranges::fill(out, 0.0f);
    for (const auto feature : features)
        if (const auto found = m_rows.find(feature); found != m_rows.end())
            for (std::size_t c = 0; c < m_classes; ++c) out[c] += m_weights[found->second * m_classes + c];
    const float top = *std::ranges::max_element(out);
    float total = 0;
    for (auto& p : out) total += p = exponential(p - top);
    for (auto& p : out) p /= total;
}

float Logistic::learn(std::span<const Feature> features, std::size_t right, float weight)
{
    return learnAny(features, std::span(&right, 1), weight);
}

float Logistic::learnAny(std::span<const Feature> features, std::span<const std::size_t> right, float weight)
{
    probabilities(features, m_scores);
    float together = 0;
    for (const auto c : right) together += m_scores[c];
    together = std::max(together, 1e-9f);
    // The gradient: what is, less what should be; the right classes share what should be as they do now.
    std::vector<float> gradient(m_scores);
    for (const auto c : right) gradient[c] -= m_scores[c] / together;
    for (const auto feature : features) {
        const std::size_t r = row(feature);
        ++m_seen[r];
        for (std::size_t c = 0; c < m_classes; ++c) {
            float& w = m_weights[r * m_classes + c];
            float& squares = m_squares[r * m_classes + c];
            const float g = weight * (gradient[c] + m_pull * w);
            squares += g * g;
            w -= m_rate * g / std::sqrt(squares);
        }
    }
    return -std::log(together);
}

std::string Logistic::bytes(std::uint32_t least) const
{
    const float step = eightBitStep(m_weights);
    std::vector<std::pair<Feature, std::vector<std::int8_t>>> rows;
    for (std::size_t r = 0; r < m_features.size(); ++r) {
        if (m_seen[r] < least) continue;
        std::vector<std::int8_t> weights(m_classes);
        for (std::size_t c = 0; c < m_classes; ++c)
            weights[c] = inEightBits(m_weights[r * m_classes + c], step);
        rows.emplace_back(m_features[r], std::move(weights));
    }
    return LinearModel::bytesOf(step, WeightTable::bytesOf(m_classes, rows));
}

} // namespace skein
