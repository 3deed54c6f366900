// SPDX-License-Identifier: GPL-3.0-or-later
// The one spelling of text inside Skein: UTF-8, NFC, LF, and no characters that only typesetting needs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace skein {

// Valid UTF-8 in, NFC out (Unicode Standard Annex 15). CR, CRLF, NEL, form feed and the Unicode separators become LF;
// every blank but the tab becomes a space; soft hyphens, zero-width and direction marks and control characters are
// dropped. Joiners stay between characters that are not ASCII, where scripts and emoji need them. Of more than 30
// combining marks in a row (the bound of the Stream-Safe Text Format) the rest is dropped, which keeps this linear.
// Typographic quotes, dashes and everything else stay as they are.
std::string normaliseText(std::string_view utf8);

// The code point that begins at `i`, which moves behind it; -1 for an ill-formed part, of which `i` moves behind the
// maximal one (Unicode Standard, 3.9). REQUIRES: i < text.size().
std::int32_t nextUtf8(std::string_view text, std::size_t& i);

// Appends one code point; U+FFFD for a surrogate or a number beyond Unicode.
void appendUtf8(std::string& out, char32_t c);

// Runs of spaces, tabs and line breaks become one space; none at the ends.
std::string squeezed(std::string_view text);

// As squeezed(), but a run that holds a line break becomes one line break.
std::string squeezedLines(std::string_view text);

std::string_view trimmed(std::string_view text);

// The number of code points, for rules about lengths that hold in every script.
std::size_t codePoints(std::string_view utf8);

std::string lowerAscii(std::string_view text);

} // namespace skein
