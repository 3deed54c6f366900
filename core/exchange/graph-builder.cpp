// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/graph-builder.h"

#include "core/base/sha256.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <numeric>
#include <tuple>

namespace skein::exchange {
namespace {

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && std::string_view(" \t\r\n").contains(text.front())) text.remove_prefix(1);
    while (!text.empty() && std::string_view(" \t\r\n").contains(text.back())) text.remove_suffix(1);
    return text;
}

// What is no such number leaves the value as it is: in a foreign file the name may stand for something else.
template <typename Number>
bool read(std::string_view text, Number& into)
{
    text = trimmed(text);
    if (text.starts_with('+')) text.remove_prefix(1);
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return false;
    if constexpr (std::is_floating_point_v<Number>)
        if (!std::isfinite(value)) return false;
    into = value;
    return true;
}

bool isTrue(std::string_view text)
{
    text = trimmed(text);
    return text == "true" || text == "1" || text == "True" || text == "TRUE";
}

EntityId entityOf(std::string_view id)
{
    if (const auto ours = entityIdFrom(id)) return *ours;
    return EntityId{idBits(sha256("node" + ('\0' + std::string(id))))};
}

std::vector<std::uint32_t> sortedOrder(std::size_t size, auto isBefore)
{
    std::vector<std::uint32_t> order(size);
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, isBefore);
    return order;
}

} // namespace

std::uint32_t GraphBuilder::indexOf(std::string_view id)
{
    const auto [found, isNew] = m_indices.try_emplace(std::string(id), static_cast<std::uint32_t>(m_nodes.size()));
    if (isNew) {
        m_nodes.emplace_back();
        m_names.emplace_back(id);
    }
    return found->second;
}

Result<void> GraphBuilder::addNode(std::string_view id, const Values& values)
{
    auto& node = m_nodes[indexOf(id)];
    if (m_nodes.size() > maxGraphFileNodes) return fail(Errc::tooLarge, "more than " + std::to_string(maxGraphFileNodes) + " nodes");
    if (node.isThere) return {};
    node.isThere = true;
    node.node.id = entityOf(id);
    node.node.name = id;
    node.node.type = "node";
    for (const auto& [name, value] : values) {
        if (name == "label") node.node.name = value;
        else if (name == "id") node.node.id = entityIdFrom(value).value_or(node.node.id); // igraph numbers nodes anew and keeps ours so
        else if (name == "type") node.node.type = value;
        else if (name == "mentions") read(value, node.node.mentions);
        else if (name == "documents") read(value, node.node.documents);
        else if (name == "x") node.hasPlace = read(value, node.look.position.x);
        else if (name == "y") read(value, node.look.position.y);
        else if (name == "size") read(value, node.look.radius);
        else if (name == "r") read(value, node.look.colour.red);
        else if (name == "g") read(value, node.look.colour.green);
        else if (name == "b") read(value, node.look.colour.blue);
        else if (name == "a") read(value, node.look.colour.alpha);
    }
    m_hasLooks = m_hasLooks || node.hasPlace;
    return {};
}

Result<void> GraphBuilder::addEdge(std::string_view source, std::string_view target, const Values& values)
{
    if (source == target) return {}; // a graph of claims has none, and a layout could not show it
    if (m_edges.size() == maxGraphFileEdges) return fail(Errc::tooLarge, "more than " + std::to_string(maxGraphFileEdges) + " edges");
    Edge edge;
    edge.source = indexOf(source);
    edge.target = indexOf(target);
    edge.edge.claims = 1;
    GraphRelation relation;
    std::string_view kind;
    for (const auto& [name, value] : values) {
        if (name == "label") relation.label = value;
        else if (name == "relation") relation.id = value;
        else if (name == "kind") kind = value;
        else if (name == "claims") read(value, edge.edge.claims);
        else if (name == "documents") read(value, edge.edge.documents);
        else if (name == "confidence") read(value, edge.edge.confidence);
        else if (name == "disputed") edge.edge.isDisputed = isTrue(value);
        else if (name == "planned") edge.edge.isPlanned = isTrue(value);
        else if (name == "evidence") {
            auto read = evidenceFrom(value);
            if (!read) continue;
            edge.hasEvidence = true;
            edge.evidence = std::move(read->evidence);
            edge.quotes = std::move(read->quotes);
            for (auto& one : edge.evidence) one.document = documentOf(std::move(read->documents[one.document]));
            edge.edge.claims = static_cast<std::uint32_t>(edge.evidence.size());
        }
    }
    if (relation.id.empty()) relation.id = !kind.empty() ? kind : !relation.label.empty() ? relation.label : "connected";
    if (relation.label.empty()) relation.label = relation.id == "connected" ? "is connected with" : relation.id;
    if (m_relations.size() > std::numeric_limits<std::uint16_t>::max()) return fail(Errc::tooLarge, "more than 65535 relations");
    edge.relation = m_relations.emplace(std::move(relation), static_cast<std::uint32_t>(m_relations.size())).first->second;
    m_edges.push_back(std::move(edge));
    return {};
}

