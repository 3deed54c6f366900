// SPDX-License-Identifier: GPL-3.0-or-later
// Plane geometry of layout and drawing. World units are pixels at zoom 1; y grows downwards, as on a screen.
#pragma once

#include "core/graph/graph.h"

#include <algorithm>
#include <cmath>

namespace skein {

// Positions while they are computed; Point is what leaves the layout.
struct Vec {
    double x = 0;
    double y = 0;

    bool operator==(const Vec&) const = default;
    Vec operator+(Vec o) const { return {x + o.x, y + o.y}; }
    Vec operator-(Vec o) const { return {x - o.x, y - o.y}; }
    Vec operator*(double f) const { return {x * f, y * f}; }
    Vec& operator+=(Vec o) { x += o.x; y += o.y; return *this; }
    Vec& operator-=(Vec o) { x -= o.x; y -= o.y; return *this; }
    double dot(Vec o) const { return x * o.x + y * o.y; }
    double lengthSquared() const { return x * x + y * y; }
    double length() const { return std::sqrt(lengthSquared()); }
};

struct Size {
    float width = 0;
    float height = 0;

    bool operator==(const Size&) const = default;
};

struct Rect {
    float left = 0;
    float top = 0;
    float right = 0;
    float bottom = 0;

    bool operator==(const Rect&) const = default;
    float width() const { return right - left; }
    float height() const { return bottom - top; }
    Point centre() const { return {(left + right) / 2, (top + bottom) / 2}; }
    bool isEmpty() const { return right <= left || bottom <= top; }
    bool overlaps(const Rect& o) const { return left < o.right && o.left < right && top < o.bottom && o.top < bottom; }
    bool contains(Point p) const { return left <= p.x && p.x <= right && top <= p.y && p.y <= bottom; }
    Rect movedBy(Point by) const { return {left + by.x, top + by.y, right + by.x, bottom + by.y}; }
    Rect grownBy(float by) const { return {left - by, top - by, right + by, bottom + by}; }
    Rect unitedWith(const Rect& o) const
    {
        return {std::min(left, o.left), std::min(top, o.top), std::max(right, o.right), std::max(bottom, o.bottom)};
    }
};

inline Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
inline Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
inline Point operator*(Point a, float f) { return {a.x * f, a.y * f}; }

inline float distance(Point a, Point b)
{
    const Point d = a - b;
    return std::sqrt(d.x * d.x + d.y * d.y);
}

// From `p` to the nearest point of the segment a–b.
inline float distanceToSegment(Point p, Point a, Point b)
{
    const Point ab = b - a;
    const Point ap = p - a;
    const float squared = ab.x * ab.x + ab.y * ab.y;
    const float share = squared > 0 ? std::clamp((ap.x * ab.x + ap.y * ab.y) / squared, 0.0F, 1.0F) : 0.0F;
    return distance(p, a + ab * share);
}

// Whether the segment a–b has a point in the rectangle (Liang–Barsky clipping).
bool segmentMeets(Point a, Point b, const Rect& rect);

} // namespace skein
