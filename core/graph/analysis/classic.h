// SPDX-License-Identifier: GPL-3.0-or-later
// The classic algorithms that igraph's C library answers for us. For the files of this room: nothing of igraph shows.
//
// igraph keeps one error handler, one interruption handler and one random source for the whole process, so calls take turns
// on a lock. Its random source is seeded anew for each call: equal input, equal answer. It never aborts: what it complains
// of comes back as an Error.
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "core/graph/adjacency.h"

#include <cstdint>
#include <vector>

namespace skein::classic {

// An undirected graph with a weight for each pair, all above 0.
struct Weighted {
    std::size_t nodes = 0;
    const std::vector<Pair>& pairs;
    const std::vector<double>& weights; // beside pairs
};

// Which cluster each node belongs to, numbered from 0 without gaps: the Leiden method (Traag, Waltman, van Eck 2019) on
// modularity with a resolution; 1 is the plain one, more gives smaller clusters. A node without pairs is one of its own.
Result<std::vector<std::uint32_t>> leiden(const Weighted& graph, double resolution, const Cancel& cancel);

// PageRank with damping 0.85; sums to 1.
Result<std::vector<double>> pageRank(const Weighted& graph, const Cancel& cancel);

// Burt's constraint (2004) of some nodes, beside them: near 0 for one whose neighbours do not know each other, 1 and more
// for one who only has what its one neighbour has. NaN for a node without pairs.
Result<std::vector<double>> constraints(const Weighted& graph, const std::vector<std::uint32_t>& nodes, const Cancel& cancel);

} // namespace skein::classic
