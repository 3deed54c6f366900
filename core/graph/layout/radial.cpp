// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/layout/radial.h"

#include "core/graph/adjacency.h"
#include "core/graph/appearance.h"
#include "core/graph/layout/packing.h"
#include "core/graph/layout/spacing.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <tuple>

namespace skein {

namespace {

constexpr std::uint32_t none = ~0U;
constexpr double turn = 2 * std::numbers::pi;
constexpr double betweenRings = 30;
constexpr double betweenLines = 4; // of one ring

// The tree of first ways from the centre.
struct Tree {
    std::vector<std::vector<std::uint32_t>> rings;    // nodes by hops, families together
    std::vector<std::vector<std::uint32_t>> children; // beside the graph's nodes
    std::vector<std::uint32_t> weight;                // leaves beneath, at least 1; 0: not reached
};

Tree treeFrom(const Graph& graph, const Adjacency& adjacency, std::uint32_t centre)
{
    Tree tree;
    tree.children.resize(adjacency.size());
    tree.weight.assign(adjacency.size(), 0);
    tree.rings.push_back({centre});
    tree.weight[centre] = 1;
    while (!tree.rings.back().empty()) {
        std::vector<std::uint32_t> next;
        for (const std::uint32_t node : tree.rings.back()) {
            auto& children = tree.children[node];
            for (const std::uint32_t other : adjacency.of(node)) {
                if (tree.weight[other] == 0) {
                    tree.weight[other] = 1;
                    children.push_back(other);
                }
            }
            std::sort(children.begin(), children.end(), [&](std::uint32_t a, std::uint32_t b) {
                const GraphNode& first = graph.nodes[a];
                const GraphNode& second = graph.nodes[b];
                return std::tie(first.type, second.mentions, a) < std::tie(second.type, first.mentions, b);
            });
            next.insert(next.end(), children.begin(), children.end());
        }
        tree.rings.push_back(std::move(next));
    }
    tree.rings.pop_back();
    for (std::size_t r = tree.rings.size(); r-- > 0;) {
        for (const std::uint32_t node : tree.rings[r]) {
            std::uint32_t leaves = 0;
            for (const std::uint32_t child : tree.children[node])
                leaves += tree.weight[child];
            tree.weight[node] = std::max(leaves, 1U);
        }
    }
    return tree;
}

// Angles of items on a circle, in order, near those wished for; `rooms` are the halves of each that neighbours must keep.
std::vector<double> aroundCircle(const std::vector<double>& wished, const std::vector<double>& rooms, double radius)
{
    const std::size_t count = wished.size();
    // A chord is shorter than its arc: the angle is that of the chord.
    const auto angle = [&](std::size_t a, std::size_t b) {
        return 2 * std::asin(std::min(1.0, (rooms[a] + rooms[b]) / (2 * radius)));
    };
    std::vector<double> gaps;
    double span = 0;
    for (std::size_t i = 0; i + 1 < count; ++i) {
        gaps.push_back(angle(i, i + 1));
        span += gaps.back();
    }
    const double closing = count > 1 ? angle(count - 1, 0) : 0;
    std::vector<double> angles = spacedOut(wished, gaps);
    // The last must not run into the first: both ends are held within one turn, which keeps what is the least change.
    const double slack = turn - closing - span;
    const double low = (wished.front() + wished.back() - span - slack) / 2;
    double room = 0;
    for (std::size_t i = 0; i < count; ++i) {
        room += i > 0 ? gaps[i - 1] : 0;
        angles[i] = std::clamp(angles[i] - room, low, low + std::max(slack, 0.0)) + room;
    }
    return angles;
}

} // namespace

Result<std::vector<Point>> radialLayout(const Graph& graph, std::uint32_t centre, float aspect, const Cancel& cancel)
{
    const std::size_t count = graph.nodes.size();
    std::vector<Point> positions(count);
    if (count == 0)
        return positions;
    if (centre >= count) {
        const auto most = std::max_element(graph.nodes.begin(), graph.nodes.end(),
                                           [](const GraphNode& a, const GraphNode& b) { return a.mentions < b.mentions; });
        centre = static_cast<std::uint32_t>(most - graph.nodes.begin());
    }
    const Adjacency adjacency = adjacencyOf(count, pairsOf(graph).pairs);
    const Tree tree = treeFrom(graph, adjacency, centre);
    if (cancel.isRaised())
        return fail(Errc::cancelled, "radial layout");

    // Around a footprint's middle a circle that holds it: such circles apart, footprints are.
    const auto reach = [&](std::uint32_t node) {
        const Rect box = footprint(graph.nodes[node]);
        return std::sqrt(static_cast<double>(box.width()) * box.width() + static_cast<double>(box.height()) * box.height()) / 2;
    };
    const auto stand = [&](std::uint32_t node, double radius, double angle) {
        const Point middle = footprint(graph.nodes[node]).centre();
        positions[node] = {static_cast<float>(radius * std::sin(angle)) - middle.x, static_cast<float>(-radius * std::cos(angle)) - middle.y};
    };
    std::vector<double> from(count, 0.0); // the sector of each node, in turns from the top
    std::vector<double> width(count, 0.0);
    width[centre] = turn;
    stand(centre, 0, 0);
    double outer = reach(centre);
    for (std::size_t r = 0; r < tree.rings.size(); ++r) {
        if (cancel.isRaised())
            return fail(Errc::cancelled, "radial layout");
        for (const std::uint32_t node : tree.rings[r]) {
            double at = from[node];
            for (const std::uint32_t child : tree.children[node]) {
                from[child] = at;
                width[child] = width[node] * tree.weight[child] / tree.weight[node];
                at += width[child];
            }
        }
        if (r == 0)
            continue;
        const auto& ring = tree.rings[r];
        double largest = 0;
        double need = 0;
        for (const std::uint32_t node : ring) {
            largest = std::max(largest, reach(node));
            need += 2 * reach(node) + betweenLines;
        }
        const double first = outer + betweenRings + largest;
        const double pitch = 2 * largest + betweenLines;
        std::size_t lines = 1;
        while (need * 1.15 / static_cast<double>(lines) > turn * (first + pitch * (static_cast<double>(lines) - 1) / 2))
            ++lines;
        // Neighbours in the order stand on different lines; the room that is left is shared by all.
        for (std::size_t line = 0; line < lines; ++line) {
            std::vector<std::uint32_t> here;
            std::vector<double> wished;
            std::vector<double> rooms;
            double taken = 0;
            for (std::size_t i = line; i < ring.size(); i += lines) {
                here.push_back(ring[i]);
                wished.push_back(from[ring[i]] + width[ring[i]] / 2);
                rooms.push_back(reach(ring[i]) + betweenLines / 2);
                taken += 2 * rooms.back();
            }
            if (here.empty())
                continue;
            const double radius = std::max({outer + (line == 0 ? betweenRings : betweenLines) + largest, taken * 1.05 / turn, largest});
            const std::vector<double> angles = aroundCircle(wished, rooms, radius);
            for (std::size_t i = 0; i < here.size(); ++i)
                stand(here[i], radius, angles[i]);
            outer = radius + largest;
        }
    }

    std::vector<std::uint32_t> rest;
    for (std::uint32_t node = 0; node < count; ++node) {
        if (tree.weight[node] == 0)
            rest.push_back(node);
    }
    std::sort(rest.begin(), rest.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::pair(graph.nodes[b].mentions, a) < std::pair(graph.nodes[a].mentions, b);
    });
    Size cell;
    for (const std::uint32_t node : rest) {
        const Rect box = footprint(graph.nodes[node]);
        cell = {std::max(cell.width, box.width()), std::max(cell.height, box.height())};
    }
    const auto side = static_cast<float>(outer);
    const auto places = arrangeInRows(rest.size(), cell, {-side, -side, side, side}, aspect);
    for (std::size_t i = 0; i < rest.size(); ++i)
        positions[rest[i]] = places[i] - footprint(graph.nodes[rest[i]]).centre();
    return positions;
}

} // namespace skein
