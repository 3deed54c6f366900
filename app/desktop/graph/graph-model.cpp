// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph-model.h"

#include "core/graph/layout/layout.h"
#include "core/graph/walk.h"

#include <QElapsedTimer>
#include <QPromise>
#include <QtConcurrent>

namespace skein {

namespace {

constexpr int detailPause = 80; // ms after a change of what is seen: the first frame of it has both cores
constexpr qint64 snapshotInterval = 250; // ms between two pictures of a layout under way

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

// Only for large graphs.
std::shared_ptr<const Detail> detailOf(const Scene& scene, const std::vector<Point>& positions, const std::vector<Presence>& nodes,
                                       const std::vector<Presence>& pairs)
{
    if (positions.size() < manyNodes)
        return {};
    return std::make_shared<const Detail>(Detail::Input{scene.pairs.pairs, scene.adjacency, positions, scene.importance, nodes, pairs});
}

// Nodes without a place around a neighbour that has one, else around the middle, in a spiral.
std::vector<Point> roughPlaces(const Scene& scene, const std::vector<std::optional<Point>>& places)
{
    constexpr float goldenAngle = 2.39996F;
    constexpr float step = 30;
    std::vector<Point> result;
    for (std::uint32_t i = 0; i < places.size(); ++i) {
        Point about;
        for (const std::uint32_t other : scene.adjacency.of(i)) {
            if (places[other])
                about = *places[other];
        }
        const float way = step * std::sqrt(static_cast<float>(i + 1));
        const float angle = goldenAngle * static_cast<float>(i);
        result.push_back(places[i].value_or(about + Point{way * std::cos(angle), way * std::sin(angle)}));
    }
    return result;
}

} // namespace

GraphModel::GraphModel(QObject* parent) : QObject(parent)
{
    m_detailSoon.setSingleShot(true);
    m_detailSoon.setInterval(detailPause);
    m_detailSoon.callOnTimeout(this, &GraphModel::refreshDetail);
    connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, this, [this](int value) {
        m_progress = value / 1000.0;
        emit layoutChanged();
    });
    connect(&m_watcher, &QFutureWatcherBase::resultReadyAt, this, [this] {
        if (!m_mailbox)
            return;
        std::unique_lock lock(m_mailbox->mutex);
        std::optional<Step> step = std::exchange(m_mailbox->step, std::nullopt);
        lock.unlock();
        if (step)
            takeStep(std::move(*step));
    });
    connect(&m_detailWatcher, &QFutureWatcherBase::finished, this, [this] {
        if (m_detailWatcher.future().resultCount() == 0)
            return;
        m_detail = m_detailWatcher.result();
        emit detailChanged();
    });
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        m_isLayingOut = false;
        m_progress = 1;
        emit layoutChanged();
    });
}

GraphModel::~GraphModel()
{
    if (m_cancel)
        m_cancel->raise();
}

void GraphModel::setPins(const std::vector<PlacedNode>& pins)
{
    m_pins.clear();
    for (const PlacedNode& pin : pins)
        m_pins[pin.id] = pin.position;
    std::vector<std::uint8_t>& isPinned = m_state.edit().isPinned;
    std::vector<Point>& positions = m_positions.edit();
    isPinned.clear();
    for (const auto& [id, at] : m_pins) {
        if (const auto node = scene().indexOf(id)) {
            isPinned.resize(positions.size(), 0);
            isPinned[*node] = 1;
            positions[*node] = at;
        }
    }
    emit pinsChanged();
    emit positionsChanged();
}

void GraphModel::setGraph(Graph graph, std::vector<PlacedNode> pins)
{
    setPins(pins);
    if (graph.nodes.empty())
        return show(std::make_shared<Scene>(), {});
    auto places = placesOf(graph);
    startLayout(std::move(graph), std::move(places), false);
}

void GraphModel::show(std::shared_ptr<const Scene> scene, std::vector<std::optional<Point>> places)
{
    for (const auto& [id, at] : m_pins) {
        if (const auto node = scene->indexOf(id))
            places[*node] = at;
    }
    if (!std::ranges::all_of(places, [](const std::optional<Point>& place) { return place.has_value(); }))
        return startLayout(std::move(scene), std::move(places), true);
    dropLayout();
    Step step{std::move(scene), {}, {}};
    step.positions.reserve(places.size());
    for (const std::optional<Point>& place : places)
        step.positions.push_back(*place);
    const bool isQuick = step.positions.size() < quickNodes;
    if (isQuick)
        step.detail = detailOf(*step.scene, step.positions, {}, {});
    takeStep(std::move(step));
    if (!isQuick)
        refreshDetail();
    emit layoutChanged();
}

