// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/document/helpers.h"

namespace skein {
namespace {

using test::blocksOf;
using test::imported;
using test::prose;

TEST(PlainText, TypesTitleHeadingsAndParagraphs)
{
    const auto document = imported("The Flood of the Valley\n\n" + prose + "\n\nWhat Came After\n\n" + prose + "\n\nWho paid for it?\n\n" + prose);
    EXPECT_EQ(document.title, "The Flood of the Valley");
    EXPECT_EQ(blocksOf(document, BlockKind::title), "The Flood of the Valley\n");
    EXPECT_EQ(blocksOf(document, BlockKind::heading), "What Came After\nWho paid for it?\n");
    EXPECT_EQ(document.text, "The Flood of the Valley\n\n" + prose + "\n\nWhat Came After\n\n" + prose + "\n\nWho paid for it?\n\n" + prose);
}

TEST(PlainText, JoinsWrappedLines)
{
    const auto document = imported("It was late when the last of the boats came in, and nobody on the\n"
                                   "quay had expected more than two of them. The harbour master, who\n"
                                   "had been open-\n"
                                   "minded about it all day, went home.\n"
                                   "\n"
                                   "In the morning there were six.\n");
    EXPECT_EQ(document.text, "It was late when the last of the boats came in, and nobody on the quay had expected more than two of them. "
                             "The harbour master, who had been open-minded about it all day, went home.\n\nIn the morning there were six.");
}

TEST(PlainText, KeepsLinesThatAreParagraphs)
{
    const auto document = imported(prose + "\n" + prose + "\nShort line here.\n" + prose);
    EXPECT_EQ(document.blocks.size(), 4u);
}

TEST(PlainText, KeepsShortLinesApart)
{
    const auto document = imported("Quarterly call\nAda Byron, chief executive\nCharles Cole, chief of finance\nMay 4, 2021\n\n\nADA BYRON:  " + prose);
    EXPECT_EQ(document.title, "Quarterly call");
    EXPECT_EQ(document.published, "2021-05-04");
    EXPECT_EQ(blocksOf(document, BlockKind::paragraph), "Ada Byron, chief executive\nCharles Cole, chief of finance\nADA BYRON: " + prose + "\n");
}

TEST(PlainText, GivesEveryTurnOfATranscriptItsParagraph)
{
    const auto document = imported("ADA BYRON: We have done what we said we would do this year, and\nwe are glad of it.\n"
                                   "Charles Cole: So are we.\nADA BYRON: Thank you.\n");
    EXPECT_EQ(blocksOf(document, BlockKind::paragraph),
              "ADA BYRON: We have done what we said we would do this year, and we are glad of it.\nCharles Cole: So are we.\nADA BYRON: Thank you.\n");
}

TEST(PlainText, ReadsListsAndQuotations)
{
    const auto document = imported("What we need\n\n- bread\n- butter that is\n  not too salty\n* salt\n\n1. first\n2. second\n\n"
                                   "> As I said before,\n> no.\n\n1984 was a good year.");
    EXPECT_EQ(blocksOf(document, BlockKind::listItem), "bread\nbutter that is not too salty\nsalt\nfirst\nsecond\n");
    EXPECT_EQ(blocksOf(document, BlockKind::paragraph), "1984 was a good year.\n");
    EXPECT_TRUE(blocksOf(document, BlockKind::quotation).starts_with("As I said before,")) << document.text;
}

struct Head {
    std::string line, author, published;
};
class Heads : public testing::TestWithParam<Head> {};

TEST_P(Heads, AreReadAndTakenOut)
{
    const auto document = imported("A Flood in the Valley\n\n" + GetParam().line + "\n\n" + prose);
    EXPECT_EQ(document.author, GetParam().author);
    EXPECT_EQ(document.published, GetParam().published);
    EXPECT_EQ(document.text, "A Flood in the Valley\n\n" + prose);
}

INSTANTIATE_TEST_SUITE_P(
    Lines, Heads,
    testing::Values(Head{"By Jane Doe", "Jane Doe", ""}, Head{"Published April 9, 2026", "", "2026-04-09"}, Head{"2026-04-09", "", "2026-04-09"},
                    Head{"by Jane Doe and Ole van der Berg | 9 April 2026 | 5 min read", "Jane Doe and Ole van der Berg", "2026-04-09"},
                    Head{"Jane Doe · Apr. 9, 2026", "Jane Doe", "2026-04-09"}, Head{"Posted on Thursday, 9th of April, 2026", "", "2026-04-09"},
                    Head{"April 2026", "", "2026-04"}, Head{"By Valley sample desk", "Valley sample desk", ""}, Head{"Written by Jane Doe, April 9, 2026", "Jane Doe", "2026-04-09"}));

class NotHeads : public testing::TestWithParam<std::string> {};

TEST_P(NotHeads, StayText)
{
    const auto document = imported("A Flood in the Valley\n\n" + GetParam() + "\n\n" + prose);
    EXPECT_EQ(document.author, "");
    EXPECT_TRUE(document.text.contains(GetParam())) << document.text;
}

INSTANTIATE_TEST_SUITE_P(Lines, NotHeads,
                         testing::Values("By noon the water had reached the church.", "By April 9, 2026, nobody was left.",
                                         "Published authors met in the valley to talk about it.", "In 2026 the bridge was rebuilt.",
                                         "The Bridge", "By the river", "By Monday evening", "By Jane's account, nobody came."));

TEST(PlainText, LeavesFurnitureOut)
{
    const auto document = imported("Skip to content\n\ntop of page\n\nThe Flood\n\n" + prose + "\n\nAdvertisement\n\nShare this article\n\n" + prose +
                                   "\n\nGet started for free\n\nYour valley in one app\n\nFor better experience,\n\nthe app only runs on new phones.\n\n"
                                   "Count Every Cow\n\nbottom of page");
    EXPECT_EQ(document.text, "The Flood\n\n" + prose + "\n\n" + prose);
}

// Everything here is prose or part of it; none may go.
class Prose : public testing::TestWithParam<std::string> {};

TEST_P(Prose, IsNeverLost)
{
    for (const auto& text : {"The Flood\n\n" + prose + "\n\n" + GetParam(), "The Flood\n\n" + GetParam() + "\n\n" + prose,
                             "The Flood\n\n" + prose + "\n\n" + GetParam() + "\n\n" + prose})
        EXPECT_TRUE(imported(text).text.contains(GetParam())) << text;
}

INSTANTIATE_TEST_SUITE_P(
    Lines, Prose,
    testing::Values("He said no.", "Share prices fell by a tenth.", "Follow-up talks are planned for May.", "Nobody came.", "So it goes",
                    "Like Twitter, Facebook must win back your trust before it can grow again.", "Menus were printed in two languages.",
                    "Print is dead.", "Search and rescue teams arrived at noon.", "“We will rebuild,” she said.", "It rained.",
                    "Subscribers to the paper heard of it first.", "Privacy is a right.", "More from the valley was not heard.",
                    "Comments by the mayor were not published.", "Tags hung from every door, as they do each spring."));

TEST(PlainText, IsKeptWhenItIsNothingButFurniture)
{
    EXPECT_EQ(imported("Share this article").text, "Share this article");
    EXPECT_EQ(imported("Subscribe\n\nMenu\n").text, "Subscribe\n\nMenu");
}

TEST(PlainText, ReadsMailHeads)
{
    const auto document = imported("From: \"Jane Doe\" <jane@example.org>\nTo: all\nSubject: The flood\nDate: Thu, 09 Apr 2026 10:00:00 +0200\n\n" + prose);
    EXPECT_EQ(document.title, "The flood");
    EXPECT_EQ(document.author, "Jane Doe");
    EXPECT_EQ(document.published, "2026-04-09");
    EXPECT_EQ(document.text, prose);
}

TEST(PlainText, TakesItsTitleFromTheNameWhenItHasNone)
{
    EXPECT_EQ(imported(prose, "text/plain", "The_Great-Flood.v2.txt").title, "The Great-Flood.v2");
    EXPECT_EQ(imported(prose, "text/plain", "great-flood.txt").title, "great flood");
    EXPECT_EQ(imported(prose, "text/plain", "").title, "Untitled");
    const std::string speech = "\n\nANN SMITH: We begin with what the river did.\n\nJO MILLER: And with what we did to it.";
    for (const std::string left : {"../", "[MUSIC]", "../[MUSIC]", "* * *", "12"})
        EXPECT_EQ(imported(left + speech, "text/plain", "Episode_12.txt").title, "Episode 12") << left;
    EXPECT_EQ(imported("\"The river\" returns" + speech, "text/plain", "Episode_12.txt").title, "\"The river\" returns");
}

TEST(PlainText, GivesOneSentenceBackUnchanged)
{
    for (const std::string text : {"Meta bought it.", "By 2020 he led Acme", "1. Ada Byron", "April 9, 2026"})
        EXPECT_EQ(imported(text).text, text == "1. Ada Byron" ? "Ada Byron" : text);
}

} // namespace
} // namespace skein
