// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/layout/layers.h"

#include "core/graph/layout/spacing.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace skein {

namespace {

constexpr double besideEachOther = 14; // room between boxes of one layer
constexpr double betweenLayers = 46;
constexpr double bendWidth = 16;       // of a long arc where it passes a layer
constexpr int orderSweeps = 16;
constexpr int placeSweeps = 12;
constexpr std::size_t exchangedUpTo = 400; // boxes in a layer whose neighbours are tried the other way round
constexpr std::size_t mostBends = 8;       // for each box; beyond, long arcs run straight

using Ends = std::vector<std::vector<std::uint32_t>>;

// Boxes and, for each layer that a long arc passes, a bend of it.
struct Layered {
    std::uint32_t boxes = 0;                        // the items from here on are bends
    std::vector<std::uint32_t> layer;               // beside items
    Ends above;                                     // neighbours one layer up …
    Ends below;                                     // … and down
    std::vector<std::vector<std::uint32_t>> layers; // items from left to right
    std::vector<std::uint32_t> at;                  // beside items: place in its layer
};

// Turns those arcs round that would close a cycle: they lead back to where a walk came from. Heavy arcs are walked first.
std::vector<Arc> withoutCycles(std::size_t count, std::vector<Arc> arcs)
{
    std::vector<std::vector<std::uint32_t>> out(count);
    std::vector<std::int64_t> excess(count, 0);
    for (std::uint32_t a = 0; a < arcs.size(); ++a) {
        out[arcs[a].above].push_back(a);
        ++excess[arcs[a].above];
        --excess[arcs[a].below];
    }
    std::vector<std::uint8_t> hasParent(count, 0);
    for (const Arc& arc : arcs)
        hasParent[arc.below] = 1;
    for (auto& row : out)
        std::stable_sort(row.begin(), row.end(), [&](std::uint32_t a, std::uint32_t b) { return arcs[a].weight > arcs[b].weight; });
    std::vector<std::uint32_t> starts(count);
    std::iota(starts.begin(), starts.end(), 0U);
    std::stable_sort(starts.begin(), starts.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::tuple(hasParent[a], excess[b]) < std::tuple(hasParent[b], excess[a]);
    });
    enum : std::uint8_t { fresh, open, done };
    std::vector<std::uint8_t> state(count, fresh);
    std::vector<std::size_t> next(count, 0);
    for (const std::uint32_t start : starts) {
        if (state[start] != fresh)
            continue;
        std::vector<std::uint32_t> stack{start};
        state[start] = open;
        while (!stack.empty()) {
            const std::uint32_t item = stack.back();
            if (next[item] == out[item].size()) {
                state[item] = done;
                stack.pop_back();
                continue;
            }
            Arc& arc = arcs[out[item][next[item]++]];
            const std::uint32_t other = arc.below;
            if (state[other] == open) {
                std::swap(arc.above, arc.below);
            } else if (state[other] == fresh) {
                state[other] = open;
                stack.push_back(other);
            }
        }
    }
    std::sort(arcs.begin(), arcs.end(), [](const Arc& a, const Arc& b) { return std::tie(a.above, a.below) < std::tie(b.above, b.below); });
    arcs.erase(std::unique(arcs.begin(), arcs.end(), [](const Arc& a, const Arc& b) { return a.above == b.above && a.below == b.below; }),
               arcs.end());
    return arcs;
}

// Longest ways from the top; then what hangs high above all that it leads to comes down to it.
std::vector<std::uint32_t> layersOf(std::size_t count, const std::vector<Arc>& arcs)
{
    std::vector<std::vector<std::uint32_t>> out(count);
    std::vector<std::uint32_t> waits(count, 0);
    std::vector<std::uint8_t> hasParent(count, 0);
    for (const Arc& arc : arcs) {
        out[arc.above].push_back(arc.below);
        ++waits[arc.below];
        hasParent[arc.below] = 1;
    }
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < count; ++i) {
        if (waits[i] == 0)
            order.push_back(i);
    }
    std::vector<std::uint32_t> layer(count, 0);
    for (std::size_t i = 0; i < order.size(); ++i) {
        for (const std::uint32_t below : out[order[i]]) {
            layer[below] = std::max(layer[below], layer[order[i]] + 1);
            if (--waits[below] == 0)
                order.push_back(below);
        }
    }
    for (std::size_t i = order.size(); i-- > 0;) {
        const std::uint32_t item = order[i];
        if (hasParent[item] || out[item].empty())
            continue;
        std::uint32_t nearest = ~0U;
        for (const std::uint32_t below : out[item])
            nearest = std::min(nearest, layer[below]);
        layer[item] = nearest - 1;
    }
    return layer;
}

