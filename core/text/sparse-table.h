// SPDX-License-Identifier: GPL-3.0-or-later
// Linear models over hashed features in which most features speak for few classes: each feature has a short list of classes
// and eight-bit weights.
#pragma once

#include "core/text/weights.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace skein {

struct SparseWeight {
    std::uint8_t label = 0;
    std::int8_t weight = 0;

    bool operator==(const SparseWeight&) const = default;
};

// A read-only view of a table in a model file; the bytes must outlive it.
class SparseTable {
public:
    SparseTable() = default;

    // Fails with corrupt; every label is under `classes`.
    static Result<SparseTable> open(std::string_view bytes, std::size_t classes);
    // REQUIRES: features in ascending order, none twice. Features without weights are left out.
    static std::string bytesOf(const std::vector<std::pair<Feature, std::vector<SparseWeight>>>& rows);

    // scores[label] += weight, for every feature.
    void add(std::span<const Feature> features, std::int32_t* scores) const;

private:
    static std::uint32_t keyOf(Feature feature) { return static_cast<std::uint32_t>(feature >> 32) | 1u; }
    static std::size_t slotOf(Feature feature, std::size_t slots) { return (feature & 0xFFFFFFFFu) * slots >> 32; }

    std::size_t m_count = 0;                // of slots
    const std::uint32_t* m_slots = nullptr; // key and first weight of each slot; one more at the end
    const SparseWeight* m_weights = nullptr;
};

} // namespace skein
