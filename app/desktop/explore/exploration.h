// SPDX-License-Identifier: GPL-3.0-or-later
// What a researcher sees of the library, and every verb that changes it. Owns the library's graph and the present view;
// what is in the picture it hands to the GraphModel, which draws it and knows nothing of views.
//
// GUI thread; what takes time is computed on the pool from shared, immutable values, and stale answers are dropped. Every
// change of the view goes through perform(), which makes one step of History; nothing else changes it.
//
// The whole library stands on one ground, whose places the library stores; what is grown stands on a ground of its own,
// where each node keeps its place as long as the picture is grown and not begun anew.
#pragma once

#include "app/desktop/explore/filters.h"
#include "app/desktop/explore/folding.h"
#include "app/desktop/explore/saved-views.h"
#include "app/desktop/graph/graph-model.h"
#include "app/desktop/history.h"
#include "app/desktop/notice.h"
#include "app/desktop/row-model.h"
#include "app/desktop/session.h"
#include "core/graph/view/contents.h"
#include "core/graph/view/view.h"

#include <QObject>
#include <QRectF>
#include <qqmlintegration.h>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class Exploration : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the workspace has one")
    Q_PROPERTY(QString title READ title NOTIFY viewChanged) // "Whole library", what was grown, or the saved view's name
    Q_PROPERTY(QString shownText READ shownText NOTIFY seenChanged) // "12 of 2,410 entities"
    Q_PROPERTY(bool isWhole READ isWhole NOTIFY viewChanged) // all of the library is in the picture
    Q_PROPERTY(Tab tab READ tab WRITE setTab NOTIFY tabChanged) // of the drawer; NoTab: it is closed
    Q_PROPERTY(QAbstractItemModel* chips READ chips CONSTANT)   // roles: text, what (of Part)
    Q_PROPERTY(Filters* filters READ filters CONSTANT)
    Q_PROPERTY(SavedViews* views READ views CONSTANT)
    Q_PROPERTY(QString focusEntity READ focusEntity NOTIFY viewChanged) // empty: none
    Q_PROPERTY(QString focusName READ focusName NOTIFY viewChanged)
    Q_PROPERTY(int focusDepth READ focusDepth NOTIFY viewChanged)
    Q_PROPERTY(QAbstractItemModel* growth READ growth CONSTANT) // of the entity looked at; roles: relation label fresh
    Q_PROPERTY(int growthCount READ growthCount NOTIFY growthChanged) // its neighbours that are not in the picture
    Q_PROPERTY(QRectF seen MEMBER m_seen)                       // what the canvas shows of the world at present

public:
    enum Tab { NoTab, FilterTab, PathsTab, GroupsTab, LookTab };
    Q_ENUM(Tab)
    // What of a view a chip tells, and takes back.
    enum Part { FocusPart, TypesPart, RelationsPart, SourcesPart, DaysPart, ConfidencePart, IndependencePart, HiddenPart,
                StoppedPart, CollapsedPart, PathsPart };
    Q_ENUM(Part)

    Exploration(Session& session, History& history, Notice& notice, skein::GraphModel& graph, QObject* parent = nullptr);
    ~Exploration() override;

    QString title() const;
    QString shownText() const;
    bool isWhole() const { return m_view.contents.isWhole; }
    Tab tab() const { return m_tab; }
    void setTab(Tab tab);
    QAbstractItemModel* chips() { return &m_chips; }
    Filters* filters() { return &m_filters; }
    SavedViews* views() { return &m_views; }
    QString focusEntity() const;
    QString focusName() const;
    int focusDepth() const { return m_view.focus ? int(m_view.focus->depth) : 0; }
    QAbstractItemModel* growth() { return &m_growth; }
    int growthCount() const { return m_growthCount; }
    Q_INVOKABLE bool isStopped(const QString& entity) const;
    Q_INVOKABLE bool isCollapsed(const QString& entity) const;

    // For the workspace. The library's graph as it is now; pins and positions count when it was opened just now.
    void setLibrary(std::shared_ptr<const skein::Scene> library, std::vector<skein::PlacedNode> pins,
                    std::vector<skein::PlacedNode> positions);
    void clear(); // another library is opened: the view begins anew
    bool isBusy() const;
    // Sources were added and no more are coming for now. What filled an empty library is laid out as a whole; else nothing
    // moves, and true says that a layout anew is worth offering.
    bool settleGrowth();

    // For the other parts of exploring: the whole library, whatever is shown of it. Never null.
    const std::shared_ptr<const skein::Scene>& library() const { return m_library; }
    const skein::GraphView& view() const { return m_view; }
    const Folding& folding() const { return m_folding; }
    skein::GraphModel& graph() const { return m_graph; }
    QString nameOf(skein::EntityId entity) const;
    // Changes the view in one undoable step named `text`. Steps in a row with the same `series` become one (a slider's).
    // What stays in the picture stays where it is.
    void perform(const QString& text, const std::function<void(skein::GraphView&)>& change, const QString& series = {});
    // Moves nodes of the picture in one undoable step, which may change the view, too: for layouts. By id.
    void performMove(const QString& text, const std::function<void(skein::GraphView&)>& change,
                     const std::vector<skein::PlacedNode>& places);

    // Only these are in the picture, where they stand; sorted.
    void showEntities(const QString& text, std::vector<skein::EntityId> entities);
    // Another layout, radial ones around `centre`. What is not force is computed by Arrangement, which watches the view.
    void arrange(skein::LayoutKind kind, std::optional<skein::EntityId> centre);
    // The picture stays as it is and is called one by connections: a layout of another kind was stopped that no step began.
    void forgetLayout();
    void askToFit() { emit fitAsked(); }

    // For Computation. Whether the picture is being made or laid out, and the step (History::stamp()) that it is for; 0: none.
    bool isMaking() const { return m_isMaking || m_graph.isLayingOut(); }
    bool isOtherComing() const { return m_isMaking || m_next != m_graph.sharedScene(); } // what is shown is about to go
    quint64 cause() const { return m_cause; }
    quint64 stamp() const { return m_history.stamp(); }
    // What no step began stops where nothing that stood has moved.
    void stopLayout();

    // For the saved views.
    skein::GraphView viewToSave() const;
    void openView(const QString& name, skein::GraphView view);

