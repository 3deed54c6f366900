// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/teach-highlighter.h"

#include "app/desktop/raw-highlighter.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/SyntaxHighlighter>
#include <KSyntaxHighlighting/Theme>
#include <QPointer>
#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>
#include <utility>

class TeachPainter : public KSyntaxHighlighting::SyntaxHighlighter {
public:
    TeachPainter(QTextDocument* document, TeachHighlighter* owner) : SyntaxHighlighter(document), m_owner(owner) {}

protected:
    void highlightBlock(const QString& text) override
    {
        SyntaxHighlighter::highlightBlock(text);
        if (!m_owner)
            return;
        const int start = currentBlock().position();
        for (const auto& problem : m_owner->m_shown) {
            const int begin = std::max(0, problem.begin - start);
            const int end = std::min(int(text.size()), std::max(problem.end, problem.begin + 1) - start);
            for (int at = begin; at < end; ++at) {
                auto look = format(at);
                look.setUnderlineStyle(QTextCharFormat::SingleUnderline);
                look.setUnderlineColor(m_owner->m_danger);
                look.setBackground(m_owner->m_dangerGround); // Qt Quick paints an underline's colour only over a ground
                setFormat(at, 1, look);
            }
        }
    }

private:
    QPointer<TeachHighlighter> m_owner;
};

void TeachHighlighter::setDocument(QQuickTextDocument* document)
{
    if (document == m_document)
        return;
    m_document = document;
    apply();
}

void TeachHighlighter::setTeaching(Teaching* teaching)
{
    if (teaching == m_teaching)
        return;
    m_teaching = teaching;
    if (teaching) {
        connect(teaching, &Teaching::triedChanged, this, [this] {
            if (!m_teaching || m_shown == m_teaching->problemRows())
                return;
            auto before = std::exchange(m_shown, m_teaching->problemRows());
            if (!m_painter)
                return;
            // Only where a mistake came or went: a long text would keep the window waiting.
            before.insert(before.end(), m_shown.begin(), m_shown.end());
            for (const auto& problem : before)
                m_painter->rehighlightBlock(m_document->textDocument()->findBlock(problem.begin));
        });
    }
    apply();
}

void TeachHighlighter::setDark(bool isDark)
{
    if (isDark == m_isDark)
        return;
    m_isDark = isDark;
    apply();
}

void TeachHighlighter::setDanger(const QColor& color)
{
    m_danger = color;
    apply();
}

void TeachHighlighter::setDangerGround(const QColor& color)
{
    m_dangerGround = color;
    apply();
}

void TeachHighlighter::apply()
{
    if (m_document && m_document->textDocument() && m_teaching) {
        if (!m_painter)
            m_painter = new TeachPainter(m_document->textDocument(), this);
        m_shown = m_teaching->problemRows();
        m_painter->setTheme(syntaxTheme(m_isDark));
        m_painter->setDefinition(syntaxRepository().definitionForName(QStringLiteral("Skein additions")));
        m_painter->rehighlight();
    }
    emit changed();
}
