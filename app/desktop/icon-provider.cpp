// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/icon-provider.h"

#include <QColor>
#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

QImage IconProvider::requestImage(const QString& id, QSize* size, const QSize& requestedSize)
{
    const auto name = id.section(QLatin1Char('/'), 0, 0);
    const QColor color(QLatin1Char('#') + id.section(QLatin1Char('/'), 1, 1));
    const QSize pixels = requestedSize.isEmpty() ? QSize(16, 16) : requestedSize;
    QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QFile file(QStringLiteral(":/icons/") + name + QStringLiteral(".svg"));
    if (file.open(QIODevice::ReadOnly) && color.isValid()) {
        // SVG colours carry no opacity: the painter does.
        QSvgRenderer drawing(file.readAll().replace("currentColor", color.name(QColor::HexRgb).toLatin1()));
        QPainter painter(&image);
        painter.setOpacity(color.alphaF());
        drawing.render(&painter);
    }
    if (size)
        *size = pixels;
    return image;
}
