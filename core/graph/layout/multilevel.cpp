// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/layout/multilevel.h"

#include "core/base/parallel.h"
#include "core/graph/layout/coarsening.h"
#include "core/graph/layout/forces.h"
#include "core/graph/layout/placement.h"
#include "core/graph/layout/quadtree.h"
#include "core/graph/layout/shape.h"

#include <numeric>

namespace skein {


namespace {

constexpr std::size_t fewestGroups = 400;

// Of the coarsest level and of those between; the finest one's follow from the size of the graph.
constexpr int coarsestSteps = 100;

std::uint32_t pivotsFor(std::size_t count)
{
    return count < 5'000 ? 160 : count < 50'000 ? 100 : count < 500'000 ? 50 : 25;
}

// What a node of a small graph has from all pivots, one of a large graph has from its groups: few are asked there.
std::size_t pivotsAsked(std::size_t size)
{
    return std::max<std::size_t>(2'000'000 / size, 50);
}

// One level as the forces see it.
struct Level {
    const Adjacency& adjacency;
    const std::vector<double>& weights;
    const std::vector<double>& mass;
    const Pivots& pivots;
    int steps = 0;

    std::size_t size() const { return mass.size(); }
};

// A link of a node that has few others binds it more.
std::vector<double> weightsOf(const Component& component)
{
    std::vector<double> weights;
    for (const Pair& pair : component.pairs)
        weights.push_back(1.0 / std::sqrt(std::min(component.adjacency.degree(pair.source), component.adjacency.degree(pair.target))));
    return weights;
}

// The same pivots, seen from the groups of a coarser level: the mean way of the members.
Pivots lifted(const Pivots& pivots, const CoarseLevel& level, const std::vector<double>& mass)
{
    Pivots result;
    for (const std::uint32_t node : pivots.nodes)
        result.nodes.push_back(level.groupOf[node]);
    result.ways.resize(pivots.nodes.size());
    inParallelEach(pivots.nodes.size(), mass.size() < 10'000 ? 1 : 0, [&](std::size_t c) {
        std::vector<double> sums(level.size(), 0);
        for (std::size_t i = 0; i < level.groupOf.size(); ++i)
            sums[level.groupOf[i]] += mass[i] * static_cast<double>(pivots.ways[c][i]);
        result.ways[c].resize(level.size());
        for (std::size_t g = 0; g < level.size(); ++g)
            result.ways[c][g] = static_cast<float>(sums[g] / level.mass[g]);
    });
    return result;
}

// The side of the square that a node has for itself where nine in ten of them are, along x and along y.
double spacingOf(const std::vector<Vec>& at)
{
    const auto count = static_cast<std::ptrdiff_t>(at.size());
    const auto extent = [&](double Vec::*axis) {
        std::vector<double> values;
        for (const Vec p : at)
            values.push_back(p.*axis);
        std::nth_element(values.begin(), values.begin() + count / 20, values.end());
        const double low = values[static_cast<std::size_t>(count / 20)];
        std::nth_element(values.begin(), values.begin() + count * 19 / 20, values.end());
        return values[static_cast<std::size_t>(count * 19 / 20)] - low;
    };
    return std::sqrt(extent(&Vec::x) * extent(&Vec::y) / (0.81 * static_cast<double>(count)));
}

// The factor that lets three in four nodes stand clear of the one nearest to them, as far as the picture is then neither
// crowded nor mostly empty: what lies together very closely is left to the separation.
double roomFactor(const std::vector<Vec>& at, const std::vector<double>& radii)
{
    const std::size_t count = at.size();
    const std::vector<double> mass(count, 1);
    const Quadtree tree(at, mass);
    // The nearest among the next few on the Z-curve: near enough for a percentile.
    const auto& order = tree.order();
    std::vector<double> factors(count, 0);
    for (std::size_t k = 0; k < count; ++k) {
        for (std::size_t next = k + 1; next < std::min(k + 6, count); ++next) {
            const std::uint32_t a = order[k];
            const std::uint32_t b = order[next];
            const double factor = (radii[a] + radii[b] + 6) / std::max((at[a] - at[b]).length(), 1e-3);
            factors[a] = std::max(factors[a], factor);
            factors[b] = std::max(factors[b], factor);
        }
    }
    const auto place = factors.begin() + static_cast<std::ptrdiff_t>(count * 3 / 4);
    std::nth_element(factors.begin(), place, factors.end());
    const double across = 2 * std::accumulate(radii.begin(), radii.end(), 0.0) / static_cast<double>(count) + 6;
    const double once = across / std::max(spacingOf(at), 1e-3); // the factor at which nodes as evenly spread as can be would touch
    return std::clamp(*place, 2.5 * once, 5 * once);
}

// The refinement of one level. `hop` is the length of a hop in the picture, `count` the nodes of the finest level.
void addForces(Simulation& simulation, const Level& level, double hop, std::size_t count)
{
    // Measured on community graphs of 1,000 to 1,000,000 nodes (tests/bench/layout-file): the room that a node has is what
    // counts, and in large graphs it is small beside a hop. There neighbours need more to keep apart and less from pivots.
    const double share = std::sqrt(1000.0 / static_cast<double>(std::max<std::size_t>(count, 1000)));
    const bool isFinest = level.size() == count;
    const double room = hop * std::sqrt(1000.0 / static_cast<double>(count));
    const double roomHere = hop * std::sqrt(1000.0 / static_cast<double>(level.size()));
    simulation.limit = hop * 8;
    simulation.add(Repulsion{level.mass, room * room * 0.01 / std::sqrt(share), roomHere * 0.05, 1.2, hop * 3});
    simulation.add(Affinity{level.adjacency, level.weights, level.mass, hop * 0.3, isFinest ? 3.0 : 4.0});
    simulation.add(PivotStress{level.pivots, pivotsAsked(level.size()), isFinest ? 0.2 * share * share : 0.6});
}

// Nodes of the finest level spread around the groups that stand for them, each always at the same side of it.
std::vector<Vec> spreadOut(const std::vector<Vec>& at, const std::vector<std::uint32_t>& groupOf, double room)
{
    std::vector<Vec> result;
    result.reserve(groupOf.size());
    for (std::size_t i = 0; i < groupOf.size(); ++i) {
        Random random(i);
        result.push_back(at[groupOf[i]] + Vec{random.signedUnit(), random.signedUnit()} * (room * 0.3));
    }
    return result;
}

// Pinned nodes are obeyed last: where they must be is known in a picture that has its final size.
bool obeyFixed(const Component& component, const Level& level, double hop, std::vector<Vec>& at, const Cancel& cancel)
{
    moveToFixed(component, at);
    Simulation simulation(std::move(at));
    simulation.isFixed = component.isFixed;
    addForces(simulation, level, hop, level.size());
    const bool isDone = simulation.run(level.steps, 0.5, 0.05, cancel);
    at = std::move(simulation.at);
    return isDone;
}

} // namespace

