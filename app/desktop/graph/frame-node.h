// SPDX-License-Identifier: GPL-3.0-or-later
// A frame in the scene graph: one picture, or ground, haze and quads, which one matrix moves together. Render thread only.
#pragma once

#include "frame.h"

#include <QColor>
#include <QSGNode>

class QQuickWindow;

namespace skein {

class FrameNode : public QSGNode {
public:
    // `isNew`: it is not the frame of the last call. `place`: from the frame's coordinates to the item's.
    void show(QQuickWindow& window, const Frame& frame, bool isNew, const QTransform& place, const QRectF& area, const QColor& background);

private:
    void showPicture(QQuickWindow& window, const Frame& frame, const QTransform& place);
    void showQuads(QQuickWindow& window, const Frame& frame, const QTransform& place, const QRectF& area, const QColor& background);
    void showHaze(QQuickWindow& window, const Frame& frame, QSGNode& veil);
    void clear();

    bool m_isRaster = false;             // what the children were made for
    bool m_isNew = true;
    std::shared_ptr<const Ground> m_hazed; // whose haze is uploaded
};

} // namespace skein
