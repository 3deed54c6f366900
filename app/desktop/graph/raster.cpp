// SPDX-License-Identifier: GPL-3.0-or-later
#include "raster.h"

#include "core/base/parallel.h"
#include "core/graph/scene/haze.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace skein {

namespace {

constexpr int grain = 4;                    // sprites are made for radii in quarters of a pixel
constexpr int places = 2;                   // and for places in halves
constexpr std::size_t mostSprites = 30'000; // kept

std::uint32_t scaled(std::uint32_t pixel, std::uint32_t of256)
{
    const std::uint32_t redBlue = ((pixel & 0x00FF00FFU) * of256 >> 8) & 0x00FF00FFU;
    const std::uint32_t alphaGreen = ((pixel >> 8) & 0x00FF00FFU) * of256 & 0xFF00FF00U;
    return redBlue | alphaGreen;
}

// `source` premultiplied.
void lay(std::uint32_t& pixel, std::uint32_t source)
{
    pixel = source + scaled(pixel, 256 - (source >> 24));
}

std::uint32_t premultiplied(Colour c)
{
    const auto part = [&](std::uint8_t v) { return static_cast<std::uint32_t>((v * c.alpha + 127) / 255); };
    return static_cast<std::uint32_t>(c.alpha) << 24 | part(c.red) << 16 | part(c.green) << 8 | part(c.blue);
}

std::uint32_t share256(float share) { return static_cast<std::uint32_t>(std::clamp(share, 0.0F, 1.0F) * 256 + 0.5F); }

// Distances to a shape's rim, negative inside; the same as in resources/shaders/marks.frag.
float toBox(Point p, Point halves)
{
    const float x = std::abs(p.x) - halves.x;
    const float y = std::abs(p.y) - halves.y;
    return std::hypot(std::max(x, 0.0F), std::max(y, 0.0F)) + std::min(std::max(x, y), 0.0F);
}

// The sides' distances are known once for all pixels of a shape. Corners come out sharp, which is not seen when small.
class Shape {
public:
    Shape(const Outline& outline, float radius) : m_outline(outline), m_reach(radius * outline.reach), m_rounding(m_reach * 0.18F)
    {
        const float part = std::numbers::pi_v<float> / static_cast<float>(std::max(outline.sides, 3));
        m_side = (m_reach - m_rounding / std::cos(part)) * std::cos(part);
        for (int i = 0; i < outline.sides && outline.sides > 2; ++i) {
            const float angle = outline.direction * std::numbers::pi_v<float> / 2 + part * static_cast<float>(2 * i + 1);
            m_normals[static_cast<std::size_t>(i)] = {std::sin(angle), -std::cos(angle)};
        }
    }

    float distanceTo(Point p) const
    {
        if (m_outline.sides == 0)
            return std::sqrt(p.x * p.x + p.y * p.y) - m_reach;
        if (m_outline.sides == 2)
            return toBox(p, {m_reach * 0.68F - m_rounding, m_reach * 0.9F - m_rounding}) - m_rounding;
        float most = -1e9F;
        float second = -1e9F;
        for (std::size_t i = 0; i < static_cast<std::size_t>(m_outline.sides); ++i) {
            const float away = p.x * m_normals[i].x + p.y * m_normals[i].y - m_side;
            second = std::max(second, std::min(most, away));
            most = std::max(most, away);
        }
        // Outside of two sides it is the corner that is near: its distance, were the sides at right angles.
        if (second > 0)
            return std::sqrt(most * most + second * second) - m_rounding;
        return most - m_rounding;
    }

private:
    Outline m_outline;
    float m_reach;
    float m_rounding;
    float m_side;
    std::array<Point, 8> m_normals{};
};

// Some rows of the picture; coordinates are the picture's.
class Band {
public:
    Band(std::uint32_t* pixels, int width, std::ptrdiff_t stride, int top, int bottom)
        : m_pixels(pixels), m_width(width), m_stride(stride), m_top(top), m_bottom(bottom)
    {
    }

    int top() const { return m_top; }
    int bottom() const { return m_bottom; }

    void fill(std::uint32_t colour)
    {
        for (int y = m_top; y < m_bottom; ++y)
            std::fill_n(row(y), m_width, colour);
    }

