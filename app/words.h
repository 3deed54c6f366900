// SPDX-License-Identifier: GPL-3.0-or-later
// Words for people: what went wrong and what they can do about it, in one sentence. Used by the CLI and the desktop.
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace skein {

// One English sentence that ends with a full stop. `name` is the file, library or folder it is about, as the person named
// it; the technical detail is left out, except where it says where in the file to look.
std::string sentence(const Error& error, std::string_view name);

// The same for something that has no name, such as a piece of text.
std::string sentence(const Error& error);

} // namespace skein
