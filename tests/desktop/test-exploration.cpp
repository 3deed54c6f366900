// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/decisions.h"
#include "exploration-fixture.h"

#include <gmock/gmock.h>

namespace {

using namespace skein;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

TEST_F(ExplorationTest, TheWholeLibraryIsTheFirstView)
{
    show(story());
    EXPECT_TRUE(m_exploration.isWhole());
    EXPECT_EQ(shown().size(), 7u);
    EXPECT_EQ(m_exploration.title(), "Whole library");
    EXPECT_EQ(m_exploration.shownText(), "");
    EXPECT_FALSE(m_history.canUndo());
}

TEST_F(ExplorationTest, StartsFromANameAndGrows)
{
    show(story());
    m_exploration.startFrom(id(5));
    settle();
    EXPECT_THAT(shown(), ElementsAre("Ben", "Cleo"));
    EXPECT_EQ(m_exploration.title(), "From Cleo");
    EXPECT_EQ(m_exploration.shownText(), "2 of 7");
    m_exploration.expand(id(3));
    settle();
    EXPECT_THAT(shown(), ElementsAre("Meta", "Ben", "Cleo"));
    m_exploration.expand(id(1), "invests");
    settle();
    EXPECT_THAT(shown(), ElementsAre("Meta", "Ben", "Scale", "Cleo"));
    m_exploration.hide(id(5));
    settle();
    EXPECT_THAT(shown(), ElementsAre("Meta", "Ben", "Scale"));
    m_exploration.expandHops(id(1), 2);
    settle();
    EXPECT_THAT(shown(), ElementsAre("Meta", "Ann", "Ben", "Scale", "Cleo", "Dan")) << "what was hidden comes back when it is met";
    for (int i = 0; i < 5; ++i) {
        m_history.undo();
        settle();
    }
    EXPECT_TRUE(m_exploration.isWhole());
    EXPECT_EQ(shown().size(), 7u);
    EXPECT_FALSE(m_history.canUndo());
    for (int i = 0; i < 4; ++i) {
        m_history.redo();
        settle();
    }
    EXPECT_THAT(shown(), ElementsAre("Meta", "Ben", "Scale"));
}

TEST_F(ExplorationTest, NothingMovesWhileThePictureGrows)
{
    show(story());
    const auto metaInLibrary = place(1);
    m_exploration.startFrom(id(5));
    settle();
    const auto ben = place(3), cleo = place(5);
    m_exploration.expand(id(3));
    settle();
    m_exploration.expandHops(id(1), 2);
    settle();
    EXPECT_EQ(place(3), ben);
    EXPECT_EQ(place(5), cleo);
    const auto dan = place(6);
    m_history.undo();
    settle();
    EXPECT_EQ(place(3), ben);
    m_history.redo();
    settle();
    EXPECT_EQ(place(6), dan) << "what comes back stands where it stood";
    m_exploration.showWhole();
    settle();
    EXPECT_EQ(place(1), metaInLibrary);
}

TEST_F(ExplorationTest, NewDocumentsDoNotMoveOldNodes)
{
    show(story());
    std::vector<Point> before;
    for (std::uint64_t i = 1; i <= 7; ++i)
        before.push_back(place(i));
    Graph grown = story();
    for (std::uint32_t i = 0; i < 200; ++i) { // many more than there were
        grown.nodes.push_back({EntityId{100 + i}, "New", "person", 1, 1});
        grown.edges.push_back({.source = i % 7, .target = 7 + i, .relation = 1, .claims = 0, .documents = 1, .confidence = 0.9F});
    }
    show(grown);
    ASSERT_EQ(m_graph.nodeCount(), 207);
    for (std::uint64_t i = 1; i <= 7; ++i)
        EXPECT_EQ(place(i), before[i - 1]) << i;
    EXPECT_TRUE(m_exploration.settleGrowth()) << "a layout anew is offered";
    EXPECT_FALSE(m_exploration.settleGrowth()) << "once";
    for (std::uint64_t i = 1; i <= 7; ++i)
        EXPECT_EQ(place(i), before[i - 1]) << i;
}

TEST_F(ExplorationTest, WhatFillsAnEmptyLibraryIsLaidOutAsAWhole)
{
    show({});
    show(story());
    EXPECT_FALSE(m_exploration.settleGrowth());
    EXPECT_TRUE(m_graph.isLayingOut());
    settle();
    const auto meta = place(1);
    EXPECT_FALSE(m_exploration.settleGrowth());
    EXPECT_FALSE(m_graph.isLayingOut());
    EXPECT_EQ(place(1), meta);
}

TEST_F(ExplorationTest, ALayoutThatIsStoppedLeavesWhatIsNewInThePicture)
{
    show(story());
    const auto meta = place(1);
    Graph grown = star(5000);
    for (std::uint32_t i = 0; i < 7; ++i)
        grown.nodes[i].name = story().nodes[i].name;
    m_exploration.setLibrary(sceneOf(std::move(grown)), {}, {});
    ASSERT_TRUE(m_graph.isLayingOut());
    m_graph.cancelLayout();
    settle();
    EXPECT_EQ(m_graph.nodeCount(), 5001);
    EXPECT_EQ(place(1), meta);
}

TEST_F(ExplorationTest, PlacesAreStoredAndThereAtOnce)
{
    show(story());
    settle();
    const auto stored = m_session.reader.run([](Library& library) { return library.positions(); });
    // The library of this test holds no documents, so that it gives no place of theirs back; the rows are there all the same.
    EXPECT_TRUE(stored.result());
    std::vector<PlacedNode> places;
    for (std::uint64_t i = 1; i <= 7; ++i)
        places.push_back({EntityId{i}, {float(i) * 100, -float(i)}});
    m_exploration.clear();
    m_exploration.setLibrary(sceneOf(story()), {}, places);
    EXPECT_FALSE(m_graph.isLayingOut());
    EXPECT_EQ(place(4), (Point{400, -4}));
}

TEST_F(ExplorationTest, ALayoutAnewIsUndone)
{
    std::vector<PlacedNode> places;
    for (std::uint64_t i = 1; i <= 7; ++i)
        places.push_back({EntityId{i}, {float(i) * 100, -float(i)}});
    show(story(), places);
    m_exploration.layOutAnew();
    settle();
    EXPECT_NE(place(4), (Point{400, -4}));
    const auto after = place(4);
    m_history.undo();
    settle();
    for (std::uint64_t i = 1; i <= 7; ++i)
        EXPECT_EQ(place(i), places[i - 1].position);
    m_history.redo();
    settle();
    EXPECT_EQ(place(4), after);
}

TEST_F(ExplorationTest, ALayoutAnewGivesRoomToSizes)
{
    show(story());
    settle();
    const auto nearest = [&] {
        float least = 1e9F;
        for (std::uint64_t a = 1; a <= 7; ++a) {
            for (std::uint64_t b = a + 1; b <= 7; ++b)
                least = std::min(least, distance(place(a), place(b)));
        }
        return least;
    };
    std::vector<Point> before;
    for (std::uint64_t i = 1; i <= 7; ++i)
        before.push_back(place(i));
    const float usual = nearest();
    m_graph.setLooks(std::vector<float>(m_graph.scene().graph.nodes.size(), usual), {});
    settle();
    for (std::uint64_t i = 1; i <= 7; ++i)
        EXPECT_EQ(place(i), before[i - 1]) << "sizes alone move nothing";
    m_exploration.layOutAnew();
    settle();
    EXPECT_GE(nearest(), usual * 2) << "radii do not overlap";
}

TEST_F(ExplorationTest, PinsAreStepsAndStay)
{
    show(story());
    const auto before = place(2);
    m_graph.moveNode(1, {1000, 1000});
    m_graph.moveNode(1, {1100, 1000});
    m_graph.pinNode(1);
    EXPECT_EQ(m_exploration.view().pins, (std::vector<PlacedNode>{{EntityId{2}, {1100, 1000}}}));
    EXPECT_EQ(m_history.undoText(), "Pin Ann");
    m_exploration.layOutAnew();
    settle();
    EXPECT_EQ(place(2), (Point{1100, 1000}));
    m_history.undo();
    m_history.undo();
    settle();
    EXPECT_EQ(place(2), before);
    EXPECT_FALSE(m_graph.isPinned(id(2)));
    m_history.redo();
    settle();
    EXPECT_EQ(place(2), (Point{1100, 1000}));
    EXPECT_TRUE(m_graph.isPinned(id(2)));
}

TEST_F(ExplorationTest, AHubGivesItsStrongestAndSaysHowManyAreLeft)
{
    show(star(100));
    m_exploration.startFrom(id(1));
    settle();
    EXPECT_EQ(shown().size(), 25u);
    m_exploration.expand(id(1));
    settle();
    EXPECT_EQ(shown().size(), 85u);
    EXPECT_THAT(m_notice.text().toStdString(), HasSubstr("16 more"));
    m_notice.act();
    settle();
    EXPECT_EQ(shown().size(), 101u);
    m_exploration.collapse(id(1));
    settle();
    EXPECT_THAT(shown(), ElementsAre("Hub and 100 more"));
    EXPECT_THAT(chips(), ElementsAre("Hub collapsed"));
    m_exploration.unfold(id(1));
    settle();
    EXPECT_EQ(shown().size(), 101u);
}

TEST_F(ExplorationTest, AStoppedHubIsNotPassed)
{
    show(story());
    m_exploration.stop(id(1), true);
    m_exploration.startFrom(id(2));
    settle();
    m_exploration.expandHops(id(2), 4);
    settle();
    EXPECT_THAT(shown(), ElementsAre("Meta", "Ann"));
    EXPECT_THAT(chips(), ElementsAre("Stops at Meta"));
    m_exploration.takeBack(Exploration::StoppedPart);
    m_exploration.expandHops(id(2), 4);
    settle();
    EXPECT_EQ(shown().size(), 6u);
}

TEST_F(ExplorationTest, FocusAndFilterFadeBeforeTheyHide)
{
    show(story());
    m_exploration.focusOn(id(5), 1);
    settle();
    EXPECT_THAT(faded(), UnorderedElementsAre("Meta", "Ann", "Scale", "Dan", "Eve"));
    m_exploration.setFocusDepth(2);
    settle();
    EXPECT_THAT(faded(), UnorderedElementsAre("Ann", "Scale", "Dan", "Eve"));
    m_exploration.filters()->setLeastConfidence(0.7);
    settle();
    EXPECT_THAT(faded(), UnorderedElementsAre("Meta", "Ann", "Scale", "Dan", "Eve"));
    EXPECT_THAT(chips(), ElementsAre("2 hops around Cleo", "Confidence ≥ 70 %"));
    m_exploration.filters()->setHidesRest(true);
    settle();
    EXPECT_THAT(shown(), ElementsAre("Ben", "Cleo"));
    m_exploration.clearConditions();
    settle();
    EXPECT_EQ(shown().size(), 7u);
    m_history.undo();
    settle();
    EXPECT_THAT(shown(), ElementsAre("Ben", "Cleo"));
}

TEST_F(ExplorationTest, FilterRowsCountUnderTheOtherConditions)
{
    show(story());
    m_exploration.setTab(Exploration::FilterTab);
    settle();
    auto* filters = m_exploration.filters();
    const auto value = [](QAbstractItemModel* model, const QString& key, const char* role) {
        for (int i = 0; i < model->rowCount(); ++i) {
            if (model->data(model->index(i, 0), model->roleNames().key("key")).toString() == key)
                return model->data(model->index(i, 0), model->roleNames().key(role));
        }
        return QVariant();
    };
    EXPECT_EQ(value(filters->types(), "person", "count"), 5);
    EXPECT_EQ(value(filters->relations(), "leads", "count"), 4);
    EXPECT_EQ(value(filters->relations(), "leads", "label"), "leads");
    EXPECT_EQ(value(filters->sources(), idText(DocumentId{2}), "count"), 2);
    filters->setIn(Filters::Relation, "leads", false);
    settle();
    EXPECT_EQ(value(filters->relations(), "leads", "isIn"), false);
    EXPECT_EQ(value(filters->relations(), "leads", "count"), 4);
    EXPECT_EQ(value(filters->types(), "person", "count"), 0);
    EXPECT_EQ(filters->stayingEdges(), 1);
    EXPECT_EQ(m_history.undoText(), "Filter out leads");
    filters->only(Filters::Source, idText(DocumentId{1}));
    settle();
    EXPECT_EQ(filters->stayingEdges(), 0);
    filters->clear();
    settle();
    EXPECT_EQ(filters->stayingEdges(), 5);

    ASSERT_GT(filters->bars().size(), 3);
    filters->setBars(0, 3);
    filters->setBars(0, 4);
    settle();
    EXPECT_EQ(filters->lastBar(), 4);
    EXPECT_EQ(m_history.undoText(), "Filter by time");
    m_history.undo();
    settle();
    EXPECT_EQ(filters->lastBar(), int(filters->bars().size()) - 1) << "a slide is one step";
    EXPECT_EQ(m_history.undoText(), "Clear the filter");
}

TEST_F(ExplorationTest, AViewIsSavedOpenedRenamedAndDeleted)
{
    show(story());
    auto* views = m_exploration.views();
    m_exploration.startFrom(id(5));
    m_exploration.focusOn(id(5), 2);
    settle();
    const auto ben = place(3);
    views->save("  Around Cleo ");
    settle();
    EXPECT_EQ(views->count(), 1);
    EXPECT_EQ(m_exploration.title(), "Around Cleo");
    m_exploration.showWhole();
    m_exploration.clearConditions();
    settle();
    EXPECT_EQ(views->openName(), "");
    views->open("Around Cleo");
    settle();
    EXPECT_THAT(shown(), ElementsAre("Ben", "Cleo"));
    EXPECT_EQ(place(3), ben);
    EXPECT_EQ(m_exploration.focusDepth(), 2);
    EXPECT_EQ(m_exploration.title(), "Around Cleo");

    views->rename("Around Cleo", "Cleo's circle");
    settle();
    EXPECT_TRUE(views->isTaken("Cleo's circle"));
    EXPECT_EQ(m_exploration.title(), "Cleo's circle");
    views->remove("Cleo's circle");
    settle();
    EXPECT_EQ(views->count(), 0);
    m_history.undo();
    settle();
    EXPECT_TRUE(views->isTaken("Cleo's circle"));
    m_history.undo();
    settle();
    EXPECT_TRUE(views->isTaken("Around Cleo"));

    m_exploration.expand(id(3));
    settle();
    views->save("Around Cleo");
    settle();
    m_history.undo();
    settle();
    views->open("Around Cleo");
    settle();
    EXPECT_THAT(shown(), ElementsAre("Ben", "Cleo")) << "writing over a view is undone, too";
    views->load();
    settle();
    EXPECT_EQ(views->count(), 1);
}

TEST_F(ExplorationTest, AViewOfANewerSkeinIsKeptAndNotShown)
{
    m_session.writer.run([](Library& library) { return library.setView({"Tomorrow", R"({"version":99})"}); }).waitForFinished();
    show(story());
    m_exploration.views()->load();
    ASSERT_TRUE([&] {
        QElapsedTimer clock;
        clock.start();
        while (m_exploration.views()->count() == 0 && clock.elapsed() < 5000)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        return m_exploration.views()->count() == 1;
    }());
    m_exploration.views()->open("Tomorrow");
    settle();
    EXPECT_TRUE(m_notice.isError());
    EXPECT_THAT(m_notice.text().toStdString(), HasSubstr("newer Skein"));
    EXPECT_TRUE(m_exploration.isWhole());
    EXPECT_FALSE(m_history.canUndo());
    const auto kept = m_session.reader.run([](Library& library) { return library.views(); }).result();
    EXPECT_EQ(kept->at(0).content, R"({"version":99})");
}

TEST_F(ExplorationTest, WhatIsSearchedForComesIntoThePicture)
{
    show(story());
    m_exploration.startFrom(id(5));
    settle();
    m_exploration.reveal(id(1));
    settle();
    EXPECT_THAT(shown(), ElementsAre("Meta", "Ben", "Cleo"));
    m_exploration.reveal(id(1));
    EXPECT_EQ(m_history.undoText(), "Show Meta");
    m_exploration.showOnly(id(1));
    settle();
    EXPECT_THAT(shown(), ElementsAre("Meta", "Ann", "Ben", "Scale"));
}

TEST(History, EarlierStepsComeBeforeTheFirst)
{
    History history;
    QStringList done;
    const auto step = [&](const QString& text) {
        return History::Step{text, [&done, text] { done += "undo " + text; }, [&done, text] { done += "redo " + text; }};
    };
    history.precede({step("a"), step("b")}, {step("c")});
    EXPECT_EQ(history.undoText(), "b");
    EXPECT_EQ(history.redoText(), "c");
    history.redo();
    history.push(step("d"));
    history.undo();
    history.undo();
    history.undo();
    history.undo();
    EXPECT_FALSE(history.canUndo());
    EXPECT_EQ(done, QStringList({"redo c", "undo d", "undo c", "undo b", "undo a"}));
    History later;
    later.push(step("x"));
    later.precede({step("a")}, {step("c")});
    EXPECT_EQ(later.undoText(), "x");
    EXPECT_FALSE(later.canRedo()) << "what was undone before cannot be redone after another step";
}

} // namespace
