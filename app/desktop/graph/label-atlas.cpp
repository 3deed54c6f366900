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

// Letters, and around them whatever is nearer than the halo is wide. Stroking the outlines does the same, ten times slower.
void LabelAtlas::setWithHalo(const QImage& letters, QPoint at, Colour colour)
{
    const int reach = static_cast<int>(std::ceil(halo * m_ratio));
    struct Step {
        int x;
        int y;
        int weight; // of 256
    };
    std::vector<Step> steps;
    for (int y = -reach; y <= reach; ++y) {
        for (int x = -reach; x <= reach; ++x) {
            const double share = std::clamp(halo * m_ratio + 0.5 - std::hypot(x, y), 0.0, 1.0);
            if (share > 0)
                steps.push_back({x, y, static_cast<int>(share * 256)});
        }
    }
    const int columns = letters.width();
    const int rows = letters.height();
    std::vector<int> around(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows), 0);
    for (int y = 0; y < rows; ++y) {
        const auto* row = reinterpret_cast<const QRgb*>(letters.constScanLine(y));
        for (int x = 0; x < columns; ++x) {
            const int alpha = qAlpha(row[x]);
            if (alpha == 0)
                continue;
            for (const Step& step : steps) {
                const int column = x + step.x;
                const int line = y + step.y;
                if (column < 0 || line < 0 || column >= columns || line >= rows)
                    continue;
                int& there = around[static_cast<std::size_t>(line) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(column)];
                there = std::max(there, alpha * step.weight >> 8);
            }
        }
    }
    for (int y = 0; y < rows; ++y) {
        const auto* row = reinterpret_cast<const QRgb*>(letters.constScanLine(y));
        auto* out = reinterpret_cast<QRgb*>(m_image.scanLine(at.y() + y)) + at.x();
        for (int x = 0; x < columns; ++x) {
            const int ink = qAlpha(row[x]);
            const int ground = around[static_cast<std::size_t>(y) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(x)] * (255 - ink) / 255;
            const auto part = [&](int letter, int behind) { return (letter * ink + behind * ground) / 255; };
            out[x] = qRgba(part(colour.red, m_theme.textHalo.red), part(colour.green, m_theme.textHalo.green),
                           part(colour.blue, m_theme.textHalo.blue), ink + ground);
        }
    }
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

    QImage letters(place.size(), QImage::Format_ARGB32_Premultiplied);
    letters.fill(Qt::transparent);
    const QFont font = fontFor(m_family, label.style);
    const QFontMetricsF metrics(font);
    double baseline = halo - 0.5 + metrics.ascent();
    QPainter painter(&letters);
    painter.scale(m_ratio, m_ratio);
    painter.setFont(font);
    painter.setPen(Qt::white);
    for (const std::string& line : label.lines) {
        const QString words = QString::fromStdString(line);
        painter.drawText(QPointF((static_cast<double>(size.width) - metrics.horizontalAdvance(words)) / 2, baseline), words);
        baseline += lineHeight(metrics);
    }
    painter.end();
    setWithHalo(letters, place.topLeft(), label.kind == LabelOwner::pair ? mixed(m_theme.text, m_theme.background, 0.25F) : m_theme.text);
    ++m_revision;
    return place;
}

} // namespace skein
