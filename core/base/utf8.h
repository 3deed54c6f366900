// SPDX-License-Identifier: GPL-3.0-or-later
// Positions in UTF-8 text. Inside the core every position is a byte offset; the CLI counts code points and the desktop
// UTF-16 units, and each converts once, at its edge, with a table from here.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace skein {

bool isUtf8(std::string_view text);

// Maps byte offsets to code points or UTF-16 units and back ; a lookup costs at most 64 steps (and a binary search on the way back): one entry is
// kept for every 64 bytes, the rest is counted. Offsets past the end map to the end.
class OffsetMap {
public:
    enum class Unit { codePoint, utf16 };

    // Keeps a view of `text`, which must outlive the map and be valid UTF-8.
    OffsetMap(std::string_view text, Unit unit);

    std::uint32_t fromByte(std::uint32_t byte) const;
    std::uint32_t toByte(std::uint32_t position) const;

private:
    std::string_view m_text;
    Unit m_unit;
    std::vector<std::uint32_t> m_marks; // position of the first character that starts in each 64-byte block
};

} // namespace skein
