// SPDX-License-Identifier: GPL-3.0-or-later
// GraphItem's eye: where the camera is, where it flies to, and what fits into its view.
#include "graph-item.h"

#include <numeric>

namespace skein {

namespace {

constexpr float fitMargin = 12;
constexpr float largeFitMargin = 24; // where no names are counted
constexpr float coverMargin = 6;
constexpr float largestFit = 1.35F;
constexpr int fitRounds = 6;

Rect toRect(const QRectF& rect)
{
    return {static_cast<float>(rect.left()), static_cast<float>(rect.top()), static_cast<float>(rect.right()), static_cast<float>(rect.bottom())};
}

} // namespace

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

Camera GraphItem::fittedToAll() const
{
    if (isLarge())
        return m_model->detail() ? fittedCrowds(m_model->detail()->crowdsOfAll()) : m_camera;
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

Camera GraphItem::fittedCrowds(const std::vector<Rect>& crowds) const
{
    std::vector<Rect> boxes;
    for (const Rect& crowd : crowds)
        boxes.push_back(crowd.grownBy(30));
    return fittedBoxes(boxes);
}

std::vector<Rect> GraphItem::covers(float margin) const
{
    std::vector<Rect> result;
    for (const QRectF& cover : m_covered) {
        if (!cover.isEmpty())
            result.push_back(toRect(cover).grownBy(margin));
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

std::vector<Rect> GraphItem::nameless() const
{
    std::vector<Rect> result = covers(0);
    if (!m_veiled.isEmpty())
        result.push_back(toRect(m_veiled));
    return result;
}

void GraphItem::setVeiled(const QRectF& veiled)
{
    if (veiled == m_veiled)
        return;
    m_veiled = veiled;
    showAnew();
    emit coveredChanged();
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
        const bool isAnyShown = m_model->detail() && !m_model->detail()->crowds().empty();
        flyTo(isAnyShown ? fittedCrowds(m_model->detail()->crowds()) : fittedToAll());
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
    if (!node || !m_to || *node >= m_to->size())
        return {};
    const Point at = m_camera.toScreen(shownAt(*node));
    return QPointF(at.x, at.y);
}

void GraphItem::geometryChange(const QRectF& now, const QRectF& before)
{
    QQuickItem::geometryChange(now, before);
    update(); // it may now stand between pixels
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

} // namespace skein
