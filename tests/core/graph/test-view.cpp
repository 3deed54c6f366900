// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/view/contents.h"
#include "core/graph/view/seen.h"
#include "core/graph/view/view-json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

namespace skein {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;
using testing::SizeIs;

std::int32_t day(int year, unsigned month, unsigned day)
{
    using namespace std::chrono;
    return static_cast<std::int32_t>(sys_days(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day)).time_since_epoch().count());
}

// A graph of people and firms that is written claim by claim.
struct World {
    Graph graph;
    Pairs pairs;
    Adjacency adjacency;

    World()
    {
        graph.relations = {{"acquired", "acquired"}, {"invests", "invested in"}, {"leads", "leads"}};
        for (std::uint64_t i = 0; i < 3; ++i)
            graph.documents.push_back({DocumentId{i + 100}, "Source", "2024"});
    }
    void node(std::uint64_t id, const char* type, std::uint32_t mentions = 1) { graph.nodes.push_back({EntityId{id}, "N" + std::to_string(id), type, mentions, 1}); }
    // Edges come in order of their ends.
    void edge(std::uint32_t source, std::uint32_t target, std::uint16_t relation, const std::vector<GraphEvidence>& claims)
    {
        GraphEdge edge{.source = source, .target = target, .relation = relation};
        edge.claims = static_cast<std::uint32_t>(claims.size());
        edge.firstEvidence = static_cast<std::uint32_t>(graph.evidence.size());
        for (const auto& claim : claims) {
            edge.documents += &claim == &claims[0] || claim.document != (&claim)[-1].document ? 1 : 0;
            edge.confidence = std::max(edge.confidence, claim.confidence);
            graph.evidence.push_back(claim);
        }
        graph.edges.push_back(edge);
    }
    void link()
    {
        pairs = pairsOf(graph);
        adjacency = adjacencyOf(graph.nodes.size(), pairs.pairs);
    }
    Seen see(const GraphView& view) const { return seenIn(graph, pairs, adjacency, view); }
    GrowthRequest request(const std::vector<std::uint32_t>& present, std::uint32_t limit = 60) const
    {
        GrowthRequest result{graph, pairs, adjacency, {.isWhole = false}, limit};
        for (const std::uint32_t node : present)
            insert(result.contents.entities, graph.nodes[node].id);
        return result;
    }
};

DayRange onDay(std::int32_t day) { return {day, day}; }

// 0 Meta – 1 Ann – 2 Ben, 0 – 3 Scale – 4 Cleo, and 5 alone.
World story()
{
    World world;
    world.node(10, "organization", 20);
    world.node(11, "person");
    world.node(12, "person");
    world.node(13, "organization", 8);
    world.node(14, "person");
    world.node(15, "place");
    world.edge(0, 1, 2, {{0, 0.9F, onDay(day(2024, 3, 1)), true}});
    world.edge(0, 3, 0, {{0, 0.9F, onDay(day(2023, 6, 1)), true}, {1, 0.8F, onDay(day(2025, 6, 1)), true}});
    world.edge(0, 3, 1, {{1, 0.4F, GraphEvidence::undated, false}});
    world.edge(1, 2, 2, {{1, 0.6F, onDay(day(2025, 1, 1)), false}});
    world.edge(3, 4, 2, {{2, 0.95F, {day(2024, 1, 1), day(2024, 12, 31)}, true}});
    world.link();
    return world;
}

std::vector<std::uint32_t> shown(const Seen& seen)
{
    std::vector<std::uint32_t> nodes;
    for (std::uint32_t i = 0; i < seen.nodes.size(); ++i) {
        if (seen.nodes[i] == Presence::shown)
            nodes.push_back(i);
    }
    return nodes;
}

TEST(View, AFreshOneShowsEverything)
{
    const Seen seen = story().see({});
    EXPECT_THAT(seen.nodes, IsEmpty());
    EXPECT_THAT(seen.pairs, IsEmpty());
    EXPECT_EQ(seen.shown, 6u);
}

TEST(View, FadesBeforeItHides)
{
    GraphView view;
    view.filter.types = {"person"};
    EXPECT_EQ(story().see(view).nodes[1], Presence::faded);
    EXPECT_THAT(shown(story().see(view)), ElementsAre(0, 3, 5));
    view.hidesRest = true;
    EXPECT_EQ(story().see(view).nodes[1], Presence::hidden);
    view.hidesRest = false;
    view.contents.hidden = {EntityId{13}};
    EXPECT_EQ(story().see(view).nodes[3], Presence::hidden) << "what was hidden by hand is hidden, whatever the rest is";
}

