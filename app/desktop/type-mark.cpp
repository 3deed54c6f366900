// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/type-mark.h"

#include "core/graph/scene/palette.h"

#include <QPainter>

#include <cmath>
#include <numbers>

QColor typeColor(const QString& type, bool isDark)
{
    const auto& style = skein::typeStyle(type.toStdString());
    const auto color = isDark ? style.dark : style.light;
    return QColor(color.red, color.green, color.blue);
}

TypeMark::TypeMark(QQuickItem* parent) : QQuickPaintedItem(parent)
{
    setImplicitSize(12, 12);
    setAntialiasing(true);
    connect(this, &TypeMark::changed, this, [this] { update(); });
}

void TypeMark::setType(const QString& type)
{
    if (type == m_type)
        return;
    m_type = type;
    emit changed();
}

void TypeMark::setDark(bool isDark)
{
    if (isDark == m_isDark)
        return;
    m_isDark = isDark;
    emit changed();
}

void TypeMark::setInk(const QColor& ink)
{
    if (ink == m_ink)
        return;
    m_ink = ink;
    emit changed();
}

void TypeMark::paint(QPainter* painter)
{
    const auto outline = skein::outlineOf(skein::typeStyle(m_type.toStdString()).shape);
    const QPointF centre(width() / 2, height() / 2);
    const double radius = std::min(width(), height()) / 2 * 0.84;
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_ink.alpha() > 0 ? m_ink : typeColor(m_type, m_isDark));
    if (outline.sides == 0) {
        painter->drawEllipse(centre, radius, radius);
    } else if (outline.sides == 2) {
        painter->drawRect(QRectF(centre.x() - radius * 0.7, centre.y() - radius, radius * 1.4, radius * 2));
    } else {
        QPolygonF polygon;
        const double reach = std::min(radius * double(outline.reach), std::min(width(), height()) / 2);
        for (int i = 0; i < outline.sides; ++i) {
            const double turn = (double(outline.direction) / 4 + double(i) / outline.sides) * 2 * std::numbers::pi;
            polygon.append(centre + QPointF(std::sin(turn), -std::cos(turn)) * reach);
        }
        painter->drawPolygon(polygon);
    }
}
