// SPDX-License-Identifier: GPL-3.0-or-later
// A person's additions, held against what an engine knows and joined to it. Internal to core/extract.
#pragma once

#include "core/extract/lexicons.h"
#include "core/extract/ontology.h"
#include "core/extract/patterns.h"
#include "core/extract/taught-names.h"

#include <string>

namespace skein {

// Adds what the text teaches, as far as it draws no complaint: what is shipped is extended, never overridden. Returns
// Additions::essence. Call Patterns::index() afterwards.
std::string extend(Ontology& ontology, Patterns& patterns, TaughtNames& names, const Lexicons& lexicons,
                   Complaints& complaints);

} // namespace skein
