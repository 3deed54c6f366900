// SPDX-License-Identifier: GPL-3.0-or-later
// Files on their way into the library: read on a pool, added in batches on the store's thread, told about one by one.
#pragma once

#include "app/desktop/row-model.h"
#include "app/desktop/session.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <qqmlintegration.h>

#include <memory>

class ImportQueue : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the workspace has one")
    Q_PROPERTY(QAbstractItemModel* files READ files CONSTANT)
    Q_PROPERTY(int count READ count NOTIFY changed)     // rows
    Q_PROPERTY(int total READ total NOTIFY changed)     // of this run
    Q_PROPERTY(int finished READ finished NOTIFY changed)
    Q_PROPERTY(int failed READ failed NOTIFY changed)   // rows that could not be read
    Q_PROPERTY(bool isRunning READ isRunning NOTIFY changed)
    Q_PROPERTY(bool isPaused READ isPaused NOTIFY changed)
    Q_PROPERTY(double progress READ progress NOTIFY changed)
    Q_PROPERTY(QString current READ current NOTIFY changed) // the file being read, for the status line

public:
    enum State { Waiting, Reading, Saving, Done, AlreadyThere, Failed };
    Q_ENUM(State)

    struct File {
        quint64 key = 0;
        QString path; // empty: `source` is the file
        QString name;
        std::shared_ptr<const skein::Source> source; // a source that comes back (undo)
        State state = Waiting;
        QString sentence; // why it failed, for people
        QString detail;   // the technical reason
        std::shared_ptr<skein::Cancel> cancel;
        std::shared_ptr<const skein::Digest> digest;
    };

    explicit ImportQueue(Session& session, QObject* parent = nullptr);
    ~ImportQueue() override;

    QAbstractItemModel* files() { return &m_files; }
    int count() const { return m_files.rowCount(); }
    int total() const { return m_total; }
    int finished() const { return m_finished; }
    int failed() const;
    bool isRunning() const { return m_finished < m_total; }
    bool isPaused() const { return m_isPaused; }
    double progress() const { return m_total ? double(m_finished) / m_total : 0; }
    QString current() const;

    void add(const QStringList& paths); // files only
    void add(std::shared_ptr<const skein::Source> source);
    void fail(const QString& path, const skein::Error& error); // lists a file that was refused before it was read
    void start(); // call when the engine or the library has become ready

public slots:
    void pause();
    void resume();
    void cancelAll();
    void cancel(int row); // or, when it is finished, takes it off the list
    void retry(int row);
    void dismissAll(); // takes everything finished off the list

signals:
    void changed();
    void added(); // the library holds more than before
    void settled(); // nothing is left to do

private:
    std::size_t rowOf(quint64 key) const; // count() when it is gone
    void enqueue(std::vector<File> files);
    void read(std::size_t row);
    void arrived(quint64 key, skein::Result<skein::Digest> digest);
    void flush();
    void saved(const std::vector<quint64>& keys, const skein::Result<std::vector<skein::Added>>& added);
    void finish(quint64 key, State state, const QString& sentence = {}, const QString& detail = {});
    void settle();

    Session& m_session;
    RowModel<File> m_files;
    QThreadPool m_pool;
    QTimer m_batch;
    quint64 m_nextKey = 1;
    int m_running = 0;
    int m_total = 0;
    int m_finished = 0;
    bool m_isPaused = false;
    bool m_isSaving = false;
};
