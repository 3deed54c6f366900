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

} // namespace

GraphFile graphFile(const store::Content& content, Graph graph, std::vector<NodeLook> looks)
{
    GraphFile file{.graph = std::move(graph), .looks = std::move(looks)};
    const Texts texts(content.documents);
    using Key = std::tuple<EntityId, EntityId, std::string_view>;
    std::map<Key, std::size_t> edges;
    for (std::size_t i = 0; i < file.graph.edges.size(); ++i) {
        const auto& edge = file.graph.edges[i];
        edges.emplace(Key(file.graph.nodes[edge.source].id, file.graph.nodes[edge.target].id, file.graph.relationOf(edge).id), i);
    }
    file.quotes.resize(file.graph.edges.size());
    for (const auto& claim : content.claims) {
        if (claim.status == ClaimStatus::rejected) continue;
        if (!claim.object) {
            if (std::ranges::binary_search(file.graph.nodes, claim.subject, {}, &GraphNode::id))
                file.facts.push_back({claim.subject, {claim.relation, claim.label}, claim.value, texts.of(claim)});
            continue;
        }
        auto source = claim.subject, target = *claim.object;
        const auto relation = content.relations.find(claim.relation);
        if (relation != content.relations.end() && relation->second.symmetric && target < source) std::swap(source, target);
        if (const auto edge = edges.find(Key(source, target, claim.relation)); edge != edges.end())
            file.quotes[edge->second].push_back(texts.of(claim));
    }
    for (std::size_t i = 0; i < file.quotes.size(); ++i) {
        // In the order of the evidence: by document, then claim.
        std::ranges::sort(file.quotes[i], {}, [](const Provenance& quote) { return std::pair(quote.document, quote.claim); });
        if (file.quotes[i].size() != file.graph.evidenceOf(file.graph.edges[i]).size()) file.quotes[i].clear();
    }
    if (std::ranges::all_of(file.quotes, &std::vector<Provenance>::empty)) file.quotes.clear();
    std::map<DocumentId, std::string> uris;
    for (const auto& document : content.documents) uris.emplace(document.summary.id, document.summary.uri);
    for (const auto& document : file.graph.documents) file.uris.push_back(uris[document.id]);
    return file;
}

} // namespace skein::exchange
