// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph-item.h"

#include "accessible-canvas.h"
#include "marks-node.h"

#include <QOpenGLContext>
#include <QOpenGLFunctions>
#include <QQuickWindow>
#include <QSGImageNode>
#include <QSGRectangleNode>
#include <QSGRendererInterface>
#include <QtConcurrent>

#include <array>
#include <numeric>
#include <optional>

namespace skein {

namespace {

constexpr int flightTime = 220; // ms; motion is short and has a purpose
constexpr int settleTime = 240;
constexpr int fadeTime = 130;
constexpr int calmTime = 150;   // without motion, until what is under the resting pointer is looked at again
constexpr float panMargin = 128; // pixels drawn around the view while it is panned
constexpr float fitMargin = 12;
constexpr float largeFitMargin = 36; // where no names are counted
constexpr float coverMargin = 6;
constexpr float largestFit = 1.35F;
constexpr int fitRounds = 6;

Colour fromColor(const QColor& colour)
{
    return {static_cast<std::uint8_t>(colour.red()), static_cast<std::uint8_t>(colour.green()), static_cast<std::uint8_t>(colour.blue()),
            static_cast<std::uint8_t>(colour.alpha())};
}

QColor toColor(Colour colour) { return QColor(colour.red, colour.green, colour.blue, colour.alpha); }

} // namespace

GraphItem::GraphItem(QQuickItem* parent) : QQuickItem(parent)
{
    setFlag(ItemHasContents);
    setClip(true); // the margin is drawn beyond the item
    setAcceptHoverEvents(true);
    setAcceptedMouseButtons(Qt::LeftButton | Qt::RightButton | Qt::MiddleButton);
    setActiveFocusOnTab(true);
    makeCanvasAccessible();
    for (QVariantAnimation* animation : {&m_flight, &m_settling, &m_fading}) {
        animation->setStartValue(0.0);
        animation->setEndValue(1.0);
        animation->setEasingCurve(QEasingCurve::OutCubic);
    }
    m_flight.setDuration(flightTime);
    m_settling.setDuration(settleTime);
    m_fading.setDuration(fadeTime);
    connect(&m_flight, &QVariantAnimation::valueChanged, this,
            [this](const QVariant& share) { setCamera(m_flightFrom.towards(m_flightTo, share.toFloat())); });
    connect(&m_settling, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
        if (!m_model || m_model->positions().size() != m_settleFrom.size())
            return;
        const float share = value.toFloat();
        for (std::size_t i = 0; i < m_settleFrom.size(); ++i)
            m_positions[i] = m_settleFrom[i] * (1 - share) + m_model->positions()[i] * share;
        showAnew();
    });
    m_calm.setSingleShot(true);
    m_calm.setInterval(calmTime);
    connect(&m_calm, &QTimer::timeout, this, [this] {
        if (m_listCamera != m_camera)
            showAnew(); // labels that have come to lie across an edge find better places
        if (m_hoverPlace.x() >= 0 && m_drag == Drag::none)
            hoverAt(m_hoverPlace);
    });
    connect(this, &GraphItem::cameraChanged, this, &GraphItem::sightChanged);
    connect(this, &GraphItem::groundChanged, this, &GraphItem::sightChanged);
    connect(&m_settling, &QVariantAnimation::finished, this, &GraphItem::refreshGround);
    connect(this, &GraphItem::themeChanged, this, &GraphItem::refreshGround);
    connect(&m_groundWatcher, &QFutureWatcherBase::finished, this, [this] {
        m_ground = m_groundWatcher.result();
        emit groundChanged();
        showAnew();
        if (std::exchange(m_isGroundStale, false))
            refreshGround();
    });
    connect(&m_fading, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
        m_focus = value.toFloat();
        showAnew();
    });
    connect(&m_fading, &QVariantAnimation::finished, this, [this] {
        if (m_model && !m_hasFocusShown)
            m_shown = m_model->state();
        showAnew();
    });
}

GraphItem::~GraphItem() = default;

