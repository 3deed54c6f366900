// SPDX-License-Identifier: GPL-3.0-or-later
// How long a layout from nothing takes (all cores in one time, and theirs together), and the display list of a frame that shows everything or a part.
#include "core/graph/scene/display.h"
#include "core/graph/layout/layout.h"
#include "tests/bench/made-up.h"
#include "tests/pixels/story.h"

#include <benchmark/benchmark.h>

namespace skein {
namespace {

void layoutFromNothing(benchmark::State& state)
{
    const Graph graph = communityGraph(static_cast<std::uint32_t>(state.range(0)));
    for (auto _ : state)
        benchmark::DoNotOptimize(*layOut(graph, {}, Cancel{}));
}
BENCHMARK(layoutFromNothing)->Arg(45)->Arg(200)->Arg(1'000)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond)->UseRealTime()->MeasureProcessCPUTime();

void layoutOfIslands(benchmark::State& state)
{
    const Graph graph = madeUpIslands(static_cast<std::uint32_t>(state.range(0)));
    for (auto _ : state)
        benchmark::DoNotOptimize(*layOut(graph, {}, Cancel{}));
}
BENCHMARK(layoutOfIslands)->Arg(14'000)->Arg(100'000)->Unit(benchmark::kMillisecond)->UseRealTime()->MeasureProcessCPUTime();

// `share` of the picture's width that is in view.
void frame(benchmark::State& state, float share)
{
    const auto count = static_cast<std::uint32_t>(state.range(0));
    const Scene scene = sceneFrom(communityGraph(count));
    // Frames cost the same in any sensible picture; a plain one is quick to make.
    Random random(1);
    const float side = 60 * std::sqrt(static_cast<float>(count));
    std::vector<Point> at;
    for (std::uint32_t i = 0; i < count; ++i)
        at.push_back({static_cast<float>(random.unit()) * side, static_cast<float>(random.unit()) * side});
    const ViewState view;
    const Detail detail({scene.pairs.pairs, scene.adjacency, at, scene.importance, view.nodes, view.pairs});
    const Camera camera = Camera{{}, 1, {1280, 800}}.fittedTo({side * (1 - share) / 2, 0, side * (1 + share) / 2, side * share}, 20, 4);
    const Theme theme = lightTheme();
    const MeasureText measure = [](const std::vector<std::string>&, LabelStyle) { return Size{60, 16}; };
    for (auto _ : state)
        benchmark::DoNotOptimize(displayList({scene, at, camera, view, view, theme, measure, 0, &detail}));
}
void frameOfEverything(benchmark::State& state) { frame(state, 1); }
void frameOfATenth(benchmark::State& state) { frame(state, 0.1F); }
BENCHMARK(frameOfEverything)->Arg(1'000)->Arg(10'000)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(frameOfATenth)->Arg(1'000)->Arg(10'000)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace skein

BENCHMARK_MAIN();
