// SPDX-License-Identifier: GPL-3.0-or-later
// The two painters of a display list. They draw the same: one as quads whose shapes a shader cuts out, one with QPainter
// where there is no shader (the software scene graph of remote desktops and virtual machines).
#pragma once

#include "core/graph/scene/display.h"
#include "label-atlas.h"

#include <cstdint>
#include <vector>

class QPainter;

namespace skein {

// One corner of a quad; see resources/shaders/marks.frag for what `shape` means.
struct MarkVertex {
    float x;
    float y;
    float u; // in the mark's own frame, pixels; in the atlas for a label
    float v;
    float shape[4];
    std::uint8_t fill[4]; // premultiplied
    std::uint8_t ring[4];
};

// Four corners a mark, in painting order. Label boxes are put on whole device pixels, so that text stays crisp.
std::vector<MarkVertex> quadsOf(const DisplayList& list, LabelAtlas& atlas, double pixelRatio);

void paint(QPainter& painter, const DisplayList& list, LabelAtlas& atlas, double pixelRatio);

} // namespace skein