void GraphItem::setModel(GraphModel* model)
{
    if (model == m_model)
        return;
    if (m_model)
        m_model->disconnect(this);
    m_model = model;
    if (model) {
        connect(model, &GraphModel::graphChanged, this, [this, model] {
            m_settling.stop();
            m_shown = model->state();
            emit descriptionChanged();
        });
        connect(model, &GraphModel::positionsChanged, this, &GraphItem::settle);
        connect(model, &GraphModel::nodeMoved, this, &GraphItem::takePositions);
        connect(model, &GraphModel::hoverChanged, this, &GraphItem::focusChanged);
        connect(model, &GraphModel::selectionChanged, this, &GraphItem::focusChanged);
        connect(model, &GraphModel::highlightChanged, this, &GraphItem::focusChanged);
        connect(model, &GraphModel::pinsChanged, this, &GraphItem::focusChanged);
        connect(model, &GraphModel::looksChanged, this, [this] {
            showAnew();
            refreshGround();
        });
        connect(model, &GraphModel::detailChanged, this, [this] {
            showAnew();
            refreshGround();
        });
        connect(model, &GraphModel::visibilityChanged, this, [this] {
            focusChanged();
            if (!isLarge())
                refreshGround(); // a large graph's comes with its detail
            emit descriptionChanged();
        });
        connect(model, &GraphModel::announcementChanged, this, &GraphItem::descriptionChanged);
        if (width() > 0 && height() > 0)
            model->setAspect(static_cast<float>(width() / height()));
    }
    m_followsGraph = true;
    takePositions();
    focusChanged();
    emit modelChanged();
    emit descriptionChanged();
}

void GraphItem::setDark(bool isDark)
{
    if (isDark == m_isDark)
        return;
    m_isDark = isDark;
    emit themeChanged();
    showAnew();
}

void GraphItem::setColour(ThemeColour which, const QColor& colour)
{
    if (colour == m_colours[which])
        return;
    m_colours[which] = colour;
    emit themeChanged();
    showAnew();
}

void GraphItem::setFontFamily(const QString& family)
{
    if (family == m_fontFamily)
        return;
    m_fontFamily = family;
    emit themeChanged();
    showAnew();
}

void GraphItem::setReducedMotion(bool reduced)
{
    if (reduced == m_reducedMotion)
        return;
    m_reducedMotion = reduced;
    emit reducedMotionChanged();
}

Theme GraphItem::theme() const
{
    Theme result = m_isDark ? darkTheme() : lightTheme();
    const auto take = [&](ThemeColour which, Colour& to) {
        if (m_colours[which].isValid())
            to = fromColor(m_colours[which]);
    };
    take(BackgroundColour, result.background);
    take(EdgeColour, result.edge);
    take(EdgeHighlightColour, result.edgeHighlight);
    take(TextColour, result.text);
    take(AccentColour, result.accent);
    result.textHalo = result.background;
    return result;
}

QColor GraphItem::background() const { return toColor(theme().background); }
QColor GraphItem::edge() const { return toColor(theme().edge); }
QColor GraphItem::edgeHighlight() const { return toColor(theme().edgeHighlight); }
QColor GraphItem::text() const { return toColor(theme().text); }
QColor GraphItem::accent() const { return toColor(theme().accent); }

QString GraphItem::description() const
{
    if (!m_model || m_model->nodeCount() == 0)
        return tr("An empty graph");
    const QString counts = tr("Graph of %1 entities and %2 connections").arg(m_model->visibleNodeCount()).arg(m_model->edgeCount());
    return m_model->announcement().isEmpty() ? counts : counts + QStringLiteral(". ") + m_model->announcement();
}

bool GraphItem::isSoftware() const
{
    return window() && window()->rendererInterface()->graphicsApi() == QSGRendererInterface::Software;
}

double GraphItem::pixelRatio() const
{
    return window() ? window()->effectiveDevicePixelRatio() : 1;
}

void GraphItem::showAnew()
{
    m_isListStale = true;
    polish();
}

// The camera goes to a new graph while the graph goes to its new places.
void GraphItem::settle()
{
    if (!m_model)
        return;
    const bool isFirst = !m_hasGraph;
    if (m_reducedMotion || isLarge() || m_positions.size() != m_model->positions().size() || !isVisible()) {
        takePositions();
    } else {
        m_settleFrom = m_positions;
        m_settling.stop();
        m_settling.start();
    }
    if (!m_followsGraph)
        return;
    const Camera whole = fittedToAll();
    if (isFirst)
        setCamera(whole);
    else
        flyTo(whole);
}

