// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/timepieces.h"

#include <array>
#include <utility>

namespace skein {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isAsciiLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

int numberWord(std::string_view word)
{
    static constexpr std::array<std::pair<std::string_view, int>, 32> numbers = {{
        {"one", 1},       {"two", 2},       {"three", 3},    {"four", 4},      {"five", 5},       {"six", 6},
        {"seven", 7},     {"eight", 8},     {"nine", 9},     {"ten", 10},      {"eleven", 11},    {"twelve", 12},
        {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16},  {"seventeen", 17}, {"eighteen", 18},
        {"nineteen", 19}, {"twenty", 20},   {"thirty", 30},  {"forty", 40},    {"fifty", 50},     {"sixty", 60},
        {"seventy", 70},  {"eighty", 80},   {"ninety", 90},  {"hundred", 100}, {"dozen", 12},     {"thousand", 1000},
        {"a", -1},        {"an", -1},
    }};
    for (const auto& [name, value] : numbers)
        if (name == word) return value;
    return -1;
}

// The mark at `at`, dashes and apostrophes made plain, and its bytes.
std::pair<std::string, std::size_t> markAt(std::string_view text, std::size_t at)
{
    if (static_cast<unsigned char>(text[at]) < 0x80) return {std::string(1, text[at]), 1};
    const std::string_view three = text.substr(at, 3);
    if (three == "\xE2\x80\x93" || three == "\xE2\x80\x90" || three == "\xE2\x80\x91" || three == "\xE2\x88\x92")
        return {"-", 3};
    if (three == "\xE2\x80\x99" || three == "\xE2\x80\x98") return {"'", 3};
    std::size_t size = 1;
    while (at + size < text.size() && (static_cast<unsigned char>(text[at + size]) & 0xC0) == 0x80)
        ++size;
    return {std::string(text.substr(at, size)), size};
}

// Letters beyond ASCII count as letters unless they are punctuation of the general block or Latin-1 signs.
bool isWordByte(std::string_view text, std::size_t at)
{
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) return isAsciiLetter(text[at]);
    return byte != 0xE2 && byte != 0xC2;
}

} // namespace

std::vector<TimePiece> timePieces(std::string_view text, Span sentence)
{
    std::vector<TimePiece> pieces;
    std::size_t at = sentence.begin;
    std::size_t previousEnd = at;
    while (at < sentence.end) {
        if (text[at] == ' ' || text[at] == '\n' || text[at] == '\t') {
            ++at;
            continue;
        }
        TimePiece piece;
        const std::size_t begin = at;
        piece.isGlued = begin == previousEnd && begin != sentence.begin;
        if (isDigit(text[at])) {
            piece.kind = TimePiece::Kind::number;
            long value = 0;
            while (at < sentence.end && (isDigit(text[at]) || ((text[at] == '.' || text[at] == ',') &&
                                                               at + 1 < sentence.end && isDigit(text[at + 1])))) {
                if (isDigit(text[at])) {
                    value = value > 9'999'999 ? value : value * 10 + (text[at] - '0');
                    if (piece.digits < 20) ++piece.digits;
                } else {
                    piece.isDecimal = true;
                }
                ++at;
            }
            piece.value = value < 1'000'000 ? static_cast<int>(value) : -1;
            const std::size_t suffix = at;
            while (at < sentence.end && isAsciiLetter(text[at]))
                ++at;
            piece.suffix = std::string(text.substr(suffix, at - suffix));
            for (char& c : piece.suffix)
                if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        } else if (isWordByte(text, at)) {
            piece.kind = TimePiece::Kind::word;
            piece.isUpper = text[at] >= 'A' && text[at] <= 'Z';
            while (at < sentence.end) {
                if (isWordByte(text, at) || isDigit(text[at])) {
                    ++at;
                } else if (text[at] == '.' && at + 1 < sentence.end && isAsciiLetter(text[at + 1]) &&
                           (at - begin == 1 || text[at - 2] == '.')) {
                    ++at; // a.m., B.C.
                } else {
                    break;
                }
            }
            const bool isDotted = text.substr(begin, at - begin).find('.') != std::string_view::npos;
            if (isDotted && at < sentence.end && text[at] == '.') ++at;
            for (std::size_t i = begin; i < at; ++i) {
                const char c = text[i];
                if (c != '.') piece.lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
            }
            piece.value = numberWord(piece.lower);
        } else {
            auto [mark, size] = markAt(text, at);
            if (mark == "'" && !pieces.empty() && piece.isGlued && at + size < sentence.end &&
                (text[at + size] == 's') && (at + size + 1 >= sentence.end || !isAsciiLetter(text[at + size + 1])) &&
                pieces.back().kind != TimePiece::Kind::mark) {
                pieces.back().isPossessive = true;
                at += size + 1;
                previousEnd = at;
                continue;
            }
            piece.lower = std::move(mark);
            at += size;
        }
        piece.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)};
        previousEnd = at;
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

} // namespace skein
