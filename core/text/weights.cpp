// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/weights.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace skein {
namespace {

constexpr std::size_t headSize = 64;
constexpr std::size_t maxClasses = 250;

std::size_t strideOf(std::size_t classes) { return (classes + 3) / 4 * 4; }

} // namespace

Feature hashOf(std::string_view bytes)
{
    Feature hash = 0x9E3779B97F4A7C15u ^ bytes.size();
    std::size_t at = 0;
    for (; at + 8 <= bytes.size(); at += 8) {
        Feature word = 0;
        std::memcpy(&word, bytes.data() + at, 8);
        hash = combine(hash, word);
    }
    if (at < bytes.size()) {
        Feature word = 0;
        std::memcpy(&word, bytes.data() + at, bytes.size() - at);
        hash = combine(hash, word);
    }
    return hash ^ (hash >> 32);
}

Result<WeightTable> WeightTable::open(std::string_view bytes)
{
    const auto damaged = [] { return fail(Errc::corrupt, "a table of weights has the wrong size"); };
    if (bytes.size() < headSize) return damaged();
    std::uint32_t classes = 0;
    std::uint32_t slots = 0;
    std::memcpy(&classes, bytes.data(), 4);
    std::memcpy(&slots, bytes.data() + 4, 4);
    if (classes == 0 || classes > maxClasses || !std::has_single_bit(slots) || slots > (1u << 28)) return damaged();
    WeightTable table;
    table.m_classes = classes;
    table.m_stride = strideOf(classes);
    table.m_mask = slots - 1;
    if (bytes.size() != headSize + std::size_t{slots} * (4 + table.m_stride)) return damaged();
    table.m_keys = reinterpret_cast<const std::uint32_t*>(bytes.data() + headSize);
    table.m_rows = reinterpret_cast<const std::int8_t*>(bytes.data() + headSize + std::size_t{slots} * 4);
    // find() ends at an empty slot.
    if (std::find(table.m_keys, table.m_keys + slots, 0u) == table.m_keys + slots) return damaged();
    return table;
}

std::string WeightTable::bytesOf(std::size_t classes, const std::vector<std::pair<Feature, std::vector<std::int8_t>>>& rows)
{
    std::vector<const std::pair<Feature, std::vector<std::int8_t>>*> kept;
    for (const auto& row : rows)
        if (std::ranges::any_of(row.second, [](std::int8_t w) { return w != 0; })) kept.push_back(&row);
    std::ranges::sort(kept, {}, [](const auto* row) { return row->first; });
    const auto slots = static_cast<std::uint32_t>(std::bit_ceil(std::max<std::size_t>(kept.size() * 4 / 3, 16)));
    const std::size_t stride = strideOf(classes);
    std::vector<std::uint32_t> keys(slots, 0);
    std::string weights(std::size_t{slots} * stride, '\0');
    for (const auto* row : kept) {
        std::uint32_t slot = static_cast<std::uint32_t>(row->first) & (slots - 1);
        while (keys[slot] != 0 && keys[slot] != keyOf(row->first)) slot = (slot + 1) & (slots - 1);
        keys[slot] = keyOf(row->first);
        std::memcpy(weights.data() + std::size_t{slot} * stride, row->second.data(), classes);
    }
    std::string out(headSize, '\0');
    const auto classCount = static_cast<std::uint32_t>(classes);
    std::memcpy(out.data(), &classCount, 4);
    std::memcpy(out.data() + 4, &slots, 4);
    out.append(reinterpret_cast<const char*>(keys.data()), keys.size() * 4);
    out += weights;
    return out;
}

void WeightTable::add(std::span<const Feature> features, std::int32_t* scores) const
{
    for (const auto feature : features)
        __builtin_prefetch(m_keys + (static_cast<std::uint32_t>(feature) & m_mask));
    for (const auto feature : features)
        if (const std::int8_t* row = find(feature))
            for (std::size_t c = 0; c < m_stride; ++c) scores[c] += row[c];
}

} // namespace skein
