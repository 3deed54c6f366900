// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/furniture.h"

#include "core/document/normalise.h"

#include <algorithm>
#include <array>
#include <string>

namespace skein {
namespace {

using namespace std::string_view_literals;

// Sorted. In the form that reduced() makes: lower case, single blanks, no punctuation but apostrophes.
constexpr std::array phrases = {
    "accept"sv, "accept all"sv, "accept all cookies"sv, "accept cookies"sv, "ad"sv, "add a comment"sv,
    "add to cart"sv, "ads"sv, "advertise with us"sv, "advertisement"sv, "advertisement continue reading below"sv,
    "advertisement continue reading the main story"sv, "advertisement scroll to continue"sv, "advertising"sv,
    "all rights reserved"sv, "all stories"sv, "already a subscriber log in"sv, "already a subscriber sign in"sv,
    "article continues after advertisement"sv, "article continues below"sv, "article continues below advertisement"sv,
    "back to top"sv, "be the first to comment"sv, "bottom of page"sv, "buy now"sv, "cancel reply"sv,
    "click here to subscribe"sv, "click to copy link"sv, "click to share"sv, "close"sv, "close ad"sv, "close menu"sv,
    "comment on this story"sv, "continue reading"sv, "continue reading the main story"sv, "cookie policy"sv,
    "cookie preferences"sv, "cookie settings"sv, "copied"sv, "copy link"sv, "create a free account"sv,
    "create an account"sv, "create free account"sv, "do not sell my personal information"sv, "donate now"sv,
    "download pdf"sv, "download the app"sv, "download the pdf"sv, "email address"sv, "email this"sv,
    "email this article"sv, "expand"sv, "facebook"sv, "facebook twitter linkedin email"sv, "follow"sv, "follow us"sv,
    "follow us on"sv, "get started"sv, "get started for free"sv, "get started free"sv, "get the app"sv,
    "get the newsletter"sv, "go to top"sv, "hide caption"sv, "instagram"sv, "join now"sv, "join the conversation"sv,
    "join the discussion"sv, "jump to comments"sv, "jump to content"sv, "jump to navigation"sv,
    "learn more about cookies"sv, "leave a comment"sv, "leave a reply"sv, "like this"sv, "like this article"sv,
    "link copied"sv, "linkedin"sv, "listen to this article"sv, "load comments"sv, "load more"sv,
    "load more comments"sv, "loading"sv, "log in"sv, "log in to comment"sv, "log in to reply"sv, "log out"sv,
    "login"sv, "login to reply"sv, "main menu"sv, "main navigation"sv, "manage cookies"sv, "manage preferences"sv,
    "menu"sv, "most popular"sv, "most read"sv, "newsletter"sv, "newsletter sign up"sv, "newsletter signup"sv,
    "next article"sv, "next post"sv, "no comments"sv, "no comments yet"sv, "no thanks"sv, "open in app"sv,
    "open menu"sv, "our newsletter"sv, "pinterest"sv, "play video"sv, "popular posts"sv, "post a comment"sv,
    "post comment"sv, "post navigation"sv, "powered by wordpress"sv, "previous article"sv, "previous post"sv,
    "print"sv, "print this"sv, "print this article"sv, "print this page"sv, "privacy policy"sv, "read later"sv,
    "read more articles"sv, "read next"sv, "recent comments"sv, "recent posts"sv, "recommended for you"sv, "reddit"sv,
    "reject all"sv, "reject all cookies"sv, "related articles"sv, "related content"sv, "related posts"sv,
    "related reading"sv, "related stories"sv, "reply"sv, "report this ad"sv, "return to top"sv, "rss"sv, "rss feed"sv,
    "save article"sv, "save for later"sv, "save this article"sv, "save this story"sv, "scroll down"sv,
    "scroll to continue"sv, "scroll to top"sv, "search"sv, "search this site"sv, "see all comments"sv, "see more"sv,
    "share"sv, "share article"sv, "share by email"sv, "share full article"sv, "share on facebook"sv,
    "share on linkedin"sv, "share on reddit"sv, "share on telegram"sv, "share on twitter"sv, "share on whatsapp"sv,
    "share on x"sv, "share page"sv, "share post"sv, "share this"sv, "share this article"sv, "share this page"sv,
    "share this post"sv, "share this story"sv, "share this with email"sv, "share this with facebook"sv,
    "share this with twitter"sv, "share to facebook"sv, "share to twitter"sv, "share via email"sv, "show caption"sv,
    "show comments"sv, "show more"sv, "sign in"sv, "sign in to comment"sv, "sign me up"sv, "sign up"sv,
    "sign up for free"sv, "sign up for our newsletter"sv, "sign up free"sv, "sign up now"sv, "site map"sv,
    "sitemap"sv, "skip ad"sv, "skip advertisement"sv, "skip navigation"sv, "skip past newsletter promotion"sv,
    "skip to content"sv, "skip to footer"sv, "skip to main content"sv, "skip to main navigation"sv,
    "skip to navigation"sv, "skip to primary content"sv, "skip to search"sv, "skip to sidebar"sv, "sponsored"sv,
    "sponsored content"sv, "sponsored links"sv, "start free trial"sv, "start your free trial"sv,
    "story continues below advertisement"sv, "submit"sv, "submit comment"sv, "subscribe"sv, "subscribe for free"sv,
    "subscribe now"sv, "subscribe now for full access"sv, "subscribe to newsletter"sv,
    "subscribe to our newsletter"sv, "subscribe to our newsletters"sv, "subscribe to the newsletter"sv,
    "subscribe today"sv, "table of contents"sv, "tap to unmute"sv, "terms and conditions"sv, "terms of service"sv,
    "terms of use"sv, "thank you for subscribing"sv, "thanks for subscribing"sv, "this site uses cookies"sv,
    "toggle menu"sv, "toggle navigation"sv, "top of page"sv, "trending"sv, "trending now"sv, "try for free"sv,
    "try it free"sv, "try it now"sv, "tweet"sv, "tweet this"sv, "twitter"sv, "view all"sv, "view all comments"sv,
    "view comments"sv, "view more"sv, "view on twitter"sv, "visit site"sv, "we use cookies"sv, "whatsapp"sv,
    "write a comment"sv, "you may also like"sv, "you might also like"sv, "your email address"sv,
    "your email address will not be published"sv, "youtube"sv,
};

static_assert(std::ranges::is_sorted(phrases));

// Verbs that open an invitation, with what must follow for it to be one.
constexpr std::array invitations = {
    "subscribe to "sv, "subscribe for "sv, "subscribe now"sv, "sign up for "sv, "sign up to "sv, "sign up today"sv,
    "sign up with "sv, "sign in to "sv, "log in to "sv, "follow us "sv, "follow me "sv, "find us on "sv,
    "like us on "sv, "join our "sv, "join us on "sv, "join the waitlist"sv, "get started"sv, "get the latest "sv,
    "get our "sv, "get notified"sv, "get unlimited "sv, "download our "sv, "download the "sv, "download now"sv,
    "download for "sv, "available on "sv, "try it "sv, "try for "sv, "try our "sv, "start your "sv, "start for "sv,
    "start free"sv, "start a free "sv, "start now"sv, "create your free "sv, "create a free "sv, "book a demo"sv,
    "request a demo"sv, "schedule a demo"sv, "contact sales"sv, "contact us"sv, "talk to sales"sv,
    "become a member"sv, "become a subscriber"sv, "become a patron"sv, "support our "sv, "donate "sv, "share this "sv,
    "share on "sv, "share via "sv, "send to a friend"sv, "tell a friend"sv, "click here "sv, "tap here "sv,
    "learn more about our "sv, "read more from "sv, "more from "sv, "more stories "sv, "see more from "sv,
    "explore our "sv, "shop now"sv, "buy now"sv, "view our "sv, "enter your email"sv, "stay up to date"sv,
    "stay in the loop"sv, "never miss "sv, "don't miss "sv, "for better experience"sv, "for a better experience"sv,
    "unlock "sv, "upgrade to "sv,
};

// What a site says to its visitors in whole sentences.
constexpr std::array statements = {
    "we use cookies"sv, "this site uses cookies"sv, "this website uses cookies"sv, "by continuing to "sv,
    "by using this site"sv, "enable javascript"sv, "please enable "sv, "thanks for reading"sv,
    "thank you for reading"sv,
};

constexpr std::array related = {
    "also read"sv,        "comments"sv,        "discussion"sv,       "further stories"sv, "in other news"sv,
    "keep reading"sv,     "latest articles"sv, "latest news"sv,      "latest posts"sv,    "latest stories"sv,
    "more articles"sv,    "more like this"sv,  "more news"sv,        "more on this"sv,    "more on this story"sv,
    "more posts"sv,       "more stories"sv,    "more to read"sv,     "most popular"sv,    "most read"sv,
    "most viewed"sv,      "other articles"sv,  "other stories"sv,    "our latest"sv,      "popular articles"sv,
    "popular posts"sv,    "read also"sv,       "read more"sv,        "read next"sv,       "reader comments"sv,
    "recent articles"sv,  "recent comments"sv, "recent posts"sv,     "recent stories"sv,  "recommended"sv,
    "recommended for you"sv, "recommended reading"sv, "recommended stories"sv, "related"sv, "related articles"sv,
    "related content"sv,  "related coverage"sv, "related links"sv,   "related news"sv,    "related posts"sv,
    "related reading"sv,  "related stories"sv, "related topics"sv,   "responses"sv,       "see also related"sv,
    "share this"sv,       "similar articles"sv, "similar posts"sv,   "sponsored content"sv, "sponsored stories"sv,
    "suggested reading"sv, "top stories"sv,    "trending"sv,         "trending now"sv,    "trending stories"sv,
    "what others are reading"sv, "what to read next"sv, "you may also like"sv, "you might also like"sv,
    "you may also be interested in"sv, "you might also be interested in"sv, "up next"sv,
};

constexpr std::size_t longestPhrase = 64;

// Lower case, typographic apostrophes straight, everything but letters, digits and apostrophes one blank. Counts at the
// ends ("Share 12", "3 Comments") are left out. Empty for a line that is too long to be a phrase.
std::string reduced(std::string_view line)
{
    if (line.size() > 160) return {};
    std::string out;
    for (std::size_t i = 0; i < line.size(); ++i) {
        char c = line[i];
        if (line.substr(i).starts_with("’")) {
            c = '\'';
            i += 2;
        }
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
        const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '\'' || c == '&';
        // Any other script: the phrase table is English, so the line matches nothing.
        if (!kept && static_cast<unsigned char>(c) >= 0xC3 && static_cast<unsigned char>(c) != 0xE2 &&
            static_cast<unsigned char>(c) != 0xF0)
            return {};
        if (kept) out += c;
        else if (!out.empty() && out.back() != ' ') out += ' ';
    }
    const auto isCount = [](char c) { return (c >= '0' && c <= '9') || c == ' '; };
    std::size_t first = 0;
    while (first < out.size() && isCount(out[first])) ++first;
    while (out.size() > first && isCount(out.back())) out.pop_back();
    return out.substr(first);
}

template <std::size_t size>
bool holds(const std::array<std::string_view, size>& table, std::string_view word)
{
    return std::ranges::find(table, word) != table.end();
}

// A longer request to subscribe, follow or write to the site: a verb of asking in front, and one of its channels.
bool isPlea(std::string_view lower)
{
    static constexpr std::array openings = {"follow "sv, "subscribe "sv, "sign up "sv, "for the latest "sv, "to view the full "sv,
                                            "do you want to be informed"sv, "join us"sv, "join our"sv, "like us"sv, "download "sv, "get our"sv,
                                            "get the latest"sv, "want more "sv, "stay up to date"sv, "stay informed"sv, "have a tip"sv, "send us "sv, "click here"sv,
                                            "if you enjoyed "sv, "if you liked "sv, "enjoyed this "sv, "check out "sv,
                                            "first-time subscribers "sv, "if you're seeing this message"sv,
                                            "if you’re seeing this message"sv, "already a subscriber"sv, "this article was sent"sv};
    static constexpr std::array channels = {"newsletter"sv, "twitter"sv, "facebook"sv, "instagram"sv, "whatsapp"sv, "telegram"sv,
                                            "youtube"sv, "linkedin"sv, "subscri"sv, "inbox"sv, "our app"sv, "apps for ios"sv,
                                            "mobile app"sv, "email us"sv, "e-mail us"sv, "podcast on"sv, "rss feed"sv,
                                            "mailing list"sv, "notifications"sv};
    const bool asks = std::ranges::any_of(openings, [&](std::string_view part) { return lower.starts_with(part); });
    static constexpr std::array addressed = {" us"sv, " our "sv, " you"sv, "newsletter"sv, "subscri"sv, "@"sv, " me "sv, "download"sv};
    const auto holds = [&](std::string_view part) { return lower.contains(part); };
    return asks && std::ranges::any_of(channels, holds) && std::ranges::any_of(addressed, holds);
}

// Labels in front of lists of keywords.
constexpr std::array labels = {"tags:"sv,   "tags "sv,      "tagged:"sv,     "tagged with"sv, "tagged in"sv,    "category:"sv,
                               "category :"sv, "categories:"sv, "filed under"sv, "filed in"sv,  "posted in"sv, "topics:"sv,
                               "labels:"sv, "keywords:"sv,  "share this:"sv, "share:"sv,      "follow us:"sv,   "more on:"sv,
                               "read more:"sv, "read also:"sv, "also read:"sv, "see also:"sv, "related:"sv,     "recommended:"sv,
                               "reading time"sv, "photo credit"sv, "image credit"sv};

} // namespace

bool isFurniturePhrase(std::string_view line)
{
    if (line.size() > longestPhrase * 2) return false;
    const auto phrase = reduced(line);
    return !phrase.empty() && phrase.size() <= longestPhrase && std::ranges::binary_search(phrases, std::string_view(phrase));
}

bool isInvitation(std::string_view line)
{
    if (isFurniturePhrase(line)) return true;
    if (line.size() > 400) return false;
    const auto lower = lowerAscii(line);
    for (const auto label : labels)
        if (lower.starts_with(label)) return line.size() < 200 && (label.ends_with(':') || !endsLikeSentence(line));
    if (line.size() > 140) return isPlea(lower);
    const auto phrase = reduced(line) + " ";
    const auto opens = [&](std::string_view start) { return phrase.starts_with(start); };
    if (isPlea(lower) || std::ranges::any_of(statements, opens)) return true;
    // "More from the valley was not heard." is a sentence about something else.
    const bool isSentence = endsLikeSentence(line) && !line.ends_with('!');
    return !isSentence && std::ranges::any_of(invitations, opens);
}

bool isColophon(std::string_view line)
{
    if (line.size() > 300) return false;
    const auto lower = lowerAscii(line);
    if (line.contains("©") || lower.starts_with("copyright ") || lower.contains("all rights reserved")) return true;
    for (const auto claim : {"is not responsible for"sv, "opinions expressed here"sv, "views expressed here"sv,
                             "may not be reproduced"sv, "may not be published"sv, "without written permission"sv})
        if (lower.contains(claim)) return true;
    int policies = 0;
    for (const auto word : {"privacy"sv, "terms"sv, "cookie"sv, "imprint"sv, "contact"sv, "sitemap"sv, "accessibility"sv})
        policies += lower.contains(word);
    return policies >= 2 && !endsLikeSentence(line);
}

bool isRelatedHeading(std::string_view line)
{
    const auto phrase = reduced(line);
    return !phrase.empty() && (holds(related, phrase) || phrase.starts_with("more from ") || phrase.starts_with("more in "));
}

bool endsLikeSentence(std::string_view line)
{
    line = trimmed(line);
    for (bool again = true; again;) {
        again = false;
        for (const auto closer : {"\""sv, "'"sv, "”"sv, "’"sv, "»"sv, ")"sv, "]"sv})
            if (line.ends_with(closer)) {
                line.remove_suffix(closer.size());
                again = true;
            }
    }
    return line.ends_with('.') || line.ends_with('!') || line.ends_with('?') || line.ends_with("…") || line.ends_with("。");
}

} // namespace skein
