// SPDX-License-Identifier: GPL-3.0-or-later
// Marks in a text: the mentions of a source, the quote that was asked for, the words that made a rule fire.
#pragma once

#include "core/base/span.h"

#include <QColor>
#include <QList>
#include <QObject>
#include <QQuickTextDocument>
#include <qqmlintegration.h>

#include <string_view>

// UTF-16 units into the text shown.
struct TextRun {
    enum Kind { Mention, Quoted, Lit };

    int begin = 0;
    int end = 0;
    Kind kind = Mention;
    QString type;   // of a mention
    QString entity; // of a mention

    bool operator==(const TextRun&) const = default;
};

// In text order; runs of different kinds may overlap. QML hands them on and looks no further.
class TextRuns {
    Q_GADGET
    QML_VALUE_TYPE(textRuns)

public:
    QList<TextRun> runs;

    bool operator==(const TextRuns&) const = default;
};

// The runs of some spans of a UTF-8 text. Spans that leave the text are cut.
TextRuns litRuns(std::string_view text, const std::vector<skein::Span>& spans);

class MarkPainter;

// Paints runs into the document of a TextEdit and says what lies under a position. GUI thread.
class TextMarks : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QQuickTextDocument* document READ document WRITE setDocument NOTIFY documentChanged REQUIRED)
    Q_PROPERTY(TextRuns runs READ runs WRITE setRuns NOTIFY runsChanged)
    Q_PROPERTY(QColor lit MEMBER m_lit WRITE setLit NOTIFY colorsChanged)
    Q_PROPERTY(QColor quoted MEMBER m_quoted WRITE setQuoted NOTIFY colorsChanged)
    Q_PROPERTY(bool isDark MEMBER m_isDark WRITE setDark NOTIFY colorsChanged)
    Q_PROPERTY(double lineSpacing MEMBER m_lineSpacing WRITE setLineSpacing NOTIFY lineSpacingChanged)
    Q_PROPERTY(QString entity MEMBER m_entity WRITE setEntity NOTIFY colorsChanged)

public:
    explicit TextMarks(QObject* parent = nullptr);
    ~TextMarks() override;

    QQuickTextDocument* document() const { return m_document; }
    void setDocument(QQuickTextDocument* document);
    TextRuns runs() const { return m_runs; }
    void setRuns(const TextRuns& runs);
    void setLit(const QColor& color);
    void setQuoted(const QColor& color);
    void setDark(bool isDark);
    void setLineSpacing(double lines); // of the font's own line height
    void setEntity(const QString& entity); // whose mentions stand out

    // The entity mentioned at a position of the text; empty when there is none.
    Q_INVOKABLE QString entityAt(int position) const;

signals:
    void documentChanged();
    void runsChanged();
    void colorsChanged();
    void lineSpacingChanged();

private:
    friend class MarkPainter;
    void repaint();
    void space();

    QQuickTextDocument* m_document = nullptr;
    MarkPainter* m_painter = nullptr; // owned by the text document
    TextRuns m_runs;
    QColor m_lit;
    QColor m_quoted;
    bool m_isDark = false;
    QString m_entity;
    double m_lineSpacing = 1;
    bool m_isSpacing = false;
};
