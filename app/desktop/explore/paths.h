// SPDX-License-Identifier: GPL-3.0-or-later
// What connects entities: the best paths between two, or the least that joins several; each step with its best quote. The
// ends are part of the view, so that choosing them can be undone and is stored with it. What is found is lit on the canvas.
// GUI thread; searches run on the pool, quotes come from the session's reader, stale answers are dropped.
#pragma once

#include "app/desktop/explore/exploration.h"
#include "app/desktop/row-model.h"
#include "app/desktop/search.h"
#include "core/graph/analysis/paths.h"

#include <QObject>
#include <QStringList>
#include <qqmlintegration.h>

class Paths : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the workspace has one")
    Q_PROPERTY(QAbstractItemModel* ends READ ends CONSTANT)   // roles: entity, name, type
    Q_PROPERTY(QAbstractItemModel* steps READ steps CONSTANT) // the rows of all paths, each begun by a heading; see StepRow
    Q_PROPERTY(Search* search READ search CONSTANT)           // of the field that ends are looked up in
    Q_PROPERTY(int endCount READ endCount NOTIFY changed)
    Q_PROPERTY(int pathCount READ pathCount NOTIFY changed)
    Q_PROPERTY(bool isJoining READ isJoining NOTIFY changed)  // more than two ends: one answer that joins them
    Q_PROPERTY(bool isBusy READ isBusy NOTIFY changed)
    Q_PROPERTY(QString note READ note NOTIFY changed)         // what was found, or why nothing, in a sentence
    Q_PROPERTY(int shown READ shown NOTIFY shownChanged)      // the path that is lit; -1: all

public:
    struct End {
        QString entity;
        QString name;
        QString type;

        bool operator==(const End&) const = default;
    };
    struct StepRow {
        int path = 0;
        bool isHeading = false;
        QString text;        // of a heading: the names on the way
        QString detail;      // of a heading: how many steps; of a step: the words between its ends
        QString source;      // of a step, as its claims have it
        QString sourceName;
        QString sourceType;
        QString target;
        QString targetName;
        QString targetType;
        QString quote;
        QString origin;      // title and date of the quote's source
        QString document;
        int begin = 0;       // of the quote, in UTF-8 bytes
        int end = 0;
        bool isPlanned = false;
        bool isDisputed = false;
    };

    Paths(Session& session, Exploration& exploration, QObject* parent = nullptr);
    ~Paths() override;

    QAbstractItemModel* ends() { return &m_ends; }
    QAbstractItemModel* steps() { return &m_steps; }
    Search* search() { return &m_search; }
    int endCount() const { return m_ends.rowCount(); }
    int pathCount() const { return int(m_found.size()); }
    bool isJoining() const { return endCount() > 2; }
    bool isBusy() const { return m_isSearching; }
    QString note() const { return m_note; }
    int shown() const { return m_shown; }

    // For Computation. The search is dropped; then the view asks no more for what was stopped, unless it asks for less already.
    quint64 cause() const { return m_cause; }
    void halt();
    void fallBack();

public slots:
    void addEnd(const QString& entity);
    void removeEnd(const QString& entity);
    void clear();
    // Begins anew from this entity; the next end is asked for in the drawer.
    void startAt(const QString& entity);
    void light(int path);    // alone; -1: all of them
    void showOnly(int path); // the picture becomes its nodes alone; -1: those of all paths
    void chooseStep(const QString& source, const QString& target); // selects the connection

signals:
    void changed();
    void shownChanged();
    void endAsked(); // the field should take the keyboard

private:
    // One way, or one joining tree: indices of the library's scene.
    struct Way {
        std::vector<std::uint32_t> nodes;
        std::vector<std::uint32_t> pairs;
        bool isOrdered = true; // nodes follow each other
    };
    struct Answer {
        std::vector<Way> ways;
        std::vector<std::uint32_t> stranded;
    };
    struct Question {
        std::vector<skein::EntityId> ends;
        std::vector<skein::EntityId> barred;
        std::shared_ptr<const skein::Scene> library;

        bool operator==(const Question&) const = default;
    };

    void refresh();
    void fillEnds();
    void take(const Answer& answer);
    void loadQuotes();
    void showLit();
    void fill(const std::vector<std::optional<skein::Quote>>& quotes);
    void setEnds(const QString& text, std::vector<skein::EntityId> ends);
    QString nameAt(std::uint32_t node) const;
    QString noteOn(const Answer& answer) const;
    const skein::GraphEdge& edgeOf(std::uint32_t pair) const;

    Session& m_session;
    Exploration& m_exploration;
    Search m_search;
    Question m_asked;
    Question m_answered; // by what is found
    std::shared_ptr<const std::vector<double>> m_costs; // of the library's pairs
    std::shared_ptr<skein::Cancel> m_cancel;
    std::vector<Way> m_found;
    RowModel<End> m_ends;
    RowModel<StepRow> m_steps;
    QString m_note;
    int m_shown = -1;
    quint64 m_ticket = 0;
    quint64 m_cause = 0;
    bool m_isSearching = false;
    bool m_isHalted = false; // between halt() and fallBack()
    bool m_isLit = false;
};
