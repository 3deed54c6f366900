// SPDX-License-Identifier: GPL-3.0-or-later
// Which of a library's nodes are in the picture, and how it grows. Pure functions over the library's scene.
#pragma once

#include "core/graph/adjacency.h"
#include "core/graph/view/view.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace skein {

// The index of a node in a graph, whose nodes are sorted by id.
std::optional<std::uint32_t> indexOf(const Graph& graph, EntityId entity);
// Of those that the graph has, ascending.
std::vector<std::uint32_t> indicesOf(const Graph& graph, const std::vector<EntityId>& entities);
// Beside the graph's nodes: whether each is one of them.
std::vector<bool> flagsOf(const Graph& graph, const std::vector<EntityId>& entities);

// Whether it stands in the picture and is not taken out by hand. O(log of what the contents name).
bool isPresent(const Contents& contents, EntityId entity);

// The graph of some nodes and the edges among them, with their evidence. `nodes` ascends. Relations and documents stay as
// they are, so that indices into them hold in both graphs.
Graph subgraph(const Graph& graph, const std::vector<std::uint32_t>& nodes);

// Those that one node is linked with, in order of strength: claims between the two, then mentions, then id.
struct Growth {
    std::vector<std::uint32_t> fresh; // the strongest that are not there yet, at most `limit`
    std::uint32_t left = 0;           // how many more there are
};

struct GrowthRequest {
    const Graph& graph;
    const Pairs& pairs;
    const Adjacency& adjacency;
    Contents contents;            // what is stopped is shown when it is met, but growth does not go on from there
    std::uint32_t limit = 60;     // for each node that is grown from

    bool isPresent(std::uint32_t node) const { return skein::isPresent(contents, graph.nodes[node].id); }
    bool isStopped(std::uint32_t node) const { return contains(contents.stopped, graph.nodes[node].id); }
};

// The neighbours of `node`, all or by one relation (its id), in whichever direction.
Growth grow(const GrowthRequest& request, std::uint32_t node, const std::optional<std::string>& relation = {});
// Everything within `hops` of a node. At each node on the way at most `limit` are taken; `left` counts what was passed over.
// From a stopped node it goes on only when the way begins there.
Growth growHops(const GrowthRequest& request, std::uint32_t node, std::uint32_t hops);

// How a node can be grown: its relations with how many neighbours each has that are not there yet.
struct GrowthChoice {
    std::string relation; // id
    std::string label;    // as read from the edges' sources
    std::uint32_t all = 0;
    std::uint32_t fresh = 0;

    bool operator==(const GrowthChoice&) const = default;
};
// The most fresh first, ties by label.
std::vector<GrowthChoice> growthChoices(const GrowthRequest& request, std::uint32_t node);

} // namespace skein
