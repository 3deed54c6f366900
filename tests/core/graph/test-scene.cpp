// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/scene/display.h"
#include "core/graph/scene/labels.h"
#include "core/graph/layout/layout.h"
#include "core/graph/layout/quadtree.h"
#include "tests/pixels/story.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace skein {
namespace {

using testing::ElementsAre;

TEST(Pairs, JoinParallelEdgesAndKeepTheirDirections)
{
    Graph graph;
    for (std::uint64_t i = 1; i <= 3; ++i)
        graph.nodes.push_back({EntityId{i}, "n", "person", 1, 1});
    graph.relations = {{"a", "a"}, {"b", "b"}, {"c", "c"}};
    graph.edges = {{0, 1, 0, 2, 1, 1, false, true}, {0, 1, 1, 5, 1, 1, true, false}, {1, 0, 2, 1, 1, 1, false, true},
                   {2, 1, 0, 1, 1, 1, false, true}, {2, 2, 0, 1, 1, 1, false, false}};
    const Pairs pairs = pairsOf(graph);
    ASSERT_EQ(pairs.pairs.size(), 2U);
    EXPECT_EQ(pairs.pairs[0].claims, 8U);
    EXPECT_TRUE(pairs.pairs[0].isDisputed);
    EXPECT_FALSE(pairs.pairs[0].isPlanned);
    EXPECT_TRUE(pairs.pairs[0].runsForward && pairs.pairs[0].runsBackward);
    EXPECT_THAT(std::vector(pairs.edges.begin(), pairs.edges.begin() + 3), ElementsAre(1U, 0U, 2U)) << "the strongest first";
    EXPECT_TRUE(pairs.pairs[1].isPlanned && pairs.pairs[1].runsBackward && !pairs.pairs[1].runsForward);

    const Adjacency adjacency = adjacencyOf(3, pairs.pairs);
    EXPECT_EQ(adjacency.degree(1), 2U);
    EXPECT_EQ(adjacency.of(1)[0], 0U);
    EXPECT_EQ(adjacency.of(1)[1], 2U);
}

TEST(Quadtree, AgreesWithTheSumOverAllPoints)
{
    Random random(3);
    std::vector<Vec> at;
    for (int i = 0; i < 500; ++i)
        at.push_back({random.signedUnit() * 100, random.signedUnit() * 100});
    at.push_back(at[0]); // two in one place
    const std::vector<double> mass(at.size(), 1);
    const Quadtree tree(at, mass);
    double worst = 0;
    for (std::uint32_t i = 0; i < at.size(); ++i) {
        Vec exact;
        for (std::uint32_t j = 0; j < at.size(); ++j) {
            if (j != i)
                exact += (at[i] - at[j]) * (1 / ((at[i] - at[j]).lengthSquared() + 4));
        }
        Vec near;
        double total = 0;
        tree.visit(at[i], i, 0.6, [&](Vec from, double weight) {
            near += (at[i] - from) * (weight / ((at[i] - from).lengthSquared() + 4));
            total += weight;
        });
        EXPECT_NEAR(total, 500, 1e-9) << "every other point counted once";
        worst = std::max(worst, (near - exact).length());
    }
    EXPECT_LT(worst, 0.35) << "forces here are about 5";
}

TEST(Camera, ZoomsAboutThePointerAndFits)
{
    const Camera camera{{10, 20}, 1, {800, 600}};
    EXPECT_EQ(camera.toScreen({10, 20}), (Point{400, 300}));
    const Point before = camera.toWorld({120, 80});
    const Camera nearer = camera.zoomedAbout({120, 80}, 2);
    EXPECT_NEAR(nearer.toWorld({120, 80}).x, before.x, 1e-3);
    EXPECT_NEAR(nearer.toWorld({120, 80}).y, before.y, 1e-3);
    EXPECT_EQ(camera.zoomedAbout({0, 0}, 1e9F).zoom, Camera::largestZoom);

    const Camera moved = camera.pannedBy({30, -10});
    EXPECT_EQ(moved.toScreen({10, 20}), (Point{430, 290}));

    const Camera fitted = camera.fittedTo({-1000, -100, 1000, 100}, 40, 2);
    EXPECT_NEAR(fitted.toScreen({-1000, 0}).x, 40, 0.01);
    EXPECT_NEAR(fitted.toScreen({1000, 0}).x, 760, 0.01);
    EXPECT_EQ(camera.fittedTo({5, 5, 5, 5}, 40, 2).centre, (Point{5, 5}));
    EXPECT_EQ(camera.towards(nearer, 1), nearer);
    EXPECT_NEAR(camera.towards(nearer, 0.5F).toWorld({120, 80}).x, before.x, 1e-2) << "the point under the pointer stays on the way";
}

TEST(Camera, FitsBesideWhatCoversTheView)
{
    const Camera camera{{}, 1, {800, 600}};
    const std::vector<Rect> covered{{12, 440, 172, 588}, {660, 548, 788, 588}};
    const auto isInSight = [&](const Camera& fitted, const std::vector<Rect>& boxes) {
        for (const Rect& box : boxes) {
            const Point a = fitted.toScreen({box.left, box.top});
            const Point b = fitted.toScreen({box.right, box.bottom});
            const Rect there{a.x, a.y, b.x, b.y};
            if (there.left < -0.01F || there.top < -0.01F || there.right > 800.01F || there.bottom > 600.01F)
                return false;
            for (const Rect& cover : covered) {
                if (there.overlaps(cover))
                    return false;
            }
        }
        return true;
    };
    // A cross leaves the corners free: nothing is lost.
    const std::vector<Rect> cross{{-400, -10, 400, 10}, {-10, -300, 10, 300}};
    EXPECT_EQ(camera.fittedBeside(covered, cross, 20, 2), camera.fittedTo({-400, -300, 400, 300}, 20, 2));
    // One that fills the view must shrink, no more than the cover asks for.
    const std::vector<Rect> full{{-400, -300, 400, 300}};
    const Camera shrunk = camera.fittedBeside(covered, full, 20, 2);
    EXPECT_TRUE(isInSight(shrunk, full));
    EXPECT_GE(shrunk.zoom, 0.65F);
    // A row along the bottom is moved rather than shrunk.
    const std::vector<Rect> low{{-380, 100, -300, 150}, {300, 100, 380, 150}, {-50, -150, 50, 150}};
    const Camera moved = camera.fittedBeside(covered, low, 20, 2);
    EXPECT_TRUE(isInSight(moved, low));
    EXPECT_EQ(moved.zoom, camera.fittedTo({-380, -150, 380, 150}, 20, 2).zoom);
    // Nowhere to go: fitted as if nothing were there.
    const std::vector<Rect> everywhere{{0, 0, 800, 600}};
    EXPECT_EQ(camera.fittedBeside(everywhere, full, 20, 2), camera.fittedTo(full[0], 20, 2));
    EXPECT_EQ(camera.fittedBeside(covered, {}, 20, 2), camera);
    // Thousands are taken as one rectangle.
    const std::vector<Rect> many(5000, full[0]);
    EXPECT_TRUE(isInSight(camera.fittedBeside(covered, many, 20, 2), full));
}

TEST(Labels, TheMoreImportantWinsAndTiesGoByKey)
{
    const Rect area{0, 0, 1000, 1000};
    // Four on one spot: each takes another side; the fifth finds no room.
    std::vector<LabelWish> wishes;
    for (std::uint32_t i = 0; i < 5; ++i)
        wishes.push_back({i, {500, 500}, 5, {40, 14}, i == 3 ? 9.0F : 1.0F});
    Occupancy occupancy(area);
    const auto places = placeLabels(wishes, occupancy, area, area);
    ASSERT_EQ(places.size(), 4U);
    EXPECT_EQ(places[0].wish, 3U);
    EXPECT_GT(places[0].box.top, 500) << "beneath";
    EXPECT_EQ(places[1].wish, 0U);
    EXPECT_EQ(places[3].wish, 2U);

    EXPECT_THAT(thinned(wishes, {100, 100}, 2), ElementsAre(0U, 3U));
}

TEST(Labels, AreMovedIntoTheViewOrLeftOut)
{
    const Rect view{0, 0, 400, 300};
    const Rect area = view.grownBy(100);
    const auto placeOf = [&](Point centre) -> std::optional<Rect> {
        Occupancy occupancy(area);
        const auto places = placeLabels({{0, centre, 5, {80, 14}, 1}}, occupancy, area, view);
        return places.empty() ? std::nullopt : std::optional(places[0].box);
    };
    EXPECT_EQ(placeOf({200, 150}), (Rect{160, 158, 240, 172}));
    EXPECT_EQ(placeOf({10, 150}), (Rect{0, 158, 80, 172})) << "moved from the left edge";
    EXPECT_EQ(placeOf({396, 150}), (Rect{320, 158, 400, 172})) << "and from the right one";
    EXPECT_EQ(placeOf({200, 290}), (Rect{160, 268, 240, 282})) << "above, where beneath would be cut";
    EXPECT_EQ(placeOf({-20, 150}), (Rect{-108, 143, -28, 157})) << "of a node out of view, on the side that is out of view as a whole";
    EXPECT_EQ(placeOf({-60, 150}), (Rect{-100, 158, -20, 172})) << "out of view, kept for panning";
}

TEST(Labels, ThoseThatNobodyOwnsKeepClearOfEachOther)
{
    Occupancy occupancy({0, 0, 100, 100});
    occupancy.take({0, 0, 50, 20}, Occupancy::nobody, 1);
    EXPECT_FALSE(occupancy.isFree({40, 10, 60, 30}, Occupancy::nobody, 1));
    EXPECT_TRUE(occupancy.isFree({60, 10, 80, 30}, Occupancy::nobody, 1));
}

// A display list of the story, with text as wide as the layout takes it to be.
struct Stage {
    Scene scene = sceneFrom(storyGraph());
    std::vector<Point> at;
    Camera camera{{}, 1, {1200, 800}};
    ViewState state;
    Theme theme = lightTheme();

