// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/explore/table.h"

#include "app/desktop/convert.h"
#include "app/desktop/save-file.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QtConcurrent>

#include <algorithm>

using skein::TableOf;

namespace {

TableOf tableOf(Table::Kind kind) { return kind == Table::Entities ? TableOf::entities : TableOf::edges; }

// A cell of tab-separated values can hold neither tabs nor line ends.
QString onOneLine(QString text)
{
    return text.replace(u'\t', u' ').replace(u'\n', u' ').replace(u'\r', u' ');
}

} // namespace

Table::Table(Session& session, Preferences& preferences, skein::GraphModel& graph, QObject* parent)
    : QAbstractTableModel(parent), m_session(session), m_preferences(preferences), m_graph(graph)
{
    connect(&graph, &skein::GraphModel::graphChanged, this, &Table::refresh);
    connect(&graph, &skein::GraphModel::visibilityChanged, this, &Table::refresh);
    connect(&graph, &skein::GraphModel::looksChanged, this, &Table::refresh);
    connect(&graph, &skein::GraphModel::selectionChanged, this, &Table::takeSelectionOfGraph);
}

void Table::setKind(Kind kind)
{
    if (kind == m_kind)
        return;
    m_kind = kind;
    emit queryChanged();
    refresh();
}

void Table::setFilter(const QString& filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    emit queryChanged();
    refresh();
}

void Table::setWatched(bool isWatched)
{
    if (isWatched == m_isWatched)
        return;
    m_isWatched = isWatched;
    emit watchedChanged();
    refresh();
}

void Table::sortBy(int column)
{
    if (column < 0 || column >= columns())
        return;
    m_isDescending[m_kind] = m_column[m_kind] == column ? !m_isDescending[m_kind] : isNumber(column);
    m_column[m_kind] = column;
    emit queryChanged();
    refresh();
}

void Table::refresh()
{
    const auto ticket = ++m_ticket;
    if (!m_isWatched) {
        take({}, m_kind);
        return;
    }
    m_isBusy = true;
    emit rowsChanged();
    skein::TableQuery query{.of = tableOf(m_kind), .column = sortColumn(), .isDescending = isDescending(), .filter = m_filter,
                            .nodes = m_graph.state().nodes, .pairs = m_graph.state().pairs, .regions = m_graph.regions()};
    QtConcurrent::run([scene = m_graph.sharedScene(), facts = m_facts, query = std::move(query)]() mutable {
        if (!facts || facts->scene != scene)
            facts = skein::tableFacts(scene);
        auto rows = skein::tableRows(*facts, query);
        return Rows{std::move(facts), std::move(rows)};
    }).then(this, [this, ticket, kind = m_kind](Rows rows) {
        if (ticket == m_ticket && rows.facts->scene == m_graph.sharedScene())
            take(std::move(rows), kind);
    });
}

void Table::take(Rows rows, Kind kind)
{
    beginResetModel();
    m_facts = std::move(rows.facts);
    m_rows = std::move(rows.indices);
    m_rowsKind = kind;
    const auto& graph = m_graph.scene().graph;
    m_placeOf.assign(m_facts ? (kind == Entities ? graph.nodes.size() : graph.edges.size()) : 0, -1);
    for (std::size_t row = 0; row < m_rows.size(); ++row)
        m_placeOf[m_rows[row]] = int(row);
    m_selected.clear();
    m_current = m_anchor = -1;
    m_isBusy = false;
    endResetModel();
    emit rowsChanged();
    takeSelectionOfGraph();
}

int Table::rowOf(std::uint32_t index) const { return index < m_placeOf.size() ? m_placeOf[index] : -1; }

// What is selected on the canvas: a node, or all edges of a pair.
void Table::takeSelectionOfGraph()
{
    if (m_isGiving || !m_facts || m_facts->scene != m_graph.sharedScene())
        return;
    const auto& state = m_graph.state();
    const auto& scene = m_graph.scene();
    std::vector<std::uint32_t> wanted;
    if (m_rowsKind == Entities && state.selectedNode)
        wanted.push_back(*state.selectedNode);
    if (m_rowsKind == Edges && state.selectedPair) {
        const auto& pair = scene.pairs.pairs[*state.selectedPair];
        wanted.assign(scene.pairs.edges.begin() + pair.firstEdge, scene.pairs.edges.begin() + pair.lastEdge);
    }
    std::erase_if(wanted, [this](std::uint32_t index) { return rowOf(index) < 0; });
    int first = -1;
    for (const auto index : wanted)
        first = first < 0 ? rowOf(index) : std::min(first, rowOf(index));
    m_anchor = first;
    setSelection(std::move(wanted), first);
}

void Table::setSelection(std::vector<std::uint32_t> indices, int current)
{
    std::ranges::sort(indices);
    const bool isSame = indices == m_selected && current == m_current;
    m_selected = std::move(indices);
    m_current = current;
    if (isSame)
        return;
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {SelectedRole, CurrentRole});
    emit selectionChanged();
    emit currentChanged();
}

