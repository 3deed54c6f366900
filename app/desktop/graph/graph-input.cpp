// SPDX-License-Identifier: GPL-3.0-or-later
// GraphItem's hands: mouse, wheel, pinch and keys.
#include "graph-item.h"

#include <QCursor>
#include <QGuiApplication>
#include <QStyleHints>

#include <cmath>

namespace skein {

void GraphItem::hoverAt(QPointF place)
{
    if (!m_model)
        return;
    const auto node = nodeUnder(place);
    const auto pair = node ? std::nullopt : pairUnder(place);
    setCursor(node || pair ? Qt::PointingHandCursor : Qt::ArrowCursor);
    m_model->hover(node, pair);
}

// While the picture moves under a pointer that rests, what passes by is not looked at: that would only flicker.
void GraphItem::hoverMoveEvent(QHoverEvent* event)
{
    const bool isResting = event->position() == m_hoverPlace;
    m_hoverPlace = event->position();
    if (m_drag != Drag::none)
        return;
    if (isResting && m_calm.isActive())
        return;
    hoverAt(event->position());
}

void GraphItem::hoverLeaveEvent(QHoverEvent*)
{
    m_hoverPlace = {-1, -1};
    if (m_model)
        m_model->hover({}, {});
}

void GraphItem::mousePressEvent(QMouseEvent* event)
{
    forceActiveFocus(Qt::MouseFocusReason);
    if (!m_model)
        return;
    m_pressed = m_last = event->position();
    m_hasMoved = false;
    const auto node = nodeUnder(event->position());
    if (event->button() == Qt::RightButton) {
        if (node)
            m_model->selectNode(*node);
        emit contextMenuRequested(node ? m_model->selectedEntity() : QString(), event->position());
        return;
    }
    m_flight.stop();
    const bool isNode = node && event->button() == Qt::LeftButton;
    m_drag = isNode ? Drag::node : Drag::ground;
    m_dragged = isNode ? *node : 0;
    setKeepMouseGrab(true);
}

void GraphItem::mouseMoveEvent(QMouseEvent* event)
{
    if (m_drag == Drag::none || !m_model)
        return;
    const QPointF place = event->position();
    if (!m_hasMoved && (place - m_pressed).manhattanLength() < QGuiApplication::styleHints()->startDragDistance())
        return;
    if (!m_hasMoved)
        setCursor(Qt::ClosedHandCursor);
    m_hasMoved = true;
    const QPointF by = place - m_last;
    m_last = place;
    if (m_drag == Drag::ground) {
        m_followsGraph = false;
        setCamera(m_camera.pannedBy({static_cast<float>(by.x()), static_cast<float>(by.y())}));
    } else if (m_dragged < m_model->positions().size()) {
        const Point at = m_model->positions()[m_dragged];
        m_model->moveNode(m_dragged, at + Point{static_cast<float>(by.x()), static_cast<float>(by.y())} * (1 / m_camera.zoom));
    }
}

void GraphItem::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_drag == Drag::none || !m_model)
        return;
    const Drag drag = m_drag;
    endDrag();
    if (m_hasMoved) {
        if (drag == Drag::node && m_dragged < m_model->positions().size())
            m_model->pinNode(m_dragged);
        hoverAt(event->position());
        return;
    }
    if (event->button() != Qt::LeftButton)
        return;
    if (drag == Drag::node) {
        m_model->selectNode(m_dragged);
        m_model->activateSelected();
    } else if (const auto pair = pairUnder(event->position())) {
        m_model->selectPair(*pair);
        m_model->activateSelected();
    } else {
        m_model->clearSelection();
    }
}

void GraphItem::mouseUngrabEvent()
{
    endDrag();
}

void GraphItem::endDrag()
{
    m_drag = Drag::none;
    setKeepMouseGrab(false);
    unsetCursor();
}

void GraphItem::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (!m_model)
        return;
    if (const auto node = nodeUnder(event->position())) {
        m_model->selectNode(*node);
        centerOn(m_model->selectedEntity());
    } else {
        zoomAbout(event->position(), 1.6);
    }
}

void GraphItem::wheelEvent(QWheelEvent* event)
{
    // A touchpad scrolls in pixels and pans unless Ctrl is held; a wheel zooms.
    if (!event->pixelDelta().isNull() && !(event->modifiers() & Qt::ControlModifier) && event->phase() != Qt::NoScrollPhase) {
        m_followsGraph = false;
        m_flight.stop();
        setCamera(m_camera.pannedBy({static_cast<float>(event->pixelDelta().x()), static_cast<float>(event->pixelDelta().y())}));
    } else {
        const double notches = event->angleDelta().y() / 120.0;
        if (notches != 0)
            zoomAbout(event->position(), std::pow(1.22, notches));
    }
    event->accept();
}

bool GraphItem::event(QEvent* event)
{
    if (event->type() == QEvent::NativeGesture) {
        const auto* gesture = static_cast<QNativeGestureEvent*>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            m_followsGraph = false;
            m_flight.stop();
            const QPointF place = gesture->position();
            setCamera(m_camera.zoomedAbout({static_cast<float>(place.x()), static_cast<float>(place.y())},
                                           static_cast<float>(1 + gesture->value())));
            event->accept();
            return true;
        }
    }
    return QQuickItem::event(event);
}

void GraphItem::bringIntoSight(const QString& entity)
{
    if (m_model && m_model->indexOf(entity) && !boundingRect().adjusted(40, 40, -40, -40).contains(positionOf(entity)))
        centerOn(entity);
}

void GraphItem::keyPressEvent(QKeyEvent* event)
{
    if (!m_model)
        return QQuickItem::keyPressEvent(event);
    const auto walk = [&](double dx, double dy) {
        m_model->walk(dx, dy);
        bringIntoSight(m_model->selectedEntity()); // a selection that the keyboard made must be seen
    };
    const bool isShifted = event->modifiers() & Qt::ShiftModifier;
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return QQuickItem::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left: walk(-1, 0); break;
    case Qt::Key_Right: walk(1, 0); break;
    case Qt::Key_Up: walk(0, -1); break;
    case Qt::Key_Down: walk(0, 1); break;
    case Qt::Key_N: isShifted ? m_model->selectPreviousNeighbour() : m_model->selectNextNeighbour(); break;
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoomIn(); break;
    case Qt::Key_Minus: zoomOut(); break;
    case Qt::Key_0: fit(); break;
    case Qt::Key_Return:
    case Qt::Key_Enter: m_model->activateSelected(); break;
    case Qt::Key_Escape:
        if (m_model->state().selectedNode || m_model->state().selectedPair)
            m_model->clearSelection();
        else
            return QQuickItem::keyPressEvent(event); // not ours: the window may close something
        break;
    case Qt::Key_F10: // with Shift
        if (!isShifted)
            return QQuickItem::keyPressEvent(event);
        [[fallthrough]];
    case Qt::Key_Menu:
        if (!m_model->selectedEntity().isEmpty())
            emit contextMenuRequested(m_model->selectedEntity(), positionOf(m_model->selectedEntity()));
        break;
    default: return QQuickItem::keyPressEvent(event);
    }
    event->accept();
}

} // namespace skein
