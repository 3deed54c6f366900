// SPDX-License-Identifier: GPL-3.0-or-later
// layout-file GRAPH.tsv OUT.xy [SEED]: lays out an edge list ("nodes TAB edges", then "u TAB v" lines) from nothing and
// writes "x y" lines, so that any program can judge the drawing. Prints the seconds that it took.
#include "core/graph/layout/layout.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>

int main(int argc, char** argv)
{
    if (argc < 3) {
        std::fputs("usage: layout-file GRAPH.tsv OUT.xy [SEED]\n", stderr);
        return 2;
    }
    std::ifstream in(argv[1]);
    std::size_t nodes = 0, edges = 0;
    if (!(in >> nodes >> edges)) {
        std::fprintf(stderr, "layout-file: %s has no line of counts\n", argv[1]);
        return 2;
    }
    skein::LayoutRequest request;
    request.graph.nodes.resize(nodes);
    for (std::size_t i = 0; i < nodes; ++i) request.graph.nodes[i].mentions = 1;
    for (std::uint32_t u = 0, v = 0; in >> u >> v;) {
        auto& edge = request.graph.edges.emplace_back();
        edge.source = u;
        edge.target = v;
        edge.claims = 1;
    }
    if (argc > 3) request.seed = std::strtoull(argv[3], nullptr, 10);
    const auto begin = std::chrono::steady_clock::now();
    const auto at = skein::layOut(request, skein::Cancel{});
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
    std::ofstream out(argv[2]);
    for (const auto p : *at) out << p.x << ' ' << p.y << '\n';
    std::printf("%.3f s\n", taken.count());
    return out ? 0 : 1;
}
