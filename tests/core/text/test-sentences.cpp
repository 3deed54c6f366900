// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/grammar.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace skein {
namespace {

using testing::ElementsAre;
using testing::ElementsAreArray;

std::vector<std::string> sentences(const std::string& text)
{
    const std::vector<Block> blocks{{{0, static_cast<std::uint32_t>(text.size())}}};
    std::vector<std::string> result;
    for (const auto& sentence : Grammar().read(text, blocks, false).sentences)
        result.emplace_back(textOf(text, sentence.span));
    return result;
}

class Splits : public testing::TestWithParam<std::vector<std::string>> {};

TEST_P(Splits, FallWhereAReaderPutsThem)
{
    std::string text;
    for (const auto& sentence : GetParam()) text += (text.empty() ? "" : " ") + sentence;
    EXPECT_THAT(sentences(text), ElementsAreArray(GetParam()));
}

using Sentences = std::vector<std::string>;
INSTANTIATE_TEST_SUITE_P(
    News, Splits,
    testing::Values(Sentences{"Meta paid $14.3 billion for 49% of Scale AI.", "Mr. Wang joined in June."},
                    Sentences{"It ranks behind GPT-5.4 and Claude Opus 4.6.", "That hurts."},
                    Sentences{"The U.S. government and Dr. J. Edgar Hoover agreed."},
                    Sentences{"He left Acme Inc.", "The company said nothing."},
                    Sentences{"Acme Inc. Chairman Smith resigned."}, Sentences{"\"It works.\"", "\"It does not,\" she said."},
                    Sentences{"“It works!” she said."}, Sentences{"He asked: “Why?”", "Nobody knew."},
                    Sentences{"(It was late.)", "They went home."}, Sentences{"Really?!", "Yes."},
                    Sentences{"We waited ... and waited."}, Sentences{"1. Open the box."},
                    Sentences{"It was (see fig. 3) fine.", "Then it broke."}, Sentences{"A headline without an end"},
                    Sentences{"Was it No. 5?", "No."}, Sentences{"It ended.", "2025 was better."}));

TEST(Sentences, NeverCrossABlock)
{
    const std::string text = "A title without a stop\n\nThe text. More of it\n\n \n\nlower case";
    const std::vector<Block> blocks{{{0, 22}, BlockKind::title, 0}, {{24, 44}}, {{46, 47}}, {{49, 59}}};
    const Reading reading = Grammar().read(text, blocks, true);
    std::vector<std::string> found;
    for (const auto& sentence : reading.sentences) found.emplace_back(textOf(text, sentence.span));
    EXPECT_THAT(found, ElementsAre("A title without a stop", "The text.", "More of it", "lower case"));
}

TEST(Reading, PartsItsTokensAmongItsSentences)
{
    const std::string text = "It's “odd”. Isn't it? 日本 は… \u00A0 Yes.";
    const std::vector<Block> blocks{{{0, static_cast<std::uint32_t>(text.size())}}};
    const Reading reading = Grammar().read(text, blocks, true);
    std::uint32_t next = 0;
    for (const auto& sentence : reading.sentences) {
        EXPECT_EQ(sentence.firstToken, next);
        ASSERT_LT(sentence.firstToken, sentence.lastToken);
        EXPECT_EQ(sentence.span.begin, reading.tokens[sentence.firstToken].span.begin);
        EXPECT_EQ(sentence.span.end, reading.tokens[sentence.lastToken - 1].span.end);
        next = sentence.lastToken;
    }
    EXPECT_EQ(next, reading.tokens.size());
    EXPECT_EQ(reading, Grammar().read(text, blocks, true)) << "the same text reads the same";
}

TEST(Reading, OfNothingIsEmpty)
{
    EXPECT_EQ(Grammar().read("", {}, true), Reading());
    const std::vector<Block> blocks{{{0, 0}}, {{0, 4}}};
    EXPECT_EQ(Grammar().read(" \n\t ", blocks, true), Reading());
}

} // namespace
} // namespace skein
