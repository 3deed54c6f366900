// SPDX-License-Identifier: GPL-3.0-or-later
// `skein-cli export --format json`: everything in a library as one JSON object.
#pragma once

#include "core/store/content.h"

#include <string>

namespace skein::exchange {

// Ends with a line feed; one document, entity, claim … a line. Positions are code points. Equal contents give equal bytes.
std::string exportJson(const store::Content& content);

} // namespace skein::exchange
