// SPDX-License-Identifier: GPL-3.0-or-later
// Made-up graphs and documents of any size, the same on every machine: for figures and pictures.
#pragma once

#include "core/document/document.h"
#include "core/graph/graph.h"
#include "core/graph/layout/random.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <set>
#include <string>
#include <vector>

namespace skein {

inline std::string madeUpWord(Random& random, std::uint32_t further = 0)
{
    static constexpr const char* syllables[] = {"ar", "ben", "cor", "dan", "el", "far", "gal", "hal", "in", "jor", "kel", "lor", "mar", "nor", "ol", "per",
                                                "qua", "ras", "sol", "tor", "ul", "ver", "wen", "yor", "zel", "lum", "bas", "ther", "mon", "dra", "vin", "sty"};
    std::string word;
    const std::uint32_t parts = 2 + random.below(2) + further;
    for (std::uint32_t i = 0; i < parts; ++i)
        word += syllables[random.below(32)];
    word[0] = static_cast<char>(word[0] - 'a' + 'A');
    return word;
}

// Communities with sizes and degrees of a power law, a fifth of the links between them (after Lancichinetti, Fortunato and
// Radicchi 2008). Most members of a community are of one type.
inline Graph madeUpGraph(std::uint32_t nodes, std::uint32_t edges, std::uint64_t seed = 7)
{
    static constexpr const char* types[] = {"person", "organization", "product", "technology", "place", "event", "benchmark", "work", "law"};
    Random random(seed);
    const auto power = [&](double low, double high, double exponent) {
        const double b = 1 - exponent;
        return std::pow(std::pow(low, b) + random.unit() * (std::pow(high, b) - std::pow(low, b)), 1 / b);
    };
    std::vector<std::uint32_t> starts; // of communities
    std::vector<std::uint32_t> communityOf(nodes);
    for (std::uint32_t next = 0; next < nodes;) {
        const auto size = std::min(static_cast<std::uint32_t>(power(15, std::max(60.0, nodes / 20.0), 1.5)), nodes - next);
        std::fill_n(communityOf.begin() + next, size, static_cast<std::uint32_t>(starts.size()));
        starts.push_back(next);
        next += size;
    }
    starts.push_back(nodes);
    std::vector<double> sums{0};
    for (std::uint32_t i = 0; i < nodes; ++i)
        sums.push_back(sums.back() + power(1, 3 * std::sqrt(nodes), 2.5));
    const auto draw = [&](std::uint32_t from, std::uint32_t to) { // by weight
        const double wanted = sums[from] + random.unit() * (sums[to] - sums[from]);
        const auto found = std::upper_bound(sums.begin() + from, sums.begin() + to, wanted) - sums.begin() - 1;
        return std::clamp(static_cast<std::uint32_t>(found), from, to - 1);
    };
    std::vector<std::uint64_t> links;
    const auto link = [&](std::uint32_t a, std::uint32_t b) {
        if (a != b)
            links.push_back(static_cast<std::uint64_t>(std::min(a, b)) << 32 | std::max(a, b));
    };
    for (std::uint32_t i = 1; i < nodes; ++i) // nobody is alone, and all hang together
        link(i, draw(i > starts[communityOf[i]] ? starts[communityOf[i]] : 0, i));
    while (links.size() < edges) {
        while (links.size() < edges) {
            const std::uint32_t a = draw(0, nodes);
            const std::uint32_t c = communityOf[a];
            link(a, random.unit() < 0.2 ? draw(0, nodes) : draw(starts[c], starts[c + 1]));
        }
        std::sort(links.begin(), links.end());
        links.erase(std::unique(links.begin(), links.end()), links.end());
    }
    Graph graph;
    std::vector<std::uint32_t> degrees(nodes, 0);
    graph.relations = {{"linked", "is linked with"}};
    for (const std::uint64_t pair : links) {
        GraphEdge edge;
        edge.source = static_cast<std::uint32_t>(pair >> 32);
        edge.target = static_cast<std::uint32_t>(pair);
        edge.claims = 1 + (random.below(4) == 0 ? random.below(4) : 0);
        edge.documents = 1;
        graph.edges.push_back(edge);
        ++degrees[edge.source];
        ++degrees[edge.target];
    }
    for (std::uint32_t i = 0; i < nodes; ++i) {
        const std::uint32_t main = communityOf[i] * 7 % 5;
        std::string name = madeUpWord(random);
        if (random.below(5) < 3)
            name += " " + madeUpWord(random);
        graph.nodes.push_back({EntityId{i + 1}, std::move(name), types[random.below(10) < 6 ? main : random.below(9)],
                               1 + degrees[i] * (50 + random.below(100)) / 100, 1});
    }
    return graph;
}

// Islands as a library of short articles has them: half of the nodes in one, the others in hundreds whose sizes follow a
// power law, each a tree with a few links more.
inline Graph madeUpIslands(std::uint32_t nodes, std::uint64_t seed = 5)
{
    Random random(seed);
    Graph graph;
    graph.relations = {{"linked", "is linked with"}};
    for (std::uint32_t first = 0; first < nodes;) {
        const auto drawn = first == 0 ? nodes / 2 : static_cast<std::uint32_t>(2 / std::pow(random.unit() + 2.0 / 300, 1.0));
        const std::uint32_t size = std::min(std::clamp(drawn, 2U, std::max(300U, nodes / 2)), nodes - first);
        std::vector<std::uint64_t> links;
        for (std::uint32_t i = 1; i < size; ++i) {
            const std::uint32_t other = i - 1 - random.below(std::min(i, 30U));
            links.push_back(static_cast<std::uint64_t>(other) << 32 | i);
            if (const std::uint32_t far = random.below(i); random.below(10) == 0 && far != other)
                links.push_back(static_cast<std::uint64_t>(far) << 32 | i);
        }
        std::sort(links.begin(), links.end());
        for (const std::uint64_t link : links) {
            GraphEdge edge;
            edge.source = first + static_cast<std::uint32_t>(link >> 32);
            edge.target = first + static_cast<std::uint32_t>(link);
            edge.claims = 1;
            edge.documents = 1;
            graph.edges.push_back(edge);
        }
        for (std::uint32_t i = 0; i < size; ++i)
            graph.nodes.push_back({EntityId{first + i + 1}, madeUpWord(random) + " " + madeUpWord(random), "organization", 1 + random.below(6), 1});
        first += size;
    }
    return graph;
}

// Articles that name about so many entities, and who leads, owns, hired and invested in whom.
inline std::vector<Source> madeUpSources(std::uint32_t entities, std::uint64_t seed = 11)
{
    constexpr std::uint32_t inOne = 24; // new entities of one article
    Random random(seed);
    static constexpr const char* kinds[] = {"Systems", "Labs", "Industries", "Bank", "Institute", "Energy", "Motors", "Capital"};
    std::vector<std::string> firms;
    std::vector<std::string> people;
    std::vector<Source> sources;
    std::set<std::string> taken;
    const auto fresh = [&](const auto& make) {
        constexpr std::uint32_t patience = 20; // words of so many syllables are running out
        std::uint32_t tries = 0;
        std::string name = make(0);
        while (!taken.insert(name).second)
            name = make(++tries / patience);
        return name;
    };
    for (std::uint32_t made = 0; made < entities; made += inOne) {
        std::string text = std::format("# {} and {} in the news\n\n", madeUpWord(random), madeUpWord(random));
        for (std::uint32_t i = 0; i < inOne / 2; ++i) {
            firms.push_back(fresh([&](std::uint32_t further) { return madeUpWord(random, further) + " " + kinds[random.below(8)]; }));
            people.push_back(fresh([&](std::uint32_t further) {
                static constexpr const char* first[] = {"Anna", "David", "Maria", "Peter", "Laura", "James", "Emma", "Thomas", "Sarah", "Daniel", "Julia", "Robert"};
                return std::string(first[random.below(12)]) + " " + madeUpWord(random, further);
            }));
            const auto size = static_cast<std::uint32_t>(firms.size());
            const std::string& firm = firms.back();
            const std::string& person = people.back();
            // Mostly of the same article, now and then of any.
            const std::string& other = firms[random.below(4) > 0 ? size - 1 - random.below(std::min(size, inOne / 2)) : random.below(size)];
            text += std::format("{} is the chief executive of {}. ", person, firm);
            if (other != firm) {
                text += std::format("{} acquired {} in {}. ", firm, other, 2005 + random.below(20));
                text += std::format("{} left {} for {}. ", person, other, firm);
            }
            text += std::format("\"We invest in people,\" said {}.\n\n", person);
        }
        sources.push_back({std::move(text), std::format("article-{}.md", sources.size()), {}, "text/markdown"});
    }
    return sources;
}

} // namespace skein
