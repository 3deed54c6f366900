// SPDX-License-Identifier: GPL-3.0-or-later
// Why a sentence may be taken to say that a relation holds between two ends: the words that speak for it, and whether the way
// between the ends stays in what is said of them. Internal to core/extract.
#pragma once

#include "core/extract/pairs.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace skein {

struct Grounds {
    std::vector<std::uint32_t> words; // tokens on the way between the ends, or beside it, that speak for the relation; in text order
    bool isDirect = false;            // the one end hangs on the other ("Ann's Zorvex", "Oslo, Norway"), or is itself what is said
    bool isForeign = false;           // the way leads through what is said of somebody else
};

// Of the pair (a before b) in a sentence with these ends. Which words speak for a relation is told by `speaks` in
// resources/patterns/words.json.
Grounds groundsOf(const Trees& trees, const Vocabulary& words, std::span<const PairEnd> ends, const PairEnd& a, const PairEnd& b,
                  std::string_view relation);

// The end of class date that tells when what the way between a and b says is so: one that hangs on the way itself.
const PairEnd* dateOnWay(const Trees& trees, std::span<const PairEnd> ends, const PairEnd& a, const PairEnd& b,
                         std::span<const std::uint32_t> words);

} // namespace skein
