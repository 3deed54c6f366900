// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/scene/detail.h"

#include "core/base/parallel.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace skein {

namespace {

constexpr std::uint32_t lastColumn = 65535; // 16 halvings
constexpr float longPixels = 70;            // an edge longer than this when its ends appear waits,
constexpr float waitForLength = 1;          // so many levels for each doubling

} // namespace

std::uint32_t Detail::columnOf(float x) const
{
    return static_cast<std::uint32_t>(std::clamp((x - m_origin.x) / m_side, 0.0F, 1.0F) * static_cast<float>(lastColumn));
}

std::uint32_t Detail::rowOf(float y) const
{
    return static_cast<std::uint32_t>(std::clamp((y - m_origin.y) / m_side, 0.0F, 1.0F) * static_cast<float>(lastColumn));
}

void Detail::placeSquare()
{
    m_side = std::exp2(std::ceil(std::log2(std::max({m_bounds.width(), m_bounds.height(), 1.0F}))));
    for (;; m_side *= 2) {
        const float grain = m_side / 8;
        m_origin = {std::floor(m_bounds.left / grain) * grain, std::floor(m_bounds.top / grain) * grain};
        if (m_origin.x + m_side >= m_bounds.right && m_origin.y + m_side >= m_bounds.bottom)
            return;
    }
}

Detail::Detail(const Input& input)
{
    order(input);
    orderLinks(input);
    m_crowdsOfAll = crowdsOf(input, true);
    m_crowds = m_nodes.size() == m_levels.size() ? m_crowdsOfAll : crowdsOf(input, false);
}

std::vector<Rect> Detail::crowdsOf(const Input& input, bool withHidden)
{
    constexpr int side = 24;
    std::optional<Rect> bounds;
    const auto eachNode = [&](const auto& visit) {
        for (std::size_t i = 0; i < input.positions.size(); ++i) {
            const Point at = input.positions[i];
            if (withHidden || input.nodes.empty() || input.nodes[i] != Presence::hidden)
                visit(Rect{at.x, at.y, at.x, at.y});
        }
    };
    eachNode([&](const Rect& place) { bounds = bounds ? bounds->unitedWith(place) : place; });
    if (!bounds)
        return {};
    const auto step = [](float v, float origin, float length) {
        return static_cast<std::size_t>(std::clamp((v - origin) / std::max(length, 1.0F), 0.0F, 1.0F) * (side - 1));
    };
    std::array<std::optional<Rect>, side * side> cells;
    eachNode([&](const Rect& place) {
        auto& cell = cells[step(place.top, bounds->top, bounds->height()) * side + step(place.left, bounds->left, bounds->width())];
        cell = cell ? cell->unitedWith(place) : place;
    });
    std::vector<Rect> result;
    for (const auto& cell : cells) {
        if (cell)
            result.push_back(*cell);
    }
    return result;
}

