// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace skein {

// A piece of a text: UTF-8 byte offsets, half open, counted from 0, both on character boundaries.
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    auto operator<=>(const Span&) const = default;

    std::uint32_t size() const { return end - begin; }
    bool isEmpty() const { return begin == end; }
    bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
    bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
};

// REQUIRES: the span lies in the text.
inline std::string_view textOf(std::string_view text, Span span)
{
    return text.substr(span.begin, span.size());
}

} // namespace skein