    Stage()
    {
        at = *layOut(scene.graph, {}, Cancel{});
        Rect bounds{at[0].x, at[0].y, at[0].x, at[0].y};
        for (const Point p : at)
            bounds = bounds.unitedWith({p.x, p.y, p.x, p.y});
        camera = camera.fittedTo(bounds, 80, 1);
    }

    DisplayList list(float margin = 0, const Detail* detail = nullptr, const Haze* haze = nullptr) const
    {
        const MeasureText measure = [](const std::vector<std::string>& lines, LabelStyle style) {
            std::size_t longest = 0;
            for (const std::string& line : lines)
                longest = std::max(longest, line.size());
            return Size{static_cast<float>(longest) * style.pixels * 0.55F, static_cast<float>(lines.size()) * style.pixels * 1.25F};
        };
        return displayList({scene, at, camera, state, state, theme, measure, margin, detail, haze, regions, covered});
    }

    const std::vector<RegionShape>* regions = nullptr;
    std::vector<Rect> covered;
};

const NodeMark* markOf(const DisplayList& list, std::uint32_t node)
{
    for (const NodeMark& mark : list.nodes) {
        if (mark.node == node && !mark.isDecoration)
            return &mark;
    }
    return nullptr;
}

TEST(DisplayList, ShowsEveryNodeEdgeAndLabelOfTheStory)
{
    const Stage stage;
    const DisplayList list = stage.list();
    EXPECT_EQ(list.nodes.size(), stage.scene.graph.nodes.size());
    EXPECT_EQ(list.edges.size(), stage.scene.pairs.pairs.size());
    EXPECT_EQ(list.labels.size(), stage.scene.graph.nodes.size()) << "there is room for all";
    EXPECT_EQ(list, stage.list()) << "a pure function";
    EXPECT_EQ(markOf(list, 3)->fill, typeStyle("person").light);
    EXPECT_EQ(markOf(list, 3)->shape, NodeShape::circle);
    EXPECT_GT(markOf(list, 0)->radius, markOf(list, 30)->radius) << "more often mentioned";
}

TEST(DisplayList, LabelsNeverOverlapEachOtherAtAnyZoom)
{
    Stage stage;
    for (const float factor : {1.0F, 0.7F, 0.5F, 0.7F, 0.3F, 9.0F}) {
        stage.camera = stage.camera.zoomedAbout({600, 400}, factor);
        const DisplayList list = stage.list(200);
        for (std::size_t i = 0; i < list.labels.size(); ++i) {
            for (std::size_t j = i + 1; j < list.labels.size(); ++j)
                EXPECT_FALSE(list.labels[i].box.overlaps(list.labels[j].box)) << stage.camera.zoom;
        }
        for (const LabelMark& label : list.labels) {
            for (const NodeMark& node : list.nodes) {
                const Rect disc{node.centre.x - node.radius, node.centre.y - node.radius, node.centre.x + node.radius, node.centre.y + node.radius};
                if (node.node != label.owner && stage.scene.importance[node.node] > stage.scene.importance[label.owner]) {
                    EXPECT_FALSE(label.box.overlaps(disc)) << "over a more important node";
                }
            }
        }
    }
    stage.camera.zoom = 0.12F;
    const DisplayList far = stage.list();
    EXPECT_TRUE(std::any_of(far.labels.begin(), far.labels.end(), [](const LabelMark& l) { return l.owner == 0; }))
        << "the most important one stays labelled";
    EXPECT_LT(far.labels.size(), stage.scene.graph.nodes.size());
}

TEST(DisplayList, EdgesHaveATingeOfTheirStrongerEndMoreSoFromAfar)
{
    Stage stage;
    stage.state.fills.assign(stage.at.size(), Colour{255, 0, 0});
    const auto redOf = [&](float zoom) {
        stage.camera.zoom = zoom;
        const Colour colour = stage.list().edges.front().colour;
        return colour.red - colour.green;
    };
    const int near = redOf(1);
    EXPECT_GT(near, 8);
    EXPECT_LT(near, 40) << "quiet until looked at";
    EXPECT_GT(redOf(0.2F), near + 15);

    const Pair& pair = stage.scene.pairs.pairs[stage.list().edges.front().pair];
    const bool isSource = stage.scene.importance[pair.source] >= stage.scene.importance[pair.target];
    stage.state.fills[isSource ? pair.target : pair.source] = {0, 255, 0};
    EXPECT_EQ(redOf(1), near) << "the lesser end tells nothing";
}

TEST(DisplayList, NoLabelIsCutByTheEdgeOfTheViewOrByWhatLiesOverIt)
{
    Stage stage;
    stage.state.hoveredNode = 0; // with words on its edges
    stage.covered = {{0, 500, 200, 800}, {1000, 0, 1200, 60}};
    for (const Point away : {Point{0, 0}, Point{-520, 0}, Point{400, 330}, Point{0, -360}}) {
        Stage moved = stage;
        moved.camera = stage.camera.pannedBy(away);
        const DisplayList list = moved.list(128);
        EXPECT_GT(list.labels.size(), 10U);
        for (const LabelMark& label : list.labels) {
            EXPECT_TRUE(isWhole(label.box, {0, 0, 1200, 800})) << label.lines[0];
            for (const Rect& cover : stage.covered)
                EXPECT_FALSE(label.box.overlaps(cover)) << label.lines[0];
        }
    }
}

TEST(DisplayList, DrawsOnlyWhatIsVisible)
{
    Stage stage;
    stage.camera.zoom = 4;
    stage.camera.centre = stage.at[24];
    const DisplayList list = stage.list();
    EXPECT_LT(list.nodes.size(), 10U);
    EXPECT_NE(markOf(list, 24), nullptr);
    EXPECT_EQ(markOf(list, 41), nullptr);
}

TEST(DisplayList, HidesNodesWithTheirEdgesAndLabels)
{
    Stage stage;
    stage.state.nodes.assign(stage.at.size(), Presence::shown);
    stage.state.nodes[0] = Presence::hidden;
    const DisplayList list = stage.list();
    EXPECT_EQ(markOf(list, 0), nullptr);
    for (const LabelMark& label : list.labels)
        EXPECT_NE(label.owner, 0U);
    for (const EdgeMark& edge : list.edges) {
        EXPECT_NE(stage.scene.pairs.pairs[edge.pair].source, 0U);
        EXPECT_NE(stage.scene.pairs.pairs[edge.pair].target, 0U);
    }
}

TEST(DisplayList, WhatIsFadedIsPaleBeneathAndUnlabelled)
{
    Stage stage;
    stage.state.nodes.assign(stage.at.size(), Presence::shown);
    stage.state.nodes[0] = Presence::faded;
    const DisplayList list = stage.list();
    ASSERT_NE(markOf(list, 0), nullptr);
    EXPECT_LT(contrast(markOf(list, 0)->fill, stage.theme.background), 1.6);
    EXPECT_EQ(list.nodes.front().node, 0U) << "beneath all others";
    EXPECT_TRUE(std::none_of(list.labels.begin(), list.labels.end(), [](const LabelMark& l) { return l.owner == 0; }));
    stage.state.litNodes = {0};
    EXPECT_EQ(markOf(stage.list(), 0)->fill, typeStyle("organization").light) << "what is looked at is never faded";
}

TEST(DisplayList, SizesAndFillsFollowWhatTheyAreGiven)
{
    Stage stage;
    stage.state.sizes.assign(stage.at.size(), 9);
    stage.state.fills.assign(stage.at.size(), Colour{1, 2, 3});
    for (const NodeMark& mark : stage.list().nodes) {
        EXPECT_EQ(mark.radius, screenRadius(9, stage.camera.zoom));
        EXPECT_EQ(mark.fill, (Colour{1, 2, 3}));
    }
}

TEST(DisplayList, HoveringLightsNeighboursAndFadesTheRest)
{
    Stage stage;
    const DisplayList plain = stage.list();
    EXPECT_TRUE(std::none_of(plain.edges.begin(), plain.edges.end(), [](const EdgeMark& e) { return e.isLit || e.hasArrowAtTo; }));
    stage.state.hoveredNode = 2;
    const DisplayList list = stage.list();
    EXPECT_EQ(markOf(list, 2)->fill, typeStyle("product").light);
    EXPECT_EQ(markOf(list, 1)->fill, typeStyle("organization").light) << "a neighbour";
    EXPECT_GT(contrast(markOf(plain, 38)->fill, stage.theme.background), 3) << "a stranger";
    EXPECT_LT(contrast(markOf(list, 38)->fill, stage.theme.background), 1.6);
    std::size_t lit = 0;
    for (const EdgeMark& edge : list.edges) {
        const Pair& pair = stage.scene.pairs.pairs[edge.pair];
        EXPECT_EQ(edge.isLit, pair.source == 2 || pair.target == 2);
        EXPECT_EQ(edge.hasArrowAtTo || edge.hasArrowAtFrom, edge.isLit);
        lit += edge.isLit ? 1 : 0;
    }
    EXPECT_EQ(lit, stage.scene.adjacency.degree(2));
    EXPECT_TRUE(std::any_of(list.labels.begin(), list.labels.end(), [](const LabelMark& l) { return l.kind == LabelOwner::pair && l.lines[0] == "released"; }));
    EXPECT_TRUE(std::none_of(plain.labels.begin(), plain.labels.end(), [](const LabelMark& l) { return l.kind == LabelOwner::pair; }));

    stage.state.focus = 0; // before the fade has begun
    EXPECT_EQ(markOf(stage.list(), 38)->fill, markOf(plain, 38)->fill);
}

TEST(DisplayList, TellsNodesFromEdgesUnderThePointer)
{
    const Stage stage;
    const DisplayList list = stage.list();
    for (const NodeMark& mark : list.nodes)
        EXPECT_EQ(nodeAt(list, mark.centre), mark.node);
    const EdgeMark& edge = list.edges[10];
    const Point middle = (edge.from + edge.to) * 0.5F;
    const float length = distance(edge.from, edge.to);
    const Point across{-(edge.to.y - edge.from.y) / length, (edge.to.x - edge.from.x) / length};
    EXPECT_TRUE(pairAt(list, middle));
    EXPECT_TRUE(pairAt(list, middle + across * 5));
    EXPECT_FALSE(pairAt(list, {2, 2}));
    EXPECT_FALSE(nodeAt(list, {2, 2}));
}

TEST(DisplayList, WalksToTheNeighbourInADirection)
{
    Stage stage;
    const auto right = nodeTowards(stage.scene, stage.at, stage.state, 0, {1, 0});
    ASSERT_TRUE(right);
    EXPECT_GT(stage.at[*right].x, stage.at[0].x);
    const auto neighbours = stage.scene.adjacency.of(0);
    EXPECT_TRUE(std::find(neighbours.begin(), neighbours.end(), *right) != neighbours.end());
    stage.state.nodes.assign(stage.at.size(), Presence::shown);
    stage.state.nodes[*right] = Presence::hidden;
    EXPECT_NE(nodeTowards(stage.scene, stage.at, stage.state, 0, {1, 0}), right);
    EXPECT_FALSE(nodeTowards(stage.scene, stage.at, stage.state, 0, {0, 0}));
    EXPECT_FALSE(nodeTowards(stage.scene, stage.at, stage.state, 9999, {0, 1}));
}

TEST(Palette, StandsOutOnBothBackgroundsAndDiffersInShape)
{
    for (const TypeStyle& style : typeStyles()) {
        EXPECT_GE(contrast(style.light, lightTheme().background), 3.0) << style.type;
        EXPECT_GE(contrast(style.dark, darkTheme().background), 3.0) << style.type;
        for (const TypeStyle& other : typeStyles()) {
            if (&style != &other) {
                EXPECT_NE(style.shape, other.shape) << style.type << " and " << other.type;
            }
        }
    }
    EXPECT_GE(contrast(lightTheme().text, lightTheme().background), 7);
    EXPECT_GE(contrast(darkTheme().text, darkTheme().background), 7);
    EXPECT_EQ(&typeStyle("no such type"), &typeStyle("another"));
}

TEST(Labels, BreakLongNamesAtASpace)
{
    EXPECT_THAT(labelLines("Meta"), ElementsAre("Meta"));
    EXPECT_THAT(labelLines("Northwind Research Laboratories"), ElementsAre("Northwind Research", "Laboratories"));
    EXPECT_THAT(labelLines("Ünïcödé Wörks Äkademie"), ElementsAre("Ünïcödé Wörks", "Äkademie"));
    EXPECT_THAT(labelLines("Donaudampfschifffahrtsgesellschaft"), ElementsAre("Donaudampfschifffahrtsg…"));
    EXPECT_THAT(labelLines(""), ElementsAre(""));
}

} // namespace
} // namespace skein
