// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/htmltree.h"
#include "core/document/plaintext.h"

#include <vector>

namespace skein {

// The kept nodes as typed blocks in document order. <br> is a line break in its block, two of them begin a new one; cells
// of a data table's row are joined by " | ". REQUIRES: `kept` and `isData` have one entry for each node.
std::vector<TextPiece> blocksOf(const HtmlTree& tree, const std::vector<bool>& kept, const std::vector<bool>& isData);

// The blocks of a piece of HTML inside another format: everything visible, nothing searched. Empty when it cannot be parsed.
std::vector<TextPiece> blocksOfFragment(std::string_view html);

} // namespace skein
