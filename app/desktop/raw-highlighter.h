// SPDX-License-Identifier: GPL-3.0-or-later
// Colours the raw form of a source (Markdown, HTML, JSON, …) after its file name. GUI thread.
#pragma once

#include <QObject>
#include <QQuickTextDocument>
#include <qqmlintegration.h>

namespace KSyntaxHighlighting {
class Repository;
class SyntaxHighlighter;
class Theme;
}

// All definitions and themes, ours too (resources/syntax). Loading them takes a moment: once, when first asked for.
KSyntaxHighlighting::Repository& syntaxRepository();
KSyntaxHighlighting::Theme syntaxTheme(bool isDark);

class RawHighlighter : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QQuickTextDocument* document READ document WRITE setDocument NOTIFY changed REQUIRED)
    Q_PROPERTY(QString fileName READ fileName WRITE setFileName NOTIFY changed)
    Q_PROPERTY(bool isDark READ isDark WRITE setDark NOTIFY changed)

public:
    using QObject::QObject;

    QQuickTextDocument* document() const { return m_document; }
    void setDocument(QQuickTextDocument* document);
    QString fileName() const { return m_fileName; }
    void setFileName(const QString& fileName);
    bool isDark() const { return m_isDark; }
    void setDark(bool isDark);

signals:
    void changed();

private:
    void apply();

    QQuickTextDocument* m_document = nullptr;
    KSyntaxHighlighting::SyntaxHighlighter* m_highlighter = nullptr; // owned by the text document
    QString m_fileName;
    bool m_isDark = false;
};
