// SPDX-License-Identifier: GPL-3.0-or-later
// How a frame is shown while the next one is made.
#include "tests/bench/made-up.h"
#include "tests/pixels/canvas.h"

#include <QTest>
#include <gtest/gtest.h>

namespace skein {
namespace {

constexpr std::uint32_t manyEnough = 3000;
static_assert(manyEnough > manyNodes);

std::vector<std::optional<Point>> onACircle(std::uint32_t count, float radius)
{
    std::vector<std::optional<Point>> places;
    for (std::uint32_t i = 0; i < count; ++i) {
        const float angle = 2.39996F * static_cast<float>(i);
        const float way = radius * std::sqrt(static_cast<float>(i + 1));
        places.push_back(Point{way * std::cos(angle), way * std::sin(angle)});
    }
    return places;
}

// A large graph; node 0 is in the middle and the most important.
class LargeGraph : public testing::Test {
protected:
    LargeGraph() : m_canvas({900, 600})
    {
        Graph graph = madeUpGraph(manyEnough, 2 * manyEnough);
        graph.nodes[0].mentions = 10'000;
        m_canvas.model().show(std::make_shared<const Scene>(sceneFrom(std::move(graph))), onACircle(manyEnough, 40));
        m_canvas.waitForFrame();
    }

    QString first() const { return QString::fromStdString(toString(EntityId{1})); }

    Canvas m_canvas;
};

Frame frameOf(Camera camera, float margin)
{
    Frame frame;
    frame.camera = camera;
    frame.margin = margin;
    return frame;
}

TEST(FrameOfACamera, IsMovedByWholeDevicePixelsAndStretchedAboutTheMiddle)
{
    const Camera made{{0, 0}, 1, {800, 600}};
    Frame frame = frameOf(made, 100);
    EXPECT_EQ(frame.to(made), QTransform());
    EXPECT_EQ(frame.to(made.pannedBy({10.4F, -3.6F})).map(QPointF()), QPointF(10, -4));
    frame.pixelRatio = 2;
    EXPECT_EQ(frame.to(made.pannedBy({10.4F, -3.6F})).map(QPointF()), QPointF(10.5, -3.5));
    const Camera nearer = made.zoomedAbout({400, 300}, 2);
    EXPECT_EQ(frame.to(nearer).map(QPointF(400, 300)), QPointF(400, 300));
    EXPECT_EQ(frame.to(nearer).map(QPointF(500, 300)), QPointF(600, 300));
    const Camera about = made.zoomedAbout({0, 0}, 2);
    EXPECT_EQ(frame.to(about).map(QPointF(0, 0)), QPointF(0, 0)) << "the place under the pointer stays";
    EXPECT_EQ(frame.to(made.resizedTo({1000, 600})).map(QPointF(400, 300)), QPointF(500, 300)) << "the middle stays the middle";
}

TEST(FrameOfACamera, CoversWhatIsWithinItsMargin)
{
    const Camera made{{0, 0}, 1, {800, 600}};
    const Frame frame = frameOf(made, 100);
    EXPECT_TRUE(frame.covers(made));
    EXPECT_TRUE(frame.covers(made.pannedBy({100, -100})));
    EXPECT_FALSE(frame.covers(made.pannedBy({101, 0})));
    EXPECT_FALSE(frame.covers(made.pannedBy({60, 0}), 0.5F));
    EXPECT_TRUE(frame.covers(made.zoomedAbout({400, 300}, 4)));
    EXPECT_FALSE(frame.covers(made.zoomedAbout({400, 300}, 0.7F)));
}

TEST_F(LargeGraph, ZoomingStretchesTheFrameThatIsThereUntilTheNextIsMade)
{
    GraphItem& item = m_canvas.item();
    const DisplayList before = item.displayed();
    ASSERT_FALSE(before.nodes.empty());
    const Point middle = m_canvas.model().positions()[0];
    item.lookAt(middle, item.camera().zoom * 1.5F);
    QCoreApplication::processEvents(QEventLoop::ExcludeSocketNotifiers, 0);
    EXPECT_FALSE(item.isUpToDate());
    m_canvas.waitForFrame();
    EXPECT_TRUE(item.isUpToDate());
    EXPECT_NE(item.displayed(), before);
}

TEST_F(LargeGraph, APlaceOnAStretchedFrameIsThatOfTheNodeSeenThere)
{
    GraphItem& item = m_canvas.item();
    const Point middle = m_canvas.model().positions()[0];
    item.lookAt(middle + Point{300, 100}, item.camera().zoom * 1.3F);
    const QPointF place = m_canvas.place(0);
    ASSERT_FALSE(item.isUpToDate());
    m_canvas.click(place); // before any frame of the new camera is there
    EXPECT_EQ(m_canvas.model().selectedEntity(), first());
}

TEST_F(LargeGraph, AFrameOfAnotherGraphSaysNothing)
{
    GraphItem& item = m_canvas.item();
    item.lookAt(m_canvas.model().positions()[0]);
    m_canvas.waitForFrame();
    const QPointF place = m_canvas.place(0);
    Graph other = madeUpGraph(manyEnough + 10, 2 * manyEnough, 9);
    m_canvas.model().show(std::make_shared<const Scene>(sceneFrom(std::move(other))), onACircle(manyEnough + 10, 90));
    EXPECT_TRUE(item.displayed().nodes.empty());
    m_canvas.click(place + QPointF(200, 100));
    m_canvas.waitForFrame();
    EXPECT_FALSE(item.displayed().nodes.empty());
}

TEST_F(LargeGraph, GoesToItsNewPlacesUnlessMotionIsReduced)
{
    GraphItem& item = m_canvas.item();
    item.lookAt({0, 0}, 0.2F);
    const auto last = QString::fromStdString(toString(EntityId{manyEnough}));
    const QPointF before = item.positionOf(last);
    item.setReducedMotion(false);
    m_canvas.model().moveTo(onACircle(manyEnough, 80));
    QTest::qWait(60);
    const QPointF onTheWay = item.positionOf(last);
    const Point at = item.camera().toScreen(*onACircle(manyEnough, 80).back());
    const QPointF after(at.x, at.y);
    EXPECT_GT(QLineF(before, onTheWay).length(), 1);
    EXPECT_TRUE(QTest::qWaitFor([&] { return QLineF(after, item.positionOf(last)).length() < 1; }, 5000));
    item.setReducedMotion(true);
    m_canvas.model().moveTo(onACircle(manyEnough, 40));
    EXPECT_LT(QLineF(before, item.positionOf(last)).length(), 1);
}

TEST_F(LargeGraph, IsStillDrawnAsItIsForExportWhileAFrameIsMade)
{
    GraphItem& item = m_canvas.item();
    item.lookAt(m_canvas.model().positions()[0], item.camera().zoom * 2);
    ASSERT_FALSE(item.isUpToDate());
    const Still still = item.still();
    m_canvas.waitForFrame();
    const auto firstOf = [](const DisplayList& list) {
        return *std::ranges::find_if(list.nodes, [](const NodeMark& mark) { return mark.node == 0 && !mark.isDecoration; });
    };
    const Point now = firstOf(item.displayed()).centre;
    const Point then = firstOf(still.list).centre;
    EXPECT_NEAR(static_cast<double>(now.x), static_cast<double>(then.x) - still.offset.x(), 1);
    EXPECT_NEAR(static_cast<double>(now.y), static_cast<double>(then.y) - still.offset.y(), 1);
}

} // namespace
} // namespace skein
