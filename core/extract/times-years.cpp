// SPDX-License-Identifier: GPL-3.0-or-later
// Quarters, seasons, years, decades and centuries.
#include "core/extract/times-finder.h"

#include <array>
#include <cstdio>
#include <cstdlib>

namespace skein {

namespace {

const WordSet& yearCounters()
{
    static const WordSet words{
        "people men women children soldiers troops miles kilometers kilometres meters metres "
        "feet ft dollars words users francs schoolchildren inhabitants residents patients "
        "pounds tons tonnes points copies members prisoners casualties ships aircraft tanks "
        "guns horses students workers calories households "
        "employees customers companies shares words lines papers years year days hours votes seats km killed wounded "
        "dead square percent million "
        "billion euros yen yuan gallons acres hectares books pages participants tokens "
        "parameters physicians times of more"};
    return words;
}

std::string centuryOf(int ordinal, bool isBeforeChrist)
{
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), isBeforeChrist ? "-%02dXX" : "%02dXX", ordinal - 1);
    return text.data();
}

} // namespace

// Q2 2025, Q2, second quarter of 2025, first half of 2025, Q3 FY26. A fiscal quarter keeps its own number and year: the
// third quarter of fiscal 2026 is 2026-35, whenever the company's year begins, which the text does not tell.
std::optional<TimeFinder::Found> TimeFinder::quarter(std::size_t i)
{
    const TimePiece& first = m_pieces[i];
    int code = 0;
    std::size_t at = i + 1;
    if (first.kind == Kind::word && first.lower.size() == 2 && first.isUpper && first.lower[1] >= '1' &&
        first.lower[1] <= '4' && (first.lower[0] == 'q' || (first.lower[0] == 'h' && first.lower[1] <= '2'))) {
        code = (first.lower[0] == 'q' ? 32 : 39) + (first.lower[1] - '0');
    } else if (int ordinal = ordinalOf(first); ordinal >= 1 && ordinal <= 4) {
        if (isWord(at, "fiscal")) ++at;
        if (isMark(at, '-') && piece(at)->isGlued) ++at;
        if (!isWord(at, "quarter") && !(isWord(at, "half") && ordinal <= 2)) return std::nullopt;
        code = (isWord(at, "quarter") ? 32 : 39) + ordinal;
        ++at;
    } else {
        return std::nullopt;
    }
    const std::size_t alone = at;
    if (isWord(at, "of")) ++at;
    if (isWord(at, "the")) ++at;
    if (isWord(at, "fiscal") || isWord(at, "financial")) ++at;
    if (isWord(at, "year")) ++at;
    std::size_t end = at;
    if (isWord(end, "of") || isWord(end, "in") || isMark(end, ',')) end = at = alone;
    std::optional<int> year = yearAfter(end);
    if (!year && piece(at) && fiscalYearOf(m_pieces[at])) {
        year = fiscalYearOf(m_pieces[at]);
        end = at + 1;
    }
    if (!year) {
        end = alone;
        year = yearTold(end);
    }
    if (!year && (isWord(alone, "of") || isWord(alone, "in")) && isWord(alone + 1, "the") &&
        isWord(alone + 2, "year")) {
        if (const auto base = spokenOf()) year = base->year;
        end = alone + 3;
    }
    if (!year) {
        end = alone;
        if (code >= 40) return std::nullopt; // of a match, as likely as of a year
        // A quarter without a year is the last one that had begun when the document was published.
        if (isToldDate() && m_isStory) {
            year = m_story->year;
        } else {
            if (!m_anchor || !m_anchor->month) return std::nullopt;
            year = m_anchor->year;
            const int begins = code <= 36 ? (code - 33) * 3 + 1 : (code - 40) * 6 + 1;
            if (begins > m_anchor->month && tenseAt(i) != Tense::future) --*year;
        }
    }
    return Found{end, "date", edtfOf({*year, 0, 0}) + "-" + std::to_string(code), CalendarDate{*year, 0, 0}};
}

