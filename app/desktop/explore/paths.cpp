// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/explore/paths.h"

#include "app/desktop/convert.h"
#include "app/desktop/dates.h"
#include "core/graph/analysis/strength.h"
#include "core/graph/view/contents.h"

#include <QtConcurrent>

#include <algorithm>
#include <set>

namespace {

constexpr std::size_t shownPaths = 5;

std::vector<RowModel<Paths::End>::Role> endRoles()
{
    using Row = Paths::End;
    return {{"entity", [](const Row& r) { return r.entity; }}, {"name", [](const Row& r) { return r.name; }}, {"type", [](const Row& r) { return r.type; }}};
}

std::vector<RowModel<Paths::StepRow>::Role> stepRoles()
{
    using Row = Paths::StepRow;
    return {
        {"path", [](const Row& r) { return r.path; }},
        {"isHeading", [](const Row& r) { return r.isHeading; }},
        {"text", [](const Row& r) { return r.text; }},
        {"detail", [](const Row& r) { return r.detail; }},
        {"source", [](const Row& r) { return r.source; }},
        {"sourceName", [](const Row& r) { return r.sourceName; }},
        {"sourceType", [](const Row& r) { return r.sourceType; }},
        {"target", [](const Row& r) { return r.target; }},
        {"targetName", [](const Row& r) { return r.targetName; }},
        {"targetType", [](const Row& r) { return r.targetType; }},
        {"quote", [](const Row& r) { return r.quote; }},
        {"origin", [](const Row& r) { return r.origin; }},
        {"document", [](const Row& r) { return r.document; }},
        {"begin", [](const Row& r) { return r.begin; }},
        {"end", [](const Row& r) { return r.end; }},
        {"isPlanned", [](const Row& r) { return r.isPlanned; }},
        {"isDisputed", [](const Row& r) { return r.isDisputed; }},
    };
}

} // namespace

Paths::Paths(Session& session, Exploration& exploration, QObject* parent)
    : QObject(parent), m_session(session), m_exploration(exploration), m_search(session), m_ends(endRoles()), m_steps(stepRoles())
{
    connect(&m_exploration, &Exploration::viewChanged, this, &Paths::refresh);
    connect(&m_exploration, &Exploration::libraryChanged, this, &Paths::refresh);
    connect(&m_exploration.graph(), &skein::GraphModel::graphChanged, this, &Paths::showLit);
}

Paths::~Paths()
{
    if (m_cancel)
        m_cancel->raise();
}

QString Paths::nameAt(std::uint32_t node) const
{
    return qstring(m_asked.library->graph.nodes[node].name);
}

// A pair's edges are sorted by their claims.
const skein::GraphEdge& Paths::edgeOf(std::uint32_t pair) const
{
    const auto& library = *m_asked.library;
    return library.graph.edges[library.pairs.edges[library.pairs.pairs[pair].firstEdge]];
}

// ---- ends ----

void Paths::setEnds(const QString& text, std::vector<skein::EntityId> ends)
{
    m_exploration.perform(text, [&](skein::GraphView& view) { view.pathEnds = std::move(ends); });
}

void Paths::addEnd(const QString& entity)
{
    const auto id = skein::entityIdFrom(utf8(entity));
    auto ends = m_exploration.view().pathEnds;
    if (!id || std::ranges::contains(ends, *id))
        return;
    ends.push_back(*id);
    setEnds(tr("Path to %1").arg(m_session.nameOf(entity)), std::move(ends));
}

void Paths::removeEnd(const QString& entity)
{
    auto ends = m_exploration.view().pathEnds;
    std::erase(ends, skein::entityIdFrom(utf8(entity)));
    setEnds(tr("No path to %1").arg(m_session.nameOf(entity)), std::move(ends));
}

void Paths::clear()
{
    setEnds(tr("No paths"), {});
}

void Paths::startAt(const QString& entity)
{
    const auto id = skein::entityIdFrom(utf8(entity));
    if (!id)
        return;
    setEnds(tr("Path from %1").arg(m_session.nameOf(entity)), {*id});
    m_exploration.setTab(Exploration::PathsTab);
    emit endAsked();
}

// ---- searching ----

void Paths::halt()
{
    if (!m_isSearching)
        return;
    m_cancel->raise();
    ++m_ticket;
    m_isSearching = false;
    m_isHalted = true;
    m_asked = m_answered;
    fillEnds();
    emit changed();
}

void Paths::fallBack()
{
    if (!std::exchange(m_isHalted, false))
        return;
    refresh();
    if (m_isSearching)
        clear();
}

