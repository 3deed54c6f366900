// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/scene/regions.h"

#include <algorithm>
#include <cmath>
#include <numeric>
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

// Nodes in sight by the cells of a grid, so that asking for those in a rectangle looks at few others.
class Crowd {
public:
    Crowd(const Regions& regions, const std::vector<Point>& positions, const std::vector<Presence>& presences)
    {
        const std::size_t step = positions.size() / mostCounted + 1;
        for (std::uint32_t i = 0; i < positions.size(); i += static_cast<std::uint32_t>(step)) {
            if (i >= presences.size() || presences[i] == Presence::shown)
                m_nodes.push_back({positions[i], regions.groups[i]});
        }
        for (const Node& node : m_nodes)
            m_bounds = &node == m_nodes.data() ? Rect{node.at.x, node.at.y, node.at.x, node.at.y} : m_bounds.unitedWith({node.at.x, node.at.y, node.at.x, node.at.y});
        std::stable_sort(m_nodes.begin(), m_nodes.end(), [this](const Node& a, const Node& b) { return cellOf(a.at) < cellOf(b.at); });
        m_firsts.assign(side * side + 1, 0);
        for (const Node& node : m_nodes)
            ++m_firsts[cellOf(node.at) + 1];
        std::partial_sum(m_firsts.begin(), m_firsts.end(), m_firsts.begin());
    }

    float purityOf(const RegionShape& shape) const
    {
        std::size_t own = 0;
        std::size_t all = 0;
        for (std::size_t row = rowOf(shape.bounds.top); row <= rowOf(shape.bounds.bottom); ++row) {
            const std::uint32_t begin = m_firsts[row * side + columnOf(shape.bounds.left)];
            const std::uint32_t end = m_firsts[row * side + columnOf(shape.bounds.right) + 1];
            for (std::uint32_t i = begin; i < end; ++i) {
                if (shape.bounds.contains(m_nodes[i].at) && isWithin(shape.outline, m_nodes[i].at)) {
                    ++all;
                    own += m_nodes[i].group == shape.group ? 1 : 0;
                }
            }
        }
        return all > 0 ? static_cast<float>(own) / static_cast<float>(all) : 1;
    }

private:
    struct Node {
        Point at;
        std::uint32_t group = 0;
    };
    static constexpr std::size_t side = 128;
    static constexpr std::size_t mostCounted = 100'000;

    static std::size_t step(float v, float origin, float length)
    {
        const float share = length > 0 ? (v - origin) / length : 0;
        return static_cast<std::size_t>(std::clamp(share, 0.0F, 1.0F) * (side - 1));
    }
    std::size_t columnOf(float x) const { return step(x, m_bounds.left, m_bounds.width()); }
    std::size_t rowOf(float y) const { return step(y, m_bounds.top, m_bounds.height()); }
    std::size_t cellOf(Point p) const { return rowOf(p.y) * side + columnOf(p.x); }

    static bool isWithin(const std::vector<Point>& outline, Point p)
    {
        for (std::size_t i = 0; i < outline.size(); ++i) {
            if (turn(outline[i], outline[(i + 1) % outline.size()], p) < 0)
                return false;
        }
        return true;
    }

    std::vector<Node> m_nodes;
    Rect m_bounds;
    std::vector<std::uint32_t> m_firsts;
};

RegionShape shapeOf(std::uint32_t group, std::vector<Point> members, std::string name)
{
    RegionShape shape{.group = group, .outline = {}, .centre = {}, .bounds = {}, .members = members.size(), .purity = 1, .name = std::move(name)};
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
    if (!result.empty()) {
        const Crowd crowd(regions, positions, presences);
        for (RegionShape& shape : result)
            shape.purity = crowd.purityOf(shape);
    }
    std::stable_sort(result.begin(), result.end(), [](const RegionShape& a, const RegionShape& b) { return a.members > b.members; });
    return result;
}

} // namespace skein
