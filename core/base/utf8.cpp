// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/utf8.h"

#include <algorithm>

namespace skein {
namespace {

constexpr std::uint32_t block = 64;

bool isContinuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// Units that the character starting with `c` takes; 0 for a continuation byte.
std::uint32_t units(char c, OffsetMap::Unit unit)
{
    if (isContinuation(c)) return 0;
    return unit == OffsetMap::Unit::utf16 && static_cast<unsigned char>(c) >= 0xF0 ? 2 : 1;
}

} // namespace

bool isUtf8(std::string_view text)
{
    const auto* p = reinterpret_cast<const unsigned char*>(text.data());
    const auto* const end = p + text.size();
    while (p < end) {
        if (*p < 0x80) { ++p; continue; }
        const int length = *p >= 0xF0 ? 4 : *p >= 0xE0 ? 3 : 2;
        if (*p < 0xC2 || *p > 0xF4 || end - p < length) return false;
        for (int i = 1; i < length; ++i)
            if ((p[i] & 0xC0) != 0x80) return false;
        if (*p == 0xE0 && p[1] < 0xA0) return false;                       // overlong
        if (*p == 0xED && p[1] > 0x9F) return false;                       // surrogates
        if (*p == 0xF0 && p[1] < 0x90) return false;                       // overlong
        if (*p == 0xF4 && p[1] > 0x8F) return false;                       // beyond U+10FFFF
        p += length;
    }
    return true;
}

OffsetMap::OffsetMap(std::string_view text, Unit unit) : m_text(text), m_unit(unit)
{
    m_marks.reserve(text.size() / block + 2);
    std::uint32_t position = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i % block == 0) m_marks.push_back(position);
        position += units(text[i], unit);
    }
    m_marks.push_back(position);
}

std::uint32_t OffsetMap::fromByte(std::uint32_t byte) const
{
    byte = std::min<std::uint32_t>(byte, static_cast<std::uint32_t>(m_text.size()));
    if (m_text.empty()) return 0;
    if (byte == m_text.size()) return m_marks.back();
    std::uint32_t position = m_marks[byte / block];
    for (std::uint32_t i = byte / block * block; i < byte; ++i) position += units(m_text[i], m_unit);
    return position;
}

std::uint32_t OffsetMap::toByte(std::uint32_t position) const
{
    const auto size = static_cast<std::uint32_t>(m_text.size());
    if (m_text.empty() || position >= m_marks.back()) return size;
    const auto after = std::upper_bound(m_marks.begin(), m_marks.end() - 1, position);
    const auto mark = static_cast<std::uint32_t>(after - m_marks.begin() - 1);
    std::uint32_t at = m_marks[mark];
    std::uint32_t byte = mark * block;
    // A block can begin in the middle of a character that the block before has counted.
    while (byte < size && isContinuation(m_text[byte])) ++byte;
    while (byte < size && at + units(m_text[byte], m_unit) <= position) {
        at += units(m_text[byte], m_unit);
        for (++byte; byte < size && isContinuation(m_text[byte]);) ++byte;
    }
    return byte;
}

} // namespace skein