std::vector<Vec> layOutByLevels(const Component& component, std::uint64_t seed, const Cancel& cancel, const ComponentStep& step)
{
    const std::size_t count = component.size();
    Random random(seed);
    const std::vector<double> weights = weightsOf(component);
    const std::vector<double> unit(count, 1);
    const std::vector<CoarseLevel> coarse = levelsAbove(component.adjacency, weights, fewestGroups, cancel);
    std::vector<Pivots> pivots;
    pivots.reserve(coarse.size() + 1); // levels refer to them
    pivots.push_back(pivotsByHops(component.adjacency, pivotsFor(count), random, cancel));
    std::vector<Level> levels{{component.adjacency, weights, unit, pivots[0], count < 200'000 ? 25 : 15}};
    for (const CoarseLevel& level : coarse) {
        if (cancel.isRaised())
            return {};
        pivots.push_back(lifted(pivots.back(), level, levels.back().mass));
        levels.push_back({level.adjacency, level.weights, level.mass, pivots.back(), count < 200'000 ? 25 : 20});
    }
    if (cancel.isRaised())
        return {};
    levels.back().steps = std::max(levels.back().steps, coarsestSteps);

    double hop = std::accumulate(component.lengths.begin(), component.lengths.end(), 0.0) / static_cast<double>(component.lengths.size());
    std::vector<Vec> at = pivotPlacement(levels.back().pivots, random);
    for (Vec& p : at)
        p = (p + Vec{random.signedUnit(), random.signedUnit()} * 0.5) * hop;
    lieDown(at);
    Simulation coarsest(std::move(at));
    coarsest.limit = hop * 8;
    coarsest.add(PivotStress{levels.back().pivots, levels.back().pivots.nodes.size(), 1});
    if (!coarsest.run(60, 1, 0.5, cancel))
        return {};
    at = std::move(coarsest.at);
    if (const double length = hopLength(at, levels.back().pivots); length > 0)
        hop = length;

    double work = 0; // nodes × steps
    for (const Level& level : levels)
        work += static_cast<double>(level.steps) * static_cast<double>(level.size());
    double done = 0;
    for (std::size_t l = levels.size(); l-- > 0;) {
        const Level& level = levels[l];
        const double room = hop * std::sqrt(1000.0 / static_cast<double>(level.size()));
        if (l < coarse.size()) {
            std::vector<Vec> finer;
            for (const std::uint32_t group : coarse[l].groupOf)
                finer.push_back(at[group] + Vec{random.signedUnit(), random.signedUnit()} * (room * 0.3));
            at = std::move(finer);
        }
        std::vector<std::uint32_t> groupOf; // of the finest level's nodes
        if (l > 0 && step) {
            groupOf = coarse[0].groupOf;
            for (std::size_t k = 1; k < l; ++k) {
                for (std::uint32_t& group : groupOf)
                    group = coarse[k].groupOf[group];
            }
        }
        if (const double length = hopLength(at, level.pivots); length > 0)
            hop = length;
        Simulation simulation(std::move(at));
        addForces(simulation, level, hop, count);
        // A picture of all nodes costs as much as a step on them: it is made when about as much was done since the last one.
        const int pause = static_cast<int>(count / level.size());
        const bool isRefined = simulation.run(level.steps, 1, l == 0 ? 0.05 : 0.2, cancel, [&](int i) {
            done += static_cast<double>(level.size());
            if (!step)
                return;
            if (l == 0)
                step(simulation.at, 0.95 * done / work);
            else if ((i + 1) % pause == 0 || i + 1 == level.steps)
                step(spreadOut(simulation.at, groupOf, room), 0.95 * done / work);
        });
        if (!isRefined)
            return {};
        at = std::move(simulation.at);
    }

    const double factor = roomFactor(at, component.radii);
    for (Vec& p : at)
        p = p * factor;
    if (std::ranges::find(component.isFixed, 1) != component.isFixed.end() && !obeyFixed(component, levels[0], hop * factor, at, cancel))
        return {};
    Simulation last(std::move(at));
    last.isFixed = component.isFixed;
    std::vector<Rect> discs;
    for (const double radius : component.radii) {
        const float side = static_cast<float>(radius) + 3;
        discs.push_back({-side, -side, side, side});
    }
    separate(last, discs, 30, cancel);
    return cancel.isRaised() ? std::vector<Vec>{} : last.at;
}

} // namespace skein
