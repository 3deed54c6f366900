// SPDX-License-Identifier: GPL-3.0-or-later
// verify and summary: what is in a library, and whether it is sound.
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/words.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace skein::cli {
namespace {

constexpr std::size_t shownEdges = 10;

std::string typesOf(const Graph& graph)
{
    std::map<std::string_view, std::size_t> counts;
    for (const auto& node : graph.nodes) ++counts[node.type];
    std::vector<std::pair<std::string_view, std::size_t>> types(counts.begin(), counts.end());
    std::ranges::stable_sort(types, std::ranges::greater{}, [](const auto& type) { return type.second; });
    std::string words;
    for (const auto& [type, count] : types)
        words += (words.empty() ? "" : ", ") + std::to_string(count) + " " + std::string(type);
    return words;
}

// The edges with the most claims; among equals those from more sources, then those between better-known ends.
std::vector<GraphEdge> strongest(const Graph& graph)
{
    auto edges = graph.edges;
    const auto mentions = [&](const GraphEdge& edge) {
        return graph.nodes[edge.source].mentions + graph.nodes[edge.target].mentions;
    };
    std::ranges::stable_sort(edges, [&](const GraphEdge& a, const GraphEdge& b) {
        return std::tuple(a.claims, a.documents, mentions(a), a.confidence) >
               std::tuple(b.claims, b.documents, mentions(b), b.confidence);
    });
    if (edges.size() > shownEdges) edges.resize(shownEdges);
    return edges;
}

} // namespace

int verify(const std::string& name)
{
    const auto library = openForReading(name);
    if (!library) return Exit::unusable;
    const auto troubles = library->verify({});
    if (!troubles) return refuse(troubles.error(), name);
    for (const auto& trouble : *troubles) complain(trouble);
    if (!troubles->empty()) return Exit::inputFailed;
    const auto counts = library->counts();
    if (!counts) return refuse(counts.error(), name);
    print("Sound: " + counted(counts->documents, "document", "documents") + ", " +
          counted(counts->mentions, "mention", "mentions") + ", " + counted(counts->claims, "claim", "claims") +
          ", every quote as it stands in its source.\n");
    return finishOutput() ? Exit::ok : Exit::unusable;
}

int summary(const std::string& name)
{
    const auto library = openForReading(name);
    if (!library) return Exit::unusable;
    const auto documents = library->documents();
    if (!documents) return refuse(documents.error(), name);
    const auto graph = library->graph();
    if (!graph) return refuse(graph.error(), name);

    print(counted(documents->size(), "document", "documents") + "\n");
    for (const auto& document : *documents)
        print("  " + (document.published.empty() ? std::string("undated") : document.published) + "  " +
              oneLine(document.title) + " (" + document.name + ")\n");
    print(counted(graph->nodes.size(), "entity", "entities"));
    if (!graph->nodes.empty()) print(": " + typesOf(*graph));
    print("\n" + counted(graph->edges.size(), "edge", "edges"));
    const auto edges = strongest(*graph);
    if (edges.size() < graph->edges.size()) print("; the " + std::to_string(edges.size()) + " strongest");
    print(edges.empty() ? "\n" : ":\n");
    for (const auto& edge : edges) {
        const auto& source = graph->nodes[edge.source];
        const auto& target = graph->nodes[edge.target];
        const auto quote = library->quoteOf(source.id, target.id, graph->relationOf(edge).id);
        if (!quote) return refuse(quote.error(), name);
        print("  " + source.name + " – " + graph->relationOf(edge).label + " – " + target.name + " (" +
              counted(edge.claims, "quote", "quotes") + ")\n");
        if (*quote) print("      “" + oneLine((*quote)->text) + "” – " + oneLine((*quote)->documentTitle) + "\n");
    }
    return finishOutput() ? Exit::ok : Exit::unusable;
}

} // namespace skein::cli
