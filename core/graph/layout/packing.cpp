// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/layout/packing.h"

#include <limits>
#include <numeric>
#include <tuple>
#include <unordered_set>

namespace skein {

namespace {

constexpr float cellSide = 22;

struct Cell {
    int x = 0;
    int y = 0;

    auto operator<=>(const Cell&) const = default;
};

int cellOf(float v) { return static_cast<int>(std::floor(v / cellSide)); }

std::uint64_t keyOf(Cell cell)
{
    return static_cast<std::uint64_t>(static_cast<std::uint32_t>(cell.x)) << 32 | static_cast<std::uint32_t>(cell.y);
}

std::vector<Cell> cellsOf(const Drawing& drawing)
{
    std::vector<Cell> cells;
    for (const Rect& box : drawing.boxes) {
        const Rect grown = box.grownBy(cellSide / 2);
        for (int x = cellOf(grown.left); x <= cellOf(grown.right); ++x) {
            for (int y = cellOf(grown.top); y <= cellOf(grown.bottom); ++y)
                cells.push_back({x, y});
        }
    }
    for (const auto& [a, b] : drawing.lines) {
        const int steps = static_cast<int>(distance(a, b) / (cellSide / 2)) + 1;
        for (int i = 0; i <= steps; ++i) {
            const Point p = a + (b - a) * (static_cast<float>(i) / static_cast<float>(steps));
            cells.push_back({cellOf(p.x), cellOf(p.y)});
        }
    }
    std::sort(cells.begin(), cells.end());
    cells.erase(std::unique(cells.begin(), cells.end()), cells.end());
    return cells;
}

// The ways that a drawing may be moved, the nearest to the middle first. Coarser steps for larger wholes keep them few.
std::vector<Cell> candidates(int reach, float aspect)
{
    const int step = 1 + reach / 80;
    std::vector<std::tuple<float, int, int>> ranked;
    const auto width = static_cast<int>(static_cast<float>(reach) * std::max(aspect, 1.0F));
    const auto height = static_cast<int>(static_cast<float>(reach) / std::min(aspect, 1.0F));
    for (int x = -width; x <= width; x += step) {
        for (int y = -height; y <= height; y += step) {
            const float across = static_cast<float>(x) / aspect;
            ranked.emplace_back(across * across + static_cast<float>(y * y), -y, x);
        }
    }
    std::sort(ranked.begin(), ranked.end());
    std::vector<Cell> result;
    result.reserve(ranked.size());
    for (const auto& [rank, y, x] : ranked)
        result.push_back({x, -y});
    return result;
}

// Shelves: plain, quick, for very many drawings.
void packInShelves(const std::vector<Drawing>& drawings, const std::vector<std::size_t>& which, Rect taken, float aspect,
                   std::vector<Point>& moves)
{
    double area = 0;
    float widest = taken.width();
    for (const std::size_t i : which) {
        const Rect bounds = boundsOf(drawings[i].boxes);
        area += static_cast<double>(bounds.width() + cellSide) * static_cast<double>(bounds.height() + cellSide);
        widest = std::max(widest, bounds.width());
    }
    const float width = std::max(widest, std::sqrt(static_cast<float>(area) * aspect));
    const float start = taken.centre().x - width / 2;
    float x = start;
    float y = taken.bottom + 2 * cellSide;
    float height = 0;
    for (const std::size_t i : which) {
        const Rect bounds = boundsOf(drawings[i].boxes);
        if (x > start && x + bounds.width() > start + width) {
            x = start;
            y += height + cellSide;
            height = 0;
        }
        moves[i] = {x - bounds.left, y - bounds.top};
        x += bounds.width() + cellSide;
        height = std::max(height, bounds.height());
    }
}

} // namespace

Rect boundsOf(const std::vector<Rect>& boxes)
{
    if (boxes.empty())
        return {};
    Rect result = boxes[0];
    for (const Rect& box : boxes)
        result = result.unitedWith(box);
    return result;
}

std::vector<Point> packDrawings(const std::vector<Drawing>& drawings, float aspect)
{
    std::vector<Point> moves(drawings.size());
    if (drawings.size() == 1) {
        if (!drawings[0].isAnchored)
            moves[0] = Point{} - boundsOf(drawings[0].boxes).centre();
        return moves;
    }
    std::unordered_set<std::uint64_t> taken; // asked, never walked: its order reaches nothing
    Rect bounds;
    bool isFirst = true;
    const auto put = [&](std::size_t i, const std::vector<Cell>& cells, Cell by) {
        for (const Cell cell : cells)
            taken.insert(keyOf({cell.x + by.x, cell.y + by.y}));
        moves[i] = {moves[i].x + static_cast<float>(by.x) * cellSide, moves[i].y + static_cast<float>(by.y) * cellSide};
        const Rect box = boundsOf(drawings[i].boxes).movedBy(moves[i]);
        bounds = isFirst ? box : bounds.unitedWith(box);
        isFirst = false;
    };
    for (std::size_t i = 0; i < drawings.size(); ++i) {
        if (drawings[i].isAnchored)
            put(i, cellsOf(drawings[i]), {});
    }

    constexpr std::size_t mostTried = 160; // drawings that are fitted one by one
    std::vector<std::size_t> rest;
    std::size_t tried = 0;
    std::vector<Cell> ways;
    int reached = 0;
    for (std::size_t i = 0; i < drawings.size(); ++i) {
        if (drawings[i].isAnchored || drawings[i].boxes.empty())
            continue;
        const Rect own = boundsOf(drawings[i].boxes);
        const Point middle = isFirst ? Point{} : bounds.centre();
        moves[i] = middle - own.centre();
        if (tried++ >= mostTried) {
            rest.push_back(i);
            continue;
        }
        Drawing centred = drawings[i];
        for (Rect& box : centred.boxes)
            box = box.movedBy(moves[i]);
        for (auto& [a, b] : centred.lines) {
            a = a + moves[i];
            b = b + moves[i];
        }
        const std::vector<Cell> cells = cellsOf(centred);
        if (isFirst) {
            put(i, cells, {});
            continue;
        }
        const int reach = static_cast<int>((std::max(bounds.width(), bounds.height()) + std::max(own.width(), own.height())) / cellSide) + 4;
        if (reach > reached) {
            reached = reach + reach / 4;
            ways = candidates(reached, aspect);
        }
        for (const Cell way : ways) {
            const bool isFree = std::none_of(cells.begin(), cells.end(), [&](Cell cell) {
                return taken.contains(keyOf({cell.x + way.x, cell.y + way.y}));
            });
            if (isFree) {
                put(i, cells, way);
                break;
            }
        }
    }
    if (!rest.empty())
        packInShelves(drawings, rest, bounds, aspect, moves);
    return moves;
}

std::vector<Point> packInRows(const std::vector<Drawing>& drawings, float aspect)
{
    std::vector<std::size_t> all(drawings.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    std::vector<Point> moves(drawings.size());
    packInShelves(drawings, all, {}, aspect, moves);
    return moves;
}

std::vector<Point> arrangeInRows(std::size_t count, Size cell, const Rect& above, float aspect)
{
    if (count == 0)
        return {};
    // As many columns as show the whole largest in a window of this aspect; the width that is there already costs nothing.
    const auto free = static_cast<std::size_t>(std::max(above.width() / cell.width, 1.0F));
    std::size_t columns = std::min(free, count);
    float least = std::numeric_limits<float>::infinity();
    for (std::size_t c = columns; c <= count; ++c) {
        const float width = std::max(above.width(), static_cast<float>(c) * cell.width);
        const float height = above.height() + static_cast<float>((count + c - 1) / c) * cell.height;
        const float extent = std::max(width / aspect, height);
        if (extent < least) {
            least = extent;
            columns = c;
        }
    }
    const std::size_t rows = (count + columns - 1) / columns;
    // Rows as equal as they can be look tidier than a full block with a short last line.
    std::vector<Point> result;
    float top = above.isEmpty() ? -static_cast<float>(rows) * cell.height / 2 : above.bottom + cell.height * 0.35F;
    for (std::size_t row = 0, left = count; row < rows; ++row, top += cell.height) {
        const std::size_t here = (left + (rows - row) - 1) / (rows - row);
        const float start = above.centre().x - static_cast<float>(here - 1) * cell.width / 2;
        for (std::size_t i = 0; i < here; ++i)
            result.push_back({start + static_cast<float>(i) * cell.width, top + cell.height / 2});
        left -= here;
    }
    return result;
}

} // namespace skein
