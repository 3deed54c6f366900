// SPDX-License-Identifier: GPL-3.0-or-later
// bench-window LIBRARY.skein: opens the library in the real window, walks through it as a person would, and prints for each
// step how long it took until it was seen and the longest time for which the window did not answer. Needs a display,
// xvfb-run will do. The library is opened to be written, as ever: give a copy.
#include "app/desktop/graph/graph-item.h"
#include "app/desktop/icon-provider.h"
#include "app/desktop/places.h"
#include "app/desktop/workspace.h"

#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QTest>

#include <cstdio>
#include <memory>
#include <print>
#include <tuple>

namespace {

constexpr int patience = 600'000; // ms

double memory() // MB that the process has had at most
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const auto& line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ')[0].toDouble() / 1024;
    }
    return 0;
}

// The longest time between two turns of the event loop.
class Pulse : public QObject {
public:
    Pulse()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.callOnTimeout(this, [this] { beat(); });
        m_timer.start(2);
        m_clock.start();
    }

    void reset()
    {
        beat();
        m_longest = 0;
    }
    double longest()
    {
        beat();
        return m_longest;
    }

private:
    void beat() { m_longest = std::max(m_longest, double(m_clock.nsecsElapsed()) / 1e6), m_clock.restart(); }

    QTimer m_timer;
    QElapsedTimer m_clock;
    double m_longest = 0;
};

class Visit {
public:
    Visit(Workspace& workspace, QQuickWindow& window) : m_workspace(workspace), m_window(window) {}

    skein::GraphItem& canvas() { return *m_window.findChild<skein::GraphItem*>(QStringLiteral("graph")); }

    template <typename Do, typename IsDone>
    void step(const char* what, const Do& act, const IsDone& isDone)
    {
        QElapsedTimer clock;
        m_pulse.reset();
        clock.start();
        act();
        if (!QTest::qWaitFor(isDone, patience))
            std::println("  {}: not done within {} s", what, patience / 1000);
        const auto taken = clock.elapsed();
        std::println("  {:<44} {:>7} ms, longest pause {:>5.0f} ms", what, taken, m_pulse.longest());
    }
    template <typename Do>
    void shown(const char* what, const Do& act)
    {
        step(what, act, [this] { return m_workspace.isSettled() && canvas().isUpToDate(); });
    }
    // A motion of many small steps, such as a wheel gives.
    template <typename Do>
    void motion(const char* what, int steps, const Do& act)
    {
        step(what, [&] {
            for (int i = 0; i < steps; ++i) {
                act(i);
                QTest::qWait(16);
            }
        }, [this] { return canvas().isUpToDate(); });
    }

private:
    Workspace& m_workspace;
    QQuickWindow& m_window;
    Pulse m_pulse;
};

} // namespace

int main(int argc, char** argv)
{
    std::setvbuf(stdout, nullptr, _IONBF, 0); // each step is told when it is done
    QCoreApplication::setApplicationName(QStringLiteral("Skein bench"));
    QGuiApplication app(argc, argv);
    if (argc != 2) {
        std::println(stderr, "usage: bench-window LIBRARY.skein");
        return 2;
    }
    auto workspace = std::make_unique<Workspace>(true);
    workspace->preferences()->setStartSize(1280, 800);
    auto engine = std::make_unique<QQmlApplicationEngine>();
    engine->addImageProvider(QStringLiteral("icon"), new IconProvider);
    engine->setInitialProperties({{QStringLiteral("workspace"), QVariant::fromValue(workspace.get())}});
    engine->loadFromModule("Skein", "Main");
    auto* window = qobject_cast<QQuickWindow*>(engine->rootObjects().value(0));
    if (!window || !QTest::qWaitForWindowExposed(window))
        return 1;
    workspace->loadEngine(resourceFolder());
    Visit visit(*workspace, *window);
    std::ignore = QTest::qWaitFor([&] { return workspace->isSettled(); }, patience);

    const auto file = QString::fromLocal8Bit(argv[1]);
    visit.step("open, until something is seen", [&] { workspace->openFile(file); },
              [&] { return workspace->isOpen() && !visit.canvas().displayed().nodes.empty() && visit.canvas().isUpToDate(); });
    std::println("  {} entities, {} edges, {} sources", workspace->entityCount(), workspace->edgeCount(), workspace->documentCount());
    visit.shown("then, until all is in its place and stored", [] {});
    const auto middle = [&] { return visit.canvas().mapToScene(visit.canvas().boundingRect().center()).toPoint(); };
    visit.motion("zoom in with the wheel, 12 notches", 12, [&](int) { QTest::wheelEvent(window, middle(), QPoint(0, 120)); });
    QTest::mousePress(window, Qt::LeftButton, {}, middle() + QPoint(3, 7));
    visit.motion("pan by dragging, 60 moves", 60, [&](int i) { QTest::mouseMove(window, middle() + QPoint(3 + 4 * i, 7 + 2 * i)); });
    QTest::mouseRelease(window, Qt::LeftButton, {}, middle() + QPoint(240, 127));
    visit.motion("zoom out with the wheel, 12 notches", 12, [&](int) { QTest::wheelEvent(window, middle(), QPoint(0, -120)); });
    const auto name = workspace->graph()->nodeCount() > 0 ? workspace->graph()->nameOf(QString::fromStdString(
                          skein::toString(workspace->graph()->scene().graph.nodes[std::size_t(workspace->graph()->nodeCount() / 2)].id))) : QString();
    visit.step("search a name", [&] { workspace->search()->setQuery(name); },
              [&] { return workspace->search()->hasAnswer() && workspace->search()->count() > 0; });
    visit.shown("visit it: inspector, camera", [&] { workspace->visit(workspace->entityNamed(name)); });
    const auto chosen = workspace->graph()->selectedEntity();
    visit.shown("focus on it, two hops", [&] { workspace->exploration()->focusOn(chosen, 2); });
    visit.shown("undo", [&] { workspace->history()->undo(); });
    visit.shown("hide it", [&] { workspace->exploration()->hide(chosen); });
    visit.shown("undo", [&] { workspace->history()->undo(); });
    visit.shown("start from it", [&] { workspace->exploration()->startFrom(chosen); });
    visit.shown("expand it by two hops", [&] { workspace->exploration()->expandHops(chosen, 2); });
    visit.shown("the whole library again", [&] { workspace->exploration()->showWhole(); });
    visit.shown("open the filter", [&] { workspace->exploration()->openTab(Exploration::FilterTab); });
    visit.shown("close it", [&] { workspace->exploration()->openTab(Exploration::FilterTab); });
    visit.shown("open the table", [&] { workspace->preferences()->setHasTable(true); });
    visit.shown("close it", [&] { workspace->preferences()->setHasTable(false); });
    visit.motion("all in sight", 1, [&](int) { visit.canvas().fit(); });
    QElapsedTimer clock;
    clock.start();
    window->close();
    engine.reset();
    workspace.reset();
    std::println("  {:<44} {:>7} ms", "close", clock.elapsed());
    std::println("  {:.0f} MB at most", memory());
    return 0;
}