Layered layered(std::size_t count, const std::vector<Arc>& arcs)
{
    Layered result;
    result.boxes = static_cast<std::uint32_t>(count);
    result.layer = layersOf(count, arcs);
    std::size_t bends = 0;
    for (const Arc& arc : arcs)
        bends += result.layer[arc.below] - result.layer[arc.above] - 1;
    result.above.resize(count);
    result.below.resize(count);
    for (const Arc& arc : arcs) {
        std::uint32_t from = arc.above;
        const std::uint32_t last = result.layer[arc.below];
        if (last > result.layer[from] + 1 && bends > mostBends * count)
            continue;
        for (std::uint32_t l = result.layer[from] + 1; l < last; ++l) {
            const auto bend = static_cast<std::uint32_t>(result.layer.size());
            result.layer.push_back(l);
            result.above.push_back({from});
            result.below.emplace_back();
            result.below[from].push_back(bend);
            from = bend;
        }
        result.below[from].push_back(arc.below);
        result.above[arc.below].push_back(from);
    }
    // The first order: depth first from the top, so that families stay together.
    result.layers.resize(count == 0 ? 0 : *std::max_element(result.layer.begin(), result.layer.end()) + 1);
    result.at.assign(result.layer.size(), ~0U);
    for (std::uint32_t start = 0; start < result.layer.size(); ++start) {
        if (!result.above[start].empty() || result.at[start] != ~0U)
            continue;
        std::vector<std::uint32_t> stack{start};
        while (!stack.empty()) {
            const std::uint32_t item = stack.back();
            stack.pop_back();
            if (result.at[item] != ~0U)
                continue;
            auto& layer = result.layers[result.layer[item]];
            result.at[item] = static_cast<std::uint32_t>(layer.size());
            layer.push_back(item);
            for (std::size_t i = result.below[item].size(); i-- > 0;)
                stack.push_back(result.below[item][i]);
        }
    }
    return result;
}

std::uint64_t crossingsBelow(const Layered& graph, std::size_t layer)
{
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
    for (const std::uint32_t item : graph.layers[layer]) {
        for (const std::uint32_t other : graph.below[item])
            ends.emplace_back(graph.at[item], graph.at[other]);
    }
    return crossings(ends);
}

std::uint64_t crossingsOf(const Layered& graph)
{
    std::uint64_t sum = 0;
    for (std::size_t l = 0; l + 1 < graph.layers.size(); ++l)
        sum += crossingsBelow(graph, l);
    return sum;
}

void number(Layered& graph, std::size_t layer)
{
    for (std::uint32_t i = 0; i < graph.layers[layer].size(); ++i)
        graph.at[graph.layers[layer][i]] = i;
}

// Orders a layer by the mean places of each item's neighbours; items without any keep theirs.
void orderByMeans(Layered& graph, std::size_t layer, const Ends& neighbours)
{
    auto& items = graph.layers[layer];
    std::vector<std::pair<double, std::uint32_t>> moved;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto& others = neighbours[items[i]];
        if (others.empty())
            continue;
        double sum = 0;
        for (const std::uint32_t other : others)
            sum += graph.at[other];
        moved.emplace_back(sum / static_cast<double>(others.size()), items[i]);
        places.push_back(i);
    }
    std::stable_sort(moved.begin(), moved.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::size_t i = 0; i < moved.size(); ++i)
        items[places[i]] = moved[i].second;
    number(graph, layer);
}

// Crossings of two items' arcs to one side when `left` stands left of `right`.
std::uint64_t crossingsBetween(const Layered& graph, const Ends& neighbours, std::uint32_t left, std::uint32_t right)
{
    std::uint64_t count = 0;
    for (const std::uint32_t a : neighbours[left]) {
        for (const std::uint32_t b : neighbours[right])
            count += graph.at[a] > graph.at[b] ? 1 : 0;
    }
    return count;
}

bool exchangeNeighbours(Layered& graph, std::size_t layer)
{
    auto& items = graph.layers[layer];
    bool isBetter = false;
    for (std::size_t i = 0; items.size() <= exchangedUpTo && i + 1 < items.size(); ++i) {
        const std::uint32_t left = items[i];
        const std::uint32_t right = items[i + 1];
        const auto now = crossingsBetween(graph, graph.above, left, right) + crossingsBetween(graph, graph.below, left, right);
        const auto then = crossingsBetween(graph, graph.above, right, left) + crossingsBetween(graph, graph.below, right, left);
        if (then < now) {
            std::swap(items[i], items[i + 1]);
            std::swap(graph.at[left], graph.at[right]);
            isBetter = true;
        }
    }
    return isBetter;
}