    // Stretched over `box`, between the middles of its pixels.
    void drawHaze(const Haze& haze, const Rect& box, float opacity)
    {
        struct Column {
            int left;
            std::uint32_t share;
        };
        const float perX = static_cast<float>(haze.width) / box.width();
        const float perY = static_cast<float>(haze.height) / box.height();
        const int from = std::clamp(static_cast<int>(std::ceil(box.left)), 0, m_width);
        const int to = std::clamp(static_cast<int>(box.right), from, m_width);
        const auto split = [](float v, int count) {
            const float at = std::clamp(v - 0.5F, 0.0F, static_cast<float>(count) - 1.001F);
            return Column{static_cast<int>(at), share256(at - std::floor(at))};
        };
        std::vector<Column> columns;
        for (int x = from; x < to; ++x)
            columns.push_back(split((static_cast<float>(x) + 0.5F - box.left) * perX, haze.width));
        const std::uint32_t strength = share256(opacity);
        std::vector<std::uint32_t> blended(static_cast<std::size_t>(haze.width)); // the two rows of the haze as one
        const int last = std::min(m_bottom, static_cast<int>(box.bottom));
        for (int y = std::max(m_top, static_cast<int>(std::ceil(box.top))); y < last && !columns.empty(); ++y) {
            const Column vertical = split((static_cast<float>(y) + 0.5F - box.top) * perY, haze.height);
            const std::uint32_t* above = haze.pixels.data() + static_cast<std::ptrdiff_t>(vertical.left) * haze.width;
            const std::uint32_t* below = above + haze.width;
            for (int x = columns.front().left; x <= columns.back().left + 1; ++x)
                blended[static_cast<std::size_t>(x)] =
                    scaled(scaled(above[x], 256 - vertical.share) + scaled(below[x], vertical.share), strength);
            std::uint32_t* pixel = row(y) + from;
            for (const Column& column : columns) {
                const std::uint32_t* source = blended.data() + column.left;
                if ((source[0] | source[1]) != 0)
                    lay(*pixel, scaled(source[0], 256 - column.share) + scaled(source[1], column.share));
                ++pixel;
            }
        }
    }

    // Convex. Soft along x only: a rim line covers the rest.
    void drawConvex(const std::vector<Point>& corners, std::uint32_t colour)
    {
        float high = corners[0].y;
        float low = corners[0].y;
        for (const Point p : corners) {
            high = std::min(high, p.y);
            low = std::max(low, p.y);
        }
        for (int y = std::max(m_top, static_cast<int>(high)); y < std::min(m_bottom, static_cast<int>(low) + 1); ++y) {
            const float middle = static_cast<float>(y) + 0.5F;
            float left = 1e9F;
            float right = -1e9F;
            for (std::size_t i = 0; i < corners.size(); ++i) {
                const Point a = corners[i];
                const Point b = corners[(i + 1) % corners.size()];
                if ((a.y <= middle) == (b.y <= middle))
                    continue;
                const float x = a.x + (b.x - a.x) * (middle - a.y) / (b.y - a.y);
                left = std::min(left, x);
                right = std::max(right, x);
            }
            const int from = std::max(0, static_cast<int>(std::floor(left)));
            const int to = std::min(m_width, static_cast<int>(std::ceil(right)));
            std::uint32_t* pixels = row(y);
            for (int x = from; x < to; ++x) {
                const float covered = std::min(right, static_cast<float>(x + 1)) - std::max(left, static_cast<float>(x));
                lay(pixels[x], covered >= 1 ? colour : scaled(colour, share256(covered)));
            }
        }
    }

