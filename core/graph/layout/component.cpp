// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/layout/component.h"

#include "core/graph/layout/forces.h"
#include "core/graph/layout/multilevel.h"
#include "core/graph/layout/placement.h"
#include "core/graph/layout/shape.h"

#include <limits>

namespace skein {

namespace {

bool cross(Vec a, Vec b, Vec c, Vec d)
{
    const auto side = [](Vec o, Vec p, Vec q) { return (p.x - o.x) * (q.y - o.y) - (p.y - o.y) * (q.x - o.x); };
    return (side(a, b, c) > 0) != (side(a, b, d) > 0) && (side(c, d, a) > 0) != (side(c, d, b) > 0);
}

// How hard a drawing is to read: crossing links first, then how far distances are from the ideal.
double disorder(const Component& component, const std::vector<Vec>& at, const std::vector<float>& distances)
{
    double crossings = 0;
    for (std::size_t i = 0; i < component.pairs.size(); ++i) {
        const Pair& p = component.pairs[i];
        for (std::size_t j = i + 1; j < component.pairs.size(); ++j) {
            const Pair& q = component.pairs[j];
            if (p.source != q.source && p.source != q.target && p.target != q.source && p.target != q.target &&
                cross(at[p.source], at[p.target], at[q.source], at[q.target]))
                ++crossings;
        }
    }
    double stress = 0;
    const std::size_t count = at.size();
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t j = i + 1; j < count; ++j) {
            const double ideal = distances[i * count + j];
            const double off = ((at[i] - at[j]).length() - ideal) / ideal;
            stress += off * off;
        }
    }
    const auto pairs = static_cast<double>(count * (count - 1) / 2);
    return crossings / static_cast<double>(component.pairs.size()) + 4 * stress / pairs;
}

// Removes overlaps; where pushing alone does not, the whole is first spread a little.
void makeRoom(Simulation& simulation, const std::vector<Rect>& footprints, const Cancel& cancel)
{
    for (int attempt = 0; attempt < 30 && !separate(simulation, footprints, 60, cancel) && !cancel.isRaised(); ++attempt) {
        Vec mean;
        for (const Vec p : simulation.at)
            mean += p * (1.0 / static_cast<double>(simulation.at.size()));
        for (std::size_t i = 0; i < simulation.at.size(); ++i) {
            if (!simulation.isFixed[i])
                simulation.at[i] = mean + (simulation.at[i] - mean) * 1.06;
        }
    }
}

// Between nodes that stay, pushing can leave one wedged: it is put at the nearest place that is free.
void unwedge(Simulation& simulation, const std::vector<Rect>& footprints)
{
    constexpr int reach = 40; // steps to each side
    constexpr double step = 12;
    const auto boxAt = [&](std::size_t i, Vec at) {
        return footprints[i].movedBy({static_cast<float>(at.x), static_cast<float>(at.y)});
    };
    const auto isFree = [&](std::size_t i, Vec at) {
        const Rect box = boxAt(i, at).grownBy(-0.01F);
        for (std::size_t j = 0; j < simulation.at.size(); ++j) {
            if (j != i && box.overlaps(boxAt(j, simulation.at[j])))
                return false;
        }
        return true;
    };
    std::vector<Vec> ways;
    for (std::size_t i = 0; i < simulation.at.size(); ++i) {
        if (simulation.isFixed[i] || isFree(i, simulation.at[i]))
            continue;
        if (ways.empty()) {
            for (int x = -reach; x <= reach; ++x) {
                for (int y = -reach; y <= reach; ++y)
                    ways.push_back({x * step, y * step});
            }
            std::ranges::stable_sort(ways, {}, [](Vec way) { return way.lengthSquared(); });
        }
        const Vec from = simulation.at[i];
        const auto way = std::ranges::find_if(ways, [&](Vec by) { return isFree(i, from + by); });
        if (way != ways.end())
            simulation.at[i] = from + *way;
    }
}

std::vector<double> roomsOf(const Component& component)
{
    std::vector<double> rooms;
    for (const double radius : component.radii)
        rooms.push_back(radius + 14);
    return rooms;
}

