// SPDX-License-Identifier: GPL-3.0-or-later
// The Z-curve (Morton 1966): neighbours in the plane are mostly neighbours along it.
#pragma once

#include <cstdint>

namespace skein {

// The bits of both, x in the even places and y in the odd. REQUIRES: each below 2^16.
constexpr std::uint32_t interleaved(std::uint32_t x, std::uint32_t y)
{
    const auto spread = [](std::uint32_t v) { // puts a zero between any two bits
        v = (v | (v << 8)) & 0x00FF00FFU;
        v = (v | (v << 4)) & 0x0F0F0F0FU;
        v = (v | (v << 2)) & 0x33333333U;
        return (v | (v << 1)) & 0x55555555U;
    };
    return spread(x) | (spread(y) << 1);
}

} // namespace skein
