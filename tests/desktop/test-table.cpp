// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/explore/table-rows.h"

#include <QElapsedTimer>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>

namespace skein {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::shared_ptr<const TableFacts> town()
{
    Graph graph;
    const char* names[] = {"Émile", "anna", "Berta", "anna"};
    for (std::uint64_t i = 0; i < 4; ++i)
        graph.nodes.push_back({EntityId{i}, names[i], i == 2 ? "organization" : "person", static_cast<std::uint32_t>(i), 1});
    graph.relations = {{"knows", "knows"}, {"owns", "owns"}};
    graph.documents = {{DocumentId{1}, "D", ""}};
    graph.edges = {{.source = 0, .target = 1, .relation = 0, .claims = 2, .documents = 1, .confidence = 0.5F, .firstEvidence = 0},
                   {.source = 0, .target = 2, .relation = 1, .claims = 1, .documents = 1, .confidence = 0.9F, .isDisputed = true, .firstEvidence = 2},
                   {.source = 3, .target = 2, .relation = 1, .claims = 1, .documents = 1, .confidence = 0.7F, .firstEvidence = 3}};
    graph.evidence = {{0, 1, {100, 200}, true}, {0, 1, {50, 60}, false}, {0, 1, {300, 300}, true}, {0, 1, GraphEvidence::undated, false}};
    return tableFacts(std::make_shared<const Scene>(sceneFrom(std::move(graph))));
}

std::vector<std::uint32_t> rows(TableQuery query) { return tableRows(*town(), query); }

TEST(TableRows, entitiesAreSortedByEveryColumn)
{
    EXPECT_THAT(rows({.column = NameColumn}), ElementsAre(3, 1, 2, 0)) << "without case; of two that read the same the better known first";
    EXPECT_THAT(rows({.column = MentionsColumn, .isDescending = true}), ElementsAre(3, 2, 1, 0));
    EXPECT_THAT(rows({.column = ConnectionsColumn}), ElementsAre(3, 1, 2, 0));
    EXPECT_THAT(rows({.column = TypeColumn}).front(), 2u);
    EXPECT_THAT(rows({.column = FirstColumn, .isDescending = true}), ElementsAre(2, 0, 1, 3)) << "undated ones come last";
}

TEST(TableRows, edgesAreSortedByEveryColumn)
{
    const auto by = [](int column, bool isDescending = false) {
        return rows({.of = TableOf::edges, .column = column, .isDescending = isDescending});
    };
    EXPECT_THAT(by(FromColumn), ElementsAre(2, 0, 1));
    EXPECT_THAT(by(RelationColumn), ElementsAre(0, 1, 2));
    EXPECT_THAT(by(QuotesColumn, true), ElementsAre(0, 1, 2));
    EXPECT_THAT(by(ConfidenceColumn), ElementsAre(0, 2, 1));
    EXPECT_THAT(by(FlagsColumn, true), ElementsAre(1, 0, 2));
    EXPECT_THAT(by(EdgeLastColumn, true), ElementsAre(1, 0, 2));
}

TEST(TableRows, everyWordOfTheFilterMustStandSomewhere)
{
    EXPECT_THAT(rows({.filter = QStringLiteral("ANNA")}), ElementsAre(3, 1));
    EXPECT_THAT(rows({.filter = QStringLiteral("é pers")}), ElementsAre(0));
    EXPECT_THAT(rows({.filter = QStringLiteral("anna organization")}), IsEmpty());
    EXPECT_THAT(rows({.of = TableOf::edges, .filter = QStringLiteral("ann own bert")}), ElementsAre(2));
}

TEST(TableRows, whatIsHiddenHasNoRow)
{
    using enum Presence;
    EXPECT_THAT(rows({.nodes = {shown, hidden, faded, shown}}), ElementsAre(3, 2, 0));
    EXPECT_THAT(rows({.of = TableOf::edges, .nodes = {shown, hidden, faded, shown}}), ElementsAre(2, 1));
    EXPECT_THAT(rows({.of = TableOf::edges, .pairs = {hidden, shown, hidden}}), ElementsAre(1));
}

TEST(TableRows, groupsAreSortedByNameAndThoseWithoutComeLast)
{
    EXPECT_THAT(rows({.column = GroupColumn, .regions = {{1, Regions::none, 0, 0}, {"B", "A"}}}), ElementsAre(0, 2, 3, 1));
}

TEST(TableRows, daysReadAsPeopleSortThem)
{
    EXPECT_EQ(dayCell(0), QStringLiteral("1970-01-01"));
    EXPECT_EQ(dayCell(20000), QStringLiteral("2024-10-04"));
    EXPECT_EQ(town()->nodeDays[0], (DayRange{50, 300}));
    EXPECT_EQ(town()->nodeDays[3], GraphEvidence::undated);
}

// The aim is 50 ms on a quiet machine; the bound leaves room for a busy one and a build that is not optimised.
TEST(TableRows, aHundredThousandRowsAreSortedAtOnce)
{
    Graph graph;
    constexpr std::uint32_t size = 100000;
    for (std::uint64_t i = 0; i < size; ++i)
        graph.nodes.push_back({EntityId{i}, "Name " + std::to_string(i * 7919 % size), "person", static_cast<std::uint32_t>(i * 31 % 997), 1});
    graph.relations = {{"knows", "knows"}};
    for (std::uint32_t i = 0; i < size; ++i)
        graph.edges.push_back({.source = i, .target = (i * 17 + 1) % size, .relation = 0, .claims = i % 13});
    std::erase_if(graph.edges, [](const GraphEdge& edge) { return edge.source == edge.target; });
    const auto facts = tableFacts(std::make_shared<const Scene>(sceneFrom(std::move(graph))));
    QElapsedTimer clock;
    for (const auto of : {TableOf::entities, TableOf::edges}) {
        qint64 worst = 0;
        for (int column = 0; column < (of == TableOf::entities ? int(EntityColumns) : int(EdgeColumns)); ++column) {
            clock.start();
            EXPECT_GE(tableRows(*facts, {.of = of, .column = column}).size(), size - 1);
            worst = std::max(worst, clock.elapsed());
        }
        clock.start();
        EXPECT_FALSE(tableRows(*facts, {.of = of, .filter = QStringLiteral("name 99")}).empty());
        std::printf("100,000 rows: worst column %lld ms, filter %lld ms\n", static_cast<long long>(worst), static_cast<long long>(clock.elapsed()));
        EXPECT_LT(worst, 1000);
    }
}

} // namespace
} // namespace skein
