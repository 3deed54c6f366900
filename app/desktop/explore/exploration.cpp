// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/explore/exploration.h"

#include "app/desktop/convert.h"
#include "core/graph/view/contents.h"

#include <QtConcurrent>

#include <algorithm>

namespace {

constexpr std::uint32_t firstNeighbours = 24; // of what a picture starts from

} // namespace

Exploration::Exploration(Session& session, History& history, skein::GraphModel& graph, QObject* parent)
    : QObject(parent), m_session(session), m_history(history), m_graph(graph),
      m_chips({{"text", [](const Chip& chip) { return chip.text; }}, {"what", [](const Chip& chip) { return chip.what; }}})
{
    connect(&m_graph, &skein::GraphModel::layoutChanged, this, &Exploration::keepPlaces);
    connect(&m_graph, &skein::GraphModel::pinChanged, this, &Exploration::takePin);
}

Exploration::~Exploration() = default;

QString Exploration::title() const
{
    if (isWhole())
        return tr("Whole library");
    const auto& start = m_view.contents.start;
    return start ? tr("From %1").arg(nameOf(*start)) : tr("Part of the library");
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

// ---- the library and the picture of it ----

void Exploration::clear()
{
    ++m_ticket;
    m_isMaking = false;
    m_view = {};
    m_library = std::make_shared<skein::Scene>();
    m_libraryPlaces.clear();
    m_libraryPins.clear();
    m_isFirstFill = false;
    m_isNew = true;
    m_arranged = 0;
    makeChips();
    emit viewChanged();
}

void Exploration::setLibrary(std::shared_ptr<const skein::Scene> library, std::vector<skein::PlacedNode> pins, Places positions)
{
    m_library = std::move(library);
    if (std::exchange(m_isNew, false)) {
        m_isFirstFill = m_library->graph.nodes.empty();
        m_arranged = m_library->graph.nodes.size();
        m_libraryPlaces = std::move(positions);
        m_libraryPins = std::move(pins);
        m_view.pins = m_libraryPins;
        m_graph.setPins(m_view.pins);
    }
    emit libraryChanged();
    makeContents(*placesNow());
    emit viewChanged();
}

bool Exploration::settleGrowth()
{
    const auto count = m_library->graph.nodes.size();
    const bool isMuch = count * 2 > m_arranged * 3;
    if (std::exchange(m_isFirstFill, m_isFirstFill && count == 0) && count > 0) {
        m_arranged = count;
        if (m_isPicturePlain)
            m_graph.relayout();
        return false;
    }
    if (isMuch)
        m_arranged = count;
    return isMuch;
}

std::shared_ptr<const Exploration::Places> Exploration::placesNow() const
{
    auto now = std::make_shared<Places>();
    const auto& nodes = m_graph.scene().graph.nodes;
    if (m_isPicturePlain == isWhole()) {
        now->reserve(nodes.size());
        for (std::size_t i = 0; i < nodes.size(); ++i)
            now->push_back({nodes[i].id, m_graph.positions()[i]});
    }
    if (!isWhole())
        return now;
    auto all = std::make_shared<Places>(); // nodes of the library that are not drawn at present have their places, too
    all->reserve(std::max(now->size(), m_libraryPlaces.size()));
    std::ranges::set_union(*now, m_libraryPlaces, std::back_inserter(*all), {}, &skein::PlacedNode::id, &skein::PlacedNode::id);
    return all;
}

void Exploration::makeContents(const Places& places)
{
    const auto ticket = ++m_ticket;
    if (isWhole()) { // what is collapsed: contraction.h comes in here, and below
        m_isMaking = false;
        m_isPicturePlain = true;
        return present(m_library, places);
    }
    m_isMaking = true;
    emit settledChanged();
    QtConcurrent::run([library = m_library, contents = m_view.contents] {
        const auto nodes = skein::indicesOf(library->graph, contents.entities);
        return std::make_shared<const skein::Scene>(skein::sceneFrom(skein::subgraph(library->graph, nodes)));
    }).then(this, [this, ticket, places](std::shared_ptr<const skein::Scene> scene) {
        if (ticket != m_ticket)
            return;
        m_isMaking = false;
        m_isPicturePlain = false;
        present(std::move(scene), places);
        emit settledChanged();
    });
}

void Exploration::present(std::shared_ptr<const skein::Scene> scene, const Places& places)
{
    std::vector<std::optional<skein::Point>> at;
    at.reserve(scene->graph.nodes.size());
    auto known = places.begin();
    for (const auto& node : scene->graph.nodes) { // both by id
        while (known != places.end() && known->id < node.id)
            ++known;
        at.push_back(known != places.end() && known->id == node.id ? std::optional(known->position) : std::nullopt);
    }
    m_graph.show(std::move(scene), std::move(at));
    emit contentsChanged();
    if (std::exchange(m_wantsFit, false))
        emit fitAsked();
}

void Exploration::moveTo(const Places& places)
{
    auto positions = m_graph.positions();
    for (const auto& place : places) {
        if (const auto node = skein::indexOf(m_graph.scene().graph, place.id))
            positions[*node] = place.position;
    }
    m_graph.moveTo(std::move(positions));
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

// The library's own picture is stored when it has come to rest: it opens as it was left.
void Exploration::keepPlaces()
{
    if (!m_isPicturePlain || !isWhole() || m_graph.isLayingOut() || m_library->graph.nodes.empty())
        return;
    auto all = *placesNow();
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
        const auto isIn = [](const auto& pins, skein::EntityId id) { return std::ranges::binary_search(pins, id, {}, &skein::PlacedNode::id); };
        for (const auto& pin : before) {
            if (!isIn(after, pin.id)) {
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
    skein::GraphView changed = m_view;
    change(changed);
    if (changed == m_view)
        return;
    record(text, std::move(changed), {}, series);
}

// `before`: where nodes stood that this step moves.
void Exploration::record(const QString& text, skein::GraphView changed, std::shared_ptr<const Places> before, const QString& series)
{
    struct Step {
        Moment before;
        Moment after;
    };
    auto step = std::make_shared<Step>(Step{{m_view, std::move(before)}, {std::move(changed), {}}});
    const bool isOther = step->before.view.contents != step->after.view.contents;
    if (isOther && !step->before.places)
        step->before.places = placesNow();
    const bool keepsPlaces = step->before.places != nullptr;
    m_history.push({text,
                    [this, step, keepsPlaces] {
                        if (keepsPlaces)
                            step->after.places = placesNow();
                        enter(step->before);
                    },
                    [this, step] { enter(step->after); }},
                   series);
    // What stays in the picture stays where it is.
    enter({step->after.view, isOther && !step->after.view.contents.isWhole ? step->before.places : nullptr});
}

void Exploration::enter(const Moment& moment)
{
    const bool isOther = moment.view.contents != m_view.contents;
    const bool arePinsOther = moment.view.pins != m_view.pins;
    m_view = moment.view;
    makeChips();
    if (arePinsOther)
        m_graph.setPins(m_view.pins);
    if (isOther)
        makeContents(moment.places ? *moment.places : *placesNow());
    else if (moment.places)
        moveTo(*moment.places);
    keepPins();
    emit viewChanged();
}

void Exploration::takePin(const QString& entity, QPointF place, bool isPinned, QPointF before)
{
    const auto id = skein::entityIdFrom(utf8(entity));
    if (!id)
        return;
    skein::GraphView changed = m_view;
    std::erase_if(changed.pins, [&](const auto& pin) { return pin.id == *id; });
    if (isPinned) {
        changed.pins.push_back({*id, {float(place.x()), float(place.y())}});
        std::ranges::sort(changed.pins, {}, &skein::PlacedNode::id);
    }
    const Places was{{*id, {float(before.x()), float(before.y())}}};
    record(isPinned ? tr("Pin %1").arg(nameOf(*id)) : tr("Unpin %1").arg(nameOf(*id)), std::move(changed),
           std::make_shared<const Places>(was), {});
}

void Exploration::startFrom(const QString& entity)
{
    const auto id = skein::entityIdFrom(utf8(entity));
    const auto node = id ? skein::indexOf(m_library->graph, *id) : std::nullopt;
    if (!node)
        return;
    m_wantsFit = true;
    perform(tr("Start from %1").arg(nameOf(*id)), [&](skein::GraphView& view) {
        const skein::GrowthRequest request{m_library->graph, m_library->pairs, m_library->adjacency, {*node}, {}, firstNeighbours};
        view.contents = {.isWhole = false, .start = id, .entities = {*id}};
        for (const auto other : skein::grow(request, *node).fresh)
            skein::insert(view.contents.entities, m_library->graph.nodes[other].id);
        view.focus.reset();
        view.pins.clear();
    });
}

void Exploration::showWhole()
{
    m_wantsFit = true;
    perform(tr("Show the whole library"), [this](skein::GraphView& view) {
        view.contents = {};
        view.pins = m_libraryPins;
    });
}

void Exploration::takeBack(Part part)
{
    perform(tr("Take back a condition"), [part](skein::GraphView& view) {
        switch (part) {
        case FocusPart: view.focus.reset(); break;
        case TypesPart: view.filter.types.clear(); break;
        case RelationsPart: view.filter.relations.clear(); break;
        case SourcesPart: view.filter.sources.clear(); break;
        case DaysPart: view.filter.days.reset(); break;
        case ConfidencePart: view.filter.leastConfidence = 0; break;
        case IndependencePart: view.filter.leastSources = 1; break;
        case HiddenPart: view.contents.hidden.clear(); break;
        case StoppedPart: view.contents.stopped.clear(); break;
        case PathsPart: view.pathEnds.clear(); break;
        }
    });
}

void Exploration::layOutAnew()
{
    if (m_graph.nodeCount() == 0)
        return;
    record(tr("Lay out anew"), m_view, placesNow(), {});
    m_arranged = m_library->graph.nodes.size();
    m_graph.relayout();
}

void Exploration::makeChips()
{
    std::vector<Chip> chips;
    if (m_view.focus)
        chips.push_back({tr("Focus: %1").arg(nameOf(m_view.focus->node)), FocusPart});
    m_chips.setRows(std::move(chips));
}
