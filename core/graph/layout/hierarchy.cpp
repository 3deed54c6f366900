// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/layout/hierarchy.h"

#include "core/graph/adjacency.h"
#include "core/graph/appearance.h"
#include "core/graph/layout/layers.h"
#include "core/graph/layout/packing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>

namespace skein {

namespace {

constexpr std::uint32_t none = ~0U;
constexpr std::size_t smallestBlock = 4;
constexpr float blockAspect = 2.2F;
constexpr std::size_t finelyPacked = 2000; // units; more make drawings too wide to be fitted into each other

// What is placed as one: a node, or a block of nodes in rows.
struct Unit {
    std::vector<std::uint32_t> nodes;
    std::vector<Point> at; // beside nodes, around the unit's own origin
    Rect box;
};

Unit unitOf(const Graph& graph, std::vector<std::uint32_t> nodes)
{
    Unit unit{std::move(nodes), {}, {}};
    if (unit.nodes.size() == 1) {
        unit.at.push_back({});
        unit.box = footprint(graph.nodes[unit.nodes[0]]);
        return unit;
    }
    std::sort(unit.nodes.begin(), unit.nodes.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::pair(graph.nodes[b].mentions, a) < std::pair(graph.nodes[a].mentions, b);
    });
    Size cell;
    for (const std::uint32_t node : unit.nodes) {
        const Rect box = footprint(graph.nodes[node]);
        cell = {std::max(cell.width, box.width()), std::max(cell.height, box.height())};
    }
    const auto places = arrangeInRows(unit.nodes.size(), cell, {}, blockAspect);
    for (std::size_t i = 0; i < unit.nodes.size(); ++i) {
        const Rect box = footprint(graph.nodes[unit.nodes[i]]);
        unit.at.push_back(places[i] - box.centre());
        const Rect placed = box.movedBy(unit.at.back());
        unit.box = i == 0 ? placed : unit.box.unitedWith(placed);
    }
    return unit;
}

// One arc for each pair of nodes between which a relation of rank stands: the way that more claims have it.
std::vector<Arc> arcsOf(const Graph& graph)
{
    std::vector<Above> ranks;
    for (const GraphRelation& relation : graph.relations)
        ranks.push_back(aboveIn(relation.id));
    std::map<std::pair<std::uint32_t, std::uint32_t>, double> weights;
    for (const GraphEdge& edge : graph.edges) {
        const Above rank = edge.relation < ranks.size() ? ranks[edge.relation] : Above::neither;
        if (rank == Above::neither || edge.source == edge.target)
            continue;
        const double claims = std::max(edge.claims, 1U);
        weights[std::minmax(edge.source, edge.target)] += (rank == Above::source) == (edge.source < edge.target) ? claims : -claims;
    }
    std::vector<Arc> arcs;
    for (const auto& [ends, weight] : weights) {
        if (weight >= 0)
            arcs.push_back({ends.first, ends.second, weight + 1});
        else
            arcs.push_back({ends.second, ends.first, 1 - weight});
    }
    return arcs;
}

// Single nodes, and blocks of those that hang alone from the same node on the same side.
std::vector<Unit> unitsOf(const Graph& graph, const std::vector<Arc>& arcs)
{
    std::vector<std::uint32_t> degree(graph.nodes.size(), 0);
    for (const Arc& arc : arcs) {
        ++degree[arc.above];
        ++degree[arc.below];
    }
    std::map<std::pair<std::uint32_t, bool>, std::vector<std::uint32_t>> hanging;
    for (const Arc& arc : arcs) {
        if (degree[arc.below] == 1 && degree[arc.above] > 1)
            hanging[{arc.above, true}].push_back(arc.below);
        if (degree[arc.above] == 1 && degree[arc.below] > 1)
            hanging[{arc.below, false}].push_back(arc.above);
    }
    std::vector<Unit> units;
    std::vector<std::uint8_t> isInBlock(graph.nodes.size(), 0);
    for (auto& [from, nodes] : hanging) {
        if (nodes.size() < smallestBlock)
            continue;
        for (const std::uint32_t node : nodes)
            isInBlock[node] = 1;
        units.push_back(unitOf(graph, std::move(nodes)));
    }
    for (std::uint32_t node = 0; node < graph.nodes.size(); ++node) {
        if (degree[node] > 0 && !isInBlock[node])
            units.push_back(unitOf(graph, {node}));
    }
    return units;
}

std::vector<Arc> between(const std::vector<Unit>& units, const std::vector<Arc>& arcs, std::vector<std::uint32_t>& unitOfNode)
{
    for (std::uint32_t u = 0; u < units.size(); ++u) {
        for (const std::uint32_t node : units[u].nodes)
            unitOfNode[node] = u;
    }
    std::map<std::pair<std::uint32_t, std::uint32_t>, double> weights;
    for (const Arc& arc : arcs)
        weights[{unitOfNode[arc.above], unitOfNode[arc.below]}] += arc.weight;
    std::vector<Arc> result;
    for (const auto& [ends, weight] : weights)
        result.push_back({ends.first, ends.second, weight});
    return result;
}

} // namespace

