// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/document.h"

#include <string_view>

namespace skein {

// Reads the front matter of a Markdown file (YAML between "---" lines, TOML-like lines between "+++" lines) into title,
// author, published and site, and returns the text behind it. Broken front matter is read line by line as far as it says
// "key: value" or "key = value", with a note. Text that has none is returned whole.
std::string_view readFrontMatter(std::string_view text, Document& document);

} // namespace skein
