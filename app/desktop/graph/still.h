// SPDX-License-Identifier: GPL-3.0-or-later
// What the canvas shows at a moment, as a value that any thread can draw: into a picture of any size, an SVG or a PDF.
#pragma once

#include "core/base/result.h"
#include "core/graph/scene/display.h"

#include <QImage>
#include <QPointF>
#include <QSizeF>
#include <QString>

#include <memory>

class QIODevice;

namespace skein {

struct Still {
    DisplayList list;
    QPointF offset;  // of the list's coordinates in the item's
    QSizeF size;     // of the item, in pixels
    Theme theme;
    QString fontFamily;
    std::shared_ptr<const void> kept; // what the list points into

    bool isEmpty() const { return size.isEmpty(); }
};

struct StillOptions {
    double scale = 1;           // pixels of the picture for one of the item
    bool isTransparent = false; // no ground is painted
};

// Text is drawn as text, so it can be selected and searched in SVG and PDF. `scale` counts for images alone.
QImage imageOf(const Still& still, const StillOptions& options);
Result<void> writeSvg(const Still& still, const StillOptions& options, QIODevice& out, const QString& title);
Result<void> writePdf(const Still& still, const StillOptions& options, QIODevice& out, const QString& title);

} // namespace skein
