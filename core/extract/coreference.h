// SPDX-License-Identifier: GPL-3.0-or-later
// Pronouns and nominals ("the company") that clearly refer to a named entity. Internal to core/extract.
#pragma once

#include "core/extract/finders.h"

namespace skein {

// Adds mentions of kinds pronoun and nominal to a reading that holds names only, in text order. Links only what agrees
// in type, number and gender with one clear antecedent; everything else is left alone.
void addCoreference(const Document& document, const Reading& reading, const Lexicons& lexicons, NameReading& names);

} // namespace skein
