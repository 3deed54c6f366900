// SPDX-License-Identifier: GPL-3.0-or-later
// What the text layer needs to know about single characters; ASCII is answered without ICU.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace skein {

using CodePoint = std::int32_t;

bool isSpace(CodePoint c);       // white space, controls and invisible separators: never inside a token
bool isLetter(CodePoint c);
bool isUpper(CodePoint c);       // upper or title case
bool isLower(CodePoint c);
bool isDigit(CodePoint c);       // ASCII digits only: other numbers are letters here
bool isWordCharacter(CodePoint c); // letters, digits, marks, joiners and '_'
bool isCurrency(CodePoint c);
bool isApostrophe(CodePoint c);  // ' ’ and the backtick people type for it
bool isHyphen(CodePoint c);      // - and U+2010, U+2011
bool isDash(CodePoint c);        // en, em and longer
bool isClosing(CodePoint c);     // quotation marks and brackets that can end a sentence after its full stop
bool isOpening(CodePoint c);     // and those that can begin one

// The character that starts at `at`; moves `at` behind it. REQUIRES: at < text.size(), valid UTF-8.
CodePoint nextCharacter(std::string_view text, std::size_t& at);

// Simple lower case, character by character, the same on every machine and in every locale.
std::string lowered(std::string_view text);

} // namespace skein
