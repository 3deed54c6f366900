// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/scene/display.h"

#include "core/graph/scene/haze.h"
#include "core/graph/scene/labels.h"

#include <array>
#include <limits>
#include <tuple>

namespace skein {

namespace {

// How strongly a thing stands out: the more, the later it is painted and the sooner labelled.
enum class Stress : std::uint8_t { pale, faded, plain, lit };

constexpr float palest = 0.8F;           // how far to the background what is faded for good has gone
constexpr float faintest = 0.1F;         // appearance below which nothing is drawn
constexpr float roomShare = 0.31F;       // radius of a dot, in sides of the cell it stands for
constexpr float ringedRadius = 3;
constexpr float textureLevels = 2;       // a dot of a large graph that stands for so much more than the least has its full weight
constexpr float textureSize = 0.7F;      // of the least: what is left of its radius,
constexpr float textureAlpha = 0.55F;    // and of its ink
constexpr float nearTint = 0.1F;         // share of the colour of an edge's stronger end near by, where single lines are followed,
constexpr float farTint = 0.28F;         // and from afar, where many lines make a ground
constexpr float thinnest = 0.7F;         // of a line seen from afar, beside what it has at zoom 1
constexpr float shortestEdge = 2;        // pixels between the rims, in a large graph
constexpr float solidRadius = 4;         // of a dot that no label may cover
constexpr float labelLevels = 3.6F;      // a label's node stands for a cell so many times wider (by halves) than a dot's
constexpr std::size_t mostLit = 4000;    // links of one node of a large graph that are lit
constexpr std::size_t manyWishes = 500;  // beyond, labels are thinned before they are measured

class Composer {
public:
    explicit Composer(const DisplayRequest& request)
        : m(request), m_view{0, 0, request.camera.view.width, request.camera.view.height}, m_area(m_view.grownBy(request.margin)),
          m_shown(request.detail ? request.detail->levelAt(request.camera.zoom) : -1)
    {
        findFocus();
    }

    DisplayList compose()
    {
        composeGround();
        findNodes();
        composeEdges();
        for (const Seen& seen : m_seen)
            composeNode(seen);
        composeLabels();
        return std::move(m_list);
    }

private:
    struct Seen {
        std::uint32_t node = 0;
        Point at;         // on the screen
        float radius = 0;
        float share = 1;  // of its appearance
        float weight = 1; // from 0, the least of many, to 1
        Stress stress = Stress::plain;
    };

    std::size_t nodeCount() const { return m.scene.graph.nodes.size(); }
    const Pair& pairAt(std::uint32_t pair) const { return m.scene.pairs.pairs[pair]; }
    Point screen(std::uint32_t node) const { return m.camera.toScreen(m.positions[node]); }
    float worldRadius(std::uint32_t node) const { return node < m.state.sizes.size() ? m.state.sizes[node] : m.scene.radii[node]; }
    float radius(std::uint32_t node) const { return screenRadius(worldRadius(node), m.camera.zoom); }
    float fade() const { return m_hasFocus ? m.emphasis.focus * m_fade : 0; }
    bool isChosen(std::uint32_t node) const { return m.emphasis.selectedNode == node || m.emphasis.hoveredNode == node; }

    void lightNode(std::uint32_t node)
    {
        m_litNodes[node] = true;
        m_litNodeList.push_back(node);
        const auto links = m.detail ? m.detail->linksOf(node) : m.scene.adjacency.linksOf(node);
        for (const std::uint32_t neighbour : m.scene.adjacency.of(node))
            m_litNodes[neighbour] = true;
        for (const std::uint32_t link : links.first(m.detail ? std::min(links.size(), mostLit) : links.size())) {
            m_litPairs[link] = true;
            m_litPairList.push_back(link);
            m_litNodeList.push_back(pairAt(link).source == node ? pairAt(link).target : pairAt(link).source);
        }
    }
    void lightPair(std::uint32_t pair)
    {
        m_litPairs[pair] = true;
        m_litPairList.push_back(pair);
        for (const std::uint32_t end : {pairAt(pair).source, pairAt(pair).target}) {
            m_litNodes[end] = true;
            m_litNodeList.push_back(end);
        }
    }

