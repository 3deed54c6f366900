// SPDX-License-Identifier: GPL-3.0-or-later
// What a large graph shows at which zoom: by Detail, in the haze, as regions.
#include "core/graph/scene/display.h"
#include "core/graph/scene/haze.h"
#include "tests/pixels/story.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace skein {
namespace {

constexpr std::uint32_t count = 20'000;

struct Plain {
    Scene scene = sceneFrom(communityGraph(count));
    std::vector<Point> at;
    ViewState state;
    Theme theme = lightTheme();

    Plain()
    {
        Random random(5);
        for (std::uint32_t i = 0; i < count; ++i)
            at.push_back({static_cast<float>(random.unit()) * 9000, static_cast<float>(random.unit()) * 6000});
    }
    Detail detail() const
    {
        return Detail({scene.pairs.pairs, scene.adjacency, at, scene.importance, state.nodes, state.pairs});
    }
    DisplayList list(const Camera& camera, const Detail& made, const Haze* haze = nullptr,
                     const std::vector<RegionShape>* regions = nullptr) const
    {
        const MeasureText measure = [](const std::vector<std::string>&, LabelStyle) { return Size{60, 16}; };
        return displayList({scene, at, camera, state, state, theme, measure, 0, &made, haze, regions});
    }
    Camera whole() const { return Camera{{}, 1, {1280, 800}}.fittedTo({0, 0, 9000, 6000}, 20, 4); }
};

std::set<std::uint32_t> nodesOf(const DisplayList& list, const Rect& area)
{
    std::set<std::uint32_t> result;
    for (const NodeMark& mark : list.nodes) {
        if (area.contains(mark.centre))
            result.insert(mark.node);
    }
    return result;
}

TEST(Detail, TheMostImportantOfACellStandsForIt)
{
    const Plain plain;
    const Detail detail = plain.detail();
    const auto most = std::max_element(plain.scene.importance.begin(), plain.scene.importance.end()) - plain.scene.importance.begin();
    EXPECT_EQ(detail.levelOf(static_cast<std::uint32_t>(most)), Detail::levels - 1);
    // Above any level, no two nodes stand in one cell, and whoever is left out has a better one near.
    const float shown = detail.levelAt(plain.whole().zoom);
    std::size_t drawn = 0;
    detail.eachNode(detail.bounds(), std::ceil(shown), [&](std::uint32_t) { ++drawn; });
    EXPECT_LT(drawn, count * 3 / 4);
    EXPECT_GT(drawn, count / 20);
}

TEST(Detail, WhatIsShownStaysShownFurtherIn)
{
    const Plain plain;
    const Detail detail = plain.detail();
    Camera camera = plain.whole();
    DisplayList before = plain.list(camera, detail);
    while (camera.zoom < 2) {
        const Camera nearer = camera.zoomedAbout({640, 400}, 1.17F);
        const DisplayList list = plain.list(nearer, detail);
        const std::set<std::uint32_t> now = nodesOf(list, {-50, -50, 1330, 850});
        for (const NodeMark& mark : before.nodes) {
            if (Rect{2, 2, 1278, 798}.contains(nearer.toScreen(plain.at[mark.node]))) {
                EXPECT_TRUE(now.contains(mark.node)) << mark.node << " at " << nearer.zoom;
            }
        }
        std::set<std::uint32_t> pairs;
        for (const EdgeMark& mark : list.edges)
            pairs.insert(mark.pair);
        for (const EdgeMark& mark : before.edges) {
            const Pair& pair = plain.scene.pairs.pairs[mark.pair];
            const Rect view{2, 2, 1278, 798};
            if (view.contains(nearer.toScreen(plain.at[pair.source])) && view.contains(nearer.toScreen(plain.at[pair.target]))) {
                EXPECT_TRUE(pairs.contains(mark.pair)) << mark.pair << " at " << nearer.zoom;
            }
        }
        camera = nearer;
        before = list;
    }
    // Near enough, nothing is left out.
    const Camera near{plain.at[7], 3, {1280, 800}};
    std::size_t inView = 0;
    for (const Point p : plain.at)
        inView += Rect{0, 0, 1280, 800}.contains(near.toScreen(p)) ? 1 : 0;
    EXPECT_EQ(nodesOf(plain.list(near, detail), {0, 0, 1280, 800}).size(), inView);
}

TEST(Detail, PanningChangesNothingButThePlace)
{
    const Plain plain;
    const Detail detail = plain.detail();
    const Camera camera = plain.whole().zoomedAbout({640, 400}, 3);
    const Camera panned = camera.pannedBy({150, -90});
    const auto before = nodesOf(plain.list(camera, detail), {0, 90, 1130, 800});
    const auto after = nodesOf(plain.list(panned, detail), {150, 0, 1280, 710});
    EXPECT_EQ(before, after);
}

TEST(Detail, HiddenNodesStandForNothingAndFadedOnesOnlyForThemselves)
{
    Plain plain;
    plain.state.nodes.assign(count, Presence::shown);
    for (std::uint32_t i = 0; i < count; i += 2)
        plain.state.nodes[i] = i % 4 == 0 ? Presence::hidden : Presence::faded;
    const Detail detail = plain.detail();
    std::size_t shown = 0;
    std::size_t faded = 0;
    detail.eachNode(detail.bounds(), std::ceil(detail.levelAt(plain.whole().zoom)), [&](std::uint32_t node) {
        EXPECT_NE(node % 4, 0U);
        ++(node % 2 == 1 ? shown : faded);
    });
    EXPECT_GT(shown, 3 * faded) << "the shown ones come first";
    EXPECT_EQ(plain.detail().levelOfPair(0), detail.levelOfPair(0)) << "deterministic";
}

TEST(Detail, CrowdsAreWhereNodesAreAndNowhereElse)
{
    Plain plain;
    for (Point& p : plain.at) { // an L: nothing upper right
        if (p.x > 3000 && p.y < 3000)
            p = {p.x - 3000, p.y + 3000};
    }
    plain.state.nodes.assign(count, Presence::shown);
    for (std::uint32_t i = 0; i < count; ++i)
        plain.state.nodes[i] = plain.at[i].x > 6000 ? Presence::hidden : Presence::shown;
    const Detail detail = plain.detail();
    EXPECT_LT(detail.crowdsOfAll().size(), 600U);
    const auto holds = [](const std::vector<Rect>& boxes, Point p) { return std::ranges::any_of(boxes, [&](const Rect& box) { return box.contains(p); }); };
    for (std::uint32_t i = 0; i < count; ++i) {
        ASSERT_TRUE(holds(detail.crowdsOfAll(), plain.at[i]));
        ASSERT_EQ(holds(detail.crowds(), plain.at[i]), plain.state.nodes[i] != Presence::hidden);
    }
    const Rect corner{3500, 0, 9000, 2500};
    EXPECT_TRUE(std::ranges::none_of(detail.crowdsOfAll(), [&](const Rect& box) { return box.overlaps(corner); }));
    EXPECT_TRUE(Detail().crowds().empty());
}

TEST(Detail, TheCostOfAFrameFollowsTheScreen)
{
    const Plain plain;
    const Detail detail = plain.detail();
    // No more than one node a cell of the shown level, and some on their way.
    const auto cells = static_cast<std::size_t>(1.3F * 1280 * 800 / (Detail::cellPixels * Detail::cellPixels));
    for (const float factor : {0.5F, 1.0F, 2.0F, 5.0F, 20.0F}) {
        const DisplayList list = plain.list(plain.whole().zoomedAbout({640, 400}, factor), detail);
        EXPECT_LT(list.nodes.size(), cells) << factor;
        EXPECT_LT(list.edges.size(), 2 * cells) << factor;
        EXPECT_GT(list.labels.size(), 5U) << factor;
        for (std::size_t i = 0; i < list.labels.size(); ++i) {
            for (std::size_t j = i + 1; j < list.labels.size(); ++j)
                EXPECT_FALSE(list.labels[i].box.overlaps(list.labels[j].box)) << factor;
        }
    }
}

TEST(Detail, NeighboursOfWhatIsHoveredAreShownAtAnyZoom)
{
    Plain plain;
    const Detail detail = plain.detail();
    const std::uint32_t node = 4711;
    plain.state.hoveredNode = node;
    const DisplayList list = plain.list(plain.whole(), detail);
    const auto drawn = nodesOf(list, {0, 0, 1280, 800});
    EXPECT_TRUE(drawn.contains(node));
    for (const std::uint32_t neighbour : plain.scene.adjacency.of(node))
        EXPECT_TRUE(drawn.contains(neighbour));
}

TEST(Detail, LandmarksStandOutFromTheTextureOfDots)
{
    Plain plain;
    plain.state.sizes.assign(plain.at.size(), 12); // so that nothing else tells them apart
    const Detail detail = plain.detail();
    const Camera far = plain.whole();
    const float shown = detail.levelAt(far.zoom);
    ASSERT_GT(shown, detail.finest() + 1);
    const DisplayList list = plain.list(far, detail);
    float landmark = 0;
    float texture = 0;
    for (const NodeMark& mark : list.nodes) {
        if (detail.levelOf(mark.node) >= shown + 2) {
            EXPECT_EQ(mark.fill.alpha, 255);
            landmark = std::max(landmark, mark.radius);
        } else if (detail.levelOf(mark.node) < shown + 0.5F) {
            EXPECT_LT(mark.fill.alpha, 200);
            texture = std::max(texture, mark.radius);
        }
    }
    EXPECT_GT(landmark, 1.3F * texture);
    const Camera near{plain.at[7], 2, {1280, 800}};
    for (const NodeMark& mark : plain.list(near, detail).nodes)
        EXPECT_EQ(mark.fill.alpha, 255) << "near by, all are drawn and none is texture";
}

TEST(Detail, NearByEachNodeIsNamedWhereThereIsRoomAndNoneIsCovered)
{
    const Plain plain;
    const Detail detail = plain.detail();
    const DisplayList list = plain.list({plain.at[7], 1.2F, {1280, 800}}, detail);
    ASSERT_GT(list.nodes.size(), 20U);
    EXPECT_GT(list.labels.size(), list.nodes.size() * 2 / 3);
    for (const LabelMark& label : list.labels) {
        for (const NodeMark& node : list.nodes) {
            const Rect disc{node.centre.x - node.radius, node.centre.y - node.radius, node.centre.x + node.radius, node.centre.y + node.radius};
            if (node.node != label.owner && plain.scene.importance[node.node] >= plain.scene.importance[label.owner]) {
                EXPECT_FALSE(label.box.overlaps(disc));
            }
        }
    }
}

TEST(Haze, IsDenseWhereNodesAndEdgesAre)
{
    Plain plain;
    for (std::uint32_t i = 0; i < count; ++i) // all in the left third, but for one
        plain.at[i].x /= 3;
    plain.at[0] = {9000, 3000};
    const Haze haze = hazeOf({plain.scene, plain.at, plain.state, plain.theme});
    ASSERT_FALSE(haze.isEmpty());
    const auto alpha = [&](float x, float y) {
        const auto column = static_cast<std::size_t>((x - haze.world.left) / haze.world.width() * static_cast<float>(haze.width));
        const auto row = static_cast<std::size_t>((y - haze.world.top) / haze.world.height() * static_cast<float>(haze.height));
        return haze.pixels[row * static_cast<std::size_t>(haze.width) + column] >> 24;
    };
    EXPECT_GT(alpha(1500, 3000), 60U);
    EXPECT_LT(alpha(8000, 500), 3U);
    EXPECT_EQ(haze, hazeOf({plain.scene, plain.at, plain.state, plain.theme}));
    for (const std::uint32_t pixel : haze.pixels) { // premultiplied
        for (const int shift : {0, 8, 16})
            ASSERT_LE((pixel >> shift) & 0xFFU, (pixel >> 24) + 1);
    }
    plain.state.nodes.assign(count, Presence::hidden);
    EXPECT_TRUE(hazeOf({plain.scene, plain.at, plain.state, plain.theme}).isEmpty());
}

TEST(Haze, LiesBeneathWhatDetailLeavesOutAndGoesWhenAllIsDrawn)
{
    const Plain plain;
    const Detail detail = plain.detail();
    const Haze haze = hazeOf({plain.scene, plain.at, plain.state, plain.theme});
    const DisplayList far = plain.list(plain.whole().zoomedAbout({640, 400}, 0.3F), detail, &haze);
    ASSERT_TRUE(far.haze.has_value());
    EXPECT_GT(far.haze->opacity, 0.5F);
    EXPECT_FALSE(plain.list(Camera{plain.at[7], 3, {1280, 800}}, detail, &haze).haze.has_value());
}

TEST(Regions, EnclosesTheMembersButTheStrayed)
{
    Regions regions;
    regions.names = {"Left", "Right"};
    std::vector<Point> at;
    for (int i = 0; i < 100; ++i) {
        regions.groups.push_back(i < 60 ? 0U : 1U);
        at.push_back({static_cast<float>(i < 60 ? 0 : 1000) + static_cast<float>(i % 10) * 10, static_cast<float>(i / 10) * 10});
    }
    at[0] = {5000, 5000};
    const auto shapes = regionShapes(regions, at, {});
    ASSERT_EQ(shapes.size(), 2U);
    EXPECT_EQ(shapes[0].name, "Left") << "the larger one first";
    EXPECT_EQ(shapes[0].members, 60U);
    EXPECT_LT(shapes[0].bounds.right, 300) << "one that strayed does not stretch it";
    const auto encloses = [](const RegionShape& shape, Point p) {
        for (std::size_t i = 0; i < shape.outline.size(); ++i) {
            const Point a = shape.outline[i];
            const Point b = shape.outline[(i + 1) % shape.outline.size()];
            if ((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x) < -0.01F)
                return false;
        }
        return true;
    };
    EXPECT_TRUE(encloses(shapes[1], at[75]));
    EXPECT_FALSE(encloses(shapes[1], {500, 50}));
    std::vector<Presence> hidden(at.size(), Presence::hidden);
    EXPECT_TRUE(regionShapes(regions, at, hidden).empty());
}

// 40 in a block, 40 spread over both sides of it: the hull of the second holds all of the first.
struct Mixed {
    Regions regions;
    std::vector<Point> at;

