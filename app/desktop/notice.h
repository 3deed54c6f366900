// SPDX-License-Identifier: GPL-3.0-or-later
// One sentence that the window shows until it is read: an error, or what just happened and the way back. GUI thread.
#pragma once

#include <QObject>
#include <QString>
#include <qqmlintegration.h>

#include <functional>

class Notice : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the workspace has one")
    Q_PROPERTY(QString text READ text NOTIFY changed) // empty: there is none
    Q_PROPERTY(QString detail READ detail NOTIFY changed)
    Q_PROPERTY(QString actionText READ actionText NOTIFY changed)
    Q_PROPERTY(bool isError READ isError NOTIFY changed)

public:
    using QObject::QObject;

    QString text() const { return m_text; }
    QString detail() const { return m_detail; }
    QString actionText() const { return m_actionText; }
    bool isError() const { return m_isError; }

    void showError(const QString& text, const QString& detail = {}, const QString& actionText = {},
                   std::function<void()> action = {});
    void showDone(const QString& text, const QString& actionText = {}, std::function<void()> action = {});

public slots:
    void dismiss();
    void act();

signals:
    void changed();

private:
    QString m_text;
    QString m_detail;
    QString m_actionText;
    std::function<void()> m_action;
    bool m_isError = false;
};