void Detail::order(const Input& input)
{
    const std::size_t count = input.positions.size();
    m_levels.assign(count, 0);
    const auto presenceOf = [&](std::uint32_t i) { return input.nodes.empty() ? Presence::shown : input.nodes[i]; };
    std::vector<std::uint64_t> keys; // code, then index: equal codes stay in order
    keys.reserve(count);
    bool isFirst = true;
    for (std::uint32_t i = 0; i < count; ++i) {
        if (presenceOf(i) == Presence::hidden)
            continue;
        const Point p = input.positions[i];
        m_bounds = isFirst ? Rect{p.x, p.y, p.x, p.y} : m_bounds.unitedWith({p.x, p.y, p.x, p.y});
        isFirst = false;
        keys.push_back(i);
    }
    placeSquare();
    inParallel(keys.size(), 50'000, [&](std::size_t begin, std::size_t end) {
        for (std::size_t k = begin; k < end; ++k) {
            const Point p = input.positions[keys[k]];
            keys[k] |= static_cast<std::uint64_t>(interleaved(columnOf(p.x), rowOf(p.y))) << 32;
        }
        std::sort(keys.begin() + static_cast<std::ptrdiff_t>(begin), keys.begin() + static_cast<std::ptrdiff_t>(end));
    });
    std::sort(keys.begin(), keys.end()); // of sorted halves: mostly comparing

    const auto stands = [&](std::uint32_t a, std::uint32_t b) { // a rather than b
        if (presenceOf(a) != presenceOf(b))
            return presenceOf(a) < presenceOf(b);
        if (input.importance[a] != input.importance[b])
            return input.importance[a] > input.importance[b];
        return a < b;
    };
    std::vector<std::uint64_t> standing = keys;
    std::uint32_t counts[levels] = {};
    for (int level = 0; level < levels; ++level) {
        // Who goes on to the next level, cell by cell; the last level keeps the one that is left.
        const int shift = 32 + 2 * (level + 1);
        std::size_t kept = 0;
        for (std::size_t begin = 0; begin < standing.size();) {
            std::size_t end = begin + 1;
            std::size_t best = begin;
            const auto cell = [&](std::size_t k) { return level + 1 < levels ? standing[k] >> std::min(shift, 63) : 0; };
            while (end < standing.size() && cell(end) == cell(begin)) {
                if (stands(static_cast<std::uint32_t>(standing[end]), static_cast<std::uint32_t>(standing[best])))
                    best = end;
                ++end;
            }
            for (std::size_t k = begin; k < end; ++k) {
                if (k != best || level + 1 == levels)
                    m_levels[static_cast<std::uint32_t>(standing[k])] = static_cast<std::uint8_t>(level);
            }
            standing[kept++] = standing[best];
            begin = end;
        }
        standing.resize(kept);
    }
    for (const std::uint64_t key : keys)
        ++counts[m_levels[static_cast<std::uint32_t>(key)]];
    std::uint32_t next[levels] = {};
    for (int level = 0; level < levels; ++level) {
        next[level] = m_runs[level];
        m_runs[level + 1] = m_runs[level] + counts[level];
    }
    m_nodes.resize(keys.size());
    m_codes.resize(keys.size());
    for (const std::uint64_t key : keys) {
        const auto node = static_cast<std::uint32_t>(key);
        const std::uint32_t at = next[m_levels[node]]++;
        m_nodes[at] = node;
        m_codes[at] = static_cast<std::uint32_t>(key >> 32);
    }
    // One node in fifty may be finer than the finest: two that stand in one place should not keep the haze for ever.
    while (m_finest + 1 < levels && m_runs[static_cast<int>(m_finest) + 1] < keys.size() / 50)
        ++m_finest;
}

void Detail::orderLinks(const Input& input)
{
    const auto presenceOf = [&](std::uint32_t i) { return input.nodes.empty() ? Presence::shown : input.nodes[i]; };
    m_pairLevels.assign(input.pairs.size(), never);
    inParallel(input.pairs.size(), 20'000, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            const Pair& pair = input.pairs[i];
            const Presence own = input.edges.empty() ? Presence::shown : input.edges[i];
            if (lesserOf(own, lesserOf(presenceOf(pair.source), presenceOf(pair.target))) == Presence::hidden)
                continue;
            auto level = static_cast<float>(std::min(m_levels[pair.source], m_levels[pair.target]));
            const float cell = std::ldexp(m_side, static_cast<int>(level) - (levels - 1));
            const float pixels = distance(input.positions[pair.source], input.positions[pair.target]) / cell * cellPixels;
            if (pixels > longPixels)
                level -= waitForLength * std::log2(pixels / longPixels);
            m_pairLevels[i] = static_cast<std::int16_t>(std::floor(level * pairSteps));
        }
    });
    m_firsts = input.adjacency.firsts;
    m_links = input.adjacency.links;
    if (m_firsts.empty())
        m_firsts.assign(input.positions.size() + 1, 0);
    inParallel(input.positions.size(), 10'000, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            std::sort(m_links.begin() + m_firsts[i], m_links.begin() + m_firsts[i + 1], [&](std::uint32_t a, std::uint32_t b) {
                return m_pairLevels[a] != m_pairLevels[b] ? m_pairLevels[a] > m_pairLevels[b] : a < b;
            });
        }
    });
}

float Detail::levelAt(float zoom) const
{
    return static_cast<float>(levels - 1) - std::log2(std::max(m_side * zoom / cellPixels, 1e-3F));
}

std::span<const std::uint32_t> Detail::nodesIn(int level, std::uint32_t code, int blockLevel) const
{
    const int shift = 2 * blockLevel;
    const std::uint64_t from = static_cast<std::uint64_t>(code) << shift;
    const std::uint64_t to = static_cast<std::uint64_t>(code + 1) << shift;
    const auto begin = m_codes.begin() + m_runs[level];
    const auto end = m_codes.begin() + m_runs[level + 1];
    const auto first = std::partition_point(begin, end, [&](std::uint32_t c) { return c < from; });
    const auto last = std::partition_point(first, end, [&](std::uint32_t c) { return c < to; });
    return {m_nodes.data() + (first - m_codes.begin()), static_cast<std::size_t>(last - first)};
}

std::size_t Detail::bytes() const
{
    return m_levels.capacity() + 4 * (m_nodes.capacity() + m_codes.capacity() + m_firsts.capacity() + m_links.capacity()) +
           2 * m_pairLevels.capacity();
}

} // namespace skein
