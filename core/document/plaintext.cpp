// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/blockwriter.h"
#include "core/document/byline.h"
#include "core/document/dates.h"
#include "core/document/furniture.h"
#include "core/document/importers.h"
#include "core/document/normalise.h"
#include "core/document/plaintext.h"

#include <algorithm>
#include <utility>

namespace skein {
namespace {

constexpr std::size_t longestTitle = 200;
constexpr std::size_t headPieces = 12; // metadata is looked for among the first pieces only

bool looksLikeTitle(const TextPiece& piece)
{
    if (piece.kind != BlockKind::paragraph && piece.kind != BlockKind::heading) return false;
    const auto& text = piece.text;
    if (text.size() > longestTitle) return false;
    const char last = text.back();
    if (last == '.' || last == ',' || last == ';' || last == ':') return false;
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80); };
    // What opens with "../", "[" or "* * *" is left over from a page or tells what is heard.
    const bool opensLikeWords = isLetter(text[0]) || (text[0] >= '0' && text[0] <= '9') || std::string_view("\"'($#").contains(text[0]);
    return opensLikeWords && !(text[0] >= 'a' && text[0] <= 'z') && std::ranges::count_if(text, isLetter) > 1;
}

// E-mail and memo headers on the first lines: "Subject: …". Returns how many pieces they took.
std::size_t readMailHead(const std::vector<TextPiece>& pieces, Document& document)
{
    std::size_t count = 0;
    bool isMail = false;
    std::string title, author, published;
    for (; count < pieces.size() && count < headPieces; ++count) {
        const std::string_view line = pieces[count].text;
        const auto colon = line.find(": ");
        if (colon == std::string_view::npos || colon > 24) break;
        const auto name = lowerAscii(line.substr(0, colon));
        const auto value = trimmed(line.substr(colon + 2));
        if (name == "subject") title = value;
        else if (name == "from") author = trimmed(value.substr(0, value.find('<')));
        else if (name == "date" || name == "sent") published = dateIn(value);
        else if (name != "to" && name != "cc" && name != "bcc" && name != "reply-to" && name != "message-id") break;
        isMail = isMail || name == "from";
    }
    if (!isMail || count < 2) return 0;
    std::erase(author, '"');
    document.title = title;
    document.author = author;
    document.published = published;
    return count;
}

// Takes bylines and dates between the title and the first prose into the document and out of the text.
void readHead(std::vector<TextPiece>& pieces, std::size_t first, Document& document)
{
    std::size_t end = std::min(pieces.size(), first + headPieces);
    for (std::size_t i = first; i < end;) {
        if (pieces[i].text.size() > 200 || pieces.size() == 1) break;
        const auto head = readHeadLine(pieces[i].text);
        if (!head.isMetadata) {
            ++i;
            continue;
        }
        if (document.author.empty()) document.author = head.author;
        if (document.published.empty()) document.published = head.published;
        pieces.erase(pieces.begin() + static_cast<std::ptrdiff_t>(i));
        --end;
    }
}

} // namespace

Result<void> importPlainText(std::string_view text, Document& document, const Cancel& cancel)
{
    auto pieces = piecesOf(normaliseText(text), cancel);
    if (cancel.isRaised()) return fail(Errc::cancelled, "while reading plain text");
    removeFurniture(pieces);
    if (pieces.empty()) return {};

    const auto mail = readMailHead(pieces, document);
    pieces.erase(pieces.begin(), pieces.begin() + static_cast<std::ptrdiff_t>(mail));
    std::size_t body = 0;
    // A document of one piece has no title: the piece is what it says.
    const bool opensBlock = pieces.size() > 1 && (pieces[0].isAlone || (pieces[0].text.size() < 80 && pieces[1].text.size() < 80));
    if (mail == 0 && opensBlock && looksLikeTitle(pieces[0]) && !readHeadLine(pieces[0].text).isMetadata) {
        pieces[0].kind = BlockKind::title;
        pieces[0].level = 0;
        document.title = pieces[0].text;
        body = 1;
    }
    readHead(pieces, body, document);

    BlockWriter writer(document);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (i % 4096 == 0 && cancel.isRaised()) return fail(Errc::cancelled, "while reading plain text");
        writer.add(pieces[i].kind, pieces[i].level, pieces[i].text);
    }
    return {};
}

} // namespace skein
