// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/scene/haze.h"

#include "core/base/parallel.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace skein {

namespace {

constexpr int least = 256;   // cells along the longer side
constexpr int greatest = 2048;
constexpr int coarseness = 8; // cells of the fine grid along one of the coarse grid, in which long edges are drawn
constexpr float longEdge = 48; // fine cells
constexpr float edgeTint = 0.3F; // share of the colour of the nodes near by
constexpr std::uint32_t ink = 64; // of an edge in one cell

template <typename T>
struct Field {
    int width = 0;
    int height = 0;
    std::vector<T> cells;

    Field(int w, int h) : width(w), height(h), cells(static_cast<std::size_t>(w) * static_cast<std::size_t>(h)) {}
    std::size_t at(int x, int y) const
    {
        return static_cast<std::size_t>(std::clamp(y, 0, height - 1)) * static_cast<std::size_t>(width) +
               static_cast<std::size_t>(std::clamp(x, 0, width - 1));
    }
};

// Between the middles of cells.
template <typename T>
T sampled(const Field<T>& field, float x, float y)
{
    const float left = std::floor(x - 0.5F);
    const float top = std::floor(y - 0.5F);
    const float sx = x - 0.5F - left;
    const float sy = y - 0.5F - top;
    const int column = static_cast<int>(left);
    const int row = static_cast<int>(top);
    const T above = field.cells[field.at(column, row)] * (1 - sx) + field.cells[field.at(column + 1, row)] * sx;
    const T below = field.cells[field.at(column, row + 1)] * (1 - sx) + field.cells[field.at(column + 1, row + 1)] * sx;
    return above * (1 - sy) + below * sy;
}

struct Tint {
    float weight = 0;
    float red = 0;
    float green = 0;
    float blue = 0;

    Tint operator*(float f) const { return {weight * f, red * f, green * f, blue * f}; }
    Tint operator+(const Tint& o) const { return {weight + o.weight, red + o.red, green + o.green, blue + o.blue}; }
};

// Each cell becomes the mean of itself and its two neighbours along a row, weighted 1 2 1, then along a column.
template <typename T>
void soften(Field<T>& field)
{
    for (const bool isAlongRow : {true, false}) {
        Field<T> result(field.width, field.height);
        inParallel(static_cast<std::size_t>(field.height), 64, [&](std::size_t begin, std::size_t end) {
            for (int y = static_cast<int>(begin); y < static_cast<int>(end); ++y) {
                for (int x = 0; x < field.width; ++x) {
                    const T before = field.cells[isAlongRow ? field.at(x - 1, y) : field.at(x, y - 1)];
                    const T after = field.cells[isAlongRow ? field.at(x + 1, y) : field.at(x, y + 1)];
                    result.cells[field.at(x, y)] = before * 0.25F + field.cells[field.at(x, y)] * 0.5F + after * 0.25F;
                }
            }
        });
        field = std::move(result);
    }
}

// How much there is where there is something, in the mean.
template <typename T, typename Amount>
float typical(const Field<T>& field, const Amount& amount)
{
    double sum = 0;
    double count = 0;
    for (const T& cell : field.cells) {
        const double here = static_cast<double>(amount(cell));
        sum += here;
        count += here > 0.05 ? 1 : 0;
    }
    return count > 0 ? static_cast<float>(sum / count) : 1;
}

class Hazer {
public:
    explicit Hazer(const HazeInput& input) : m(input)
    {
        bool isFirst = true;
        for (std::uint32_t i = 0; i < m.positions.size(); ++i) {
            if (m.state.isHidden(i))
                continue;
            const Point p = m.positions[i];
            m_result.world = isFirst ? Rect{p.x, p.y, p.x, p.y} : m_result.world.unitedWith({p.x, p.y, p.x, p.y});
            isFirst = false;
            ++m_nodes;
        }
        const float longer = std::max({m_result.world.width(), m_result.world.height(), 1.0F});
        const int side = std::clamp(static_cast<int>(8 * std::sqrt(static_cast<float>(m_nodes))), least, greatest);
        m_cell = longer / static_cast<float>(side);
        m_result.world = m_result.world.grownBy(m_cell * 4);
        m_result.width = static_cast<int>(m_result.world.width() / m_cell) + 1;
        m_result.height = static_cast<int>(m_result.world.height() / m_cell) + 1;
        m_result.world.right = m_result.world.left + static_cast<float>(m_result.width) * m_cell;
        m_result.world.bottom = m_result.world.top + static_cast<float>(m_result.height) * m_cell;
    }

    Haze make()
    {
        if (m_nodes == 0)
            return {};
        const Field<float> edges = edgeInk();
        const Field<Tint> nodes = nodeTints();
        const float edgeMuch = 2.2F * typical(edges, [](float v) { return v; });
        const float nodeMuch = 1.8F * typical(nodes, [](const Tint& t) { return t.weight; });
        m_result.pixels.resize(edges.cells.size());
        inParallel(static_cast<std::size_t>(m_result.height), 64, [&](std::size_t begin, std::size_t end) {
            for (int y = static_cast<int>(begin); y < static_cast<int>(end); ++y) {
                for (int x = 0; x < m_result.width; ++x) {
                    const std::size_t i = edges.at(x, y);
                    const float line = (m.theme.isDark ? 0.6F : 0.75F) * (1 - std::exp(-edges.cells[i] / edgeMuch));
                    const Tint tint = sampled(nodes, (static_cast<float>(x) + 0.5F) / 2, (static_cast<float>(y) + 0.5F) / 2);
                    const float crowd = tint.weight / nodeMuch;
                    const float glow = tint.weight > 0 ? (m.theme.isDark ? 0.5F : 0.42F) * (1 - std::exp(-crowd * crowd)) : 0;
                    m_result.pixels[i] = overlaid(line, tint, glow);
                }
            }
        });
        return std::move(m_result);
    }

private:
    Point cellOf(std::uint32_t node) const
    {
        return {(m.positions[node].x - m_result.world.left) / m_cell, (m.positions[node].y - m_result.world.top) / m_cell};
    }