TEST(View, ConditionsHoldOfOneAndTheSameClaim)
{
    GraphView view;
    view.filter.days = DayRange{day(2025, 1, 1), day(2025, 12, 31)};
    view.filter.leastConfidence = 0.85F;
    const Seen seen = story().see(view);
    EXPECT_THAT(shown(seen), IsEmpty()) << "acquired has a claim of 2025 and a sure one, but they are two";
    view.filter.leastConfidence = 0.7F;
    EXPECT_THAT(shown(story().see(view)), ElementsAre(0, 3));
}

TEST(View, AskingOfClaimsLeavesOutNodesWithoutAny)
{
    GraphView view;
    view.filter.relations = {"leads"};
    const World world = story();
    EXPECT_THAT(shown(world.see(view)), ElementsAre(0, 3));
    ASSERT_THAT(world.see(view).pairs, SizeIs(4)); // 0–1, 0–3, 1–2, 3–4
    EXPECT_THAT(world.see(view).pairs, ElementsAre(Presence::faded, Presence::shown, Presence::faded, Presence::faded));
    view.filter = {};
    view.filter.sources = {DocumentId{100}, DocumentId{102}};
    EXPECT_THAT(shown(world.see(view)), ElementsAre(0, 1, 2, 3));
}

TEST(View, IndependentSourcesAreCountedAmongTheClaimsThatMeetTheRest)
{
    GraphView view;
    view.filter.leastSources = 2;
    EXPECT_THAT(shown(story().see(view)), ElementsAre(0, 3));
    view.filter.sources = {DocumentId{101}};
    EXPECT_THAT(shown(story().see(view)), IsEmpty());
}

TEST(View, UndatedClaimsAreOfNoDays)
{
    GraphView view;
    view.filter.relations = {"acquired", "leads"};
    view.filter.days = DayRange{-100000, 100000};
    EXPECT_THAT(shown(story().see(view)), IsEmpty());
}

TEST(View, TheFocusReachesAsFarAsItIsDeep)
{
    GraphView view;
    view.focus = Focus{EntityId{11}, 1};
    EXPECT_THAT(shown(story().see(view)), ElementsAre(0, 1, 2));
    view.focus->depth = 2;
    EXPECT_THAT(shown(story().see(view)), ElementsAre(0, 1, 2, 3));
    view.contents.stopped = {EntityId{10}};
    EXPECT_THAT(shown(story().see(view)), ElementsAre(0, 1, 2)) << "a stopped hub is met but not passed";
    view.focus = Focus{EntityId{10}, 1};
    EXPECT_THAT(shown(story().see(view)), ElementsAre(0, 1, 3)) << "from the hub itself it goes on";
    view.focus = Focus{EntityId{999}, 1};
    EXPECT_EQ(story().see(view).shown, 6u) << "a focus on what is not in the picture is none";
}

TEST(View, TheFocusGoesAlongWhatTheFilterLeaves)
{
    GraphView view;
    view.focus = Focus{EntityId{11}, 4};
    view.filter.leastConfidence = 0.7F;
    EXPECT_THAT(shown(story().see(view)), ElementsAre(0, 1, 3, 4));
    view.filter.types = {"organization"};
    EXPECT_THAT(shown(story().see(view)), ElementsAre(1)) << "the focus itself is always shown";
}

TEST(View, CountsAreThoseUnderTheOtherConditions)
{
    const World world = story();
    Filter filter;
    FilterCounts counts = countsIn(world.graph, filter);
    EXPECT_THAT(counts.types, ElementsAre(Pair("organization", 2), Pair("person", 3), Pair("place", 1)));
    EXPECT_THAT(counts.relations, ElementsAre(1, 1, 3));
    EXPECT_THAT(counts.documents, ElementsAre(2, 3, 1));
    EXPECT_EQ(counts.sources[1], 5u);
    EXPECT_EQ(counts.sources[2], 1u);
    EXPECT_EQ(counts.sources[3], 0u);
    EXPECT_EQ(counts.confidence[0], 5u);
    EXPECT_EQ(counts.confidence[18], 3u); // of at least 0.9
    EXPECT_EQ(counts.edges, 5u);
    EXPECT_EQ(counts.timeline.undated, 1u);

    filter.relations = {"leads"};
    filter.types = {"organization"};
    counts = countsIn(world.graph, filter);
    EXPECT_THAT(counts.types, ElementsAre(Pair("organization", 2), Pair("person", 0), Pair("place", 0)))
        << "a type's own condition does not count in its row, that on relations does";
    EXPECT_THAT(counts.relations, ElementsAre(0, 0, 1)) << "1–2 alone has no organization";
    EXPECT_EQ(counts.edges, 0u);
}

