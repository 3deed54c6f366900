// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/explore/exporter.h"

#include "app/desktop/convert.h"
#include "app/desktop/explore/exploration.h"
#include "app/desktop/save-file.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QtConcurrent>

namespace {

struct FormatWords {
    const char* suffix;
    const char* name;
    const char* explanation;
};

// Beside Exporter::Format.
constexpr FormatWords words[] = {
    {"png", QT_TRANSLATE_NOOP("Exporter", "PNG picture"), QT_TRANSLATE_NOOP("Exporter", "A picture of the canvas as it is now.")},
    {"svg", QT_TRANSLATE_NOOP("Exporter", "SVG drawing"), QT_TRANSLATE_NOOP("Exporter", "A drawing of the canvas that stays sharp at any size; its text stays text.")},
    {"pdf", QT_TRANSLATE_NOOP("Exporter", "PDF page"), QT_TRANSLATE_NOOP("Exporter", "The canvas as one page to print; its text stays text.")},
    {"graphml", QT_TRANSLATE_NOOP("Exporter", "GraphML"), QT_TRANSLATE_NOOP("Exporter", "The graph for Gephi, yEd, Cytoscape and libraries; each relation with its quotes.")},
    {"gexf", QT_TRANSLATE_NOOP("Exporter", "GEXF"), QT_TRANSLATE_NOOP("Exporter", "The graph for Gephi, with places, colours and a timeline; each relation with its quotes.")},
    {"jsonld", QT_TRANSLATE_NOOP("Exporter", "JSON-LD"), QT_TRANSLATE_NOOP("Exporter", "Linked data: schema.org for things, PROV for claims, Web Annotation for quotes.")},
    {"csv", QT_TRANSLATE_NOOP("Exporter", "CSV tables"), QT_TRANSLATE_NOOP("Exporter", "Two tables for spreadsheets: NAME-nodes.csv, and NAME-edges.csv with a row a claim.")},
    {"json", QT_TRANSLATE_NOOP("Exporter", "Skein JSON"), QT_TRANSLATE_NOOP("Exporter", "Everything in the library: sources, mentions, claims and events.")},
};

skein::exchange::GraphFormat graphFormat(Exporter::Format format)
{
    switch (format) {
    case Exporter::Graphml: return skein::exchange::GraphFormat::graphml;
    case Exporter::Gexf: return skein::exchange::GraphFormat::gexf;
    case Exporter::JsonLd: return skein::exchange::GraphFormat::jsonLd;
    default: return skein::exchange::GraphFormat::csv;
    }
}

} // namespace

Exporter::Exporter(Session& session, const Exploration& exploration, QObject* parent)
    : QObject(parent), m_session(session), m_exploration(exploration)
{
}

void Exporter::setFormat(Format format)
{
    if (format == m_format)
        return;
    m_format = format;
    emit choiceChanged();
}

QString Exporter::suffix() const { return QString::fromLatin1(words[m_format].suffix); }
QString Exporter::filter() const { return tr("%1 (*.%2)").arg(tr(words[m_format].name), suffix()); }
QString Exporter::explanation() const { return tr(words[m_format].explanation); }

void Exporter::exportTo(skein::GraphItem* canvas, const QUrl& file, int scale, bool isTransparent, bool isWhole)
{
    if (!canvas || !canvas->model())
        return;
    const auto path = file.toLocalFile();
    if (isPicture())
        exportPicture(canvas->still(), path, {double(scale), isTransparent});
    else
        exportGraph(*canvas->model(), canvas->still().theme, path, isWhole);
}

void Exporter::exportPicture(const skein::Still& still, const QString& path, const skein::StillOptions& options)
{
    follow(QtConcurrent::run([still, path, options, format = m_format] {
               return saveFile(path, [&](QIODevice& out) -> skein::Result<void> {
                   const auto title = QFileInfo(path).completeBaseName();
                   if (format == Svg)
                       return writeSvg(still, options, out, title);
                   if (format == Pdf)
                       return writePdf(still, options, out, title);
                   if (!imageOf(still, options).save(&out, "PNG"))
                       return skein::fail(skein::Errc::notReadable, "the picture could not be written");
                   return {};
               });
           }),
           path);
}

void Exporter::exportGraph(const skein::GraphModel& graph, const skein::Theme& theme, const QString& path, bool isWhole)
{
    if (m_format == Json) {
        follow(m_session.reader.run([path](skein::Library& library) -> skein::Result<void> {
            auto json = library.exportJson();
            return json ? saveFile(path, *json) : std::unexpected(json.error());
        }),
               path);
        return;
    }
    // The picture is made from values that the pool may keep; its quotes come from the library.
    follow(m_session.reader.run([path, isWhole, theme, format = graphFormat(m_format), scene = graph.sharedScene(),
                                 positions = graph.positions(), state = graph.state(), leaders = m_exploration.folding().leaders](skein::Library& library) -> skein::Result<void> {
        skein::exchange::Picture picture;
        if (isWhole) {
            auto whole = library.graph();
            if (!whole)
                return std::unexpected(whole.error());
            picture.graph = std::move(*whole);
        } else {
            picture = skein::exchange::pictureOf(*scene, positions, state, theme);
        }
        const auto file = library.graphFile(std::move(picture.graph), std::move(picture.looks), isWhole ? skein::exchange::Leaders() : leaders);
        if (!file)
            return std::unexpected(file.error());
        for (const auto& [target, text] : skein::exchange::filesOf(*file, format, toPath(path)))
            if (auto saved = saveFile(fromPath(target), text); !saved)
                return saved;
        return {};
    }),
           path);
}

void Exporter::follow(QFuture<skein::Result<void>> work, const QString& path)
{
    ++m_running;
    emit runningChanged();
    work.then(this, [this, path](const skein::Result<void>& done) {
        --m_running;
        emit runningChanged();
        if (done)
            emit exported(path);
        else
            emit failed(done.error(), path);
    });
}

void Exporter::copyPicture(skein::GraphItem* canvas, int scale, bool isTransparent)
{
    if (!canvas)
        return;
    QtConcurrent::run([still = canvas->still(), options = skein::StillOptions{double(scale), isTransparent}] { return imageOf(still, options); })
        .then(this, [this](const QImage& image) {
            if (image.isNull())
                return;
            QGuiApplication::clipboard()->setImage(image);
            emit copied();
        });
}
