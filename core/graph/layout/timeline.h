// SPDX-License-Identifier: GPL-3.0-or-later
// Nodes by time from left to right, in lanes from top to bottom.
//
// A node stands at the first day that a claim of it is about: a day that the words give, else one on which a source was
// published. Time runs the faster the less happens, so that a crowded month takes more room than an empty decade; the ticks
// say where what is.
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "core/graph/geometry.h"

#include <cstdint>
#include <string>
#include <vector>

namespace skein {

struct TimelineTick {
    float x = 0;
    float room = 0;    // how far the nearest tick is that matters more: a year more than a month, a month more than a day
    std::string label; // "2019", "2026-04" or "2026-04-09": as much of an ISO day as tells it from the others

    bool operator==(const TimelineTick&) const = default;
};

struct TimelineLane {
    std::uint32_t lane = 0; // as the request numbers it
    float top = 0;
    float bottom = 0;

    bool operator==(const TimelineLane&) const = default;
};

struct TimelineDrawing {
    std::vector<Point> positions;        // beside the nodes
    std::vector<TimelineLane> lanes;     // those that have nodes, from top to bottom
    std::vector<TimelineTick> ticks;     // from left to right; empty when no node has a day
    float left = 0;                      // of the first dated footprint; undated nodes stand left of it
    float right = 0;                     // where the last day is

    bool operator==(const TimelineDrawing&) const = default;
};

// `laneOf` beside the nodes, or empty: one lane. Lanes stand in the order of their numbers. Footprints do not overlap.
// Deterministic. O(n log n) a trial of a width, of which there are at most a dozen. Fails only with cancelled.
Result<TimelineDrawing> timelineLayout(const Graph& graph, const std::vector<std::uint32_t>& laneOf, float aspect, const Cancel& cancel);

// The first day of each node, beside the nodes; absent values are `noDay`.
inline constexpr std::int32_t noDay = INT32_MIN;
std::vector<std::int32_t> firstDays(const Graph& graph);

} // namespace skein