void GraphModel::moveTo(const std::vector<std::optional<Point>>& places)
{
    dropLayout();
    std::vector<Point>& positions = m_positions.edit();
    for (std::uint32_t i = 0; i < places.size(); ++i) {
        if (places[i] && !isPinnedNode(i))
            positions[i] = *places[i];
    }
    m_detail.reset();
    if (positions.size() < quickNodes)
        m_detail = detailOf(scene(), positions, m_state->nodes, m_state->pairs);
    else
        refreshDetail();
    emit positionsChanged();
    emit layoutChanged();
}

// What the layout under way still says is not heard.
void GraphModel::dropLayout()
{
    cancelLayout();
    m_watcher.setFuture({});
    m_mailbox.reset();
    m_isLayingOut = false;
}

namespace {

// Calls act(i, k) for every node i of one graph that is node k of the other. Both are sorted by id.
template <typename Act>
void eachOfBoth(const std::vector<GraphNode>& nodes, const std::vector<GraphNode>& others, const Act& act)
{
    std::size_t k = 0;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        while (k < others.size() && others[k].id < nodes[i].id)
            ++k;
        if (k < others.size() && others[k].id == nodes[i].id)
            act(i, k);
    }
}

} // namespace

std::vector<std::optional<Point>> GraphModel::placesOf(const Graph& graph) const
{
    std::vector<std::optional<Point>> places(graph.nodes.size());
    eachOfBoth(graph.nodes, scene().graph.nodes, [&](std::size_t i, std::size_t k) { places[i] = positions()[k]; });
    return places;
}

std::vector<float> GraphModel::radiiIn(const Graph& graph) const
{
    if (m_state->sizes.empty())
        return {};
    std::vector<float> radii;
    radii.reserve(graph.nodes.size());
    for (const GraphNode& node : graph.nodes)
        radii.push_back(nodeRadius(node));
    eachOfBoth(graph.nodes, scene().graph.nodes, [&](std::size_t i, std::size_t k) { radii[i] = m_state->sizes[k]; });
    return radii;
}

void GraphModel::setTypeLabels(std::vector<std::pair<QString, QString>> labels)
{
    m_types.setLabels(std::move(labels));
}

void GraphModel::startLayout(Drawn drawn, std::vector<std::optional<Point>> places, bool keepsPlaces)
{
    dropLayout();
    m_cancel = std::make_shared<Cancel>();
    m_mailbox = std::make_shared<Mailbox>();
    LayoutRequest request;
    request.aspect = m_aspect;
    request.start = std::move(places);
    request.keepsPlaces = keepsPlaces;
    const auto* scene = std::get_if<std::shared_ptr<const Scene>>(&drawn);
    request.radii = radiiIn(scene ? (*scene)->graph : std::get<Graph>(drawn));
    m_isLayingOut = true;
    m_progress = 0;
    emit layoutChanged();
    // The watcher forgets the future it had: what an older layout still says is dropped.
    m_watcher.setFuture(QtConcurrent::run([request = std::move(request), drawn = std::move(drawn), pins = m_pins, mailbox = m_mailbox,
                                           cancel = m_cancel](QPromise<int>& promise) mutable {
        promise.setProgressRange(0, 1000);
        auto* ready = std::get_if<std::shared_ptr<const Scene>>(&drawn);
        const auto made = ready ? *ready : std::make_shared<const Scene>(sceneFrom(std::get<Graph>(std::move(drawn))));
        request.isPinned.assign(made->graph.nodes.size(), 0);
        for (const auto& [id, at] : pins) {
            if (const auto node = made->indexOf(id)) {
                request.isPinned[*node] = 1;
                request.start[*node] = at;
            }
        }
        int pictures = 0;
        const auto send = [&](std::vector<Point> positions) {
            Step step{made, std::move(positions), {}};
            step.detail = detailOf(*made, step.positions, {}, {});
            const std::scoped_lock lock(mailbox->mutex);
            mailbox->step = std::move(step);
            promise.addResult(pictures++);
        };
        QElapsedTimer sinceSnapshot;
        sinceSnapshot.start();
        qint64 pause = snapshotInterval;
        auto positions = layOut(
            made->graph, request, *cancel, [&](double share) { promise.setProgressValue(static_cast<int>(share * 1000)); },
            [&](const std::vector<Point>& soFar) {
                if (sinceSnapshot.elapsed() < pause)
                    return;
                QElapsedTimer cost;
                cost.start();
                send(soFar);
                pause = std::max(snapshotInterval, cost.elapsed() * 12); // pictures take a small share of the time
                sinceSnapshot.restart();
            });
        if (positions)
            send(*std::move(positions));
        else if (pictures == 0 && request.keepsPlaces) // stopped: what is new is shown all the same
            send(roughPlaces(*made, request.start));
    }));
}

