// SPDX-License-Identifier: GPL-3.0-or-later
// Draws a display list into a picture with nothing but the processor: in bands, one for each core, without a lock. For
// where there is no GPU: it draws what the quads draw, many times quicker than a GL that is itself computed.
#pragma once

#include "core/graph/scene/display.h"
#include "label-atlas.h"

#include <QImage>

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace skein {

class Raster {
public:
    // Fills `picture` (RGB32, device pixels) with the part of the list that begins at `from` (its pixels), over an opaque
    // background. Any thread, one at a time. The same pixels for any number of cores.
    void draw(QImage& picture, const DisplayList& list, LabelAtlas& atlas, double pixelRatio, Point from, Colour background);

private:
    // How far a shape and the ring around it cover each pixel.
    struct Sprite {
        int left = 0;  // of the node's pixel
        int top = 0;
        int width = 0;
        int height = 0;
        std::vector<std::uint8_t> inner;
        std::vector<std::uint8_t> outer; // ring included; empty: no ring
    };
    struct Placed {
        const Sprite* sprite;
        int x;
        int y;
        std::uint32_t fill; // premultiplied
        std::uint32_t ring;
    };
    struct Text {
        QRect source;
        int x;
        int y;
        std::uint32_t opacity; // of 256
    };

    const Sprite& spriteFor(NodeShape shape, int radius, int ring, int x, int y);

    std::unordered_map<std::uint64_t, Sprite> m_sprites;
    std::vector<Placed> m_nodes; // of the list that is drawn
    std::vector<Text> m_texts;
};

} // namespace skein
