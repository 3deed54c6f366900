// SPDX-License-Identifier: GPL-3.0-or-later
// The graph that the window shows: its nodes and edges, where they stand, what is selected, hovered, hidden and pinned.
// Lives on the GUI thread; layouts run on the pool and come home as values. Entities go by their external id ("e…").
#pragma once

#include "core/graph/scene/display.h"
#include "core/library.h"
#include "snapshot.h"
#include "type-model.h"

#include <QFutureWatcher>
#include <QObject>
#include <QPointF>
#include <QStringList>
#include <QTimer>
#include <QtQmlIntegration>

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <variant>

namespace skein {

// From so many nodes on, a graph is drawn by level of detail.
inline constexpr std::size_t manyNodes = 2000;
// Up to so many, its detail and a frame of it are made where they are asked for: within a frame or two.
inline constexpr std::size_t quickNodes = 200'000;

class GraphModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(int nodeCount READ nodeCount NOTIFY graphChanged)
    Q_PROPERTY(int edgeCount READ edgeCount NOTIFY graphChanged)
    Q_PROPERTY(int visibleNodeCount READ visibleNodeCount NOTIFY visibilityChanged)
    Q_PROPERTY(bool isLayingOut READ isLayingOut NOTIFY layoutChanged)
    Q_PROPERTY(double layoutProgress READ layoutProgress NOTIFY layoutChanged)
    Q_PROPERTY(QString selectedEntity READ selectedEntity NOTIFY selectionChanged)
    Q_PROPERTY(QString selectedName READ selectedName NOTIFY selectionChanged)
    Q_PROPERTY(QString selectedEdgeSource READ selectedEdgeSource NOTIFY selectionChanged)
    Q_PROPERTY(QString selectedEdgeTarget READ selectedEdgeTarget NOTIFY selectionChanged)
    Q_PROPERTY(QString hoveredEntity READ hoveredEntity NOTIFY hoverChanged)
    Q_PROPERTY(int pinCount READ pinCount NOTIFY pinsChanged)
    Q_PROPERTY(QString announcement READ announcement NOTIFY announcementChanged)
    Q_PROPERTY(skein::TypeModel* types READ types CONSTANT)

public:
    explicit GraphModel(QObject* parent = nullptr);
    ~GraphModel() override;

    // Lays the graph out and then shows it. Nodes that were there stay where they are; the selection stays when what is
    // selected is still there. A layout under way for an older graph is dropped.
    void setGraph(skein::Graph graph, std::vector<skein::PlacedNode> pins);
    // Shows a scene. Its nodes stand where `places` says (beside them) and do not move; room is found for those of which it
    // says nothing. When it says something of all, the scene is there when the call returns.
    void show(std::shared_ptr<const skein::Scene> scene, std::vector<std::optional<skein::Point>> places);
    // Moves nodes, but not pinned ones. REQUIRES: beside the scene's nodes; absent: it stays. A layout under way is dropped.
    void moveTo(const std::vector<std::optional<skein::Point>>& places);
    void setPins(const std::vector<skein::PlacedNode>& pins);
    // What people call the types, in the order they are shown in; unknown types follow under their id.
    void setTypeLabels(std::vector<std::pair<QString, QString>> labels);
    // Width over height that the next layout aims for.
    void setAspect(float aspect) { m_aspect = aspect; }
    float aspect() const { return m_aspect; }

    // The next four last until a graph with other nodes or edges comes (graphChanged()). A list of another length than the
    // scene's nodes or pairs is not taken: it belongs to a graph that is no more, or not yet, shown. Indices are the scene's.

    // How each node and pair is seen; empty: all shown. Nothing moves.
    void setPresence(std::vector<skein::Presence> nodes, std::vector<skein::Presence> pairs);
    // Radius in world units and colour of each node; empty: by mentions, by type.
    void setLooks(std::vector<float> sizes, std::vector<skein::Colour> fills);
    void setRegions(skein::Regions regions);
    // A set of nodes and pairs that stands out, such as paths; none: nothing does.
    void light(std::vector<std::uint32_t> nodes, std::vector<std::uint32_t> pairs);

    int nodeCount() const { return static_cast<int>(scene().graph.nodes.size()); }
    int edgeCount() const { return static_cast<int>(scene().graph.edges.size()); }
    int visibleNodeCount() const { return m_visibleNodes; }
    bool isLayingOut() const { return m_isLayingOut; }
    double layoutProgress() const { return m_progress; }
    QString selectedEntity() const;
    QString selectedName() const;
    QString selectedEdgeSource() const;
    QString selectedEdgeTarget() const;
    QString hoveredEntity() const;
    int pinCount() const { return static_cast<int>(m_pins.size()); }
    QString announcement() const { return m_announcement; }
    TypeModel* types() { return &m_types; }

