// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/explore/computation.h"
#include "app/desktop/explore/groups.h"
#include "exploration-fixture.h"

#include <gmock/gmock.h>

#include <optional>

namespace {

using namespace skein;
using testing::ElementsAre;

class ComputationTest : public ExplorationTest {
protected:
    void rest()
    {
        QElapsedTimer clock;
        clock.start();
        do
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        while ((m_exploration.isBusy() || m_computation.isRunning()) && clock.elapsed() < 20000);
        ASSERT_FALSE(m_exploration.isBusy() || m_computation.isRunning());
    }
    void showPlaced()
    {
        std::vector<PlacedNode> places;
        for (std::uint64_t i = 1; i <= 7; ++i)
            places.push_back({EntityId{i}, {float(i) * 100, -float(i * i)}});
        show(story(), places);
        rest();
    }
    std::vector<Point> places() const { return m_graph.positions(); }
    // Stops while nothing can have been computed, and lets what was begun come to its end.
    void stop(std::optional<HeldPool>& held)
    {
        EXPECT_TRUE(m_computation.isRunning());
        m_computation.stop();
        EXPECT_EQ(m_computation.outcome(), "Stopped; the picture stays as it was");
        held.reset();
        rest();
    }

    Preferences m_preferences{true};
    ::Analysis m_analysis{m_exploration};
    Paths m_paths{m_session, m_exploration};
    Groups m_groups{m_session, m_exploration, m_analysis, m_preferences};
    Lens m_lens{m_exploration, m_analysis, m_preferences};
    Arrangement m_arrangement{m_session, m_exploration};
    Computation m_computation{m_history, {m_exploration, m_arrangement, m_analysis, m_lens, m_paths}};
};

TEST_F(ComputationTest, AStoppedLayoutWasNeverChosen)
{
    for (const auto kind : {Arrangement::Hierarchy, Arrangement::Radial, Arrangement::Time}) {
        showPlaced();
        const auto before = places();
        std::optional<HeldPool> held(std::in_place);
        m_arrangement.choose(kind);
        EXPECT_EQ(m_arrangement.kind(), kind);
        stop(held);
        EXPECT_EQ(m_arrangement.kind(), Arrangement::Force);
        EXPECT_EQ(places(), before);
        EXPECT_FALSE(m_history.canUndo());
        EXPECT_FALSE(m_history.canRedo());
        EXPECT_FALSE(m_arrangement.hasAxis());
    }
}

TEST_F(ComputationTest, AfterAStopThePictureIsOfTheKindThatItWas)
{
    showPlaced();
    m_arrangement.choose(Arrangement::Time);
    rest();
    ASSERT_TRUE(m_arrangement.hasAxis());
    const auto byTime = places();
    std::optional<HeldPool> held(std::in_place);
    m_arrangement.choose(Arrangement::Hierarchy);
    stop(held);
    EXPECT_EQ(m_arrangement.kind(), Arrangement::Time);
    EXPECT_TRUE(m_arrangement.hasAxis());
    EXPECT_EQ(places(), byTime);
    m_arrangement.choose(Arrangement::Hierarchy);
    rest();
    EXPECT_EQ(m_arrangement.kind(), Arrangement::Hierarchy);
    EXPECT_NE(places(), byTime) << "what was stopped can be asked for again";

    held.emplace();
    m_history.undo();
    EXPECT_EQ(m_arrangement.kind(), Arrangement::Time);
    stop(held);
    EXPECT_EQ(m_arrangement.kind(), Arrangement::Hierarchy) << "an undo that is stopped is undone";
    EXPECT_FALSE(m_history.canRedo());
}

TEST_F(ComputationTest, GrowthThatIsStoppedIsTakenBack)
{
    showPlaced();
    m_exploration.startFrom(id(5));
    m_arrangement.choose(Arrangement::Hierarchy);
    rest();
    const auto before = places();
    std::optional<HeldPool> held(std::in_place);
    m_exploration.expand(id(3));
    stop(held);
    EXPECT_THAT(shown(), ElementsAre("Ben", "Cleo"));
    EXPECT_EQ(places(), before);
    EXPECT_EQ(m_arrangement.kind(), Arrangement::Hierarchy);
}

TEST_F(ComputationTest, ALayoutOfAnOlderStepIsForgotten)
{
    showPlaced();
    m_exploration.startFrom(id(1));
    rest();
    const auto before = places();
    std::optional<HeldPool> held(std::in_place);
    m_arrangement.choose(Arrangement::Hierarchy);
    m_exploration.focusOn(id(1), 1);
    stop(held);
    EXPECT_EQ(m_arrangement.kind(), Arrangement::Force);
    EXPECT_EQ(m_exploration.focusDepth(), 1) << "what was done since stays";
    EXPECT_EQ(places(), before);
    EXPECT_EQ(m_history.undoText(), "Stop the layout");
}

TEST_F(ComputationTest, WhatNoStepBeganLeavesAPictureByConnections)
{
    showPlaced();
    const auto atHome = places();
    m_arrangement.choose(Arrangement::Hierarchy);
    rest();
    std::optional<HeldPool> held(std::in_place);
    m_exploration.setLibrary(sceneOf(story()), {}, {}); // a source came in
    ASSERT_TRUE(m_arrangement.isBusy());
    stop(held);
    EXPECT_EQ(m_arrangement.kind(), Arrangement::Force);
    EXPECT_EQ(places(), atHome);
}

TEST_F(ComputationTest, ALayoutAnewThatIsStoppedLeavesEverythingWhereItStood)
{
    showPlaced();
    const auto before = places();
    std::optional<HeldPool> held(std::in_place);
    m_exploration.layOutAnew();
    stop(held);
    EXPECT_EQ(places(), before);
    EXPECT_FALSE(m_history.canUndo());
}

TEST_F(ComputationTest, TheFirstLayoutOfAllLeavesEverythingWhereItStood)
{
    show({});
    show(story());
    const auto before = places();
    std::optional<HeldPool> held(std::in_place);
    EXPECT_FALSE(m_exploration.settleGrowth());
    stop(held);
    EXPECT_EQ(places(), before);
}

TEST_F(ComputationTest, WhatSizeShouldTellIsTakenBackAndCanBeAskedForAgain)
{
    showPlaced();
    std::optional<HeldPool> held(std::in_place);
    m_lens.setSize(Lens::ByBetweenness);
    stop(held);
    EXPECT_EQ(m_lens.size(), Lens::ByMentions);
    EXPECT_FALSE(m_history.canUndo());
    m_lens.setSize(Lens::ByBetweenness);
    rest();
    EXPECT_EQ(m_graph.state().sizes.size(), 7u);

    held.emplace();
    m_lens.setColour(Lens::ByGroup);
    m_exploration.hide(id(7));
    stop(held);
    EXPECT_EQ(m_lens.colour(), Lens::ByType);
    EXPECT_EQ(m_lens.size(), Lens::ByBetweenness) << "what is known stays";
    EXPECT_EQ(m_exploration.view().contents.hidden.size(), 1u);
}

TEST_F(ComputationTest, PathsThatAreStoppedAreAskedForNoMore)
{
    showPlaced();
    m_paths.startAt(id(2));
    m_paths.addEnd(id(5));
    rest();
    ASSERT_EQ(m_paths.pathCount(), 1);
    std::optional<HeldPool> held(std::in_place);
    m_paths.addEnd(id(6));
    stop(held);
    EXPECT_EQ(m_paths.endCount(), 2);
    EXPECT_EQ(m_paths.pathCount(), 1);
    EXPECT_EQ(m_exploration.view().pathEnds.size(), 2u);

    held.emplace();
    m_paths.addEnd(id(6));
    m_exploration.focusOn(id(1), 1);
    stop(held);
    EXPECT_EQ(m_paths.endCount(), 0);
    EXPECT_EQ(m_exploration.focusDepth(), 1);
}

TEST_F(ComputationTest, TheGroupsTabClosesAndLooksAgainWhenItIsOpened)
{
    showPlaced();
    m_exploration.setTab(Exploration::GroupsTab);
    std::optional<HeldPool> held(std::in_place);
    m_groups.setWatched(true);
    stop(held);
    EXPECT_EQ(m_exploration.tab(), Exploration::NoTab);
    m_groups.setWatched(false); // as the tab does
    EXPECT_FALSE(m_computation.isRunning());
    m_groups.setWatched(true);
    EXPECT_TRUE(m_computation.isRunning());
    rest();
}

} // namespace
