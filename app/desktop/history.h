// SPDX-License-Identifier: GPL-3.0-or-later
// What can be undone in this window, newest last. The decisions themselves are kept by the library; this is the way back.
#pragma once

#include <QObject>
#include <QString>
#include <qqmlintegration.h>

#include <functional>
#include <vector>

class History : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the workspace has one")
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY changed)
    Q_PROPERTY(bool canRedo READ canRedo NOTIFY changed)
    Q_PROPERTY(QString undoText READ undoText NOTIFY changed)
    Q_PROPERTY(QString redoText READ redoText NOTIFY changed)

public:
    struct Step {
        QString text; // "Remove “Report”"
        std::function<void()> undo;
        std::function<void()> redo;
    };

    using QObject::QObject;

    bool canUndo() const { return m_at > 0; }
    bool canRedo() const { return m_at < m_steps.size(); }
    QString undoText() const { return canUndo() ? m_steps[m_at - 1].text : QString(); }
    QString redoText() const { return canRedo() ? m_steps[m_at].text : QString(); }

    // Something that was just done. When the step before it is of the same series, which is not empty, the two become one.
    void push(Step step, const QString& series = {});
    // What was done and undone before the first step of this session: before it, and, when there is none yet, after.
    void precede(std::vector<Step> past, std::vector<Step> future);
    void clear();
    // Grows with every change. Who begins something because of a step remembers it, to know whether that is still the newest.
    quint64 stamp() const { return m_stamp; }
    // Reverts what was done last, as if it had never been: a new step goes without a way back to it, one that was undone is
    // done again. False when nothing was done since the last time, or all was cleared.
    bool takeBack();

public slots:
    void undo();
    void redo();

signals:
    void changed();

private:
    enum class Last { none, pushed, undone, redone };

    void revert(bool isForgotten);

    std::vector<Step> m_steps;
    QString m_series; // of the last step, while nothing was undone since
    std::size_t m_at = 0;
    quint64 m_stamp = 0;
    Last m_last = Last::none;
};
