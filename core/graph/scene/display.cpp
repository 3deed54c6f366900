// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/scene/display.h"

#include "core/graph/scene/labels.h"

#include <limits>
#include <numeric>

namespace skein {

namespace {

// How strongly a thing stands out: the more, the later it is painted and the sooner labelled.
enum class Stress : std::uint8_t { pale, faded, plain, lit };

constexpr float palest = 0.8F; // how far to the background what is faded for good has gone

class Composer {
public:
    explicit Composer(const DisplayRequest& request)
        : m(request), m_area(Rect{0, 0, request.camera.view.width, request.camera.view.height}.grownBy(request.margin))
    {
        findFocus();
    }

    DisplayList compose()
    {
        composeEdges();
        composeNodes();
        composeLabels();
        return std::move(m_list);
    }

private:
    Point screen(std::uint32_t node) const { return m.camera.toScreen(m.positions[node]); }
    float worldRadius(std::uint32_t node) const { return node < m.state.sizes.size() ? m.state.sizes[node] : m.scene.radii[node]; }
    float radius(std::uint32_t node) const { return screenRadius(worldRadius(node), m.camera.zoom); }
    float fade() const { return m_hasFocus ? m.emphasis.focus * m_fade : 0; }

    void lightNode(std::uint32_t node)
    {
        m_litNodes[node] = 1;
        const auto neighbours = m.scene.adjacency.of(node);
        const auto links = m.scene.adjacency.linksOf(node);
        for (std::size_t i = 0; i < neighbours.size(); ++i) {
            m_litNodes[neighbours[i]] = 1;
            m_litPairs[links[i]] = 1;
        }
    }
    void lightPair(std::uint32_t pair)
    {
        m_litPairs[pair] = 1;
        m_litNodes[m.scene.pairs.pairs[pair].source] = 1;
        m_litNodes[m.scene.pairs.pairs[pair].target] = 1;
    }

    // What is hovered comes before what is selected, and that before a highlighted set.
    void findFocus()
    {
        const Emphasis& s = m.emphasis;
        m_litNodes.assign(m.scene.graph.nodes.size(), 0);
        m_litPairs.assign(m.scene.pairs.pairs.size(), 0);
        m_hasFocus = true;
        m_fade = 0.84F;
        if (s.hoveredNode && *s.hoveredNode < m_litNodes.size()) {
            lightNode(*s.hoveredNode);
        } else if (s.hoveredPair && *s.hoveredPair < m_litPairs.size()) {
            lightPair(*s.hoveredPair);
            m_fade = 0.6F;
        } else if (s.selectedNode && *s.selectedNode < m_litNodes.size()) {
            lightNode(*s.selectedNode);
            m_fade = 0.6F;
        } else if (s.selectedPair && *s.selectedPair < m_litPairs.size()) {
            lightPair(*s.selectedPair);
            m_fade = 0.6F;
        } else if (!s.litNodes.empty() || !s.litPairs.empty()) {
            for (const std::uint32_t node : s.litNodes)
                m_litNodes[node] = 1;
            for (const std::uint32_t pair : s.litPairs)
                lightPair(pair);
        } else {
            m_hasFocus = false;
        }
    }

    template <typename Visit>
    void eachVisible(const GridIndex* index, std::size_t count, const Visit& visit) const
    {
        if (index) {
            // Marks reach out of their item's place by their size.
            for (const std::uint32_t i : index->in(m.camera.visibleWorld(m.margin + 80)))
                visit(i);
        } else {
            for (std::uint32_t i = 0; i < count; ++i)
                visit(i);
        }
    }

