// SPDX-License-Identifier: GPL-3.0-or-later
// The one search field: entities by name, passages by words, as one list.
#pragma once

#include "app/desktop/row-model.h"
#include "app/desktop/session.h"

#include <QObject>
#include <QTimer>
#include <qqmlintegration.h>

class Search : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the workspace has one")
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY queryChanged)
    Q_PROPERTY(QAbstractItemModel* results READ results CONSTANT)
    Q_PROPERTY(int count READ count NOTIFY answered)
    Q_PROPERTY(bool hasAnswer READ hasAnswer NOTIFY answered) // to the query as it stands

public:
    struct Result {
        bool isEntity = false;
        QString id; // of the entity or the document
        QString title;
        QString type;
        QString detail;
        QString snippet; // StyledText, the match in bold
        int begin = 0;
        int end = 0;
    };

    explicit Search(Session& session, QObject* parent = nullptr);

    QString query() const { return m_query; }
    void setQuery(const QString& query);
    QAbstractItemModel* results() { return &m_results; }
    int count() const { return m_results.rowCount(); }
    bool hasAnswer() const { return m_hasAnswer; }

signals:
    void queryChanged();
    void answered();

private:
    void ask();

    Session& m_session;
    QString m_query;
    QTimer m_pause; // a word is typed faster than it is searched
    quint64 m_ticket = 0;
    bool m_hasAnswer = false;
    RowModel<Result> m_results;
};
