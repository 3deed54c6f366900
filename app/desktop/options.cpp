// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>
#include <cstdlib>

namespace {
[[noreturn]] void refuse(const QString& why)
{
    std::fprintf(stderr, "skein: %s Try --help.\n", qPrintable(why));
    std::exit(2);
}
} // namespace

Options readOptions()
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Skein reads your documents and shows who and what they talk about and how these connect,\n"
        "with the very words that say so."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption library(QStringLiteral("library"), QStringLiteral("Open (or make) this library."), QStringLiteral("FILE"));
    const QCommandLineOption sample(QStringLiteral("sample"), QStringLiteral("Open the sample library."));
    const QCommandLineOption screenshot(QStringLiteral("screenshot"),
        QStringLiteral("When everything is read and laid out, save a picture of the window and end."), QStringLiteral("FILE"));
    const QCommandLineOption size(QStringLiteral("size"), QStringLiteral("The window's size for this start."), QStringLiteral("WxH"));
    const QCommandLineOption theme(QStringLiteral("theme"), QStringLiteral("light or dark, for this start."), QStringLiteral("THEME"));
    const QCommandLineOption page(QStringLiteral("page"), QStringLiteral("explore, read or teach."), QStringLiteral("PAGE"));
    const QCommandLineOption select(QStringLiteral("select"),
        QStringLiteral("Select the entity of this name; given twice, the connection between the two."), QStringLiteral("NAME"));
    const QCommandLineOption teach(QStringLiteral("teach"),
        QStringLiteral("Put the text of this file into the editor of what the library is taught; it is not saved."), QStringLiteral("FILE"));
    const QCommandLineOption table(QStringLiteral("table"), QStringLiteral("Show the table below the graph."));
    parser.addOptions({library, sample, screenshot, size, theme, page, table, select, teach});
    parser.addPositionalArgument(QStringLiteral("FILE…"), QStringLiteral("Sources to read into the library, or one NAME.skein to open."), QStringLiteral("[FILE…]"));
    parser.process(*QCoreApplication::instance());

    Options options;
    options.files = parser.positionalArguments();
    options.library = parser.value(library);
    options.isSample = parser.isSet(sample);
    options.screenshot = parser.value(screenshot);
    options.theme = parser.value(theme);
    options.page = parser.value(page);
    options.hasTable = parser.isSet(table);
    options.select = parser.values(select);
    options.teach = parser.value(teach);
    if (parser.isSet(size)) {
        const auto sides = parser.value(size).split(u'x');
        options.size = QSize(sides.value(0).toInt(), sides.value(1).toInt());
        if (sides.size() != 2 || options.size.width() < 320 || options.size.height() < 240)
            refuse(QStringLiteral("--size wants WIDTHxHEIGHT, such as 1280x800, and at least 320x240."));
    }
    if (!options.theme.isEmpty() && options.theme != QStringLiteral("light") && options.theme != QStringLiteral("dark"))
        refuse(QStringLiteral("--theme is light or dark."));
    if (!options.page.isEmpty() && options.page != QStringLiteral("explore") && options.page != QStringLiteral("read") &&
        options.page != QStringLiteral("teach"))
        refuse(QStringLiteral("--page is explore, read or teach."));
    if (options.select.size() > 2)
        refuse(QStringLiteral("--select is given once for an entity, twice for a connection."));
    if (options.isSample && !options.library.isEmpty())
        refuse(QStringLiteral("--sample and --library cannot both be opened."));
    return options;
}
