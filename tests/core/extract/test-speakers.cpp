// SPDX-License-Identifier: GPL-3.0-or-later
// "I" and "we" of speakers that are known. The texts are invented.
#include "tests/core/extract/analysed.h"

#include <gmock/gmock.h>

namespace skein::test {
namespace {

using ::testing::Contains;
using ::testing::Not;
using ::testing::StartsWith;

// "relation(subject, object) by speaker", speech apart.
std::vector<std::string> claims(const std::string& text)
{
    std::vector<std::string> lines;
    const Analysis analysis = analysed(documentOf(text));
    for (const Claim& claim : analysis.claims) {
        if (claim.relation == "said") continue;
        lines.push_back(claim.relation + "(" + analysis.entities[claim.subject].name + ", " +
                        (claim.object ? analysis.entities[*claim.object].name : "=" + claim.value) + ")" +
                        (claim.speaker ? " by " + analysis.entities[*claim.speaker].name : ""));
    }
    return lines;
}

TEST(Speakers, sayWeForTheirFirm)
{
    EXPECT_THAT(claims("\"We acquired Zorvex Inc. in 2021,\" said Ida Brandt, chief executive of Norvik Inc."),
                Contains("acquired(Norvik Inc., Zorvex Inc.) by Ida Brandt"));
    EXPECT_THAT(claims("Norvik Inc. said: \"We bought Zorvex Inc. in 2019.\""), Contains("acquired(Norvik Inc., Zorvex Inc.) by Norvik Inc."));
    EXPECT_THAT(claims("\"I founded Zorvex Inc. in 2012,\" Ida Brandt said."), Contains("founded_by(Zorvex Inc., Ida Brandt) by Ida Brandt"));
}

TEST(Speakers, sayItForNobodyWhereItIsInDoubt)
{
    // Whose chief executive she is, nobody says.
    EXPECT_THAT(claims("\"We acquired Zorvex Inc. in 2021,\" said Ida Brandt."), Not(Contains(StartsWith("acquired("))));
    // She was, and is no more; she has two firms; what is not quoted is the writer's.
    EXPECT_THAT(claims("Ida Brandt was the CEO of Norvik Inc. until 2015. \"We acquired Zorvex Inc. in 2021,\" said Ida Brandt."),
                Not(Contains(StartsWith("acquired("))));
    EXPECT_THAT(claims("Ida Brandt is the CEO of Norvik. Ida Brandt is the president of Halden Corp. \"We acquired Zorvex Inc. in 2021,\" said Ida Brandt."),
                Not(Contains(StartsWith("acquired("))));
    EXPECT_THAT(claims("Ida Brandt is the CEO of Norvik Inc. We acquired Zorvex Inc. in 2021."), Not(Contains(StartsWith("acquired("))));
}

TEST(Speakers, goOnThroughTheParagraphsOfATranscript)
{
    const std::string head = "JONAS VIK: Hello. With us is Ida Brandt, the CEO of Norvik Inc.\n\n";
    const std::string talk = "IDA BRANDT: Good morning.\n\nWe acquired Zorvex Inc. in 2021.\n\n";
    EXPECT_THAT(claims(head + talk + "JONAS VIK: Thank you.\n\n"), Contains("acquired(Norvik Inc., Zorvex Inc.) by Ida Brandt"));
    // A label of nobody known, and a heading, end what she says.
    EXPECT_THAT(claims(head + "IDA BRANDT: Good morning.\n\nOPERATOR: One moment.\n\nWe acquired Zorvex Inc. in 2021.\n\nJONAS VIK: Thank you."),
                Not(Contains(StartsWith("acquired("))));
    EXPECT_THAT(claims(head + "IDA BRANDT: Good morning.\n\n# Notes\n\nWe acquired Zorvex Inc. in 2021.\n\nJONAS VIK: Thank you."),
                Not(Contains(StartsWith("acquired("))));
}

TEST(Speakers, areNoneWhereALabelStandsAlone)
{
    // One label makes no transcript: the next paragraph is the writer's again.
    EXPECT_THAT(claims("Ida Brandt: Norvik Inc. is well.\n\nHalden Corp. acquired Zorvex Inc. in 2021."), Contains("acquired(Halden Corp., Zorvex Inc.)"));
}

TEST(Speakers, areNotWhatTheySpeakOf)
{
    EXPECT_THAT(claims("\"We acquired Zorvex Inc. in 2021,\" said Ida Brandt, chief executive of Norvik Inc."), Not(Contains("ceo_of(Ida Brandt, Zorvex Inc.)")));
}

} // namespace
} // namespace skein::test
