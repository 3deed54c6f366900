// SPDX-License-Identifier: GPL-3.0-or-later
// Saves a picture of the window once everything that was asked for is shown, then ends the program. GUI thread.
#pragma once

#include "app/desktop/options.h"

#include <QObject>
#include <QTimer>

class QQuickWindow;
class Workspace;

class Picture : public QObject {
    Q_OBJECT

public:
    Picture(Workspace& workspace, QQuickWindow& window, const Options& options);

private:
    void proceed();
    QString select(); // what is asked for; answers why it cannot be, else nothing
    void fail(const QString& why);
    void save();

    Workspace& m_workspace;
    QQuickWindow& m_window;
    Options m_options;
    QTimer m_calm; // the window has had time to draw
    bool m_hasSelected = false;
    bool m_hasTurned = false;
};
