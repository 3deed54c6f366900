// SPDX-License-Identifier: GPL-3.0-or-later
// What leads away from a node, relation by relation, for whoever walks the graph without seeing it.
#pragma once

#include "core/graph/scene/display.h"

#include <optional>
#include <vector>

namespace skein {

struct RelationWay {
    std::uint16_t relation = 0;       // index into Graph::relations
    bool isOutgoing = true;           // the node is the edges' source
    std::vector<std::uint32_t> edges; // the most claims first, ties by index
};

// The most claims first, ties by relation, outgoing first. What is hidden is left out.
std::vector<RelationWay> waysFrom(const Scene& scene, const ViewState& state, std::uint32_t node);

// The most important node that is not hidden; ties by index.
std::optional<std::uint32_t> mostImportant(const Scene& scene, const ViewState& state);

} // namespace skein
