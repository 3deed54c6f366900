// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of training, each a pure function of its examples and a fixed seed.
#pragma once

#include "core/text/deprel.h"
#include "core/text/tags.h"
#include "core/train/treebank.h"

#include <string>
#include <vector>

namespace skein {

// A gold sentence as the models see it.
struct Example {
    std::vector<std::string> words;
    std::vector<std::string> lemmas;
    std::vector<Form> forms;
    std::vector<Tag> tags;
    std::vector<int> heads; // the root is words.size()
    std::vector<Deprel> relations;
};

// The tags that are frequent enough to learn, one a line; and the examples with every other tag replaced by the commonest
// tag of its UPOS.
std::string chooseTags(const std::vector<GoldDocument>& documents);
std::vector<Example> examplesOf(const std::vector<GoldDocument>& documents, const TagSet& tags);

std::string trainBoundaries(const std::vector<GoldDocument>& documents, int rounds);
std::string trainLemmas(const std::vector<Example>& examples, const TagSet& tags);

struct NetworkBytes {
    std::string embeddings;
    std::string layers;
};
NetworkBytes trainNetwork(const std::vector<Example>& examples, const TagSet& tags, int rounds);

} // namespace skein
