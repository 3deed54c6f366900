// SPDX-License-Identifier: GPL-3.0-or-later
// The picture and the steps; the verbs are in exploration-verbs.cpp.
#include "app/desktop/explore/exploration.h"

#include "app/desktop/convert.h"

#include <QtConcurrent>

#include <algorithm>

namespace {

// Up to this size how everything is seen is computed at once: the first frame of a new picture is right.
constexpr std::size_t fewThings = 20'000;

using Places = std::vector<skein::PlacedNode>;

// Of a node that both know, the place that `first` knows.
Places united(const Places& first, const Places& second)
{
    Places all;
    all.reserve(std::max(first.size(), second.size()));
    std::ranges::set_union(first, second, std::back_inserter(all), {}, &skein::PlacedNode::id, &skein::PlacedNode::id);
    return all;
}

// Beside the graph's nodes.
std::vector<std::optional<skein::Point>> placesBeside(const skein::Graph& graph, const Places& places)
{
    std::vector<std::optional<skein::Point>> at;
    at.reserve(graph.nodes.size());
    auto known = places.begin();
    for (const auto& node : graph.nodes) { // both by id
        while (known != places.end() && known->id < node.id)
            ++known;
        at.push_back(known != places.end() && known->id == node.id ? std::optional(known->position) : std::nullopt);
    }
    return at;
}

} // namespace

Exploration::Exploration(Session& session, History& history, Notice& notice, skein::GraphModel& graph, QObject* parent)
    : QObject(parent), m_session(session), m_history(history), m_notice(notice), m_graph(graph), m_filters(*this),
      m_views(*this, session, history, notice),
      m_chips({{"text", [](const Chip& chip) { return chip.text; }}, {"what", [](const Chip& chip) { return chip.what; }}}),
      m_growth({{"relation", [](const GrowthRow& row) { return row.relation; }},
                {"label", [](const GrowthRow& row) { return row.label; }},
                {"fresh", [](const GrowthRow& row) { return row.fresh; }}})
{
    connect(&m_graph, &skein::GraphModel::graphChanged, this, &Exploration::takePicture);
    connect(&m_graph, &skein::GraphModel::layoutChanged, this, &Exploration::keepPlaces);
    connect(&m_graph, &skein::GraphModel::pinChanged, this, &Exploration::takePin);
    connect(&m_views, &SavedViews::settledChanged, this, &Exploration::settledChanged);
    connect(&m_views, &SavedViews::changed, this, &Exploration::viewChanged);
    connect(&m_filters, &Filters::counted, this, &Exploration::settledChanged);
    connect(this, &Exploration::tabChanged, this, [this] { m_filters.setWatched(m_tab == FilterTab); });
}

Exploration::~Exploration() = default;

QString Exploration::title() const
{
    if (!m_views.openName().isEmpty())
        return m_views.openName();
    if (isWhole())
        return tr("Whole library");
    const auto& start = m_view.contents.start;
    return start ? tr("From %1").arg(nameOf(*start)) : tr("Part of the library");
}

QString Exploration::shownText() const
{
    const auto all = m_library->graph.nodes.size();
    return m_shownCount == all ? QString() : tr("%L1 of %L2").arg(m_shownCount).arg(all);
}

QString Exploration::nameOf(skein::EntityId entity) const
{
    const auto index = skein::indexOf(m_library->graph, entity);
    return index ? qstring(m_library->graph.nodes[*index].name) : QString();
}

void Exploration::setTab(Tab tab)
{
    if (tab == m_tab)
        return;
    m_tab = tab;
    emit tabChanged();
}

void Exploration::openTab(Tab tab)
{
    setTab(m_tab == tab ? NoTab : tab);
}

bool Exploration::isBusy() const
{
    return m_isMaking || m_isSeeing || m_writing > 0 || m_views.isBusy() || m_filters.isCounting();
}

// ---- the picture ----

