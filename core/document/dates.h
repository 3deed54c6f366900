// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace skein {

// The first calendar date that `text` states, as an EDTF date (ISO 8601-2) as precise as it was given: YYYY-MM-DD,
// YYYY-MM, or, when `text` is nothing but a year, YYYY. Reads ISO dates, "April 9, 2026", "9 April 2026", "Thu, 09 Apr
// 2026 10:00 GMT", "April 2026", "20260409", and 9.4.2026 and 9/4/2026 where only one order of day and month is possible
// (dots always mean day first). The day is the one written, in whatever time zone it was. Empty when there is none.
std::string dateIn(std::string_view text);

// As dateIn(), but only when `text` states a date, with a weekday and a time of day at most, and nothing else.
std::string wholeDate(std::string_view text);

} // namespace skein
