// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/reader.h"

#include "app/desktop/convert.h"
#include "app/desktop/dates.h"
#include "core/library.h"

#include <QLocale>

#include <algorithm>

namespace {

// The raw form is one text document: beyond this it would keep the window waiting.
constexpr qsizetype maxRawCharacters = 400'000;

QString kindName(skein::BlockKind kind)
{
    using enum skein::BlockKind;
    switch (kind) {
    case title: return QStringLiteral("title");
    case heading: return QStringLiteral("heading");
    case paragraph: return QStringLiteral("paragraph");
    case listItem: return QStringLiteral("listItem");
    case quotation: return QStringLiteral("quotation");
    case code: return QStringLiteral("code");
    case tableRow: return QStringLiteral("tableRow");
    case caption: return QStringLiteral("caption");
    }
    return QStringLiteral("paragraph");
}

std::vector<RowModel<Reader::BlockRow>::Role> blockRoles()
{
    using Row = Reader::BlockRow;
    return {
        {"words", [](const Row& r) { return r.text; }},
        {"runs", [](const Row& r) { return QVariant::fromValue(r.runs); }},
        {"kind", [](const Row& r) { return r.kind; }},
        {"level", [](const Row& r) { return r.level; }},
    };
}

// Positions inside one block, in UTF-16 units.
class BlockMap {
public:
    BlockMap(std::string_view text, skein::Span block)
        : m_block(block), m_map(textOf(text, block), skein::OffsetMap::Unit::utf16)
    {
    }

