// SPDX-License-Identifier: GPL-3.0-or-later
// The graph as flat arrays: what is laid out, drawn and searched for paths.
#pragma once

#include "core/base/id.h"

#include <compare>
#include <cstdint>
#include <span>
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

// A relation as edges of this graph name it: two that an ontology does not know may share an id and read differently.
struct GraphRelation {
    std::string id;     // ontology id
    std::string label;  // as read from source to target

    auto operator<=>(const GraphRelation&) const = default;
};

struct GraphDocument {
    DocumentId id;
    std::string title;
    std::string published; // EDTF or empty

    bool operator==(const GraphDocument&) const = default;
};

// Days since 1970-01-01, both ends included.
struct DayRange {
    std::int32_t first = 0;
    std::int32_t last = 0;

    bool operator==(const DayRange&) const = default;
    bool meets(DayRange other) const { return first <= other.last && other.first <= last; }
};

// One claim behind an edge, as far as filters ask of it. Rejected claims have none.
struct GraphEvidence {
    std::uint32_t document = 0;   // index into Graph::documents
    float confidence = 0;
    DayRange when = undated;      // the time that the words give, else the day the document was published
    bool isDatedByWords = false;

    static constexpr DayRange undated{1, 0}; // no day
    bool operator==(const GraphEvidence&) const = default;
    bool isDated() const { return when.first <= when.last; }
};

// All claims with the same source, relation and target: a view, never stored as truth.
struct GraphEdge {
    std::uint32_t source = 0;        // index into Graph::nodes
    std::uint32_t target = 0;
    std::uint16_t relation = 0;      // index into Graph::relations
    std::uint32_t claims = 0;        // quotes behind the edge, rejected ones left out
    std::uint32_t documents = 0;     // independent sources among them
    float confidence = 0;            // the best claim's
    bool isDisputed = false;         // claims of both polarities
    bool isPlanned = false;          // no claim states it as a fact
    std::uint32_t firstEvidence = 0; // Graph::evidence[firstEvidence, firstEvidence + claims), by document; see evidenceOf()

    bool operator==(const GraphEdge&) const = default;
};

// Nodes are sorted by id, edges by source, target and relation: equal libraries give equal graphs.
struct Graph {
    std::vector<GraphNode> nodes;
    std::vector<GraphEdge> edges;
    std::vector<GraphRelation> relations; // sorted
    std::vector<GraphDocument> documents; // sorted by id
    std::vector<GraphEvidence> evidence;  // empty in graphs that were not read from a library

    bool operator==(const Graph&) const = default;
    const GraphRelation& relationOf(const GraphEdge& edge) const { return relations[edge.relation]; }
    std::span<const GraphEvidence> evidenceOf(const GraphEdge& edge) const
    {
        if (evidence.empty())
            return {};
        return {evidence.data() + edge.firstEvidence, edge.claims};
    }
};

struct Point {
    float x = 0;
    float y = 0;

    bool operator==(const Point&) const = default;
};

// Where a node stands: pinned by a person, or laid out.
struct PlacedNode {
    EntityId id;
    Point position;

    bool operator==(const PlacedNode&) const = default;
};

} // namespace skein