Above aboveIn(std::string_view relation)
{
    using namespace std::string_view_literals;
    constexpr std::array over{"leads"sv, "ceo_of"sv, "owns"sv, "acquired"sv, "invested_in"sv, "released"sv, "hired"sv, "restructured"sv};
    constexpr std::array under{"part_of"sv, "subsidiary_of"sv, "product_of"sv, "brand_of"sv, "developed_by"sv, "founded_by"sv,
                               "member_of"sv, "works_at"sv, "child_of"sv};
    if (std::ranges::contains(over, relation))
        return Above::source;
    return std::ranges::contains(under, relation) ? Above::target : Above::neither;
}

Result<std::vector<Point>> hierarchyLayout(const Graph& graph, float aspect, const Cancel& cancel, const Progress& progress)
{
    std::vector<Point> positions(graph.nodes.size());
    const std::vector<Arc> arcs = arcsOf(graph);
    const std::vector<Unit> units = unitsOf(graph, arcs);
    std::vector<std::uint32_t> unitOfNode(graph.nodes.size(), none);
    const std::vector<Arc> links = between(units, arcs, unitOfNode);

    std::vector<Pair> pairs;
    for (const Arc& link : links)
        pairs.push_back({.source = link.above, .target = link.below});
    const auto components = componentsOf(adjacencyOf(units.size(), pairs));
    std::vector<std::uint32_t> local(units.size());
    std::vector<std::uint32_t> componentOf(units.size());
    for (std::uint32_t c = 0; c < components.size(); ++c) {
        for (std::uint32_t i = 0; i < components[c].size(); ++i) {
            local[components[c][i]] = i;
            componentOf[components[c][i]] = c;
        }
    }
    std::vector<std::vector<Arc>> inComponent(components.size());
    for (const Arc& link : links)
        inComponent[componentOf[link.above]].push_back({local[link.above], local[link.below], link.weight});

    std::vector<Drawing> drawings(components.size());
    for (std::size_t c = 0; c < components.size(); ++c) {
        std::vector<Rect> boxes;
        for (const std::uint32_t u : components[c])
            boxes.push_back(units[u].box);
        const auto places = layeredPlacement(boxes, inComponent[c], cancel);
        if (!places)
            return std::unexpected(places.error());
        for (std::size_t i = 0; i < components[c].size(); ++i) {
            const Unit& unit = units[components[c][i]];
            const Point origin{static_cast<float>((*places)[i].x), static_cast<float>((*places)[i].y)};
            for (std::size_t k = 0; k < unit.nodes.size(); ++k) {
                positions[unit.nodes[k]] = origin + unit.at[k];
                drawings[c].boxes.push_back(footprint(graph.nodes[unit.nodes[k]]).movedBy(positions[unit.nodes[k]]));
            }
        }
        if (progress)
            progress(static_cast<double>(c + 1) / static_cast<double>(components.size()));
    }
    for (const Arc& arc : arcs)
        drawings[componentOf[unitOfNode[arc.above]]].lines.emplace_back(positions[arc.above], positions[arc.below]);

    const std::vector<Point> moves = units.size() > finelyPacked ? packInRows(drawings, aspect) : packDrawings(drawings, aspect);
    Rect bounds;
    for (std::size_t c = 0; c < components.size(); ++c) {
        for (const std::uint32_t u : components[c]) {
            for (const std::uint32_t node : units[u].nodes) {
                positions[node] = positions[node] + moves[c];
                const Rect box = footprint(graph.nodes[node]).movedBy(positions[node]);
                bounds = bounds.isEmpty() ? box : bounds.unitedWith(box);
            }
        }
    }
    std::vector<std::uint32_t> rest;
    for (std::uint32_t node = 0; node < graph.nodes.size(); ++node) {
        if (unitOfNode[node] == none)
            rest.push_back(node);
    }
    if (!rest.empty()) {
        const Unit rows = unitOf(graph, rest);
        const Point under{bounds.isEmpty() ? 0 : bounds.centre().x - rows.box.centre().x,
                          bounds.isEmpty() ? 0 : bounds.bottom + 60 - rows.box.top};
        for (std::size_t i = 0; i < rows.nodes.size(); ++i)
            positions[rows.nodes[i]] = rows.at[i] + under;
    }
    return positions;
}

} // namespace skein
