// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/workspace.h"

#include "app/desktop/convert.h"
#include "app/desktop/dates.h"
#include "app/desktop/places.h"
#include "app/words.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

namespace {

// While files stream in, the graph is read again at most this often.
constexpr int reloadMilliseconds = 400;
constexpr int inspectMilliseconds = 120; // longer than between two repeats of a key
constexpr int maxFolderFiles = 5000;
constexpr auto librarySuffix = ".skein";

std::vector<RowModel<skein::DocumentSummary>::Role> sourceRoles()
{
    using Row = skein::DocumentSummary;
    return {
        {"documentId", [](const Row& d) { return idText(d.id); }},
        {"title", [](const Row& d) { return qstring(d.title); }},
        {"date", [](const Row& d) { return edtfText(qstring(d.published)); }},
        {"site", [](const Row& d) { return qstring(d.site); }},
        {"fileName", [](const Row& d) { return qstring(d.name); }},
        {"claims", [](const Row& d) { return int(d.claims); }},
        {"iconName", [](const Row& d) {
             return d.mediaType == "text/markdown" ? QStringLiteral("markdown")
                    : d.mediaType == "text/html"   ? QStringLiteral("html")
                                                   : QStringLiteral("text");
         }},
    };
}

// What a folder that was dropped holds for us: files of the kinds we read, nothing hidden, in order of their names.
QStringList sourcesIn(const QString& folder)
{
    static const QStringList kinds = {"*.txt", "*.text", "*.md", "*.markdown", "*.html", "*.htm", "*.xhtml"};
    QStringList files;
    QDirIterator walk(folder, kinds, QDir::Files | QDir::Readable, QDirIterator::Subdirectories);
    while (walk.hasNext() && files.size() < maxFolderFiles)
        files.append(walk.next());
    files.sort();
    return files;
}

QString movement(const skein::Reread& reread)
{
    const auto more = reread.claimsAdded, less = reread.claimsRemoved;
    if (more == 0 && less == 0)
        return Workspace::tr("no claim changed");
    QStringList parts;
    if (more > 0)
        parts += more == 1 ? Workspace::tr("1 claim more") : Workspace::tr("%L1 claims more").arg(more);
    if (less > 0)
        parts += less == 1 ? Workspace::tr("1 claim less") : Workspace::tr("%L1 claims less").arg(less);
    return parts.join(QStringLiteral(", "));
}

} // namespace

struct Workspace::Content {
    std::vector<skein::DocumentSummary> documents;
    std::shared_ptr<const skein::Scene> scene;
    std::vector<skein::PlacedNode> pins;
    std::vector<skein::PlacedNode> positions;
};

Workspace::Workspace(bool isPrivate, QObject* parent)
    : QObject(parent), m_preferences(isPrivate), m_imports(m_session), m_search(m_session), m_inspector(m_session),
      m_reader(m_session), m_teaching(m_session),
      m_decisions(m_session, m_history, m_notice,
                  [this](skein::OperationId operation, bool isUndo) { m_teaching.replay(operation, isUndo); },
                  [this](std::shared_ptr<const skein::Source> source) { m_imports.add(std::move(source)); }),
      m_exploration(m_session, m_history, m_notice, m_graph), m_table(m_session, m_preferences, m_graph),
      m_walk(m_session, m_graph), m_exporter(m_session, m_exploration), m_analysis(m_exploration), m_paths(m_session, m_exploration),
      m_groups(m_session, m_exploration, m_analysis, m_preferences), m_lens(m_exploration, m_analysis, m_preferences),
      m_arrangement(m_session, m_exploration),
      m_computation(m_history, {m_exploration, m_arrangement, m_analysis, m_lens, m_paths}), m_sources(sourceRoles())
{
    m_reloadSoon.setSingleShot(true);
    m_reloadSoon.setInterval(reloadMilliseconds);
    connect(&m_reloadSoon, &QTimer::timeout, this, &Workspace::reload);
    connect(&m_imports, &ImportQueue::added, this, [this] {
        m_hasGrown = true;
        scheduleReload();
    });
    connect(&m_imports, &ImportQueue::changed, this, &Workspace::statusChanged);
    connect(&m_decisions, &Decisions::changed, this, &Workspace::scheduleReload);
    connect(&m_decisions, &Decisions::failed, this, [this](const skein::Error& error) { report(error, {}); });
    connect(&m_decisions, &Decisions::writingChanged, this, &Workspace::statusChanged);
    connect(&m_imports, &ImportQueue::settled, this, &Workspace::checkSettled);
    connect(&m_inspector, &Inspector::changed, this, [this] { m_reader.setStops(m_inspector.stops()); });
    connect(&m_inspector, &Inspector::loadingChanged, this, &Workspace::checkSettled);
    connect(&m_reader, &Reader::loadingChanged, this, &Workspace::checkSettled);
    joinGraph();
    joinTeaching();
    joinTwin();
}

