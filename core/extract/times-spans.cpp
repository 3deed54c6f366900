// SPDX-License-Identifier: GPL-3.0-or-later
// Clock times, what recurs, durations.
#include "core/extract/times-finder.h"

#include <array>
#include <cstdio>
#include <utility>

namespace skein {

// The offset from universal time of the zone named at `at`, as EDTF writes it; moves behind the zone. Zones whose
// offset depends on the season ("ET") or on the country are passed without an offset.
std::string TimeFinder::zoneAt(std::size_t& at) const
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 15> zones = {{
        {"gmt", "Z"},
        {"utc", "Z"},
        {"est", "-05:00"},
        {"edt", "-04:00"},
        {"cst", "-06:00"},
        {"cdt", "-05:00"},
        {"mst", "-07:00"},
        {"mdt", "-06:00"},
        {"pst", "-08:00"},
        {"pdt", "-07:00"},
        {"cet", "+01:00"},
        {"cest", "+02:00"},
        {"et", ""},
        {"pt", ""},
        {"ct", ""},
    }};
    const std::size_t open = isMark(at, '(') ? at + 1 : at;
    if (!piece(open) || m_pieces[open].kind != Kind::word || !m_pieces[open].isUpper) return {};
    for (const auto& [name, offset] : zones) {
        if (m_pieces[open].lower != name) continue;
        at = open == at ? open + 1 : (isMark(open + 1, ')') ? open + 2 : at);
        return std::string(offset);
    }
    return {};
}

// 10:30, 10:30 a.m., 5 p.m. EST, noon, nine o'clock; with the day that the sentence or the one before names
std::optional<TimeFinder::Found> TimeFinder::clock(std::size_t i)
{
    static const WordSet cues{"at by until till around before after since from to"};
    const TimePiece& first = m_pieces[i];
    int hour = first.value;
    int minute = 0;
    std::size_t at = i + 1;
    std::string zone;
    if (first.kind == Kind::word && (first.lower == "noon" || first.lower == "midnight") && wordBefore(i, cues)) {
        hour = first.lower == "noon" ? 12 : 0;
    } else if (first.value > 0 && first.value <= 12 && isWord(at, "o") && isMark(at + 1, '\'') &&
               isWord(at + 2, "clock")) {
        at += 3;
    } else if (isNumber(i) && first.digits == 4 && first.value < 2400 && first.value % 100 < 60) { // 0600 GMT
        static const WordSet military{"hours hrs"};
        hour = first.value / 100;
        minute = first.value % 100;
        if (isOneOf(at, military))
            ++at;
        else if (zone = zoneAt(at); zone.empty())
            return std::nullopt;
    } else {
        if (first.kind != Kind::number || first.digits > 2 || first.isDecimal || first.value > 24) return std::nullopt;
        const bool minutes = isMark(at, ':') && piece(at)->isGlued && piece(at + 1) && piece(at + 1)->isGlued &&
                             piece(at + 1)->digits == 2 && piece(at + 1)->value < 60;
        std::string half = first.suffix;
        if (minutes) {
            if (!first.suffix.empty() || (i > 0 && isMark(i - 1, ':'))) return std::nullopt;
            minute = m_pieces[at + 1].value;
            half = m_pieces[at + 1].suffix;
            at += 2;
            if (isMark(at, ':') && piece(at)->isGlued) { // seconds, or a duration
                if (!piece(at + 1) || piece(at + 1)->digits != 2 || !piece(at + 1)->isGlued) return std::nullopt;
                at += 2;
            }
            if (half == "hrs") half.clear();
        }
        if (half.empty() && (isWord(at, "am") || isWord(at, "pm"))) {
            half = m_pieces[at].lower;
            ++at;
        }
        if (half != "am" && half != "pm" && (!minutes || !half.empty())) return std::nullopt;
        if (half == "pm" && hour < 12) hour += 12;
        if (half == "am" && hour == 12) hour = 0;
        if (hour > 23) return std::nullopt;
        zone = zoneAt(at);
    }
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "T%02d:%02d", hour, minute);
    // The day is the one named right behind ("at 5 p.m. on Friday"), else in the sentence, else in the sentence before.
    std::string day;
    std::size_t next = at;
    if (isMark(next, ',')) ++next;
    if (isWord(next, "on")) ++next;
    if (piece(next)) {
        auto found = date(next);
        if (!found) found = relative(next);
        if (found && found->type == "date" && found->date && found->date->day) day = edtfOf(*found->date);
    }
    if (day.empty() && m_day &&
        (m_daySentence == m_sentence || (m_daySentence + 1 == m_sentence && wordBefore(i, cues))))
        day = edtfOf(*m_day);
    return Found{at, "time", day + text.data() + zone, std::nullopt};
}

