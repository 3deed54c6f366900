// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/explore/analysis.h"

#include <QtConcurrent>

#include <utility>

namespace {

constexpr std::size_t toldInsights = 12; // of each kind

} // namespace

Analysis::Analysis(Exploration& exploration, QObject* parent)
    : QObject(parent), m_exploration(exploration), m_library(exploration.library()), m_cancel(std::make_shared<skein::Cancel>())
{
    connect(&m_exploration, &Exploration::libraryChanged, this, &Analysis::takeLibrary);
}

Analysis::~Analysis()
{
    m_cancel->raise();
}

void Analysis::takeLibrary()
{
    if (m_groups.value)
        m_numbers = skein::numbersOf(m_library->graph, *m_groups.value);
    drop();
    m_library = m_exploration.library();
    m_groups = {};
    m_insights = {};
    m_measured = {};
    m_claims = {};
    emit changed();
    emit busyChanged();
}

// What is running says nothing any more.
void Analysis::drop()
{
    m_cancel->raise();
    m_cancel = std::make_shared<skein::Cancel>();
    ++m_ticket;
    m_running = 0;
}

void Analysis::halt()
{
    if (!isBusy())
        return;
    drop();
    m_isHalted = true;
    m_groups.isAsked = m_groups.value != nullptr;
    m_insights.isAsked = m_insights.value != nullptr;
    for (auto& one : m_measured)
        one.isAsked = one.value != nullptr;
    m_claims.isAsked = m_claims.value != nullptr;
    emit halted();
    emit busyChanged();
}

template <typename Value, typename Work>
std::shared_ptr<const Value> Analysis::get(Kept<Value>& kept, Work work)
{
    if (m_isHalted || std::exchange(kept.isAsked, true))
        return kept.value;
    m_cause = m_exploration.stamp();
    ++m_running;
    emit busyChanged();
    QtConcurrent::run([work = std::move(work), library = m_library, cancel = m_cancel] { return work(*library, *cancel); })
        .then(this, [this, &kept, ticket = m_ticket](skein::Result<Value> value) {
            if (ticket != m_ticket)
                return;
            --m_running;
            if (value) {
                kept.value = std::make_shared<const Value>(std::move(*value));
                emit changed();
            }
            emit busyChanged();
        });
    return kept.value; // there already when the work was done at once
}

std::shared_ptr<const skein::Communities> Analysis::groups()
{
    return get(m_groups, [numbers = m_numbers](const skein::Scene& library, const skein::Cancel& cancel) {
        auto groups = skein::communitiesOf(library.graph, library.pairs, cancel);
        if (groups)
            skein::keepNumbers(library.graph, numbers, *groups);
        return groups;
    });
}

std::shared_ptr<const skein::Insights> Analysis::insights()
{
    const auto groups = this->groups();
    const auto between = measured(skein::Measure::betweenness);
    if (!groups || !between)
        return nullptr;
    return get(m_insights, [groups, between](const skein::Scene& library, const skein::Cancel& cancel) {
        return skein::insightsOf(library.graph, library.pairs, library.adjacency, *groups, between->values, toldInsights, cancel);
    });
}

std::shared_ptr<const skein::Centrality> Analysis::measured(skein::Measure measure)
{
    return get(m_measured[static_cast<std::size_t>(measure)], [measure](const skein::Scene& library, const skein::Cancel& cancel) {
        return skein::centrality(library.graph, library.pairs, library.adjacency, measure, cancel);
    });
}

std::shared_ptr<const std::vector<skein::NodeClaims>> Analysis::claims()
{
    return get(m_claims, [](const skein::Scene& library, const skein::Cancel&) -> skein::Result<std::vector<skein::NodeClaims>> {
        return skein::claimsAtNodes(library.graph);
    });
}

std::vector<std::uint32_t> Analysis::indicesIn(const skein::Graph& picture) const
{
    std::vector<std::uint32_t> result;
    result.reserve(picture.nodes.size());
    const auto& nodes = m_library->graph.nodes;
    std::uint32_t at = 0;
    for (const auto& node : picture.nodes) {
        while (at < nodes.size() && nodes[at].id < node.id)
            ++at;
        result.push_back(at < nodes.size() && nodes[at].id == node.id ? at : ~0U);
    }
    return result;
}
