// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/htmltree.h"

#include "core/document/htmllimits.h"
#include "core/document/normalise.h"

#include <utility>

namespace skein {
namespace {

GumboOptions options()
{
    GumboOptions made = kGumboDefaultOptions;
    made.max_errors = 0; // nobody reads them, and each would be kept
    return made;
}

bool isJsonLd(const GumboNode& node)
{
    const auto* type = gumbo_get_attribute(&node.v.element.attributes, "type");
    return type && lowerAscii(type->value).contains("ld+json");
}

bool isLeftOut(const GumboNode& node)
{
    const auto tag = node.v.element.tag;
    if (tag == GUMBO_TAG_SCRIPT) return !isJsonLd(node);
    return tag == GUMBO_TAG_STYLE || tag == GUMBO_TAG_TEMPLATE;
}

} // namespace

void HtmlTree::Destroy::operator()(GumboOutput* output) const
{
    const auto used = options();
    gumbo_destroy_output(&used, output);
}

Result<HtmlTree> HtmlTree::parse(std::string_view html)
{
    if (auto limits = checkHtmlLimits(html); !limits) return std::unexpected(limits.error());
    HtmlTree tree;
    const auto used = options();
    tree.m_output.reset(gumbo_parse_with_options(&used, html.data(), html.size()));
    if (!tree.m_output || !tree.m_output->root) return fail(Errc::internal, "the HTML parser gave no tree");

    struct Step {
        const GumboNode* node; // null: close `index`
        NodeIndex index;
    };
    std::vector<Step> steps{{tree.m_output->root, noNode}};
    while (!steps.empty()) {
        const auto [node, parent] = steps.back();
        steps.pop_back();
        if (!node) {
            tree.m_nodes[parent].end = tree.size();
            continue;
        }
        HtmlNode made;
        made.parent = parent;
        made.node = node;
        switch (node->type) {
        case GUMBO_NODE_TEXT:
        case GUMBO_NODE_WHITESPACE:
        case GUMBO_NODE_CDATA:
            made.isText = true;
            made.text = node->v.text.text;
            made.end = tree.size() + 1;
            tree.m_nodes.push_back(made);
            break;
        case GUMBO_NODE_ELEMENT: {
            if (isLeftOut(*node)) break;
            made.tag = node->v.element.tag;
            const auto index = tree.size();
            tree.m_nodes.push_back(made);
            steps.push_back({nullptr, index});
            const auto& children = node->v.element.children;
            for (auto i = children.length; i-- > 0;)
                steps.push_back({static_cast<const GumboNode*>(children.data[i]), index});
            break;
        }
        case GUMBO_NODE_DOCUMENT:
        case GUMBO_NODE_COMMENT:
        case GUMBO_NODE_TEMPLATE: break;
        }
    }
    return tree;
}

std::string_view HtmlTree::attribute(NodeIndex i, const char* name) const
{
    if (m_nodes[i].isText) return {};
    const auto* found = gumbo_get_attribute(&m_nodes[i].node->v.element.attributes, name);
    return found ? std::string_view(found->value) : std::string_view{};
}

bool HtmlTree::hasAttribute(NodeIndex i, const char* name) const
{
    return !m_nodes[i].isText && gumbo_get_attribute(&m_nodes[i].node->v.element.attributes, name);
}

std::string HtmlTree::hints(NodeIndex i) const
{
    // Longer lists of classes are made by programs and say nothing.
    std::string words = " ";
    for (const char* name : {"class", "id"}) words += lowerAscii(attribute(i, name).substr(0, 1000)) + " ";
    return words;
}

std::string HtmlTree::textOf(NodeIndex i) const
{
    std::string text;
    for (NodeIndex k = i; k < m_nodes[i].end; ++k) {
        if (m_nodes[k].isText) text += m_nodes[k].text;
        else if (isBlockTag(m_nodes[k].tag) || m_nodes[k].tag == GUMBO_TAG_BR) text += ' ';
    }
    return squeezed(normaliseText(text));
}

NodeIndex HtmlTree::first(GumboTag tag) const
{
    for (NodeIndex i = 0; i < size(); ++i)
        if (!m_nodes[i].isText && m_nodes[i].tag == tag) return i;
    return noNode;
}

bool isHeadingTag(GumboTag tag) { return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6; }

bool isBlockTag(GumboTag tag)
{
    switch (tag) {
    case GUMBO_TAG_ADDRESS: case GUMBO_TAG_ARTICLE: case GUMBO_TAG_ASIDE: case GUMBO_TAG_BLOCKQUOTE: case GUMBO_TAG_BODY:
    case GUMBO_TAG_CAPTION: case GUMBO_TAG_CENTER: case GUMBO_TAG_DD: case GUMBO_TAG_DETAILS: case GUMBO_TAG_DIALOG:
    case GUMBO_TAG_DIR: case GUMBO_TAG_DIV: case GUMBO_TAG_DL: case GUMBO_TAG_DT: case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_FIGCAPTION: case GUMBO_TAG_FIGURE: case GUMBO_TAG_FOOTER: case GUMBO_TAG_FORM: case GUMBO_TAG_HEADER:
    case GUMBO_TAG_HGROUP: case GUMBO_TAG_HR: case GUMBO_TAG_HTML: case GUMBO_TAG_LI: case GUMBO_TAG_LISTING: case GUMBO_TAG_MAIN:
    case GUMBO_TAG_MENU: case GUMBO_TAG_NAV: case GUMBO_TAG_OL: case GUMBO_TAG_P: case GUMBO_TAG_PRE: case GUMBO_TAG_SECTION:
    case GUMBO_TAG_SUMMARY: case GUMBO_TAG_TABLE: case GUMBO_TAG_TBODY: case GUMBO_TAG_TD: case GUMBO_TAG_TFOOT:
    case GUMBO_TAG_TH: case GUMBO_TAG_THEAD: case GUMBO_TAG_TR: case GUMBO_TAG_UL: return true;
    default: return isHeadingTag(tag);
    }
}

} // namespace skein
