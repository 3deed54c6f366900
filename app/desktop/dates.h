// SPDX-License-Identifier: GPL-3.0-or-later
// EDTF (ISO 8601-2) in words for people.
#pragma once

#include <QString>

// "2025-06-12" → "12 June 2025", "2025-06" → "June 2025", "2025~" → "about 2025", "2024/2026" → "2024 – 2026".
// What is not understood comes back as it is; empty stays empty.
QString edtfText(const QString& edtf);
