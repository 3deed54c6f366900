// SPDX-License-Identifier: GPL-3.0-or-later
// Expressions of time, read from left to right, the longest reading at each place. Two dates anchor what is relative:
// the day the document was published ("last summer", "yesterday"), and the date the text spoke of last ("the following
// year", "in July" of a history). A history resolves everything by the latter. Values after EDTF (ISO 8601-2); for what
// EDTF cannot say, TIMEX3 (P9M, PXD, PRESENT_REF). Each end of a range is an expression of its own, as in TIMEX3;
// dating.h joins them. Internal to core/extract.
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
    enum class Tense : std::uint8_t { unknown, past, present, future };

    struct Found {
        std::size_t end = 0; // one past the last piece
        std::string type = "date";
        std::string edtf;
        std::optional<CalendarDate> date; // what later words may refer to
        bool isAside = false;             // told from elsewhere, without going on from there: "two years ago"
    };

    const TimePiece* piece(std::size_t index) const { return index < m_pieces.size() ? &m_pieces[index] : nullptr; }
    bool isWord(std::size_t index, std::string_view word) const;
    bool isOneOf(std::size_t index, const WordSet& words) const;
    bool isMark(std::size_t index, char mark) const { return index < m_pieces.size() && m_pieces[index].isMark(mark); }
    bool wordBefore(std::size_t index, const WordSet& words) const;
    bool isNumber(std::size_t index) const;
    Unit unitAt(std::size_t index) const { return index < m_pieces.size() ? unitOf(m_pieces[index]) : Unit::none; }
    std::optional<std::size_t> tokenOf(std::size_t index) const;
    Upos uposAt(std::size_t index) const;
    // The tense of the clause around the piece.
    Tense tenseAt(std::size_t index) const;
    bool isInName(std::size_t index) const; // between capitalised words

    // ---- the anchors: the document's own date and the date that the text speaks of
    bool tellsStory() const;
    bool isToldDate() const; // whether a date without a year is of the time the text speaks of
    std::optional<CalendarDate> told() const;
    std::optional<CalendarDate> spokenOf() const { return isToldDate() ? m_story : m_anchor; }
    // What "last" and "next" count from.
    std::optional<CalendarDate> today() const { return m_isStory && m_story ? m_story : m_anchor; }
    bool isAside(std::size_t i, const Found& found) const;
    void refer(std::size_t i, const Found& found);

    bool isDoubted(std::size_t i, const Found& found) const;

    // ---- what begins at a place, the longest reading first
    std::optional<Found> at(std::size_t i);
    std::optional<Found> modified(std::size_t i);
    std::optional<Found> partOf(std::size_t at);
    std::optional<Found> vague(std::size_t i) const;
    std::optional<Found> date(std::size_t i);
    std::optional<Found> isoDate(std::size_t i) const;
    std::optional<Found> slashDate(std::size_t i) const;
    std::optional<int> yearAfter(std::size_t& at) const;
    std::optional<int> yearTold(std::size_t& at) const;
    std::optional<int> yearAhead(std::size_t at, int month) const;
    bool isEra(std::size_t at) const;
    int eraAt(std::size_t& at) const;
    int eraAhead(std::size_t at) const;
    std::optional<int> yearFor(int month, std::size_t i) const;
    static std::string withoutYear(int month, int day);
    bool isDay(std::size_t at) const;
    bool isLink(std::size_t at) const; // what stands between the members of a range or a list
    std::size_t linkEnd(std::size_t at) const;
    std::optional<Found> monthDay(std::size_t i);
    std::optional<Found> dated(std::size_t i, std::size_t end, int month, int day, std::optional<int> year) const;
    std::optional<Found> monthAlone(std::size_t i, std::size_t end, int month) const;
    std::optional<Found> dayMonth(std::size_t i);
    std::optional<Found> dayBehind(std::size_t i) const;
    std::optional<Found> dayAlone(std::size_t i) const;
    std::optional<Found> weekdayAlone(std::size_t i, int weekday) const;
    std::optional<Found> quarter(std::size_t i);
    std::optional<Found> season(std::size_t i);
    static int seasonMonth(int code) { return code == 24 ? 12 : (code - 21) * 3 + 4; }
    std::optional<Found> decade(std::size_t i) const;
    std::optional<Found> century(std::size_t i) const;
    std::optional<Found> year(std::size_t i);
    std::optional<Found> yearBehind(std::size_t i) const;
    std::optional<Found> ancientYear(std::size_t i) const;
    bool isCount(std::size_t i) const;

    // ---- relative to the document or to the text
    std::optional<Found> relative(std::size_t i);
    std::optional<Found> stepped(std::size_t i);
    std::optional<Found> dayWord(std::size_t i) const;
    static std::optional<Found> dayFrom(CalendarDate from, int days, std::size_t end);
    std::optional<Found> holiday(std::size_t i) const;
    static Found seasonBeside(CalendarDate from, int code, int direction, std::size_t end);
    static std::string weekOf(CalendarDate day);
    std::optional<Found> unitBeside(CalendarDate from, Unit unit, int steps, std::size_t end) const;
    std::optional<Found> ago(std::size_t i);
    std::optional<Found> beside(std::size_t i);
    std::optional<Found> weekend(std::size_t i) const;
    std::optional<Found> ordinalPart(std::size_t i);
    std::pair<int, std::size_t> countAt(std::size_t i) const;
    std::optional<Found> spanBeside(std::size_t step) const;

    // ---- clock, sets, durations
    std::optional<Found> clock(std::size_t i);
    std::string zoneAt(std::size_t& at) const;
    std::optional<Found> set(std::size_t i) const;
    std::optional<Found> duration(std::size_t i) const;
    std::optional<Found> counted(std::size_t i) const;
    bool isPrice(std::size_t i) const;

    // The day or year that the sentence named last, for "6–7 April", "1939–45".
    struct Before {
        std::size_t end = 0;
        CalendarDate date;
        bool isDay = false;
        bool isYear = false;
    };

    const Document& m_document;
    const Reading& m_reading;
    std::size_t m_sentence = 0;
    Pieces m_pieces; // of the sentence at hand
    std::optional<CalendarDate> m_anchor;
    std::optional<CalendarDate> m_reference; // the date named last
    std::size_t m_referenceSentence = 0;
    bool m_isReferenceBound = false;     // "since 1902": nothing goes on from there
    std::optional<CalendarDate> m_story; // where the story stands: m_reference without what is only mentioned
    std::size_t m_yearSentence = 0;      // one past the sentence in which the story last stated its year; 0 none
    std::optional<Before> m_before;
    std::optional<CalendarDate> m_day; // the last day that this sentence or the one before named
    std::size_t m_daySentence = 0;
    bool m_isStory = false;
    bool m_isModified = false;
    std::vector<TimeExpression> m_result;
};

} // namespace skein
