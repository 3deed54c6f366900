// SPDX-License-Identifier: GPL-3.0-or-later
// graph-picture FILE.png [story|NODES|GRAPH.tsv] [light|dark] [hover|select|plain] [WIDTHxHEIGHT]
// Draws a graph for people to look at. Lines of a TSV: "N name type mentions" and "E source target relation label claims".
#include "tests/pixels/canvas.h"
#include "tests/pixels/story.h"

#include <QFile>
#include <QGuiApplication>

namespace {

skein::Graph graphFrom(const QString& what)
{
    if (what == QStringLiteral("story"))
        return skein::storyGraph();
    if (!what.endsWith(QStringLiteral(".tsv")))
        return skein::communityGraph(what.toUInt());
    skein::Graph graph;
    QFile file(what);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read the graph");
    while (!file.atEnd()) {
        const QList<QByteArray> cells = file.readLine().trimmed().split('\t');
        if (cells.size() == 4 && cells[0] == "N")
            graph.nodes.push_back({skein::EntityId{graph.nodes.size() + 1}, cells[1].toStdString(), cells[2].toStdString(), cells[3].toUInt(), 1});
        else if (cells.size() == 6 && cells[0] == "E")
            graph.edges.push_back({cells[1].toUInt(), cells[2].toUInt(), relationIn(graph, cells[3].toStdString(), cells[4].toStdString()), cells[5].toUInt(), 1, 1, false, false});
    }
    return skein::sorted(graph);
}

} // namespace

int main(int argc, char** argv)
{
    QGuiApplication application(argc, argv);
    const QStringList arguments = QGuiApplication::arguments();
    const QString file = arguments.value(1, QStringLiteral("graph.png"));
    const QString what = arguments.value(2, QStringLiteral("story"));
    const QStringList size = arguments.value(5, QStringLiteral("1100x760")).split(u'x');
    skein::Canvas canvas({size.value(0).toInt(), size.value(1).toInt()}, arguments.value(3) == QStringLiteral("dark"));
    canvas.item().setFontFamily(QStringLiteral("Inter"));
    canvas.show(graphFrom(what));
    if (arguments.value(4) == QStringLiteral("hover"))
        canvas.moveTo(canvas.place(2));
    if (arguments.value(4) == QStringLiteral("select"))
        canvas.model().selectNode(5);
    return canvas.grab().save(file) ? 0 : 1;
}
