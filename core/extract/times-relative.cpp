// SPDX-License-Identifier: GPL-3.0-or-later
// Dates that are told from another date: "yesterday", "the following year", "three months ago".
#include "core/extract/times-finder.h"

#include <algorithm>

namespace skein {

std::optional<TimeFinder::Found> TimeFinder::relative(std::size_t i)
{
    const TimePiece& first = m_pieces[i];
    if (first.kind != Kind::word && first.kind != Kind::number) return std::nullopt;
    if (auto found = ago(i)) return found;
    const bool hasDay = m_anchor && m_anchor->day;
    if (hasDay && (first.lower == "today" || first.lower == "tonight") && !first.isPossessive)
        return dayFrom(*m_anchor, 0, i + 1);
    if (hasDay && first.lower == "yesterday") return dayFrom(*m_anchor, -1, i + 1);
    if (hasDay && first.lower == "tomorrow") return dayFrom(*m_anchor, 1, i + 1);
    if (first.lower == "christmas" && first.isUpper) return christmas(i);

    std::size_t at = i;
    const bool definite = isWord(at, "the");
    if (definite) ++at;
    const TimePiece* step = piece(at);
    if (!step || step->kind != Kind::word) return std::nullopt;
    static const WordSet steps{"last this next past previous following coming same that preceding current"};
    if (!steps.has(step->lower)) return std::nullopt;
    const std::string& word = step->lower;
    const TimePiece* noun = piece(at + 1);
    if (!noun) return std::nullopt;

    // "the next 12 months", "the last few years": durations
    if (auto span = spanBeside(at, *noun)) return span;

    int direction = 0;
    std::optional<CalendarDate> from;
    if (word == "last" || word == "past") direction = -1;
    if (word == "next" || word == "coming") direction = 1;
    if (word == "previous" || word == "preceding") direction = -1;
    if (word == "following") direction = 1;
    const bool anaphoric = word == "previous" || word == "preceding" || word == "following" || word == "same" ||
                           word == "that" || (word == "next" && definite);
    if (definite && (word == "this" || word == "that")) return std::nullopt;
    from = anaphoric ? told() : m_anchor;
    if (word == "past" && !definite) return std::nullopt;
    if (!from) return std::nullopt;
    if (const int month = monthOf(*noun)) {
        if (!m_anchor || anaphoric) return std::nullopt;
        int year = m_anchor->year;
        if (direction < 0 && month >= std::max(1, m_anchor->month)) --year;
        if (direction > 0 && month <= m_anchor->month) ++year;
        return Found{at + 2, "date", edtfOf({year, month, 0}), CalendarDate{year, month, 0}};
    }
    if (const int weekday = weekdayOf(*noun)) {
        if (!hasDay || anaphoric) return std::nullopt;
        int days = weekday - 1 - skein::weekdayOf(*m_anchor);
        if (direction < 0 && days >= 0) days -= 7;
        if (direction > 0 && days <= 0) days += 7;
        return dayFrom(*m_anchor, days, at + 2);
    }
    if (const int code = seasonOf(*noun)) return seasonBeside(*from, code, direction, at + 2);
    return unitBeside(*from, unitOf(*noun), direction, at + 2);
}

std::optional<TimeFinder::Found> TimeFinder::dayFrom(CalendarDate from, int days, std::size_t end)
{
    const CalendarDate day = dateOfDays(daysOf(from) + days);
    return Found{end, "date", edtfOf(day), day};
}

std::optional<TimeFinder::Found> TimeFinder::christmas(std::size_t i) const
{
    std::size_t at = i + 1;
    int day = 25;
    if (isWord(at, "day"))
        ++at;
    else if (isWord(at, "eve")) {
        ++at;
        day = 24;
    }
    auto year = yearAfter(at);
    if (!year) year = yearFor(12);
    if (!year) return std::nullopt;
    const CalendarDate date{*year, 12, day};
    return Found{at, "date", edtfOf(date), date};
}

std::optional<TimeFinder::Found> TimeFinder::seasonBeside(CalendarDate from, int code, int direction, std::size_t end)
{
    int year = from.year;
    const int begins = code == 24 ? 12 : (code - 21) * 3 + 3;
    if (direction < 0 && from.month < begins + 3 && from.month) --year;
    if (direction > 0 && from.month >= begins) ++year;
    return Found{end, "date", edtfOf({year, 0, 0}) + "-" + std::to_string(code),
                 CalendarDate{year, seasonMonth(code), 0}};
}

std::string TimeFinder::weekOf(CalendarDate day)
{
    const long monday = daysOf(day) - skein::weekdayOf(day);
    return edtfOf(dateOfDays(monday)) + "/" + edtfOf(dateOfDays(monday + 6));
}

std::optional<TimeFinder::Found> TimeFinder::unitBeside(CalendarDate from, Unit unit, int direction,
                                                        std::size_t end) const
{
    switch (unit) {
    case Unit::day:
    case Unit::night:
        if (!from.day) return std::nullopt;
        return dayFrom(from, direction, end);
    case Unit::week: {
        if (!from.day) return std::nullopt;
        const CalendarDate day = dateOfDays(daysOf(from) + 7 * direction);
        return Found{end, "date", weekOf(day), day};
    }
    case Unit::weekend: {
        if (!from.day) return std::nullopt;
        const long monday = daysOf(from) - skein::weekdayOf(from);
        const long saturday = monday + 5 + 7 * (direction > 0 ? 1 : direction);
        return Found{end, "date", edtfOf(dateOfDays(saturday)) + "/" + edtfOf(dateOfDays(saturday + 1)),
                     dateOfDays(saturday)};
    }
    case Unit::month: {
        if (!from.month) return std::nullopt;
        const CalendarDate month = monthsLater(from, direction);
        return Found{end, "date", edtfOf(month), month};
    }
    case Unit::quarter: {
        if (!from.month) return std::nullopt;
        const CalendarDate month = monthsLater(from, 3 * direction);
        return Found{end, "date", edtfOf({month.year, 0, 0}) + "-" + std::to_string(33 + (month.month - 1) / 3), month};
    }
    case Unit::year:
        return Found{end, "date", edtfOf({from.year + direction, 0, 0}), CalendarDate{from.year + direction, 0, 0}};
    case Unit::decade: {
        const int year = from.year / 10 * 10 + 10 * direction;
        return Found{end, "date", std::to_string(year / 10) + "X", std::nullopt};
    }
    case Unit::century:
        return Found{end, "date", std::to_string(from.year / 100 + direction) + "XX", std::nullopt};
    default:
        return std::nullopt;
    }
}

// "twelve months ago", "two days later", "a year earlier"
std::optional<TimeFinder::Found> TimeFinder::ago(std::size_t i)
{
    std::size_t at = i;
    static const WordSet vague{"some about around roughly nearly almost over"};
    if (piece(at) && vague.has(piece(at)->lower)) return std::nullopt;
    const auto [count, end] = countAt(at);
    if (count <= 0 || !piece(end)) return std::nullopt;
    const Unit unit = unitOf(*piece(end));
    if (unit == Unit::none || !piece(end + 1)) return std::nullopt;
    const std::string& word = piece(end + 1)->lower;
    std::optional<CalendarDate> from;
    int direction = 0;
    if (word == "ago") {
        from = m_anchor;
        direction = -1;
    } else if (word == "later" || word == "afterwards" || word == "afterward") {
        from = m_reference;
        direction = 1;
    } else if (word == "earlier" || (word == "before" && (!piece(end + 2) || piece(end + 2)->kind == Kind::mark))) {
        from = m_reference;
        direction = -1;
    }
    if (!direction || !from) return std::nullopt;
    const int n = count * direction;
    const std::size_t stop = end + 2;
    switch (unit) {
    case Unit::day:
        return from->day ? dayFrom(*from, n, stop) : std::nullopt;
    case Unit::week:
        return from->day ? dayFrom(*from, 7 * n, stop) : std::nullopt;
    case Unit::fortnight:
        return from->day ? dayFrom(*from, 14 * n, stop) : std::nullopt;
    case Unit::month:
        if (!from->month) return std::nullopt;
        return Found{stop, "date", edtfOf(monthsLater(*from, n)), monthsLater(*from, n)};
    case Unit::year:
        return Found{stop, "date", edtfOf({from->year + n, 0, 0}), CalendarDate{from->year + n, 0, 0}};
    case Unit::decade:
        return Found{stop, "date", edtfOf({from->year + 10 * n, 0, 0}), CalendarDate{from->year + 10 * n, 0, 0}};
    default:
        return std::nullopt;
    }
}

// The count that begins here, in digits or words, and the piece behind it; 0 when there is none.
std::pair<int, std::size_t> TimeFinder::countAt(std::size_t i) const
{
    const TimePiece* first = piece(i);
    if (!first) return {0, i};
    if (first->kind == Kind::number && first->suffix.empty() && (!first->isDecimal) && first->value > 0 &&
        first->value < 10000)
        return {first->value, i + 1};
    if (first->kind != Kind::word) return {0, i};
    if ((first->lower == "a" || first->lower == "an") && piece(i + 1) && unitOf(*piece(i + 1)) != Unit::none)
        return {1, i + 1};
    if (first->lower == "half" || first->value <= 0 || first->value >= 1000) return {0, i};
    if (first->value >= 20 && first->value < 100 && isMark(i + 1, '-') && piece(i + 2) && piece(i + 2)->value > 0 &&
        piece(i + 2)->value < 10)
        return {first->value + piece(i + 2)->value, i + 3};
    if (piece(i + 1) && piece(i + 1)->lower == "hundred") return {first->value * 100, i + 2};
    return {first->value, i + 1};
}

// "12 months" in "the next 12 months"; the words before belong to it.
std::optional<TimeFinder::Found> TimeFinder::spanBeside(std::size_t step, const TimePiece& noun) const
{
    static const WordSet vague{"few several couple"};
    std::size_t end = step + 1;
    std::string count;
    if (noun.kind == Kind::word && vague.has(noun.lower)) {
        count = "X";
        ++end;
        if (isWord(end, "of")) ++end;
    } else if (const auto [number, after] = countAt(step + 1); number > 0 && after > step + 1) {
        count = std::to_string(number);
        end = after;
    } else {
        const Unit plural = unitOf(noun);
        if (plural == Unit::none || !noun.lower.ends_with("s")) return std::nullopt;
        count = "X";
    }
    const Unit unit = piece(end) ? unitOf(*piece(end)) : Unit::none;
    if (unit == Unit::none) return std::nullopt;
    return Found{end + 1, "duration", durationOf(count, unit), std::nullopt};
}

} // namespace skein
