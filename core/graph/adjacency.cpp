// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/adjacency.h"

#include <algorithm>
#include <tuple>

namespace skein {

Pairs pairsOf(const Graph& graph)
{
    Pairs result;
    const auto ends = [&](std::uint32_t e) {
        const GraphEdge& edge = graph.edges[e];
        return std::pair(std::min(edge.source, edge.target), std::max(edge.source, edge.target));
    };
    for (std::uint32_t e = 0; e < graph.edges.size(); ++e) {
        if (const auto [low, high] = ends(e); low != high && high < graph.nodes.size())
            result.edges.push_back(e);
    }
    std::sort(result.edges.begin(), result.edges.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::tuple(ends(a), graph.edges[b].claims, a) < std::tuple(ends(b), graph.edges[a].claims, b);
    });
    for (std::uint32_t i = 0; i < result.edges.size(); ++i) {
        const GraphEdge& edge = graph.edges[result.edges[i]];
        const auto [low, high] = ends(result.edges[i]);
        if (result.pairs.empty() || result.pairs.back().source != low || result.pairs.back().target != high)
            result.pairs.push_back({.source = low, .target = high, .firstEdge = i, .lastEdge = i, .isPlanned = true});
        Pair& pair = result.pairs.back();
        pair.lastEdge = i + 1;
        pair.claims += edge.claims;
        pair.isDisputed = pair.isDisputed || edge.isDisputed;
        pair.isPlanned = pair.isPlanned && edge.isPlanned;
        (edge.source == low ? pair.runsForward : pair.runsBackward) = true;
    }
    return result;
}

Adjacency adjacencyOf(std::size_t nodes, const std::vector<Pair>& pairs)
{
    Adjacency result;
    result.firsts.assign(nodes + 1, 0);
    for (const Pair& pair : pairs) {
        ++result.firsts[pair.source + 1];
        ++result.firsts[pair.target + 1];
    }
    for (std::size_t i = 0; i < nodes; ++i)
        result.firsts[i + 1] += result.firsts[i];
    result.neighbours.resize(pairs.size() * 2);
    result.links.resize(pairs.size() * 2);
    std::vector<std::uint32_t> next(result.firsts.begin(), result.firsts.end() - 1);
    // Two sweeps keep every row ascending: neighbours below the node come first.
    for (std::uint32_t i = 0; i < pairs.size(); ++i) {
        const std::uint32_t at = next[pairs[i].target]++;
        result.neighbours[at] = pairs[i].source;
        result.links[at] = i;
    }
    for (std::uint32_t i = 0; i < pairs.size(); ++i) {
        const std::uint32_t at = next[pairs[i].source]++;
        result.neighbours[at] = pairs[i].target;
        result.links[at] = i;
    }
    return result;
}

std::vector<std::vector<std::uint32_t>> componentsOf(const Adjacency& adjacency)
{
    std::vector<std::vector<std::uint32_t>> result;
    std::vector<bool> isSeen(adjacency.size(), false);
    for (std::uint32_t start = 0; start < adjacency.size(); ++start) {
        if (isSeen[start])
            continue;
        std::vector<std::uint32_t> members{start};
        isSeen[start] = true;
        for (std::size_t i = 0; i < members.size(); ++i) {
            for (const std::uint32_t other : adjacency.of(members[i])) {
                if (!isSeen[other]) {
                    isSeen[other] = true;
                    members.push_back(other);
                }
            }
        }
        std::sort(members.begin(), members.end());
        result.push_back(std::move(members));
    }
    std::stable_sort(result.begin(), result.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
    return result;
}

} // namespace skein
