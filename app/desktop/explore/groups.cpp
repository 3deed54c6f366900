// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/explore/groups.h"

#include "app/desktop/convert.h"
#include "app/insight-words.h"

#include <algorithm>
#include <utility>

namespace {

constexpr std::size_t shownGroups = 200;

} // namespace

Groups::Groups(Session& session, Exploration& exploration, Analysis& analysis, Preferences& preferences, QObject* parent)
    : QObject(parent), m_session(session), m_exploration(exploration), m_analysis(analysis), m_preferences(preferences),
      m_groups({{"number", [](const GroupRow& r) { return r.number; }},
                {"name", [](const GroupRow& r) { return r.name; }},
                {"size", [](const GroupRow& r) { return r.size; }},
                {"detail", [](const GroupRow& r) { return r.detail; }},
                {"ink", [](const GroupRow& r) { return r.ink; }},
                {"isCollapsed", [](const GroupRow& r) { return r.isCollapsed; }}}),
      m_members({{"entity", [](const MemberRow& r) { return r.entity; }},
                 {"name", [](const MemberRow& r) { return r.name; }},
                 {"type", [](const MemberRow& r) { return r.type; }}}),
      m_insights({{"section", [](const InsightRow& r) { return r.section; }},
                  {"isFirst", [](const InsightRow& r) { return r.isFirst; }},
                  {"sentence", [](const InsightRow& r) { return r.sentence; }},
                  {"entity", [](const InsightRow& r) { return r.entity; }}})
{
    connect(&m_analysis, &Analysis::changed, this, [this] {
        refresh();
        if (!m_toCollapse.isEmpty())
            collapseAround(std::exchange(m_toCollapse, {}));
    });
    connect(&m_analysis, &Analysis::busyChanged, this, &Groups::busyChanged);
    connect(&m_analysis, &Analysis::halted, this, [this] {
        m_toCollapse.clear();
        if (m_exploration.tab() == Exploration::GroupsTab) // it would tell of no groups; opened again it looks again
            m_exploration.setTab(Exploration::NoTab);
    });
    connect(&m_exploration, &Exploration::viewChanged, this, [this] {
        fillGroups();
        emit changed();
    });
    connect(&m_preferences, &Preferences::isDarkChanged, this, &Groups::fillGroups);
}

void Groups::setWatched(bool isWatched)
{
    if (isWatched == m_isWatched)
        return;
    m_isWatched = isWatched;
    if (isWatched)
        refresh();
    else
        light(-1);
    emit watchedChanged();
}

void Groups::refresh()
{
    if (!m_isWatched)
        return;
    m_known = m_analysis.groups();
    if (!groupOf(m_chosen) && m_chosen >= 0) {
        m_chosen = -1;
        emit chosenChanged();
    }
    fillGroups();
    fillMembers();
    fillInsights();
    emit changed();
}

const skein::Community* Groups::groupOf(int number) const
{
    if (!m_known || number < 0)
        return nullptr;
    const auto found = std::ranges::find(m_known->groups, std::uint32_t(number), &skein::Community::number);
    return found == m_known->groups.end() ? nullptr : &*found;
}

void Groups::fillGroups()
{
    std::vector<GroupRow> rows;
    if (m_known) {
        const auto& nodes = m_analysis.library().graph.nodes;
        const auto& collapsed = m_exploration.view().contents.collapsed;
        for (const auto& group : m_known->groups) {
            if (rows.size() == shownGroups)
                break;
            const auto colour = skein::regionColour(group.number, m_preferences.isDark());
            const bool isCollapsed = std::ranges::any_of(collapsed, [&](const skein::Collapsed& one) {
                return !one.isHub() && one.leader == nodes[group.members[0]].id;
            });
            rows.push_back({int(group.number), qstring(group.name), int(group.members.size()),
                            tr("%L1 connections within, %L2 to others").arg(group.innerPairs).arg(group.outerPairs),
                            QColor(colour.red, colour.green, colour.blue), isCollapsed});
        }
    }
    m_groups.sync(std::move(rows), &GroupRow::number);
}

void Groups::choose(int number)
{
    if (number == m_chosen)
        return;
    m_chosen = groupOf(number) ? number : -1;
    fillMembers();
    emit chosenChanged();
}

void Groups::fillMembers()
{
    std::vector<MemberRow> rows;
    if (const auto* group = groupOf(m_chosen)) {
        for (const auto member : group->members) {
            const auto& node = m_analysis.library().graph.nodes[member];
            rows.push_back({idText(node.id), qstring(node.name), qstring(node.type)});
        }
    }
    m_members.setRows(std::move(rows));
}

void Groups::fillInsights()
{
    std::vector<InsightRow> rows;
    const auto insights = m_analysis.insights();
    if (m_known && insights) {
        const auto& graph = m_analysis.library().graph;
        const auto idAt = [&](std::uint32_t node) { return idText(graph.nodes[node].id); };
        for (const auto& bridge : insights->bridges) {
            std::vector<std::uint32_t> nodes{bridge.node};
            const auto around = m_analysis.library().adjacency.of(bridge.node);
            nodes.insert(nodes.end(), around.begin(), around.end());
            rows.push_back({tr("Bridges"), false, qstring(skein::sentence(graph, *m_known, bridge)), idAt(bridge.node), std::move(nodes)});
        }
        for (const auto& joint : insights->joints) {
            std::vector<std::uint32_t> nodes{joint.node};
            if (joint.other)
                nodes.push_back(*joint.other);
            rows.push_back({tr("Joined in one place"), false, qstring(skein::sentence(graph, *m_known, joint)), idAt(joint.node), std::move(nodes)});
        }
        for (const auto& gap : insights->gaps) {
            auto nodes = m_known->groups[gap.a].members;
            const auto& others = m_known->groups[gap.b].members;
            nodes.insert(nodes.end(), others.begin(), others.end());
            const auto words = utf8(m_session.typePlural(qstring(gap.type)).toLower());
            rows.push_back({tr("Gaps"), false, qstring(skein::sentence(graph, *m_known, gap, words)), {}, std::move(nodes)});
        }
    }
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i].isFirst = i == 0 || rows[i].section != rows[i - 1].section;
    m_insights.setRows(std::move(rows));
}

