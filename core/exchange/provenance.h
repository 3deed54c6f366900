// SPDX-License-Identifier: GPL-3.0-or-later
// Puts a graph and the words behind it together, for writing.
#pragma once

#include "core/exchange/graph-file.h"
#include "core/store/content.h"

namespace skein::exchange {

// `graph` is the library's or one made of some of it: an edge that the library has has its quotes, one that a picture made
// (of collapsed nodes) has none. `looks` stands beside its nodes, or is empty. `content` without a graph will do.
GraphFile graphFile(const store::Content& content, Graph graph, std::vector<NodeLook> looks);

} // namespace skein::exchange
