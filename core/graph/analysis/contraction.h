// SPDX-License-Identifier: GPL-3.0-or-later
// Several nodes drawn as one: a group that was collapsed, or a hub with its leaves folded in.
#pragma once

#include "core/graph/adjacency.h"

#include <cstdint>
#include <string>
#include <vector>

namespace skein {

// Nodes that become one. `lead` is one of them: the one node takes its id, so that where it stands, what is selected and
// what the inspector tells stay true of it.
struct Fold {
    std::uint32_t lead = 0;
    std::vector<std::uint32_t> members; // with the lead or without; order does not matter
    std::string name;                   // of the one node; empty: the lead's

    bool operator==(const Fold&) const = default;
};

struct Contraction {
    Graph graph;                       // sorted as graph.h promises
    std::vector<std::uint32_t> nodeOf; // beside the old nodes: which new one each went into
    std::vector<std::uint32_t> sizes;  // beside the new nodes: how many old ones each stands for

    bool operator==(const Contraction&) const = default;
};

// The smaller graph. An edge between two folds joins all edges of their members with the same relation and direction: its
// claims and evidence are all of theirs, its documents are counted anew from the evidence (without any: the most that one
// of them has). Edges inside a fold vanish. A folded node has the mentions of all its members, and as many documents as the
// member with the most. A node that is in several folds goes into the first; members that are not there are passed over.
// Pure. O(nodes + edges log edges + evidence log evidence).
Contraction contract(const Graph& graph, const std::vector<Fold>& folds);

// The neighbours of a hub that have no other neighbour: what folds into it. Ascending.
std::vector<std::uint32_t> leavesOf(const Adjacency& adjacency, std::uint32_t hub);

} // namespace skein
