// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/view/contents.h"

#include <map>
#include <tuple>

namespace skein {

namespace {

constexpr std::uint32_t gone = ~0U;

// The links of a node as indices into its row of the adjacency, the strongest first.
std::vector<std::uint32_t> strongestFirst(const GrowthRequest& request, std::uint32_t node)
{
    const auto neighbours = request.adjacency.of(node);
    const auto links = request.adjacency.linksOf(node);
    std::vector<std::uint32_t> order(neighbours.size());
    for (std::uint32_t i = 0; i < order.size(); ++i)
        order[i] = i;
    const auto rank = [&](std::uint32_t i) {
        return std::tuple(~request.pairs.pairs[links[i]].claims, ~request.graph.nodes[neighbours[i]].mentions, neighbours[i]);
    };
    std::ranges::sort(order, {}, rank);
    return order;
}

bool hasRelation(const GrowthRequest& request, const Pair& pair, const std::string& relation)
{
    for (std::uint32_t i = pair.firstEdge; i < pair.lastEdge; ++i) {
        if (request.graph.relationOf(request.graph.edges[request.pairs.edges[i]]).id == relation)
            return true;
    }
    return false;
}

} // namespace

std::optional<std::uint32_t> indexOf(const Graph& graph, EntityId entity)
{
    const auto found = std::ranges::lower_bound(graph.nodes, entity, {}, &GraphNode::id);
    if (found == graph.nodes.end() || found->id != entity)
        return std::nullopt;
    return static_cast<std::uint32_t>(found - graph.nodes.begin());
}

std::vector<std::uint32_t> indicesOf(const Graph& graph, const std::vector<EntityId>& entities)
{
    std::vector<std::uint32_t> indices;
    for (const EntityId entity : entities) {
        if (const auto index = indexOf(graph, entity))
            indices.push_back(*index);
    }
    std::ranges::sort(indices);
    return indices;
}

std::vector<bool> flagsOf(const Graph& graph, const std::vector<EntityId>& entities)
{
    std::vector<bool> flags(graph.nodes.size(), false);
    for (const std::uint32_t node : indicesOf(graph, entities))
        flags[node] = true;
    return flags;
}

bool isPresent(const Contents& contents, EntityId entity)
{
    return (contents.isWhole || contains(contents.entities, entity)) && !contains(contents.hidden, entity);
}

Graph subgraph(const Graph& graph, const std::vector<std::uint32_t>& nodes)
{
    Graph result;
    result.relations = graph.relations;
    result.documents = graph.documents;
    std::vector<std::uint32_t> place(graph.nodes.size(), gone);
    for (const std::uint32_t node : nodes) {
        place[node] = static_cast<std::uint32_t>(result.nodes.size());
        result.nodes.push_back(graph.nodes[node]);
    }
    for (const GraphEdge& edge : graph.edges) {
        if (place[edge.source] == gone || place[edge.target] == gone)
            continue;
        GraphEdge kept = edge;
        kept.source = place[edge.source];
        kept.target = place[edge.target];
        kept.firstEvidence = static_cast<std::uint32_t>(result.evidence.size());
        const auto evidence = graph.evidenceOf(edge);
        result.evidence.insert(result.evidence.end(), evidence.begin(), evidence.end());
        result.edges.push_back(kept);
    }
    return result;
}

Growth grow(const GrowthRequest& request, std::uint32_t node, const std::optional<std::string>& relation)
{
    Growth growth;
    const auto neighbours = request.adjacency.of(node);
    const auto links = request.adjacency.linksOf(node);
    for (const std::uint32_t i : strongestFirst(request, node)) {
        if (request.isPresent(neighbours[i]) || (relation && !hasRelation(request, request.pairs.pairs[links[i]], *relation)))
            continue;
        if (growth.fresh.size() < request.limit)
            growth.fresh.push_back(neighbours[i]);
        else
            ++growth.left;
    }
    return growth;
}

Growth growHops(const GrowthRequest& request, std::uint32_t node, std::uint32_t hops)
{
    Growth growth;
    std::vector<bool> isMet(request.graph.nodes.size(), false);
    isMet[node] = true;
    std::vector<std::uint32_t> ring{node};
    for (std::uint32_t hop = 0; hop < hops && !ring.empty(); ++hop) {
        std::vector<std::uint32_t> next;
        for (const std::uint32_t from : ring) {
            if (from != node && request.isStopped(from))
                continue;
            std::uint32_t fresh = 0;
            for (const std::uint32_t i : strongestFirst(request, from)) {
                const std::uint32_t other = request.adjacency.of(from)[i];
                if (isMet[other])
                    continue;
                const bool isPresent = request.isPresent(other);
                if (!isPresent && fresh == request.limit) {
                    ++growth.left;
                    continue;
                }
                isMet[other] = true;
                next.push_back(other);
                if (!isPresent) {
                    ++fresh;
                    growth.fresh.push_back(other);
                }
            }
        }
        ring = std::move(next);
    }
    return growth;
}

std::vector<GrowthChoice> growthChoices(const GrowthRequest& request, std::uint32_t node)
{
    std::map<std::string, GrowthChoice> choices; // by id: an id has one choice however it reads
    const auto neighbours = request.adjacency.of(node);
    const auto links = request.adjacency.linksOf(node);
    for (std::size_t i = 0; i < neighbours.size(); ++i) {
        const Pair& pair = request.pairs.pairs[links[i]];
        std::vector<std::string_view> met;
        for (std::uint32_t e = pair.firstEdge; e < pair.lastEdge; ++e) {
            const GraphRelation& relation = request.graph.relationOf(request.graph.edges[request.pairs.edges[e]]);
            if (std::ranges::find(met, relation.id) != met.end())
                continue;
            met.push_back(relation.id);
            GrowthChoice& choice = choices[relation.id];
            choice.relation = relation.id;
            if (choice.label.empty())
                choice.label = relation.label;
            ++choice.all;
            choice.fresh += request.isPresent(neighbours[i]) ? 0 : 1;
        }
    }
    std::vector<GrowthChoice> result;
    for (auto& [id, choice] : choices)
        result.push_back(std::move(choice));
    std::ranges::stable_sort(result, {}, [](const GrowthChoice& choice) { return std::tuple(~choice.fresh, choice.label); });
    return result;
}

} // namespace skein
