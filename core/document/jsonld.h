// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace skein {

struct HtmlMetadata;

// Fills the empty fields from one JSON-LD script: the first article, or the first page, that it describes. Anything that is
// no JSON, nested deeper than 64 or larger than a megabyte is ignored.
void readJsonLd(std::string_view json, HtmlMetadata& metadata);

} // namespace skein
