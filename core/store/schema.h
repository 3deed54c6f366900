// SPDX-License-Identifier: GPL-3.0-or-later
// A library file: how it is recognised, made and brought up to date.
#pragma once

#include "core/store/sqlite.h"

#include <filesystem>
#include <span>
#include <string_view>

namespace skein::store {

// SQLite's application_id of a library: the bytes "Skei", big endian.
inline constexpr std::int64_t applicationId = 0x536b6569;

// How long a call waits for another program that is writing.
inline constexpr int busyMilliseconds = 2000;

// The scripts that lead from one schema to the next; PRAGMA user_version counts those that ran.
std::span<const std::string_view> migrations();

// Opens a library for writing, making it first when there is no such file (or an empty one), and migrates an older
// schema; each migration runs whole or not at all. A file that could not be made is taken away again.
Result<Database> openForWriting(const std::filesystem::path& file);

// Opens a library of the present schema for reading. An older one fails with notReadable: open it for writing once.
Result<Database> openForReading(const std::filesystem::path& file);

} // namespace skein::store
