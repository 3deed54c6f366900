// SPDX-License-Identifier: GPL-3.0-or-later
// Soft hulls behind groups of nodes. Made once for positions and groups, on a worker when the graph is large.
#pragma once

#include "core/graph/geometry.h"
#include "core/graph/scene/view-state.h"

#include <string>
#include <vector>

namespace skein {

struct RegionShape {
    std::uint32_t group = 0;
    std::vector<Point> outline; // convex, clockwise on a screen, in world units
    Point centre;
    Rect bounds;
    std::size_t members = 0;
    float purity = 1; // of the nodes within the outline, the share that are members
    std::string name;

    bool operator==(const RegionShape&) const = default;
};

// Of each group with at least three members in sight, those with the most members first. The hull leaves out the tenth of
// the members that stand farthest from the middle: one that strayed should not stretch it. O(n log n), and for the purity,
// for which of very many nodes one in so many is looked at, each outline with the nodes in its bounds.
std::vector<RegionShape> regionShapes(const Regions& regions, const std::vector<Point>& positions, const std::vector<Presence>& presences);

} // namespace skein
