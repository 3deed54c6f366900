// SPDX-License-Identifier: GPL-3.0-or-later
// What tags, classes, ids and roles say about a piece of a page. Conventions of page authors, gathered in tables: the same
// kind of evidence as in Mozilla Readability's and trafilatura's (Barbaresi 2021) published heuristics.
#pragma once

#include "core/document/htmltree.h"

#include <string_view>

namespace skein {

// Never text of an article, whatever it holds: controls, media, navigation, hidden parts.
bool isNeverText(const HtmlTree& tree, NodeIndex i);

// Named like a part of the page's frame ("sidebar", "comments", "related", …) and not like content as well.
bool isUnlikely(const HtmlTree& tree, NodeIndex i, std::string_view hints);

// Named like content (positive) or like frame (negative): -50, -25, 0, 25 or 50, as class and id agree.
int classWeight(const HtmlTree& tree, NodeIndex i);

// Named like a bar of share buttons, a newsletter box, a list of related articles, tags or comments: left out even where
// the article itself holds it.
bool isInset(std::string_view hints);

// Named like the article's own body ("article-body", "post-content", itemprop="articleBody").
bool isArticleBody(const HtmlTree& tree, NodeIndex i, std::string_view hints);

} // namespace skein