void GraphItem::takePositions()
{
    m_settling.stop();
    m_positions.clear();
    if (m_model && !isLarge())
        m_positions = m_model->positions();
    m_hasGraph = m_model && !m_model->positions().empty();
    if (m_drag != Drag::node)
        refreshGround();
    showAnew();
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
    ViewState looks;
    looks.nodes = m_model->state().nodes;
    looks.pairs = m_model->state().pairs;
    looks.fills = m_model->state().fills;
    m_groundWatcher.setFuture(QtConcurrent::run([scene = m_model->sharedScene(), at = m_model->positions(), looks = std::move(looks),
                                                 regions = m_model->regions(), colours = theme()] {
        return std::make_shared<const Ground>(Ground{hazeOf({*scene, at, looks, colours}), regionShapes(regions, at, looks.nodes)});
    }));
}

void GraphItem::focusChanged()
{
    if (!m_model)
        return;
    const bool isFocused = m_model->state().isAny();
    // While it fades out, what was lit stays so until the fade is over.
    if (isFocused || m_hasFocusShown == isFocused)
        m_shown = m_model->state();
    if (isFocused != m_hasFocusShown) {
        m_hasFocusShown = isFocused;
        m_fading.stop();
        if (m_reducedMotion) {
            m_focus = isFocused ? 1 : 0;
            m_shown = m_model->state();
        } else {
            m_fading.setStartValue(static_cast<double>(m_focus));
            m_fading.setEndValue(isFocused ? 1.0 : 0.0);
            m_fading.start();
        }
    }
    showAnew();
}

void GraphItem::setCamera(const Camera& camera)
{
    if (camera == m_camera)
        return;
    m_camera = camera;
    m_calm.start();
    emit cameraChanged();
    polish();
}

void GraphItem::flyTo(const Camera& camera)
{
    m_flight.stop();
    if (m_reducedMotion || !isVisible()) {
        setCamera(camera);
        return;
    }
    m_flightFrom = m_camera;
    m_flightTo = camera;
    m_flight.start();
}

// Where the nodes of a large graph are, in so many boxes that beside what covers the view corners without any are used.
std::vector<Rect> GraphItem::crowds(bool withHidden) const
{
    constexpr int side = 24;
    const std::vector<Point>& at = m_model->positions();
    std::optional<Rect> bounds;
    const auto eachNode = [&](const auto& visit) {
        for (std::uint32_t i = 0; i < at.size(); ++i) {
            if (withHidden || !m_model->state().isHidden(i))
                visit(Rect{at[i].x, at[i].y, at[i].x, at[i].y});
        }
    };
    eachNode([&](const Rect& place) { bounds = bounds ? bounds->unitedWith(place) : place; });
    if (!bounds)
        return {};
    const auto step = [](float v, float origin, float length) {
        return static_cast<std::size_t>(std::clamp((v - origin) / std::max(length, 1.0F), 0.0F, 1.0F) * (side - 1));
    };
    std::array<std::optional<Rect>, side * side> cells;
    eachNode([&](const Rect& place) {
        auto& cell = cells[step(place.top, bounds->top, bounds->height()) * side + step(place.left, bounds->left, bounds->width())];
        cell = cell ? cell->unitedWith(place) : place;
    });
    std::vector<Rect> result;
    for (const auto& cell : cells) {
        if (cell)
            result.push_back(cell->grownBy(30));
    }
    return result;
}

Camera GraphItem::fittedToAll() const
{
    if (isLarge())
        return fittedBoxes(crowds(true));
    std::vector<std::uint32_t> all(m_model->positions().size());
    std::iota(all.begin(), all.end(), 0U);
    return fitted(all);
}

Camera GraphItem::fitted(const std::vector<std::uint32_t>& nodes) const
{
    // Labels keep their size on the screen: the farther away, the more of the world they take. From above, the rounds come
    // down upon the zoom at which all have room.
    Camera result = m_camera;
    float zoom = largestFit;
    for (int round = 0; round < fitRounds; ++round) {
        std::vector<Rect> boxes;
        for (const std::uint32_t i : nodes) {
            const Rect box = footprint(m_model->scene().graph.nodes[i]);
            const Rect there{box.left / zoom, box.top / zoom, box.right / zoom, box.bottom / zoom};
            boxes.push_back(there.movedBy(m_model->positions()[i]));
        }
        result = fittedBoxes(boxes);
        if (result.zoom > zoom * 0.99F)
            break;
        zoom = result.zoom;
    }
    return result;
}

Camera GraphItem::fittedBoxes(const std::vector<Rect>& boxes) const
{
    return m_camera.fittedBeside(covers(coverMargin), boxes, isLarge() ? largeFitMargin : fitMargin, largestFit);
}

