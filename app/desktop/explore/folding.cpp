// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/explore/folding.h"

#include "app/desktop/convert.h"
#include "app/desktop/explore/exploration.h"
#include "core/graph/analysis/contraction.h"

#include <algorithm>
#include <tuple>

using skein::EntityId;

EntityId Folding::leaderOf(EntityId entity) const
{
    const auto found = std::ranges::lower_bound(leaders, entity, {}, &std::pair<EntityId, EntityId>::first);
    return found != leaders.end() && found->first == entity ? found->second : entity;
}

std::vector<EntityId> Folding::membersOf(EntityId leader) const
{
    std::vector<EntityId> members;
    for (const auto& [entity, its] : leaders) {
        if (its == leader)
            members.push_back(entity);
    }
    if (!members.empty())
        members.insert(members.begin(), leader);
    return members;
}

FoldedGraph folded(skein::Graph graph, const std::vector<skein::Collapsed>& collapsed)
{
    if (collapsed.empty())
        return {std::move(graph), {}};
    const auto adjacency = skein::adjacencyOf(graph.nodes.size(), skein::pairsOf(graph).pairs);
    std::vector<skein::Fold> folds;
    for (const auto& one : collapsed) {
        const auto lead = skein::indexOf(graph, one.leader);
        if (!lead)
            continue;
        skein::Fold fold{*lead, one.isHub() ? skein::leavesOf(adjacency, *lead) : skein::indicesOf(graph, one.members), {}};
        const auto others = std::ranges::count_if(fold.members, [&](std::uint32_t member) { return member != *lead; });
        if (others == 0)
            continue;
        fold.name = utf8(Exploration::tr("%1 and %L2 more").arg(qstring(graph.nodes[*lead].name)).arg(others));
        folds.push_back(std::move(fold));
    }
    auto contraction = skein::contract(graph, folds);
    Folding folding;
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        const auto leader = contraction.graph.nodes[contraction.nodeOf[i]].id;
        if (leader != graph.nodes[i].id)
            folding.leaders.emplace_back(graph.nodes[i].id, leader);
    }
    return {std::move(contraction.graph), std::move(folding)};
}

Behind behind(const skein::Scene& library, const Folding& folding, EntityId a, EntityId b, std::uint32_t quotes)
{
    const auto ofA = folding.membersOf(a), ofB = folding.membersOf(b);
    if (ofA.empty() && ofB.empty())
        return {};
    std::vector<std::tuple<std::uint32_t, EntityId, EntityId>> pairs; // by quotes
    for (const auto member : ofA.empty() ? std::vector{a} : ofA) {
        const auto node = skein::indexOf(library.graph, member);
        if (!node)
            continue;
        const auto others = library.adjacency.of(*node);
        const auto links = library.adjacency.linksOf(*node);
        for (std::size_t i = 0; i < others.size(); ++i) {
            const auto other = library.graph.nodes[others[i]].id;
            if (folding.leaderOf(other) == b)
                pairs.emplace_back(library.pairs.pairs[links[i]].claims, member, other);
        }
    }
    std::ranges::sort(pairs, [](const auto& p, const auto& q) {
        return std::tuple(~std::get<0>(p), std::get<1>(p), std::get<2>(p)) < std::tuple(~std::get<0>(q), std::get<1>(q), std::get<2>(q));
    });
    Behind result;
    std::uint32_t taken = 0;
    for (const auto& [claims, member, other] : pairs) {
        if (taken >= quotes) {
            result.left += claims;
            continue;
        }
        taken += claims;
        result.pairs.emplace_back(member, other);
    }
    return result;
}
