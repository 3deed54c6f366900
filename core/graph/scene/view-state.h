// SPDX-License-Identifier: GPL-3.0-or-later
// What changes about a drawn graph from moment to moment, apart from the camera: plain values that the canvas is given.
#pragma once

#include "core/graph/presence.h"
#include "core/graph/scene/palette.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace skein {

// What stands out. Small, however large the graph is.
struct Emphasis {
    std::optional<std::uint32_t> hoveredNode;
    std::optional<std::uint32_t> hoveredPair;  // index into Pairs::pairs
    std::optional<std::uint32_t> selectedNode;
    std::optional<std::uint32_t> selectedPair;
    std::vector<std::uint32_t> litNodes;       // a set to stand out, such as paths or search results; ascending
    std::vector<std::uint32_t> litPairs;       // ascending
    float focus = 1;                           // how far the fading of all else has come, 0 to 1

    bool operator==(const Emphasis&) const = default;
    bool isAny() const
    {
        return hoveredNode || hoveredPair || selectedNode || selectedPair || !litNodes.empty() || !litPairs.empty();
    }
};

// Groups of nodes that are drawn as soft regions behind them.
struct Regions {
    static constexpr std::uint32_t none = 0xffffffff;
    std::vector<std::uint32_t> groups; // beside nodes: index into names, or none. Empty: no regions
    std::vector<std::string> names;    // what a region's label says; empty: nothing

    bool operator==(const Regions&) const = default;
};

// Lists beside nodes or pairs may be empty: the same for all, as said.
struct ViewState : Emphasis {
    std::vector<Presence> nodes;         // empty: all shown
    std::vector<Presence> pairs;         // empty: all shown; a pair is never seen better than its ends
    std::vector<std::uint8_t> isPinned;  // empty: none is
    std::vector<float> sizes;            // radius in world units; empty: by mentions
    std::vector<Colour> fills;           // empty: by type

    Presence presenceOf(std::uint32_t node) const { return node < nodes.size() ? nodes[node] : Presence::shown; }
    // REQUIRES: source and target are the pair's ends.
    Presence presenceOf(std::uint32_t pair, std::uint32_t source, std::uint32_t target) const
    {
        const Presence own = pair < pairs.size() ? pairs[pair] : Presence::shown;
        return lesserOf(own, lesserOf(presenceOf(source), presenceOf(target)));
    }
    bool isHidden(std::uint32_t node) const { return presenceOf(node) == Presence::hidden; }
};

} // namespace skein
