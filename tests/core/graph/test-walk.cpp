// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/walk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace skein {
namespace {

Scene town()
{
    Graph graph;
    for (std::uint64_t i = 0; i < 5; ++i) graph.nodes.push_back({EntityId{i}, "N" + std::to_string(i), "person", 1, 1});
    graph.nodes[3].mentions = 50;
    graph.relations = {{"knows", "knows"}, {"owns", "owns"}};
    graph.edges = {{.source = 0, .target = 1, .relation = 0, .claims = 1}, {.source = 0, .target = 2, .relation = 0, .claims = 3},
                   {.source = 0, .target = 2, .relation = 1, .claims = 2}, {.source = 3, .target = 0, .relation = 0, .claims = 9},
                   {.source = 4, .target = 0, .relation = 1, .claims = 2}, {.source = 3, .target = 4, .relation = 0, .claims = 1}};
    return sceneFrom(graph);
}

TEST(Walk, waysAreByRelationAndDirectionTheStrongestFirst)
{
    const auto ways = waysFrom(town(), {}, 0);
    ASSERT_EQ(ways.size(), 4u);
    EXPECT_EQ(std::tuple(ways[0].relation, ways[0].isOutgoing), std::tuple(0, false));
    EXPECT_EQ(std::tuple(ways[1].relation, ways[1].isOutgoing), std::tuple(0, true));
    EXPECT_THAT(ways[1].edges, testing::ElementsAre(1, 0));
    EXPECT_EQ(std::tuple(ways[2].relation, ways[2].isOutgoing), std::tuple(1, true));
    EXPECT_EQ(std::tuple(ways[3].relation, ways[3].isOutgoing), std::tuple(1, false));
}

TEST(Walk, whatIsHiddenIsPassedOver)
{
    const auto scene = town();
    ViewState state;
    state.nodes = {Presence::shown, Presence::shown, Presence::faded, Presence::hidden, Presence::hidden};
    const auto ways = waysFrom(scene, state, 0);
    ASSERT_EQ(ways.size(), 2u);
    EXPECT_THAT(ways[0].edges, testing::ElementsAre(1, 0));
    EXPECT_EQ(mostImportant(scene, {}), 3u);
    EXPECT_NE(mostImportant(scene, state), 3u);
    EXPECT_EQ(mostImportant(sceneFrom({}), {}), std::nullopt);
}

} // namespace
} // namespace skein
