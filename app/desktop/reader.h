// SPDX-License-Identifier: GPL-3.0-or-later
// One source, set for reading: its blocks with the mentions marked, the quote that was asked for, and its raw form.
#pragma once

#include "app/desktop/inspector.h"
#include "app/desktop/row-model.h"
#include "app/desktop/session.h"
#include "app/desktop/text-marks.h"

#include <QObject>
#include <qqmlintegration.h>

class Reader : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the workspace has one")
    Q_PROPERTY(QString document READ document NOTIFY changed) // id; empty: nothing is open
    Q_PROPERTY(bool isLoading READ isLoading NOTIFY loadingChanged)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString heading READ heading NOTIFY changed) // the title, unless the blocks begin with it
    Q_PROPERTY(QString byline READ byline NOTIFY changed)
    Q_PROPERTY(QString fileName READ fileName NOTIFY changed)
    Q_PROPERTY(QString measure READ measure NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* blocks READ blocks CONSTANT)
    Q_PROPERTY(int quotedRow READ quotedRow NOTIFY quotedChanged) // the block with the quote; -1: none
    Q_PROPERTY(QString quotedText READ quotedText NOTIFY quotedChanged)
    Q_PROPERTY(bool isRaw READ isRaw WRITE setRaw NOTIFY rawChanged)
    Q_PROPERTY(QString rawText READ rawText NOTIFY rawChanged)
    Q_PROPERTY(QString rawNote READ rawNote NOTIFY rawChanged)
    // The quotes (or mentions) of what is selected, one after the other, across sources.
    Q_PROPERTY(int stopCount READ stopCount NOTIFY stopsChanged)
    Q_PROPERTY(int stopNumber READ stopNumber NOTIFY stopsChanged) // from 1; 0: at none of them

public:
    struct BlockRow {
        QString text;
        TextRuns runs;
        QString kind; // title heading paragraph listItem quotation code tableRow caption
        int level = 0;
        skein::Span span;
    };

    explicit Reader(Session& session, QObject* parent = nullptr);

    QString document() const { return m_document; }
    bool isLoading() const { return m_isLoading; }
    QString title() const { return m_title; }
    QString heading() const;
    QString byline() const { return m_byline; }
    QString fileName() const { return m_fileName; }
    QString measure() const { return m_measure; }
    QAbstractItemModel* blocks() { return &m_blocks; }
    int quotedRow() const { return m_quotedRow; }
    QString quotedText() const { return m_quotedText; }
    bool isRaw() const { return m_isRaw; }
    void setRaw(bool isRaw);
    QString rawText() const { return m_rawText; }
    QString rawNote() const { return m_rawNote; }
    int stopCount() const { return int(m_stops.size()); }
    int stopNumber() const { return m_stop + 1; }

    void setStops(const QList<Inspector::Stop>& stops);
    void reload(); // after the library changed; closes the source when it is gone

public slots:
    // Opens a source with the bytes [begin, end) of its text in view; begin == end: at its start.
    void open(const QString& document, int begin, int end);
    void close();
    void nextStop();
    void previousStop();

signals:
    void changed();
    void loadingChanged();
    void quotedChanged();
    void rawChanged();
    void stopsChanged();
    void quoteShown(); // scroll there, also when it is the same one again

private:
    void show(const QString& document, skein::DocumentText text);
    void quote(skein::Span span);
    void loadRaw();
    void setLoading(bool isLoading);
    void findStop(const QString& document, int begin, int end);

    Session& m_session;
    quint64 m_ticket = 0;
    bool m_isLoading = false;
    QString m_document;
    QString m_title;
    QString m_byline;
    QString m_fileName;
    QString m_measure;
    RowModel<BlockRow> m_blocks;
    skein::Span m_quoted;
    int m_quotedRow = -1;
    QString m_quotedText;
    bool m_isRaw = false;
    QString m_rawText;
    QString m_rawNote;
    QList<Inspector::Stop> m_stops;
    int m_stop = -1;
};
