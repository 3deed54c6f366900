// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/article.h"
#include "core/document/blockwriter.h"
#include "core/document/byline.h"
#include "core/document/furniture.h"
#include "core/document/htmlblocks.h"
#include "core/document/htmlmeta.h"
#include "core/document/htmltree.h"
#include "core/document/importers.h"
#include "core/document/normalise.h"

#include <algorithm>

namespace skein {
namespace {

std::string lettersOf(std::string_view text)
{
    auto lower = lowerAscii(text);
    std::erase_if(lower, [](char c) { return static_cast<unsigned char>(c) < 0x80 && !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')); });
    return lower;
}

bool repeatsTitle(const std::string& heading, const std::string& title)
{
    if (heading == title) return true;
    const auto& longer = heading.size() > title.size() ? heading : title;
    const auto& shorter = heading.size() > title.size() ? title : heading;
    return shorter.size() > 12 && shorter.size() * 5 >= longer.size() * 3 && longer.contains(shorter);
}

// The title is the document's, so the heading that repeats it says nothing new; neither do the byline and the date below it.
void dropHead(std::vector<TextPiece>& pieces, Document& document)
{
    const auto title = lettersOf(document.title);
    constexpr std::size_t headPieces = 8;
    std::size_t seen = 0;
    bool inHead = true;
    std::erase_if(pieces, [&](const TextPiece& piece) {
        if (!inHead || ++seen > headPieces) return inHead = false;
        if (piece.kind == BlockKind::heading && repeatsTitle(lettersOf(piece.text), title)) return true;
        if (piece.text.size() > 200) return inHead = false;
        const auto head = readHeadLine(piece.text);
        if (!head.isMetadata) return false;
        if (document.author.empty()) document.author = head.author;
        if (document.published.empty()) document.published = head.published;
        return true;
    });
}

// Lines made of links lead elsewhere: before the first and behind the last prose always, amid it when they say so
// ("Read more: …").
void dropLinkLines(std::vector<TextPiece>& pieces)
{
    const auto isLinks = [](const TextPiece& piece) { return piece.links > 0.66 && (piece.kind == BlockKind::paragraph || piece.kind == BlockKind::listItem); };
    const auto isProse = [&](const TextPiece& piece) { return piece.text.size() >= 80 && piece.links < 0.5; };
    const auto first = std::ranges::find_if(pieces, isProse) - pieces.begin();
    const auto last = pieces.rend() - std::ranges::find_if(pieces.rbegin(), pieces.rend(), isProse);
    if (last == 0) return;
    std::ptrdiff_t index = 0;
    std::erase_if(pieces, [&](const TextPiece& piece) {
        const bool outside = index < first || index >= last;
        ++index;
        return isLinks(piece) && (outside || (piece.links > 0.5 && isInvitation(piece.text)));
    });
}

} // namespace

Result<void> importHtml(std::string_view text, Document& document, const Cancel& cancel)
{
    auto tree = HtmlTree::parse(text);
    if (!tree) return std::unexpected(tree.error());
    if (cancel.isRaised()) return fail(Errc::cancelled, "while parsing HTML");

    auto metadata = metadataOf(*tree);
    document.title = squeezed(metadata.title);
    document.author = std::move(metadata.author);
    document.published = std::move(metadata.published);
    document.site = std::move(metadata.site);

    auto pieces = blocksOf(*tree, articleOf(*tree, cancel), dataTables(*tree));
    if (cancel.isRaised()) return fail(Errc::cancelled, "while looking for the article");
    dropLinkLines(pieces);
    removeFurniture(pieces);
    const auto all = pieces;
    dropHead(pieces, document);
    if (pieces.empty()) pieces = all;

    BlockWriter writer(document);
    for (const auto& piece : pieces) writer.add(piece.kind, piece.level, piece.text);
    return {};
}

} // namespace skein
