// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/scene/regions.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace skein {

namespace {

constexpr float kept = 0.9F;   // share of the members that a hull encloses
constexpr int cornerSteps = 4; // points on the arc around a corner, at most
constexpr std::size_t fewest = 3;

float turn(Point o, Point a, Point b) { return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x); }

// Andrew's monotone chain (1979); clockwise on a screen.
std::vector<Point> convexHull(std::vector<Point> points)
{
    std::sort(points.begin(), points.end(), [](Point a, Point b) { return std::tie(a.x, a.y) < std::tie(b.x, b.y); });
    points.erase(std::unique(points.begin(), points.end()), points.end());
    if (points.size() < 3)
        return points;
    std::vector<Point> hull;
    for (const bool isUpper : {false, true}) {
        const std::size_t base = hull.size();
        for (std::size_t i = 0; i < points.size(); ++i) {
            const Point p = isUpper ? points[points.size() - 1 - i] : points[i];
            while (hull.size() >= base + 2 && turn(hull[hull.size() - 2], hull.back(), p) <= 0)
                hull.pop_back();
            hull.push_back(p);
        }
        hull.pop_back();
    }
    return hull;
}

// The hull moved outwards by `margin`, its corners rounded.
std::vector<Point> rounded(const std::vector<Point>& hull, float margin)
{
    std::vector<Point> result;
    const std::size_t count = hull.size();
    for (std::size_t i = 0; i < count; ++i) {
        const auto normal = [&](Point a, Point b) {
            const Point d = b - a;
            const float length = std::max(distance(a, b), 1e-6F);
            return Point{d.y / length, -d.x / length};
        };
        const Point before = normal(hull[(i + count - 1) % count], hull[i]);
        const Point after = normal(hull[i], hull[(i + 1) % count]);
        const float from = std::atan2(before.y, before.x);
        float sweep = std::atan2(after.y, after.x) - from;
        if (sweep < 0)
            sweep += 2 * 3.14159265F;
        const int steps = std::clamp(static_cast<int>(sweep / 0.3F) + 1, 1, cornerSteps * 4);
        for (int s = 0; s <= steps; ++s) {
            const float angle = from + sweep * static_cast<float>(s) / static_cast<float>(steps);
            result.push_back(hull[i] + Point{std::cos(angle), std::sin(angle)} * margin);
        }
    }
    return result;
}

RegionShape shapeOf(std::uint32_t group, std::vector<Point> members, std::string name)
{
    RegionShape shape{.group = group, .outline = {}, .centre = {}, .bounds = {}, .members = members.size(), .name = std::move(name)};
    const auto middle = [&](float Point::*axis) {
        const auto half = members.begin() + static_cast<std::ptrdiff_t>(members.size() / 2);
        std::nth_element(members.begin(), half, members.end(), [&](Point a, Point b) { return a.*axis < b.*axis; });
        return (*half).*axis;
    };
    shape.centre = {middle(&Point::x), middle(&Point::y)};
    std::sort(members.begin(), members.end(), [&](Point a, Point b) {
        return std::tuple(distance(a, shape.centre), a.x, a.y) < std::tuple(distance(b, shape.centre), b.x, b.y);
    });
    members.resize(std::max<std::size_t>(fewest, static_cast<std::size_t>(kept * static_cast<float>(members.size()))));
    const float reach = distance(members.back(), shape.centre);
    const std::vector<Point> hull = convexHull(std::move(members));
    if (hull.size() >= 3)
        shape.outline = rounded(hull, 24 + reach * 0.06F);
    for (const Point p : shape.outline)
        shape.bounds = shape.bounds.isEmpty() ? Rect{p.x, p.y, p.x + 1e-3F, p.y + 1e-3F} : shape.bounds.unitedWith({p.x, p.y, p.x, p.y});
    return shape;
}

} // namespace

std::vector<RegionShape> regionShapes(const Regions& regions, const std::vector<Point>& positions, const std::vector<Presence>& presences)
{
    std::vector<RegionShape> result;
    if (regions.groups.size() != positions.size())
        return result;
    std::vector<std::vector<Point>> members;
    for (std::uint32_t i = 0; i < positions.size(); ++i) {
        const std::uint32_t group = regions.groups[i];
        if (group == Regions::none || (i < presences.size() && presences[i] != Presence::shown))
            continue;
        if (group >= members.size())
            members.resize(group + 1);
        members[group].push_back(positions[i]);
    }
    for (std::uint32_t group = 0; group < members.size(); ++group) {
        if (members[group].size() < fewest)
            continue;
        RegionShape shape = shapeOf(group, std::move(members[group]), group < regions.names.size() ? regions.names[group] : std::string());
        if (!shape.outline.empty())
            result.push_back(std::move(shape));
    }
    std::stable_sort(result.begin(), result.end(), [](const RegionShape& a, const RegionShape& b) { return a.members > b.members; });
    return result;
}

} // namespace skein
