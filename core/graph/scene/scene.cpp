// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/scene/scene.h"

#include "core/graph/appearance.h"

#include <algorithm>
#include <unordered_map>

namespace skein {

Scene sceneFrom(Graph graph)
{
    Scene scene;
    const std::size_t count = graph.nodes.size();
    scene.pairs = pairsOf(graph);
    scene.adjacency = adjacencyOf(count, scene.pairs.pairs);
    scene.kindOf.reserve(count);
    scene.radii.reserve(count);
    scene.importance.reserve(count);
    std::unordered_map<std::string_view, std::uint16_t> numbers;
    for (std::uint32_t i = 0; i < count; ++i) {
        const GraphNode& node = graph.nodes[i];
        scene.radii.push_back(nodeRadius(node));
        scene.importance.push_back(static_cast<float>(node.mentions) + 2 * static_cast<float>(scene.adjacency.degree(i)));
        const auto [found, isNew] = numbers.emplace(node.type, static_cast<std::uint16_t>(scene.kinds.size()));
        if (isNew)
            scene.kinds.push_back({node.type, &typeStyle(node.type), 0});
        ++scene.kinds[found->second].nodes;
        scene.kindOf.push_back(found->second);
    }
    scene.graph = std::move(graph);
    return scene;
}

std::optional<std::uint32_t> Scene::indexOf(EntityId id) const
{
    const auto found = std::lower_bound(graph.nodes.begin(), graph.nodes.end(), id,
                                        [](const GraphNode& node, EntityId wanted) { return node.id < wanted; });
    if (found == graph.nodes.end() || found->id != id)
        return std::nullopt;
    return static_cast<std::uint32_t>(found - graph.nodes.begin());
}

std::optional<std::uint32_t> Scene::pairOf(std::uint32_t a, std::uint32_t b) const
{
    if (a >= adjacency.size() || b >= adjacency.size())
        return std::nullopt;
    const auto neighbours = adjacency.of(a);
    const auto found = std::lower_bound(neighbours.begin(), neighbours.end(), b);
    if (found == neighbours.end() || *found != b)
        return std::nullopt;
    return adjacency.linksOf(a)[static_cast<std::size_t>(found - neighbours.begin())];
}

std::size_t Scene::bytes() const
{
    const auto held = [](const auto& items) { return items.capacity() * sizeof(items[0]); };
    const auto text = [](const std::string& s) { return s.capacity() > std::string().capacity() ? s.capacity() + 1 : 0; };
    std::size_t sum = held(graph.nodes) + held(graph.edges) + held(graph.evidence) + held(pairs.pairs) + held(pairs.edges) +
                      held(adjacency.firsts) + held(adjacency.neighbours) + held(adjacency.links) + held(kindOf) + held(radii) +
                      held(importance);
    for (const GraphNode& node : graph.nodes)
        sum += text(node.name) + text(node.type);
    return sum;
}

} // namespace skein
