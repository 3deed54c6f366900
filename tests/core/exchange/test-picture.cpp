// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/picture.h"
#include "tests/core/exchange/story.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <span>

namespace skein::exchange {
namespace {

const std::vector<Point> places{{1, 2}, {3, 4}, {5, 6}};

TEST(Picture, isTheGraphWhenNothingIsHidden)
{
    const auto scene = sceneFrom(story().graph);
    const auto picture = pictureOf(scene, places, {}, lightTheme());
    EXPECT_EQ(picture.graph, story().graph);
    ASSERT_EQ(picture.looks.size(), 3u);
    EXPECT_EQ(picture.looks[1], (NodeLook{places[1], scene.radii[1], lightTheme().typeColour(scene.styleOf(1))}));
}

TEST(Picture, leavesOutWhatIsHiddenAndKeepsWhatIsFaded)
{
    const auto scene = sceneFrom(story().graph);
    ViewState state;
    state.nodes = {Presence::shown, Presence::hidden, Presence::faded};
    state.sizes = {1, 2, 3};
    state.fills = {{1, 1, 1}, {2, 2, 2}, {3, 3, 3}};
    const auto picture = pictureOf(scene, places, state, lightTheme());
    ASSERT_EQ(picture.graph.nodes.size(), 2u);
    EXPECT_EQ(picture.graph.nodes[1], story().graph.nodes[2]);
    EXPECT_EQ(picture.looks[1], (NodeLook{places[2], 3, {3, 3, 3}}));
    ASSERT_EQ(picture.graph.edges.size(), 1u);
    const auto& edge = picture.graph.edges[0];
    EXPECT_EQ(edge.source, 1u);
    EXPECT_EQ(edge.target, 0u);
    const auto evidence = picture.graph.evidenceOf(edge);
    EXPECT_TRUE(std::ranges::equal(evidence, std::span(scene.graph.evidence).subspan(3)));
}

TEST(Picture, leavesOutHiddenEdges)
{
    const auto scene = sceneFrom(story().graph);
    ViewState state;
    state.pairs.assign(scene.pairs.pairs.size(), Presence::hidden);
    const auto picture = pictureOf(scene, places, state, lightTheme());
    EXPECT_EQ(picture.graph.nodes.size(), 3u);
    EXPECT_TRUE(picture.graph.edges.empty());
    EXPECT_TRUE(picture.graph.evidence.empty());
}

} // namespace
} // namespace skein::exchange
