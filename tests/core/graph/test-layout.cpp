// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parallel.h"
#include "core/graph/appearance.h"
#include "core/graph/layout/layout.h"
#include "tests/bench/made-up.h"
#include "tests/bench/quality.h"
#include "tests/pixels/story.h"

#include <gtest/gtest.h>

#include <cstring>
#include <thread>

namespace skein {
namespace {

std::vector<Point> laidOut(const Graph& graph, const LayoutRequest& request = {})
{
    const auto result = layOut(graph, request, Cancel{});
    EXPECT_TRUE(result);
    return result.value_or(std::vector<Point>{});
}

std::size_t overlaps(const Graph& graph, const std::vector<Point>& at, float slack = 0.5F)
{
    std::size_t count = 0;
    for (std::size_t i = 0; i < at.size(); ++i) {
        for (std::size_t j = i + 1; j < at.size(); ++j) {
            const Rect a = footprint(graph.nodes[i]).movedBy(at[i]).grownBy(-slack);
            count += a.overlaps(footprint(graph.nodes[j]).movedBy(at[j])) ? 1 : 0;
        }
    }
    return count;
}

Rect boundsOf(const Graph& graph, const std::vector<Point>& at)
{
    Rect bounds = footprint(graph.nodes[0]).movedBy(at[0]);
    for (std::size_t i = 1; i < at.size(); ++i)
        bounds = bounds.unitedWith(footprint(graph.nodes[i]).movedBy(at[i]));
    return bounds;
}

TEST(Layout, GivesTheSameBytesTwice)
{
    for (const Graph& graph : {storyGraph(), communityGraph(700)}) {
        const auto first = laidOut(graph);
        const auto second = laidOut(graph);
        ASSERT_EQ(first.size(), graph.nodes.size());
        EXPECT_EQ(std::memcmp(first.data(), second.data(), first.size() * sizeof(Point)), 0);
    }
}

TEST(Layout, GivesTheSameBytesOnAnyNumberOfThreads)
{
    for (const Graph& graph : {madeUpIslands(1200), communityGraph(6000), madeUpGraph(6000, 12'000)}) {
        limitThreads(1);
        const auto one = laidOut(graph);
        limitThreads(3);
        const auto three = laidOut(graph);
        limitThreads(0);
        ASSERT_EQ(one.size(), three.size());
        EXPECT_EQ(std::memcmp(one.data(), three.data(), one.size() * sizeof(Point)), 0);
    }
}

TEST(Layout, LeavesRoomForManyIslands)
{
    const Graph graph = madeUpIslands(1200);
    const auto components = componentsOf(adjacencyOf(graph.nodes.size(), pairsOf(graph).pairs));
    ASSERT_GT(components.size(), 40U);
    const auto at = laidOut(graph);
    std::vector<std::size_t> island(graph.nodes.size());
    for (std::size_t c = 0; c < components.size(); ++c) {
        for (const std::uint32_t node : components[c])
            island[node] = c;
    }
    for (std::size_t i = 0; i < at.size(); ++i) {
        for (std::size_t j = i + 1; j < at.size(); ++j) {
            const bool meet = footprint(graph.nodes[i]).movedBy(at[i]).grownBy(-0.5F).overlaps(footprint(graph.nodes[j]).movedBy(at[j]));
            EXPECT_FALSE(meet && (island[i] != 0 || island[j] != 0)) << i << " and " << j; // small islands have room within, too
        }
    }
}

TEST(Layout, LeavesRoomForEveryLabelInSmallGraphs)
{
    for (const Graph& graph : {storyGraph(), communityGraph(20), communityGraph(60), communityGraph(120), communityGraph(200)})
        EXPECT_EQ(overlaps(graph, laidOut(graph)), 0U) << graph.nodes.size() << " nodes";
}

TEST(Layout, FillsAWideWindow)
{
    const Graph graph = storyGraph();
    for (const float aspect : {1.0F, 1.5F, 2.0F}) {
        LayoutRequest request;
        request.aspect = aspect;
        const Rect bounds = boundsOf(graph, laidOut(graph, request));
        EXPECT_GT(bounds.width() / bounds.height(), aspect * 0.7F);
        EXPECT_LT(bounds.width() / bounds.height(), aspect * 1.5F);
        EXPECT_LT(bounds.width() * bounds.height(), 1.4e6F) << "neither flung apart";
    }
}

TEST(Layout, DrawsNeighboursNearAndStrangersFar)
{
    const Graph graph = storyGraph();
    const auto at = laidOut(graph);
    double linked = 0;
    for (const GraphEdge& edge : graph.edges)
        linked += static_cast<double>(distance(at[edge.source], at[edge.target])) / static_cast<double>(graph.edges.size());
    double all = 0;
    std::size_t count = 0;
    for (std::size_t i = 0; i < at.size(); ++i) {
        for (std::size_t j = i + 1; j < at.size(); ++j, ++count)
            all += static_cast<double>(distance(at[i], at[j]));
    }
    EXPECT_LT(linked, 0.55 * all / static_cast<double>(count));
}

TEST(Layout, PutsSingleNodesInTidyRowsBeneath)
{
    const Graph graph = storyGraph();
    const auto at = laidOut(graph);
    float lowest = -1e9F;
    for (std::size_t i = 0; i < 41; ++i)
        lowest = std::max(lowest, at[i].y);
    for (std::size_t i = 41; i < 45; ++i) { // Kyoto, speech synthesis, Benchmark Watch, Hana Sato
        EXPECT_GT(at[i].y, lowest);
        EXPECT_LT(at[i].y, lowest + 150);
        EXPECT_NEAR(at[i].y, at[41].y, 0.5F) << "one row";
    }
}

TEST(Layout, KeepsPinnedNodesToTheByte)
{
    const Graph graph = storyGraph();
    LayoutRequest request;
    request.start.resize(graph.nodes.size());
    request.isPinned.resize(graph.nodes.size());
    for (const std::uint32_t node : {0U, 9U, 44U}) {
        request.start[node] = Point{-333.25F - static_cast<float>(node) * 100, 12.5F};
        request.isPinned[node] = 1;
    }
    const auto at = laidOut(graph, request);
    for (const std::uint32_t node : {0U, 9U, 44U})
        EXPECT_EQ(at[node], *request.start[node]);
    EXPECT_EQ(overlaps(graph, at), 0U);
}

// The graph without the nodes from `first` on.
Graph headOf(const Graph& graph, std::uint32_t first)
{
    Graph head = graph;
    head.nodes.resize(first);
    std::erase_if(head.edges, [&](const GraphEdge& e) { return e.source >= first || e.target >= first; });
    return head;
}

TEST(Layout, DoesNotMoveOldNodesWhenTheGraphGrows)
{
    const Graph whole = storyGraph();
    const auto before = laidOut(headOf(whole, 34));
    LayoutRequest request;
    for (std::uint32_t i = 0; i < whole.nodes.size(); ++i)
        request.start.push_back(i < 34 ? std::optional(before[i]) : std::nullopt);
    const auto after = laidOut(whole, request);
    for (std::size_t i = 0; i < before.size(); ++i)
        EXPECT_EQ(after[i], before[i]) << whole.nodes[i].name;
    EXPECT_EQ(overlaps(whole, after), 0U);
    // 34, "Letter to Developers", hangs on two old nodes and is put near them.
    EXPECT_LT(distance(after[34], after[3]), 400);
}

TEST(Layout, LaysOutAnewWhenMostIsNew)
{
    const Graph whole = storyGraph();
    const auto before = laidOut(headOf(whole, 6));
    LayoutRequest request;
    for (std::uint32_t i = 0; i < whole.nodes.size(); ++i)
        request.start.push_back(i < 6 ? std::optional(before[i]) : std::nullopt);
    EXPECT_EQ(overlaps(whole, laidOut(whole, request)), 0U);
}

TEST(Layout, TakesDegenerateGraphs)
{
    EXPECT_TRUE(laidOut({}).empty());

    Graph single;
    single.nodes.push_back({EntityId{1}, "Only", "person", 1, 1});
    EXPECT_TRUE(std::isfinite(laidOut(single)[0].x));

    Graph looped = single; // an edge to itself, and one to a node that is not there
    looped.edges.push_back({0, 0, 0, 1, 1, 1, false, false});
    looped.edges.push_back({0, 7, 0, 1, 1, 1, false, false});
    EXPECT_EQ(laidOut(looped).size(), 1U);

    Graph scattered;
    for (std::uint32_t i = 0; i < 300; ++i)
        scattered.nodes.push_back({EntityId{i + 1}, "Node " + std::to_string(i), "person", 1, 1});
    const auto at = laidOut(scattered);
    EXPECT_EQ(overlaps(scattered, at), 0U);
    const Rect bounds = boundsOf(scattered, at);
    EXPECT_GT(bounds.width() / bounds.height(), 1.0F);

    Graph star = scattered; // one hub with 299 ends
    for (std::uint32_t i = 1; i < 300; ++i)
        star.edges.push_back({0, i, 0, 1, 1, 1, false, false});
    const auto rays = laidOut(star);
    for (const Point p : rays)
        EXPECT_TRUE(std::isfinite(p.x) && std::isfinite(p.y));
    EXPECT_EQ(overlaps(star, rays), 0U);

    Graph same = star; // everything starts in one place, and nowhere
    LayoutRequest request;
    request.start.assign(same.nodes.size(), Point{5, 5});
    request.start[3] = Point{std::nanf(""), 0};
    for (const Point p : laidOut(same, request))
        EXPECT_TRUE(std::isfinite(p.x) && std::isfinite(p.y));
}

TEST(Layout, UnfoldsALargeGrid)
{
    constexpr std::uint32_t side = 26;
    Graph grid;
    for (std::uint32_t i = 0; i < side * side; ++i) {
        grid.nodes.push_back({EntityId{i + 1}, "Node", "person", 1, 1});
        if (i % side > 0)
            grid.edges.push_back({i - 1, i, 0, 1, 1, 1, false, false});
        if (i >= side)
            grid.edges.push_back({i - side, i, 0, 1, 1, 1, false, false});
    }
    const auto at = laidOut(sorted(grid));
    float mean = 0;
    float longest = 0;
    for (const GraphEdge& edge : grid.edges) {
        mean += distance(at[edge.source], at[edge.target]) / static_cast<float>(grid.edges.size());
        longest = std::max(longest, distance(at[edge.source], at[edge.target]));
    }
    EXPECT_LT(longest, 3 * mean) << "no fold";
    EXPECT_GT(distance(at[0], at[side * side - 1]), 0.6F * 1.41F * static_cast<float>(side) * mean) << "corners far apart";
    EXPECT_GT(distance(at[side - 1], at[side * (side - 1)]), 0.6F * 1.41F * static_cast<float>(side) * mean);
}

// The floors leave some room: what is reached stands in README.
TEST(Layout, KeepsNeighboursNearestAndTheWholeInShape)
{
    struct Floor {
        std::uint32_t nodes;
        double preservation;
        double stress;
    };
    for (const Floor floor : {Floor{1000, 0.15, 0.16}, Floor{10'000, 0.25, 0.175}}) {
        const Graph graph = madeUpGraph(floor.nodes, 2 * floor.nodes);
        const LayoutQuality quality = qualityOf(adjacencyOf(graph.nodes.size(), pairsOf(graph).pairs), laidOut(graph));
        EXPECT_GT(quality.preservation, floor.preservation) << floor.nodes;
        EXPECT_LT(quality.stress, floor.stress) << floor.nodes;
    }
}

TEST(Layout, IsNeitherCrowdedNorMostlyEmpty)
{
    for (const Graph& graph : {madeUpGraph(1000, 2000), madeUpGraph(10'000, 20'000), communityGraph(3000)}) {
        const auto main = componentsOf(adjacencyOf(graph.nodes.size(), pairsOf(graph).pairs)).front();
        const auto at = laidOut(graph);
        std::vector<float> xs;
        std::vector<float> ys;
        double across = 0;
        for (const std::uint32_t node : main) {
            xs.push_back(at[node].x);
            ys.push_back(at[node].y);
            across += (2 * static_cast<double>(nodeRadius(graph.nodes[node])) + 6) / static_cast<double>(main.size());
        }
        std::ranges::sort(xs);
        std::ranges::sort(ys);
        const std::size_t cut = main.size() / 20;
        const double area = static_cast<double>(xs[xs.size() - 1 - cut] - xs[cut]) * static_cast<double>(ys[ys.size() - 1 - cut] - ys[cut]);
        const double spacing = std::sqrt(area / (0.81 * static_cast<double>(main.size())));
        EXPECT_GT(spacing, 2 * across);
        EXPECT_LT(spacing, 6 * across);
    }
}

TEST(Layout, PutsEndsBesideWhatTheyHangOn)
{
    // A tree of hubs with ends: each end is nearer to its hub than nine in ten of all other nodes are.
    Graph tree;
    constexpr std::uint32_t hubs = 60;
    constexpr std::uint32_t ends = 20;
    for (std::uint32_t i = 0; i < hubs * (ends + 1); ++i)
        tree.nodes.push_back({EntityId{i + 1}, "Node", "person", 1, 1});
    for (std::uint32_t hub = 0; hub < hubs; ++hub) {
        if (hub > 0)
            tree.edges.push_back({(hub - 1) / 2, hub, 0, 1, 1, 1, false, false});
        for (std::uint32_t k = 0; k < ends; ++k)
            tree.edges.push_back({hub, hubs + hub * ends + k, 0, 1, 1, 1, false, false});
    }
    const auto at = laidOut(sorted(tree));
    for (std::uint32_t hub = 0; hub < hubs; ++hub) {
        std::vector<float> ways;
        for (std::uint32_t i = 0; i < at.size(); ++i)
            ways.push_back(distance(at[hub], at[i]));
        std::ranges::nth_element(ways, ways.begin() + static_cast<std::ptrdiff_t>(ways.size() / 10));
        for (std::uint32_t k = 0; k < ends; ++k)
            EXPECT_LT(distance(at[hub], at[hubs + hub * ends + k]), ways[ways.size() / 10]) << hub << ", " << k;
    }
}

TEST(Layout, KeepsPinnedNodesOfALargeGraph)
{
    const Graph graph = madeUpGraph(1500, 3000);
    const auto before = laidOut(graph);
    LayoutRequest request;
    request.start.resize(graph.nodes.size());
    request.isPinned.resize(graph.nodes.size());
    for (const std::uint32_t node : {3U, 700U, 1200U}) {
        request.start[node] = before[node] * 1.5F;
        request.isPinned[node] = 1;
    }
    const auto at = laidOut(graph, request);
    for (const std::uint32_t node : {3U, 700U, 1200U})
        EXPECT_EQ(at[node], *request.start[node]);
    std::size_t covered = 0; // the picture is as large as it is without pins, not a heap beside them
    for (std::uint32_t i = 0; i < at.size(); ++i) {
        for (std::uint32_t j = i + 1; j < at.size(); ++j)
            covered += distance(at[i], at[j]) < nodeRadius(graph.nodes[i]) + nodeRadius(graph.nodes[j]) - 1 ? 1 : 0;
    }
    EXPECT_LT(covered, at.size() / 50);
}

// Every seventh node is drawn as large as nodes get, though each is named once.
std::vector<float> largeSevenths(const Graph& graph)
{
    std::vector<float> radii;
    for (std::size_t i = 0; i < graph.nodes.size(); ++i)
        radii.push_back(i % 7 == 0 ? 26.0F : 6.0F);
    return radii;
}

Graph namedOnce(Graph graph)
{
    for (GraphNode& node : graph.nodes)
        node.mentions = 1;
    return graph;
}

std::size_t overlaps(const Graph& graph, const std::vector<Point>& at, const std::vector<float>& radii)
{
    std::vector<Rect> boxes;
    for (std::size_t i = 0; i < at.size(); ++i)
        boxes.push_back(footprint(graph.nodes[i], radii[i]).movedBy(at[i]).grownBy(-0.5F));
    std::size_t count = 0;
    for (std::size_t i = 0; i < at.size(); ++i) {
        for (std::size_t j = i + 1; j < at.size(); ++j)
            count += boxes[i].overlaps(boxes[j]) ? 1 : 0;
    }
    return count;
}

TEST(Layout, GivesRoomToNodesThatAreDrawnLarge)
{
    const Graph graph = namedOnce(storyGraph());
    LayoutRequest request;
    EXPECT_GT(overlaps(graph, laidOut(graph), largeSevenths(graph)), 0U) << "by mentions there is less room";
    request.radii = largeSevenths(graph);
    EXPECT_EQ(overlaps(graph, laidOut(graph, request), request.radii), 0U);

    // Radii that say what mentions say change nothing, and what makes no sense counts as not said.
    request.radii.assign(graph.nodes.size(), nodeRadius(graph.nodes[0]));
    request.radii[3] = std::nanf("");
    request.radii[4] = -1;
    EXPECT_EQ(laidOut(graph, request), laidOut(graph));
}

TEST(Layout, GivesRoomToLargeNodesOfLargeGraphs)
{
    const Graph graph = namedOnce(communityGraph(2000));
    LayoutRequest request;
    request.radii = largeSevenths(graph);
    const auto covered = [&](const std::vector<Point>& at) {
        std::size_t count = 0;
        for (std::uint32_t i = 0; i < at.size(); ++i) {
            for (std::uint32_t j = i + 1; j < at.size(); ++j)
                count += distance(at[i], at[j]) < request.radii[i] + request.radii[j] - 1 ? 1 : 0;
        }
        return count;
    };
    EXPECT_GT(covered(laidOut(graph)), 20U);
    EXPECT_LT(covered(laidOut(graph, request)), 3U);
}

TEST(Layout, KeepsNewNodesOffLargeOldOnes)
{
    const Graph whole = namedOnce(storyGraph());
    LayoutRequest request;
    request.radii = largeSevenths(whole);
    LayoutRequest first;
    first.radii.assign(request.radii.begin(), request.radii.begin() + 34);
    const auto before = laidOut(headOf(whole, 34), first);
    for (std::uint32_t i = 0; i < whole.nodes.size(); ++i)
        request.start.push_back(i < 34 ? std::optional(before[i]) : std::nullopt);
    const auto after = laidOut(whole, request);
    for (std::size_t i = 0; i < before.size(); ++i)
        EXPECT_EQ(after[i], before[i]);
    EXPECT_EQ(overlaps(whole, after, request.radii), 0U);
}

TEST(Layout, ShapesTheRowsOfSingleNodesForTheWindow)
{
    Graph graph = storyGraph();
    for (std::uint32_t i = 0; i < 25; ++i)
        graph.nodes.push_back({EntityId{5000 + i}, "Single " + std::to_string(i), "place", 1, 1});
    LayoutRequest request;
    request.aspect = 1.6F;
    const auto at = laidOut(graph, request);
    EXPECT_EQ(overlaps(graph, at), 0U);
    const Rect bounds = boundsOf(graph, at);
    EXPECT_GT(bounds.width() / bounds.height(), 1.2F);
    EXPECT_LT(bounds.width() / bounds.height(), 2.0F);
}

TEST(Layout, StopsWhenCancelledAndReportsProgress)
{
    Cancel cancel;
    cancel.raise();
    const auto stopped = layOut(communityGraph(1500), {}, cancel);
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, Errc::cancelled);

    Cancel later;
    const auto underWay = layOut(communityGraph(1500), {}, later, [&](double) { later.raise(); });
    ASSERT_FALSE(underWay) << "cancelled while it ran";

    for (const Graph& graph : {communityGraph(1500), madeUpIslands(1500), madeUpGraph(5000, 10'000)}) {
        double last = 0;
        int calls = 0;
        const auto caller = std::this_thread::get_id();
        ASSERT_TRUE(layOut(graph, {}, Cancel{}, [&](double share) {
            EXPECT_EQ(std::this_thread::get_id(), caller);
            EXPECT_GE(share, last);
            EXPECT_LE(share, 1);
            last = share;
            ++calls;
        }));
        EXPECT_EQ(last, 1);
        EXPECT_GT(calls, 10);
    }
}

TEST(Layout, StopsAtTheNextStepOnEveryLevel)
{
    const Graph graph = madeUpGraph(5000, 10'000);
    for (const int stopsAt : {1, 4, 12, 25}) { // calls of progress: on coarse levels and on the finest
        Cancel cancel;
        int calls = 0;
        const auto stopped = layOut(graph, {}, cancel, [&](double) {
            if (++calls == stopsAt)
                cancel.raise();
        });
        ASSERT_FALSE(stopped) << stopsAt;
        EXPECT_EQ(stopped.error().code, Errc::cancelled);
        EXPECT_EQ(calls, stopsAt);
    }
}

TEST(Layout, ShowsAllNodesOnTheWay)
{
    for (const Graph& graph : {madeUpGraph(3000, 6000), madeUpIslands(3000)}) {
        const auto adjacency = adjacencyOf(graph.nodes.size(), pairsOf(graph).pairs);
        const auto components = componentsOf(adjacency);
        int pictures = 0;
        ASSERT_TRUE(layOut(graph, {}, Cancel{}, {}, [&](const std::vector<Point>& at) {
            ++pictures;
            ASSERT_EQ(at.size(), graph.nodes.size());
            float lowest = -1e9F;
            for (const std::uint32_t node : components[0])
                lowest = std::max(lowest, at[node].y);
            std::vector<std::pair<float, float>> places;
            for (const Point p : at) {
                ASSERT_TRUE(std::isfinite(p.x) && std::isfinite(p.y));
                places.emplace_back(p.x, p.y);
            }
            for (std::size_t c = 1; c < components.size(); ++c) {
                for (const std::uint32_t node : components[c])
                    EXPECT_GT(at[node].y, lowest) << "waits beneath";
            }
            std::ranges::sort(places);
            EXPECT_EQ(std::ranges::adjacent_find(places), places.end()) << "no two in one place";
        }));
        EXPECT_GT(pictures, 10);
    }
}

} // namespace
} // namespace skein
