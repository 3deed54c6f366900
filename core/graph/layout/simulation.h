// SPDX-License-Identifier: GPL-3.0-or-later
// The frame that forces work in. It owns positions, cooling and integration, and knows no force.
#pragma once

#include "core/base/task.h"
#include "core/graph/geometry.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace skein {

class Simulation {
public:
    // A force adds to `push`, or corrects `at` of nodes that are not fixed. It must not depend on time or on threads.
    using Force = std::function<void(Simulation&)>;

    std::vector<Vec> at;
    std::vector<Vec> push;             // way that this step moves each node, before the limit
    std::vector<std::uint8_t> isFixed; // beside `at`; fixed nodes act but do not move
    double alpha = 1;                  // how lively: forces multiply by it; cools from step to step
    double limit = 1e9;                // no node moves further than limit × alpha in one step

    explicit Simulation(std::vector<Vec> start)
        : at(std::move(start)), push(at.size()), isFixed(at.size(), 0) {}

    void add(Force force) { m_forces.push_back(std::move(force)); }
    void removeForces() { m_forces.clear(); }

    // Cools evenly from `from` to `to`. False when it was cancelled; positions are then somewhere on the way.
    bool run(int steps, double from, double to, const Cancel& cancel, const std::function<void(int step)>& onStep = {});

private:
    std::vector<Force> m_forces;
};

} // namespace skein