Workspace::~Workspace() = default;

void Workspace::joinTeaching()
{
    connect(&m_reader, &Reader::changed, this, [this] {
        const auto title = m_reader.title().isEmpty() ? m_reader.fileName() : m_reader.title();
        m_teaching.setDocument(m_reader.document(), title);
    });
    connect(&m_teaching, &Teaching::engineChanged, this, [this] {
        std::vector<std::pair<QString, QString>> labels;
        for (const auto& type : m_session.engine->entityTypes())
            labels.emplace_back(qstring(type.id), qstring(type.plural));
        m_graph.setTypeLabels(std::move(labels));
        m_isLoadingEngine = false;
        m_imports.start();
        emit libraryChanged(); // type labels are known now
        emit statusChanged();
        checkSettled();
    });
    for (auto changed : {&Teaching::stateChanged, &Teaching::progressChanged, &Teaching::triedChanged}) {
        connect(&m_teaching, changed, this, [this] {
            emit statusChanged();
            checkSettled();
        });
    }
    connect(&m_imports, &ImportQueue::settled, &m_teaching, &Teaching::countOutdated);
    connect(&m_teaching, &Teaching::saved, this, [this](skein::OperationId operation, const skein::Reread& reread) {
        m_history.push({tr("Teach the library"), [this, operation] { m_teaching.replay(operation, true); },
                        [this, operation] { m_teaching.replay(operation, false); }});
        m_notice.showDone(tr("Taught, and all sources read again: %1.").arg(movement(reread)), tr("Undo"), [this] { m_history.undo(); });
        scheduleReload();
    });
    connect(&m_teaching, &Teaching::readAnew, this, [this](const skein::Reread& reread) {
        m_notice.showDone(tr("All sources read again: %1.").arg(movement(reread)));
        scheduleReload();
    });
    connect(&m_teaching, &Teaching::failed, this, [this](const skein::Error& error) {
        if (error.code == skein::Errc::cancelled)
            m_notice.showDone(tr("Stopped; the library is as it was."));
        else if (error.code == skein::Errc::badSyntax)
            m_notice.showError(tr("What you wrote has mistakes; correct them and save again."), qstring(error.detail));
        else
            report(error, libraryName());
    });
    connect(&m_teaching, &Teaching::misfit, this, [this](const QString& problem) {
        m_notice.showError(tr("What this library is taught does not fit this Skein; sources are read without it until it is corrected."),
                           problem, tr("Correct it"), [this] { setPage(Teach); });
    });
}

// What is selected in the graph is shown in the inspector, and the other way round.
void Workspace::joinGraph()
{
    using skein::GraphModel;
    for (auto changed : {&Exploration::settledChanged, &Exploration::contentsChanged}) {
        connect(&m_exploration, changed, this, [this] {
            emit statusChanged();
            checkSettled();
        });
    }
    connect(&m_computation, &Computation::changed, this, [this] {
        emit statusChanged();
        checkSettled();
    });
    connect(&m_exploration, &Exploration::failed, this, [this](const skein::Error& error) { report(error, libraryName()); });
    connect(&m_graph, &GraphModel::layoutChanged, this, [this] {
        settleGrowth();
        emit statusChanged();
        checkSettled();
    });
    connect(&m_graph, &GraphModel::entityActivated, &m_inspector, &Inspector::showEntity);
    connect(&m_graph, &GraphModel::edgeActivated, this, [this](const QString& source, const QString& target) {
        m_inspector.showConnection(source, target, {});
    });
    connect(&m_graph, &GraphModel::selectionChanged, this, [this] {
        if (m_graph.selectedEntity().isEmpty() && m_graph.selectedEdgeSource().isEmpty()) {
            m_inspectSoon.stop();
            m_inspector.clear();
        } else {
            m_inspectSoon.start();
        }
    });
    m_inspectSoon.setSingleShot(true);
    m_inspectSoon.setInterval(inspectMilliseconds);
    connect(&m_inspectSoon, &QTimer::timeout, this, &Workspace::inspectSelected);
    connect(&m_inspector, &Inspector::selectionChanged, this, &Workspace::selectInGraph);
    m_inspector.follow(m_exploration);
}

