// SPDX-License-Identifier: GPL-3.0-or-later
// Expressions of time, read from left to right, the longest reading at each place. Two dates anchor what is relative:
// the day the document was published ("last summer", "yesterday"), and the date the text spoke of last ("the following
// year", "in July" of a history). Values after EDTF (ISO 8601-2); for what EDTF cannot say, TIMEX3 (P9M, PXD).
#include "core/extract/calendar.h"
#include "core/extract/finders.h"
#include "core/extract/timepieces.h"
#include "core/extract/timewords.h"
#include "core/extract/wordset.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <utility>

namespace skein {

namespace {

using Pieces = std::vector<TimePiece>;
using Kind = TimePiece::Kind;

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

struct Found {
    std::size_t end = 0; // one past the last piece
    std::string type = "date";
    std::string edtf;
    std::optional<CalendarDate> date; // what later words may refer to
};

class TimeFinder {
public:
    TimeFinder(const Document& document, const Reading& reading) : m_document(document), m_reading(reading)
    {
        m_anchor = dateFromEdtf(document.published);
    }

    std::vector<TimeExpression> find()
    {
        for (const Sentence& sentence : m_reading.sentences) {
            m_pieces = timePieces(m_document.text, sentence.span);
            for (std::size_t i = 0; i < m_pieces.size();) {
                const auto found = at(i);
                if (!found) {
                    ++i;
                    continue;
                }
                m_result.push_back(
                    {{m_pieces[i].span.begin, m_pieces[found->end - 1].span.end}, found->type, found->edtf});
                if (found->date) m_reference = found->date;
                i = found->end;
            }
        }
        return std::move(m_result);
    }

private:
    const TimePiece* piece(std::size_t index) const { return index < m_pieces.size() ? &m_pieces[index] : nullptr; }
    bool isWord(std::size_t index, std::string_view word) const
    {
        return index < m_pieces.size() && m_pieces[index].kind == Kind::word && m_pieces[index].lower == word;
    }
    bool isMark(std::size_t index, char mark) const { return index < m_pieces.size() && m_pieces[index].isMark(mark); }
    bool wordBefore(std::size_t index, const WordSet& words) const
    {
        return index > 0 && m_pieces[index - 1].kind == Kind::word && words.has(m_pieces[index - 1].lower);
    }

    // ---- what begins at a place, the longest reading first

    std::optional<Found> at(std::size_t i)
    {
        if (auto found = modified(i)) return found;
        if (auto found = date(i)) return found;
        if (auto found = relative(i)) return found;
        if (auto found = clock(i)) return found;
        if (auto found = set(i)) return found;
        return duration(i);
    }

    // "the end of 2025", "early 2025", "mid-June", "the summer of 2025"
    std::optional<Found> modified(std::size_t i)
    {
        static const WordSet parts{"end beginning start middle close outset"};
        static const WordSet degrees{"early late mid"};
        std::size_t at = i;
        if (isWord(at, "the")) ++at;
        if (piece(at) && piece(at)->kind == Kind::word && degrees.has(piece(at)->lower)) {
            ++at;
            while (isMark(at, '-'))
                ++at;
            if (isWord(at, "in") || isWord(at, "of")) ++at;
            if (isWord(at, "the")) ++at;
        } else if (piece(at) && parts.has(piece(at)->lower) && isWord(at + 1, "of")) {
            at += 2;
            if (isWord(at, "the") && unitOf(m_pieces[std::min(at + 1, m_pieces.size() - 1)]) == Unit::none) ++at;
            if (auto found = relative(at)) return found->type == "date" ? found : std::nullopt;
        } else if (at != i) {
            // "the summer of 2025", "the 1990s", "the 17th century"
            auto found = date(at);
            if (found &&
                (seasonOf(m_pieces[at]) || m_pieces[at].suffix == "s" || ordinalOf(m_pieces[at]) || isQuarterWord(at)))
                return found;
            return std::nullopt;
        } else {
            return std::nullopt;
        }
        m_isModified = true;
        auto found = date(at);
        m_isModified = false;
        return found;
    }

    bool isQuarterWord(std::size_t i) const { return i < m_pieces.size() && m_pieces[i].lower.starts_with("q"); }