// ---- on the canvas ----

void Groups::lightNodes(const std::vector<std::uint32_t>& nodes)
{
    if (nodes.empty() && !m_isLit)
        return; // what else is lit is not ours
    const auto& library = m_analysis.library().graph;
    const auto& picture = m_exploration.graph().scene().graph;
    std::vector<std::uint32_t> lit;
    for (const auto node : nodes) {
        const auto found = std::ranges::lower_bound(picture.nodes, library.nodes[node].id, {}, &skein::GraphNode::id);
        if (found != picture.nodes.end() && found->id == library.nodes[node].id)
            lit.push_back(std::uint32_t(found - picture.nodes.begin()));
    }
    std::ranges::sort(lit);
    lit.erase(std::ranges::unique(lit).begin(), lit.end());
    m_isLit = !lit.empty();
    m_exploration.graph().light(std::move(lit), {});
}

void Groups::light(int number)
{
    const auto* group = groupOf(number);
    lightNodes(group ? group->members : std::vector<std::uint32_t>());
}

void Groups::lightInsight(int row)
{
    const bool isThere = row >= 0 && row < m_insights.rowCount();
    lightNodes(isThere ? m_insights.rows()[std::size_t(row)].nodes : std::vector<std::uint32_t>());
}

void Groups::showOnly(int number)
{
    const auto* group = groupOf(number);
    if (!group)
        return;
    std::vector<skein::EntityId> entities;
    for (const auto member : group->members)
        entities.push_back(m_analysis.library().graph.nodes[member].id);
    std::ranges::sort(entities);
    m_exploration.showEntities(tr("Show only the group of %1").arg(qstring(m_analysis.library().graph.nodes[group->members[0]].name)),
                               std::move(entities));
}

// ---- collapsing ----

skein::Collapsed Groups::collapsedOf(const skein::Community& group) const
{
    const auto& nodes = m_analysis.library().graph.nodes;
    skein::Collapsed one{nodes[group.members[0]].id, {}};
    for (const auto member : group.members)
        one.members.push_back(nodes[member].id);
    std::ranges::sort(one.members);
    return one;
}

namespace {

void put(std::vector<skein::Collapsed>& all, skein::Collapsed one)
{
    std::erase_if(all, [&](const skein::Collapsed& other) { return other.leader == one.leader; });
    all.insert(std::ranges::lower_bound(all, one.leader, {}, &skein::Collapsed::leader), std::move(one));
}

} // namespace

void Groups::collapse(int number)
{
    if (const auto* group = groupOf(number))
        m_exploration.perform(tr("Collapse the group of %1").arg(qstring(m_analysis.library().graph.nodes[group->members[0]].name)),
                              [&](skein::GraphView& view) { put(view.contents.collapsed, collapsedOf(*group)); });
}

void Groups::expand(int number)
{
    if (const auto* group = groupOf(number))
        expandAt(idText(m_analysis.library().graph.nodes[group->members[0]].id));
}

void Groups::collapseAll()
{
    if (!m_known)
        return;
    m_exploration.perform(tr("Collapse all groups"), [&](skein::GraphView& view) {
        view.contents.collapsed.clear();
        for (const auto& group : m_known->groups)
            put(view.contents.collapsed, collapsedOf(group));
    });
}

void Groups::expandAll()
{
    m_exploration.perform(tr("Expand everything"), [](skein::GraphView& view) { view.contents.collapsed.clear(); });
}

void Groups::collapseHub(const QString& entity)
{
    if (const auto id = skein::entityIdFrom(utf8(entity)))
        m_exploration.perform(tr("Collapse what hangs on %1").arg(m_session.nameOf(entity)),
                              [&](skein::GraphView& view) { put(view.contents.collapsed, {*id, {}}); });
}

void Groups::collapseAround(const QString& entity)
{
    const auto known = m_analysis.groups();
    m_toCollapse = known ? QString() : entity;
    const auto id = skein::entityIdFrom(utf8(entity));
    if (!known || !id)
        return;
    const auto& nodes = m_analysis.library().graph.nodes;
    const auto found = std::ranges::lower_bound(nodes, *id, {}, &skein::GraphNode::id);
    if (found == nodes.end() || found->id != *id)
        return;
    const auto group = known->groupOf[std::size_t(found - nodes.begin())];
    if (group == skein::Communities::none)
        return;
    m_known = known;
    collapse(int(known->groups[group].number));
}

void Groups::expandAt(const QString& entity)
{
    const auto id = skein::entityIdFrom(utf8(entity));
    m_exploration.perform(tr("Expand %1").arg(m_session.nameOf(entity)), [&](skein::GraphView& view) {
        std::erase_if(view.contents.collapsed, [&](const skein::Collapsed& one) { return one.leader == id; });
    });
}
