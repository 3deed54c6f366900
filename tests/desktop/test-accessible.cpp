// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/graph/graph-item.h"

#include <QAccessible>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QQuickWindow>
#include <gtest/gtest.h>

namespace skein {
namespace {

TEST(Accessible, theCanvasHasTheNodesInSightAsChildren)
{
    Graph graph;
    for (std::uint64_t i = 0; i < 4; ++i)
        graph.nodes.push_back({EntityId{i + 1}, "Node " + std::to_string(i), "person", static_cast<std::uint32_t>(i + 1), 1});
    graph.relations = {{"knows", "knows"}};
    graph.edges = {{.source = 0, .target = 1, .claims = 1}, {.source = 1, .target = 2, .claims = 1}};
    GraphModel model;
    QQuickWindow window;
    window.resize(800, 600);
    GraphItem canvas(window.contentItem());
    canvas.setSize({800, 600});
    canvas.setModel(&model);
    window.show();
    model.setGraph(graph, {});
    auto* found = QAccessible::queryAccessibleInterface(&canvas);
    ASSERT_NE(found, nullptr);
    QElapsedTimer clock;
    clock.start();
    while (found->childCount() < 4 && clock.elapsed() < 20000)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    ASSERT_EQ(found->childCount(), 4);

    auto* first = found->child(0);
    ASSERT_NE(first, nullptr);
    EXPECT_EQ(first->text(QAccessible::Name), QStringLiteral("Node 1")) << "the most important first";
    EXPECT_EQ(first->text(QAccessible::Description), QStringLiteral("person, 2 connections"));
    EXPECT_EQ(first->role(), QAccessible::ListItem);
    EXPECT_EQ(first->parent()->object(), &canvas);
    EXPECT_EQ(found->indexOfChild(first), 0);
    EXPECT_EQ(found->child(0), first);
    EXPECT_EQ(found->child(4), nullptr);
    const QPoint middle = first->rect().center();
    EXPECT_EQ(found->childAt(middle.x(), middle.y()), first);
    EXPECT_FALSE(first->state().selected);

    first->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    EXPECT_EQ(model.selectedName(), QStringLiteral("Node 1"));
    EXPECT_TRUE(first->state().selected);

    model.setPresence(std::vector(4, Presence::hidden), {});
    EXPECT_EQ(found->childCount(), 0);
    EXPECT_TRUE(first->state().invisible);
    model.setGraph({}, {});
    EXPECT_FALSE(first->isValid());
}

} // namespace
} // namespace skein
