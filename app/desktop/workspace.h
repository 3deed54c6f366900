// SPDX-License-Identifier: GPL-3.0-or-later
// The root object that QML is given: one library and everything the window shows of it. GUI thread; what takes time runs
// on the session's connections and on pools, and comes home as changed properties.
#pragma once

#include "app/desktop/explore/arrangement.h"
#include "app/desktop/explore/computation.h"
#include "app/desktop/explore/exploration.h"
#include "app/desktop/explore/exporter.h"
#include "app/desktop/explore/table.h"
#include "app/desktop/explore/walk.h"
#include "app/desktop/explore/groups.h"
#include "app/desktop/explore/lens.h"
#include "app/desktop/explore/paths.h"
#include "app/desktop/graph/graph-model.h"
#include "app/desktop/decisions.h"
#include "app/desktop/history.h"
#include "app/desktop/import-queue.h"
#include "app/desktop/inspector.h"
#include "app/desktop/notice.h"
#include "app/desktop/preferences.h"
#include "app/desktop/reader.h"
#include "app/desktop/search.h"
#include "app/desktop/session.h"
#include "app/desktop/teaching.h"

#include <QObject>
#include <QTimer>
#include <QUrl>
#include <qqmlintegration.h>

class Workspace : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("main makes one")
    Q_PROPERTY(Preferences* preferences READ preferences CONSTANT)
    Q_PROPERTY(ImportQueue* imports READ imports CONSTANT)
    Q_PROPERTY(Search* search READ search CONSTANT)
    Q_PROPERTY(Inspector* inspector READ inspector CONSTANT)
    Q_PROPERTY(Reader* reader READ reader CONSTANT)
    Q_PROPERTY(History* history READ history CONSTANT)
    Q_PROPERTY(Notice* notice READ notice CONSTANT)
    Q_PROPERTY(Teaching* teaching READ teaching CONSTANT)
    Q_PROPERTY(skein::GraphModel* graph READ graph CONSTANT)
    Q_PROPERTY(Exploration* exploration READ exploration CONSTANT)
    Q_PROPERTY(Table* table READ table CONSTANT)
    Q_PROPERTY(Walk* walk READ walk CONSTANT)
    Q_PROPERTY(Exporter* exporter READ exporter CONSTANT)
    Q_PROPERTY(Paths* paths READ paths CONSTANT)
    Q_PROPERTY(Groups* groups READ groups CONSTANT)
    Q_PROPERTY(Lens* lens READ lens CONSTANT)
    Q_PROPERTY(Arrangement* arrangement READ arrangement CONSTANT)
    Q_PROPERTY(Computation* computation READ computation CONSTANT)
    Q_PROPERTY(QAbstractItemModel* sources READ sources CONSTANT)
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY libraryChanged)
    Q_PROPERTY(bool isOpening READ isOpening NOTIFY libraryChanged) // shown: nothing yet
    Q_PROPERTY(QString libraryName READ libraryName NOTIFY libraryChanged)
    Q_PROPERTY(QString libraryFile READ libraryFile NOTIFY libraryChanged)
    Q_PROPERTY(int documentCount READ documentCount NOTIFY contentChanged)
    Q_PROPERTY(int entityCount READ entityCount NOTIFY contentChanged)
    Q_PROPERTY(int edgeCount READ edgeCount NOTIFY contentChanged)
    Q_PROPERTY(QString status READ status NOTIFY statusChanged) // what is running; empty: nothing
    Q_PROPERTY(double statusProgress READ statusProgress NOTIFY statusChanged) // in [0, 1]; below 0: not known
    Q_PROPERTY(Page page READ page WRITE setPage NOTIFY pageChanged)

