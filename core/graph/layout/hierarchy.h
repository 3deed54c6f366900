// SPDX-License-Identifier: GPL-3.0-or-later
// Who is above whom: ownership, parts, products, leaders and members, in layers from the top down.
//
// After Sugiyama, Tagawa and Toda (1981): cycles are opened, nodes get layers, each layer an order with few crossings
// (barycentres, then neighbours exchanged), and places: every node as near to the middle of its neighbours as its layer
// lets it. What has but one neighbour here hangs from it with its like in a block, so that a hundred products make a block
// and not a layer a hundred wide.
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "core/graph/geometry.h"

#include <string_view>
#include <vector>

namespace skein {

enum class Above : std::uint8_t { neither, source, target };

// Which end of a relation of the ontology stands above the other.
Above aboveIn(std::string_view relation);

// Positions beside graph.nodes. Footprints do not overlap. Nodes that nothing is above or below stand in rows beneath.
// Deterministic. O(links log links) a sweep, of which there are a fixed number. Fails only with cancelled.
Result<std::vector<Point>> hierarchyLayout(const Graph& graph, float aspect, const Cancel& cancel, const Progress& progress = {});

} // namespace skein