    // Soft on all sides; for small ones.
    void drawTriangle(const std::array<Point, 3>& corners, std::uint32_t colour)
    {
        const auto [left, right] = std::minmax({corners[0].x, corners[1].x, corners[2].x});
        const auto [high, low] = std::minmax({corners[0].y, corners[1].y, corners[2].y});
        const float turn = (corners[1].x - corners[0].x) * (corners[2].y - corners[0].y) -
                           (corners[1].y - corners[0].y) * (corners[2].x - corners[0].x);
        for (int y = std::max(m_top, static_cast<int>(high) - 1); y < std::min(m_bottom, static_cast<int>(low) + 2); ++y) {
            for (int x = std::max(0, static_cast<int>(left) - 1); x < std::min(m_width, static_cast<int>(right) + 2); ++x) {
                float covered = 1;
                for (std::size_t i = 0; i < 3; ++i) {
                    const Point a = corners[i];
                    const Point along = corners[(i + 1) % 3] - a;
                    const Point to{static_cast<float>(x) + 0.5F - a.x, static_cast<float>(y) + 0.5F - a.y};
                    const float inside = (along.x * to.y - along.y * to.x) / std::max(std::hypot(along.x, along.y), 1e-6F);
                    covered = std::min(covered, 0.5F + (turn < 0 ? -inside : inside));
                }
                if (covered > 0)
                    lay(row(y)[x], scaled(colour, share256(covered)));
            }
        }
    }

    // Thinner than a pixel: as wide as one, and paler. `dash`: length of a dash and its gap, 0: solid.
    void drawLine(Point from, Point to, float width, std::uint32_t colour, float dash)
    {
        if (width < 1) {
            colour = scaled(colour, share256(width));
            width = 1;
        }
        const bool isFlat = std::abs(to.x - from.x) >= std::abs(to.y - from.y);
        // Along the longer axis (u) a line is one run of pixels at each step of the shorter (v).
        const auto u = [&](Point p) { return isFlat ? p.x : p.y; };
        const auto v = [&](Point p) { return isFlat ? p.y : p.x; };
        const bool isBackward = u(from) > u(to);
        const Point a = isBackward ? to : from;
        const Point b = isBackward ? from : to;
        const float length = u(b) - u(a);
        if (length <= 0)
            return;
        const float slope = (v(b) - v(a)) / length;
        const float stretch = std::sqrt(1 + slope * slope);
        const float half = width / 2 * stretch;
        const auto halfFixed = static_cast<std::int64_t>(half * 65536);
        const int lowV = isFlat ? m_top : 0;
        const int highV = isFlat ? m_bottom : m_width;
        float begin = u(a);
        float end = u(b);
        // Only where the line is within the rows of the band, or the columns of the picture.
        const auto clip = [&](float limit, bool isLower) {
            const float at = u(a) + (limit - v(a)) / slope;
            ((slope > 0) == isLower ? begin : end) = (slope > 0) == isLower ? std::max(begin, at) : std::min(end, at);
        };
        if (std::abs(slope) > 1e-6F) {
            clip(static_cast<float>(lowV) - half - 1, true);
            clip(static_cast<float>(highV) + half + 1, false);
        } else if (v(a) + half < static_cast<float>(lowV) || v(a) - half > static_cast<float>(highV)) {
            return;
        }
        const int firstU = std::max(isFlat ? 0 : m_top, static_cast<int>(std::floor(begin)));
        const int lastU = std::min(isFlat ? m_width : m_bottom, static_cast<int>(std::ceil(end)));
        const std::ptrdiff_t stepV = isFlat ? m_stride : 1;
        const std::ptrdiff_t stepU = isFlat ? 1 : m_stride;
        for (int i = firstU; i < lastU; ++i) {
            const float left = std::max(static_cast<float>(i), u(a));
            const float right = std::min(static_cast<float>(i + 1), u(b));
            const float ends = right - left;
            const float middle = (left + right) / 2;
            if (ends <= 0)
                continue;
            float ink = ends;
            if (dash > 0) {
                const float along = (isBackward ? u(b) - middle : middle - u(a)) * stretch;
                if (std::fmod(along, dash) > dash * 0.6F)
                    ink = 0;
            }
            // In 65536ths of a pixel from here on.
            const auto centre = static_cast<std::int64_t>((v(a) + (middle - u(a)) * slope) * 65536);
            const std::int64_t low = std::max(centre - halfFixed, static_cast<std::int64_t>(lowV) << 16);
            const std::int64_t high = std::min(centre + halfFixed, static_cast<std::int64_t>(highV) << 16);
            if (low >= high)
                continue;
            const auto strength = static_cast<std::int64_t>(ink * 256);
            std::int64_t k = low >> 16;
            std::uint32_t* pixel = m_pixels + i * stepU + k * stepV;
            for (std::int64_t start = low; start < high; pixel += stepV) {
                const std::int64_t next = std::min(++k << 16, high);
                lay(*pixel, scaled(colour, static_cast<std::uint32_t>((next - start) * strength >> 16)));
                start = next;
            }
        }
    }

