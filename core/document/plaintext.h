// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of the plain-text importer, each a pure function from lines or pieces to pieces.
#pragma once

#include "core/base/task.h"
#include "core/document/document.h"

#include <string>
#include <string_view>
#include <vector>

namespace skein {

// A block in the making.
struct TextPiece {
    BlockKind kind = BlockKind::paragraph;
    int level = 0;
    std::string text;         // one line: wrapped lines are joined
    bool isAlone = true;      // an empty line (or the end) on both sides
    bool wasWrapped = false;  // made of more than one line
    double links = 0;         // share of its characters that are in links

    bool operator==(const TextPiece&) const = default;
};

// Cuts text into pieces and joins lines that only a fixed width broke: a line ended because the next word had no room, and
// neither a list item, a speaker's turn ("NAME: …"), a rule nor a quotation begins after it. Headings, lists and quotations
// are typed; furniture is not looked at. REQUIRES: `text` went through normaliseText().
std::vector<TextPiece> piecesOf(std::string_view text, const Cancel& cancel);

// Removes site furniture: whole phrases anywhere, invitations and lone labels at the head, and at the tail everything from
// the first invitation or list of related articles on that is followed by nothing but short lines. Never removes everything.
void removeFurniture(std::vector<TextPiece>& pieces);

} // namespace skein
