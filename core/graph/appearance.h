// SPDX-License-Identifier: GPL-3.0-or-later
// How large a node and its label are. Layout and drawing ask here, so that what is laid out apart is drawn apart.
// The layout must not depend on fonts that a machine happens to have: it uses an estimate of a label's size.
#pragma once

#include "core/graph/geometry.h"
#include "core/graph/graph.h"

#include <string>
#include <string_view>
#include <vector>

namespace skein {

// In world units: grows with the root of the mentions, so that the area tells how often it is named.
float nodeRadius(const GraphNode& node);

struct LabelStyle {
    float pixels = 12; // font size
    bool isBold = false;

    bool operator==(const LabelStyle&) const = default;
};

LabelStyle labelStyle(const GraphNode& node);

// A name broken at a space into at most two lines; what is too long still ends in an ellipsis.
std::vector<std::string> labelLines(std::string_view name);

// The room a node with its label beneath asks for, around the node's centre. `radius`: where it is not drawn by its mentions.
Rect footprint(const GraphNode& node, float radius);
Rect footprint(const GraphNode& node);

} // namespace skein
