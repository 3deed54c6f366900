// SPDX-License-Identifier: GPL-3.0-or-later
// One node in the middle, all others in rings around it by how many hops away they are (after Yee, Fisher, Dhamija and
// Hearst, "Animated Exploration of Graphs with Radial Layout", 2001): each node keeps to the sector of the one that it was
// reached from. A ring that is too full for one line takes several.
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "core/graph/geometry.h"

#include <cstdint>
#include <vector>

namespace skein {

// Positions beside graph.nodes; the centre's footprint lies around the origin. Footprints do not overlap. Nodes that no way
// leads to stand in rows beneath. A centre that is not there: the most mentioned node. Deterministic, as far as the
// machine's sine is. O(n log n). Fails only with cancelled.
Result<std::vector<Point>> radialLayout(const Graph& graph, std::uint32_t centre, float aspect, const Cancel& cancel);

} // namespace skein
