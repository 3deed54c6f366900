// SPDX-License-Identifier: GPL-3.0-or-later
// Layouts for reading one thing: who is above whom, what is around one, what came when.
#include "core/graph/adjacency.h"
#include "core/graph/appearance.h"
#include "core/graph/layout/hierarchy.h"
#include "core/graph/layout/layers.h"
#include "core/graph/layout/radial.h"
#include "core/graph/layout/spacing.h"
#include "core/graph/layout/timeline.h"
#include "tests/pixels/story.h"

#include <gmock/gmock.h>

#include <cmath>
#include <numeric>

namespace skein {
namespace {

using testing::ElementsAre;

// Boxes that overlap, by a sweep from left to right.
std::size_t overlaps(const Graph& graph, const std::vector<Point>& at)
{
    std::vector<Rect> boxes;
    for (std::size_t i = 0; i < at.size(); ++i)
        boxes.push_back(footprint(graph.nodes[i]).movedBy(at[i]).grownBy(-0.5F));
    std::sort(boxes.begin(), boxes.end(), [](const Rect& a, const Rect& b) { return a.left < b.left; });
    std::size_t count = 0;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        for (std::size_t j = i + 1; j < boxes.size() && boxes[j].left < boxes[i].right; ++j)
            count += boxes[i].overlaps(boxes[j]) ? 1 : 0;
    }
    return count;
}

// Companies with divisions, products and people, all invented.
Graph firms(std::uint32_t count)
{
    Graph graph;
    graph.relations = {{"part_of", "is part of"}, {"product_of", "is a product of"}, {"competes_with", "competes with"}, {"ceo_of", "is CEO of"}};
    Random random(5);
    for (std::uint32_t i = 0; i < count; ++i)
        graph.nodes.push_back({EntityId{i + 1}, "Firm or thing " + std::to_string(i), "organization", 1 + random.below(20), 1});
    for (std::uint32_t i = 1; i < count; ++i)
        graph.edges.push_back({i, random.below(i), static_cast<std::uint16_t>(random.below(3)), 1 + random.below(3), 1, 0.9F});
    for (std::uint32_t i = 0; i < count / 5; ++i)
        graph.edges.push_back({random.below(count), random.below(count), static_cast<std::uint16_t>(random.below(4)), 1, 1, 0.9F});
    return sorted(graph);
}

std::vector<Point> hierarchyOf(const Graph& graph) { return hierarchyLayout(graph, 1.6F, Cancel{}).value(); }

TEST(Spacing, KeepsGapsAndMovesTheLeast)
{
    EXPECT_THAT(spacedOut({0, 10, 20}, {5, 5}), ElementsAre(0, 10, 20));
    EXPECT_THAT(spacedOut({10, 10, 10}, {4, 4}), ElementsAre(6, 10, 14));
    EXPECT_THAT(spacedOut({10, 0}, {4}), ElementsAre(3, 7));
    EXPECT_THAT(spacedOut({10, 0}, {0}, {3, 1}), ElementsAre(7.5, 7.5));
    EXPECT_TRUE(spacedOut({}, {}).empty());
}

TEST(Layers, CountCrossings)
{
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ends{{0, 1}, {1, 0}, {2, 2}, {2, 0}, {3, 0}};
    EXPECT_EQ(crossings(ends), 4U); // 0–1 with 1–0, 2–0 and 3–0; 2–2 with 3–0
    ends = {{0, 0}, {0, 5}, {1, 5}};
    EXPECT_EQ(crossings(ends), 0U) << "arcs that share an end do not cross";
    ends.clear();
    EXPECT_EQ(crossings(ends), 0U);
}

TEST(Layers, StandBelowWhatIsAboveThemAndDoNotCrossWithoutNeed)
{
    // A tree whose arcs come in an order that would tangle it, and a long arc from the top to the bottom.
    const std::vector<Rect> boxes(9, Rect{-40, -10, 40, 20});
    const std::vector<Arc> arcs{{0, 1}, {0, 2}, {1, 7}, {2, 4}, {1, 3}, {2, 8}, {2, 5}, {1, 6}, {0, 6}};
    const auto at = layeredPlacement(boxes, arcs, Cancel{}).value();
    for (const Arc& arc : arcs)
        EXPECT_LT(at[arc.above].y + 20, at[arc.below].y - 10);
    for (const Arc& a : arcs) {
        for (const Arc& b : arcs) {
            const bool isSameLayers = at[a.above].y == at[b.above].y && at[a.below].y == at[b.below].y;
            if (isSameLayers && at[a.above].x < at[b.above].x) {
                EXPECT_LE(at[a.below].x, at[b.below].x);
            }
        }
    }
}

TEST(Layers, OpenCycles)
{
    const std::vector<Rect> boxes(3, Rect{-10, -10, 10, 10});
    const auto at = layeredPlacement(boxes, {{0, 1, 5}, {1, 2, 5}, {2, 0, 1}}, Cancel{}).value();
    EXPECT_NE(at[0].y, at[1].y);
    EXPECT_NE(at[1].y, at[2].y);
    EXPECT_NE(at[0].y, at[2].y);
}

TEST(Hierarchy, ShowsWhoIsAboveWhom)
{
    Graph graph;
    graph.relations = {{"ceo_of", "is CEO of"}, {"competes_with", "competes with"}, {"part_of", "is part of"}, {"product_of", "is a product of"}};
    for (const char* name : {"Chief", "Group", "Division", "Product", "Rival"})
        graph.nodes.push_back({EntityId{1 + graph.nodes.size()}, name, "organization", 3, 1});
    graph.edges = {{0, 1, 0, 1, 1, 0.9F}, {1, 4, 1, 1, 1, 0.9F}, {2, 1, 2, 1, 1, 0.9F}, {3, 2, 3, 1, 1, 0.9F}};
    const auto at = hierarchyOf(graph);
    EXPECT_LT(at[0].y, at[1].y);
    EXPECT_LT(at[1].y, at[2].y);
    EXPECT_LT(at[2].y, at[3].y);
    EXPECT_GT(at[4].y, at[3].y) << "nothing is above or below it: in the rows beneath";
    EXPECT_EQ(overlaps(graph, at), 0U);
}

TEST(Hierarchy, LeavesRoomForEveryLabelAndIsTheSameTwice)
{
    for (const Graph& graph : {storyGraph(), firms(30), firms(400), firms(3000), Graph{}}) {
        const auto at = hierarchyOf(graph);
        ASSERT_EQ(at.size(), graph.nodes.size());
        EXPECT_EQ(overlaps(graph, at), 0U) << graph.nodes.size();
        EXPECT_EQ(at, hierarchyOf(graph));
        for (const Point p : at)
            EXPECT_TRUE(std::isfinite(p.x) && std::isfinite(p.y));
    }
}

TEST(Hierarchy, MakesABlockOfManyThatHangAlone)
{
    Graph graph;
    graph.relations = {{"product_of", "is a product of"}};
    for (std::uint32_t i = 0; i < 101; ++i)
        graph.nodes.push_back({EntityId{1 + i}, i == 0 ? "Maker" : "Product " + std::to_string(i), "product", 1, 1});
    for (std::uint32_t i = 1; i < 101; ++i)
        graph.edges.push_back({i, 0, 0, 1, 1, 0.9F});
    const auto at = hierarchyOf(graph);
    const auto [low, high] = std::minmax_element(at.begin(), at.end(), [](Point a, Point b) { return a.x < b.x; });
    EXPECT_LT(high->x - low->x, 3000);
    for (std::uint32_t i = 1; i < 101; ++i)
        EXPECT_GT(at[i].y, at[0].y);
    EXPECT_EQ(overlaps(graph, at), 0U);
}

std::vector<Point> radialOf(const Graph& graph, std::uint32_t centre) { return radialLayout(graph, centre, 1.6F, Cancel{}).value(); }

TEST(Radial, PutsEveryHopFartherOut)
{
    const Graph graph = storyGraph();
    const auto at = radialOf(graph, 0);
    const Adjacency adjacency = adjacencyOf(graph.nodes.size(), pairsOf(graph).pairs);
    std::vector<int> hops(graph.nodes.size(), -1);
    std::vector<std::uint32_t> queue{0};
    hops[0] = 0;
    for (std::size_t i = 0; i < queue.size(); ++i) {
        for (const std::uint32_t other : adjacency.of(queue[i])) {
            if (hops[other] < 0) {
                hops[other] = hops[queue[i]] + 1;
                queue.push_back(other);
            }
        }
    }
    const auto out = [&](std::uint32_t node) { return distance({}, at[node] + footprint(graph.nodes[node]).centre()); };
    EXPECT_LT(out(0), 1);
    float lowest = 0;
    for (const std::uint32_t a : queue) {
        for (const std::uint32_t b : queue) {
            if (hops[a] < hops[b]) {
                EXPECT_LT(out(a), out(b)) << graph.nodes[a].name << ", " << graph.nodes[b].name;
            }
        }
        lowest = std::max(lowest, at[a].y);
    }
    for (std::uint32_t i = 0; i < at.size(); ++i) {
        if (hops[i] < 0) {
            EXPECT_GT(at[i].y, lowest);
        }
    }
}

TEST(Radial, LeavesRoomForEveryLabelAndIsTheSameTwice)
{
    for (const Graph& graph : {storyGraph(), communityGraph(40), communityGraph(600), firms(3000)}) {
        const auto at = radialOf(graph, 2);
        EXPECT_EQ(overlaps(graph, at), 0U) << graph.nodes.size();
        EXPECT_EQ(at, radialOf(graph, 2));
    }
    EXPECT_TRUE(radialOf(Graph{}, 0).empty());
    EXPECT_EQ(radialOf(storyGraph(), 999), radialOf(storyGraph(), 0)) << "the most mentioned";
}

TEST(Radial, StaysNarrowWhenARingIsFull)
{
    Graph star;
    star.relations = {{"knows", "knows"}};
    for (std::uint32_t i = 0; i < 1001; ++i)
        star.nodes.push_back({EntityId{1 + i}, "Name " + std::to_string(i), "person", 1, 1});
    for (std::uint32_t i = 1; i < 1001; ++i)
        star.edges.push_back({0, i, 0, 1, 1, 0.9F});
    float farthest = 0;
    for (const Point p : radialOf(star, 0))
        farthest = std::max(farthest, distance({}, p));
    EXPECT_LT(farthest, 2600) << "in one line they would need a circle of 14,000";
}

// Story, with a day for every second edge.
Graph dated(Graph graph, std::int32_t first, std::uint32_t span)
{
    Random random(9);
    graph.documents.resize(1);
    graph.evidence.clear();
    for (std::size_t i = 0; i < graph.edges.size(); ++i) {
        GraphEdge& edge = graph.edges[i];
        edge.claims = 1;
        edge.firstEvidence = static_cast<std::uint32_t>(graph.evidence.size());
        const auto day = first + static_cast<std::int32_t>(random.below(span));
        graph.evidence.push_back(i % 2 == 0 ? GraphEvidence{0, 0.9F, {day, day}, true} : GraphEvidence{0, 0.9F});
    }
    return graph;
}

TEST(Timeline, StandsInTheOrderOfDaysWithoutOverlap)
{
    for (const Graph& graph : {dated(storyGraph(), 19'000, 2000), dated(communityGraph(1500), -3000, 30'000), dated(storyGraph(), 20'000, 1)}) {
        std::vector<std::uint32_t> lanes;
        for (std::uint32_t i = 0; i < graph.nodes.size(); ++i)
            lanes.push_back(i % 3);
        const TimelineDrawing line = timelineLayout(graph, lanes, 1.6F, Cancel{}).value();
        EXPECT_EQ(overlaps(graph, line.positions), 0U);
        EXPECT_EQ(line, timelineLayout(graph, lanes, 1.6F, Cancel{}).value());
        const auto days = firstDays(graph);
        for (std::uint32_t a = 0; a < days.size(); ++a) {
            for (std::uint32_t b = 0; b < days.size(); ++b) {
                if (days[a] < days[b]) {
                    ASSERT_LT(line.positions[a].x, line.positions[b].x);
                }
            }
            const TimelineLane& lane = line.lanes[a % 3];
            const Rect box = footprint(graph.nodes[a]).movedBy(line.positions[a]);
            EXPECT_GE(box.top, lane.top - 0.5F);
            EXPECT_LE(box.bottom, lane.bottom + 0.5F);
        }
        EXPECT_LT(line.lanes[0].bottom, line.lanes[1].top);
        ASSERT_FALSE(line.ticks.empty());
        for (std::size_t i = 1; i < line.ticks.size(); ++i) {
            EXPECT_LT(line.ticks[i - 1].label, line.ticks[i].label);
            EXPECT_LT(line.ticks[i - 1].x + 50, line.ticks[i].x);
        }
    }
}

TEST(Timeline, TakesTheFirstDayThatWordsGiveBeforeTheDayOfPublication)
{
    Graph graph = communityGraph(3);
    graph.documents.resize(1);
    graph.edges = {{0, 1, 0, 3, 1, 0.9F, false, false, 0}};
    graph.evidence = {{0, 0.9F, {100, 100}, false}, {0, 0.9F, {300, 330}, true}, {0, 0.9F, {400, 400}, true}};
    EXPECT_THAT(firstDays(graph), ElementsAre(300, 300, noDay));
    graph.evidence[1] = graph.evidence[2] = {0, 0.9F};
    EXPECT_THAT(firstDays(graph), ElementsAre(100, 100, noDay));
}

TEST(Timeline, OfNothingIsEmpty)
{
    EXPECT_TRUE(timelineLayout(Graph{}, {}, 1.6F, Cancel{}).value().positions.empty());
    const TimelineDrawing undated = timelineLayout(storyGraph(), {}, 1.6F, Cancel{}).value();
    EXPECT_TRUE(undated.ticks.empty());
    EXPECT_EQ(overlaps(storyGraph(), undated.positions), 0U);
}

TEST(Layouts, Stop)
{
    Cancel cancel;
    cancel.raise();
    EXPECT_EQ(hierarchyLayout(storyGraph(), 1.6F, cancel).error().code, Errc::cancelled);
    EXPECT_EQ(radialLayout(storyGraph(), 0, 1.6F, cancel).error().code, Errc::cancelled);
    EXPECT_EQ(timelineLayout(storyGraph(), {}, 1.6F, cancel).error().code, Errc::cancelled);
}

} // namespace
} // namespace skein