// summer 2025, the summer of 2025, "that summer"; without a year the one of the time the text speaks of. A winter that
// is told of after spring is the one that ends in the next year.
std::optional<TimeFinder::Found> TimeFinder::season(std::size_t i)
{
    const TimePiece& word = m_pieces[i];
    const int code = seasonOf(word);
    if (!code && (word.lower == "summers" || word.lower == "winters"))
        return Found{i + 1, "set", word.lower == "summers" ? "XXXX-22" : "XXXX-24", std::nullopt};
    if (!code) return std::nullopt;
    const auto is = [&](std::size_t end, int year) {
        return Found{end, "date", edtfOf({year, 0, 0}) + "-" + std::to_string(code),
                     CalendarDate{year, seasonMonth(code), 0}};
    };
    std::size_t at = i + 1;
    if (auto year = yearAfter(at)) return is(at, *year);
    static const WordSet undertakings{"offensive campaign fighting season semester break term festival"};
    if (word.isUpper && piece(i + 1) && m_pieces[i + 1].kind == Kind::word && m_pieces[i + 1].isUpper &&
        !isOneOf(i + 1, undertakings))
        return std::nullopt; // "Winter Olympics"
    static const WordSet cues{
        "the in that during by until since throughout early late mid next last previous following"};
    const bool isCued = m_isModified || wordBefore(i, cues) || (i > 0 && isMark(i - 1, '-'));
    if (word.lower == "fall") { // rather a verb, or what befell a town
        static const WordSet leads{"in during by until since throughout early late this last next following previous"};
        const bool isLed =
            m_isModified || wordBefore(i, leads) || (i > 1 && isWord(i - 1, "the") && isOneOf(i - 2, leads));
        if (!isLed || isWord(i + 1, "of") || uposAt(i) == Upos::verb) return std::nullopt;
    } else if (word.lower == "spring" && !isCued) {
        if (!isOneOf(i + 1, undertakings) && linkEnd(i + 1) == i + 1) return std::nullopt;
    }
    if (uposAt(i) == Upos::verb) return std::nullopt;
    if (linkEnd(i + 1) != i + 1 && piece(linkEnd(i + 1)) && seasonOf(m_pieces[linkEnd(i + 1)])) {
        std::size_t end = linkEnd(i + 1) + 1; // "summer and autumn 1918"
        if (auto year = yearAfter(end)) return is(i + 1, *year);
    }
    const std::string unspecified = "XXXX-" + std::to_string(code);
    const Tense tense = tenseAt(i);
    if (isToldDate() && !(m_isStory && m_anchor && tense == Tense::present)) {
        int year = m_story->year;
        const int month = m_story->month;
        if (code == 24 && (month == 0 || month > 4)) ++year;
        if (code != 24 && month >= seasonMonth(code) + 5) ++year;
        auto found = is(i + 1, year);
        if (code == 24) found.date->month = 1;
        return found;
    }
    if (!m_anchor || !m_anchor->month || tense == Tense::present)
        return Found{i + 1, "date", unspecified, std::nullopt};
    int year = m_anchor->year;
    const int begins = code == 24 ? 12 : (code - 21) * 3 + 3;
    if (tense != Tense::future && begins > m_anchor->month) --year;
    return is(i + 1, year);
}

// 1990s, '90s, 1990's, the nineties
std::optional<TimeFinder::Found> TimeFinder::decade(std::size_t i) const
{
    std::size_t at = i;
    if (isMark(at, '\'')) ++at;
    const TimePiece* number = piece(at);
    if (!number) return std::nullopt;
    if (const int tens = decadeOf(*number)) {
        static const WordSet cues{"the early late mid"};
        static const WordSet owners{"his her their my our"};
        if (at != i || (!wordBefore(i, cues) && !m_isModified)) return std::nullopt;
        if (i > 1 && isOneOf(i - 2, owners)) return std::nullopt;
        return Found{at + 1, "date", "19" + std::to_string(tens / 10) + "X", std::nullopt};
    }
    static const WordSet leads{"the early late"};
    if (number->kind != Kind::number || number->isDecimal || (at != i && !number->isGlued)) return std::nullopt;
    if (number->suffix != "s" && !(number->isPossessive && number->digits == 4 && wordBefore(i, leads)))
        return std::nullopt;
    if (number->value % 10 != 0) return std::nullopt;
    int year = number->value;
    bool isBeforeChrist = false;
    std::size_t end = at + 1;
    if (number->digits == 2) {
        const bool isLinked = i > 1 && isLink(i - 1) && m_pieces[i - 2].suffix == "s";
        if (at == i && !(i > 0 && (isWord(i - 1, "the") || m_isModified || isLinked))) return std::nullopt;
        if (piece(end) && m_pieces[end].lower == "\xC2\xB0") return std::nullopt; // degrees
        year += year < 20 ? 2000 : 1900;
    } else if (number->digits == 3 && year >= 100 && isEra(end)) {
        isBeforeChrist = eraAt(end) < 0;
        const std::string tens = std::to_string(year / 10);
        return Found{end, "date", (isBeforeChrist ? "-0" : "0") + tens + "X", std::nullopt};
    } else if (number->digits != 4 || year < 1000) {
        return std::nullopt;
    }
    const bool isCentury = year % 100 == 0 && number->digits == 4 && year < 2000;
    return Found{end, "date", isCentury ? std::to_string(year / 100) + "XX" : std::to_string(year / 10) + "X",
                 std::nullopt};
}