void Exploration::clear()
{
    ++m_contentsTicket;
    m_isMaking = false;
    m_view = {};
    m_library = std::make_shared<skein::Scene>();
    m_libraryPlaces.clear();
    m_libraryPins.clear();
    m_ground = std::make_shared<Places>();
    m_isNew = true;
    m_isFirstFill = false;
    m_arranged = 0;
    m_wantsSeen.reset();
    m_views.clear();
    m_views.load();
    m_graph.setPins({});
    makeChips();
    emit viewChanged();
}

void Exploration::setLibrary(std::shared_ptr<const skein::Scene> library, std::vector<skein::PlacedNode> pins, Places positions)
{
    if (!m_isNew)
        m_ground = std::make_shared<Places>(placesNow());
    m_library = std::move(library);
    if (std::exchange(m_isNew, false)) {
        m_isFirstFill = m_library->graph.nodes.empty();
        m_arranged = m_library->graph.nodes.size();
        m_libraryPlaces = std::move(positions);
        m_libraryPins = std::move(pins);
        m_ground = std::make_shared<Places>(m_libraryPlaces);
        m_view.pins = m_libraryPins;
        m_graph.setPins(m_view.pins);
    }
    m_cause = 0;
    m_standing.reset();
    makeChips(); // names may be others
    emit libraryChanged();
    makeContents();
    emit viewChanged();
}

bool Exploration::settleGrowth()
{
    const auto count = m_library->graph.nodes.size();
    if (count == 0)
        return false;
    if (std::exchange(m_isFirstFill, false)) {
        m_arranged = count;
        if (isWhole()) {
            m_cause = 0;
            m_standing = std::make_shared<const Places>(placesNow());
            m_graph.relayout();
        }
        return false;
    }
    const bool isMuch = count * 2 > m_arranged * 3;
    if (isMuch)
        m_arranged = count; // said once
    return isMuch;
}

void Exploration::stopLayout()
{
    if (!m_graph.isLayingOut())
        return;
    if (const auto standing = std::exchange(m_standing, nullptr))
        m_graph.moveTo(placesBeside(m_graph.scene().graph, *standing));
    else
        m_graph.cancelLayout();
}

Exploration::Places Exploration::placesNow() const
{
    if (m_isPictureWhole != isWhole() || m_graph.positions().empty())
        return *m_ground;
    Places now;
    const auto& nodes = m_graph.scene().graph.nodes;
    now.reserve(nodes.size());
    for (std::size_t i = 0; i < nodes.size(); ++i)
        now.push_back({nodes[i].id, m_graph.positions()[i]});
    return united(now, *m_ground);
}

void Exploration::makeContents()
{
    const auto ticket = ++m_contentsTicket;
    const auto& contents = m_view.contents;
    if (contents.isWhole && contents.collapsed.empty()) {
        m_isMaking = false;
        return present(m_library, {});
    }
    m_isMaking = true;
    emit settledChanged();
    QtConcurrent::run([library = m_library, contents] {
        auto graph = contents.isWhole ? library->graph
                                      : skein::subgraph(library->graph, skein::indicesOf(library->graph, contents.entities));
        auto made = folded(std::move(graph), contents.collapsed);
        return std::pair(std::make_shared<const skein::Scene>(skein::sceneFrom(std::move(made.graph))), std::move(made.folding));
    }).then(this, [this, ticket](std::pair<std::shared_ptr<const skein::Scene>, Folding> made) {
        if (ticket != m_contentsTicket)
            return;
        m_isMaking = false;
        present(std::move(made.first), std::move(made.second));
        emit settledChanged();
    });
}

void Exploration::present(std::shared_ptr<const skein::Scene> scene, Folding folding)
{
    auto at = placesBeside(scene->graph, *m_ground);
    const bool isHere = scene == m_graph.sharedScene();
    m_isNextWhole = isWhole();
    m_next = scene;
    m_nextFolding = std::move(folding);
    m_graph.show(std::move(scene), std::move(at));
    if (isHere)
        takePicture();
    emit contentsChanged();
}

