// SPDX-License-Identifier: GPL-3.0-or-later
// Groups and hubs that are drawn as one node: which entities each stands for, and what stands behind an edge between them.
// Plain values and pure functions, for any thread.
#pragma once

#include "core/graph/scene/display.h"
#include "core/graph/view/view.h"

#include <cstdint>
#include <utility>
#include <vector>

struct Folding {
    std::vector<std::pair<skein::EntityId, skein::EntityId>> leaders; // of each entity that is drawn as another, by entity

    bool operator==(const Folding&) const = default;
    skein::EntityId leaderOf(skein::EntityId entity) const; // itself when it is drawn, or not there
    // With the leader, which comes first; empty: it stands for itself alone.
    std::vector<skein::EntityId> membersOf(skein::EntityId leader) const;
};

struct FoldedGraph {
    skein::Graph graph;
    Folding folding;
};
// A folded node says in its name how much is in it.
FoldedGraph folded(skein::Graph graph, const std::vector<skein::Collapsed>& collapsed);

// Who is connected with whom behind an edge of the picture, the most quotes first. Only as many pairs as it takes to have
// `quotes` of them; `left` counts the quotes of the others. Neither end stands for others: there are none.
struct Behind {
    std::vector<std::pair<skein::EntityId, skein::EntityId>> pairs;
    std::uint32_t left = 0;

    bool operator==(const Behind&) const = default;
};
Behind behind(const skein::Scene& library, const Folding& folding, skein::EntityId a, skein::EntityId b, std::uint32_t quotes);
