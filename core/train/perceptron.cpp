// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/perceptron.h"

#include <algorithm>
#include <cstdlib>

namespace skein {

Perceptron::Perceptron(std::size_t classes) : m_classes(classes), m_keys(1u << 16, 0), m_index(1u << 16, 0) {}

std::size_t Perceptron::slotOf(Feature feature) const
{
    const std::size_t mask = m_keys.size() - 1;
    std::size_t slot = (feature ^ (feature >> 31)) & mask;
    while (m_keys[slot] != 0 && m_keys[slot] != feature) slot = (slot + 1) & mask;
    return slot;
}

void Perceptron::grow()
{
    m_keys.assign(m_keys.size() * 2, 0);
    m_index.assign(m_keys.size(), 0);
    for (std::uint32_t i = 0; i < m_features.size(); ++i) {
        const std::size_t slot = slotOf(m_features[i]);
        m_keys[slot] = m_features[i];
        m_index[slot] = i;
    }
}

std::size_t Perceptron::row(Feature feature)
{
    std::size_t slot = slotOf(feature);
    if (m_keys[slot] == 0) {
        if (m_features.size() * 2 >= m_keys.size()) {
            grow();
            slot = slotOf(feature);
        }
        m_keys[slot] = feature;
        m_index[slot] = static_cast<std::uint32_t>(m_features.size());
        m_features.push_back(feature);
        m_updates.push_back(0);
        m_weights.resize(m_weights.size() + m_classes, 0);
        m_totals.resize(m_totals.size() + m_classes, 0);
        m_stamps.resize(m_stamps.size() + m_classes, 0);
    }
    return m_index[slot];
}

void Perceptron::score(std::span<const Feature> features, std::int64_t* scores) const
{
    for (const auto feature : features) __builtin_prefetch(&m_keys[(feature ^ (feature >> 31)) & (m_keys.size() - 1)]);
    for (const auto feature : features) {
        const std::size_t slot = slotOf(feature);
        if (m_keys[slot] == 0) continue;
        const std::int32_t* weights = &m_weights[m_index[slot] * m_classes];
        for (std::size_t c = 0; c < m_classes; ++c) scores[c] += weights[c];
    }
}

void Perceptron::update(std::span<const Feature> features, std::size_t right, std::size_t wrong)
{
    for (const auto feature : features) {
        const std::size_t r = row(feature);
        ++m_updates[r];
        const auto change = [&](std::size_t c, std::int32_t by) {
            const std::size_t at = r * m_classes + c;
            m_totals[at] += std::int64_t{m_weights[at]} * (m_now - m_stamps[at]);
            m_stamps[at] = m_now;
            m_weights[at] += by;
        };
        change(right, 1);
        change(wrong, -1);
    }
}

void Perceptron::average()
{
    constexpr std::int64_t scale = 1024;
    for (std::size_t at = 0; at < m_weights.size(); ++at) {
        const std::int64_t total = m_totals[at] + std::int64_t{m_weights[at]} * (m_now - m_stamps[at]);
        m_weights[at] = static_cast<std::int32_t>(total * scale / std::max<std::int64_t>(m_now, 1));
    }
}

std::string Perceptron::bytes(std::uint32_t minUpdates, int least) const
{
    // One weight in two thousand may be clipped: the rest gains resolution.
    std::vector<std::int32_t> sizes;
    for (const auto w : m_weights)
        if (w != 0) sizes.push_back(std::abs(w));
    std::ranges::sort(sizes);
    const std::int64_t full = sizes.empty() ? 1 : std::max(1, sizes[sizes.size() - 1 - sizes.size() / 2000]);
    std::vector<std::pair<Feature, std::vector<std::int8_t>>> rows;
    for (std::size_t r = 0; r < m_features.size(); ++r) {
        if (m_updates[r] < minUpdates) continue;
        std::vector<std::int8_t> weights(m_classes);
        int largest = 0;
        for (std::size_t c = 0; c < m_classes; ++c) {
            const std::int64_t w = m_weights[r * m_classes + c];
            const std::int64_t rounded = (std::abs(w) * 254 + full) / (2 * full);
            weights[c] = static_cast<std::int8_t>((w < 0 ? -1 : 1) * std::min<std::int64_t>(rounded, 127));
            largest = std::max(largest, std::abs(int{weights[c]}));
        }
        if (largest >= least) rows.emplace_back(m_features[r], std::move(weights));
    }
    return WeightTable::bytesOf(m_classes, rows);
}

} // namespace skein
