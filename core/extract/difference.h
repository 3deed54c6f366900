// SPDX-License-Identifier: GPL-3.0-or-later
// What changes when a document is read in another way: for people who try what they taught.
#pragma once

#include "core/document/document.h"
#include "core/extract/analysis.h"

#include <cstdint>
#include <string>
#include <vector>

namespace skein {

struct ReadingChange {
    bool isClaim = false; // otherwise a name
    bool isAdded = false; // otherwise lost
    Span place;           // the quote, or the first mention that came or went
    std::string subject;  // or the name
    std::string label;    // how the relation reads; or the name's type, an id
    std::string object;   // or the claim's value; empty for a name
    std::uint32_t count = 1; // of mentions

    bool operator==(const ReadingChange&) const = default;
};

// In the order of the text; what was lost before what was added. Both analyses are of this document.
std::vector<ReadingChange> differences(const Analysis& before, const Analysis& after);

} // namespace skein
