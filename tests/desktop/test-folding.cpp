// SPDX-License-Identifier: GPL-3.0-or-later
#include "exploration-fixture.h"

#include <gmock/gmock.h>

namespace {

using namespace skein;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

TEST(Folding, TellsWhoStandsForWhom)
{
    const auto [graph, folding] = folded(story(), {{EntityId{1}, {EntityId{1}, EntityId{2}, EntityId{3}}}, {EntityId{4}, {}}});
    EXPECT_EQ(graph.nodes.size(), 4u); // Meta, Scale, Cleo, Eve: Dan hangs on Scale alone
    EXPECT_EQ(folding.leaderOf(EntityId{3}), EntityId{1});
    EXPECT_EQ(folding.leaderOf(EntityId{6}), EntityId{4});
    EXPECT_EQ(folding.leaderOf(EntityId{5}), EntityId{5});
    EXPECT_THAT(folding.membersOf(EntityId{1}), ElementsAre(EntityId{1}, EntityId{2}, EntityId{3}));
    EXPECT_THAT(folding.membersOf(EntityId{5}), IsEmpty());
    EXPECT_EQ(folded(story(), {}).folding, Folding());
}

TEST(Folding, BehindAnEdgeAreAllItsPairsTheMostQuotesFirst)
{
    auto made = story();
    made.edges[3].claims = 5; // Ben – Cleo
    made.edges.insert(made.edges.begin() + 3, {.source = 1, .target = 4, .relation = 1, .claims = 2, .documents = 1, .confidence = 0.5F});
    made.evidence.clear();
    const auto folding = folded(made, {{EntityId{1}, {EntityId{1}, EntityId{2}, EntityId{3}}}}).folding;
    const auto library = sceneOf(made);
    const auto all = behind(*library, folding, EntityId{1}, EntityId{5}, 100);
    EXPECT_THAT(all.pairs, ElementsAre(Pair(EntityId{3}, EntityId{5}), Pair(EntityId{2}, EntityId{5})));
    EXPECT_EQ(all.left, 0u);
    const auto some = behind(*library, folding, EntityId{5}, EntityId{1}, 3);
    EXPECT_THAT(some.pairs, ElementsAre(Pair(EntityId{5}, EntityId{3})));
    EXPECT_EQ(some.left, 2u);
    EXPECT_THAT(behind(*library, folding, EntityId{4}, EntityId{6}, 100).pairs, IsEmpty()) << "nothing is folded there";
}

} // namespace
