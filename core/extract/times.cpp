// SPDX-License-Identifier: GPL-3.0-or-later
// What is read first at each place; clock times, what recurs, durations.
#include "core/extract/times-finder.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace skein {

TimeFinder::TimeFinder(const Document& document, const Reading& reading) : m_document(document), m_reading(reading)
{
    m_anchor = dateFromEdtf(document.published);
}

std::vector<TimeExpression> TimeFinder::find()
{
    for (const Sentence& sentence : m_reading.sentences) {
        m_pieces = timePieces(m_document.text, sentence.span);
        for (std::size_t i = 0; i < m_pieces.size();) {
            const auto found = at(i);
            if (!found) {
                ++i;
                continue;
            }
            m_result.push_back({{m_pieces[i].span.begin, m_pieces[found->end - 1].span.end}, found->type, found->edtf});
            if (found->date) m_reference = found->date;
            i = found->end;
        }
    }
    return std::move(m_result);
}

bool TimeFinder::isWord(std::size_t index, std::string_view word) const
{
    return index < m_pieces.size() && m_pieces[index].kind == Kind::word && m_pieces[index].lower == word;
}

bool TimeFinder::wordBefore(std::size_t index, const WordSet& words) const
{
    return index > 0 && m_pieces[index - 1].kind == Kind::word && words.has(m_pieces[index - 1].lower);
}

std::optional<TimeFinder::Found> TimeFinder::at(std::size_t i)
{
    if (auto found = modified(i)) return found;
    if (auto found = date(i)) return found;
    if (auto found = relative(i)) return found;
    if (auto found = clock(i)) return found;
    if (auto found = set(i)) return found;
    return duration(i);
}

// "the end of 2025", "early 2025", "mid-June", "the summer of 2025"
std::optional<TimeFinder::Found> TimeFinder::modified(std::size_t i)
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

// 10:30, 10:30 a.m., 5 p.m.
std::optional<TimeFinder::Found> TimeFinder::clock(std::size_t i) const
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

std::optional<TimeFinder::Found> TimeFinder::set(std::size_t i) const
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
            if (const auto [count, end] = countAt(i + 1); count > 1 && piece(end) && unitOf(*piece(end)) != Unit::none)
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

std::optional<TimeFinder::Found> TimeFinder::duration(std::size_t i) const
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

std::vector<TimeExpression> findTimes(const Document& document, const Reading& reading)
{
    return TimeFinder(document, reading).find();
}

} // namespace skein