// The GraphModel has taken a picture.
void Exploration::takePicture()
{
    m_isPictureWhole = m_isNextWhole;
    if (m_graph.sharedScene() == m_next && m_folding != m_nextFolding) {
        m_folding = m_nextFolding;
        emit foldingChanged();
    }
    const auto& scene = m_graph.scene();
    if (scene.graph.nodes.size() + scene.graph.edges.size() <= fewThings) {
        ++m_seenTicket;
        m_isSeeing = false;
        showSeen(skein::seenIn(scene.graph, scene.pairs, scene.adjacency, m_view));
    } else {
        updateSeen();
    }
    m_filters.refresh();
    lookWhereWanted();
}

void Exploration::lookWhereWanted()
{
    if (const auto seen = std::exchange(m_wantsSeen, {}))
        seen->isEmpty() ? emit fitAsked() : emit seenAsked(*seen);
}

void Exploration::updateSeen()
{
    m_isSeeing = true;
    emit settledChanged();
    QtConcurrent::run([scene = m_graph.sharedScene(), filter = m_view.filter, focus = m_view.focus, hidesRest = m_view.hidesRest,
                       hidden = m_view.contents.hidden, stopped = m_view.contents.stopped] {
        skein::GraphView view{.filter = filter, .focus = focus, .hidesRest = hidesRest};
        view.contents.hidden = hidden;
        view.contents.stopped = stopped;
        return std::pair(scene, skein::seenIn(scene->graph, scene->pairs, scene->adjacency, view));
    }).then(this, [this, ticket = ++m_seenTicket](std::pair<std::shared_ptr<const skein::Scene>, skein::Seen> seen) {
        if (ticket != m_seenTicket)
            return;
        m_isSeeing = false;
        if (seen.first == m_graph.sharedScene())
            showSeen(std::move(seen.second));
        emit settledChanged();
    });
}

void Exploration::showSeen(skein::Seen seen)
{
    m_shownCount = seen.shown;
    m_graph.setPresence(std::move(seen.nodes), std::move(seen.pairs));
    emit seenChanged();
}

// ---- what the library keeps ----

template <typename Write>
void Exploration::write(Write function)
{
    ++m_writing;
    emit settledChanged();
    m_session.writer.run(std::move(function)).then(this, [this](skein::Result<void> done) {
        --m_writing;
        if (!done)
            emit failed(done.error());
        emit settledChanged();
    });
}

// The library's own picture is stored whenever it has come to rest: it opens as it was left.
void Exploration::keepPlaces()
{
    const bool isHome = m_isPictureWhole && isWhole() && m_view.layout == skein::LayoutKind::force;
    if (m_isNew || !isHome || m_graph.isLayingOut() || m_graph.nodeCount() == 0)
        return;
    auto all = placesNow();
    Places changed;
    auto known = m_libraryPlaces.begin();
    for (const auto& place : all) {
        while (known != m_libraryPlaces.end() && known->id < place.id)
            ++known;
        if (known == m_libraryPlaces.end() || *known != place)
            changed.push_back(place);
    }
    if (changed.empty())
        return;
    m_libraryPlaces = std::move(all);
    write([changed = std::move(changed)](skein::Library& library) { return library.setPositions(changed); });
}

// The pins of the whole library are the library's; what was grown has its own.
void Exploration::keepPins()
{
    if (!isWhole() || m_view.pins == m_libraryPins)
        return;
    const auto before = std::exchange(m_libraryPins, m_view.pins);
    write([before, after = m_libraryPins](skein::Library& library) -> skein::Result<void> {
        for (const auto& pin : before) {
            if (!std::ranges::binary_search(after, pin.id, {}, &skein::PlacedNode::id)) {
                if (auto done = library.setPin(pin.id, {}); !done)
                    return done;
            }
        }
        for (const auto& pin : after) {
            if (auto done = library.setPin(pin.id, pin.position); !done)
                return done;
        }
        return {};
    });
}

// ---- steps ----

void Exploration::perform(const QString& text, const std::function<void(skein::GraphView&)>& change, const QString& series)
{
    Moment after{.view = m_view, .name = m_views.openName()};
    change(after.view);
    if (after.view != m_view)
        record(text, std::move(after), !after.view.contents.hasNodesOf(m_view.contents), series);
}

