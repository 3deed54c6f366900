// SPDX-License-Identifier: GPL-3.0-or-later
// Who is next to whom: the graph's edges without direction, parallels and loops, as compressed rows.
#pragma once

#include "core/graph/graph.h"

#include <cstdint>
#include <span>
#include <vector>

namespace skein {

// Two nodes and every edge between them, in either direction. source < target.
struct Pair {
    std::uint32_t source = 0;
    std::uint32_t target = 0;
    std::uint32_t firstEdge = 0; // Pairs::edges[firstEdge, lastEdge) index Graph::edges
    std::uint32_t lastEdge = 0;
    std::uint32_t claims = 0;    // of all its edges
    bool isDisputed = false;     // one of its edges is
    bool isPlanned = false;      // all of its edges are
    bool runsForward = false;    // an edge leads from source to target
    bool runsBackward = false;   // an edge leads from target to source

    bool operator==(const Pair&) const = default;
};

struct Pairs {
    std::vector<Pair> pairs;          // sorted by source, then target
    std::vector<std::uint32_t> edges; // within a pair: the most claims first, ties by index
};

// Edges from a node to itself, and edges that name nodes which are not there, are left out.
Pairs pairsOf(const Graph& graph);

struct Adjacency {
    std::vector<std::uint32_t> firsts;     // row of node i: neighbours[firsts[i], firsts[i + 1])
    std::vector<std::uint32_t> neighbours; // ascending within a row
    std::vector<std::uint32_t> links;      // beside it: index of the pair

    std::size_t size() const { return firsts.empty() ? 0 : firsts.size() - 1; }
    std::uint32_t degree(std::uint32_t node) const { return firsts[node + 1] - firsts[node]; }
    std::span<const std::uint32_t> of(std::uint32_t node) const
    {
        return {neighbours.data() + firsts[node], degree(node)};
    }
    std::span<const std::uint32_t> linksOf(std::uint32_t node) const { return {links.data() + firsts[node], degree(node)}; }
};

Adjacency adjacencyOf(std::size_t nodes, const std::vector<Pair>& pairs);

// The connected components: node indices ascending; the component with the most nodes first, ties by first node.
std::vector<std::vector<std::uint32_t>> componentsOf(const Adjacency& adjacency);

} // namespace skein
