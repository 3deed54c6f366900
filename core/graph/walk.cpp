// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/walk.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace skein {

std::vector<RelationWay> waysFrom(const Scene& scene, const ViewState& state, std::uint32_t node)
{
    std::map<std::pair<std::uint16_t, bool>, RelationWay> ways; // by relation, outgoing first
    const auto& edges = scene.graph.edges;
    for (const auto link : scene.adjacency.linksOf(node)) {
        const Pair& pair = scene.pairs.pairs[link];
        if (state.presenceOf(link, pair.source, pair.target) == Presence::hidden) continue;
        for (auto k = pair.firstEdge; k < pair.lastEdge; ++k) {
            const auto edge = scene.pairs.edges[k];
            const bool isOutgoing = edges[edge].source == node;
            auto& way = ways[{edges[edge].relation, !isOutgoing}];
            way.relation = edges[edge].relation;
            way.isOutgoing = isOutgoing;
            way.edges.push_back(edge);
        }
    }
    std::vector<std::pair<std::uint64_t, RelationWay>> counted;
    for (auto& [key, way] : ways) {
        std::ranges::sort(way.edges, [&](auto a, auto b) {
            return edges[a].claims != edges[b].claims ? edges[a].claims > edges[b].claims : a < b;
        });
        std::uint64_t claims = 0;
        for (const auto edge : way.edges) claims += edges[edge].claims;
        counted.emplace_back(claims, std::move(way));
    }
    std::ranges::stable_sort(counted, std::greater(), &std::pair<std::uint64_t, RelationWay>::first);
    std::vector<RelationWay> sorted;
    for (auto& [claims, way] : counted) sorted.push_back(std::move(way));
    return sorted;
}

std::optional<std::uint32_t> mostImportant(const Scene& scene, const ViewState& state)
{
    std::optional<std::uint32_t> best;
    for (std::uint32_t i = 0; i < scene.graph.nodes.size(); ++i)
        if (!state.isHidden(i) && (!best || scene.importance[i] > scene.importance[*best])) best = i;
    return best;
}

} // namespace skein
