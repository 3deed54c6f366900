// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/analysis/centrality.h"
#include "core/graph/analysis/communities.h"
#include "tests/pixels/story.h"

#include <gmock/gmock.h>

#include <cmath>
#include <numeric>
#include <set>
#include <thread>

namespace skein {
namespace {

using testing::ElementsAre;

// Rings of seven around a node each, and one link between one ring and the next.
Graph rings(std::uint32_t count)
{
    Graph graph;
    for (std::uint32_t i = 0; i < count * 8; ++i)
        graph.nodes.push_back({EntityId{i + 1}, "n" + std::to_string(i), "person", i % 8 == 0 ? 9U : 1U, 1});
    const auto link = [&](std::uint32_t a, std::uint32_t b) {
        graph.edges.push_back({std::min(a, b), std::max(a, b), relationIn(graph, "knows", "knows"), 1, 1, 0.9F});
    };
    for (std::uint32_t ring = 0; ring < count; ++ring) {
        for (std::uint32_t i = 1; i < 8; ++i) {
            link(ring * 8, ring * 8 + i);
            link(ring * 8 + i, ring * 8 + i % 7 + 1);
        }
        if (ring + 1 < count)
            link(ring * 8 + 1, ring * 8 + 9);
    }
    return sorted(graph);
}

Communities groupsOf(const Graph& graph) { return communitiesOf(graph, pairsOf(graph), Cancel{}).value(); }

TEST(Communities, AreFoundAndNamedAfterTheirStrongest)
{
    const Communities found = groupsOf(rings(4));
    ASSERT_EQ(found.groups.size(), 4U);
    for (std::uint32_t g = 0; g < 4; ++g) {
        EXPECT_EQ(found.groups[g].number, g);
        EXPECT_EQ(found.groups[g].members.size(), 8U);
        EXPECT_EQ(found.groups[g].members[0], g * 8) << "the middle is the strongest";
        EXPECT_EQ(found.groups[g].innerPairs, 14U);
        EXPECT_EQ(found.groups[g].outerPairs, g == 0 || g == 3 ? 1U : 2U);
        for (const std::uint32_t node : found.groups[g].members)
            EXPECT_EQ(found.groupOf[node], g);
    }
    EXPECT_EQ(found.groups[1].name, "n8, n9, n10");
}

TEST(Communities, OfFewerThanThreeAreNone)
{
    Graph graph = rings(1);
    graph.nodes.push_back({EntityId{100}, "alone", "person", 1, 1});
    graph.nodes.push_back({EntityId{101}, "one", "person", 1, 1});
    graph.nodes.push_back({EntityId{102}, "two", "person", 1, 1});
    graph.edges.push_back({9, 10, 0, 1, 1, 0.9F});
    const Communities found = groupsOf(graph);
    EXPECT_EQ(found.groups.size(), 1U);
    for (const std::uint32_t node : {8U, 9U, 10U})
        EXPECT_EQ(found.groupOf[node], Communities::none);
    EXPECT_TRUE(groupsOf(Graph{}).groups.empty());
}

TEST(Communities, AreTheSameFromAnyThreadAtAnyTime)
{
    const Graph graph = communityGraph(3000);
    const Communities first = groupsOf(graph);
    EXPECT_GT(first.groups.size(), 5U);
    Communities second;
    Communities third;
    {
        const std::jthread other([&] { second = groupsOf(graph); });
        const std::jthread another([&] { third = groupsOf(graph); });
    }
    EXPECT_EQ(first, second);
    EXPECT_EQ(first, third);
}

TEST(Communities, Stop)
{
    const Graph graph = rings(2);
    Cancel cancel;
    cancel.raise();
    EXPECT_EQ(communitiesOf(graph, pairsOf(graph), cancel).error().code, Errc::cancelled);
}

TEST(Communities, KeepTheirNumbersWhenTheLibraryGrows)
{
    const Graph before = rings(3);
    const GroupNumbers numbers = numbersOf(before, groupsOf(before));
    // Four more around n16, and a new ring before all others: it is the largest third group now.
    Graph after = rings(4);
    for (GraphNode& node : after.nodes)
        node.id.value = node.id.value <= 8 ? 1000 + node.id.value : node.id.value - 8;
    Communities found = groupsOf(after);
    keepNumbers(after, numbers, found);
    std::set<std::uint32_t> used;
    for (const Community& group : found.groups) {
        used.insert(group.number);
        const EntityId middle = after.nodes[group.members[0]].id;
        EXPECT_EQ(group.number, middle.value > 1000 ? 3 : numbers.at(middle));
    }
    EXPECT_THAT(used, ElementsAre(0, 1, 2, 3));
}

Centrality measured(const Graph& graph, Measure measure)
{
    const Pairs pairs = pairsOf(graph);
    return centrality(graph, pairs, adjacencyOf(graph.nodes.size(), pairs.pairs), measure, Cancel{}).value();
}

TEST(Centrality, CountsWhatCanBeCounted)
{
    const Graph graph = rings(2);
    EXPECT_EQ(measured(graph, Measure::mentions).values[8], 9);
    EXPECT_EQ(measured(graph, Measure::degree).values[8], 7);
    EXPECT_EQ(measured(graph, Measure::degree).values[9], 4);
    EXPECT_EQ(measured(graph, Measure::sources).values[8], 1);
}

TEST(Centrality, BetweennessIsTheShareOfShortestWays)
{
    Graph line;
    for (std::uint32_t i = 0; i < 5; ++i)
        line.nodes.push_back({EntityId{i + 1}, "n", "person", 1, 1});
    for (std::uint32_t i = 0; i < 4; ++i)
        line.edges.push_back({i, i + 1, 0, 1, 1, 0.9F});
    line.relations = {{"knows", "knows"}};
    const Centrality between = measured(line, Measure::betweenness);
    EXPECT_DOUBLE_EQ(between.values[0], 0);
    EXPECT_DOUBLE_EQ(between.values[1], 6 / 12.0) << "of the twelve ordered pairs of others";
    EXPECT_DOUBLE_EQ(between.values[2], 8 / 12.0);
    EXPECT_EQ(between.starts, 0U);
    EXPECT_EQ(between.error, 0);
}

TEST(Centrality, BetweennessIsEstimatedInLargeGraphsAndSaysHowWell)
{
    const Graph graph = communityGraph(2500);
    const Centrality guessed = measured(graph, Measure::betweenness);
    EXPECT_GT(guessed.starts, 0U);
    EXPECT_GT(guessed.error, 0.0);
    EXPECT_LT(guessed.error, 0.3);
    EXPECT_EQ(guessed, measured(graph, Measure::betweenness));
    EXPECT_LT(std::accumulate(guessed.values.begin(), guessed.values.end(), 0.0), 20) << "shares: the mean way has about ten steps";
}

TEST(Centrality, PageRankSumsToOneAndFavoursTheMiddle)
{
    const Graph graph = rings(3);
    const Centrality rank = measured(graph, Measure::pageRank);
    EXPECT_NEAR(std::accumulate(rank.values.begin(), rank.values.end(), 0.0), 1, 1e-9);
    EXPECT_GT(rank.values[8], rank.values[10]);
    EXPECT_TRUE(measured(Graph{}, Measure::pageRank).values.empty());
}

TEST(Centrality, Stops)
{
    const Graph graph = rings(3);
    const Pairs pairs = pairsOf(graph);
    const Adjacency adjacency = adjacencyOf(graph.nodes.size(), pairs.pairs);
    Cancel cancel;
    cancel.raise();
    for (const Measure measure : {Measure::betweenness, Measure::pageRank})
        EXPECT_EQ(centrality(graph, pairs, adjacency, measure, cancel).error().code, Errc::cancelled);
}

} // namespace
} // namespace skein
