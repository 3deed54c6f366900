// SPDX-License-Identifier: GPL-3.0-or-later
// SHA-256 (FIPS 180-4). Content addresses and ids are made with it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace skein {

using Sha256 = std::array<std::uint8_t, 32>;

Sha256 sha256(std::string_view bytes);

// 64 lower-case hexadecimal digits.
std::string toHex(const Sha256& digest);

// The first 63 bits, for ids.
std::uint64_t idBits(const Sha256& digest);

} // namespace skein