public:
    enum Page { Explore, Read, Teach };
    Q_ENUM(Page)

    explicit Workspace(bool isPrivate, QObject* parent = nullptr);
    ~Workspace() override;

    Preferences* preferences() { return &m_preferences; }
    ImportQueue* imports() { return &m_imports; }
    Search* search() { return &m_search; }
    Inspector* inspector() { return &m_inspector; }
    Reader* reader() { return &m_reader; }
    History* history() { return &m_history; }
    Notice* notice() { return &m_notice; }
    Teaching* teaching() { return &m_teaching; }
    skein::GraphModel* graph() { return &m_graph; }
    Exploration* exploration() { return &m_exploration; }
    Table* table() { return &m_table; }
    Walk* walk() { return &m_walk; }
    Exporter* exporter() { return &m_exporter; }
    Paths* paths() { return &m_paths; }
    Groups* groups() { return &m_groups; }
    Lens* lens() { return &m_lens; }
    Arrangement* arrangement() { return &m_arrangement; }
    Computation* computation() { return &m_computation; }
    QAbstractItemModel* sources() { return &m_sources; }
    bool isOpen() const { return !m_file.isEmpty(); }
    bool isOpening() const { return m_isOpening; }
    QString libraryName() const;
    QString libraryFile() const { return m_file; }
    int documentCount() const { return int(m_sources.rows().size()); }
    int entityCount() const { return int(m_session.graph->nodes.size()); }
    int edgeCount() const { return int(m_session.graph->edges.size()); }
    QString status() const;
    double statusProgress() const;
    Page page() const { return m_page; }
    void setPage(Page page);

    // Starts to load the engine from `resources`; files wait until it is there.
    void loadEngine(const QString& resources);
    void openFile(const QString& file); // made when it is not there
    bool isSettled() const; // nothing is running and everything is shown
    QString entityNamed(const QString& name) const; // its id; empty when the graph has no such node
    QString firstDocument() const;

public slots:
    void newLibrary(const QUrl& file);
    void openLibrary(const QUrl& file);
    void openRecent(const QString& file);
    void openSample();
    // Sources, folders of sources, or one library; opens the default library when none is open.
    void addFiles(const QList<QUrl>& files);
    void removeSource(const QString& document);
    void readSource(const QString& document);
    void visit(const QString& entity); // selects it and brings it into view
    void readAt(const QString& document, int begin, int end);
    void acceptClaim(const QString& claim) { m_decisions.acceptClaim(claim); }
    void rejectClaim(const QString& claim) { m_decisions.rejectClaim(claim); }
    void rejectEntity(const QString& entity) { m_decisions.rejectEntity(entity); } // not a name at all
    void close(); // ends the window, once nothing is left unsaved: closable()

signals:
    void libraryChanged();
    void contentChanged();
    void statusChanged();
    void pageChanged();
    void visited(const QString& entity);
    void closable();
    void settled(); // may be emitted more than once

private:
    struct Content;

    void joinGraph();
    void joinTeaching();
    void joinTwin();
    void openNow(const QString& file);
    void selectInGraph();
    void inspectSelected();
    void adopt(const QString& file);
    void open(const QString& file, bool mustExist);
    void fillSample();
    void scheduleReload();
    void reload();
    void show(Content content);
    void report(const skein::Error& error, const QString& subject);
    void importFound(const QStringList& files);
    void checkSettled();
    void settleGrowth();

    Preferences m_preferences;
    Session m_session;
    ImportQueue m_imports;
    Search m_search;
    Inspector m_inspector;
    Reader m_reader;
    History m_history;
    Notice m_notice;
    Teaching m_teaching;
    Decisions m_decisions;
    skein::GraphModel m_graph;
    Exploration m_exploration;
    Table m_table;
    Walk m_walk;
    Exporter m_exporter;
    Analysis m_analysis;
    Paths m_paths;
    Groups m_groups;
    Lens m_lens;
    Arrangement m_arrangement;
    Computation m_computation;
    RowModel<skein::DocumentSummary> m_sources;
    QString m_file;
    QString m_openingFile;
    QStringList m_toImport; // once the library is open
    bool m_isOpening = false;
    bool m_isLoadingEngine = false;
    bool m_isReloading = false;
    quint64 m_ticket = 0; // of the library: content of another one is dropped
    bool m_hasGrown = false; // since the picture was last settled
    QTimer m_reloadSoon;
    QTimer m_inspectSoon; // what is selected by keys: those pass by many
    Page m_page = Explore;
};
