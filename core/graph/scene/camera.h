// SPDX-License-Identifier: GPL-3.0-or-later
// The camera is a plain value: every change gives another one, so a view can be compared, stored and animated.
#pragma once

#include "core/graph/geometry.h"

#include <optional>
#include <span>

namespace skein {

struct Camera {
    static constexpr float smallestZoom = 0.002F;
    static constexpr float largestZoom = 8;

    Point centre;    // the world point in the middle of the view
    float zoom = 1;  // screen pixels for one world unit
    Size view;       // of the screen area, in pixels

    bool operator==(const Camera&) const = default;

    Point toScreen(Point world) const;
    Point toWorld(Point screen) const;
    Rect visibleWorld(float marginPixels = 0) const;

    // Moves what is seen by a way on the screen.
    Camera pannedBy(Point pixels) const;
    // Zooms by a factor, within the limits; the world point under `screen` stays under it.
    Camera zoomedAbout(Point screen, float factor) const;
    // Shows all of `world` with a margin on every side, no larger than `largest`. An empty rectangle is only centred.
    Camera fittedTo(const Rect& world, float marginPixels, float largest) const;
    // The same for `boxes` in a view parts of which are `covered` (in its pixels): as large as leaves every box in sight,
    // and as near to the middle as that allows. Very many boxes are taken as the one rectangle around them. A view that is
    // covered all over is fitted as if it were not.
    Camera fittedBeside(std::span<const Rect> covered, std::span<const Rect> boxes, float marginPixels, float largest) const;
    Camera resizedTo(Size size) const; // the middle stays the middle

    // A view on the way from this one (share 0) to another (share 1); the zoom goes evenly to the eye.
    Camera towards(const Camera& other, float share) const;

private:
    bool leavesInSight(std::span<const Rect> boxes, std::span<const Rect> covered) const;
    std::optional<Camera> besideAll(std::span<const Rect> covered, const Rect& world, float marginPixels, float largest) const;
};

} // namespace skein
