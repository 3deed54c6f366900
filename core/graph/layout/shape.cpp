// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/layout/shape.h"

namespace skein {

void lieDown(std::vector<Vec>& at)
{
    Vec mean;
    for (const Vec p : at)
        mean += p;
    mean = mean * (1.0 / static_cast<double>(at.size()));
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (const Vec p : at) {
        const Vec d = p - mean;
        xx += d.x * d.x;
        xy += d.x * d.y;
        yy += d.y * d.y;
    }
    const double half = (xx - yy) / 2;
    const double root = std::sqrt(half * half + xy * xy);
    Vec axis{half + root, xy};
    if (axis.lengthSquared() < 1e-9 * (xx + yy) * (xx + yy))
        axis = half >= 0 ? Vec{1, 0} : Vec{0, 1};
    axis = axis * (1 / axis.length());
    for (Vec& p : at) {
        const Vec d = p - mean;
        p = {d.x * axis.x + d.y * axis.y, d.y * axis.x - d.x * axis.y};
    }
}

Vec stretchTo(std::vector<Vec>& at, double aspect)
{
    Vec low = at[0];
    Vec high = at[0];
    for (const Vec p : at) {
        low = {std::min(low.x, p.x), std::min(low.y, p.y)};
        high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    }
    const double own = (high.x - low.x) / std::max(high.y - low.y, 1.0);
    const double along = std::sqrt(std::clamp(aspect / std::max(own, 0.01), 0.7, 1.7));
    for (Vec& p : at)
        p = {p.x * along, p.y / along};
    return {along, 1 / along};
}

void moveToFixed(const Component& component, std::vector<Vec>& at)
{
    Vec off;
    double count = 0;
    for (std::size_t i = 0; i < at.size(); ++i) {
        if (component.isFixed[i] && component.start[i]) {
            off += *component.start[i] - at[i];
            ++count;
        }
    }
    if (count == 0)
        return;
    for (std::size_t i = 0; i < at.size(); ++i)
        at[i] = component.isFixed[i] && component.start[i] ? *component.start[i] : at[i] + off * (1 / count);
}

} // namespace skein
