// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/explore/filters.h"

#include "app/desktop/convert.h"
#include "app/desktop/explore/exploration.h"

#include <QDate>
#include <QLocale>
#include <QtConcurrent>

#include <limits>
#include <map>

namespace {

constexpr std::int32_t everEarlier = std::numeric_limits<std::int32_t>::min();
constexpr std::int32_t everLater = std::numeric_limits<std::int32_t>::max();

QDate dateOf(std::int32_t day)
{
    return QDate(1970, 1, 1).addDays(day);
}

QString monthText(std::int32_t day)
{
    return QLocale().toString(dateOf(day), QStringLiteral("MMM yyyy"));
}

QString dayText(std::int32_t day)
{
    return QLocale().toString(dateOf(day), QStringLiteral("d MMM yyyy"));
}

} // namespace

Filters::Filters(Exploration& exploration)
    : QObject(&exploration), m_exploration(exploration), m_types(roles()), m_relations(roles()), m_sources(roles())
{
}

std::vector<RowModel<Filters::Row>::Role> Filters::roles()
{
    return {
        {"key", [](const Row& row) { return row.key; }},     {"label", [](const Row& row) { return row.label; }},
        {"type", [](const Row& row) { return row.type; }},   {"count", [](const Row& row) { return row.count; }},
        {"isIn", [](const Row& row) { return row.isIn; }},
    };
}

RowModel<Filters::Row>& Filters::rowsOf(Kind kind)
{
    return kind == Type ? m_types : kind == Relation ? m_relations : m_sources;
}

bool Filters::isEmpty() const { return m_exploration.view().filter.isEmpty(); }
int Filters::typesLeft() const { return int(m_exploration.view().filter.types.size()); }
int Filters::relationsLeft() const { return int(m_exploration.view().filter.relations.size()); }
int Filters::sourcesLeft() const { return int(m_exploration.view().filter.sources.size()); }
bool Filters::hidesRest() const { return m_exploration.view().hidesRest; }
double Filters::leastConfidence() const { return double(m_exploration.view().filter.leastConfidence); }
int Filters::leastSources() const { return int(m_exploration.view().filter.leastSources); }

// ---- counting ----

void Filters::setWatched(bool isWatched)
{
    if (isWatched == m_isWatched)
        return;
    m_isWatched = isWatched;
    emit watchedChanged();
    refresh();
}

void Filters::refresh()
{
    const auto ticket = ++m_ticket;
    m_isCounting = m_isWatched;
    emit changed();
    if (!m_isWatched)
        return;
    QtConcurrent::run([scene = m_exploration.graph().sharedScene(), filter = m_exploration.view().filter] {
        const auto& graph = scene->graph;
        Counted counted{skein::countsIn(graph, filter), {}, {}};
        // Two relations that read differently may share an id: they are one row.
        std::map<std::string, Row> relations;
        for (std::size_t i = 0; i < graph.relations.size(); ++i) {
            const auto& [id, label] = graph.relations[i];
            auto& row = relations.try_emplace(id, Row{qstring(id), qstring(label), {}, 0, !skein::contains(filter.relations, id)}).first->second;
            row.count += int(counted.counts.relations[i]);
        }
        for (auto& [id, row] : relations)
            counted.relations.push_back(std::move(row));
        std::ranges::sort(counted.relations, {}, [](const Row& row) { return row.label.toCaseFolded(); });
        // What no claim of the picture comes from is no choice.
        std::vector<std::uint32_t> claims(graph.documents.size(), 0);
        for (const auto& claim : graph.evidence)
            ++claims[claim.document];
        for (std::size_t i = 0; i < graph.documents.size(); ++i) {
            const auto& document = graph.documents[i];
            if (claims[i] > 0)
                counted.sources.push_back({idText(document.id), qstring(document.title), {}, int(counted.counts.documents[i]),
                                           !skein::contains(filter.sources, document.id)});
        }
        std::ranges::stable_sort(counted.sources, {}, [](const Row& row) { return row.label.toCaseFolded(); });
        return counted;
    }).then(this, [this, ticket](Counted counted) {
        if (ticket == m_ticket)
            take(std::move(counted));
    });
}

void Filters::take(Counted counted)
{
    m_isCounting = false;
    m_counts = std::move(counted.counts);
    std::vector<Row> types;
    const auto& legend = *m_exploration.graph().types();
    for (int i = 0; i < legend.rowCount(); ++i) { // in the legend's order, by its names
        const auto index = legend.index(i);
        const auto type = legend.data(index, skein::TypeModel::TypeRole).toString();
        const auto found = std::ranges::find(m_counts.types, utf8(type), &std::pair<std::string, std::uint32_t>::first);
        types.push_back({type, legend.data(index, skein::TypeModel::LabelRole).toString(), type,
                         found == m_counts.types.end() ? 0 : int(found->second), !isLeftOut(m_exploration.view().filter, Type, type)});
    }
    m_types.sync(std::move(types), &Row::key);
    m_relations.sync(std::move(counted.relations), &Row::key);
    m_sources.sync(std::move(counted.sources), &Row::key);
    emit this->counted();
}

int Filters::edgesWithSources(int least) const
{
    return least >= 0 && least < int(m_counts.sources.size()) ? int(m_counts.sources[std::size_t(least)]) : 0;
}

int Filters::edgesWithConfidence(double least) const
{
    const auto step = std::clamp(qRound(least * double(skein::FilterCounts::confidenceSteps)), 0, int(skein::FilterCounts::confidenceSteps));
    return int(m_counts.confidence[std::size_t(step)]);
}

// ---- time ----

