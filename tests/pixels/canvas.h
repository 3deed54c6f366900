// SPDX-License-Identifier: GPL-3.0-or-later
// A real window with nothing but a canvas, and a look at its pixels.
#pragma once

#include "app/desktop/graph/graph-item.h"

#include <QColor>
#include <QImage>
#include <QQuickWindow>

#include <memory>

namespace skein {

class Canvas {
public:
    explicit Canvas(QSize size = {1000, 640}, bool isDark = false);
    ~Canvas();

    GraphModel& model() { return m_model; }
    GraphItem& item() { return *m_item; }
    QQuickWindow& window() { return *m_window; }

    // Lays out, waits until everything is in its place, and draws.
    void show(Graph graph, std::vector<PlacedNode> pins = {});
    void waitForFrame(); // that shows everything as it is
    QImage grab();

    QPointF place(std::uint32_t node) const; // of a node, in the item's coordinates
    QColor at(const QImage& picture, QPointF place) const;
    // Pixels in a box that differ clearly from the background.
    int ink(const QImage& picture, QRectF box) const;
    void moveTo(QPointF place);
    void click(QPointF place, Qt::MouseButton button = Qt::LeftButton);
    void drag(QPointF from, QPointF to);

private:
    void settle();

    GraphModel m_model;
    std::unique_ptr<QQuickWindow> m_window;
    GraphItem* m_item = nullptr;
};

bool isNear(const QColor& a, const QColor& b, int tolerance = 12);
QColor typeColour(const char* type, bool isDark);

} // namespace skein
