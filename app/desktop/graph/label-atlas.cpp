// SPDX-License-Identifier: GPL-3.0-or-later
#include "label-atlas.h"

#include <QFont>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>
#include <QPainterPath>

namespace skein {

namespace {

constexpr double halo = 2.5; // pixels around the letters

QFont fontFor(const QString& family, LabelStyle style)
{
    QFont font = QGuiApplication::font();
    if (!family.isEmpty())
        font.setFamily(family);
    font.setPixelSize(static_cast<int>(style.pixels));
    font.setWeight(style.isBold ? QFont::DemiBold : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QString keyFor(const std::vector<std::string>& lines, LabelStyle style, LabelOwner kind)
{
    QString key = QString::number(static_cast<int>(style.pixels)) + (style.isBold ? u'b' : u'n') + QString::number(static_cast<int>(kind));
    for (const std::string& line : lines)
        key += u'\n' + QString::fromStdString(line);
    return key;
}

double lineHeight(const QFontMetricsF& metrics) { return std::ceil(metrics.ascent() + metrics.descent()) - 1; }

QColor toColor(Colour colour) { return QColor(colour.red, colour.green, colour.blue, colour.alpha); }

} // namespace

void paintLabel(QPainter& painter, const LabelMark& label, const QString& family, const Theme& theme, bool asText)
{
    const QFont font = fontFor(family, label.style);
    const QFontMetricsF metrics(font);
    double widest = 0;
    for (const std::string& line : label.lines)
        widest = std::max(widest, metrics.horizontalAdvance(QString::fromStdString(line)));
    const double width = std::ceil(widest + 2 * halo);
    std::vector<std::pair<QPointF, QString>> lines;
    QPainterPath path;
    double baseline = halo - 0.5 + metrics.ascent();
    for (const std::string& line : label.lines) {
        const QString words = QString::fromStdString(line);
        lines.emplace_back(QPointF((width - metrics.horizontalAdvance(words)) / 2, baseline), words);
        path.addText(lines.back().first, font, words);
        baseline += lineHeight(metrics);
    }
    painter.strokePath(path, QPen(toColor(theme.textHalo), 2 * halo, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QColor ink = toColor(label.kind == LabelOwner::pair ? mixed(theme.text, theme.background, 0.25F) : theme.text);
    if (!asText)
        return painter.fillPath(path, ink);
    painter.setFont(font);
    painter.setPen(ink);
    for (const auto& [place, words] : lines)
        painter.drawText(place, words);
}

void LabelAtlas::configure(const QString& family, double pixelRatio, const Theme& theme)
{
    if (family == m_family && pixelRatio == m_ratio && theme == m_theme && !m_image.isNull())
        return;
    m_family = family;
    m_ratio = pixelRatio;
    m_theme = theme;
    m_sizes.clear();
    m_image = QImage(width, 256, QImage::Format_ARGB32_Premultiplied);
    m_image.fill(Qt::transparent);
    m_places.clear();
    m_next = {};
    m_shelf = 0;
    ++m_revision;
}

void LabelAtlas::tidy()
{
    if (m_next.y() <= fullHeight)
        return;
    m_image.fill(Qt::transparent);
    m_places.clear();
    m_next = {};
    m_shelf = 0;
    ++m_revision;
}

Size LabelAtlas::measure(const std::vector<std::string>& lines, LabelStyle style)
{
    const QString key = keyFor(lines, style, LabelOwner::node);
    if (const auto found = m_sizes.constFind(key); found != m_sizes.constEnd())
        return *found;
    const QFontMetricsF metrics(fontFor(m_family, style));
    double widest = 0;
    for (const std::string& line : lines)
        widest = std::max(widest, metrics.horizontalAdvance(QString::fromStdString(line)));
    const Size size{static_cast<float>(std::ceil(widest + 2 * halo)),
                    static_cast<float>(std::ceil(lineHeight(metrics) * static_cast<double>(lines.size()) + 2 * halo - 1))};
    m_sizes.insert(key, size);
    return size;
}

QRect LabelAtlas::reserve(QSize size)
{
    if (m_next.x() + size.width() > width) {
        m_next = {0, m_next.y() + m_shelf + 1};
        m_shelf = 0;
    }
    const int bottom = m_next.y() + size.height();
    if (size.width() > width || bottom > greatestHeight)
        return {};
    if (bottom > m_image.height())
        m_image = m_image.copy(0, 0, width, std::min(greatestHeight, std::max(bottom, m_image.height() * 2)));
    const QRect place(m_next, size);
    m_next.rx() += size.width() + 1;
    m_shelf = std::max(m_shelf, size.height());
    return place;
}

QRect LabelAtlas::place(const LabelMark& label)
{
    const QString key = keyFor(label.lines, label.style, label.kind);
    if (const auto found = m_places.constFind(key); found != m_places.constEnd())
        return *found;
    const Size size = measure(label.lines, label.style);
    const QRect place = reserve(QSize(static_cast<int>(std::ceil(size.width * m_ratio)), static_cast<int>(std::ceil(size.height * m_ratio))));
    m_places.insert(key, place);
    if (place.isEmpty())
        return place;

    QPainter painter(&m_image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(place);
    painter.translate(place.topLeft());
    painter.scale(m_ratio, m_ratio);
    paintLabel(painter, label, m_family, m_theme, false);
    ++m_revision;
    return place;
}

} // namespace skein
