// SPDX-License-Identifier: GPL-3.0-or-later
// bench-explore [--software] [--without-million] [--library FILE.skein]: what the canvas costs, as a table beside the goals
// and the peers' figures (measured on two cores without a GPU; see the issue on exploring). Needs a display, xvfb-run will do.
#include "core/graph/layout/layout.h"
#include "core/library.h"
#include "tests/bench/made-up.h"
#include "tests/bench/quality.h"
#include "tests/pixels/canvas.h"

#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QSurfaceFormat>
#include <QTest>

#include <cstdio>
#include <ctime>
#include <print>
#include <tuple>

namespace skein {
namespace {

struct Peer {
    std::uint32_t nodes;
    const char* goal;
    const char* layouts;
    double frameGoal; // ms
    const char* frames;
};
constexpr Peer peers[] = {
    {1'000, "<= 0.1 s, preservation >= .12, stress <= .16", "d3-force 1.2 s (.086, .185), ForceAtlas2 1.4 (.113, .177), sfdp 0.2 (.045, .146), DrL 1.9 (.263, .213)", 16,
     "sigma.js 78 ms, cosmos.gl 87"},
    {10'000, "<= 1 s, both better than ForceAtlas2", "d3-force 27 s (.018, .187), ForceAtlas2 18 (.022, .180), sfdp 3.5 (.005, .166), igraph FR 1.1 (.004, .180), DrL 11 (.154, .204)",
     16, "sigma.js 369 ms, cosmos.gl 656"},
    {100'000, "<= 10 s, preservation >= .02", "igraph FR 13 s (.001, .182), sfdp 94 (.001, .167), d3-force 2.1 s an iteration", 20,
     "sigma.js 3,930 ms, cosmos.gl 5,990"},
    {1'000'000, "<= 120 s, <= 2 GB", "not run", 33, "not run"},
};

double memory(const char* what) // MB of this process
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith(what))
            return line.mid(static_cast<qsizetype>(qstrlen(what)) + 1).trimmed().split(' ')[0].toDouble() / 1024;
    }
    return 0;
}

double cpu() // ms that the process has used
{
    return static_cast<double>(std::clock()) * 1000 / CLOCKS_PER_SEC;
}

double middleOf(std::vector<double> times, double share)
{
    std::sort(times.begin(), times.end());
    return times.empty() ? 0 : times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
}

