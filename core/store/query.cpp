// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/query.h"

#include <unicode/stringpiece.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace skein::store {
namespace {

constexpr std::size_t maxTerms = 16;
constexpr std::size_t maxBytes = 1000;

bool isWordCharacter(UChar32 c)
{
    return u_isalnum(c) || (U_GET_GC_MASK(c) & (U_GC_M_MASK | U_GC_CO_MASK)) != 0;
}

std::string join(const std::vector<Term>& terms, std::string_view between)
{
    std::string expression;
    for (const auto& term : terms) {
        if (!expression.empty()) expression += between;
        // Terms hold letters, digits, marks and spaces only: nothing in them can end the string.
        expression += '"';
        expression += term.text;
        expression += '"';
        if (term.isPrefix) expression += " *";
    }
    return expression;
}

} // namespace

std::vector<Term> parseQuery(std::string_view query)
{
    std::vector<Term> terms;
    std::string text;
    bool inPhrase = false;
    bool hasWord = false; // the phrase's present word has a character
    const auto finish = [&](bool isPrefix) {
        if (!text.empty() && text.back() == ' ') text.pop_back();
        if (!text.empty() && terms.size() < maxTerms) terms.push_back({text, isPrefix});
        text.clear();
        hasWord = false;
    };

    // Bytes that are no UTF-8 become U+FFFD, which separates words.
    const auto characters = icu::UnicodeString::fromUTF8(
        icu::StringPiece(query.data(), static_cast<int32_t>(std::min(query.size(), maxBytes))));
    bool endsInWord = false;
    for (int32_t i = 0; i < characters.length(); i = characters.moveIndex32(i, 1)) {
        const UChar32 c = characters.char32At(i);
        endsInWord = false;
        if (c == '"' || c == 0x201C || c == 0x201D) {
            finish(false);
            inPhrase = !inPhrase;
        } else if (isWordCharacter(c)) {
            icu::UnicodeString(c).toUTF8String(text);
            hasWord = true;
            endsInWord = !inPhrase;
        } else if (inPhrase || !u_isUWhiteSpace(c)) {
            // "GPT-5.4" is the phrase "GPT 5 4": its parts must follow each other.
            if (hasWord) text += ' ';
            hasWord = false;
        } else {
            finish(false);
        }
    }
    finish(endsInWord);
    return terms;
}

std::string matchAll(const std::vector<Term>& terms) { return join(terms, " AND "); }
std::string matchAny(const std::vector<Term>& terms) { return join(terms, " OR "); }

} // namespace skein::store