std::optional<TimeFinder::Found> TimeFinder::set(std::size_t i) const
{
    static const WordSet each{"every each"};
    static const WordSet daily{"daily everyday"};
    static const WordSet yearly{"yearly annually annual"};
    const TimePiece& first = m_pieces[i];
    if (first.kind != Kind::word) return std::nullopt;
    const auto is = [&](std::size_t end, const std::string& value) { return Found{end, "set", value, std::nullopt}; };
    if (each.has(first.lower)) {
        std::size_t at = i + 1;
        if (isWord(at, "single") || isWord(at, "other")) ++at;
        const Unit unit = unitAt(at);
        const char* value = unit == Unit::day || unit == Unit::night ? "XXXX-XX-XX"
                            : unit == Unit::week                     ? "XXXX-WXX"
                            : unit == Unit::month                    ? "XXXX-XX"
                            : unit == Unit::year                     ? "XXXX"
                                                                     : nullptr;
        if (value) return is(at + 1, value);
        if (!piece(at)) return std::nullopt;
        if (const int weekday = weekdayOf(m_pieces[at])) return is(at + 1, "XXXX-WXX-" + std::to_string(weekday));
        if (const int month = monthOf(m_pieces[at])) return is(at + 1, withoutYear(month, 0));
        if (const int code = seasonOf(m_pieces[at])) return is(at + 1, "XXXX-" + std::to_string(code));
        if (const auto [count, end] = countAt(at); count > 1 && unitAt(end) != Unit::none)
            return is(end + 1, durationOf(std::to_string(count), unitAt(end)));
        return std::nullopt;
    }
    if (first.isUpper && i > 0) return std::nullopt;
    if (daily.has(first.lower)) return is(i + 1, "XXXX-XX-XX");
    if (first.lower == "weekly") return is(i + 1, "XXXX-WXX");
    if (first.lower == "monthly") return is(i + 1, "XXXX-XX");
    if (yearly.has(first.lower)) return is(i + 1, "XXXX");
    return std::nullopt;
}

// What stands before "a month" in "$5 a month".
bool TimeFinder::isPrice(std::size_t i) const
{
    static const WordSet prices{
        "million billion trillion thousand percent times dollars cents hundred euros pounds twice once"};
    if (i == 0) return false;
    const TimePiece& before = m_pieces[i - 1];
    return before.kind == Kind::number || before.isMark('%') || prices.has(before.lower);
}

// "nine months", "a few weeks", "a two-year plan", "two full days", "for years", "half a century"
std::optional<TimeFinder::Found> TimeFinder::duration(std::size_t i) const
{
    static const WordSet several{"several few many"};
    static const WordSet lasting{"for within in after over of took lasted spent and"};
    const TimePiece& first = m_pieces[i];
    std::size_t at = i;
    const auto is = [&](std::size_t end, const std::string& count, Unit unit) {
        return Found{end, "duration", durationOf(count, unit), std::nullopt};
    };
    if (isWord(at, "a") && (isWord(at + 1, "few") || isWord(at + 1, "couple"))) {
        at += 2;
        if (isWord(at, "of")) ++at;
        const Unit unit = unitAt(at);
        if (unit == Unit::none) return std::nullopt;
        return is(at + 1, "X", unit);
    }
    if (first.kind == Kind::word && several.has(first.lower)) {
        const Unit unit = unitAt(i + 1);
        if (unit == Unit::none || !m_pieces[i + 1].lower.ends_with("s")) return std::nullopt;
        return is(i + 2, "X", unit);
    }
    const Unit own = unitOf(first);
    if (own != Unit::none && first.kind == Kind::word) {
        const bool isPlural = first.lower.ends_with("s") || first.lower == "centuries";
        const std::size_t tail = isMark(i + 1, '-') ? i + 2 : i + 1;
        if (isWord(tail, "long") && tail == i + 2) return is(tail + 1, isPlural ? "X" : "1", own); // "year-long"
        if (!isPlural || own == Unit::second || own == Unit::quarter || own == Unit::night || own == Unit::weekend ||
            isWord(i + 1, "ago") || isWord(i + 1, "old"))
            return std::nullopt;
        if (own == Unit::decade || own == Unit::century) return is(i + 1, "X", own);
        if (!wordBefore(i, lasting) || isWord(i - 1, "of") ||
            (isWord(i - 1, "and") && !(m_result.size() && m_result.back().type == "duration" && i > 1 &&
                                       m_result.back().span.end == m_pieces[i - 2].span.end)))
            return std::nullopt;
        if (isWord(i - 1, "in") && isWord(i + 1, "of")) return std::nullopt;
        return is(i + 1, "X", own);
    }
    if (isWord(i, "half") && (isWord(i + 1, "a") || isWord(i + 1, "an") || isMark(i + 1, '-'))) {
        const Unit unit = unitAt(i + 2);
        if (unit == Unit::century) return is(i + 3, "50", Unit::year);
        if (unit == Unit::decade) return is(i + 3, "5", Unit::year);
        if (unit == Unit::year) return is(i + 3, "6", Unit::month);
        if (unit == Unit::hour) return is(i + 3, "30", Unit::minute);
        return std::nullopt;
    }
    return counted(i);
}