// However it was selected.
void Workspace::inspectSelected()
{
    if (m_inspector.isLoading()) // somebody has asked for something just now
        return;
    const auto shown = m_inspector.shown();
    const auto entity = m_graph.selectedEntity();
    const auto source = m_graph.selectedEdgeSource(), target = m_graph.selectedEdgeTarget();
    if (!entity.isEmpty()) {
        m_inspector.showEntity(entity);
    } else if (!source.isEmpty()) {
        const bool isShown = shown.kind == Inspector::Connection && ((shown.entity == source && shown.other == target) ||
                                                                    (shown.entity == target && shown.other == source));
        if (!isShown)
            m_inspector.showConnection(source, target, {});
    }
}

void Workspace::selectInGraph()
{
    const auto shown = m_inspector.shown();
    if (shown.kind == Inspector::Entity) {
        if (m_graph.selectedEntity() != shown.entity)
            m_graph.select(shown.entity);
    } else if (shown.kind == Inspector::Connection) {
        const auto isSame = [&](const QString& a, const QString& b) {
            return m_graph.selectedEdgeSource() == a && m_graph.selectedEdgeTarget() == b;
        };
        if (!isSame(shown.entity, shown.other) && !isSame(shown.other, shown.entity))
            m_graph.selectEdge(shown.entity, shown.other);
    } else {
        m_graph.clearSelection();
    }
}

QString Workspace::libraryName() const
{
    if (m_file.isEmpty())
        return {};
    return isSampleLibrary(m_file) ? tr("Sample library") : QFileInfo(m_file).completeBaseName();
}

QString Workspace::status() const
{
    if (m_isOpening)
        return tr("Opening %1…").arg(QFileInfo(m_openingFile).completeBaseName());
    if (m_imports.isRunning()) {
        const auto share = tr("%1 of %2").arg(m_imports.finished()).arg(m_imports.total());
        if (m_imports.isPaused())
            return tr("Paused · %1").arg(share);
        if (m_isLoadingEngine)
            return tr("Loading the reading engine…");
        const auto file = m_imports.current();
        return file.isEmpty() ? tr("Saving · %1").arg(share) : tr("Reading %1 · %2").arg(file, share);
    }
    if (m_teaching.isReading())
        return tr("Reading all sources again · %1 %").arg(int(100 * m_teaching.progress()));
    if (m_decisions.isWriting())
        return tr("Saving…");
    if (m_isReloading)
        return tr("Loading the graph…");
    return m_computation.status();
}

double Workspace::statusProgress() const
{
    if (m_imports.isRunning())
        return m_isLoadingEngine ? -1 : m_imports.progress();
    return m_teaching.isReading() ? m_teaching.progress() : -1;
}

void Workspace::setPage(Page page)
{
    if (page == m_page)
        return;
    m_page = page;
    if (page != Explore && m_reader.document().isEmpty() && !m_reader.isLoading())
        m_reader.open(firstDocument(), 0, 0);
    emit pageChanged();
}

void Workspace::loadEngine(const QString& resources)
{
    m_isLoadingEngine = true;
    QtConcurrent::run([folder = toPath(resources)] { return skein::Engine::load(folder); })
        .then(this, [this](skein::Result<std::shared_ptr<const skein::Engine>> engine) {
            if (engine) {
                m_session.shipped = std::move(*engine);
                if (isOpen() && !m_isOpening)
                    return m_teaching.load();
                m_teaching.rest();
            } else {
                m_isLoadingEngine = false;
                m_notice.showError(tr("Skein's reading engine could not be loaded, so no source can be read. "
                                      "Installing Skein again puts its files back."),
                                   qstring(engine.error().detail));
                m_imports.cancelAll();
                emit libraryChanged();
                emit statusChanged();
                checkSettled();
            }
        });
}

// ---- libraries ----

void Workspace::newLibrary(const QUrl& file)
{
    auto path = file.toLocalFile();
    if (!path.endsWith(QLatin1String(librarySuffix)))
        path += QLatin1String(librarySuffix);
    open(path, false);
}

void Workspace::openLibrary(const QUrl& file)
{
    open(file.toLocalFile(), true);
}

void Workspace::openRecent(const QString& file)
{
    open(file, true);
}

void Workspace::openFile(const QString& file)
{
    open(file, false);
}

void Workspace::openSample()
{
    open(sampleLibrary(), false);
}

void Workspace::open(const QString& file, bool mustExist)
{
    if (file.isEmpty())
        return;
    if (mustExist && !QFileInfo::exists(file))
        return report({skein::Errc::notFound, utf8(file)}, QFileInfo(file).fileName());
    m_teaching.leave([this, file] { openNow(file); });
}

