// SPDX-License-Identifier: GPL-3.0-or-later
// A small picture of the whole graph with the part that the canvas shows: press or drag to go elsewhere.
#pragma once

#include "graph-item.h"

#include <QQuickPaintedItem>

namespace skein {

class GraphMinimap : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(skein::GraphItem* canvas READ canvas WRITE setCanvas NOTIFY canvasChanged)

public:
    explicit GraphMinimap(QQuickItem* parent = nullptr);

    GraphItem* canvas() const { return m_canvas; }
    void setCanvas(GraphItem* canvas);
    // What the canvas shows, in the item's coordinates.
    Q_INVOKABLE QRectF area() const; // where the haze is drawn
    Q_INVOKABLE QRectF frame() const;

signals:
    void canvasChanged();

protected:
    void paint(QPainter* painter) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    QPointF onItem(Point world) const;
    void goTo(QPointF place);

    QPointer<GraphItem> m_canvas;
    QImage m_picture; // the haze at the item's size; made anew when null
};

} // namespace skein
