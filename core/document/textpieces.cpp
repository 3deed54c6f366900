// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/furniture.h"
#include "core/document/normalise.h"
#include "core/document/plaintext.h"

#include <algorithm>
#include <optional>

namespace skein {
namespace {

struct Line {
    std::string_view text;      // trimmed; empty: an empty line or a rule
    std::size_t width = 0;      // code points, indentation included
    bool isUnderline = false;   // "=====" or "-----" right below text
    bool isQuoted = false;      // began with ">"
};

constexpr std::size_t widestWrap = 100;   // columns; longer lines are whole paragraphs
constexpr std::size_t narrowestWrap = 45; // and shorter ones are lines that their author wanted

bool isRule(std::string_view line)
{
    if (line.size() < 3) return false;
    return std::ranges::all_of(line, [&](char c) { return c == line[0] || c == ' '; }) && std::string_view("-=_*~#").contains(line[0]);
}

Line lineOf(std::string_view raw)
{
    Line line;
    line.width = codePoints(raw);
    line.text = trimmed(raw);
    while (line.text.starts_with('>')) {
        line.isQuoted = true;
        line.text = trimmed(line.text.substr(1));
    }
    if (isRule(line.text)) {
        line.isUnderline = line.text[0] == '=' || line.text[0] == '-';
        line.text = {};
    }
    return line;
}

// The length of a bullet and its blank at the start; 0 when there is none.
std::size_t bulletSize(std::string_view line)
{
    for (const auto bullet : {"- ", "* ", "+ ", "• ", "‣ ", "◦ ", "▪ ", "● ", "· ", "•\t", "-\t", "*\t"})
        if (line.starts_with(bullet)) return std::string_view(bullet).size();
    return 0;
}

struct Number {
    int value;
    std::size_t size;
};

std::optional<Number> itemNumber(std::string_view line)
{
    std::size_t i = line.starts_with('(') ? 1 : 0;
    const auto start = i;
    int value = 0;
    while (i < line.size() && line[i] >= '0' && line[i] <= '9' && i - start < 3) value = value * 10 + (line[i++] - '0');
    if (i == start || i + 1 >= line.size() || (line[i] != '.' && line[i] != ')') || (line[i + 1] != ' ' && line[i + 1] != '\t'))
        return std::nullopt;
    return Number{value, i + 2};
}

bool isUpper(char c) { return c >= 'A' && c <= 'Z'; }

// "SATYA NADELLA: Thanks." or "Kevin Scott: Thanks." with one to five words of name.
bool isTurn(std::string_view line)
{
    const auto colon = line.substr(0, 60).find(':');
    if (colon == std::string_view::npos || colon < 2 || !isUpper(line[0])) return false;
    if (colon + 1 < line.size() && line[colon + 1] != ' ' && line[colon + 1] != '\t') return false;
    int words = 1;
    bool atStart = true;
    for (std::size_t i = 0; i < colon; ++i) {
        const char c = line[i];
        if (atStart && !isUpper(c) && static_cast<unsigned char>(c) < 0x80 && c != '(') return false;
        atStart = c == ' ';
        words += atStart;
        if (c == ',' || c == ';' || c == '!' || c == '?' || (c >= '0' && c <= '9')) return false;
    }
    return words <= 5;
}

std::size_t firstWordWidth(std::string_view line) { return codePoints(line.substr(0, line.find(' '))); }

bool startsLower(std::string_view line) { return !line.empty() && line[0] >= 'a' && line[0] <= 'z'; }

// The column at which the author's editor broke lines: the widest line that another one continues. 0 when lines are
// whole paragraphs.
std::size_t wrapColumn(const std::vector<Line>& lines)
{
    std::size_t widest = 0, wide = 0, continued = 0;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        if (lines[i].text.empty() || lines[i + 1].text.empty()) continue;
        ++continued;
        if (lines[i].width > widestWrap) ++wide;
        else widest = std::max(widest, lines[i].width);
    }
    return wide * 4 > continued || widest < narrowestWrap ? 0 : widest;
}

// Whether the break between two lines of one run was made by the width alone.
bool continues(const Line& line, const Line& next, std::size_t column)
{
    if (line.isQuoted != next.isQuoted || bulletSize(next.text) || itemNumber(next.text) || isTurn(next.text)) return false;
    if (startsLower(next.text) && !endsLikeSentence(line.text) && line.width <= widestWrap) return true;
    return column > 0 && line.width <= widestWrap && line.width + 1 + firstWordWidth(next.text) > column;
}

std::vector<Line> linesOf(std::string_view text)
{
    std::vector<Line> lines;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        lines.push_back(lineOf(text.substr(at, end - at)));
        at = end + 1;
    }
    return lines;
}