    std::optional<Found> date(std::size_t i)
    {
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

    std::optional<Found> isoDate(std::size_t i)
    {
        const TimePiece* y = piece(i);
        if (!y || y->kind != Kind::number || y->digits != 4 || !isMark(i + 1, '-') || !piece(i + 2))
            return std::nullopt;
        const TimePiece& m = *piece(i + 2);
        if (m.kind != Kind::number || m.digits != 2 || !m.isGlued || !isMark(i + 3, '-') || !piece(i + 4))
            return std::nullopt;
        const TimePiece& d = *piece(i + 4);
        const CalendarDate date{y->value, m.value, d.value};
        if (d.kind != Kind::number || d.digits != 2 || !d.isGlued || !isDate(date)) return std::nullopt;
        return Found{i + 5, "date", edtfOf(date), date};
    }

    // A four-digit year that follows a day or a month, past an optional comma or "of"; moves `at` behind it.
    std::optional<int> yearAfter(std::size_t& at) const
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

    bool isEra(std::size_t at) const
    {
        return isWord(at, "bc") || isWord(at, "bce") || isWord(at, "ad") || isWord(at, "ce");
    }

    // -1 BC, 1 AD, 0 none; moves behind it.
    int eraAt(std::size_t& at) const
    {
        if (!isEra(at)) return 0;
        return m_pieces[at++].lower.starts_with('b') ? -1 : 1;
    }

    // The year of a month that has none: the text's own, if it tells of another time than the document's; else the year
    // in which the month was last over or under way when the document was published.
    std::optional<int> yearFor(int month) const
    {
        const bool isHistory = m_reference && (!m_anchor || std::abs(m_anchor->year - m_reference->year) > 1);
        if (isHistory) return m_reference->month >= 10 && month <= 3 ? m_reference->year + 1 : m_reference->year;
        if (!m_anchor) return std::nullopt;
        if (m_anchor->month == 0) return m_anchor->year;
        return month > m_anchor->month + 1 ? m_anchor->year - 1 : m_anchor->year;
    }

    Found datesFound(std::size_t end, CalendarDate date, std::optional<CalendarDate> until) const
    {
        Found found{end, "date", edtfOf(date), date};
        if (until && *until != date) {
            found.edtf += "/" + edtfOf(*until);
            found.date = until;
        }
        return found;
    }

    static std::string withoutYear(int month, int day)
    {
        std::array<char, 32> text{};
        if (day)
            std::snprintf(text.data(), text.size(), "XXXX-%02d-%02d", month, day);
        else
            std::snprintf(text.data(), text.size(), "XXXX-%02d", month);
        return text.data();
    }

    bool isDay(std::size_t at) const
    {
        const TimePiece* d = piece(at);
        return d && d->kind == Kind::number && !d->isDecimal && d->digits <= 2 && d->value >= 1 && d->value <= 31 &&
               (d->suffix.empty() || ordinalOf(*d));
    }

    bool isDash(std::size_t at) const { return isMark(at, '-') || isWord(at, "to") || isWord(at, "through"); }

    // April 8, 2026; April 6-7, 2026; April 30 – May 2, 2026; April 2026; April
    std::optional<Found> monthDay(std::size_t i)
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

    std::optional<Found> dated(std::size_t end, int month, int day, int lastMonth, int lastDay,
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
    std::optional<Found> monthAlone(std::size_t i, std::size_t end, int month) const
    {
        static const WordSet cues{"in of by since until till during from to last next this early late mid before after "
                                  "through throughout every end and or for between "
                                  "previous following each that around about ending beginning starting on"};
        const bool cued = m_isModified || wordBefore(i, cues);
        if (!cued && (i == 0 || m_pieces[i].lower == "may" || m_pieces[i].lower == "march" ||
                      m_pieces[i].lower == "april" || m_pieces[i].lower == "june" || m_pieces[i].lower == "august"))
            return std::nullopt;
        if (piece(end) && piece(end)->kind == Kind::word && piece(end)->isUpper && piece(end)->isGlued == false &&
            !cued)
            return std::nullopt;
        const auto year = yearFor(month);
        if (!year) return Found{end, "date", withoutYear(month, 0), std::nullopt};
        return Found{end, "date", edtfOf({*year, month, 0}), CalendarDate{*year, month, 0}};
    }

    // 8 April 2026; the 8th of April; 6-7 April 2026
    std::optional<Found> dayMonth(std::size_t i)
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

    std::optional<Found> weekdayAlone(std::size_t i, int weekday) const
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
    std::optional<Found> quarter(std::size_t i)
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
    std::optional<Found> season(std::size_t i)
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

    static int seasonMonth(int code) { return code == 24 ? 12 : (code - 21) * 3 + 4; }

    // 1990s, '90s
    std::optional<Found> decade(std::size_t i) const
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
    std::optional<Found> century(std::size_t i) const
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
    std::optional<Found> year(std::size_t i)
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

    // ---- relative to the document or to the text

    std::optional<CalendarDate> told() const { return m_reference ? m_reference : m_anchor; }

    std::optional<Found> relative(std::size_t i)
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

    static std::optional<Found> dayFrom(CalendarDate from, int days, std::size_t end)
    {
        const CalendarDate day = dateOfDays(daysOf(from) + days);
        return Found{end, "date", edtfOf(day), day};
    }

    std::optional<Found> christmas(std::size_t i) const
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

    static std::optional<Found> seasonBeside(CalendarDate from, int code, int direction, std::size_t end)
    {
        int year = from.year;
        const int begins = code == 24 ? 12 : (code - 21) * 3 + 3;
        if (direction < 0 && from.month < begins + 3 && from.month) --year;
        if (direction > 0 && from.month >= begins) ++year;
        return Found{end, "date", edtfOf({year, 0, 0}) + "-" + std::to_string(code),
                     CalendarDate{year, seasonMonth(code), 0}};
    }

    static std::string weekOf(CalendarDate day)
    {
        const long monday = daysOf(day) - skein::weekdayOf(day);
        return edtfOf(dateOfDays(monday)) + "/" + edtfOf(dateOfDays(monday + 6));
    }

    std::optional<Found> unitBeside(CalendarDate from, Unit unit, int direction, std::size_t end) const
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
            return Found{end, "date", edtfOf({month.year, 0, 0}) + "-" + std::to_string(33 + (month.month - 1) / 3),
                         month};
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
    std::optional<Found> ago(std::size_t i)
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
    std::pair<int, std::size_t> countAt(std::size_t i) const
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
    std::optional<Found> spanBeside(std::size_t step, const TimePiece& noun) const
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

    // ---- clock, sets, durations

    // 10:30, 10:30 a.m., 5 p.m.
    std::optional<Found> clock(std::size_t i) const
    {
        const TimePiece& first = m_pieces[i];
        if (first.kind != Kind::number || first.digits > 2 || first.isDecimal || first.value > 24) return std::nullopt;
        int hour = first.value;
        int minute = 0;
        std::size_t at = i + 1;
        const bool minutes = isMark(at, ':') && piece(at)->isGlued && piece(at + 1) && piece(at + 1)->isGlued &&
                             piece(at + 1)->digits == 2 && piece(at + 1)->value < 60;
        std::string half = first.suffix;
        if (minutes) {
            if (!first.suffix.empty() || (i > 0 && isMark(i - 1, ':'))) return std::nullopt;
            minute = m_pieces[at + 1].value;
            half = m_pieces[at + 1].suffix;
            at += 2;
            if (isMark(at, ':') && piece(at)->isGlued) return std::nullopt; // a ratio or a duration
        }
        if (half.empty() && (isWord(at, "am") || isWord(at, "pm"))) {
            half = m_pieces[at].lower;
            ++at;
        }
        if (half != "am" && half != "pm" && (!minutes || !half.empty())) return std::nullopt;
        if (half == "pm" && hour < 12) hour += 12;
        if (half == "am" && hour == 12) hour = 0;
        if (hour > 23) return std::nullopt;
        std::array<char, 16> text{};
        std::snprintf(text.data(), text.size(), "T%02d:%02d", hour, minute);
        const std::string day = m_reference && m_reference->day ? edtfOf(*m_reference) : std::string();
        return Found{at, "time", day + text.data(), std::nullopt};
    }

    std::optional<Found> set(std::size_t i) const
    {
        const TimePiece& first = m_pieces[i];
        if (first.kind != Kind::word) return std::nullopt;
        if (first.lower == "every" || first.lower == "each") {
            const Unit unit = piece(i + 1) ? unitOf(*piece(i + 1)) : Unit::none;
            const char* value = unit == Unit::day || unit == Unit::night ? "XXXX-XX-XX"
                                : unit == Unit::week                     ? "XXXX-WXX"
                                : unit == Unit::month                    ? "XXXX-XX"
                                : unit == Unit::year                     ? "XXXX"
                                                                         : nullptr;
            if (value) return Found{i + 2, "set", value, std::nullopt};
            if (piece(i + 1)) {
                if (const auto [count, end] = countAt(i + 1);
                    count > 1 && piece(end) && unitOf(*piece(end)) != Unit::none)
                    return Found{end + 1, "set", durationOf(std::to_string(count), unitOf(*piece(end))), std::nullopt};
            }
            return std::nullopt;
        }
        if (first.isUpper) return std::nullopt;
        if (first.lower == "daily") return Found{i + 1, "set", "XXXX-XX-XX", std::nullopt};
        if (first.lower == "weekly") return Found{i + 1, "set", "XXXX-WXX", std::nullopt};
        if (first.lower == "monthly") return Found{i + 1, "set", "XXXX-XX", std::nullopt};
        if (first.lower == "yearly" || first.lower == "annually" || first.lower == "annual")
            return Found{i + 1, "set", "XXXX", std::nullopt};
        return std::nullopt;
    }

    std::optional<Found> duration(std::size_t i) const
    {
        static const WordSet vague{"several few many some"};
        const TimePiece& first = m_pieces[i];
        std::size_t at = i;
        if (isWord(at, "a") && (isWord(at + 1, "few") || isWord(at + 1, "couple"))) {
            at += 2;
            if (isWord(at, "of")) ++at;
            const Unit unit = piece(at) ? unitOf(*piece(at)) : Unit::none;
            if (unit == Unit::none || unit == Unit::second || unit == Unit::minute) return std::nullopt;
            return Found{at + 1, "duration", durationOf("X", unit), std::nullopt};
        }
        if (first.kind == Kind::word && vague.has(first.lower)) {
            const Unit unit = piece(i + 1) ? unitOf(*piece(i + 1)) : Unit::none;
            if (unit == Unit::none || !piece(i + 1)->lower.ends_with("s") || first.lower == "some") return std::nullopt;
            return Found{i + 2, "duration", durationOf("X", unit), std::nullopt};
        }
        if ((first.lower == "decades" || first.lower == "centuries") && first.kind == Kind::word)
            return Found{i + 1, "duration", durationOf("X", unitOf(first)), std::nullopt};
        auto [count, end] = countAt(i);
        if (count <= 0) return std::nullopt;
        const bool article = first.lower == "a" || first.lower == "an";
        const bool hyphen = isMark(end, '-');
        if (hyphen) ++end;
        const Unit unit = piece(end) ? unitOf(*piece(end)) : Unit::none;
        if (unit == Unit::none) return std::nullopt;
        if (i > 0 && m_pieces[i - 1].isMark('$')) return std::nullopt;
        // "$5 a month", "25 years old", "one day", "a second time" are no durations.
        if (article) {
            if (unit == Unit::second || unit == Unit::minute || unit == Unit::quarter) return std::nullopt;
            if (i > 0) {
                const TimePiece& before = m_pieces[i - 1];
                static const WordSet prices{"million billion thousand percent times dollars hundred euros twice once"};
                if (before.kind == Kind::number || before.isMark('%') || prices.has(before.lower)) return std::nullopt;
            }
        }
        if (first.lower == "one" && unit == Unit::day) return std::nullopt;
        const std::size_t after = end + 1;
        if (isWord(after, "ago") || isWord(after, "old") || (isMark(after, '-') && isWord(after + 1, "old")) ||
            (article && hyphen))
            return std::nullopt;
        if (unit == Unit::second && !piece(end)->lower.ends_with("s")) return std::nullopt;
        if (!article && !hyphen && count > 1 && !piece(end)->lower.ends_with("s") && unit != Unit::century)
            return std::nullopt;
        return Found{after, "duration", durationOf(std::to_string(count), unit), std::nullopt};
    }

    const Document& m_document;
    const Reading& m_reading;
    Pieces m_pieces; // of the sentence at hand
    std::optional<CalendarDate> m_anchor;
    std::optional<CalendarDate> m_reference;
    bool m_isModified = false;
    std::vector<TimeExpression> m_result;
};

} // namespace

std::vector<TimeExpression> findTimes(const Document& document, const Reading& reading)
{
    return TimeFinder(document, reading).find();
}

} // namespace skein
