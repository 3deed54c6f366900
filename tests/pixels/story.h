// SPDX-License-Identifier: GPL-3.0-or-later
// Made-up graphs for pixel tests, pictures and benchmarks.
#pragma once

#include "core/graph/graph.h"
#include "core/graph/layout/random.h"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <vector>

namespace skein {

// The number of a relation in a graph, which is told of it when it has none such. Not sorted as in a library.
inline std::uint16_t relationIn(Graph& graph, const std::string& id, const std::string& label)
{
    const auto found = std::find(graph.relations.begin(), graph.relations.end(), GraphRelation{id, label});
    if (found == graph.relations.end())
        return graph.relations.push_back({id, label}), static_cast<std::uint16_t>(graph.relations.size() - 1);
    return static_cast<std::uint16_t>(found - graph.relations.begin());
}

inline Graph sorted(Graph graph)
{
    std::sort(graph.edges.begin(), graph.edges.end(), [](const GraphEdge& a, const GraphEdge& b) {
        return std::tie(a.source, a.target, a.relation) < std::tie(b.source, b.target, b.relation);
    });
    return graph;
}

// The shape of a library of some articles: a few hubs, some in between, many ends, two small islands, single nodes.
inline Graph storyGraph()
{
    struct Row {
        const char* name;
        const char* type;
        std::uint32_t mentions;
    };
    Graph graph;
    for (const Row& row : std::initializer_list<Row>{
             {"Northwind", "organization", 96}, {"Northwind Research Laboratories", "organization", 41}, {"Lumen Spark", "product", 58},
             {"Mara Eklund", "person", 37}, {"Tobias Wren", "person", 29}, {"Annotate Inc.", "organization", 33},
             {"Halcyon", "organization", 30}, {"Orchard Intelligence", "organization", 26}, {"Basalt", "organization", 24},
             {"Halcyon 5", "product", 17}, {"Orchard Opus 4", "product", 15}, {"Basalt Gem 3", "product", 13},
             {"Reasoning Index", "benchmark", 14}, {"open weights", "technology", 19}, {"Frontier Safety Forum", "organization", 9},
             {"Gem Open 4", "product", 6}, {"Driftwood", "organization", 7}, {"Trillium", "product", 5},
             {"Joon Park", "person", 8}, {"Priya Raman", "person", 6}, {"Ines Duarte", "person", 4}, {"Lumen 4 Scout", "product", 7},
             {"Lumen 4", "product", 11}, {"Fernhollow", "place", 3}, {"Lisbon", "place", 2}, {"Act on General Models", "law", 5},
             {"European Commission", "organization", 6}, {"Developer Day 2025", "event", 4}, {"Apache License 2.0", "law", 3},
             {"Qanat", "product", 4}, {"Silk Road Computing", "organization", 5}, {"Hypercluster One", "product", 3},
             {"tool use", "technology", 2}, {"Vision Arena", "benchmark", 4}, {"Letter to Developers", "work", 2},
             {"Sol Andrade", "person", 3}, {"Cedar Capital", "organization", 4}, {"Quill", "product", 2}, {"River Press", "organization", 2},
             {"Emil Haas", "person", 2}, {"The Long Context", "work", 1}, {"Kyoto", "place", 1}, {"speech synthesis", "technology", 1},
             {"Benchmark Watch", "organization", 1}, {"Hana Sato", "person", 1}})
        graph.nodes.push_back({EntityId{1000 + graph.nodes.size()}, row.name, row.type, row.mentions, 1 + row.mentions / 8});
    const auto link = [&](std::uint32_t a, std::uint32_t b, const char* relation, const char* label, std::uint32_t claims = 1,
                          bool isDisputed = false, bool isPlanned = false) {
        graph.edges.push_back({a, b, relationIn(graph, relation, label), claims, 1, 0.9F, isDisputed, isPlanned});
    };
    link(0, 1, "part_of", "runs", 9);
    link(1, 2, "released", "released", 14);
    link(0, 2, "announced", "announced", 6);
    link(3, 0, "ceo_of", "is chief executive of", 11);
    link(4, 1, "leads", "leads", 9);
    link(4, 5, "founded", "founded", 6);
    link(0, 5, "invested_in", "invested in", 8);
    link(3, 4, "hired", "hired", 4);
    link(2, 9, "ranks_behind", "ranks behind", 3, true);
    link(2, 10, "ranks_behind", "ranks behind", 3);
    link(2, 11, "ranks_behind", "ranks behind", 2);
    link(2, 12, "ranked_on", "is ranked on", 5);
    link(9, 12, "ranked_on", "is ranked on", 2);
    link(10, 12, "ranked_on", "is ranked on", 2);
    link(11, 12, "ranked_on", "is ranked on", 2);
    link(9, 6, "developed_by", "was developed by", 4);
    link(10, 7, "developed_by", "was developed by", 4);
    link(11, 8, "developed_by", "was developed by", 4);
    link(6, 14, "member_of", "is a member of", 2);
    link(7, 14, "member_of", "is a member of", 2);
    link(8, 14, "member_of", "is a member of", 2);
    link(8, 15, "released", "released", 3);
    link(16, 17, "released", "released", 2);
    link(15, 13, "uses", "comes with", 2);
    link(17, 13, "uses", "comes with", 2);
    link(22, 13, "uses", "came with", 4);
    link(0, 22, "released", "released", 5);
    link(22, 21, "part_of", "includes", 3);
    link(2, 13, "uses", "comes without", 3, true);
    link(0, 13, "announced", "promised", 4, true);
    link(18, 1, "works_at", "works at", 2);
    link(19, 1, "works_at", "works at", 2);
    link(20, 16, "leads", "leads", 1);
    link(19, 6, "left", "left", 1);
    link(18, 7, "left", "left", 1);
    link(0, 23, "headquartered_in", "has its seat in", 1);
    link(5, 24, "headquartered_in", "has its seat in", 1);
    link(26, 25, "announced", "proposed", 3);
    link(25, 13, "regulates", "regulates", 1, false, true);
    link(0, 27, "announced", "holds", 2);
    link(3, 34, "wrote", "wrote", 2);
    link(34, 13, "about", "praises", 1);
    link(15, 28, "licensed_under", "is licensed under", 1);
    link(17, 28, "licensed_under", "is licensed under", 1);
    link(30, 29, "released", "released", 2);
    link(29, 13, "uses", "comes with", 1);
    link(0, 31, "owns", "builds", 2, false, true);
    link(2, 32, "uses", "supports", 1);
    link(2, 33, "ranked_on", "is ranked on", 1);
    link(35, 5, "leads", "leads", 2);
    link(36, 5, "invested_in", "invested in", 1);
    link(36, 16, "invested_in", "invested in", 1);
    link(38, 37, "released", "released", 1);
    link(39, 38, "works_at", "works at", 1);
    link(39, 40, "wrote", "wrote", 1);
    return sorted(graph);
}

// Communities of about 25 nodes with links inside and some between, `degree` ends a node on average.
inline Graph communityGraph(std::uint32_t nodes, double degree = 4)
{
    static const char* const types[] = {"person", "organization", "product", "place", "technology", "event"};
    Graph graph;
    Random random(7);
    for (std::uint32_t i = 0; i < nodes; ++i) {
        const double u = random.unit();
        graph.nodes.push_back({EntityId{i + 1}, "Entity " + std::to_string(i), types[random.below(6)],
                               1 + static_cast<std::uint32_t>(3 / (u + 0.03)), 1});
    }
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
    const auto wanted = static_cast<std::size_t>(nodes * degree / 2);
    while (ends.size() < wanted) {
        const std::uint32_t a = random.below(nodes);
        std::uint32_t b = random.below(nodes);
        if (random.unit() < 0.85)
            b = std::min(nodes - 1, a / 25 * 25 + random.below(25));
        if (a != b)
            ends.emplace_back(std::min(a, b), std::max(a, b));
    }
    std::sort(ends.begin(), ends.end());
    ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
    for (const auto& [a, b] : ends)
        graph.edges.push_back({a, b, relationIn(graph, "knows", "knows"), 1 + random.below(4), 1, 0.9F, false, false});
    return graph;
}

} // namespace skein
