// SPDX-License-Identifier: GPL-3.0-or-later
// One drawn picture of the graph and all that it was made of. A frame is a value: it can be made on any thread and shown,
// moved and stretched by one matrix, while the next one is made.
#pragma once

#include "core/graph/scene/display.h"
#include "core/graph/scene/haze.h"
#include "label-atlas.h"
#include "marks.h"
#include "raster.h"

#include <QImage>
#include <QTransform>

#include <memory>
#include <vector>

namespace skein {

// What lies beneath the marks and does not depend on the camera.
struct Ground {
    Haze haze;
    std::vector<RegionShape> regions;
};

// Everything that a frame depends on, as it is at one moment.
struct FrameRequest {
    quint64 change = 0; // a number of the asker's
    std::shared_ptr<const Scene> scene;
    std::shared_ptr<const std::vector<Point>> positions; // beside the scene's nodes
    std::shared_ptr<const std::vector<Point>> from;      // where they come from; absent: they stand
    float way = 1;                                       // how far they have gone, 0 to 1
    std::shared_ptr<const ViewState> state;
    std::shared_ptr<const Detail> detail;                // absent: a small graph
    std::shared_ptr<const Ground> ground;                // may be absent
    Emphasis emphasis;
    Camera camera;
    std::vector<Rect> covered; // places of the view over which something lies
    Theme theme;
    QString family;
    double pixelRatio = 1;
    float margin = 0; // pixels around the view that are drawn, too
    bool isRaster = false;
};

struct Frame {
    quint64 change = 0; // the request's
    DisplayList list;
    std::shared_ptr<const Scene> scene;   // whose indices the list has
    std::shared_ptr<const Ground> ground; // what the list points into
    Camera camera;                        // the list was made for
    float margin = 0;
    double pixelRatio = 1;
    bool isRaster = false;
    QImage picture;                       // by the raster: the list with its margin
    std::vector<MarkVertex> quads;        // else
    QImage labels;                        // whose pieces the quads show
    quint64 labelsRevision = 0;

    // From the list's coordinates to those of a view through `now`. At the same zoom the way is one of whole device pixels,
    // so that text stays crisp while it is moved.
    QTransform to(const Camera& now) const;
    // Whether a view through `now` sees nothing beyond a share of the margin.
    bool covers(const Camera& now, float share = 1) const;
};

// Keeps the letters and shapes that frames have in common. Any thread, one at a time.
class FrameMaker {
public:
    Frame make(const FrameRequest& request);

private:
    LabelAtlas m_atlas;
    Raster m_raster;
};

} // namespace skein
