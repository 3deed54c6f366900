// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/appearance.h"

namespace skein {

namespace {

constexpr std::size_t oneLine = 17;    // characters that need no second line
constexpr std::size_t longestLine = 24;

bool startsCharacter(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

std::size_t characters(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), startsCharacter));
}

std::string shortened(std::string_view line)
{
    if (characters(line) <= longestLine)
        return std::string(line);
    std::size_t end = 0;
    for (std::size_t count = 0; end < line.size(); ++end) {
        if (startsCharacter(line[end]) && ++count == longestLine)
            break;
    }
    while (end > 0 && line[end - 1] == ' ')
        --end;
    return std::string(line.substr(0, end)) + "…";
}

} // namespace

float nodeRadius(const GraphNode& node)
{
    return std::clamp(4.5F + 2.3F * std::sqrt(static_cast<float>(node.mentions)), 6.0F, 26.0F);
}

LabelStyle labelStyle(const GraphNode& node)
{
    const float radius = nodeRadius(node);
    if (radius >= 16)
        return {15, true};
    if (radius >= 11)
        return {13, true};
    return {12, false};
}

std::vector<std::string> labelLines(std::string_view name)
{
    if (characters(name) <= oneLine)
        return {std::string(name)};
    std::size_t best = std::string_view::npos;
    std::size_t bestLength = characters(name);
    for (std::size_t space = name.find(' '); space != std::string_view::npos; space = name.find(' ', space + 1)) {
        const std::size_t length = std::max(characters(name.substr(0, space)), characters(name.substr(space + 1)));
        if (length < bestLength) {
            best = space;
            bestLength = length;
        }
    }
    if (best == std::string_view::npos)
        return {shortened(name)};
    return {shortened(name.substr(0, best)), shortened(name.substr(best + 1))};
}

Rect footprint(const GraphNode& node, float radius)
{
    constexpr float padding = 7;
    const LabelStyle style = labelStyle(node);
    const std::vector<std::string> lines = labelLines(node.name);
    std::size_t longest = 0;
    for (const std::string& line : lines)
        longest = std::max(longest, characters(line));
    const float half = std::max(radius, static_cast<float>(longest) * style.pixels * (style.isBold ? 0.30F : 0.28F)) + padding;
    const float label = static_cast<float>(lines.size()) * style.pixels * 1.25F + 4;
    return {-half, -radius - padding, half, radius + label + padding};
}

Rect footprint(const GraphNode& node)
{
    return footprint(node, nodeRadius(node));
}

} // namespace skein