    // What is hovered comes before what is selected, and that before a lit set. Bits for all, so that asking is quick.
    void findFocus()
    {
        const Emphasis& s = m.emphasis;
        m_litNodes.assign(nodeCount(), false);
        m_litPairs.assign(m.scene.pairs.pairs.size(), false);
        m_hasFocus = true;
        m_fade = 0.6F;
        if (s.hoveredNode && *s.hoveredNode < m_litNodes.size()) {
            lightNode(*s.hoveredNode);
            m_fade = 0.84F;
        } else if (s.hoveredPair && *s.hoveredPair < m_litPairs.size()) {
            lightPair(*s.hoveredPair);
        } else if (s.selectedNode && *s.selectedNode < m_litNodes.size()) {
            lightNode(*s.selectedNode);
        } else if (s.selectedPair && *s.selectedPair < m_litPairs.size()) {
            lightPair(*s.selectedPair);
        } else if (!s.litNodes.empty() || !s.litPairs.empty()) {
            m_fade = 0.84F;
            for (const std::uint32_t node : s.litNodes) {
                if (node < m_litNodes.size()) {
                    m_litNodes[node] = true;
                    m_litNodeList.push_back(node);
                }
            }
            for (const std::uint32_t pair : s.litPairs) {
                if (pair < m_litPairs.size())
                    lightPair(pair);
            }
        } else {
            m_hasFocus = false;
        }
    }

    Stress stressOf(std::uint32_t node) const
    {
        if (m_hasFocus && m_litNodes[node])
            return Stress::lit;
        if (m.state.presenceOf(node) == Presence::faded)
            return Stress::pale;
        return m_hasFocus ? Stress::faded : Stress::plain;
    }

    void composeGround()
    {
        if (m.detail && m.haze && !m.haze->isEmpty()) {
            const float opacity = std::clamp((m_shown - m.detail->finest() - 0.5F) / 2.5F, 0.0F, 1.0F) * (1 - 0.6F * fade());
            const Point low = m.camera.toScreen({m.haze->world.left, m.haze->world.top});
            const Point high = m.camera.toScreen({m.haze->world.right, m.haze->world.bottom});
            if (opacity > faintest)
                m_list.haze = HazeMark{m.haze, {low.x, low.y, high.x, high.y}, opacity};
        }
        if (!m.regions)
            return;
        for (const RegionShape& shape : *m.regions) {
            if (!shape.bounds.overlaps(m.camera.visibleWorld(m.margin)))
                continue;
            const Colour colour = regionColour(shape.group, m.theme.isDark);
            // As strong as it is true: grounds that hold mostly others would only add up to grey.
            const float strength = strengthOf(shape);
            RegionMark mark{shape.group, {}, withAlpha(colour, (0.01F + 0.15F * strength) * (1 - fade())),
                            withAlpha(colour, (0.1F + 0.4F * strength) * (1 - fade()))};
            for (const Point p : shape.outline)
                mark.outline.push_back(m.camera.toScreen(p));
            m_list.regions.push_back(std::move(mark));
        }
    }

    static float strengthOf(const RegionShape& shape) { return std::clamp((shape.purity - 0.15F) / 0.5F, 0.0F, 1.0F); }

    void see(std::uint32_t node, float share)
    {
        if (m.state.isHidden(node))
            return;
        const Point at = screen(node);
        float r = radius(node);
        float weight = 1;
        if (m.detail && !isChosen(node)) { // no larger than the room that it stands for
            r = std::min(r, roomShare * Detail::cellPixels * std::exp2(m.detail->levelOf(node) - m_shown));
            // Where many are left out, those shown for the least are texture; the landmarks among them stand out.
            const float afar = std::clamp(m_shown - m.detail->finest(), 0.0F, 1.0F);
            weight = 1 - afar * (1 - std::clamp((m.detail->levelOf(node) - m_shown) / textureLevels, 0.0F, 1.0F));
            r *= textureSize + (1 - textureSize) * weight;
        }
        if (at.x + 2 * r < m_area.left || at.x - 2 * r > m_area.right || at.y + 2 * r < m_area.top || at.y - 2 * r > m_area.bottom)
            return;
        m_isSeen[node] = true;
        m_seen.push_back({node, at, r, share, weight, stressOf(node)});
    }

