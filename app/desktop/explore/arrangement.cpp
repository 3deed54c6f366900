// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/explore/arrangement.h"

#include "app/desktop/convert.h"
#include "app/desktop/dates.h"
#include "core/graph/layout/hierarchy.h"
#include "core/graph/layout/radial.h"
#include "core/graph/view/contents.h"

#include <QtConcurrent>

#include <algorithm>

namespace {

struct Arranged {
    std::vector<skein::Point> positions;
    skein::TimelineDrawing drawing;     // by time
    std::vector<std::string> laneTypes; // beside its lane numbers
};

// By time there is a lane for each type, the commonest first.
skein::Result<Arranged> byTime(const skein::Graph& graph, float aspect, const skein::Cancel& cancel)
{
    Arranged result;
    std::vector<std::pair<std::string, int>> types;
    for (const auto& node : graph.nodes) {
        const auto found = std::ranges::find(types, node.type, &std::pair<std::string, int>::first);
        if (found == types.end())
            types.emplace_back(node.type, 1);
        else
            ++found->second;
    }
    std::ranges::sort(types, [](const auto& a, const auto& b) { return std::tie(b.second, a.first) < std::tie(a.second, b.first); });
    for (const auto& type : types)
        result.laneTypes.push_back(type.first);
    std::vector<std::uint32_t> lanes;
    lanes.reserve(graph.nodes.size());
    for (const auto& node : graph.nodes)
        lanes.push_back(std::uint32_t(std::ranges::find(result.laneTypes, node.type) - result.laneTypes.begin()));
    auto drawing = skein::timelineLayout(graph, lanes, aspect, cancel);
    if (!drawing)
        return std::unexpected(drawing.error());
    result.positions = drawing->positions;
    result.drawing = std::move(*drawing);
    return result;
}

} // namespace

Arrangement::Arrangement(Session& session, Exploration& exploration, QObject* parent)
    : QObject(parent), m_session(session), m_exploration(exploration),
      m_ticks({{"place", [](const skein::TimelineTick& tick) { return double(tick.x); }},
               {"room", [](const skein::TimelineTick& tick) { return double(tick.room); }},
               {"label", [](const skein::TimelineTick& tick) { return edtfText(qstring(tick.label)); }}}),
      m_lanes({{"laneTop", [](const Lane& lane) { return double(lane.top); }},
               {"laneBottom", [](const Lane& lane) { return double(lane.bottom); }},
               {"label", [](const Lane& lane) { return lane.label; }}})
{
    connect(&m_exploration, &Exploration::viewChanged, this, [this] {
        refresh();
        emit changed();
    });
    connect(&m_exploration.graph(), &skein::GraphModel::graphChanged, this, &Arrangement::refresh);
}

Arrangement::~Arrangement()
{
    if (m_cancel)
        m_cancel->raise();
}

QString Arrangement::centreName() const
{
    const auto& centre = m_exploration.view().centre;
    return centre ? m_session.nameOf(idText(*centre)) : QString();
}

void Arrangement::choose(Kind kind)
{
    std::optional<skein::EntityId> centre;
    if (kind == Radial)
        centre = skein::entityIdFrom(utf8(m_exploration.graph().selectedEntity()));
    m_exploration.arrange(skein::LayoutKind(kind), centre);
}

void Arrangement::arrangeAround(const QString& entity)
{
    m_exploration.arrange(skein::LayoutKind::radial, skein::entityIdFrom(utf8(entity)));
}

void Arrangement::setBusy(bool isBusy)
{
    if (isBusy == m_isBusy)
        return;
    m_isBusy = isBusy;
    emit busyChanged();
}

Arrangement::Wanted Arrangement::wanted() const
{
    const auto& view = m_exploration.view();
    Wanted wanted{view.layout, view.layout == skein::LayoutKind::radial ? view.centre : std::nullopt, {}};
    if (view.layout != skein::LayoutKind::force)
        wanted.scene = m_exploration.graph().sharedScene();
    return wanted;
}

void Arrangement::halt()
{
    if (!m_isBusy)
        return;
    m_cancel->raise();
    ++m_ticket;
    m_wanted = m_arranged;
    m_isHalted = m_isHalting = true;
    setBusy(false);
}

void Arrangement::fallBack(bool isTakenBack)
{
    if (!m_isHalted)
        return;
    m_isHalting = false;
    const auto now = wanted();
    const bool isRight = now.kind == skein::LayoutKind::force || (isTakenBack && now.kind == m_arranged.kind && now.centre == m_arranged.centre);
    m_isHalted = isRight && m_exploration.isMaking();
    if (!isRight)
        m_exploration.forgetLayout();
}

void Arrangement::refresh()
{
    auto wanted = this->wanted();
    if (m_isHalted) { // a step is taken back: to a picture of the kind that it was, where all stands as it stood
        if (wanted.kind == m_arranged.kind && wanted.centre == m_arranged.centre)
            m_wanted = m_arranged = std::move(wanted);
        m_isHalted = m_isHalting || m_exploration.isMaking();
        return;
    }
    if (wanted == m_wanted)
        return;
    m_wanted = std::move(wanted);
    ++m_ticket;
    if (m_cancel)
        m_cancel->raise();
    if (m_wanted.kind == skein::LayoutKind::force) {
        setBusy(false);
        m_arranged = m_wanted;
        takeAxis({}, {});
    } else {
        arrange();
    }
}

void Arrangement::arrange()
{
    m_cause = m_exploration.stamp();
    setBusy(true);
    m_cancel = std::make_shared<skein::Cancel>();
    const float aspect = m_exploration.graph().aspect();
    QtConcurrent::run([wanted = m_wanted, aspect, cancel = m_cancel]() -> skein::Result<Arranged> {
        const auto& graph = wanted.scene->graph;
        if (wanted.kind == skein::LayoutKind::time)
            return byTime(graph, aspect, *cancel);
        const auto centre = wanted.centre ? skein::indexOf(graph, *wanted.centre) : std::nullopt;
        auto positions = wanted.kind == skein::LayoutKind::hierarchy ? skein::hierarchyLayout(graph, aspect, *cancel)
                                                                     : skein::radialLayout(graph, centre.value_or(~0U), aspect, *cancel);
        if (!positions)
            return std::unexpected(positions.error());
        return Arranged{std::move(*positions), {}, {}};
    }).then(this, [this, ticket = m_ticket](skein::Result<Arranged> arranged) {
        if (ticket != m_ticket)
            return;
        setBusy(false);
        if (!arranged)
            return;
        if (m_exploration.isOtherComing()) { // of a picture that is about to go; the next is arranged when it is there
            m_wanted = m_arranged;
            return;
        }
        m_arranged = m_wanted;
        m_exploration.graph().moveTo({arranged->positions.begin(), arranged->positions.end()});
        takeAxis(arranged->drawing, arranged->laneTypes);
        m_exploration.askToFit();
    });
}

void Arrangement::takeAxis(const skein::TimelineDrawing& drawing, const std::vector<std::string>& laneTypes)
{
    if (drawing.ticks.empty() && !hasAxis())
        return;
    std::vector<Lane> lanes;
    for (const auto& lane : drawing.lanes)
        lanes.push_back({lane.top, lane.bottom, m_session.typePlural(qstring(laneTypes[lane.lane]))});
    m_lanes.setRows(std::move(lanes));
    m_ticks.setRows(drawing.ticks);
    emit axisChanged();
}
