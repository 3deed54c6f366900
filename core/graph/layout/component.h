// SPDX-License-Identifier: GPL-3.0-or-later
// The layout of one connected component.
#pragma once

#include "core/base/task.h"
#include "core/graph/adjacency.h"
#include "core/graph/geometry.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace skein {

struct Component {
    std::vector<Pair> pairs;            // between local indices
    Adjacency adjacency;
    std::vector<double> lengths;        // ideal length of each pair, in world units
    std::vector<double> radii;          // of the nodes
    std::vector<Rect> footprints;       // around each node's centre, with room for the label
    std::vector<std::uint8_t> isFixed;  // nodes that keep their start
    std::vector<std::optional<Vec>> start;

    std::size_t mostStarts = 24;        // tried for a small one; the best is kept

    std::size_t size() const { return radii.size(); }
};

// Components up to this many nodes are laid out by stress and leave room for every label.
inline constexpr std::size_t smallComponent = 400;

// Hears of all positions so far, and of the share that is done.
using ComponentStep = std::function<void(const std::vector<Vec>& at, double share)>;

// From nothing; fixed nodes are obeyed when there are any. Empty when cancelled.
std::vector<Vec> layOutComponent(const Component& component, double aspect, std::uint64_t seed, const Cancel& cancel,
                                 const ComponentStep& step);

// Nodes with a start stay; the others find places near their neighbours. Empty when cancelled.
std::vector<Vec> extendComponent(const Component& component, std::uint64_t seed, const Cancel& cancel);

} // namespace skein