void GraphModel::takeStep(Step step)
{
    const bool isNew = step.scene != m_scene;
    // Positions first: whoever hears of the new graph asks for them.
    if (isNew)
        takeScene(step.scene);
    for (const auto& [id, at] : m_pins) {
        if (const auto node = scene().indexOf(id))
            step.positions[*node] = at;
    }
    m_positions.put(std::move(step.positions));
    m_detailWatcher.setFuture({});
    m_detailSoon.stop();
    m_detail = std::move(step.detail);
    if (!m_state->nodes.empty() || !m_state->pairs.empty())
        refreshDetail(); // a layout does not know what is seen
    if (isNew)
        emit graphChanged();
    emit positionsChanged();
    if (isNew) {
        emit visibilityChanged();
        emit selectionChanged();
        emit hoverChanged();
    }
}

void GraphModel::refreshDetail()
{
    m_detailSoon.stop();
    if (positions().size() < manyNodes)
        return;
    m_detailWatcher.setFuture(QtConcurrent::run([scene = m_scene, at = m_positions.share(), state = m_state.share()] {
        return detailOf(*scene, *at, state->nodes, state->pairs);
    }));
}

void GraphModel::takeScene(std::shared_ptr<const Scene> made)
{
    const auto idAt = [&](std::uint32_t node) { return scene().graph.nodes[node].id; };
    std::optional<EntityId> selected;
    std::optional<std::pair<EntityId, EntityId>> selectedEnds;
    if (m_state->selectedNode)
        selected = idAt(*m_state->selectedNode);
    if (m_state->selectedPair) {
        const Pair& pair = scene().pairs.pairs[*m_state->selectedPair];
        selectedEnds.emplace(idAt(pair.source), idAt(pair.target));
    }
    m_scene = std::move(made);
    m_regions = {};
    m_walkOrigin.reset();
    m_dragged.reset();
    ViewState state;
    if (!m_pins.empty()) {
        state.isPinned.assign(scene().graph.nodes.size(), 0);
        for (const auto& [id, at] : m_pins) {
            if (const auto node = scene().indexOf(id))
                state.isPinned[*node] = 1;
        }
    }
    if (selected)
        state.selectedNode = scene().indexOf(*selected);
    if (selectedEnds) {
        const auto source = scene().indexOf(selectedEnds->first);
        const auto target = scene().indexOf(selectedEnds->second);
        if (source && target)
            state.selectedPair = scene().pairOf(*source, *target);
    }
    m_state.put(std::move(state));
    m_types.setKinds(scene().kinds);
    m_visibleNodes = nodeCount();
}

void GraphModel::setPresence(std::vector<Presence> nodes, std::vector<Presence> pairs)
{
    const auto fits = [](std::size_t given, std::size_t wanted) { return given == 0 || given == wanted; };
    if (!fits(nodes.size(), scene().graph.nodes.size()) || !fits(pairs.size(), scene().pairs.pairs.size()))
        return;
    m_visibleNodes = nodeCount() - static_cast<int>(std::count(nodes.begin(), nodes.end(), Presence::hidden));
    ViewState& state = m_state.edit();
    state.nodes = std::move(nodes);
    state.pairs = std::move(pairs);
    m_detailSoon.start();
    emit visibilityChanged();
}

void GraphModel::setLooks(std::vector<float> sizes, std::vector<Colour> fills)
{
    const auto fits = [&](std::size_t given) { return given == 0 || given == scene().graph.nodes.size(); };
    if (!fits(sizes.size()) || !fits(fills.size()))
        return;
    ViewState& state = m_state.edit();
    state.sizes = std::move(sizes);
    state.fills = std::move(fills);
    emit looksChanged();
}

void GraphModel::setRegions(Regions regions)
{
    if (!regions.groups.empty() && regions.groups.size() != scene().graph.nodes.size())
        return;
    m_regions = std::move(regions);
    emit looksChanged();
}

QString GraphModel::idOf(std::uint32_t node) const
{
    return text(toString(scene().graph.nodes[node].id));
}

