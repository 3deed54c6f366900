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

TEST(LearnedClaims, keepTheirPromises)
{
    const Document document = documentOf("Ida Brandt earned her doctorate in physics at Bergen University. Later she spent nine years as a "
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
