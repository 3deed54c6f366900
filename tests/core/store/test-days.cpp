// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/calendar.h"
#include "core/store/days.h"

#include <gtest/gtest.h>

namespace skein {
namespace {

DayRange days(CalendarDate first, CalendarDate last)
{
    return {static_cast<std::int32_t>(daysOf(first)), static_cast<std::int32_t>(daysOf(last))};
}

TEST(Days, OfWhatIsAsPreciseAsAYearAMonthADay)
{
    EXPECT_EQ(daysOf("2026"), days({2026, 1, 1}, {2026, 12, 31}));
    EXPECT_EQ(daysOf("2024-02"), days({2024, 2, 1}, {2024, 2, 29}));
    EXPECT_EQ(daysOf("2026-04-08"), days({2026, 4, 8}, {2026, 4, 8}));
    EXPECT_EQ(daysOf("2026-04-08T09:30"), daysOf("2026-04-08"));
    EXPECT_EQ(daysOf("-0489"), days({-489, 1, 1}, {-489, 12, 31}));
    EXPECT_EQ(daysOf("1850~"), daysOf("1850"));
}

TEST(Days, OfDecadesSeasonsQuartersAndHalves)
{
    EXPECT_EQ(daysOf("196X"), days({1960, 1, 1}, {1969, 12, 31}));
    EXPECT_EQ(daysOf("19XX"), days({1900, 1, 1}, {1999, 12, 31}));
    EXPECT_EQ(daysOf("2025-22"), days({2025, 6, 1}, {2025, 8, 31}));
    EXPECT_EQ(daysOf("2025-24"), days({2025, 12, 1}, {2026, 2, 28}));
    EXPECT_EQ(daysOf("2026-35"), days({2026, 7, 1}, {2026, 9, 30}));
    EXPECT_EQ(daysOf("2026-40"), days({2026, 1, 1}, {2026, 6, 30}));
    EXPECT_EQ(daysOf("2026-04-XX"), daysOf("2026-04"));
}

TEST(Days, OfIntervalsAndOfTheKnownEndOfOpenOnes)
{
    EXPECT_EQ(daysOf("2026-04-06/2026-04-07"), days({2026, 4, 6}, {2026, 4, 7}));
    EXPECT_EQ(daysOf("2019/.."), daysOf("2019"));
    EXPECT_EQ(daysOf("../1945"), daysOf("1945"));
}

TEST(Days, NoneOfWhatNamesNoPlaceInTime)
{
    for (const char* edtf : {"", "P9M", "PAST_REF", "XXXX-06", "T09:00", "2026-13", "2026-02-30", "202", "20260408", "2026-04-", "../.."})
        EXPECT_FALSE(daysOf(edtf)) << edtf;
}

} // namespace
} // namespace skein
