// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/layout/coarsening.h"
#include "tests/bench/made-up.h"

#include <gtest/gtest.h>

#include <numeric>

namespace skein {
namespace {

Adjacency linked(std::uint32_t nodes, std::vector<std::pair<std::uint32_t, std::uint32_t>> ends)
{
    std::sort(ends.begin(), ends.end());
    std::vector<Pair> pairs;
    for (const auto& [a, b] : ends)
        pairs.push_back({a, b});
    return adjacencyOf(nodes, pairs);
}

Adjacency path(std::uint32_t nodes)
{
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
    for (std::uint32_t i = 1; i < nodes; ++i)
        ends.emplace_back(i - 1, i);
    return linked(nodes, ends);
}

Adjacency star(std::uint32_t nodes)
{
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
    for (std::uint32_t i = 1; i < nodes; ++i)
        ends.emplace_back(0, i);
    return linked(nodes, ends);
}

Adjacency clique(std::uint32_t nodes)
{
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
    for (std::uint32_t i = 0; i < nodes; ++i) {
        for (std::uint32_t j = i + 1; j < nodes; ++j)
            ends.emplace_back(i, j);
    }
    return linked(nodes, ends);
}

Adjacency community(std::uint32_t nodes)
{
    return adjacencyOf(nodes, pairsOf(madeUpGraph(nodes, 2 * nodes)).pairs);
}

std::vector<double> ones(std::size_t count) { return std::vector<double>(count, 1); }

std::size_t linksOf(const Adjacency& adjacency) { return adjacency.links.size() / 2; }

TEST(Coarsening, KeepsEveryNodeAndEveryWeight)
{
    for (const Adjacency& adjacency : {path(500), star(500), clique(40), community(3000)}) {
        const std::vector<double> weights = ones(linksOf(adjacency));
        const CoarseLevel level = coarsened(adjacency, weights, ones(adjacency.size()));
        ASSERT_EQ(level.groupOf.size(), adjacency.size());
        std::vector<double> mass(level.size(), 0);
        for (const std::uint32_t group : level.groupOf) {
            ASSERT_LT(group, level.size());
            ++mass[group];
        }
        EXPECT_EQ(mass, level.mass);
        EXPECT_GE(*std::ranges::min_element(level.mass), 1) << "no empty group";
        EXPECT_LE(*std::ranges::max_element(level.mass), 4);

        double between = 0;
        for (std::uint32_t i = 0; i < adjacency.size(); ++i) {
            for (const std::uint32_t other : adjacency.of(i))
                between += i < other && level.groupOf[i] != level.groupOf[other] ? 1 : 0;
        }
        ASSERT_EQ(level.weights.size(), linksOf(level.adjacency));
        EXPECT_EQ(std::accumulate(level.weights.begin(), level.weights.end(), 0.0), between);
        EXPECT_EQ(componentsOf(level.adjacency).size(), 1U) << "still connected";
    }
}

TEST(Coarsening, KeepsWeightsOverAllLevels)
{
    const Adjacency adjacency = community(5000);
    const std::vector<CoarseLevel> levels = levelsAbove(adjacency, ones(linksOf(adjacency)), 100, Cancel{});
    ASSERT_GT(levels.size(), 2U);
    std::size_t finer = adjacency.size();
    for (const CoarseLevel& level : levels) {
        EXPECT_EQ(level.groupOf.size(), finer);
        EXPECT_LT(level.size(), finer);
        EXPECT_EQ(std::accumulate(level.mass.begin(), level.mass.end(), 0.0), 5000);
        finer = level.size();
    }
}

TEST(Coarsening, JoinsWhatHangsTogetherMost)
{
    // Two pairs bound strongly, between them a weak link.
    const Adjacency adjacency = path(4);
    const CoarseLevel level = coarsened(adjacency, {5, 1, 5}, ones(4));
    EXPECT_EQ(level.groupOf[0], level.groupOf[1]);
    EXPECT_EQ(level.groupOf[2], level.groupOf[3]);
    ASSERT_EQ(level.size(), 2U);
    EXPECT_EQ(level.weights, std::vector<double>{1});
}

TEST(Coarsening, ShrinksStarsPathsCliquesAndCommunities)
{
    for (const Adjacency& adjacency : {path(3000), star(3000), clique(150), community(3000)}) {
        const std::vector<CoarseLevel> levels = levelsAbove(adjacency, ones(linksOf(adjacency)), 50, Cancel{});
        ASSERT_FALSE(levels.empty());
        EXPECT_LE(levels.back().size(), 50U);
        EXPECT_LE(levels.size(), 10U);
    }
}

TEST(Coarsening, IsTheSameTwiceAndStopsWhenCancelled)
{
    const Adjacency adjacency = community(4000);
    const std::vector<double> weights = ones(linksOf(adjacency));
    const CoarseLevel first = coarsened(adjacency, weights, ones(4000));
    const CoarseLevel second = coarsened(adjacency, weights, ones(4000));
    EXPECT_EQ(first.groupOf, second.groupOf);
    EXPECT_EQ(first.weights, second.weights);
    EXPECT_EQ(first.adjacency.neighbours, second.adjacency.neighbours);

    Cancel cancel;
    cancel.raise();
    EXPECT_TRUE(levelsAbove(adjacency, weights, 50, cancel).empty());
}

TEST(Coarsening, TakesGraphsWithoutLinks)
{
    const Adjacency adjacency = linked(3, {});
    EXPECT_EQ(coarsened(adjacency, {}, ones(3)).size(), 3U);
    EXPECT_TRUE(levelsAbove(adjacency, {}, 1, Cancel{}).empty()) << "it does not shrink";
    EXPECT_TRUE(levelsAbove(linked(0, {}), {}, 1, Cancel{}).empty());
}

} // namespace
} // namespace skein
