// SPDX-License-Identifier: GPL-3.0-or-later
// Relative pronouns refer to what they describe.
#pragma once

#include "core/extract/finders.h"

#include <string_view>

namespace skein {

// Whether the word may be a relative pronoun or adverb: who, whom, whose, which, that, where.
bool isRelative(std::string_view word);

// Adds each relative pronoun as a mention (kind `pronoun`) of the entity that its clause describes: "Ann, who founded Acme".
void addRelatives(const Document& document, const Reading& reading, NameReading& names);

} // namespace skein
