// SPDX-License-Identifier: GPL-3.0-or-later
// The table twin of the canvas: the same nodes and edges as rows. What is selected here is selected there and the other way
// round; several rows stand out on the canvas. GUI thread; rows are found and sorted on the pool, a moment behind the canvas.
#pragma once

#include "app/desktop/explore/table-rows.h"
#include "app/desktop/graph/graph-model.h"
#include "app/desktop/preferences.h"
#include "app/desktop/session.h"

#include <QAbstractTableModel>
#include <QUrl>
#include <qqmlintegration.h>

#include <memory>
#include <vector>

class Table : public QAbstractTableModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the workspace has one")
    Q_PROPERTY(Kind kind READ kind WRITE setKind NOTIFY queryChanged)
    Q_PROPERTY(int sortColumn READ sortColumn NOTIFY queryChanged)
    Q_PROPERTY(bool isDescending READ isDescending NOTIFY queryChanged)
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY queryChanged)
    Q_PROPERTY(bool isWatched READ isWatched WRITE setWatched NOTIFY watchedChanged) // somebody looks: rows are made
    Q_PROPERTY(int current READ current NOTIFY currentChanged)                       // row; -1: none
    Q_PROPERTY(int selectedCount READ selectedCount NOTIFY selectionChanged)
    Q_PROPERTY(QString summary READ summary NOTIFY rowsChanged)                      // "1,204 entities"
    Q_PROPERTY(QStringList selectedEntities READ selectedEntities NOTIFY selectionChanged) // by id; of relations none
    Q_PROPERTY(bool isBusy READ isBusy NOTIFY rowsChanged)
    Q_PROPERTY(int columns READ columns NOTIFY queryChanged)

public:
    enum Kind { Entities, Edges };
    Q_ENUM(Kind)
    enum Role { SelectedRole = Qt::UserRole + 1, FadedRole, NumberRole, TypeRole, CurrentRole };

    Table(Session& session, Preferences& preferences, skein::GraphModel& graph, QObject* parent = nullptr);

    Kind kind() const { return m_kind; }
    void setKind(Kind kind);
    int sortColumn() const { return m_column[m_kind]; }
    bool isDescending() const { return m_isDescending[m_kind]; }
    QString filter() const { return m_filter; }
    void setFilter(const QString& filter);
    bool isWatched() const { return m_isWatched; }
    void setWatched(bool isWatched);
    int current() const { return m_current; }
    QStringList selectedEntities() const;
    int selectedCount() const { return int(m_selected.size()); }
    QString summary() const;
    bool isBusy() const { return m_isBusy; }
    int columns() const { return m_kind == Entities ? int(skein::EntityColumns) : int(skein::EdgeColumns); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    Q_INVOKABLE QString title(int column) const;
    Q_INVOKABLE bool isNumber(int column) const;
    Q_INVOKABLE QString rowText(int row) const; // the whole row, for screen readers
    Q_INVOKABLE double columnWidth(int column) const; // pixels, as remembered
    Q_INVOKABLE void setColumnWidth(int column, double width);
    QString tsv() const; // the selected rows with their head, tabs between cells

public slots:
    void sortBy(int column); // the other way round when it is sorted by it
    // Makes this row the current one. `adds`: to what is selected, or takes it away; `extends`: all from the last choice to it.
    void choose(int row, bool adds, bool extends);
    void step(int by, bool extends);
    void selectAll();
    void activate();         // shows what is current on the canvas
    void copy();
    void exportTo(const QUrl& file); // CSV of all rows

signals:
    void queryChanged();
    void watchedChanged();
    void currentChanged();
    void selectionChanged();
    void rowsChanged();
    void centreAsked(const QString& entity);
    void exported(const QString& file);
    void failed(const skein::Error& error, const QString& file);

private:
    struct Rows {
        std::shared_ptr<const skein::TableFacts> facts;
        std::vector<std::uint32_t> indices;
    };

    void refresh();
    void take(Rows rows, Kind kind);
    void takeSelectionOfGraph();
    void giveSelectionToGraph();
    void setSelection(std::vector<std::uint32_t> indices, int current);
    QString cell(std::uint32_t index, int column) const;
    QString tsvLine(int row) const;
    int rowOf(std::uint32_t index) const;
    bool isFaded(std::uint32_t index) const;

    Session& m_session;
    Preferences& m_preferences;
    skein::GraphModel& m_graph;
    Kind m_kind = Entities;
    int m_column[2] = {skein::MentionsColumn, skein::QuotesColumn};
    bool m_isDescending[2] = {true, true};
    QString m_filter;
    bool m_isWatched = false;
    bool m_isBusy = false;
    quint64 m_ticket = 0;
    Kind m_rowsKind = Entities; // of what is shown
    std::shared_ptr<const skein::TableFacts> m_facts;
    std::vector<std::uint32_t> m_rows;      // nodes or edges
    std::vector<std::int32_t> m_placeOf;    // row of each node or edge; -1: none
    std::vector<std::uint32_t> m_selected;  // nodes or edges, ascending
    int m_current = -1;
    int m_anchor = -1;
    bool m_isGiving = false;                // the graph hears of a selection that was made here
    bool m_hasLit = false;                  // what stands out on the canvas does so for this table
};
