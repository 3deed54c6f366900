// SPDX-License-Identifier: GPL-3.0-or-later
// The canvas: draws a GraphModel and turns mouse, wheel, pinch and keys into the model's verbs. It computes a display list
// in updatePolish() and copies it in updatePaintNode(); panning only moves what was drawn until its margin is used up.
#pragma once

#include "graph-model.h"
#include "label-atlas.h"
#include "core/graph/scene/haze.h"
#include "marks.h"
#include "raster.h"
#include "still.h"

#include <QColor>
#include <QFutureWatcher>
#include <QPointer>
#include <QQuickItem>
#include <QTimer>
#include <QVariantAnimation>

#include <array>

namespace skein {

// What lies beneath the marks and does not depend on the camera. Made on the pool.
struct Ground {
    Haze haze;
    std::vector<RegionShape> regions;
};

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
    bool usesRaster() const; // as far as is known before the first frame
    bool isAllInSight() const;
    const std::shared_ptr<const Ground>& ground() const { return m_ground; } // may be absent
    Theme theme() const;
    void lookAt(Point world, std::optional<float> zoom = {}); // without a flight

    Still still(); // what is shown now, for export
    const DisplayList& displayed() const { return m_list; }
    const Camera& camera() const { return m_camera; }

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
    std::vector<Rect> covers(float margin) const;
    Camera fittedBoxes(const std::vector<Rect>& boxes) const;
    Camera fittedToAll() const; // what the legend hides counts: the rest stays in place when it goes
    void refreshList();
    void rebuildList();
    void refreshGround();
    void drawPicture();
    void learnRenderer();
    QSGNode* paintPicture(QSGNode* root);
    QSGNode* paintQuads(QSGNode* root);
    bool isLarge() const { return m_model && m_model->positions().size() >= manyNodes; }
    const std::vector<Point>& shownPositions() const { return isLarge() ? m_model->positions() : m_positions; }
    std::vector<Rect> crowds(bool withHidden) const;
    std::optional<std::uint32_t> nodeUnder(QPointF place);
    std::optional<std::uint32_t> pairUnder(QPointF place);
    void hoverAt(QPointF place);
    Point onList(QPointF place) const; // a place of the item in the coordinates of m_list
    void zoomAbout(QPointF place, double factor);
    void endDrag();

    QPointer<GraphModel> m_model;
    std::array<QColor, ThemeColours> m_colours;
    QString m_fontFamily;
    bool m_isDark = false;
    bool m_reducedMotion = false;
    QList<QRectF> m_covered;

    Camera m_camera;
    Camera m_flightFrom;
    Camera m_flightTo;
    bool m_followsGraph = true; // nobody has panned or zoomed yet: new graphs are fitted
    std::vector<Point> m_positions; // of a small graph as shown; on their way to the model's
    bool m_hasGraph = false;        // something was shown before
    std::vector<Point> m_settleFrom;
    QVariantAnimation m_flight;
    QVariantAnimation m_settling;
    QVariantAnimation m_fading;
    float m_focus = 0;
    bool m_hasFocusShown = false;
    Emphasis m_shown; // while a fade goes out, what it fades from

    DisplayList m_list;
    Camera m_listCamera; // the list was made for
    float m_listMargin = 0;
    std::shared_ptr<const Ground> m_listGround; // what the list points into
    std::shared_ptr<const Ground> m_ground;
    QFutureWatcher<std::shared_ptr<const Ground>> m_groundWatcher;
    bool m_isGroundStale = false; // while one is made
    bool m_isListStale = true;
    bool m_isListNew = false; // and not yet handed to a painter
    LabelAtlas m_atlas;
    std::vector<MarkVertex> m_quads;
    bool m_areQuadsNew = false;
    Raster m_raster;
    QImage m_picture; // the list with its margin, drawn by the raster
    bool m_isPictureNew = false;
    Painter m_painter = Painter::automatic;
    bool m_isRendererKnown = false;
    bool m_isRendererComputed = false; // OpenGL by the processor
    bool m_wasRaster = false;          // what the node tree was made for
    const Haze* m_hazeShown = nullptr; // whose texture the node tree has

    Drag m_drag = Drag::none;
    bool m_hasMoved = false;
    std::uint32_t m_dragged = 0;
    QPointF m_hoverPlace{-1, -1}; // of the pointer; negative: it is elsewhere
    QTimer m_calm;                // runs since the camera last moved
    QPointF m_pressed;
    QPointF m_last;
};

} // namespace skein
