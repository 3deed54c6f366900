// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/document/helpers.h"

#include "core/document/dates.h"
#include "core/document/htmlmeta.h"

namespace skein {
namespace {

using test::blocksOf;
using test::prose;

Document html(std::string text) { return test::imported(std::move(text), "text/html", "page.html"); }

std::string paragraphs(int count)
{
    std::string text;
    for (int i = 0; i < count; ++i) text += "<p>" + std::to_string(i) + ": " + prose + " " + prose + "</p>\n";
    return text;
}

TEST(Html, KeepsTheArticleAndLeavesItsFrame)
{
    const auto document = html(R"(<!doctype html><html><head><title>The flood | The Valley</title></head><body>
        <header><nav><a href=/>Home</a> <a href=/news>News of the day and more</a></nav></header>
        <div class="cookie-banner"><p>We value your privacy, and so we ask you, politely, to accept cookies of every kind.</p></div>
        <main><article><h1>The flood</h1><p class="byline">By Jane Doe</p><time datetime="2026-04-09T08:00">yesterday</time>)" +
                               paragraphs(5) + R"(<div class="share-bar"><a href=x>Share</a><a href=y>Tweet</a></div>
        <h2>Related articles</h2><ul><li><a href=1>Another flood in another valley</a></li><li><a href=2>The last flood</a></li></ul>
        </article><aside><p>Most read today: something, something else, and one more thing that nobody needs.</p></aside></main>
        <section id="comments"><p>I was there, I saw it, and it was not like that at all, believe me, I know.</p></section>
        <footer><p>© 2026 The Valley. All rights reserved. Terms, Privacy, Contact.</p></footer></body></html>)");
    EXPECT_TRUE(document.text.starts_with("0: The river")) << document.text;
    EXPECT_TRUE(document.text.ends_with("under water.")) << document.text;
    EXPECT_EQ(document.blocks.size(), 5u) << document.text;
    EXPECT_EQ(document.title, "The flood");
    EXPECT_EQ(document.author, "Jane Doe");
    EXPECT_EQ(document.published, "2026-04-09");
}

TEST(Html, TypesBlocks)
{
    const auto document = html("<title>t</title><article>" + paragraphs(2) + "<h2>Part</h2><ul><li>one<ul><li>deep</li></ul></li><li>two</li></ul>"
                               "<blockquote><p>Quoted words, all of them.</p></blockquote><pre>int x;\n  int y;</pre>"
                               "<figure><img src=x alt=no><figcaption>A cow in the water</figcaption></figure>"
                               "<table><tr><th>Year</th><th>Height</th></tr><tr><td>2025</td><td>3 m</td></tr></table>" + paragraphs(2) + "</article>");
    EXPECT_EQ(blocksOf(document, BlockKind::heading), "Part\n");
    EXPECT_EQ(blocksOf(document, BlockKind::listItem), "one\ndeep\ntwo\n");
    EXPECT_EQ(blocksOf(document, BlockKind::quotation), "Quoted words, all of them.\n");
    EXPECT_EQ(blocksOf(document, BlockKind::code), "int x;\n  int y;\n");
    EXPECT_EQ(blocksOf(document, BlockKind::caption), "A cow in the water\n");
    EXPECT_EQ(blocksOf(document, BlockKind::tableRow), "Year | Height\n2025 | 3 m\n");
}

TEST(Html, JoinsAnArticleThatIsCutIntoBoxes)
{
    const auto document = html("<body><div class=page><div class=box><div>" + paragraphs(3) + "</div></div><div class=box><div>" + paragraphs(6) +
                               "</div></div></div><div class=sidebar>" + "<p>Short teaser of nothing.</p></div></body>");
    EXPECT_EQ(document.blocks.size(), 9u) << document.text;
}

TEST(Html, ReadsShortAndShapelessPages)
{
    EXPECT_EQ(html("Just a sentence.").text, "Just a sentence.");
    EXPECT_EQ(html("<p>One.<p>Two.").text, "One.\n\nTwo.");
    EXPECT_EQ(html("<div>One<br><br>Two<br>and three</div>").text, "One\n\nTwo\nand three");
    EXPECT_EQ(html("<table><tr><td>Layout <b>text</b> of an old page.</td></tr></table>").text, "Layout text of an old page.");
    EXPECT_EQ(html("<p>a&nbsp;b &lt;c&gt; caf&eacute; co&shy;op</p><script>bad()</script><style>p{}</style>").text, "a b <c> café coop");
    EXPECT_EQ(html("<noscript>" + paragraphs(6) + "</noscript>").blocks.size(), 6u) << "a page for browsers without scripts";
}

TEST(Html, KeepsProseInContainersWithBadNames)
{
    const auto document = html("<body><div class='above-footer'><div class='sidebar-left'>" + paragraphs(5) + "</div></div></body>");
    EXPECT_EQ(document.blocks.size(), 5u) << document.text;
}

TEST(Html, LeavesOutWhatIsHidden)
{
    const auto document = html(paragraphs(3) + "<div style='display: none'>" + paragraphs(3) + "</div><p hidden>" + prose + "</p>");
    EXPECT_EQ(document.blocks.size(), 3u);
}

TEST(HtmlMetadata, TrustsJsonLdFirst)
{
    const auto document = html(R"(<title>Page - Site</title><meta property="og:title" content="Open title"><script type="application/ld+json">
        {"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"Wrong"},{"@type":["NewsArticle"],"headline":"The &quot;flood&quot;",
        "author":[{"@type":"Person","name":"Jane Doe"},{"name":"Ole Berg"}],"datePublished":"2026-04-09T23:30:00-05:00",
        "publisher":{"@type":"Organization","name":"The Valley"}}]}</script>)" + paragraphs(2));
    EXPECT_EQ(document.title, "The \"flood\"");
    EXPECT_EQ(document.author, "Jane Doe, Ole Berg");
    EXPECT_EQ(document.published, "2026-04-09");
    EXPECT_EQ(document.site, "The Valley");
}

