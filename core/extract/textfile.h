// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>

namespace skein {

// The bytes of a resource file. Fails with notFound, isFolder or notReadable; the detail names the file.
Result<std::string> readTextFile(const std::filesystem::path& file);

} // namespace skein
