// SPDX-License-Identifier: GPL-3.0-or-later
// What the finders of claims hand to each other: a sentence as items, and what was found in it before the common treatment.
// Internal to core/extract.
#pragma once

#include "core/extract/clauses.h"
#include "core/extract/items.h"
#include "core/extract/patterns.h"
#include "core/extract/subjects.h"

#include <optional>
#include <string>
#include <vector>

namespace skein {

// What a finder found: the ends, and the items that say so.
struct ClaimCandidate {
    const Rule* rule = nullptr;
    double confidence = 0;
    bool settled = false;         // the confidence is about these very ends; nothing lowers it
    bool dated = false;           // the finder has looked for its date: what it did not find is not looked for again
    bool timeless = false;        // no date of the sentence says when it is true
    std::vector<Member> subjects; // several: the claim holds for each
    std::vector<Member> objects;
    std::vector<std::string> values; // several: one for each subject, in order ("A and B, released in 2023 and 2024")
    std::vector<Qualifier> qualifiers;
    std::string time;                  // from the finder itself
    std::vector<std::size_t> triggers; // items
    std::vector<std::size_t> verbs;    // items that decide whether it is so; none: the triggers do
    ItemRange range;
};

// A sentence, read.
struct SentenceView {
    const Sentence& sentence;
    std::vector<Item> items;
    Subjects subjects;
    std::vector<Attribution> attributions;

    SentenceView(const Sentence& of, std::vector<Item> made, const Vocabulary& words)
        : sentence(of), items(std::move(made)), subjects(items, words),
          attributions(attributionsOf(items, subjects, words))
    {
    }
    SentenceView(const SentenceView&) = delete;
    SentenceView& operator=(const SentenceView&) = delete;
};

} // namespace skein