std::vector<Rect> GraphItem::covers(float margin) const
{
    std::vector<Rect> result;
    for (const QRectF& cover : m_covered) {
        if (cover.isEmpty())
            continue;
        result.push_back(Rect{static_cast<float>(cover.left()), static_cast<float>(cover.top()), static_cast<float>(cover.right()),
                              static_cast<float>(cover.bottom())}.grownBy(margin));
    }
    return result;
}

bool GraphItem::isAllInSight() const
{
    if (!m_ground || m_ground->haze.isEmpty())
        return true;
    const Rect seen = m_camera.visibleWorld(4);
    const Haze& haze = m_ground->haze; // its world has four cells more than the nodes on every side
    const Rect all = haze.world.grownBy(-4 * haze.world.width() / static_cast<float>(haze.width));
    return seen.contains({all.left, all.top}) && seen.contains({all.right, all.bottom});
}

void GraphItem::lookAt(Point world, std::optional<float> zoom)
{
    m_flight.stop();
    m_followsGraph = false;
    Camera camera = m_camera;
    camera.centre = world;
    camera.zoom = std::clamp(zoom.value_or(camera.zoom), Camera::smallestZoom, Camera::largestZoom);
    setCamera(camera);
}

void GraphItem::setPainter(Painter painter)
{
    m_painter = painter;
    m_isListNew = true;
    polish();
    update();
}

bool GraphItem::usesRaster() const
{
    if (isSoftware())
        return true;
    return m_painter == Painter::raster || (m_painter == Painter::automatic && m_isRendererComputed);
}

void GraphItem::setCovered(const QList<QRectF>& covered)
{
    if (covered == m_covered)
        return;
    m_covered = covered;
    if (m_followsGraph && m_model && m_hasGraph) {
        m_flight.stop();
        setCamera(fittedToAll());
    }
    showAnew();
    emit coveredChanged();
}

void GraphItem::zoomIn() { zoomAbout({width() / 2, height() / 2}, 1.35); }
void GraphItem::zoomOut() { zoomAbout({width() / 2, height() / 2}, 1 / 1.35); }

void GraphItem::zoomAbout(QPointF place, double factor)
{
    const Camera& from = m_flight.state() == QAbstractAnimation::Running ? m_flightTo : m_camera;
    m_followsGraph = false;
    flyTo(from.zoomedAbout({static_cast<float>(place.x()), static_cast<float>(place.y())}, static_cast<float>(factor)));
}

void GraphItem::fit()
{
    if (!m_model)
        return;
    m_followsGraph = true;
    if (isLarge()) {
        const std::vector<Rect> shown = crowds(false);
        flyTo(shown.empty() ? fittedToAll() : fittedBoxes(shown));
        return;
    }
    std::vector<std::uint32_t> shown;
    for (std::uint32_t i = 0; i < m_model->positions().size(); ++i) {
        if (!m_model->state().isHidden(i))
            shown.push_back(i);
    }
    if (!shown.empty())
        flyTo(fitted(shown));
}

QRectF GraphItem::seen() const
{
    const Rect world = m_camera.visibleWorld();
    return {QPointF(world.left, world.top), QPointF(world.right, world.bottom)};
}

void GraphItem::showWorld(const QRectF& world)
{
    m_followsGraph = false;
    flyTo(m_camera.fittedTo({static_cast<float>(world.left()), static_cast<float>(world.top()), static_cast<float>(world.right()),
                             static_cast<float>(world.bottom())}, 0, Camera::largestZoom));
}

void GraphItem::centerOn(const QString& entity)
{
    const auto node = m_model ? m_model->indexOf(entity) : std::nullopt;
    if (!node)
        return;
    Camera camera = m_camera;
    camera.centre = m_model->positions()[*node];
    camera.zoom = std::max(camera.zoom, 0.9F);
    m_followsGraph = false;
    flyTo(camera);
}

void GraphItem::zoomToSelection()
{
    if (!m_model)
        return;
    const ViewState& state = m_model->state();
    std::vector<std::uint32_t> nodes;
    if (state.selectedNode) {
        const auto neighbours = m_model->scene().adjacency.of(*state.selectedNode);
        nodes.assign(neighbours.begin(), neighbours.end());
        nodes.push_back(*state.selectedNode);
    } else if (state.selectedPair) {
        const Pair& pair = m_model->scene().pairs.pairs[*state.selectedPair];
        nodes = {pair.source, pair.target};
    }
    if (nodes.empty())
        return;
    m_followsGraph = false;
    flyTo(fitted(nodes));
}

