// SPDX-License-Identifier: GPL-3.0-or-later
// What a researcher sees of the library, and every verb that changes it. Owns the library's graph and the present view;
// what is in the picture it hands to the GraphModel, which draws it and knows nothing of views.
//
// GUI thread; what takes time is computed on the pool from shared, immutable values, and stale answers are dropped. Every
// change of the view goes through perform(), which makes one step of History; nothing else changes it.
#pragma once

#include "app/desktop/graph/graph-model.h"
#include "app/desktop/history.h"
#include "app/desktop/row-model.h"
#include "app/desktop/session.h"
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
    Q_PROPERTY(bool isWhole READ isWhole NOTIFY viewChanged) // all of the library is in the picture
    Q_PROPERTY(Tab tab READ tab WRITE setTab NOTIFY tabChanged) // of the drawer; NoTab: it is closed
    Q_PROPERTY(QAbstractItemModel* chips READ chips CONSTANT)   // roles: text, what (of Part)

public:
    enum Tab { NoTab, FilterTab, PathsTab, GroupsTab, LookTab };
    Q_ENUM(Tab)
    // What of a view a chip tells, and takes back.
    enum Part { FocusPart, TypesPart, RelationsPart, SourcesPart, DaysPart, ConfidencePart, IndependencePart, HiddenPart, StoppedPart, PathsPart };
    Q_ENUM(Part)

    Exploration(Session& session, History& history, skein::GraphModel& graph, QObject* parent = nullptr);
    ~Exploration() override;

    QString title() const;
    bool isWhole() const { return m_view.contents.isWhole; }
    Tab tab() const { return m_tab; }
    void setTab(Tab tab);
    QAbstractItemModel* chips() { return &m_chips; }

    // For the workspace. The library's graph as it is now; its nodes stand at `positions` where these know them.
    void setLibrary(std::shared_ptr<const skein::Scene> library, std::vector<skein::PlacedNode> pins,
                    std::vector<skein::PlacedNode> positions);
    void clear(); // another library is opened: the view begins anew
    bool isBusy() const { return m_isMaking || m_writing > 0; }
    // Sources were added and no more are coming for now. What filled an empty library is laid out as a whole; else nothing
    // moves, and true says that a layout anew is worth offering.
    bool settleGrowth();

    // For the other parts of exploring: the whole library, whatever is shown of it. Never null.
    const std::shared_ptr<const skein::Scene>& library() const { return m_library; }
    const skein::GraphView& view() const { return m_view; }
    skein::GraphModel& graph() { return m_graph; }
    // Changes the view in one undoable step named `text`. Steps in a row with the same `series` become one (a slider's).
    void perform(const QString& text, const std::function<void(skein::GraphView&)>& change, const QString& series = {});

public slots:
    void openTab(Exploration::Tab tab); // closes it when it is open
    // Grows from this entity and its strongest neighbours alone.
    void startFrom(const QString& entity);
    void showWhole();
    void takeBack(Exploration::Part part); // what its chip tells
    void layOutAnew();

signals:
    void libraryChanged();
    void viewChanged();
    void contentsChanged(); // the GraphModel shows other nodes
    void tabChanged();
    void fitAsked();
    void settledChanged();
    void failed(const skein::Error& error);

private:
    using Places = std::vector<skein::PlacedNode>; // by id
    struct Moment {
        skein::GraphView view;
        std::shared_ptr<const Places> places; // null: as they are
    };
    struct Chip {
        QString text;
        int what = 0;
    };

    void enter(const Moment& moment);
    void makeContents(const Places& places);
    void present(std::shared_ptr<const skein::Scene> scene, const Places& places);
    void moveTo(const Places& places);
    void makeChips();
    void keepPlaces();
    void keepPins();
    void record(const QString& text, skein::GraphView changed, std::shared_ptr<const Places> before, const QString& series);
    void takePin(const QString& entity, QPointF place, bool isPinned, QPointF before);
    template <typename Write>
    void write(Write function);
    // In the picture, when it shows the present view's contents; else those of the library's picture.
    std::shared_ptr<const Places> placesNow() const;
    QString nameOf(skein::EntityId entity) const;

    Session& m_session;
    History& m_history;
    skein::GraphModel& m_graph;
    std::shared_ptr<const skein::Scene> m_library = std::make_shared<skein::Scene>();
    Places m_libraryPlaces;  // as stored, or about to be
    std::vector<skein::PlacedNode> m_libraryPins;
    bool m_isNew = true;        // nothing of this library was shown yet
    bool m_isFirstFill = false; // the library was empty when it was opened
    std::size_t m_arranged = 0; // nodes of the last layout of the whole library
    skein::GraphView m_view;
    Tab m_tab = NoTab;
    quint64 m_ticket = 0; // of what is being made
    int m_writing = 0;
    bool m_isMaking = false;
    bool m_isPicturePlain = true; // it shows the library's own scene
    bool m_wantsFit = false;
    RowModel<Chip> m_chips;
};
