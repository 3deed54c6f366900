// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/view/seen.h"

#include "core/graph/view/claim-test.h"
#include "core/graph/view/contents.h"

namespace skein {

ClaimTest::ClaimTest(const Graph& graph, const Filter& filter) : m_filter(filter)
{
    if (!filter.types.empty()) {
        for (const GraphNode& node : graph.nodes)
            m_isTypeOut.push_back(contains(filter.types, node.type));
    }
    for (const GraphRelation& known : graph.relations)
        m_isRelationOut.push_back(contains(filter.relations, known.id));
    if (!filter.sources.empty()) {
        for (const GraphDocument& document : graph.documents)
            m_isSourceOut.push_back(contains(filter.sources, document.id));
    }
}

namespace {

// Whether a claim behind each edge meets every condition but the one on types, which is the nodes'.
std::vector<bool> edgesThatStay(const Graph& graph, const ClaimTest& test)
{
    std::vector<bool> stays;
    stays.reserve(graph.edges.size());
    for (const GraphEdge& edge : graph.edges) {
        DocumentCount documents;
        test.eachClaim(graph, edge, [&](const GraphEvidence& claim, std::uint8_t fails) {
            if ((fails & ~ClaimTest::type) == 0)
                documents.take(claim, edge);
        });
        stays.push_back(documents.count() >= std::max(1U, test.leastSources()));
    }
    return stays;
}

// Nodes within the focus's depth along pairs that stay.
std::vector<bool> nodesInFocus(const Adjacency& adjacency, std::uint32_t start, std::uint32_t depth, const std::vector<bool>& pairs,
                               const std::vector<bool>& nodes, const std::vector<bool>& stopped)
{
    std::vector<bool> isIn(adjacency.size(), false);
    isIn[start] = true;
    std::vector<std::uint32_t> ring{start};
    for (std::uint32_t hop = 0; hop < depth && !ring.empty(); ++hop) {
        std::vector<std::uint32_t> next;
        for (const std::uint32_t from : ring) {
            if (from != start && stopped[from])
                continue;
            const auto others = adjacency.of(from);
            const auto links = adjacency.linksOf(from);
            for (std::size_t i = 0; i < others.size(); ++i) {
                if (!isIn[others[i]] && pairs[links[i]] && nodes[others[i]]) {
                    isIn[others[i]] = true;
                    next.push_back(others[i]);
                }
            }
        }
        ring = std::move(next);
    }
    return isIn;
}

} // namespace

Seen seenIn(const Graph& graph, const Pairs& pairs, const Adjacency& adjacency, const GraphView& view)
{
    Seen seen;
    seen.shown = static_cast<std::uint32_t>(graph.nodes.size());
    std::optional<std::uint32_t> focus;
    if (view.focus)
        focus = indexOf(graph, view.focus->node);
    if (view.filter.isEmpty() && !focus && view.contents.hidden.empty())
        return seen;

    const ClaimTest test(graph, view.filter);
    const std::vector<bool> edges = edgesThatStay(graph, test);
    std::vector<bool> isNodeIn(graph.nodes.size(), !view.filter.asksOfClaims());
    for (std::size_t e = 0; e < graph.edges.size() && view.filter.asksOfClaims(); ++e) {
        if (edges[e])
            isNodeIn[graph.edges[e].source] = isNodeIn[graph.edges[e].target] = true;
    }
    const std::vector<bool> isTakenOut = flagsOf(graph, view.contents.hidden);
    for (std::uint32_t i = 0; i < graph.nodes.size(); ++i)
        isNodeIn[i] = isNodeIn[i] && test.hasType(i) && !isTakenOut[i];
    std::vector<bool> isPairIn;
    isPairIn.reserve(pairs.pairs.size());
    for (const Pair& pair : pairs.pairs) {
        bool stays = false;
        for (std::uint32_t i = pair.firstEdge; i < pair.lastEdge && !stays; ++i)
            stays = edges[pairs.edges[i]];
        isPairIn.push_back(stays);
    }
    if (focus) {
        const auto reached = nodesInFocus(adjacency, *focus, view.focus->depth, isPairIn, isNodeIn, flagsOf(graph, view.contents.stopped));
        for (std::uint32_t i = 0; i < graph.nodes.size(); ++i)
            isNodeIn[i] = i == *focus || (isNodeIn[i] && reached[i]);
    }

    const Presence rest = view.hidesRest ? Presence::hidden : Presence::faded;
    seen.nodes.reserve(graph.nodes.size());
    seen.shown = 0;
    for (std::uint32_t i = 0; i < graph.nodes.size(); ++i) {
        seen.nodes.push_back(isNodeIn[i] ? Presence::shown : isTakenOut[i] ? Presence::hidden : rest);
        seen.shown += isNodeIn[i] ? 1 : 0;
    }
    seen.pairs.reserve(pairs.pairs.size());
    for (std::size_t i = 0; i < pairs.pairs.size(); ++i)
        seen.pairs.push_back(isPairIn[i] ? Presence::shown : rest);
    return seen;
}

} // namespace skein
