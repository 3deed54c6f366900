// SPDX-License-Identifier: GPL-3.0-or-later
// Paths, groups, centrality, gaps, contraction and the layouts for reading, at 1,000 to 100,000 nodes with twice the edges.
#include "core/graph/analysis/centrality.h"
#include "core/graph/analysis/contraction.h"
#include "core/graph/analysis/gaps.h"
#include "core/graph/analysis/paths.h"
#include "core/graph/analysis/strength.h"
#include "core/graph/layout/hierarchy.h"
#include "core/graph/layout/radial.h"
#include "core/graph/layout/timeline.h"
#include "tests/pixels/story.h"

#include <benchmark/benchmark.h>

namespace skein {
namespace {

struct Ground {
    explicit Ground(benchmark::State& state) : graph(communityGraph(static_cast<std::uint32_t>(state.range(0)))) {}

    Graph graph;
    Pairs pairs = pairsOf(graph);
    Adjacency adjacency = adjacencyOf(graph.nodes.size(), pairs.pairs);
    std::vector<double> costs = costsOf(graph, pairs, adjacency);
    Communities groups = communitiesOf(graph, pairs, Cancel{}).value();
    std::vector<std::uint8_t> isBarred;
    Random random{1};

    std::uint32_t any() { return random.below(static_cast<std::uint32_t>(graph.nodes.size())); }
    Network network() const { return {pairs, adjacency, costs, isBarred}; }
};

// The best five between two nodes drawn at random, from nothing but the graph's pairs and adjacency.
void paths(benchmark::State& state)
{
    Ground ground(state);
    for (auto _ : state) {
        ground.costs = costsOf(ground.graph, ground.pairs, ground.adjacency);
        benchmark::DoNotOptimize(bestPaths(ground.network(), ground.any(), ground.any(), 5, Cancel{}));
    }
}

void joiningFive(benchmark::State& state)
{
    Ground ground(state);
    for (auto _ : state)
        benchmark::DoNotOptimize(joinTerminals(ground.network(), {ground.any(), ground.any(), ground.any(), ground.any(), ground.any()}, Cancel{}));
}

void groups(benchmark::State& state)
{
    const Ground ground(state);
    for (auto _ : state)
        benchmark::DoNotOptimize(communitiesOf(ground.graph, ground.pairs, Cancel{}));
    state.counters["groups"] = static_cast<double>(ground.groups.groups.size());
}

void measure(benchmark::State& state, Measure measure)
{
    const Ground ground(state);
    Centrality result;
    for (auto _ : state)
        result = centrality(ground.graph, ground.pairs, ground.adjacency, measure, Cancel{}).value();
    state.counters["starts"] = result.starts;
    state.counters["error"] = result.error;
}
void betweenness(benchmark::State& state) { measure(state, Measure::betweenness); }
void pageRank(benchmark::State& state) { measure(state, Measure::pageRank); }

void insights(benchmark::State& state)
{
    const Ground ground(state);
    const auto between = centrality(ground.graph, ground.pairs, ground.adjacency, Measure::degree, Cancel{}).value().values;
    for (auto _ : state)
        benchmark::DoNotOptimize(insightsOf(ground.graph, ground.pairs, ground.adjacency, ground.groups, between, 20, Cancel{}));
}

void contractionOfAllGroups(benchmark::State& state)
{
    const Ground ground(state);
    std::vector<Fold> folds;
    for (const Community& group : ground.groups.groups)
        folds.push_back({group.members[0], group.members, group.name});
    for (auto _ : state)
        benchmark::DoNotOptimize(contract(ground.graph, folds));
}

// A graph that has ranks, or days: every second edge says what is part of what.
Graph ranked(benchmark::State& state)
{
    Graph graph = communityGraph(static_cast<std::uint32_t>(state.range(0)));
    graph.relations.push_back({"part_of", "is part of"});
    graph.documents.resize(1);
    for (std::uint32_t i = 0; i < graph.edges.size(); ++i) {
        graph.edges[i].relation = i % 2 == 0 ? 1 : 0;
        graph.edges[i].claims = 1;
        graph.edges[i].firstEvidence = i;
        const auto day = static_cast<std::int32_t>(i * 7919U % 9000);
        graph.evidence.push_back({0, 0.9F, {day, day}, true});
    }
    return graph;
}

void hierarchy(benchmark::State& state)
{
    const Graph graph = ranked(state);
    for (auto _ : state)
        benchmark::DoNotOptimize(hierarchyLayout(graph, 1.6F, Cancel{}));
}

void radial(benchmark::State& state)
{
    const Graph graph = ranked(state);
    for (auto _ : state)
        benchmark::DoNotOptimize(radialLayout(graph, 0, 1.6F, Cancel{}));
}

void timeline(benchmark::State& state)
{
    const Graph graph = ranked(state);
    for (auto _ : state)
        benchmark::DoNotOptimize(timelineLayout(graph, {}, 1.6F, Cancel{}));
}

void sizes(benchmark::internal::Benchmark* benchmark)
{
    benchmark->Arg(1'000)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond)->UseRealTime();
}
BENCHMARK(paths)->Apply(sizes);
BENCHMARK(joiningFive)->Apply(sizes);
BENCHMARK(groups)->Apply(sizes);
BENCHMARK(betweenness)->Apply(sizes);
BENCHMARK(pageRank)->Apply(sizes);
BENCHMARK(insights)->Apply(sizes);
BENCHMARK(contractionOfAllGroups)->Apply(sizes);
BENCHMARK(hierarchy)->Apply(sizes);
BENCHMARK(radial)->Apply(sizes);
BENCHMARK(timeline)->Apply(sizes);

} // namespace
} // namespace skein

BENCHMARK_MAIN();