// 17th century, the nineteenth century BC, "15th" of "the 15th to the 19th century"
std::optional<TimeFinder::Found> TimeFinder::century(std::size_t i) const
{
    static const WordSet centuries{"century centuries"};
    int ordinal = ordinalOf(m_pieces[i]);
    std::size_t at = i + 1;
    if (m_pieces[i].lower == "twenty" && isMark(at, '-') && isWord(at + 1, "first")) {
        ordinal = 21;
        at += 2;
    }
    if (!ordinal || ordinal > 25) return std::nullopt;
    if (isMark(at, '-') && isOneOf(at + 1, centuries)) ++at;
    if (isOneOf(at, centuries)) {
        ++at;
        const bool isBeforeChrist = eraAt(at) < 0;
        return Found{at, "date", centuryOf(ordinal, isBeforeChrist), std::nullopt};
    }
    const std::size_t next = linkEnd(at);
    if (next == at || !piece(next) || !ordinalOf(m_pieces[next])) return std::nullopt;
    std::size_t end = isMark(next + 1, '-') ? next + 2 : next + 1;
    if (!isOneOf(end, centuries)) return std::nullopt;
    ++end;
    return Found{at, "date", centuryOf(ordinal, eraAt(end) < 0), std::nullopt};
}

// Whether the number is a count of the noun behind it rather than a year.
bool TimeFinder::isCount(std::size_t i) const
{
    const TimePiece* next = piece(i + 1);
    if (!next) return false;
    if (next->kind == Kind::word && yearCounters().has(next->lower)) return true;
    return next->isMark('%') || m_pieces[i].isDecimal;
}

// 2026; 490 BC; FY18; fiscal 2020; the year 71
std::optional<TimeFinder::Found> TimeFinder::year(std::size_t i)
{
    const TimePiece& number = m_pieces[i];
    const auto is = [](std::size_t end, int value) {
        return Found{end, "date", edtfOf({value, 0, 0}), CalendarDate{value, 0, 0}};
    };
    if (const int fiscal = fiscalYearOf(number)) return is(i + 1, fiscal);
    if (number.kind == Kind::word && (number.lower == "fiscal" || number.lower == "year" || number.lower == "ad")) {
        std::size_t at = i + 1;
        if (number.lower == "fiscal" && isWord(at, "year")) ++at;
        const bool isEraFirst = number.lower == "ad" && number.isUpper;
        if (isNumber(at) && m_pieces[at].value > 0 &&
            (m_pieces[at].digits == 4 || isEraFirst ||
             (number.lower == "year" && i > 0 && isWord(i - 1, "the") && m_pieces[at].value > 31)) &&
            m_pieces[at].digits <= 4) {
            int value = m_pieces[at].value;
            ++at;
            if (eraAt(at) < 0) value = 1 - value;
            return is(at, value);
        }
        return std::nullopt;
    }
    if (!isNumber(i) || number.value < 1 || number.digits > 4) return std::nullopt;
    if (i > 0 && number.isGlued && m_pieces[i - 1].kind != Kind::mark) return std::nullopt;
    std::size_t at = i + 1;
    if (isEra(at)) {
        const int value = eraAt(at) < 0 ? 1 - number.value : number.value;
        return is(at, value);
    }
    if (const int era = eraAhead(i)) return is(at, era < 0 ? 1 - number.value : number.value);
    if (number.digits == 3 || (number.digits == 2 && m_reference && m_reference->year < 100)) return ancientYear(i);
    if (number.digits != 4 || number.value < 1000 || number.value > 2100) return std::nullopt;
    if (i > 0 && (isMark(i - 1, '$') || isMark(i - 1, '#') || (isMark(i - 1, '.') && number.isGlued) ||
                  (m_pieces[i - 1].kind == Kind::mark && m_pieces[i - 1].lower.size() > 1 && number.isGlued &&
                   m_pieces[i - 1].lower != "\xE2\x80\x94" && m_pieces[i - 1].lower != "\xE2\x80\x9C")))
        return std::nullopt;
    if (i > 1 && isMark(i - 1, '-') && number.isGlued && m_pieces[i - 1].isGlued) {
        const TimePiece& lead = m_pieces[i - 2];
        if (lead.kind == Kind::word && lead.lower != "mid" && lead.lower != "post" && lead.lower != "pre" &&
            !monthOf(lead) && !seasonOf(lead))
            return std::nullopt;
        if (lead.kind == Kind::number && (lead.digits != 4 || lead.value < 1000 || lead.value >= number.value) &&
            lead.digits != 2)
            return std::nullopt; // a telephone number
    }
    static const WordSet numbered{"page pages p pp no number chapter section room paragraph line"};
    if (wordBefore(i, numbered)) return std::nullopt;
    if (isCount(i) || (piece(at) && piece(at)->isMark(':') && piece(at + 1) && piece(at + 1)->kind == Kind::number &&
                       piece(at + 1)->isGlued))
        return std::nullopt;
    static const WordSet streets{"street avenue boulevard blvd road drive lane terrace ave st rd"};
    for (std::size_t k = at; k < at + 4 && piece(k) && m_pieces[k].kind == Kind::word && m_pieces[k].isUpper; ++k)
        if (streets.has(m_pieces[k].lower)) return std::nullopt;
    static const WordSet cues{"in since by of from until till during late early mid and to before after through "
                              "between around about circa ca c year years fiscal "
                              "for or throughout summer winter spring autumn fall election olympics"};
    static const WordSet circa{"c ca"};
    const bool cued = m_isModified || wordBefore(i, cues) || (i > 1 && isMark(i - 1, '.') && isOneOf(i - 2, circa));
    const bool bracketed = i > 0 && (isMark(i - 1, '(') || isMark(i - 1, ',') || isMark(i - 1, '-'));
    if (number.value < 1500 && !cued && !bracketed) return std::nullopt;
    if (piece(at) && seasonOf(m_pieces[at]) && !m_pieces[at].isUpper && uposAt(at) != Upos::verb &&
        m_pieces[at].lower != "fall") {
        const int code = seasonOf(m_pieces[at]); // "1982 summer"
        return Found{at + 1, "date", std::to_string(number.value) + "-" + std::to_string(code),
                     CalendarDate{number.value, seasonMonth(code), 0}};
    }
    return is(at, number.value);
}