    static void drawLine(Field<std::uint32_t>& to, Point a, Point b, float steps, std::uint32_t amount)
    {
        const Point step = (b - a) * (1 / steps);
        Point p = a + step * 0.5F;
        for (int i = 0; i < static_cast<int>(steps); ++i, p = p + step)
            to.cells[to.at(static_cast<int>(p.x), static_cast<int>(p.y))] += amount;
    }

    Field<float> edgeInk() const
    {
        // Whole numbers add up to the same in any order; a fixed number of parts keeps it so.
        constexpr std::size_t parts = 4;
        using Grid = Field<std::uint32_t>;
        const Grid emptyFine(m_result.width, m_result.height);
        const Grid emptyCoarse(m_result.width / coarseness + 1, m_result.height / coarseness + 1);
        std::vector<Grid> fine(parts, emptyFine);
        std::vector<Grid> coarse(parts, emptyCoarse);
        const auto& pairs = m.scene.pairs.pairs;
        inParallel(parts, 1, [&](std::size_t begin, std::size_t end) {
            for (std::size_t part = begin; part < end; ++part) {
                for (std::size_t i = pairs.size() * part / parts; i < pairs.size() * (part + 1) / parts; ++i) {
                    const Presence presence = m.state.presenceOf(static_cast<std::uint32_t>(i), pairs[i].source, pairs[i].target);
                    if (presence == Presence::hidden)
                        continue;
                    const std::uint32_t amount = presence == Presence::faded ? ink / 8 : ink;
                    const Point a = cellOf(pairs[i].source);
                    const Point b = cellOf(pairs[i].target);
                    const float length = distance(a, b);
                    if (length <= longEdge) {
                        drawLine(fine[part], a, b, std::floor(length) + 1, amount);
                    } else {
                        constexpr float scale = 1.0F / coarseness;
                        drawLine(coarse[part], a * scale, b * scale, std::floor(length * scale) + 1, amount);
                    }
                }
            }
        });
        Field<float> far(emptyCoarse.width, emptyCoarse.height);
        for (std::size_t i = 0; i < far.cells.size(); ++i) {
            for (const Grid& part : coarse)
                far.cells[i] += static_cast<float>(part.cells[i]) / (ink * coarseness);
        }
        soften(far);
        Field<float> result(m_result.width, m_result.height);
        inParallel(static_cast<std::size_t>(m_result.height), 64, [&](std::size_t begin, std::size_t end) {
            for (int y = static_cast<int>(begin); y < static_cast<int>(end); ++y) {
                for (int x = 0; x < m_result.width; ++x) {
                    const std::size_t i = result.at(x, y);
                    std::uint32_t sum = 0;
                    for (const Grid& part : fine)
                        sum += part.cells[i];
                    result.cells[i] = static_cast<float>(sum) / ink + sampled(far, (static_cast<float>(x) + 0.5F) / coarseness,
                                                                             (static_cast<float>(y) + 0.5F) / coarseness);
                }
            }
        });
        soften(result);
        return result;
    }

    Field<Tint> nodeTints() const
    {
        Field<Tint> result(m_result.width / 2 + 1, m_result.height / 2 + 1);
        for (std::uint32_t i = 0; i < m.positions.size(); ++i) {
            const Presence presence = m.state.presenceOf(i);
            if (presence == Presence::hidden)
                continue;
            const Colour colour = i < m.state.fills.size() ? m.state.fills[i] : m.theme.typeColour(m.scene.styleOf(i));
            const float weight = presence == Presence::faded ? 0.1F : 1;
            const Point p = cellOf(i) * 0.5F;
            Tint& cell = result.cells[result.at(static_cast<int>(p.x), static_cast<int>(p.y))];
            cell = cell + Tint{1, static_cast<float>(colour.red), static_cast<float>(colour.green), static_cast<float>(colour.blue)} * weight;
        }
        soften(result);
        soften(result);
        return result;
    }

    std::uint32_t overlaid(float line, const Tint& tint, float glow) const
    {
        const auto channel = [&](std::uint8_t edge, float sum) {
            const float node = tint.weight > 0 ? sum / tint.weight : static_cast<float>(edge);
            const float tinted = static_cast<float>(edge) + (node - static_cast<float>(edge)) * edgeTint;
            return static_cast<std::uint32_t>(tinted * line * (1 - glow) + node * glow + 0.5F);
        };
        const auto alpha = static_cast<std::uint32_t>(255 * (line + glow - line * glow) + 0.5F);
        return alpha << 24 | channel(m.theme.edge.red, tint.red) << 16 | channel(m.theme.edge.green, tint.green) << 8 |
               channel(m.theme.edge.blue, tint.blue);
    }

    const HazeInput& m;
    Haze m_result;
    float m_cell = 1;
    std::size_t m_nodes = 0;
};

} // namespace

Haze hazeOf(const HazeInput& input)
{
    return Hazer(input).make();
}

} // namespace skein
