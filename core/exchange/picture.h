// SPDX-License-Identifier: GPL-3.0-or-later
// What a picture shows, as a graph of its own for other tools: without what is hidden, with places, sizes and colours.
#pragma once

#include "core/exchange/graph-file.h"
#include "core/graph/scene/display.h"

namespace skein::exchange {

struct Picture {
    Graph graph;                 // faded nodes and edges are in it
    std::vector<NodeLook> looks; // beside its nodes
};

// Colours are those of the theme. REQUIRES: `positions` stands beside the scene's nodes.
Picture pictureOf(const Scene& scene, const std::vector<Point>& positions, const ViewState& state, const Theme& theme);

} // namespace skein::exchange
