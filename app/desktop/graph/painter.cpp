// SPDX-License-Identifier: GPL-3.0-or-later
#include "marks.h"

#include "core/graph/scene/haze.h"

#include <QPainter>
#include <QPainterPath>

#include <numbers>

namespace skein {

namespace {

QColor toColor(Colour colour) { return QColor(colour.red, colour.green, colour.blue, colour.alpha); }

// A closed outline with corners at `reach` from the centre.
QPainterPath cornered(QPointF centre, double reach, int sides, double direction)
{
    QPainterPath path;
    for (int i = 0; i < sides; ++i) {
        const double angle = direction * std::numbers::pi / 2 + 2 * std::numbers::pi * i / sides;
        const QPointF corner = centre + QPointF(std::sin(angle), -std::cos(angle)) * reach;
        if (i == 0)
            path.moveTo(corner);
        else
            path.lineTo(corner);
    }
    path.closeSubpath();
    return path;
}

// Drawn as fill plus a round pen: the pen rounds the corners, as the shader's distance does.
void paintShape(QPainter& painter, const NodeMark& node, double growth, const QColor& colour)
{
    const Outline outline = outlineOf(node.shape);
    const double reach = static_cast<double>(node.radius * outline.reach);
    const QPointF centre(node.centre.x, node.centre.y);
    painter.setBrush(colour);
    if (outline.sides == 0) {
        painter.setPen(Qt::NoPen);
        painter.drawEllipse(centre, reach + growth, reach + growth);
        return;
    }
    const double rounding = reach * 0.18;
    painter.setPen(QPen(colour, 2 * (rounding + growth), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (outline.sides == 2) {
        const QSizeF half(reach * 0.68 - rounding, reach * 0.9 - rounding);
        painter.drawRect(QRectF(centre.x() - half.width(), centre.y() - half.height(), 2 * half.width(), 2 * half.height()));
        return;
    }
    const double corner = reach - rounding / std::cos(std::numbers::pi / outline.sides);
    painter.drawPath(cornered(centre, corner, outline.sides, static_cast<double>(outline.direction)));
}

void paintArrow(QPainter& painter, Point tip, Point axis, double size, const QColor& colour)
{
    const QPointF way(axis.x, axis.y);
    const QPointF side(-axis.y, axis.x);
    const QPointF end(tip.x, tip.y);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(QPolygonF({end, end - way * size + side * size * 0.5, end - way * size - side * size * 0.5}));
}

void paintEdge(QPainter& painter, const EdgeMark& edge)
{
    const auto line = lineOf(edge);
    if (!line)
        return;
    QPen pen(toColor(edge.colour), static_cast<double>(edge.width), Qt::SolidLine, Qt::FlatCap);
    if (edge.isDashed) {
        const double dash = static_cast<double>(line->dash / edge.width);
        pen.setDashPattern({dash * 0.6, dash * 0.4});
    }
    painter.setPen(pen);
    painter.drawLine(QPointF(line->from.x, line->from.y), QPointF(line->to.x, line->to.y));
    if (edge.hasArrowAtTo)
        paintArrow(painter, edge.to, line->axis, static_cast<double>(line->arrow), toColor(edge.colour));
    if (edge.hasArrowAtFrom)
        paintArrow(painter, edge.from, line->axis * -1, static_cast<double>(line->arrow), toColor(edge.colour));
}

void paintHaze(QPainter& painter, const HazeMark& mark)
{
    const QImage picture(reinterpret_cast<const uchar*>(mark.haze->pixels.data()), mark.haze->width, mark.haze->height,
                         QImage::Format_ARGB32_Premultiplied);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setOpacity(static_cast<double>(mark.opacity));
    painter.drawImage(QRectF(QPointF(mark.box.left, mark.box.top), QPointF(mark.box.right, mark.box.bottom)), picture);
    painter.setOpacity(1);
}

void paintRegion(QPainter& painter, const RegionMark& region)
{
    QPolygonF outline;
    for (const Point p : region.outline)
        outline << QPointF(p.x, p.y);
    painter.setPen(QPen(toColor(region.rim), 1));
    painter.setBrush(toColor(region.fill));
    painter.drawPolygon(outline);
}

} // namespace

void paint(QPainter& painter, const DisplayList& list, const QString& family, const Theme& theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    if (list.haze)
        paintHaze(painter, *list.haze);
    for (const RegionMark& region : list.regions)
        paintRegion(painter, region);
    for (const EdgeMark& edge : list.edges)
        paintEdge(painter, edge);
    for (const NodeMark& node : list.nodes) {
        if (node.ringWidth > 0)
            paintShape(painter, node, static_cast<double>(node.ringWidth), toColor(node.ring));
        paintShape(painter, node, 0, toColor(node.fill));
    }
    for (const LabelMark& label : list.labels) {
        painter.save();
        painter.setOpacity(static_cast<double>(label.opacity));
        painter.translate(static_cast<double>(label.box.left), static_cast<double>(label.box.top));
        paintLabel(painter, label, family, theme, true);
        painter.restore();
    }
}

} // namespace skein
