// SPDX-License-Identifier: GPL-3.0-or-later
// What the models see of one word: hashes of its form, its ends, its shape.
#pragma once

#include "core/text/weights.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace skein {

struct Form {
    Feature word = 0;                  // the lower case, digits all alike, typographic apostrophes plain
    Feature exact = 0;                 // the form as it stands
    std::array<Feature, 5> suffix{};   // of the lower case, 1–5 characters; 0 where the word is no longer than that
    std::array<Feature, 4> prefix{};   // 1–4 characters
    Feature shape = 0;                 // capitals, small letters, digits and signs, runs shortened
    std::uint8_t capital = 0;          // 0 none, 1 first letter, 2 all letters (two or more), 3 inside only
    bool hasDigit = false;
    bool hasHyphen = false;
    bool isPunctuation = false;
};

Form formOf(std::string_view token);

} // namespace skein