std::optional<TimeFinder::Found> TimeFinder::counted(std::size_t i) const
{
    static const WordSet fractions{"half quarter"};
    const TimePiece& first = m_pieces[i];
    if (i > 0 && m_pieces[i - 1].isMark('$')) return std::nullopt;
    auto [count, end] = countAt(i);
    std::string number = std::to_string(count);
    if (count <= 0) {
        const bool isFraction = first.kind == Kind::number && first.isDecimal && first.suffix.empty();
        if (!isFraction) return std::nullopt;
        number = m_document.text.substr(first.span.begin, first.span.end - first.span.begin);
        end = i + 1;
        if (number.contains(',')) std::erase(number, ',');
        if (unitAt(end) == Unit::none) return std::nullopt;
        count = 2;
    }
    const bool article = first.lower == "a" || first.lower == "an";
    bool isHalved = false;
    if (isWord(end, "and") && (isWord(end + 1, "a") ? isWord(end + 2, "half") : isWord(end + 1, "half"))) {
        isHalved = true; // "two and a half years"
        end += isWord(end + 1, "a") ? 3 : 2;
    }
    // "ten or fifteen years"
    if ((isWord(end, "or") || isWord(end, "to") || isMark(end, '-')) && !article) {
        const auto [other, behind] = countAt(end + 1);
        const std::size_t noun = isMark(behind, '-') ? behind + 1 : behind;
        if (other > count && unitAt(noun) != Unit::none && !isWord(end + 1, "a") && !isWord(noun + 1, "old") &&
            !isMark(noun + 1, '-') && m_pieces[noun].lower.ends_with("s"))
            return Found{end, "duration", durationOf(number, unitAt(noun)), std::nullopt};
    }
    const bool hyphen = isMark(end, '-');
    if (hyphen) ++end;
    // "two bloody weeks", "ten consecutive years"
    if (!article && !hyphen && unitAt(end) == Unit::none && piece(end) && uposAt(end) == Upos::adj &&
        unitAt(end + 1) != Unit::none && m_pieces[end + 1].lower.ends_with("s") && !m_pieces[end].isUpper)
        ++end;
    if (article && piece(end) && (isWord(end, "full") || isWord(end, "whole") || isWord(end, "single")) &&
        unitAt(end + 1) != Unit::none)
        ++end;
    const Unit unit = unitAt(end);
    if (unit == Unit::none) return std::nullopt;
    const bool isPlural = m_pieces[end].lower.ends_with("s");
    std::size_t after = end + 1;
    // "$5 a month", "25 years old", "one day", "a second time", "three quarters of" are no durations.
    if (article && (unit == Unit::second || unit == Unit::minute || unit == Unit::quarter || isPrice(i) ||
                    (isPlural && !isWord(after, "time"))))
        return std::nullopt;
    if (first.lower == "one" && unit == Unit::day && !isHalved) return std::nullopt;
    if (unit == Unit::quarter && (isWord(after, "of") || isWord(after, "to") || !isPlural)) return std::nullopt;
    static const WordSet points{"ago old later earlier"}; // the end of the span is meant, which nothing dates
    if (isOneOf(after, points) || (isMark(after, '-') && isWord(after + 1, "old"))) return std::nullopt;
    if (article && isMark(after, '-') && isWord(after + 1, "long"))
        after += 2;
    else if (article && hyphen)
        return std::nullopt;
    if (unit == Unit::second && !isPlural) return std::nullopt;
    if (!article && !hyphen && count > 1 && !isPlural && unit != Unit::century && unit != Unit::month &&
        unit != Unit::year && unit != Unit::day && unit != Unit::hour)
        return std::nullopt;
    if (isWord(after, "and") && isWord(after + 1, "a") && isWord(after + 2, "half")) {
        isHalved = true; // "a year and a half"
        after += 3;
    }
    if (isHalved) number += ".5";
    return Found{after, "duration", durationOf(number, unit), std::nullopt};
}

} // namespace skein