QPointF GraphItem::positionOf(const QString& entity) const
{
    const auto node = m_model ? m_model->indexOf(entity) : std::nullopt;
    if (!node || *node >= shownPositions().size())
        return {};
    const Point at = m_camera.toScreen(shownPositions()[*node]);
    return QPointF(at.x, at.y);
}

void GraphItem::geometryChange(const QRectF& now, const QRectF& before)
{
    QQuickItem::geometryChange(now, before);
    if (now.size() == before.size())
        return;
    m_camera = m_camera.resizedTo({static_cast<float>(now.width()), static_cast<float>(now.height())});
    m_flightTo = m_flightTo.resizedTo(m_camera.view);
    if (m_model && now.width() > 0 && now.height() > 0)
        m_model->setAspect(static_cast<float>(now.width() / now.height()));
    if (m_followsGraph && m_model && m_hasGraph) {
        m_flight.stop();
        m_camera = fittedToAll();
    }
    emit cameraChanged();
    showAnew();
}

void GraphItem::itemChange(ItemChange change, const ItemChangeData& data)
{
    QQuickItem::itemChange(change, data);
    if (change == ItemDevicePixelRatioHasChanged || change == ItemSceneChange || (change == ItemVisibleHasChanged && data.boolValue))
        showAnew();
}

void GraphItem::rebuildList()
{
    const std::size_t count = m_model ? m_model->scene().graph.nodes.size() : 0;
    const Detail* detail = isLarge() ? m_model->detail().get() : nullptr;
    if (!m_model || shownPositions().size() != count || (isLarge() && (!detail || detail->size() != count))) {
        m_list = {};
        return;
    }
    const Theme colours = theme();
    m_atlas.configure(m_fontFamily, pixelRatio(), colours);
    m_shown.focus = m_focus;
    const MeasureText measure = [this](const std::vector<std::string>& lines, LabelStyle style) { return m_atlas.measure(lines, style); };
    m_listGround = m_ground; // the list points into it
    const std::vector<Rect> covered = covers(0);
    m_list = displayList({m_model->scene(), shownPositions(), m_camera, m_model->state(), m_shown, colours, measure, m_listMargin, detail,
                          m_ground ? &m_ground->haze : nullptr, m_ground ? &m_ground->regions : nullptr, covered});
}

// Panning keeps the list until its margin is used up. While the zoom changes a margin would be made for nothing.
void GraphItem::refreshList()
{
    const Point moved = m_listCamera.toScreen(m_camera.centre) - m_camera.toScreen(m_camera.centre);
    const bool isSameZoom = m_camera.zoom == m_listCamera.zoom && m_camera.view == m_listCamera.view;
    if (!m_isListStale && isSameZoom && std::abs(moved.x) <= m_listMargin && std::abs(moved.y) <= m_listMargin)
        return;
    m_listMargin = isSameZoom ? panMargin : 0;
    rebuildList();
    m_listCamera = m_camera;
    m_isListStale = false;
    m_isListNew = true;
}

Still GraphItem::still()
{
    refreshList();
    const Point corner = onList({});
    return {m_list, QPointF(corner.x, corner.y), size(), theme(), m_fontFamily, m_listGround};
}

std::optional<std::uint32_t> GraphItem::nodeUnder(QPointF place)
{
    refreshList(); // an event may come before the frame that would do it
    return nodeAt(m_list, onList(place));
}

std::optional<std::uint32_t> GraphItem::pairUnder(QPointF place)
{
    refreshList();
    return pairAt(m_list, onList(place));
}

void GraphItem::updatePolish()
{
    refreshList();
    if (m_isListNew) {
        if (usesRaster()) {
            drawPicture();
        } else {
            m_quads = quadsOf(m_list, m_atlas, pixelRatio());
            m_areQuadsNew = true;
        }
    }
    m_isListNew = false;
    update();
}

