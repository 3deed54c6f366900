// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <functional>
#include <string_view>

class QIODevice;

// Writes a file whole: what was there stays until the new one is complete. For any thread. Fails with notReadable or
// diskFull, or as `write` does.
skein::Result<void> saveFile(const QString& path, const std::function<skein::Result<void>(QIODevice&)>& write);
skein::Result<void> saveFile(const QString& path, std::string_view bytes);
