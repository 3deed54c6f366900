// SPDX-License-Identifier: GPL-3.0-or-later
// What a researcher can do with the picture: grow, focus, hide, fold, take back.
#include "app/desktop/convert.h"
#include "app/desktop/explore/exploration.h"

#include <algorithm>
#include <array>

namespace {

constexpr std::uint32_t firstNeighbours = 24; // of what a picture starts from
constexpr std::uint32_t mostNeighbours = 60;  // at once

QString relationLabel(const skein::Graph& graph, const std::string& id)
{
    const auto found = std::ranges::find(graph.relations, id, &skein::GraphRelation::id);
    return qstring(found == graph.relations.end() ? id : found->label);
}

} // namespace

std::optional<std::uint32_t> Exploration::nodeOf(const QString& entity) const
{
    const auto id = skein::entityIdFrom(utf8(entity));
    return id ? skein::indexOf(m_library->graph, *id) : std::nullopt;
}

// ---- contents ----

void Exploration::startFrom(const QString& entity)
{
    const auto node = nodeOf(entity);
    if (!node)
        return;
    const auto id = m_library->graph.nodes[*node].id;
    Moment after{.view = m_view, .ground = std::make_shared<const Places>(), .seen = QRectF()};
    auto& contents = after.view.contents;
    contents = {.isWhole = false, .start = id, .entities = {id}, .stopped = contents.stopped};
    for (const auto other : skein::grow({m_library->graph, m_library->pairs, m_library->adjacency, contents, firstNeighbours}, *node).fresh)
        skein::insert(contents.entities, m_library->graph.nodes[other].id);
    after.view.focus.reset();
    after.view.pins.clear();
    record(tr("Start from %1").arg(nameOf(id)), std::move(after), true, {});
}

void Exploration::showOnly(const QString& entity)
{
    const auto node = nodeOf(entity);
    if (!node)
        return;
    const auto id = m_library->graph.nodes[*node].id;
    Moment after{.view = m_view, .ground = std::make_shared<const Places>(placesNow()), .seen = QRectF()};
    auto& contents = after.view.contents;
    contents.isWhole = false;
    contents.start = id;
    contents.entities = {id};
    for (const auto other : m_library->adjacency.of(*node))
        contents.entities.push_back(m_library->graph.nodes[other].id);
    std::ranges::sort(contents.entities);
    for (const auto shown : contents.entities)
        skein::erase(contents.hidden, shown);
    record(tr("Show only %1 and its neighbours").arg(nameOf(id)), std::move(after), true, {});
}

void Exploration::showWhole()
{
    if (isWhole())
        return;
    Moment after{.view = m_view, .seen = QRectF()};
    after.view.contents = {.stopped = m_view.contents.stopped};
    after.view.pins = m_libraryPins;
    record(tr("Show the whole library"), std::move(after), true, {});
}

void Exploration::openView(const QString& name, skein::GraphView view)
{
    Moment after{.view = std::move(view), .name = name};
    auto& saved = after.view;
    if (!saved.contents.isWhole)
        after.ground = std::make_shared<const Places>(std::move(saved.places));
    const auto seen = saved.seen;
    after.seen = seen ? QRectF(QPointF(seen->left, seen->top), QPointF(seen->right, seen->bottom)) : QRectF();
    saved.places.clear();
    saved.seen.reset();
    record(tr("Open the view “%1”").arg(name), std::move(after), true, {});
}

skein::GraphView Exploration::viewToSave() const
{
    auto view = m_view;
    if (!isWhole())
        view.places = placesNow();
    if (!m_seen.isEmpty())
        view.seen = skein::Rect{float(m_seen.left()), float(m_seen.top()), float(m_seen.right()), float(m_seen.bottom())};
    return view;
}

