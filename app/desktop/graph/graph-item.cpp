// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph-item.h"

#include "marks-node.h"

#include <QPainter>
#include <QQuickWindow>
#include <QSGImageNode>
#include <QSGRectangleNode>
#include <QSGRendererInterface>

#include <numeric>

namespace skein {

namespace {

constexpr int flightTime = 220; // ms; motion is short and has a purpose
constexpr int settleTime = 240;
constexpr int fadeTime = 130;
constexpr float panMargin = 256; // pixels drawn around the view
constexpr float fitMargin = 36;
constexpr qreal coverMargin = 6;
constexpr float largestFit = 1.35F;
constexpr std::size_t manyNodes = 2000; // from here on the index is worth its making

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
        m_isIndexed = false;
        showAnew();
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
        connect(model, &GraphModel::looksChanged, this, &GraphItem::showAnew);
        connect(model, &GraphModel::visibilityChanged, this, [this] {
            focusChanged();
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
    const bool isSameGraph = m_positions.size() == m_model->positions().size();
    const bool isFirst = m_positions.empty();
    if (m_reducedMotion || !isSameGraph || !isVisible()) {
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
    m_positions = m_model ? m_model->positions() : std::vector<Point>{};
    m_isIndexed = false;
    showAnew();
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

Camera GraphItem::fittedToAll() const
{
    std::vector<std::uint32_t> all(m_model->positions().size());
    std::iota(all.begin(), all.end(), 0U);
    return fitted(all);
}

Camera GraphItem::fitted(const std::vector<std::uint32_t>& nodes) const
{
    std::vector<Rect> boxes;
    for (const std::uint32_t i : nodes)
        boxes.push_back(footprint(m_model->scene().graph.nodes[i]).movedBy(m_model->positions()[i]));
    std::vector<Rect> covered;
    for (const QRectF& cover : m_covered) {
        const QRectF room = cover.adjusted(-coverMargin, -coverMargin, coverMargin, coverMargin);
        covered.push_back({static_cast<float>(room.left()), static_cast<float>(room.top()), static_cast<float>(room.right()),
                           static_cast<float>(room.bottom())});
    }
    return m_camera.fittedBeside(covered, boxes, fitMargin, largestFit);
}

void GraphItem::setCovered(const QList<QRectF>& covered)
{
    if (covered == m_covered)
        return;
    m_covered = covered;
    if (m_followsGraph && m_model && !m_positions.empty()) {
        m_flight.stop();
        setCamera(fittedToAll());
    }
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
    std::vector<std::uint32_t> shown;
    for (std::uint32_t i = 0; i < m_model->positions().size(); ++i) {
        if (!m_model->state().isHidden(i))
            shown.push_back(i);
    }
    m_followsGraph = true;
    if (!shown.empty())
        flyTo(fitted(shown));
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
    if (!node || *node >= m_positions.size())
        return {};
    const Point at = m_camera.toScreen(m_positions[*node]);
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
    if (m_followsGraph && m_model && !m_positions.empty()) {
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
    if (!m_model || m_positions.size() != m_model->scene().graph.nodes.size()) {
        m_list = {};
        return;
    }
    const Scene& scene = m_model->scene();
    const bool isLarge = scene.graph.nodes.size() > manyNodes;
    if (isLarge && !m_isIndexed) {
        std::vector<GridIndex::Segment> segments;
        for (const Point& p : m_positions)
            segments.push_back({p, p});
        m_nodeIndex = GridIndex(std::move(segments));
        segments.clear();
        for (const Pair& pair : scene.pairs.pairs)
            segments.push_back({m_positions[pair.source], m_positions[pair.target]});
        m_pairIndex = GridIndex(std::move(segments));
        m_isIndexed = true;
    }
    const Theme colours = theme();
    m_atlas.configure(m_fontFamily, pixelRatio(), colours);
    m_shown.focus = m_focus;
    const MeasureText measure = [this](const std::vector<std::string>& lines, LabelStyle style) { return m_atlas.measure(lines, style); };
    m_list = displayList({scene, m_positions, m_camera, m_model->state(), m_shown, colours, measure, panMargin, isLarge ? &m_nodeIndex : nullptr,
                          isLarge ? &m_pairIndex : nullptr});
}

// Panning keeps the list until its margin is used up.
void GraphItem::refreshList()
{
    const Point moved = m_listCamera.toScreen(m_camera.centre) - m_camera.toScreen(m_camera.centre);
    const bool isPan = m_camera.zoom == m_listCamera.zoom && m_camera.view == m_listCamera.view && std::abs(moved.x) < panMargin &&
                       std::abs(moved.y) < panMargin;
    if (!m_isListStale && isPan)
        return;
    rebuildList();
    m_listCamera = m_camera;
    m_isListStale = false;
    m_isListNew = true;
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
    if (m_isListNew && !isSoftware()) {
        m_quads = quadsOf(m_list, m_atlas, pixelRatio());
        m_areQuadsNew = true;
    }
    m_isListNew = false;
    if (isSoftware() && width() > 0 && height() > 0) {
        const double ratio = pixelRatio();
        const QSize size(static_cast<int>(std::ceil(width() * ratio)), static_cast<int>(std::ceil(height() * ratio)));
        if (m_picture.size() != size)
            m_picture = QImage(size, QImage::Format_ARGB32_Premultiplied);
        m_picture.setDevicePixelRatio(ratio);
        m_picture.fill(background());
        QPainter painter(&m_picture);
        painter.translate(QPointF(onList({}).x, onList({}).y) * -1);
        paint(painter, m_list, m_atlas, ratio);
    }
    update();
}

QSGNode* GraphItem::updatePaintNode(QSGNode* old, UpdatePaintNodeData*)
{
    if (width() <= 0 || height() <= 0) {
        delete old;
        return nullptr;
    }
    if (isSoftware()) {
        auto* image = static_cast<QSGImageNode*>(old);
        if (!image) {
            image = window()->createImageNode();
            image->setOwnsTexture(true);
        }
        image->setTexture(window()->createTextureFromImage(m_picture));
        image->setRect(0, 0, m_picture.width() / pixelRatio(), m_picture.height() / pixelRatio());
        return image;
    }
    auto* ground = static_cast<QSGRectangleNode*>(old);
    if (!ground) {
        ground = window()->createRectangleNode();
        auto* mover = new QSGTransformNode;
        mover->appendChildNode(new MarksNode);
        ground->appendChildNode(mover);
        m_areQuadsNew = true;
    }
    ground->setRect(boundingRect());
    ground->setColor(background());
    auto* mover = static_cast<QSGTransformNode*>(ground->firstChild());
    auto* marks = static_cast<MarksNode*>(mover->firstChild());
    marks->setLabels(window(), m_atlas.image(), m_atlas.revision());
    if (m_areQuadsNew) {
        marks->setQuads(m_quads);
        m_areQuadsNew = false;
    }
    QMatrix4x4 matrix;
    matrix.translate(-onList({}).x, -onList({}).y);
    mover->setMatrix(matrix);
    return ground;
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
