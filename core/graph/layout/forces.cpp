// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/layout/forces.h"

#include "core/base/parallel.h"
#include "core/graph/layout/quadtree.h"

#include <numeric>

namespace skein {

namespace {

constexpr std::size_t parallelGrain = 2000; // nodes; fewer are not worth a thread

} // namespace

void Repulsion::operator()(Simulation& simulation) const
{
    const Quadtree tree(simulation.at, mass);
    const double soft = softness * softness;
    const double fading = 1 / (range * range);
    const double factor = strength * simulation.alpha;
    inParallel(simulation.at.size(), parallelGrain, [&](std::size_t begin, std::size_t end) {
        for (std::size_t k = begin; k < end; ++k) {
            const std::uint32_t i = tree.order()[k];
            if (simulation.isFixed[i])
                continue;
            const Vec here = simulation.at[i];
            Vec sum;
            tree.visit(here, i, openness, [&](Vec from, double weight) {
                const double dx = here.x - from.x;
                const double dy = here.y - from.y;
                const double squared = dx * dx + dy * dy;
                const double f = weight / ((squared + soft) * (1 + squared * fading));
                sum.x += dx * f;
                sum.y += dy * f;
            });
            simulation.push[i] += sum * (factor * mass[i]);
        }
    });
}

void Springs::operator()(Simulation& simulation) const
{
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const auto [a, b] = std::pair(pairs[i].source, pairs[i].target);
        const Vec way = simulation.at[b] - simulation.at[a];
        const double length = std::max(way.length(), 1e-6);
        const Vec pull = way * (strength * simulation.alpha * weights[i] * (length - lengths[i]) / length);
        simulation.push[a] += pull;
        simulation.push[b] -= pull;
    }
}

void Affinity::operator()(Simulation& simulation) const
{
    const double factor = strength * simulation.alpha;
    const double fading = 1 / (reach * reach);
    // From both ends of a link, so that every node can be computed for itself.
    inParallel(simulation.at.size(), parallelGrain, [&](std::size_t begin, std::size_t end) {
        for (auto i = static_cast<std::uint32_t>(begin); i < end; ++i) {
            const auto neighbours = adjacency.of(i);
            const auto links = adjacency.linksOf(i);
            Vec sum;
            for (std::size_t k = 0; k < neighbours.size(); ++k) {
                const Vec way = simulation.at[neighbours[k]] - simulation.at[i];
                sum += way * (weights[links[k]] / (1 + way.lengthSquared() * fading));
            }
            simulation.push[i] += sum * factor;
        }
    });
}

double hopLength(const std::vector<Vec>& at, const Pivots& pivots)
{
    double once = 0;
    double squared = 0;
    for (std::size_t c = 0; c < pivots.nodes.size(); ++c) {
        const Vec pivot = at[pivots.nodes[c]];
        for (std::size_t i = 0; i < at.size(); ++i) {
            if (pivots.ways[c][i] <= 0)
                continue;
            const double ratio = (at[i] - pivot).length() / static_cast<double>(pivots.ways[c][i]);
            once += ratio;
            squared += ratio * ratio;
        }
    }
    return once > 0 ? squared / once : 0;
}

void PivotStress::operator()(Simulation& simulation) const
{
    const std::size_t columns = pivots.nodes.size();
    const double hop = hopLength(simulation.at, pivots);
    std::vector<Vec> places;
    for (const std::uint32_t node : pivots.nodes)
        places.push_back(simulation.at[node]);
    inParallel(simulation.at.size(), parallelGrain, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            Vec sum;
            double total = 0;
            for (std::size_t c = 0; c < columns; ++c) {
                const double hops = static_cast<double>(pivots.ways[c][i]);
                if (hops <= 0)
                    continue;
                const double weight = 1 / (hops * hops);
                const Vec way = simulation.at[i] - places[c];
                const double length = std::max(way.length(), 1e-6);
                sum += way * (weight * (hops * hop - length) / length);
                total += weight;
            }
            if (total > 0)
                simulation.push[i] += sum * (strength / total);
        }
    });
}

