// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/sparse-table.h"

#include <algorithm>
#include <cstring>

namespace skein {
namespace {

constexpr std::size_t headSize = 64;

} // namespace

Result<SparseTable> SparseTable::open(std::string_view bytes, std::size_t classes)
{
    const auto damaged = [] { return fail(Errc::corrupt, "a table of sparse weights is damaged"); };
    if (bytes.size() < headSize) return damaged();
    std::uint32_t slots = 0;
    std::uint32_t weights = 0;
    std::memcpy(&slots, bytes.data(), 4);
    std::memcpy(&weights, bytes.data() + 4, 4);
    if (slots == 0 || slots > (1u << 26)) return damaged();
    const std::size_t slotBytes = (std::size_t{slots} + 1) * 8;
    if (bytes.size() != headSize + slotBytes + std::size_t{weights} * sizeof(SparseWeight)) return damaged();
    SparseTable table;
    table.m_count = slots;
    table.m_slots = reinterpret_cast<const std::uint32_t*>(bytes.data() + headSize);
    table.m_weights = reinterpret_cast<const SparseWeight*>(bytes.data() + headSize + slotBytes);
    bool hasEmpty = false; // what ends a search
    for (std::size_t i = 0; i < slots; ++i) {
        hasEmpty = hasEmpty || table.m_slots[2 * i] == 0;
        if (table.m_slots[2 * i + 1] > table.m_slots[2 * i + 3]) return damaged();
    }
    if (!hasEmpty || table.m_slots[2 * slots + 1] != weights) return damaged();
    for (std::size_t i = 0; i < weights; ++i)
        if (table.m_weights[i].label >= classes) return damaged();
    return table;
}

std::string SparseTable::bytesOf(const std::vector<std::pair<Feature, std::vector<SparseWeight>>>& rows)
{
    std::size_t kept = 0;
    for (const auto& row : rows) kept += !row.second.empty();
    const auto slots = static_cast<std::uint32_t>(std::max<std::size_t>(kept * 4 / 3, 16));
    std::vector<std::uint32_t> table(2 * (std::size_t{slots} + 1), 0);
    std::vector<const std::vector<SparseWeight>*> lists(slots, nullptr);
    for (const auto& [feature, weights] : rows) {
        if (weights.empty()) continue;
        std::size_t slot = slotOf(feature, slots);
        while (table[2 * slot] != 0 && table[2 * slot] != keyOf(feature)) slot = slot + 1 < slots ? slot + 1 : 0;
        if (table[2 * slot] != 0) continue; // of two features that look alike the first stays
        table[2 * slot] = keyOf(feature);
        lists[slot] = &weights;
    }
    std::string bytes;
    std::uint32_t count = 0;
    for (std::size_t slot = 0; slot < slots; ++slot) {
        table[2 * slot + 1] = count;
        if (!lists[slot]) continue;
        for (const auto& w : *lists[slot]) {
            bytes += static_cast<char>(w.label);
            bytes += static_cast<char>(w.weight);
            ++count;
        }
    }
    table[2 * std::size_t{slots} + 1] = count;
    std::string out(headSize, '\0');
    std::memcpy(out.data(), &slots, 4);
    std::memcpy(out.data() + 4, &count, 4);
    out.append(reinterpret_cast<const char*>(table.data()), table.size() * 4);
    return out + bytes;
}

void SparseTable::add(std::span<const Feature> features, std::int32_t* scores) const
{
    for (const auto feature : features) __builtin_prefetch(m_slots + 2 * slotOf(feature, m_count));
    for (const auto feature : features) {
        std::size_t slot = slotOf(feature, m_count);
        const std::uint32_t key = keyOf(feature);
        while (m_slots[2 * slot] != key && m_slots[2 * slot] != 0) slot = slot + 1 < m_count ? slot + 1 : 0;
        if (m_slots[2 * slot] != key) continue;
        for (auto i = m_slots[2 * slot + 1]; i < m_slots[2 * slot + 3]; ++i) scores[m_weights[i].label] += m_weights[i].weight;
    }
}

} // namespace skein
