// SPDX-License-Identifier: GPL-3.0-or-later
// How entities are connected: the best paths between two, and the least that joins several.
//
// Paths follow Yen's algorithm (1971) with Lawler's rule (1972) that nothing is searched twice. Every search is an A* whose
// estimate is the true distance to the target, taken from one search backwards; it therefore looks at little more than the
// path that it finds. Joining several is Mehlhorn's algorithm (1988): a spanning tree over the terminals' regions.
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "core/graph/adjacency.h"

#include <cstdint>
#include <vector>

namespace skein {

// A graph as searches see it. Not owned; must outlive the call.
struct Network {
    const Pairs& pairs;
    const Adjacency& adjacency;
    const std::vector<double>& costs;           // beside pairs.pairs, each above 0; see costsOf()
    const std::vector<std::uint8_t>& isBarred;  // beside the nodes, or empty: not passed, but may be an end
};

struct Path {
    std::vector<std::uint32_t> nodes; // from the first end to the last
    std::vector<std::uint32_t> pairs; // between them: one fewer; indices into Pairs::pairs
    double cost = 0;

    bool operator==(const Path&) const = default;
};

// At most `count` paths without a repeated node, the cheapest first; equal costs by their nodes. Exact. Empty when there is
// no way, when both ends are one, or when one is not there. Fails only with cancelled.
// O(links log nodes) for the first; each next one costs a search along the one before.
Result<std::vector<Path>> bestPaths(const Network& network, std::uint32_t from, std::uint32_t to, std::size_t count,
                                    const Cancel& cancel);

struct Joining {
    std::vector<std::uint32_t> nodes;    // ascending; the terminals that could be joined and what is between them
    std::vector<std::uint32_t> pairs;    // ascending; together a tree
    std::vector<std::uint32_t> stranded; // terminals that no way leads to from the first; ascending
    double cost = 0;

    bool operator==(const Joining&) const = default;
};

// What connects these: a tree over the terminals that costs less than twice the least possible (2 − 2/terminals).
// Two terminals: a best path. Terminals that are not there are passed over. Fails only with cancelled. O(links log nodes).
Result<Joining> joinTerminals(const Network& network, const std::vector<std::uint32_t>& terminals, const Cancel& cancel);

} // namespace skein
