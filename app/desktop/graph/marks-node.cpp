// SPDX-License-Identifier: GPL-3.0-or-later
#include "marks-node.h"

#include <QQuickWindow>
#include <QSGMaterialShader>

#include <cstring>

namespace skein {

namespace {

class MarksShader : public QSGMaterialShader {
public:
    MarksShader()
    {
        setShaderFileName(VertexStage, QStringLiteral(":/shaders/marks.vert.qsb"));
        setShaderFileName(FragmentStage, QStringLiteral(":/shaders/marks.frag.qsb"));
    }

    bool updateUniformData(RenderState& state, QSGMaterial*, QSGMaterial*) override
    {
        char* data = state.uniformData()->data();
        if (state.isMatrixDirty()) {
            const QMatrix4x4 matrix = state.combinedMatrix();
            std::memcpy(data, matrix.constData(), 64);
        }
        const float opacity = state.opacity();
        std::memcpy(data + 64, &opacity, 4);
        const float pixel = 1 / std::max(state.devicePixelRatio(), 0.1F);
        std::memcpy(data + 68, &pixel, 4);
        return true;
    }

    void updateSampledImage(RenderState& state, int binding, QSGTexture** texture, QSGMaterial* material, QSGMaterial*) override
    {
        if (binding != 1)
            return;
        QSGTexture* labels = static_cast<MarksMaterial*>(material)->labels.get();
        labels->commitTextureOperations(state.rhi(), state.resourceUpdateBatch());
        *texture = labels;
    }
};

const QSGGeometry::AttributeSet& attributes()
{
    static const QSGGeometry::Attribute list[] = {
        QSGGeometry::Attribute::createWithAttributeType(0, 2, QSGGeometry::FloatType, QSGGeometry::PositionAttribute),
        QSGGeometry::Attribute::createWithAttributeType(1, 2, QSGGeometry::FloatType, QSGGeometry::TexCoordAttribute),
        QSGGeometry::Attribute::createWithAttributeType(2, 4, QSGGeometry::FloatType, QSGGeometry::UnknownAttribute),
        QSGGeometry::Attribute::createWithAttributeType(3, 4, QSGGeometry::UnsignedByteType, QSGGeometry::ColorAttribute),
        QSGGeometry::Attribute::createWithAttributeType(4, 4, QSGGeometry::UnsignedByteType, QSGGeometry::ColorAttribute)};
    static const QSGGeometry::AttributeSet set{5, sizeof(MarkVertex), list};
    return set;
}

} // namespace

MarksMaterial::MarksMaterial()
{
    setFlag(Blending);
}

QSGMaterialType* MarksMaterial::type() const
{
    static QSGMaterialType type;
    return &type;
}

QSGMaterialShader* MarksMaterial::createShader(QSGRendererInterface::RenderMode) const
{
    return new MarksShader;
}

int MarksMaterial::compare(const QSGMaterial* other) const
{
    return this < other ? -1 : this > other ? 1 : 0; // every item has its own atlas
}

MarksNode::MarksNode() : m_geometry(attributes(), 0, 0, QSGGeometry::UnsignedIntType)
{
    m_geometry.setDrawingMode(QSGGeometry::DrawTriangles);
    setGeometry(&m_geometry);
    setMaterial(&m_material);
}

void MarksNode::setQuads(const std::vector<MarkVertex>& vertices)
{
    const auto quads = static_cast<int>(vertices.size() / 4);
    m_geometry.allocate(quads * 4, quads * 6);
    if (!vertices.empty())
        std::memcpy(m_geometry.vertexData(), vertices.data(), vertices.size() * sizeof(MarkVertex));
    quint32* index = m_geometry.indexDataAsUInt();
    for (quint32 first = 0; first < static_cast<quint32>(quads) * 4; first += 4) {
        for (const quint32 corner : {0U, 1U, 2U, 2U, 1U, 3U})
            *index++ = first + corner;
    }
    markDirty(DirtyGeometry);
}

void MarksNode::setLabels(QQuickWindow* window, const QImage& atlas, quint64 revision)
{
    if (m_material.labels && revision == m_revision)
        return;
    m_revision = revision;
    m_material.labels.reset(window->createTextureFromImage(atlas, QQuickWindow::TextureHasAlphaChannel));
    m_material.labels->setFiltering(QSGTexture::Linear);
    markDirty(DirtyMaterial);
}

} // namespace skein
