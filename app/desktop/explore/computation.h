// SPDX-License-Identifier: GPL-3.0-or-later
// All that is computed for the picture, and the one way to stop it. What is stopped leaves no trace: the step that it was for
// is taken back while it is the newest; else the view asks for it no more. GUI thread.
#pragma once

#include "app/desktop/explore/analysis.h"
#include "app/desktop/explore/arrangement.h"
#include "app/desktop/explore/lens.h"
#include "app/desktop/explore/paths.h"

#include <QObject>
#include <QTimer>
#include <qqmlintegration.h>

class Computation : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the workspace has one")
    Q_PROPERTY(bool isRunning READ isRunning NOTIFY changed)
    Q_PROPERTY(QString outcome READ outcome NOTIFY outcomeChanged) // for a while after it was stopped: what that came to

public:
    struct Parts {
        Exploration& exploration;
        Arrangement& arrangement;
        Analysis& analysis;
        Lens& lens;
        Paths& paths;
    };

    Computation(History& history, Parts parts, QObject* parent = nullptr);

    bool isRunning() const;
    QString status() const; // what is running; empty: nothing
    QString outcome() const { return m_outcome; }

public slots:
    void stop();

signals:
    void changed();
    void outcomeChanged();
    void stopped(const QString& words); // for screen readers

private:
    void notice();

    History& m_history;
    Parts m_parts;
    QString m_outcome;
    QTimer m_outcomeStays;
    bool m_wasRunning = false;
};
