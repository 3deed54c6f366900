// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/analysis/paths.h"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <optional>
#include <queue>
#include <set>

namespace skein {

namespace {

constexpr double farAway = std::numeric_limits<double>::infinity();
constexpr std::uint32_t none = ~0U;
constexpr std::size_t cancelEvery = 4096;

struct Entry {
    double key = 0;
    std::uint32_t node = 0;

    bool operator>(const Entry& o) const { return std::pair(key, node) > std::pair(o.key, o.node); }
};
using Queue = std::priority_queue<Entry, std::vector<Entry>, std::greater<>>;

bool isBarred(const Network& network, std::uint32_t node)
{
    return !network.isBarred.empty() && network.isBarred[node];
}

// Distances to `to` of every node that can reach it without passing a barred one.
std::optional<std::vector<double>> distancesTo(const Network& network, std::uint32_t to, const Cancel& cancel)
{
    std::vector<double> distance(network.adjacency.size(), farAway);
    Queue queue;
    distance[to] = 0;
    queue.push({0, to});
    for (std::size_t steps = 0; !queue.empty(); ++steps) {
        const Entry top = queue.top();
        queue.pop();
        if (top.key > distance[top.node] || (top.node != to && isBarred(network, top.node)))
            continue;
        if (steps % cancelEvery == 0 && cancel.isRaised())
            return std::nullopt;
        const auto others = network.adjacency.of(top.node);
        const auto links = network.adjacency.linksOf(top.node);
        for (std::size_t i = 0; i < others.size(); ++i) {
            const double reached = top.key + network.costs[links[i]];
            if (reached < distance[others[i]]) {
                distance[others[i]] = reached;
                queue.push({reached, others[i]});
            }
        }
    }
    return distance;
}

// Searches for ways to one target again and again; what a search wrote is undone by the next.
class Searcher {
public:
    Searcher(const Network& network, std::uint32_t to, const std::vector<double>& estimate)
        : m_network(network), m_to(to), m_estimate(estimate), m_distance(estimate.size(), farAway), m_link(estimate.size(), none),
          m_isClosed(estimate.size(), 0)
    {
    }

    // The best way on from the last node of `root` that repeats none of its nodes and does not begin with one of `taken`.
    std::optional<Path> from(const Path& root, const std::set<std::uint32_t>& taken, const Cancel& cancel)
    {
        for (const std::uint32_t node : m_touched) {
            m_distance[node] = farAway;
            m_link[node] = none;
            m_isClosed[node] = 0;
        }
        m_touched.clear();
        const std::uint32_t start = root.nodes.back();
        for (const std::uint32_t node : root.nodes) {
            m_isClosed[node] = 1;
            m_touched.push_back(node);
        }
        Queue queue;
        m_isClosed[start] = 0;
        m_distance[start] = root.cost;
        queue.push({root.cost + m_estimate[start], start});
        for (std::size_t steps = 0; !queue.empty(); ++steps) {
            const std::uint32_t node = queue.top().node;
            queue.pop();
            if (m_isClosed[node])
                continue;
            m_isClosed[node] = 1;
            if (node == m_to)
                return wayBack(root);
            if (steps % cancelEvery == cancelEvery - 1 && cancel.isRaised())
                return std::nullopt;
            if (node != start && isBarred(m_network, node))
                continue;
            const auto others = m_network.adjacency.of(node);
            const auto links = m_network.adjacency.linksOf(node);
            for (std::size_t i = 0; i < others.size(); ++i) {
                const std::uint32_t other = others[i];
                if (m_isClosed[other] || m_estimate[other] == farAway || (node == start && taken.contains(links[i])))
                    continue;
                const double reached = m_distance[node] + m_network.costs[links[i]];
                if (reached < m_distance[other]) {
                    if (m_distance[other] == farAway)
                        m_touched.push_back(other);
                    m_distance[other] = reached;
                    m_link[other] = links[i];
                    queue.push({reached + m_estimate[other], other});
                }
            }
        }
        return std::nullopt;
    }

private:
    Path wayBack(const Path& root) const
    {
        Path path = root;
        path.cost = m_distance[m_to];
        const std::size_t at = path.nodes.size();
        for (std::uint32_t node = m_to; node != root.nodes.back();) {
            const Pair& pair = m_network.pairs.pairs[m_link[node]];
            path.nodes.push_back(node);
            path.pairs.push_back(m_link[node]);
            node = pair.source == node ? pair.target : pair.source;
        }
        std::reverse(path.nodes.begin() + static_cast<std::ptrdiff_t>(at), path.nodes.end());
        std::reverse(path.pairs.begin() + static_cast<std::ptrdiff_t>(at) - 1, path.pairs.end());
        return path;
    }

