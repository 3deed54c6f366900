// SPDX-License-Identifier: GPL-3.0-or-later
// What a sentence does to the claims in it: who speaks, what is denied, planned or only possible, and when it is true.
// Whichever finder found a claim, this treatment is the same.
#pragma once

#include "core/extract/items.h"
#include "core/extract/subjects.h"

#include <optional>
#include <string>
#include <vector>

namespace skein {

// "Ann said that …": who speaks, and where what is said stands.
struct Attribution {
    std::optional<std::size_t> speaker; // item; absent for one that the names do not know
    std::size_t begin = 0;              // items [begin, end) are what is said
    std::size_t end = 0;
    std::optional<std::size_t> verb; // item of the reporting verb; absent for "according to"
    bool quoted = false;             // between quotation marks
    bool denied = false;             // "denied that"
};

// The attributions of a sentence, outermost first.
std::vector<Attribution> attributionsOf(const std::vector<Item>& items, const Subjects& subjects,
                                        const Vocabulary& words);

// Whether the clause around the item is under a condition or in doubt: "if", "whether", "unless".
bool isConditional(const std::vector<Item>& items, const Vocabulary& words, std::size_t item);

// The item of the date that tells when a claim is true, whose words lie in `range` with the first trigger at `trigger`:
// a date from the trigger on in the same clause, else one beside the subject, else the one that opens the sentence.
struct ClauseDate {
    std::size_t item = 0;
    bool isMoment = false; // not since or until then: "until 2012, when A joined B"
};
std::optional<ClauseDate> dateOf(const std::vector<Item>& items, const Vocabulary& words, ItemRange range,
                                 std::size_t trigger);

} // namespace skein
