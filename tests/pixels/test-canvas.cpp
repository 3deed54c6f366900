// SPDX-License-Identifier: GPL-3.0-or-later
// What a person would see, asked of the pixels. Runs three times: OpenGL, software, and OpenGL at two pixels a pixel.
#include "tests/pixels/canvas.h"
#include "tests/pixels/story.h"

#include <QGuiApplication>
#include <QSGRendererInterface>
#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

namespace skein {
namespace {

// Two persons, an organization and a product in known places; 0–1 and 1–2 linked, 3 apart.
struct Small {
    Graph graph;
    std::vector<PlacedNode> pins;

    Small()
    {
        graph.nodes = {{EntityId{1}, "Ada", "person", 30, 1},
                       {EntityId{2}, "Works", "organization", 40, 1},
                       {EntityId{3}, "Engine", "product", 30, 1},
                       {EntityId{4}, "Bea", "person", 20, 1}};
        graph.relations = {{"leads", "leads"}, {"released", "released"}};
        graph.edges = {{0, 1, 0, 8, 1, 1, false, false}, {1, 2, 1, 8, 1, 1, false, false}};
        pins = {{EntityId{1}, {-300, -100}}, {EntityId{2}, {0, 0}}, {EntityId{3}, {300, -100}}, {EntityId{4}, {0, 160}}};
    }
};

QPointF between(const Canvas& canvas, std::uint32_t a, std::uint32_t b, double share = 0.5)
{
    return canvas.place(a) * (1 - share) + canvas.place(b) * share;
}

// Beside the pin's dot.
QPointF onNode(const Canvas& canvas, std::uint32_t node)
{
    return canvas.place(node) + QPointF(6, 2);
}

class CanvasPixels : public testing::TestWithParam<bool> {
protected:
    bool isDark() const { return GetParam(); }
};

TEST_P(CanvasPixels, NodesHaveTheirTypesColourAndTheGroundIsEmpty)
{
    Canvas canvas({900, 600}, isDark());
    canvas.show(Small().graph, Small().pins);
    const QImage picture = canvas.grab();
    ASSERT_FALSE(picture.isNull());
    for (std::uint32_t node = 0; node < 4; ++node) {
        const QColor expected = typeColour(canvas.model().scene().graph.nodes[node].type.c_str(), isDark());
        EXPECT_TRUE(isNear(canvas.at(picture, onNode(canvas, node)), expected)) << canvas.at(picture, onNode(canvas, node)).name().toStdString();
    }
    for (const QPointF corner : {QPointF(3, 3), QPointF(896, 3), QPointF(3, 596), QPointF(896, 596)})
        EXPECT_TRUE(isNear(canvas.at(picture, corner), canvas.item().background(), 2));
    EXPECT_TRUE(isNear(canvas.at(picture, between(canvas, 0, 2)), canvas.item().background(), 2)) << "no edge, nothing there";
}

TEST_P(CanvasPixels, EdgesRunBetweenLinkedNodesOnly)
{
    Canvas canvas({900, 600}, isDark());
    canvas.show(Small().graph, Small().pins);
    const QImage picture = canvas.grab();
    const QColor end = typeColour("organization", isDark()); // the stronger one of both
    const QColor line = canvas.item().edge();
    const auto tinted = [](int from, int to) { return from + (to - from) / 10; };
    const QColor expected(tinted(line.red(), end.red()), tinted(line.green(), end.green()), tinted(line.blue(), end.blue()));
    for (const double share : {0.3, 0.5, 0.7}) {
        EXPECT_TRUE(isNear(canvas.at(picture, between(canvas, 0, 1, share)), expected, 16)) << share;
        EXPECT_TRUE(isNear(canvas.at(picture, between(canvas, 1, 2, share)), expected, 16)) << share;
        EXPECT_TRUE(isNear(canvas.at(picture, between(canvas, 0, 3, share)), canvas.item().background(), 4)) << share;
    }
}

TEST_P(CanvasPixels, LabelsStandBeneathTheirNodes)
{
    Canvas canvas({900, 600}, isDark());
    canvas.show(Small().graph, Small().pins);
    const QImage picture = canvas.grab();
    ASSERT_EQ(canvas.item().displayed().labels.size(), 4U);
    for (const LabelMark& label : canvas.item().displayed().labels) {
        const QRectF box(label.box.left, label.box.top, label.box.width(), label.box.height());
        EXPECT_GT(canvas.ink(picture, box), 40) << label.lines[0];
        EXPECT_GT(box.top(), canvas.place(label.owner).y());
    }
}

TEST_P(CanvasPixels, WhatIsHiddenDisappears)
{
    Canvas canvas({900, 600}, isDark());
    canvas.show(Small().graph, Small().pins);
    canvas.model().setPresence({Presence::shown, Presence::hidden, Presence::shown, Presence::shown}, {});
    const QImage picture = canvas.grab();
    EXPECT_TRUE(isNear(canvas.at(picture, onNode(canvas, 1)), canvas.item().background(), 2));
    EXPECT_TRUE(isNear(canvas.at(picture, between(canvas, 0, 1)), canvas.item().background(), 2)) << "its edges too";
    EXPECT_TRUE(isNear(canvas.at(picture, onNode(canvas, 0)), typeColour("person", isDark())));
    EXPECT_EQ(canvas.model().visibleNodeCount(), 3);
    canvas.model().setPresence({}, {});
    EXPECT_TRUE(isNear(canvas.at(canvas.grab(), onNode(canvas, 1)), typeColour("organization", isDark())));
}

TEST_P(CanvasPixels, HoveringFadesStrangersAndLightsTheEdges)
{
    Canvas canvas({900, 600}, isDark());
    canvas.show(Small().graph, Small().pins);
    canvas.moveTo(canvas.place(0));
    EXPECT_EQ(canvas.model().hoveredEntity(), QString::fromStdString(toString(EntityId{1})));
    const QImage picture = canvas.grab();
    EXPECT_TRUE(isNear(canvas.at(picture, onNode(canvas, 1)), typeColour("organization", isDark()))) << "a neighbour";
    EXPECT_FALSE(isNear(canvas.at(picture, onNode(canvas, 3)), typeColour("person", isDark()), 60)) << "a stranger";
    const QColor line = canvas.at(picture, between(canvas, 0, 1, 0.3));
    EXPECT_TRUE(isNear(line, canvas.item().edgeHighlight(), 24)) << line.name().toStdString();
    canvas.moveTo({5, 5});
    EXPECT_TRUE(isNear(canvas.at(canvas.grab(), onNode(canvas, 3)), typeColour("person", isDark())));
}

INSTANTIATE_TEST_SUITE_P(Themes, CanvasPixels, testing::Bool(),
                         [](const auto& parameter) { return parameter.param ? std::string("dark") : std::string("light"); });

TEST(Canvas, RunsOnTheBackendThatTheTestIsFor)
{
    Canvas canvas;
    const auto api = canvas.window().rendererInterface()->graphicsApi();
    const bool isOffscreen = QGuiApplication::platformName() == QStringLiteral("offscreen");
    EXPECT_EQ(api == QSGRendererInterface::Software, isOffscreen);
    const int factor = std::max(qEnvironmentVariableIntValue("QT_SCALE_FACTOR"), 1);
    EXPECT_EQ(canvas.grab().width(), 1000 * factor);
}

TEST(Canvas, ShowsNothingButGroundWithoutAGraph)
{
    Canvas canvas;
    EXPECT_EQ(canvas.ink(canvas.grab(), QRectF(0, 0, 1000, 640)), 0);
    canvas.show(storyGraph());
    EXPECT_GT(canvas.ink(canvas.grab(), QRectF(0, 0, 1000, 640)), 10'000);
    canvas.show({});
    EXPECT_EQ(canvas.ink(canvas.grab(), QRectF(0, 0, 1000, 640)), 0);
}

TEST(Canvas, FitsTheWholeStoryAndPansByWhatIsDragged)
{
    Canvas canvas;
    canvas.show(storyGraph());
    for (std::uint32_t i = 0; i < canvas.model().positions().size(); ++i)
        EXPECT_TRUE(QRectF(20, 20, 960, 600).contains(canvas.place(i)));
    const QPointF before = canvas.place(0);
    canvas.drag({6, 6}, {86, 46});
    EXPECT_NEAR(canvas.place(0).x(), before.x() + 80, 0.5);
    EXPECT_NEAR(canvas.place(0).y(), before.y() + 40, 0.5);
    const QImage moved = canvas.grab();
    EXPECT_TRUE(isNear(canvas.at(moved, onNode(canvas, 0)), typeColour("organization", false))) << "drawn where it is said to be";
    canvas.drag({6, 6}, {306, 6}); // beyond the margin: the list is made anew
    canvas.drag({6, 6}, {306, 6});
    EXPECT_GT(canvas.ink(canvas.grab(), QRectF(600, 0, 400, 640)), 1'000);
}

// Names keep their size when the graph becomes small, so they ask for more and more of it.
TEST(Canvas, FitsTheNamesInANarrowWindowToo)
{
    Canvas canvas({420, 520});
    canvas.item().setCovered({QRectF(12, 380, 80, 128)});
    canvas.show(storyGraph());
    canvas.grab();
    const DisplayList& list = canvas.item().displayed();
    EXPECT_GT(list.labels.size(), 15U);
    for (const LabelMark& label : list.labels) {
        EXPECT_TRUE(QRectF(0, 0, 420, 520).contains(QRectF(label.box.left, label.box.top, label.box.width(), label.box.height()))) << label.lines[0];
        const bool isBesideItsNode = label.box.left > static_cast<float>(canvas.place(label.owner).x()) || label.box.right < static_cast<float>(canvas.place(label.owner).x());
        EXPECT_TRUE(isBesideItsNode || std::abs(static_cast<double>(label.box.centre().x) - canvas.place(label.owner).x()) < 5) << "moved: " << label.lines[0];
    }
}

TEST(Canvas, LabelsThatPanningCutsFindPlacesWhenItRests)
{
    Canvas canvas;
    canvas.show(storyGraph());
    canvas.grab();
    const LabelMark first = canvas.item().displayed().labels.front();
    const double toTheRim = static_cast<double>(first.box.centre().x) - 4;
    canvas.drag({960, 6}, {960 - toTheRim, 6}); // within the margin or not, its middle is now at the left edge
    QTest::qWait(400);
    canvas.grab();
    for (const LabelMark& label : canvas.item().displayed().labels) {
        EXPECT_FALSE(label.box.left < 0 && label.box.right > 0) << label.lines[0];
        EXPECT_FALSE(label.box.left < 1000 && label.box.right > 1000) << label.lines[0];
    }
}

// A panel beside the canvas may end within a pixel, above all where a pixel of the window is one and a half of the screen's.
TEST(Canvas, IsAsCrispBetweenPixelsAsOnThem)
{
    Canvas canvas;
    canvas.show(storyGraph());
    QTest::qWait(300);
    const QImage whole = canvas.grab();
    const double ratio = canvas.window().effectiveDevicePixelRatio();
    canvas.item().setPosition(QPointF(0.4, 0.4) / ratio);
    EXPECT_EQ(canvas.grab(), whole);
    canvas.drag({6, 6}, {26, 16});
    QTest::qWait(300); // at rest, labels find their places anew
    const QImage moved = canvas.grab();
    canvas.item().setPosition({0, 0});
    QTest::qWait(300);
    EXPECT_EQ(canvas.grab(), moved) << "after panning, too";
}

// Strokes of a label are dark in their middle and as wide as their letters, whatever the ratio.
TEST(Canvas, TextIsSharp)
{
    Canvas canvas({900, 600});
    canvas.show(Small().graph, Small().pins);
    const QImage picture = canvas.grab();
    const double ratio = static_cast<double>(picture.width()) / 900;
    ASSERT_FALSE(canvas.item().displayed().labels.empty());
    const QColor text = canvas.item().text();
    for (const LabelMark& label : canvas.item().displayed().labels) {
        const QRect box = QRectF(label.box.left * ratio, label.box.top * ratio, label.box.width() * ratio, label.box.height() * ratio).toRect();
        int full = 0;
        int half = 0;
        for (int y = box.top(); y <= box.bottom(); ++y) {
            for (int x = box.left(); x <= box.right(); ++x) {
                const QColor colour = picture.pixelColor(x, y);
                full += isNear(colour, text, 30) ? 1 : 0;
                half += !isNear(colour, text, 30) && colour.lightness() < 160 ? 1 : 0;
            }
        }
        EXPECT_GT(full, ratio > 1 ? half : half / 3) << label.lines[0];
    }
}

TEST(Canvas, DraggingANodeMovesAndPinsIt)
{
    Canvas canvas;
    canvas.show(storyGraph());
    QSignalSpy pins(&canvas.model(), &GraphModel::pinChanged);
    const QPointF from = canvas.place(20);
    canvas.drag(from, from + QPointF(-70, -30));
    EXPECT_NEAR(canvas.place(20).x(), from.x() - 70, 1.5);
    ASSERT_EQ(pins.count(), 1);
    EXPECT_TRUE(pins[0][2].toBool());
    EXPECT_TRUE(canvas.model().isPinned(pins[0][0].toString()));
    const Point pinned = canvas.model().positions()[20];
    canvas.model().relayout();
    for (int i = 0; i < 500 && canvas.model().isLayingOut(); ++i)
        QTest::qWait(10);
    EXPECT_EQ(canvas.model().positions()[20], pinned);
}

TEST(Canvas, ClicksActivateNodesAndEdges)
{
    Canvas canvas({900, 600});
    canvas.show(Small().graph, Small().pins);
    QSignalSpy nodes(&canvas.model(), &GraphModel::entityActivated);
    QSignalSpy edges(&canvas.model(), &GraphModel::edgeActivated);
    canvas.click(canvas.place(2));
    ASSERT_EQ(nodes.count(), 1);
    EXPECT_EQ(canvas.model().selectedName(), QStringLiteral("Engine"));
    canvas.click(between(canvas, 0, 1) + QPointF(1, 3));
    ASSERT_EQ(edges.count(), 1);
    EXPECT_EQ(edges[0][2].toString(), QStringLiteral("leads"));
    EXPECT_EQ(canvas.model().selectedEdgeSource(), nodes.isEmpty() ? QString() : QString::fromStdString(toString(EntityId{1})));
    EXPECT_TRUE(canvas.model().selectedEntity().isEmpty());
    canvas.click({5, 5});
    EXPECT_TRUE(canvas.model().selectedEdgeSource().isEmpty());

    QSignalSpy menus(&canvas.item(), &GraphItem::contextMenuRequested);
    canvas.click(canvas.place(3), Qt::RightButton);
    ASSERT_EQ(menus.count(), 1);
    EXPECT_EQ(menus[0][0].toString(), QString::fromStdString(toString(EntityId{4})));
}

TEST(Canvas, WalksByKeyboardAndSaysWhere)
{
    Canvas canvas({900, 600});
    canvas.show(Small().graph, Small().pins);
    canvas.item().forceActiveFocus();
    const auto press = [&](Qt::Key key) { QTest::keyClick(&canvas.window(), key); };
    press(Qt::Key_Right);
    EXPECT_EQ(canvas.model().selectedName(), QStringLiteral("Works")) << "the most important first";
    press(Qt::Key_Left);
    EXPECT_EQ(canvas.model().selectedName(), QStringLiteral("Ada"));
    EXPECT_EQ(canvas.model().announcement(), QStringLiteral("Ada, person, 1 connection"));
    press(Qt::Key_Right);
    press(Qt::Key_N);
    EXPECT_EQ(canvas.model().selectedName(), QStringLiteral("Ada"));
    press(Qt::Key_N);
    EXPECT_EQ(canvas.model().selectedName(), QStringLiteral("Engine")) << "the next neighbour of Works";
    QSignalSpy activated(&canvas.model(), &GraphModel::entityActivated);
    press(Qt::Key_Return);
    EXPECT_EQ(activated.count(), 1);
    const double before = canvas.item().zoom();
    press(Qt::Key_Plus);
    EXPECT_GT(canvas.item().zoom(), before);
    press(Qt::Key_0);
    EXPECT_NEAR(canvas.item().zoom(), before, 0.01);
    press(Qt::Key_Escape);
    EXPECT_TRUE(canvas.model().selectedEntity().isEmpty());
}

TEST(Canvas, KeepsPlacesAndSelectionWhenTheGraphGrows)
{
    Canvas canvas;
    Graph part = storyGraph();
    part.nodes.resize(34);
    std::erase_if(part.edges, [](const GraphEdge& e) { return e.source >= 34 || e.target >= 34; });
    canvas.show(part);
    const auto before = canvas.model().positions();
    canvas.model().selectNode(3);
    canvas.show(storyGraph());
    ASSERT_EQ(canvas.model().nodeCount(), 45);
    for (std::size_t i = 0; i < before.size(); ++i)
        EXPECT_EQ(canvas.model().positions()[i], before[i]);
    EXPECT_EQ(canvas.model().selectedName(), QStringLiteral("Mara Eklund"));
}

TEST(Canvas, DropsTheLayoutOfAnOlderGraph)
{
    Canvas canvas;
    canvas.model().setGraph(communityGraph(3000), {});
    EXPECT_TRUE(canvas.model().isLayingOut());
    canvas.show(Small().graph, Small().pins);
    QTest::qWait(50);
    EXPECT_EQ(canvas.model().nodeCount(), 4);
    EXPECT_FALSE(canvas.model().isLayingOut());
}

TEST(Canvas, TheLegendCountsTypesInTheOrderGiven)
{
    Canvas canvas;
    canvas.model().setTypeLabels({{QStringLiteral("product"), QStringLiteral("Products")}, {QStringLiteral("person"), QStringLiteral("People")}});
    canvas.show(Small().graph, Small().pins);
    const TypeModel& types = *canvas.model().types();
    ASSERT_EQ(types.rowCount(), 3);
    EXPECT_EQ(types.data(types.index(0), TypeModel::LabelRole).toString(), QStringLiteral("Products"));
    EXPECT_EQ(types.data(types.index(1), TypeModel::CountRole).toInt(), 2);
    EXPECT_EQ(types.data(types.index(2), TypeModel::LabelRole).toString(), QStringLiteral("Organization"));
    EXPECT_EQ(types.data(types.index(1), TypeModel::ColourRole).value<QColor>(), typeColour("person", false));
}

} // namespace
} // namespace skein

int main(int argc, char** argv)
{
    testing::InitGoogleTest(&argc, argv);
    QGuiApplication application(argc, argv);
    return RUN_ALL_TESTS();
}
