// SPDX-License-Identifier: GPL-3.0-or-later
// The mark of an entity type in lists: the colour and the shape that its nodes have in the graph.
#pragma once

#include <QColor>
#include <QQuickPaintedItem>
#include <QString>
#include <qqmlintegration.h>

QColor typeColor(const QString& type, bool isDark);

class TypeMark : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString type READ type WRITE setType NOTIFY changed)
    Q_PROPERTY(bool isDark READ isDark WRITE setDark NOTIFY changed)
    Q_PROPERTY(QColor ink READ ink WRITE setInk NOTIFY changed) // instead of the type's colour, unless transparent

public:
    explicit TypeMark(QQuickItem* parent = nullptr);

    QString type() const { return m_type; }
    void setType(const QString& type);
    bool isDark() const { return m_isDark; }
    void setDark(bool isDark);
    QColor ink() const { return m_ink; }
    void setInk(const QColor& ink);

    void paint(QPainter* painter) override;

signals:
    void changed();

private:
    QString m_type;
    bool m_isDark = false;
    QColor m_ink = Qt::transparent;
};
