// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/layout/placement.h"

#include "core/base/parallel.h"

#include <limits>
#include <queue>

namespace skein {

std::vector<float> waysFrom(std::uint32_t start, const Adjacency& adjacency, const std::vector<double>& lengths)
{
    std::vector<float> ways(adjacency.size(), std::numeric_limits<float>::infinity());
    using Entry = std::pair<float, std::uint32_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
    ways[start] = 0;
    open.emplace(0.0F, start);
    while (!open.empty()) {
        const auto [way, node] = open.top();
        open.pop();
        if (way > ways[node])
            continue;
        const auto neighbours = adjacency.of(node);
        const auto links = adjacency.linksOf(node);
        for (std::size_t i = 0; i < neighbours.size(); ++i) {
            const float next = way + static_cast<float>(lengths[links[i]]);
            if (next < ways[neighbours[i]]) {
                ways[neighbours[i]] = next;
                open.emplace(next, neighbours[i]);
            }
        }
    }
    return ways;
}

std::vector<float> allWays(const Adjacency& adjacency, const std::vector<double>& lengths)
{
    std::vector<float> result;
    result.reserve(adjacency.size() * adjacency.size());
    for (std::uint32_t i = 0; i < adjacency.size(); ++i) {
        const std::vector<float> row = waysFrom(i, adjacency, lengths);
        result.insert(result.end(), row.begin(), row.end());
    }
    return result;
}

namespace {

template <typename WaysFrom>
Pivots farthestFirst(std::size_t count, std::uint32_t pivots, Random& random, const WaysFrom& from)
{
    Pivots result;
    std::vector<float> nearest(count, std::numeric_limits<float>::infinity());
    std::uint32_t next = random.below(static_cast<std::uint32_t>(count));
    for (std::size_t c = 0; c < std::min<std::size_t>(pivots, count); ++c) {
        result.nodes.push_back(next);
        result.ways.push_back(from(next));
        for (std::size_t i = 0; i < count; ++i)
            nearest[i] = std::min(nearest[i], result.ways.back()[i]);
        next = static_cast<std::uint32_t>(std::max_element(nearest.begin(), nearest.end()) - nearest.begin());
    }
    return result;
}

std::vector<float> hopsFrom(std::uint32_t start, const Adjacency& adjacency)
{
    constexpr float unseen = std::numeric_limits<float>::infinity();
    std::vector<float> hops(adjacency.size(), unseen);
    std::vector<std::uint32_t> ring{start};
    hops[start] = 0;
    for (std::size_t next = 0; next < ring.size(); ++next) {
        for (const std::uint32_t node : adjacency.of(ring[next])) {
            if (hops[node] == unseen) {
                hops[node] = hops[ring[next]] + 1;
                ring.push_back(node);
            }
        }
    }
    return hops;
}

} // namespace

Pivots pivotsByLength(const Adjacency& adjacency, const std::vector<double>& lengths, std::uint32_t count, Random& random)
{
    return farthestFirst(adjacency.size(), count, random,
                         [&](std::uint32_t node) { return waysFrom(node, adjacency, lengths); });
}

Pivots pivotsByHops(const Adjacency& adjacency, std::uint32_t count, Random& random, const Cancel& cancel)
{
    Pivots result;
    for (std::uint32_t c = 0; c < count; ++c)
        result.nodes.push_back(random.below(static_cast<std::uint32_t>(adjacency.size())));
    result.ways.resize(count);
    inParallelEach(count, adjacency.size() < 2000 ? 1 : 0, [&](std::size_t c) {
        if (!cancel.isRaised())
            result.ways[c] = hopsFrom(result.nodes[c], adjacency);
    });
    return result;
}

std::vector<Vec> pivotPlacement(const Pivots& pivots, Random& random)
{
    const auto& ways = pivots.ways;
    const std::size_t columns = ways.size();
    const std::size_t count = ways[0].size();
    // Double centring of the squared distances.
    std::vector<double> matrix(count * columns);
    std::vector<double> rowMeans(count, 0);
    double mean = 0;
    for (std::size_t c = 0; c < columns; ++c) {
        double columnMean = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const double squared = static_cast<double>(ways[c][i]) * static_cast<double>(ways[c][i]);
            matrix[i * columns + c] = squared;
            columnMean += squared / static_cast<double>(count);
            rowMeans[i] += squared / static_cast<double>(columns);
        }
        for (std::size_t i = 0; i < count; ++i)
            matrix[i * columns + c] -= columnMean;
        mean += columnMean / static_cast<double>(columns);
    }
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t c = 0; c < columns; ++c)
            matrix[i * columns + c] = -0.5 * (matrix[i * columns + c] - rowMeans[i] + mean);
    }
    std::vector<double> product(columns * columns, 0); // CᵀC
    for (std::size_t i = 0; i < count; ++i) {
        const double* row = matrix.data() + i * columns;
        for (std::size_t a = 0; a < columns; ++a) {
            for (std::size_t b = 0; b < columns; ++b)
                product[a * columns + b] += row[a] * row[b];
        }
    }
    // Power iteration for its two main axes.
    std::vector<std::vector<double>> axes;
    std::vector<double> values;
    for (int axis = 0; axis < 2; ++axis) {
        std::vector<double> v(columns);
        for (double& x : v)
            x = random.signedUnit();
        double value = 0;
        for (int round = 0; round < 100; ++round) {
            for (const std::vector<double>& other : axes) {
                double along = 0;
                for (std::size_t i = 0; i < columns; ++i)
                    along += v[i] * other[i];
                for (std::size_t i = 0; i < columns; ++i)
                    v[i] -= along * other[i];
            }
            std::vector<double> next(columns, 0);
            for (std::size_t a = 0; a < columns; ++a) {
                for (std::size_t b = 0; b < columns; ++b)
                    next[a] += product[a * columns + b] * v[b];
            }
            double length = 0;
            for (const double x : next)
                length += x * x;
            length = std::sqrt(length);
            if (length < 1e-12)
                break;
            value = length;
            for (std::size_t i = 0; i < columns; ++i)
                v[i] = next[i] / length;
        }
        axes.push_back(v);
        values.push_back(value);
    }
    // C·v has the direction; scaled so that distances come out as they went in.
    std::vector<Vec> at(count);
    for (std::size_t i = 0; i < count; ++i) {
        const double* row = matrix.data() + i * columns;
        for (std::size_t c = 0; c < columns; ++c) {
            at[i].x += row[c] * axes[0][c];
            at[i].y += row[c] * axes[1][c];
        }
    }
    // The Gram matrix of the pivots alone would have eigenvalues √value × columns / count.
    const double share = static_cast<double>(count) / static_cast<double>(columns);
    for (int axis = 0; axis < 2; ++axis) {
        const double scale = values[static_cast<std::size_t>(axis)] > 0
                                 ? std::sqrt(std::sqrt(share)) / std::sqrt(std::sqrt(values[static_cast<std::size_t>(axis)]))
                                 : 0;
        for (Vec& p : at)
            (axis == 0 ? p.x : p.y) *= scale;
    }
    return at;
}

