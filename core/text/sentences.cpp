// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/sentences.h"

#include "core/text/characters.h"
#include "core/text/tokenizer.h"

#include <algorithm>
#include <array>

namespace skein {
namespace {

using namespace std::string_view_literals;

// Capitalised words that begin a sentence far more often than they follow "Inc." inside one.
constexpr auto openers = std::to_array(
    {"A"sv, "After"sv, "All"sv, "Although"sv, "An"sv, "And"sv, "As"sv, "At"sv, "But"sv, "By"sv, "During"sv, "For"sv,
     "From"sv, "He"sv, "Her"sv, "His"sv, "However"sv, "I"sv, "If"sv, "In"sv, "It"sv, "Its"sv, "Last"sv, "My"sv, "No"sv,
     "Now"sv, "On"sv, "Our"sv, "She"sv, "Since"sv, "So"sv, "Some"sv, "That"sv, "The"sv, "Their"sv, "Then"sv, "There"sv,
     "These"sv, "They"sv, "This"sv, "Those"sv, "To"sv, "We"sv, "What"sv, "When"sv, "While"sv, "Who"sv, "With"sv,
     "You"sv});

CodePoint firstCharacter(std::string_view word)
{
    std::size_t at = 0;
    return nextCharacter(word, at);
}

bool isTerminal(std::string_view word)
{
    bool strong = false;
    for (std::size_t at = 0; at < word.size();) {
        const CodePoint c = nextCharacter(word, at);
        if (c != '.' && c != '!' && c != '?' && c != 0x2026) return false;
        strong = true;
    }
    return strong;
}

bool isCloser(std::string_view word)
{
    if (word == "''" || word == "’’") return true;
    std::size_t at = 0;
    return isClosing(nextCharacter(word, at)) && at == word.size();
}

bool isNumber(std::string_view word)
{
    return word.size() <= 3 && std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

std::vector<std::uint32_t> sentenceStarts(std::string_view text, std::span<const Span> tokens)
{
    std::vector<std::uint32_t> starts;
    if (tokens.empty()) return starts;
    starts.push_back(0);
    const auto n = static_cast<std::uint32_t>(tokens.size());
    const auto word = [&](std::uint32_t i) { return textOf(text, tokens[i]); };
    const auto isGlued = [&](std::uint32_t i) { return i + 1 < n && tokens[i].end == tokens[i + 1].begin; };
    for (std::uint32_t i = 0; i + 1 < n; ++i) {
        const auto here = word(i);
        std::uint32_t last = i;
        if (isTerminal(here)) {
            while (last + 1 < n && isGlued(last) && (isCloser(word(last + 1)) || isTerminal(word(last + 1)))) ++last;
            if (last + 1 >= n) break;
            const auto next = firstCharacter(word(last + 1));
            // "1. First": the stop of an enumeration.
            if (here == "." && i == starts.back() + 1 && isNumber(word(i - 1))) continue;
            if (isLower(next)) continue;
            if (isGlued(last) && !(here == "." && isUpper(next))) continue;
            if (here != "." && last > i && !isUpper(next) && !isOpening(next)) continue;
        } else if (here.size() > 2 && here.back() == '.' && !isTitleAbbreviation(here) && isAbbreviation(here) &&
                   !isGlued(i)) {
            if (!std::ranges::binary_search(openers, word(i + 1))) continue;
        } else {
            continue;
        }
        starts.push_back(last + 1);
        i = last;
    }
    return starts;
}

} // namespace skein
