// SPDX-License-Identifier: GPL-3.0-or-later
// How each node and pair of the picture is seen under a view's filter, focus and what was hidden by hand, and how many there
// would be of each kind. Pure functions for the pool; O(nodes + edges + claims), strings only where a filter names types.
#pragma once

#include "core/graph/adjacency.h"
#include "core/graph/presence.h"
#include "core/graph/view/view.h"

#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace skein {

struct Seen {
    std::vector<Presence> nodes; // beside the graph's, or empty: all are shown
    std::vector<Presence> pairs; // beside the pairs, or empty
    std::uint32_t shown = 0;     // nodes

    bool operator==(const Seen&) const = default;
};

// A node stays when its type does and, if the filter asks anything of claims, when an edge of it stays. A pair stays when
// one of its edges and both ends do. The focus reaches along pairs that stay, not through stopped nodes but the one in
// focus, which is always shown. What does not stay is faded, or hidden when the view hides the rest. Edges of a graph
// without evidence count as one claim of their confidence, undated, in as many documents as they tell.
Seen seenIn(const Graph& graph, const Pairs& pairs, const Adjacency& adjacency, const GraphView& view);

// Claims over time, for a histogram. The first and the last bar also hold what lies beyond them, so that few dates far off
// do not press all others into one bar.
struct Timeline {
    std::vector<std::int32_t> days;     // first day of each bar, and the day after the last: one more than claims
    std::vector<std::uint32_t> claims;  // in each bar; a claim of a longer time is in every bar that it meets
    std::uint32_t undated = 0;

    bool operator==(const Timeline&) const = default;
};

// Each counts what meets all other conditions of the filter, whether or not it meets its own.
struct FilterCounts {
    static constexpr std::size_t confidenceSteps = 20;

    std::vector<std::pair<std::string, std::uint32_t>> types;  // nodes of each type that the graph has, by type
    std::vector<std::uint32_t> relations;                      // beside Graph::relations: edges
    std::vector<std::uint32_t> documents;                      // beside Graph::documents: claims
    std::array<std::uint32_t, Filter::mostSources + 1> sources{}; // [n]: edges that at least n documents say
    std::array<std::uint32_t, confidenceSteps + 1> confidence{};  // [n]: edges with a claim of at least n ÷ confidenceSteps
    Timeline timeline;
    std::uint32_t edges = 0;                                   // that meet everything

    bool operator==(const FilterCounts&) const = default;
};

FilterCounts countsIn(const Graph& graph, const Filter& filter);

} // namespace skein