    // In painting order: the small ones above the large ones, what is lit above what is not.
    void findNodes()
    {
        m_isSeen.assign(nodeCount(), false);
        if (!m.detail) {
            for (std::uint32_t i = 0; i < nodeCount(); ++i)
                see(i, 1);
            std::sort(m_seen.begin(), m_seen.end(), [&](const Seen& a, const Seen& b) {
                return std::tuple(a.stress, worldRadius(b.node), a.node) < std::tuple(b.stress, worldRadius(a.node), b.node);
            });
            return;
        }
        m.detail->eachNode(m.camera.visibleWorld(m.margin + 80), m_shown, [&](std::uint32_t node) {
            const float share = Detail::appearance(m.detail->levelOf(node), m_shown);
            if (share > faintest)
                see(node, share);
        });
        for (const std::uint32_t node : m_litNodeList) {
            if (!m_isSeen[node])
                see(node, 1);
        }
        std::array<std::vector<Seen>, 4> byStress; // the important ones came first, and they are the large ones
        for (Seen& seen : m_seen) {
            seen.share = seen.stress == Stress::lit ? 1 : seen.share * (textureAlpha + (1 - textureAlpha) * seen.weight);
            byStress[static_cast<std::size_t>(seen.stress)].push_back(seen);
        }
        m_seen.clear();
        for (const std::vector<Seen>& group : byStress)
            m_seen.insert(m_seen.end(), group.begin(), group.end());
    }

    void composeEdges()
    {
        std::vector<EdgeMark> pale;
        const auto add = [&](std::uint32_t pair, float share) {
            const Presence presence = m.state.presenceOf(pair, pairAt(pair).source, pairAt(pair).target);
            if (presence == Presence::hidden)
                return;
            if (const auto mark = edgeMark(pair, share, presence))
                (presence == Presence::faded && !mark->isLit ? pale : m_list.edges).push_back(*mark);
        };
        if (m.detail) {
            for (const Seen& seen : m_seen) {
                for (const std::uint32_t link : m.detail->linksOf(seen.node)) {
                    const float share = Detail::appearance(m.detail->levelOfPair(link), m_shown);
                    if (share <= faintest)
                        break; // and so are all after it
                    const Pair& pair = pairAt(link);
                    const std::uint32_t other = pair.source == seen.node ? pair.target : pair.source;
                    if (!(m_isSeen[other] && other < seen.node) && !m_litPairs[link]) // from one of its ends only
                        add(link, share);
                }
            }
        } else {
            for (std::uint32_t i = 0; i < m.scene.pairs.pairs.size(); ++i) {
                if (!m_litPairs[i])
                    add(i, 1);
            }
        }
        m_list.edges.insert(m_list.edges.begin(), pale.begin(), pale.end());
        std::sort(m_litPairList.begin(), m_litPairList.end());
        m_litPairList.erase(std::unique(m_litPairList.begin(), m_litPairList.end()), m_litPairList.end());
        for (const std::uint32_t pair : m_litPairList)
            add(pair, 1);
    }

    std::optional<EdgeMark> edgeMark(std::uint32_t index, float share, Presence presence) const
    {
        const Pair& pair = pairAt(index);
        const Point a = screen(pair.source);
        const Point b = screen(pair.target);
        const float length = distance(a, b);
        constexpr float gap = 1.5F;
        const float trimA = radius(pair.source) + gap;
        const float trimB = radius(pair.target) + gap;
        if (length <= trimA + trimB + (m.detail ? shortestEdge : 0) || !segmentMeets(a, b, m_area))
            return std::nullopt;
        EdgeMark mark;
        mark.pair = index;
        mark.from = a + (b - a) * (trimA / length);
        mark.to = a + (b - a) * ((length - trimB) / length);
        mark.width = edgeWidth(pair);
        mark.isDashed = pair.isDisputed;
        mark.isLit = m_litPairs[index];
        const bool isSourceStronger = m.scene.importance[pair.source] >= m.scene.importance[pair.target];
        const Colour tinted = mixed(m.theme.edge, colourOf(isSourceStronger ? pair.source : pair.target), edgeTint());
        const Colour plain = pair.isPlanned ? mixed(tinted, m.theme.background, 0.4F) : tinted;
        if (mark.isLit) {
            const bool isSelected = m.emphasis.selectedPair == index;
            const Colour strong = isSelected ? m.theme.accent : m.theme.edgeHighlight;
            mark.colour = mixed(plain, strong, isSelected ? 1 : m.emphasis.focus);
            mark.width += isSelected ? 1.5F : 0.5F * m.emphasis.focus;
            mark.hasArrowAtTo = pair.runsForward && length > trimA + trimB + 14;
            mark.hasArrowAtFrom = pair.runsBackward && length > trimA + trimB + 14;
        } else if (presence == Presence::faded) {
            mark.colour = withAlpha(mixed(plain, m.theme.background, palest), share);
        } else {
            mark.colour = withAlpha(mixed(plain, m.theme.background, fade() * 0.75F), share);
        }
        return mark;
    }

