// SPDX-License-Identifier: GPL-3.0-or-later
// Colours additions by our own definition (resources/syntax/skein-additions.xml) and underlines their mistakes. GUI thread.
#pragma once

#include "app/desktop/teaching.h"

#include <QColor>
#include <QObject>
#include <QQuickTextDocument>
#include <qqmlintegration.h>

class TeachPainter;

class TeachHighlighter : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QQuickTextDocument* document READ document WRITE setDocument NOTIFY changed REQUIRED)
    Q_PROPERTY(Teaching* teaching READ teaching WRITE setTeaching NOTIFY changed REQUIRED)
    Q_PROPERTY(bool isDark READ isDark WRITE setDark NOTIFY changed)
    Q_PROPERTY(QColor danger MEMBER m_danger WRITE setDanger NOTIFY changed)
    Q_PROPERTY(QColor dangerGround MEMBER m_dangerGround WRITE setDangerGround NOTIFY changed)

public:
    using QObject::QObject;

    QQuickTextDocument* document() const { return m_document; }
    void setDocument(QQuickTextDocument* document);
    Teaching* teaching() const { return m_teaching; }
    void setTeaching(Teaching* teaching);
    bool isDark() const { return m_isDark; }
    void setDark(bool isDark);
    void setDanger(const QColor& color);
    void setDangerGround(const QColor& color);

signals:
    void changed();

private:
    friend class TeachPainter;
    void apply();

    QQuickTextDocument* m_document = nullptr;
    Teaching* m_teaching = nullptr;
    TeachPainter* m_painter = nullptr; // owned by the text document
    std::vector<Teaching::ProblemRow> m_shown;
    bool m_isDark = false;
    QColor m_danger;
    QColor m_dangerGround;
};