// "45" of "1939–45"; "'92"
std::optional<TimeFinder::Found> TimeFinder::yearBehind(std::size_t i) const
{
    static const WordSet cues{"in of since by until from before after during and class"};
    if (isMark(i, '\'') && isNumber(i + 1) && m_pieces[i + 1].isGlued && m_pieces[i + 1].digits == 2 &&
        wordBefore(i, cues)) {
        std::size_t at = i; // "in '92"
        if (const auto value = yearAfter(at))
            return Found{at, "date", edtfOf({*value, 0, 0}), CalendarDate{*value, 0, 0}};
    }
    if (!m_before || !m_before->isYear || m_before->end + 1 != i || !isNumber(i) || m_pieces[i].digits != 2)
        return std::nullopt;
    const bool isRange = isMark(i - 1, '-') || isMark(i - 1, '/');
    if (!isRange || (piece(i + 1) && (piece(i + 1)->isMark('%') || unitOf(*piece(i + 1)) != Unit::none)))
        return std::nullopt;
    if (isMark(i + 1, '-') && piece(i + 1)->isGlued) return std::nullopt;
    const int from = m_before->date.year;
    const int value = from / 100 * 100 + m_pieces[i].value;
    if (from < 1000 || value <= from) return std::nullopt;
    return Found{i + 1, "date", edtfOf({value, 0, 0}), CalendarDate{value, 0, 0}};
}

// A year of three digits or fewer, where "c." says so or the text already speaks of such times.
std::optional<TimeFinder::Found> TimeFinder::ancientYear(std::size_t i) const
{
    static const WordSet cues{"in by since until till from to after before around about between and"};
    static const WordSet circa{"circa ca c"};
    const int number = m_pieces[i].value;
    const bool isApproximate = wordBefore(i, circa) || (i > 1 && isMark(i - 1, '.') && isOneOf(i - 2, circa));
    const bool isAncient = m_reference && m_reference->year < 1000;
    const bool isRange = m_before && m_before->isYear && m_before->end + 1 == i && isMark(i - 1, '-') && isAncient;
    const bool bracketed = i > 0 && isMark(i - 1, '(') && isMark(i + 1, ')');
    if (!isApproximate && !isRange && !(isAncient && (wordBefore(i, cues) || bracketed))) return std::nullopt;
    const TimePiece* next = piece(i + 1);
    const bool isFree = !next || next->kind == Kind::mark || isLink(i + 1) || next->isUpper ||
                        uposAt(i + 1) == Upos::verb || uposAt(i + 1) == Upos::aux || uposAt(i + 1) == Upos::pron ||
                        uposAt(i + 1) == Upos::det || uposAt(i + 1) == Upos::adp || uposAt(i + 1) == Upos::sconj;
    if (!isFree || isCount(i)) return std::nullopt;
    const int value = m_reference && m_reference->year < 0 && !isApproximate ? 1 - number : number;
    return Found{i + 1, "date", edtfOf({value, 0, 0}), CalendarDate{value, 0, 0}};
}

} // namespace skein