// One row is what the canvas selects; several stand out there.
void Table::giveSelectionToGraph()
{
    m_isGiving = true;
    const auto& scene = m_graph.scene();
    if (m_selected.size() == 1) {
        if (m_hasLit)
            m_graph.light({}, {});
        m_hasLit = false;
        if (m_rowsKind == Entities)
            m_graph.selectNode(m_selected.front());
        else
            m_graph.selectPair(m_facts->pairOf[m_selected.front()]);
        m_graph.activateSelected();
    } else if (!m_selected.empty()) {
        m_graph.clearSelection();
        std::vector<std::uint32_t> nodes, pairs;
        if (m_rowsKind == Entities) {
            nodes = m_selected;
        } else {
            for (const auto edge : m_selected) {
                nodes.push_back(scene.graph.edges[edge].source);
                nodes.push_back(scene.graph.edges[edge].target);
                pairs.push_back(m_facts->pairOf[edge]);
            }
        }
        m_graph.light(std::move(nodes), std::move(pairs));
        m_hasLit = true;
    }
    m_isGiving = false;
}

void Table::choose(int row, bool adds, bool extends)
{
    if (row < 0 || row >= rowCount())
        return;
    std::vector<std::uint32_t> chosen;
    if (extends && m_anchor >= 0) {
        for (int i = std::min(row, m_anchor); i <= std::max(row, m_anchor); ++i)
            chosen.push_back(m_rows[std::size_t(i)]);
    } else {
        m_anchor = row;
        const auto index = m_rows[std::size_t(row)];
        if (adds)
            chosen = m_selected;
        if (const auto found = std::ranges::find(chosen, index); found != chosen.end())
            chosen.erase(found);
        else
            chosen.push_back(index);
    }
    setSelection(std::move(chosen), row);
    giveSelectionToGraph();
}

void Table::step(int by, bool extends)
{
    if (rowCount() > 0)
        choose(m_current < 0 ? 0 : std::clamp(m_current + by, 0, rowCount() - 1), false, extends);
}

void Table::selectAll()
{
    if (m_rows.empty())
        return;
    m_anchor = 0;
    setSelection(m_rows, std::max(m_current, 0));
    giveSelectionToGraph();
}

QStringList Table::selectedEntities() const
{
    QStringList entities;
    for (const auto index : m_rowsKind == Entities ? m_selected : std::vector<std::uint32_t>())
        entities += idText(m_facts->scene->graph.nodes[index].id);
    return entities;
}

void Table::activate()
{
    if (m_current < 0)
        return;
    const auto index = m_rows[std::size_t(m_current)];
    const auto& graph = m_graph.scene().graph;
    emit centreAsked(idText(graph.nodes[m_rowsKind == Entities ? index : graph.edges[index].source].id));
}

QString Table::tsvLine(int row) const
{
    QStringList cells;
    for (int column = 0; column < columnCount(); ++column)
        cells << onOneLine(cell(m_rows[std::size_t(row)], column));
    return cells.join(u'\t') + u'\n';
}

QString Table::tsv() const
{
    QStringList heads;
    for (int column = 0; column < columnCount(); ++column)
        heads << title(column);
    QString text = heads.join(u'\t') + u'\n';
    for (int row = 0; row < rowCount(); ++row) {
        if (std::ranges::binary_search(m_selected, m_rows[std::size_t(row)]))
            text += tsvLine(row);
    }
    return text;
}

void Table::copy()
{
    if (!m_selected.empty())
        QGuiApplication::clipboard()->setText(tsv());
}

void Table::exportTo(const QUrl& file)
{
    std::vector<std::string> heads;
    for (int column = 0; column < columnCount(); ++column)
        heads.push_back(utf8(title(column)));
    std::string text = skein::exchange::csvRow(heads);
    for (const auto index : m_rows) {
        std::vector<std::string> cells;
        for (int column = 0; column < columnCount(); ++column)
            cells.push_back(isNumber(column) ? utf8(cell(index, column)) : skein::exchange::inert(utf8(cell(index, column))));
        text += skein::exchange::csvRow(cells);
    }
    const auto path = file.toLocalFile();
    QtConcurrent::run([path, text = std::move(text)] { return saveFile(path, text); })
        .then(this, [this, path](const skein::Result<void>& done) { done ? emit exported(path) : emit failed(done.error(), path); });
}

QString Table::summary() const
{
    if (m_rowsKind == Entities)
        return m_rows.size() == 1 ? tr("1 entity") : tr("%1 entities").arg(QLocale(QLocale::English).toString(qulonglong(m_rows.size())));
    return m_rows.size() == 1 ? tr("1 relation") : tr("%1 relations").arg(QLocale(QLocale::English).toString(qulonglong(m_rows.size())));
}

int Table::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

int Table::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_rowsKind == Entities ? int(skein::EntityColumns) : int(skein::EdgeColumns);
}

QHash<int, QByteArray> Table::roleNames() const
{
    return {{Qt::DisplayRole, "display"}, {SelectedRole, "isSelected"}, {FadedRole, "isFaded"},
            {NumberRole, "isNumber"},     {TypeRole, "type"},           {CurrentRole, "isCurrent"}};
}

