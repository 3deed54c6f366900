// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/analysis/contraction.h"
#include "tests/pixels/story.h"

#include <gmock/gmock.h>

namespace skein {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// A, B, C and D; A and B say the same of C, in documents 0, 1 and 1, 2.
Graph small()
{
    Graph graph;
    for (std::uint32_t i = 0; i < 4; ++i)
        graph.nodes.push_back({EntityId{i + 1}, std::string(1, static_cast<char>('A' + i)), "person", 10 + i, 1 + i});
    graph.relations = {{"knows", "knows"}, {"leads", "leads"}};
    graph.documents.resize(3);
    graph.evidence = {{0, 0.5F}, {1, 0.6F}, {2, 0.7F}, {1, 0.8F}, {2, 0.9F}, {0, 0.4F}};
    graph.edges = {{0, 1, 0, 1, 1, 0.4F, false, false, 5},
                   {0, 2, 0, 2, 2, 0.6F, false, true, 0},
                   {1, 2, 0, 2, 2, 0.9F, true, true, 3},
                   {1, 2, 1, 1, 1, 0.7F, false, false, 2}};
    return graph;
}

TEST(Contraction, JoinsTheEdgesOfItsMembersWithTheirClaims)
{
    const Contraction folded = contract(small(), {{0, {1}, "A, B"}});
    ASSERT_EQ(folded.graph.nodes.size(), 3U);
    EXPECT_EQ(folded.graph.nodes[0], (GraphNode{EntityId{1}, "A, B", "person", 21, 2}));
    EXPECT_THAT(folded.nodeOf, ElementsAre(0, 0, 1, 2));
    EXPECT_THAT(folded.sizes, ElementsAre(2, 1, 1));
    ASSERT_EQ(folded.graph.edges.size(), 2U) << "A – B is inside";
    EXPECT_EQ(folded.graph.edges[0], (GraphEdge{0, 1, 0, 4, 3, 0.9F, true, true, 0})) << "three documents, one of them twice";
    EXPECT_EQ(folded.graph.edges[1].relation, 1);
    const auto evidence = folded.graph.evidenceOf(folded.graph.edges[0]);
    ASSERT_EQ(evidence.size(), 4U);
    EXPECT_TRUE(std::is_sorted(evidence.begin(), evidence.end(), [](const auto& a, const auto& b) { return a.document < b.document; }));
    EXPECT_EQ(folded.graph.evidenceOf(folded.graph.edges[1])[0], small().evidence[2]);
}

TEST(Contraction, OfNothingIsTheSameGraph)
{
    for (const Graph& graph : {small(), storyGraph(), Graph{}}) {
        const Contraction folded = contract(graph, {});
        EXPECT_EQ(folded.graph.nodes, graph.nodes);
        ASSERT_EQ(folded.graph.edges.size(), graph.edges.size());
        for (std::size_t i = 0; i < graph.edges.size(); ++i) {
            EXPECT_EQ(folded.graph.edges[i].claims, graph.edges[i].claims);
            EXPECT_TRUE(std::ranges::equal(folded.graph.evidenceOf(folded.graph.edges[i]), graph.evidenceOf(graph.edges[i])));
        }
    }
}

TEST(Contraction, TakesANodeIntoTheFirstFoldThatNamesIt)
{
    const Contraction folded = contract(small(), {{1, {2}, {}}, {2, {3}, {}}, {0, {1, 3, 77}, {}}, {88, {0}, {}}});
    EXPECT_THAT(folded.nodeOf, ElementsAre(0, 1, 1, 0));
    EXPECT_EQ(folded.graph.nodes[1].name, "B");
}

TEST(Contraction, KeepsEveryClaimThatIsNotInside)
{
    const Graph graph = communityGraph(300);
    std::vector<std::uint32_t> members(60);
    for (std::uint32_t i = 0; i < members.size(); ++i)
        members[i] = 5 * i;
    const Contraction folded = contract(graph, {{0, members, {}}});
    std::uint32_t outside = 0;
    for (const GraphEdge& edge : graph.edges)
        outside += edge.source % 5 == 0 && edge.target % 5 == 0 ? 0 : edge.claims;
    std::uint32_t kept = 0;
    for (const GraphEdge& edge : folded.graph.edges)
        kept += edge.claims;
    EXPECT_EQ(kept, outside);
    EXPECT_TRUE(std::is_sorted(folded.graph.edges.begin(), folded.graph.edges.end(), [](const GraphEdge& a, const GraphEdge& b) {
        return std::tie(a.source, a.target, a.relation) < std::tie(b.source, b.target, b.relation);
    }));
}

TEST(Contraction, FindsTheLeavesOfAHub)
{
    const Graph graph = storyGraph();
    const Adjacency adjacency = adjacencyOf(graph.nodes.size(), pairsOf(graph).pairs);
    EXPECT_THAT(leavesOf(adjacency, 0), ElementsAre(23, 27, 31));
    EXPECT_THAT(leavesOf(adjacency, 13), IsEmpty());
}

} // namespace
} // namespace skein
