// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/places.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QStandardPaths>

namespace {
QString sampleFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + QStringLiteral("/sample");
}
} // namespace

QString resourceFolder()
{
    const QString candidates[] = {
        qEnvironmentVariable("SKEIN_RESOURCES"),
        QStringLiteral(SKEIN_SOURCE_RESOURCES),
        QCoreApplication::applicationDirPath() + QStringLiteral("/../share/skein"),
    };
    for (const auto& folder : candidates) {
        if (!folder.isEmpty() && QFileInfo(folder).isDir())
            return QDir::cleanPath(folder);
    }
    return {};
}

QString defaultLibrary()
{
    const auto folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    QDir().mkpath(folder);
    return folder + QStringLiteral("/Library.skein");
}

QString sampleLibrary()
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const QDir documents(resourceFolder() + QStringLiteral("/sample"));
    for (const auto& name : documents.entryList(QDir::Files, QDir::Name)) {
        hash.addData(name.toUtf8());
        if (QFile file(documents.filePath(name)); file.open(QIODevice::ReadOnly))
            hash.addData(&file);
    }
    // Another engine reads the same documents anew: its data are known by their sizes and dates.
    QStringList data;
    for (QDirIterator walk(resourceFolder(), QDir::Files, QDirIterator::Subdirectories); walk.hasNext();) {
        const auto file = walk.nextFileInfo();
        data.append(file.filePath() + QString::number(file.size()) + file.lastModified().toString(Qt::ISODate));
    }
    data.sort();
    hash.addData(data.join(u'\n').toUtf8());
    const QFileInfo program(QCoreApplication::applicationFilePath());
    hash.addData(program.lastModified().toString(Qt::ISODate).toUtf8());
    QDir().mkpath(sampleFolder());
    return sampleFolder() + QStringLiteral("/Sample-") + QString::fromLatin1(hash.result().toHex().left(8)) + QStringLiteral(".skein");
}

bool isSampleLibrary(const QString& file)
{
    return QFileInfo(file).absolutePath() == QFileInfo(sampleFolder()).absoluteFilePath();
}