std::optional<std::uint32_t> GraphModel::indexOf(const QString& entity) const
{
    const auto id = entityIdFrom(entity.toStdString());
    return id ? scene().indexOf(*id) : std::nullopt;
}

QString GraphModel::nameOf(const QString& entity) const
{
    const auto node = indexOf(entity);
    return node ? text(scene().graph.nodes[*node].name) : QString();
}

QString GraphModel::selectedEntity() const
{
    return m_state->selectedNode ? idOf(*m_state->selectedNode) : QString();
}

QString GraphModel::selectedName() const
{
    return m_state->selectedNode ? text(scene().graph.nodes[*m_state->selectedNode].name) : QString();
}

QString GraphModel::selectedEdgeSource() const
{
    if (!m_state->selectedPair)
        return {};
    const Pair& pair = scene().pairs.pairs[*m_state->selectedPair];
    return idOf(scene().graph.edges[scene().pairs.edges[pair.firstEdge]].source);
}

QString GraphModel::selectedEdgeTarget() const
{
    if (!m_state->selectedPair)
        return {};
    const Pair& pair = scene().pairs.pairs[*m_state->selectedPair];
    return idOf(scene().graph.edges[scene().pairs.edges[pair.firstEdge]].target);
}

QString GraphModel::hoveredEntity() const
{
    return m_state->hoveredNode ? idOf(*m_state->hoveredNode) : QString();
}

void GraphModel::select(const QString& entity)
{
    if (const auto node = indexOf(entity))
        selectNode(*node);
    else
        clearSelection();
}

void GraphModel::selectEdge(const QString& source, const QString& target)
{
    const auto a = indexOf(source);
    const auto b = indexOf(target);
    if (!a || !b)
        return;
    if (const auto pair = scene().pairOf(*a, *b))
        selectPair(*pair);
}

void GraphModel::selectNode(std::uint32_t node)
{
    m_walkOrigin = node;
    if (m_state->selectedNode == node)
        return;
    ViewState& state = m_state.edit();
    state.selectedNode = node;
    state.selectedPair.reset();
    emit selectionChanged();
    announceNode(node);
}

void GraphModel::selectPair(std::uint32_t pair)
{
    if (m_state->selectedPair == pair)
        return;
    ViewState& state = m_state.edit();
    state.selectedPair = pair;
    state.selectedNode.reset();
    m_walkOrigin.reset();
    emit selectionChanged();
    announcePair(pair);
}

void GraphModel::clearSelection()
{
    m_walkOrigin.reset();
    if (!m_state->selectedNode && !m_state->selectedPair)
        return;
    ViewState& state = m_state.edit();
    state.selectedNode.reset();
    state.selectedPair.reset();
    emit selectionChanged();
    announce(tr("Nothing selected"));
}

void GraphModel::activateSelected()
{
    if (m_state->selectedNode) {
        emit entityActivated(selectedEntity());
    } else if (m_state->selectedPair) {
        const Pair& pair = scene().pairs.pairs[*m_state->selectedPair];
        const GraphEdge& edge = scene().graph.edges[scene().pairs.edges[pair.firstEdge]];
        emit edgeActivated(idOf(edge.source), idOf(edge.target), text(scene().graph.relationOf(edge).id));
    }
}

void GraphModel::hover(std::optional<std::uint32_t> node, std::optional<std::uint32_t> pair)
{
    if (m_state->hoveredNode == node && m_state->hoveredPair == pair)
        return;
    ViewState& state = m_state.edit();
    state.hoveredNode = node;
    state.hoveredPair = pair;
    emit hoverChanged();
}

void GraphModel::highlight(const QStringList& entities)
{
    std::vector<std::uint32_t> nodes;
    for (const QString& entity : entities) {
        if (const auto node = indexOf(entity))
            nodes.push_back(*node);
    }
    light(std::move(nodes), {});
}

void GraphModel::light(std::vector<std::uint32_t> nodes, std::vector<std::uint32_t> pairs)
{
    const auto sortedSet = [](std::vector<std::uint32_t>& items, std::size_t limit) {
        std::erase_if(items, [&](std::uint32_t i) { return i >= limit; });
        std::sort(items.begin(), items.end());
        items.erase(std::unique(items.begin(), items.end()), items.end());
    };
    sortedSet(nodes, scene().graph.nodes.size());
    sortedSet(pairs, scene().pairs.pairs.size());
    ViewState& state = m_state.edit();
    state.litNodes = std::move(nodes);
    state.litPairs = std::move(pairs);
    emit highlightChanged();
}

