// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/camera.h"

namespace skein {

Point Camera::toScreen(Point world) const
{
    return {(world.x - centre.x) * zoom + view.width / 2, (world.y - centre.y) * zoom + view.height / 2};
}

Point Camera::toWorld(Point screen) const
{
    return {(screen.x - view.width / 2) / zoom + centre.x, (screen.y - view.height / 2) / zoom + centre.y};
}

Rect Camera::visibleWorld(float marginPixels) const
{
    const Point low = toWorld({-marginPixels, -marginPixels});
    const Point high = toWorld({view.width + marginPixels, view.height + marginPixels});
    return {low.x, low.y, high.x, high.y};
}

Camera Camera::pannedBy(Point pixels) const
{
    Camera result = *this;
    result.centre = centre - pixels * (1 / zoom);
    return result;
}

Camera Camera::zoomedAbout(Point screen, float factor) const
{
    Camera result = *this;
    result.zoom = std::clamp(zoom * factor, smallestZoom, largestZoom);
    const Point fixed = toWorld(screen);
    result.centre = fixed + (centre - fixed) * (zoom / result.zoom);
    return result;
}

Camera Camera::fittedTo(const Rect& world, float marginPixels, float largest) const
{
    Camera result = *this;
    result.centre = world.centre();
    const float width = std::max(view.width - 2 * marginPixels, 1.0F);
    const float height = std::max(view.height - 2 * marginPixels, 1.0F);
    if (!world.isEmpty())
        result.zoom = std::clamp(std::min({width / world.width(), height / world.height(), largest}), smallestZoom, largestZoom);
    return result;
}

Camera Camera::resizedTo(Size size) const
{
    Camera result = *this;
    result.view = size;
    return result;
}

Camera Camera::towards(const Camera& other, float share) const
{
    Camera result = other;
    const float rest = 1 - share;
    // 1/zoom is linear: the visible width changes evenly, and a point seen at both ends moves on a straight way.
    result.zoom = 1 / (rest / zoom + share / other.zoom);
    result.centre = centre * rest + other.centre * share;
    return result;
}

} // namespace skein
