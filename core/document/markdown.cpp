// SPDX-License-Identifier: GPL-3.0-or-later
// Markdown (CommonMark with tables, strike-through and task lists) through md4c, which calls back for every block, span
// and piece of text; what it calls is turned into typed blocks here. md4c keeps its own stacks on the heap.
#include "core/document/blockwriter.h"
#include "core/document/byline.h"
#include "core/document/frontmatter.h"
#include "core/document/furniture.h"
#include "core/document/htmlblocks.h"
#include "core/document/importers.h"
#include "core/document/normalise.h"
#include "core/document/plaintext.h"

#include <md4c.h>

#include <algorithm>
#include <charconv>
#include <map>

namespace skein {
namespace {

constexpr int deepestNesting = 1000;        // quotations and lists inside each other
constexpr std::size_t headPieces = 6;       // a byline is looked for among the first ones only

// The character an entity stands for; the entity itself when there is none.
std::string entityText(std::string_view entity)
{
    if (entity.starts_with("&#")) {
        const bool hex = entity.size() > 2 && (entity[2] | 32) == 'x';
        std::uint32_t value = 0;
        const auto* from = entity.data() + (hex ? 3 : 2);
        std::from_chars(from, entity.data() + entity.size(), value, hex ? 16 : 10);
        std::string text;
        appendUtf8(text, value == 0 ? 0xFFFD : value);
        return text;
    }
    if (const auto tree = HtmlTree::parse(entity))
        for (const auto& node : tree->nodes())
            if (node.isText) return std::string(node.text);
    return std::string(entity);
}

class Reader {
public:
    explicit Reader(const Cancel& cancel) : m_cancel(cancel) {}

    bool isTooDeep() const { return m_quote + m_list > deepestNesting; }
    std::vector<TextPiece> take() { return std::move(m_pieces); }

    int enter(MD_BLOCKTYPE type, void* detail)
    {
        if (m_cancel.isRaised() || isTooDeep()) return 1;
        switch (type) {
        case MD_BLOCK_QUOTE: flush(); ++m_quote; break;
        case MD_BLOCK_UL:
        case MD_BLOCK_OL: flush(); ++m_list; break;
        case MD_BLOCK_LI: flush(); break;
        case MD_BLOCK_H: m_heading = static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level); break;
        case MD_BLOCK_CODE: flush(); m_code = true; break;
        case MD_BLOCK_HTML: flush(); m_html = true; break;
        case MD_BLOCK_TR: m_row = true; m_cells = 0; break;
        case MD_BLOCK_TH:
        case MD_BLOCK_TD: if (m_cells++ > 0) m_text += " | "; break;
        default: break;
        }
        return 0;
    }

    int leave(MD_BLOCKTYPE type)
    {
        switch (type) {
        case MD_BLOCK_QUOTE: flush(); --m_quote; break;
        case MD_BLOCK_UL:
        case MD_BLOCK_OL: flush(); --m_list; break;
        case MD_BLOCK_H: flush(); m_heading = 0; break;
        case MD_BLOCK_CODE: flush(); m_code = false; break;
        case MD_BLOCK_HTML: leaveHtml(); break;
        case MD_BLOCK_TR: flush(); m_row = false; break;
        case MD_BLOCK_TH:
        case MD_BLOCK_TD: break;
        default: flush(); break;
        }
        return 0;
    }

    int enterSpan(MD_SPANTYPE type)
    {
        if (type == MD_SPAN_IMG) ++m_image;
        if (type == MD_SPAN_A) ++m_link;
        return 0;
    }

    int leaveSpan(MD_SPANTYPE type)
    {
        if (type == MD_SPAN_IMG && --m_image == 0) m_alt += ' ';
        if (type == MD_SPAN_A) --m_link;
        return 0;
    }

    int text(MD_TEXTTYPE type, std::string_view piece)
    {
        if (m_image > 0) {
            // The description of a picture that is itself a link is a badge's or a button's label.
            if (m_link == 0) m_alt += type == MD_TEXT_ENTITY ? resolved(piece) : std::string(piece);
            return 0;
        }
        switch (type) {
        case MD_TEXT_HTML:
            if (m_html) m_text += piece;
            else inlineTag(piece);
            break;
        case MD_TEXT_BR: m_text += '\n'; break;
        case MD_TEXT_SOFTBR: m_text += ' '; break;
        case MD_TEXT_NULLCHAR: break;
        case MD_TEXT_ENTITY: if (m_mute.empty()) m_text += resolved(piece); break;
        default: if (m_mute.empty()) m_text += piece; break;
        }
        return 0;
    }

private:
    const std::string& resolved(std::string_view entity)
    {
        auto [place, isNew] = m_entities.try_emplace(std::string(entity));
        if (isNew) place->second = entityText(entity);
        return place->second;
    }

    // Raw HTML between words: <br> breaks the line, script and style hide what they hold, everything else is mark-up.
    void inlineTag(std::string_view tag)
    {
        const auto lower = lowerAscii(tag.substr(0, 16));
        if (lower.starts_with("<br")) m_text += '\n';
        for (const std::string_view name : {"script", "style", "template"}) {
            if (lower.starts_with("<" + std::string(name)) && m_mute.empty()) m_mute = name;
            if (lower.starts_with("</" + std::string(name)) && m_mute == name) m_mute.clear();
        }
    }

    void leaveHtml()
    {
        auto pieces = blocksOfFragment(m_text);
        m_text.clear();
        m_html = false;
        for (auto& piece : pieces) m_pieces.push_back(std::move(piece));
    }