void Paths::fillEnds()
{
    std::vector<End> rows;
    for (const auto id : m_asked.ends) {
        const auto entity = idText(id);
        rows.push_back({entity, m_session.nameOf(entity), m_session.typeOf(entity)});
    }
    m_ends.setRows(std::move(rows));
}

void Paths::refresh()
{
    if (m_isHalted)
        return;
    const auto& view = m_exploration.view();
    Question question{view.pathEnds, view.contents.hidden, m_exploration.library()};
    question.barred.insert(question.barred.end(), view.contents.stopped.begin(), view.contents.stopped.end());
    if (question == m_asked)
        return;
    if (question.library != m_asked.library)
        m_costs.reset();
    m_asked = std::move(question);
    if (m_cancel)
        m_cancel->raise();
    const auto ticket = ++m_ticket;
    fillEnds();
    const auto nodes = [&] {
        std::vector<std::uint32_t> indices;
        for (const auto id : m_asked.ends) {
            if (const auto node = skein::indexOf(m_asked.library->graph, id))
                indices.push_back(*node);
        }
        return indices;
    }();
    if (nodes.size() < 2) {
        m_isSearching = false;
        return take({});
    }
    m_isSearching = true;
    m_cause = m_exploration.stamp();
    emit changed();
    m_cancel = std::make_shared<skein::Cancel>();
    struct Found {
        std::shared_ptr<const std::vector<double>> costs;
        skein::Result<Answer> answer;
    };
    QtConcurrent::run([library = m_asked.library, barred = m_asked.barred, nodes, costs = m_costs, cancel = m_cancel]() -> Found {
        const auto known = costs ? costs
                                 : std::make_shared<const std::vector<double>>(
                                       skein::costsOf(library->graph, library->pairs, library->adjacency));
        std::vector<std::uint8_t> isBarred(barred.empty() ? 0 : library->graph.nodes.size(), 0);
        for (const auto id : barred) {
            if (const auto node = skein::indexOf(library->graph, id))
                isBarred[*node] = 1;
        }
        const skein::Network network{library->pairs, library->adjacency, *known, isBarred};
        Answer answer;
        if (nodes.size() == 2) {
            const auto paths = skein::bestPaths(network, nodes[0], nodes[1], shownPaths, *cancel);
            if (!paths)
                return {known, std::unexpected(paths.error())};
            for (const auto& path : *paths)
                answer.ways.push_back({path.nodes, path.pairs, true});
        } else {
            const auto joining = skein::joinTerminals(network, nodes, *cancel);
            if (!joining)
                return {known, std::unexpected(joining.error())};
            if (!joining->pairs.empty())
                answer.ways.push_back({joining->nodes, joining->pairs, false});
            answer.stranded = joining->stranded;
        }
        return {known, answer};
    }).then(this, [this, ticket](Found found) {
        if (ticket != m_ticket)
            return;
        m_costs = found.costs;
        m_isSearching = false;
        if (found.answer)
            take(*found.answer);
    });
}

QString Paths::noteOn(const Answer& answer) const
{
    if (endCount() < 2)
        return {};
    if (!isJoining()) {
        const auto& rows = m_ends.rows();
        return answer.ways.empty() ? tr("Nothing connects %1 with %2.").arg(rows[0].name, rows[1].name) : QString();
    }
    QStringList notes;
    if (!answer.ways.empty())
        notes += tr("The least that joins them, or less than twice as much.");
    for (const auto node : answer.stranded)
        notes += tr("Nothing connects %1.").arg(nameAt(node));
    return notes.join(u' ');
}

void Paths::take(const Answer& answer)
{
    m_answered = m_asked;
    m_found = answer.ways;
    m_note = noteOn(answer);
    m_shown = -1;
    fill({});
    showLit();
    emit changed();
    emit shownChanged();
    loadQuotes();
}

void Paths::loadQuotes()
{
    std::vector<std::tuple<skein::EntityId, skein::EntityId, std::string>> wanted; // beside the steps of all ways
    for (const auto& way : m_found) {
        for (const auto pair : way.pairs) {
            const auto& edge = edgeOf(pair);
            const auto& graph = m_asked.library->graph;
            wanted.emplace_back(graph.nodes[edge.source].id, graph.nodes[edge.target].id, graph.relationOf(edge).id);
        }
    }
    if (wanted.empty())
        return;
    using Quotes = std::vector<std::optional<skein::Quote>>;
    m_session.reader
        .run([wanted](skein::Library& library) -> skein::Result<Quotes> {
            Quotes quotes;
            for (const auto& [source, target, relation] : wanted) {
                auto quote = library.quoteOf(source, target, relation);
                if (!quote)
                    return std::unexpected(quote.error());
                quotes.push_back(std::move(*quote));
            }
            return quotes;
        })
        .then(this, [this, ticket = m_ticket](skein::Result<Quotes> quotes) {
            if (ticket == m_ticket && quotes)
                fill(*quotes);
        });
}

