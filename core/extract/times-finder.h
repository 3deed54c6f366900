// SPDX-License-Identifier: GPL-3.0-or-later
// Expressions of time, read from left to right, the longest reading at each place. Two dates anchor what is relative:
// the day the document was published ("last summer", "yesterday"), and the date the text spoke of last ("the following
// year", "in July" of a history). Values after EDTF (ISO 8601-2); for what EDTF cannot say, TIMEX3 (P9M, PXD).
// Internal to core/extract.
#pragma once

#include "core/extract/calendar.h"
#include "core/extract/finders.h"
#include "core/extract/timepieces.h"
#include "core/extract/timewords.h"
#include "core/extract/wordset.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace skein {

class TimeFinder {
public:
    TimeFinder(const Document& document, const Reading& reading);

    std::vector<TimeExpression> find();

private:
    using Pieces = std::vector<TimePiece>;
    using Kind = TimePiece::Kind;

    struct Found {
        std::size_t end = 0; // one past the last piece
        std::string type = "date";
        std::string edtf;
        std::optional<CalendarDate> date; // what later words may refer to
    };

    const TimePiece* piece(std::size_t index) const { return index < m_pieces.size() ? &m_pieces[index] : nullptr; }
    bool isWord(std::size_t index, std::string_view word) const;
    bool isMark(std::size_t index, char mark) const { return index < m_pieces.size() && m_pieces[index].isMark(mark); }
    bool wordBefore(std::size_t index, const WordSet& words) const;

    // ---- what begins at a place, the longest reading first
    std::optional<Found> at(std::size_t i);
    std::optional<Found> modified(std::size_t i);
    bool isQuarterWord(std::size_t i) const { return i < m_pieces.size() && m_pieces[i].lower.starts_with("q"); }
    std::optional<Found> date(std::size_t i);
    std::optional<Found> isoDate(std::size_t i);
    std::optional<int> yearAfter(std::size_t& at) const;
    bool isEra(std::size_t at) const;
    int eraAt(std::size_t& at) const;
    std::optional<int> yearFor(int month) const;
    Found datesFound(std::size_t end, CalendarDate date, std::optional<CalendarDate> until) const;
    static std::string withoutYear(int month, int day);
    bool isDay(std::size_t at) const;
    bool isDash(std::size_t at) const { return isMark(at, '-') || isWord(at, "to") || isWord(at, "through"); }
    std::optional<Found> monthDay(std::size_t i);
    std::optional<Found> dated(std::size_t end, int month, int day, int lastMonth, int lastDay,
                               std::optional<int> year) const;
    std::optional<Found> monthAlone(std::size_t i, std::size_t end, int month) const;
    std::optional<Found> dayMonth(std::size_t i);
    std::optional<Found> weekdayAlone(std::size_t i, int weekday) const;
    std::optional<Found> quarter(std::size_t i);
    std::optional<Found> season(std::size_t i);
    static int seasonMonth(int code) { return code == 24 ? 12 : (code - 21) * 3 + 4; }
    std::optional<Found> decade(std::size_t i) const;
    std::optional<Found> century(std::size_t i) const;
    std::optional<Found> year(std::size_t i);

    // ---- relative to the document or to the text
    std::optional<CalendarDate> told() const { return m_reference ? m_reference : m_anchor; }
    std::optional<Found> relative(std::size_t i);
    static std::optional<Found> dayFrom(CalendarDate from, int days, std::size_t end);
    std::optional<Found> christmas(std::size_t i) const;
    static std::optional<Found> seasonBeside(CalendarDate from, int code, int direction, std::size_t end);
    static std::string weekOf(CalendarDate day);
    std::optional<Found> unitBeside(CalendarDate from, Unit unit, int direction, std::size_t end) const;
    std::optional<Found> ago(std::size_t i);
    std::pair<int, std::size_t> countAt(std::size_t i) const;
    std::optional<Found> spanBeside(std::size_t step, const TimePiece& noun) const;

    // ---- clock, sets, durations
    std::optional<Found> clock(std::size_t i) const;
    std::optional<Found> set(std::size_t i) const;
    std::optional<Found> duration(std::size_t i) const;

    const Document& m_document;
    const Reading& m_reading;
    Pieces m_pieces; // of the sentence at hand
    std::optional<CalendarDate> m_anchor;
    std::optional<CalendarDate> m_reference;
    bool m_isModified = false;
    std::vector<TimeExpression> m_result;
};

} // namespace skein
