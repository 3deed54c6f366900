// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/furniture.h"
#include "core/document/normalise.h"
#include "core/document/plaintext.h"

#include <algorithm>

namespace skein {
namespace {

constexpr std::size_t longestTailLine = 140;
constexpr std::size_t mostTailLines = 40;

bool isProse(const TextPiece& piece)
{
    if (isInvitation(piece.text) || isColophon(piece.text)) return false;
    return piece.text.size() > longestTailLine || (piece.text.size() > 90 && endsLikeSentence(piece.text));
}

// A short sentence. Two of them in a row, or one of more than a dozen words, are somebody's words and no label.
bool isSentence(const TextPiece& piece)
{
    return endsLikeSentence(piece.text) && std::ranges::count(piece.text, ' ') >= 4;
}

// Where the promotional tail begins; pieces.size() when there is none. It opens with an invitation or the head line of a
// list of other articles, holds no prose, and mostly no sentences.
std::size_t tailStart(const std::vector<TextPiece>& pieces)
{
    std::size_t start = pieces.size();
    std::size_t sentences = 0, lines = 0;
    for (std::size_t i = pieces.size(); i-- > 0;) {
        const auto& piece = pieces[i];
        if (isProse(piece) || ++lines > mostTailLines) break;
        sentences += isSentence(piece) && !isInvitation(piece.text) && !isColophon(piece.text);
        const bool opens = isInvitation(piece.text) || isColophon(piece.text) || isRelatedHeading(piece.text);
        // A heading with an article's own list below it is no furniture only because the list is short; so an anchor must be
        // a phrase that speaks of the site.
        if (opens && sentences * 3 <= lines) start = i;
    }
    return start;
}

// The lines before the first prose: labels of the page's frame, never the title or what says who wrote it when.
bool isHeadFurniture(const TextPiece& piece)
{
    return isInvitation(piece.text) || isColophon(piece.text);
}

} // namespace

void removeFurniture(std::vector<TextPiece>& pieces)
{
    auto kept = pieces;
    kept.resize(tailStart(kept));
    std::size_t firstProse = 0;
    while (firstProse < kept.size() && !isProse(kept[firstProse])) ++firstProse;
    std::size_t index = 0;
    std::erase_if(kept, [&](const TextPiece& piece) {
        const bool isHead = index++ < firstProse;
        return piece.kind != BlockKind::quotation && (isFurniturePhrase(piece.text) || (isHead && piece.isAlone && isHeadFurniture(piece)));
    });
    if (!kept.empty()) pieces = std::move(kept);
}

} // namespace skein