QList<double> Filters::bars() const
{
    QList<double> heights;
    const auto& claims = m_counts.timeline.claims;
    const auto tallest = claims.empty() ? 0U : std::ranges::max(claims);
    for (const auto count : claims)
        heights.append(tallest > 0 ? std::sqrt(double(count) / tallest) : 0); // few claims beside many are seen, too
    return heights;
}

int Filters::firstBar() const
{
    const auto& axis = m_counts.timeline.days;
    const auto& days = m_exploration.view().filter.days;
    if (!days || axis.empty())
        return 0;
    const auto after = std::ranges::upper_bound(axis.begin(), axis.end() - 1, days->first);
    return std::max(0, int(after - axis.begin()) - 1);
}

int Filters::lastBar() const
{
    const auto& axis = m_counts.timeline.days;
    const auto& days = m_exploration.view().filter.days;
    if (axis.empty())
        return 0;
    if (!days)
        return int(axis.size()) - 2;
    const auto after = std::ranges::upper_bound(axis.begin(), axis.end() - 1, days->last);
    return std::max(0, int(after - axis.begin()) - 1);
}

QString Filters::spanText(skein::DayRange days)
{
    if (days.first == everEarlier)
        return tr("until %1").arg(dayText(days.last));
    if (days.last == everLater)
        return tr("from %1").arg(dayText(days.first));
    return tr("%1 – %2").arg(dayText(days.first), dayText(days.last));
}

QString Filters::span() const
{
    const auto& days = m_exploration.view().filter.days;
    return days ? spanText(*days) : tr("any time");
}

QString Filters::axisStart() const { return m_counts.timeline.days.empty() ? QString() : monthText(m_counts.timeline.days.front()); }
QString Filters::axisEnd() const { return m_counts.timeline.days.empty() ? QString() : monthText(m_counts.timeline.days.back() - 1); }

QString Filters::barText(int bar) const
{
    const auto& [days, claims, undated] = m_counts.timeline;
    if (bar < 0 || bar >= int(claims.size()))
        return {};
    const auto at = std::size_t(bar);
    const auto count = claims[at] == 1 ? tr("1 claim") : tr("%L1 claims").arg(claims[at]);
    return tr("%1 – %2: %3").arg(dayText(days[at]), dayText(days[at + 1] - 1), count);
}

void Filters::setBars(int first, int last)
{
    const auto& axis = m_counts.timeline.days;
    const int count = int(axis.size()) - 1;
    if (count < 1 || first < 0 || last >= count || first > last)
        return;
    m_exploration.perform(tr("Filter by time"), [&](skein::GraphView& view) {
        view.filter.days = skein::DayRange{first == 0 ? everEarlier : axis[std::size_t(first)],
                                           last == count - 1 ? everLater : axis[std::size_t(last) + 1] - 1};
        if (first == 0 && last == count - 1)
            view.filter.days.reset();
    }, QStringLiteral("days"));
}

// ---- verbs ----

bool Filters::isLeftOut(const skein::Filter& filter, Kind kind, const QString& key) const
{
    switch (kind) {
    case Type: return skein::contains(filter.types, utf8(key));
    case Relation: return skein::contains(filter.relations, utf8(key));
    case Source: break;
    }
    const auto id = skein::documentIdFrom(utf8(key));
    return id && skein::contains(filter.sources, *id);
}

void Filters::leaveOut(skein::Filter& filter, Kind kind, const QString& key, bool isOut)
{
    if (kind == Type)
        skein::put(filter.types, utf8(key), isOut);
    else if (kind == Relation)
        skein::put(filter.relations, utf8(key), isOut);
    else if (const auto id = skein::documentIdFrom(utf8(key)))
        skein::put(filter.sources, *id, isOut);
}

void Filters::setIn(Kind kind, const QString& key, bool isIn)
{
    const auto& rows = rowsOf(kind).rows();
    const auto row = std::ranges::find(rows, key, &Row::key);
    const auto label = row == rows.end() ? key : row->label;
    m_exploration.perform(isIn ? tr("Show %1").arg(label) : tr("Filter out %1").arg(label),
                          [&](skein::GraphView& view) { leaveOut(view.filter, kind, key, !isIn); });
}

void Filters::only(Kind kind, const QString& key)
{
    const auto& rows = rowsOf(kind).rows();
    const auto row = std::ranges::find(rows, key, &Row::key);
    if (row == rows.end())
        return;
    m_exploration.perform(tr("Show only %1").arg(row->label), [&](skein::GraphView& view) {
        for (const auto& other : rows)
            leaveOut(view.filter, kind, other.key, other.key != key);
    });
}

void Filters::all(Kind kind)
{
    m_exploration.perform(tr("Show all again"), [&](skein::GraphView& view) {
        kind == Type ? view.filter.types.clear() : kind == Relation ? view.filter.relations.clear() : view.filter.sources.clear();
    });
}

void Filters::setHidesRest(bool hides)
{
    m_exploration.perform(hides ? tr("Hide what is left out") : tr("Fade what is left out"),
                          [&](skein::GraphView& view) { view.hidesRest = hides; });
}

void Filters::setLeastConfidence(double least)
{
    const auto step = std::round(std::clamp(least, 0.0, 1.0) * double(skein::FilterCounts::confidenceSteps));
    m_exploration.perform(tr("Filter by confidence"), [&](skein::GraphView& view) {
        view.filter.leastConfidence = float(step) / float(skein::FilterCounts::confidenceSteps);
    }, QStringLiteral("confidence"));
}

void Filters::setLeastSources(int least)
{
    m_exploration.perform(tr("Filter by independent sources"), [&](skein::GraphView& view) {
        view.filter.leastSources = std::uint32_t(std::clamp(least, 1, int(skein::Filter::mostSources)));
    });
}

void Filters::clear()
{
    m_exploration.perform(tr("Clear the filter"), [](skein::GraphView& view) { view.filter = {}; });
}
