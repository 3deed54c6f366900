// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <string_view>

namespace skein {

inline constexpr std::size_t maxHtmlDepth = 3000;        // open elements; browsers stop at 512
inline constexpr std::size_t maxHtmlTags = 3'000'000;    // start and end tags
inline constexpr std::size_t maxHtmlAttributes = 2000;   // in one tag
inline constexpr std::size_t maxHtmlRebuilt = 4'000'000; // formatting elements that paragraphs open once more
inline constexpr std::size_t maxHtmlWork = 1'000'000'000; // sum over all tags of the elements open there

// Whether a page can be parsed in time and memory linear in its size. HTML's tree construction is quadratic in the depth
// of open elements and in the attributes of one tag, and multiplies unclosed formatting elements by paragraphs; so these
// are counted before a tree is built, in one pass that over- rather than underestimates. Fails with tooDeep or tooLarge.
Result<void> checkHtmlLimits(std::string_view html);

} // namespace skein