void GraphBuilder::addDocuments(std::vector<GraphDocument> documents)
{
    for (auto& document : documents) documentOf(std::move(document));
}

std::uint32_t GraphBuilder::documentOf(GraphDocument document)
{
    const auto [found, isNew] = m_documentIndices.try_emplace(document.id, static_cast<std::uint32_t>(m_documents.size()));
    if (isNew) m_documents.push_back(std::move(document));
    return found->second;
}

Result<std::vector<std::uint32_t>> GraphBuilder::sortNodes(GraphFile& file)
{
    for (std::size_t i = 0; i < m_nodes.size(); ++i)
        if (!m_nodes[i].isThere) return fail(Errc::badSyntax, "an edge ends in “" + m_names[i].substr(0, 80) + "”, which is no node");
    const auto order = sortedOrder(m_nodes.size(), [&](auto a, auto b) { return m_nodes[a].node.id < m_nodes[b].node.id; });
    std::vector<std::uint32_t> places(order.size());
    for (const auto i : order) {
        auto& node = m_nodes[i];
        places[i] = static_cast<std::uint32_t>(file.graph.nodes.size());
        if (!file.graph.nodes.empty() && file.graph.nodes.back().id == node.node.id)
            return fail(Errc::badSyntax, "two nodes cannot be told apart by their ids");
        file.graph.nodes.push_back(std::move(node.node));
        if (m_hasLooks) file.looks.push_back(node.look);
    }
    return places;
}

std::vector<std::uint32_t> GraphBuilder::sortDocuments(Graph& graph)
{
    const auto order = sortedOrder(m_documents.size(), [&](auto a, auto b) { return m_documents[a].id < m_documents[b].id; });
    std::vector<std::uint32_t> places(order.size());
    for (const auto i : order) {
        places[i] = static_cast<std::uint32_t>(graph.documents.size());
        graph.documents.push_back(std::move(m_documents[i]));
    }
    return places;
}

void GraphBuilder::takeEdges(GraphFile& file, const std::vector<std::uint32_t>& nodePlaces)
{
    auto& graph = file.graph;
    const auto documentPlaces = sortDocuments(graph);
    std::vector<std::uint32_t> relationPlaces(m_relations.size());
    for (const auto& [relation, number] : m_relations) {
        relationPlaces[number] = static_cast<std::uint32_t>(graph.relations.size());
        graph.relations.push_back(relation);
    }
    for (auto& edge : m_edges) {
        edge.source = nodePlaces[edge.source];
        edge.target = nodePlaces[edge.target];
        edge.relation = relationPlaces[edge.relation];
    }
    std::ranges::stable_sort(m_edges, {}, [](const Edge& edge) { return std::tuple(edge.source, edge.target, edge.relation); });
    // Evidence counts only where every edge has it: Graph cannot say otherwise.
    const bool hasEvidence = !m_edges.empty() && std::ranges::all_of(m_edges, &Edge::hasEvidence);
    const bool hasQuotes = hasEvidence && std::ranges::any_of(m_edges, [](const Edge& edge) { return !edge.quotes.empty(); });
    for (auto& edge : m_edges) {
        GraphEdge* last = graph.edges.empty() ? nullptr : &graph.edges.back();
        const bool isMore = last != nullptr && last->source == edge.source && last->target == edge.target && last->relation == edge.relation;
        if (isMore) {
            // Parallel edges of one relation are one edge here.
            last->claims = static_cast<std::uint32_t>(std::min<std::uint64_t>(std::uint64_t{last->claims} + edge.edge.claims,
                                                                              std::numeric_limits<std::uint32_t>::max()));
            last->documents = std::max(last->documents, edge.edge.documents);
            last->confidence = std::max(last->confidence, edge.edge.confidence);
            last->isDisputed = last->isDisputed || edge.edge.isDisputed;
            last->isPlanned = last->isPlanned && edge.edge.isPlanned;
        } else {
            edge.edge.source = edge.source;
            edge.edge.target = edge.target;
            edge.edge.relation = static_cast<std::uint16_t>(edge.relation);
            edge.edge.firstEvidence = hasEvidence ? static_cast<std::uint32_t>(graph.evidence.size()) : 0;
            graph.edges.push_back(edge.edge);
            if (hasQuotes) file.quotes.emplace_back();
        }
        if (!hasEvidence) continue;
        for (auto& one : edge.evidence) {
            one.document = documentPlaces[one.document];
            graph.evidence.push_back(one);
        }
        if (hasQuotes) std::ranges::move(edge.quotes, std::back_inserter(file.quotes.back()));
    }
    for (std::size_t i = 0; i < file.quotes.size(); ++i)
        if (file.quotes[i].size() != graph.edges[i].claims) file.quotes[i].clear();
}

Result<GraphFile> GraphBuilder::build()
{
    GraphFile file;
    const auto places = sortNodes(file);
    if (!places) return std::unexpected(places.error());
    takeEdges(file, *places);
    *this = GraphBuilder();
    return file;
}

} // namespace skein::exchange
