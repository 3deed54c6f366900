// SPDX-License-Identifier: GPL-3.0-or-later
// The colours of the canvas and its legend. Colour means type and nothing else; shape says the same once more.
//
// Type colours start from Okabe and Ito's set for colour-blind eyes ("Color Universal Design", 2008), darkened or lightened
// until each stands out at 3 : 1 from its background (WCAG 2.2, 1.4.11).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace skein {

struct Colour {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    std::uint8_t alpha = 255; // not premultiplied

    bool operator==(const Colour&) const = default;
};

// `share` 0 gives `a`, 1 gives `b`.
Colour mixed(Colour a, Colour b, float share);
Colour withAlpha(Colour colour, float alpha);

// Contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2).
double contrast(Colour a, Colour b);

enum class NodeShape : std::uint8_t { circle, square, diamond, hexagon, triangle, triangleDown, pentagon, page, octagon };

// A regular polygon, as both painters draw it. 0 sides: a circle; 2: an upright rectangle.
struct Outline {
    int sides = 0;
    float reach = 1;     // centre to corner for a node of radius 1; chosen so that all shapes weigh the same to the eye
    float direction = 0; // of the first corner: quarter turns clockwise from up
};
Outline outlineOf(NodeShape shape);

struct TypeStyle {
    std::string_view type; // ontology id
    NodeShape shape = NodeShape::circle;
    Colour light;          // on a light background
    Colour dark;           // on a dark one
};

std::span<const TypeStyle> typeStyles();
// Types that the table does not know share one grey style.
const TypeStyle& typeStyle(std::string_view type);

// Of the region behind a group: soft, and not a type's. Groups far apart in number may share one.
Colour regionColour(std::uint32_t group, bool isDark);

struct Theme {
    Colour background;
    Colour edge;
    Colour edgeHighlight;
    Colour text;
    Colour textHalo;
    Colour accent;
    bool isDark = false;

    bool operator==(const Theme&) const = default;
    Colour typeColour(const TypeStyle& style) const { return isDark ? style.dark : style.light; }
};

Theme lightTheme();
Theme darkTheme();

} // namespace skein
