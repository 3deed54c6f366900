// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/analysis/centrality.h"

#include "core/base/parallel.h"
#include "core/graph/analysis/classic.h"
#include "core/graph/analysis/strength.h"
#include "core/graph/layout/random.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <mutex>
#include <numeric>

namespace skein {

namespace {

constexpr std::size_t lots = 16;
constexpr std::uint32_t highest = 20; // nodes whose error is told

// Adds to `sum` what the shortest ways from `start` say of every node (Brandes 2001). A way counts for a node by how far along
// it the node is, and from its other end by the rest: so nodes beside a start are not overrated when few starts are taken
// (Geisberger, Sanders and Schultes 2008). From all starts the sum is the plain one.
class Ways {
public:
    explicit Ways(const Adjacency& adjacency)
        : m_adjacency(adjacency), m_hops(adjacency.size(), -1), m_ways(adjacency.size()), m_share(adjacency.size())
    {
    }

    void addFrom(std::uint32_t start, std::vector<double>& sum)
    {
        m_order.assign(1, start);
        m_hops[start] = 0;
        m_ways[start] = 1;
        for (std::size_t i = 0; i < m_order.size(); ++i) {
            const std::uint32_t node = m_order[i];
            for (const std::uint32_t other : m_adjacency.of(node)) {
                if (m_hops[other] < 0) {
                    m_hops[other] = m_hops[node] + 1;
                    m_ways[other] = 0;
                    m_order.push_back(other);
                }
                if (m_hops[other] == m_hops[node] + 1)
                    m_ways[other] += m_ways[node];
            }
        }
        for (const std::uint32_t node : m_order)
            m_share[node] = 0;
        for (std::size_t i = m_order.size(); i-- > 1;) {
            const std::uint32_t node = m_order[i];
            const double each = (1.0 / m_hops[node] + m_share[node]) / m_ways[node];
            for (const std::uint32_t other : m_adjacency.of(node)) {
                if (m_hops[other] == m_hops[node] - 1)
                    m_share[other] += m_ways[other] * each;
            }
            sum[node] += 2 * m_hops[node] * m_share[node];
        }
        for (const std::uint32_t node : m_order)
            m_hops[node] = -1;
    }

private:
    const Adjacency& m_adjacency;
    std::vector<std::int32_t> m_hops;
    std::vector<double> m_ways;
    std::vector<double> m_share;
    std::vector<std::uint32_t> m_order;
};

std::vector<std::uint32_t> startsIn(const Adjacency& adjacency, std::size_t links)
{
    std::vector<std::uint32_t> starts(adjacency.size());
    std::iota(starts.begin(), starts.end(), 0U);
    if (starts.size() <= exactBetweenness)
        return starts;
    // A sample that keeps the whole within some seconds, and never so small that it says nothing.
    const std::size_t wanted = std::clamp<std::size_t>(160'000'000 / (starts.size() + links), 64, 1024) / lots * lots;
    Random random(1);
    random.shuffle(starts);
    starts.resize(wanted);
    return starts;
}

Result<Centrality> betweenness(const Adjacency& adjacency, std::size_t links, const Cancel& cancel, const Progress& progress)
{
    const std::size_t count = adjacency.size();
    Centrality result;
    result.values.assign(count, 0.0);
    if (count < 3)
        return result;
    const std::vector<std::uint32_t> starts = startsIn(adjacency, links);
    std::array<std::vector<double>, lots> sums;
    std::mutex telling;
    std::size_t done = 0;
    inParallel(lots, 1, [&](std::size_t begin, std::size_t end) {
        Ways ways(adjacency);
        for (std::size_t lot = begin; lot < end; ++lot) {
            sums[lot].assign(count, 0.0);
            for (std::size_t i = lot; i < starts.size() && !cancel.isRaised(); i += lots) {
                ways.addFrom(starts[i], sums[lot]);
                const std::lock_guard lock(telling);
                ++done;
                if (progress)
                    progress(static_cast<double>(done) / static_cast<double>(starts.size()));
            }
        }
    });
    if (cancel.isRaised())
        return fail(Errc::cancelled, "betweenness");
    // From one start a node can be on the way to all but itself and the start; every nth start is the node itself.
    const auto n = static_cast<double>(count);
    const double most = static_cast<double>(starts.size()) * (n - 1) / n * (n - 2);
    for (const auto& sum : sums) {
        for (std::size_t i = 0; i < count; ++i)
            result.values[i] += sum[i];
    }
    if (starts.size() < count) {
        result.starts = static_cast<std::uint32_t>(starts.size());
        std::vector<std::uint32_t> order(count);
        std::iota(order.begin(), order.end(), 0U);
        const std::size_t told = std::min<std::size_t>(highest, count);
        std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(told), order.end(), [&](std::uint32_t a, std::uint32_t b) {
            return std::pair(result.values[b], a) < std::pair(result.values[a], b);
        });
        double squares = 0;
        for (std::size_t k = 0; k < told && result.values[order[k]] > 0; ++k) {
            const double mean = result.values[order[k]] / lots;
            double variance = 0;
            for (const auto& sum : sums)
                variance += (sum[order[k]] - mean) * (sum[order[k]] - mean) / (lots - 1);
            squares += variance / lots / (mean * mean);
        }
        result.error = std::sqrt(squares / static_cast<double>(told));
    }
    for (double& value : result.values)
        value /= most;
    return result;
}

} // namespace

Result<Centrality> centrality(const Graph& graph, const Pairs& pairs, const Adjacency& adjacency, Measure measure,
                              const Cancel& cancel, const Progress& progress)
{
    Centrality result;
    switch (measure) {
    case Measure::mentions:
        for (const GraphNode& node : graph.nodes)
            result.values.push_back(node.mentions);
        return result;
    case Measure::sources:
        for (const GraphNode& node : graph.nodes)
            result.values.push_back(node.documents);
        return result;
    case Measure::degree:
        for (std::uint32_t i = 0; i < graph.nodes.size(); ++i)
            result.values.push_back(adjacency.degree(i));
        return result;
    case Measure::betweenness: return betweenness(adjacency, pairs.pairs.size(), cancel, progress);
    case Measure::pageRank: break;
    }
    const std::vector<double> weights = strengthsOf(graph, pairs);
    auto ranks = classic::pageRank({graph.nodes.size(), pairs.pairs, weights}, cancel);
    if (!ranks)
        return std::unexpected(ranks.error());
    result.values = std::move(*ranks);
    return result;
}

} // namespace skein