void Paths::fill(const std::vector<std::optional<skein::Quote>>& quotes)
{
    std::vector<StepRow> rows;
    std::size_t at = 0;
    for (int path = 0; path < pathCount(); ++path) {
        const auto& way = m_found[std::size_t(path)];
        StepRow heading{.path = path, .isHeading = true};
        QStringList names;
        for (const auto node : way.nodes)
            names += nameAt(node);
        heading.text = names.join(way.isOrdered ? QStringLiteral(" → ") : QStringLiteral(", "));
        heading.detail = way.pairs.size() == 1 ? tr("1 step") : tr("%L1 steps").arg(way.pairs.size());
        rows.push_back(heading);
        for (const auto pair : way.pairs) {
            const auto& edge = edgeOf(pair);
            StepRow row{.path = path};
            row.source = idText(m_asked.library->graph.nodes[edge.source].id);
            row.sourceName = nameAt(edge.source);
            row.sourceType = qstring(m_asked.library->graph.nodes[edge.source].type);
            row.target = idText(m_asked.library->graph.nodes[edge.target].id);
            row.targetName = nameAt(edge.target);
            row.targetType = qstring(m_asked.library->graph.nodes[edge.target].type);
            row.detail = qstring(m_asked.library->graph.relationOf(edge).label);
            row.isPlanned = edge.isPlanned;
            row.isDisputed = edge.isDisputed;
            if (at < quotes.size() && quotes[at]) {
                const auto& quote = *quotes[at];
                row.quote = qstring(quote.text).simplified();
                const auto date = edtfText(qstring(quote.documentPublished));
                row.origin = date.isEmpty() ? qstring(quote.documentTitle) : date + QStringLiteral(" · ") + qstring(quote.documentTitle);
                row.document = idText(quote.document);
                row.begin = int(quote.span.begin);
                row.end = int(quote.span.end);
            }
            ++at;
            rows.push_back(row);
        }
    }
    if (quotes.empty() || rows.size() != m_steps.rows().size())
        return m_steps.setRows(std::move(rows));
    for (std::size_t i = 0; i < rows.size(); ++i) // the same rows, now with their words: lists keep their place
        m_steps.update(i, [&](StepRow& row) { row = rows[i]; });
}

// ---- on the canvas ----

void Paths::light(int path)
{
    if (path == m_shown || path >= pathCount())
        return;
    m_shown = path;
    showLit();
    emit shownChanged();
}

void Paths::showLit()
{
    if (m_found.empty() && !m_isLit)
        return; // what else is lit is not ours
    auto& graph = m_exploration.graph();
    const auto& picture = graph.scene();
    std::set<std::uint32_t> nodes;
    std::set<std::uint32_t> pairs;
    for (int path = 0; path < pathCount(); ++path) {
        if (m_shown >= 0 && path != m_shown)
            continue;
        const auto& way = m_found[std::size_t(path)];
        const auto at = [&](std::uint32_t node) { return skein::indexOf(picture.graph, m_asked.library->graph.nodes[node].id); };
        for (const auto node : way.nodes) {
            if (const auto index = at(node))
                nodes.insert(*index);
        }
        for (const auto pair : way.pairs) {
            const auto source = at(m_asked.library->pairs.pairs[pair].source);
            const auto target = at(m_asked.library->pairs.pairs[pair].target);
            if (!source || !target)
                continue;
            const auto others = picture.adjacency.of(*source);
            const auto found = std::ranges::lower_bound(others, *target);
            if (found != others.end() && *found == *target)
                pairs.insert(picture.adjacency.linksOf(*source)[std::size_t(found - others.begin())]);
        }
    }
    m_isLit = !nodes.empty();
    graph.light({nodes.begin(), nodes.end()}, {pairs.begin(), pairs.end()});
}

void Paths::showOnly(int path)
{
    std::set<skein::EntityId> entities;
    for (int each = 0; each < pathCount(); ++each) {
        if (path >= 0 && each != path)
            continue;
        for (const auto node : m_found[std::size_t(each)].nodes)
            entities.insert(m_asked.library->graph.nodes[node].id);
    }
    if (!entities.empty())
        m_exploration.showEntities(tr("Show only the paths"), {entities.begin(), entities.end()});
}

void Paths::chooseStep(const QString& source, const QString& target)
{
    m_exploration.graph().selectEdge(source, target);
    m_exploration.graph().activateSelected();
}
