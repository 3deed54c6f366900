// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/layout/packing.h"

#include <limits>
#include <numeric>
#include <tuple>
#include <unordered_map>

namespace skein {

namespace {

constexpr float cellSide = 22;

struct Cell {
    int x = 0;
    int y = 0;

    auto operator<=>(const Cell&) const = default;
};

int cellOf(float v) { return static_cast<int>(std::floor(v / cellSide)); }

// Which cells are taken: squares of 8 × 8 of them, a bit for each.
class Taken {
public:
    void take(Cell cell) { squareOf(cell) |= bitOf(cell); }

    // Neighbouring cells should be asked for one after the other: the square is looked up once for all of them.
    bool has(Cell cell)
    {
        const std::uint64_t key = keyOf(cell);
        if (key != m_askedFor) {
            const auto found = m_squares.find(key);
            m_asked = found == m_squares.end() ? 0 : found->second;
            m_askedFor = key;
        }
        return (m_asked & bitOf(cell)) != 0;
    }

private:
    static std::uint64_t keyOf(Cell cell)
    {
        return static_cast<std::uint64_t>(static_cast<std::uint32_t>(cell.x >> 3)) << 32 | static_cast<std::uint32_t>(cell.y >> 3);
    }
    static std::uint64_t bitOf(Cell cell) { return std::uint64_t{1} << ((cell.x & 7) * 8 + (cell.y & 7)); }

    std::uint64_t& squareOf(Cell cell)
    {
        const std::uint64_t key = keyOf(cell);
        if (key != m_changedFor) {
            m_changed = &m_squares[key]; // values of such a map stay where they are
            m_changedFor = key;
            m_askedFor = none;
        }
        return *m_changed;
    }

