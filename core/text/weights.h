// SPDX-License-Identifier: GPL-3.0-or-later
// Linear models over hashed features. A feature is 64 bits of hash; a table maps it to one small integer a class; a score is
// the sum over all features. Integers only, so that every machine comes to the same decision.
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace skein {

using Feature = std::uint64_t;

// Mixes the parts of a feature; the order of the parts matters.
constexpr Feature combine(Feature a, Feature b)
{
    const Feature x = ((a + 1) * 0x9E3779B97F4A7C15u ^ (b + (b << 32))) * 0xBF58476D1CE4E5B9u;
    return x ^ (x >> 31);
}

// The hash of a string, the same on every machine.
Feature hashOf(std::string_view bytes);

// A read-only view of a table in a model file; the bytes must outlive it.
class WeightTable {
public:
    WeightTable() = default;

    // Fails with corrupt.
    static Result<WeightTable> open(std::string_view bytes);

    // The bytes of a table with these rows, all of `classes` weights; rows of zeros are left out.
    static std::string bytesOf(std::size_t classes, const std::vector<std::pair<Feature, std::vector<std::int8_t>>>& rows);

    std::size_t classes() const { return m_classes; }

    // The weights of the feature, or nullptr when the table has none.
    const std::int8_t* find(Feature feature) const
    {
        std::uint32_t slot = static_cast<std::uint32_t>(feature) & m_mask;
        const std::uint32_t key = keyOf(feature);
        while (m_keys[slot] != key) {
            if (m_keys[slot] == 0) return nullptr;
            slot = (slot + 1) & m_mask;
        }
        return m_rows + std::size_t{slot} * m_stride;
    }

    // scores[c] += the weight of every feature for class c. REQUIRES: scores has room for stride() numbers.
    void add(std::span<const Feature> features, std::int32_t* scores) const;

    std::size_t stride() const { return m_stride; }

private:
    static std::uint32_t keyOf(Feature feature) { return static_cast<std::uint32_t>(feature >> 32) | 1u; }

    std::size_t m_classes = 0;
    std::size_t m_stride = 0;
    std::uint32_t m_mask = 0;
    const std::uint32_t* m_keys = nullptr;
    const std::int8_t* m_rows = nullptr;
};

} // namespace skein
