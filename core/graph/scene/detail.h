// SPDX-License-Identifier: GPL-3.0-or-later
// Level of detail: what of a large graph is worth drawing at a zoom. Made once for positions and presences, on a worker;
// afterwards a frame costs what the screen can show, not what the graph holds.
//
// The idea: the plane is halved again and again in both directions. Of the nodes that share a cell, the most important one
// stands for all; a node's level is that of the largest cell that it stands for (0: the smallest cell, finest: 16 halvings).
// A cell of the level that a frame shows is a few pixels wide. Whoever stands for a cell stands for each smaller cell
// around itself as well: what is shown at one zoom stays shown further in, and nothing depends on where the view lies.
// An edge has the level of its lesser end; long ones come later, since many long lines are only noise: the haze shows them.
#pragma once

#include "core/base/task.h"
#include "core/graph/adjacency.h"
#include "core/graph/geometry.h"
#include "core/graph/presence.h"
#include "core/graph/z-curve.h"

#include <cstdint>
#include <span>
#include <vector>

namespace skein {

class Detail {
public:
    static constexpr int levels = 17;      // 0 the smallest cells, 16 the whole plane
    static constexpr float cellPixels = 9; // side of a cell of the level that a frame shows

    struct Input {
        const std::vector<Pair>& pairs;
        const Adjacency& adjacency;
        const std::vector<Point>& positions;
        const std::vector<float>& importance;
        const std::vector<Presence>& nodes; // may be empty: all shown
        const std::vector<Presence>& edges; // beside pairs; may be empty
    };

    Detail() = default;
    // Hidden nodes stand for nothing, faded ones only where no other is. O(n log n); the same for any number of threads.
    explicit Detail(const Input& input);

    std::size_t size() const { return m_levels.size(); }
    const Rect& bounds() const { return m_bounds; } // of all nodes that are not hidden
    // Where nodes are, in so many boxes (some hundreds) that a corner without any is known to be free: those that are not
    // hidden, and all.
    const std::vector<Rect>& crowds() const { return m_crowds; }
    const std::vector<Rect>& crowdsOfAll() const { return m_crowdsOfAll; }

    // The level that a frame shows: fractions tell how far the next one has come.
    float levelAt(float zoom) const;
    // How much of a thing of some level is there, 0 to 1: it comes while the view nears, and stays.
    static float appearance(float level, float shown) { return std::clamp(level + 1 - shown, 0.0F, 1.0F); }

    float levelOf(std::uint32_t node) const { return m_levels[node]; }
    float levelOfPair(std::uint32_t pair) const { return static_cast<float>(m_pairLevels[pair]) / pairSteps; }
    // The pairs of a node, those first that appear first.
    std::span<const std::uint32_t> linksOf(std::uint32_t node) const
    {
        return {m_links.data() + m_firsts[node], m_firsts[node + 1] - m_firsts[node]};
    }
    // Levels below which hardly a node is: nearer than that, everything is drawn.
    float finest() const { return m_finest; }

    // Calls visit(node) for every node in `area` with an appearance above 0, important levels first. Some outside the area
    // may come too.
    template <typename Visit>
    void eachNode(const Rect& area, float shown, const Visit& visit) const
    {
        for (int level = levels - 1; level >= 0 && static_cast<float>(level) + 1 > shown; --level)
            eachOfLevel(area, level, visit);
    }

    std::size_t bytes() const;

private:
    static constexpr float pairSteps = 16;
    static constexpr std::int16_t never = -30000; // hidden

    std::uint32_t columnOf(float x) const;
    std::uint32_t rowOf(float y) const;
    std::span<const std::uint32_t> nodesIn(int level, std::uint32_t code, int blockLevel) const;
    static std::vector<Rect> crowdsOf(const Input& input, bool withHidden);
    void order(const Input& input);
    void orderLinks(const Input& input);

    template <typename Visit>
    void eachOfLevel(const Rect& area, int level, const Visit& visit) const
    {
        if (m_runs[level] == m_runs[level + 1] || !area.overlaps(m_bounds.grownBy(1)))
            return;
        // Blocks of 16 by 16 cells, each one range on the Z-curve.
        const int blockLevel = std::min(level + 4, levels - 1);
        const std::uint32_t right = columnOf(area.right) >> blockLevel;
        const std::uint32_t bottom = rowOf(area.bottom) >> blockLevel;
        for (std::uint32_t row = rowOf(area.top) >> blockLevel; row <= bottom; ++row) {
            for (std::uint32_t column = columnOf(area.left) >> blockLevel; column <= right; ++column) {
                for (const std::uint32_t node : nodesIn(level, interleaved(column, row), blockLevel))
                    visit(node);
            }
        }
    }


    void placeSquare();

    Rect m_bounds;
    std::vector<Rect> m_crowds;
    std::vector<Rect> m_crowdsOfAll;
    Point m_origin;                            // of the square that is halved
    float m_side = 1;                          // a power of two, so that a graph that grows keeps its cells
    float m_finest = 0;
    std::vector<std::uint8_t> m_levels;        // of nodes
    std::vector<std::uint32_t> m_nodes;        // by level, highest last; within one along the Z-curve
    std::vector<std::uint32_t> m_codes;        // beside m_nodes
    std::uint32_t m_runs[levels + 1] = {};     // level l: [m_runs[l], m_runs[l + 1])
    std::vector<std::int16_t> m_pairLevels;    // in sixteenths
    std::vector<std::uint32_t> m_firsts;       // of m_links
    std::vector<std::uint32_t> m_links;
};

} // namespace skein