public slots:
    void openTab(Exploration::Tab tab); // closes it when it is open
    // Grows from this entity and its strongest neighbours alone.
    void startFrom(const QString& entity);
    void showOnly(const QString& entity); // and its neighbours; nothing moves
    void showWhole();
    void reveal(const QString& entity); // brings it into the picture when it is not
    // The strongest neighbours that are not there yet, of one relation when it is named; a notice says how many are left.
    void expand(const QString& entity, const QString& relation = {});
    void expandHops(const QString& entity, int hops);
    void lookAt(const QString& entity); // counts how it can be grown
    void hide(const QString& entity);
    void focusOn(const QString& entity, int depth);
    void setFocusDepth(int depth);
    void stop(const QString& entity, bool isStopped); // growth, focus and paths do not pass through it
    void collapse(const QString& entity);             // a hub and those that hang on it alone become one node
    void collapseGroup(const QString& leader, const QStringList& members);
    void unfold(const QString& entity);               // what is collapsed into it
    void takeBack(Exploration::Part part);            // what its chip tells
    void clearConditions();                           // filter, focus and what was hidden
    void layOutAnew();

signals:
    void libraryChanged();
    void viewChanged();
    void foldingChanged();
    void contentsChanged(); // the GraphModel shows other nodes, or is about to
    void seenChanged();
    void growthChanged();
    void tabChanged();
    void fitAsked();
    void said(const QString& words); // what was just done to the view, for screen readers
    void seenAsked(const QRectF& world); // to be fitted to the canvas
    void settledChanged();
    void failed(const skein::Error& error);

private:
    using Places = std::vector<skein::PlacedNode>; // by id
    using Ground = std::shared_ptr<const Places>;
    struct Moment {
        skein::GraphView view;
        QString name;               // of the saved view that is open; empty: none
        Ground ground;              // null: as it is
        bool isPartial = false;     // the ground names only what moves
        std::optional<QRectF> seen; // absent: the camera stays; empty: everything
    };
    struct Chip {
        QString text;
        int what = 0;

        bool operator==(const Chip&) const = default;
    };
    struct GrowthRow {
        QString relation;
        QString label;
        int fresh = 0;
    };
    void enter(Moment moment);
    void record(const QString& text, Moment after, bool keepsGround, const QString& series);
    void makeContents();
    void present(std::shared_ptr<const skein::Scene> scene, Folding folding);
    void takePicture();
    void lookWhereWanted();
    void updateSeen();
    void showSeen(skein::Seen seen);
    void makeChips();
    void keepPlaces();
    void keepPins();
    void takePin(const QString& entity, QPointF place, bool isPinned, QPointF before);
    template <typename Write>
    void write(Write function);
    // All places that are known of the present ground, those in the picture as they are now.
    Places placesNow() const;
    skein::GrowthRequest growthFrom(std::uint32_t limit) const;
    std::optional<std::uint32_t> nodeOf(const QString& entity) const; // of the library
    void lookAgain(const QString& entity);
    void addGrowth(const QString& text, const skein::Growth& growth, const QString& more, std::function<void()> again);

    Session& m_session;
    History& m_history;
    Notice& m_notice;
    skein::GraphModel& m_graph;
    Filters m_filters;
    SavedViews m_views;
    std::shared_ptr<const skein::Scene> m_library = std::make_shared<skein::Scene>();
    Places m_libraryPlaces;  // as stored, or about to be
    std::vector<skein::PlacedNode> m_libraryPins;
    Ground m_ground = std::make_shared<Places>();
    bool m_isNew = true;        // nothing of this library was shown yet
    bool m_isFirstFill = false; // the library was empty when it was opened
    std::size_t m_arranged = 0; // nodes of the last layout of the whole library
    quint64 m_cause = 0;
    Ground m_standing;          // while a layout is under way that no step began: what it began with, when that moves
    skein::GraphView m_view;
    Tab m_tab = NoTab;
    quint64 m_contentsTicket = 0;
    quint64 m_seenTicket = 0;
    int m_writing = 0;
    bool m_isMaking = false;
    bool m_isSeeing = false;
    bool m_isPictureWhole = true; // what the GraphModel shows stands on the library's ground
    std::shared_ptr<const skein::Scene> m_next; // what the GraphModel was asked to show last
    Folding m_nextFolding;        // of that
    Folding m_folding;            // of the picture
    bool m_isNextWhole = true;    // of what it is about to show
    std::optional<QRectF> m_wantsSeen; // once the picture is there; empty: everything
    std::uint32_t m_shownCount = 0;
    QRectF m_seen;
    RowModel<Chip> m_chips;
    RowModel<GrowthRow> m_growth;
    int m_growthCount = 0;
};
