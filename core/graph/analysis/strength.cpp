// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/analysis/strength.h"

#include <algorithm>
#include <cmath>

namespace skein {

double trustOf(const Graph& graph, const Pairs& pairs, const Pair& pair)
{
    double trust = 0;
    for (std::uint32_t i = pair.firstEdge; i < pair.lastEdge; ++i) {
        const GraphEdge& edge = graph.edges[pairs.edges[i]];
        const double borne = 1 - std::ldexp(1.0, -static_cast<int>(std::clamp(edge.documents, 1U, 50U)));
        trust = std::max(trust, std::clamp(static_cast<double>(edge.confidence), 0.05, 1.0) * borne);
    }
    return trust * (pair.isPlanned ? 0.5 : 1.0) * (pair.isDisputed ? 0.7 : 1.0);
}

std::vector<double> strengthsOf(const Graph& graph, const Pairs& pairs)
{
    std::vector<double> result;
    result.reserve(pairs.pairs.size());
    for (const Pair& pair : pairs.pairs)
        result.push_back(trustOf(graph, pairs, pair) * (1 + std::log2(static_cast<double>(std::max(pair.claims, 1U)))));
    return result;
}

std::vector<double> costsOf(const Graph& graph, const Pairs& pairs, const Adjacency& adjacency)
{
    std::vector<double> tolls(adjacency.size());
    for (std::uint32_t i = 0; i < tolls.size(); ++i)
        tolls[i] = std::log2(1 + adjacency.degree(i) / 8.0) / 2;
    std::vector<double> result;
    result.reserve(pairs.pairs.size());
    for (const Pair& pair : pairs.pairs)
        result.push_back(0.5 + 0.5 / trustOf(graph, pairs, pair) + (tolls[pair.source] + tolls[pair.target]) / 2);
    return result;
}

} // namespace skein
