// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/tokenizer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

namespace skein {
namespace {

using testing::ElementsAre;
using testing::ElementsAreArray;

std::vector<std::string> words(std::string_view text)
{
    std::vector<Span> spans;
    tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, spans);
    std::vector<std::string> result;
    for (const auto span : spans) result.emplace_back(textOf(text, span));
    return result;
}

struct Cut {
    std::string text;
    std::string tokens; // parted by spaces
};

class Tokens : public testing::TestWithParam<Cut> {};

TEST_P(Tokens, AreCutAsTheTreebankCutsThem)
{
    std::string joined;
    for (const auto& word : words(GetParam().text)) joined += (joined.empty() ? "" : " ") + word;
    EXPECT_EQ(joined, GetParam().tokens);
}

INSTANTIATE_TEST_SUITE_P(
    Clitics, Tokens,
    testing::Values(Cut{"I don't know", "I do n't know"}, Cut{"Meta's plan", "Meta 's plan"},
                    Cut{"Meta’s plan isn’t", "Meta ’s plan is n’t"}, Cut{"the companies' plans", "the companies ' plans"},
                    Cut{"we'll they're I've you'd I'm", "we 'll they 're I 've you 'd I 'm"},
                    Cut{"couldn't've", "could n't 've"}, Cut{"cannot Cannot", "can not Can not"},
                    Cut{"gonna wanna dont", "gon na wan na do nt"}, Cut{"CAN'T", "CA N'T"},
                    Cut{"O'Brien l'Oréal", "O'Brien l'Oréal"}, Cut{"the '90s", "the '90s"}, Cut{"get 'em", "get 'em"},
                    Cut{"'quoted'", "' quoted '"}, Cut{"wont won't", "wo nt wo n't"}, Cut{"IM Im", "IM I m"},
                    Cut{"its it's", "its it 's"}, Cut{"GPT-4's", "GPT-4 's"}, Cut{"\"Llama\"'s", "\" Llama \" 's"}));

INSTANTIATE_TEST_SUITE_P(
    Hyphens, Tokens,
    testing::Values(Cut{"an open-source model", "an open - source model"}, Cut{"well-known", "well - known"},
                    Cut{"co-founder", "co-founder"}, Cut{"Non-profit e-mail E-mail", "Non-profit e-mail E-mail"},
                    Cut{"Meta-led", "Meta - led"}, Cut{"GPT-5.4", "GPT-5.4"}, Cut{"Llama-3.1-70B", "Llama-3.1-70B"},
                    Cut{"GPT-5.4-based", "GPT-5.4 - based"}, Cut{"Llama 4", "Llama 4"}, Cut{"5-10", "5 - 10"},
                    Cut{"5:00-8:30", "5:00 - 8:30"}, Cut{"713-853-3989", "713-853-3989"}, Cut{"853-3989", "853-3989"},
                    Cut{"2026-04-09", "2026-04-09"}, Cut{"2025-2026", "2025 - 2026"}, Cut{"F-102", "F - 102"},
                    Cut{"word--word", "word -- word"}, Cut{"2023–2026", "2023 – 2026"}, Cut{"yes—no", "yes — no"},
                    Cut{"state-of-the-art", "state - of - the - art"}, Cut{"a -5", "a - 5"}, Cut{"pre- and", "pre - and"}));

INSTANTIATE_TEST_SUITE_P(
    Numbers, Tokens,
    testing::Values(Cut{"$14.3 billion", "$ 14.3 billion"}, Cut{"49%", "49 %"}, Cut{"1,234,567.89", "1,234,567.89"},
                    Cut{"7:30PM", "7:30 PM"}, Cut{"430km", "430 km"}, Cut{"$5M", "$ 5 M"}, Cut{"3M", "3M"},
                    Cut{"70B", "70B"}, Cut{"21st 1990s", "21st 1990s"}, Cut{"9/11/2001", "9/11/2001"}, Cut{"#1)", "# 1 )"},
                    Cut{"US$5", "US$ 5"}, Cut{"€3.50", "€ 3.50"}, Cut{"version 2.0.", "version 2.0 ."},
                    Cut{"in 2025.", "in 2025 ."}, Cut{"1,2 and 3", "1,2 and 3"}, Cut{"+1", "+1"}, Cut{".5", ".5"}));

INSTANTIATE_TEST_SUITE_P(
    Stops, Tokens,
    testing::Values(Cut{"Mr. Wang", "Mr. Wang"}, Cut{"the U.S. Army", "the U.S. Army"}, Cut{"in the U.S.", "in the U.S."},
                    Cut{"J. Edgar", "J. Edgar"}, Cut{"Plan B.", "Plan B ."}, Cut{"and I. Then", "and I . Then"},
                    Cut{"Scale AI Inc.", "Scale AI Inc."}, Cut{"(e.g., this)", "( e.g. , this )"}, Cut{"at 5 p.m.", "at 5 p.m."},
                    Cut{"No. 5", "No. 5"}, Cut{"No. Never", "No . Never"}, Cut{"the end.", "the end ."},
                    Cut{"wait...", "wait ..."}, Cut{"wait… what", "wait … what"}, Cut{"really?!", "really ?!"},
                    Cut{"end.Next one", "end . Next one"}, Cut{"the box.other", "the box . other"}, Cut{"Node.js", "Node.js"},
                    Cut{"etc.)", "etc. )"}, Cut{"(AI).", "( AI ) ."}, Cut{"Ph.D. student", "Ph.D. student"}));

INSTANTIATE_TEST_SUITE_P(
    Addresses, Tokens,
    testing::Values(Cut{"see https://ai.meta.com/blog/x?a=1&b=2.", "see https://ai.meta.com/blog/x?a=1&b=2 ."},
                    Cut{"(www.example.org)", "( www.example.org )"}, Cut{"<a.b-c@x.co.uk>", "< a.b-c@x.co.uk >"},
                    Cut{"https://en.wikipedia.org/wiki/Llama_(film)", "https://en.wikipedia.org/wiki/Llama_(film)"},
                    Cut{"scale.com/research,", "scale.com/research ,"}, Cut{"@zuck #ai", "@zuck #ai"},
                    Cut{"report.pdf", "report.pdf"}, Cut{"meta.ai", "meta.ai"}));

INSTANTIATE_TEST_SUITE_P(
    Signs, Tokens,
    testing::Values(Cut{"and/or", "and / or"}, Cut{"AT&T R&D", "AT&T R&D"}, Cut{"C++ and C#", "C++ and C#"},
                    Cut{"\"Hi,\" he said", "\" Hi , \" he said"}, Cut{"“Hi,” he", "“ Hi , ” he"}, Cut{":) ;-)", ":) ;-)"},
                    Cut{"note: this", "note : this"}, Cut{"[1]", "[ 1 ]"}, Cut{"*bold*", "* bold *"}, Cut{"-----", "-----"},
                    Cut{"👍🏽 ok", "👍🏽 ok"}, Cut{"naïve café", "naïve café"}, Cut{"日本 語", "日本 語"},
                    Cut{"a\u00A0b\u200Bc", "a b c"}, Cut{"snake_case", "snake_case"}));

TEST(Tokenizer, ReadsOnlyItsBlock)
{
    const std::string text = "one don't two";
    std::vector<Span> spans;
    tokenize(text, {4, 7}, spans);
    EXPECT_THAT(spans, ElementsAre(Span{4, 7})) << "cut inside a word: the rest is not looked at";
}

TEST(Tokenizer, EmptyAndWhiteSpaceHaveNoTokens)
{
    EXPECT_TRUE(words("").empty());
    EXPECT_TRUE(words(" \n\t\r\u00A0\u2003\u200B ").empty());
}

class LongRuns : public testing::TestWithParam<std::string> {};

TEST_P(LongRuns, CostLinearTimeAndLoseNothing)
{
    const std::string& piece = GetParam();
    std::string text;
    while (text.size() < (1u << 20)) text += piece;
    const auto begin = std::chrono::steady_clock::now();
    std::vector<Span> spans;
    tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, spans);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
    std::uint32_t at = 0;
    for (const auto span : spans) {
        ASSERT_LT(span.begin, span.end);
        ASSERT_GE(span.begin, at);
        for (; at < span.begin; ++at) ASSERT_EQ(text[at], ' ');
        at = span.end;
    }
    for (; at < text.size(); ++at) ASSERT_EQ(text[at], ' ');
}

INSTANTIATE_TEST_SUITE_P(Pieces, LongRuns,
                         testing::Values("a", ".", "-", "'", "a-", "a'", "'s", "a.", "1-", "1,", "@", "a@", "http://", "(",
                                         "é", "😀", "A-1", "[.", " ", "www.", "a/", "\"'", "n't", "A&", "$"));

} // namespace
} // namespace skein
