// SPDX-License-Identifier: GPL-3.0-or-later
// Words and punctuation of a text, cut as the English Web Treebank (UD 2.15) cuts them: "don't" is do + n't, "Meta's" is
// Meta + 's, "$14.3" is $ + 14.3, "well-known" is three tokens. Cut differently on purpose: names of products that carry a
// version stay whole ("GPT-5.4", "Llama-3-70B"), because a name is what this program looks for.
#pragma once

#include "core/base/span.h"

#include <string_view>
#include <vector>

namespace skein {

// Appends the tokens of `block` in order, without overlap; each is a span of whole characters and holds no white space.
// Linear in the length of the block. REQUIRES: valid UTF-8, the span lies in the text.
void tokenize(std::string_view text, Span block, std::vector<Span>& tokens);

// Short forms whose full stop belongs to the word. Titles ("Dr.") also promise that a name follows.
bool isTitleAbbreviation(std::string_view wordWithStop);
bool isAbbreviation(std::string_view wordWithStop);

} // namespace skein
