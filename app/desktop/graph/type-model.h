// SPDX-License-Identifier: GPL-3.0-or-later
// The legend: the types that the graph has, how many nodes each, and whether the filter leaves them out.
#pragma once

#include "core/graph/scene/scene.h"

#include <QAbstractListModel>
#include <QColor>
#include <QSet>
#include <QtQmlIntegration>

#include <utility>
#include <vector>

namespace skein {

class TypeModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("A GraphModel owns it")
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(bool allVisible READ isAllVisible NOTIFY visibleChanged)

public:
    // Names in QML: type label count colour darkColour shape typeVisible.
    enum Role { TypeRole = Qt::UserRole + 1, LabelRole, CountRole, ColourRole, DarkColourRole, ShapeRole, VisibleRole };

    explicit TypeModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    void setLabels(std::vector<std::pair<QString, QString>> labels);
    void setKinds(const std::vector<Scene::Kind>& kinds); // what is left out stays so
    bool isVisible(const QString& type) const { return !m_leftOut.contains(type); }
    void setLeftOut(const QSet<QString>& types);
    QString labelOf(const QString& type) const; // what people call it

    int count() const { return static_cast<int>(m_rows.size()); }
    bool isAllVisible() const { return m_leftOut.isEmpty(); }
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void countChanged();
    void visibleChanged();

private:
    struct Row {
        QString type;
        QString label;
        int nodes = 0;

        bool operator==(const Row&) const = default;
    };
    std::vector<std::pair<QString, QString>> m_labels;
    std::vector<Row> m_rows;
    QSet<QString> m_leftOut;
};

} // namespace skein
