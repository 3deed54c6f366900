// SPDX-License-Identifier: GPL-3.0-or-later
// When a claim is true, as its own clause says it.
#include "core/extract/dating.h"
#include "tests/core/extract/claims-fixture.h"

#include <gmock/gmock.h>

using namespace skein;
using namespace skein::testing;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsSupersetOf;

namespace {

std::vector<std::string> dates(std::string_view text)
{
    const Marked marked = readMarked(text);
    std::vector<std::string> result;
    for (const TimeExpression& time : clauseTimes(marked.document, marked.times))
        result.push_back(std::string(textOf(marked.document.text, time.span)) + " = " + time.edtf);
    return result;
}

} // namespace

TEST(Dating, RangesAndOpenIntervals)
{
    EXPECT_THAT(dates("From <May|1940-05> to <July 1940|1940-07> and between <1914|1914> and <1918|1918>."),
                ElementsAre("May to July 1940 = 1940-05/1940-07", "1914 and 1918 = 1914/1918"));
    EXPECT_THAT(
        dates(
            "On <April 6|2026-04-06>–<7, 2026|2026-04-07>, since <2019|2019>, until <1945|1945>, from <1980|1980> on."),
        ElementsAre("April 6–7, 2026 = 2026-04-06/2026-04-07", "2019 = 2019/..", "1945 = ../1945", "1980 = 1980/.."));
    EXPECT_THAT(dates("In <1914|1914> and <1918|1918>; (<3 May 1920|1920-05-03> – <7 June 1999|1999-06-07>)."),
                ElementsAre("1914 = 1914", "1918 = 1918", "3 May 1920 = 1920-05-03", "7 June 1999 = 1999-06-07"));
    Marked daily = readMarked("It has 3 billion <daily|XXXX-XX-XX> users <every day|XXXX-XX-XX>.");
    for (TimeExpression& time : daily.times)
        time.type = "set";
    EXPECT_EQ(clauseTimes(daily.document, daily.times).size(), 1u)
        << "the users of a day are counted, nothing is dated";
    EXPECT_EQ(momentOf("../2012"), "2012");
    EXPECT_EQ(momentOf("2012/.."), "2012");
    EXPECT_EQ(momentOf("2012/2013"), "2012/2013");
}

TEST(Dating, AClaimHasTheDateOfItsOwnClause)
{
    EXPECT_THAT(claimsOf("In <2019|2019> [Corvid|organization] acquired [Pinewood|organization], and in <2021|2021> "
                         "[Corvid|organization] bought [Ashgrove|organization]."),
                IsSupersetOf({"acquired(Corvid, Pinewood) @2019", "acquired(Corvid, Ashgrove) @2021"}));
    EXPECT_THAT(claimsOf("[Corvid|organization], which was founded in <1998|1998>, acquired [Pinewood|organization] in "
                         "<2019|2019>."),
                IsSupersetOf({"acquired(Corvid, Pinewood) @2019", "founded_on(Corvid, =1998) @1998"}));
    EXPECT_THAT(
        claimsOf(
            "After the fire of <2018|2018>, [Corvid|organization] acquired [Pinewood|organization] in <2019|2019>."),
        Contains("acquired(Corvid, Pinewood) @2019"));
    EXPECT_THAT(
        claimsOf("[Corvid|organization] bought [Pinewood|organization], which had been founded in <2003|2003>."),
        Contains("acquired(Corvid, Pinewood)"));
    EXPECT_THAT(claimsOf("[Mara Ellison|person] has been chief executive of [Corvid|organization] since <2019|2019>."),
                Contains("ceo_of(Mara Ellison, Corvid) @2019/.. role:chief executive"));
    EXPECT_THAT(
        claimsOf(
            "From <2004|2004> to <2011|2011>, [Mara Ellison|person] was chief executive of [Corvid|organization]."),
        Contains("ceo_of(Mara Ellison, Corvid) @2004/2011 role:chief executive"));
    EXPECT_THAT(
        claimsOf("[Mara Ellison|person] led [Pinewood|organization] until <2012|2012>, when [She|=Mara Ellison] joined "
                 "[Corvid|organization]."),
        IsSupersetOf({"leads(Mara Ellison, Pinewood) @../2012", "works_at(Mara Ellison, Corvid) @2012"}));
}

TEST(Dating, WhatNamesNoKnownTimeDatesNothing)
{
    EXPECT_THAT(claimsOf("[Corvid|organization] acquired [Pinewood|organization] in <June|XXXX-06>."),
                Contains("acquired(Corvid, Pinewood)"));
    EXPECT_FALSE(isPlaced("T09:00"));
    EXPECT_FALSE(isPlaced(""));
    EXPECT_TRUE(isPlaced("195X"));
    EXPECT_TRUE(isPlaced("../1945"));
}

TEST(Dating, AClaimAboutADateIsTrueThen)
{
    EXPECT_THAT(claimsOf("[Mara Ellison|person] (<3 May 1920|1920-05-03> – <7 June 1999|1999-06-07>) was a painter."),
                IsSupersetOf({"born_on(Mara Ellison, =1920-05-03) @1920-05-03",
                              "died_on(Mara Ellison, =1999-06-07) @1999-06-07"}));
    EXPECT_THAT(claimsOf("[Corvid|organization] was founded <about 1850|1850~> by [Mara Ellison|person]."),
                Contains("founded_on(Corvid, =1850~) @1850~"));
}