    float edgeTint() const { return nearTint + (farTint - nearTint) * std::clamp((0.8F - m.camera.zoom) / 0.6F, 0.0F, 1.0F); }

    float edgeWidth(const Pair& pair) const
    {
        const float width = 1 + 0.55F * std::log2(static_cast<float>(std::max(pair.claims, 1U)));
        return std::min(width, 4.5F) * std::clamp(std::sqrt(m.camera.zoom), thinnest, 1.5F);
    }

    Colour colourOf(std::uint32_t node) const
    {
        return node < m.state.fills.size() ? m.state.fills[node] : m.theme.typeColour(m.scene.styleOf(node));
    }

    Colour fillOf(const Seen& seen) const
    {
        const Colour own = colourOf(seen.node);
        switch (seen.stress) {
        case Stress::pale: return mixed(own, m.theme.background, palest);
        case Stress::faded: return mixed(own, m.theme.background, fade());
        default: return own;
        }
    }

    void composeNode(const Seen& seen)
    {
        const Colour colour = fillOf(seen);
        NodeMark mark;
        mark.node = seen.node;
        mark.centre = seen.at;
        mark.radius = seen.radius;
        mark.shape = m.scene.styleOf(seen.node).shape;
        mark.fill = withAlpha(colour, seen.share);
        mark.ring = withAlpha(m.theme.background, seen.share);
        // Small dots of a large graph keep their distance and need no ring to be told apart.
        mark.ringWidth = m.detail && mark.radius < ringedRadius ? 0 : std::clamp(mark.radius * 0.18F, 0.75F, 2.0F);
        if (isChosen(seen.node)) {
            const bool isSelected = m.emphasis.selectedNode == seen.node;
            NodeMark halo = mark;
            halo.radius += isSelected ? 5 : 4;
            halo.fill = isSelected ? m.theme.accent : withAlpha(colour, 0.35F * m.emphasis.focus);
            halo.ringWidth = 0;
            halo.isDecoration = true;
            m_list.nodes.push_back(halo);
        }
        m_list.nodes.push_back(mark);
        if (seen.node < m.state.isPinned.size() && m.state.isPinned[seen.node]) {
            NodeMark dot = mark;
            dot.radius = std::max(mark.radius * 0.28F, 1.5F);
            dot.shape = NodeShape::circle;
            dot.fill = m.theme.background;
            dot.ringWidth = 0;
            dot.isDecoration = true;
            m_list.nodes.push_back(dot);
        }
    }

    // What is lit comes first, then what its edges say, then the names of regions, then all else where there is room left.
    void composeLabels()
    {
        Occupancy occupancy(m_area);
        for (const Rect& cover : m.covered)
            occupancy.take(cover, Occupancy::nobody, std::numeric_limits<float>::infinity());
        std::vector<LabelWish> lit;
        std::vector<LabelWish> plain;
        for (const Seen& seen : m_seen) {
            const LabelWish wish{seen.node, seen.at, seen.radius, {}, 1 + m.scene.importance[seen.node] + (isChosen(seen.node) ? 1e6F : 0)};
            // From afar, dots are texture: only what may be labelled itself keeps labels off.
            const bool isSolid = !m.detail || seen.radius >= solidRadius;
            const bool isWorthy = !m.detail || m.detail->levelOf(seen.node) >= m_shown + labelLevels || (isSolid && m_shown <= m.detail->finest() + 1.5F);
            if (isWorthy || isSolid || seen.stress == Stress::lit)
                occupancy.take({seen.at.x - seen.radius, seen.at.y - seen.radius, seen.at.x + seen.radius, seen.at.y + seen.radius}, seen.node,
                               wish.importance);
            if (seen.stress == Stress::lit)
                lit.push_back(wish);
            else if (seen.stress != Stress::pale && isWorthy)
                plain.push_back(wish);
        }
        placeNodeLabels(std::move(lit), occupancy, Stress::lit);
        composeEdgeLabels(occupancy);
        composeRegionLabels(occupancy);
        placeNodeLabels(std::move(plain), occupancy, m_hasFocus ? Stress::faded : Stress::plain);
    }

