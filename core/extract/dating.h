// SPDX-License-Identifier: GPL-3.0-or-later
// Times as clauses use them to say when something was so. Internal to core/extract.
#pragma once

#include "core/document/document.h"
#include "core/extract/analysis.h"

#include <string>
#include <string_view>
#include <vector>

namespace skein {

// The times without those that are no date ("now", "former", "daily"), and with what the words around them add, in
// EDTF:
//   the two ends of a range as one expression   "from May to July 1940" 1940-05/1940-07, "6–7 April 2026"
//   open intervals                              "since 2019" 2019/..   "until 1945" ../1945
// Two complete dates in brackets ("(3 May 1920 – 1999)") stay two: they are as likely the dates of a life.
std::vector<TimeExpression> clauseTimes(const Document& document, const std::vector<TimeExpression>& times);

// The date of an open interval at its known end, any other date as it is: "../2012" 2012.
std::string momentOf(std::string_view edtf);

// Whether the date lies in some known time: not "in June" of nobody knows which year, nor "at nine" of any day.
bool isPlaced(std::string_view edtf);

} // namespace skein
