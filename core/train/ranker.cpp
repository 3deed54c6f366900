// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/ranker.h"

#include "core/train/model-output.h"

#include "core/text/linear-model.h"
#include "core/text/network.h"
#include "core/train/random.h"

#include <algorithm>
#include <cmath>

namespace skein {

std::uint32_t Ranker::row(Feature feature)
{
    const auto [place, isNew] = m_rows.try_emplace(feature, static_cast<std::uint32_t>(m_features.size()));
    if (isNew) {
        m_features.push_back(feature);
        m_seen.push_back(0);
    }
    return place->second;
}

void Ranker::add(const std::vector<std::vector<Feature>>& alternatives, const std::vector<bool>& isRight, float weight)
{
    Example example;
    example.isRight = isRight;
    example.weight = weight;
    for (const auto& features : alternatives) {
        auto& rows = example.rows.emplace_back();
        for (const auto feature : features) {
            rows.push_back(row(feature));
            ++m_seen[rows.back()];
        }
    }
    m_examples.push_back(std::move(example));
}

void Ranker::train(int rounds)
{
    m_weights.assign(m_features.size(), 0.0f);
    m_squares.assign(m_features.size(), 1e-2f);
    m_sums.assign(m_features.size(), 0.0);
    m_rounds = rounds;
    for (auto& example : m_examples)
        for (auto& rows : example.rows) std::erase_if(rows, [&](std::uint32_t r) { return m_seen[r] < m_least; });
    Random random(7);
    std::vector<std::size_t> order(m_examples.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::vector<float> shares;
    for (int round = 0; round < rounds; ++round) {
        shuffle(order, random);
        for (const auto i : order) {
            const Example& example = m_examples[i];
            shares.assign(example.rows.size(), 0.0f);
            for (std::size_t k = 0; k < shares.size(); ++k)
                for (const auto r : example.rows[k]) shares[k] += m_weights[r];
            const float top = *std::ranges::max_element(shares);
            float total = 0;
            for (auto& p : shares) total += p = exponential(p - top);
            float right = 0;
            for (std::size_t k = 0; k < shares.size(); ++k) {
                shares[k] /= total;
                if (example.isRight[k]) right += shares[k];
            }
            right = std::max(right, 1e-6f);
            for (std::size_t k = 0; k < shares.size(); ++k) {
                const float gradient = example.weight * (shares[k] - (example.isRight[k] ? shares[k] / right : 0.0f));
                if (std::abs(gradient) < 1e-6f) continue;
                for (const auto r : example.rows[k]) {
                    const float g = gradient + m_pull * m_weights[r];
                    m_squares[r] += g * g;
                    m_weights[r] -= m_rate * g / std::sqrt(m_squares[r]);
                }
            }
        }
        for (std::size_t r = 0; r < m_sums.size(); ++r) m_sums[r] += m_weights[r];
    }
}

std::string Ranker::bytes() const
{
    std::vector<float> weights;
    for (const auto sum : m_sums) weights.push_back(static_cast<float>(sum / std::max(m_rounds, 1)));
    const float step = eightBitStep(weights);
    std::vector<std::pair<Feature, std::vector<std::int8_t>>> rows;
    for (std::size_t r = 0; r < weights.size(); ++r)
        rows.emplace_back(m_features[r],
                          std::vector{inEightBits(weights[r], step)});
    return LinearModel::bytesOf(step, WeightTable::bytesOf(1, rows));
}

} // namespace skein