    void drawSprite(const std::uint8_t* inner, const std::uint8_t* outer, int width, int height, int left, int top, std::uint32_t fill,
                    std::uint32_t ring)
    {
        const int from = std::max(0, -left);
        const int to = std::min(width, m_width - left);
        for (int y = std::max(0, m_top - top); y < std::min(height, m_bottom - top); ++y) {
            const std::uint8_t* in = inner + y * width;
            const std::uint8_t* out = outer ? outer + y * width : in;
            std::uint32_t* pixels = row(top + y) + left;
            for (int x = from; x < to; ++x) {
                if (out[x] == 0)
                    continue;
                const std::uint32_t whole = in[x] + (in[x] >> 7); // of 256
                std::uint32_t source = scaled(fill, whole);
                if (outer)
                    source += scaled(ring, out[x] + (out[x] >> 7) - whole);
                lay(pixels[x], source);
            }
        }
    }

    void drawText(const QImage& image, const std::uint32_t* pixels, std::ptrdiff_t stride, QRect source, int left, int top,
                  std::uint32_t opacity)
    {
        const int from = std::max(0, -left);
        const int to = std::min({source.width(), m_width - left, image.width() - source.x()});
        for (int y = std::max(0, m_top - top); y < std::min(source.height(), m_bottom - top); ++y) {
            const std::uint32_t* in = pixels + (source.y() + y) * stride + source.x();
            std::uint32_t* out = row(top + y) + left;
            for (int x = from; x < to; ++x) {
                if (in[x] != 0)
                    lay(out[x], opacity == 256 ? in[x] : scaled(in[x], opacity));
            }
        }
    }

private:
    std::uint32_t* row(int y) { return m_pixels + y * m_stride; }

    std::uint32_t* m_pixels;
    int m_width;
    std::ptrdiff_t m_stride;
    int m_top;
    int m_bottom;
};

void drawEdge(Band& band, const EdgeMark& edge, float ratio, Point from)
{
    const auto line = lineOf(edge);
    if (!line)
        return;
    const auto onPicture = [&](Point p) { return (p - from) * ratio; };
    const std::uint32_t colour = premultiplied(edge.colour);
    const Point a = onPicture(line->from);
    const Point b = onPicture(line->to);
    const float reach = (edge.width + 2 + line->arrow) * ratio;
    if (std::max(a.y, b.y) + reach < static_cast<float>(band.top()) || std::min(a.y, b.y) - reach > static_cast<float>(band.bottom()))
        return;
    band.drawLine(a, b, edge.width * ratio, colour, line->dash * ratio);
    const auto arrow = [&](Point tip, Point axis) {
        const Point side{-axis.y, axis.x};
        const Point foot = tip - axis * line->arrow;
        band.drawTriangle({onPicture(tip), onPicture(foot + side * (line->arrow * 0.5F)), onPicture(foot - side * (line->arrow * 0.5F))}, colour);
    };
    if (edge.hasArrowAtTo)
        arrow(edge.to, line->axis);
    if (edge.hasArrowAtFrom)
        arrow(edge.from, line->axis * -1);
}

} // namespace

// Radius and ring come in quarters of a pixel, the place within the pixel in halves.
const Raster::Sprite& Raster::spriteFor(NodeShape shape, int radius, int ring, int x, int y)
{
    const std::uint64_t key = static_cast<std::uint64_t>(shape) | static_cast<std::uint64_t>(radius) << 8 |
                              static_cast<std::uint64_t>(ring) << 24 | static_cast<std::uint64_t>(x) << 40 | static_cast<std::uint64_t>(y) << 44;
    const auto [found, isNew] = m_sprites.try_emplace(key);
    Sprite& sprite = found->second;
    if (!isNew)
        return sprite;
    const Outline outline = outlineOf(shape);
    const float size = static_cast<float>(radius) / grain;
    const float around = static_cast<float>(ring) / grain;
    const int reach = static_cast<int>(std::ceil(size * outline.reach + around)) + 1;
    sprite.left = sprite.top = -reach;
    sprite.width = sprite.height = 2 * reach + 1;
    const Point centre{(static_cast<float>(x) + 0.5F) / places, (static_cast<float>(y) + 0.5F) / places};
    const Shape form(outline, size);
    for (int row = 0; row < sprite.height; ++row) {
        for (int column = 0; column < sprite.width; ++column) {
            const Point p{static_cast<float>(column - reach) + 0.5F - centre.x, static_cast<float>(row - reach) + 0.5F - centre.y};
            const float away = form.distanceTo(p);
            const auto cover = [](float d) { return static_cast<std::uint8_t>(std::clamp(0.5F - d, 0.0F, 1.0F) * 255 + 0.5F); };
            sprite.inner.push_back(cover(away));
            if (ring > 0)
                sprite.outer.push_back(cover(away - around));
        }
    }
    return sprite;
}

