// SPDX-License-Identifier: GPL-3.0-or-later
// Days of the proleptic Gregorian calendar and their EDTF (ISO 8601-2) strings. Internal to core/extract.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace skein {

// A year, a month of it, or a day of it; month and day are 0 when they are not known. Year 0 is 1 BC.
struct CalendarDate {
    int year = 0;
    int month = 0;
    int day = 0;

    bool operator==(const CalendarDate&) const = default;
};

// Days since 1970-01-01, for full dates. After Howard Hinnant's days_from_civil; constant time.
long daysOf(CalendarDate date);
CalendarDate dateOfDays(long days);
int weekdayOf(CalendarDate date); // 0 Monday … 6 Sunday
int daysInMonth(int year, int month);
// Months added to the month, years with it; the day is dropped.
CalendarDate monthsLater(CalendarDate date, int months);

// YYYY, YYYY-MM or YYYY-MM-DD; -0489 for 490 BC.
std::string edtfOf(CalendarDate date);
// The year, month and day that an EDTF date begins with; absent when it does not begin with a year.
std::optional<CalendarDate> dateFromEdtf(std::string_view edtf);
// Whether such a day exists.
bool isDate(CalendarDate date);

} // namespace skein
