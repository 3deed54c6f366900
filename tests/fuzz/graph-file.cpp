// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as GraphML or GEXF: they are refused, or what was read is a sound graph that comes back the same from both.
#include "core/exchange/graph-file.h"
#include "tests/fuzz/check.h"

#include <algorithm>
#include <tuple>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace skein;
    using fuzz::require;
    const Cancel goOn;
    const auto file = exchange::readGraphFile({reinterpret_cast<const char*>(data), size}, goOn);
    if (!file) {
        require(!file.error().detail.empty());
        return 0;
    }
    const auto& graph = file->graph;
    require(std::ranges::is_sorted(graph.nodes, {}, &GraphNode::id) && std::ranges::is_sorted(graph.relations));
    require(std::ranges::is_sorted(graph.edges, {}, [](const GraphEdge& e) { return std::tuple(e.source, e.target, e.relation); }));
    require(file->looks.empty() || file->looks.size() == graph.nodes.size());
    require(file->quotes.empty() || file->quotes.size() == graph.edges.size());
    for (const auto& node : graph.nodes) require(isUtf8(node.name) && isUtf8(node.type));
    for (const auto& edge : graph.edges) {
        require(edge.source < graph.nodes.size() && edge.target < graph.nodes.size() && edge.source != edge.target);
        require(edge.relation < graph.relations.size());
        require(graph.evidence.empty() || edge.firstEvidence + edge.claims <= graph.evidence.size());
        for (const auto& one : graph.evidenceOf(edge)) require(one.document < graph.documents.size());
    }
    require(exchange::readGraphFile(exchange::writeGraphml(*file), goOn) == *file);
    require(exchange::readGraphFile(exchange::writeGexf(*file), goOn) == *file);
    require(!exchange::writeJsonLd(*file).empty() && !exchange::writeCsv(*file).edges.empty());
    return 0;
}
