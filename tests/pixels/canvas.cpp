// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/pixels/canvas.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <tuple>

namespace skein {

Canvas::Canvas(QSize size, bool isDark)
{
    m_window = std::make_unique<QQuickWindow>();
    m_window->resize(size);
    m_item = new GraphItem(m_window->contentItem());
    m_item->setSize(QSizeF(size));
    m_item->setDark(isDark);
    m_item->setReducedMotion(true);
    // Which painter is looked at; by itself the canvas would never draw quads without a GPU.
    if (const QString painter = qEnvironmentVariable("SKEIN_TEST_PAINTER"); !painter.isEmpty())
        m_item->setPainter(painter == QStringLiteral("quads") ? GraphItem::Painter::quads : GraphItem::Painter::raster);
    m_item->setModel(&m_model);
    m_window->show();
    if (!QTest::qWaitForWindowExposed(m_window.get()))
        qFatal("the window does not appear");
}

Canvas::~Canvas()
{
    m_item->setModel(nullptr);
}

void Canvas::settle()
{
    QElapsedTimer clock;
    clock.start();
    do
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    while (m_model.isLayingOut() && clock.elapsed() < 60'000);
    waitForFrame();
}

void Canvas::waitForFrame()
{
    QCoreApplication::processEvents();
    std::ignore = QTest::qWaitFor([&] { return m_item->isUpToDate(); }, 20'000);
}

void Canvas::show(Graph graph, std::vector<PlacedNode> pins)
{
    m_model.setGraph(std::move(graph), std::move(pins));
    settle();
}

QImage Canvas::grab()
{
    waitForFrame();
    return m_window->grabWindow();
}

QPointF Canvas::place(std::uint32_t node) const
{
    const Point at = m_item->camera().toScreen(m_model.positions()[node]);
    return {at.x, at.y};
}

QColor Canvas::at(const QImage& picture, QPointF place) const
{
    const QPoint pixel = (place * picture.width() / m_window->width()).toPoint();
    return picture.valid(pixel) ? picture.pixelColor(pixel) : QColor();
}

int Canvas::ink(const QImage& picture, QRectF box) const
{
    const double ratio = static_cast<double>(picture.width()) / m_window->width();
    const QRect area = QRectF(box.topLeft() * ratio, box.size() * ratio).toRect() & picture.rect();
    int count = 0;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x)
            count += isNear(picture.pixelColor(x, y), m_item->background(), 40) ? 0 : 1;
    }
    return count;
}

void Canvas::moveTo(QPointF place)
{
    QTest::mouseMove(m_window.get(), place.toPoint());
    // Hovering is told with the next frame, however long that takes.
    QSignalSpy frames(m_window.get(), &QQuickWindow::frameSwapped);
    m_window->update();
    std::ignore = QTest::qWaitFor([&] { return frames.count() > 1 || (m_window->update(), false); }, 2000);
}

void Canvas::click(QPointF place, Qt::MouseButton button)
{
    QTest::mouseClick(m_window.get(), button, Qt::NoModifier, place.toPoint());
}

void Canvas::drag(QPointF from, QPointF to)
{
    QTest::mousePress(m_window.get(), Qt::LeftButton, Qt::NoModifier, from.toPoint());
    for (int step = 1; step <= 8; ++step)
        QTest::mouseMove(m_window.get(), (from + (to - from) * step / 8).toPoint());
    QTest::mouseRelease(m_window.get(), Qt::LeftButton, Qt::NoModifier, to.toPoint());
    QCoreApplication::processEvents();
}

bool isNear(const QColor& a, const QColor& b, int tolerance)
{
    return std::abs(a.red() - b.red()) <= tolerance && std::abs(a.green() - b.green()) <= tolerance &&
           std::abs(a.blue() - b.blue()) <= tolerance;
}

QColor typeColour(const char* type, bool isDark)
{
    const TypeStyle& style = typeStyle(type);
    const Colour colour = isDark ? style.dark : style.light;
    return QColor(colour.red, colour.green, colour.blue);
}

} // namespace skein
