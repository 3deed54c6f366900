// SPDX-License-Identifier: GPL-3.0-or-later
// Claims that no pattern makes, from the shipped model. The sentences are invented.
#include "tests/core/extract/analysed.h"

#include <gmock/gmock.h>

namespace skein::test {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;

// "relation(subject, object)" of every claim, whoever found it, with "not", "planned" … where it deviates.
std::vector<std::string> claims(const std::string& text)
{
    std::vector<std::string> lines;
    const Analysis analysis = analysed(documentOf(text));
    for (const Claim& claim : analysis.claims) {
        std::string line = claim.relation + "(" + analysis.entities[claim.subject].name + ", " +
                           (claim.object ? analysis.entities[*claim.object].name : "=" + claim.value) + ")";
        if (claim.polarity == Polarity::denied) line += " not";
        if (claim.modality == Modality::planned) line += " planned";
        if (claim.modality == Modality::possible) line += " possible";
        lines.push_back(line);
    }
    return lines;
}

TEST(LearnedClaims, sayWhatNoPatternSays)
{
    EXPECT_THAT(claims("Ida Brandt earned her doctorate in physics at Bergen University."), Contains("educated_at(Ida Brandt, Bergen University)"));
    EXPECT_THAT(claims("Ida Brandt spent nine years as a research scientist with Norvik Institute."), Contains("works_at(Ida Brandt, Norvik Institute)"));
    EXPECT_THAT(claims("Ida Brandt is the wife of Jonas Vik, a painter."), Contains("spouse_of(Ida Brandt, Jonas Vik)"));
}

TEST(LearnedClaims, keepToWhatIsSaid)
{
    for (const char* text : {"Ida Brandt met Jonas Vik at a conference about Norvik Inc.", "Norvik Inc. praised Zorvex Inc. in a letter.",
                             "Ida Brandt flew to Oslo to see a play.", "The report compares Norvik Inc. with nobody."}) {
        for (const std::string& line : claims(text))
            EXPECT_TRUE(line.starts_with("said(") || line.starts_with("supports(")) << text << ": " << line;
    }
}

// Every claim that the model alone makes of the text; rules and speech apart.
std::vector<std::string> learned(const std::string& text)
{
    std::vector<std::string> lines;
    const Analysis analysis = analysed(documentOf(text));
    for (const Claim& claim : analysis.claims) {
        if (!claim.rule.starts_with("learned-")) continue;
        lines.push_back(claim.relation + "(" + analysis.entities[claim.subject].name + ", " +
                        (claim.object ? analysis.entities[*claim.object].name : "=" + claim.value) + ")");
    }
    return lines;
}

TEST(LearnedClaims, needAWordThatSpeaksForThem)
{
    for (const char* text : {
             "Norvik Inc. showed the Zorvex 3 chip. That loop only works if Norvik Inc. controls the chip.",
             "Norvik Inc. calls it small and quick by design, since it needs less power than the Zorvex 4 chip.",
             "Norvik Inc.'s standing at schools, one of the most valuable assets of the Zorvex strategy, is at risk.",
             "Norvik Inc. claims that three firms made nine million Zorvex chats through fake accounts.",
             "Halden Post announced the end of the Zorvex chip.",
         })
        EXPECT_THAT(learned(text), Not(Contains(::testing::MatchesRegex("(product_of|developed_by)\\(Zorvex.*")))) << text;
}

TEST(LearnedClaims, stayInTheClauseThatTheyAreAbout)
{
    const auto makers = claims("Norvik Inc. built the Zorvex 3 chip, Halden Corp. built the Quell 5 chip, and Brandt Labs built the Tarn 6 chip.");
    EXPECT_THAT(makers, Not(Contains("developed_by(Quell 5, Norvik Inc.)")));
    EXPECT_THAT(makers, Not(Contains("developed_by(Zorvex 3, Halden Corp.)")));
    EXPECT_THAT(learned("Norvik Inc. released Zorvex 3 in 2024, one year after Zorvex 2."), Not(Contains("product_of(Zorvex 2, Norvik Inc.)")));
    // The chip is compared, not the firm that tells of it.
    EXPECT_THAT(learned("It is, by Norvik Inc.'s own test report, competitive with good models from Halden Corp., Quellon Inc., and Brandt Labs."),
                IsEmpty());
}

TEST(LearnedClaims, giveOnlyTheirOwnDates)
{
    EXPECT_THAT(learned("Norvik Inc. launched its new glasses in 2023 as well."), Not(Contains("founded_on(Norvik Inc., =2023)")));
    const Analysis analysis = analysed(documentOf("Ida Brandt is a research scientist at Norvik Institute, and in 2019 the town built a bridge."));
    for (const Claim& claim : analysis.claims) {
        if (claim.relation != "works_at") continue;
        EXPECT_EQ(claim.time, "");
    }
}

TEST(LearnedClaims, sharesMakeNoParent)
{
    EXPECT_THAT(learned("Norvik Inc. owns 40% of Zorvex Inc., and data from Zorvex Inc. is dear."), Not(Contains("subsidiary_of(Zorvex Inc., Norvik Inc.)")));
}

TEST(LearnedClaims, keepTheirPromises)
{
    const Document document = documentOf("Ida Brandt is a professor and faculty member at Bergen University. Later she spent nine years as a "
                                         "research scientist with Norvik Institute, which is based in Oslo, Norway.");
    const Analysis analysis = analysed(document);
    bool learned = false;
    for (const Claim& claim : analysis.claims) {
        EXPECT_FALSE(engine().describeRule(claim.rule).empty()) << claim.rule;
        EXPECT_GT(claim.confidence, 0);
        EXPECT_LE(claim.confidence, 1);
        EXPECT_FALSE(claim.label.empty());
        EXPECT_TRUE(std::ranges::any_of(analysis.reading.sentences, [&](const Sentence& s) { return s.span == claim.quote; }));
        for (const Span trigger : claim.triggers)
            EXPECT_TRUE(claim.quote.contains(trigger));
        learned = learned || claim.rule.starts_with("learned-");
    }
    EXPECT_TRUE(learned);
}

TEST(LearnedClaims, nationalitiesAreValues)
{
    const std::string text = "Ida Brandt (born 4 May 1970) is a Norwegian painter.";
    EXPECT_THAT(claims(text), Contains("citizen_of(Ida Brandt, =Norwegian)"));
}

TEST(Relatives, referToWhatTheyDescribe)
{
    EXPECT_THAT(references("Ida Brandt, who founded Norvik, left."), Contains("who -> Ida Brandt"));
    EXPECT_THAT(references("Ida Brandt asked who founded Norvik."), Not(Contains("who -> Ida Brandt")));
    EXPECT_THAT(references("Ida Brandt said that it rains."), Not(Contains("that -> Ida Brandt")));
}

} // namespace
} // namespace skein::test
