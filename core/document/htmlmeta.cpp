// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/htmlmeta.h"

#include "core/document/byline.h"
#include "core/document/dates.h"
#include "core/document/jsonld.h"
#include "core/document/normalise.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <span>
#include <utility>

namespace skein {
namespace {

using namespace std::string_view_literals;

constexpr std::array titleNames = {"og:title"sv, "citation_title"sv, "dc.title"sv, "dcterms.title"sv, "twitter:title"sv,
                                   "parsely-title"sv, "sailthru.title"sv, "headline"sv};
constexpr std::array authorNames = {"citation_author"sv, "author"sv, "article:author_name"sv, "dc.creator"sv, "dcterms.creator"sv,
                                    "parsely-author"sv, "sailthru.author"sv, "byl"sv, "article:author"sv, "dc.contributor"sv};
constexpr std::array dateNames = {
    "article:published_time"sv, "article:published"sv, "og:published_time"sv, "date"sv, "citation_publication_date"sv,
    "citation_date"sv, "citation_online_date"sv, "pubdate"sv, "publishdate"sv, "publish-date"sv, "publish_date"sv, "published"sv,
    "publication_date"sv, "parsely-pub-date"sv, "sailthru.date"sv, "dc.date"sv, "dc.date.issued"sv, "dcterms.date"sv,
    "dcterms.created"sv, "dc.date.created"sv, "ptime"sv, "timestamp"sv, "article_date_original"sv, "originalpublicationdate"sv,
    "dcterms.issued"sv, "created"sv, "cxenseparse:recs:publishtime"sv, "og:article:published_time"sv, "og:pubdate"sv, "displaydate"sv,
    "datepublished"sv, // last: microdata of the works a page cites says it too
};
constexpr std::array siteNames = {"og:site_name"sv, "application-name"sv, "citation_journal_title"sv, "dc.publisher"sv,
                                  "twitter:app:name:iphone"sv, "publisher"sv};

struct Meta {
    std::string name;
    std::string value;
};

std::vector<Meta> metasOf(const HtmlTree& tree)
{
    std::vector<Meta> metas;
    for (NodeIndex i = 0; i < tree.size() && metas.size() < 1000; ++i) {
        if (tree[i].isText || tree[i].tag != GUMBO_TAG_META) continue;
        const auto value = tree.attribute(i, "content");
        if (value.empty() || value.size() > 2000) continue;
        for (const char* kind : {"property", "name", "itemprop"})
            if (const auto name = tree.attribute(i, kind); !name.empty())
                metas.push_back({lowerAscii(name), squeezed(normaliseText(value))});
    }
    return metas;
}

template <typename Accept>
std::string firstOf(const std::vector<Meta>& metas, std::span<const std::string_view> names, Accept accept)
{
    for (const auto name : names)
        for (const auto& meta : metas)
            if (meta.name == name)
                if (std::string value = accept(meta.value); !value.empty()) return value;
    return {};
}

// A name as it stands in a <meta> element; addresses and "admin" are none.
std::string acceptedAuthor(const std::string& value)
{
    if (value.contains("://") || value.contains('@') || value.size() > 200) return {};
    const auto lower = lowerAscii(value);
    for (const auto nobody : {"admin"sv, "administrator"sv, "editor"sv, "staff"sv, "webmaster"sv, "unknown"sv, "null"sv, "none"sv})
        if (lower == nobody) return {};
    if (lower.starts_with("by ")) return value.substr(3);
    return value;
}

bool isAuthorElement(const HtmlTree& tree, NodeIndex i)
{
    if (tree[i].isText) return false;
    if (tree.attribute(i, "rel") == "author" || tree.attribute(i, "itemprop").contains("author")) return true;
    if (tree[i].tag == GUMBO_TAG_META || tree[i].tag == GUMBO_TAG_BODY) return false;
    const auto hints = tree.hints(i);
    for (const auto part : {"byline"sv, "dateline"sv, "writtenby"sv, "p-author"sv, "author-name"sv, "author_name"sv, "post-author"sv,
                            " author "sv, "entry-author"sv})
        if (hints.contains(part)) return true;
    return false;
}

// The first short element that is marked as naming the author; failing that, the first whose name only mentions one and
// that holds a name of several words.
std::string visibleAuthor(const HtmlTree& tree)
{
    std::string likely;
    int looked = 0;
    for (NodeIndex i = 0; i < tree.size() && looked < 60; ++i) {
        if (tree[i].isText || tree[i].end - i > 60) continue;
        const bool isSure = isAuthorElement(tree, i);
        if (!isSure && !likely.empty()) continue;
        const auto hints = isSure ? std::string{} : tree.hints(i);
        if (!isSure && (!hints.contains("author") || hints.contains("comment"))) continue;
        ++looked;
        const auto text = tree.textOf(i);
        if (text.empty() || text.size() > 160) continue;
        auto author = authorFrom(text);
        if (isSure && !author.empty()) return author;
        if (author.contains(' ') && author.size() < 60) likely = std::move(author);
    }
    return likely;
}

// <time>, microdata and elements named like a date, in this order.
std::string visibleDate(const HtmlTree& tree)
{
    std::string byTime, byName;
    int looked = 0;
    for (NodeIndex i = 0; i < tree.size() && looked < 200; ++i) {
        if (tree[i].isText) continue;
        const auto property = tree.attribute(i, "itemprop");
        const bool isTime = tree[i].tag == GUMBO_TAG_TIME;
        if (property.contains("datePublished") || property.contains("dateCreated") || isTime) {
            ++looked;
            auto date = dateIn(tree.attribute(i, "datetime"));
            if (date.empty()) date = dateIn(tree.attribute(i, "content"));
            if (date.empty() && tree[i].end - i < 10) date = wholeDate(tree.textOf(i));
            if (date.empty()) continue;
            if (property.contains("datePublished") || tree.hasAttribute(i, "pubdate")) return date;
            if (byTime.empty()) byTime = date;
            continue;
        }
        if (!byName.empty() || tree[i].end - i > 20) continue;
        const auto hints = tree.hints(i);
        if (hints.size() > 3 && (hints.contains("date") || hints.contains("publish") || hints.contains("byline") || hints.contains("posted"))) {
            ++looked;
            const auto text = tree.textOf(i);
            if (text.size() < 160 && text.size() > 4) byName = dateIn(text);
        }
    }
    return byTime.empty() ? byName : byTime;
}

std::string mainHeading(const HtmlTree& tree)
{
    std::string heading;
    int found = 0;
    for (NodeIndex i = 0; i < tree.size(); ++i) {
        if (tree[i].isText || tree[i].tag != GUMBO_TAG_H1) continue;
        auto text = tree.textOf(i);
        if (text.empty()) continue;
        if (++found == 1) heading = std::move(text);
    }
    return found == 1 ? heading : std::string{};
}

std::size_t words(std::string_view text) { return 1 + static_cast<std::size_t>(std::ranges::count(trimmed(text), ' ')); }

bool sameName(std::string_view a, std::string_view b)
{
    const auto letters = [](std::string_view text) {
        auto lower = lowerAscii(text);
        std::erase_if(lower, [](char c) { return c == ' ' || c == '.' || c == '-' || c == '\''; });
        if (lower.starts_with("the")) lower.erase(0, 3);
        return lower;
    };
    return !a.empty() && letters(a) == letters(b);
}

} // namespace

std::string titleWithoutSite(std::string_view title, std::string_view site, std::string_view heading)
{
    title = trimmed(title);
    if (!heading.empty() && title != heading && title.size() > heading.size() && (title.starts_with(heading) || title.ends_with(heading)) &&
        heading.size() * 3 >= title.size())
        return std::string(heading);
    if (!heading.empty() && words(heading) > 1 && title.starts_with(heading) && title.substr(heading.size()).starts_with(' ') &&
        !std::isalnum(static_cast<unsigned char>(trimmed(title.substr(heading.size()))[0])))
        return std::string(heading);
    for (const auto separator : {" | "sv, " :: "sv, " » "sv, " · "sv, " — "sv, " – "sv, " - "sv, " / "sv, " : "sv}) {
        const auto last = title.rfind(separator);
        if (last == std::string_view::npos) continue;
        const auto before = trimmed(title.substr(0, last));
        const auto after = trimmed(title.substr(last + separator.size()));
        if (sameName(site, after)) return std::string(before);
        const auto first = title.find(separator);
        if (sameName(site, title.substr(0, first))) return std::string(trimmed(title.substr(first + separator.size())));
        // Without the name: a short end of a title that is long enough without it.
        if (site.empty() && words(after) <= 4 && words(before) >= 4) return std::string(before);
        if (separator == " | " && words(after) <= 5 && words(before) >= 2) return std::string(before);
    }
    return std::string(title);
}

HtmlMetadata metadataOf(const HtmlTree& tree)
{
    HtmlMetadata found;
    int scripts = 0;
    for (NodeIndex i = 0; i < tree.size() && scripts < 50; ++i)
        if (!tree[i].isText && tree[i].tag == GUMBO_TAG_SCRIPT && ++scripts)
            for (NodeIndex k = i + 1; k < tree[i].end; ++k) readJsonLd(tree[k].text, found);

    const auto metas = metasOf(tree);
    const auto asIs = [](const std::string& value) { return value; };
    const auto heading = mainHeading(tree);
    auto site = firstOf(metas, siteNames, asIs);
    if (!site.empty()) found.site = site;
    const auto openTitle = firstOf(metas, titleNames, asIs);
    if (found.title.empty()) found.title = titleWithoutSite(openTitle, found.site, heading);
    if (found.title.empty())
        if (const auto title = tree.first(GUMBO_TAG_TITLE); title != noNode)
            found.title = titleWithoutSite(tree.textOf(title), found.site, heading);
    if (found.title.empty()) found.title = heading;
    if (found.author.empty()) found.author = firstOf(metas, authorNames, acceptedAuthor);
    if (found.author.empty()) found.author = visibleAuthor(tree);
    if (found.published.empty()) found.published = firstOf(metas, dateNames, [](const std::string& value) { return dateIn(value); });
    if (found.published.empty()) found.published = visibleDate(tree);
    return found;
}

} // namespace skein
