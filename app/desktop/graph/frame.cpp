// SPDX-License-Identifier: GPL-3.0-or-later
#include "frame.h"

#include "core/base/parallel.h"

#include <cmath>

namespace skein {

namespace {

constexpr std::size_t parallelGrain = 20'000; // nodes; fewer are not worth a thread

} // namespace

QTransform Frame::to(const Camera& now) const
{
    const double scale = static_cast<double>(now.zoom) / static_cast<double>(camera.zoom);
    const auto origin = [&](float middle, float middleNow, float side, float sideNow) {
        return static_cast<double>((middle - middleNow) * now.zoom) + (static_cast<double>(sideNow) - static_cast<double>(side) * scale) / 2;
    };
    double x = origin(camera.centre.x, now.centre.x, camera.view.width, now.view.width);
    double y = origin(camera.centre.y, now.centre.y, camera.view.height, now.view.height);
    if (now.zoom == camera.zoom) {
        x = std::round(x * pixelRatio) / pixelRatio;
        y = std::round(y * pixelRatio) / pixelRatio;
    }
    return {scale, 0, 0, scale, x, y};
}

bool Frame::covers(const Camera& now, float share) const
{
    const Rect drawn = camera.visibleWorld(margin * share).grownBy(0.01F / camera.zoom);
    const Rect seen = now.visibleWorld();
    return drawn.contains({seen.left, seen.top}) && drawn.contains({seen.right, seen.bottom});
}

Frame FrameMaker::make(const FrameRequest& request)
{
    Frame frame;
    frame.change = request.change;
    frame.scene = request.scene;
    frame.ground = request.ground;
    frame.camera = request.camera;
    frame.margin = request.margin;
    frame.pixelRatio = request.pixelRatio;
    frame.isRaster = request.isRaster;
    m_atlas.configure(request.family, request.pixelRatio, request.theme);
    const MeasureText measure = [this](const std::vector<std::string>& lines, LabelStyle style) { return m_atlas.measure(lines, style); };
    std::vector<Point> between;
    if (request.from) {
        between.resize(request.from->size());
        inParallel(between.size(), parallelGrain, [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i)
                between[i] = (*request.from)[i] * (1 - request.way) + (*request.positions)[i] * request.way;
        });
    }
    frame.list = displayList({*request.scene, request.from ? between : *request.positions, request.camera, *request.state, request.emphasis, request.theme, measure,
                              request.margin, request.detail.get(), request.ground ? &request.ground->haze : nullptr,
                              request.ground ? &request.ground->regions : nullptr, request.covered});
    if (!request.isRaster) {
        frame.quads = quadsOf(frame.list, m_atlas, request.pixelRatio);
        frame.labels = m_atlas.image();
        frame.labelsRevision = m_atlas.revision();
        return frame;
    }
    const auto pixels = [&](float length) {
        return static_cast<int>(std::ceil(static_cast<double>(length + 2 * request.margin) * request.pixelRatio));
    };
    const QSize size(pixels(request.camera.view.width), pixels(request.camera.view.height));
    if (size.isEmpty())
        return frame;
    frame.picture = QImage(size, QImage::Format_RGB32);
    m_raster.draw(frame.picture, frame.list, m_atlas, request.pixelRatio, {-request.margin, -request.margin}, request.theme.background);
    return frame;
}

} // namespace skein
