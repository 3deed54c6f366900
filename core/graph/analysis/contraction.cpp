// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/analysis/contraction.h"

#include <algorithm>
#include <tuple>

namespace skein {

namespace {

constexpr std::uint32_t none = ~0U;

auto evidenceOrder(const GraphEvidence& e)
{
    return std::tuple(e.document, -e.confidence, e.when.first, e.when.last, e.isDatedByWords);
}

// Adds `edge` of the old graph to `joined`, which has the same ends and relation in the new one.
void join(GraphEdge& joined, const GraphEdge& edge)
{
    joined.claims += edge.claims;
    joined.documents = std::max(joined.documents, edge.documents);
    joined.confidence = std::max(joined.confidence, edge.confidence);
    joined.isDisputed = joined.isDisputed || edge.isDisputed;
    joined.isPlanned = joined.isPlanned && edge.isPlanned;
}

std::uint32_t documentsIn(std::span<const GraphEvidence> sorted)
{
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < sorted.size(); ++i)
        count += i == 0 || sorted[i].document != sorted[i - 1].document ? 1 : 0;
    return count;
}

} // namespace

Contraction contract(const Graph& graph, const std::vector<Fold>& folds)
{
    const auto count = static_cast<std::uint32_t>(graph.nodes.size());
    std::vector<std::uint32_t> leadOf(count, none);
    std::vector<std::uint32_t> foldOf(count, none); // of a lead
    for (std::uint32_t f = 0; f < folds.size(); ++f) {
        const Fold& fold = folds[f];
        if (fold.lead >= count || leadOf[fold.lead] != none)
            continue;
        leadOf[fold.lead] = fold.lead;
        foldOf[fold.lead] = f;
        for (const std::uint32_t member : fold.members) {
            if (member < count && leadOf[member] == none)
                leadOf[member] = fold.lead;
        }
    }

    Contraction result;
    result.graph.relations = graph.relations;
    result.graph.documents = graph.documents;
    result.nodeOf.assign(count, none);
    for (std::uint32_t i = 0; i < count; ++i) {
        if (leadOf[i] != none && leadOf[i] != i)
            continue;
        result.nodeOf[i] = static_cast<std::uint32_t>(result.graph.nodes.size());
        result.graph.nodes.push_back(graph.nodes[i]);
        result.sizes.push_back(1);
        if (foldOf[i] != none && !folds[foldOf[i]].name.empty())
            result.graph.nodes.back().name = folds[foldOf[i]].name;
    }
    for (std::uint32_t i = 0; i < count; ++i) {
        if (result.nodeOf[i] != none)
            continue;
        result.nodeOf[i] = result.nodeOf[leadOf[i]];
        GraphNode& node = result.graph.nodes[result.nodeOf[i]];
        node.mentions += graph.nodes[i].mentions;
        node.documents = std::max(node.documents, graph.nodes[i].documents);
        ++result.sizes[result.nodeOf[i]];
    }

    std::vector<std::uint32_t> order;
    const auto key = [&](std::uint32_t e) {
        const GraphEdge& edge = graph.edges[e];
        return std::tuple(result.nodeOf[edge.source], result.nodeOf[edge.target], edge.relation);
    };
    for (std::uint32_t e = 0; e < graph.edges.size(); ++e) {
        const GraphEdge& edge = graph.edges[e];
        const bool isInside = result.nodeOf[edge.source] == result.nodeOf[edge.target] && edge.source != edge.target;
        if (!isInside)
            order.push_back(e);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
    result.graph.edges.reserve(order.size());
    result.graph.evidence.reserve(graph.evidence.size());
    for (std::size_t i = 0; i < order.size();) {
        GraphEdge joined = graph.edges[order[i]];
        std::tie(joined.source, joined.target, joined.relation) = key(order[i]);
        joined.firstEvidence = static_cast<std::uint32_t>(result.graph.evidence.size());
        std::size_t end = i;
        for (; end < order.size() && key(order[end]) == key(order[i]); ++end) {
            if (end > i)
                join(joined, graph.edges[order[end]]);
            const auto evidence = graph.evidenceOf(graph.edges[order[end]]);
            result.graph.evidence.insert(result.graph.evidence.end(), evidence.begin(), evidence.end());
        }
        if (end > i + 1 && !graph.evidence.empty()) {
            std::sort(result.graph.evidence.begin() + joined.firstEvidence, result.graph.evidence.end(),
                      [](const GraphEvidence& a, const GraphEvidence& b) { return evidenceOrder(a) < evidenceOrder(b); });
            joined.documents = documentsIn(result.graph.evidenceOf(joined));
        }
        result.graph.edges.push_back(joined);
        i = end;
    }
    if (graph.evidence.empty()) {
        for (GraphEdge& edge : result.graph.edges)
            edge.firstEvidence = 0;
    }
    return result;
}

std::vector<std::uint32_t> leavesOf(const Adjacency& adjacency, std::uint32_t hub)
{
    std::vector<std::uint32_t> leaves;
    for (const std::uint32_t other : adjacency.of(hub)) {
        if (adjacency.degree(other) == 1)
            leaves.push_back(other);
    }
    return leaves;
}

} // namespace skein
