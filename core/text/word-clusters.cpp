// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/word-clusters.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace skein {
namespace {

constexpr std::size_t headSize = 64;

std::uint32_t keyOf(Feature feature) { return static_cast<std::uint32_t>(feature >> 32) | 1u; }

} // namespace

Result<WordClusters> WordClusters::open(std::string_view bytes)
{
    const auto damaged = [] { return fail(Errc::corrupt, "a table of word classes has the wrong size"); };
    std::uint32_t slots = 0;
    if (bytes.size() < headSize) return damaged();
    std::memcpy(&slots, bytes.data(), 4);
    if (!std::has_single_bit(slots) || slots > (1u << 24) || bytes.size() != headSize + std::size_t{slots} * 8) return damaged();
    WordClusters clusters;
    clusters.m_mask = slots - 1;
    clusters.m_keys = reinterpret_cast<const std::uint32_t*>(bytes.data() + headSize);
    clusters.m_classes = reinterpret_cast<const Classes*>(bytes.data() + headSize + std::size_t{slots} * 4);
    if (std::find(clusters.m_keys, clusters.m_keys + slots, 0u) == clusters.m_keys + slots) return damaged();
    return clusters;
}

std::string WordClusters::bytesOf(const std::vector<std::pair<Feature, Classes>>& words)
{
    const auto slots = static_cast<std::uint32_t>(std::bit_ceil(std::max<std::size_t>(words.size() * 5 / 4, 16)));
    std::vector<std::uint32_t> keys(slots, 0);
    std::vector<Classes> classes(slots);
    for (const auto& [word, found] : words) {
        std::uint32_t slot = static_cast<std::uint32_t>(word) & (slots - 1);
        while (keys[slot] != 0 && keys[slot] != keyOf(word)) slot = (slot + 1) & (slots - 1);
        keys[slot] = keyOf(word);
        classes[slot] = found;
    }
    std::string out(headSize, '\0');
    std::memcpy(out.data(), &slots, 4);
    out.append(reinterpret_cast<const char*>(keys.data()), keys.size() * 4);
    out.append(reinterpret_cast<const char*>(classes.data()), classes.size() * sizeof(Classes));
    return out;
}

WordClusters::Classes WordClusters::of(Feature word) const
{
    if (!m_keys) return {};
    std::uint32_t slot = static_cast<std::uint32_t>(word) & m_mask;
    const std::uint32_t key = keyOf(word);
    while (m_keys[slot] != key) {
        if (m_keys[slot] == 0) return {};
        slot = (slot + 1) & m_mask;
    }
    return m_classes[slot];
}

Feature WordClusters::wordOf(std::string_view token)
{
    std::string plain(token);
    for (char& c : plain)
        if (c >= '0' && c <= '9') c = '0';
    return hashOf(plain);
}

} // namespace skein
