// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/raw-highlighter.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/SyntaxHighlighter>
#include <KSyntaxHighlighting/Theme>

KSyntaxHighlighting::Repository& syntaxRepository()
{
    static KSyntaxHighlighting::Repository loaded;
    return loaded;
}

KSyntaxHighlighting::Theme syntaxTheme(bool isDark)
{
    return syntaxRepository().theme(isDark ? QStringLiteral("Skein Dark") : QStringLiteral("Skein Light"));
}

void RawHighlighter::setDocument(QQuickTextDocument* document)
{
    if (document == m_document)
        return;
    m_document = document;
    apply();
}

void RawHighlighter::setFileName(const QString& fileName)
{
    if (fileName == m_fileName)
        return;
    m_fileName = fileName;
    apply();
}

void RawHighlighter::setDark(bool isDark)
{
    if (isDark == m_isDark)
        return;
    m_isDark = isDark;
    apply();
}

void RawHighlighter::apply()
{
    if (m_document && m_document->textDocument()) {
        if (!m_highlighter)
            m_highlighter = new KSyntaxHighlighting::SyntaxHighlighter(m_document->textDocument());
        m_highlighter->setTheme(syntaxTheme(m_isDark));
        m_highlighter->setDefinition(syntaxRepository().definitionForFileName(m_fileName));
        m_highlighter->rehighlight();
    }
    emit changed();
}
