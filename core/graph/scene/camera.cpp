// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/scene/camera.h"

#include <array>
#include <vector>

namespace skein {

namespace {

// Ways of moving something by at most half of `room` to each side, the shortest first.
std::vector<Point> movesWithin(Size room)
{
    constexpr std::array<float, 7> shares{0, -1.0F / 6, 1.0F / 6, -1.0F / 3, 1.0F / 3, -0.5F, 0.5F};
    std::vector<Point> moves;
    for (const float x : shares) {
        for (const float y : shares)
            moves.push_back({x * std::max(room.width, 0.0F), y * std::max(room.height, 0.0F)});
    }
    std::stable_sort(moves.begin(), moves.end(), [](Point a, Point b) { return distance(a, {}) < distance(b, {}); });
    return moves;
}

} // namespace

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

Camera Camera::fittedBeside(std::span<const Rect> covered, std::span<const Rect> boxes, float marginPixels, float largest) const
{
    if (boxes.empty())
        return *this;
    Rect bounds = boxes.front();
    for (const Rect& box : boxes)
        bounds = bounds.unitedWith(box);
    const Camera whole = fittedTo(bounds, marginPixels, largest);
    if (covered.empty() || whole.leavesInSight(boxes, covered))
        return whole;

    const Camera least = besideAll(covered, bounds, marginPixels, largest).value_or(whole);
    constexpr std::size_t most = 2000; // boxes that are looked at one by one
    if (boxes.size() > most || least.zoom >= whole.zoom)
        return least;
    // The boxes rarely fill the corners of their rectangle: larger views, moved by what room there is, may do as well.
    constexpr int sizes = 24;
    for (int i = 0; i < sizes; ++i) {
        const float share = static_cast<float>(i) / sizes;
        Camera tried = whole;
        tried.zoom = whole.zoom + (least.zoom - whole.zoom) * share;
        for (const Point away : movesWithin({view.width - 2 * marginPixels - bounds.width() * tried.zoom,
                                             view.height - 2 * marginPixels - bounds.height() * tried.zoom})) {
            const Camera moved = tried.pannedBy(away);
            if (moved.leavesInSight(boxes, covered))
                return moved;
        }
    }
    return least;
}

bool Camera::leavesInSight(std::span<const Rect> boxes, std::span<const Rect> covered) const
{
    return std::all_of(covered.begin(), covered.end(), [&](const Rect& cover) {
        const Point from = toWorld({cover.left, cover.top});
        const Point to = toWorld({cover.right, cover.bottom});
        const Rect there{from.x, from.y, to.x, to.y};
        return std::none_of(boxes.begin(), boxes.end(), [&](const Rect& box) { return box.overlaps(there); });
    });
}

// The largest view of `world` in an empty rectangle of the view; every such rectangle ends at covers or at the view's edge.
std::optional<Camera> Camera::besideAll(std::span<const Rect> covered, const Rect& world, float marginPixels, float largest) const
{
    std::vector<float> lefts{0};
    std::vector<float> tops{0};
    std::vector<float> rights{view.width};
    std::vector<float> bottoms{view.height};
    for (const Rect& cover : covered) {
        lefts.push_back(cover.right);
        tops.push_back(cover.bottom);
        rights.push_back(cover.left);
        bottoms.push_back(cover.top);
    }
    std::optional<Camera> best;
    const auto consider = [&](const Rect& area) {
        const bool isFree = std::none_of(covered.begin(), covered.end(), [&](const Rect& cover) { return cover.overlaps(area); });
        if (area.width() <= 2 * marginPixels || area.height() <= 2 * marginPixels || !isFree)
            return;
        Camera inside = Camera{centre, zoom, {area.width(), area.height()}}.fittedTo(world, marginPixels, largest);
        if (best && inside.zoom <= best->zoom)
            return;
        const Point middle{view.width / 2, view.height / 2};
        inside.view = view;
        best = inside.pannedBy(area.centre() - middle);
    };
    for (const float left : lefts) {
        for (const float top : tops) {
            for (const float right : rights) {
                for (const float bottom : bottoms)
                    consider({left, top, right, bottom});
            }
        }
    }
    return best;
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
