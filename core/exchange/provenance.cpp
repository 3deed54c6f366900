// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/provenance.h"

#include "core/base/utf8.h"
#include "core/store/names.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace skein::exchange {
namespace {

constexpr int contextCharacters = 32;

bool isContinuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

std::string before(std::string_view text, std::uint32_t at)
{
    auto from = at;
    for (int i = 0; i < contextCharacters && from > 0; ++i)
        do --from;
        while (from > 0 && isContinuation(text[from]));
    return std::string(text.substr(from, at - from));
}

std::string after(std::string_view text, std::uint32_t at)
{
    std::size_t to = at;
    for (int i = 0; i < contextCharacters && to < text.size(); ++i)
        do ++to;
        while (to < text.size() && isContinuation(text[to]));
    return std::string(text.substr(at, to - at));
}

class Texts {
public:
    explicit Texts(const std::vector<store::ContentDocument>& documents)
    {
        for (const auto& document : documents)
            m_texts.emplace(document.summary.id, std::pair(std::string_view(document.text), OffsetMap(document.text, OffsetMap::Unit::codePoint)));
    }

    Provenance of(const Quote& quote) const
    {
        const auto& [text, offsets] = m_texts.at(quote.document);
        return {.claim = quote.claim, .document = quote.document, .quote = quote.text,
                .start = offsets.fromByte(quote.span.begin), .end = offsets.fromByte(quote.span.end),
                .before = before(text, quote.span.begin), .after = after(text, quote.span.end), .speaker = quote.speakerName,
                .polarity = std::string(store::wordFor(quote.polarity)), .modality = std::string(store::wordFor(quote.modality)),
                .status = std::string(store::wordFor(quote.status)), .time = quote.time, .rule = quote.rule,
                .confidence = static_cast<float>(quote.confidence)};
    }

private:
    std::map<DocumentId, std::pair<std::string_view, OffsetMap>> m_texts;
};

// An edge of a graph by its ends and its relation.
using Key = std::tuple<EntityId, EntityId, std::string_view>;
using Edges = std::map<Key, std::size_t>;

Edges edgesOf(const Graph& graph)
{
    Edges edges;
    for (std::size_t i = 0; i < graph.edges.size(); ++i) {
        const auto& edge = graph.edges[i];
        edges.emplace(Key(graph.nodes[edge.source].id, graph.nodes[edge.target].id, graph.relationOf(edge).id), i);
    }
    return edges;
}

EntityId leaderOf(const Leaders& leaders, EntityId entity)
{
    const auto found = std::ranges::lower_bound(leaders, entity, {}, &Leaders::value_type::first);
    return found != leaders.end() && found->first == entity ? found->second : entity;
}

std::uint32_t placeOf(const std::vector<GraphDocument>& documents, DocumentId document)
{
    return static_cast<std::uint32_t>(std::ranges::lower_bound(documents, document, {}, &GraphDocument::id) - documents.begin());
}

} // namespace

GraphFile graphFile(const store::Content& content, Graph graph, std::vector<NodeLook> looks, const Leaders& leaders)
{
    GraphFile file{.graph = std::move(graph), .looks = std::move(looks)};
    const Texts texts(content.documents);
    const auto edges = edgesOf(file.graph);
    const auto own = leaders.empty() ? Edges() : edgesOf(content.graph);
    std::vector<const Quote*> claims;
    for (const auto& claim : content.claims) {
        if (claim.status == ClaimStatus::rejected) continue;
        if (claim.object) claims.push_back(&claim);
        else if (std::ranges::binary_search(file.graph.nodes, claim.subject, {}, &GraphNode::id))
            file.facts.push_back({claim.subject, {claim.relation, claim.label}, claim.value, texts.of(claim)});
    }
    // In the order of the evidence behind each of the library's edges.
    std::ranges::sort(claims, {}, [](const Quote* claim) { return std::pair(claim->document, claim->claim); });
    file.quotes.resize(file.graph.edges.size());
    std::vector<std::vector<GraphEvidence>> evidence(file.graph.edges.size());
    std::vector<std::uint32_t> told(content.graph.edges.size(), 0);
    for (const auto* claim : claims) {
        auto source = claim->subject, target = *claim->object;
        const auto relation = content.relations.find(claim->relation);
        if (relation != content.relations.end() && relation->second.symmetric && target < source) std::swap(source, target);
        const auto from = leaderOf(leaders, source), to = leaderOf(leaders, target);
        const auto edge = edges.find(Key(from, to, claim->relation));
        const auto mine = own.find(Key(source, target, claim->relation));
        const auto behind = mine == own.end() ? std::span<const GraphEvidence>() : content.graph.evidenceOf(content.graph.edges[mine->second]);
        const auto at = mine == own.end() ? 0 : told[mine->second]++;
        if (edge == edges.end() || (from == to && source != target)) continue;
        file.quotes[edge->second].push_back(texts.of(*claim));
        if (at < behind.size()) evidence[edge->second].push_back(behind[at]);
    }
    for (std::size_t i = 0; i < file.quotes.size(); ++i) {
        const auto& edge = file.graph.edges[i];
        const auto count = file.graph.evidenceOf(edge).size();
        if (file.quotes[i].size() != count) {
            file.quotes[i].clear();
        } else if (evidence[i].size() == count) {
            for (auto& one : evidence[i]) one.document = placeOf(file.graph.documents, content.graph.documents[one.document].id);
            std::ranges::copy(evidence[i], file.graph.evidence.begin() + edge.firstEvidence);
        }
    }
    if (std::ranges::all_of(file.quotes, &std::vector<Provenance>::empty)) file.quotes.clear();
    std::map<DocumentId, std::string> uris;
    for (const auto& document : content.documents) uris.emplace(document.summary.id, document.summary.uri);
    for (const auto& document : file.graph.documents) file.uris.push_back(uris[document.id]);
    return file;
}

} // namespace skein::exchange
