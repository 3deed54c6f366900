// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/picture.h"

namespace skein::exchange {

Picture pictureOf(const Scene& scene, const std::vector<Point>& positions, const ViewState& state, const Theme& theme)
{
    constexpr std::uint32_t none = 0xffffffff;
    const auto& from = scene.graph;
    Picture picture;
    picture.graph.relations = from.relations;
    picture.graph.documents = from.documents;
    std::vector<std::uint32_t> places(from.nodes.size(), none);
    for (std::uint32_t i = 0; i < from.nodes.size(); ++i) {
        if (state.isHidden(i)) continue;
        places[i] = static_cast<std::uint32_t>(picture.graph.nodes.size());
        picture.graph.nodes.push_back(from.nodes[i]);
        picture.looks.push_back({positions[i], state.sizes.empty() ? scene.radii[i] : state.sizes[i],
                                 state.fills.empty() ? theme.typeColour(scene.styleOf(i)) : state.fills[i]});
    }
    // Edges keep their order, so what is left of them is still sorted.
    std::vector<bool> isLeftOut(from.edges.size(), true);
    for (std::uint32_t p = 0; p < scene.pairs.pairs.size(); ++p) {
        const auto& pair = scene.pairs.pairs[p];
        if (state.presenceOf(p, pair.source, pair.target) == Presence::hidden) continue;
        for (auto k = pair.firstEdge; k < pair.lastEdge; ++k) isLeftOut[scene.pairs.edges[k]] = false;
    }
    for (std::size_t i = 0; i < from.edges.size(); ++i) {
        if (isLeftOut[i]) continue;
        auto edge = from.edges[i];
        const auto evidence = from.evidenceOf(edge);
        edge.source = places[edge.source];
        edge.target = places[edge.target];
        edge.firstEvidence = static_cast<std::uint32_t>(picture.graph.evidence.size());
        picture.graph.evidence.insert(picture.graph.evidence.end(), evidence.begin(), evidence.end());
        picture.graph.edges.push_back(edge);
    }
    return picture;
}

} // namespace skein::exchange
