// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/analysis/communities.h"

#include "core/graph/analysis/classic.h"
#include "core/graph/analysis/strength.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace skein {

namespace {

constexpr std::size_t smallestGroup = 3;
constexpr std::size_t namedMembers = 3;

std::string nameOf(const Graph& graph, const std::vector<std::uint32_t>& members)
{
    std::string name;
    for (std::size_t i = 0; i < std::min(members.size(), namedMembers); ++i)
        name += (i > 0 ? ", " : "") + graph.nodes[members[i]].name;
    return name;
}

} // namespace

Result<Communities> communitiesOf(const Graph& graph, const Pairs& pairs, const Cancel& cancel)
{
    const std::vector<double> weights = strengthsOf(graph, pairs);
    const auto clusters = classic::leiden({graph.nodes.size(), pairs.pairs, weights}, 1, cancel);
    if (!clusters)
        return std::unexpected(clusters.error());

    std::vector<double> inner(graph.nodes.size());
    for (std::size_t i = 0; i < pairs.pairs.size(); ++i) {
        const Pair& pair = pairs.pairs[i];
        if ((*clusters)[pair.source] == (*clusters)[pair.target]) {
            inner[pair.source] += weights[i];
            inner[pair.target] += weights[i];
        }
    }
    std::vector<std::vector<std::uint32_t>> members;
    for (std::uint32_t i = 0; i < graph.nodes.size(); ++i) {
        members.resize(std::max<std::size_t>(members.size(), (*clusters)[i] + 1U));
        members[(*clusters)[i]].push_back(i);
    }
    std::erase_if(members, [](const auto& group) { return group.size() < smallestGroup; });
    std::sort(members.begin(), members.end(),
              [](const auto& a, const auto& b) { return std::tuple(b.size(), a[0]) < std::tuple(a.size(), b[0]); });

    Communities result;
    result.groupOf.assign(graph.nodes.size(), Communities::none);
    for (auto& group : members) {
        std::sort(group.begin(), group.end(), [&](std::uint32_t a, std::uint32_t b) {
            return std::tuple(inner[b], graph.nodes[b].mentions, a) < std::tuple(inner[a], graph.nodes[a].mentions, b);
        });
        const auto number = static_cast<std::uint32_t>(result.groups.size());
        for (const std::uint32_t node : group)
            result.groupOf[node] = number;
        std::string name = nameOf(graph, group);
        result.groups.push_back({number, std::move(name), std::move(group)});
    }
    for (const Pair& pair : pairs.pairs) {
        const std::uint32_t a = result.groupOf[pair.source];
        const std::uint32_t b = result.groupOf[pair.target];
        if (a == b && a != Communities::none)
            ++result.groups[a].innerPairs;
        if (a != b && a != Communities::none)
            ++result.groups[a].outerPairs;
        if (a != b && b != Communities::none)
            ++result.groups[b].outerPairs;
    }
    return result;
}

GroupNumbers numbersOf(const Graph& graph, const Communities& communities)
{
    GroupNumbers numbers;
    for (const Community& group : communities.groups) {
        for (const std::uint32_t node : group.members)
            numbers.emplace(graph.nodes[node].id, group.number);
    }
    return numbers;
}

void keepNumbers(const Graph& graph, const GroupNumbers& before, Communities& communities)
{
    struct Overlap {
        std::size_t shared = 0;
        std::size_t group = 0;
        std::uint32_t number = 0;
    };
    std::vector<Overlap> overlaps;
    for (std::size_t g = 0; g < communities.groups.size(); ++g) {
        std::map<std::uint32_t, std::size_t> shared;
        for (const std::uint32_t node : communities.groups[g].members) {
            if (const auto found = before.find(graph.nodes[node].id); found != before.end())
                ++shared[found->second];
        }
        for (const auto& [number, count] : shared)
            overlaps.push_back({count, g, number});
    }
    std::sort(overlaps.begin(), overlaps.end(), [](const Overlap& a, const Overlap& b) {
        return std::tuple(b.shared, a.group, a.number) < std::tuple(a.shared, b.group, b.number);
    });
    std::vector<bool> isNumbered(communities.groups.size(), false);
    std::set<std::uint32_t> taken;
    for (const Overlap& overlap : overlaps) {
        if (isNumbered[overlap.group] || taken.contains(overlap.number))
            continue;
        isNumbered[overlap.group] = true;
        taken.insert(overlap.number);
        communities.groups[overlap.group].number = overlap.number;
    }
    std::uint32_t next = 0;
    for (std::size_t g = 0; g < communities.groups.size(); ++g) {
        if (isNumbered[g])
            continue;
        while (taken.contains(next))
            ++next;
        taken.insert(next);
        communities.groups[g].number = next;
    }
}

} // namespace skein
