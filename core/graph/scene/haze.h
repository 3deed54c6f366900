// SPDX-License-Identifier: GPL-3.0-or-later
// A large graph from afar as one soft picture: where its edges run and its nodes crowd, though none of them is drawn. It
// lies beneath what Detail lets through, and is what the minimap shows. Made once for positions and looks, on a worker.
#pragma once

#include "core/graph/geometry.h"
#include "core/graph/scene/display.h"

#include <cstdint>
#include <vector>

namespace skein {

struct Haze {
    int width = 0;
    int height = 0;
    Rect world;                        // what the picture covers
    std::vector<std::uint32_t> pixels; // row by row; 0xAARRGGBB, premultiplied, to be laid over the background

    bool operator==(const Haze&) const = default;
    bool isEmpty() const { return pixels.empty(); }
};

struct HazeInput {
    const Scene& scene;
    const std::vector<Point>& positions;
    const ViewState& state; // presences, fills
    const Theme& theme;
};

// Eight cells for a node along each side, 256 to 2,048. Cost: the pairs, and for each the cells it passes (long ones pass
// cells eight times as wide). The same for any number of threads.
Haze hazeOf(const HazeInput& input);

} // namespace skein