void Raster::draw(QImage& picture, const DisplayList& list, LabelAtlas& atlas, double pixelRatio, Point from, Colour background)
{
    const auto ratio = static_cast<float>(pixelRatio);
    if (m_sprites.size() > mostSprites)
        m_sprites.clear();
    m_nodes.clear();
    for (const NodeMark& node : list.nodes) {
        const Point at = (node.centre - from) * ratio;
        const float x = std::floor(at.x);
        const float y = std::floor(at.y);
        const auto quarters = [](float v) { return static_cast<int>(std::lround(v * grain)); };
        const Sprite& sprite = spriteFor(node.shape, quarters(node.radius * ratio), quarters(node.ringWidth * ratio),
                                         static_cast<int>((at.x - x) * places), static_cast<int>((at.y - y) * places));
        m_nodes.push_back({&sprite, static_cast<int>(x) + sprite.left, static_cast<int>(y) + sprite.top, premultiplied(node.fill),
                           premultiplied(node.ring)});
    }
    atlas.tidy();
    m_texts.clear();
    for (const LabelMark& label : list.labels) {
        const QRect place = atlas.place(label);
        if (place.isEmpty())
            continue;
        m_texts.push_back({place, static_cast<int>(std::lround((label.box.left - from.x) * ratio)),
                           static_cast<int>(std::lround((label.box.top - from.y) * ratio)), share256(label.opacity)});
    }

    // Once, before the threads: bits() is no function for several of them.
    auto* pixels = reinterpret_cast<std::uint32_t*>(picture.bits());
    const std::ptrdiff_t stride = picture.bytesPerLine() / 4;
    const QImage& letters = atlas.image();
    const auto* letterPixels = reinterpret_cast<const std::uint32_t*>(letters.constBits());
    const std::ptrdiff_t letterStride = letters.bytesPerLine() / 4;
    constexpr std::size_t smallestBand = 64; // rows
    inParallel(static_cast<std::size_t>(picture.height()), smallestBand, [&](std::size_t begin, std::size_t end) {
        Band band(pixels, picture.width(), stride, static_cast<int>(begin), static_cast<int>(end));
        band.fill(premultiplied(background) | 0xFF000000U);
        if (list.haze) {
            const Rect box = list.haze->box;
            band.drawHaze(*list.haze->haze, Rect{(box.left - from.x) * ratio, (box.top - from.y) * ratio, (box.right - from.x) * ratio,
                                                 (box.bottom - from.y) * ratio}, list.haze->opacity);
        }
        for (const RegionMark& region : list.regions) {
            std::vector<Point> corners;
            for (const Point p : region.outline)
                corners.push_back((p - from) * ratio);
            band.drawConvex(corners, premultiplied(region.fill));
            for (std::size_t i = 0; i < corners.size(); ++i)
                band.drawLine(corners[i], corners[(i + 1) % corners.size()], ratio, premultiplied(region.rim), 0);
        }
        for (const EdgeMark& edge : list.edges)
            drawEdge(band, edge, ratio, from);
        for (const Placed& node : m_nodes)
            band.drawSprite(node.sprite->inner.data(), node.sprite->outer.empty() ? nullptr : node.sprite->outer.data(), node.sprite->width,
                            node.sprite->height, node.x, node.y, node.fill, node.ring);
        for (const Text& text : m_texts)
            band.drawText(letters, letterPixels, letterStride, text.source, text.x, text.y, text.opacity);
    });
}

} // namespace skein
