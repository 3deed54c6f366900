// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/dates.h"

#include "core/document/normalise.h"

#include <array>
#include <cstdint>
#include <format>
#include <optional>
#include <vector>

namespace skein {
namespace {

using namespace std::string_view_literals;

struct Piece {
    bool isNumber = false;
    int value = 0;          // of a number of at most 8 digits
    std::size_t digits = 0;
    std::string word;       // lower case
    char before = 0;        // the character in front, when it is no blank
    char after = 0;         // the character behind
};

// Words and numbers with what separates them; more than 64 are never a date line.
std::vector<Piece> piecesOf(std::string_view text)
{
    std::vector<Piece> pieces;
    for (std::size_t i = 0; i < text.size() && pieces.size() < 64;) {
        const auto isDigit = [&](std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
        const auto isLetter = [&](std::size_t at) {
            return at < text.size() && ((text[at] | 32) >= 'a' && (text[at] | 32) <= 'z');
        };
        const auto start = i;
        Piece piece;
        if (isDigit(i)) {
            while (isDigit(i)) ++i;
            piece.isNumber = true;
            piece.digits = i - start;
            for (auto at = start; at < i && piece.digits <= 8; ++at) piece.value = piece.value * 10 + (text[at] - '0');
        } else if (isLetter(i)) {
            while (isLetter(i)) ++i;
            piece.word = lowerAscii(text.substr(start, i - start));
        } else {
            ++i;
            continue;
        }
        piece.before = start > 0 ? text[start - 1] : '\0';
        piece.after = i < text.size() ? text[i] : '\0';
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

int monthOf(const Piece& piece)
{
    static constexpr std::array months = {"january"sv, "february"sv, "march"sv,     "april"sv,   "may"sv,      "june"sv,
                                          "july"sv,    "august"sv,   "september"sv, "october"sv, "november"sv, "december"sv};
    if (piece.isNumber || piece.word.size() < 3) return 0;
    if (piece.word == "sept") return 9;
    for (std::size_t i = 0; i < months.size(); ++i)
        if (piece.word == months[i] || piece.word == months[i].substr(0, 3)) return static_cast<int>(i) + 1;
    return 0;
}

bool isYear(const Piece& piece) { return piece.isNumber && piece.digits == 4 && piece.value >= 1400 && piece.value <= 2199; }

std::optional<std::string> dateOf(int year, int month, int day)
{
    static constexpr std::array days = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12 || day < 1 || day > days[static_cast<std::size_t>(month) - 1]) return std::nullopt;
    if (month == 2 && day == 29 && (year % 4 != 0 || (year % 100 == 0 && year % 400 != 0))) return std::nullopt;
    return std::format("{:04}-{:02}-{:02}", year, month, day);
}

struct Found {
    std::string date;
    std::size_t first = 0, last = 0; // pieces [first, last)
};

bool isDay(const Piece& piece) { return piece.isNumber && piece.digits <= 2 && piece.value >= 1 && piece.value <= 31; }

bool isOrdinalEnding(const Piece& piece)
{
    return piece.word == "st" || piece.word == "nd" || piece.word == "rd" || piece.word == "th";
}

std::optional<Found> dateAt(const std::vector<Piece>& pieces, std::size_t i)
{
    const auto at = [&](std::size_t k) -> const Piece* { return k < pieces.size() ? &pieces[k] : nullptr; };
    const Piece& a = pieces[i];
    const Piece* b = at(i + 1);
    const Piece* c = at(i + 2);
    const auto found = [&](std::optional<std::string> date, std::size_t size) -> std::optional<Found> {
        return date ? std::optional(Found{*date, i, i + size}) : std::nullopt;
    };
    // 2026-04-09, 2026/04/09, 2026-04
    if (isYear(a) && b && b->isNumber && b->digits <= 2 && (a.after == '-' || a.after == '/' || a.after == '.')) {
        if (c && c->isNumber && c->digits <= 2 && b->after == a.after) return found(dateOf(a.value, b->value, c->value), 3);
        if (a.after == '-' && b->digits == 2 && b->value >= 1 && b->value <= 12)
            return Found{std::format("{:04}-{:02}", a.value, b->value), i, i + 2};
    }
    // 20260409
    if (a.isNumber && a.digits == 8 && a.value >= 1400'00'00 && a.value < 2200'00'00)
        return found(dateOf(a.value / 10000, a.value / 100 % 100, a.value % 100), 1);
    // April 9, 2026; April 9th 2026; April 2026
    if (const int month = monthOf(a); month && b) {
        const bool ordinal = c && isOrdinalEnding(*c);
        const Piece* year = ordinal ? at(i + 3) : c;
        if (isDay(*b) && year && isYear(*year)) return found(dateOf(year->value, month, b->value), ordinal ? 4u : 3u);
        if (isYear(*b)) return Found{std::format("{:04}-{:02}", b->value, month), i, i + 2};
    }
    // 9 April 2026, 9th of April, 2026, 09-Apr-2026
    if (isDay(a) && b) {
        std::size_t k = i + 1;
        if (isOrdinalEnding(pieces[k])) ++k;
        if (at(k) && at(k)->word == "of") ++k;
        if (at(k) && at(k + 1) && monthOf(*at(k)) && isYear(*at(k + 1)))
            return found(dateOf(at(k + 1)->value, monthOf(*at(k)), a.value), k + 2 - i);
    }
    // 9.4.2026; 9/4/2026 when one of the two can be no month
    if (isDay(a) && b && isDay(*b) && c && isYear(*c) && a.after == b->after && (a.after == '.' || a.after == '/')) {
        if (a.after == '.') return found(dateOf(c->value, b->value, a.value), 3);
        if (a.value > 12) return found(dateOf(c->value, b->value, a.value), 3);
        if (b->value > 12 || a.value == b->value) return found(dateOf(c->value, a.value, b->value), 3);
    }
    return std::nullopt;
}

std::optional<Found> firstDate(const std::vector<Piece>& pieces)
{
    for (std::size_t i = 0; i < pieces.size(); ++i)
        if (auto found = dateAt(pieces, i)) return found;
    return std::nullopt;
}

bool isCompany(const Piece& piece) // of a date
{
    static constexpr std::array words = {
        "monday"sv, "tuesday"sv, "wednesday"sv, "thursday"sv, "friday"sv, "saturday"sv, "sunday"sv, "mon"sv, "tue"sv,
        "tues"sv,   "wed"sv,     "thu"sv,       "thur"sv,     "thurs"sv,  "fri"sv,      "sat"sv,    "sun"sv, "at"sv,
        "on"sv,     "am"sv,      "pm"sv,        "a"sv,        "p"sv,      "m"sv,        "utc"sv,    "gmt"sv, "est"sv,
        "edt"sv,    "et"sv,      "pst"sv,       "pdt"sv,      "pt"sv,     "cst"sv,      "cdt"sv,    "ct"sv,  "cet"sv,
        "cest"sv,   "bst"sv,     "ist"sv,       "t"sv,        "z"sv};
    if (piece.isNumber) return piece.digits <= 6;
    for (const auto word : words)
        if (piece.word == word) return true;
    return false;
}

} // namespace

std::string dateIn(std::string_view text)
{
    const auto pieces = piecesOf(text.substr(0, 4096));
    if (auto found = firstDate(pieces)) return found->date;
    if (pieces.size() == 1 && isYear(pieces[0])) return std::format("{:04}", pieces[0].value);
    return {};
}

std::string wholeDate(std::string_view text)
{
    if (text.size() > 80) return {};
    const auto pieces = piecesOf(text);
    const auto found = firstDate(pieces);
    if (!found) return {};
    for (std::size_t i = 0; i < pieces.size(); ++i)
        if ((i < found->first || i >= found->last) && !isCompany(pieces[i])) return {};
    return found->date;
}

} // namespace skein
