// SPDX-License-Identifier: GPL-3.0-or-later
// The layout of a large connected component, from coarse to fine.
//
// The idea (multilevel layout: Walshaw 2003; Hachul and Jünger 2004; Hu 2005): the graph is made smaller level by level
// (coarsening.h) until some hundred groups are left; these are placed by their distances to pivots (Brandes and Pich 2007) and
// by stress; then each finer level starts where the groups of the coarser one stand and is refined by few steps. What hangs
// together comes to lie together where that is cheap, which no number of steps on the whole graph achieves.
//
// Three forces refine a level: repulsion, in the room that a node has; affinity, which draws a node to most of its
// neighbours and not between all of them; and stress on the distances to the pivots, strong on coarse levels, where the
// shape of the whole is decided, and weak on the finest, where neighbours are. Distances are counted in hops of the finest
// level throughout: a group's is the mean of its members'.
//
// Cost: a breadth-first search a pivot, then O(n log n) a step, and with all coarser levels about twice the finest one's
// steps. Memory: some 250 bytes a node, and 4 more a pivot.
#pragma once

#include "core/graph/layout/component.h"

#include <cstdint>
#include <vector>

namespace skein {

// From nothing; fixed nodes keep their start. `step` hears of all nodes at least once a level, those of coarse levels spread
// around their group. Nodes do not overlap as far as a bounded number of rounds removes it. Empty when cancelled.
// REQUIRES: a connected component of more than one node.
std::vector<Vec> layOutByLevels(const Component& component, std::uint64_t seed, const Cancel& cancel, const ComponentStep& step);

} // namespace skein
