// SPDX-License-Identifier: GPL-3.0-or-later
// Puts a graph and the words behind it together, for writing.
#pragma once

#include "core/exchange/graph-file.h"
#include "core/store/content.h"

namespace skein::exchange {

// `graph` is the library's or one made of some of it. An edge has the quotes of the library's; one between nodes that stand
// for several (`leaders`) has those of all their edges, and its evidence in the same order. `looks` stands beside its nodes,
// or is empty. `content` needs its graph only where there are leaders.
GraphFile graphFile(const store::Content& content, Graph graph, std::vector<NodeLook> looks, const Leaders& leaders = {});

} // namespace skein::exchange
