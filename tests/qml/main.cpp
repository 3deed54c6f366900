// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage.h"

#include "app/desktop/icon-provider.h"

#include <QQmlEngine>
#include <QtQuickTest>

class Setup : public QObject {
    Q_OBJECT

public slots:
    void applicationAvailable() { QCoreApplication::setApplicationName(QStringLiteral("Skein test")); }
    void qmlEngineAvailable(QQmlEngine* engine)
    {
        engine->addImageProvider(QStringLiteral("icon"), new IconProvider);
        qmlRegisterType<Stage>("Skein.Test", 1, 0, "Stage");
    }
};

QUICK_TEST_MAIN_WITH_SETUP(skein, Setup)

#include "main.moc"
