// SPDX-License-Identifier: GPL-3.0-or-later
// Names that a text writes in capitals only, as transcripts do with those who speak. Internal to core/extract.
#pragma once

#include "core/extract/lexicons.h"

#include <string>
#include <string_view>

namespace skein {

// Whether every letter is a capital: "AMY HOLT". ASCII only.
bool isShouted(std::string_view name);

// A person's name that is shouted, as it is usually written: "Amy Holt", "J. P. McAllen", "Anne-Marie O'Hara", "Tom Holt III".
// Two letters that are no known name stay initials: "AJ Holt".
std::string personInNormalCase(std::string_view name, const Lexicons& lexicons);

} // namespace skein