    // References and labels of footnotes, which CommonMark does not know: "[^1]" says nothing by itself.
    static std::string withoutFootnoteMarks(std::string text)
    {
        for (std::size_t at = 0; (at = text.find("[^", at)) != std::string::npos;) {
            const auto end = text.find(']', at);
            if (end == std::string::npos || end - at > 32 || text.substr(at, end - at).contains(' ')) {
                at += 2;
                continue;
            }
            const bool isLabel = at == 0 && end + 1 < text.size() && text[end + 1] == ':';
            text.erase(at, end + 1 - at + (isLabel ? 1 : 0));
        }
        return text;
    }

    void flush()
    {
        m_mute.clear();
        const bool isEmpty = m_text.find_first_not_of(" \t\n|") == std::string::npos;
        TextPiece piece;
        if (isEmpty) {
            piece.kind = BlockKind::caption;
            piece.text = squeezed(normaliseText(m_alt));
        } else if (m_code) {
            piece.kind = BlockKind::code;
            piece.text = m_text;
        } else {
            piece.kind = m_row          ? BlockKind::tableRow
                         : m_heading    ? BlockKind::heading
                         : m_list > 0   ? BlockKind::listItem
                         : m_quote > 0  ? BlockKind::quotation
                                        : BlockKind::paragraph;
            piece.level = m_heading ? m_heading : m_list;
            piece.text = squeezedLines(normaliseText(withoutFootnoteMarks(m_text)));
        }
        m_text.clear();
        m_alt.clear();
        if (!piece.text.empty()) m_pieces.push_back(std::move(piece));
    }

    const Cancel& m_cancel;
    std::vector<TextPiece> m_pieces;
    std::map<std::string, std::string> m_entities;
    std::string m_text, m_alt;
    std::string m_mute; // the raw element whose content is hidden
    int m_quote = 0, m_list = 0, m_heading = 0, m_cells = 0, m_image = 0, m_link = 0;
    bool m_code = false, m_html = false, m_row = false;
};

Reader& readerOf(void* user) { return *static_cast<Reader*>(user); }

// The first heading, when nothing but metadata stands before it, is the title; bylines below it are metadata.
void readHead(std::vector<TextPiece>& pieces, Document& document)
{
    if (!pieces.empty() && pieces[0].kind == BlockKind::heading && pieces[0].level <= 2) {
        pieces[0].kind = BlockKind::title;
        pieces[0].level = 0;
        if (document.title.empty()) document.title = pieces[0].text;
    }
    if (document.title.empty()) {
        const auto heading = std::ranges::find(pieces, BlockKind::heading, &TextPiece::kind);
        if (heading != pieces.end()) document.title = heading->text;
    }
    if (pieces.size() < 2) return;
    for (std::size_t i = 0; i < pieces.size() && i < headPieces;) {
        const auto head = pieces[i].kind == BlockKind::paragraph ? readHeadLine(pieces[i].text) : HeadLine{};
        if (!head.isMetadata) {
            ++i;
            continue;
        }
        if (document.author.empty()) document.author = head.author;
        if (document.published.empty()) document.published = head.published;
        pieces.erase(pieces.begin() + static_cast<std::ptrdiff_t>(i));
    }
}

// A page that was saved as Markdown brings its furniture along; only whole phrases in paragraphs of their own are taken out.
void dropPhrases(std::vector<TextPiece>& pieces)
{
    const auto isPhrase = [](const TextPiece& piece) { return piece.kind == BlockKind::paragraph && isFurniturePhrase(piece.text); };
    if (!std::ranges::all_of(pieces, isPhrase)) std::erase_if(pieces, isPhrase);
}

} // namespace

Result<void> importMarkdown(std::string_view text, Document& document, const Cancel& cancel)
{
    // Line ends only: the blocks are normalised one by one, when no mark-up is left.
    std::string lines(text);
    for (std::size_t from = 0, to = 0;; ++from) {
        if (from == lines.size()) {
            lines.resize(to);
            break;
        }
        if (lines[from] == '\r' && from + 1 < lines.size() && lines[from + 1] == '\n') continue;
        lines[to++] = lines[from] == '\r' ? '\n' : lines[from];
    }
    const auto body = readFrontMatter(lines, document);
    Reader reader(cancel);
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* user) { return readerOf(user).enter(type, detail); };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* user) { return readerOf(user).leave(type); };
    parser.enter_span = [](MD_SPANTYPE type, void*, void* user) { return readerOf(user).enterSpan(type); };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* user) { return readerOf(user).leaveSpan(type); };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* piece, MD_SIZE size, void* user) {
        return readerOf(user).text(type, std::string_view(piece, size));
    };
    const int ended = md_parse(body.data(), static_cast<MD_SIZE>(body.size()), &parser, &reader);
    if (cancel.isRaised()) return fail(Errc::cancelled, "while reading Markdown");
    if (reader.isTooDeep()) return fail(Errc::tooDeep, "Markdown nested deeper than " + std::to_string(deepestNesting) + " blocks");
    if (ended != 0) return fail(Errc::internal, "the Markdown parser gave up");

    auto pieces = reader.take();
    dropPhrases(pieces);
    readHead(pieces, document);
    BlockWriter writer(document);
    for (const auto& piece : pieces) writer.add(piece.kind, piece.level, piece.text);
    return {};
}

} // namespace skein
