// SPDX-License-Identifier: GPL-3.0-or-later
// What single words say about time. Internal to core/extract.
#pragma once

#include "core/extract/timepieces.h"

#include <cstdint>
#include <string>

namespace skein {

enum class Unit : std::uint8_t {
    none,
    second,
    minute,
    hour,
    day,
    night,
    week,
    weekend,
    fortnight,
    month,
    quarter,
    season,
    year,
    decade,
    century
};

// Each answers 0 or Unit::none when the piece is no such word.
int monthOf(const TimePiece& piece);   // 1–12; capitalised names and their abbreviations
int weekdayOf(const TimePiece& piece); // 1 Monday … 7 Sunday; capitalised names
int seasonOf(const TimePiece& piece);  // the EDTF code: spring 21, summer 22, autumn 23, winter 24
int ordinalOf(const TimePiece& piece); // "first" and "1st" 1 … "twenty-first" 21
Unit unitOf(const TimePiece& piece);
int decadeOf(const TimePiece& piece);     // "sixties" 60
int fiscalYearOf(const TimePiece& piece); // "FY26" 2026
bool partOfDay(const TimePiece& piece);   // morning, noon, night …

// P9M, PT2H, PXD; `count` is a number or X for "some".
std::string durationOf(const std::string& count, Unit unit);

} // namespace skein