void descendStress(std::vector<Vec>& at, const std::vector<float>& distances, int rounds, Random& random)
{
    const auto count = static_cast<std::uint32_t>(at.size());
    if (count < 2)
        return;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    pairs.reserve(static_cast<std::size_t>(count) * (count - 1) / 2);
    float nearest = std::numeric_limits<float>::infinity();
    float farthest = 0;
    for (std::uint32_t i = 0; i < count; ++i) {
        for (std::uint32_t j = i + 1; j < count; ++j) {
            pairs.emplace_back(i, j);
            nearest = std::min(nearest, distances[i * count + j]);
            farthest = std::max(farthest, distances[i * count + j]);
        }
    }
    // The step falls geometrically from the farthest pair's square to a tenth of the nearest one's, without pow().
    double step = static_cast<double>(farthest) * static_cast<double>(farthest);
    const double last = 0.1 * static_cast<double>(nearest) * static_cast<double>(nearest);
    double low = 0;
    double high = 1;
    for (int i = 0; i < 60; ++i) { // the factor f with f^(rounds-1) = last / step
        const double middle = (low + high) / 2;
        double power = 1;
        for (int k = 1; k < rounds; ++k)
            power *= middle;
        (power < last / step ? low : high) = middle;
    }
    for (int round = 0; round < rounds; ++round, step *= high) {
        random.shuffle(pairs);
        for (const auto& [i, j] : pairs) {
            const double ideal = distances[i * count + j];
            const double mu = std::min(step / (ideal * ideal), 1.0);
            const Vec way = at[i] - at[j];
            const double length = std::max(way.length(), 1e-9);
            const Vec move = way * (mu * (length - ideal) / (2 * length));
            at[i] -= move;
            at[j] += move;
        }
    }
}

} // namespace skein
