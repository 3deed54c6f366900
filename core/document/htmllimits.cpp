// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/htmllimits.h"

#include "core/document/normalise.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <vector>

namespace skein {
namespace {

using namespace std::string_view_literals;

template <std::size_t size>
bool isIn(const std::array<std::string_view, size>& sorted, std::string_view name)
{
    return std::ranges::binary_search(sorted, name);
}

// Never open: void elements.
constexpr std::array voids = {"area"sv, "base"sv,  "basefont"sv, "bgsound"sv, "br"sv,    "col"sv,    "embed"sv, "frame"sv, "hr"sv,
                              "image"sv, "img"sv,  "input"sv,    "keygen"sv,  "link"sv,  "meta"sv,   "param"sv, "source"sv,
                              "track"sv, "wbr"sv};
// Closed by what follows them: they do not nest without one of the others in between.
constexpr std::array impliedEnds = {"body"sv, "caption"sv, "colgroup"sv, "dd"sv, "dt"sv,    "head"sv, "html"sv, "li"sv,
                                    "optgroup"sv, "option"sv, "p"sv,     "rb"sv, "rp"sv,    "rt"sv,   "rtc"sv,  "tbody"sv,
                                    "td"sv,   "tfoot"sv,   "th"sv,       "thead"sv, "tr"sv};
constexpr std::array formatting = {"a"sv,    "b"sv,     "big"sv,   "code"sv,   "em"sv,     "font"sv, "i"sv, "nobr"sv,
                                   "s"sv,    "small"sv, "strike"sv, "strong"sv, "tt"sv,    "u"sv};
// The standard's "special" elements that do nest.
constexpr std::array special = {
    "address"sv, "applet"sv, "article"sv, "aside"sv,    "blockquote"sv, "button"sv,   "center"sv,  "details"sv, "dir"sv,
    "div"sv,     "dl"sv,     "fieldset"sv, "figcaption"sv, "figure"sv,  "footer"sv,   "form"sv,    "frameset"sv, "h1"sv,
    "h2"sv,      "h3"sv,     "h4"sv,      "h5"sv,       "h6"sv,         "header"sv,   "hgroup"sv,  "listing"sv, "main"sv,
    "marquee"sv, "menu"sv,   "nav"sv,     "object"sv,   "ol"sv,         "pre"sv,      "section"sv, "select"sv,  "summary"sv,
    "table"sv,   "template"sv, "ul"sv};
// Elements whose content is text up to their end tag.
constexpr std::array rawText = {"iframe"sv, "noembed"sv, "noframes"sv, "script"sv, "style"sv, "textarea"sv, "title"sv, "xmp"sv};

static_assert(std::ranges::is_sorted(voids) && std::ranges::is_sorted(impliedEnds) && std::ranges::is_sorted(formatting) &&
              std::ranges::is_sorted(special) && std::ranges::is_sorted(rawText));

bool endsScope(std::string_view name) { return name == "table" || name == "template" || name == "object" || name == "applet" || name == "marquee"; }

struct TagText {
    std::string name;
    std::string_view whole; // from '<' to '>'
    std::size_t attributes = 0;
    bool isEnd = false;
    bool closesItself = false;
};

// Reads the tag whose '<' is at `at`; moves `at` behind it. Quotes hide '>'.
TagText readTag(std::string_view html, std::size_t& at)
{
    TagText tag;
    const auto start = at++;
    if (at < html.size() && html[at] == '/') tag.isEnd = true, ++at;
    const auto isEndOfName = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '/' || c == '>'; };
    const auto name = at;
    while (at < html.size() && !isEndOfName(html[at])) ++at;
    tag.name = lowerAscii(html.substr(name, std::min<std::size_t>(at - name, 32)));
    bool inWord = false, afterEquals = false;
    for (; at < html.size() && html[at] != '>'; ++at) {
        const char c = html[at];
        if ((c == '"' || c == '\'') && afterEquals) {
            const auto close = html.find(c, at + 1);
            at = close == std::string_view::npos ? html.size() - 1 : close;
            afterEquals = inWord = false;
            continue;
        }
        if (isEndOfName(c)) {
            inWord = false;
            continue;
        }
        if (c == '=') {
            afterEquals = true;
            inWord = true;
            continue;
        }
        if (!inWord && !afterEquals) ++tag.attributes;
        inWord = true;
        afterEquals = false;
    }
    tag.closesItself = at > 0 && at < html.size() && html[at - 1] == '/';
    at = std::min(at + 1, html.size());
    tag.whole = html.substr(start, at - start);
    return tag;
}

// The end of an element's raw text: where its end tag begins.
std::size_t endOfRawText(std::string_view html, std::size_t at, std::string_view name)
{
    while ((at = html.find("</", at)) != std::string_view::npos) {
        if (lowerAscii(html.substr(at + 2, name.size())) == name) return at;
        at += 2;
    }
    return html.size();
}

// The open elements, as far as they matter for depth.
class Estimate {
public:
    void open(const TagText& tag)
    {
        if (isIn(voids, tag.name) || isIn(impliedEnds, tag.name)) return;
        const bool known = isIn(special, tag.name) || isIn(formatting, tag.name);
        if (tag.closesItself && !known) return; // SVG and MathML
        if (isIn(formatting, tag.name)) {
            // The list of active formatting elements holds at most three of a kind (the standard's "Noah's Ark clause").
            auto& same = m_active[std::string(tag.name)];
            auto& count = m_same[std::string(tag.whole.substr(0, 256))];
            if (count < 3) ++count, ++same, ++m_activeCount;
        }
        m_open.push_back(tag.name);
    }

