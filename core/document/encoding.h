// SPDX-License-Identifier: GPL-3.0-or-later
// Character sets: what decode() in document.h is made of.
#pragma once

#include <string>
#include <string_view>

namespace skein {

// The IANA name of the UTF-16 or UTF-32 form that the bytes are in, by a byte-order mark or by where their zero bytes
// lie; empty when they are in neither.
std::string_view wideEncodingOf(std::string_view bytes);

// The name of the encoding that a label means on the web (WHATWG Encoding Standard, 4.2): "latin1" and "iso-8859-1" are
// windows-1252, and so on. Empty for a label that the standard does not know.
std::string_view encodingForLabel(std::string_view label);

// The encoding an HTML or XML document declares in its first 4096 bytes: an XML declaration, <meta charset> or
// <meta http-equiv content>; the label as written, empty when there is none. The standard asks for 1024 bytes; pages with
// long comments before their head are common.
std::string declaredEncoding(std::string_view bytes);

} // namespace skein