void Exploration::reveal(const QString& entity)
{
    const auto node = nodeOf(entity);
    if (!node)
        return;
    const auto id = m_library->graph.nodes[*node].id;
    if (skein::isPresent(m_view.contents, id))
        return;
    perform(tr("Show %1").arg(nameOf(id)), [id](skein::GraphView& view) {
        skein::erase(view.contents.hidden, id);
        if (!view.contents.isWhole)
            skein::insert(view.contents.entities, id);
    });
}

// ---- growth ----

skein::GrowthRequest Exploration::growthFrom(std::uint32_t limit) const
{
    return {m_library->graph, m_library->pairs, m_library->adjacency, m_view.contents, limit};
}

void Exploration::addGrowth(const QString& text, const skein::Growth& growth, const QString& more, std::function<void()> again)
{
    perform(text, [&](skein::GraphView& view) {
        for (const auto node : growth.fresh) {
            const auto id = m_library->graph.nodes[node].id;
            skein::erase(view.contents.hidden, id);
            if (!view.contents.isWhole)
                skein::insert(view.contents.entities, id);
        }
    });
    if (growth.left > 0)
        m_notice.showDone(more, growth.left > mostNeighbours ? tr("Show %1 more").arg(mostNeighbours) : tr("Show the other %1").arg(growth.left),
                          std::move(again));
}

void Exploration::expand(const QString& entity, const QString& relation)
{
    const auto node = nodeOf(entity);
    if (!node)
        return;
    const auto growth = skein::grow(growthFrom(mostNeighbours), *node,
                                    relation.isEmpty() ? std::nullopt : std::optional(utf8(relation)));
    const auto name = qstring(m_library->graph.nodes[*node].name);
    addGrowth(tr("Expand %1").arg(name), growth,
              tr("The %1 strongest neighbours of %2 are shown; %L3 more.").arg(growth.fresh.size()).arg(name).arg(growth.left),
              [this, entity, relation] { expand(entity, relation); });
    lookAgain(entity);
}

void Exploration::expandHops(const QString& entity, int hops)
{
    const auto node = nodeOf(entity);
    if (!node || hops < 1)
        return;
    const auto growth = skein::growHops(growthFrom(mostNeighbours), *node, std::uint32_t(hops));
    const auto name = qstring(m_library->graph.nodes[*node].name);
    addGrowth(tr("Expand %1 by %2 hops").arg(name).arg(hops), growth,
              tr("The strongest neighbours on the way are shown; %L1 more.").arg(growth.left), [this, entity, hops] { expandHops(entity, hops); });
    lookAgain(entity);
}

// Not at once: the menu that was clicked is made of what lookAt() changes.
void Exploration::lookAgain(const QString& entity)
{
    QMetaObject::invokeMethod(this, [this, entity] { lookAt(entity); }, Qt::QueuedConnection);
}

void Exploration::lookAt(const QString& entity)
{
    std::vector<GrowthRow> rows;
    m_growthCount = 0;
    if (const auto node = nodeOf(entity)) {
        const auto request = growthFrom(mostNeighbours);
        for (const auto other : m_library->adjacency.of(*node))
            m_growthCount += request.isPresent(other) ? 0 : 1;
        for (const auto& choice : skein::growthChoices(request, *node)) {
            if (choice.fresh > 0)
                rows.push_back({qstring(choice.relation), qstring(choice.label), int(choice.fresh)});
        }
    }
    m_growth.setRows(std::move(rows));
    emit growthChanged();
}

// ---- hiding, focus, hubs, folds ----

void Exploration::hide(const QString& entity)
{
    const auto id = skein::entityIdFrom(utf8(entity));
    if (!id)
        return;
    m_graph.clearSelection();
    perform(tr("Hide %1").arg(nameOf(*id)), [&](skein::GraphView& view) {
        skein::insert(view.contents.hidden, *id);
        if (view.focus && view.focus->node == *id)
            view.focus.reset();
    });
}

QString Exploration::focusEntity() const
{
    return m_view.focus ? idText(m_view.focus->node) : QString();
}

QString Exploration::focusName() const
{
    return m_view.focus ? nameOf(m_view.focus->node) : QString();
}

