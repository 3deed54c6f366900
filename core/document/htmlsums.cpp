// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/article.h"

#include <algorithm>

namespace skein {
namespace {

void countText(std::string_view text, NodeSums& sums)
{
    bool blank = false;
    for (std::size_t k = 0; k < text.size(); ++k) {
        const auto c = static_cast<unsigned char>(text[k]);
        if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
            blank = true;
            continue;
        }
        if ((c & 0xC0) == 0x80) continue;
        sums.chars += 1 + (blank && sums.chars > 0);
        blank = false;
        // U+FF0C, U+3001 and the Arabic comma too: the share of commas tells prose in many scripts.
        if (c == ',' || (c == 0xD8 && text.substr(k).starts_with("\xD8\x8C")) || text.substr(k, 3) == "\xEF\xBC\x8C" ||
            text.substr(k, 3) == "\xE3\x80\x81")
            ++sums.commas;
    }
}

} // namespace

void addOwn(const HtmlTree& tree, NodeIndex i, NodeSums& sums)
{
    const auto& node = tree[i];
    if (node.isText) {
        countText(node.text, sums);
        return;
    }
    switch (node.tag) {
    case GUMBO_TAG_A: sums.linkChars = sums.chars * (tree.attribute(i, "href").starts_with('#') ? 0.3 : 1.0); break;
    case GUMBO_TAG_P:
        ++sums.paragraphs;
        sums.longChars = sums.chars >= 80 && sums.linkDensity() < 0.25 ? sums.chars : 0;
        break;
    case GUMBO_TAG_LI: ++sums.items; break;
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL: sums.listChars = sums.chars; break;
    case GUMBO_TAG_IMG: ++sums.images; break;
    case GUMBO_TAG_INPUT:
        if (tree.attribute(i, "type") != "hidden") ++sums.inputs;
        break;
    default:
        if (isHeadingTag(node.tag)) sums.headChars = sums.chars;
        break;
    }
}

void NodeSums::add(const NodeSums& other)
{
    chars += other.chars;
    linkChars += other.linkChars;
    commas += other.commas;
    paragraphs += other.paragraphs;
    items += other.items;
    inputs += other.inputs;
    images += other.images;
    listChars += other.listChars;
    headChars += other.headChars;
    longChars += other.longChars;
}

std::vector<NodeSums> sumsOf(const HtmlTree& tree, const std::vector<bool>& gone)
{
    std::vector<NodeSums> sums(tree.size());
    for (NodeIndex i = tree.size(); i-- > 0;) {
        if (gone[i]) {
            sums[i] = {};
            continue;
        }
        addOwn(tree, i, sums[i]);
        if (tree[i].parent == noNode) continue;
        sums[tree[i].parent].add(sums[i]);
    }
    return sums;
}

} // namespace skein