// What a row promises is what is seen when its condition is lifted.
TEST(View, CountsAgreeWithWhatIsSeen)
{
    const World world = story();
    GraphView view;
    view.filter.leastConfidence = 0.5F;
    view.filter.sources = {DocumentId{101}};
    const auto edges = [&](const Filter& filter) {
        const Seen seen = world.see({.filter = filter});
        return std::ranges::count(seen.pairs, Presence::shown);
    };
    const FilterCounts counts = countsIn(world.graph, view.filter);
    EXPECT_EQ(counts.edges, edges(view.filter));
    Filter lifted = view.filter;
    lifted.sources = {DocumentId{100}, DocumentId{102}}; // only 101
    EXPECT_EQ(counts.documents[1], edges(lifted));
}

TEST(View, TheTimelineHasBarsOfCalendarLength)
{
    const World world = story();
    const Timeline timeline = countsIn(world.graph, {}).timeline;
    ASSERT_FALSE(timeline.claims.empty());
    EXPECT_EQ(timeline.days.size(), timeline.claims.size() + 1);
    EXPECT_EQ(timeline.days.front(), day(2023, 6, 1));
    EXPECT_EQ(timeline.days[1], day(2023, 7, 1));
    EXPECT_EQ(timeline.days.back(), day(2025, 7, 1));
    EXPECT_EQ(timeline.claims[0], 1u);
    EXPECT_EQ(timeline.claims[9], 2u) << "March 2024: its own claim, and one of the whole year";
    EXPECT_TRUE(std::ranges::is_sorted(timeline.days));
}

TEST(View, ADateFarOffDoesNotPressTheOthersTogether)
{
    World world;
    world.node(1, "person");
    world.node(2, "person");
    std::vector<GraphEvidence> claims;
    for (std::int32_t i = 0; i < 300; ++i)
        claims.push_back({0, 0.9F, onDay(day(2024, 1, 1) + i % 40), true});
    claims.push_back({0, 0.9F, onDay(day(1066, 10, 14)), true});
    world.edge(0, 1, 0, claims);
    const Timeline timeline = countsIn(world.graph, {}).timeline;
    EXPECT_GE(timeline.days.front(), day(2023, 12, 1));
    std::uint32_t sum = 0;
    for (const std::uint32_t bar : timeline.claims)
        sum += bar;
    EXPECT_EQ(sum, 301u) << "the first bar holds what lies before it";
}

TEST(View, GrowsTheStrongestFirstAndSaysHowManyAreLeft)
{
    World world;
    world.node(1, "organization");
    for (std::uint64_t i = 0; i < 100; ++i) {
        world.node(2 + i, "person", static_cast<std::uint32_t>(i));
        world.edge(0, static_cast<std::uint32_t>(1 + i), 2, std::vector<GraphEvidence>(i == 40 ? 3 : 1, {0, 0.9F, {}, false}));
    }
    world.link();
    const Growth growth = grow(world.request({0}), 0);
    EXPECT_THAT(growth.fresh, SizeIs(60));
    EXPECT_EQ(growth.left, 40u);
    EXPECT_EQ(growth.fresh[0], 41u) << "three claims";
    EXPECT_EQ(growth.fresh[1], 100u) << "then by mentions";
    std::vector<std::uint32_t> present{0};
    present.insert(present.end(), growth.fresh.begin(), growth.fresh.end());
    EXPECT_THAT(grow(world.request(present), 0).fresh, SizeIs(40));
    EXPECT_EQ(grow(world.request(present), 0).left, 0u);
}

TEST(View, GrowsByRelationAndTellsTheChoices)
{
    const World world = story();
    EXPECT_THAT(grow(world.request({0}), 0).fresh, ElementsAre(3, 1));
    EXPECT_THAT(grow(world.request({0}), 0, "leads").fresh, ElementsAre(1));
    EXPECT_THAT(grow(world.request({0, 1}), 0, "leads").fresh, IsEmpty());
    EXPECT_THAT(growthChoices(world.request({0, 1}), 0),
                ElementsAre(GrowthChoice{"acquired", "acquired", 1, 1}, GrowthChoice{"invests", "invested in", 1, 1},
                            GrowthChoice{"leads", "leads", 1, 0}));
}

