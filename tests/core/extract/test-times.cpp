// SPDX-License-Identifier: GPL-3.0-or-later
// Every test document was published on 9 April 2026, a Thursday, unless it says otherwise.
#include "core/extract/calendar.h"
#include "tests/core/extract/analysed.h"

#include <gmock/gmock.h>

using namespace skein;
using namespace skein::test;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Times, fullDates)
{
    EXPECT_THAT(times("It came on April 8, 2026, not on 9 May 2025 or 2024-02-29."),
                ElementsAre("April 8, 2026 = 2026-04-08", "9 May 2025 = 2025-05-09", "2024-02-29 = 2024-02-29"));
    EXPECT_THAT(times("They met on Tuesday, 3 March 2020 and on the 4th of July 1999."),
                ElementsAre("Tuesday, 3 March 2020 = 2020-03-03", "the 4th of July 1999 = 1999-07-04"));
    EXPECT_THAT(times("There was no February 30, 2024."), ElementsAre("2024 = 2024"));
}

TEST(Times, ranges)
{
    EXPECT_THAT(
        times("The fair ran April 6-7, 2026, and April 30 – May 2, 2026."),
        ElementsAre("April 6-7, 2026 = 2026-04-06/2026-04-07", "April 30 – May 2, 2026 = 2026-04-30/2026-05-02"));
    EXPECT_THAT(times("The war (1939–1945) and the crisis of 1997-98."),
                ElementsAre("1939–1945 = 1939/1945", "1997-98 = 1997/1998"));
    EXPECT_THAT(times("From 28 February – 1 March 2021 it rained."),
                ElementsAre("28 February – 1 March 2021 = 2021-02-28/2021-03-01"));
}

TEST(Times, monthsSeasonsQuarters)
{
    EXPECT_THAT(times("After July 2024 came summer 2025, then the autumn of 2025 and Q2 2025."),
                ElementsAre("July 2024 = 2024-07", "summer 2025 = 2025-22", "the autumn of 2025 = 2025-23",
                            "Q2 2025 = 2025-34"));
    EXPECT_THAT(times("In the second quarter of 2025 and the first half of 2024 sales rose."),
                ElementsAre("the second quarter of 2025 = 2025-34", "the first half of 2024 = 2024-40"));
    EXPECT_THAT(times("It opened in late 2023, early in June 2024 and at the end of 2025."),
                ElementsAre("late 2023 = 2023", "early in June 2024 = 2024-06", "the end of 2025 = 2025"));
}

TEST(Times, yearsDecadesCenturies)
{
    EXPECT_THAT(
        times("In 1865, during the 1990s and the '80s, in the 17th century, and in 490 BC."),
        ElementsAre("1865 = 1865", "the 1990s = 199X", "'80s = 198X", "the 17th century = 16XX", "490 BC = -0489"));
}

TEST(Times, numbersThatAreNoYears)
{
    EXPECT_THAT(
        times("It sold 2000 copies for $1999, killed 1500 people, took 2,025 votes and 1984.5 points; see #2020."),
        IsEmpty());
}

TEST(Times, relativeToThePublication)
{
    EXPECT_THAT(
        times("Twelve months ago it failed; last summer it hired; yesterday it shipped; next month it will pay."),
        ElementsAre("Twelve months ago = 2025-04", "last summer = 2025-22", "yesterday = 2026-04-08",
                    "next month = 2026-05"));
    EXPECT_THAT(times("On Monday it fell. It rose on Thursday. Last week was calm."),
                ElementsAre("Monday = 2026-04-06", "Thursday = 2026-04-09", "Last week = 2026-03-30/2026-04-05"));
    EXPECT_THAT(times("In December it hired. In May it will move."),
                ElementsAre("December = 2025-12", "May = 2026-05"));
    EXPECT_THAT(times("Twelve months ago it failed; yesterday it shipped; last year it paid.", ""), IsEmpty());
}

TEST(Times, relativeToTheText)
{
    EXPECT_THAT(times("The town fell on 7 June 1942. Two days later it burned. In September it was rebuilt. The "
                      "following year all was well."),
                ElementsAre("7 June 1942 = 1942-06-07", "Two days later = 1942-06-09", "September = 1942-09",
                            "The following year = 1943"));
    EXPECT_THAT(times("In December 1941 they came. In January they left.", "2009-12-19"),
                ElementsAre("December 1941 = 1941-12", "January = 1942-01"));
}

TEST(Times, durationsAndSets)
{
    EXPECT_THAT(times("It took nine months and twenty-five days of a two-year plan."),
                ElementsAre("nine months = P9M", "twenty-five days = P25D", "two-year = P2Y"));
    EXPECT_THAT(times("The next 12 months matter; the past few weeks did not. People come every day."),
                ElementsAre("The next 12 months = P12M", "the past few weeks = PXW", "every day = XXXX-XX-XX"));
    EXPECT_THAT(times("She is 29 years old and pays $5 a month; one day she may march."), IsEmpty());
}

TEST(Times, hoursOfADay)
{
    EXPECT_THAT(times("On May 5, 2025 at 10:30 a.m. it began; the score was 3:1."),
                ElementsAre("May 5, 2025 = 2025-05-05", "10:30 a.m. = 2025-05-05T10:30"));
}

// Found by the address sanitizer: a reader that looks one piece too far.
TEST(Times, textsThatEndInTheMiddleOfAnExpression)
{
    for (const char* text : {"the", "early", "in the early", "late in", "at the end of the", "since", "the first half of",
                             "between May and", "from 1999 to", "two", "a", "Tuesday,", "April", "April 8,", "Q", "at 10:", "the summer of"})
        EXPECT_THAT(times(text), testing::SizeIs(testing::Le(1u))) << text;
}

TEST(Times, modalsAndNamesAreNoMonths)
{
    EXPECT_THAT(times("May I ask? They may go. March on! Ask April Jones or Theresa May."), IsEmpty());
}

TEST(Calendar, daysThereAndBack)
{
    for (long days : {-800000L, -719468L, -1L, 0L, 59L, 60L, 19000L, 20552L})
        EXPECT_EQ(daysOf(dateOfDays(days)), days);
    EXPECT_EQ(weekdayOf({2026, 4, 9}), 3);
    EXPECT_EQ(edtfOf({-489, 0, 0}), "-0489");
    EXPECT_EQ(monthsLater({2025, 2, 0}, -3), (CalendarDate{2024, 11, 0}));
    EXPECT_FALSE(isDate({2023, 2, 29}));
    EXPECT_EQ(dateFromEdtf("2024-02"), (CalendarDate{2024, 2, 0}));
    EXPECT_FALSE(dateFromEdtf("soon"));
}
