// SPDX-License-Identifier: GPL-3.0-or-later
// What is selected, and all that the library knows about it: an entity, or the connection between two.
#pragma once

#include "app/desktop/row-model.h"
#include "app/desktop/session.h"

#include <QObject>
#include <QStringList>
#include <qqmlintegration.h>

class Exploration;

class Inspector : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the workspace has one")
    Q_PROPERTY(Kind kind READ kind NOTIFY changed)
    Q_PROPERTY(bool isLoading READ isLoading NOTIFY loadingChanged)
    // The entity, or the connection's first end.
    Q_PROPERTY(QString entity READ entity NOTIFY changed)
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString type READ type NOTIFY changed)
    Q_PROPERTY(QString typeLabel READ typeLabel NOTIFY changed)
    Q_PROPERTY(QStringList aliases READ aliases NOTIFY changed)
    Q_PROPERTY(int mentionCount READ mentionCount NOTIFY changed)
    Q_PROPERTY(int documentCount READ documentCount NOTIFY changed)
    Q_PROPERTY(QString otherEntity READ otherEntity NOTIFY changed) // the connection's second end
    Q_PROPERTY(QString otherName READ otherName NOTIFY changed)
    Q_PROPERTY(QString otherType READ otherType NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* neighbours READ neighbours CONSTANT)
    Q_PROPERTY(QAbstractItemModel* places READ places CONSTANT)
    Q_PROPERTY(QAbstractItemModel* facts READ facts CONSTANT)
    Q_PROPERTY(QAbstractItemModel* sayings READ sayings CONSTANT) // what is said of the entity besides claims
    Q_PROPERTY(QAbstractItemModel* quotes READ quotes CONSTANT)
    Q_PROPERTY(int neighbourCount READ neighbourCount NOTIFY changed)
    // Long lists are shown in pages: how many are not shown yet.
    Q_PROPERTY(int neighboursLeft READ neighboursLeft NOTIFY changed)
    Q_PROPERTY(int factsLeft READ factsLeft NOTIFY changed)
    Q_PROPERTY(int placeCount READ placeCount NOTIFY changed)
    Q_PROPERTY(int factCount READ factCount NOTIFY changed)
    Q_PROPERTY(int sayingCount READ sayingCount NOTIFY changed)
    Q_PROPERTY(int quotesLeft READ quotesLeft NOTIFY changed) // that are not listed: too many stand behind a folded node's edge
    Q_PROPERTY(QAbstractItemModel* members READ members CONSTANT) // of a node that stands for several; roles: entity name type
    Q_PROPERTY(int memberCount READ memberCount NOTIFY changed)   // 0: it stands for itself
    Q_PROPERTY(int listedMembers READ listedMembers NOTIFY changed) // the first of them
    Q_PROPERTY(int quoteCount READ quoteCount NOTIFY changed)
    Q_PROPERTY(bool canGoBack READ canGoBack NOTIFY changed)
    Q_PROPERTY(bool canGoForward READ canGoForward NOTIFY changed)

public:
    enum Kind { Nothing, Entity, Connection };
    Q_ENUM(Kind)

    // Where one can be; also what "back" returns to.
    struct Place {
        Kind kind = Nothing;
        QString entity;
        QString other;
        QString relation; // of a connection: only the quotes of this one; empty: all

        bool operator==(const Place&) const = default;
    };

    struct NeighbourRow : skein::Neighbour {
        bool isFirst = false; // of those that are connected by the same words
    };

    struct PlaceRow : skein::MentionPlace {
        bool isFirst = false; // in its source
    };

    struct QuoteRow : skein::Quote {
        QString pair; // who with whom, behind the edge of a folded node; else empty
    };

    struct MemberRow {
        QString entity;
        QString name;
        QString type;
    };

    // A stop for the reader's "next": a span of a document.
    struct Stop {
        QString document;
        int begin = 0; // UTF-8 bytes
        int end = 0;
    };

    explicit Inspector(Session& session, QObject* parent = nullptr);
    // What nodes of the picture stand for. Lives as long as this.
    void follow(const Exploration& exploration);

    Kind kind() const { return m_shown.kind; }
    bool isLoading() const { return m_isLoading; }
    QString entity() const { return m_shown.entity; }
    QString name() const { return nameIn(m_shown.entity); }
    QString type() const { return m_session.typeOf(m_shown.entity); }
    QString typeLabel() const { return m_session.typeLabel(type()); }
    QStringList aliases() const { return m_aliases; }
    int mentionCount() const { return m_mentions; }
    int documentCount() const { return m_documents; }
    QString otherEntity() const { return m_shown.other; }
    QString otherName() const { return nameIn(m_shown.other); }
    QString otherType() const { return m_session.typeOf(m_shown.other); }
    QAbstractItemModel* neighbours() { return &m_neighbours; }
    QAbstractItemModel* places() { return &m_places; }
    QAbstractItemModel* facts() { return &m_facts; }
    QAbstractItemModel* sayings() { return &m_sayings; }
    QAbstractItemModel* quotes() { return &m_quotes; }
    int neighbourCount() const { return int(m_neighbours.rows().size()); }
    int neighboursLeft() const { return m_neighbours.left(); }
    int factsLeft() const { return m_facts.left(); }
    int placeCount() const { return m_places.rowCount(); }
    int factCount() const { return int(m_facts.rows().size()); }
    int sayingCount() const { return m_sayings.rowCount(); }
    QAbstractItemModel* members() { return &m_members; }
    int memberCount() const { return m_memberCount; }
    int listedMembers() const { return m_members.rowCount(); }
    int quotesLeft() const { return m_quotesLeft; }
    int quoteCount() const { return m_quotes.rowCount(); }
    bool canGoBack() const { return m_at > 0; }
    bool canGoForward() const { return m_at + 1 < m_trail.size(); }

    QList<Stop> stops() const; // the quotes or mentions shown, in their order
    Place shown() const { return m_shown; }
    void reload(); // after the library changed; shows nothing when what was shown is gone

public slots:
    void showEntity(const QString& entity);
    void showConnection(const QString& entity, const QString& other, const QString& relation);
    void clear();
    void goBack();
    void goForward();
    void showMoreNeighbours();
    void showMoreFacts();

signals:
    void changed();
    void loadingChanged();
    void selectionChanged(); // the place itself, not only what is known about it

private:
    QString nameIn(const QString& entity) const; // as the picture has it
    void takeMembers(const Place& place);
    void loadQuotes(const Place& place, quint64 ticket);
    void go(const Place& place);
    void load(const Place& place);
    void arrive(const Place& place);
    void setLoading(bool isLoading);

    Session& m_session;
    Place m_shown;
    Place m_wanted;
    bool m_isLoading = false;
    quint64 m_ticket = 0; // answers to older questions are dropped
    QList<Place> m_trail;
    qsizetype m_at = -1;
    QStringList m_aliases;
    int m_mentions = 0;
    int m_documents = 0;
    RowModel<NeighbourRow> m_neighbours;
    RowModel<PlaceRow> m_places;
    RowModel<skein::Quote> m_facts;
    RowModel<skein::Saying> m_sayings;
    RowModel<QuoteRow> m_quotes;
    RowModel<MemberRow> m_members;
    const Exploration* m_exploration = nullptr;
    int m_memberCount = 0;
    int m_quotesLeft = 0;
};