    Q_INVOKABLE void select(const QString& entity);
    Q_INVOKABLE void selectEdge(const QString& source, const QString& target);
    Q_INVOKABLE void clearSelection();
    Q_INVOKABLE void pin(const QString& entity);
    Q_INVOKABLE void unpin(const QString& entity);
    Q_INVOKABLE void unpinAll();
    Q_INVOKABLE bool isPinned(const QString& entity) const;
    // Lays everything out anew, but for what is pinned.
    Q_INVOKABLE void relayout();
    Q_INVOKABLE void cancelLayout();
    // Goes through the neighbours of the entity that was selected last by other means.
    Q_INVOKABLE void selectNextNeighbour() { stepNeighbour(1); }
    Q_INVOKABLE void selectPreviousNeighbour() { stepNeighbour(-1); }
    // Selects the nearest neighbour in a direction on the screen; with nothing selected, the most important entity.
    Q_INVOKABLE void walk(double dx, double dy);
    // Says anew that the selected entity or edge was activated.
    Q_INVOKABLE void activateSelected();
    // Makes these stand out until called again; none: nothing does.
    Q_INVOKABLE void highlight(const QStringList& entities);
    Q_INVOKABLE QString nameOf(const QString& entity) const;

    // For the item that draws it.
    const Scene& scene() const { return *m_scene; }
    const std::vector<Point>& positions() const { return *m_positions; }
    const ViewState& state() const { return *m_state; }
    const Regions& regions() const { return m_regions; }
    // Of a large graph, else none. Right after a change of what is seen it is still the one before.
    const std::shared_ptr<const Detail>& detail() const { return m_detail; }
    // The same for other threads.
    const std::shared_ptr<const Scene>& sharedScene() const { return m_scene; }
    std::shared_ptr<const std::vector<Point>> sharedPositions() const { return m_positions.share(); }
    std::shared_ptr<const ViewState> sharedState() const { return m_state.share(); }
    std::optional<std::uint32_t> indexOf(const QString& entity) const;
    void hover(std::optional<std::uint32_t> node, std::optional<std::uint32_t> pair);
    void selectNode(std::uint32_t node);
    void selectPair(std::uint32_t pair);
    void moveNode(std::uint32_t node, Point to); // while it is dragged
    void pinNode(std::uint32_t node);            // where it is

signals:
    void graphChanged();
    void positionsChanged(); // to settle into
    void nodeMoved();        // at once, by hand
    void visibilityChanged();
    void layoutChanged();
    void selectionChanged();
    void hoverChanged();
    void pinsChanged();
    void highlightChanged();
    void looksChanged();
    void detailChanged();
    void announcementChanged();
    void entityActivated(const QString& id);
    void edgeActivated(const QString& sourceId, const QString& targetId, const QString& relation);
    // A person pinned or unpinned it. `before`: where it stood before it was dragged there.
    void pinChanged(const QString& id, QPointF position, bool isPinned, QPointF before);

private:
    struct Step {
        std::shared_ptr<const Scene> scene;
        std::vector<Point> positions;
        std::shared_ptr<const Detail> detail;
    };
    // The newest picture of a layout under way: what nobody came for in time is forgotten.
    struct Mailbox {
        std::mutex mutex;
        std::optional<Step> step;
    };

    // The scene, or the graph that one is made of.
    using Drawn = std::variant<std::shared_ptr<const Scene>, Graph>;
    void startLayout(Drawn drawn, std::vector<std::optional<Point>> places, bool keepsPlaces);
    std::vector<std::optional<Point>> placesOf(const Graph& graph) const; // where its nodes are now
    std::vector<float> radiiIn(const Graph& graph) const;                 // how large they are drawn now; empty: by mentions
    void dropLayout();
    void refreshDetail();
    void takeStep(Step step);
    void takeScene(std::shared_ptr<const Scene> scene);
    void stepNeighbour(int by);
    void announceNode(std::uint32_t node);
    void announcePair(std::uint32_t pair);
    void announce(const QString& text);
    QString idOf(std::uint32_t node) const;
    bool isPinnedNode(std::uint32_t node) const { return node < m_state->isPinned.size() && m_state->isPinned[node]; }

    std::shared_ptr<const Scene> m_scene = std::make_shared<Scene>();
    Snapshot<std::vector<Point>> m_positions;
    Snapshot<ViewState> m_state;
    Regions m_regions;
    std::map<EntityId, Point> m_pins;
    TypeModel m_types;
    std::shared_ptr<const Detail> m_detail;
    std::shared_ptr<Mailbox> m_mailbox;
    QFutureWatcher<int> m_watcher; // counts what came to the mailbox
    QFutureWatcher<std::shared_ptr<const Detail>> m_detailWatcher;
    QTimer m_detailSoon;
    std::shared_ptr<Cancel> m_cancel;
    std::optional<std::uint32_t> m_walkOrigin;
    std::optional<std::pair<std::uint32_t, Point>> m_dragged; // where the node stood before
    QString m_announcement;
    float m_aspect = 1.5F;
    double m_progress = 0;
    int m_visibleNodes = 0;
    bool m_isLayingOut = false;
};

} // namespace skein
