// SPDX-License-Identifier: GPL-3.0-or-later
// How a node or an edge of the picture is seen. It never changes where anything stands.
#pragma once

#include <algorithm>
#include <cstdint>

namespace skein {

enum class Presence : std::uint8_t {
    shown,
    faded,  // pale, beneath all else, without a label
    hidden, // not drawn, not found by the pointer, passed over by the keyboard
};

inline Presence lesserOf(Presence a, Presence b) { return std::max(a, b); }

} // namespace skein
