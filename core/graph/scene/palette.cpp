// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/scene/palette.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace skein {

namespace {

constexpr Colour rgb(std::uint32_t value)
{
    return {static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 8), static_cast<std::uint8_t>(value), 255};
}

constexpr std::array<TypeStyle, 9> styles{{
    {"person", NodeShape::circle, rgb(0xD55E00), rgb(0xFF8A3D)},
    {"organization", NodeShape::square, rgb(0x0072B2), rgb(0x4DA3E0)},
    {"place", NodeShape::triangleDown, rgb(0x8A7300), rgb(0xE3D04A)},
    {"product", NodeShape::diamond, rgb(0x009E73), rgb(0x2CC79B)},
    {"technology", NodeShape::hexagon, rgb(0xB45C93), rgb(0xDE93BE)},
    {"benchmark", NodeShape::triangle, rgb(0x2A93C9), rgb(0x8FD3F7)},
    {"event", NodeShape::pentagon, rgb(0xB3261E), rgb(0xF2786F)},
    {"work", NodeShape::page, rgb(0x6A51A3), rgb(0xB3A0E8)},
    {"law", NodeShape::octagon, rgb(0x57606A), rgb(0xA7B1BD)},
}};

constexpr TypeStyle other{"", NodeShape::circle, rgb(0x7A828C), rgb(0x8C96A3)};

double luminance(Colour colour)
{
    const auto linear = [](std::uint8_t v) {
        const double share = v / 255.0;
        return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

} // namespace

Colour mixed(Colour a, Colour b, float share)
{
    const auto channel = [&](std::uint8_t from, std::uint8_t to) {
        return static_cast<std::uint8_t>(static_cast<float>(from) + (static_cast<float>(to) - static_cast<float>(from)) * share + 0.5F);
    };
    return {channel(a.red, b.red), channel(a.green, b.green), channel(a.blue, b.blue), channel(a.alpha, b.alpha)};
}

Colour withAlpha(Colour colour, float alpha)
{
    colour.alpha = static_cast<std::uint8_t>(static_cast<float>(colour.alpha) * std::clamp(alpha, 0.0F, 1.0F) + 0.5F);
    return colour;
}

double contrast(Colour a, Colour b)
{
    const double high = std::max(luminance(a), luminance(b));
    const double low = std::min(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
}

Outline outlineOf(NodeShape shape)
{
    switch (shape) {
    case NodeShape::circle: return {0, 1, 0};
    case NodeShape::square: return {4, 1.27F, 0.5F};
    case NodeShape::diamond: return {4, 1.27F, 0};
    case NodeShape::hexagon: return {6, 1.12F, 0};
    case NodeShape::triangle: return {3, 1.45F, 0};
    case NodeShape::triangleDown: return {3, 1.45F, 2};
    case NodeShape::pentagon: return {5, 1.18F, 0};
    case NodeShape::page: return {2, 1.2F, 0};
    case NodeShape::octagon: return {8, 1.07F, 0.25F};
    }
    return {};
}

std::span<const TypeStyle> typeStyles()
{
    return styles;
}

const TypeStyle& typeStyle(std::string_view type)
{
    const auto found = std::find_if(styles.begin(), styles.end(), [&](const TypeStyle& style) { return style.type == type; });
    return found == styles.end() ? other : *found;
}

Colour regionColour(std::uint32_t group, bool isDark)
{
    static constexpr std::array<Colour, 10> light{rgb(0x4C78C8), rgb(0x3E9C7A), rgb(0xC07A2E), rgb(0x9A62B8), rgb(0xB85063),
                                                  rgb(0x2F97A8), rgb(0x8A8A2B), rgb(0x6A6FD0), rgb(0xA8724C), rgb(0x5C8F3A)};
    const Colour colour = light[group % light.size()];
    return isDark ? mixed(colour, rgb(0xFFFFFF), 0.3F) : colour;
}

Theme lightTheme()
{
    return {rgb(0xFBFCFD), rgb(0xA9B3BF), rgb(0x5B6675), rgb(0x1F2933), rgb(0xFBFCFD), rgb(0x2F6FD6), false};
}

Theme darkTheme()
{
    return {rgb(0x15181C), rgb(0x4D5763), rgb(0xA3AFBE), rgb(0xE6EAEF), rgb(0x15181C), rgb(0x5B9BFF), true};
}

} // namespace skein
