// SPDX-License-Identifier: GPL-3.0-or-later
// Dates that are told from another date: "yesterday", "the following year", "three months ago".
#include "core/extract/times-finder.h"

#include <algorithm>

namespace skein {

std::optional<TimeFinder::Found> TimeFinder::relative(std::size_t i)
{
    const TimePiece& first = m_pieces[i];
    if (first.kind != Kind::word && first.kind != Kind::number) return std::nullopt;
    if (auto found = ordinalPart(i)) return found;
    if (auto found = ago(i)) return found;
    if (auto found = dayWord(i)) return found;
    if (auto found = holiday(i)) return found;
    if (auto found = beside(i)) return found;
    if (auto found = weekend(i)) return found;
    auto found = stepped(i);
    if (found) { // the story goes on from "the following day", not from "last year"
        const std::size_t at = isWord(i, "the") ? i + 1 : i;
        static const WordSet back{"last past previous preceding prior"};
        found->isAside = isOneOf(at, back) || (isWord(i, "next") && at == i);
    }
    return found;
}

// today, yesterday morning, tomorrow, the day before yesterday
std::optional<TimeFinder::Found> TimeFinder::dayWord(std::size_t i) const
{
    std::size_t at = i;
    int days = 0;
    if (isWord(at, "the") && isWord(at + 1, "day") && isWord(at + 2, "before") && isWord(at + 3, "yesterday")) {
        days = -1;
        at += 3;
    } else if (isWord(at, "the") && isWord(at + 1, "day") && isWord(at + 2, "after") && isWord(at + 3, "tomorrow")) {
        days = 1;
        at += 3;
    }
    const std::string& word = m_pieces[at].lower;
    if (word == "yesterday")
        --days;
    else if (word == "tomorrow")
        ++days;
    else if (word != "today" && word != "tonight")
        return std::nullopt;
    if (m_pieces[i].isUpper && i > 0 && m_pieces[i - 1].kind == Kind::word && m_pieces[i - 1].isUpper)
        return std::nullopt;
    std::size_t end = at + 1;
    if (piece(end) && partOfDay(m_pieces[end])) ++end;
    if (m_isStory && m_anchor && days == 0) return Found{end, "reference", "PRESENT_REF", std::nullopt};
    if (!m_anchor || !m_anchor->day) return std::nullopt;
    return dayFrom(*m_anchor, days, end);
}

std::optional<TimeFinder::Found> TimeFinder::dayFrom(CalendarDate from, int days, std::size_t end)
{
    const CalendarDate day = dateOfDays(daysOf(from) + days);
    return Found{end, "date", edtfOf(day), day};
}

// Feasts that have the same date every year.
std::optional<TimeFinder::Found> TimeFinder::holiday(std::size_t i) const
{
    const TimePiece& first = m_pieces[i];
    if (first.kind != Kind::word || !first.isUpper) return std::nullopt;
    std::size_t at = i + 1;
    int month = 12;
    int day = 25;
    if (first.lower == "christmas") {
        if (isWord(at, "day"))
            ++at;
        else if (isWord(at, "eve")) {
            ++at;
            day = 24;
        }
    } else if (first.lower == "new" && isWord(at, "year")) {
        ++at;
        month = isWord(at, "eve") ? 12 : 1;
        day = month == 12 ? 31 : 1;
        if (!isWord(at, "eve") && !isWord(at, "day")) return std::nullopt;
        ++at;
    } else if (first.lower == "halloween") {
        month = 10;
        day = 31;
    } else {
        return std::nullopt;
    }
    if (piece(at) && partOfDay(m_pieces[at])) ++at;
    if (piece(at) && m_pieces[at].kind == Kind::word && m_pieces[at].isUpper && m_pieces[at].lower != "in")
        return std::nullopt; // part of a name
    if (i > 0 && m_pieces[i - 1].kind == Kind::word && m_pieces[i - 1].isUpper && i > 1) return std::nullopt;
    auto year = yearAfter(at);
    if (!year) year = yearFor(month, i);
    if (!year) return Found{at, "date", withoutYear(month, day), std::nullopt};
    const CalendarDate date{*year, month, day};
    return Found{at, "date", edtfOf(date), date};
}

// "last year", "that same month", "the following Tuesday", "this morning", "the next 12 months"
std::optional<TimeFinder::Found> TimeFinder::stepped(std::size_t i)
{
    static const WordSet steps{"last this next past previous following coming same that preceding current first final "
                               "subsequent prior ensuing"};
    std::size_t at = i;
    const bool isDefinite = isWord(at, "the") || isWord(at, "its") || isWord(at, "his") || isWord(at, "their");
    if (isDefinite) ++at;
    const bool isThe = isDefinite && isWord(i, "the");
    if (!isOneOf(at, steps)) return std::nullopt;
    std::string word = m_pieces[at].lower;
    if (word == "that" && isWord(at + 1, "same")) {
        ++at;
        word = "same";
    }
    if (isWord(at, "following") && !isThe) return std::nullopt;
    if (auto span = spanBeside(at)) return span;
    if (isDefinite && !isThe) return std::nullopt;
    const TimePiece* noun = piece(at + 1);
    if (!noun || word == "first" || word == "final") return std::nullopt;
    if (isThe && (word == "this" || word == "that")) return std::nullopt;

    int direction = 0;
    if (word == "last" || word == "past" || word == "previous" || word == "preceding" || word == "prior")
        direction = -1;
    if (word == "next" || word == "coming" || word == "following" || word == "subsequent" || word == "ensuing")
        direction = 1;
    const bool isAnaphoric = word == "previous" || word == "preceding" || word == "following" || word == "same" ||
                             word == "that" || word == "subsequent" || word == "ensuing" || (word == "next" && isThe);
    const std::size_t end = at + 2;
    const Unit unit = unitOf(*noun);
    // "over the past decade" lasts; "past ten" is no date
    if (word == "past" && !isThe && unit == Unit::none) return std::nullopt;
    static const WordSet during{"for over within"};
    const bool lasts = word == "past" || (word == "last" && unit >= Unit::week) ||
                       (word == "next" && unit >= Unit::week && wordBefore(i, during));
    if (isThe && lasts && unit >= Unit::day && unit != Unit::night && !isWord(end, "of"))
        return Found{end, "duration", durationOf("1", unit), std::nullopt};
    const std::optional<CalendarDate> from = isAnaphoric ? told() : today();
    if (!from) return std::nullopt;
    if (const int month = monthOf(*noun)) {
        int year = from->year;
        if (from->month) {
            if (direction < 0 && month >= std::max(1, from->month)) --year;
            if (direction > 0 && month <= from->month) ++year;
        }
        std::size_t behind = end;
        if (isDay(behind)) return std::nullopt;
        return Found{behind, "date", edtfOf({year, month, 0}), CalendarDate{year, month, 0}};
    }
    if (const int weekday = weekdayOf(*noun)) {
        if (!from->day) return std::nullopt;
        int days = weekday - 1 - skein::weekdayOf(*from);
        if (direction < 0 && days >= 0) days -= 7;
        if (direction > 0 && days <= 0) days += 7;
        std::size_t behind = end;
        if (piece(behind) && partOfDay(m_pieces[behind])) ++behind;
        return dayFrom(*from, days, behind);
    }
    if (const int code = seasonOf(*noun)) {
        if (noun->lower == "fall" && isWord(end, "of")) return std::nullopt;
        return seasonBeside(*from, code, direction, end);
    }
    if (partOfDay(*noun) && unit != Unit::night) {
        if (!from->day || word == "past") return std::nullopt;
        return dayFrom(*from, word == "last" ? -1 : direction, end);
    }
    if (unit == Unit::none || noun->lower.ends_with("s")) return std::nullopt;
    if (unit == Unit::year && noun->isPossessive && piece(end)) { // "last year's third quarter"
        auto part = quarter(end);
        const std::size_t dash = part ? part->edtf.rfind('-') : std::string::npos;
        if (part && dash != std::string::npos) {
            const CalendarDate year{from->year + direction, 0, 0};
            return Found{part->end, "date", edtfOf(year) + part->edtf.substr(dash), year};
        }
    }
    if (unit == Unit::day && word == "this" && !from->day) return std::nullopt;
    if (word == "last" && isThe && isWord(end, "of")) return std::nullopt;
    return unitBeside(*from, unit, direction, end);
}

TimeFinder::Found TimeFinder::seasonBeside(CalendarDate from, int code, int direction, std::size_t end)
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

// The unit `steps` after the one in which `from` lies. What is coarser than the unit is all that can be said when
// `from` is no finer: two days after some day of May are still in May, as far as the text tells.
std::optional<TimeFinder::Found> TimeFinder::unitBeside(CalendarDate from, Unit unit, int steps, std::size_t end) const
{
    const auto coarse = [&]() -> std::optional<Found> {
        if (!isToldDate() || steps > 6 || steps < -6) return std::nullopt;
        return Found{end, "date", edtfOf(from), from};
    };
    switch (unit) {
    case Unit::second:
    case Unit::minute:
    case Unit::hour:
        return from.day && steps != 0 ? std::optional(Found{end, "date", edtfOf(from), from}) : std::nullopt;
    case Unit::day:
    case Unit::night:
        return from.day ? dayFrom(from, steps, end) : coarse();
    case Unit::week:
    case Unit::fortnight: {
        if (!from.day) return coarse();
        const CalendarDate day = dateOfDays(daysOf(from) + (unit == Unit::week ? 7 : 14) * steps);
        return Found{end, "date", weekOf(day), day};
    }
    case Unit::weekend: {
        if (!from.day) return std::nullopt;
        const long monday = daysOf(from) - skein::weekdayOf(from);
        // On a Monday or Tuesday "this weekend" is the one that was.
        const bool isOver = steps == 0 && skein::weekdayOf(from) < 2;
        const long saturday = monday + 5 + 7 * (isOver ? -1 : steps);
        return Found{end, "date", edtfOf(dateOfDays(saturday)) + "/" + edtfOf(dateOfDays(saturday + 1)),
                     dateOfDays(saturday)};
    }
    case Unit::month: {
        if (!from.month) return coarse();
        const CalendarDate month = monthsLater(from, steps);
        return Found{end, "date", edtfOf(month), month};
    }
    case Unit::quarter: {
        if (!from.month) return std::nullopt;
        const CalendarDate month = monthsLater(from, 3 * steps);
        return Found{end, "date", edtfOf({month.year, 0, 0}) + "-" + std::to_string(33 + (month.month - 1) / 3), month};
    }
    case Unit::year:
        if (from.year + steps > 9999 || from.year + steps < -9999) return std::nullopt;
        return Found{end, "date", edtfOf({from.year + steps, 0, 0}), CalendarDate{from.year + steps, 0, 0}};
    case Unit::decade:
        if (from.year < 1000) return std::nullopt;
        return Found{end, "date", edtfOf({from.year / 10 + steps, 0, 0}).substr(1) + "X", std::nullopt};
    case Unit::century:
        if (from.year < 1000) return std::nullopt;
        return Found{end, "date", edtfOf({from.year / 100 + steps, 0, 0}).substr(2) + "XX", std::nullopt};
    default:
        return std::nullopt;
    }
}

// "twelve months ago", "two days later", "a year earlier", "a few weeks later"; "three days after 5 May", "three days
// after the landing" of which the text spoke last
std::optional<TimeFinder::Found> TimeFinder::ago(std::size_t i)
{
    static const WordSet vagueCounts{"several few many some couple"};
    static const WordSet later{"later afterwards afterward hence"};
    static const WordSet earlier{"earlier previously before prior"};
    std::size_t at = i;
    int count = 0;
    if (isWord(at, "a") && isOneOf(at + 1, vagueCounts)) {
        at += 2;
        if (isWord(at, "of")) ++at;
    } else if (isOneOf(at, vagueCounts)) {
        ++at;
    } else if (unitAt(at) != Unit::none && m_pieces[at].lower.ends_with("s")) {
        if (i > 0 && m_pieces[i - 1].value > 0) return std::nullopt; // only "weeks later" has no count
    } else {
        std::tie(count, at) = countAt(i);
        if (count <= 0) return std::nullopt;
        if (isWord(at, "or") || (isMark(at, '-') && piece(at + 1) && piece(at + 1)->value > 0)) return std::nullopt;
        if (isWord(at, "full") || isWord(at, "short") || isWord(at, "mere")) ++at;
    }
    const Unit unit = unitAt(at);
    if (count > 0 && isWord(at + 1, "ago") && m_pieces[at].lower.ends_with("s")) { // "two summers ago"
        TimePiece singular = m_pieces[at];
        singular.lower.pop_back();
        const auto from = today();
        if (const int code = seasonOf(singular); code && from) {
            CalendarDate base = *from;
            base.year -= count - 1;
            return seasonBeside(base, code, -1, at + 2);
        }
    }
    if (unit == Unit::none) return std::nullopt;
    std::size_t end = at + 1;
    if (!piece(end)) return std::nullopt;
    const bool isFromNow = isWord(end, "from") && (isWord(end + 1, "now") || isWord(end + 1, "today"));
    const bool isAgo = isWord(end, "ago") || isFromNow;
    int direction = 0;
    std::optional<CalendarDate> from;
    if (isAgo || isWord(end, "back")) {
        if (isWord(end, "back") && (uposAt(end) != Upos::adv || (piece(end + 1) && piece(end + 1)->kind != Kind::mark)))
            return std::nullopt;
        from = m_isStory ? told() : m_anchor;
        direction = isFromNow ? 1 : -1;
        if (isFromNow) ++end;
    } else if (isOneOf(end, later)) {
        from = told();
        direction = 1;
    } else if (isOneOf(end, earlier) || isWord(end, "after") || isWord(end, "following")) {
        direction = isOneOf(end, earlier) ? -1 : 1;
        const bool isPreposition = isWord(end, "before") || isWord(end, "after") || isWord(end, "following");
        const bool isAlone = !piece(end + 1) || piece(end + 1)->kind == Kind::mark;
        from = told();
        if (isPreposition && !isAlone) {
            const std::size_t next = isWord(end + 1, "the") ? end + 2 : end + 1;
            auto other = piece(next) ? date(next) : std::nullopt;
            if (other && other->date) { // "three days after 5 May"
                from = other->date;
                end = other->end - 1;
            } else if (!m_isStory || m_referenceSentence + 2 < m_sentence) {
                return std::nullopt; // what it is after, only a history has just told
            }
        }
        if (!isPreposition && isWord(end, "prior") && isWord(end + 1, "to")) return std::nullopt;
    }
    if (!direction) return std::nullopt;
    ++end;
    if (count == 0) {
        if (unit < Unit::day)
            return from && from->day ? std::optional(Found{end, "date", edtfOf(*from), from}) : std::nullopt;
        return Found{end, "reference", direction > 0 ? "FUTURE_REF" : "PAST_REF", std::nullopt};
    }
    if (!from) return std::nullopt;
    if (unit == Unit::decade || unit == Unit::century) {
        const int year = from->year + direction * count * (unit == Unit::decade ? 10 : 100);
        if (year > 9999 || year < -9999) return std::nullopt;
        return Found{end, "date", edtfOf({year, 0, 0}), CalendarDate{year, 0, 0}, direction < 0};
    }
    auto found = unitBeside(*from, unit, direction * count, end);
    if (found) found->isAside = direction < 0;
    return found;
}

// "over the weekend"
std::optional<TimeFinder::Found> TimeFinder::weekend(std::size_t i) const
{
    static const WordSet cues{"over during at for on"};
    if (!isWord(i, "the") || !isWord(i + 1, "weekend") || !wordBefore(i, cues) || isWord(i + 2, "of"))
        return std::nullopt;
    const auto from = today();
    if (!from || !from->day) return std::nullopt;
    const bool isOver = tenseAt(i + 1) == Tense::past && skein::weekdayOf(*from) >= 2 && skein::weekdayOf(*from) <= 4;
    return unitBeside(*from, Unit::weekend, isOver ? -1 : 0, i + 2);
}

// "the day before", "the year after", "the night before", "the day following"
std::optional<TimeFinder::Found> TimeFinder::beside(std::size_t i)
{
    if (!isWord(i, "the")) return std::nullopt;
    const Unit unit = unitAt(i + 1);
    const bool isPart = piece(i + 1) && partOfDay(m_pieces[i + 1]);
    if ((unit < Unit::day && !isPart) || m_pieces[i + 1].lower.ends_with("s")) return std::nullopt;
    int direction = 0;
    if (isWord(i + 2, "before") || isWord(i + 2, "earlier")) direction = -1;
    if (isWord(i + 2, "after") || isWord(i + 2, "following") || isWord(i + 2, "afterwards")) direction = 1;
    if (!direction) return std::nullopt;
    std::size_t end = i + 3;
    std::optional<CalendarDate> from = told();
    const std::size_t next = isWord(end, "the") ? end + 1 : end;
    if (auto other = piece(next) ? date(next) : std::nullopt; other && other->date) {
        from = other->date;
        end = other->end;
    } else if (piece(end) && piece(end)->kind == Kind::word && (!m_isStory || m_referenceSentence + 2 < m_sentence)) {
        return std::nullopt;
    }
    if (!from) return std::nullopt;
    return unitBeside(*from, isPart ? Unit::day : unit, direction, end);
}

// "the first day of May 1920", "the last week of August": the day, or the month in which it lies
std::optional<TimeFinder::Found> TimeFinder::ordinalPart(std::size_t i)
{
    static const WordSet ends{"last final closing"};
    static const WordSet units{"day week month"};
    std::size_t at = isWord(i, "the") ? i + 1 : i;
    if (at == i && !(i > 0 && isWord(i - 1, "the"))) return std::nullopt;
    if (!piece(at)) return std::nullopt;
    const int ordinal = isOneOf(at, ends) ? -1 : ordinalOf(m_pieces[at]);
    if (!ordinal) return std::nullopt;
    ++at;
    if (!isOneOf(at, units) || !(isWord(at + 1, "of") || isWord(at + 1, "in"))) return std::nullopt;
    const Unit unit = unitAt(at);
    auto found = partOf(at + 2);
    if (!found || !found->date) return std::nullopt;
    CalendarDate whole = *found->date;
    if (unit == Unit::day && whole.month && !whole.day) {
        whole.day = ordinal > 0 ? ordinal : daysInMonth(whole.year, whole.month);
        if (isDate(whole)) return Found{found->end, "date", edtfOf(whole), whole};
    }
    if (unit == Unit::day && !whole.month) {
        if (ordinal == 1) return Found{found->end, "date", edtfOf({whole.year, 1, 1}), CalendarDate{whole.year, 1, 1}};
        if (ordinal < 0)
            return Found{found->end, "date", edtfOf({whole.year, 12, 31}), CalendarDate{whole.year, 12, 31}};
    }
    return found;
}

// The count that begins here, in digits or words, and the piece behind it; 0 when there is none.
std::pair<int, std::size_t> TimeFinder::countAt(std::size_t i) const
{
    const TimePiece* first = piece(i);
    if (!first) return {0, i};
    if (first->kind == Kind::number && first->suffix.empty() && first->value > 0 && first->value < 10000) {
        if (first->isDecimal &&
            m_document.text.substr(first->span.begin, first->span.end - first->span.begin).contains('.'))
            return {0, i};
        return {first->value, i + 1};
    }
    if (first->kind != Kind::word) return {0, i};
    if ((first->lower == "a" || first->lower == "an") && unitAt(i + 1) != Unit::none) return {1, i + 1};
    if (first->lower == "half" || first->value <= 0 || first->value >= 1000) return {0, i};
    if (first->value >= 20 && first->value < 100 && isMark(i + 1, '-') && piece(i + 2) && piece(i + 2)->value > 0 &&
        piece(i + 2)->value < 10)
        return {first->value + piece(i + 2)->value, i + 3};
    if (isWord(i + 1, "hundred")) return {first->value * 100, i + 2};
    return {first->value, i + 1};
}

// "12 months" in "the next 12 months"; the words before belong to it.
std::optional<TimeFinder::Found> TimeFinder::spanBeside(std::size_t step) const
{
    static const WordSet vagueCounts{"few several couple many"};
    std::size_t end = step + 1;
    std::string count;
    if (isOneOf(end, vagueCounts)) {
        count = "X";
        ++end;
        if (isWord(end, "of")) ++end;
    } else if (const auto [number, after] = countAt(end); number > 0 && after > end && !isWord(end, "a")) {
        count = std::to_string(number);
        end = after;
        if (isMark(end, '-')) ++end;
    } else {
        const Unit plural = unitAt(end);
        if (plural == Unit::none || !m_pieces[end].lower.ends_with("s")) return std::nullopt;
        if (isWord(step, "that") || isWord(step, "this")) return std::nullopt;
        count = "X";
    }
    const Unit unit = unitAt(end);
    if (unit == Unit::none) return std::nullopt;
    return Found{end + 1, "duration", durationOf(count, unit), std::nullopt};
}

} // namespace skein
