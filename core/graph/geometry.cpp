// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/geometry.h"

namespace skein {

bool segmentMeets(Point a, Point b, const Rect& rect)
{
    float from = 0;
    float to = 1;
    const auto clip = [&](float direction, float room) {
        if (direction == 0)
            return room >= 0;
        const float share = room / direction;
        if (direction < 0)
            from = std::max(from, share);
        else
            to = std::min(to, share);
        return from <= to;
    };
    const Point d = b - a;
    return clip(-d.x, a.x - rect.left) && clip(d.x, rect.right - a.x) && clip(-d.y, a.y - rect.top) &&
           clip(d.y, rect.bottom - a.y);
}

} // namespace skein