void Workspace::openNow(const QString& file)
{
    m_teaching.cancel();
    const auto ticket = ++m_ticket;
    m_isOpening = true;
    m_openingFile = file;
    m_imports.cancelAll();
    m_notice.dismiss(); // now, not when it is open: what is said meanwhile is about the new one
    emit libraryChanged();
    emit statusChanged();
    const auto path = toPath(QFileInfo(file).absoluteFilePath());
    m_session.writer.open(path, skein::Library::Access::readWrite)
        .then(this, [this, ticket, path, file](skein::Result<void> opened) {
            if (ticket != m_ticket)
                return;
            const auto failed = [this, file](const skein::Error& error) {
                m_isOpening = false;
                m_toImport.clear();
                emit libraryChanged();
                emit statusChanged();
                report(error, QFileInfo(file).fileName());
                checkSettled();
            };
            if (!opened)
                return failed(opened.error());
            m_session.reader.open(path, skein::Library::Access::readOnly)
                .then(this, [this, ticket, path, failed](skein::Result<void> both) {
                    if (ticket != m_ticket)
                        return;
                    if (!both)
                        return failed(both.error());
                    adopt(fromPath(path));
                });
        });
}

void Workspace::adopt(const QString& file)
{
    m_file = file;
    m_isOpening = false;
    m_isLoadingEngine = m_isLoadingEngine || m_session.shipped; // until it knows what this library is taught
    m_teaching.load();
    m_history.clear();
    m_decisions.loadHistory();
    m_inspector.clear();
    m_reader.close();
    m_search.setQuery({});
    m_exploration.clear();
    m_hasGrown = false;
    if (!isSampleLibrary(file))
        m_preferences.rememberLibrary(file);
    setPage(Explore);
    emit libraryChanged();
    emit statusChanged();
    m_isReloading = false; // an answer on its way is about the library before
    reload();
    if (isSampleLibrary(file))
        fillSample();
    importFound(std::exchange(m_toImport, {}));
}

void Workspace::fillSample()
{
    const QDir folder(resourceFolder() + QStringLiteral("/sample"));
    QStringList files;
    for (const auto& name : folder.entryList(QDir::Files, QDir::Name))
        files.append(folder.filePath(name));
    m_session.reader.run([](skein::Library& library) { return library.documents(); })
        .then(this, [this, files, ticket = m_ticket](const skein::Result<std::vector<skein::DocumentSummary>>& documents) {
            if (ticket == m_ticket && documents && documents->empty())
                m_imports.add(files);
        });
}

// The table and what leaves the window.
void Workspace::joinTwin()
{
    connect(&m_table, &Table::centreAsked, this, &Workspace::visited);
    connect(&m_table, &Table::rowsChanged, this, &Workspace::checkSettled);
    connect(&m_exporter, &Exporter::runningChanged, this, &Workspace::checkSettled);
    const auto done = [this](const QString& path) { m_notice.showDone(tr("Exported to “%1”.").arg(QFileInfo(path).fileName())); };
    const auto failed = [this](const skein::Error& error, const QString& path) { report(error, QFileInfo(path).fileName()); };
    connect(&m_table, &Table::exported, this, done);
    connect(&m_table, &Table::failed, this, failed);
    connect(&m_exporter, &Exporter::exported, this, done);
    connect(&m_exporter, &Exporter::failed, this, failed);
    connect(&m_exporter, &Exporter::copied, this, [this] { m_notice.showDone(tr("The picture is on the clipboard.")); });
}

// ---- sources ----

void Workspace::addFiles(const QList<QUrl>& urls)
{
    QStringList files;
    QStringList folders;
    for (const auto& url : urls) {
        const auto path = url.toLocalFile();
        if (path.isEmpty())
            m_notice.showError(tr("“%1” is not a file on this computer; save it first, then add the file.").arg(url.toDisplayString()));
        else if (path.endsWith(QLatin1String(librarySuffix), Qt::CaseInsensitive))
            return open(path, true);
        else if (QFileInfo(path).isDir())
            folders.append(path);
        else
            files.append(path);
    }
    if (folders.isEmpty())
        return importFound(files);
    // A folder on a slow disk takes its time.
    QtConcurrent::run([folders] {
        QStringList found;
        for (const auto& folder : folders)
            found += sourcesIn(folder);
        return found;
    }).then(this, [this, files, folders](const QStringList& found) {
        if (found.isEmpty()) {
            m_notice.showError(tr("“%1” holds no text, Markdown or HTML file that Skein could read.")
                                   .arg(QDir(folders.first()).dirName()));
        }
        importFound(files + found);
    });
}