    void composeEdges()
    {
        std::vector<EdgeMark> lit;
        std::vector<EdgeMark> faded;
        eachVisible(m.pairIndex, m.scene.pairs.pairs.size(), [&](std::uint32_t i) {
            const Pair& pair = m.scene.pairs.pairs[i];
            if (m.state.presenceOf(i, pair.source, pair.target) == Presence::hidden)
                return;
            const Point a = screen(pair.source);
            const Point b = screen(pair.target);
            const float length = distance(a, b);
            constexpr float gap = 1.5F;
            const float trimA = radius(pair.source) + gap;
            const float trimB = radius(pair.target) + gap;
            if (length <= trimA + trimB || !segmentMeets(a, b, m_area))
                return;
            EdgeMark mark;
            mark.pair = i;
            mark.from = a + (b - a) * (trimA / length);
            mark.to = a + (b - a) * ((length - trimB) / length);
            mark.width = edgeWidth(pair);
            mark.isDashed = pair.isDisputed;
            mark.isLit = m_litPairs[i] != 0;
            const Colour plain = pair.isPlanned ? mixed(m.theme.edge, m.theme.background, 0.4F) : m.theme.edge;
            if (mark.isLit) {
                const bool isSelected = m.emphasis.selectedPair == i;
                const Colour strong = isSelected ? m.theme.accent : m.theme.edgeHighlight;
                mark.colour = mixed(plain, strong, isSelected ? 1 : m.emphasis.focus);
                mark.width += isSelected ? 1.5F : 0.5F * m.emphasis.focus;
                mark.hasArrowAtTo = pair.runsForward && length > trimA + trimB + 14;
                mark.hasArrowAtFrom = pair.runsBackward && length > trimA + trimB + 14;
                lit.push_back(mark);
            } else if (m.state.presenceOf(i, pair.source, pair.target) == Presence::faded) {
                mark.colour = mixed(plain, m.theme.background, palest);
                faded.push_back(mark);
            } else {
                mark.colour = mixed(plain, m.theme.background, fade() * 0.75F);
                m_list.edges.push_back(mark);
            }
        });
        m_list.edges.insert(m_list.edges.begin(), faded.begin(), faded.end());
        m_list.edges.insert(m_list.edges.end(), lit.begin(), lit.end());
    }

    float edgeWidth(const Pair& pair) const
    {
        const float width = 1 + 0.55F * std::log2(static_cast<float>(std::max(pair.claims, 1U)));
        return std::min(width, 4.5F) * std::clamp(std::sqrt(m.camera.zoom), 0.45F, 1.5F);
    }

    Stress stressOf(std::uint32_t node) const
    {
        if (m_hasFocus && m_litNodes[node])
            return Stress::lit;
        if (m.state.presenceOf(node) == Presence::faded)
            return Stress::pale;
        return m_hasFocus ? Stress::faded : Stress::plain;
    }
    Colour fillOf(std::uint32_t node) const
    {
        const Colour own = node < m.state.fills.size() ? m.state.fills[node] : m.theme.typeColour(*m.scene.styles[node]);
        switch (stressOf(node)) {
        case Stress::pale: return mixed(own, m.theme.background, palest);
        case Stress::faded: return mixed(own, m.theme.background, fade());
        default: return own;
        }
    }

    void composeNodes()
    {
        eachVisible(m.nodeIndex, m.scene.graph.nodes.size(), [&](std::uint32_t i) {
            if (!m.state.isHidden(i) && m_area.grownBy(radius(i) * 2).contains(screen(i)))
                m_visible.push_back(i);
        });
        // The small ones above the large ones, what is lit above what is not.
        std::vector<std::uint32_t> order = m_visible;
        std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
            return std::tuple(stressOf(a), worldRadius(b), a) < std::tuple(stressOf(b), worldRadius(a), b);
        });
        for (const std::uint32_t i : order)
            composeNode(i);
    }

    void composeNode(std::uint32_t i)
    {
        const TypeStyle& style = *m.scene.styles[i];
        const Colour colour = fillOf(i);
        NodeMark mark;
        mark.node = i;
        mark.centre = screen(i);
        mark.radius = radius(i);
        mark.shape = style.shape;
        mark.fill = colour;
        mark.ring = m.theme.background;
        mark.ringWidth = std::clamp(mark.radius * 0.18F, 0.75F, 2.0F);
        if (m.emphasis.selectedNode == i || m.emphasis.hoveredNode == i) {
            const bool isSelected = m.emphasis.selectedNode == i;
            NodeMark halo = mark;
            halo.radius += isSelected ? 5 : 4;
            halo.fill = isSelected ? m.theme.accent : withAlpha(colour, 0.35F * m.emphasis.focus);
            halo.ringWidth = 0;
            halo.isDecoration = true;
            m_list.nodes.push_back(halo);
        }
        m_list.nodes.push_back(mark);
        if (i < m.state.isPinned.size() && m.state.isPinned[i]) {
            NodeMark dot = mark;
            dot.radius = std::max(mark.radius * 0.28F, 1.5F);
            dot.shape = NodeShape::circle;
            dot.fill = m.theme.background;
            dot.ringWidth = 0;
            dot.isDecoration = true;
            m_list.nodes.push_back(dot);
        }
    }

