// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/analysis/gaps.h"

#include "core/graph/analysis/classic.h"
#include "core/graph/analysis/strength.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

namespace skein {

namespace {

constexpr std::uint32_t none = Communities::none;
constexpr std::uint32_t comparedGroups = 24;
constexpr std::size_t candidatesPerBridge = 4;
constexpr double fewOf = 0.25;        // a gap has at most this share of the pairs that are expected …
constexpr double leastExpected = 0.5; // … and at least so many are

std::vector<std::uint32_t> groupsAround(std::uint32_t node, const Adjacency& adjacency, const Communities& communities)
{
    std::map<std::uint32_t, std::uint32_t> counts;
    for (const std::uint32_t other : adjacency.of(node)) {
        if (communities.groupOf[other] != none)
            ++counts[communities.groupOf[other]];
    }
    std::vector<std::uint32_t> groups;
    for (const auto& [group, count] : counts)
        groups.push_back(group);
    const std::uint32_t own = communities.groupOf[node];
    std::stable_sort(groups.begin(), groups.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::pair(a == own, counts[a]) > std::pair(b == own, counts[b]);
    });
    return groups;
}

// What lies between two of the compared groups.
struct Border {
    std::vector<std::uint32_t> pairs;
};
using Borders = std::map<std::pair<std::uint32_t, std::uint32_t>, Border>;

Borders bordersOf(const Pairs& pairs, const Communities& communities)
{
    Borders borders;
    for (std::uint32_t p = 0; p < pairs.pairs.size(); ++p) {
        const std::uint32_t a = communities.groupOf[pairs.pairs[p].source];
        const std::uint32_t b = communities.groupOf[pairs.pairs[p].target];
        if (a != b && a < comparedGroups && b < comparedGroups)
            borders[std::minmax(a, b)].pairs.push_back(p);
    }
    return borders;
}

std::optional<Joint> jointOf(const std::pair<std::uint32_t, std::uint32_t>& groups, const Border& border, const Pairs& pairs,
                             const std::vector<double>& betweenness)
{
    const Pair& first = pairs.pairs[border.pairs[0]];
    Joint joint{groups.first, groups.second, 0, {}, static_cast<std::uint32_t>(border.pairs.size())};
    if (joint.pairs == 1) {
        joint.node = betweenness[first.source] >= betweenness[first.target] ? first.source : first.target;
        joint.other = joint.node == first.source ? first.target : first.source;
        return joint;
    }
    for (const std::uint32_t node : {first.source, first.target}) {
        joint.node = node;
        if (std::all_of(border.pairs.begin(), border.pairs.end(), [&](std::uint32_t p) {
                return pairs.pairs[p].source == node || pairs.pairs[p].target == node;
            }))
            return joint;
    }
    return std::nullopt;
}

std::string commonestType(const Graph& graph, const Community& group)
{
    std::map<std::string, std::size_t> counts;
    for (const std::uint32_t node : group.members)
        ++counts[graph.nodes[node].type];
    const auto most = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == counts.end() ? std::string() : most->first;
}

// How many claims of each document speak of the pairs within each compared group.
std::vector<std::map<std::uint32_t, std::uint32_t>> documentsWithin(const Graph& graph, const Communities& communities)
{
    std::vector<std::map<std::uint32_t, std::uint32_t>> documents(std::min<std::size_t>(communities.groups.size(), comparedGroups));
    for (const GraphEdge& edge : graph.edges) {
        const std::uint32_t group = communities.groupOf[edge.source];
        if (group >= documents.size() || group != communities.groupOf[edge.target])
            continue;
        for (const GraphEvidence& evidence : graph.evidenceOf(edge))
            ++documents[group][evidence.document];
    }
    return documents;
}

std::vector<Gap> gapsOf(const Graph& graph, const Pairs& pairs, const Communities& communities, const Borders& borders)
{
    const auto compared = static_cast<std::uint32_t>(std::min<std::size_t>(communities.groups.size(), comparedGroups));
    const auto documents = documentsWithin(graph, communities);
    std::vector<std::string> types;
    std::vector<double> ends;
    for (std::uint32_t g = 0; g < compared; ++g) {
        types.push_back(commonestType(graph, communities.groups[g]));
        ends.push_back(2.0 * communities.groups[g].innerPairs + communities.groups[g].outerPairs);
    }
    std::vector<Gap> gaps;
    for (std::uint32_t a = 0; a < compared; ++a) {
        for (std::uint32_t b = a + 1; b < compared; ++b) {
            Gap gap{a, b};
            gap.expected = ends[a] * ends[b] / (2.0 * static_cast<double>(pairs.pairs.size()));
            if (const auto border = borders.find({a, b}); border != borders.end())
                gap.pairs = static_cast<std::uint32_t>(border->second.pairs.size());
            if (gap.expected < leastExpected || gap.pairs > fewOf * gap.expected)
                continue;
            std::uint32_t most = 0;
            for (const auto& [document, claims] : documents[a]) {
                const auto found = documents[b].find(document);
                if (found == documents[b].end())
                    continue;
                ++gap.sharedDocuments;
                if (claims + found->second > most) {
                    most = claims + found->second;
                    gap.document = document;
                }
            }
            if (types[a] == types[b])
                gap.type = types[a];
            if (gap.sharedDocuments > 0 || !gap.type.empty())
                gaps.push_back(gap);
        }
    }
    // What a source speaks of in one breath counts more than sheer size.
    std::stable_sort(gaps.begin(), gaps.end(), [](const Gap& a, const Gap& b) {
        return (a.expected - a.pairs) * (1 + std::min(a.sharedDocuments, 9U)) > (b.expected - b.pairs) * (1 + std::min(b.sharedDocuments, 9U));
    });
    return gaps;
}

} // namespace

