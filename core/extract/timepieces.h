// SPDX-License-Identifier: GPL-3.0-or-later
// The words, numbers and marks that expressions of time are made of. Internal to core/extract.
#pragma once

#include "core/base/span.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace skein {

struct TimePiece {
    enum class Kind : std::uint8_t { word, number, mark };

    Span span;
    Kind kind = Kind::mark;
    std::string lower;       // of a word, without possessive; the mark itself, every dash as "-"
    std::string suffix;      // letters right behind a number: "th", "s", "bn"
    int value = -1;          // of a number below a million; of a number word; else -1
    std::uint8_t digits = 0; // of a number
    bool isUpper = false;    // begins with a capital
    bool isGlued = false;    // no white space before it
    bool isDecimal = false;  // 3.1 or 3,100
    bool isPossessive = false;

    bool isMark(char c) const { return kind == Kind::mark && lower.size() == 1 && lower[0] == c; }
};

std::vector<TimePiece> timePieces(std::string_view text, Span sentence);

} // namespace skein
