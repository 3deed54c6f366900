// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/explore/table-rows.h"

#include "app/desktop/convert.h"

#include <QDate>
#include <QStringList>

#include <algorithm>
#include <limits>
#include <numeric>

namespace skein {
namespace {

// Ranks of values in their order; equal values share one.
template <typename Value>
std::vector<std::uint32_t> ranks(const std::vector<Value>& values)
{
    std::vector<std::uint32_t> order(values.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, [&](auto a, auto b) { return values[a] < values[b]; });
    std::vector<std::uint32_t> rank(values.size());
    for (std::size_t i = 1; i < order.size(); ++i)
        rank[order[i]] = rank[order[i - 1]] + (values[order[i - 1]] < values[order[i]] ? 1 : 0);
    return rank;
}

void widen(DayRange& days, DayRange more)
{
    if (more.first > more.last)
        return;
    if (days.first > days.last)
        days = more;
    else
        days = {std::min(days.first, more.first), std::max(days.last, more.last)};
}

// Any number as one that sorts the same without a sign; what is absent comes first.
std::uint64_t key(std::int64_t value) { return static_cast<std::uint64_t>(value) ^ (std::uint64_t{1} << 63); }
std::uint64_t dayKey(DayRange days, bool isFirst)
{
    if (days.first > days.last)
        return 0;
    return key(isFirst ? days.first : days.last);
}

std::uint64_t entityKey(const TableFacts& facts, const TableQuery& query, const std::vector<std::uint32_t>& groupRank, std::uint32_t i)
{
    const GraphNode& node = facts.scene->graph.nodes[i];
    switch (query.column) {
    case TypeColumn: return facts.typeRank[i];
    case MentionsColumn: return node.mentions;
    case SourcesColumn: return node.documents;
    case ConnectionsColumn: return facts.scene->adjacency.degree(i);
    case GroupColumn: {
        const auto group = i < query.regions.groups.size() ? query.regions.groups[i] : Regions::none;
        return group < groupRank.size() ? groupRank[group] : std::numeric_limits<std::uint32_t>::max();
    }
    case FirstColumn: return dayKey(facts.nodeDays[i], true);
    case LastColumn: return dayKey(facts.nodeDays[i], false);
    default: return facts.nameRank[i];
    }
}

std::uint64_t edgeKey(const TableFacts& facts, const TableQuery& query, std::uint32_t i)
{
    const GraphEdge& edge = facts.scene->graph.edges[i];
    switch (query.column) {
    case RelationColumn: return facts.relationRank[edge.relation];
    case ToColumn: return facts.nameRank[edge.target];
    case QuotesColumn: return edge.claims;
    case EdgeSourcesColumn: return edge.documents;
    case ConfidenceColumn: return static_cast<std::uint64_t>(std::max(edge.confidence, 0.0F) * 1e6F);
    case EdgeFirstColumn: return dayKey(facts.edgeDays[i], true);
    case EdgeLastColumn: return dayKey(facts.edgeDays[i], false);
    case FlagsColumn: return (edge.isDisputed ? 2U : 0U) + (edge.isPlanned ? 1U : 0U);
    default: return facts.nameRank[edge.source];
    }
}

bool holdsAll(const QStringList& words, std::initializer_list<const QString*> texts)
{
    return std::ranges::all_of(words, [&](const QString& word) {
        return std::ranges::any_of(texts, [&](const QString* text) { return text->contains(word); });
    });
}

} // namespace

std::shared_ptr<const TableFacts> tableFacts(std::shared_ptr<const Scene> scene)
{
    auto facts = std::make_shared<TableFacts>();
    const Graph& graph = scene->graph;
    std::vector<std::string> types, relations;
    for (const GraphNode& node : graph.nodes) {
        facts->folded.push_back(qstring(node.name).toCaseFolded());
        types.push_back(node.type);
    }
    for (const GraphRelation& relation : graph.relations)
        relations.push_back(relation.label);
    facts->nameRank = ranks(facts->folded);
    facts->typeRank = ranks(types);
    facts->relationRank = ranks(relations);
    facts->nodeDays.assign(graph.nodes.size(), GraphEvidence::undated);
    facts->edgeDays.assign(graph.edges.size(), GraphEvidence::undated);
    for (std::size_t i = 0; i < graph.edges.size(); ++i) {
        for (const GraphEvidence& one : graph.evidenceOf(graph.edges[i]))
            widen(facts->edgeDays[i], one.when);
        widen(facts->nodeDays[graph.edges[i].source], facts->edgeDays[i]);
        widen(facts->nodeDays[graph.edges[i].target], facts->edgeDays[i]);
    }
    facts->pairOf.assign(graph.edges.size(), 0);
    for (std::uint32_t p = 0; p < scene->pairs.pairs.size(); ++p) {
        for (auto k = scene->pairs.pairs[p].firstEdge; k < scene->pairs.pairs[p].lastEdge; ++k)
            facts->pairOf[scene->pairs.edges[k]] = p;
    }
    facts->scene = std::move(scene);
    return facts;
}

std::vector<std::uint32_t> tableRows(const TableFacts& facts, const TableQuery& query)
{
    const Scene& scene = *facts.scene;
    const Graph& graph = scene.graph;
    ViewState state;
    state.nodes = query.nodes;
    state.pairs = query.pairs;
    const auto words = query.filter.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    std::vector<QString> relations;
    for (const GraphRelation& relation : graph.relations)
        relations.push_back(qstring(relation.label).toCaseFolded());
    const auto groupRank = ranks(query.regions.names);

    // Sorted by the key; among equals the more important, then the name, then the index.
    struct Row {
        std::uint64_t key;
        float importance;
        std::uint32_t index;
    };
    std::vector<Row> rows;
    if (query.of == TableOf::entities) {
        for (std::uint32_t i = 0; i < graph.nodes.size(); ++i) {
            if (state.isHidden(i))
                continue;
            if (!words.isEmpty()) {
                const QString type = qstring(graph.nodes[i].type);
                if (!holdsAll(words, {&facts.folded[i], &type}))
                    continue;
            }
            rows.push_back({entityKey(facts, query, groupRank, i), scene.importance[i], i});
        }
    } else {
        for (std::uint32_t i = 0; i < graph.edges.size(); ++i) {
            const GraphEdge& edge = graph.edges[i];
            if (state.presenceOf(facts.pairOf[i], edge.source, edge.target) == Presence::hidden)
                continue;
            if (!words.isEmpty() && !holdsAll(words, {&facts.folded[edge.source], &relations[edge.relation], &facts.folded[edge.target]}))
                continue;
            rows.push_back({edgeKey(facts, query, i), static_cast<float>(edge.claims), i});
        }
    }
    std::ranges::sort(rows, [&](const Row& a, const Row& b) {
        if (a.key != b.key)
            return query.isDescending ? a.key > b.key : a.key < b.key;
        return a.importance != b.importance ? a.importance > b.importance : a.index < b.index;
    });
    std::vector<std::uint32_t> indices;
    indices.reserve(rows.size());
    for (const Row& row : rows)
        indices.push_back(row.index);
    return indices;
}

QString dayCell(std::int32_t day)
{
    constexpr qint64 epoch = 2440588; // the Julian day of 1970-01-01
    return QDate::fromJulianDay(epoch + day).toString(Qt::ISODate);
}

} // namespace skein
