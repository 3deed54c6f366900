// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/analysis/paths.h"
#include "core/graph/analysis/strength.h"
#include "tests/pixels/story.h"

#include <gmock/gmock.h>

#include <cmath>
#include <functional>
#include <set>

namespace skein {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Ground {
    explicit Ground(Graph g) : graph(std::move(g)), pairs(pairsOf(graph)), adjacency(adjacencyOf(graph.nodes.size(), pairs.pairs)),
                               costs(costsOf(graph, pairs, adjacency))
    {
    }
    Network network() const { return {pairs, adjacency, costs, isBarred}; }
    std::vector<Path> best(std::uint32_t from, std::uint32_t to, std::size_t count) const
    {
        return bestPaths(network(), from, to, count, Cancel{}).value();
    }

    Graph graph;
    Pairs pairs;
    Adjacency adjacency;
    std::vector<double> costs;
    std::vector<std::uint8_t> isBarred;
};

Graph plain(std::uint32_t nodes, const std::vector<std::pair<std::uint32_t, std::uint32_t>>& links)
{
    Graph graph;
    for (std::uint32_t i = 0; i < nodes; ++i)
        graph.nodes.push_back({EntityId{i + 1}, std::string(1, static_cast<char>('A' + i)), "person", 1, 1});
    for (const auto& [a, b] : links)
        graph.edges.push_back({a, b, relationIn(graph, "knows", "knows"), 1, 1, 0.9F});
    return sorted(graph);
}

GraphEdge& edgeOf(Graph& graph, std::uint32_t a, std::uint32_t b)
{
    return *std::find_if(graph.edges.begin(), graph.edges.end(), [&](const GraphEdge& e) { return e.source == a && e.target == b; });
}

// Every path without a repeated node, by trying all: what the quick algorithm is checked against.
std::vector<Path> allPaths(const Ground& ground, std::uint32_t from, std::uint32_t to)
{
    std::vector<Path> found;
    Path path{{from}, {}, 0};
    std::set<std::uint32_t> on{from};
    const std::function<void()> walk = [&] {
        const std::uint32_t node = path.nodes.back();
        if (node == to) {
            found.push_back(path);
            return;
        }
        if (node != from && !ground.isBarred.empty() && ground.isBarred[node])
            return;
        const auto others = ground.adjacency.of(node);
        for (std::size_t i = 0; i < others.size(); ++i) {
            if (!on.insert(others[i]).second)
                continue;
            const Path before = path;
            path.nodes.push_back(others[i]);
            path.pairs.push_back(ground.adjacency.linksOf(node)[i]);
            path.cost += ground.costs[path.pairs.back()];
            walk();
            path = before;
            on.erase(others[i]);
        }
    };
    walk();
    std::sort(found.begin(), found.end(), [](const Path& a, const Path& b) { return std::tie(a.cost, a.nodes) < std::tie(b.cost, b.nodes); });
    return found;
}

TEST(Paths, AreTheBestOfAll)
{
    Random random(3);
    for (int round = 0; round < 60; ++round) {
        std::vector<std::pair<std::uint32_t, std::uint32_t>> links;
        const std::uint32_t count = 4 + random.below(6);
        for (std::uint32_t a = 0; a < count; ++a) {
            for (std::uint32_t b = a + 1; b < count; ++b) {
                if (random.unit() < 0.45)
                    links.emplace_back(a, b);
            }
        }
        Graph graph = plain(count, links);
        for (GraphEdge& edge : graph.edges) {
            edge.documents = 1 + random.below(4);
            edge.confidence = 0.3F + 0.6F * static_cast<float>(random.unit());
        }
        Ground ground(graph);
        ground.isBarred.assign(count, 0);
        ground.isBarred[random.below(count)] = 1;
        const auto all = allPaths(ground, 0, count - 1);
        const auto best = ground.best(0, count - 1, 6);
        ASSERT_EQ(best.size(), std::min<std::size_t>(6, all.size()));
        for (std::size_t i = 0; i < best.size(); ++i) {
            EXPECT_NEAR(best[i].cost, all[i].cost, 1e-9) << "round " << round << ", path " << i;
            EXPECT_EQ(std::set(best[i].nodes.begin(), best[i].nodes.end()).size(), best[i].nodes.size());
            ASSERT_EQ(best[i].pairs.size() + 1, best[i].nodes.size());
            for (std::size_t k = 0; k < best[i].pairs.size(); ++k) {
                const Pair& pair = ground.pairs.pairs[best[i].pairs[k]];
                EXPECT_EQ(std::minmax(best[i].nodes[k], best[i].nodes[k + 1]), std::minmax(pair.source, pair.target));
            }
        }
    }
}

TEST(Paths, PreferWhatManySourcesBear)
{
    Graph graph = plain(4, {{0, 1}, {1, 3}, {0, 2}, {2, 3}});
    edgeOf(graph, 0, 2).documents = 3;
    edgeOf(graph, 2, 3).documents = 3;
    EXPECT_THAT(Ground(graph).best(0, 3, 1).at(0).nodes, ElementsAre(0, 2, 3));
    edgeOf(graph, 0, 2).isPlanned = edgeOf(graph, 2, 3).isPlanned = true; // nobody says that it is so yet
    EXPECT_THAT(Ground(graph).best(0, 3, 1).at(0).nodes, ElementsAre(0, 1, 3));
}

TEST(Paths, GoRoundAHub)
{
    // A – hub – B in two steps; A – C – D – B in three, over nodes that know few.
    std::vector<std::pair<std::uint32_t, std::uint32_t>> links{{0, 1}, {1, 2}, {0, 3}, {3, 4}, {2, 4}};
    EXPECT_THAT(Ground(plain(5, links)).best(0, 2, 1).at(0).nodes, ElementsAre(0, 1, 2));
    for (std::uint32_t i = 5; i < 250; ++i)
        links.emplace_back(1, i);
    EXPECT_THAT(Ground(plain(250, links)).best(0, 2, 1).at(0).nodes, ElementsAre(0, 3, 4, 2));
}

TEST(Paths, DoNotPassWhatIsBarredButMayEndThere)
{
    Ground ground(plain(4, {{0, 1}, {1, 2}, {0, 3}}));
    ground.isBarred = {1, 1, 0, 1};
    EXPECT_THAT(ground.best(0, 2, 3), IsEmpty());
    EXPECT_THAT(ground.best(0, 3, 3).at(0).nodes, ElementsAre(0, 3));
}

TEST(Paths, OfNothingAreNone)
{
    const Ground ground(plain(4, {{0, 1}}));
    EXPECT_THAT(ground.best(0, 0, 3), IsEmpty());
    EXPECT_THAT(ground.best(0, 3, 3), IsEmpty());
    EXPECT_THAT(ground.best(0, 9, 3), IsEmpty());
    EXPECT_THAT(ground.best(0, 1, 0), IsEmpty());
    EXPECT_THAT(Ground(Graph{}).best(0, 1, 3), IsEmpty());
}

TEST(Paths, Stop)
{
    const Ground ground(plain(4, {{0, 1}}));
    Cancel cancel;
    cancel.raise();
    EXPECT_EQ(bestPaths(ground.network(), 0, 1, 3, cancel).error().code, Errc::cancelled);
    EXPECT_EQ(joinTerminals(ground.network(), {0, 1}, cancel).error().code, Errc::cancelled);
}

TEST(Paths, OfALargeGraphAreGivenTwiceTheSame)
{
    const Ground ground(communityGraph(5000));
    const auto first = ground.best(0, 4990, 8);
    EXPECT_EQ(first.size(), 8U);
    EXPECT_EQ(first, ground.best(0, 4990, 8));
    EXPECT_TRUE(std::is_sorted(first.begin(), first.end(), [](const Path& a, const Path& b) { return a.cost < b.cost; }));
}

TEST(Joining, IsATreeOverAllTerminals)
{
    const Ground ground(storyGraph());
    const auto joined = joinTerminals(ground.network(), {3, 24, 12, 28, 14}, Cancel{}).value();
    EXPECT_EQ(joined.pairs.size() + 1, joined.nodes.size());
    EXPECT_THAT(joined.stranded, IsEmpty());
    for (const std::uint32_t terminal : {3U, 24U, 12U, 28U, 14U})
        EXPECT_TRUE(std::binary_search(joined.nodes.begin(), joined.nodes.end(), terminal));
    double cost = 0;
    for (const std::uint32_t pair : joined.pairs) {
        cost += ground.costs[pair];
        EXPECT_TRUE(std::binary_search(joined.nodes.begin(), joined.nodes.end(), ground.pairs.pairs[pair].source));
        EXPECT_TRUE(std::binary_search(joined.nodes.begin(), joined.nodes.end(), ground.pairs.pairs[pair].target));
    }
    EXPECT_DOUBLE_EQ(joined.cost, cost);
}

// The least tree, by trying every subset of the pairs.
double leastTree(const Ground& ground, const std::vector<std::uint32_t>& terminals)
{
    double least = INFINITY;
    for (std::uint32_t chosen = 0; chosen < 1U << ground.pairs.pairs.size(); ++chosen) {
        std::vector<std::uint32_t> root(ground.graph.nodes.size());
        for (std::uint32_t i = 0; i < root.size(); ++i)
            root[i] = i;
        double cost = 0;
        for (std::uint32_t p = 0; p < ground.pairs.pairs.size(); ++p) {
            if (!(chosen >> p & 1U))
                continue;
            cost += ground.costs[p];
            const std::uint32_t from = root[ground.pairs.pairs[p].source];
            const std::uint32_t to = root[ground.pairs.pairs[p].target];
            std::replace(root.begin(), root.end(), from, to);
        }
        if (std::all_of(terminals.begin(), terminals.end(), [&](std::uint32_t t) { return root[t] == root[terminals[0]]; }))
            least = std::min(least, cost);
    }
    return least;
}

TEST(Joining, CostsLessThanTwiceTheLeast)
{
    Random random(11);
    for (int round = 0; round < 40; ++round) {
        std::vector<std::pair<std::uint32_t, std::uint32_t>> links;
        for (std::uint32_t a = 0; a < 6; ++a) {
            for (std::uint32_t b = a + 1; b < 6; ++b) {
                if (b == a + 1 || (random.unit() < 0.4 && links.size() < 11))
                    links.emplace_back(a, b);
            }
        }
        const Ground ground(plain(6, links));
        const std::vector<std::uint32_t> terminals{0, 2, 5};
        const double cost = joinTerminals(ground.network(), terminals, Cancel{}).value().cost;
        const double least = leastTree(ground, terminals);
        EXPECT_GE(cost, least - 1e-9);
        EXPECT_LE(cost, least * (2 - 2.0 / 3) + 1e-9);
    }
}

TEST(Joining, OfTwoIsABestPath)
{
    const Ground ground(storyGraph());
    EXPECT_NEAR(joinTerminals(ground.network(), {20, 3}, Cancel{}).value().cost, ground.best(20, 3, 1).at(0).cost, 1e-9);
}

TEST(Joining, TellsWhatNoWayLeadsTo)
{
    Ground ground(plain(6, {{0, 1}, {1, 2}, {3, 4}}));
    const auto joined = joinTerminals(ground.network(), {2, 0, 3, 5, 99}, Cancel{}).value();
    EXPECT_THAT(joined.nodes, ElementsAre(0, 1, 2));
    EXPECT_THAT(joined.stranded, ElementsAre(3, 5));
    EXPECT_THAT(joinTerminals(ground.network(), {}, Cancel{}).value().nodes, IsEmpty());
    EXPECT_THAT(joinTerminals(ground.network(), {4}, Cancel{}).value().nodes, ElementsAre(4));
    ground.isBarred = {0, 1, 0, 0, 0, 0};
    EXPECT_THAT(joinTerminals(ground.network(), {0, 2}, Cancel{}).value().stranded, ElementsAre(2));
}

} // namespace
} // namespace skein
