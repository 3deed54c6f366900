// SPDX-License-Identifier: GPL-3.0-or-later
// How edges run and what lies where in a display list, and in which direction from a node.
#include "core/graph/scene/display.h"

#include <limits>
#include <ranges>

namespace skein {

std::optional<EdgeLine> lineOf(const EdgeMark& edge)
{
    const float length = distance(edge.from, edge.to);
    if (length <= 0)
        return std::nullopt;
    const Point axis = (edge.to - edge.from) * (1 / length);
    const float arrow = 5 + 1.4F * edge.width;
    return EdgeLine{.from = edge.hasArrowAtFrom ? edge.from + axis * (arrow * 0.8F) : edge.from,
                    .to = edge.hasArrowAtTo ? edge.to - axis * (arrow * 0.8F) : edge.to,
                    .axis = axis,
                    .arrow = arrow,
                    .dash = edge.isDashed ? 4 + 2 * edge.width : 0};
}

std::optional<std::uint32_t> nodeAt(const DisplayList& list, Point screen, float tolerance)
{
    std::optional<std::uint32_t> best;
    float nearest = std::numeric_limits<float>::infinity();
    for (const NodeMark& mark : list.nodes) {
        if (mark.isDecoration)
            continue;
        const float away = distance(mark.centre, screen) - mark.radius;
        if (away <= tolerance && away < nearest) {
            nearest = away;
            best = mark.node;
        }
    }
    return best;
}

std::optional<std::uint32_t> pairAt(const DisplayList& list, Point screen, float tolerance)
{
    std::optional<std::uint32_t> best;
    float nearest = tolerance;
    for (const EdgeMark& mark : list.edges) {
        const float away = distanceToSegment(screen, mark.from, mark.to) - mark.width / 2;
        if (away <= nearest) { // of equals the one painted last
            nearest = away;
            best = mark.pair;
        }
    }
    return best;
}

std::optional<std::uint32_t> nodeTowards(const Scene& scene, const std::vector<Point>& positions, const ViewState& state,
                                         std::uint32_t from, Point direction)
{
    const float length = distance(direction, {});
    if (length == 0 || from >= positions.size())
        return std::nullopt;
    const auto best = [&](const auto& candidates) {
        std::optional<std::uint32_t> found;
        float least = std::numeric_limits<float>::infinity();
        for (const std::uint32_t i : candidates) {
            const Point way = positions[i] - positions[from];
            const float along = (way.x * direction.x + way.y * direction.y) / length;
            const float away = distance(way, {});
            if (i == from || state.isHidden(i) || away == 0 || along < away * 0.7071F)
                continue;
            const float cost = 2 * away - along; // a detour to the side counts double
            if (cost < least) {
                least = cost;
                found = i;
            }
        }
        return found;
    };
    if (const auto neighbour = best(scene.adjacency.of(from)))
        return neighbour;
    return best(std::views::iota(0U, static_cast<std::uint32_t>(positions.size())));
}

} // namespace skein