// From a change to the frame that shows it.
template <typename Change>
double frameAfter(Canvas& canvas, const Change& change)
{
    QSignalSpy frames(&canvas.window(), &QQuickWindow::frameSwapped);
    QElapsedTimer clock;
    clock.start();
    change();
    canvas.item().update();
    while (frames.isEmpty() && clock.elapsed() < 20'000)
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 50);
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

void rest(Canvas& canvas)
{
    QTest::qWait(300);
    std::ignore = QTest::qWaitFor([&] { return !canvas.model().isLayingOut() && canvas.item().ground(); }, 120'000);
    QTest::qWait(200);
    canvas.waitForFrame();
}

// From a change, made while all is at rest, to the frame that shows it.
template <typename Change>
double frameShowing(Canvas& canvas, const Change& change)
{
    rest(canvas);
    QElapsedTimer clock;
    clock.start();
    change();
    const quint64 wanted = canvas.item().newestChange();
    while (canvas.item().shownChange() < wanted && clock.elapsed() < 20'000)
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 50);
    frameAfter(canvas, [] {});
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

// The middle of five: `change` is made and taken back.
template <typename Change>
double middleFrame(Canvas& canvas, const Change& change)
{
    std::vector<double> times;
    for (int i = 0; i < 5; ++i) {
        times.push_back(frameShowing(canvas, [&] { change(true); }));
        change(false);
    }
    return middleOf(std::move(times), 0.5);
}

void printFrames(Canvas& canvas, const Peer& peer, const char* where)
{
    const Camera start = canvas.item().camera();
    std::vector<double> pan;
    std::vector<double> zoom;
    Camera camera = start;
    double used = cpu();
    for (int i = 0; i < 60; ++i) {
        camera = camera.pannedBy(i < 30 ? Point{9, 5} : Point{-9, -5});
        pan.push_back(frameAfter(canvas, [&] { canvas.item().lookAt(camera.centre); }));
    }
    const double panUsed = (cpu() - used) / 60;
    used = cpu();
    for (int i = 0; i < 60; ++i) {
        camera = camera.zoomedAbout({640, 400}, i < 30 ? 1.05F : 1 / 1.05F);
        zoom.push_back(frameAfter(canvas, [&] { canvas.item().lookAt(camera.centre, camera.zoom); }));
    }
    const double zoomUsed = (cpu() - used) / 60;
    std::println("  frames, {}: pan {:.1f} ms (one in twenty over {:.1f}; processor {:.1f} on all cores), zoom {:.1f} ms ({:.1f}; {:.1f})   [goal {:.0f}]", where,
                 middleOf(pan, 0.5), middleOf(pan, 0.95), panUsed, middleOf(zoom, 0.5), middleOf(zoom, 0.95), zoomUsed, peer.frameGoal);
    canvas.item().lookAt(start.centre, start.zoom);
}

void measure(const Peer& peer)
{
    const Graph graph = madeUpGraph(peer.nodes, 2 * peer.nodes);
    std::println("{} nodes, {} edges", graph.nodes.size(), graph.edges.size());
    LayoutRequest request;
    request.aspect = 1.6F;
    QElapsedTimer clock;
    clock.start();
    const std::vector<Point> at = *layOut(graph, request, Cancel{});
    const double seconds = static_cast<double>(clock.elapsed()) / 1000;
    const LayoutQuality quality = qualityOf(adjacencyOf(graph.nodes.size(), pairsOf(graph).pairs), at);
    std::println("  layout: {:.2f} s, preservation {:.4f}, stress {:.3f}, {:.0f} MB at most   [goal {}]\n          {}", seconds, quality.preservation,
                 quality.stress, memory("VmHWM:"), peer.goal, peer.layouts);

    const double before = memory("VmRSS:");
    Canvas canvas({1280, 800});
    const auto scene = std::make_shared<const Scene>(sceneFrom(graph));
    std::vector<std::optional<Point>> places(at.begin(), at.end());
    clock.restart();
    const double first = frameAfter(canvas, [&] { canvas.model().show(scene, std::move(places)); });
    std::ignore = QTest::qWaitFor([&] { return !canvas.item().displayed().nodes.empty(); }, 60'000);
    std::println("  shown: the window answers after {:.0f} ms, the picture is there after {} ms", first, clock.elapsed());
    rest(canvas);
    const double held = memory("VmRSS:") - before;
    const auto things = static_cast<double>(graph.nodes.size() + graph.edges.size());
    const double own = static_cast<double>(scene->bytes() + at.size() * sizeof(Point) + (canvas.model().detail() ? canvas.model().detail()->bytes() : 0) +
                                           canvas.item().ground()->haze.pixels.size() * 4);
    std::println("  memory: {:.0f} bytes a node and edge counted, {:.0f} by the growth of the process (window included)   [goal 300]", own / things,
                 held * 1024 * 1024 / things);
    std::println("  painter: {}", canvas.item().usesRaster() ? "raster" : "quads");
    printFrames(canvas, peer, "all in sight");
    canvas.item().lookAt(at[0], canvas.item().camera().zoom * 10);
    printFrames(canvas, peer, "a tenth of the width");
    std::println("          {}", peer.frames);

    canvas.item().fit();
    std::vector<Presence> presence(graph.nodes.size(), Presence::shown);
    for (std::size_t i = 0; i < presence.size(); i += 2)
        presence[i] = Presence::hidden;
    std::vector<Presence> faded = presence;
    std::ranges::replace(faded, Presence::hidden, Presence::faded);
    const double filter = middleFrame(canvas, [&](bool is) { canvas.model().setPresence(is ? presence : std::vector<Presence>(), {}); });
    const double fade = middleFrame(canvas, [&](bool is) { canvas.model().setPresence(is ? faded : std::vector<Presence>(), {}); });
    const double path = middleFrame(canvas, [&](bool is) { is ? canvas.model().light({0, 1, 2, 3}, {0, 1, 2}) : canvas.model().light({}, {}); });
    const double choice = middleFrame(canvas, [&](bool is) { is ? canvas.model().selectNode(0) : canvas.model().clearSelection(); });
    std::println("  first frame of a filter {:.0f} ms, a fade {:.0f}, a path {:.0f}, a selection {:.0f}   [goal 50 at 100,000]\n", filter, fade, path, choice);
}

void measureLibrary(const QString& file)
{
    Canvas canvas({1280, 800});
    QElapsedTimer clock;
    clock.start();
    const auto library = Library::open(file.toStdString(), Library::Access::readOnly);
    if (!library)
        qFatal("the library cannot be opened");
    Graph graph = *library->graph();
    const qint64 read = clock.elapsed();
    const std::size_t nodes = graph.nodes.size();
    const std::size_t edges = graph.edges.size();
    canvas.model().setGraph(std::move(graph), {});
    std::ignore = QTest::qWaitFor([&] { return !canvas.item().displayed().nodes.empty(); }, 60'000);
    frameAfter(canvas, [] {});
    std::println("library of {} entities, {} edges: read after {} ms, first picture after {} ms   [goal 1,000 at 10,000]", nodes, edges, read, clock.elapsed());
}

} // namespace
} // namespace skein

int main(int argc, char** argv)
{
    std::setvbuf(stdout, nullptr, _IONBF, 0); // each line is told when it is known
    qputenv("QSG_NO_VSYNC", "1"); // what a frame costs, not when the screen takes it
    QSurfaceFormat format;
    format.setSwapInterval(0);
    QSurfaceFormat::setDefaultFormat(format);
    QGuiApplication application(argc, argv);
    const QStringList arguments = QGuiApplication::arguments();
    if (arguments.contains(QStringLiteral("--software")))
        QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    for (const skein::Peer& peer : skein::peers) {
        if (peer.nodes < 1'000'000 || !arguments.contains(QStringLiteral("--without-million")))
            skein::measure(peer);
    }
    if (const auto at = arguments.indexOf(QStringLiteral("--library")); at >= 0)
        skein::measureLibrary(arguments.value(at + 1));
    return 0;
}
