// SPDX-License-Identifier: GPL-3.0-or-later
// The forces of the layout, one small type each. References must outlive the simulation they are added to.
#pragma once

#include "core/graph/adjacency.h"
#include "core/graph/layout/placement.h"
#include "core/graph/layout/simulation.h"

#include <vector>

namespace skein {

// Every node drives every other away by its mass; strongest when near, 1 / distance up to `range` and quickly nothing
// beyond, bounded at zero distance.
// Barnes–Hut; exact enough below 1,000 nodes that no artefact is seen.
struct Repulsion {
    const std::vector<double>& mass;
    double strength;
    double softness;       // distance below which the force stops growing
    double openness = 0.9; // of the quadtree
    double range = 1e12;   // distance from which on it fades by the square more
    void operator()(Simulation& simulation) const;
};

// Linked nodes draw each other to the length of their link.
struct Springs {
    const std::vector<Pair>& pairs;
    const std::vector<double>& lengths; // beside pairs
    const std::vector<double>& weights; // beside pairs
    double strength;
    void operator()(Simulation& simulation) const;
};

// Linked nodes draw each other together, but the farther apart they are beyond `reach`, the less: a node joins most of its
// neighbours rather than hanging between all of them. That is what keeps neighbours nearest in the picture (the heavy tails
// of t-SNE, van der Maaten and Hinton 2008).
struct Affinity {
    const Adjacency& adjacency;
    const std::vector<double>& weights; // of each link
    const std::vector<double>& mass;    // of each node: a heavy one follows less
    double reach;
    double strength;
    void operator()(Simulation& simulation) const;
};

// Every node is drawn to where its distances to the pivots are as many hops as in the graph, at the length of a hop that
// fits the picture as it is: the global shape, by stress on few distances (after Ortmann, Klimenta, Brandes 2017).
struct PivotStress {
    const Pivots& pivots; // by hops
    std::size_t most;     // so many of them at most
    double strength;
    void operator()(Simulation& simulation) const;
};

// The length of a hop that fits the picture with the least stress; 0 when all stand in one place. Of many nodes only some
// hundreds are asked.
double hopLength(const std::vector<Vec>& at, const Pivots& pivots);

// Every node is drawn to the place where its distances to all others fit the ideal ones best (stress majorisation after
// Gansner, Koren and North 2004, one node at a time). O(n²): for small components. Distances along x and y count in
// units of `scale`: a scale wider than high gives a picture wider than high.
struct StressPull {
    const std::vector<float>& distances; // n × n
    const std::vector<double>& weights;  // of stressWeights(distances)
    double strength;
    Vec scale{1, 1};
    void operator()(Simulation& simulation) const;
};

// 1 / distance², nothing on the diagonal.
std::vector<double> stressWeights(const std::vector<float>& distances);

// A link keeps off nodes that it does not join, so that no line seems to end where it only passes. O(nodes × links).
struct Clearance {
    const std::vector<Pair>& pairs;
    const std::vector<double>& room; // for each node: radius and margin
    double strength;
    void operator()(Simulation& simulation) const;
};

// Weak pull to a point; `flattening` > 1 pulls harder across than along.
struct Gravity {
    Vec centre;
    double strength;
    double flattening = 1;
    void operator()(Simulation& simulation) const;
};

// Rectangles around nodes do not overlap: a constraint, so it corrects positions at once. Of two that overlap the
// lighter gives way more, along the axis that costs less.
struct Separation {
    const std::vector<Rect>& boxes; // around each node's centre
    double share = 0.5;             // of an overlap that one step removes
    void operator()(Simulation& simulation) const;
};

// Removes overlaps until none is left or `rounds` are over; true when none is left.
bool separate(Simulation& simulation, const std::vector<Rect>& boxes, int rounds, const Cancel& cancel);

} // namespace skein