void StressPull::operator()(Simulation& simulation) const
{
    const std::size_t count = simulation.at.size();
    for (std::size_t i = 0; i < count; ++i) {
        if (simulation.isFixed[i])
            continue;
        const float* row = distances.data() + i * count;
        Vec sum;
        double total = 0;
        for (std::size_t j = 0; j < count; ++j) {
            if (j == i)
                continue;
            const double ideal = row[j];
            const double weight = 1 / (ideal * ideal);
            const Vec away = simulation.at[i] - simulation.at[j];
            const double length = std::max(Vec{away.x / scale.x, away.y / scale.y}.length(), 1e-6);
            sum += (simulation.at[j] + away * (ideal / length)) * weight;
            total += weight;
        }
        if (total > 0)
            simulation.push[i] += (sum * (1 / total) - simulation.at[i]) * (strength * simulation.alpha);
    }
}

void Clearance::operator()(Simulation& simulation) const
{
    for (const Pair& pair : pairs) {
        const Vec a = simulation.at[pair.source];
        const Vec b = simulation.at[pair.target];
        const Vec ab = b - a;
        const double squared = std::max(ab.lengthSquared(), 1e-6);
        for (std::uint32_t k = 0; k < simulation.at.size(); ++k) {
            if (k == pair.source || k == pair.target)
                continue;
            const double share = (simulation.at[k] - a).dot(ab) / squared;
            if (share <= 0.05 || share >= 0.95)
                continue;
            const Vec away = simulation.at[k] - (a + ab * share);
            const double length = away.length();
            if (length >= room[k])
                continue;
            // A node right on the line leaves to one fixed side of it.
            const Vec direction = length > 1e-3 ? away * (1 / length) : Vec{-ab.y, ab.x} * (1 / std::sqrt(squared));
            const Vec push = direction * (strength * simulation.alpha * (room[k] - length));
            simulation.push[k] += push;
            simulation.push[pair.source] -= push * ((1 - share) * 0.5);
            simulation.push[pair.target] -= push * (share * 0.5);
        }
    }
}

void Gravity::operator()(Simulation& simulation) const
{
    const double factor = strength * simulation.alpha;
    for (std::size_t i = 0; i < simulation.at.size(); ++i) {
        simulation.push[i].x += (centre.x - simulation.at[i].x) * factor;
        simulation.push[i].y += (centre.y - simulation.at[i].y) * factor * flattening;
    }
}

namespace {

// One sweep over rectangles sorted by their left side. Returns how many pairs overlapped.
std::size_t sweep(Simulation& simulation, const std::vector<Rect>& boxes, double share)
{
    const std::size_t count = simulation.at.size();
    std::vector<std::uint32_t> order(count);
    std::iota(order.begin(), order.end(), 0U);
    std::vector<double> lefts(count);
    for (std::size_t i = 0; i < count; ++i)
        lefts[i] = simulation.at[i].x + boxes[i].left;
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t a, std::uint32_t b) { return std::pair(lefts[a], a) < std::pair(lefts[b], b); });
    const auto mobility = [&](std::uint32_t i) {
        return simulation.isFixed[i] ? 0.0 : 1.0 / (static_cast<double>(boxes[i].width()) * static_cast<double>(boxes[i].height()) + 1);
    };
    std::size_t found = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint32_t a = order[i];
        for (std::size_t j = i + 1; j < count; ++j) {
            const std::uint32_t b = order[j];
            Vec& p = simulation.at[a];
            Vec& q = simulation.at[b];
            if (lefts[b] >= lefts[a] + static_cast<double>(boxes[a].width()))
                break;
            const double x = std::min(p.x + boxes[a].right - (q.x + boxes[b].left), q.x + boxes[b].right - (p.x + boxes[a].left));
            const double y = std::min(p.y + boxes[a].bottom - (q.y + boxes[b].top), q.y + boxes[b].bottom - (p.y + boxes[a].top));
            const double both = mobility(a) + mobility(b);
            if (x <= 0.01 || y <= 0.01 || both == 0)
                continue;
            ++found;
            Vec way;
            if (x < y)
                way.x = (p.x == q.x ? a < b : p.x < q.x) ? x : -x;
            else
                way.y = (p.y == q.y ? a < b : p.y < q.y) ? y : -y;
            p -= way * (share * 1.02 * mobility(a) / both);
            q += way * (share * 1.02 * mobility(b) / both);
        }
    }
    return found;
}

} // namespace

void Separation::operator()(Simulation& simulation) const
{
    sweep(simulation, boxes, share);
}

bool separate(Simulation& simulation, const std::vector<Rect>& boxes, int rounds, const Cancel& cancel)
{
    for (int round = 0; round < rounds && !cancel.isRaised(); ++round) {
        if (sweep(simulation, boxes, round < rounds / 2 ? 0.6 : 1.0) == 0)
            return true;
    }
    return false;
}

} // namespace skein
