// SPDX-License-Identifier: GPL-3.0-or-later
// Painters of a display list. They draw the same: as quads whose shapes a shader cuts out where there is a GPU, and with
// QPainter for pages and files. Where there is no GPU, Raster draws it into a picture.
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

// Labels stay text where the device knows text, as in SVG and PDF. For any thread.
void paint(QPainter& painter, const DisplayList& list, const QString& family, const Theme& theme);

} // namespace skein
