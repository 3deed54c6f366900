// SPDX-License-Identifier: GPL-3.0-or-later
// The layered drawing of a directed graph: for hierarchy.cpp. It knows boxes and arcs, nothing of entities.
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "core/graph/geometry.h"

#include <cstdint>
#include <vector>

namespace skein {

struct Arc {
    std::uint32_t above = 0;
    std::uint32_t below = 0;
    double weight = 1;

    bool operator==(const Arc&) const = default;
};

// Where the middles (0, 0) of the boxes stand. Boxes do not overlap; below is lower than above, but for the arcs that had
// to be turned to open a cycle. REQUIRES: no arc from a box to itself, no two with the same ends in the same order.
// Fails only with cancelled.
Result<std::vector<Vec>> layeredPlacement(const std::vector<Rect>& boxes, const std::vector<Arc>& arcs, const Cancel& cancel);

// How many pairs of arcs between two neighbouring layers cross, given the places of their ends in the order of each layer.
// Sorts `ends`. O(n log n) (Barth, Jünger and Mutzel 2004).
std::uint64_t crossings(std::vector<std::pair<std::uint32_t, std::uint32_t>>& ends);

} // namespace skein
