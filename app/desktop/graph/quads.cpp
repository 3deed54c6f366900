// SPDX-License-Identifier: GPL-3.0-or-later
#include "marks.h"

#include <array>
#include <numbers>

namespace skein {

namespace {

enum Kind { line = 0, polygon = 1, label = 2, plain = 3 };

void store(std::uint8_t (&to)[4], Colour colour)
{
    const auto scaled = [&](std::uint8_t v) { return static_cast<std::uint8_t>((v * colour.alpha + 127) / 255); };
    to[0] = scaled(colour.red);
    to[1] = scaled(colour.green);
    to[2] = scaled(colour.blue);
    to[3] = colour.alpha;
}

class Quads {
public:
    explicit Quads(std::vector<MarkVertex>& out) : m_out(out) {}

    // A rectangle with its middle at `centre`, turned so that `axis` (of length 1) is its own x axis.
    void add(Point centre, Point axis, float halfWidth, float halfHeight, std::array<float, 4> shape, Colour fill, Colour ring)
    {
        for (const auto& [sx, sy] : {std::pair(-1.0F, -1.0F), std::pair(1.0F, -1.0F), std::pair(-1.0F, 1.0F), std::pair(1.0F, 1.0F)}) {
            const float u = sx * halfWidth;
            const float v = sy * halfHeight;
            MarkVertex vertex{centre.x + u * axis.x - v * axis.y, centre.y + u * axis.y + v * axis.x, u, v,
                              {shape[0], shape[1], shape[2], shape[3]}, {}, {}};
            store(vertex.fill, fill);
            store(vertex.ring, ring);
            m_out.push_back(vertex);
        }
    }

    void addEdge(const EdgeMark& edge)
    {
        const auto drawn = lineOf(edge);
        if (!drawn)
            return;
        const float half = distance(drawn->from, drawn->to) / 2;
        add((drawn->from + drawn->to) * 0.5F, drawn->axis, half, edge.width / 2 + 1, {line, half, edge.width / 2, drawn->dash}, edge.colour, {});
        if (edge.hasArrowAtTo)
            addArrow(edge.to, drawn->axis, drawn->arrow, edge.colour);
        if (edge.hasArrowAtFrom)
            addArrow(edge.from, drawn->axis * -1, drawn->arrow, edge.colour);
    }

    // A fan of triangles around the first corner, each a quad two corners of which are one.
    void addRegion(const RegionMark& region)
    {
        const auto corner = [&](Point p) {
            MarkVertex vertex{p.x, p.y, 0, 0, {plain, 0, 0, 0}, {}, {}};
            store(vertex.fill, region.fill);
            m_out.push_back(vertex);
        };
        const std::vector<Point>& at = region.outline;
        for (std::size_t i = 1; i + 1 < at.size(); ++i) {
            corner(at[0]);
            corner(at[i]);
            corner(at[i + 1]);
            corner(at[i + 1]);
        }
        for (std::size_t i = 0; i < at.size(); ++i) {
            const Point a = at[i];
            const Point b = at[(i + 1) % at.size()];
            const float half = distance(a, b) / 2;
            if (half > 0)
                add((a + b) * 0.5F, (b - a) * (0.5F / half), half, 1.5F, {line, half, 0.5F, 0}, region.rim, {});
        }
    }

    void addNode(const NodeMark& node)
    {
        const Outline outline = outlineOf(node.shape);
        const float angle = outline.direction * std::numbers::pi_v<float> / 2;
        const float reach = node.radius * outline.reach;
        const float half = reach + node.ringWidth + 1.5F;
        add(node.centre, {std::cos(angle), std::sin(angle)}, half, half,
            {polygon, reach, static_cast<float>(outline.sides), node.ringWidth}, node.fill, node.ring);
    }

    void addLabel(const LabelMark& mark, QRect place, QSize atlas, double ratio)
    {
        const auto snapped = [&](float v) { return static_cast<float>(std::round(static_cast<double>(v) * ratio) / ratio); };
        const float left = snapped(mark.box.left);
        const float top = snapped(mark.box.top);
        const float right = left + static_cast<float>(place.width() / ratio);
        const float bottom = top + static_cast<float>(place.height() / ratio);
        const auto u = [&](int x) { return static_cast<float>(x) / static_cast<float>(atlas.width()); };
        const auto v = [&](int y) { return static_cast<float>(y) / static_cast<float>(atlas.height()); };
        const auto alpha = static_cast<std::uint8_t>(mark.opacity * 255 + 0.5F);
        const auto corner = [&](float x, float y, int tx, int ty) {
            MarkVertex vertex{x, y, u(tx), v(ty), {label, 0, 0, 0}, {alpha, alpha, alpha, alpha}, {}};
            m_out.push_back(vertex);
        };
        const int farX = place.x() + place.width();
        const int farY = place.y() + place.height();
        corner(left, top, place.x(), place.y());
        corner(right, top, farX, place.y());
        corner(left, bottom, place.x(), farY);
        corner(right, bottom, farX, farY);
    }

private:
    void addArrow(Point tip, Point axis, float size, Colour colour)
    {
        // The polygon's first corner points up in its own frame; turned, up becomes the way of the edge.
        add(tip - axis * (size * 0.62F), {-axis.y, axis.x}, size + 1, size + 1, {polygon, size * 0.72F, 3, 0}, colour, {});
    }

    std::vector<MarkVertex>& m_out;
};

} // namespace

std::vector<MarkVertex> quadsOf(const DisplayList& list, LabelAtlas& atlas, double pixelRatio)
{
    // The atlas may grow while labels are placed, and places are shares of its size: all of them first.
    atlas.tidy();
    std::vector<QRect> places;
    for (const LabelMark& mark : list.labels)
        places.push_back(atlas.place(mark));

    std::vector<MarkVertex> result;
    result.reserve(4 * (list.edges.size() + list.nodes.size() + list.labels.size()));
    Quads quads(result);
    for (const RegionMark& region : list.regions)
        quads.addRegion(region);
    for (const EdgeMark& edge : list.edges)
        quads.addEdge(edge);
    for (const NodeMark& node : list.nodes)
        quads.addNode(node);
    for (std::size_t i = 0; i < list.labels.size(); ++i) {
        if (!places[i].isEmpty())
            quads.addLabel(list.labels[i], places[i], atlas.image().size(), pixelRatio);
    }
    return result;
}

} // namespace skein
