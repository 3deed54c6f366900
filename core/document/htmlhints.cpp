// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/htmlhints.h"

#include "core/document/normalise.h"

#include <algorithm>
#include <array>
#include <span>

namespace skein {
namespace {

using namespace std::string_view_literals;

// Parts of class and id names.
constexpr std::array frameParts = {
    "-ad-"sv,      " ad-"sv,      "ad-break"sv,   "agegate"sv,    "banner"sv,    "breadcrumb"sv, "combx"sv,     "comment"sv,
    "community"sv, "consent"sv,   "cookie"sv,     "cover-wrap"sv, "disqus"sv,    "extra"sv,      "footer"sv,    "gdpr"sv,
    "header"sv,    "legends"sv,   "menu"sv,       "modal"sv,      "newsletter"sv, "outbrain"sv,  "pager"sv,     "pagination"sv,
    "paywall-msg"sv, "popup"sv,   "recirc"sv,     "related"sv,    "remark"sv,    "replies"sv,    "rss"sv,       "shoutbox"sv,
    "sidebar"sv,   "skyscraper"sv, "social"sv,    "sponsor"sv,    "supplemental"sv, "taboola"sv, "toolbar"sv,   "yarpp"sv,
    "jp-relatedposts"sv, "sharedaddy"sv, "skip-link"sv, "site-nav"sv, "navbar"sv, "nav-links"sv,
};
constexpr std::array contentParts = {" and"sv, "article"sv, "body"sv, "column"sv, "content"sv, "main"sv, "mathjax"sv, "shadow"sv};

constexpr std::array positiveParts = {"article"sv, "blog"sv, "body"sv, "content"sv, "entry"sv, "hentry"sv, "main"sv,
                                      "page"sv,    "post"sv, "story"sv, "text"sv};
constexpr std::array negativeParts = {
    "-ad-"sv,   "banner"sv, "comment"sv, "com-"sv,    "contact"sv, "footer"sv,  "footnote"sv, "gdpr"sv,   "hidden"sv,
    "masthead"sv, "media"sv, "meta"sv,   "outbrain"sv, "promo"sv,  "related"sv, "scroll"sv,   "share"sv,  "shopping"sv,
    "shoutbox"sv, "sidebar"sv, "skyscraper"sv, "sponsor"sv, "tags"sv, "tool"sv, "widget"sv,   " hid "sv,  "newsletter"sv,
};

// Whole words of names (between blanks, hyphens and underscores) that stand for an inset.
constexpr std::array insetParts = {
    "sharedaddy"sv,      "share-"sv,         "-share"sv,         "sharing"sv,        "social-"sv,         "-social"sv,
    "newsletter"sv,      "signup"sv,         "sign-up"sv,        "subscribe"sv,      "subscription"sv,    "related-"sv,
    "-related"sv,        "relatedposts"sv,   "related_"sv,       "_related"sv,       "read-more"sv,       "readmore"sv,
    "recommended"sv,     "recommendation"sv, "most-popular"sv,   "trending"sv,       "outbrain"sv,        "taboola"sv,
    "comments-"sv,       "-comments"sv,      " comments "sv,     "commentlist"sv,    "comment-list"sv,    "respond"sv,
    "author-bio"sv,      "author-box"sv,     "about-author"sv,   "author-info"sv,    "post-author"sv,     "post-tags"sv,
    "tag-list"sv,        "tags-list"sv,      "article-tags"sv,   "entry-tags"sv,     "post-meta"sv,       "entry-meta"sv,
    "article-meta"sv,    "postmeta"sv,       "post-footer"sv,    "entry-footer"sv,   "article-footer"sv,  "post-nav"sv,
    "pagination"sv,      "breadcrumb"sv,     "advert"sv,         " ad "sv,           " ads "sv,           "ad-container"sv,
    "ad-wrapper"sv,      "promo"sv,          "cookie"sv,         "print-only"sv,     "printonly"sv,       "sr-only"sv,
    "screen-reader"sv,   "visually-hidden"sv, "visuallyhidden"sv, "skip-link"sv,     "mw-editsection"sv,  "navbox"sv,
    "jp-like"sv,         "wp-block-buttons"sv, "toc-container"sv, "ez-toc"sv,        "-byline"sv,         "byline-"sv,
    " byline "sv,
};

bool holdsPart(std::string_view hints, std::span<const std::string_view> parts)
{
    return std::ranges::any_of(parts, [&](std::string_view part) { return hints.contains(part); });
}

bool isHidden(const HtmlTree& tree, NodeIndex i)
{
    if (tree.hasAttribute(i, "hidden")) return true;
    if (tree.attribute(i, "aria-hidden") == "true" && !tree.attribute(i, "class").contains("fallback-image")) return true;
    auto style = lowerAscii(tree.attribute(i, "style").substr(0, 2000));
    std::erase(style, ' ');
    return style.contains("display:none") || style.contains("visibility:hidden");
}

} // namespace

bool isNeverText(const HtmlTree& tree, NodeIndex i)
{
    switch (tree[i].tag) {
    case GUMBO_TAG_HEAD: case GUMBO_TAG_SCRIPT: case GUMBO_TAG_STYLE: case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_IFRAME: case GUMBO_TAG_OBJECT: case GUMBO_TAG_EMBED: case GUMBO_TAG_CANVAS: case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_VIDEO: case GUMBO_TAG_SVG: case GUMBO_TAG_BUTTON: case GUMBO_TAG_INPUT: case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA: case GUMBO_TAG_DATALIST: case GUMBO_TAG_NAV: case GUMBO_TAG_DIALOG: case GUMBO_TAG_MENU:
    case GUMBO_TAG_TITLE: return true;
    default: break;
    }
    const auto role = tree.attribute(i, "role");
    for (const auto frame : {"menu"sv, "menubar"sv, "complementary"sv, "navigation"sv, "alert"sv, "alertdialog"sv, "dialog"sv,
                             "search"sv, "banner"sv, "contentinfo"sv, "toolbar"sv, "tablist"sv})
        if (role == frame) return true;
    return isHidden(tree, i);
}

bool isUnlikely(const HtmlTree& tree, NodeIndex i, std::string_view hints)
{
    const auto tag = tree[i].tag;
    if (tag == GUMBO_TAG_BODY || tag == GUMBO_TAG_HTML || tag == GUMBO_TAG_A) return false;
    return holdsPart(hints, frameParts) && !holdsPart(hints, contentParts);
}

int classWeight(const HtmlTree& tree, NodeIndex i)
{
    int weight = 0;
    for (const char* name : {"class", "id"}) {
        const auto value = tree.attribute(i, name);
        if (value.empty()) continue;
        const auto words = " " + lowerAscii(value.substr(0, 1000)) + " ";
        if (holdsPart(words, negativeParts)) weight -= 25;
        if (holdsPart(words, positiveParts)) weight += 25;
    }
    return weight;
}

bool isInset(std::string_view hints) { return holdsPart(hints, insetParts); }

bool isArticleBody(const HtmlTree& tree, NodeIndex i, std::string_view hints)
{
    if (tree.attribute(i, "itemprop").contains("articleBody")) return true;
    for (const auto name : {"article-body"sv, "articlebody"sv, "article__body"sv, "article-content"sv, "article_content"sv,
                            "article__content"sv, "article-text"sv, "articletext"sv, "entry-content"sv, "post-content"sv,
                            "post-body"sv, "post_content"sv, "post__content"sv, "story-body"sv, "storybody"sv, "story-content"sv,
                            "story__body"sv, "body-copy"sv})
        if (hints.contains(name)) return true;
    return false;
}

} // namespace skein
