// SPDX-License-Identifier: GPL-3.0-or-later
// The filter of the present view as rows: what can be left out, and how much of each there is under all other conditions.
// GUI thread; counts come from the pool and lag behind by a moment. Rows are made while somebody looks (isWatched).
#pragma once

#include "app/desktop/row-model.h"
#include "core/graph/view/seen.h"

#include <QObject>
#include <QString>
#include <qqmlintegration.h>

class Exploration;

class Filters : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the exploration has one")
    // Rows: key label type count isIn. `type` is empty but for types.
    Q_PROPERTY(QAbstractItemModel* types READ types CONSTANT)
    Q_PROPERTY(QAbstractItemModel* relations READ relations CONSTANT)
    Q_PROPERTY(QAbstractItemModel* sources READ sources CONSTANT)
    Q_PROPERTY(bool isWatched READ isWatched WRITE setWatched NOTIFY watchedChanged)
    Q_PROPERTY(bool isEmpty READ isEmpty NOTIFY changed)          // nothing is left out
    Q_PROPERTY(int typesLeft READ typesLeft NOTIFY changed)       // rows that are left out
    Q_PROPERTY(int relationsLeft READ relationsLeft NOTIFY changed)
    Q_PROPERTY(int sourcesLeft READ sourcesLeft NOTIFY changed)
    Q_PROPERTY(bool hidesRest READ hidesRest WRITE setHidesRest NOTIFY changed) // else it is faded
    Q_PROPERTY(double leastConfidence READ leastConfidence NOTIFY changed) // 0 … 1
    Q_PROPERTY(int leastSources READ leastSources NOTIFY changed) // 1 … 9
    Q_PROPERTY(int stayingEdges READ stayingEdges NOTIFY counted) // that meet everything
    // The claims over time: heights of bars in [0, 1], the root of their share, and which of them the filter keeps, both ends included.
    Q_PROPERTY(QList<double> bars READ bars NOTIFY counted)
    Q_PROPERTY(int firstBar READ firstBar NOTIFY counted)
    Q_PROPERTY(int lastBar READ lastBar NOTIFY counted)
    Q_PROPERTY(QString span READ span NOTIFY counted)     // "Mar 2023 – Jun 2025"; what the handles stand at
    Q_PROPERTY(QString axisStart READ axisStart NOTIFY counted)
    Q_PROPERTY(QString axisEnd READ axisEnd NOTIFY counted)
    Q_PROPERTY(int undated READ undated NOTIFY counted)

public:
    enum Kind { Type, Relation, Source };
    Q_ENUM(Kind)

    explicit Filters(Exploration& exploration);

    QAbstractItemModel* types() { return &m_types; }
    QAbstractItemModel* relations() { return &m_relations; }
    QAbstractItemModel* sources() { return &m_sources; }
    bool isWatched() const { return m_isWatched; }
    void setWatched(bool isWatched);
    bool isEmpty() const;
    int typesLeft() const;
    int relationsLeft() const;
    int sourcesLeft() const;
    bool hidesRest() const;
    void setHidesRest(bool hides);
    double leastConfidence() const;
    int leastSources() const;
    int stayingEdges() const { return int(m_counts.edges); }
    QList<double> bars() const;
    int firstBar() const;
    int lastBar() const;
    QString span() const;
    QString axisStart() const;
    QString axisEnd() const;
    int undated() const { return int(m_counts.timeline.undated); }
    Q_INVOKABLE int edgesWithSources(int least) const;          // how many edges would stay
    Q_INVOKABLE int edgesWithConfidence(double least) const;
    Q_INVOKABLE QString barText(int bar) const;                 // "March 2024: 12 claims"

    bool isCounting() const { return m_isCounting; }
    void refresh(); // the view or the picture is another one
    static QString spanText(skein::DayRange days);

public slots:
    void setIn(Filters::Kind kind, const QString& key, bool isIn);
    void only(Filters::Kind kind, const QString& key); // leaves out all others
    void all(Filters::Kind kind);
    void setLeastConfidence(double least);
    void setLeastSources(int least);
    void setBars(int first, int last); // the whole axis: no condition
    void clear();

signals:
    void changed();
    void counted();
    void watchedChanged();

private:
    struct Row {
        QString key;
        QString label;
        QString type;
        int count = 0;
        bool isIn = true;

        bool operator==(const Row&) const = default;
    };
    struct Counted {
        skein::FilterCounts counts;
        std::vector<Row> relations;
        std::vector<Row> sources;
    };

    void take(Counted counted);
    RowModel<Row>& rowsOf(Kind kind);
    static std::vector<RowModel<Row>::Role> roles();
    bool isLeftOut(const skein::Filter& filter, Kind kind, const QString& key) const;
    static void leaveOut(skein::Filter& filter, Kind kind, const QString& key, bool isOut);

    Exploration& m_exploration;
    RowModel<Row> m_types;
    RowModel<Row> m_relations;
    RowModel<Row> m_sources;
    skein::FilterCounts m_counts;
    quint64 m_ticket = 0;
    bool m_isWatched = false;
    bool m_isCounting = false;
};
