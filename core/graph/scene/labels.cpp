// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/scene/labels.h"

#include <array>
#include <limits>
#include <numeric>
#include <tuple>

namespace skein {

namespace {

constexpr float cellSide = 64;
constexpr float gap = 3;       // between a node and its label
constexpr float lesser = 0.15F; // share of a label's importance below which a node may be covered by it
constexpr std::ptrdiff_t landmarks = 5; // the most important labels may cover any node that is less so

bool isBefore(const LabelWish& a, const LabelWish& b)
{
    return std::tuple(b.importance, a.key) < std::tuple(a.importance, b.key);
}

std::array<Rect, 4> placesFor(const LabelWish& wish, const Rect& view)
{
    const auto [x, y] = wish.centre;
    const auto [w, h] = wish.size;
    const float r = wish.radius + gap;
    // Beneath and above, the node stays over or under its label wherever in the view it is.
    const float left = view.contains(wish.centre) ? std::clamp(x - w / 2, view.left, std::max(view.right - w, view.left)) : x - w / 2;
    return {{{left, y + r, left + w, y + r + h},
             {left, y - r - h, left + w, y - r},
             {x + r, y - h / 2, x + r + w, y + h / 2},
             {x - r - w, y - h / 2, x - r, y + h / 2}}};
}

} // namespace

Occupancy::Occupancy(const Rect& area) : m_area(area)
{
    m_columns = std::max(1, static_cast<int>(area.width() / cellSide) + 1);
    m_rows = std::max(1, static_cast<int>(area.height() / cellSide) + 1);
    m_cells.resize(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows));
}

template <typename Visit>
bool Occupancy::eachCell(const Rect& box, const Visit& visit) const
{
    const auto cell = [](float v, float origin, int count) {
        return static_cast<int>(std::clamp((v - origin) / cellSide, 0.0F, static_cast<float>(count - 1)));
    };
    for (int row = cell(box.top, m_area.top, m_rows); row <= cell(box.bottom, m_area.top, m_rows); ++row) {
        for (int column = cell(box.left, m_area.left, m_columns); column <= cell(box.right, m_area.left, m_columns); ++column) {
            if (!visit(static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) + static_cast<std::size_t>(column)))
                return false;
        }
    }
    return true;
}

void Occupancy::take(const Rect& box, std::uint32_t owner, float importance)
{
    eachCell(box, [&](std::size_t cell) {
        m_cells[cell].push_back({box, owner, importance});
        return true;
    });
}

bool Occupancy::isFree(const Rect& box, std::uint32_t owner, float importance) const
{
    return eachCell(box, [&](std::size_t cell) {
        return std::none_of(m_cells[cell].begin(), m_cells[cell].end(), [&](const Entry& entry) {
            return (entry.owner != owner || owner == nobody) && entry.importance >= importance && entry.box.overlaps(box);
        });
    });
}

bool isWhole(const Rect& box, const Rect& view)
{
    return !box.overlaps(view) || (view.contains({box.left, box.top}) && view.contains({box.right, box.bottom}));
}

std::vector<LabelPlace> placeLabels(const std::vector<LabelWish>& wishes, Occupancy& occupancy, const Rect& area, const Rect& view)
{
    std::vector<std::uint32_t> order(wishes.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return isBefore(wishes[a], wishes[b]); });
    constexpr float untouchable = std::numeric_limits<float>::infinity(); // no label over another, however important
    std::vector<LabelPlace> result;
    for (const std::uint32_t& i : order) {
        const LabelWish& wish = wishes[i];
        const auto places = placesFor(wish, view);
        const auto tryAll = [&](float importance) {
            for (const Rect& box : places) {
                if (box.overlaps(area) && isWhole(box, view) && occupancy.isFree(box, wish.key, importance)) {
                    occupancy.take(box, wish.key, untouchable);
                    result.push_back({i, box});
                    return true;
                }
            }
            return false;
        };
        const bool isLandmark = &i - order.data() < landmarks;
        if (!tryAll(0))
            tryAll(wish.importance * (isLandmark ? 1 : lesser));
    }
    return result;
}

std::vector<std::uint32_t> thinned(const std::vector<LabelWish>& wishes, Size cell, std::size_t most)
{
    struct Ranked {
        int row;
        int column;
        std::uint32_t wish;
    };
    std::vector<Ranked> ranked;
    for (std::uint32_t i = 0; i < wishes.size(); ++i)
        ranked.push_back({static_cast<int>(std::floor(wishes[i].centre.y / cell.height)),
                          static_cast<int>(std::floor(wishes[i].centre.x / cell.width)), i});
    std::sort(ranked.begin(), ranked.end(), [&](const Ranked& a, const Ranked& b) {
        if (std::tie(a.row, a.column) != std::tie(b.row, b.column))
            return std::tie(a.row, a.column) < std::tie(b.row, b.column);
        return isBefore(wishes[a.wish], wishes[b.wish]);
    });
    std::vector<std::uint32_t> result;
    std::size_t inCell = 0;
    for (std::size_t i = 0; i < ranked.size(); ++i) {
        const bool isSame = i > 0 && ranked[i].row == ranked[i - 1].row && ranked[i].column == ranked[i - 1].column;
        inCell = isSame ? inCell + 1 : 0;
        if (inCell < most)
            result.push_back(ranked[i].wish);
    }
    std::sort(result.begin(), result.end());
    return result;
}

} // namespace skein
