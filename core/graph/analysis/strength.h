// SPDX-License-Identifier: GPL-3.0-or-later
// How much a connection is worth. Paths and groups ask here, so that both mean the same by a strong one.
#pragma once

#include "core/graph/adjacency.h"

#include <cstdint>
#include <vector>

namespace skein {

// How far the sources bear a pair out, in (0, 1]: the best claim's confidence × (1 − ½^documents), where `documents` are
// those of its best edge; half of that when nothing but plans speak for it, and 0.7 of it when the sources disagree.
double trustOf(const Graph& graph, const Pairs& pairs, const Pair& pair);

// The weight of each pair for grouping, beside pairs.pairs: trust × (1 + log2 claims). Always above 0.
std::vector<double> strengthsOf(const Graph& graph, const Pairs& pairs);

// What going over each pair costs on a path, beside pairs.pairs; always at least 1. Half a step plus half a step over its
// trust (a single sure source: about 1.6; many: 1), and half of each end's hub toll, log2(1 + degree/8)/2: passing a node
// of 8 neighbours costs half a step, one of 1,000 three and a half.
std::vector<double> costsOf(const Graph& graph, const Pairs& pairs, const Adjacency& adjacency);

} // namespace skein
