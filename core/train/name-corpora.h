// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences with gold names from sets that annotate different things.
#pragma once

#include "core/base/result.h"
#include "core/base/span.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace skein {

using TypeSet = std::uint16_t; // bit 1 << type, of labelledTypes

struct GoldName {
    Span span;
    TypeSet types = 0; // one of them
};

struct GoldText {
    std::string text; // a sentence as people write it
    std::vector<GoldName> names;
    TypeSet hidden = 0; // types that the set does not annotate: names of them may stand outside all gold names
    bool isPartial = false; // any capitalised word outside the gold names may be part of a name
    int weight = 1;     // how often it is seen in one round
};

// Every set below `data` that may train a shipped model. holdOut 0 … 4 leaves development files out, and that fifth of the
// sets that are one file; −1 leaves nothing out. Fails with notFound, notReadable or badSyntax.
Result<std::vector<GoldText>> readNameCorpora(const std::filesystem::path& data, int holdOut);

// Plain text to learn word classes from: the sentences above, and whatever else is text below `data`.
Result<std::vector<std::string>> readPlainTexts(const std::filesystem::path& data, int holdOut);

} // namespace skein
