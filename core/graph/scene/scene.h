// SPDX-License-Identifier: GPL-3.0-or-later
// A graph with everything that drawing asks of it again and again. Immutable once made.
#pragma once

#include "core/graph/adjacency.h"
#include "core/graph/scene/palette.h"

#include <optional>
#include <string>
#include <vector>

namespace skein {

struct Scene {
    // One type of node that the graph has.
    struct Kind {
        std::string type; // ontology id
        const TypeStyle* style = nullptr;
        std::uint32_t nodes = 0;
    };

    Graph graph;
    Pairs pairs;
    Adjacency adjacency;
    std::vector<Kind> kinds;          // in the order of their first node
    std::vector<std::uint16_t> kindOf; // beside nodes
    std::vector<float> radii;         // world units
    std::vector<float> importance;    // the more, the sooner a label is shown; ties by index

    const TypeStyle& styleOf(std::uint32_t node) const { return *kinds[kindOf[node]].style; }
    std::optional<std::uint32_t> indexOf(EntityId id) const;                            // O(log nodes)
    std::optional<std::uint32_t> pairOf(std::uint32_t a, std::uint32_t b) const;        // in any order; O(log degree)
    std::size_t bytes() const; // that it holds, names on the heap included
};

// On a worker: O(edges log edges).
Scene sceneFrom(Graph graph);

} // namespace skein
