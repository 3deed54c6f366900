// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/model-output.h"
#include "core/train/commands.h"
#include "core/train/train.h"

#include <cstdio>
#include <filesystem>
#include <fstream>

namespace skein {

int trainGrammar(const std::string& ewtTrain, const std::string& gumTrain, const std::string& outFile, int rounds)
{
    std::vector<GoldDocument> documents;
    for (const auto& path : {ewtTrain, gumTrain}) {
        auto part = readTreebank(path);
        if (!part) {
            std::fprintf(stderr, "cannot read %s\n", part.error().detail.c_str());
            return 1;
        }
        std::ranges::move(*part, std::back_inserter(documents));
    }
    const auto tagLines = chooseTags(documents);
    const auto tags = TagSet::open(tagLines);
    if (!tags) {
        std::fprintf(stderr, "%s\n", tags.error().detail.c_str());
        return 1;
    }
    auto examples = examplesOf(documents, *tags);
    std::fprintf(stderr, "%zu documents, %zu sentences, %zu tags\n", documents.size(), examples.size(), tags->size());

    const auto network = trainNetwork(examples, *tags, rounds);
    return writeModel(outFile, {{"name", "skein-grammar-en"},
         {"version", "1"},
         {"sets", "UD English EWT 2.15 train; GUM 11 train (academic, bio, court, interview, news, voyage)"},
         {"licence", "CC BY-SA 4.0"}},
        {{"tags", tagLines},
         {"embeddings", network.embeddings},
         {"layers", network.layers},
         {"lemmas", trainLemmas(examples, *tags)},
         {"boundaries", trainBoundaries(documents, 8)}});
}

} // namespace skein
