// SPDX-License-Identifier: GPL-3.0-or-later
// The days that an EDTF date (ISO 8601-2, levels 0 and 1) covers, for filters and time axes.
#pragma once

#include "core/graph/graph.h"

#include <optional>
#include <string_view>

namespace skein {

// A year, month or day; a decade or century with masked digits (196X); a season, quarter or half of a year (codes 21 to 41);
// an interval of two of these; marks of approximation are passed over. An open interval (2019/.., ../1945) covers the days
// of its known end alone: nobody says how far it goes. Absent for what names no place in time (P9M, XXXX-06, T09:00).
std::optional<DayRange> daysOf(std::string_view edtf);

} // namespace skein
