// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/analysis/centrality.h"
#include "core/graph/analysis/gaps.h"
#include "tests/pixels/story.h"

#include <gmock/gmock.h>

#include <set>

namespace skein {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// Complete groups of five, and the links that are named.
Graph cliques(std::uint32_t count, const std::vector<std::pair<std::uint32_t, std::uint32_t>>& between)
{
    static const char* const types[] = {"organization", "person"};
    Graph graph;
    graph.relations = {{"knows", "knows"}};
    graph.documents.resize(count);
    const auto link = [&](std::uint32_t a, std::uint32_t b, std::uint32_t document) {
        graph.edges.push_back({a, b, 0, 1, 1, 0.9F, false, false, static_cast<std::uint32_t>(graph.evidence.size())});
        graph.evidence.push_back({document, 0.9F});
    };
    for (std::uint32_t i = 0; i < count * 5; ++i)
        graph.nodes.push_back({EntityId{i + 1}, "n" + std::to_string(i), types[i / 5 % 2], 1, 1});
    for (std::uint32_t a = 0; a < count * 5; ++a) {
        for (std::uint32_t b = a + 1; b < a / 5 * 5 + 5; ++b)
            link(a, b, a / 5 % 2); // groups 0 and 2 are in one document, 1 and 3 in another
    }
    for (const auto& [a, b] : between)
        link(a, b, 0);
    return sorted(graph);
}

Insights insightsIn(const Graph& graph, const Communities& communities)
{
    const Pairs pairs = pairsOf(graph);
    const Adjacency adjacency = adjacencyOf(graph.nodes.size(), pairs.pairs);
    const auto between = centrality(graph, pairs, adjacency, Measure::betweenness, Cancel{}).value();
    return insightsOf(graph, pairs, adjacency, communities, between.values, 10, Cancel{}).value();
}

Communities groupsOf(const Graph& graph) { return communitiesOf(graph, pairsOf(graph), Cancel{}).value(); }

// By taking each node away and looking.
std::vector<std::uint32_t> cutOffSlowly(const Graph& graph)
{
    const Pairs pairs = pairsOf(graph);
    const auto whole = componentsOf(adjacencyOf(graph.nodes.size(), pairs.pairs));
    std::vector<std::uint32_t> result;
    for (std::uint32_t node = 0; node < graph.nodes.size(); ++node) {
        std::vector<Pair> rest;
        for (const Pair& pair : pairs.pairs) {
            if (pair.source != node && pair.target != node)
                rest.push_back(pair);
        }
        const auto own = std::find_if(whole.begin(), whole.end(), [&](const auto& c) { return std::ranges::binary_search(c, node); });
        std::size_t largest = 0;
        for (const auto& part : componentsOf(adjacencyOf(graph.nodes.size(), rest))) {
            if (part[0] != node && std::ranges::binary_search(*own, part[0]))
                largest = std::max(largest, part.size());
        }
        result.push_back(static_cast<std::uint32_t>(own->size() - 1 - largest));
    }
    return result;
}

TEST(Gaps, CutOffIsWhatPartsWhenANodeIsTakenAway)
{
    for (const Graph& graph : {storyGraph(), cliques(3, {{0, 5}, {5, 10}}), communityGraph(150, 1.6), Graph{}})
        EXPECT_EQ(cutOffBy(adjacencyOf(graph.nodes.size(), pairsOf(graph).pairs)), cutOffSlowly(graph));
}

TEST(Gaps, BridgesJoinGroupsThatElseWouldPart)
{
    const Graph graph = cliques(3, {{0, 5}, {0, 10}});
    const Insights found = insightsIn(graph, groupsOf(graph));
    ASSERT_GE(found.bridges.size(), 3U);
    const Bridge& first = found.bridges[0];
    EXPECT_EQ(first.node, 0U);
    EXPECT_EQ(first.cutOff, 9U) << "one group of five goes, and its own four others; one group of five is the rest";
    EXPECT_EQ(first.groups.size(), 3U);
    EXPECT_LT(first.constraint, found.bridges[1].constraint) << "it knows people who do not know each other";
    std::set<std::uint32_t> nodes;
    for (const Bridge& bridge : found.bridges)
        nodes.insert(bridge.node);
    EXPECT_THAT(nodes, ElementsAre(0, 5, 10));
}

TEST(Gaps, JointsNameTheOneThatJoins)
{
    const Graph graph = cliques(3, {{0, 5}, {0, 6}, {7, 12}});
    const Communities groups = groupsOf(graph);
    ASSERT_EQ(groups.groups.size(), 3U);
    const Insights found = insightsIn(graph, groups);
    ASSERT_EQ(found.joints.size(), 2U);
    for (const Joint& joint : found.joints) {
        if (joint.pairs == 2) {
            EXPECT_EQ(joint.node, 0U);
            EXPECT_FALSE(joint.other);
        } else {
            EXPECT_THAT((std::set{joint.node, *joint.other}), ElementsAre(7, 12));
        }
    }
    const Graph wide = cliques(2, {{0, 5}, {1, 6}});
    EXPECT_THAT(insightsIn(wide, groupsOf(wide)).joints, IsEmpty()) << "two ways that share no end";
}

TEST(Gaps, AreBetweenGroupsThatOneSourceSpeaksOfAndDoesNotConnect)
{
    const Graph graph = cliques(4, {{0, 5}, {6, 11}, {12, 16}});
    const Communities groups = groupsOf(graph);
    ASSERT_EQ(groups.groups.size(), 4U);
    const Insights found = insightsIn(graph, groups);
    ASSERT_GE(found.gaps.size(), 2U);
    for (const Gap& gap : {found.gaps[0], found.gaps[1]}) {
        EXPECT_EQ(groups.groups[gap.a].members[0] / 5 % 2, groups.groups[gap.b].members[0] / 5 % 2);
        EXPECT_EQ(gap.pairs, 0U);
        EXPECT_GT(gap.expected, 2);
        EXPECT_EQ(gap.sharedDocuments, 1U);
        EXPECT_EQ(gap.document, groups.groups[gap.a].members[0] / 5 % 2);
        EXPECT_EQ(gap.type, groups.groups[gap.a].members[0] / 5 % 2 == 0 ? "organization" : "person");
    }
}

TEST(Gaps, OfNothingAreNone)
{
    EXPECT_EQ(insightsIn(Graph{}, Communities{}), Insights{});
    const Graph alone = cliques(1, {});
    EXPECT_EQ(insightsIn(alone, groupsOf(alone)), Insights{});
}

TEST(Gaps, OfALargeGraphAreGivenTwiceTheSame)
{
    const Graph graph = communityGraph(2500);
    const Communities groups = groupsOf(graph);
    const Insights found = insightsIn(graph, groups);
    EXPECT_EQ(found.bridges.size(), 10U);
    EXPECT_EQ(found, insightsIn(graph, groups));
}

} // namespace
} // namespace skein
