// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/text-marks.h"

#include "app/desktop/type-mark.h"
#include "core/base/utf8.h"

#include <QPointer>
#include <QSyntaxHighlighter>
#include <QTextBlock>
#include <QTextCharFormat>
#include <QTextCursor>
#include <QTextDocument>

#include <algorithm>

// Formats lie over the document without becoming part of it: copying text copies words only.
class MarkPainter : public QSyntaxHighlighter {
public:
    MarkPainter(QTextDocument* document, TextMarks* marks) : QSyntaxHighlighter(document), m_marks(marks) {}

protected:
    void highlightBlock(const QString& text) override
    {
        if (!m_marks)
            return;
        const int start = currentBlock().position();
        // Later kinds lie over earlier ones: the quote's ground, then mentions, then the lit words.
        for (auto kind : {TextRun::Quoted, TextRun::Mention, TextRun::Lit}) {
            for (const auto& run : m_marks->m_runs.runs) {
                const int begin = std::max(0, run.begin - start);
                const int end = std::min(int(text.size()), run.end - start);
                if (run.kind == kind && begin < end)
                    lay(begin, end, run);
            }
        }
    }

private:
    void lay(int begin, int end, const TextRun& run)
    {
        // Character by character keeps what a run below has set; runs are words and sentences, so this stays small.
        for (int at = begin; at < end; ++at) {
            auto look = format(at);
            switch (run.kind) {
            case TextRun::Quoted: look.setBackground(m_marks->m_quoted); break;
            case TextRun::Lit: look.setBackground(m_marks->m_lit); break;
            case TextRun::Mention:
                look.setUnderlineStyle(QTextCharFormat::SingleUnderline);
                look.setUnderlineColor(typeColor(run.type, m_marks->m_isDark));
                // Qt Quick paints the underline in its own colour only over a ground.
                if (!run.entity.isEmpty() && run.entity == m_marks->m_entity) {
                    look.setBackground(m_marks->m_lit);
                } else if (!look.hasProperty(QTextFormat::BackgroundBrush)) {
                    auto tint = typeColor(run.type, m_marks->m_isDark);
                    tint.setAlphaF(m_marks->m_isDark ? 0.16F : 0.10F);
                    look.setBackground(tint);
                }
                break;
            }
            setFormat(at, 1, look);
        }
    }

    QPointer<TextMarks> m_marks;
};

TextRuns litRuns(std::string_view text, const std::vector<skein::Span>& spans)
{
    const skein::OffsetMap map(text, skein::OffsetMap::Unit::utf16);
    TextRuns runs;
    for (auto span : spans)
        runs.runs.append({int(map.fromByte(span.begin)), int(map.fromByte(span.end)), TextRun::Lit, {}, {}});
    return runs;
}

TextMarks::TextMarks(QObject* parent) : QObject(parent) {}
TextMarks::~TextMarks() = default;

void TextMarks::setDocument(QQuickTextDocument* document)
{
    if (document == m_document)
        return;
    delete m_painter;
    m_painter = nullptr;
    m_document = document;
    if (document && document->textDocument()) {
        m_painter = new MarkPainter(document->textDocument(), this);
        // A new text comes without our spacing.
        connect(document->textDocument(), &QTextDocument::contentsChanged, this, &TextMarks::space);
        space();
    }
    emit documentChanged();
}

void TextMarks::setRuns(const TextRuns& runs)
{
    if (runs == m_runs)
        return;
    m_runs = runs;
    repaint();
    emit runsChanged();
}

void TextMarks::setLit(const QColor& color)
{
    m_lit = color;
    repaint();
    emit colorsChanged();
}

void TextMarks::setQuoted(const QColor& color)
{
    m_quoted = color;
    repaint();
    emit colorsChanged();
}

void TextMarks::setDark(bool isDark)
{
    m_isDark = isDark;
    repaint();
    emit colorsChanged();
}

void TextMarks::setEntity(const QString& entity)
{
    m_entity = entity;
    repaint();
    emit colorsChanged();
}

void TextMarks::setLineSpacing(double lines)
{
    if (lines == m_lineSpacing)
        return;
    m_lineSpacing = lines;
    space();
    emit lineSpacingChanged();
}

void TextMarks::space()
{
    if (m_isSpacing || !m_document || !m_document->textDocument())
        return;
    auto* text = m_document->textDocument();
    const double percent = m_lineSpacing * 100;
    if (text->firstBlock().blockFormat().lineHeight() == percent && text->lastBlock().blockFormat().lineHeight() == percent)
        return;
    m_isSpacing = true; // changing the format says that the contents changed
    QTextCursor all(text);
    all.select(QTextCursor::Document);
    QTextBlockFormat format;
    format.setLineHeight(percent, QTextBlockFormat::ProportionalHeight);
    all.mergeBlockFormat(format);
    m_isSpacing = false;
}

QString TextMarks::entityAt(int position) const
{
    // The innermost mention is the shortest one.
    const TextRun* found = nullptr;
    for (const auto& run : m_runs.runs) {
        if (run.kind == TextRun::Mention && run.begin <= position && position < run.end &&
            (!found || run.end - run.begin < found->end - found->begin))
            found = &run;
    }
    return found ? found->entity : QString();
}

void TextMarks::repaint()
{
    if (m_painter)
        m_painter->rehighlight();
}