TEST(HtmlMetadata, FollowsReferencesInsideJsonLd)
{
    const auto document = html(R"(<title>The flood</title><script type="application/ld+json">{"@graph":[
        {"@type":"WebPage","datePublished":"2026-04-09","author":{"@id":"#jane"},"publisher":{"@id":"#loop"}},
        {"@id":"#loop","publisher":{"@id":"#loop"}},{"@type":"Person","@id":"#jane","name":"Jane Doe"}]}</script>)" + paragraphs(2));
    EXPECT_EQ(document.author, "Jane Doe");
    EXPECT_EQ(document.published, "2026-04-09");
    EXPECT_EQ(document.site, "");
}

TEST(HtmlMetadata, FallsBackToMetaElements)
{
    const auto document = html(R"(<title>x</title><meta property="og:title" content="The flood - The Valley"><meta name="author" content="Jane Doe">
        <meta property="og:site_name" content="The Valley"><meta property="article:published_time" content="2026-04-09T10:00:00Z">
        <script type="application/ld+json">{ not json </script>)" + paragraphs(2));
    EXPECT_EQ(document.title, "The flood");
    EXPECT_EQ(document.author, "Jane Doe");
    EXPECT_EQ(document.published, "2026-04-09");
    EXPECT_EQ(document.site, "The Valley");
}

TEST(HtmlMetadata, TakesTheSiteOffTitles)
{
    EXPECT_EQ(titleWithoutSite("The flood of the valley | The Valley Times", "", ""), "The flood of the valley");
    EXPECT_EQ(titleWithoutSite("The Valley » The flood", "The Valley", ""), "The flood");
    EXPECT_EQ(titleWithoutSite("The flood - why it came", "", ""), "The flood - why it came");
    EXPECT_EQ(titleWithoutSite("The flood that drowned the bridge - Valley Times", "", ""), "The flood that drowned the bridge");
    EXPECT_EQ(titleWithoutSite("A well-known flood", "", ""), "A well-known flood");
    EXPECT_EQ(titleWithoutSite("The flood : News of the Valley : Home", "", "The flood"), "The flood");
    EXPECT_EQ(titleWithoutSite("The flood came at night — Home of the Valley Times", "", "The flood came at night"), "The flood came at night");
}

struct DateCase {
    std::string text, date;
};
class Dates : public testing::TestWithParam<DateCase> {};

TEST_P(Dates, AreNormalised) { EXPECT_EQ(dateIn(GetParam().text), GetParam().date); }

INSTANTIATE_TEST_SUITE_P(
    Forms, Dates,
    testing::Values(DateCase{"2026-04-09", "2026-04-09"}, DateCase{"2026-04-09T23:59:00+02:00", "2026-04-09"}, DateCase{"April 9, 2026", "2026-04-09"},
                    DateCase{"9 April 2026", "2026-04-09"}, DateCase{"Thu, 09 Apr 2026 10:00:00 GMT", "2026-04-09"}, DateCase{"20260409", "2026-04-09"},
                    DateCase{"Sept. 1st, 2025", "2025-09-01"}, DateCase{"9.4.2026", "2026-04-09"}, DateCase{"4/29/2026", "2026-04-29"},
                    DateCase{"29/4/2026", "2026-04-29"}, DateCase{"4/9/2026", ""}, DateCase{"April 2026", "2026-04"}, DateCase{"2026-04", "2026-04"},
                    DateCase{"2026", "2026"}, DateCase{"February 30, 2026", ""}, DateCase{"2025-02-29", ""}, DateCase{"2024-02-29", "2024-02-29"},
                    DateCase{"no date", ""}, DateCase{"", ""}, DateCase{"version 1.2.3", ""}, DateCase{"it happened in 2026 or so", ""}));

} // namespace
} // namespace skein
