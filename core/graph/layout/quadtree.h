// SPDX-License-Identifier: GPL-3.0-or-later
// A quadtree in one flat array for the repulsion of Barnes and Hut (Nature 324, 1986).
//
// Points are sorted along a Z-curve; a cell is a range of them; cells stand in depth-first order, each with the index of
// the one to go on with when its inside is skipped. Building costs O(n log n), a visit O(log n) at a fixed openness.
#pragma once

#include "core/graph/geometry.h"

#include <cstdint>
#include <vector>

namespace skein {

class Quadtree {
public:
    // `mass` beside `at`. Equal input gives an equal tree.
    Quadtree(const std::vector<Vec>& at, const std::vector<double>& mass);

    // Calls act(from, mass, points) for groups of points that together act on a body at `where`: `from` is their centre of
    // mass. A group is taken whole when it looks smaller than `openness` (its side over its distance); the body itself,
    // point `self`, is left out.
    template <typename Act>
    void visit(Vec where, std::uint32_t self, double openness, const Act& act) const
    {
        const double openSquared = openness * openness;
        for (std::uint32_t i = 0; i < m_cells.size();) {
            const Cell& cell = m_cells[i];
            const double dx = cell.centre.x - where.x;
            const double dy = cell.centre.y - where.y;
            if (cell.sideSquared < openSquared * (dx * dx + dy * dy)) {
                act(cell.centre, cell.mass);
                i = cell.next;
            } else if (cell.isLeaf) {
                for (std::uint32_t p = cell.begin; p < cell.end; ++p) {
                    if (m_order[p] != self)
                        act(m_points[p], m_masses[p]);
                }
                i = cell.next;
            } else {
                ++i;
            }
        }
    }

    // The points in the order of the Z-curve: neighbours in the plane are neighbours in memory.
    const std::vector<std::uint32_t>& order() const { return m_order; }

private:
    struct Cell {
        Vec centre; // of mass
        double mass = 0;
        double sideSquared = 0;
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
        std::uint32_t next = 0;
        bool isLeaf = false;
    };

    void build(std::uint32_t begin, std::uint32_t end, int level, double side, const std::vector<std::uint32_t>& codes);

    std::vector<Cell> m_cells;
    std::vector<std::uint32_t> m_order;
    std::vector<Vec> m_points;
    std::vector<double> m_masses;
};

} // namespace skein
