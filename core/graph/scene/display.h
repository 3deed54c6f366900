// SPDX-License-Identifier: GPL-3.0-or-later
// What the canvas shows, as a list of marks in screen pixels: a pure function of graph, positions, camera and state. Both
// painters draw this list and decide nothing.
#pragma once

#include "core/graph/appearance.h"
#include "core/graph/scene/camera.h"
#include "core/graph/scene/detail.h"
#include "core/graph/scene/regions.h"
#include "core/graph/scene/scene.h"
#include "core/graph/scene/view-state.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace skein {

struct Haze;

struct EdgeMark {
    std::uint32_t pair = 0;
    Point from; // at the rim of its node
    Point to;
    float width = 1;
    Colour colour;
    bool isDashed = false;       // the sources disagree
    bool hasArrowAtTo = false;
    bool hasArrowAtFrom = false;
    bool isLit = false;

    bool operator==(const EdgeMark&) const = default;
};

// How an edge is drawn, whatever draws it: the line stops short of its arrowheads.
struct EdgeLine {
    Point from;
    Point to;
    Point axis;      // of length 1, from the edge's `from` to its `to`
    float arrow = 0; // length of an arrowhead
    float dash = 0;  // length of a dash and the gap after it; 0: solid
};

// Absent for an edge without length.
std::optional<EdgeLine> lineOf(const EdgeMark& edge);

struct NodeMark {
    std::uint32_t node = 0;
    Point centre;
    float radius = 0;
    NodeShape shape = NodeShape::circle;
    Colour fill;
    Colour ring;          // around the fill, inside the radius plus ringWidth
    float ringWidth = 0;
    bool isDecoration = false; // a selection's halo or a pin's dot, not the node itself

    bool operator==(const NodeMark&) const = default;
};

enum class LabelOwner : std::uint8_t { node, pair, region };

struct LabelMark {
    std::uint32_t owner = 0;   // node, pair, or group of a region
    LabelOwner kind = LabelOwner::node;
    Rect box;
    std::vector<std::string> lines;
    LabelStyle style;
    float opacity = 1;

    bool operator==(const LabelMark&) const = default;
};

struct RegionMark {
    std::uint32_t group = 0;
    std::vector<Point> outline; // convex
    Colour fill;
    Colour rim;                 // one pixel wide

    bool operator==(const RegionMark&) const = default;
};

struct HazeMark {
    const Haze* haze = nullptr; // the request's
    Rect box;                   // where all of it lies
    float opacity = 1;

    bool operator==(const HazeMark&) const = default;
};

struct DisplayList {
    std::optional<HazeMark> haze;
    std::vector<RegionMark> regions; // above the haze, large ones first
    std::vector<EdgeMark> edges;     // in painting order: lit ones last
    std::vector<NodeMark> nodes;     // above the edges, lit ones last
    std::vector<LabelMark> labels;   // above the nodes

    bool operator==(const DisplayList&) const = default;
};

// The size of lines of text in pixels.
using MeasureText = std::function<Size(const std::vector<std::string>& lines, LabelStyle style)>;

struct DisplayRequest {
    const Scene& scene;
    const std::vector<Point>& positions; // beside scene.graph.nodes
    const Camera& camera;
    const ViewState& state;              // but for what stands out
    const Emphasis& emphasis;            // indices that are not there are passed over
    const Theme& theme;
    const MeasureText& measure;
    float margin = 0;                    // pixels around the view that are also filled, for panning
    const Detail* detail = nullptr;      // for large graphs; absent: all in view is drawn, which looks at everything
    const Haze* haze = nullptr;          // drawn where detail leaves things out
    const std::vector<RegionShape>* regions = nullptr;
    std::span<const Rect> covered;       // parts of the view under something else: no label goes there
};

DisplayList displayList(const DisplayRequest& request);

// A node's radius on the screen: grows slower than the ground when zooming in, shrinks slower when zooming out.
float screenRadius(float radius, float zoom);

// What lies under a place on the screen; nodes before edges.
std::optional<std::uint32_t> nodeAt(const DisplayList& list, Point screen, float tolerance = 3);
std::optional<std::uint32_t> pairAt(const DisplayList& list, Point screen, float tolerance = 6);

// The neighbour of `from`, or else any node, that lies in a direction (a vector) as seen from it: near and straight ahead
// is best. Absent when there is none within a quarter turn. Hidden nodes are passed over.
std::optional<std::uint32_t> nodeTowards(const Scene& scene, const std::vector<Point>& positions, const ViewState& state,
                                         std::uint32_t from, Point direction);

} // namespace skein