    int at(std::uint32_t byte) const
    {
        return int(m_map.fromByte(std::clamp(byte, m_block.begin, m_block.end) - m_block.begin));
    }

private:
    skein::Span m_block;
    skein::OffsetMap m_map;
};

std::vector<Reader::BlockRow> blockRows(const skein::DocumentText& document)
{
    auto blocks = document.blocks;
    if (blocks.empty() && !document.text.empty())
        blocks.push_back({{0, std::uint32_t(document.text.size())}, skein::BlockKind::paragraph, 0});
    std::vector<Reader::BlockRow> rows;
    rows.reserve(blocks.size());
    std::size_t next = 0;
    for (const auto& block : blocks) {
        Reader::BlockRow row{qstring(textOf(document.text, block.span)), {}, kindName(block.kind), block.level, block.span};
        const BlockMap map(document.text, block.span);
        while (next < document.mentions.size() && document.mentions[next].span.begin < block.span.begin)
            ++next;
        for (; next < document.mentions.size() && document.mentions[next].span.begin < block.span.end; ++next) {
            const auto& mention = document.mentions[next];
            row.runs.runs.append({map.at(mention.span.begin), map.at(mention.span.end), TextRun::Mention,
                                  qstring(mention.type), idText(mention.entity)});
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace

Reader::Reader(Session& session, QObject* parent) : QObject(parent), m_session(session), m_blocks(blockRoles()) {}

void Reader::open(const QString& document, int begin, int end)
{
    const auto id = skein::documentIdFrom(utf8(document));
    if (!id)
        return;
    const skein::Span wanted{std::uint32_t(std::max(0, begin)), std::uint32_t(std::max(begin, end))};
    const auto ticket = ++m_ticket;
    if (document == m_document) {
        setLoading(false);
        quote(wanted);
        return;
    }
    setLoading(true);
    m_session.reader.run([id = *id](skein::Library& library) { return library.document(id); })
        .then(this, [this, ticket, document, wanted](skein::Result<skein::DocumentText> text) {
            if (ticket != m_ticket)
                return;
            setLoading(false);
            if (!text)
                return close();
            show(document, std::move(*text));
            quote(wanted);
        });
}

// An HTML page's title is often known from its head alone.
QString Reader::heading() const
{
    const auto& rows = m_blocks.rows();
    const bool isThere = std::any_of(rows.begin(), rows.begin() + std::min<std::ptrdiff_t>(3, std::ssize(rows)),
                                     [&](const BlockRow& row) { return row.kind == QStringLiteral("title") || row.text == m_title; });
    return isThere || m_title == m_fileName ? QString() : m_title;
}

void Reader::reload()
{
    const auto id = skein::documentIdFrom(utf8(m_document));
    if (!id)
        return;
    const auto ticket = ++m_ticket;
    m_session.reader.run([id = *id](skein::Library& library) { return library.document(id); })
        .then(this, [this, ticket](skein::Result<skein::DocumentText> text) {
            if (ticket != m_ticket)
                return;
            if (!text)
                return close();
            // Only mentions can have changed: the place on the page stays.
            auto rows = blockRows(*text);
            if (int(rows.size()) != m_blocks.rowCount())
                return show(m_document, std::move(*text));
            for (std::size_t i = 0; i < rows.size(); ++i) {
                if (rows[i].runs.runs.isEmpty() && m_blocks.rows()[i].runs.runs.isEmpty())
                    continue;
                m_blocks.update(i, [&](BlockRow& row) { row.runs = std::move(rows[i].runs); });
            }
            quote(m_quoted);
        });
}

void Reader::close()
{
    ++m_ticket;
    setLoading(false);
    m_document.clear();
    m_title.clear();
    m_byline.clear();
    m_fileName.clear();
    m_measure.clear();
    m_blocks.setRows({});
    m_quotedRow = -1;
    m_rawText.clear();
    emit changed();
    emit quotedChanged();
    emit rawChanged();
}

void Reader::show(const QString& document, skein::DocumentText text)
{
    m_document = document;
    const auto& summary = text.summary;
    m_title = qstring(summary.title);
    m_fileName = qstring(summary.name);
    QStringList byline;
    for (const auto& part : {qstring(summary.author), qstring(summary.site), edtfText(qstring(summary.published))}) {
        if (!part.isEmpty())
            byline.append(part);
    }
    m_byline = byline.join(QStringLiteral(" · "));
    m_measure = QStringList{summary.words == 1 ? tr("1 word") : tr("%L1 words").arg(summary.words),
                            summary.mentions == 1 ? tr("1 mention") : tr("%L1 mentions").arg(summary.mentions),
                            summary.claims == 1 ? tr("1 claim") : tr("%L1 claims").arg(summary.claims)}
                    .join(QStringLiteral(" · "));
    m_blocks.setRows(blockRows(text));
    m_quoted = {};
    m_quotedRow = -1;
    m_rawText.clear();
    m_rawNote.clear();
    if (m_isRaw)
        loadRaw();
    emit changed();
    emit rawChanged();
}

void Reader::quote(skein::Span span)
{
    m_quoted = span;
    m_quotedRow = -1;
    m_quotedText.clear();
    for (std::size_t i = 0; i < m_blocks.rows().size(); ++i) {
        const auto& row = m_blocks.rows()[i];
        const bool isHere = !span.isEmpty() && row.span.overlaps(span);
        const bool wasHere = std::ranges::any_of(row.runs.runs, [](const TextRun& run) { return run.kind == TextRun::Quoted; });
        if (!isHere && !wasHere)
            continue;
        m_blocks.update(i, [&](BlockRow& changed) {
            changed.runs.runs.removeIf([](const TextRun& run) { return run.kind == TextRun::Quoted; });
            if (!isHere)
                return;
            const auto bytes = changed.text.toStdString();
            const BlockMap map(bytes, {0, std::uint32_t(bytes.size())});
            const auto from = span.begin > changed.span.begin ? span.begin - changed.span.begin : 0;
            const auto to = span.end > changed.span.begin ? span.end - changed.span.begin : 0;
            changed.runs.runs.append({map.at(from), map.at(to), TextRun::Quoted, {}, {}});
            m_quotedText += changed.text.mid(map.at(from), map.at(to) - map.at(from));
        });
        if (isHere && m_quotedRow < 0)
            m_quotedRow = int(i);
    }
    findStop(m_document, int(span.begin), int(span.end));
    emit quotedChanged();
    emit quoteShown();
}

void Reader::setRaw(bool isRaw)
{
    if (isRaw == m_isRaw)
        return;
    m_isRaw = isRaw;
    if (isRaw && m_rawText.isEmpty())
        loadRaw();
    emit rawChanged();
}

void Reader::loadRaw()
{
    const auto id = skein::documentIdFrom(utf8(m_document));
    if (!id)
        return;
    struct Raw {
        QString text;
        QString note;
    };
    m_session.reader
        .run([id = *id](skein::Library& library) -> skein::Result<Raw> {
            auto source = library.source(id);
            if (!source)
                return std::unexpected(source.error());
            auto decoded = skein::decode(source->bytes);
            if (!decoded)
                return std::unexpected(decoded.error());
            Raw raw{qstring(decoded->text), qstring(decoded->encoding)};
            if (raw.text.size() > maxRawCharacters) {
                raw.note = Reader::tr("The first %L1 of %L2 characters").arg(maxRawCharacters).arg(raw.text.size());
                raw.text.truncate(maxRawCharacters);
            }
            return raw;
        })
        .then(this, [this, asked = m_document](skein::Result<Raw> raw) {
            if (asked != m_document)
                return;
            m_rawText = raw ? raw->text : tr("The original bytes of this source could not be shown.");
            m_rawNote = raw ? raw->note : QString();
            emit rawChanged();
        });
}

void Reader::setStops(const QList<Inspector::Stop>& stops)
{
    m_stops = stops;
    findStop(m_document, int(m_quoted.begin), int(m_quoted.end));
}

void Reader::findStop(const QString& document, int begin, int end)
{
    m_stop = -1;
    for (int i = 0; i < m_stops.size(); ++i) {
        if (m_stops[i].document == document && m_stops[i].begin == begin && m_stops[i].end == end)
            m_stop = i;
    }
    emit stopsChanged();
}

void Reader::nextStop()
{
    if (m_stops.isEmpty())
        return;
    const auto stop = m_stops[(m_stop + 1) % m_stops.size()];
    open(stop.document, stop.begin, stop.end);
}

void Reader::previousStop()
{
    if (m_stops.isEmpty())
        return;
    const auto stop = m_stops[m_stop > 0 ? m_stop - 1 : m_stops.size() - 1];
    open(stop.document, stop.begin, stop.end);
}

void Reader::setLoading(bool isLoading)
{
    if (isLoading == m_isLoading)
        return;
    m_isLoading = isLoading;
    emit loadingChanged();
}
