// SPDX-License-Identifier: GPL-3.0-or-later
// A page as a flat array in document order, over the tree that an HTML5 parser built. A subtree is the range
// [i, nodes[i].end), so every walk is a loop and no depth can exhaust the stack.
#pragma once

#include "core/base/result.h"

#include <gumbo.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace skein {

using NodeIndex = std::uint32_t;
inline constexpr NodeIndex noNode = ~NodeIndex{0};

struct HtmlNode {
    GumboTag tag = GUMBO_TAG_UNKNOWN; // of an element
    bool isText = false;
    NodeIndex parent = noNode;
    NodeIndex end = 0;                // one behind the last node of its subtree
    const GumboNode* node = nullptr;
    std::string_view text;            // of a text node
};

class HtmlTree {
public:
    // Parses after checkHtmlLimits(). Comments, doctypes and the content of script, style and template elements are left
    // out, but for JSON-LD scripts. REQUIRES: `html` outlives the tree.
    static Result<HtmlTree> parse(std::string_view html);

    const std::vector<HtmlNode>& nodes() const { return m_nodes; }
    const HtmlNode& operator[](NodeIndex i) const { return m_nodes[i]; }
    NodeIndex size() const { return static_cast<NodeIndex>(m_nodes.size()); }

    // The value of an attribute; empty when it is absent or the node is text.
    std::string_view attribute(NodeIndex i, const char* name) const;
    bool hasAttribute(NodeIndex i, const char* name) const;

    // Class and id, lower case, each word between blanks.
    std::string hints(NodeIndex i) const;

    // The text of a subtree, blanks squeezed.
    std::string textOf(NodeIndex i) const;

    // The first element with this tag; noNode when there is none.
    NodeIndex first(GumboTag tag) const;

private:
    struct Destroy {
        void operator()(GumboOutput* output) const;
    };

    std::unique_ptr<GumboOutput, Destroy> m_output;
    std::vector<HtmlNode> m_nodes;
};

bool isBlockTag(GumboTag tag);
bool isHeadingTag(GumboTag tag);

} // namespace skein
