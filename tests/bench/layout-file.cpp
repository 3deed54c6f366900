// SPDX-License-Identifier: GPL-3.0-or-later
// layout-file GRAPH.tsv OUT.xy [SEED]: lays out an edge list ("nodes TAB edges", then "u TAB v" lines) from nothing and
// writes "x y" lines, so that any program can judge the drawing. Prints the seconds that it took, and those of all cores
// together. With "-" for OUT.xy nothing is written, and how well the drawing shows the graph is told instead.
#include "core/graph/layout/layout.h"
#include "tests/bench/quality.h"

#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string_view>

namespace {

double cpu()
{
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto seconds = [](const timeval& t) { return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) * 1e-6; };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

double peakMegabytes()
{
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return static_cast<double>(used.ru_maxrss) / 1024;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 3) {
        std::fputs("usage: layout-file GRAPH.tsv OUT.xy|- [SEED]\n", stderr);
        return 2;
    }
    std::ifstream in(argv[1]);
    std::size_t nodes = 0, edges = 0;
    if (!(in >> nodes >> edges)) {
        std::fprintf(stderr, "layout-file: %s has no line of counts\n", argv[1]);
        return 2;
    }
    skein::Graph graph;
    graph.nodes.resize(nodes);
    for (std::size_t i = 0; i < nodes; ++i) graph.nodes[i].mentions = 1;
    for (std::uint32_t u = 0, v = 0; in >> u >> v;) {
        auto& edge = graph.edges.emplace_back();
        edge.source = u;
        edge.target = v;
        edge.claims = 1;
    }
    skein::LayoutRequest request;
    if (argc > 3) request.seed = std::strtoull(argv[3], nullptr, 10);
    const double used = cpu();
    const auto begin = std::chrono::steady_clock::now();
    const auto at = skein::layOut(graph, request, skein::Cancel{});
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
    std::printf("%.3f s, %.3f s of all cores, %.0f MB at most", taken.count(), cpu() - used, peakMegabytes());
    if (std::string_view(argv[2]) == "-") {
        const auto quality = skein::qualityOf(skein::adjacencyOf(nodes, skein::pairsOf(graph).pairs), *at);
        std::printf(", preservation %.4f, stress %.4f\n", quality.preservation, quality.stress);
        return 0;
    }
    std::putchar('\n');
    std::ofstream out(argv[2]);
    for (const auto p : *at) out << p.x << ' ' << p.y << '\n';
    return out ? 0 : 1;
}