    // What is lit comes first, then what its edges say, then all else where there is room left.
    void composeLabels()
    {
        Occupancy occupancy(m_area);
        std::vector<LabelWish> lit;
        std::vector<LabelWish> plain;
        for (const std::uint32_t i : m_visible) {
            const float r = radius(i);
            const Point p = screen(i);
            const bool isChosen = m.emphasis.selectedNode == i || m.emphasis.hoveredNode == i;
            const LabelWish wish{i, p, r, {}, 1 + m.scene.importance[i] + (isChosen ? 1e6F : 0)};
            if (stressOf(i) == Stress::pale)
                continue;
            (stressOf(i) == Stress::lit ? lit : plain).push_back(wish);
            occupancy.take({p.x - r, p.y - r, p.x + r, p.y + r}, i, wish.importance);
        }
        placeNodeLabels(std::move(lit), occupancy);
        composeEdgeLabels(occupancy);
        placeNodeLabels(std::move(plain), occupancy);
    }

    void placeNodeLabels(std::vector<LabelWish> wishes, Occupancy& occupancy)
    {
        if (wishes.size() > manyNodes) {
            std::vector<LabelWish> kept;
            for (const std::uint32_t i : thinned(wishes, {130, 60}, 3))
                kept.push_back(wishes[i]);
            wishes = std::move(kept);
        }
        std::vector<std::vector<std::string>> lines;
        for (LabelWish& wish : wishes) {
            lines.push_back(labelLines(m.scene.graph.nodes[wish.key].name));
            wish.size = m.measure(lines.back(), labelStyle(m.scene.graph.nodes[wish.key]));
        }
        for (const LabelPlace& place : placeLabels(wishes, occupancy, m_area)) {
            const std::uint32_t node = wishes[place.wish].key;
            const float opacity = stressOf(node) == Stress::faded ? 1 - fade() * 0.95F : 1;
            m_list.labels.push_back({node, false, place.box, std::move(lines[place.wish]), labelStyle(m.scene.graph.nodes[node]), opacity});
        }
    }

    // What the relations say, on the lines that are looked at, where there is room.
    void composeEdgeLabels(Occupancy& occupancy)
    {
        constexpr std::uint32_t edgeOwner = std::numeric_limits<std::uint32_t>::max();
        constexpr LabelStyle style{11, false};
        for (auto edge = m_list.edges.rbegin(); edge != m_list.edges.rend() && edge->isLit; ++edge) {
            const std::vector<std::string> lines = relationLines(edge->pair);
            const Size size = m.measure(lines, style);
            for (const float share : {0.5F, 0.4F, 0.6F, 0.3F, 0.7F}) {
                const Point p = edge->from + (edge->to - edge->from) * share;
                const Rect box{p.x - size.width / 2, p.y - size.height / 2, p.x + size.width / 2, p.y + size.height / 2};
                if (box.overlaps(m_area) && occupancy.isFree(box, edgeOwner, 0)) {
                    occupancy.take(box, edgeOwner - 1 - edge->pair, std::numeric_limits<float>::infinity());
                    m_list.labels.push_back({edge->pair, true, box, lines, style, m.emphasis.focus});
                    break;
                }
            }
        }
    }

    std::vector<std::string> relationLines(std::uint32_t index) const
    {
        constexpr std::uint32_t most = 3;
        const Pair& pair = m.scene.pairs.pairs[index];
        std::vector<std::string> lines;
        for (std::uint32_t i = pair.firstEdge; i < pair.lastEdge; ++i) {
            const GraphEdge& edge = m.scene.graph.edges[m.scene.pairs.edges[i]];
            const GraphRelation& relation = m.scene.graph.relationOf(edge);
            const std::string& label = relation.label.empty() ? relation.id : relation.label;
            if (std::find(lines.begin(), lines.end(), label) != lines.end())
                continue;
            if (lines.size() == most) {
                lines.back() += " …";
                break;
            }
            lines.push_back(label);
        }
        return lines;
    }