void Workspace::importFound(const QStringList& files)
{
    if (files.isEmpty())
        return checkSettled();
    if (isOpen() && !m_isOpening) {
        m_imports.add(files);
        return;
    }
    m_toImport += files;
    if (!m_isOpening)
        open(defaultLibrary(), false);
}

void Workspace::removeSource(const QString& document)
{
    const auto& rows = m_sources.rows();
    const auto row = std::ranges::find(rows, document, [](const skein::DocumentSummary& one) { return idText(one.id); });
    if (row != rows.end())
        m_decisions.removeSource(document, qstring(row->name));
}

void Workspace::readSource(const QString& document)
{
    readAt(document, 0, 0);
}

void Workspace::readAt(const QString& document, int begin, int end)
{
    m_reader.open(document, begin, end);
    setPage(Read);
}

void Workspace::visit(const QString& entity)
{
    m_exploration.reveal(entity);
    m_inspector.showEntity(entity);
    emit visited(entity);
}

QString Workspace::firstDocument() const
{
    return m_sources.rows().empty() ? QString() : idText(m_sources.rows().front().id);
}

void Workspace::close()
{
    m_teaching.leave([this] { emit closable(); });
}

// ---- content ----

void Workspace::scheduleReload()
{
    if (!m_reloadSoon.isActive())
        m_reloadSoon.start();
}

void Workspace::reload()
{
    if (m_isReloading) {
        scheduleReload();
        return;
    }
    m_isReloading = true;
    emit statusChanged();
    m_session.reader
        .run([](skein::Library& library) -> skein::Result<Content> {
            auto documents = library.documents();
            auto graph = library.graph();
            auto pins = library.pins();
            auto positions = library.positions();
            for (const auto* error : {documents ? nullptr : &documents.error(), graph ? nullptr : &graph.error(), pins ? nullptr : &pins.error(),
                                      positions ? nullptr : &positions.error()}) {
                if (error)
                    return std::unexpected(*error);
            }
            return Content{std::move(*documents), std::make_shared<const skein::Scene>(skein::sceneFrom(std::move(*graph))),
                           std::move(*pins), std::move(*positions)};
        })
        .then(this, [this, ticket = m_ticket](skein::Result<Content> content) {
            if (ticket != m_ticket)
                return;
            m_isReloading = false;
            if (content)
                show(std::move(*content));
            else
                report(content.error(), libraryName());
            emit statusChanged();
            checkSettled();
        });
}

void Workspace::show(Content content)
{
    m_sources.sync(std::move(content.documents), &skein::DocumentSummary::id);
    m_session.names.clear();
    m_session.graph = {content.scene, &content.scene->graph};
    m_exploration.setLibrary(std::move(content.scene), std::move(content.pins), std::move(content.positions));
    emit contentChanged();
    m_inspector.reload();
    m_reader.reload();
}

QString Workspace::entityNamed(const QString& name) const
{
    for (const auto& node : m_session.graph->nodes) {
        if (qstring(node.name).compare(name, Qt::CaseInsensitive) == 0)
            return idText(node.id);
    }
    return {};
}

void Workspace::report(const skein::Error& error, const QString& subject)
{
    m_notice.showError(qstring(skein::sentence(error, utf8(subject))), qstring(error.detail));
}

// While files stream in, each layout keeps what stands; when all are in, the picture is judged as a whole.
void Workspace::settleGrowth()
{
    if (!m_hasGrown || m_graph.isLayingOut() || m_imports.isRunning() || m_isReloading || m_reloadSoon.isActive())
        return;
    m_hasGrown = false;
    if (m_exploration.settleGrowth())
        m_notice.showDone(tr("The graph has grown by half since it was laid out; what was there has not moved."), tr("Lay out anew"),
                          [this] { m_exploration.layOutAnew(); });
}

bool Workspace::isSettled() const
{
    return !m_isOpening && !m_isReloading && !m_reloadSoon.isActive() && !m_decisions.isWriting() && !m_isLoadingEngine &&
           !m_teaching.isReading() && !m_teaching.isTrying() && !m_imports.isRunning() && !m_computation.isRunning() &&
           !m_exploration.isBusy() && !m_table.isBusy() && !m_exporter.isRunning() && !m_inspector.isLoading() && !m_reader.isLoading();
}

void Workspace::checkSettled()
{
    if (isSettled())
        emit settled();
}
