// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/layout/layout.h"

#include "core/base/parallel.h"
#include "core/graph/appearance.h"
#include "core/graph/layout/component.h"
#include "core/graph/layout/packing.h"

#include <algorithm>
#include <mutex>
#include <thread>

namespace skein {

namespace {

// One component of the whole, with the way back to its nodes.
struct Part {
    std::vector<std::uint32_t> nodes;
    std::vector<Vec> at;
    bool isAnchored = false; // some of it was there before or is pinned: it is not moved as a whole
};

// How far all parts have come. They report from any thread; only the one that made the meter is told of it.
class Meter {
public:
    Meter(const std::vector<Part>& parts, const Progress& progress) : m_parts(parts), m_shares(parts.size(), 0), m_progress(progress)
    {
        for (const Part& part : parts)
            m_all += static_cast<double>(part.nodes.size());
    }

    void take(std::size_t part, double share)
    {
        double done = 0;
        {
            const std::scoped_lock lock(m_mutex);
            m_done += std::max(share - m_shares[part], 0.0) * static_cast<double>(m_parts[part].nodes.size());
            m_shares[part] = std::max(share, m_shares[part]);
            done = m_done;
        }
        if (m_progress && std::this_thread::get_id() == m_caller)
            m_progress(std::min(done / m_all, 1.0));
    }

private:
    const std::vector<Part>& m_parts;
    std::vector<double> m_shares;
    const Progress& m_progress;
    std::mutex m_mutex;
    double m_all = 0;
    double m_done = 0;
    std::thread::id m_caller = std::this_thread::get_id();
};

// Ends and labels need room; a hub's links are longer so that its neighbours fit around it.
double idealLength(const Component& component, const Pair& pair)
{
    const auto crowd = [&](std::uint32_t node) { return std::sqrt(static_cast<double>(component.adjacency.degree(node))); };
    return component.radii[pair.source] + component.radii[pair.target] + 44 + 7 * (crowd(pair.source) + crowd(pair.target));
}

std::optional<Point> startOf(const LayoutRequest& request, std::uint32_t node)
{
    if (node >= request.start.size())
        return std::nullopt;
    const std::optional<Point>& start = request.start[node];
    return start && std::isfinite(start->x) && std::isfinite(start->y) ? start : std::nullopt;
}

float radiusOf(const Graph& graph, const LayoutRequest& request, std::uint32_t node)
{
    const bool isGiven = node < request.radii.size() && std::isfinite(request.radii[node]) && request.radii[node] > 0;
    return isGiven ? request.radii[node] : nodeRadius(graph.nodes[node]);
}

bool isPinned(const LayoutRequest& request, std::uint32_t node)
{
    return node < request.isPinned.size() && request.isPinned[node] && startOf(request, node);
}

// `local` maps nodes of the graph to those of the component; only entries of `nodes` are written.
Component componentFrom(const Graph& graph, const LayoutRequest& request, const Pairs& all, const Adjacency& adjacency,
                        const std::vector<std::uint32_t>& nodes, std::vector<std::uint32_t>& local)
{
    Component result;
    for (std::uint32_t i = 0; i < nodes.size(); ++i)
        local[nodes[i]] = i;
    for (const std::uint32_t node : nodes) {
        const float radius = radiusOf(graph, request, node);
        result.radii.push_back(radius);
        result.footprints.push_back(footprint(graph.nodes[node], radius));
        result.isFixed.push_back(isPinned(request, node));
        const std::optional<Point> start = startOf(request, node);
        result.start.push_back(start ? std::optional(Vec{start->x, start->y}) : std::nullopt);
        for (const std::uint32_t link : adjacency.linksOf(node)) {
            if (all.pairs[link].source == node) {
                Pair pair = all.pairs[link];
                pair.source = local[pair.source];
                pair.target = local[pair.target];
                result.pairs.push_back(pair);
            }
        }
    }
    result.adjacency = adjacencyOf(nodes.size(), result.pairs);
    for (const Pair& pair : result.pairs)
        result.lengths.push_back(idealLength(result, pair));
    return result;
}

Drawing drawingOf(const Part& part, const Component& component)
{
    Drawing result;
    result.isAnchored = part.isAnchored;
    const auto point = [&](std::uint32_t i) {
        return Point{static_cast<float>(part.at[i].x), static_cast<float>(part.at[i].y)};
    };
    for (std::uint32_t i = 0; i < part.at.size(); ++i)
        result.boxes.push_back(component.footprints[i].movedBy(point(i)));
    for (const Pair& pair : component.pairs)
        result.lines.emplace_back(point(pair.source), point(pair.target));
    return result;
}

// Mirrors left and right and moves a new picture so that nodes that were there before lie near their old places. Labels
// hang beneath, so up and down are not exchanged.
void turnTowardsOld(const LayoutRequest& request, std::vector<Point>& positions)
{
    std::vector<std::uint32_t> known;
    Vec oldMean;
    Vec newMean;
    for (std::uint32_t i = 0; i < positions.size(); ++i) {
        if (const auto start = startOf(request, i)) {
            known.push_back(i);
            oldMean += Vec{start->x, start->y};
            newMean += Vec{positions[i].x, positions[i].y};
        }
    }
    if (known.size() < 2)
        return;
    oldMean = oldMean * (1.0 / static_cast<double>(known.size()));
    newMean = newMean * (1.0 / static_cast<double>(known.size()));
    double alongX = 0;
    for (const std::uint32_t i : known) {
        const auto start = startOf(request, i);
        alongX += (start->x - oldMean.x) * (positions[i].x - newMean.x);
    }
    for (Point& p : positions) {
        p.x = static_cast<float>((alongX < 0 ? newMean.x - p.x : p.x - newMean.x) + oldMean.x);
        p.y = static_cast<float>(p.y - newMean.y + oldMean.y);
    }
}

void moveToKnown(const LayoutRequest& request, std::vector<Point>& positions)
{
    for (std::uint32_t i = 0; i < positions.size(); ++i) {
        if (const auto start = startOf(request, i)) {
            const Point move = *start - positions[i];
            for (Point& p : positions)
                p = p + move;
            positions[i] = *start;
            return;
        }
    }
}

// The single nodes in rows under everything else, the most mentioned first.
void arrangeSingles(const Graph& graph, const LayoutRequest& request, std::vector<std::uint32_t> singles, const Rect& above, std::vector<Point>& positions)
{
    std::sort(singles.begin(), singles.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::pair(graph.nodes[b].mentions, a) < std::pair(graph.nodes[a].mentions, b);
    });
    Size cell;
    for (const std::uint32_t node : singles) {
        const Rect box = footprint(graph.nodes[node], radiusOf(graph, request, node));
        cell = {std::max(cell.width, box.width()), std::max(cell.height, box.height())};
    }
    // Labels keep their size when the view is zoomed out: with some room each still has its place under its node.
    cell = {cell.width * 1.2F, cell.height * 1.2F};
    const std::vector<Point> places = arrangeInRows(singles.size(), cell, above, request.aspect);
    for (std::size_t i = 0; i < singles.size(); ++i) {
        const Rect box = footprint(graph.nodes[singles[i]], radiusOf(graph, request, singles[i]));
        positions[singles[i]] = {places[i].x, places[i].y - box.centre().y};
    }
}

// While the largest part is shown on its way, all other nodes stand in rows under it, islands beside each other.
void waitBeneath(const std::vector<Part>& parts, std::size_t shown, const std::vector<std::uint32_t>& singles, const Rect& above,
                 float aspect, std::vector<Point>& positions)
{
    const float room = std::sqrt(above.width() * above.height() / static_cast<float>(parts[shown].nodes.size())) + 1;
    const std::vector<Point> places = arrangeInRows(positions.size() - parts[shown].nodes.size(), {room, room}, above, aspect);
    std::size_t next = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        for (std::size_t k = 0; i != shown && k < parts[i].nodes.size(); ++k)
            positions[parts[i].nodes[k]] = places[next++];
    }
    for (const std::uint32_t node : singles)
        positions[node] = places[next++];
}

} // namespace