    const Network& m_network;
    std::uint32_t m_to;
    const std::vector<double>& m_estimate;
    std::vector<double> m_distance;
    std::vector<std::uint32_t> m_link; // to the node before
    std::vector<std::uint8_t> m_isClosed;
    std::vector<std::uint32_t> m_touched;
};

struct Candidate {
    Path path;
    std::size_t deviatesAt = 0; // index of the node from where on it differs from the path that it was made from

    bool operator<(const Candidate& o) const { return std::tie(path.cost, path.nodes) < std::tie(o.path.cost, o.path.nodes); }
};

} // namespace

Result<std::vector<Path>> bestPaths(const Network& network, std::uint32_t from, std::uint32_t to, std::size_t count,
                                    const Cancel& cancel)
{
    std::vector<Path> result;
    if (from == to || std::max(from, to) >= network.adjacency.size() || count == 0)
        return result;
    const auto estimate = distancesTo(network, to, cancel);
    if (!estimate)
        return fail(Errc::cancelled, "paths");
    if ((*estimate)[from] == farAway)
        return result;
    Searcher searcher(network, to, *estimate);
    std::set<Candidate> candidates;
    if (auto first = searcher.from({{from}, {}, 0}, {}, cancel))
        candidates.insert({std::move(*first), 0});
    while (!candidates.empty() && result.size() < count) {
        if (cancel.isRaised())
            return fail(Errc::cancelled, "paths");
        const Candidate best = *candidates.begin();
        candidates.erase(candidates.begin());
        result.push_back(best.path);
        if (result.size() == count)
            break;
        Path root{{best.path.nodes[0]}, {}, 0};
        for (std::size_t i = 0; i + 1 < best.path.nodes.size(); ++i) {
            if (i >= best.deviatesAt) {
                std::set<std::uint32_t> taken; // how the paths we have go on from here
                for (const Path& path : result) {
                    if (path.nodes.size() > i && std::equal(root.nodes.begin(), root.nodes.end(), path.nodes.begin()))
                        taken.insert(path.pairs[i]);
                }
                if (auto path = searcher.from(root, taken, cancel))
                    candidates.insert({std::move(*path), i});
            }
            root.cost += network.costs[best.path.pairs[i]];
            root.nodes.push_back(best.path.nodes[i + 1]);
            root.pairs.push_back(best.path.pairs[i]);
        }
    }
    if (cancel.isRaised())
        return fail(Errc::cancelled, "paths");
    return result;
}

namespace {

// Union of sets, by halving paths.
class Sets {
public:
    explicit Sets(std::size_t count) : m_parent(count) { std::iota(m_parent.begin(), m_parent.end(), 0U); }
    std::uint32_t of(std::uint32_t item)
    {
        while (m_parent[item] != item)
            item = m_parent[item] = m_parent[m_parent[item]];
        return item;
    }
    bool join(std::uint32_t a, std::uint32_t b)
    {
        a = of(a);
        b = of(b);
        m_parent[std::max(a, b)] = std::min(a, b);
        return a != b;
    }

private:
    std::vector<std::uint32_t> m_parent;
};

// Every node's nearest terminal, how far it is, and the link towards it.
struct Regions {
    std::vector<double> distance;
    std::vector<std::uint32_t> terminal; // index into the terminals
    std::vector<std::uint32_t> link;
};

std::optional<Regions> regionsOf(const Network& network, const std::vector<std::uint32_t>& terminals, const Cancel& cancel)
{
    const std::size_t count = network.adjacency.size();
    Regions result{std::vector<double>(count, farAway), std::vector<std::uint32_t>(count, none),
                   std::vector<std::uint32_t>(count, none)};
    Queue queue;
    for (std::uint32_t t = 0; t < terminals.size(); ++t) {
        result.distance[terminals[t]] = 0;
        result.terminal[terminals[t]] = t;
        queue.push({0, terminals[t]});
    }
    for (std::size_t steps = 0; !queue.empty(); ++steps) {
        const Entry top = queue.top();
        queue.pop();
        if (top.key > result.distance[top.node])
            continue;
        if (steps % cancelEvery == 0 && cancel.isRaised())
            return std::nullopt;
        const auto others = network.adjacency.of(top.node);
        const auto links = network.adjacency.linksOf(top.node);
        for (std::size_t i = 0; i < others.size(); ++i) {
            const double reached = top.key + network.costs[links[i]];
            if (isBarred(network, others[i]) || reached >= result.distance[others[i]])
                continue;
            result.distance[others[i]] = reached;
            result.terminal[others[i]] = result.terminal[top.node];
            result.link[others[i]] = links[i];
            queue.push({reached, others[i]});
        }
    }
    return result;
}

} // namespace

Result<Joining> joinTerminals(const Network& network, const std::vector<std::uint32_t>& wanted, const Cancel& cancel)
{
    std::vector<std::uint32_t> terminals;
    for (const std::uint32_t node : wanted) {
        if (node < network.adjacency.size())
            terminals.push_back(node);
    }
    const std::uint32_t first = terminals.empty() ? 0 : terminals[0];
    std::sort(terminals.begin(), terminals.end());
    terminals.erase(std::unique(terminals.begin(), terminals.end()), terminals.end());
    Joining result;
    if (terminals.empty())
        return result;
    const auto regions = regionsOf(network, terminals, cancel);
    if (!regions)
        return fail(Errc::cancelled, "joining");

    // The cheapest way between any two neighbouring regions, then a spanning tree over the terminals (Kruskal).
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::pair<double, std::uint32_t>> bridges;
    for (std::uint32_t p = 0; p < network.pairs.pairs.size(); ++p) {
        const Pair& pair = network.pairs.pairs[p];
        const std::uint32_t a = regions->terminal[pair.source];
        const std::uint32_t b = regions->terminal[pair.target];
        if (a == b || a == none || b == none)
            continue;
        const std::pair way(regions->distance[pair.source] + network.costs[p] + regions->distance[pair.target], p);
        const auto [found, isNew] = bridges.emplace(std::minmax(a, b), way);
        if (!isNew)
            found->second = std::min(found->second, way);
    }
    std::vector<std::pair<std::pair<double, std::uint32_t>, std::pair<std::uint32_t, std::uint32_t>>> ways;
    for (const auto& [ends, way] : bridges)
        ways.emplace_back(way, ends);
    std::sort(ways.begin(), ways.end());
    Sets joined(terminals.size());
    std::vector<std::uint32_t> chosen;
    for (const auto& [way, ends] : ways) {
        if (joined.join(ends.first, ends.second))
            chosen.push_back(way.second);
    }

    const auto firstIndex = static_cast<std::uint32_t>(std::lower_bound(terminals.begin(), terminals.end(), first) - terminals.begin());
    std::set<std::uint32_t> kept; // a tree whose leaves are terminals: each region's ways are a tree towards its own
    for (const std::uint32_t bridge : chosen) {
        const Pair& pair = network.pairs.pairs[bridge];
        if (joined.of(regions->terminal[pair.source]) != joined.of(firstIndex))
            continue;
        kept.insert(bridge);
        for (std::uint32_t node : {pair.source, pair.target}) {
            while (regions->link[node] != none) {
                const Pair& towards = network.pairs.pairs[regions->link[node]];
                kept.insert(regions->link[node]);
                node = towards.source == node ? towards.target : towards.source;
            }
        }
    }
    std::set<std::uint32_t> nodes{first};
    for (const std::uint32_t pair : kept) {
        nodes.insert(network.pairs.pairs[pair].source);
        nodes.insert(network.pairs.pairs[pair].target);
        result.cost += network.costs[pair];
    }
    result.nodes.assign(nodes.begin(), nodes.end());
    result.pairs.assign(kept.begin(), kept.end());
    for (std::uint32_t t = 0; t < terminals.size(); ++t) {
        if (joined.of(t) != joined.of(firstIndex))
            result.stranded.push_back(terminals[t]);
    }
    return result;
}

} // namespace skein
