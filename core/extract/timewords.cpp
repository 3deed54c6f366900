// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/timewords.h"

#include <array>
#include <cstdlib>
#include <utility>

namespace skein {

namespace {

using Kind = TimePiece::Kind;

int indexIn(const auto& names, std::string_view word)
{
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i] == word) return static_cast<int>(i);
    return -1;
}

} // namespace

int monthOf(const TimePiece& piece)
{
    static constexpr std::array<std::string_view, 12> full = {"january",   "february", "march",    "april",
                                                              "may",       "june",     "july",     "august",
                                                              "september", "october",  "november", "december"};
    static constexpr std::array<std::string_view, 12> brief = {"jan", "feb", "mar", "apr", "may", "jun",
                                                               "jul", "aug", "sep", "oct", "nov", "dec"};
    if (piece.kind != Kind::word || !piece.isUpper) return 0;
    if (piece.lower == "sept") return 9;
    const int month = indexIn(full, piece.lower);
    return 1 + (month >= 0 ? month : indexIn(brief, piece.lower));
}

int weekdayOf(const TimePiece& piece)
{
    static constexpr std::array<std::string_view, 7> names = {"monday", "tuesday",  "wednesday", "thursday",
                                                              "friday", "saturday", "sunday"};
    return piece.kind == Kind::word && piece.isUpper ? 1 + indexIn(names, piece.lower) : 0;
}

int seasonOf(const TimePiece& piece)
{
    static constexpr std::array<std::string_view, 5> names = {"spring", "summer", "autumn", "winter", "fall"};
    static constexpr std::array<int, 5> codes = {21, 22, 23, 24, 23};
    const int index = piece.kind == Kind::word ? indexIn(names, piece.lower) : -1;
    return index < 0 ? 0 : codes[static_cast<std::size_t>(index)];
}

int ordinalOf(const TimePiece& piece)
{
    static constexpr std::array<std::string_view, 21> names = {
        "first",     "second",    "third",       "fourth",     "fifth",      "sixth",      "seventh",
        "eighth",    "ninth",     "tenth",       "eleventh",   "twelfth",    "thirteenth", "fourteenth",
        "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",  "twenty-first"};
    if (piece.kind == Kind::number &&
        (piece.suffix == "st" || piece.suffix == "nd" || piece.suffix == "rd" || piece.suffix == "th"))
        return piece.value;
    if (piece.kind != Kind::word) return 0;
    return 1 + indexIn(names, piece.lower);
}

Unit unitOf(const TimePiece& piece)
{
    static constexpr std::array<std::pair<std::string_view, Unit>, 24> names = {{
        {"second", Unit::second},   {"seconds", Unit::second},
        {"minute", Unit::minute},   {"minutes", Unit::minute},
        {"hour", Unit::hour},       {"hours", Unit::hour},
        {"day", Unit::day},         {"days", Unit::day},
        {"night", Unit::night},     {"nights", Unit::night},
        {"week", Unit::week},       {"weeks", Unit::week},
        {"weekend", Unit::weekend}, {"fortnight", Unit::fortnight},
        {"month", Unit::month},     {"months", Unit::month},
        {"quarter", Unit::quarter}, {"quarters", Unit::quarter},
        {"year", Unit::year},       {"years", Unit::year},
        {"decade", Unit::decade},   {"decades", Unit::decade},
        {"century", Unit::century}, {"centuries", Unit::century},
    }};
    if (piece.kind != Kind::word) return Unit::none;
    for (const auto& [name, unit] : names)
        if (name == piece.lower) return unit;
    return Unit::none;
}

int decadeOf(const TimePiece& piece)
{
    static constexpr std::array<std::string_view, 8> names = {"twenties", "thirties",  "forties",  "fifties",
                                                              "sixties",  "seventies", "eighties", "nineties"};
    const int index = piece.kind == Kind::word ? indexIn(names, piece.lower) : -1;
    return index < 0 ? 0 : 20 + 10 * index;
}

int fiscalYearOf(const TimePiece& piece)
{
    if (piece.kind != Kind::word || !piece.isUpper || piece.lower.size() < 4 || piece.lower.size() > 6 ||
        !piece.lower.starts_with("fy"))
        return 0;
    const int year = std::atoi(piece.lower.c_str() + 2);
    return year < 1 ? 0 : year < 100 ? 2000 + year : year;
}

bool partOfDay(const TimePiece& piece)
{
    static constexpr std::array<std::string_view, 8> names = {"morning", "afternoon", "evening", "night",
                                                              "noon",    "midnight",  "dawn",    "dusk"};
    return piece.kind == Kind::word && indexIn(names, piece.lower) >= 0;
}

std::string durationOf(const std::string& count, Unit unit)
{
    switch (unit) {
    case Unit::second:
        return "PT" + count + "S";
    case Unit::minute:
        return "PT" + count + "M";
    case Unit::hour:
        return "PT" + count + "H";
    case Unit::day:
    case Unit::night:
        return "P" + count + "D";
    case Unit::week:
        return "P" + count + "W";
    case Unit::weekend:
        return "P" + count + "WE";
    case Unit::fortnight:
        return count == "X" ? "PXW" : "P" + std::to_string(2 * std::atoi(count.c_str())) + "W";
    case Unit::month:
        return "P" + count + "M";
    case Unit::quarter:
        return count == "X" ? "PXM" : "P" + std::to_string(3 * std::atoi(count.c_str())) + "M";
    case Unit::season:
    case Unit::year:
        return "P" + count + "Y";
    case Unit::decade:
        return count == "X" ? "PX0Y" : "P" + std::to_string(10 * std::atoi(count.c_str())) + "Y";
    case Unit::century:
        return count == "X" ? "PX00Y" : "P" + std::to_string(100 * std::atoi(count.c_str())) + "Y";
    case Unit::none:
        break;
    }
    return {};
}

} // namespace skein
