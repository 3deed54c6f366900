// SPDX-License-Identifier: GPL-3.0-or-later
// Dates that the calendar names: days, months, years, quarters, seasons, decades, centuries.
#include "core/extract/times-finder.h"

#include <array>
#include <cstdio>
#include <cstdlib>

namespace skein {

namespace {

const WordSet& yearCounters()
{
    static const WordSet words{"people men women children soldiers troops miles kilometers kilometres meters metres "
                               "feet dollars words users francs "
                               "pounds tons tonnes points copies members prisoners casualties ships aircraft tanks "
                               "guns horses students workers "
                               "employees customers companies papers years days hours votes seats km killed wounded "
                               "dead square percent million "
                               "billion euros yen yuan gallons acres hectares books pages participants tokens "
                               "parameters physicians times of more"};
    return words;
}

} // namespace

std::optional<TimeFinder::Found> TimeFinder::date(std::size_t i)
{
    if (!piece(i)) return std::nullopt; // the text ends after "the" or "early"
    if (auto found = isoDate(i)) return found;
    std::size_t at = i;
    const int weekday = weekdayOf(m_pieces[i]);
    if (weekday) {
        ++at;
        if (isMark(at, '.')) ++at;
        if (isMark(at, ',')) ++at;
        if (isWord(at, "the") || isWord(at, "on")) ++at;
        if (piece(at)) {
            if (auto found = monthDay(at)) return found;
            if (auto found = dayMonth(at)) return found;
        }
        return weekdayAlone(i, weekday);
    }
    if (auto found = monthDay(i)) return found;
    if (auto found = dayMonth(i)) return found;
    if (auto found = quarter(i)) return found;
    if (auto found = season(i)) return found;
    if (auto found = decade(i)) return found;
    if (auto found = century(i)) return found;
    return year(i);
}

std::optional<TimeFinder::Found> TimeFinder::isoDate(std::size_t i)
{
    const TimePiece* y = piece(i);
    if (!y || y->kind != Kind::number || y->digits != 4 || !isMark(i + 1, '-') || !piece(i + 2)) return std::nullopt;
    const TimePiece& m = *piece(i + 2);
    if (m.kind != Kind::number || m.digits != 2 || !m.isGlued || !isMark(i + 3, '-') || !piece(i + 4))
        return std::nullopt;
    const TimePiece& d = *piece(i + 4);
    const CalendarDate date{y->value, m.value, d.value};
    if (d.kind != Kind::number || d.digits != 2 || !d.isGlued || !isDate(date)) return std::nullopt;
    return Found{i + 5, "date", edtfOf(date), date};
}

// A four-digit year that follows a day or a month, past an optional comma or "of"; moves `at` behind it.
std::optional<int> TimeFinder::yearAfter(std::size_t& at) const
{
    std::size_t next = at;
    if (isMark(next, ',') || isWord(next, "of")) ++next;
    if (isMark(next, '\'') && piece(next + 1) && piece(next + 1)->digits == 2 && piece(next + 1)->isGlued) {
        at = next + 2;
        const int two = m_pieces[next + 1].value;
        return two < 50 ? 2000 + two : 1900 + two;
    }
    const TimePiece* y = piece(next);
    if (!y || y->kind != Kind::number || y->isDecimal || !y->suffix.empty() || y->digits < 3 || y->digits > 4)
        return std::nullopt;
    if (y->digits == 3 && !isEra(next + 1)) return std::nullopt;
    if (y->digits == 4 && (y->value < 1000 || y->value > 2200)) return std::nullopt;
    int value = y->value;
    at = next + 1;
    if (const int era = eraAt(at)) value = era < 0 ? 1 - value : value;
    return value;
}

bool TimeFinder::isEra(std::size_t at) const
{
    return isWord(at, "bc") || isWord(at, "bce") || isWord(at, "ad") || isWord(at, "ce");
}

// -1 BC, 1 AD, 0 none; moves behind it.
int TimeFinder::eraAt(std::size_t& at) const
{
    if (!isEra(at)) return 0;
    return m_pieces[at++].lower.starts_with('b') ? -1 : 1;
}

// The year of a month that has none: the text's own, if it tells of another time than the document's; else the year
// in which the month was last over or under way when the document was published.
std::optional<int> TimeFinder::yearFor(int month) const
{
    const bool isHistory = m_reference && (!m_anchor || std::abs(m_anchor->year - m_reference->year) > 1);
    if (isHistory) return m_reference->month >= 10 && month <= 3 ? m_reference->year + 1 : m_reference->year;
    if (!m_anchor) return std::nullopt;
    if (m_anchor->month == 0) return m_anchor->year;
    return month > m_anchor->month + 1 ? m_anchor->year - 1 : m_anchor->year;
}

TimeFinder::Found TimeFinder::datesFound(std::size_t end, CalendarDate date, std::optional<CalendarDate> until) const
{
    Found found{end, "date", edtfOf(date), date};
    if (until && *until != date) {
        found.edtf += "/" + edtfOf(*until);
        found.date = until;
    }
    return found;
}

std::string TimeFinder::withoutYear(int month, int day)
{
    std::array<char, 32> text{};
    if (day)
        std::snprintf(text.data(), text.size(), "XXXX-%02d-%02d", month, day);
    else
        std::snprintf(text.data(), text.size(), "XXXX-%02d", month);
    return text.data();
}

bool TimeFinder::isDay(std::size_t at) const
{
    const TimePiece* d = piece(at);
    return d && d->kind == Kind::number && !d->isDecimal && d->digits <= 2 && d->value >= 1 && d->value <= 31 &&
           (d->suffix.empty() || ordinalOf(*d));
}

// April 8, 2026; April 6-7, 2026; April 30 – May 2, 2026; April 2026; April
std::optional<TimeFinder::Found> TimeFinder::monthDay(std::size_t i)
{
    const TimePiece* first = piece(i);
    const int month = first ? monthOf(*first) : 0;
    if (!month) return std::nullopt;
    std::size_t at = i + 1;
    if (isMark(at, '.') && first->lower.size() <= 4 && piece(at)->isGlued && piece(at + 1)) ++at;
    if (isDay(at) && !isMark(at + 1, ':')) {
        const int day = m_pieces[at].value;
        ++at;
        int lastMonth = month;
        int lastDay = 0;
        if (isMark(at, '-') && isDay(at + 1)) {
            lastDay = m_pieces[at + 1].value;
            at += 2;
        } else if (isDash(at) && piece(at + 1) && monthOf(*piece(at + 1)) && isDay(at + 2)) {
            lastMonth = monthOf(*piece(at + 1));
            lastDay = m_pieces[at + 2].value;
            at += 3;
        }
        const auto year = yearAfter(at);
        return dated(at, month, day, lastMonth, lastDay, year);
    }
    const auto year = yearAfter(at);
    if (year) return Found{at, "date", edtfOf({*year, month, 0}), CalendarDate{*year, month, 0}};
    return monthAlone(i, at, month);
}

std::optional<TimeFinder::Found> TimeFinder::dated(std::size_t end, int month, int day, int lastMonth, int lastDay,
                                                   std::optional<int> year) const
{
    if (!year) {
        year = yearFor(month);
        if (!year) {
            if (day > 31) return std::nullopt;
            return Found{end, "date", withoutYear(month, day), std::nullopt};
        }
    }
    const CalendarDate date{*year, month, day};
    if (!isDate(date)) return std::nullopt;
    const CalendarDate until{*year, lastMonth, lastDay};
    return datesFound(end, date, lastDay && isDate(until) ? std::optional(until) : std::nullopt);
}

// A month without day and year: only where it cannot be a name or a verb.
std::optional<TimeFinder::Found> TimeFinder::monthAlone(std::size_t i, std::size_t end, int month) const
{
    static const WordSet cues{"in of by since until till during from to last next this early late mid before after "
                              "through throughout every end and or for between "
                              "previous following each that around about ending beginning starting on"};
    const bool cued = m_isModified || wordBefore(i, cues);
    if (!cued && (i == 0 || m_pieces[i].lower == "may" || m_pieces[i].lower == "march" ||
                  m_pieces[i].lower == "april" || m_pieces[i].lower == "june" || m_pieces[i].lower == "august"))
        return std::nullopt;
    if (piece(end) && piece(end)->kind == Kind::word && piece(end)->isUpper && piece(end)->isGlued == false && !cued)
        return std::nullopt;
    const auto year = yearFor(month);
    if (!year) return Found{end, "date", withoutYear(month, 0), std::nullopt};
    return Found{end, "date", edtfOf({*year, month, 0}), CalendarDate{*year, month, 0}};
}

// 8 April 2026; the 8th of April; 6-7 April 2026
std::optional<TimeFinder::Found> TimeFinder::dayMonth(std::size_t i)
{
    std::size_t at = i;
    if (isWord(at, "the") && piece(at + 1) && ordinalOf(*piece(at + 1))) ++at;
    if (!isDay(at) || (at > 0 && isMark(at - 1, '$'))) return std::nullopt;
    const int day = m_pieces[at].value;
    ++at;
    int lastDay = 0;
    if ((isMark(at, '-') || isMark(at, '/')) && isDay(at + 1)) {
        lastDay = m_pieces[at + 1].value;
        at += 2;
    }
    if (isWord(at, "of")) ++at;
    const int month = piece(at) ? monthOf(*piece(at)) : 0;
    if (!month) {
        // 28 February – 1 March is read from its second half; "28 to 30 March" from its number.
        return std::nullopt;
    }
    ++at;
    const auto year = yearAfter(at);
    int lastMonth = month;
    if (!year && lastDay == 0 && isMark(at, '-') && isDay(at + 1) && piece(at + 2) && monthOf(*piece(at + 2))) {
        lastDay = m_pieces[at + 1].value;
        lastMonth = monthOf(*piece(at + 2));
        at += 3;
        const auto lastYear = yearAfter(at);
        return dated(at, month, day, lastMonth, lastDay, lastYear);
    }
    return dated(at, month, day, lastMonth, lastDay, year);
}

std::optional<TimeFinder::Found> TimeFinder::weekdayAlone(std::size_t i, int weekday) const
{
    if (!m_anchor || !m_anchor->day) return std::nullopt;
    static const WordSet before{"last next this every each"};
    if (wordBefore(i, before)) return std::nullopt;
    if (m_pieces[i].isPossessive) return std::nullopt;
    // News speak of the week that lies behind them.
    const int back = ((skein::weekdayOf(*m_anchor) + 1 - weekday) % 7 + 7) % 7;
    const CalendarDate day = dateOfDays(daysOf(*m_anchor) - back);
    return Found{i + 1, "date", edtfOf(day), day};
}

// Q2 2025, Q2, second quarter of 2025, first half of 2025, FY18
std::optional<TimeFinder::Found> TimeFinder::quarter(std::size_t i)
{
    const TimePiece& first = m_pieces[i];
    int code = 0;
    std::size_t at = i + 1;
    if (first.kind == Kind::word && first.lower.size() == 2 && first.isUpper && first.lower[1] >= '1' &&
        first.lower[1] <= '4' && (first.lower[0] == 'q' || (first.lower[0] == 'h' && first.lower[1] <= '2'))) {
        code = (first.lower[0] == 'q' ? 32 : 39) + (first.lower[1] - '0');
    } else if (const int ordinal = ordinalOf(first);
               ordinal >= 1 && ordinal <= 4 && (isWord(at, "quarter") || (isWord(at, "half") && ordinal <= 2))) {
        code = (isWord(at, "quarter") ? 32 : 39) + ordinal;
        ++at;
        if (isWord(at, "of") && isWord(at + 1, "fiscal")) ++at;
    } else {
        return std::nullopt;
    }
    if (isWord(at, "fiscal")) ++at;
    if (isWord(at, "year")) ++at;
    std::size_t end = at;
    auto year = yearAfter(end);
    if (!year) {
        if (first.kind == Kind::word && first.lower.size() > 2 && !isWord(i + 1, "quarter")) return std::nullopt;
        end = i + (first.lower.size() == 2 ? 1 : 2);
        // A quarter without a year is the last one that had begun when the document was published.
        if (!m_anchor || !m_anchor->month) return std::nullopt;
        year = m_anchor->year;
        if (code <= 36 && (code - 33) * 3 + 1 > m_anchor->month) --*year;
        if (code >= 40 && (code - 40) * 6 + 1 > m_anchor->month) --*year;
    }
    return Found{end, "date", edtfOf({*year, 0, 0}) + "-" + std::to_string(code), CalendarDate{*year, 0, 0}};
}

// summer 2025, summer of 2025, "in the summer" of a year the text speaks of
std::optional<TimeFinder::Found> TimeFinder::season(std::size_t i)
{
    const int code = seasonOf(m_pieces[i]);
    if (!code) return std::nullopt;
    std::size_t at = i + 1;
    if (auto year = yearAfter(at))
        return Found{at, "date", edtfOf({*year, 0, 0}) + "-" + std::to_string(code),
                     CalendarDate{*year, seasonMonth(code), 0}};
    static const WordSet cues{"the in that during by until since of"};
    const bool ambiguous = m_pieces[i].lower == "fall" || m_pieces[i].lower == "spring";
    if (ambiguous ? !(m_isModified || (wordBefore(i, cues) && !isWord(i + 1, "of"))) || m_pieces[i].isUpper
                  : !m_isModified && !wordBefore(i, cues))
        return std::nullopt;
    if (ambiguous && m_pieces[i].lower == "fall" && !m_isModified &&
        !(wordBefore(i, cues) && i >= 2 && isWord(i - 2, "in")))
        return std::nullopt;
    if (!m_reference) return std::nullopt;
    return Found{i + 1, "date", edtfOf({m_reference->year, 0, 0}) + "-" + std::to_string(code),
                 CalendarDate{m_reference->year, seasonMonth(code), 0}};
}

// 1990s, '90s
std::optional<TimeFinder::Found> TimeFinder::decade(std::size_t i) const
{
    const TimePiece* number = piece(i);
    std::size_t at = i;
    if (isMark(i, '\'')) {
        number = piece(i + 1);
        ++at;
        if (!number || !number->isGlued || number->digits != 2) return std::nullopt;
    }
    if (!number || number->kind != Kind::number || number->isDecimal ||
        (number->suffix != "s" && !number->isPossessive))
        return std::nullopt;
    if (number->suffix != "s" || number->value % 10 != 0) return std::nullopt;
    int year = number->value;
    if (number->digits == 2) {
        if (at == i && !(i > 0 && isWord(i - 1, "the"))) return std::nullopt;
        year += year < 20 ? 2000 : 1900;
    } else if (number->digits != 4) {
        return std::nullopt;
    }
    const bool isCentury = year % 100 == 0 && number->digits == 4 && year < 2000;
    return Found{at + 1, "date", isCentury ? std::to_string(year / 100) + "XX" : std::to_string(year / 10) + "X",
                 CalendarDate{year, 0, 0}};
}

// 17th century, the nineteenth century BC
std::optional<TimeFinder::Found> TimeFinder::century(std::size_t i) const
{
    const int ordinal = ordinalOf(m_pieces[i]);
    std::size_t at = i + 1;
    if (isMark(at, '-')) ++at;
    if (!ordinal || ordinal > 25 || !(isWord(at, "century") || isWord(at, "centuries"))) return std::nullopt;
    ++at;
    if (eraAt(at) < 0) {
        std::array<char, 16> text{};
        std::snprintf(text.data(), text.size(), "-%02dXX", ordinal - 1);
        return Found{at, "date", text.data(), std::nullopt};
    }
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%02dXX", ordinal - 1);
    return Found{at, "date", text.data(), std::nullopt};
}

// 2026; 490 BC; 1939–1945; 1939-45
std::optional<TimeFinder::Found> TimeFinder::year(std::size_t i)
{
    const TimePiece& number = m_pieces[i];
    if (number.kind == Kind::word && number.lower.starts_with("fy") && number.isUpper && number.lower.size() >= 4) {
        const int value = std::atoi(number.lower.c_str() + 2);
        if (value >= 1) {
            const int full = value < 100 ? 2000 + value : value;
            return Found{i + 1, "date", edtfOf({full, 0, 0}), CalendarDate{full, 0, 0}};
        }
    }
    if (number.kind == Kind::word && number.lower == "ad" && piece(i + 1) && piece(i + 1)->kind == Kind::number &&
        piece(i + 1)->digits <= 4 && !piece(i + 1)->isDecimal && number.isUpper)
        return Found{i + 2, "date", edtfOf({piece(i + 1)->value, 0, 0}), CalendarDate{piece(i + 1)->value, 0, 0}};
    if (number.kind != Kind::number || number.isDecimal || !number.suffix.empty() || number.value < 1 ||
        number.digits > 4)
        return std::nullopt;
    std::size_t at = i + 1;
    if (isEra(at)) {
        const int era = eraAt(at);
        const int value = era < 0 ? 1 - number.value : number.value;
        return Found{at, "date", edtfOf({value, 0, 0}), CalendarDate{value, 0, 0}};
    }
    if (number.digits != 4 || number.value < 1000 || number.value > 2100) return std::nullopt;
    if (i > 0 && (isMark(i - 1, '$') || isMark(i - 1, '#') || isMark(i - 1, '.') ||
                  (m_pieces[i - 1].kind == Kind::mark && m_pieces[i - 1].lower.size() > 1 && number.isGlued &&
                   m_pieces[i - 1].lower != "\xE2\x80\x94" && m_pieces[i - 1].lower != "\xE2\x80\x9C")))
        return std::nullopt;
    if (i > 0 && number.isGlued && m_pieces[i - 1].kind != Kind::mark) return std::nullopt;
    if (i > 1 && isMark(i - 1, '-') && number.isGlued && m_pieces[i - 2].kind == Kind::word &&
        m_pieces[i - 2].lower != "mid" && m_pieces[i - 1].isGlued)
        return std::nullopt;
    const TimePiece* next = piece(at);
    if (next && next->kind == Kind::word && yearCounters().has(next->lower)) return std::nullopt;
    if (next && (next->isMark('%') || (next->isGlued && next->isMark(':')))) return std::nullopt;
    static const WordSet cues{"in since by of from until till during late early mid and to before after through "
                              "between around about circa ca year fiscal "
                              "for or throughout summer winter spring autumn fall election olympics"};
    const bool cued = m_isModified || wordBefore(i, cues);
    const bool bracketed = i > 0 && (isMark(i - 1, '(') || isMark(i - 1, ',') || isMark(i - 1, '-'));
    if (number.value < 1500 && !cued && !bracketed) return std::nullopt;
    const CalendarDate date{number.value, 0, 0};
    if (isMark(at, '-') && piece(at)->isGlued && piece(at + 1) && piece(at + 1)->kind == Kind::number &&
        piece(at + 1)->suffix.empty() && !piece(at + 1)->isDecimal && !isMark(at + 2, '-')) {
        const TimePiece& second = *piece(at + 1);
        int until = second.value;
        if (second.digits == 2) until += number.value / 100 * 100;
        if ((second.digits == 2 || second.digits == 4) && until > number.value && until - number.value < 400)
            return datesFound(at + 2, date, CalendarDate{until, 0, 0});
    }
    return Found{at, "date", edtfOf(date), date};
}

} // namespace skein
