// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/layout/forces.h"

#include "core/base/parallel.h"
#include "core/graph/layout/quadtree.h"

#include <array>
#include <numeric>

namespace skein {

namespace {

constexpr std::size_t parallelGrain = 2000; // nodes; fewer are not worth a thread

// Coordinates apart, so that loops over nodes are done several at a time.
struct Columns {
    std::vector<double> x;
    std::vector<double> y;

    explicit Columns(const std::vector<Vec>& at)
    {
        for (const Vec p : at) {
            x.push_back(p.x);
            y.push_back(p.y);
        }
    }
};

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
            simulation.push[i] += sum * factor;
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
            double total = 0;
            for (std::size_t k = 0; k < neighbours.size(); ++k) {
                const Vec way = simulation.at[neighbours[k]] - simulation.at[i];
                const double pull = weights[links[k]] / (1 + way.lengthSquared() * fading);
                sum += way * pull;
                total += pull;
            }
            const double share = factor / mass[i];
            simulation.push[i] += sum * (share / std::max(1.0, share * total));
        }
    });
}

double hopLength(const std::vector<Vec>& at, const Pivots& pivots)
{
    constexpr std::size_t asked = 1000;
    const std::size_t stride = at.size() / asked + 1;
    double once = 0;
    double squared = 0;
    for (std::size_t c = 0; c < pivots.nodes.size(); ++c) {
        const Vec pivot = at[pivots.nodes[c]];
        for (std::size_t i = 0; i < at.size(); i += stride) {
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
    const double hop = hopLength(simulation.at, pivots);
    inParallel(simulation.at.size(), parallelGrain, [&](std::size_t begin, std::size_t end) {
        // Some nodes at a time, pivot by pivot: each sum has the same order however many there are.
        constexpr std::size_t block = 256;
        std::array<double, block> x, y, sumX, sumY, total;
        for (std::size_t first = begin; first < end; first += block) {
            const std::size_t count = std::min(block, end - first);
            for (std::size_t i = 0; i < count; ++i) {
                x[i] = simulation.at[first + i].x;
                y[i] = simulation.at[first + i].y;
                sumX[i] = sumY[i] = total[i] = 0;
            }
            for (std::size_t c = 0; c < std::min(most, pivots.nodes.size()); ++c) {
                const Vec place = simulation.at[pivots.nodes[c]];
                const float* ways = pivots.ways[c].data() + first;
                for (std::size_t i = 0; i < count; ++i) {
                    const double hops = static_cast<double>(ways[i]);
                    const double weight = hops > 0 ? 1 / (hops * hops) : 0;
                    const double dx = x[i] - place.x;
                    const double dy = y[i] - place.y;
                    const double length = std::max(std::sqrt(dx * dx + dy * dy), 1e-6);
                    const double factor = weight * (hops * hop - length) / length;
                    sumX[i] += dx * factor;
                    sumY[i] += dy * factor;
                    total[i] += weight;
                }
            }
            for (std::size_t i = 0; i < count; ++i) {
                if (total[i] > 0)
                    simulation.push[first + i] += Vec{sumX[i], sumY[i]} * (strength / total[i]);
            }
        }
    });
}

std::vector<double> stressWeights(const std::vector<float>& distances)
{
    std::vector<double> weights(distances.size());
    for (std::size_t i = 0; i < distances.size(); ++i) {
        const double ideal = distances[i];
        weights[i] = ideal > 0 ? 1 / (ideal * ideal) : 0;
    }
    return weights;
}

void StressPull::operator()(Simulation& simulation) const
{
    const std::size_t count = simulation.at.size();
    const Columns at(simulation.at);
    const Vec shrink{1 / scale.x, 1 / scale.y};
    // Every node's wish first, several at a time, then their sum in order: no sum depends on how many a processor takes.
    Columns wishes(simulation.at);
    for (std::size_t i = 0; i < count; ++i) {
        if (simulation.isFixed[i])
            continue;
        const Vec here = simulation.at[i];
        const float* row = distances.data() + i * count;
        const double* weight = weights.data() + i * count;
        for (std::size_t j = 0; j < count; ++j) {
            const double dx = here.x - at.x[j];
            const double dy = here.y - at.y[j];
            const double u = dx * shrink.x;
            const double v = dy * shrink.y;
            const double factor = static_cast<double>(row[j]) / std::max(std::sqrt(u * u + v * v), 1e-6);
            wishes.x[j] = (at.x[j] + dx * factor) * weight[j];
            wishes.y[j] = (at.y[j] + dy * factor) * weight[j];
        }
        Vec sum;
        double total = 0;
        for (std::size_t j = 0; j < count; ++j) {
            sum += {wishes.x[j], wishes.y[j]};
            total += weight[j];
        }
        if (total > 0)
            simulation.push[i] += (sum * (1 / total) - simulation.at[i]) * (strength * simulation.alpha);
    }
}

void Clearance::operator()(Simulation& simulation) const
{
    const std::size_t count = simulation.at.size();
    const Columns at(simulation.at);
    std::vector<double> reach(count); // squared, with more than rounding takes away
    for (std::size_t k = 0; k < count; ++k)
        reach[k] = room[k] * room[k] * 1.001;
    std::vector<std::uint8_t> isNear(count);
    for (const Pair& pair : pairs) {
        const Vec a = simulation.at[pair.source];
        const Vec b = simulation.at[pair.target];
        const Vec ab = b - a;
        const double squared = std::max(ab.lengthSquared(), 1e-6);
        // Few nodes are near the line: they are found without a root or a division, several at a time.
        for (std::size_t k = 0; k < count; ++k) {
            const double across = (at.x[k] - a.x) * ab.y - (at.y[k] - a.y) * ab.x;
            isNear[k] = across * across <= reach[k] * squared;
        }
        for (std::uint32_t k = 0; k < count; ++k) {
            if (!isNear[k] || k == pair.source || k == pair.target)
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

// Drives two overlapping rectangles apart; false when they do not overlap, or neither may move.
bool part(Simulation& simulation, const std::vector<Rect>& boxes, double share, std::uint32_t a, std::uint32_t b)
{
    Vec& p = simulation.at[a];
    Vec& q = simulation.at[b];
    const double x = std::min(p.x + boxes[a].right - (q.x + boxes[b].left), q.x + boxes[b].right - (p.x + boxes[a].left));
    const double y = std::min(p.y + boxes[a].bottom - (q.y + boxes[b].top), q.y + boxes[b].bottom - (p.y + boxes[a].top));
    if (x <= 0.01 || y <= 0.01)
        return false;
    const auto mobility = [&](std::uint32_t i) {
        return simulation.isFixed[i] ? 0.0 : 1.0 / (static_cast<double>(boxes[i].width()) * static_cast<double>(boxes[i].height()) + 1);
    };
    const double both = mobility(a) + mobility(b);
    if (both == 0)
        return false;
    Vec way;
    if (x < y)
        way.x = (p.x == q.x ? a < b : p.x < q.x) ? x : -x;
    else
        way.y = (p.y == q.y ? a < b : p.y < q.y) ? y : -y;
    p -= way * (share * 1.02 * mobility(a) / both);
    q += way * (share * 1.02 * mobility(b) / both);
    return true;
}

// One sweep over rectangles sorted by their left side. Returns how many pairs overlapped. O(n √n) in an even picture.
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
    std::size_t found = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint32_t a = order[i];
        for (std::size_t j = i + 1; j < count && lefts[order[j]] < lefts[a] + static_cast<double>(boxes[a].width()); ++j)
            found += part(simulation, boxes, share, a, order[j]) ? 1 : 0;
    }
    return found;
}

// The same by cells as wide as the widest rectangle: only neighbouring cells are compared. O(n) in an even picture.
std::size_t sweepCells(Simulation& simulation, const std::vector<Rect>& boxes, double share)
{
    const auto count = static_cast<std::uint32_t>(simulation.at.size());
    double side = 1;
    Vec low = simulation.at[0];
    Vec high = low;
    for (std::uint32_t i = 0; i < count; ++i) {
        const Vec p = simulation.at[i];
        side = std::max({side, static_cast<double>(boxes[i].width()), static_cast<double>(boxes[i].height())});
        low = {std::min(low.x, p.x), std::min(low.y, p.y)};
        high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    }
    side = std::max(side, std::sqrt((high.x - low.x) * (high.y - low.y) / (4.0 * count)));
    side = std::max({side, (high.x - low.x) / 60'000, (high.y - low.y) / 60'000});
    const auto columns = static_cast<std::size_t>((high.x - low.x) / side) + 1;
    const auto rows = static_cast<std::size_t>((high.y - low.y) / side) + 1;
    std::vector<std::uint32_t> firsts(columns * rows + 1, 0);
    std::vector<std::uint32_t> cells(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        cells[i] = static_cast<std::uint32_t>(static_cast<std::size_t>((simulation.at[i].y - low.y) / side) * columns +
                                              static_cast<std::size_t>((simulation.at[i].x - low.x) / side));
        ++firsts[cells[i] + 1];
    }
    for (std::size_t c = 1; c < firsts.size(); ++c)
        firsts[c] += firsts[c - 1];
    std::vector<std::uint32_t> members(count);
    std::vector<std::uint32_t> next(firsts.begin(), firsts.end() - 1);
    for (std::uint32_t i = 0; i < count; ++i)
        members[next[cells[i]]++] = i;
    std::size_t found = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t column = 0; column < columns; ++column) {
            const std::size_t cell = row * columns + column;
            // The rest of its own cell and the one to the right are one range, and so are the three beneath.
            const std::uint32_t end = firsts[cell + (column + 1 < columns ? 2 : 1)];
            const bool hasBelow = row + 1 < rows;
            const std::size_t below = cell + columns;
            const std::uint32_t belowBegin = hasBelow ? firsts[column > 0 ? below - 1 : below] : 0;
            const std::uint32_t belowEnd = hasBelow ? firsts[below + (column + 1 < columns ? 2 : 1)] : 0;
            for (std::uint32_t k = firsts[cell]; k < firsts[cell + 1]; ++k) {
                for (std::uint32_t other = k + 1; other < end; ++other)
                    found += part(simulation, boxes, share, members[k], members[other]) ? 1 : 0;
                for (std::uint32_t other = belowBegin; other < belowEnd; ++other)
                    found += part(simulation, boxes, share, members[k], members[other]) ? 1 : 0;
            }
        }
    }
    return found;
}

constexpr std::size_t sweptByCells = 5000; // nodes

} // namespace

void Separation::operator()(Simulation& simulation) const
{
    sweep(simulation, boxes, share);
}

bool separate(Simulation& simulation, const std::vector<Rect>& boxes, int rounds, const Cancel& cancel)
{
    for (int round = 0; round < rounds && !cancel.isRaised(); ++round) {
        const double share = round < rounds / 2 ? 0.6 : 1.0;
        if ((simulation.at.size() < sweptByCells ? sweep(simulation, boxes, share) : sweepCells(simulation, boxes, share)) == 0)
            return true;
    }
    return false;
}

} // namespace skein
