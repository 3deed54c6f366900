// SPDX-License-Identifier: GPL-3.0-or-later
// Draws resources/icons in any colour: "image://icon/NAME/aarrggbb" or "…/rrggbb".
#pragma once

#include <QQuickImageProvider>

class IconProvider : public QQuickImageProvider {
public:
    IconProvider() : QQuickImageProvider(QQuickImageProvider::Image) {}

    QImage requestImage(const QString& id, QSize* size, const QSize& requestedSize) override;
};
