// SPDX-License-Identifier: GPL-3.0-or-later
// GraphItem's hand: when a frame is made, where, and how the one that is there is shown meanwhile.
#include "graph-item.h"

#include "frame-node.h"

#include <QOpenGLContext>
#include <QOpenGLFunctions>
#include <QQuickWindow>
#include <QSGRendererInterface>
#include <QtConcurrent>

namespace skein {

namespace {

constexpr float panMargin = 128;      // pixels drawn around the view, to be panned into
constexpr float asideShare = 0.5F;    // of the margin that may be used up before the next frame is begun aside
constexpr float greatestStretch = 1.1F; // of a frame, while the camera moves, before the next one is begun

} // namespace

void GraphItem::setPainter(Painter painter)
{
    m_painter = painter;
    showAnew();
    update();
}

bool GraphItem::usesRaster() const
{
    if (isSoftware())
        return true;
    return m_painter == Painter::raster || (m_painter == Painter::automatic && m_isRendererComputed);
}

bool GraphItem::isSoftware() const
{
    return window() && window()->rendererInterface()->graphicsApi() == QSGRendererInterface::Software;
}

double GraphItem::pixelRatio() const
{
    return window() ? window()->effectiveDevicePixelRatio() : 1;
}

void GraphItem::itemChange(ItemChange change, const ItemChangeData& data)
{
    QQuickItem::itemChange(change, data);
    if (change == ItemDevicePixelRatioHasChanged || change == ItemSceneChange || (change == ItemVisibleHasChanged && data.boolValue))
        showAnew();
}

void GraphItem::showAnew()
{
    ++m_change;
    if (isHuge() && isVisible())
        m_frameSoon.start(); // the scene graph has nothing to draw before the frame is there
    else
        polish();
}

void GraphItem::refreshGround()
{
    if (m_groundWatcher.isRunning()) {
        m_isGroundStale = true;
        return;
    }
    if (!m_model || m_model->positions().empty()) {
        m_ground.reset();
        emit groundChanged();
        return;
    }
    m_groundWatcher.setFuture(QtConcurrent::run([scene = m_model->sharedScene(), at = m_model->sharedPositions(), state = m_model->sharedState(),
                                                 regions = m_model->regions(), colours = theme()] {
        return std::make_shared<const Ground>(Ground{hazeOf({*scene, *at, *state, colours}), regionShapes(regions, *at, state->nodes)});
    }));
}

bool GraphItem::isMoving() const
{
    return m_calm.isActive() && m_camera != m_flightTo;
}

bool GraphItem::hasFrameFor(const Camera& camera) const
{
    return !isFrameStale() && m_frame.camera.view == camera.view && m_frame.covers(camera);
}

// Made at once, a change is seen a frame sooner. While the camera moves what counts is that every step is quick: only a small
// graph's frames are made as quickly as they are shown, and not even these where there is no GPU.
bool GraphItem::isFrameMadeAside() const
{
    return isHuge() || m_frameWatcher.isRunning() || (!isFrameStale() && (isLarge() || usesRaster()));
}

bool GraphItem::isFrameGood() const
{
    if (!hasFrameFor(m_camera))
        return false;
    if (m_frame.camera.zoom == m_camera.zoom)
        return !isLarge() || m_frame.covers(m_camera, asideShare);
    const float stretch = m_camera.zoom / m_frame.camera.zoom;
    const bool isOnItsWay = m_frame.camera == m_flightTo && m_flight.state() == QAbstractAnimation::Running;
    return isMoving() && isFrameMadeAside() && (isOnItsWay || std::max(stretch, 1 / stretch) < greatestStretch);
}

bool GraphItem::isUpToDate() const
{
    return !isFrameStale() && !m_frameWatcher.isRunning() && m_frame.camera.zoom == m_camera.zoom && hasFrameFor(m_camera);
}

std::optional<FrameRequest> GraphItem::frameRequest() const
{
    const std::shared_ptr<const Detail> detail = isLarge() ? m_model->detail() : nullptr;
    const std::size_t count = m_model ? m_model->scene().graph.nodes.size() : 0;
    if (!m_model || !m_to || m_to->size() != count || m_standing != m_model->sharedScene() || (isLarge() && (!detail || detail->size() != count)))
        return std::nullopt;
    FrameRequest request;
    request.change = m_change;
    request.scene = m_standing;
    request.positions = m_to;
    request.from = m_from;
    request.way = m_way;
    request.state = m_model->sharedState();
    request.detail = detail;
    if (!m_from || !isLarge())
        request.ground = m_ground; // a large graph's haze would lie where nodes no longer are
    request.emphasis = m_shown;
    request.emphasis.focus = m_focus;
    request.camera = m_camera;
    request.covered = nameless();
    request.theme = theme();
    request.family = m_fontFamily;
    request.pixelRatio = pixelRatio();
    request.isRaster = usesRaster();
    // Made at once while the zoom changes, a margin would be for nothing.
    request.margin = isFrameMadeAside() || m_frame.camera.zoom == m_camera.zoom ? panMargin : 0;
    return request;
}

void GraphItem::refreshFrame()
{
    if (isFrameGood() || m_frameWatcher.isRunning())
        return;
    std::optional<FrameRequest> request = frameRequest();
    if (!request) {
        if (!m_model || m_frame.scene != m_model->sharedScene())
            takeFrame({}); // what there was belongs to another graph
        return;
    }
    if (!isFrameMadeAside()) {
        m_begun = m_change;
        takeFrame(m_maker->make(*request));
        return;
    }
    // The end of a flight outwards is wider than all on the way: one frame serves it.
    if (m_flight.state() == QAbstractAnimation::Running && m_flightTo.zoom < m_camera.zoom)
        request->camera = m_flightTo;
    m_begun = m_change;
    m_frameWatcher.setFuture(QtConcurrent::run(&m_framePool, [maker = m_maker, request = *std::move(request)] { return maker->make(request); }));
}

void GraphItem::takeFrame(Frame frame)
{
    m_frame = std::move(frame);
    m_isFrameNew = true;
    update();
}

const DisplayList& GraphItem::displayed() const
{
    static const DisplayList none;
    return m_model && m_frame.scene == m_model->sharedScene() ? m_frame.list : none;
}

QPointF GraphItem::onFrame(QPointF place) const
{
    return m_frame.to(m_camera).inverted().map(place);
}

Still GraphItem::still() const
{
    const auto still = [&](const Frame& frame) {
        return Still{frame.list, -frame.to(m_camera).map(QPointF()), size(), theme(), m_fontFamily, frame.ground};
    };
    if (isUpToDate())
        return still(m_frame);
    std::optional<FrameRequest> request = frameRequest();
    if (!request)
        return still({});
    request->isRaster = false;
    return still(FrameMaker().make(*request));
}

std::optional<std::uint32_t> GraphItem::nodeUnder(QPointF place)
{
    if (!isLarge())
        refreshFrame(); // an event may come before the frame that would do it
    const QPointF at = onFrame(place);
    return nodeAt(displayed(), {static_cast<float>(at.x()), static_cast<float>(at.y())});
}

std::optional<std::uint32_t> GraphItem::pairUnder(QPointF place)
{
    const QPointF at = onFrame(place);
    return pairAt(displayed(), {static_cast<float>(at.x()), static_cast<float>(at.y())});
}

void GraphItem::updatePolish()
{
    refreshFrame();
    update();
}

// On the thread that renders, while this one waits: is OpenGL a graphics card's, or computed by the processor?
void GraphItem::learnRenderer()
{
    const QOpenGLContext* context = QOpenGLContext::currentContext();
    if (m_isRendererKnown || !context)
        return;
    m_isRendererKnown = true;
    const QByteArray name(reinterpret_cast<const char*>(context->functions()->glGetString(GL_RENDERER)));
    for (const char* computed : {"llvmpipe", "softpipe", "swrast", "SWR", "SwiftShader", "Software"})
        m_isRendererComputed = m_isRendererComputed || name.contains(computed);
    if (m_isRendererComputed)
        QMetaObject::invokeMethod(this, &GraphItem::showAnew, Qt::QueuedConnection);
}

// From where the item stands to the nearest whole device pixels of its window: between two, everything would be blurred.
QPointF GraphItem::offPixels() const
{
    const double ratio = pixelRatio();
    const QPointF stands = mapToScene({});
    return QPointF(std::round(stands.x() * ratio), std::round(stands.y() * ratio)) / ratio - stands;
}

QSGNode* GraphItem::updatePaintNode(QSGNode* old, UpdatePaintNodeData*)
{
    learnRenderer();
    if (width() <= 0 || height() <= 0) {
        delete old;
        return nullptr;
    }
    auto* node = old ? static_cast<FrameNode*>(old) : new FrameNode;
    const QPointF snap = offPixels();
    node->show(*window(), m_frame, m_isFrameNew, m_frame.to(m_camera) * QTransform::fromTranslate(snap.x(), snap.y()), boundingRect(), background());
    m_isFrameNew = false;
    return node;
}

} // namespace skein
