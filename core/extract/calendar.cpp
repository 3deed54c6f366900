// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/calendar.h"

#include <charconv>

namespace skein {

namespace {

std::string padded(int value, std::size_t width)
{
    std::string digits = std::to_string(value < 0 ? -value : value);
    if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
    return value < 0 ? "-" + digits : digits;
}

} // namespace

long daysOf(CalendarDate date)
{
    // Years begin in March, so that the leap day is the last day of its year; 400 years are one era of 146,097 days.
    const long year = date.year - (date.month <= 2 ? 1 : 0);
    const long era = (year >= 0 ? year : year - 399) / 400;
    const long yearOfEra = year - era * 400;
    const long dayOfYear = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
    const long dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146097 + dayOfEra - 719468;
}

CalendarDate dateOfDays(long days)
{
    days += 719468;
    const long era = (days >= 0 ? days : days - 146096) / 146097;
    const long dayOfEra = days - era * 146097;
    const long yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
    const long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const long shifted = (5 * dayOfYear + 2) / 153;
    CalendarDate date;
    date.day = static_cast<int>(dayOfYear - (153 * shifted + 2) / 5 + 1);
    date.month = static_cast<int>(shifted < 10 ? shifted + 3 : shifted - 9);
    date.year = static_cast<int>(yearOfEra + era * 400 + (date.month <= 2 ? 1 : 0));
    return date;
}

int weekdayOf(CalendarDate date)
{
    const long days = daysOf(date) + 3; // 1970-01-01 was a Thursday
    return static_cast<int>(((days % 7) + 7) % 7);
}

int daysInMonth(int year, int month)
{
    if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

CalendarDate monthsLater(CalendarDate date, int months)
{
    const int total = date.year * 12 + (date.month - 1) + months;
    const int year = total >= 0 ? total / 12 : (total - 11) / 12;
    return {year, total - year * 12 + 1, 0};
}

std::string edtfOf(CalendarDate date)
{
    std::string result = padded(date.year, 4);
    if (date.month) result += "-" + padded(date.month, 2);
    if (date.month && date.day) result += "-" + padded(date.day, 2);
    return result;
}

std::optional<CalendarDate> dateFromEdtf(std::string_view edtf)
{
    const auto number = [&](std::size_t at, std::size_t size) {
        int value = -1;
        if (at + size <= edtf.size()) {
            const auto [end, code] = std::from_chars(edtf.data() + at, edtf.data() + at + size, value);
            if (code != std::errc{} || end != edtf.data() + at + size) value = -1;
        }
        return value;
    };
    CalendarDate date;
    date.year = number(0, 4);
    if (date.year < 0) return std::nullopt;
    if (edtf.size() >= 7 && edtf[4] == '-') date.month = number(5, 2);
    if (date.month < 1 || date.month > 12) date.month = 0;
    if (date.month && edtf.size() >= 10 && edtf[7] == '-') date.day = number(8, 2);
    if (date.day < 1 || date.day > daysInMonth(date.year, date.month ? date.month : 1)) date.day = 0;
    return date;
}

bool isDate(CalendarDate date)
{
    return date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= daysInMonth(date.year, date.month);
}

} // namespace skein
