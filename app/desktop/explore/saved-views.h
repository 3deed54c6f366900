// SPDX-License-Identifier: GPL-3.0-or-later
// The views that the library keeps under names, and the verbs on them, each undoable. GUI thread; the library is written on
// the store thread, in order.
#pragma once

#include "app/desktop/history.h"
#include "app/desktop/notice.h"
#include "app/desktop/row-model.h"
#include "app/desktop/session.h"

#include <QObject>
#include <QString>
#include <qqmlintegration.h>

#include <optional>

class Exploration;

class SavedViews : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the exploration has one")
    Q_PROPERTY(QAbstractItemModel* rows READ rows CONSTANT) // roles: name isOpen
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(QString openName READ openName NOTIFY changed) // of the view that is shown; empty: none

public:
    SavedViews(Exploration& exploration, Session& session, History& history, Notice& notice);

    QAbstractItemModel* rows() { return &m_rows; }
    int count() const { return m_rows.rowCount(); }
    QString openName() const { return m_openName; }
    void setOpenName(const QString& name);
    void load(); // anew from the library
    void clear();
    bool isBusy() const { return m_writing > 0 || m_opening > 0; }
    Q_INVOKABLE bool isTaken(const QString& name) const;
    Q_INVOKABLE QString freeName() const; // a name for the present view that is not taken yet

public slots:
    void save(const QString& name); // the present view; over one that has the name
    void open(const QString& name);
    void rename(const QString& from, const QString& to);
    void remove(const QString& name);

signals:
    void changed();
    void settledChanged();

private:
    struct Row {
        QString name;
        std::string content;
        bool isOpen = false;

        bool operator==(const Row&) const = default;
    };

    const Row* find(const QString& name) const;
    void set(const QString& name, const std::optional<std::string>& content);
    void change(const QString& from, const QString& to);
    template <typename Write>
    void write(const QString& name, Write function);
    void take(std::vector<skein::StoredView> views);
    void show(const QString& name, skein::Result<skein::GraphView> view);

    Exploration& m_exploration;
    Session& m_session;
    History& m_history;
    Notice& m_notice;
    RowModel<Row> m_rows;
    QString m_openName;
    quint64 m_ticket = 0;
    quint64 m_openTicket = 0;
    int m_writing = 0;
    int m_opening = 0; // read on the pool: a large view takes its time
};
