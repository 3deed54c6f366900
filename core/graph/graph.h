// SPDX-License-Identifier: GPL-3.0-or-later
// The graph as flat arrays: what is laid out, drawn and searched for paths.
#pragma once

#include "core/base/id.h"

#include <cstdint>
#include <string>
#include <vector>

namespace skein {

struct GraphNode {
    EntityId id;
    std::string name;
    std::string type;             // ontology id
    std::uint32_t mentions = 0;   // in all documents
    std::uint32_t documents = 0;  // that mention it

    bool operator==(const GraphNode&) const = default;
};

// All claims with the same source, relation and target: a view, never stored as truth.
struct GraphEdge {
    std::uint32_t source = 0;     // index into Graph::nodes
    std::uint32_t target = 0;
    std::string relation;         // ontology id
    std::string label;
    std::uint32_t claims = 0;     // quotes behind the edge, rejected ones left out
    std::uint32_t documents = 0;  // independent sources among them
    float confidence = 0;         // the best claim's
    bool isDisputed = false;      // claims of both polarities
    bool isPlanned = false;       // no claim states it as a fact

    bool operator==(const GraphEdge&) const = default;
};

// Nodes are sorted by id, edges by source, target and relation: equal libraries give equal graphs.
struct Graph {
    std::vector<GraphNode> nodes;
    std::vector<GraphEdge> edges;

    bool operator==(const Graph&) const = default;
};

struct Point {
    float x = 0;
    float y = 0;

    bool operator==(const Point&) const = default;
};

} // namespace skein
