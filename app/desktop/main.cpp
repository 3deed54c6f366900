// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/icon-provider.h"
#include "app/desktop/options.h"
#include "app/desktop/picture.h"
#include "app/desktop/places.h"
#include "app/desktop/workspace.h"

#include <QFileInfo>
#include <QFont>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QIcon>
#include <QQmlApplicationEngine>
#include <QQuickWindow>

#include <algorithm>
#include <iterator>
#include <memory>
#include <string_view>

namespace {

// Questions about the program itself are answered where there is no display, too.
bool isQuestion(std::string_view argument)
{
    constexpr std::string_view questions[] = {"--help", "--help-all", "-h", "--version", "-v"};
    return std::ranges::find(questions, argument) != std::end(questions);
}

// What is opened first: what was asked for, else what was open last, else nothing but the way to begin.
void begin(Workspace& workspace, const Options& options)
{
    QList<QUrl> sources;
    QString library = options.library;
    for (const auto& file : options.files) {
        const auto path = QFileInfo(file).absoluteFilePath();
        if (path.endsWith(QStringLiteral(".skein"), Qt::CaseInsensitive))
            library = path;
        else
            sources.append(QUrl::fromLocalFile(path));
    }
    if (options.isSample)
        workspace.openSample();
    else if (!library.isEmpty())
        workspace.openFile(library);
    else if (options.screenshot.isEmpty() && !workspace.preferences()->lastLibrary().isEmpty())
        workspace.openFile(workspace.preferences()->lastLibrary());
    if (!sources.isEmpty())
        workspace.addFiles(sources);
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("Skein"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SKEIN_VERSION));
    if (std::any_of(argv + 1, argv + argc, isQuestion)) {
        const QCoreApplication core(argc, argv);
        readOptions(); // answers, and ends the program
    }
    QGuiApplication app(argc, argv);
    QGuiApplication::setDesktopFileName(QStringLiteral("org.skein.Skein"));
    QGuiApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/skein.svg")));
    const auto options = readOptions();

    QFont font(QFontDatabase::hasFamily(QStringLiteral("Inter")) ? QStringLiteral("Inter") : app.font().family());
    font.setPixelSize(13);
    QGuiApplication::setFont(font);

    // A picture shows Skein as it comes, not as somebody left it.
    const bool isPicture = !options.screenshot.isEmpty();
    Workspace workspace(isPicture);
    auto& preferences = *workspace.preferences();
    if (options.size.isValid())
        preferences.setStartSize(options.size.width(), options.size.height());
    if (isPicture)
        preferences.setStill(true);
    if (!options.theme.isEmpty())
        preferences.setSchemeForNow(options.theme == QStringLiteral("dark") ? Preferences::Dark : Preferences::Light);
    if (options.hasTable)
        preferences.showTableForNow();
    if (options.page == QStringLiteral("read") && !isPicture)
        workspace.setPage(Workspace::Read);
    if (options.page == QStringLiteral("teach") && !isPicture)
        workspace.setPage(Workspace::Teach);

    QQmlApplicationEngine engine;
    engine.addImageProvider(QStringLiteral("icon"), new IconProvider);
    engine.setInitialProperties({{QStringLiteral("workspace"), QVariant::fromValue(&workspace)}});
    engine.loadFromModule("Skein", "Main");
    if (engine.rootObjects().isEmpty())
        return 1;

    workspace.loadEngine(resourceFolder());
    begin(workspace, options);
    std::unique_ptr<Picture> picture;
    if (auto* window = qobject_cast<QQuickWindow*>(engine.rootObjects().first()); window && isPicture)
        picture = std::make_unique<Picture>(workspace, *window, options);
    return QGuiApplication::exec();
}
