// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/htmlblocks.h"

#include "core/document/article.h"
#include "core/document/htmlhints.h"
#include "core/document/normalise.h"

#include <algorithm>

namespace skein {
namespace {

class Renderer {
public:
    Renderer(const HtmlTree& tree, const std::vector<bool>& kept, const std::vector<bool>& isData)
        : m_tree(tree), m_kept(kept), m_isData(isData)
    {
    }

    std::vector<TextPiece> run()
    {
        for (NodeIndex i = 0; i < m_tree.size(); ++i) {
            while (!m_open.empty() && i >= m_tree[m_open.back()].end) close();
            // A node that is not kept may hold kept ones, but not the other way round.
            if (m_tree[i].isText) {
                if (m_kept[i]) addText(m_tree[i].text);
                continue;
            }
            if (!m_kept[i]) continue;
            open(i);
        }
        while (!m_open.empty()) close();
        flush();
        return std::move(m_pieces);
    }

private:
    void open(NodeIndex i)
    {
        const auto tag = m_tree[i].tag;
        if (tag == GUMBO_TAG_BR) {
            lineBreak();
            return;
        }
        if (tag == GUMBO_TAG_WBR || tag == GUMBO_TAG_IMG) return;
        if (m_row != noNode) {
            if (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH) nextCell();
            else if (isBlockTag(tag)) m_text += ' ';
        } else if (isBlockTag(tag)) {
            flush();
        }
        switch (tag) {
        case GUMBO_TAG_PRE:
        case GUMBO_TAG_LISTING: ++m_pre; break;
        case GUMBO_TAG_BLOCKQUOTE: ++m_quote; break;
        case GUMBO_TAG_UL:
        case GUMBO_TAG_OL: ++m_list; break;
        case GUMBO_TAG_LI:
        case GUMBO_TAG_DD:
        case GUMBO_TAG_DT: ++m_item; break;
        case GUMBO_TAG_FIGCAPTION:
        case GUMBO_TAG_CAPTION: ++m_caption; break;
        case GUMBO_TAG_TR:
            if (m_isData[i] && m_row == noNode) {
                m_row = i;
                m_cells = 0;
            }
            break;
        case GUMBO_TAG_Q: m_text += "“"; break;
        case GUMBO_TAG_A: ++m_link; break;
        default:
            if (isHeadingTag(tag)) m_heading = tag - GUMBO_TAG_H1 + 1;
            break;
        }
        m_open.push_back(i);
    }

    void close()
    {
        const auto i = m_open.back();
        const auto tag = m_tree[i].tag;
        m_open.pop_back();
        if (tag == GUMBO_TAG_Q) m_text += "”";
        if (m_row == i || (m_row == noNode && isBlockTag(tag))) flush();
        else if (m_row != noNode && isBlockTag(tag)) m_text += ' ';
        switch (tag) {
        case GUMBO_TAG_PRE:
        case GUMBO_TAG_LISTING: --m_pre; break;
        case GUMBO_TAG_BLOCKQUOTE: --m_quote; break;
        case GUMBO_TAG_UL:
        case GUMBO_TAG_OL: --m_list; break;
        case GUMBO_TAG_LI:
        case GUMBO_TAG_DD:
        case GUMBO_TAG_DT: --m_item; break;
        case GUMBO_TAG_FIGCAPTION:
        case GUMBO_TAG_CAPTION: --m_caption; break;
        case GUMBO_TAG_A: --m_link; break;
        case GUMBO_TAG_TR:
            if (m_row == i) m_row = noNode;
            break;
        default:
            if (isHeadingTag(tag)) m_heading = 0;
            break;
        }
    }

    void addText(std::string_view text)
    {
        const bool blank = text.find_first_not_of(" \t\r\n\f") == std::string_view::npos;
        if (!blank) m_breaks = 0;
        const auto visible = static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return static_cast<unsigned char>(c) > ' '; }));
        m_chars += visible;
        if (m_link > 0) m_linkChars += visible;
        if (m_pre > 0 && m_row == noNode) {
            m_text += text;
            return;
        }
        // Line breaks of the source mean a blank; those that <br> made are in m_text already.
        for (const char c : text) m_text += c == '\n' || c == '\r' || c == '\t' || c == '\f' ? ' ' : c;
    }

    void lineBreak()
    {
        if (m_row != noNode || m_heading > 0) {
            m_text += ' ';
        } else if (++m_breaks > 1 && m_pre == 0) {
            flush();
        } else {
            m_text += '\n';
        }
    }

    void nextCell()
    {
        if (m_cells++ > 0) m_text += " | ";
    }

    BlockKind kind() const
    {
        if (m_row != noNode) return BlockKind::tableRow;
        if (m_heading > 0) return BlockKind::heading;
        if (m_caption > 0) return BlockKind::caption;
        if (m_pre > 0) return BlockKind::code;
        if (m_item > 0) return BlockKind::listItem;
        return m_quote > 0 ? BlockKind::quotation : BlockKind::paragraph;
    }

    void flush()
    {
        const auto made = kind();
        const double links = m_chars ? static_cast<double>(m_linkChars) / static_cast<double>(m_chars) : 0;
        m_breaks = 0;
        m_chars = m_linkChars = 0;
        if (m_text.find_first_not_of(" \t\r\n\f|") == std::string::npos) {
            m_text.clear();
            return;
        }
        TextPiece piece;
        piece.kind = made;
        piece.links = links;
        if (made == BlockKind::heading) piece.level = m_heading;
        else if (made == BlockKind::listItem) piece.level = std::max(1, m_list);
        piece.text = made == BlockKind::code ? m_text : squeezedLines(normaliseText(m_text));
        m_text.clear();
        if (!piece.text.empty()) m_pieces.push_back(std::move(piece));
    }

    const HtmlTree& m_tree;
    const std::vector<bool>& m_kept;
    const std::vector<bool>& m_isData;
    std::vector<TextPiece> m_pieces;
    std::vector<NodeIndex> m_open;
    std::string m_text;
    NodeIndex m_row = noNode; // the data-table row that is open
    int m_cells = 0, m_breaks = 0, m_pre = 0, m_quote = 0, m_list = 0, m_item = 0, m_caption = 0, m_heading = 0, m_link = 0;
    std::size_t m_chars = 0, m_linkChars = 0; // of the block so far, and those of them in links
};

} // namespace

std::vector<TextPiece> blocksOf(const HtmlTree& tree, const std::vector<bool>& kept, const std::vector<bool>& isData)
{
    return Renderer(tree, kept, isData).run();
}

std::vector<TextPiece> blocksOfFragment(std::string_view html)
{
    const auto tree = HtmlTree::parse(html);
    if (!tree) return {};
    std::vector<bool> kept(tree->size());
    for (NodeIndex i = 0; i < tree->size(); ++i) {
        const auto& node = (*tree)[i];
        const bool parentKept = node.parent == noNode || kept[node.parent];
        kept[i] = parentKept && (node.isText || !isNeverText(*tree, i));
    }
    return blocksOf(*tree, kept, dataTables(*tree));
}

} // namespace skein
