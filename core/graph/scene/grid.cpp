// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/scene/grid.h"

#include <numeric>

namespace skein {

GridIndex::GridIndex(std::vector<Segment> items) : m_items(std::move(items))
{
    if (m_items.empty())
        return;
    m_bounds = {m_items[0].from.x, m_items[0].from.y, m_items[0].from.x, m_items[0].from.y};
    for (const Segment& item : m_items) {
        for (const Point p : {item.from, item.to})
            m_bounds = m_bounds.unitedWith({p.x, p.y, p.x, p.y});
    }
    // About one item a cell, no more than 1,024 cells a side.
    const float longer = std::max({m_bounds.width(), m_bounds.height(), 1.0F});
    const float wanted = std::sqrt(std::max(m_bounds.width(), 1.0F) * std::max(m_bounds.height(), 1.0F) / static_cast<float>(m_items.size()));
    m_side = std::max(wanted, longer / 1024);
    m_columns = static_cast<int>(m_bounds.width() / m_side) + 1;
    m_rows = static_cast<int>(m_bounds.height() / m_side) + 1;

    m_firsts.assign(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows) + 1, 0);
    for (const Segment& item : m_items)
        eachCell(item, [&](std::size_t cell) { ++m_firsts[cell + 1]; });
    for (std::size_t c = 1; c < m_firsts.size(); ++c)
        m_firsts[c] += m_firsts[c - 1];
    m_entries.resize(m_firsts.back());
    std::vector<std::uint32_t> next(m_firsts.begin(), m_firsts.end() - 1);
    for (std::uint32_t i = 0; i < m_items.size(); ++i)
        eachCell(m_items[i], [&](std::size_t cell) { m_entries[next[cell]++] = i; });
}

GridIndex::CellRange GridIndex::rangeOf(const Rect& area) const
{
    const auto cell = [&](float v, float origin, int count) {
        return static_cast<int>(std::clamp((v - origin) / m_side, 0.0F, static_cast<float>(count - 1)));
    };
    return {cell(area.left, m_bounds.left, m_columns), cell(area.top, m_bounds.top, m_rows),
            cell(area.right, m_bounds.left, m_columns), cell(area.bottom, m_bounds.top, m_rows)};
}

// Row by row: the part of the segment within a row of cells spans a run of columns.
template <typename Visit>
void GridIndex::eachCell(const Segment& item, const Visit& visit) const
{
    const Rect box{std::min(item.from.x, item.to.x), std::min(item.from.y, item.to.y), std::max(item.from.x, item.to.x),
                   std::max(item.from.y, item.to.y)};
    const CellRange range = rangeOf(box);
    const float slope = item.to.y != item.from.y ? (item.to.x - item.from.x) / (item.to.y - item.from.y) : 0;
    for (int row = range.top; row <= range.bottom; ++row) {
        int left = range.left;
        int right = range.right;
        if (range.top != range.bottom) {
            const float slack = m_side * 0.01F; // rounding must not lose a cell
            const float top = std::max(box.top, m_bounds.top + static_cast<float>(row) * m_side) - slack;
            const float bottom = std::min(box.bottom, m_bounds.top + static_cast<float>(row + 1) * m_side) + slack;
            const float a = item.from.x + (top - item.from.y) * slope;
            const float b = item.from.x + (bottom - item.from.y) * slope;
            const CellRange run = rangeOf({std::min(a, b) - slack, box.top, std::max(a, b) + slack, box.bottom});
            left = std::max(left, run.left);
            right = std::min(right, run.right);
        }
        for (int column = left; column <= right; ++column)
            visit(static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) + static_cast<std::size_t>(column));
    }
}

std::vector<std::uint32_t> GridIndex::in(const Rect& area) const
{
    std::vector<std::uint32_t> result;
    if (m_items.empty() || area.right < m_bounds.left || area.left > m_bounds.right || area.bottom < m_bounds.top || area.top > m_bounds.bottom)
        return result;
    if (area.contains({m_bounds.left, m_bounds.top}) && area.contains({m_bounds.right, m_bounds.bottom})) {
        result.resize(m_items.size());
        std::iota(result.begin(), result.end(), 0U);
        return result;
    }
    // Long items stand in many cells: marks sort and unite them in one go.
    std::vector<bool> isFound(m_items.size(), false);
    const CellRange range = rangeOf(area);
    for (int row = range.top; row <= range.bottom; ++row) {
        const auto start = static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns);
        const std::uint32_t to = m_firsts[start + static_cast<std::size_t>(range.right) + 1];
        for (std::uint32_t e = m_firsts[start + static_cast<std::size_t>(range.left)]; e < to; ++e)
            isFound[m_entries[e]] = true;
    }
    for (std::uint32_t i = 0; i < isFound.size(); ++i) {
        if (isFound[i])
            result.push_back(i);
    }
    return result;
}

} // namespace skein
