// SPDX-License-Identifier: GPL-3.0-or-later
// The scene-graph side: one geometry node that holds all quads, and the material that shades them. Render thread only.
#pragma once

#include "marks.h"

#include <QSGGeometryNode>
#include <QSGMaterial>
#include <QSGTexture>

#include <memory>

class QQuickWindow;

namespace skein {

class MarksMaterial : public QSGMaterial {
public:
    MarksMaterial();
    QSGMaterialType* type() const override;
    QSGMaterialShader* createShader(QSGRendererInterface::RenderMode mode) const override;
    int compare(const QSGMaterial* other) const override;

    std::unique_ptr<QSGTexture> labels; // never null while drawn
};

class MarksNode : public QSGGeometryNode {
public:
    MarksNode();

    void setQuads(const std::vector<MarkVertex>& vertices);
    // Uploads the atlas when it changed.
    void setLabels(QQuickWindow* window, const QImage& atlas, quint64 revision);

private:
    MarksMaterial m_material;
    QSGGeometry m_geometry;
    quint64 m_revision = 0;
};

} // namespace skein
