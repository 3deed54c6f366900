// SPDX-License-Identifier: GPL-3.0-or-later
// A uniform grid over segments and points: what is near a place, without looking at everything.
#pragma once

#include "core/graph/geometry.h"

#include <cstdint>
#include <vector>

namespace skein {

// Items are segments; a node is a segment without length. Each stands in every cell that it passes. Building costs
// O(items + cells passed), a query the cells it covers and what stands in them.
class GridIndex {
public:
    struct Segment {
        Point from;
        Point to;
    };

    GridIndex() = default;
    explicit GridIndex(std::vector<Segment> items);

    // Indices of the items that may have a point in `area`, ascending, each once: none that has is missing.
    std::vector<std::uint32_t> in(const Rect& area) const;

private:
    struct CellRange {
        int left = 0;
        int top = 0;
        int right = 0;
        int bottom = 0;
    };
    CellRange rangeOf(const Rect& area) const;
    template <typename Visit>
    void eachCell(const Segment& item, const Visit& visit) const;

    std::vector<Segment> m_items;
    std::vector<std::uint32_t> m_firsts;  // row-major cells: m_entries[m_firsts[c], m_firsts[c + 1])
    std::vector<std::uint32_t> m_entries;
    Rect m_bounds;
    float m_side = 1;
    int m_columns = 0;
    int m_rows = 0;
};

} // namespace skein
