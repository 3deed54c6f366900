// SPDX-License-Identifier: GPL-3.0-or-later
// The importers behind importDocument(). Each takes decoded text and fills in everything of the document that its format
// can tell; title may stay empty. A new format is one more function here, one more Format, and one more file.
#pragma once

#include "core/document/document.h"

#include <string_view>

namespace skein {

Result<void> importPlainText(std::string_view text, Document& document, const Cancel& cancel);

// Source text, JSON, CSV: nothing is prose, every run of lines is a block of code.
Result<void> importSourceText(std::string_view text, Document& document, const Cancel& cancel);

Result<void> importMarkdown(std::string_view text, Document& document, const Cancel& cancel);

Result<void> importHtml(std::string_view text, Document& document, const Cancel& cancel);

} // namespace skein
