// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/characters.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace skein {
namespace {

bool isBetween(CodePoint c, char first, char last)
{
    return c >= first && c <= last;
}

} // namespace

bool isSpace(CodePoint c)
{
    if (c < 0x80) return c <= 0x20 || c == 0x7F;
    return u_isUWhiteSpace(c) || u_charType(c) == U_CONTROL_CHAR || c == 0x200B || c == 0x2060 || c == 0xFEFF;
}

bool isLetter(CodePoint c)
{
    if (c < 0x80) return isBetween(c | 0x20, 'a', 'z');
    return u_isalpha(c) || (u_isalnum(c) && !isDigit(c));
}

bool isUpper(CodePoint c)
{
    if (c < 0x80) return isBetween(c, 'A', 'Z');
    return u_isUUppercase(c) || u_istitle(c);
}

bool isLower(CodePoint c)
{
    if (c < 0x80) return isBetween(c, 'a', 'z');
    return u_isULowercase(c);
}

bool isDigit(CodePoint c) { return isBetween(c, '0', '9'); }

bool isWordCharacter(CodePoint c)
{
    if (c < 0x80) return isBetween(c | 0x20, 'a', 'z') || isDigit(c) || c == '_';
    const auto type = U_GET_GC_MASK(c);
    return (type & (U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK)) != 0 || c == 0x200C || c == 0x200D || c == 0xAD;
}

bool isCurrency(CodePoint c) { return c == '$' || (c >= 0x80 && u_charType(c) == U_CURRENCY_SYMBOL); }

bool isApostrophe(CodePoint c) { return c == '\'' || c == 0x2019 || c == '`'; }

bool isHyphen(CodePoint c) { return c == '-' || c == 0x2010 || c == 0x2011; }

bool isDash(CodePoint c) { return c >= 0x2012 && c <= 0x2015; }

bool isClosing(CodePoint c)
{
    if (c < 0x80) return c == '"' || c == '\'' || c == ')' || c == ']' || c == '}';
    return c == 0x201D || c == 0x2019 || c == 0xBB || u_charType(c) == U_END_PUNCTUATION ||
           u_charType(c) == U_FINAL_PUNCTUATION;
}

bool isOpening(CodePoint c)
{
    if (c < 0x80) return c == '"' || c == '\'' || c == '(' || c == '[' || c == '{';
    return c == 0xAB || u_charType(c) == U_START_PUNCTUATION || u_charType(c) == U_INITIAL_PUNCTUATION;
}

CodePoint nextCharacter(std::string_view text, std::size_t& at)
{
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80) {
        ++at;
        return first;
    }
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), at, text.size(), c);
    return c;
}

std::string lowered(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = nextCharacter(text, at);
        if (c < 0x80) {
            result += static_cast<char>(isBetween(c, 'A', 'Z') ? c | 0x20 : c);
            continue;
        }
        char buffer[U8_MAX_LENGTH];
        std::size_t length = 0;
        const UChar32 lower = u_tolower(c);
        U8_APPEND_UNSAFE(buffer, length, lower);
        result.append(buffer, length);
    }
    return result;
}

} // namespace skein
