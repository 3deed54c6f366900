// SPDX-License-Identifier: GPL-3.0-or-later
// Groups of entities that have more to do with each other than with the rest.
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "core/graph/adjacency.h"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace skein {

struct Community {
    std::uint32_t number = 0;           // for people and colours, from 0; no two groups share one
    std::string name;                   // its strongest members: "Meta, Muse Spark, Llama"
    std::vector<std::uint32_t> members; // the strongest first: by the weight of their pairs within the group, then mentions
    std::uint32_t innerPairs = 0;
    std::uint32_t outerPairs = 0;       // that lead to other groups or to nodes of none

    bool operator==(const Community&) const = default;
};

struct Communities {
    static constexpr std::uint32_t none = ~0U;

    std::vector<Community> groups;      // the largest first, ties by the first member
    std::vector<std::uint32_t> groupOf; // beside the nodes: index into groups, or none

    bool operator==(const Communities&) const = default;
};

// Leiden clusters of at least three members (smaller ones are no group), weighted by strengthsOf(). Numbers follow the order
// of `groups`. Deterministic. Fails with cancelled.
Result<Communities> communitiesOf(const Graph& graph, const Pairs& pairs, const Cancel& cancel);

// Which number each entity had before.
using GroupNumbers = std::unordered_map<EntityId, std::uint32_t>;
GroupNumbers numbersOf(const Graph& graph, const Communities& communities);

// Numbers the groups so that each keeps the number that most of its members had, the largest overlap first; the others take
// the lowest numbers that are free. So colours stay when a library grows.
void keepNumbers(const Graph& graph, const GroupNumbers& before, Communities& communities);

} // namespace skein
