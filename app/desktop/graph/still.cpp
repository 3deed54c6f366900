// SPDX-License-Identifier: GPL-3.0-or-later
#include "still.h"

#include "marks.h"

#include <QIODevice>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <cmath>

namespace skein {

namespace {

constexpr int dotsPerInch = 96; // a pixel of the item is a CSS pixel

void paintStill(QPainter& painter, const Still& still, const StillOptions& options)
{
    const QRectF area({}, still.size);
    if (!options.isTransparent) {
        const Colour ground = still.theme.background;
        painter.fillRect(area, QColor(ground.red, ground.green, ground.blue, ground.alpha));
    }
    painter.setClipRect(area);
    painter.translate(-still.offset);
    paint(painter, still.list, still.fontFamily, still.theme);
}

Result<void> painted(QPaintDevice& device, const Still& still, const StillOptions& options)
{
    QPainter painter;
    if (!painter.begin(&device))
        return fail(Errc::notReadable, "the picture could not be begun");
    paintStill(painter, still, options);
    if (!painter.end())
        return fail(Errc::notReadable, "the picture could not be ended");
    return {};
}

} // namespace

QImage imageOf(const Still& still, const StillOptions& options)
{
    const QSize pixels(static_cast<int>(std::ceil(still.size.width() * options.scale)),
                       static_cast<int>(std::ceil(still.size.height() * options.scale)));
    QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return image;
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.scale(options.scale, options.scale);
    paintStill(painter, still, options);
    painter.end();
    const int dotsPerMeter = static_cast<int>(std::round(dotsPerInch * options.scale / 0.0254));
    image.setDotsPerMeterX(dotsPerMeter);
    image.setDotsPerMeterY(dotsPerMeter);
    return image;
}

Result<void> writeSvg(const Still& still, const StillOptions& options, QIODevice& out, const QString& title)
{
    QSvgGenerator svg;
    svg.setOutputDevice(&out);
    svg.setTitle(title);
    svg.setResolution(dotsPerInch);
    svg.setSize(still.size.toSize());
    svg.setViewBox(QRectF({}, still.size));
    return painted(svg, still, options);
}

Result<void> writePdf(const Still& still, const StillOptions& options, QIODevice& out, const QString& title)
{
    QPdfWriter pdf(&out);
    pdf.setTitle(title);
    pdf.setCreator(QStringLiteral("Skein"));
    pdf.setResolution(dotsPerInch);
    pdf.setPageSize(QPageSize(still.size * (72.0 / dotsPerInch), QPageSize::Point, {}, QPageSize::ExactMatch));
    pdf.setPageMargins({});
    return painted(pdf, still, options);
}

} // namespace skein