TEST(View, GrowsByHopsButNotThroughWhatIsStopped)
{
    const World world = story();
    EXPECT_THAT(growHops(world.request({1}), 1, 1).fresh, ElementsAre(0, 2));
    EXPECT_THAT(growHops(world.request({1}), 1, 2).fresh, ElementsAre(0, 2, 3));
    EXPECT_THAT(growHops(world.request({0, 1, 2}), 1, 3).fresh, ElementsAre(3, 4)) << "what is there already is a way on";
    GrowthRequest stopped = world.request({1});
    stopped.contents.stopped = {world.graph.nodes[0].id};
    EXPECT_THAT(growHops(stopped, 1, 4).fresh, ElementsAre(0, 2));
    EXPECT_EQ(growHops(world.request({0}, 1), 0, 1).left, 1u);
}

TEST(View, ASubgraphKeepsItsEvidence)
{
    const World world = story();
    const Graph part = subgraph(world.graph, {0, 3, 4});
    ASSERT_THAT(part.nodes, SizeIs(3));
    ASSERT_THAT(part.edges, SizeIs(3));
    EXPECT_EQ(part.nodes[1].id, EntityId{13});
    EXPECT_EQ(part.relations, world.graph.relations);
    EXPECT_EQ(part.edges[2].source, 1u);
    EXPECT_EQ(part.edges[2].target, 2u);
    ASSERT_THAT(part.evidenceOf(part.edges[2]), SizeIs(1));
    EXPECT_EQ(part.evidenceOf(part.edges[2])[0].document, 2u);
    EXPECT_EQ(indexOf(part, EntityId{14}), 2u);
    EXPECT_FALSE(indexOf(part, EntityId{12}));
}

GraphView everything()
{
    GraphView view;
    view.contents = {.isWhole = false, .start = EntityId{1}, .entities = {EntityId{1}, EntityId{2}}, .hidden = {EntityId{3}},
                     .stopped = {EntityId{4}}, .collapsed = {{EntityId{5}, {}}, {EntityId{6}, {EntityId{6}, EntityId{7}}}}};
    view.filter = {{"person"}, {"leads"}, {DocumentId{8}}, DayRange{-5, 20000}, 0.7F, 2};
    view.focus = Focus{EntityId{2}, 3};
    view.hidesRest = true;
    view.pathEnds = {EntityId{9}, EntityId{2}};
    view.looks = {SizeBy::betweenness, ColourBy::group, true, {{EntityId{2}, 0xAB12EF}}};
    view.layout = LayoutKind::radial;
    view.pins = {{EntityId{1}, {1.25F, -3.5e7F}}};
    view.places = {{EntityId{1}, {1, 2}}, {EntityId{2}, {-3, 0.1F}}};
    view.seen = Rect{-10.5F, 0, 3, 0.1F};
    return view;
}

TEST(ViewJson, ComesBackTheSame)
{
    for (const GraphView& view : {GraphView{}, everything()}) {
        const auto back = viewFromJson(toJson(view));
        ASSERT_TRUE(back) << back.error().detail;
        EXPECT_EQ(*back, view);
    }
    EXPECT_EQ(toJson({}), R"({"version":1})");
    GraphView empty;
    empty.contents.isWhole = false;
    EXPECT_EQ(viewFromJson(toJson(empty)), empty) << "a picture of nothing is not the whole library";
}

TEST(ViewJson, ANewerOneIsRefusedPolitely)
{
    EXPECT_EQ(viewFromJson(R"({"version":2,"contents":7})").error().code, Errc::newerSchema);
    EXPECT_TRUE(viewFromJson(R"({"version":1,"wonders":true})")) << "members of a later minor are passed over";
}

TEST(ViewJson, WhatIsNoViewIsRefusedWithItsPlace)
{
    EXPECT_EQ(viewFromJson("[]").error().code, Errc::badSyntax);
    EXPECT_EQ(viewFromJson("{").error().code, Errc::badSyntax);
    EXPECT_EQ(viewFromJson("{}").error().detail, "version");
    EXPECT_EQ(viewFromJson(R"({"version":1,"contents":{"entities":["x"]}})").error().detail, "entities");
    EXPECT_EQ(viewFromJson(R"({"version":1,"focus":{"node":"e0000000000000001","depth":9}})").error().detail, "depth");
    EXPECT_EQ(viewFromJson(R"({"version":1,"pins":{"e0000000000000001":[1]}})").error().detail, "pins");
    EXPECT_EQ(viewFromJson(R"({"version":1,"filter":{"leastConfidence":1e400}})").error().code, Errc::badSyntax);
}

} // namespace
} // namespace skein
