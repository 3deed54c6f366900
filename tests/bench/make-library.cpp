// SPDX-License-Identifier: GPL-3.0-or-later
// make-library FILE.skein ENTITIES: a library of made-up articles that name about so many entities, read as any others.
#include "core/library.h"
#include "tests/bench/made-up.h"

#include <cstdlib>
#include <print>

int main(int argc, char** argv)
{
    if (argc != 3) {
        std::println(stderr, "usage: make-library FILE.skein ENTITIES");
        return 2;
    }
    const auto failed = [](const skein::Error& error) {
        std::println(stderr, "make-library: {}", error.detail);
        return 1;
    };
    const auto engine = skein::Engine::load(std::filesystem::path(SKEIN_SOURCE_DIR) / "resources");
    if (!engine)
        return failed(engine.error());
    std::vector<skein::Digest> digests;
    for (skein::Source& source : skein::madeUpSources(static_cast<std::uint32_t>(std::strtoul(argv[2], nullptr, 10)))) {
        auto read = skein::digest(std::move(source), **engine, skein::Cancel{});
        if (!read)
            return failed(read.error());
        digests.push_back(*std::move(read));
    }
    auto library = skein::Library::open(argv[1], skein::Library::Access::readWrite);
    if (!library)
        return failed(library.error());
    if (const auto added = library->add(digests); !added)
        return failed(added.error());
    const auto counts = library->counts();
    if (!counts)
        return failed(counts.error());
    std::println("{} documents, {} entities, {} edges", counts->documents, counts->entities, counts->edges);
    return 0;
}
