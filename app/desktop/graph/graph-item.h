// SPDX-License-Identifier: GPL-3.0-or-later
// The canvas: draws a GraphModel and turns mouse, wheel, pinch and keys into the model's verbs.
//
// What it shows is a Frame. While the camera moves, the frame that is there is moved and stretched with it, and meanwhile the
// pool makes the next one; so a step of panning or zooming costs the same however large the graph is. What else changes is
// drawn at once (updatePolish()), but by the pool in a huge graph. updatePaintNode() only copies.
#pragma once

#include "frame.h"
#include "graph-model.h"
#include "still.h"

#include <QColor>
#include <QFutureWatcher>
#include <QPointer>
#include <QQuickItem>
#include <QThreadPool>
#include <QTimer>
#include <QVariantAnimation>

#include <array>

namespace skein {

class GraphItem : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(skein::GraphModel* model READ model WRITE setModel NOTIFY modelChanged)
    Q_PROPERTY(bool dark READ isDark WRITE setDark NOTIFY themeChanged)
    // Colours follow `dark` until they are set.
    Q_PROPERTY(QColor background READ background WRITE setBackground RESET resetBackground NOTIFY themeChanged)
    Q_PROPERTY(QColor edge READ edge WRITE setEdge RESET resetEdge NOTIFY themeChanged)
    Q_PROPERTY(QColor edgeHighlight READ edgeHighlight WRITE setEdgeHighlight RESET resetEdgeHighlight NOTIFY themeChanged)
    Q_PROPERTY(QColor text READ text WRITE setText RESET resetText NOTIFY themeChanged)
    Q_PROPERTY(QColor accent READ accent WRITE setAccent RESET resetAccent NOTIFY themeChanged)
    Q_PROPERTY(QString fontFamily READ fontFamily WRITE setFontFamily NOTIFY themeChanged)
    Q_PROPERTY(bool reducedMotion READ hasReducedMotion WRITE setReducedMotion NOTIFY reducedMotionChanged)
    // Rectangles of the item over which something lies, a legend for one: what is fitted stays clear of them.
    Q_PROPERTY(QList<QRectF> covered READ covered WRITE setCovered NOTIFY coveredChanged)
    // The same for what lies there only while not all is in sight, an overview: no name goes beneath it, but what is fitted may.
    Q_PROPERTY(QRectF veiled READ veiled WRITE setVeiled NOTIFY coveredChanged)
    Q_PROPERTY(bool allInSight READ isAllInSight NOTIFY sightChanged) // or nothing to see
    Q_PROPERTY(double zoom READ zoom NOTIFY cameraChanged)
    Q_PROPERTY(QPointF origin READ origin NOTIFY cameraChanged) // where the world's origin is drawn
    Q_PROPERTY(QRectF seen READ seen NOTIFY cameraChanged) // of the world
    Q_PROPERTY(QString description READ description NOTIFY descriptionChanged) // for screen readers

public:
    explicit GraphItem(QQuickItem* parent = nullptr);
    ~GraphItem() override;

    GraphModel* model() const { return m_model; }
    void setModel(GraphModel* model);
    bool isDark() const { return m_isDark; }
    void setDark(bool isDark);
    QColor background() const;
    QColor edge() const;
    QColor edgeHighlight() const;
    QColor text() const;
    QColor accent() const;
    void setBackground(const QColor& colour) { setColour(BackgroundColour, colour); }
    void setEdge(const QColor& colour) { setColour(EdgeColour, colour); }
    void setEdgeHighlight(const QColor& colour) { setColour(EdgeHighlightColour, colour); }
    void setText(const QColor& colour) { setColour(TextColour, colour); }
    void setAccent(const QColor& colour) { setColour(AccentColour, colour); }
    void resetBackground() { setColour(BackgroundColour, {}); }
    void resetEdge() { setColour(EdgeColour, {}); }
    void resetEdgeHighlight() { setColour(EdgeHighlightColour, {}); }
    void resetText() { setColour(TextColour, {}); }
    void resetAccent() { setColour(AccentColour, {}); }
    QString fontFamily() const { return m_fontFamily; }
    void setFontFamily(const QString& family);
    bool hasReducedMotion() const { return m_reducedMotion; }
    void setReducedMotion(bool reduced);
    const QList<QRectF>& covered() const { return m_covered; }
    void setCovered(const QList<QRectF>& covered);
    const QRectF& veiled() const { return m_veiled; }
    void setVeiled(const QRectF& veiled);
    double zoom() const { return static_cast<double>(m_camera.zoom); }
    QPointF origin() const
    {
        const Point at = m_camera.toScreen({});
        return QPointF(at.x, at.y);
    }
    QRectF seen() const;
    QString description() const;

    Q_INVOKABLE void zoomIn();
    Q_INVOKABLE void zoomOut();
    Q_INVOKABLE void fit();                            // all that is not hidden
    Q_INVOKABLE void showWorld(const QRectF& world);   // as large as fits
    Q_INVOKABLE void centerOn(const QString& entity);
    Q_INVOKABLE void bringIntoSight(const QString& entity); // centres when it stands at the rim or beyond
    Q_INVOKABLE void zoomToSelection();                // with its neighbours

    // Where an entity is drawn, in the item's coordinates; for popups and tests.
    Q_INVOKABLE QPointF positionOf(const QString& entity) const;

    // Who draws the marks. Automatic: quads where there is a GPU, else the processor, in bands on every core.
    enum class Painter { automatic, quads, raster };
    void setPainter(Painter painter);
    bool usesRaster() const;
    QPointF offPixels() const; // as far as is known before the first frame
    bool isAllInSight() const;
    const std::shared_ptr<const Ground>& ground() const { return m_ground; } // may be absent
    Theme theme() const;
    void lookAt(Point world, std::optional<float> zoom = {}); // without a flight

