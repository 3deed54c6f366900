// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph-minimap.h"

#include <QCursor>
#include <QPainter>
#include <QQuickWindow>

namespace skein {

GraphMinimap::GraphMinimap(QQuickItem* parent) : QQuickPaintedItem(parent)
{
    setAcceptedMouseButtons(Qt::LeftButton);
    setCursor(Qt::PointingHandCursor);
    const auto sizeChanged = [this] {
        m_picture = {};
        update();
    };
    connect(this, &QQuickItem::widthChanged, this, sizeChanged);
    connect(this, &QQuickItem::heightChanged, this, sizeChanged);
}

void GraphMinimap::setCanvas(GraphItem* canvas)
{
    if (canvas == m_canvas)
        return;
    if (m_canvas)
        m_canvas->disconnect(this);
    m_canvas = canvas;
    m_picture = {};
    if (canvas) {
        connect(canvas, &GraphItem::cameraChanged, this, [this] { update(); });
        connect(canvas, &GraphItem::groundChanged, this, [this] {
            m_picture = {};
            update();
        });
    }
    emit canvasChanged();
    update();
}

QRectF GraphMinimap::area() const
{
    if (!m_canvas || !m_canvas->ground() || m_canvas->ground()->haze.isEmpty())
        return {};
    const Haze& haze = m_canvas->ground()->haze;
    QRectF box(QPointF(), QSizeF(haze.width, haze.height).scaled(size(), Qt::KeepAspectRatio));
    box.moveCenter(boundingRect().center());
    return box;
}

QPointF GraphMinimap::onItem(Point world) const
{
    const QRectF box = area();
    const Rect all = m_canvas->ground()->haze.world;
    return {box.x() + static_cast<double>((world.x - all.left) / all.width()) * box.width(),
            box.y() + static_cast<double>((world.y - all.top) / all.height()) * box.height()};
}

QRectF GraphMinimap::frame() const
{
    if (area().isEmpty())
        return {};
    const Rect seen = m_canvas->camera().visibleWorld();
    return QRectF(onItem({seen.left, seen.top}), onItem({seen.right, seen.bottom}));
}

void GraphMinimap::paint(QPainter* painter)
{
    const QRectF box = area();
    if (box.isEmpty())
        return;
    if (m_picture.isNull()) {
        const Haze& haze = m_canvas->ground()->haze;
        const QImage whole(reinterpret_cast<const uchar*>(haze.pixels.data()), haze.width, haze.height, QImage::Format_ARGB32_Premultiplied);
        const double ratio = window() ? window()->effectiveDevicePixelRatio() : 1;
        m_picture = whole.scaled((box.size() * ratio).toSize(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        m_picture.setDevicePixelRatio(ratio);
    }
    painter->drawImage(box.topLeft(), m_picture);
    painter->setRenderHint(QPainter::Antialiasing);
    // What is out of view is dimmed, the frame is never smaller than can be seen.
    QRectF seen = frame() & boundingRect();
    const QPointF middle = frame().center();
    const QSizeF least = seen.size().expandedTo({6, 6});
    if (seen.width() < 6 || seen.height() < 6)
        seen = QRectF(middle - QPointF(least.width(), least.height()) / 2, least);
    QColor accent = m_canvas->accent();
    painter->setPen(QPen(accent, 1.5));
    accent.setAlphaF(0.12F);
    painter->setBrush(accent);
    painter->drawRoundedRect(seen.adjusted(0.75, 0.75, -0.75, -0.75), 2, 2);
}

void GraphMinimap::goTo(QPointF place)
{
    const QRectF box = area();
    if (box.isEmpty())
        return;
    const Rect all = m_canvas->ground()->haze.world;
    const double x = std::clamp((place.x() - box.x()) / box.width(), 0.0, 1.0);
    const double y = std::clamp((place.y() - box.y()) / box.height(), 0.0, 1.0);
    m_canvas->lookAt({all.left + all.width() * static_cast<float>(x), all.top + all.height() * static_cast<float>(y)});
}

void GraphMinimap::mousePressEvent(QMouseEvent* event) { goTo(event->position()); }
void GraphMinimap::mouseMoveEvent(QMouseEvent* event) { goTo(event->position()); }

void GraphMinimap::wheelEvent(QWheelEvent* event)
{
    if (!m_canvas || event->angleDelta().y() == 0)
        return;
    event->angleDelta().y() > 0 ? m_canvas->zoomIn() : m_canvas->zoomOut();
}

} // namespace skein