    void close(const std::string& name)
    {
        if (isIn(formatting, name)) {
            if (auto& same = m_active[name]; same > 0) --same, --m_activeCount;
            if (m_activeCount == 0) m_same.clear();
        }
        const bool isSpecial = isIn(special, name);
        const bool isHeading = name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
        for (auto i = m_open.size(); i-- > 0;) {
            const auto& other = m_open[i];
            const bool heading = isHeading && other.size() == 2 && other[0] == 'h' && other[1] >= '1' && other[1] <= '6';
            if (other == name || heading) {
                // A formatting element closes alone; what it holds moves out of it.
                if (isIn(formatting, name)) m_open.erase(m_open.begin() + static_cast<std::ptrdiff_t>(i));
                else m_open.resize(i);
                return;
            }
            if (endsScope(other) || (!isSpecial && !isIn(formatting, name) && isIn(special, other))) return;
        }
    }

    std::size_t depth() const { return m_open.size(); }
    std::size_t active() const { return m_activeCount; }

private:
    std::vector<std::string> m_open;
    std::unordered_map<std::string, std::size_t> m_active; // formatting elements by name
    std::unordered_map<std::string, int> m_same;           // and by their whole tag
    std::size_t m_activeCount = 0;
};

} // namespace

Result<void> checkHtmlLimits(std::string_view html)
{
    Estimate estimate;
    std::size_t tags = 0, rebuilt = 0, work = 0;
    for (std::size_t at = 0; (at = html.find('<', at)) != std::string_view::npos;) {
        const char next = at + 1 < html.size() ? html[at + 1] : '\0';
        if (next == '!' || next == '?') {
            const bool comment = html.substr(at).starts_with("<!--");
            const auto end = comment ? html.find("-->", at + 4) : html.find('>', at);
            if (end == std::string_view::npos) break;
            at = end + 1;
            continue;
        }
        if (next != '/' && !((next | 32) >= 'a' && (next | 32) <= 'z')) {
            ++at;
            continue;
        }
        const auto tag = readTag(html, at);
        if (++tags > maxHtmlTags) return fail(Errc::tooLarge, "more than " + std::to_string(maxHtmlTags) + " HTML tags");
        if (tag.attributes > maxHtmlAttributes)
            return fail(Errc::tooLarge, "a tag <" + tag.name + "> with more than " + std::to_string(maxHtmlAttributes) + " attributes");
        work += estimate.depth();
        if (work > maxHtmlWork) return fail(Errc::tooDeep, "too many HTML tags inside too many open elements");
        if (tag.isEnd) {
            estimate.close(tag.name);
            continue;
        }
        if (isIn(impliedEnds, tag.name) || isIn(special, tag.name)) rebuilt += estimate.active();
        if (rebuilt > maxHtmlRebuilt) return fail(Errc::tooDeep, "too many unclosed formatting elements");
        estimate.open(tag);
        if (estimate.depth() > maxHtmlDepth)
            return fail(Errc::tooDeep, "HTML nested deeper than " + std::to_string(maxHtmlDepth) + " elements");
        if (!tag.closesItself && isIn(rawText, tag.name)) at = endOfRawText(html, at, tag.name);
    }
    return {};
}

} // namespace skein