Result<std::vector<Point>> layOut(const Graph& graph, const LayoutRequest& request, const Cancel& cancel, const Progress& progress,
                                  const LayoutSnapshot& snapshot)
{
    const std::size_t count = graph.nodes.size();
    const Pairs pairs = pairsOf(graph);
    const Adjacency adjacency = adjacencyOf(count, pairs.pairs);
    std::size_t known = 0;
    bool isAnyPinned = false;
    for (std::uint32_t i = 0; i < count; ++i) {
        known += startOf(request, i) && !isPinned(request, i) ? 1 : 0;
        isAnyPinned = isAnyPinned || isPinned(request, i);
    }
    const bool isOne = request.keepsPlaces && known == 1 && !isAnyPinned; // around one node a whole layout reads best: it is moved to it
    const bool isGrowth = !isOne && known > 0 && (request.keepsPlaces || known * 2 >= count);

    std::vector<std::uint32_t> singles;
    std::vector<Part> parts;
    bool hasPins = false;
    for (std::vector<std::uint32_t>& nodes : componentsOf(adjacency)) {
        const bool hasStart = std::any_of(nodes.begin(), nodes.end(), [&](std::uint32_t i) {
            return isPinned(request, i) || (isGrowth && startOf(request, i));
        });
        hasPins = hasPins || std::any_of(nodes.begin(), nodes.end(), [&](std::uint32_t i) { return isPinned(request, i); });
        if (nodes.size() == 1 && !hasStart)
            singles.push_back(nodes[0]);
        else
            parts.push_back({std::move(nodes), {}, hasStart});
    }
    // Of many islands each is tried less often, so that all together do not take longer than one large graph.
    const auto islands = static_cast<std::size_t>(std::ranges::count_if(parts, [](const Part& part) { return part.nodes.size() > 1; }));
    const std::size_t mostStarts = std::clamp<std::size_t>(960 / std::max<std::size_t>(islands, 1), 1, 24);

    std::vector<Point> positions(count);
    std::vector<std::uint32_t> local(count); // nodes of a part are written by that part alone
    std::vector<Drawing> drawings(parts.size());
    Meter meter(parts, progress);
    inParallelEach(parts.size(), 0, [&](std::size_t i) {
        Part& part = parts[i];
        if (cancel.isRaised())
            return;
        Component component = componentFrom(graph, request, pairs, adjacency, part.nodes, local);
        component.mostStarts = mostStarts;
        const auto step = [&](const std::vector<Vec>& at, double share) {
            meter.take(i, share);
            if (snapshot && i == 0 && part.nodes.size() * 2 >= count) { // on the calling thread
                Rect bounds;
                for (std::size_t k = 0; k < at.size(); ++k) {
                    const Point p{static_cast<float>(at[k].x), static_cast<float>(at[k].y)};
                    positions[part.nodes[k]] = p;
                    bounds = k == 0 ? Rect{p.x, p.y, p.x, p.y} : bounds.unitedWith({p.x, p.y, p.x, p.y});
                }
                waitBeneath(parts, i, singles, bounds, request.aspect, positions);
                snapshot(positions);
            }
        };
        part.at = isGrowth && part.isAnchored ? extendComponent(component, request.seed, cancel)
                                              : layOutComponent(component, request.aspect, request.seed, cancel, step);
        if (part.at.empty())
            return;
        drawings[i] = drawingOf(part, component);
        meter.take(i, 1);
    });
    if (cancel.isRaised())
        return fail(Errc::cancelled, "layout");

    const std::vector<Point> moves = packDrawings(drawings, request.aspect);
    Rect bounds;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        for (std::size_t k = 0; k < parts[i].nodes.size(); ++k) {
            positions[parts[i].nodes[k]] = Point{static_cast<float>(parts[i].at[k].x), static_cast<float>(parts[i].at[k].y)} + moves[i];
            const Rect box = drawings[i].boxes[k].movedBy(moves[i]);
            bounds = bounds.isEmpty() ? box : bounds.unitedWith(box);
        }
    }
    arrangeSingles(graph, request, std::move(singles), bounds, positions);
    if (isOne)
        moveToKnown(request, positions);
    else if (!isGrowth && !hasPins)
        turnTowardsOld(request, positions);
    if (progress)
        progress(1);
    return positions;
}

} // namespace skein