    Mixed()
    {
        regions.names = {"Close", "Spread"};
        for (int i = 0; i < 80; ++i) {
            regions.groups.push_back(i < 40 ? 0U : 1U);
            const auto row = static_cast<float>(i / 4 % 10);
            at.push_back(i < 40 ? Point{static_cast<float>(i % 4) * 30, row * 30} : Point{i % 2 == 0 ? -600.0F : 690.0F, -200 + row * 60});
        }
    }
};

TEST(Regions, KnowHowMuchOfWhatTheyEncloseIsTheirs)
{
    const Mixed mixed;
    const auto shapes = regionShapes(mixed.regions, mixed.at, {});
    ASSERT_EQ(shapes.size(), 2U);
    EXPECT_EQ(shapes[0].purity, 1);
    EXPECT_NEAR(shapes[1].purity, 0.5, 0.05);
    std::vector<Presence> presences(mixed.at.size(), Presence::shown);
    std::fill(presences.begin(), presences.begin() + 40, Presence::hidden);
    EXPECT_EQ(regionShapes(mixed.regions, mixed.at, presences)[0].purity, 1) << "what is hidden does not count";
}

TEST(Regions, WhatHoldsMostlyOthersIsPaleAndUnnamed)
{
    Scene scene = sceneFrom(communityGraph(80));
    const Mixed mixed;
    auto shapes = regionShapes(mixed.regions, mixed.at, {});
    shapes[1].purity = 0.2F;
    const ViewState state;
    const Theme theme = lightTheme();
    const MeasureText measure = [](const std::vector<std::string>& lines, LabelStyle style) {
        return Size{static_cast<float>(lines[0].size()) * style.pixels * 0.55F, style.pixels * 1.25F};
    };
    const Camera camera{{50, 100}, 0.5F, {1280, 800}};
    const DisplayList list = displayList({scene, mixed.at, camera, state, state, theme, measure, 0, nullptr, nullptr, &shapes});
    ASSERT_EQ(list.regions.size(), 2U);
    EXPECT_GT(list.regions[0].fill.alpha, 3 * list.regions[1].fill.alpha);
    EXPECT_GT(list.regions[0].rim.alpha, 3 * list.regions[1].rim.alpha);
    std::vector<std::uint32_t> named;
    for (const LabelMark& label : list.labels) {
        if (label.kind == LabelOwner::region)
            named.push_back(label.owner);
    }
    EXPECT_EQ(named, std::vector<std::uint32_t>{0});
}

TEST(Regions, NamesKeepClearOfEachOtherAndOfTheNodesNames)
{
    const Plain plain;
    Regions regions;
    for (const Point p : plain.at)
        regions.groups.push_back(static_cast<std::uint32_t>(p.x > 4500) + 2 * static_cast<std::uint32_t>(p.y > 3000));
    regions.names = {"Northwest Trust", "Northeast Trust", "Southwest Trust", "Southeast Trust"};
    auto shapes = regionShapes(regions, plain.at, {});
    ASSERT_EQ(shapes.size(), 4U);
    for (RegionShape& shape : shapes)
        shape.centre = {4500, 3000}; // all want to stand in one place
    const DisplayList list = plain.list(plain.whole(), plain.detail(), nullptr, &shapes);
    EXPECT_GE(std::count_if(list.labels.begin(), list.labels.end(), [](const LabelMark& l) { return l.kind == LabelOwner::region; }), 2);
    for (std::size_t i = 0; i < list.labels.size(); ++i) {
        for (std::size_t j = i + 1; j < list.labels.size(); ++j)
            EXPECT_FALSE(list.labels[i].box.overlaps(list.labels[j].box)) << list.labels[i].lines[0] << " " << list.labels[j].lines[0];
    }
}

} // namespace
} // namespace skein