void GraphItem::drawPicture()
{
    const double ratio = pixelRatio();
    const double margin = static_cast<double>(m_listMargin);
    const QSize size(static_cast<int>(std::ceil((width() + 2 * margin) * ratio)), static_cast<int>(std::ceil((height() + 2 * margin) * ratio)));
    if (size.isEmpty())
        return;
    if (m_picture.size() != size)
        m_picture = QImage(size, QImage::Format_RGB32);
    m_raster.draw(m_picture, m_list, m_atlas, ratio, {-m_listMargin, -m_listMargin}, theme().background);
    m_isPictureNew = true;
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

QSGNode* GraphItem::updatePaintNode(QSGNode* old, UpdatePaintNodeData*)
{
    learnRenderer();
    if (width() <= 0 || height() <= 0) {
        delete old;
        m_hazeShown = nullptr;
        return nullptr;
    }
    QSGNode* root = old ? old : new QSGNode;
    if (m_wasRaster != usesRaster() || !old) {
        m_wasRaster = usesRaster();
        m_hazeShown = nullptr;
        m_areQuadsNew = m_isPictureNew = true;
        while (QSGNode* child = root->firstChild()) {
            root->removeChildNode(child);
            delete child;
        }
    }
    return m_wasRaster ? paintPicture(root) : paintQuads(root);
}

QSGNode* GraphItem::paintPicture(QSGNode* root)
{
    if (m_picture.isNull())
        return root;
    auto* image = static_cast<QSGImageNode*>(root->firstChild());
    if (!image) {
        image = window()->createImageNode();
        image->setOwnsTexture(true);
        root->appendChildNode(image);
    }
    if (m_isPictureNew || !image->texture())
        image->setTexture(window()->createTextureFromImage(m_picture, QQuickWindow::TextureIsOpaque));
    m_isPictureNew = false;
    const Point corner = onList({});
    image->setRect(static_cast<double>(-corner.x - m_listMargin), static_cast<double>(-corner.y - m_listMargin),
                   m_picture.width() / pixelRatio(), m_picture.height() / pixelRatio());
    return root;
}

// Ground, haze, and above them the marks, which one matrix moves together.
QSGNode* GraphItem::paintQuads(QSGNode* root)
{
    auto* ground = static_cast<QSGRectangleNode*>(root->firstChild());
    if (!ground) {
        ground = window()->createRectangleNode();
        auto* mover = new QSGTransformNode;
        auto* veil = new QSGOpacityNode;
        mover->appendChildNode(veil);
        mover->appendChildNode(new MarksNode);
        ground->appendChildNode(mover);
        root->appendChildNode(ground);
        m_areQuadsNew = true;
    }
    ground->setRect(boundingRect());
    ground->setColor(background());
    auto* mover = static_cast<QSGTransformNode*>(ground->firstChild());
    auto* veil = static_cast<QSGOpacityNode*>(mover->firstChild());
    auto* marks = static_cast<MarksNode*>(mover->lastChild());
    const Haze* haze = m_list.haze ? m_list.haze->haze : nullptr;
    if (haze != m_hazeShown) {
        m_hazeShown = haze;
        if (QSGNode* image = veil->firstChild()) {
            veil->removeChildNode(image);
            delete image;
        }
        if (haze) {
            const QImage picture(reinterpret_cast<const uchar*>(haze->pixels.data()), haze->width, haze->height, QImage::Format_ARGB32_Premultiplied);
            auto* image = window()->createImageNode();
            image->setOwnsTexture(true);
            image->setFiltering(QSGTexture::Linear);
            image->setTexture(window()->createTextureFromImage(picture.copy(), QQuickWindow::TextureHasAlphaChannel));
            veil->appendChildNode(image);
        }
    }
    if (haze) {
        const Rect box = m_list.haze->box;
        static_cast<QSGImageNode*>(veil->firstChild())
            ->setRect(static_cast<double>(box.left), static_cast<double>(box.top), static_cast<double>(box.width()), static_cast<double>(box.height()));
        veil->setOpacity(static_cast<double>(m_list.haze->opacity));
    }
    marks->setLabels(window(), m_atlas.image(), m_atlas.revision());
    if (m_areQuadsNew) {
        marks->setQuads(m_quads);
        m_areQuadsNew = false;
    }
    QMatrix4x4 matrix;
    matrix.translate(-onList({}).x, -onList({}).y);
    mover->setMatrix(matrix);
    return root;
}

Point GraphItem::onList(QPointF place) const
{
    // On whole device pixels, so that text stays crisp while it is moved.
    const auto ratio = static_cast<float>(pixelRatio());
    const Point moved = m_listCamera.toScreen(m_camera.centre) - m_camera.toScreen(m_camera.centre);
    return {static_cast<float>(place.x()) + std::round(moved.x * ratio) / ratio,
            static_cast<float>(place.y()) + std::round(moved.y * ratio) / ratio};
}

} // namespace skein