// Words that titles leave small.
bool isSmallWord(std::string_view word)
{
    for (const auto small : {"a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "is", "it", "nor", "of", "on",
                             "or", "per", "so", "the", "to", "up", "vs", "vs.", "via", "with", "&"})
        if (word == small) return true;
    return false;
}

bool isTitleCased(std::string_view line)
{
    int words = 0, lower = 0;
    for (std::size_t at = 0; at < line.size();) {
        const auto end = std::min(line.find(' ', at), line.size());
        const auto word = line.substr(at, end - at);
        at = end + 1;
        if (word.empty()) continue;
        ++words;
        if (startsLower(word) && !isSmallWord(word)) ++lower;
    }
    return words > 0 && lower * 5 <= words;
}

// Short, no sentence, begins like one: what a heading looks like by itself.
bool couldHead(const TextPiece& piece)
{
    const auto& text = piece.text;
    if (piece.kind != BlockKind::paragraph || !piece.isAlone || piece.wasWrapped || text.size() > 140) return false;
    if (startsLower(text) || isTurn(text) || text.front() == '[' || text.front() == '"' || text.starts_with("“")) return false;
    if (std::ranges::count(text, ' ') > 17) return false;
    const char last = text.back();
    if (last == '?') return true;
    return last != '.' && last != ',' && last != ';' && last != ':' && last != '!' && !endsLikeSentence(text);
}

void typeHeadings(std::vector<TextPiece>& pieces)
{
    for (std::size_t i = 0; i + 1 < pieces.size(); ++i) {
        if (!couldHead(pieces[i])) continue;
        // What follows: prose, directly or below one more heading, or a list.
        const TextPiece* next = &pieces[i + 1];
        if (i + 2 < pieces.size() && couldHead(*next)) next = &pieces[i + 2];
        const bool prose = next->kind == BlockKind::listItem ||
                           (next->text.size() >= 80 && next->text.size() > pieces[i].text.size() && endsLikeSentence(next->text));
        const bool longProse = prose && next == &pieces[i + 1] && next->text.size() >= 160;
        if (prose && (isTitleCased(pieces[i].text) || longProse || pieces[i].text.back() == '?'))
            pieces[i].kind = BlockKind::heading, pieces[i].level = 2;
    }
}

} // namespace

std::vector<TextPiece> piecesOf(std::string_view text, const Cancel& cancel)
{
    const auto lines = linesOf(text);
    const auto column = wrapColumn(lines);
    std::vector<TextPiece> pieces;
    int expected = 1; // the number that continues the list
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i % 4096 == 0 && cancel.isRaised()) return {};
        if (lines[i].text.empty()) continue;
        TextPiece piece;
        std::string_view first = lines[i].text;
        if (const auto size = bulletSize(first)) {
            piece.kind = BlockKind::listItem;
            piece.level = 1;
            first = trimmed(first.substr(size));
        } else if (const auto number = itemNumber(first); number && (number->value == 1 || number->value == expected)) {
            piece.kind = BlockKind::listItem;
            piece.level = 1;
            first = trimmed(first.substr(number->size));
            expected = number->value + 1;
        } else if (lines[i].isQuoted) {
            piece.kind = BlockKind::quotation;
        }
        const auto start = i;
        piece.text = first;
        while (i + 1 < lines.size() && !lines[i + 1].text.empty() && continues(lines[i], lines[i + 1], column)) {
            ++i;
            // A hyphen at the line's end belongs to its word: "open-" and "source".
            const bool hyphen = piece.text.ends_with('-') && !piece.text.ends_with(" -") && !piece.text.ends_with("--");
            if (!hyphen) piece.text += ' ';
            piece.text += lines[i].text;
        }
        piece.wasWrapped = i > start;
        piece.isAlone = (start == 0 || lines[start - 1].text.empty()) && (i + 1 == lines.size() || lines[i + 1].text.empty());
        if (i + 1 < lines.size() && lines[i + 1].isUnderline && !piece.wasWrapped && piece.kind == BlockKind::paragraph &&
            (start == 0 || lines[start - 1].text.empty()) && !endsLikeSentence(piece.text)) {
            piece.kind = BlockKind::heading;
            piece.level = 2;
        }
        if (!piece.text.empty()) pieces.push_back(std::move(piece));
    }
    typeHeadings(pieces);
    return pieces;
}

} // namespace skein