    static constexpr std::uint64_t none = 0x7fffffff'7fffffff; // no cell lies there
    std::unordered_map<std::uint64_t, std::uint64_t> m_squares; // asked, never walked: its order reaches nothing
    std::uint64_t m_askedFor = none;
    std::uint64_t m_asked = 0;
    std::uint64_t m_changedFor = none;
    std::uint64_t* m_changed = nullptr;
};

// Corners of the smallest convex shape around the boxes, in order around it (Andrew's monotone chain, 1979).
std::vector<Point> hullOf(const std::vector<Rect>& boxes)
{
    std::vector<std::pair<float, float>> points;
    for (const Rect& box : boxes) {
        points.insert(points.end(), {{box.left, box.top}, {box.right, box.top}, {box.left, box.bottom}, {box.right, box.bottom}});
    }
    std::sort(points.begin(), points.end());
    std::vector<Point> hull;
    const auto add = [&](std::pair<float, float> point, std::size_t kept) {
        const auto turnsBack = [&] {
            const Point a = hull[hull.size() - 2];
            const Point b = hull.back();
            return (static_cast<double>(b.x) - a.x) * (static_cast<double>(point.second) - a.y) <=
                   (static_cast<double>(b.y) - a.y) * (static_cast<double>(point.first) - a.x);
        };
        while (hull.size() >= kept + 2 && turnsBack())
            hull.pop_back();
        hull.push_back({point.first, point.second});
    };
    for (const auto& point : points)
        add(point, 0);
    const std::size_t half = hull.size() - 1;
    for (auto point = points.rbegin() + 1; point != points.rend(); ++point)
        add(*point, half);
    return hull;
}

// Calls act(cell) for all cells of a drawing moved `by`, some more than once. Of one with very many lines no hollow is
// left to use: the whole convex shape around it counts.
template <typename Act>
void eachCell(const Drawing& drawing, Point by, const Act& act)
{
    constexpr std::size_t manyLines = 200'000;
    if (drawing.lines.size() > manyLines) {
        std::vector<Rect> boxes;
        for (const Rect& box : drawing.boxes)
            boxes.push_back(box.movedBy(by).grownBy(cellSide / 2));
        const std::vector<Point> hull = hullOf(boxes);
        const Rect bounds = boundsOf(boxes);
        for (int y = cellOf(bounds.top); y <= cellOf(bounds.bottom); ++y) {
            const float top = static_cast<float>(y) * cellSide;
            float first = bounds.right;
            float last = bounds.left;
            for (std::size_t i = 0; i < hull.size(); ++i) { // what of each side lies in this row
                const Point a = hull[i];
                const Point b = hull[(i + 1) % hull.size()];
                if (std::max(a.y, b.y) < top || std::min(a.y, b.y) > top + cellSide)
                    continue;
                for (const float edge : {top, top + cellSide}) {
                    const float share = a.y == b.y ? 0 : std::clamp((edge - a.y) / (b.y - a.y), 0.0F, 1.0F);
                    for (const float x : {a.x + (b.x - a.x) * share, a.y == b.y ? b.x : a.x + (b.x - a.x) * share}) {
                        first = std::min(first, x);
                        last = std::max(last, x);
                    }
                }
            }
            for (int x = cellOf(first); x <= cellOf(last); ++x)
                act(Cell{x, y});
        }
        return;
    }
    for (const Rect& box : drawing.boxes) {
        const Rect grown = box.movedBy(by).grownBy(cellSide / 2);
        for (int x = cellOf(grown.left); x <= cellOf(grown.right); ++x) {
            for (int y = cellOf(grown.top); y <= cellOf(grown.bottom); ++y)
                act(Cell{x, y});
        }
    }
    for (const auto& [from, to] : drawing.lines) {
        const Point a = from + by;
        const Point b = to + by;
        const int steps = static_cast<int>(distance(a, b) / (cellSide / 2)) + 1;
        for (int i = 0; i <= steps; ++i) {
            const Point p = a + (b - a) * (static_cast<float>(i) / static_cast<float>(steps));
            act(Cell{cellOf(p.x), cellOf(p.y)});
        }
    }
}

std::vector<Cell> cellsOf(const Drawing& drawing, Point by)
{
    std::vector<Cell> cells;
    eachCell(drawing, by, [&](Cell cell) { cells.push_back(cell); });
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
    Taken taken;
    Rect bounds;
    bool isFirst = true;
    const auto put = [&](std::size_t i) {
        const Rect box = boundsOf(drawings[i].boxes).movedBy(moves[i]);
        bounds = isFirst ? box : bounds.unitedWith(box);
        isFirst = false;
    };
    const auto take = [&](Cell cell) { taken.take(cell); };
    for (std::size_t i = 0; i < drawings.size(); ++i) {
        if (drawings[i].isAnchored) {
            eachCell(drawings[i], {}, take);
            put(i);
        }
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
        if (isFirst) {
            eachCell(drawings[i], moves[i], take);
            put(i);
            continue;
        }
        const std::vector<Cell> cells = cellsOf(drawings[i], moves[i]);
        const int reach = static_cast<int>((std::max(bounds.width(), bounds.height()) + std::max(own.width(), own.height())) / cellSide) + 4;
        if (reach > reached) {
            reached = reach + reach / 4;
            ways = candidates(reached, aspect);
        }
        std::size_t obstacle = 0; // the cell that had no room the last time mostly has none the next time either
        for (const Cell way : ways) {
            const auto isTaken = [&](Cell cell) { return taken.has({cell.x + way.x, cell.y + way.y}); };
            if (isTaken(cells[obstacle]))
                continue;
            const auto blocked = std::ranges::find_if(cells, isTaken);
            if (blocked != cells.end()) {
                obstacle = static_cast<std::size_t>(blocked - cells.begin());
                continue;
            }
            for (const Cell cell : cells)
                taken.take({cell.x + way.x, cell.y + way.y});
            moves[i] = {moves[i].x + static_cast<float>(way.x) * cellSide, moves[i].y + static_cast<float>(way.y) * cellSide};
            put(i);
            break;
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