    Still still() const; // what is to be seen now, for export
    // What the frame on the screen shows, in its own coordinates; empty while it is one of another graph.
    const DisplayList& displayed() const;
    const Camera& camera() const { return m_camera; }
    // The frame shows all that is known, through the camera as it is, and no other is being made.
    bool isUpToDate() const;
    // Every change of what is to be seen, but for the camera, has a number; and so has the newest that the frame shows.
    quint64 newestChange() const { return m_change; }
    quint64 shownChange() const { return m_frame.change; }

signals:
    void modelChanged();
    void themeChanged();
    void reducedMotionChanged();
    void coveredChanged();
    void cameraChanged();
    void sightChanged(); // the camera or what there is to see
    void descriptionChanged();
    void groundChanged();
    void contextMenuRequested(const QString& id, QPointF point); // id empty: on the ground

protected:
    void geometryChange(const QRectF& now, const QRectF& before) override;
    void itemChange(ItemChange change, const ItemChangeData& data) override;
    void updatePolish() override;
    QSGNode* updatePaintNode(QSGNode* old, UpdatePaintNodeData*) override;
    void hoverMoveEvent(QHoverEvent* event) override;
    void hoverLeaveEvent(QHoverEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseUngrabEvent() override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    enum ThemeColour { BackgroundColour, EdgeColour, EdgeHighlightColour, TextColour, AccentColour, ThemeColours };
    enum class Drag { none, ground, node };

    void setColour(ThemeColour which, const QColor& colour);
    bool isSoftware() const;
    double pixelRatio() const;

    void showAnew();      // the display list must be made again
    void settle();        // positions changed: move there
    void takePositions(); // show them at once
    void focusChanged();  // what is hovered or selected changed: fade the rest
    void setCamera(const Camera& camera);
    void flyTo(const Camera& camera);
    Camera fitted(const std::vector<std::uint32_t>& nodes) const;
    Camera fittedCrowds(const std::vector<Rect>& crowds) const;
    std::vector<Rect> covers(float margin) const;
    std::vector<Rect> nameless() const; // places where no name goes
    Camera fittedBoxes(const std::vector<Rect>& boxes) const;
    Camera fittedToAll() const; // what the legend hides counts: the rest stays in place when it goes
    void refreshGround();
    bool isMoving() const; // the camera
    bool isFrameStale() const { return m_begun != m_change; }
    bool hasFrameFor(const Camera& camera) const;
    bool isFrameGood() const; // for this moment
    bool isFrameMadeAside() const;
    std::optional<FrameRequest> frameRequest() const; // absent: what it needs is not there yet
    void refreshFrame();
    void takeFrame(Frame frame);
    QPointF onFrame(QPointF place) const; // a place of the item in the coordinates of the frame
    void learnRenderer();
    bool isLarge() const { return m_model && m_model->positions().size() >= manyNodes; }
    bool isHuge() const { return m_model && m_model->positions().size() >= quickNodes; }
    Point shownAt(std::uint32_t node) const; // of the world
    std::optional<std::uint32_t> nodeUnder(QPointF place);
    std::optional<std::uint32_t> pairUnder(QPointF place);
    void hoverAt(QPointF place);
    void zoomAbout(QPointF place, double factor);
    void endDrag();

    QPointer<GraphModel> m_model;
    std::array<QColor, ThemeColours> m_colours;
    QString m_fontFamily;
    bool m_isDark = false;
    bool m_reducedMotion = false;
    QList<QRectF> m_covered;
    QRectF m_veiled;

    Camera m_camera;
    Camera m_flightFrom;
    Camera m_flightTo;
    bool m_followsGraph = true; // nobody has panned or zoomed yet: new graphs are fitted
    std::shared_ptr<const Scene> m_standing;          // whose nodes the next two are beside
    std::shared_ptr<const std::vector<Point>> m_to;   // where the nodes stand, or go
    std::shared_ptr<const std::vector<Point>> m_from; // absent: they stand
    float m_way = 1;                                  // how far they have gone, 0 to 1
    bool m_hasGraph = false;                          // something was shown before
    bool m_isToBeFitted = false;                      // a large graph, once it is known where its nodes are
    QVariantAnimation m_flight;
    QVariantAnimation m_settling;
    QVariantAnimation m_fading;
    float m_focus = 0;
    bool m_hasFocusShown = false;
    Emphasis m_shown; // while a fade goes out, what it fades from

    std::shared_ptr<const Ground> m_ground;
    QFutureWatcher<std::shared_ptr<const Ground>> m_groundWatcher;
    bool m_isGroundStale = false; // while one is made
    std::shared_ptr<FrameMaker> m_maker = std::make_shared<FrameMaker>(); // the pool's while the watcher runs
    Frame m_frame;
    QThreadPool m_framePool; // its own thread: a frame must not wait behind what takes long
    QFutureWatcher<Frame> m_frameWatcher;
    QTimer m_frameSoon; // begins one when all that changes at once has changed
    quint64 m_change = 1; // the newest
    quint64 m_begun = 0;  // the newest that the frame shows, or the one that is being made will
    bool m_isFrameNew = false;  // and not yet handed to the scene graph
    Painter m_painter = Painter::automatic;
    bool m_isRendererKnown = false;
    bool m_isRendererComputed = false; // OpenGL by the processor

    Drag m_drag = Drag::none;
    bool m_hasMoved = false;
    std::uint32_t m_dragged = 0;
    QPointF m_hoverPlace{-1, -1}; // of the pointer; negative: it is elsewhere
    QTimer m_calm;                // runs since the camera last moved
    QPointF m_pressed;
    QPointF m_last;
};

} // namespace skein
