// SPDX-License-Identifier: GPL-3.0-or-later
// How well a drawing shows a graph, by the two measures that the peers are judged by.
#pragma once

#include "core/graph/adjacency.h"
#include "core/graph/layout/random.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace skein {

struct LayoutQuality {
    double preservation = 0; // mean Jaccard index of a node's neighbours and as many nodes nearest to it; 1 is best
    double stress = 0;       // 1 - (sum r)² / (n sum r²), r = distance drawn over hops, of sampled nodes to all; 0 is best
};

// Up to 20,000 nodes all of them are looked at for preservation, else 5,000; 100 for stress.
inline LayoutQuality qualityOf(const Adjacency& adjacency, const std::vector<Point>& at)
{
    const auto count = static_cast<std::uint32_t>(at.size());
    LayoutQuality result;
    // Cells of about two nodes.
    Point low = at[0];
    Point high = at[0];
    for (const Point p : at) {
        low = {std::min(low.x, p.x), std::min(low.y, p.y)};
        high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    }
    const float side = std::max(std::sqrt((high.x - low.x) * (high.y - low.y) * 2 / static_cast<float>(count)), 1e-3F);
    const int columns = static_cast<int>((high.x - low.x) / side) + 1;
    const int rows = static_cast<int>((high.y - low.y) / side) + 1;
    std::vector<std::vector<std::uint32_t>> cells(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
    const auto columnOf = [&](Point p) { return static_cast<int>((p.x - low.x) / side); };
    const auto rowOf = [&](Point p) { return static_cast<int>((p.y - low.y) / side); };
    for (std::uint32_t i = 0; i < count; ++i)
        cells[static_cast<std::size_t>(rowOf(at[i])) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(columnOf(at[i]))].push_back(i);
    const auto nearest = [&](std::uint32_t node, std::size_t wanted) {
        std::vector<std::pair<float, std::uint32_t>> found;
        // Squares of cells around its own, until what lies further out is farther than what was found.
        for (int ring = 0;; ++ring) {
            const int column = columnOf(at[node]);
            const int row = rowOf(at[node]);
            for (int y = std::max(row - ring, 0); y <= std::min(row + ring, rows - 1); ++y) {
                for (int x = std::max(column - ring, 0); x <= std::min(column + ring, columns - 1); ++x) {
                    if (std::max(std::abs(x - column), std::abs(y - row)) != ring)
                        continue;
                    for (const std::uint32_t other : cells[static_cast<std::size_t>(y) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(x)]) {
                        if (other != node)
                            found.emplace_back(std::hypot(at[other].x - at[node].x, at[other].y - at[node].y), other);
                    }
                }
            }
            if (found.size() < wanted && ring <= std::max(rows, columns))
                continue;
            const std::size_t kept = std::min(wanted, found.size());
            std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(kept), found.end());
            if (ring > std::max(rows, columns) || (kept > 0 && found[kept - 1].first <= side * static_cast<float>(ring))) {
                found.resize(kept);
                return found;
            }
        }
    };
    Random random(12345);
    const std::uint32_t sample = count <= 20'000 ? count : 5000;
    double judged = 0;
    for (std::uint32_t k = 0; k < sample; ++k) {
        const std::uint32_t node = sample == count ? k : random.below(count);
        const std::size_t degree = adjacency.degree(node);
        if (degree == 0)
            continue;
        const auto neighbours = adjacency.of(node);
        std::size_t hits = 0;
        for (const auto& [away, other] : nearest(node, degree))
            hits += std::binary_search(neighbours.begin(), neighbours.end(), other) ? 1 : 0;
        result.preservation += static_cast<double>(hits) / static_cast<double>(2 * degree - hits);
        ++judged;
    }
    result.preservation /= std::max(judged, 1.0);

    double once = 0;
    double squared = 0;
    double pairs = 0;
    std::vector<std::uint32_t> hops;
    std::vector<std::uint32_t> ring;
    for (int k = 0; k < 100; ++k) {
        const std::uint32_t source = random.below(count);
        hops.assign(count, 0);
        ring.assign(1, source);
        for (std::size_t next = 0; next < ring.size(); ++next) {
            const std::uint32_t node = ring[next];
            if (node != source) {
                const double ratio = std::hypot(static_cast<double>(at[node].x - at[source].x), static_cast<double>(at[node].y - at[source].y)) / hops[node];
                once += ratio;
                squared += ratio * ratio;
                ++pairs;
            }
            for (const std::uint32_t other : adjacency.of(node)) {
                if (hops[other] == 0 && other != source) {
                    hops[other] = hops[node] + 1;
                    ring.push_back(other);
                }
            }
        }
    }
    result.stress = squared > 0 ? 1 - once * once / (pairs * squared) : 1;
    return result;
}

} // namespace skein
