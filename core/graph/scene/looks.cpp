// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/scene/looks.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace skein {

namespace {

constexpr float leastRadius = 6;
constexpr float mostRadius = 26;

} // namespace

std::vector<float> radiiOf(const std::vector<double>& values)
{
    double most = 0;
    for (const double value : values)
        most = std::max(most, value);
    std::vector<float> radii;
    radii.reserve(values.size());
    for (const double value : values) {
        const double share = most > 0 ? std::sqrt(std::max(value, 0.0) / most) : 0;
        radii.push_back(leastRadius + (mostRadius - leastRadius) * static_cast<float>(share));
    }
    return radii;
}

Colour scaleColour(std::uint32_t step, bool isDark)
{
    // From a pale to a deep blue on light ground, the other way round on dark: what is much stands out.
    static constexpr std::array<Colour, scaleSteps> light{{{158, 178, 200}, {112, 150, 190}, {70, 121, 178}, {36, 90, 158}, {14, 56, 122}}};
    static constexpr std::array<Colour, scaleSteps> dark{{{74, 92, 112}, {84, 122, 160}, {98, 152, 206}, {140, 188, 238}, {204, 228, 255}}};
    return (isDark ? dark : light)[step];
}

std::uint32_t ownColourNumber(std::size_t choice)
{
    const Colour colour = typeStyles()[choice].light;
    return static_cast<std::uint32_t>(colour.red) << 16 | static_cast<std::uint32_t>(colour.green) << 8 | colour.blue;
}

Colour ownColour(std::uint32_t number, bool isDark)
{
    const Colour colour{static_cast<std::uint8_t>(number >> 16), static_cast<std::uint8_t>(number >> 8), static_cast<std::uint8_t>(number)};
    const auto styles = typeStyles();
    const auto found = std::find_if(styles.begin(), styles.end(), [&](const TypeStyle& style) { return style.light == colour; });
    return isDark && found != styles.end() ? found->dark : colour;
}

Colour unknownColour(bool isDark) { return isDark ? Colour{96, 100, 106} : Colour{168, 170, 174}; }

std::optional<std::uint32_t> stepOfSources(std::uint32_t documents)
{
    if (documents == 0)
        return std::nullopt;
    return documents >= 10 ? 4U : documents >= 5 ? 3U : documents >= 3 ? 2U : documents - 1;
}

std::optional<std::uint32_t> stepOfConfidence(float confidence)
{
    if (confidence < 0)
        return std::nullopt;
    return confidence >= 0.9F ? 4U : confidence >= 0.8F ? 3U : confidence >= 0.65F ? 2U : confidence >= 0.5F ? 1U : 0U;
}

std::optional<std::uint32_t> stepOfAge(std::int32_t days)
{
    return days <= 30 ? 4U : days <= 90 ? 3U : days <= 365 ? 2U : days <= 3 * 365 ? 1U : 0U;
}

std::vector<NodeClaims> claimsAtNodes(const Graph& graph)
{
    std::vector<NodeClaims> result(graph.nodes.size());
    for (const GraphEdge& edge : graph.edges) {
        std::optional<std::int32_t> last;
        for (const GraphEvidence& evidence : graph.evidenceOf(edge)) {
            if (evidence.isDated())
                last = std::max(last.value_or(evidence.when.last), evidence.when.last);
        }
        for (const std::uint32_t node : {edge.source, edge.target}) {
            result[node].confidence = std::max(result[node].confidence, edge.confidence);
            if (last)
                result[node].lastDay = std::max(result[node].lastDay.value_or(*last), *last);
        }
    }
    return result;
}

} // namespace skein
