// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/dating.h"

#include "core/extract/calendar.h"
#include "core/extract/wordset.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace skein {
namespace {

std::string lowerOf(std::string_view text)
{
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(" \t\n");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\n") + 1 - begin);
}

// The word, or else the mark, that ends before `end`; moves `end` to its beginning.
std::string wordBefore(std::string_view text, std::size_t& end)
{
    while (end > 0 && text[end - 1] == ' ')
        --end;
    const std::size_t last = end;
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    if (end > 0 && text[end - 1] == '.') --end; // "c."
    while (end > 0 && isLetter(text[end - 1]))
        --end;
    if (end == last && end > 0) --end;
    return lowerOf(text.substr(end, last - end));
}

bool isSimple(const TimeExpression& time)
{
    return time.type == "date" && time.edtf.find('/') == std::string::npos;
}

bool hasYear(std::string_view text)
{
    int digits = 0;
    for (const char c : text) {
        digits = c >= '0' && c <= '9' ? digits + 1 : 0;
        if (digits == 4) return true;
    }
    return false;
}

// Whether the one lies before the other, as far as both say.
bool isBefore(const std::string& one, const std::string& other)
{
    const auto a = dateFromEdtf(one);
    const auto b = dateFromEdtf(other);
    if (!a || !b) { // centuries, decades, years before Christ
        const bool isOneBC = one.starts_with('-');
        const bool isOtherBC = other.starts_with('-');
        if (isOneBC != isOtherBC) return isOneBC;
        return isOneBC ? one > other : one < other;
    }
    return std::tuple(a->year, a->month, a->day) < std::tuple(b->year, b->month, b->day);
}

bool isRange(std::string_view text, const TimeExpression& from, const TimeExpression& to)
{
    static const WordSet links{"- – ‑ to through until till thru"};
    if (!isSimple(from) || !isSimple(to) || to.span.begin - from.span.end > 16 || !isBefore(from.edtf, to.edtf))
        return false;
    const std::string link = lowerOf(trimmed(text.substr(from.span.end, to.span.begin - from.span.end)));
    std::size_t at = from.span.begin;
    std::string before = wordBefore(text, at);
    if (before == "the" || before == "early" || before == "late") before = wordBefore(text, at);
    if (link == "and" || link == "and the") return before == "between";
    const bool isLinked = links.has(link) || (link.ends_with(" the") && links.has(link.substr(0, link.size() - 4)));
    const bool isLife = before == "(" && hasYear(text.substr(from.span.begin, from.span.end - from.span.begin)) &&
                        hasYear(text.substr(to.span.begin, to.span.end - to.span.begin));
    return isLinked && !isLife;
}

} // namespace

std::string momentOf(std::string_view edtf)
{
    if (edtf.starts_with("../")) return std::string(edtf.substr(3));
    if (edtf.ends_with("/..")) return std::string(edtf.substr(0, edtf.size() - 3));
    return std::string(edtf);
}

bool isPlaced(std::string_view edtf)
{
    return !edtf.empty() && !edtf.starts_with("XXXX") && !edtf.starts_with('T');
}

std::vector<TimeExpression> clauseTimes(const Document& document, const std::vector<TimeExpression>& times)
{
    static const WordSet onwards{"on onward onwards"};
    const std::string_view text = document.text;
    std::vector<TimeExpression> result;
    for (std::size_t i = 0; i < times.size(); ++i) {
        if (times[i].type == "reference") continue;
        const std::string_view words = text.substr(times[i].span.begin, times[i].span.end - times[i].span.begin);
        if (times[i].type == "set" && !words.contains(' ')) continue; // "daily users"
        TimeExpression time = times[i];
        if (i + 1 < times.size() && isRange(text, time, times[i + 1])) {
            time.span.end = times[i + 1].span.end;
            time.edtf += "/" + times[i + 1].edtf;
            ++i;
        } else if (isSimple(time)) {
            std::size_t at = time.span.begin;
            std::string before = wordBefore(text, at);
            if (before == "since") {
                time.edtf += "/..";
            } else if (before == "until" || before == "till") {
                time.edtf = "../" + time.edtf;
            } else if (before == "from") {
                const std::string_view behind = trimmed(text.substr(time.span.end, 10));
                if (onwards.has(lowerOf(behind.substr(0, behind.find_first_of(" ,.;"))))) time.edtf += "/..";
            }
        }
        result.push_back(std::move(time));
    }
    return result;
}

} // namespace skein
