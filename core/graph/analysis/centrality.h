// SPDX-License-Identifier: GPL-3.0-or-later
// What makes a node matter, in numbers.
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "core/graph/adjacency.h"

#include <cstdint>
#include <vector>

namespace skein {

enum class Measure : std::uint8_t {
    mentions,    // how often it is named
    degree,      // how many nodes it is connected with
    betweenness, // the share of all shortest ways between two others that lead over it, 0 to 1
    pageRank,    // how likely somebody who follows strong connections at random is there; sums to 1
    sources,     // how many documents name it
};

struct Centrality {
    std::vector<double> values; // beside the nodes
    std::uint32_t starts = 0;   // betweenness that was estimated: from how many nodes ways were looked at; else 0
    double error = 0;           // then: the standard error of its highest values, as a share of them; else 0

    bool operator==(const Centrality&) const = default;
};

// Up to this many nodes betweenness is exact.
inline constexpr std::uint32_t exactBetweenness = 2000;

// Exact but for betweenness of larger graphs, which is estimated from nodes drawn at random (Brandes and Pich 2007;
// Geisberger, Sanders and Schultes 2008). The error is measured: the nodes are drawn in sixteen lots, and it is how far these differ. Deterministic for any number of
// threads. Fails with cancelled. Betweenness: O(starts × links) on all cores (igraph's takes one core and no sample).
Result<Centrality> centrality(const Graph& graph, const Pairs& pairs, const Adjacency& adjacency, Measure measure,
                              const Cancel& cancel, const Progress& progress = {});

} // namespace skein
