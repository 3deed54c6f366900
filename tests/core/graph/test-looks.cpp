// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/scene/looks.h"
#include "tests/pixels/story.h"

#include <gmock/gmock.h>

#include <set>

namespace skein {
namespace {

using testing::ElementsAre;

TEST(Looks, AreaTellsTheValue)
{
    EXPECT_THAT(radiiOf({0, 25, 100, -3}), ElementsAre(6, 16, 26, 6));
    EXPECT_THAT(radiiOf({0, 0}), ElementsAre(6, 6));
    EXPECT_TRUE(radiiOf({}).empty());
}

TEST(Looks, StepsOfTheScaleStandOutMoreAndMore)
{
    for (const bool isDark : {false, true}) {
        const Colour ground = isDark ? darkTheme().background : lightTheme().background;
        for (std::uint32_t step = 1; step < scaleSteps; ++step)
            EXPECT_GT(contrast(scaleColour(step, isDark), ground), contrast(scaleColour(step - 1, isDark), ground) * 1.2) << step;
        EXPECT_GT(contrast(scaleColour(0, isDark), ground), 2);
        EXPECT_GT(contrast(unknownColour(isDark), ground), 2);
    }
}

TEST(Looks, OwnColoursStandOutOnEitherGround)
{
    std::set<std::uint32_t> numbers;
    for (std::size_t i = 0; i < typeStyles().size(); ++i) {
        numbers.insert(ownColourNumber(i));
        for (const bool isDark : {false, true}) {
            const Colour ground = isDark ? darkTheme().background : lightTheme().background;
            EXPECT_GT(contrast(ownColour(ownColourNumber(i), isDark), ground), 3) << i;
        }
    }
    EXPECT_EQ(numbers.size(), typeStyles().size());
    EXPECT_EQ(ownColour(0x123456, true), (Colour{0x12, 0x34, 0x56})) << "of an older view";
}

TEST(Looks, StepsBeginWhereTheyAreSaidTo)
{
    EXPECT_EQ(stepOfSources(0), std::nullopt);
    EXPECT_THAT((std::vector{*stepOfSources(1), *stepOfSources(2), *stepOfSources(4), *stepOfSources(5), *stepOfSources(10)}), ElementsAre(0, 1, 2, 3, 4));
    EXPECT_EQ(stepOfConfidence(-1), std::nullopt);
    EXPECT_THAT((std::vector{*stepOfConfidence(0.49F), *stepOfConfidence(0.5F), *stepOfConfidence(0.65F), *stepOfConfidence(0.8F), *stepOfConfidence(0.9F)}),
                ElementsAre(0, 1, 2, 3, 4));
    EXPECT_THAT((std::vector{*stepOfAge(0), *stepOfAge(31), *stepOfAge(91), *stepOfAge(366), *stepOfAge(2000)}), ElementsAre(4, 3, 2, 1, 0));
}

TEST(Looks, TellTheBestClaimAndTheLatestDayAtANode)
{
    Graph graph = communityGraph(4);
    graph.documents.resize(1);
    graph.evidence = {{0, 0.5F, {10, 20}}, {0, 0.7F, {5, 40}}, {0, 0.6F}};
    graph.edges = {{0, 1, 0, 2, 1, 0.7F, false, false, 0}, {1, 2, 0, 1, 1, 0.6F, false, false, 2}};
    EXPECT_THAT(claimsAtNodes(graph), ElementsAre(NodeClaims{0.7F, 40}, NodeClaims{0.7F, 40}, NodeClaims{0.6F, {}}, NodeClaims{}));
}

} // namespace
} // namespace skein