void Exploration::focusOn(const QString& entity, int depth)
{
    const auto id = skein::entityIdFrom(utf8(entity));
    if (!id)
        return;
    perform(tr("Focus on %1").arg(nameOf(*id)), [&](skein::GraphView& view) {
        view.focus = skein::Focus{*id, std::uint32_t(std::clamp(depth, 1, int(skein::Focus::deepest)))};
    });
}

void Exploration::setFocusDepth(int depth)
{
    if (m_view.focus)
        focusOn(focusEntity(), depth);
}

bool Exploration::isStopped(const QString& entity) const
{
    const auto id = skein::entityIdFrom(utf8(entity));
    return id && skein::contains(m_view.contents.stopped, *id);
}

void Exploration::stop(const QString& entity, bool isStopped)
{
    const auto id = skein::entityIdFrom(utf8(entity));
    if (!id)
        return;
    perform(isStopped ? tr("Stop at %1").arg(nameOf(*id)) : tr("Go on from %1").arg(nameOf(*id)),
            [&](skein::GraphView& view) { skein::put(view.contents.stopped, *id, isStopped); });
}

bool Exploration::isCollapsed(const QString& entity) const
{
    const auto id = skein::entityIdFrom(utf8(entity));
    return id && std::ranges::find(m_view.contents.collapsed, *id, &skein::Collapsed::leader) != m_view.contents.collapsed.end();
}

void Exploration::collapse(const QString& entity)
{
    collapseGroup(entity, {});
}

void Exploration::collapseGroup(const QString& leader, const QStringList& members)
{
    const auto id = skein::entityIdFrom(utf8(leader));
    if (!id || isCollapsed(leader))
        return;
    skein::Collapsed collapsed{*id, {}};
    for (const auto& member : members) {
        if (const auto one = skein::entityIdFrom(utf8(member)))
            skein::insert(collapsed.members, *one);
    }
    perform(tr("Collapse %1").arg(nameOf(*id)), [&](skein::GraphView& view) {
        view.contents.collapsed.push_back(std::move(collapsed));
        std::ranges::sort(view.contents.collapsed, {}, &skein::Collapsed::leader);
    });
}

void Exploration::unfold(const QString& entity)
{
    const auto id = skein::entityIdFrom(utf8(entity));
    if (!id)
        return;
    perform(tr("Unfold %1").arg(nameOf(*id)), [&](skein::GraphView& view) {
        std::erase_if(view.contents.collapsed, [&](const auto& one) { return one.leader == *id; });
    });
}

// ---- conditions ----

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
        case CollapsedPart: view.contents.collapsed.clear(); break;
        case PathsPart: view.pathEnds.clear(); break;
        }
    });
}

void Exploration::clearConditions()
{
    perform(tr("Clear all conditions"), [](skein::GraphView& view) {
        view.filter = {};
        view.focus.reset();
        view.contents.hidden.clear();
    });
}

void Exploration::layOutAnew()
{
    if (m_graph.nodeCount() == 0)
        return;
    Moment after{.view = m_view, .name = m_views.openName()};
    after.view.layout = skein::LayoutKind::force;
    after.view.centre.reset();
    record(tr("Lay out anew"), std::move(after), true, {});
    if (isWhole())
        m_arranged = m_library->graph.nodes.size();
    m_cause = m_history.stamp();
    m_graph.relayout();
}

void Exploration::showEntities(const QString& text, std::vector<skein::EntityId> entities)
{
    Moment after{.view = m_view, .ground = std::make_shared<const Places>(placesNow()), .seen = QRectF()};
    auto& contents = after.view.contents;
    for (const auto shown : entities)
        skein::erase(contents.hidden, shown);
    contents.isWhole = false;
    contents.start.reset();
    contents.entities = std::move(entities);
    contents.collapsed.clear();
    after.view.focus.reset();
    record(text, std::move(after), true, {});
}

