// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/days.h"

#include "core/extract/calendar.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

namespace skein {
namespace {

std::optional<int> number(std::string_view digits)
{
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    return value;
}

DayRange monthsOf(int year, int first, int count)
{
    const auto last = monthsLater({year, first, 0}, count - 1);
    return {static_cast<std::int32_t>(daysOf(CalendarDate{year, first, 1})),
            static_cast<std::int32_t>(daysOf(CalendarDate{last.year, last.month, daysInMonth(last.year, last.month)}))};
}

// A part of a year by its code; winter goes on into the next year. Seasons are those of the northern half.
std::optional<DayRange> partOf(int year, int code)
{
    if (code >= 1 && code <= 12) return monthsOf(year, code, 1);
    if (code >= 21 && code <= 32) return monthsOf(year, 3 * ((code - 21) % 4) + 3, 3);
    if (code >= 33 && code <= 36) return monthsOf(year, 3 * (code - 33) + 1, 3);
    if (code >= 37 && code <= 39) return monthsOf(year, 4 * (code - 37) + 1, 4);
    if (code >= 40 && code <= 41) return monthsOf(year, 6 * (code - 40) + 1, 6);
    return std::nullopt;
}

std::optional<DayRange> simpleDaysOf(std::string_view date)
{
    while (!date.empty() && std::string_view("?~%").contains(date.back())) date.remove_suffix(1);
    const bool isBefore = date.starts_with('-');
    if (isBefore) date.remove_prefix(1);
    const auto yearDigits = date.substr(0, date.find('-'));
    if (yearDigits.size() != 4) return std::nullopt;
    const auto rest = date.substr(yearDigits.size());

    const auto masked = yearDigits.find('X');
    if (masked == 0) return std::nullopt;
    if (masked != std::string_view::npos) {
        std::string low(yearDigits), high(yearDigits);
        std::ranges::replace(low, 'X', '0');
        std::ranges::replace(high, 'X', '9');
        auto first = number(low), last = number(high);
        if (!first || !last || !rest.empty()) return std::nullopt;
        if (isBefore) std::tie(first, last) = std::pair(-*last, -*first);
        return DayRange{monthsOf(*first, 1, 12).first, monthsOf(*last, 1, 12).last};
    }

    const auto digits = number(yearDigits);
    if (!digits) return std::nullopt;
    const int year = isBefore ? -*digits : *digits;
    if (rest.empty()) return monthsOf(year, 1, 12);
    const auto code = number(rest.substr(1, 2));
    if (rest.size() == 3) {
        if (rest == "-XX") return monthsOf(year, 1, 12);
        return code ? partOf(year, *code) : std::nullopt;
    }
    if (rest.size() < 6 || rest[3] != '-' || (rest.size() > 6 && rest[6] != 'T') || !code || *code > 12) return std::nullopt;
    if (rest.substr(4, 2) == "XX") return partOf(year, *code);
    const auto day = number(rest.substr(4, 2));
    if (!day || !isDate({year, *code, *day})) return std::nullopt;
    const auto at = static_cast<std::int32_t>(daysOf(CalendarDate{year, *code, *day}));
    return DayRange{at, at};
}

} // namespace

std::optional<DayRange> daysOf(std::string_view edtf)
{
    const auto slash = edtf.find('/');
    if (slash == std::string_view::npos) return simpleDaysOf(edtf);
    const auto from = simpleDaysOf(edtf.substr(0, slash));
    const auto to = simpleDaysOf(edtf.substr(slash + 1));
    if (!from || !to) return from ? from : to;
    return DayRange{std::min(from->first, to->first), std::max(from->last, to->last)};
}

} // namespace skein
