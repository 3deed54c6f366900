// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph-item.h"

#include "accessible-canvas.h"

namespace skein {

namespace {

constexpr int flightTime = 220; // ms; motion is short and has a purpose
constexpr int settleTime = 240;
constexpr int fadeTime = 130;
constexpr int calmTime = 150;   // without motion, until what is under the resting pointer is looked at again

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
    m_frameSoon.setSingleShot(true);
    m_frameSoon.callOnTimeout(this, &GraphItem::refreshFrame);
    m_framePool.setMaxThreadCount(1);
    m_framePool.setThreadPriority(QThread::HighPriority);
    m_flight.setDuration(flightTime);
    m_settling.setDuration(settleTime);
    m_fading.setDuration(fadeTime);
    connect(&m_flight, &QVariantAnimation::valueChanged, this,
            [this](const QVariant& share) { setCamera(m_flightFrom.towards(m_flightTo, share.toFloat())); });
    connect(&m_settling, &QVariantAnimation::valueChanged, this, [this](const QVariant& share) {
        m_way = share.toFloat();
        showAnew();
    });
    connect(&m_settling, &QVariantAnimation::finished, this, [this] {
        m_from.reset();
        if (!isLarge())
            refreshGround(); // a large graph's was begun with the way
        showAnew();
    });
    m_calm.setSingleShot(true);
    m_calm.setInterval(calmTime);
    connect(&m_calm, &QTimer::timeout, this, [this] {
        if (m_frame.camera != m_camera)
            showAnew(); // it may be stretched, and labels that have come to lie across an edge find better places
        if (m_hoverPlace.x() >= 0 && m_drag == Drag::none)
            hoverAt(m_hoverPlace);
    });
    connect(this, &GraphItem::cameraChanged, this, &GraphItem::sightChanged);
    connect(this, &GraphItem::groundChanged, this, &GraphItem::sightChanged);
    connect(this, &GraphItem::themeChanged, this, &GraphItem::refreshGround);
    connect(&m_groundWatcher, &QFutureWatcherBase::finished, this, [this] {
        m_ground = m_groundWatcher.result();
        emit groundChanged();
        showAnew();
        if (std::exchange(m_isGroundStale, false))
            refreshGround();
    });
    connect(&m_frameWatcher, &QFutureWatcherBase::finished, this, [this] {
        takeFrame(m_frameWatcher.future().takeResult());
        polish(); // what came up meanwhile
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

GraphItem::~GraphItem()
{
    m_frameWatcher.waitForFinished(); // it sets type, which must not outlive the application
}

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
            m_from.reset();
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
            if (m_from && m_settling.state() != QAbstractAnimation::Running)
                m_settling.start(); // it waited for this
            if (std::exchange(m_isToBeFitted, false) && m_followsGraph)
                setCamera(fittedToAll());
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

// The camera goes to a new graph while the graph goes to its new places.
void GraphItem::settle()
{
    if (!m_model)
        return;
    const bool isFirst = !m_hasGraph;
    const bool isSame = m_to && m_standing == m_model->sharedScene() && m_to->size() == m_model->positions().size();
    // The steps of a layout of a large graph are a motion of their own.
    if (m_reducedMotion || !isSame || !isVisible() || (isLarge() && m_model->isLayingOut())) {
        takePositions();
    } else {
        auto from = std::make_shared<std::vector<Point>>();
        from->reserve(m_to->size());
        for (std::uint32_t i = 0; i < m_to->size(); ++i)
            from->push_back(shownAt(i));
        m_from = std::move(from);
        m_to = m_model->sharedPositions();
        m_way = 0;
        m_settling.stop();
        if (!isLarge() || m_model->detail())
            m_settling.start();
        if (isLarge() && m_model->detail())
            refreshGround();
    }
    m_isToBeFitted = isLarge() && !m_model->detail();
    if (!m_followsGraph || m_isToBeFitted)
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
    m_from.reset();
    m_standing = m_model ? m_model->sharedScene() : nullptr;
    m_to = m_model ? m_model->sharedPositions() : nullptr;
    m_hasGraph = m_to && !m_to->empty();
    if (m_drag != Drag::node)
        refreshGround();
    showAnew();
}

Point GraphItem::shownAt(std::uint32_t node) const
{
    return m_from ? (*m_from)[node] * (1 - m_way) + (*m_to)[node] * m_way : (*m_to)[node];
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

} // namespace skein