bool Table::isFaded(std::uint32_t index) const
{
    const auto& state = m_graph.state();
    if (m_rowsKind == Entities)
        return state.presenceOf(index) == skein::Presence::faded;
    const auto& edge = m_graph.scene().graph.edges[index];
    return state.presenceOf(m_facts->pairOf[index], edge.source, edge.target) == skein::Presence::faded;
}

QVariant Table::data(const QModelIndex& at, int role) const
{
    if (!at.isValid() || at.row() >= rowCount() || !m_facts || m_facts->scene != m_graph.sharedScene())
        return {};
    const auto index = m_rows[std::size_t(at.row())];
    switch (role) {
    case Qt::DisplayRole: return cell(index, at.column());
    case SelectedRole: return std::ranges::binary_search(m_selected, index);
    case FadedRole: return isFaded(index);
    case NumberRole: return isNumber(at.column());
    case CurrentRole: return at.row() == m_current;
    case TypeRole:
        return m_rowsKind == Entities && at.column() == skein::NameColumn ? qstring(m_graph.scene().graph.nodes[index].type) : QString();
    default: return {};
    }
}

QVariant Table::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? QVariant(title(section)) : QVariant();
}

QString Table::title(int column) const
{
    const QStringList entities{tr("Name"), tr("Type"), tr("Mentions"), tr("Sources"), tr("Connections"), tr("Group"), tr("First"), tr("Last")};
    const QStringList edges{tr("From"), tr("Relation"), tr("To"), tr("Quotes"), tr("Sources"), tr("Confidence"), tr("First"), tr("Last"), tr("Notes")};
    return (m_kind == Entities ? entities : edges).value(column);
}

bool Table::isNumber(int column) const
{
    if (m_kind == Entities)
        return column == skein::MentionsColumn || column == skein::SourcesColumn || column == skein::ConnectionsColumn;
    return column == skein::QuotesColumn || column == skein::EdgeSourcesColumn || column == skein::ConfidenceColumn;
}

QString Table::cell(std::uint32_t index, int column) const
{
    const auto& graph = m_graph.scene().graph;
    const auto day = [](skein::DayRange days, bool isFirst) {
        return days.first > days.last ? QString() : skein::dayCell(isFirst ? days.first : days.last);
    };
    if (m_rowsKind == Entities) {
        const auto& node = graph.nodes[index];
        switch (column) {
        case skein::NameColumn: return qstring(node.name);
        case skein::TypeColumn: return m_session.typeLabel(qstring(node.type));
        case skein::MentionsColumn: return QString::number(node.mentions);
        case skein::SourcesColumn: return QString::number(node.documents);
        case skein::ConnectionsColumn: return QString::number(m_graph.scene().adjacency.degree(index));
        case skein::GroupColumn: {
            const auto& regions = m_graph.regions();
            const auto group = index < regions.groups.size() ? regions.groups[index] : skein::Regions::none;
            return group < regions.names.size() ? qstring(regions.names[group]) : QString();
        }
        default: return day(m_facts->nodeDays[index], column == skein::FirstColumn);
        }
    }
    const auto& edge = graph.edges[index];
    switch (column) {
    case skein::FromColumn: return qstring(graph.nodes[edge.source].name);
    case skein::RelationColumn: return qstring(graph.relationOf(edge).label);
    case skein::ToColumn: return qstring(graph.nodes[edge.target].name);
    case skein::QuotesColumn: return QString::number(edge.claims);
    case skein::EdgeSourcesColumn: return QString::number(edge.documents);
    case skein::ConfidenceColumn: return QString::number(double(edge.confidence), 'f', 2);
    case skein::FlagsColumn: {
        QStringList flags;
        if (edge.isDisputed)
            flags << tr("disputed");
        if (edge.isPlanned)
            flags << tr("planned");
        return flags.join(QStringLiteral(", "));
    }
    default: return day(m_facts->edgeDays[index], column == skein::EdgeFirstColumn);
    }
}

QString Table::rowText(int row) const
{
    if (row < 0 || row >= rowCount() || !m_facts || m_facts->scene != m_graph.sharedScene())
        return {};
    QStringList parts;
    for (int column = 0; column < columnCount(); ++column) {
        if (const auto text = cell(m_rows[std::size_t(row)], column); !text.isEmpty())
            parts << (isNumber(column) ? title(column) + u' ' + text : text);
    }
    return parts.join(QStringLiteral(", "));
}

double Table::columnWidth(int column) const
{
    static constexpr int entities[] = {210, 110, 102, 88, 116, 150, 108, 108};
    static constexpr int edges[] = {170, 150, 170, 88, 88, 112, 108, 108, 130};
    const int usual = m_kind == Entities ? entities[std::clamp(column, 0, int(skein::EntityColumns) - 1)]
                                         : edges[std::clamp(column, 0, int(skein::EdgeColumns) - 1)];
    return m_preferences.columnWidth(int(m_kind), column, usual);
}

void Table::setColumnWidth(int column, double width)
{
    m_preferences.rememberColumnWidth(int(m_kind), column, std::clamp(int(width), 48, 800));
}