std::vector<Vec> laySmall(const Component& component, double aspect, std::uint64_t seed, const Cancel& cancel, const ComponentStep& step)
{
    const std::size_t count = component.size();
    const std::vector<float> distances = allWays(component.adjacency, component.lengths);
    // Starts tried: as many as keep the whole within a few milliseconds.
    const auto work = count * count + component.pairs.size() * component.pairs.size();
    const int starts = static_cast<int>(std::clamp<std::size_t>(200'000 / work, 1, component.mostStarts));
    std::vector<Vec> best;
    double bestDisorder = std::numeric_limits<double>::infinity();
    for (int s = 0; s < starts; ++s) {
        if (cancel.isRaised())
            return {};
        Random random(seed + static_cast<std::uint64_t>(s));
        std::vector<Vec> at = pivotPlacement(pivotsByLength(component.adjacency, component.lengths, 50, random), random);
        const double spread = s == 0 ? 1 : 60; // the first trusts the pivots, the others explore
        for (Vec& p : at)
            p += Vec{random.signedUnit(), random.signedUnit()} * spread;
        descendStress(at, distances, 30, random);
        const double value = disorder(component, at, distances);
        if (value < bestDisorder) {
            bestDisorder = value;
            best = std::move(at);
        }
    }
    lieDown(best);
    const Vec scale = stretchTo(best, aspect);
    moveToFixed(component, best);

    Simulation simulation(std::move(best));
    simulation.isFixed = component.isFixed;
    simulation.limit = 40;
    const std::vector<double> rooms = roomsOf(component);
    const std::vector<double> weights(component.pairs.size(), 1);
    const std::vector<double> stress = stressWeights(distances);
    simulation.add(StressPull{distances, stress, 0.12, scale});
    simulation.add(Springs{component.pairs, component.lengths, weights, 0.03});
    if (count * component.pairs.size() < 200'000)
        simulation.add(Clearance{component.pairs, rooms, 0.5});
    simulation.add(Separation{component.footprints, 0.4});
    constexpr int steps = 120;
    if (!simulation.run(steps, 1, 0.05, cancel, [&](int done) {
            if (step && done % 30 == 29)
                step(simulation.at, static_cast<double>(done) / steps);
        }))
        return {};
    makeRoom(simulation, component.footprints, cancel);
    return cancel.isRaised() ? std::vector<Vec>{} : simulation.at;
}

} // namespace

std::vector<Vec> layOutComponent(const Component& component, double aspect, std::uint64_t seed, const Cancel& cancel,
                                 const ComponentStep& step)
{
    if (component.size() == 1)
        return {component.start[0].value_or(Vec{})};
    return component.size() <= smallComponent ? laySmall(component, aspect, seed, cancel, step)
                                              : layOutByLevels(component, seed, cancel, step);
}

std::vector<Vec> extendComponent(const Component& component, std::uint64_t seed, const Cancel& cancel)
{
    const std::size_t count = component.size();
    Random random(seed);
    std::vector<Vec> at(count);
    std::vector<bool> isPlaced(count, false);
    Vec middle;
    std::vector<std::uint32_t> ring;
    for (std::uint32_t i = 0; i < count; ++i) {
        if (component.start[i]) {
            at[i] = *component.start[i];
            isPlaced[i] = true;
            ring.push_back(i);
            middle += at[i];
        }
    }
    middle = middle * (1.0 / static_cast<double>(std::max<std::size_t>(ring.size(), 1)));
    // Ring by ring outwards from the known nodes: between its placed neighbours, or off the one that it hangs on.
    for (std::size_t next = 0; next < ring.size(); ++next) {
        for (const std::uint32_t fresh : component.adjacency.of(ring[next])) {
            if (isPlaced[fresh])
                continue;
            Vec sum;
            double placed = 0;
            for (const std::uint32_t other : component.adjacency.of(fresh)) {
                if (isPlaced[other]) {
                    sum += at[other];
                    ++placed;
                }
            }
            const Vec anchor = sum * (1 / placed);
            Vec outward = anchor - middle;
            if (outward.length() < 1)
                outward = {random.signedUnit(), random.signedUnit()};
            const double length = component.lengths[component.adjacency.linksOf(ring[next])[0]];
            const double share = placed > 1 ? 0.3 : 0.9;
            at[fresh] = anchor + outward * (share * length / std::max(outward.length(), 1e-3)) +
                        Vec{random.signedUnit(), random.signedUnit()} * (0.4 * length);
            isPlaced[fresh] = true;
            ring.push_back(fresh);
        }
    }
    Simulation simulation(std::move(at));
    for (std::size_t i = 0; i < count; ++i)
        simulation.isFixed[i] = component.start[i].has_value();
    simulation.limit = 30;
    const std::vector<double> mass(count, 1);
    const std::vector<double> weights(component.pairs.size(), 1);
    const std::vector<double> rooms = roomsOf(component);
    simulation.add(Repulsion{mass, 1500, 30});
    simulation.add(Springs{component.pairs, component.lengths, weights, 0.15});
    if (count * component.pairs.size() < 200'000)
        simulation.add(Clearance{component.pairs, rooms, 0.5});
    if (count <= smallComponent)
        simulation.add(Separation{component.footprints, 0.4});
    if (!simulation.run(80, 1, 0.05, cancel))
        return {};
    if (count <= smallComponent) {
        makeRoom(simulation, component.footprints, cancel);
        unwedge(simulation, component.footprints);
    }
    return cancel.isRaised() ? std::vector<Vec>{} : simulation.at;
}

} // namespace skein
