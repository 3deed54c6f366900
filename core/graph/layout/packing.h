// SPDX-License-Identifier: GPL-3.0-or-later
// Puts the drawings of components side by side on the canvas, tightly and without overlap (polyomino packing after
// Freivalds, Dogrusoz and Kikusts 2002): small ones use the hollows of large ones.
#pragma once

#include "core/graph/geometry.h"

#include <cstdint>
#include <vector>

namespace skein {

struct Drawing {
    std::vector<Rect> boxes;                        // of nodes
    std::vector<std::pair<Point, Point>> lines;     // links between them
    bool isAnchored = false;                        // stays where it is
};

// How far to move each drawing. Anchored ones come first and stay; then each in turn, in the order given, as near to the
// middle as it fits. `aspect`: width over height of the whole that is wished for.
std::vector<Point> packDrawings(const std::vector<Drawing>& drawings, float aspect);

// The same in rows, one beside the other as in a book: plain, and quick for many drawings or very wide ones. None stays where
// it is.
std::vector<Point> packInRows(const std::vector<Drawing>& drawings, float aspect);

// Equal cells in centred rows under `above` (empty: around the origin), as many to a row as show the whole largest in a
// window of the given aspect. Returns the cells' centres in order, row by row.
std::vector<Point> arrangeInRows(std::size_t count, Size cell, const Rect& above, float aspect);

Rect boundsOf(const std::vector<Rect>& boxes); // empty for none

} // namespace skein
