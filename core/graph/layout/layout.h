// SPDX-License-Identifier: GPL-3.0-or-later
// Where the nodes of a graph stand. Deterministic: the same input gives the same bytes on every machine and with any
// number of threads; nothing depends on time, fonts or hash order, and of the mathematics library only sqrt is used.
//
// The idea: each connected component is laid out for itself (small ones by stress, tried from several starts and judged by
// crossings; large ones from coarse to fine, see multilevel.h), room is made for labels, and the components are packed for a
// wide window, single nodes in rows beneath. A graph that grew keeps its old nodes where they were.
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "core/graph/geometry.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace skein {

// What is known and wished for beside the graph.
struct LayoutRequest {
    std::vector<std::optional<Point>> start;  // beside the nodes: where they were; empty: nothing is known
    std::vector<std::uint8_t> isPinned;       // beside the nodes, or empty; pinned nodes have a start and keep it
    std::vector<float> radii;                 // beside the nodes, in world units: how large they are drawn; empty: by mentions
    bool keepsPlaces = false;                 // no node that has a start moves, however few these are
    float aspect = 1.6F;                      // width over height of the window
    std::uint64_t seed = 1;
};

// Called now and then with all positions so far: of the component that has at least half of the nodes, if there is one, the
// others waiting in rows under it. May be empty.
using LayoutSnapshot = std::function<void(const std::vector<Point>& positions)>;

// Positions beside graph.nodes, in world units, all finite. Footprints of nodes do not overlap in graphs of up to 400
// nodes unless pins force it; in larger ones the nodes themselves do not, as far as a bounded number of rounds removes it.
// When at least half of the nodes have a start, or `keepsPlaces` asks for it, those do not move at all; otherwise all is laid
// out anew, then moved and mirrored to lie as near to the old picture as it can. Cost: O(n²) below 400 nodes a component,
// O(n log n) a step beyond; components are laid out beside each other on all cores. Progress and snapshots happen on the
// calling thread. Fails only with cancelled.
Result<std::vector<Point>> layOut(const Graph& graph, const LayoutRequest& request, const Cancel& cancel, const Progress& progress = {},
                                  const LayoutSnapshot& snapshot = {});

} // namespace skein
