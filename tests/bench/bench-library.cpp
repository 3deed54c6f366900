// SPDX-License-Identifier: GPL-3.0-or-later
// How fast documents are read, and how fast a library answers. Items per second are words, where a row has them.
#include "core/library.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <format>
#include <print>

namespace skein {
namespace {

namespace fs = std::filesystem;

const fs::path resources = fs::path(SKEIN_SOURCE_DIR) / "resources";

template <typename T>
T orEnd(Result<T> result)
{
    if (result) return *std::move(result);
    std::println(stderr, "bench-library: {}", result.error().detail);
    std::exit(1);
}

const Engine& engine()
{
    static const auto loaded = orEnd(Engine::load(resources));
    return *loaded;
}

std::vector<Source> sampleSources()
{
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(resources / "sample"))
        if (entry.is_regular_file()) files.push_back(entry.path());
    std::ranges::sort(files);
    std::vector<Source> sources;
    for (const auto& file : files) sources.push_back(orEnd(loadSource(file)));
    return sources;
}

std::int64_t wordsOf(const Document& document)
{
    return 1 + std::ranges::count_if(document.text, [](char c) { return c == ' ' || c == '\n'; });
}

void loadEngine(benchmark::State& state)
{
    for (auto _ : state) benchmark::DoNotOptimize(orEnd(Engine::load(resources)));
}
BENCHMARK(loadEngine)->Unit(benchmark::kMillisecond);

// One pass over the sample: from bytes to claims, with trees for every sentence.
void readSample(benchmark::State& state)
{
    std::vector<Document> documents;
    for (const auto& source : sampleSources()) documents.push_back(orEnd(importDocument(source, Cancel())));
    std::int64_t words = 0;
    for (auto _ : state)
        for (const auto& document : documents) {
            benchmark::DoNotOptimize(orEnd(engine().analyse(document, Cancel())));
            words += wordsOf(document);
        }
    state.SetItemsProcessed(words);
}
BENCHMARK(readSample)->Unit(benchmark::kMillisecond);

// The sample again and again under other dates and hours: distinct bytes, the same names.
std::vector<Digest> manyDigests(int count)
{
    auto sources = sampleSources();
    std::vector<Digest> digests;
    for (int i = 0; i < count; ++i) {
        Source source = sources[static_cast<std::size_t>(i) % sources.size()];
        source.bytes += std::format("\n\nThis is copy number {}.\n", i);
        digests.push_back(orEnd(digest(std::move(source), engine(), Cancel())));
    }
    return digests;
}

struct Scratch {
    fs::path file = fs::temp_directory_path() / "skein-bench.skein";

    Scratch() { clear(); }
    ~Scratch() { clear(); }
    void clear() const
    {
        for (const char* suffix : {"", "-wal", "-shm"}) fs::remove(file.string() + suffix);
    }
};

void addHundredDocuments(benchmark::State& state)
{
    const auto digests = manyDigests(100);
    const Scratch scratch;
    for (auto _ : state) {
        state.PauseTiming();
        scratch.clear();
        auto library = orEnd(Library::open(scratch.file, Library::Access::readWrite));
        state.ResumeTiming();
        benchmark::DoNotOptimize(orEnd(library.add(digests)));
    }
}
BENCHMARK(addHundredDocuments)->Unit(benchmark::kMillisecond);

void answers(benchmark::State& state, auto ask)
{
    const Scratch scratch;
    auto library = orEnd(Library::open(scratch.file, Library::Access::readWrite));
    orEnd(library.add(manyDigests(1000)));
    for (auto _ : state) ask(library);
}
void graphOfThousand(benchmark::State& state)
{
    answers(state, [](const Library& library) { benchmark::DoNotOptimize(orEnd(library.graph())); });
}
void searchThousand(benchmark::State& state)
{
    answers(state, [](const Library& library) { benchmark::DoNotOptimize(orEnd(library.search("labelling data", 20))); });
}
void exportThousand(benchmark::State& state)
{
    answers(state, [](const Library& library) { benchmark::DoNotOptimize(orEnd(library.exportJson())); });
}
BENCHMARK(graphOfThousand)->Unit(benchmark::kMillisecond);
BENCHMARK(searchThousand)->Unit(benchmark::kMillisecond);
BENCHMARK(exportThousand)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace skein

BENCHMARK_MAIN();
