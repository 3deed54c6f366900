// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/layout/simulation.h"

namespace skein {

bool Simulation::run(int steps, double from, double to, const Cancel& cancel, const std::function<void(int)>& onStep)
{
    for (int step = 0; step < steps; ++step) {
        if (cancel.isRaised())
            return false;
        alpha = steps > 1 ? from + (to - from) * step / (steps - 1) : from;
        std::fill(push.begin(), push.end(), Vec{});
        for (const Force& force : m_forces)
            force(*this);
        const double longest = limit * alpha;
        for (std::size_t i = 0; i < at.size(); ++i) {
            if (isFixed[i])
                continue;
            const double length = push[i].length();
            at[i] += length > longest ? push[i] * (longest / length) : push[i];
        }
        if (onStep)
            onStep(step);
    }
    return true;
}

} // namespace skein
