// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/article.h"

#include "core/document/furniture.h"
#include "core/document/htmlhints.h"

#include <algorithm>
#include <cstdlib>

namespace skein {
namespace {

constexpr std::uint32_t longestInset = 500; // code points: a longer part named like an inset may be the article's

bool isWithin(const HtmlTree& tree, NodeIndex i, std::initializer_list<GumboTag> tags)
{
    int steps = 0;
    for (auto up = tree[i].parent; up != noNode && steps < 4; up = tree[up].parent, ++steps)
        if (std::ranges::find(tags, tree[up].tag) != tags.end()) return true;
    return false;
}

bool isContainer(GumboTag tag)
{
    switch (tag) {
    case GUMBO_TAG_DIV: case GUMBO_TAG_UL: case GUMBO_TAG_OL: case GUMBO_TAG_TABLE: case GUMBO_TAG_FORM: case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_SECTION: return true;
    default: return false;
    }
}

// Shaped like a list of links, a form or a gallery rather than like prose. Commas speak for prose.
bool isShapedLikeFurniture(const HtmlTree& tree, NodeIndex i, const NodeSums& sums, bool holdsData, bool isLast, bool weighNames)
{
    const auto tag = tree[i].tag;
    if (holdsData || isWithin(tree, i, {GUMBO_TAG_PRE, GUMBO_TAG_CODE})) return false;
    if (tree.hints(i).contains("caption")) return false;
    const int weight = weighNames ? classWeight(tree, i) : 0;
    if (weight < 0) return true;
    if (sums.commas >= 10) return false;
    const bool isList = tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL || (sums.chars > 0 && sums.listChars * 10 > sums.chars * 9);
    const bool inFigure = isWithin(tree, i, {GUMBO_TAG_FIGURE});
    const double links = sums.linkDensity();
    const double heads = sums.chars ? static_cast<double>(sums.headChars) / sums.chars : 0;
    if (!isList && sums.items > sums.paragraphs + 100) return true;
    if (sums.inputs > sums.paragraphs / 3) return true;
    if (!isList && !inFigure && heads < 0.9 && sums.chars < 25 && (sums.images == 0 || sums.images > 2) && links > 0) return true;
    if (!isList && weight < 25 && links > 0.2) return true;
    // A list of links amid prose belongs to it; behind all prose it leads elsewhere.
    return links > 0.5 && (isList ? isLast : weight >= 25);
}

bool isOut(const HtmlTree& tree, NodeIndex i, const NodeSums& sums, bool holdsData, bool isLast, Prejudice prejudice)
{
    const auto tag = tree[i].tag;
    if (tag == GUMBO_TAG_ASIDE || (tag == GUMBO_TAG_FOOTER && !isWithin(tree, i, {GUMBO_TAG_BLOCKQUOTE}))) return true;
    if (!prejudice.againstShapes) return false;
    if (isHeadingTag(tag)) return prejudice.weighNames && classWeight(tree, i) < 0;
    const auto hints = tree.hints(i);
    if (hints.size() > 3 && sums.chars < longestInset && tag != GUMBO_TAG_BODY && isInset(hints)) return true;
    return isContainer(tag) && isShapedLikeFurniture(tree, i, sums, holdsData, isLast, prejudice.weighNames);
}

} // namespace

void pruneArticle(const HtmlTree& tree, const std::vector<bool>& inArticle, const std::vector<bool>& isData, Prejudice prejudice,
                  std::vector<bool>& gone)
{
    // Bottom-up, so that a container is judged by what is left in it.
    std::vector<NodeSums> sums(tree.size());
    std::vector<bool> holdsData(tree.size());
    double textBehind = 0; // outside links
    for (NodeIndex i = tree.size(); i-- > 0;) {
        if (gone[i] || !inArticle[i]) continue;
        addOwn(tree, i, sums[i]);
        const double plain = sums[i].chars - sums[i].linkChars;
        if (tree[i].isText) textBehind += plain;
        else if (tree[i].tag == GUMBO_TAG_A) textBehind -= sums[i].linkChars;
        if (isData[i]) holdsData[i] = true;
        const auto parent = tree[i].parent;
        const bool isTop = parent == noNode || !inArticle[parent];
        if (!tree[i].isText && !isTop && isOut(tree, i, sums[i], holdsData[i], textBehind - plain < longestInset, prejudice)) {
            gone[i] = true;
            continue;
        }
        if (parent == noNode) continue;
        sums[parent].add(sums[i]);
        if (holdsData[i]) holdsData[parent] = true;
    }
    for (NodeIndex i = 0; i < tree.size(); ++i)
        if (tree[i].parent != noNode && gone[tree[i].parent]) gone[i] = true;
}

} // namespace skein
