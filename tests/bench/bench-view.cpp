// SPDX-License-Identifier: GPL-3.0-or-later
// What stands between a click on a filter, a focus or "expand" and its first frame: how all is seen, how it is counted, how
// a picture grows and is made. Graphs with two claims an edge.
#include "core/graph/scene/display.h"
#include "core/graph/view/contents.h"
#include "core/graph/view/seen.h"
#include "core/graph/view/view-json.h"
#include "tests/pixels/story.h"

#include <benchmark/benchmark.h>

namespace skein {
namespace {

Scene sceneWithClaims(std::uint32_t count)
{
    Graph graph = communityGraph(count);
    Random random(1);
    for (std::uint64_t i = 0; i < 1000; ++i)
        graph.documents.push_back({DocumentId{i + 1}, "Source", ""});
    for (GraphEdge& edge : graph.edges) {
        edge.claims = 2;
        edge.firstEvidence = static_cast<std::uint32_t>(graph.evidence.size());
        for (int i = 0; i < 2; ++i) {
            const auto day = static_cast<std::int32_t>(18000 + random.below(2000));
            graph.evidence.push_back({static_cast<std::uint32_t>(random.below(1000)), static_cast<float>(random.unit()), {day, day}, true});
        }
    }
    return sceneFrom(std::move(graph));
}

GraphView filtered()
{
    GraphView view;
    view.filter.types = {"person"};
    view.filter.days = DayRange{18500, 19500};
    view.filter.leastConfidence = 0.5F;
    view.filter.sources = {DocumentId{1}, DocumentId{2}};
    return view;
}

void seen(benchmark::State& state)
{
    const Scene scene = sceneWithClaims(static_cast<std::uint32_t>(state.range(0)));
    GraphView view = filtered();
    view.focus = Focus{scene.graph.nodes[0].id, 4};
    for (auto _ : state)
        benchmark::DoNotOptimize(seenIn(scene.graph, scene.pairs, scene.adjacency, view));
}
BENCHMARK(seen)->Arg(10'000)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

void counts(benchmark::State& state)
{
    const Scene scene = sceneWithClaims(static_cast<std::uint32_t>(state.range(0)));
    for (auto _ : state)
        benchmark::DoNotOptimize(countsIn(scene.graph, filtered().filter));
}
BENCHMARK(counts)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond);

// From one node by `hops`, and the scene of what that gives.
void growth(benchmark::State& state)
{
    const Scene scene = sceneWithClaims(static_cast<std::uint32_t>(state.range(0)));
    for (auto _ : state) {
        Contents contents{.isWhole = false, .entities = {scene.graph.nodes[0].id}};
        const GrowthRequest request{scene.graph, scene.pairs, scene.adjacency, contents};
        for (const std::uint32_t node : growHops(request, 0, static_cast<std::uint32_t>(state.range(1))).fresh)
            insert(contents.entities, scene.graph.nodes[node].id);
        benchmark::DoNotOptimize(sceneFrom(subgraph(scene.graph, indicesOf(scene.graph, contents.entities))));
    }
}
BENCHMARK(growth)->Args({100'000, 1})->Args({100'000, 3})->Args({1'000'000, 1})->Unit(benchmark::kMillisecond);

// What each selection asks: how the most linked node can be grown.
void choices(benchmark::State& state)
{
    const Scene scene = sceneWithClaims(static_cast<std::uint32_t>(state.range(0)));
    std::uint32_t hub = 0;
    for (std::uint32_t i = 0; i < scene.graph.nodes.size(); ++i)
        hub = scene.adjacency.degree(i) > scene.adjacency.degree(hub) ? i : hub;
    Contents contents;
    for (std::uint32_t i = 0; i < 1000; ++i)
        contents.hidden.push_back(scene.graph.nodes[i].id);
    for (auto _ : state)
        benchmark::DoNotOptimize(growthChoices({scene.graph, scene.pairs, scene.adjacency, contents}, hub));
}
BENCHMARK(choices)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMicrosecond);

// Opening a view that names a part of the library, with its places: reading, and writing.
void saved(benchmark::State& state)
{
    GraphView view;
    view.contents.isWhole = false;
    for (std::uint64_t i = 0; i < static_cast<std::uint64_t>(state.range(0)); ++i) {
        view.contents.entities.push_back(EntityId{i * 7919});
        view.places.push_back({EntityId{i * 7919}, {static_cast<float>(i) * 0.37F, static_cast<float>(i) * -1.91F}});
    }
    const auto json = toJson(view);
    for (auto _ : state)
        benchmark::DoNotOptimize(viewFromJson(json));
}
BENCHMARK(saved)->Arg(1'000)->Arg(100'000)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace skein

BENCHMARK_MAIN();
