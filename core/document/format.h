// SPDX-License-Identifier: GPL-3.0-or-later
// Which importer a source belongs to, and which sources belong to none.
#pragma once

#include "core/document/document.h"

#include <string>
#include <string_view>

namespace skein {

enum class Format { plainText, sourceText, markdown, html };

// What kind of file the bytes are when they are no text: "PDF", "ZIP archive", …; empty when nothing speaks against text.
// Known signatures first, then NUL bytes that UTF-16 or UTF-32 do not explain, then the share of control characters.
std::string binaryKind(std::string_view bytes);

// REQUIRES: binaryKind() is empty. A media type that was given decides; then the name's extension; then the first bytes.
Format formatOf(const Source& source);

// "text/plain", "text/markdown" or "text/html".
std::string_view mediaTypeOf(Format format);

// The charset parameter of a media type ("text/html; charset=utf-8"); empty when there is none.
std::string charsetParameter(std::string_view mediaType);

} // namespace skein