void GraphModel::moveNode(std::uint32_t node, Point to)
{
    if (!m_dragged || m_dragged->first != node)
        m_dragged = {node, positions()[node]};
    m_positions.edit()[node] = to;
    if (isPinnedNode(node))
        m_pins[scene().graph.nodes[node].id] = to;
    emit nodeMoved();
}

void GraphModel::pinNode(std::uint32_t node)
{
    const Point at = positions()[node];
    m_pins[scene().graph.nodes[node].id] = at;
    std::vector<std::uint8_t>& isPinned = m_state.edit().isPinned;
    isPinned.resize(positions().size(), 0);
    isPinned[node] = 1;
    const Point before = m_dragged && m_dragged->first == node ? m_dragged->second : at;
    m_dragged.reset();
    refreshDetail(); // it may have been dragged here
    emit pinsChanged();
    emit pinChanged(idOf(node), QPointF(at.x, at.y), true, QPointF(before.x, before.y));
}

void GraphModel::pin(const QString& entity)
{
    if (const auto node = indexOf(entity))
        pinNode(*node);
}

void GraphModel::unpin(const QString& entity)
{
    const auto node = indexOf(entity);
    if (!node || !isPinnedNode(*node))
        return;
    const Point at = positions()[*node];
    m_state.edit().isPinned[*node] = 0;
    m_pins.erase(scene().graph.nodes[*node].id);
    emit pinsChanged();
    emit pinChanged(entity, QPointF(at.x, at.y), false, QPointF(at.x, at.y));
}

void GraphModel::unpinAll()
{
    for (std::uint32_t i = 0; i < m_state->isPinned.size(); ++i) {
        if (m_state->isPinned[i])
            unpin(idOf(i));
    }
}

bool GraphModel::isPinned(const QString& entity) const
{
    const auto node = indexOf(entity);
    return node && isPinnedNode(*node);
}

void GraphModel::relayout()
{
    if (!scene().graph.nodes.empty())
        startLayout(m_scene, std::vector<std::optional<Point>>(positions().size()), false);
}

void GraphModel::cancelLayout()
{
    if (m_cancel)
        m_cancel->raise();
}

void GraphModel::stepNeighbour(int by)
{
    if (!m_walkOrigin || !m_state->selectedNode)
        return;
    const std::uint32_t origin = *m_walkOrigin;
    std::vector<std::uint32_t> shown;
    for (const std::uint32_t other : scene().adjacency.of(origin)) {
        if (!m_state->isHidden(other))
            shown.push_back(other);
    }
    if (shown.empty())
        return;
    const auto count = static_cast<std::ptrdiff_t>(shown.size());
    const auto found = std::find(shown.begin(), shown.end(), *m_state->selectedNode);
    std::ptrdiff_t next = by > 0 ? 0 : count - 1;
    if (found != shown.end())
        next = ((found - shown.begin()) + by + count) % count;
    selectNode(shown[static_cast<std::size_t>(next)]);
    m_walkOrigin = origin;
}

void GraphModel::walk(double dx, double dy)
{
    if (positions().empty())
        return;
    if (m_state->selectedNode) {
        const Point direction{static_cast<float>(dx), static_cast<float>(dy)};
        if (const auto next = nodeTowards(scene(), positions(), state(), *m_state->selectedNode, direction))
            selectNode(*next);
        return;
    }
    if (const auto first = mostImportant(scene(), state()))
        selectNode(*first);
}

void GraphModel::announceNode(std::uint32_t node)
{
    const GraphNode& data = scene().graph.nodes[node];
    const std::uint32_t links = scene().adjacency.degree(node);
    const QString connections = links == 1 ? tr("1 connection") : tr("%1 connections").arg(links);
    announce(tr("%1, %2, %3").arg(text(data.name), text(data.type), connections));
}

void GraphModel::announcePair(std::uint32_t index)
{
    const Pair& pair = scene().pairs.pairs[index];
    const GraphEdge& edge = scene().graph.edges[scene().pairs.edges[pair.firstEdge]];
    const QString quotes = pair.claims == 1 ? tr("1 quote") : tr("%1 quotes").arg(pair.claims);
    announce(tr("%1 %2 %3, %4").arg(text(scene().graph.nodes[edge.source].name), text(scene().graph.relationOf(edge).label),
                                    text(scene().graph.nodes[edge.target].name), quotes));
}

void GraphModel::announce(const QString& words)
{
    m_announcement = words;
    emit announcementChanged();
}

} // namespace skein
