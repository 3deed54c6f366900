// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/layout/coarsening.h"

#include <algorithm>
#include <numeric>

namespace skein {

namespace {

constexpr std::uint32_t none = ~0U;

// The nodes with the fewest links first, ties by index.
std::vector<std::uint32_t> byDegree(const Adjacency& adjacency)
{
    std::vector<std::uint32_t> firsts(adjacency.size() + 1, 0);
    for (std::uint32_t i = 0; i < adjacency.size(); ++i)
        ++firsts[adjacency.degree(i) + 1];
    std::partial_sum(firsts.begin(), firsts.end(), firsts.begin());
    std::vector<std::uint32_t> order(adjacency.size());
    for (std::uint32_t i = 0; i < adjacency.size(); ++i)
        order[firsts[adjacency.degree(i)]++] = i;
    return order;
}

struct Groups {
    std::vector<std::uint32_t> of;
    std::vector<double> mass;
};

Groups grouped(const Adjacency& adjacency, const std::vector<double>& weights, const std::vector<double>& mass)
{
    const std::size_t count = adjacency.size();
    const double most = 4 * std::accumulate(mass.begin(), mass.end(), 0.0) / static_cast<double>(std::max<std::size_t>(count, 1));
    Groups groups{std::vector<std::uint32_t>(count, none), {}};
    const auto join = [&](std::uint32_t node, std::uint32_t other) {
        if (groups.of[other] == none) {
            groups.of[other] = static_cast<std::uint32_t>(groups.mass.size());
            groups.mass.push_back(mass[other]);
        }
        groups.of[node] = groups.of[other];
        groups.mass[groups.of[node]] += mass[node];
    };
    const auto massWith = [&](std::uint32_t node) { return groups.of[node] == none ? mass[node] : groups.mass[groups.of[node]]; };
    std::vector<std::uint32_t> waiting(count, none); // beside the node it hangs on most: one that found no group
    for (const std::uint32_t node : byDegree(adjacency)) {
        if (groups.of[node] != none)
            continue;
        const auto neighbours = adjacency.of(node);
        const auto links = adjacency.linksOf(node);
        std::uint32_t best = none;
        std::uint32_t nearest = none;
        double bestWorth = 0;
        double nearestWeight = 0;
        for (std::size_t k = 0; k < neighbours.size(); ++k) {
            const double weight = weights[links[k]];
            if (weight > nearestWeight) {
                nearestWeight = weight;
                nearest = neighbours[k];
            }
            const double together = massWith(neighbours[k]);
            const double worth = weight / together; // small groups first: levels stay even
            if (together + mass[node] <= most && worth > bestWorth) {
                bestWorth = worth;
                best = neighbours[k];
            }
        }
        if (best != none) {
            join(node, best);
        } else if (nearest != none) {
            std::uint32_t& other = waiting[nearest];
            if (other != none && massWith(other) + mass[node] <= most)
                join(node, other);
            else
                other = node; // it stays there for the next one, alone or not
        }
    }
    for (std::uint32_t node = 0; node < count; ++node) {
        if (groups.of[node] == none) {
            groups.of[node] = static_cast<std::uint32_t>(groups.mass.size());
            groups.mass.push_back(mass[node]);
        }
    }
    return groups;
}

} // namespace

CoarseLevel coarsened(const Adjacency& adjacency, const std::vector<double>& weights, const std::vector<double>& mass)
{
    Groups groups = grouped(adjacency, weights, mass);
    const std::size_t count = groups.mass.size();
    // Members beside their group.
    std::vector<std::uint32_t> firsts(count + 1, 0);
    for (const std::uint32_t group : groups.of)
        ++firsts[group + 1];
    std::partial_sum(firsts.begin(), firsts.end(), firsts.begin());
    std::vector<std::uint32_t> members(groups.of.size());
    std::vector<std::uint32_t> next(firsts.begin(), firsts.end() - 1);
    for (std::uint32_t node = 0; node < groups.of.size(); ++node)
        members[next[groups.of[node]]++] = node;

    CoarseLevel level;
    std::vector<Pair> pairs;
    std::vector<std::uint32_t> place(count, none); // of the pair with a higher group, while one group is looked at
    std::vector<std::pair<std::uint32_t, double>> row;
    for (std::uint32_t group = 0; group < count; ++group) {
        row.clear();
        for (std::uint32_t m = firsts[group]; m < firsts[group + 1]; ++m) {
            const auto neighbours = adjacency.of(members[m]);
            const auto links = adjacency.linksOf(members[m]);
            for (std::size_t k = 0; k < neighbours.size(); ++k) {
                const std::uint32_t other = groups.of[neighbours[k]];
                if (other <= group)
                    continue;
                if (place[other] == none) {
                    place[other] = static_cast<std::uint32_t>(row.size());
                    row.emplace_back(other, 0);
                }
                row[place[other]].second += weights[links[k]];
            }
        }
        for (const auto& [other, weight] : row)
            place[other] = none;
        std::sort(row.begin(), row.end());
        for (const auto& [other, weight] : row) {
            pairs.push_back({group, other});
            level.weights.push_back(weight);
        }
    }
    level.adjacency = adjacencyOf(count, pairs);
    level.groupOf = std::move(groups.of);
    level.mass = std::move(groups.mass);
    return level;
}

std::vector<CoarseLevel> levelsAbove(const Adjacency& adjacency, const std::vector<double>& weights, std::size_t fewest,
                                     const Cancel& cancel)
{
    std::vector<CoarseLevel> levels;
    std::size_t size = adjacency.size();
    while (size > fewest && !cancel.isRaised()) {
        CoarseLevel next = levels.empty() ? coarsened(adjacency, weights, std::vector<double>(size, 1))
                                          : coarsened(levels.back().adjacency, levels.back().weights, levels.back().mass);
        if (next.size() * 6 > size * 5)
            break;
        size = next.size();
        levels.push_back(std::move(next));
    }
    return levels;
}

} // namespace skein
