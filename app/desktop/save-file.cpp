// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/save-file.h"

#include <QSaveFile>

skein::Result<void> saveFile(const QString& path, const std::function<skein::Result<void>(QIODevice&)>& write)
{
    QSaveFile out(path);
    const auto failure = [&] {
        return skein::fail(out.error() == QFileDevice::ResourceError ? skein::Errc::diskFull : skein::Errc::notReadable,
                           out.errorString().toStdString());
    };
    if (!out.open(QIODevice::WriteOnly))
        return failure();
    if (auto written = write(out); !written)
        return written;
    if (out.error() != QFileDevice::NoError || !out.commit())
        return failure();
    return {};
}

skein::Result<void> saveFile(const QString& path, std::string_view bytes)
{
    return saveFile(path, [&](QIODevice& out) -> skein::Result<void> {
        out.write(bytes.data(), qint64(bytes.size())); // a failure is the file's, which saveFile looks at
        return {};
    });
}
