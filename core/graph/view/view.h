// SPDX-License-Identifier: GPL-3.0-or-later
// A view: what of a library's graph is in the picture, and how it is seen. A plain value, so that it can be compared, kept
// for undo, and stored (view-json.h). It names entities by id and holds none of the graph itself: what it names and the
// library no longer has is passed over, and counts again when it comes back.
//
// From a view to the picture:
//   contents → which nodes there are (contents.h); what is collapsed is drawn as one node (core/graph/analysis/contraction.h,
//              applied by contentsOf() after the nodes are chosen and before the scene is made)
//   filter, focus, hidden → how each is seen (seen.h); never moves anything
//   looks → size, colour, regions
#pragma once

#include "core/graph/geometry.h"
#include "core/graph/graph.h"
#include "core/graph/view/sorted.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace skein {

// A community or a hub that is drawn as one node.
struct Collapsed {
    EntityId leader;                // its strongest member, which it is named after; a collapsed hub itself
    std::vector<EntityId> members;  // of a group, sorted, with the leader; empty: a hub with those that hang on it alone

    bool operator==(const Collapsed&) const = default;
    bool isHub() const { return members.empty(); }
};

struct Contents {
    bool isWhole = true;             // the whole library; else only `entities`
    std::optional<EntityId> start;   // what it was grown from, when that was one
    std::vector<EntityId> entities;  // what was grown, sorted
    std::vector<EntityId> hidden;    // taken out by hand, sorted
    std::vector<EntityId> stopped;   // hubs that are shown but that growth, hops and paths do not pass through, sorted
    std::vector<Collapsed> collapsed; // by leader; a node belongs to the first that names it

    bool operator==(const Contents&) const = default;
    // Whether the picture has the same nodes, however these are seen.
    bool hasNodesOf(const Contents& other) const
    {
        return isWhole == other.isWhole && entities == other.entities && collapsed == other.collapsed;
    }
};

// All conditions hold together, and of one and the same claim: an edge stays when a claim behind it meets all of them.
struct Filter {
    static constexpr std::uint32_t mostSources = 9;

    std::vector<std::string> types;      // entity types that are left out, sorted
    std::vector<std::string> relations;  // ids of relations that are left out, sorted
    std::vector<DocumentId> sources;     // documents whose claims do not count, sorted
    std::optional<DayRange> days;        // claims of these days; one without a date is not among them
    float leastConfidence = 0;           // 0 … 1
    std::uint32_t leastSources = 1;      // documents among the claims that meet all else

    bool operator==(const Filter&) const = default;
    bool isEmpty() const { return *this == Filter{}; }
    // Whether it asks anything of claims: then a node without any claim left goes too.
    bool asksOfClaims() const
    {
        return !relations.empty() || !sources.empty() || days || leastConfidence > 0 || leastSources > 1;
    }
};

struct Focus {
    static constexpr std::uint32_t deepest = 4;

    EntityId node;
    std::uint32_t depth = 1; // hops, 1 … deepest

    bool operator==(const Focus&) const = default;
};

enum class LayoutKind : std::uint8_t { force, hierarchy, radial, time };
enum class SizeBy : std::uint8_t { mentions, connections, sources, betweenness, pageRank };
enum class ColourBy : std::uint8_t { type, group, sources, recency, confidence };

struct NodeColour {
    EntityId node;
    std::uint32_t rgb = 0; // 0xRRGGBB

    bool operator==(const NodeColour&) const = default;
};

struct Looks {
    SizeBy size = SizeBy::mentions;
    ColourBy colour = ColourBy::type;
    bool hasRegions = false;          // communities as soft grounds
    std::vector<NodeColour> colours;  // of single nodes, by node; they win over `colour`

    bool operator==(const Looks&) const = default;
};

struct GraphView {
    Contents contents;
    Filter filter;
    std::optional<Focus> focus;
    bool hidesRest = false;           // what filter and focus leave out is hidden; else faded
    std::vector<EntityId> pathEnds;   // what connects these stands out, in order; empty: nothing does
    Looks looks;
    LayoutKind layout = LayoutKind::force;
    std::optional<EntityId> centre;   // of the radial layout; absent: what is mentioned most
    std::vector<PlacedNode> pins;     // by node
    // Of a saved view only:
    std::vector<PlacedNode> places;   // where what was grown stood, by node; empty for the whole library
    std::optional<Rect> seen;         // of the world, to be fitted to the window again

    bool operator==(const GraphView&) const = default;
};

} // namespace skein
