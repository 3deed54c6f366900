// SPDX-License-Identifier: GPL-3.0-or-later
// Days and months that the calendar names.
#include "core/extract/times-finder.h"

#include <array>
#include <cstdio>
#include <cstdlib>

namespace skein {

std::optional<TimeFinder::Found> TimeFinder::date(std::size_t i)
{
    if (!piece(i)) return std::nullopt; // the text ends after "the" or "early"
    if (auto found = isoDate(i)) return found;
    if (auto found = slashDate(i)) return found;
    std::size_t at = i;
    const int weekday = weekdayOf(m_pieces[i]);
    if (weekday) {
        ++at;
        if (isMark(at, '.')) ++at;
        const std::size_t alone = at;
        if (isMark(at, ',')) ++at;
        if (isWord(at, "the") || isWord(at, "on")) ++at;
        if (piece(at)) {
            if (auto found = monthDay(at); found && found->date && found->date->day) return found;
            if (auto found = dayMonth(at)) return found;
            if (at == alone + (isMark(alone, ',') ? 2 : 1) && isWord(at - 1, "the")) // "Friday the 13th"
                if (auto found = dayAlone(at - 1)) return found;
        }
        return weekdayAlone(i, weekday);
    }
    if (auto found = monthDay(i)) return found;
    if (auto found = dayMonth(i)) return found;
    if (auto found = dayBehind(i)) return found;
    if (auto found = yearBehind(i)) return found;
    if (auto found = quarter(i)) return found;
    if (auto found = season(i)) return found;
    if (auto found = decade(i)) return found;
    if (auto found = century(i)) return found;
    if (auto found = year(i)) return found;
    return dayAlone(i);
}

std::optional<TimeFinder::Found> TimeFinder::isoDate(std::size_t i) const
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

// 04/08/2026, as in the United States; 23/08/2026 where there is no such month.
std::optional<TimeFinder::Found> TimeFinder::slashDate(std::size_t i) const
{
    for (std::size_t k : {i, i + 2, i + 4})
        if (!isNumber(k) || (k > i && !m_pieces[k].isGlued) || (k < i + 4 && !isMark(k + 1, '/'))) return std::nullopt;
    int month = m_pieces[i].value;
    int day = m_pieces[i + 2].value;
    int year = m_pieces[i + 4].value;
    if (month > 12) std::swap(month, day);
    if (m_pieces[i + 4].digits == 2)
        year += year < 50 ? 2000 : 1900;
    else if (m_pieces[i + 4].digits != 4)
        return std::nullopt;
    const CalendarDate date{year, month, day};
    if (!isDate(date) || isMark(i + 5, '/')) return std::nullopt;
    return Found{i + 5, "date", edtfOf(date), date};
}

// A year that follows a day or a month, past an optional comma, "of" or "in"; moves `at` behind it.
std::optional<int> TimeFinder::yearAfter(std::size_t& at) const
{
    std::size_t next = at;
    if (isMark(next, ',') || isWord(next, "of") || isWord(next, "in")) ++next;
    if (isMark(next, '\'') && piece(next + 1) && piece(next + 1)->digits == 2 && piece(next + 1)->isGlued) {
        at = next + 2;
        const int two = m_pieces[next + 1].value;
        if (m_isStory && m_story && m_story->year >= 1000 && m_story->year < 1900)
            return m_story->year / 100 * 100 + two;
        const int limit = m_anchor ? m_anchor->year + 5 : 2049; // a year not yet in sight is one of the last century
        return 2000 + two <= limit ? 2000 + two : 1900 + two;
    }
    if (!isNumber(next) || m_pieces[next].digits > 4) return yearTold(at);
    const TimePiece& y = m_pieces[next];
    if (y.digits < 3 && !isEra(next + 1)) return std::nullopt;
    if (y.digits == 3 && !isEra(next + 1) && !eraAhead(next)) { // "30 September 420)", never "May 5, 100 people"
        const TimePiece* behind = piece(next + 1);
        if (isMark(at, ',') || isWord(at, "in") || (behind && (behind->kind != Kind::mark || behind->isMark('-'))))
            return std::nullopt;
    }
    if (y.digits == 4 && (y.value < 1000 || y.value > 2200) && !isEra(next + 1)) return std::nullopt;
    if (isMark(next + 1, ':') && piece(next + 2) && piece(next + 2)->kind == Kind::number && piece(next + 2)->isGlued)
        return std::nullopt;
    if (!isWord(at, "of") && next != at && isCount(next)) return std::nullopt; // "In May, 2000 copies were sold"
    int value = y.value;
    at = next + 1;
    if (const int era = eraAt(at))
        value = era < 0 ? 1 - value : value;
    else if (eraAhead(next) < 0)
        value = 1 - value;
    return value;
}

// "(of) that year", "the same year", "last year" behind a day, month or season; moves `at` behind it.
std::optional<int> TimeFinder::yearTold(std::size_t& at) const
{
    std::size_t next = at;
    if (isMark(next, ',')) ++next;
    if (isWord(next, "of") || isWord(next, "in")) ++next;
    const bool isDefinite = isWord(next, "the");
    if (isDefinite) ++next;
    if (!isWord(next + 1, "year")) return std::nullopt;
    const auto from = [&](const std::optional<CalendarDate>& base, int years) -> std::optional<int> {
        if (!base) return std::nullopt;
        at = next + 2;
        return base->year + years;
    };
    if (isWord(next, "same") || isWord(next, "that")) return from(told(), 0);
    if (isWord(next, "this") || isWord(next, "current")) return from(today(), 0);
    if (isWord(next, "last")) return from(today(), -1);
    if (isWord(next, "previous")) return from(told(), -1);
    if (isWord(next, "following")) return from(told(), 1);
    if (isWord(next, "next")) return from(isDefinite ? told() : today(), 1);
    return std::nullopt;
}

bool TimeFinder::isLink(std::size_t at) const
{
    static const WordSet links{"to and or through thru until till"};
    return isMark(at, '-') || isMark(at, '/') || isMark(at, ',') || isMark(at, '&') || isOneOf(at, links);
}

// Behind what joins two members of a list or range at `at`; `at` itself when nothing does.
std::size_t TimeFinder::linkEnd(std::size_t at) const
{
    static const WordSet behindComma{"and or"};
    if (!isLink(at)) return at;
    std::size_t end = at + 1;
    if (isMark(at, ',') && isOneOf(end, behindComma)) ++end;
    if (isWord(end, "early") || isWord(end, "late") || isWord(end, "mid")) {
        ++end;
        if (isMark(end, '-')) ++end;
    }
    if (isWord(end, "the")) ++end;
    return end;
}

// The year that a month or day takes from the members of its list or range that follow: "August and September 1914".
std::optional<int> TimeFinder::yearAhead(std::size_t at, int month) const
{
    for (int members = 0; members < 4; ++members) {
        std::size_t next = linkEnd(at);
        if (next == at) return std::nullopt;
        int other = month;
        if (isDay(next)) {
            ++next;
            if (isWord(next, "of")) ++next;
            if (piece(next) && monthOf(m_pieces[next])) other = monthOf(m_pieces[next++]);
        } else if (piece(next) && monthOf(m_pieces[next])) {
            other = monthOf(m_pieces[next++]);
            if (isMark(next, '.') && m_pieces[next].isGlued) ++next;
            if (isDay(next)) ++next;
        } else {
            return std::nullopt;
        }
        std::size_t end = next;
        if (isMark(end, ',') && !isNumber(end + 1)) {
            at = next;
            continue;
        }
        if (const auto year = yearAfter(end)) return month > other ? *year - 1 : *year;
        at = next;
    }
    return std::nullopt;
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

// The era that a year at `at` takes from a later one: "499–493 BC", "from 50 to 62 AD".
int TimeFinder::eraAhead(std::size_t at) const
{
    for (int members = 0; members < 3; ++members) {
        const std::size_t next = linkEnd(at + 1);
        if (next == at + 1 || !isNumber(next) || m_pieces[next].digits > 4) return 0;
        if (isEra(next + 1)) return m_pieces[next + 1].lower.starts_with('b') ? -1 : 1;
        at = next;
    }
    return 0;
}

// The year of a month that has none: the text's own, if it tells of another time than the document's; else the last or,
// with a future tense, the next such month from the document's date.
std::optional<int> TimeFinder::yearFor(int month, std::size_t i) const
{
    const Tense tense = m_anchor && !m_isStory ? tenseAt(i) : Tense::unknown;
    if (isToldDate() && tense != Tense::present && tense != Tense::future) {
        const CalendarDate& from = *m_story;
        return from.month && month + 8 <= from.month ? from.year + 1 : from.year;
    }
    if (!m_anchor) return std::nullopt;
    if (m_anchor->month == 0) return m_anchor->year;
    switch (m_isStory ? tenseAt(i) : tense) {
    case Tense::future:
        return month < m_anchor->month ? m_anchor->year + 1 : m_anchor->year;
    case Tense::past:
        return month > m_anchor->month ? m_anchor->year - 1 : m_anchor->year;
    case Tense::present: { // "talks begin in June": the nearest
        const int months = month - m_anchor->month;
        return months > 6 ? m_anchor->year - 1 : months < -6 ? m_anchor->year + 1 : m_anchor->year;
    }
    default:
        return month > m_anchor->month + 1 ? m_anchor->year - 1 : m_anchor->year;
    }
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
           (d->suffix.empty() || ordinalOf(*d)) && !(isMark(at + 1, ':') && piece(at + 2) && piece(at + 2)->isGlued) &&
           !isWord(at + 1, "am") && !isWord(at + 1, "pm") && !isMark(at + 1, '%');
}

// April 8, 2026; April the 8th; April 2026; April
std::optional<TimeFinder::Found> TimeFinder::monthDay(std::size_t i)
{
    const TimePiece* first = piece(i);
    const int month = first ? monthOf(*first) : 0;
    if (!month) return std::nullopt;
    std::size_t at = i + 1;
    if (isMark(at, '.') && first->lower.size() <= 4 && piece(at)->isGlued && piece(at + 1)) ++at;
    std::size_t day = at;
    if (isWord(day, "the") && piece(day + 1) && piece(day + 1)->kind == Kind::number && !piece(day + 1)->suffix.empty())
        ++day;
    if (isDay(day)) {
        const int number = m_pieces[day].value;
        at = day + 1;
        auto year = yearAfter(at);
        if (!year) year = yearAhead(at, month);
        return dated(i, at, month, number, year);
    }
    std::size_t end = at;
    if (const auto year = yearAfter(end))
        return Found{end, "date", edtfOf({*year, month, 0}), CalendarDate{*year, month, 0}};
    if (const auto year = yearAhead(at, month)) {
        const CalendarDate date{*year, month, 0};
        return Found{at, "date", edtfOf(date), date};
    }
    return monthAlone(i, at, month);
}

std::optional<TimeFinder::Found> TimeFinder::dated(std::size_t i, std::size_t end, int month, int day,
                                                   std::optional<int> year) const
{
    if (!year) year = yearFor(month, i);
    if (!year) return Found{end, "date", withoutYear(month, day), std::nullopt};
    const CalendarDate date{*year, month, day};
    if (!isDate(date)) return std::nullopt;
    return Found{end, "date", edtfOf(date), date};
}

// A month without day and year: only where it cannot be a name or a verb.
std::optional<TimeFinder::Found> TimeFinder::monthAlone(std::size_t i, std::size_t end, int month) const
{
    static const WordSet cues{"in of by since until till during from to last next this early late mid before after "
                              "through throughout every end and or for between "
                              "previous following each that around about ending beginning starting on"};
    static const WordSet names{"may march april june august"};
    const TimePiece& name = m_pieces[i];
    const bool cued = m_isModified || wordBefore(i, cues);
    const bool isLinked = linkEnd(end) != end && piece(linkEnd(end)) && monthOf(m_pieces[linkEnd(end)]);
    if (!cued && !isLinked) {
        if (names.has(name.lower) || name.lower.size() < 4) return std::nullopt;
        if (i > 0 && m_pieces[i - 1].kind == Kind::word && m_pieces[i - 1].isUpper && m_pieces[i - 1].lower != "the" &&
            i > 1)
            return std::nullopt;
    }
    if (name.lower == "may" && piece(end) && !m_isModified && uposAt(i) == Upos::aux) return std::nullopt;
    if (names.has(name.lower) && piece(end) && piece(end)->kind == Kind::word && piece(end)->isUpper && !cued)
        return std::nullopt;
    const bool isGeneral = m_isStory && m_anchor && tenseAt(i) == Tense::present; // "Rain falls in July"
    const auto year = isGeneral ? std::nullopt : yearFor(month, i);
    if (!year) return Found{end, "date", withoutYear(month, 0), std::nullopt};
    return Found{end, "date", edtfOf({*year, month, 0}), CalendarDate{*year, month, 0}};
}

// 8 April 2026; the 8th of April; "6" of "6–7 April 2026", which takes month and year from what follows
std::optional<TimeFinder::Found> TimeFinder::dayMonth(std::size_t i)
{
    std::size_t at = i;
    if (isWord(at, "the") && piece(at + 1) && (piece(at + 1)->kind == Kind::number || ordinalOf(*piece(at + 1)))) ++at;
    if (at > 0 &&
        (isMark(at - 1, '$') || (m_pieces[at].isGlued && !isLink(at - 1) && m_pieces[at - 1].kind != Kind::mark)))
        return std::nullopt;
    int day = 0;
    if (isDay(at))
        day = m_pieces[at].value;
    else if (piece(at) && m_pieces[at].kind == Kind::word && isWord(at + 1, "of"))
        day = ordinalOf(m_pieces[at]);
    if (!day) return std::nullopt;
    const std::size_t alone = ++at;
    if (isWord(at, "day") && isWord(at + 1, "of")) ++at;
    if (isWord(at, "of")) ++at;
    if (const int month = piece(at) ? monthOf(m_pieces[at]) : 0) {
        ++at;
        if (isMark(at, '.') && m_pieces[at - 1].lower.size() <= 4 && piece(at)->isGlued && piece(at + 1)) ++at;
        auto year = yearAfter(at);
        if (!year) year = yearAhead(at, month);
        return dated(i, at, month, day, year);
    }
    // "6–7 April", "12, 13 and 14 May"
    std::size_t next = alone;
    for (int members = 0; members < 4; ++members) {
        const std::size_t behind = linkEnd(next);
        if (behind == next || !isDay(behind) || (isMark(next, ',') && members > 2)) return std::nullopt;
        next = behind + 1;
        if (isWord(next, "of")) ++next;
        const int month = piece(next) ? monthOf(m_pieces[next]) : 0;
        if (!month) continue;
        ++next;
        auto year = yearAfter(next);
        if (!year) year = yearAhead(next, month);
        return dated(i, alone, month, day, year);
    }
    return std::nullopt;
}

// "9" of "5–9 March" written as "March 5–9, 1918"; "5" of "May 4 and 5"
std::optional<TimeFinder::Found> TimeFinder::dayBehind(std::size_t i) const
{
    if (!m_before || !m_before->isDay || !isDay(i)) return std::nullopt;
    const std::size_t link = m_before->end;
    if (link >= i || linkEnd(link) != i) return std::nullopt;
    const int day = m_pieces[i].value;
    std::size_t at = i + 1;
    const bool isRange = isMark(link, '-');
    static const WordSet particles{"of at in by with when while as near respectively the was were"};
    const TimePiece* next = piece(at);
    if (!isRange && next && next->kind != Kind::mark && m_pieces[i].suffix.empty() && !isOneOf(at, particles))
        return std::nullopt;
    if (next && (unitOf(*next) != Unit::none || monthOf(*next))) return std::nullopt;
    int year = m_before->date.year;
    std::size_t end = at;
    if (const auto stated = yearAfter(end); stated && isNumber(end - 1)) {
        year = *stated;
        at = end;
    }
    const CalendarDate date{year, m_before->date.month, day};
    if (!isDate(date) || (isRange && day <= m_before->date.day)) return std::nullopt;
    return Found{at, "date", edtfOf(date), date};
}

// "on the 20th"
std::optional<TimeFinder::Found> TimeFinder::dayAlone(std::size_t i) const
{
    static const WordSet cues{"on by until till from to before after since of"};
    if (!isWord(i, "the") || !isDay(i + 1) || m_pieces[i + 1].suffix.empty()) return std::nullopt;
    if (!wordBefore(i, cues) && !(i > 0 && weekdayOf(m_pieces[i - 1]))) return std::nullopt;
    const TimePiece* next = piece(i + 2);
    const bool isFree = !next || next->kind == Kind::mark || isLink(i + 2) ||
                        (next->kind == Kind::word && !next->isUpper && uposAt(i + 2) != Upos::noun &&
                         uposAt(i + 2) != Upos::adj && uposAt(i + 2) != Upos::propn && uposAt(i + 2) != Upos::num);
    if (!isFree || (next && next->isMark('-'))) return std::nullopt;
    const auto base = spokenOf();
    if (!base || !base->month) return std::nullopt;
    const CalendarDate date{base->year, base->month, m_pieces[i + 1].value};
    if (!isDate(date)) return std::nullopt;
    return Found{i + 2, "date", edtfOf(date), date};
}

// The day of the week that is meant: in news the last one, the next one with a future tense; in a history the one
// before or on the day it tells of. "Mondays" and "on a Monday" mean none.
std::optional<TimeFinder::Found> TimeFinder::weekdayAlone(std::size_t i, int weekday) const
{
    static const WordSet before{"last next this every each"};
    static const WordSet indefinite{"a every each any per"};
    if (wordBefore(i, before)) return std::nullopt;
    if (i > 0 && isInName(i) && !(i == 1 && !isInName(0)) && piece(i + 1) && m_pieces[i + 1].isUpper &&
        m_pieces[i + 1].kind == Kind::word)
        return std::nullopt;
    const auto part = [&](std::size_t at) { return partOfDay(at < m_pieces.size() ? m_pieces[at] : TimePiece{}); };
    std::size_t end = i + 1;
    if (part(end)) ++end;
    if (wordBefore(i, indefinite)) return Found{end, "set", "XXXX-WXX-" + std::to_string(weekday), std::nullopt};
    std::optional<CalendarDate> from = m_anchor;
    if (m_isStory && m_story) from = m_story;
    if (!from || !from->day) return std::nullopt;
    if (m_before && m_before->isDay && linkEnd(m_before->end) == i && !isMark(m_before->end, ',')) {
        const int ahead = (weekday - 1 - skein::weekdayOf(m_before->date) + 7) % 7; // "Monday through Friday"
        const CalendarDate day = dateOfDays(daysOf(m_before->date) + ahead);
        return Found{end, "date", edtfOf(day), day};
    }
    int days = -((skein::weekdayOf(*from) + 1 - weekday + 7) % 7);
    if (!m_isStory && days < 0 && tenseAt(i) == Tense::future) days += 7;
    const CalendarDate day = dateOfDays(daysOf(*from) + days);
    return Found{end, "date", edtfOf(day), day};
}

} // namespace skein
