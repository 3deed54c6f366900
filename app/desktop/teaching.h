// SPDX-License-Identifier: GPL-3.0-or-later
// What the open library is taught beyond what Skein ships: the text being written, its mistakes, what it would change in
// the source that is open, and saving it. GUI thread; checking, trying and reading again run elsewhere.
#pragma once

#include "app/desktop/row-model.h"
#include "app/desktop/session.h"
#include "app/desktop/trial.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <qqmlintegration.h>

#include <functional>
#include <memory>

class Teaching : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the workspace has one")
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)
    Q_PROPERTY(bool isChanged READ isChanged NOTIFY textChanged) // is not what the library is taught
    Q_PROPERTY(bool isReady READ isReady NOTIFY stateChanged) // a library is open and its text is known
    Q_PROPERTY(bool canSave READ canSave NOTIFY stateChanged)
    Q_PROPERTY(QAbstractItemModel* problems READ problems CONSTANT)
    Q_PROPERTY(int problemCount READ problemCount NOTIFY triedChanged)
    Q_PROPERTY(QAbstractItemModel* changes READ changes CONSTANT)
    Q_PROPERTY(int changeCount READ changeCount NOTIFY triedChanged)
    Q_PROPERTY(QString summary READ summary NOTIFY triedChanged) // "2 claims more · 1 name less"
    Q_PROPERTY(bool isTrying READ isTrying NOTIFY triedChanged)
    Q_PROPERTY(bool hasSubject READ hasSubject NOTIFY subjectChanged) // there is a text to try on
    Q_PROPERTY(QString subjectTitle READ subjectTitle NOTIFY subjectChanged)
    Q_PROPERTY(bool usesSentence READ usesSentence WRITE setUsesSentence NOTIFY subjectChanged)
    Q_PROPERTY(QString sentence READ sentence WRITE setSentence NOTIFY subjectChanged)
    Q_PROPERTY(bool isReading READ isReading NOTIFY stateChanged) // all sources, again
    Q_PROPERTY(double progress READ progress NOTIFY progressChanged)
    Q_PROPERTY(int outdated READ outdated NOTIFY stateChanged) // sources that were read by another engine

public:
    struct ProblemRow {
        int line = 1;
        int column = 1;
        QString message;
        int begin = 0; // UTF-16 units of the text
        int end = 0;
        bool operator==(const ProblemRow&) const = default;
    };

    explicit Teaching(Session& session, QObject* parent = nullptr);
    ~Teaching() override;

    QString text() const { return m_text; }
    void setText(const QString& text);
    void replaceText(const QString& text); // the editor follows
    bool isChanged() const { return m_isReady && m_text != m_saved; }
    bool isReady() const { return m_isReady; }
    bool canSave() const { return isChanged() && !m_isReading && m_session.shipped != nullptr; }
    QAbstractItemModel* problems() { return &m_problems; }
    int problemCount() const { return m_problems.rowCount(); }
    const std::vector<ProblemRow>& problemRows() const { return m_problems.rows(); }
    QAbstractItemModel* changes() { return &m_changes; }
    int changeCount() const { return m_changes.rowCount(); }
    QString summary() const;
    bool isTrying() const { return m_isTrying || m_soon.isActive(); }
    bool hasSubject() const { return m_usesSentence ? !m_sentence.trimmed().isEmpty() : !m_document.isEmpty(); }
    QString subjectTitle() const { return m_title; }
    bool usesSentence() const { return m_usesSentence; }
    void setUsesSentence(bool uses);
    QString sentence() const { return m_sentence; }
    void setSentence(const QString& sentence);
    bool isReading() const { return m_isReading; }
    double progress() const { return m_progress; }
    int outdated() const { return m_outdated; }

    // Takes up the library that was opened: extends the engine by what it is taught. engineChanged() tells when that is
    // done; without the shipped engine it is not begun.
    void load();
    void rest(); // no library: the engine is the shipped one
    void setDocument(const QString& document, const QString& title); // what is open in the reader
    void countOutdated();
    // Calls `then` when nothing is left unsaved; asks first when something is.
    void leave(std::function<void()> then);

public slots:
    void save();
    void revert();
    void cancel(); // reading all again
    void readAgain();
    void saveAndLeave();
    void discardAndLeave();
    void stay();

signals:
    void textChanged();
    void textReplaced(); // not by the person who writes
    void triedChanged();
    void subjectChanged();
    void stateChanged();
    void progressChanged();
    void leaveAsked();
    void engineChanged(); // the session's
    void saved(skein::OperationId operation, const skein::Reread& reread);
    void readAnew(const skein::Reread& reread);
    void failed(const skein::Error& error);
    void misfit(const QString& problem); // what the library is taught does not fit this Skein

public:
    // Takes a teaching back, or does it again, and reads all anew.
    void replay(skein::OperationId operation, bool isUndo);

private:
    struct Reading;

    void forget();
    void tryAgain(); // soon
    void start();
    void finish(quint64 ticket, trial::Outcome outcome);
    void dropSubject();
    void adopt(const QString& saved, std::shared_ptr<const skein::Engine> engine);
    void read(std::function<skein::Result<Reading>(skein::Library&, const skein::Cancel&, const skein::Progress&)> work,
              std::function<void(const Reading&)> done);

    Session& m_session;
    QString m_text;
    QString m_saved;
    bool m_isReady = false;
    RowModel<ProblemRow> m_problems;
    RowModel<trial::Change> m_changes;
    QThreadPool m_pool; // one trial after the other
    QTimer m_soon;
    bool m_isTrying = false;
    quint64 m_ticket = 0;
    std::shared_ptr<skein::Cancel> m_trialCancel;
    QString m_document;
    QString m_title;
    bool m_usesSentence = false;
    QString m_sentence;
    std::shared_ptr<const trial::Subject> m_subject;
    quint64 m_loadTicket = 0;
    bool m_isReading = false;
    double m_progress = 0;
    std::shared_ptr<skein::Cancel> m_readCancel;
    int m_outdated = 0;
    std::function<void()> m_then; // once nothing is unsaved
};
