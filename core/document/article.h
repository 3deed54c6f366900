// SPDX-License-Identifier: GPL-3.0-or-later
// Which nodes of a page are its article.
//
// The idea, after Arc90's and Mozilla's Readability and the text-density literature (Kohlschütter et al. 2010, "Boilerplate
// detection using shallow text features"): paragraphs of running text vote for the containers around them, nearer ones
// more; the links in a container take votes away, its name adds or takes some. The winner and what beside it reads the
// same are the article; then containers inside it whose shape is that of a list of links, a form or a share bar fall out.
// When that leaves little text the search is repeated with fewer prejudices. Every pass is a loop over the node array.
#pragma once

#include "core/base/task.h"
#include "core/document/htmltree.h"

#include <vector>

namespace skein {

// For each node whether it belongs to the article. All false only when the page has no text.
std::vector<bool> articleOf(const HtmlTree& tree, const Cancel& cancel);

// For each node whether it is an element of a table of data: a <table> with headers, or with enough rows and columns and no
// sign of layout, and everything in it.
std::vector<bool> dataTables(const HtmlTree& tree);

// Bottom-up sums over what is kept of a page.
struct NodeSums {
    std::uint32_t chars = 0;     // code points, runs of blanks as one
    double linkChars = 0;        // in links; links inside the page count a third
    std::uint32_t commas = 0;
    std::uint32_t paragraphs = 0;
    std::uint32_t items = 0;
    std::uint32_t inputs = 0;
    std::uint32_t images = 0;
    std::uint32_t listChars = 0; // in lists
    std::uint32_t headChars = 0; // in headings
    std::uint32_t longChars = 0; // in paragraphs of at least 80 code points with few links

    void add(const NodeSums& other);
    double linkDensity() const { return chars ? linkChars / chars : 0; }
};

// Sums of the subtree of each node, of nodes that are not `gone`.
std::vector<NodeSums> sumsOf(const HtmlTree& tree, const std::vector<bool>& gone);

// Completes the sums of a node, which hold those of its children, with what the node itself adds.
void addOwn(const HtmlTree& tree, NodeIndex i, NodeSums& sums);

// How much the search trusts names and shapes. Each further attempt trusts one less.
struct Prejudice {
    bool againstNames = true;  // leave out what is named like furniture before the search
    bool weighNames = true;    // let names weigh in scores
    bool againstShapes = true; // leave out what is shaped like furniture after the search
};

// Marks the containers inside the article that are named or shaped like furniture as gone, and everything in them.
void pruneArticle(const HtmlTree& tree, const std::vector<bool>& inArticle, const std::vector<bool>& isData, Prejudice prejudice,
                  std::vector<bool>& gone);

} // namespace skein
