// SPDX-License-Identifier: GPL-3.0-or-later
// `skein-cli analyse`: a line of JSON in, a line of JSON out. Positions in JSON are code points.
#pragma once

#include "core/base/result.h"
#include "core/document/document.h"
#include "core/extract/analysis.h"

#include <string>
#include <string_view>

namespace skein::exchange {

struct AnalyseRequest {
    std::string id = "null"; // as JSON
    Source source;
    std::string date; // EDTF or empty
};

// Reads a line. Fails with badSyntax; `id` then is as much of it as could be read, "null" at worst.
Result<AnalyseRequest> parseRequest(std::string_view line, std::string& id);

// The answer to a request, on one line without its end. `tokens`: with the member "tokens".
std::string writeAnalysis(std::string_view id, const Document& document, const Analysis& analysis, bool tokens);

// The answer to a line that could not be read.
std::string writeError(std::string_view id, std::string_view sentence);

} // namespace skein::exchange
