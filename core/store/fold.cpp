// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace skein::store {
namespace {

bool isAscii(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Collapses white space and drops stops and commas before anything but a digit. `text` is case folded.
std::string tidy(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '\t' || c == '\n' || c == '\r') c = ' ';
        const bool digitFollows = i + 1 < text.size() && text[i + 1] >= '0' && text[i + 1] <= '9';
        if ((c == '.' || c == ',') && !digitFollows) continue;
        if (c == ' ' && (out.empty() || out.back() == ' ')) continue;
        out += c;
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

char32_t plain(UChar32 c)
{
    switch (c) {
    case 0x2018: case 0x2019: case 0x201B: case 0x02BC: return U'\'';
    case 0x201C: case 0x201D: case 0x201F: return U'"';
    default: break;
    }
    if (u_charType(c) == U_DASH_PUNCTUATION || c == 0x2212) return U'-';
    if (u_isUWhiteSpace(c)) return U' ';
    return static_cast<char32_t>(c);
}

std::string fold(std::string_view text, bool withoutMarks)
{
    if (isAscii(text)) {
        std::string lower(text);
        for (char& c : lower)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        return tidy(lower);
    }
    UErrorCode status = U_ZERO_ERROR;
    const auto* folding = icu::Normalizer2::getNFKCCasefoldInstance(status);
    const auto* decomposition = icu::Normalizer2::getNFDInstance(status);
    const auto* composition = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status)) return tidy(text); // ICU without its data: exact bytes are all there is to compare
    auto folded = folding->normalize(
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size()))), status);
    if (withoutMarks) folded = decomposition->normalize(folded, status);
    icu::UnicodeString kept;
    for (int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
        const UChar32 c = folded.char32At(i);
        if (withoutMarks && u_charType(c) == U_NON_SPACING_MARK) continue;
        kept.append(static_cast<UChar32>(plain(c)));
    }
    kept = composition->normalize(kept, status);
    std::string utf8;
    kept.toUTF8String(utf8);
    return tidy(utf8);
}

} // namespace

std::string foldName(std::string_view name) { return fold(name, false); }
std::string foldForSearch(std::string_view text) { return fold(text, true); }

} // namespace skein::store