void Exploration::arrange(skein::LayoutKind kind, std::optional<skein::EntityId> centre)
{
    const std::array texts{tr("Lay out by connections"), tr("Lay out as a hierarchy"), tr("Lay out around one"), tr("Lay out by time")};
    Moment after{.view = m_view, .name = m_views.openName()};
    after.view.layout = kind;
    after.view.centre = centre;
    if (after.view == m_view)
        return;
    const bool goesHome = kind == skein::LayoutKind::force && isWhole();
    if (goesHome) { // back to where the library's nodes stand
        after.ground = std::make_shared<const Places>(m_libraryPlaces);
        after.isPartial = true;
        after.seen = QRectF();
    }
    record(texts[std::size_t(kind)], std::move(after), true, {});
    if (kind == skein::LayoutKind::force && !goesHome) {
        m_cause = m_history.stamp();
        m_graph.relayout();
    }
}

void Exploration::forgetLayout()
{
    if (isWhole()) // its own ground is there to go back to
        return arrange(skein::LayoutKind::force, {});
    perform(tr("Stop the layout"), [](skein::GraphView& view) {
        view.layout = skein::LayoutKind::force;
        view.centre.reset();
    });
}

void Exploration::makeChips()
{
    const auto& [contents, filter, focus, hidesRest, pathEnds, looks, layout, centre, pins, places, seen] = m_view;
    std::vector<Chip> chips;
    const auto take = [&](Part part, const QString& text) { chips.push_back({text, part}); };
    const auto some = [](std::size_t count, const QString& one, const QString& many) { return count == 1 ? one : many.arg(count); };
    if (focus)
        take(FocusPart, focus->depth == 1 ? tr("Around %1").arg(nameOf(focus->node))
                                          : tr("%1 hops around %2").arg(focus->depth).arg(nameOf(focus->node)));
    if (!pathEnds.empty())
        take(PathsPart, pathEnds.size() == 2 ? tr("Paths: %1 – %2").arg(nameOf(pathEnds[0]), nameOf(pathEnds[1]))
                                             : tr("What connects %1").arg(pathEnds.size()));
    if (!filter.types.empty())
        take(TypesPart, some(filter.types.size(), tr("Without %1").arg(m_graph.types()->labelOf(qstring(filter.types[0])).toLower()),
                             tr("Without %1 types")));
    if (!filter.relations.empty())
        take(RelationsPart, some(filter.relations.size(), tr("Without “%1”").arg(relationLabel(m_library->graph, filter.relations[0])),
                                 tr("Without %1 relations")));
    if (!filter.sources.empty())
        take(SourcesPart, some(filter.sources.size(), tr("Without a source"), tr("Without %1 sources")));
    if (filter.days)
        take(DaysPart, Filters::spanText(*filter.days));
    if (filter.leastConfidence > 0)
        take(ConfidencePart, tr("Confidence ≥ %1 %").arg(qRound(filter.leastConfidence * 100)));
    if (filter.leastSources > 1)
        take(IndependencePart, tr("At least %1 sources").arg(filter.leastSources));
    if (!contents.hidden.empty())
        take(HiddenPart, some(contents.hidden.size(), tr("1 hidden"), tr("%L1 hidden")));
    if (!contents.collapsed.empty())
        take(CollapsedPart, contents.collapsed.size() == 1 ? tr("%1 collapsed").arg(nameOf(contents.collapsed[0].leader))
                                                           : tr("%L1 collapsed").arg(contents.collapsed.size()));
    if (!contents.stopped.empty())
        take(StoppedPart, contents.stopped.size() == 1 ? tr("Stops at %1").arg(nameOf(contents.stopped[0]))
                                                       : tr("Stops at %L1").arg(contents.stopped.size()));
    m_chips.sync(std::move(chips), &Chip::what);
    QSet<QString> leftOut;
    for (const auto& type : filter.types)
        leftOut.insert(qstring(type));
    m_graph.types()->setLeftOut(leftOut);
}