void Exploration::performMove(const QString& text, const std::function<void(skein::GraphView&)>& change, const Places& places)
{
    Moment after{.view = m_view, .name = m_views.openName(), .ground = std::make_shared<const Places>(places), .isPartial = true};
    change(after.view);
    record(text, std::move(after), true, {});
}

// Undone, the view is what it was; where the step changes what stands where (`keepsGround`), so is every place.
void Exploration::record(const QString& text, Moment after, bool keepsGround, const QString& series)
{
    struct Step {
        Moment before;
        Moment after;
    };
    auto step = std::make_shared<Step>(Step{{.view = m_view, .name = m_views.openName()}, std::move(after)});
    if (keepsGround)
        step->before.ground = std::make_shared<const Places>(placesNow());
    if (step->after.seen)
        step->before.seen = m_seen;
    m_history.push({text,
                    [this, step, keepsGround, text] {
                        if (keepsGround)
                            step->after.ground = std::make_shared<const Places>(placesNow());
                        enter(step->before);
                        emit said(tr("Undone: %1").arg(text));
                    },
                    [this, step, text] {
                        enter(step->after);
                        emit said(text);
                    }},
                   series);
    enter(step->after);
    if (series.isEmpty())
        emit said(text);
}

void Exploration::enter(Moment moment)
{
    const bool isOther = !moment.view.contents.hasNodesOf(m_view.contents);
    const bool arePinsOther = moment.view.pins != m_view.pins;
    const bool isSeenOther = moment.view.filter != m_view.filter || moment.view.focus != m_view.focus ||
                             moment.view.hidesRest != m_view.hidesRest || moment.view.contents != m_view.contents;
    const bool isOtherGround = moment.view.contents.isWhole != isWhole();
    if (isOther || moment.ground || moment.view.layout != m_view.layout) {
        m_cause = m_history.stamp();
        m_standing.reset();
    }
    if (moment.ground)
        m_ground = moment.isPartial ? std::make_shared<const Places>(united(*moment.ground, placesNow())) : moment.ground;
    else if (isOtherGround)
        m_ground = std::make_shared<const Places>(moment.view.contents.isWhole ? m_libraryPlaces : Places());
    else if (isOther)
        m_ground = std::make_shared<const Places>(placesNow());
    m_view = std::move(moment.view);
    m_wantsSeen = moment.seen;
    m_views.setOpenName(moment.name);
    makeChips();
    if (arePinsOther)
        m_graph.setPins(m_view.pins);
    if (isOther) {
        makeContents();
    } else {
        if (moment.ground)
            m_graph.moveTo(placesBeside(m_graph.scene().graph, *m_ground));
        if (isSeenOther) {
            updateSeen();
            m_filters.refresh();
        }
        lookWhereWanted();
    }
    keepPins();
    emit viewChanged();
}

void Exploration::takePin(const QString& entity, QPointF place, bool isPinned, QPointF before)
{
    const auto id = skein::entityIdFrom(utf8(entity));
    if (!id)
        return;
    Moment after{.view = m_view, .name = m_views.openName()};
    std::erase_if(after.view.pins, [&](const auto& pin) { return pin.id == *id; });
    if (isPinned) {
        after.view.pins.push_back({*id, {float(place.x()), float(place.y())}});
        std::ranges::sort(after.view.pins, {}, &skein::PlacedNode::id);
    }
    auto step = std::make_shared<std::pair<Moment, Moment>>(Moment{.view = m_view, .name = after.name}, std::move(after));
    step->first.ground = std::make_shared<const Places>(Places{{*id, {float(before.x()), float(before.y())}}});
    step->first.isPartial = step->second.isPartial = true;
    step->second.ground = std::make_shared<const Places>(Places{{*id, {float(place.x()), float(place.y())}}});
    const auto name = nameOf(*id);
    m_history.push({isPinned ? tr("Pin %1").arg(name) : tr("Unpin %1").arg(name), [this, step] { enter(step->first); },
                    [this, step] { enter(step->second); }});
    m_view = step->second.view;
    keepPins();
    emit viewChanged();
}
