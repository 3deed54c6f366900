// SPDX-License-Identifier: GPL-3.0-or-later
// A graph made smaller step by step, so that its shape can be found where it has few nodes and refined where it has many.
//
// The idea (multilevel layout: Walshaw 2003; Hu 2005; the groups after the aggregation of Meyerhenke, Sanders and Schulz
// 2014): nodes that hang together most join into groups of a few, and every group is one node of the next level; a link
// between groups weighs as much as all that it stands for. Nodes with few links choose first, so ends join what they hang
// on; ends that find their hub's group full join each other instead (two-hop matching, LaSalle et al. 2015), or a star would
// never shrink. Cost: O(links) a level, and levels shrink geometrically.
#pragma once

#include "core/base/task.h"
#include "core/graph/adjacency.h"

#include <cstdint>
#include <vector>

namespace skein {

struct CoarseLevel {
    std::vector<std::uint32_t> groupOf; // of each node of the level below: its node in this one
    std::vector<double> mass;           // how many nodes of the finest level each stands for
    Adjacency adjacency;
    std::vector<double> weights;        // of each link; links are numbered by their lower end, then their higher one

    std::size_t size() const { return mass.size(); }
};

// The next level. `weights` beside the links of `adjacency`, `mass` beside its nodes; all above 0. No group has more than
// four times the mean mass, unless one node alone has. Equal input gives an equal level.
CoarseLevel coarsened(const Adjacency& adjacency, const std::vector<double>& weights, const std::vector<double>& mass);

// Level upon level above a graph of unit masses, until one has at most `fewest` nodes or shrinks by less than a sixth. Fewer
// levels than that when cancelled.
std::vector<CoarseLevel> levelsAbove(const Adjacency& adjacency, const std::vector<double>& weights, std::size_t fewest,
                                     const Cancel& cancel);

} // namespace skein
