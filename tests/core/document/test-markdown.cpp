// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/document/helpers.h"

namespace skein {
namespace {

using test::blocksOf;
using test::prose;

Document markdown(std::string text) { return test::imported(std::move(text), "text/markdown", "note.md"); }

TEST(Markdown, ReadsFrontMatter)
{
    const auto document = markdown("---\ntitle: \"Floods & fires\"\nauthors:\n  - Jane Doe\n  - name: Ole Berg\ndate: 2026-04-09T10:00:00Z\n"
                                   "site: The Valley\ntags: [a, b]\n---\n\n" + prose);
    EXPECT_EQ(document.title, "Floods & fires");
    EXPECT_EQ(document.author, "Jane Doe, Ole Berg");
    EXPECT_EQ(document.published, "2026-04-09");
    EXPECT_EQ(document.site, "The Valley");
    EXPECT_EQ(document.text, prose);
    EXPECT_TRUE(document.notes.empty());
}

TEST(Markdown, ToleratesBrokenAndForeignFrontMatter)
{
    const auto broken = markdown("---\ntitle: The flood: a report\nauthor: \"Jane\n  bad: [\n---\n" + prose);
    EXPECT_EQ(broken.title, "The flood: a report");
    ASSERT_EQ(broken.notes.size(), 1u);
    EXPECT_EQ(broken.text, prose);

    const auto toml = markdown("+++\ntitle = \"The flood\"\ndate = 2026-04-09\nauthors = [\"Jane Doe\"]\n+++\n" + prose);
    EXPECT_EQ(toml.title, "The flood");
    EXPECT_EQ(toml.published, "2026-04-09");
    EXPECT_EQ(toml.author, "Jane Doe");

    EXPECT_EQ(markdown("---\n\n" + prose + "\n\n---\n\nMore.").text, prose + "\n\nMore.") << "rules are no front matter";
    EXPECT_TRUE(markdown("---\ntitle: never closed\n\n" + prose).text.contains("never closed"));
}

TEST(Markdown, TypesBlocks)
{
    const auto document = markdown("# The flood\n\nBy Jane Doe\n\nFirst *line*\nand second.\n\n## What came\n\n- one\n- two\n  - deep\n\n1. first\n\n"
                                   "> quoted\n\n```\nint x;\n  y\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n![A cow](cow.png)\n\nSetext\n------\n\nEnd.");
    EXPECT_EQ(blocksOf(document, BlockKind::title), "The flood\n");
    EXPECT_EQ(blocksOf(document, BlockKind::heading), "What came\nSetext\n");
    EXPECT_EQ(blocksOf(document, BlockKind::paragraph), "First line and second.\nEnd.\n");
    EXPECT_EQ(blocksOf(document, BlockKind::listItem), "one\ntwo\ndeep\nfirst\n");
    EXPECT_EQ(blocksOf(document, BlockKind::quotation), "quoted\n");
    EXPECT_EQ(blocksOf(document, BlockKind::code), "int x;\n  y\n");
    EXPECT_EQ(blocksOf(document, BlockKind::tableRow), "a | b\n1 | 2\n");
    EXPECT_EQ(blocksOf(document, BlockKind::caption), "A cow\n");
    EXPECT_EQ(document.author, "Jane Doe");
    EXPECT_EQ(document.title, "The flood");
    for (const auto& block : document.blocks)
        EXPECT_EQ(block.level == 2 && block.kind == BlockKind::listItem, textOf(document.text, block.span) == "deep");
}

TEST(Markdown, LeavesNoMarkUp)
{
    EXPECT_EQ(markdown("A [link](http://x.y \"t\"), **bold**, `code`, ~~gone~~, <i>raw</i>, <http://auto.link>, a&nbsp;&copy;&#8211;b\\*.").text,
              "A link, bold, code, gone, raw, http://auto.link, a ©–b*.");
    EXPECT_EQ(markdown("It costs $14.3 billion and $5.[^1]\n\n[^1]: A note on money.").text, "It costs $14.3 billion and $5.\n\nA note on money.");
    EXPECT_EQ(markdown("one<br>two  \nthree").text, "one\ntwo\nthree");
    EXPECT_EQ(markdown("[![build](b.svg)](http://ci)\n\n" + prose).text, prose);
}

TEST(Markdown, HandlesRawHtmlSafely)
{
    EXPECT_EQ(markdown("before <script>alert(1)</script> after").text, "before after");
    EXPECT_EQ(markdown("<script>\nalert(1)\n\nmore()\n</script>\n\n" + prose).text, prose);
    EXPECT_EQ(markdown("<div>\n<p>Inside &eacute;</p>\n</div>\n\n" + prose).text, "Inside é\n\n" + prose);
    EXPECT_EQ(markdown("<!-- hidden -->\n\n" + prose).text, prose);
    EXPECT_EQ(markdown("a < b and b > c <unclosed").text, "a < b and b > c <unclosed");
}

TEST(Markdown, HasADepthLimit)
{
    std::string deep;
    for (int i = 0; i < 5'000; ++i) deep += "> ";
    const auto refused = test::import(deep + "x", "text/markdown");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Errc::tooDeep);
}

TEST(Markdown, ReadsAnyLineEnd)
{
    const std::string unix = "# T\n\none\ntwo\n\n- a\n- b\n";
    for (const std::string ending : {"\r\n", "\r"}) {
        std::string text;
        for (const char c : unix) text += c == '\n' ? ending : std::string(1, c);
        EXPECT_EQ(markdown(text), markdown(unix));
    }
}

} // namespace
} // namespace skein
