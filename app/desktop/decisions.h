// SPDX-License-Identifier: GPL-3.0-or-later
// What a person decides about claims and names: written to the library's log, undoable in this window and, as the log is
// the library's, also after a restart. GUI thread; the library is written on the store thread.
#pragma once

#include "app/desktop/history.h"
#include "app/desktop/notice.h"
#include "app/desktop/session.h"

#include <QObject>

#include <functional>

class Decisions : public QObject {
    Q_OBJECT

public:
    // `replayTaught` undoes (true) or redoes what the library was taught, which reads its sources again.
    // `readAgain` adds a source that was removed.
    using ReadAgain = std::function<void(std::shared_ptr<const skein::Source>)>;
    Decisions(Session& session, History& history, Notice& notice, std::function<void(skein::OperationId, bool)> replayTaught,
              ReadAgain readAgain);

    bool isWriting() const { return m_writing > 0; }
    void acceptClaim(const QString& claim);
    void rejectClaim(const QString& claim);
    void rejectEntity(const QString& entity); // not a name at all
    void removeSource(const QString& document, const QString& name);
    // Puts the decisions of earlier sessions into the history, behind what was done in this one.
    void loadHistory();

signals:
    void changed(); // the library says something else now
    void writingChanged();
    void failed(const skein::Error& error);

private:
    void decide(const skein::Decision& decision, const QString& text);
    void take(QFuture<skein::Result<skein::OperationId>> written, const QString& text, const QString& told, bool isRemoval);
    void replay(skein::OperationId operation, bool isUndo);
    void bringBack(skein::OperationId removal);
    History::Step stepOf(skein::OperationId operation, const QString& text);
    History::Step removalOf(skein::OperationId operation, const QString& text);
    QString textOf(const skein::OperationSummary& operation) const;

    Session& m_session;
    History& m_history;
    Notice& m_notice;
    std::function<void(skein::OperationId, bool)> m_replayTaught;
    ReadAgain m_readAgain;
    int m_writing = 0;
    quint64 m_ticket = 0;
};
