// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/byline.h"

#include "core/document/dates.h"
#include "core/document/normalise.h"

#include <algorithm>
#include <array>
#include <vector>

namespace skein {
namespace {

using namespace std::string_view_literals;

std::vector<std::string_view> split(std::string_view text, std::initializer_list<std::string_view> separators)
{
    std::vector<std::string_view> parts;
    std::size_t start = 0, at = 0;
    while (at < text.size()) {
        const auto hit = std::ranges::find_if(separators, [&](auto s) { return text.substr(at).starts_with(s); });
        if (hit == separators.end()) {
            ++at;
            continue;
        }
        parts.push_back(trimmed(text.substr(start, at - start)));
        at += hit->size();
        start = at;
    }
    parts.push_back(trimmed(text.substr(start)));
    std::erase_if(parts, [](std::string_view part) { return part.empty(); });
    return parts;
}

// Removes one of the openings (lower case, with their blank or colon) from the front.
bool dropOpening(std::string_view& text, std::initializer_list<std::string_view> openings)
{
    const auto lower = lowerAscii(text.substr(0, 40));
    for (const auto opening : openings)
        if (lower.starts_with(opening)) {
            text = trimmed(text.substr(opening.size()));
            return true;
        }
    return false;
}

bool isUpperStart(std::string_view word)
{
    const auto c = static_cast<unsigned char>(word[0]);
    return (c >= 'A' && c <= 'Z') || c >= 0xC3;
}

bool isParticle(std::string_view word)
{
    static constexpr std::array words = {"de"sv, "da"sv, "di"sv, "del"sv, "della"sv, "der"sv, "den"sv, "van"sv, "von"sv, "la"sv,
                                         "le"sv, "el"sv, "al"sv, "bin"sv, "ibn"sv,   "ten"sv, "ter"sv, "dos"sv, "and"sv, "&"sv};
    return std::ranges::find(words, word) != words.end();
}

// One to eight words, all of them capitalised or particles: names, not a sentence.
bool looksLikeNames(std::string_view text)
{
    if (text.empty() || text.size() > 120 || !isUpperStart(text)) return false;
    int words = 0;
    for (const auto word : split(text, {" "})) {
        if (++words > 12) return false;
        if (!isUpperStart(word) && !isParticle(word)) return false;
        if (std::ranges::any_of(word, [](char c) { return (c >= '0' && c <= '9') || c == ':' || c == '@' || c == '/'; }))
            return false;
    }
    return true;
}

// A signature that is no person's name, such as that of a desk or an office: at most five words, capitalised in front, and
// nothing that sentences or dates have.
bool couldSign(std::string_view text)
{
    if (text.empty() || !isUpperStart(text) || std::ranges::count(text, ' ') > 4) return false;
    if (std::ranges::any_of(text, [](char c) { return (c >= '0' && c <= '9') || std::string_view(".,;:!?").contains(c); })) return false;
    static constexpr std::array times = {"Monday"sv, "Tuesday"sv, "Wednesday"sv, "Thursday"sv, "Friday"sv,    "Saturday"sv, "Sunday"sv,
                                         "January"sv, "February"sv, "March"sv,   "April"sv,    "May"sv,       "June"sv,     "July"sv,
                                         "August"sv, "September"sv, "October"sv, "November"sv, "December"sv};
    return std::ranges::find(times, text.substr(0, text.find(' '))) == times.end();
}

bool isReadingTime(std::string_view part)
{
    const auto lower = lowerAscii(part);
    return part.size() < 30 && part[0] >= '0' && part[0] <= '9' &&
           (lower.ends_with("min read") || lower.ends_with("minute read") || lower.ends_with("minutes read") ||
            lower.ends_with("minutes to read") || lower.ends_with("mins read"));
}

} // namespace

std::string authorFrom(std::string_view byline)
{
    auto text = trimmed(byline);
    dropOpening(text, {"written by ", "posted by ", "published by ", "story by ", "words by ", "reported by ", "by: ", "by ",
                       "author: ", "authors: ", "from "});
    for (const auto stop : {" | "sv, " · "sv, " • "sv, " — "sv, " – "sv, " - "sv, "\n"sv, "\t"sv, " for "sv, " on "sv, " in "sv,
                            ", staff"sv, ", senior"sv, ", special"sv, ", contribut"sv, ", correspondent"sv, ", editor"sv,
                            ", reporter"sv, ", associate"sv, " Published"sv, " Updated"sv})
        text = text.substr(0, text.find(stop));
    text = trimmed(text);
    while (!text.empty() && (text.back() == ',' || text.back() == '.' || text.back() == ':') && !text.ends_with("Jr."))
        text.remove_suffix(1);
    // "Jane Doe, April 9, 2026"
    if (const auto comma = text.find(','); comma != std::string_view::npos && !dateIn(text.substr(comma)).empty())
        text = trimmed(text.substr(0, comma));
    return looksLikeNames(text) ? squeezed(text) : std::string{};
}

HeadLine readHeadLine(std::string_view line)
{
    HeadLine head;
    line = trimmed(line);
    if (line.empty() || line.size() > 200) return head;
    std::string_view loose; // a part that could be a name if the rest of the line speaks for it
    bool isSure = false;
    for (auto part : split(line, {" | ", "|", " · ", " • ", " — ", " – ", "\t"})) {
        if (isReadingTime(part)) {
            isSure = true;
            continue;
        }
        auto dated = part;
        const bool announced = dropOpening(dated, {"published on ", "published: ", "published ", "posted on ", "posted: ", "posted ",
                                                   "date: ", "first published ", "recorded on ", "recorded ", "aired ", "last updated on ", "last updated: ", "last updated ",
                                                   "updated on ", "updated: ", "updated ", "last modified: ", "created: "});
        if (auto date = wholeDate(dated); !date.empty()) {
            const bool later = lowerAscii(part).starts_with("updated") || lowerAscii(part).starts_with("last ");
            if (head.published.empty() || !later) head.published = date;
            isSure = true;
            continue;
        }
        if (announced && dated.size() < part.size() && dated.size() > 40) return {};
        auto named = part;
        if (dropOpening(named, {"written by ", "posted by ", "published by ", "story by ", "words by ", "by: ", "by ", "author: ",
                                "authors: "})) {
            auto author = authorFrom(named);
            if (author.empty() && couldSign(named)) author = std::string(named);
            if (author.empty()) return {};
            if (auto date = dateIn(named.substr(std::min(named.size(), author.size()))); !date.empty()) head.published = date;
            else if (named.size() > author.size() + 40) return {};
            head.author = author;
            isSure = true;
            continue;
        }
        // "Jane Doe, April 9, 2026"
        if (const auto comma = part.find(','); comma != std::string_view::npos && head.author.empty())
            if (auto date = wholeDate(part.substr(comma + 1)); !date.empty() && looksLikeNames(part.substr(0, comma)) &&
                                                               dateIn(part.substr(0, comma)).empty()) {
                // A dateline ("London, April 9, 2026") looks the same: one word alone is a place.
                if (part.substr(0, comma).contains(' ')) head.author = std::string(part.substr(0, comma));
                head.published = date;
                isSure = true;
                continue;
            }
        if (!loose.empty() || !looksLikeNames(part)) return {};
        loose = part;
    }
    if (!isSure) return {};
    if (!loose.empty() && head.author.empty()) head.author = std::string(loose);
    head.isMetadata = true;
    return head;
}

} // namespace skein
