// SPDX-License-Identifier: GPL-3.0-or-later
// Takes what is seen (a picture of the canvas) and what is meant (the graph with the words behind it) out of Skein. GUI
// thread; files are made on the pool and written whole.
#pragma once

#include "app/desktop/graph/graph-item.h"
#include "app/desktop/session.h"

#include <QObject>
#include <QUrl>
#include <qqmlintegration.h>

class Exploration;

class Exporter : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the workspace has one")
    Q_PROPERTY(bool isRunning READ isRunning NOTIFY runningChanged)
    Q_PROPERTY(Format format READ format WRITE setFormat NOTIFY choiceChanged)
    Q_PROPERTY(bool isPicture READ isPicture NOTIFY choiceChanged)   // of what is seen
    Q_PROPERTY(bool hasScope READ hasScope NOTIFY choiceChanged)     // the view and the whole library can be told apart
    Q_PROPERTY(QString suffix READ suffix NOTIFY choiceChanged)      // "png"
    Q_PROPERTY(QString filter READ filter NOTIFY choiceChanged)      // "PNG picture (*.png)"
    Q_PROPERTY(QString explanation READ explanation NOTIFY choiceChanged) // one sentence

public:
    enum Format { Png, Svg, Pdf, Graphml, Gexf, JsonLd, Csv, Json };
    Q_ENUM(Format)

    Exporter(Session& session, const Exploration& exploration, QObject* parent = nullptr);

    bool isRunning() const { return m_running > 0; }
    Format format() const { return m_format; }
    void setFormat(Format format);
    bool isPicture() const { return m_format <= Pdf; }
    bool hasScope() const { return m_format >= Graphml && m_format != Json; }
    QString suffix() const;
    QString filter() const;
    QString explanation() const;

public slots:
    // `scale`: pixels of a PNG for one of the canvas. `isWhole`: the library instead of the view.
    void exportTo(skein::GraphItem* canvas, const QUrl& file, int scale, bool isTransparent, bool isWhole);
    void copyPicture(skein::GraphItem* canvas, int scale, bool isTransparent);

signals:
    void runningChanged();
    void choiceChanged();
    void exported(const QString& file);
    void copied();
    void failed(const skein::Error& error, const QString& file);

private:
    void follow(QFuture<skein::Result<void>> work, const QString& path);
    void exportPicture(const skein::Still& still, const QString& path, const skein::StillOptions& options);
    void exportGraph(const skein::GraphModel& graph, const skein::Theme& theme, const QString& path, bool isWhole);

    Session& m_session;
    const Exploration& m_exploration;
    Format m_format = Png;
    int m_running = 0;
};
