// SPDX-License-Identifier: GPL-3.0-or-later
// Where the nodes of one connected component start, from graph distances alone.
#pragma once

#include "core/base/task.h"
#include "core/graph/adjacency.h"
#include "core/graph/geometry.h"
#include "core/graph/layout/random.h"

#include <vector>

namespace skein {

// Lengths of shortest ways from `start` to all nodes of a connected graph, with a length for each pair.
std::vector<float> waysFrom(std::uint32_t start, const Adjacency& adjacency, const std::vector<double>& lengths);

// All of them, n × n.
std::vector<float> allWays(const Adjacency& adjacency, const std::vector<double>& lengths);

// A few nodes far from each other, and how far every node is from each of them.
struct Pivots {
    std::vector<std::uint32_t> nodes;
    std::vector<std::vector<float>> ways; // beside nodes: a distance for each node of the graph
};

// Each next pivot is the node farthest from all before it. REQUIRES: a connected graph.
Pivots pivotsByLength(const Adjacency& adjacency, const std::vector<double>& lengths, std::uint32_t count, Random& random);
// Any nodes; every link counts one. O(count × links), on all cores. Some ways are missing when cancelled.
Pivots pivotsByHops(const Adjacency& adjacency, std::uint32_t count, Random& random, const Cancel& cancel);

// Pivot multidimensional scaling (Brandes and Pich 2007): distances to the pivots, projected on their two main axes. Global
// shape in O(pivots × nodes). The x axis is the longer one.
std::vector<Vec> pivotPlacement(const Pivots& pivots, Random& random);

// Stochastic gradient descent on stress (Zheng, Pawar, Goodman 2018): every pair is moved to its distance, far pairs
// weakly, in a seeded order. O(n²) a round.
void descendStress(std::vector<Vec>& at, const std::vector<float>& distances, int rounds, Random& random);

} // namespace skein
