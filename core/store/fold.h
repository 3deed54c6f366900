// SPDX-License-Identifier: GPL-3.0-or-later
// The forms in which names and queries are compared. Independent of the locale.
#pragma once

#include <string>
#include <string_view>

namespace skein::store {

// What makes two spellings one name: Unicode NFKC case folding (Unicode 15, UAX 44), typographic quotes and dashes made
// plain, full stops and commas dropped unless a digit follows ("Inc." is "inc", "GPT-5.4" stays), white space collapsed.
std::string foldName(std::string_view name);

// foldName() without diacritics: "Müller" is found by "muller".
std::string foldForSearch(std::string_view text);

} // namespace skein::store
