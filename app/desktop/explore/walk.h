// SPDX-License-Identifier: GPL-3.0-or-later
// Walking the graph relation by relation with the keyboard, said aloud at each step: [ and ] (or Page Up and Page Down) go
// through the relations of what is selected, Up and Down through what one of them leads to, Enter goes there, Backspace
// back, Home to the most important. GUI thread; the first quote of a step comes from the library and is waited for.
#pragma once

#include "app/desktop/graph/graph-model.h"
#include "app/desktop/session.h"
#include "core/graph/walk.h"

#include <QObject>
#include <QString>
#include <qqmlintegration.h>

#include <vector>

class Walk : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the workspace has one")
    Q_PROPERTY(QString hint READ hint NOTIFY hintChanged) // where the walk stands, in short; empty: nobody walks

public:
    Walk(Session& session, skein::GraphModel& graph, QObject* parent = nullptr);

    QString hint() const { return m_hint; }
    // True when the key was the walk's; what it does not know is the canvas's.
    Q_INVOKABLE bool takeKey(int key, int modifiers);

signals:
    void hintChanged();
    void announced(const QString& words); // for screen readers
    void seen(const QString& entity);     // must be in sight

private:
    bool turn(int by);
    bool step(int by);
    bool go();
    bool goBack();
    bool goHome();
    bool stop();
    bool begin();
    void point();
    void say(bool isNewWay, const QString& quote);
    std::uint32_t other() const; // the node that the walk points to
    const skein::GraphEdge& edge() const;

    Session& m_session;
    skein::GraphModel& m_graph;
    std::vector<skein::RelationWay> m_ways; // from the selected node; empty: nobody walks
    std::size_t m_way = 0;
    std::size_t m_at = 0;   // within it
    quint64 m_ticket = 0;
    QStringList m_passed;   // entities to go back to
    QString m_hint;
};
