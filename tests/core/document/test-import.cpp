// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/document/helpers.h"

#include <chrono>

namespace skein {
namespace {

using namespace std::string_literals;
using test::import;
using test::imported;
using test::prose;

struct BinaryCase {
    std::string bytes, kind;
};
class Binaries : public testing::TestWithParam<BinaryCase> {};

TEST_P(Binaries, AreRefusedByName)
{
    for (const std::string mediaType : {"", "text/plain", "text/html"}) {
        const auto document = import(GetParam().bytes, mediaType, "a.txt");
        ASSERT_FALSE(document);
        EXPECT_EQ(document.error().code, Errc::binary);
        EXPECT_TRUE(document.error().detail.contains(GetParam().kind)) << document.error().detail;
    }
}

INSTANTIATE_TEST_SUITE_P(Kinds, Binaries,
                         testing::Values(BinaryCase{"%PDF-1.7\n%\xE2\xE3", "PDF"}, BinaryCase{"PK\x03\x04 rest", "ZIP archive"},
                                         BinaryCase{"PK\x03\x04....mimetypeapplication/epub+zip", "EPUB"},
                                         BinaryCase{"\x89PNG\r\n\x1A\n....", "PNG"}, BinaryCase{"\x7F" "ELF\x02\x01", "ELF"},
                                         BinaryCase{"{\\rtf1\\ansi hello}", "RTF"}, BinaryCase{"RIFF\x10\0\0\0WEBPVP8 "s, "WebP"},
                                         BinaryCase{"abc\0def\0\0\1\2\3"s, "NUL"}, BinaryCase{"ab\1\2\3\4\5\6cdefgh", "control"}));

TEST(Import, RefusesNothingToRead)
{
    EXPECT_EQ(import("").error().code, Errc::empty);
    EXPECT_EQ(import(" \n\t\r\n ").error().code, Errc::empty);
    EXPECT_EQ(import("<html><body></body></html>", "text/html").error().code, Errc::empty);
    EXPECT_EQ(import("---\ntitle: x\n---\n", "text/markdown").error().code, Errc::empty);
    EXPECT_EQ(import("\u200B\u00AD").error().code, Errc::empty);
    EXPECT_EQ(import(std::string(maxSourceBytes + 1, 'a')).error().code, Errc::tooLarge);
}

TEST(Import, StopsWhenItIsCancelled)
{
    Cancel cancel;
    cancel.raise();
    for (const std::string type : {"text/plain", "text/markdown", "text/html"})
        EXPECT_EQ(importDocument({.bytes = prose, .name = "x", .mediaType = type}, cancel).error().code, Errc::cancelled);
}

TEST(Import, DecidesTheFormat)
{
    EXPECT_EQ(imported("<p>" + prose, "", "a.HTML").mediaType, "text/html");
    EXPECT_EQ(imported("# x\n\n" + prose, "", "a.md").mediaType, "text/markdown");
    EXPECT_EQ(imported("\n<!DOCTYPE html><title>x</title><p>" + prose, "", "download").mediaType, "text/html");
    EXPECT_EQ(imported("---\ntitle: x\n---\n" + prose, "", "note").mediaType, "text/markdown");
    EXPECT_EQ(imported(prose, "", "a.txt").mediaType, "text/plain");
    EXPECT_EQ(imported("<p>" + prose, "text/plain", "a.html").mediaType, "text/plain") << "what is given decides";
    EXPECT_EQ(imported("<p>" + prose, "Text/HTML; charset=utf-8").mediaType, "text/html");
    EXPECT_EQ(imported("caf\xE9 and more text in it", "text/plain; charset=iso-8859-1").encoding, "windows-1252");
    const auto json = imported("{\n \"a\": 1,\n\n \"b\": 2 }", "", "a.json");
    EXPECT_EQ(json.mediaType, "text/plain");
    EXPECT_EQ(json.text, "{\n \"a\": 1,\n\n \"b\": 2 }");
}

TEST(Import, NotesWhatItReplaced)
{
    const auto document = imported(prose + " \xC3\xA4\xC3\xB6\xC3\xBC\xC3\x9F\xC3\xA4\xC3\xB6\xC3\xBC\xC3\x9F\xC3\xA4 \xFF");
    ASSERT_EQ(document.notes.size(), 1u);
    EXPECT_EQ(document.notes[0], "1 invalid byte replaced");
}

TEST(Import, IsDeterministic)
{
    const std::string page = "<title>T</title><article><p>" + prose + "<p>" + prose + "</article><div>x<a href=y>z</a></div>";
    EXPECT_EQ(imported(page, "text/html"), imported(page, "text/html"));
}

// Inputs that are cheap to write and dear to read. Each ends, in time, in a document or a reason.
class Nasty : public testing::TestWithParam<std::pair<std::string, std::string>> {};

std::string repeated(std::string_view piece, std::size_t times)
{
    std::string text;
    text.reserve(piece.size() * times);
    while (times-- > 0) text += piece;
    return text;
}

TEST_P(Nasty, EndsInTime)
{
    const auto start = std::chrono::steady_clock::now();
    const auto document = import(GetParam().second, GetParam().first);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    if (!document) {
        EXPECT_TRUE(document.error().code == Errc::tooDeep || document.error().code == Errc::tooLarge || document.error().code == Errc::empty)
            << document.error().detail;
    }
    EXPECT_LT(seconds.count(), 30) << "hundreds of times what it takes without sanitizers";
}

INSTANTIATE_TEST_SUITE_P(
    Inputs, Nasty,
    testing::Values(std::pair{"text/html", repeated("<div>", 100'000) + prose}, std::pair{"text/html", repeated("<b>", 100'000) + prose},
                    std::pair{"text/html", repeated("<p><b>x", 20'000)}, std::pair{"text/html", repeated("<table><td>", 50'000)},
                    std::pair{"text/html", repeated("<div><table><td></div>", 30'000)}, std::pair{"text/html", repeated("<b><div></b>", 30'000)},
                    std::pair{"text/html", repeated("<svg>", 50'000)}, std::pair{"text/html", repeated("<li>x", 100'000)},
                    std::pair{"text/html", "<p title=\"" + std::string(1'000'000, 'a') + "\">" + prose},
                    std::pair{"text/html", "<p " + repeated("a b c ", 100'000) + ">" + prose},
                    std::pair{"text/html", "<p class='" + repeated("comment ", 100'000) + "'>" + prose},
                    std::pair{"text/html", repeated("<p>" + prose + "</p>", 10'000)}, std::pair{"text/html", repeated("<", 500'000)},
                    std::pair{"text/html", repeated("&amp", 200'000)}, std::pair{"text/html", repeated("<script>", 50'000)},
                    std::pair{"text/html", "<script type=application/ld+json>" + repeated("[", 100'000) + "</script><p>" + prose},
                    std::pair{"text/html", repeated("<br>", 200'000) + prose}, std::pair{"text/html", repeated("</p>", 200'000)},
                    std::pair{"text/markdown", repeated("> ", 50'000) + "x"}, std::pair{"text/markdown", repeated("[", 200'000)},
                    std::pair{"text/markdown", repeated("*a ", 200'000)}, std::pair{"text/markdown", repeated("- ", 20'000) + "x"},
                    std::pair{"text/markdown", repeated("![", 100'000)}, std::pair{"text/markdown", repeated("`", 200'001)},
                    std::pair{"text/markdown", repeated("&amp;", 200'000)}, std::pair{"text/markdown", repeated("<b>", 100'000)},
                    std::pair{"text/markdown", "---\na: " + repeated("[", 20'000) + "\n---\n" + prose},
                    std::pair{"text/markdown", "---\n" + repeated("a: &a [*a,*a]\n", 2'000) + "---\n" + prose},
                    std::pair{"text/plain", repeated("\n", 2'000'000) + prose}, std::pair{"text/plain", std::string(4'000'000, 'x')},
                    std::pair{"text/plain", repeated("a\n", 500'000)}, std::pair{"text/plain", repeated("> ", 500'000) + "x"},
                    std::pair{"text/plain", repeated("Share\n\n", 200'000)}, std::pair{"text/plain", repeated(prose + "\n\n", 20'000)},
                    std::pair{"text/plain", repeated("2026-04-09 ", 200'000)}));

TEST(Import, RefusesHtmlNestedAHundredThousandDeep)
{
    const auto document = import(repeated("<div>", 100'000) + "text" + repeated("</div>", 100'000), "text/html");
    ASSERT_FALSE(document);
    EXPECT_EQ(document.error().code, Errc::tooDeep);
    EXPECT_TRUE(imported(repeated("<div>", 1'000) + prose + repeated("</div>", 1'000), "text/html").text.contains("cattle"));
}

} // namespace
} // namespace skein
