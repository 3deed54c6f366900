// SPDX-License-Identifier: GPL-3.0-or-later
// Where sentences begin among the tokens of one block.
#pragma once

#include "core/base/span.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace skein {

// Index of each sentence's first token, ascending; the first is 0 unless there are no tokens.
// By rules alone: full stops, question and exclamation marks with the quotation marks and brackets that close behind them,
// but not the stops of titles, initials, numbers and enumerations.
std::vector<std::uint32_t> sentenceStarts(std::string_view text, std::span<const Span> tokens);

} // namespace skein
