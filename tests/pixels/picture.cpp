// SPDX-License-Identifier: GPL-3.0-or-later
// picture FILE.png [story|NODES] [light|dark] [hover|select|plain] [WIDTHxHEIGHT]  draws a made-up graph, for people to look at.
#include "tests/pixels/canvas.h"
#include "tests/pixels/story.h"

#include <QGuiApplication>

int main(int argc, char** argv)
{
    QGuiApplication application(argc, argv);
    const QStringList arguments = QGuiApplication::arguments();
    const QString file = arguments.value(1, QStringLiteral("graph.png"));
    const QString what = arguments.value(2, QStringLiteral("story"));
    const QStringList size = arguments.value(5, QStringLiteral("1100x760")).split(u'x');
    skein::Canvas canvas({size.value(0).toInt(), size.value(1).toInt()}, arguments.value(3) == QStringLiteral("dark"));
    canvas.item().setFontFamily(QStringLiteral("Inter"));
    canvas.show(what == QStringLiteral("story") ? skein::storyGraph() : skein::communityGraph(what.toUInt()));
    if (arguments.value(4) == QStringLiteral("hover"))
        canvas.moveTo(canvas.place(2));
    if (arguments.value(4) == QStringLiteral("select"))
        canvas.model().selectNode(5);
    return canvas.grab().save(file) ? 0 : 1;
}
