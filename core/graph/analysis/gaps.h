// SPDX-License-Identifier: GPL-3.0-or-later
// What holds the picture together and where it is open: nodes that bridge it, the few ways by which groups meet, and groups
// that could be expected to meet and do not (Burt, "Structural Holes", 1992). Values; app/insight-words.h says them.
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "core/graph/analysis/communities.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace skein {

// A node that much hangs on.
struct Bridge {
    std::uint32_t node = 0;
    std::uint32_t cutOff = 0;          // nodes that part from the greatest rest of its component when it is taken away
    std::vector<std::uint32_t> groups; // that its neighbours are in: its own first, then the most neighbours
    double betweenness = 0;            // see Measure::betweenness
    double constraint = 0;             // see classic::constraints()

    bool operator==(const Bridge&) const = default;
};

// Two groups that meet in one place alone. a < b; indices into Communities::groups.
struct Joint {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    std::uint32_t node = 0;             // an end of every pair between the two
    std::optional<std::uint32_t> other; // when there is but one such pair: its other end
    std::uint32_t pairs = 0;            // between the two

    bool operator==(const Joint&) const = default;
};

// Two groups with far fewer pairs between them than their sizes let expect. a < b.
struct Gap {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    std::uint32_t pairs = 0;            // between the two
    double expected = 0;                // pairs that as many ends would have by chance
    std::uint32_t sharedDocuments = 0;  // that speak of connections within both
    std::optional<std::uint32_t> document; // the one of these that has the most claims of the two: Graph::documents
    std::string type;                   // that is the commonest in both; empty: none is

    bool operator==(const Gap&) const = default;
};

struct Insights {
    std::vector<Bridge> bridges; // the most important first
    std::vector<Joint> joints;   // of the largest groups first
    std::vector<Gap> gaps;       // the widest first

    bool operator==(const Insights&) const = default;
};

// At most `limit` of each. Bridges either cut off at least two nodes or have neighbours in two groups or more, and are
// ordered by betweenness. Joints and gaps are those of the 24 largest groups. `betweenness` is beside the nodes.
// O(nodes + pairs + evidence). Fails with cancelled.
Result<Insights> insightsOf(const Graph& graph, const Pairs& pairs, const Adjacency& adjacency, const Communities& communities,
                            const std::vector<double>& betweenness, std::size_t limit, const Cancel& cancel);

// For each node how many nodes part from the greatest rest of its component when it is taken away; 0: none. (Hopcroft and
// Tarjan 1973; igraph says which nodes part the graph, but not what they cut off.) O(nodes + pairs).
std::vector<std::uint32_t> cutOffBy(const Adjacency& adjacency);

} // namespace skein
