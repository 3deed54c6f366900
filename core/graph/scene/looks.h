// SPDX-License-Identifier: GPL-3.0-or-later
// Sizes and colours of nodes by what is known of them. Pure; the GraphModel takes what comes out.
#pragma once

#include "core/graph/graph.h"
#include "core/graph/scene/palette.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace skein {

// Radii in world units from 6 to 26, as nodeRadius() gives them: their area above the least grows with the value. Values of
// 0 and less have the least radius; none above 0: all have.
std::vector<float> radiiOf(const std::vector<double>& values);

// A scale of five steps from little to much; told apart by lightness alone, too.
inline constexpr std::uint32_t scaleSteps = 5;
Colour scaleColour(std::uint32_t step, bool isDark); // REQUIRES: step < scaleSteps
Colour unknownColour(bool isDark);                   // of what is not known

// Colours that a person gives to single nodes: the types' own, which stand out on either ground. A view keeps 0xRRGGBB of
// the one for light ground; any other number is that colour on both.
std::uint32_t ownColourNumber(std::size_t choice); // REQUIRES: choice < typeStyles().size()
Colour ownColour(std::uint32_t number, bool isDark);

// Steps of that scale; absent: not known.
std::optional<std::uint32_t> stepOfSources(std::uint32_t documents); // 1, 2, 3–4, 5–9, 10 and more
std::optional<std::uint32_t> stepOfConfidence(float confidence);     // below 0.5, from 0.5, 0.65, 0.8, 0.9
std::optional<std::uint32_t> stepOfAge(std::int32_t days);           // above 3 years, to 3 years, 1 year, 90 days, 30 days

// What is known of the claims at a node, beside graph.nodes.
struct NodeClaims {
    float confidence = -1;                  // of its best edge; below 0: it has none
    std::optional<std::int32_t> lastDay;    // the latest day of its evidence

    bool operator==(const NodeClaims&) const = default;
};
std::vector<NodeClaims> claimsAtNodes(const Graph& graph);

} // namespace skein
