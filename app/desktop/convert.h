// SPDX-License-Identifier: GPL-3.0-or-later
// Where the core's UTF-8 becomes Qt's UTF-16, and back.
#pragma once

#include "core/base/id.h"

#include <QString>
#include <QUrl>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

inline QString qstring(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

inline std::string utf8(const QString& text)
{
    return text.toStdString();
}

inline std::filesystem::path toPath(const QString& file)
{
    return std::filesystem::path(file.toStdU16String());
}

inline QString fromPath(const std::filesystem::path& file)
{
    return QString::fromStdU16String(file.u16string());
}

template <typename Tag>
QString idText(skein::Id<Tag> id)
{
    return qstring(toString(id));
}
