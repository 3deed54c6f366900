// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/name-case.h"

#include "core/text/characters.h"

#include <algorithm>

namespace skein {

namespace {

// One word with a capital at its head and after each hyphen or apostrophe. Letters of other scripts stay whole characters.
std::string capitalised(std::string_view word)
{
    const std::string small = lowered(word);
    std::string result;
    bool isHead = true;
    for (std::size_t at = 0, from = 0; at < small.size();) {
        const std::size_t start = at;
        const CodePoint c = nextCharacter(small, at);
        std::size_t next = from;
        nextCharacter(word, next);
        if (isHead) result += word.substr(from, next - from);
        else result += small.substr(start, at - start);
        // "O'Hara", not "Holt'S".
        isHead = isHyphen(c) || (isApostrophe(c) && small.size() - at >= 2);
        from = next;
    }
    if (result.size() >= 5 && result.starts_with("Mc") && isLetter(static_cast<unsigned char>(word[2])))
        result[2] = word[2];
    return result;
}

} // namespace

bool isShouted(std::string_view name)
{
    const auto isSmall = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto isCapital = [](char c) { return c >= 'A' && c <= 'Z'; };
    return std::ranges::none_of(name, isSmall) && std::ranges::any_of(name, isCapital);
}

std::string personInNormalCase(std::string_view name, const Lexicons& lexicons)
{
    std::string result;
    while (!name.empty()) {
        const std::size_t end = std::min(name.find(' '), name.size());
        const std::string_view word = name.substr(0, end);
        const bool isLast = end == name.size();
        name.remove_prefix(std::min(end + 1, name.size()));
        if (!result.empty()) result += ' ';
        const bool isNumeral = !result.empty() && word.find_first_not_of("IVX") == std::string_view::npos;
        const bool isAbbreviation = word.size() <= 1 || (word.find('.') != std::string_view::npos && word != "JR." && word != "SR.");
        std::string calm = capitalised(word);
        const bool isInitials = word.size() == 2 && !isLast && !lexicons.has(Lexicon::femaleName, calm) && !lexicons.has(Lexicon::maleName, calm);
        result += isNumeral || isAbbreviation || isInitials ? std::string(word) : std::move(calm);
    }
    return result;
}

} // namespace skein
