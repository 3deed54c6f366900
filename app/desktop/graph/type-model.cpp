// SPDX-License-Identifier: GPL-3.0-or-later
#include "type-model.h"

#include "core/graph/scene/palette.h"


#include <map>

namespace skein {

namespace {

QColor toColor(Colour colour)
{
    return QColor(colour.red, colour.green, colour.blue, colour.alpha);
}

QString shapeName(NodeShape shape)
{
    switch (shape) {
    case NodeShape::circle: return QStringLiteral("circle");
    case NodeShape::square: return QStringLiteral("square");
    case NodeShape::diamond: return QStringLiteral("diamond");
    case NodeShape::hexagon: return QStringLiteral("hexagon");
    case NodeShape::triangle: return QStringLiteral("triangle");
    case NodeShape::triangleDown: return QStringLiteral("triangleDown");
    case NodeShape::pentagon: return QStringLiteral("pentagon");
    case NodeShape::page: return QStringLiteral("page");
    case NodeShape::octagon: return QStringLiteral("octagon");
    }
    return {};
}

} // namespace

void TypeModel::setLabels(std::vector<std::pair<QString, QString>> labels)
{
    m_labels = std::move(labels);
    for (Row& row : m_rows)
        row.label = labelOf(row.type);
    if (!m_rows.empty())
        emit dataChanged(index(0), index(count() - 1), {LabelRole});
}

void TypeModel::setKinds(const std::vector<Scene::Kind>& kinds)
{
    std::map<QString, int> counts;
    for (const Scene::Kind& kind : kinds)
        counts[QString::fromStdString(kind.type)] = static_cast<int>(kind.nodes);
    std::vector<Row> rows;
    const auto take = [&](const QString& type) {
        const auto found = counts.find(type);
        if (found == counts.end())
            return;
        rows.push_back({type, labelOf(type), found->second});
        counts.erase(found);
    };
    for (const auto& [type, label] : m_labels)
        take(type);
    for (const TypeStyle& style : typeStyles())
        take(QString::fromUtf8(style.type.data(), static_cast<qsizetype>(style.type.size())));
    while (!counts.empty())
        take(QString(counts.begin()->first));
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
    emit countChanged();
}

void TypeModel::setLeftOut(const QSet<QString>& types)
{
    if (types == m_leftOut)
        return;
    m_leftOut = types;
    if (!m_rows.empty())
        emit dataChanged(index(0), index(count() - 1), {VisibleRole});
    emit visibleChanged();
}

int TypeModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant TypeModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= count())
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const TypeStyle& style = typeStyle(row.type.toStdString());
    switch (role) {
    case TypeRole: return row.type;
    case Qt::DisplayRole:
    case LabelRole: return row.label;
    case CountRole: return row.nodes;
    case ColourRole: return toColor(style.light);
    case DarkColourRole: return toColor(style.dark);
    case ShapeRole: return shapeName(style.shape);
    case VisibleRole: return isVisible(row.type);
    default: return {};
    }
}

QHash<int, QByteArray> TypeModel::roleNames() const
{
    return {{TypeRole, "type"},       {LabelRole, "label"},           {CountRole, "count"},         {ColourRole, "colour"},
            {DarkColourRole, "darkColour"}, {ShapeRole, "shape"}, {VisibleRole, "typeVisible"}};
}

QString TypeModel::labelOf(const QString& type) const
{
    for (const auto& [id, label] : m_labels) {
        if (id == type)
            return label;
    }
    return type.isEmpty() ? tr("Other") : type.left(1).toUpper() + type.mid(1);
}

} // namespace skein