    void placeNodeLabels(std::vector<LabelWish> wishes, Occupancy& occupancy, Stress stress)
    {
        if (wishes.size() > manyWishes) {
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
        const float opacity = stress == Stress::faded ? 1 - fade() * 0.95F : 1;
        for (const LabelPlace& place : placeLabels(wishes, occupancy, m_area, m_view)) {
            const std::uint32_t node = wishes[place.wish].key;
            m_list.labels.push_back(
                {node, LabelOwner::node, place.box, std::move(lines[place.wish]), labelStyle(m.scene.graph.nodes[node]), opacity});
        }
    }

    // What the relations say, on the lines that are looked at, where there is room.
    void composeEdgeLabels(Occupancy& occupancy)
    {
        constexpr LabelStyle style{11, false};
        std::size_t tried = 0;
        for (auto edge = m_list.edges.rbegin(); edge != m_list.edges.rend() && edge->isLit && tried < manyWishes; ++edge, ++tried) {
            const std::vector<std::string> lines = relationLines(edge->pair);
            const Size size = m.measure(lines, style);
            for (const float share : {0.5F, 0.4F, 0.6F, 0.3F, 0.7F}) {
                const Point p = edge->from + (edge->to - edge->from) * share;
                const Rect box{p.x - size.width / 2, p.y - size.height / 2, p.x + size.width / 2, p.y + size.height / 2};
                if (box.overlaps(m_area) && isWhole(box, m_view) && occupancy.isFree(box, Occupancy::nobody, 0)) {
                    occupancy.take(box, Occupancy::nobody, std::numeric_limits<float>::infinity());
                    m_list.labels.push_back({edge->pair, LabelOwner::pair, box, lines, style, m.emphasis.focus});
                    break;
                }
            }
        }
    }

    // Large and quiet, in the middle of a region that is mostly its own, as long as it is seen as a whole and its nodes stand
    // too close for all of their own names.
    void composeRegionLabels(Occupancy& occupancy)
    {
        constexpr float purestUnnamed = 0.4F;
        constexpr float roomForName = 1200; // square pixels of a region for each of its nodes
        if (!m.regions)
            return;
        for (const RegionShape& shape : *m.regions) {
            const float width = shape.bounds.width() * m.camera.zoom;
            const float height = shape.bounds.height() * m.camera.zoom;
            const float share = std::min((std::min(width, height) - 60) / 12, (1.6F * m.camera.view.width - width) / 200);
            if (shape.name.empty() || share <= 0 || shape.purity < purestUnnamed || width * height > roomForName * static_cast<float>(shape.members))
                continue;
            const LabelStyle style{width > 320 ? 20.0F : 16.0F, true};
            const std::vector<std::string> lines = labelLines(shape.name);
            const Size size = m.measure(lines, style);
            const Point p = m.camera.toScreen(shape.centre);
            if (size.width > width)
                continue;
            for (const float away : {0.0F, -1.0F, 1.0F, -2.0F, 2.0F}) {
                const float y = p.y + away * (size.height + 4);
                const Rect box{p.x - size.width / 2, y - size.height / 2, p.x + size.width / 2, y + size.height / 2};
                if (!box.overlaps(m_area) || !isWhole(box, m_view) ||
                    !occupancy.isFree(box, Occupancy::nobody, std::numeric_limits<float>::infinity()))
                    continue;
                occupancy.take(box, Occupancy::nobody, std::numeric_limits<float>::infinity());
                m_list.labels.push_back({shape.group, LabelOwner::region, box, lines, style, std::min(share, 1.0F) * 0.8F * (1 - fade())});
                break;
            }
        }
    }

    std::vector<std::string> relationLines(std::uint32_t index) const
    {
        constexpr std::uint32_t most = 3;
        const Pair& pair = pairAt(index);
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

    const DisplayRequest& m;
    Rect m_view;
    Rect m_area;                             // the view and its margin
    float m_shown;                           // the level that is shown
    DisplayList m_list;
    std::vector<bool> m_litNodes;
    std::vector<bool> m_litPairs;
    std::vector<std::uint32_t> m_litNodeList; // may name a node twice
    std::vector<std::uint32_t> m_litPairList;
    std::vector<bool> m_isSeen;
    std::vector<Seen> m_seen;
    bool m_hasFocus = false;
    float m_fade = 0;
};

} // namespace

float screenRadius(float radius, float zoom)
{
    return radius * std::clamp(std::sqrt(zoom), 0.2F, 2.0F);
}

DisplayList displayList(const DisplayRequest& request)
{
    return Composer(request).compose();
}

} // namespace skein