bool order(Layered& graph, const Cancel& cancel)
{
    auto best = graph.layers;
    auto fewest = crossingsOf(graph);
    int sinceBetter = 0;
    for (int sweep = 0; sweep < orderSweeps && fewest > 0 && sinceBetter < 4; ++sweep) {
        if (cancel.isRaised())
            return false;
        const std::size_t count = graph.layers.size();
        for (std::size_t step = 1; step < count; ++step) {
            if (sweep % 2 == 0)
                orderByMeans(graph, step, graph.above);
            else
                orderByMeans(graph, count - 1 - step, graph.below);
        }
        for (int round = 0; round < 4; ++round) {
            bool isBetter = false;
            for (std::size_t l = 0; l < count; ++l)
                isBetter = exchangeNeighbours(graph, l) || isBetter;
            if (!isBetter)
                break;
        }
        ++sinceBetter;
        if (const auto now = crossingsOf(graph); now < fewest) {
            fewest = now;
            best = graph.layers;
            sinceBetter = 0;
        }
    }
    graph.layers = std::move(best);
    for (std::size_t l = 0; l < graph.layers.size(); ++l)
        number(graph, l);
    return true;
}

} // namespace

std::uint64_t crossings(std::vector<std::pair<std::uint32_t, std::uint32_t>>& ends)
{
    std::sort(ends.begin(), ends.end());
    std::uint32_t most = 0;
    for (const auto& end : ends)
        most = std::max(most, end.second + 1);
    std::vector<std::uint32_t> tree(most + 1, 0); // of Fenwick: how many ends so far are at or before a place
    std::uint64_t sum = 0;
    for (std::uint32_t i = 0; i < ends.size(); ++i) {
        std::uint32_t before = 0;
        for (std::uint32_t k = ends[i].second + 1; k > 0; k -= k & (~k + 1))
            before += tree[k];
        sum += i - before;
        for (std::uint32_t k = ends[i].second + 1; k <= most; k += k & (~k + 1))
            ++tree[k];
    }
    return sum;
}

Result<std::vector<Vec>> layeredPlacement(const std::vector<Rect>& boxes, const std::vector<Arc>& arcs, const Cancel& cancel)
{
    Layered graph = layered(boxes.size(), withoutCycles(boxes.size(), arcs));
    if (!order(graph, cancel))
        return fail(Errc::cancelled, "layers");

    const auto left = [&](std::uint32_t item) { return item < graph.boxes ? -static_cast<double>(boxes[item].left) : bendWidth / 2; };
    const auto right = [&](std::uint32_t item) { return item < graph.boxes ? static_cast<double>(boxes[item].right) : bendWidth / 2; };
    std::vector<std::vector<double>> gaps(graph.layers.size());
    std::vector<double> x(graph.layer.size(), 0.0);
    for (std::size_t l = 0; l < graph.layers.size(); ++l) {
        const auto& items = graph.layers[l];
        for (std::size_t i = 0; i + 1 < items.size(); ++i) {
            gaps[l].push_back(right(items[i]) + besideEachOther + left(items[i + 1]));
            x[items[i + 1]] = x[items[i]] + gaps[l][i];
        }
        const double middle = items.empty() ? 0 : x[items.back()] / 2;
        for (const std::uint32_t item : items)
            x[item] -= middle;
    }
    // A bend wants to lie on one line with both its ends more than a box wants the middle of its neighbours.
    const auto place = [&](std::size_t l, const Ends* first, const Ends* second) {
        const auto& items = graph.layers[l];
        std::vector<double> wished;
        std::vector<double> weights;
        for (const std::uint32_t item : items) {
            double sum = 0;
            double count = 0;
            for (const Ends* ends : {first, second}) {
                if (!ends)
                    continue;
                for (const std::uint32_t other : (*ends)[item]) {
                    sum += x[other];
                    ++count;
                }
            }
            wished.push_back(count > 0 ? sum / count : x[item]);
            weights.push_back(count == 0 ? 0.01 : item < graph.boxes ? count : 4 * count);
        }
        const auto places = spacedOut(wished, gaps[l], weights);
        for (std::size_t i = 0; i < items.size(); ++i)
            x[items[i]] = places[i];
    };
    const std::size_t count = graph.layers.size();
    for (int sweep = 0; sweep < placeSweeps; ++sweep) {
        if (cancel.isRaised())
            return fail(Errc::cancelled, "layers");
        const bool isLast = sweep + 2 >= placeSweeps;
        for (std::size_t step = 0; step < count; ++step) {
            const std::size_t l = sweep % 2 == 0 ? step : count - 1 - step;
            place(l, &graph.above, isLast || sweep % 2 == 1 ? &graph.below : nullptr);
        }
    }

    std::vector<Vec> result(boxes.size());
    double top = 0;
    for (const auto& items : graph.layers) {
        double up = 0;
        double down = 0;
        for (const std::uint32_t item : items) {
            if (item < graph.boxes) {
                up = std::max(up, -static_cast<double>(boxes[item].top));
                down = std::max(down, static_cast<double>(boxes[item].bottom));
            }
        }
        for (const std::uint32_t item : items) {
            if (item < graph.boxes)
                result[item] = {x[item], top + up};
        }
        top += up + down + betweenLayers;
    }
    return result;
}

} // namespace skein
