// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/layout/quadtree.h"

#include "core/graph/z-curve.h"

namespace skein {

namespace {

constexpr std::uint32_t leafSize = 6;
constexpr int deepest = 16; // bits for each axis

} // namespace

Quadtree::Quadtree(const std::vector<Vec>& at, const std::vector<double>& mass)
{
    const std::size_t count = at.size();
    if (count == 0)
        return;
    Vec low = at[0];
    Vec high = at[0];
    for (const Vec p : at) {
        low = {std::min(low.x, p.x), std::min(low.y, p.y)};
        high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    }
    const double side = std::max({high.x - low.x, high.y - low.y, 1e-9});
    const double scale = 65535.0 / side;

    std::vector<std::uint64_t> keys(count); // code, then index: equal codes stay in order
    for (std::size_t i = 0; i < count; ++i) {
        const auto x = static_cast<std::uint32_t>((at[i].x - low.x) * scale);
        const auto y = static_cast<std::uint32_t>((at[i].y - low.y) * scale);
        keys[i] = static_cast<std::uint64_t>(interleaved(x, y)) << 32 | i;
    }
    std::sort(keys.begin(), keys.end());

    std::vector<std::uint32_t> codes(count);
    m_order.resize(count);
    m_points.resize(count);
    m_masses.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        codes[i] = static_cast<std::uint32_t>(keys[i] >> 32);
        m_order[i] = static_cast<std::uint32_t>(keys[i]);
        m_points[i] = at[m_order[i]];
        m_masses[i] = mass[m_order[i]];
    }
    m_cells.reserve(count);
    build(0, static_cast<std::uint32_t>(count), 0, side, codes);
}

// Recursion goes at most `deepest` levels down.
void Quadtree::build(std::uint32_t begin, std::uint32_t end, int level, double side, const std::vector<std::uint32_t>& codes)
{
    const auto index = static_cast<std::uint32_t>(m_cells.size());
    m_cells.push_back({});
    Cell cell;
    cell.sideSquared = side * side;
    cell.begin = begin;
    cell.end = end;
    cell.isLeaf = end - begin <= leafSize || level == deepest;
    for (std::uint32_t p = begin; p < end; ++p) {
        cell.centre += m_points[p] * m_masses[p];
        cell.mass += m_masses[p];
    }
    cell.centre = cell.centre * (1 / std::max(cell.mass, 1e-12));
    if (!cell.isLeaf) {
        const int shift = 2 * (deepest - 1 - level);
        std::uint32_t from = begin;
        for (std::uint32_t quarter = 0; quarter < 4; ++quarter) {
            const auto stop = std::partition_point(codes.begin() + from, codes.begin() + end,
                                                   [&](std::uint32_t code) { return ((code >> shift) & 3U) <= quarter; });
            const auto to = static_cast<std::uint32_t>(stop - codes.begin());
            if (to > from)
                build(from, to, level + 1, side / 2, codes);
            from = to;
        }
    }
    cell.next = static_cast<std::uint32_t>(m_cells.size());
    m_cells[index] = cell;
}

} // namespace skein
