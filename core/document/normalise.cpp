// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/normalise.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <cstdint>

namespace skein {
namespace {

constexpr int maxMarks = 30;

bool isPlain(unsigned char c)
{
    return c < 0x80 && (c >= 0x20 || c == '\n' || c == '\t') && c != 0x7F;
}

enum class Fate { keep, drop, space, line, joiner };

Fate fateOf(UChar32 c)
{
    if (c == 0x85 || c == 0x2028 || c == 0x2029 || c == 0x0B || c == 0x0C) return Fate::line;
    if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return Fate::drop;
    if (c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000)
        return Fate::space;
    if (c == 0x200C || c == 0x200D) return Fate::joiner;
    if (c == 0xAD || c == 0x200B || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
        (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || c == 0xFFFC || c == 0x180E)
        return Fate::drop;
    return Fate::keep;
}

// Everything but the composition.
std::string cleaned(std::string_view in)
{
    std::string out;
    out.reserve(in.size());
    int marks = 0;
    UChar32 before = 0;
    for (std::size_t i = 0; i < in.size();) {
        const auto lead = static_cast<unsigned char>(in[i]);
        if (isPlain(lead)) {
            out += in[i++];
            before = lead;
            marks = 0;
            continue;
        }
        if (lead == '\r') {
            if (i + 1 >= in.size() || in[i + 1] != '\n') out += '\n';
            ++i;
            continue;
        }
        const auto start = i;
        UChar32 c = nextUtf8(in, i);
        if (c < 0) c = 0xFFFD;
        if (c >= 0x300 && u_getCombiningClass(c) != 0) {
            if (++marks > maxMarks) continue;
        } else {
            marks = 0;
        }
        switch (fateOf(c)) {
        case Fate::keep: appendUtf8(out, static_cast<char32_t>(c)); break;
        case Fate::drop: continue;
        case Fate::space: out += ' '; break;
        case Fate::line: out += '\n'; break;
        case Fate::joiner:
            if (before < 0x80 || i >= in.size() || static_cast<unsigned char>(in[i]) < 0x80) continue;
            out.append(in.substr(start, i - start));
            break;
        }
        before = c;
    }
    return out;
}

bool isBlank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

} // namespace

std::int32_t nextUtf8(std::string_view text, std::size_t& i)
{
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    const auto lead = byte(i++);
    if (lead < 0x80) return lead;
    if (lead < 0xC2 || lead > 0xF4) return -1;
    const int tails = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
    std::int32_t c = lead & (0x3F >> tails);
    // The first tail byte excludes overlong forms, surrogates and what lies beyond the last plane (Unicode, table 3-7).
    unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    for (int tail = 0; tail < tails; ++tail, ++i) {
        if (i >= text.size() || byte(i) < low || byte(i) > high) return -1;
        c = (c << 6) | (byte(i) & 0x3F);
        low = 0x80;
        high = 0xBF;
    }
    return c;
}

void appendUtf8(std::string& out, char32_t c)
{
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = 0xFFFD;
    const auto tail = [&](int shift) { out += static_cast<char>(0x80 | ((c >> shift) & 0x3F)); };
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xC0 | (c >> 6));
        tail(0);
    } else if (c < 0x10000) {
        out += static_cast<char>(0xE0 | (c >> 12));
        tail(6), tail(0);
    } else {
        out += static_cast<char>(0xF0 | (c >> 18));
        tail(12), tail(6), tail(0);
    }
}

std::string normaliseText(std::string_view utf8)
{
    if (std::ranges::all_of(utf8, [](char c) { return isPlain(static_cast<unsigned char>(c)); }))
        return std::string(utf8);
    std::string text = cleaned(utf8);
    UErrorCode status = U_ZERO_ERROR;
    const auto* nfc = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status)) return text;
    const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
    if (nfc->isNormalizedUTF8(piece, status) && U_SUCCESS(status)) return text;
    status = U_ZERO_ERROR;
    std::string composed;
    composed.reserve(text.size());
    icu::StringByteSink<std::string> sink(&composed);
    nfc->normalizeUTF8(0, piece, sink, nullptr, status);
    return U_SUCCESS(status) ? composed : text;
}

std::string squeezed(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        if (!isBlank(c)) out += c;
        else if (!out.empty() && out.back() != ' ') out += ' ';
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

std::string squeezedLines(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        if (!isBlank(c)) {
            out += c;
        } else if (!out.empty()) {
            const bool line = c == '\n' || c == '\r';
            if (out.back() == ' ') out.back() = line ? '\n' : ' ';
            else if (out.back() != '\n') out += line ? '\n' : ' ';
        }
    }
    if (!out.empty() && isBlank(out.back())) out.pop_back();
    return out;
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isBlank(text.front())) text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back())) text.remove_suffix(1);
    return text;
}

std::size_t codePoints(std::string_view utf8)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string lowerAscii(std::string_view text)
{
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return out;
}

} // namespace skein
