// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/read.h"

#include "core/store/days.h"

#include <algorithm>
#include <tuple>

namespace skein::store {
namespace {

// One claim on its way to an edge.
struct Strand {
    std::uint32_t source;
    std::uint32_t target;
    std::uint32_t relation; // index into a table of names, by bytes
    DocumentId document;
    ClaimId claim;
    float confidence;
    DayRange when;
    bool isDatedByWords;
    bool isDenied;
    bool isFact;
};

// Numbers the relations in their own order; the edges' order stays, as equal ends and relations have one edge.
void sortRelations(Graph& graph, const std::map<GraphRelation, std::size_t>& numbers)
{
    std::vector<std::uint16_t> sorted(numbers.size());
    for (const auto& [relation, number] : numbers) {
        sorted[number] = static_cast<std::uint16_t>(graph.relations.size());
        graph.relations.push_back(relation);
    }
    for (auto& edge : graph.edges) edge.relation = sorted[edge.relation];
}

} // namespace

Result<Relations> readRelations(const Database& database)
{
    auto select = database.prepare("SELECT id, label, inverse, is_symmetric FROM relations ORDER BY engine");
    if (!select) return std::unexpected(select.error());
    Relations relations;
    SKEIN_TRY(select->each([&](const Statement& row) {
        relations.insert_or_assign(row.string(0), Relation{row.string(0), row.string(1), row.string(2), row.boolean(3)});
    }));
    return relations;
}

Result<Graph> readGraph(const Database& database)
{
    Graph graph;
    auto nodes = database.prepare("SELECT id, name, type, mentions, documents FROM entities "
                                  "WHERE is_rejected = 0 AND name_mentions > 0 ORDER BY id");
    if (!nodes) return std::unexpected(nodes.error());
    SKEIN_TRY(nodes->each([&](const Statement& row) {
        graph.nodes.push_back({row.id<EntityId>(0), row.string(1), row.string(2), row.count(3), row.count(4)});
    }));
    const auto indexOf = [&](EntityId id) -> std::optional<std::uint32_t> {
        const auto found = std::ranges::lower_bound(graph.nodes, id, {}, &GraphNode::id);
        if (found == graph.nodes.end() || found->id != id) return std::nullopt;
        return static_cast<std::uint32_t>(found - graph.nodes.begin());
    };

    auto documents = database.prepare("SELECT id, title, published FROM documents ORDER BY id");
    if (!documents) return std::unexpected(documents.error());
    std::vector<DayRange> publishedOn; // beside graph.documents
    SKEIN_TRY(documents->each([&](const Statement& row) {
        graph.documents.push_back({row.id<DocumentId>(0), row.string(1), row.string(2)});
        publishedOn.push_back(daysOf(row.text(2)).value_or(GraphEvidence::undated));
    }));
    const auto documentAt = [&](DocumentId id) {
        return static_cast<std::uint32_t>(std::ranges::lower_bound(graph.documents, id, {}, &GraphDocument::id) -
                                          graph.documents.begin());
    };

    const auto relations = readRelations(database);
    if (!relations) return std::unexpected(relations.error());
    auto claims = database.prepare(
        "SELECT l.subject, l.object, c.relation, c.label, c.document, c.id, c.confidence, c.polarity = 'denied', "
        "c.modality = 'fact', c.time FROM claim_links AS l JOIN claims AS c ON c.id = l.claim "
        "WHERE l.status <> 'rejected' AND l.object IS NOT NULL AND l.subject <> l.object");
    if (!claims) return std::unexpected(claims.error());
    std::map<std::string, std::uint32_t, std::less<>> numbers; // relation → number, in order of appearance
    std::vector<std::string> names;
    std::vector<Strand> strands;
    std::map<ClaimId, std::string> labels; // where no ontology says how the relation reads
    SKEIN_TRY(claims->each([&](const Statement& row) {
        const auto source = indexOf(row.id<EntityId>(0));
        const auto target = indexOf(row.id<EntityId>(1));
        if (!source || !target) return;
        auto number = numbers.find(row.text(2));
        if (number == numbers.end()) {
            number = numbers.emplace(row.string(2), static_cast<std::uint32_t>(names.size())).first;
            names.push_back(row.string(2));
        }
        const auto known = relations->find(row.text(2));
        Strand strand{*source, *target, number->second, row.id<DocumentId>(4), row.id<ClaimId>(5),
                      static_cast<float>(row.real(6)), GraphEvidence::undated, false, row.boolean(7), row.boolean(8)};
        if (const auto days = daysOf(row.text(9))) {
            strand.when = *days;
            strand.isDatedByWords = true;
        }
        if (known != relations->end() && known->second.symmetric && strand.target < strand.source)
            std::swap(strand.source, strand.target);
        if (known == relations->end()) labels.emplace(strand.claim, row.string(3));
        strands.push_back(strand);
    }));

    std::ranges::sort(strands, [&](const Strand& a, const Strand& b) {
        if (std::tie(a.source, a.target) != std::tie(b.source, b.target))
            return std::tie(a.source, a.target) < std::tie(b.source, b.target);
        if (a.relation != b.relation) return names[a.relation] < names[b.relation];
        return std::tie(a.document, a.claim) < std::tie(b.document, b.claim);
    });
    std::map<GraphRelation, std::size_t> relationNumbers; // in order of appearance
    for (std::size_t begin = 0, end = 0; begin < strands.size(); begin = end) {
        const auto& first = strands[begin];
        GraphEdge edge{.source = first.source, .target = first.target};
        edge.firstEvidence = static_cast<std::uint32_t>(graph.evidence.size());
        auto best = begin;
        bool isAsserted = false, isDenied = false, isFact = false;
        for (end = begin; end < strands.size(); ++end) {
            const auto& strand = strands[end];
            if (strand.source != first.source || strand.target != first.target || strand.relation != first.relation) break;
            ++edge.claims;
            const auto document = documentAt(strand.document);
            graph.evidence.push_back({document, strand.confidence, strand.isDatedByWords ? strand.when : publishedOn[document],
                                      strand.isDatedByWords});
            if (end == begin || strand.document != strands[end - 1].document) ++edge.documents;
            if (strand.confidence > strands[best].confidence) best = end;
            (strand.isDenied ? isDenied : isAsserted) = true;
            isFact = isFact || strand.isFact;
        }
        edge.confidence = strands[best].confidence;
        edge.isDisputed = isAsserted && isDenied;
        edge.isPlanned = !isFact;
        const auto known = relations->find(names[first.relation]);
        GraphRelation relation{names[first.relation],
                               known == relations->end() ? labels.at(strands[best].claim) : known->second.label};
        edge.relation = static_cast<std::uint16_t>(relationNumbers.emplace(std::move(relation), relationNumbers.size()).first->second);
        graph.edges.push_back(edge);
    }
    sortRelations(graph, relationNumbers);
    return graph;
}

Result<LibraryCounts> readCounts(const Database& database)
{
    LibraryCounts counts;
    const auto graph = readGraph(database);
    if (!graph) return std::unexpected(graph.error());
    counts.entities = static_cast<std::uint32_t>(graph->nodes.size());
    counts.edges = static_cast<std::uint32_t>(graph->edges.size());
    const auto count = [&](std::string_view sql, std::uint32_t& into) -> Result<void> {
        const auto number = database.integer(sql);
        if (!number) return std::unexpected(number.error());
        into = static_cast<std::uint32_t>(*number);
        return {};
    };
    SKEIN_TRY(count("SELECT count(*) FROM documents", counts.documents));
    SKEIN_TRY(count("SELECT ifnull(sum(mentions), 0) FROM entities WHERE is_rejected = 0", counts.mentions));
    SKEIN_TRY(count("SELECT count(*) FROM claim_links WHERE status <> 'rejected'", counts.claims));
    return counts;
}

} // namespace skein::store
