// SPDX-License-Identifier: GPL-3.0-or-later
// Labels as pictures: every text is set once, with its halo, into one image that both painters take it from.
#pragma once

#include "core/graph/scene/display.h"

#include <QHash>
#include <QImage>
#include <QRect>
#include <QString>

class QPainter;

namespace skein {

// One label with its halo, the corner of its box at the painter's origin. As text it stays text in an SVG or a PDF, else its
// letters are outlines. For any thread.
void paintLabel(QPainter& painter, const LabelMark& label, const QString& family, const Theme& theme, bool asText);

// Any thread, one at a time.
class LabelAtlas {
public:
    // Forgets everything when one of these differs from before.
    void configure(const QString& family, double pixelRatio, const Theme& theme);

    // In pixels, halo included.
    Size measure(const std::vector<std::string>& lines, LabelStyle style);
    // Where the label stands in image(), in device pixels. Empty when not even an empty atlas has room for it.
    // Valid until the next call of configure() or tidy().
    QRect place(const LabelMark& label);
    // Starts over when little room is left: call before the labels of a frame are placed.
    void tidy();

    const QImage& image() const { return m_image; }
    quint64 revision() const { return m_revision; } // changes with the image

private:
    static constexpr int width = 2048;
    static constexpr int greatestHeight = 8192;
    static constexpr int fullHeight = 4096; // tidy() starts over beyond

    QRect reserve(QSize size);
    void setWithHalo(const QImage& letters, QPoint at, Colour colour);

    QString m_family;
    double m_ratio = 1;
    Theme m_theme;
    QImage m_image;
    QHash<QString, QRect> m_places;
    QHash<QString, Size> m_sizes;
    QPoint m_next;     // free place on the current shelf
    int m_shelf = 0;   // its height
    quint64 m_revision = 1;
};

} // namespace skein