std::vector<std::uint32_t> cutOffBy(const Adjacency& adjacency)
{
    const auto count = static_cast<std::uint32_t>(adjacency.size());
    std::vector<std::uint32_t> result(count, 0);
    std::vector<std::uint32_t> found(count, 0); // order of discovery, from 1
    std::vector<std::uint32_t> low(count, 0);
    std::vector<std::uint32_t> size(count, 1);  // of the subtree
    std::vector<std::uint32_t> parent(count, none);
    std::vector<std::uint32_t> next(count, 0);
    std::vector<std::uint32_t> parted(count, 0);  // nodes in subtrees that hang on the node
    std::vector<std::uint32_t> largest(count, 0); // of those subtrees
    std::vector<std::uint32_t> order;
    std::uint32_t time = 0;
    for (std::uint32_t root = 0; root < count; ++root) {
        if (found[root] != 0)
            continue;
        order.clear();
        std::vector<std::uint32_t> stack{root};
        found[root] = low[root] = ++time;
        order.push_back(root);
        while (!stack.empty()) {
            const std::uint32_t node = stack.back();
            if (next[node] < adjacency.degree(node)) {
                const std::uint32_t other = adjacency.of(node)[next[node]++];
                if (found[other] == 0) {
                    parent[other] = node;
                    found[other] = low[other] = ++time;
                    order.push_back(other);
                    stack.push_back(other);
                } else if (other != parent[node]) {
                    low[node] = std::min(low[node], found[other]);
                }
                continue;
            }
            stack.pop_back();
            const std::uint32_t above = parent[node];
            if (above == none)
                continue;
            low[above] = std::min(low[above], low[node]);
            size[above] += size[node];
            if (low[node] >= found[above]) {
                parted[above] += size[node];
                largest[above] = std::max(largest[above], size[node]);
            }
        }
        const auto whole = static_cast<std::uint32_t>(order.size());
        for (const std::uint32_t node : order) {
            const std::uint32_t rest = whole - 1 - parted[node]; // above it; 0 for the root
            result[node] = whole - 1 - std::max(rest, largest[node]);
        }
    }
    return result;
}

Result<Insights> insightsOf(const Graph& graph, const Pairs& pairs, const Adjacency& adjacency, const Communities& communities,
                            const std::vector<double>& betweenness, std::size_t limit, const Cancel& cancel)
{
    Insights result;
    if (pairs.pairs.empty())
        return result;
    const std::vector<std::uint32_t> cutOff = cutOffBy(adjacency);
    std::vector<std::uint32_t> order(graph.nodes.size());
    std::iota(order.begin(), order.end(), 0U);
    const std::size_t looked = std::min(order.size(), limit * candidatesPerBridge);
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(looked), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::tuple(betweenness[b], cutOff[b], a) < std::tuple(betweenness[a], cutOff[a], b);
    });
    std::vector<std::uint32_t> chosen;
    for (std::size_t i = 0; i < looked && chosen.size() < limit; ++i) {
        if (betweenness[order[i]] <= 0)
            break;
        Bridge bridge{order[i], cutOff[order[i]], groupsAround(order[i], adjacency, communities), betweenness[order[i]]};
        if (bridge.cutOff < 2 && bridge.groups.size() < 2)
            continue;
        chosen.push_back(bridge.node);
        result.bridges.push_back(std::move(bridge));
    }
    const std::vector<double> weights = strengthsOf(graph, pairs);
    const auto constraint = classic::constraints({graph.nodes.size(), pairs.pairs, weights}, chosen, cancel);
    if (!constraint)
        return std::unexpected(constraint.error());
    for (std::size_t i = 0; i < chosen.size(); ++i)
        result.bridges[i].constraint = (*constraint)[i];

    const Borders borders = bordersOf(pairs, communities);
    for (const auto& [groups, border] : borders) {
        if (const auto joint = jointOf(groups, border, pairs, betweenness))
            result.joints.push_back(*joint);
    }
    const auto members = [&](const Joint& joint) {
        return std::min(communities.groups[joint.a].members.size(), communities.groups[joint.b].members.size());
    };
    std::stable_sort(result.joints.begin(), result.joints.end(), [&](const Joint& a, const Joint& b) { return members(a) > members(b); });
    result.joints.resize(std::min(result.joints.size(), limit));
    result.gaps = gapsOf(graph, pairs, communities, borders);
    result.gaps.resize(std::min(result.gaps.size(), limit));
    if (cancel.isRaised())
        return fail(Errc::cancelled, "insights");
    return result;
}

} // namespace skein
