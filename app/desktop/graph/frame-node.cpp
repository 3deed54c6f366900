// SPDX-License-Identifier: GPL-3.0-or-later
#include "frame-node.h"

#include "marks-node.h"

#include <QMatrix4x4>
#include <QQuickWindow>
#include <QSGImageNode>
#include <QSGRectangleNode>

namespace skein {

void FrameNode::clear()
{
    while (QSGNode* child = firstChild()) {
        removeChildNode(child);
        delete child;
    }
    m_hazed.reset();
    m_isNew = true;
}

void FrameNode::show(QQuickWindow& window, const Frame& frame, bool isNew, const QTransform& place, const QRectF& area, const QColor& background)
{
    if (frame.isRaster != m_isRaster)
        clear();
    m_isRaster = frame.isRaster;
    m_isNew = m_isNew || isNew;
    if (frame.picture.isNull() && frame.labels.isNull())
        return clear();
    if (m_isRaster)
        showPicture(window, frame, place);
    else
        showQuads(window, frame, place, area, background);
    m_isNew = false;
}

void FrameNode::showPicture(QQuickWindow& window, const Frame& frame, const QTransform& place)
{
    auto* image = static_cast<QSGImageNode*>(firstChild());
    if (!image) {
        image = window.createImageNode();
        image->setOwnsTexture(true);
        appendChildNode(image);
    }
    if (m_isNew || !image->texture())
        image->setTexture(window.createTextureFromImage(frame.picture, QQuickWindow::TextureIsOpaque));
    image->setFiltering(place.m11() == 1 ? QSGTexture::Nearest : QSGTexture::Linear);
    const double margin = static_cast<double>(frame.margin);
    image->setRect(place.mapRect(QRectF(QPointF(-margin, -margin), QSizeF(frame.picture.size()) / frame.pixelRatio)));
}

void FrameNode::showQuads(QQuickWindow& window, const Frame& frame, const QTransform& place, const QRectF& area, const QColor& background)
{
    auto* ground = static_cast<QSGRectangleNode*>(firstChild());
    if (!ground) {
        ground = window.createRectangleNode();
        auto* mover = new QSGTransformNode;
        mover->appendChildNode(new QSGOpacityNode);
        mover->appendChildNode(new MarksNode);
        ground->appendChildNode(mover);
        appendChildNode(ground);
    }
    ground->setRect(area);
    ground->setColor(background);
    auto* mover = static_cast<QSGTransformNode*>(ground->firstChild());
    mover->setMatrix(QMatrix4x4(place));
    showHaze(window, frame, *mover->firstChild());
    auto* marks = static_cast<MarksNode*>(mover->lastChild());
    marks->setLabels(&window, frame.labels, frame.labelsRevision);
    if (m_isNew)
        marks->setQuads(frame.quads);
}

void FrameNode::showHaze(QQuickWindow& window, const Frame& frame, QSGNode& veil)
{
    const std::shared_ptr<const Ground> hazed = frame.list.haze ? frame.ground : nullptr;
    if (hazed != m_hazed) {
        m_hazed = hazed;
        if (QSGNode* image = veil.firstChild()) {
            veil.removeChildNode(image);
            delete image;
        }
        if (hazed) {
            const Haze& haze = hazed->haze;
            const QImage picture(reinterpret_cast<const uchar*>(haze.pixels.data()), haze.width, haze.height, QImage::Format_ARGB32_Premultiplied);
            auto* image = window.createImageNode();
            image->setOwnsTexture(true);
            image->setFiltering(QSGTexture::Linear);
            image->setTexture(window.createTextureFromImage(picture.copy(), QQuickWindow::TextureHasAlphaChannel));
            veil.appendChildNode(image);
        }
    }
    if (!hazed)
        return;
    const Rect box = frame.list.haze->box;
    static_cast<QSGImageNode*>(veil.firstChild())
        ->setRect(static_cast<double>(box.left), static_cast<double>(box.top), static_cast<double>(box.width()), static_cast<double>(box.height()));
    static_cast<QSGOpacityNode&>(veil).setOpacity(static_cast<double>(frame.list.haze->opacity));
}

} // namespace skein
