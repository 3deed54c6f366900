// SPDX-License-Identifier: GPL-3.0-or-later
// The library's groups, what bridges them and where a connection could be expected: as lists, and the verbs on them.
// GUI thread; the figures are Analysis's.
#pragma once

#include "app/desktop/explore/analysis.h"
#include "app/desktop/preferences.h"
#include "app/desktop/row-model.h"

#include <QColor>
#include <QObject>
#include <qqmlintegration.h>

class Groups : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the workspace has one")
    Q_PROPERTY(QAbstractItemModel* groups READ groups CONSTANT)     // roles: number, name, size, detail, ink, isCollapsed
    Q_PROPERTY(QAbstractItemModel* members READ members CONSTANT)   // of the chosen group; roles: entity, name, type
    Q_PROPERTY(QAbstractItemModel* insights READ insights CONSTANT) // roles: section, isFirst, sentence, entity
    Q_PROPERTY(int groupCount READ groupCount NOTIFY changed)
    Q_PROPERTY(int insightCount READ insightCount NOTIFY changed)
    Q_PROPERTY(int chosen READ chosen WRITE choose NOTIFY chosenChanged) // its number; -1: none
    Q_PROPERTY(bool isBusy READ isBusy NOTIFY busyChanged)
    Q_PROPERTY(bool isWatched READ isWatched WRITE setWatched NOTIFY watchedChanged) // somebody looks: compute
    Q_PROPERTY(bool canExpand READ canExpand NOTIFY changed) // something is collapsed

public:
    struct GroupRow {
        int number = 0;
        QString name;
        int size = 0;
        QString detail;
        QColor ink;
        bool isCollapsed = false;

        bool operator==(const GroupRow&) const = default;
    };
    struct MemberRow {
        QString entity;
        QString name;
        QString type;

        bool operator==(const MemberRow&) const = default;
    };
    struct InsightRow {
        QString section;
        bool isFirst = false;             // of its section
        QString sentence;
        QString entity;                   // what a click selects; of a gap, empty: both groups are lit
        std::vector<std::uint32_t> nodes; // that it is about: of the library

        bool operator==(const InsightRow&) const = default;
    };

    Groups(Session& session, Exploration& exploration, Analysis& analysis, Preferences& preferences, QObject* parent = nullptr);

    QAbstractItemModel* groups() { return &m_groups; }
    QAbstractItemModel* members() { return &m_members; }
    QAbstractItemModel* insights() { return &m_insights; }
    int groupCount() const { return m_groups.rowCount(); }
    int insightCount() const { return m_insights.rowCount(); }
    int chosen() const { return m_chosen; }
    void choose(int number);
    bool isBusy() const { return m_analysis.isBusy(); }
    bool isWatched() const { return m_isWatched; }
    void setWatched(bool isWatched);
    bool canExpand() const { return !m_exploration.view().contents.collapsed.empty(); }

public slots:
    void light(int number);           // its members stand out; -1: nothing does
    void lightInsight(int row);
    void showOnly(int number);        // the picture becomes its members alone
    void collapse(int number);        // into one node
    void expand(int number);
    void collapseAll();
    void expandAll();
    void collapseHub(const QString& entity); // what hangs on it alone is folded into it
    void collapseAround(const QString& entity); // the group that it is in
    void expandAt(const QString& entity);    // whatever is collapsed there

signals:
    void changed();
    void chosenChanged();
    void busyChanged();
    void watchedChanged();

private:
    void refresh();
    void fillGroups();
    void fillMembers();
    void fillInsights();
    void lightNodes(const std::vector<std::uint32_t>& nodes);
    const skein::Community* groupOf(int number) const;
    skein::Collapsed collapsedOf(const skein::Community& group) const;

    Session& m_session;
    Exploration& m_exploration;
    Analysis& m_analysis;
    Preferences& m_preferences;
    std::shared_ptr<const skein::Communities> m_known;
    RowModel<GroupRow> m_groups;
    RowModel<MemberRow> m_members;
    RowModel<InsightRow> m_insights;
    QString m_toCollapse; // around this, once its group is known
    int m_chosen = -1;
    bool m_isWatched = false;
    bool m_isLit = false;
};