    static constexpr std::size_t manyNodes = 500; // in view: beyond, labels are thinned before they are measured

    const DisplayRequest& m;
    Rect m_area;
    DisplayList m_list;
    std::vector<std::uint8_t> m_litNodes;
    std::vector<std::uint8_t> m_litPairs;
    std::vector<std::uint32_t> m_visible; // nodes, ascending
    bool m_hasFocus = false;
    float m_fade = 0;
};

} // namespace

std::optional<EdgeLine> lineOf(const EdgeMark& edge)
{
    const float length = distance(edge.from, edge.to);
    if (length <= 0)
        return std::nullopt;
    const Point axis = (edge.to - edge.from) * (1 / length);
    const float arrow = 5 + 1.4F * edge.width;
    return EdgeLine{.from = edge.hasArrowAtFrom ? edge.from + axis * (arrow * 0.8F) : edge.from,
                    .to = edge.hasArrowAtTo ? edge.to - axis * (arrow * 0.8F) : edge.to,
                    .axis = axis,
                    .arrow = arrow,
                    .dash = edge.isDashed ? 4 + 2 * edge.width : 0};
}

Scene sceneFrom(Graph graph)
{
    Scene scene;
    scene.pairs = pairsOf(graph);
    scene.adjacency = adjacencyOf(graph.nodes.size(), scene.pairs.pairs);
    for (std::uint32_t i = 0; i < graph.nodes.size(); ++i) {
        const GraphNode& node = graph.nodes[i];
        scene.radii.push_back(nodeRadius(node));
        scene.importance.push_back(static_cast<float>(node.mentions) + 2 * static_cast<float>(scene.adjacency.degree(i)));
        scene.styles.push_back(&typeStyle(node.type));
    }
    scene.graph = std::move(graph);
    return scene;
}

float screenRadius(float radius, float zoom)
{
    return radius * std::clamp(std::sqrt(zoom), 0.2F, 2.0F);
}

DisplayList displayList(const DisplayRequest& request)
{
    return Composer(request).compose();
}

std::optional<std::uint32_t> nodeAt(const DisplayList& list, Point screen, float tolerance)
{
    std::optional<std::uint32_t> best;
    float nearest = std::numeric_limits<float>::infinity();
    for (const NodeMark& mark : list.nodes) {
        if (mark.isDecoration)
            continue;
        const float away = distance(mark.centre, screen) - mark.radius;
        if (away <= tolerance && away < nearest) {
            nearest = away;
            best = mark.node;
        }
    }
    return best;
}

std::optional<std::uint32_t> pairAt(const DisplayList& list, Point screen, float tolerance)
{
    std::optional<std::uint32_t> best;
    float nearest = tolerance;
    for (const EdgeMark& mark : list.edges) {
        const float away = distanceToSegment(screen, mark.from, mark.to) - mark.width / 2;
        if (away <= nearest) { // of equals the one painted last
            nearest = away;
            best = mark.pair;
        }
    }
    return best;
}

std::optional<std::uint32_t> nodeTowards(const Scene& scene, const std::vector<Point>& positions, const ViewState& state,
                                         std::uint32_t from, Point direction)
{
    const float length = distance(direction, {});
    if (length == 0 || from >= positions.size())
        return std::nullopt;
    const auto best = [&](const auto& candidates) {
        std::optional<std::uint32_t> found;
        float least = std::numeric_limits<float>::infinity();
        for (const std::uint32_t i : candidates) {
            const Point way = positions[i] - positions[from];
            const float along = (way.x * direction.x + way.y * direction.y) / length;
            const float away = distance(way, {});
            if (i == from || state.isHidden(i) || away == 0 || along < away * 0.7071F)
                continue;
            const float cost = 2 * away - along; // a detour to the side counts double
            if (cost < least) {
                least = cost;
                found = i;
            }
        }
        return found;
    };
    if (const auto neighbour = best(scene.adjacency.of(from)))
        return neighbour;
    std::vector<std::uint32_t> all(positions.size());
    std::iota(all.begin(), all.end(), 0U);
    return best(all);
}

} // namespace skein
