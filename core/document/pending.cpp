// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/importers.h"

namespace skein {

Result<void> importMarkdown(std::string_view text, Document& document, const Cancel& cancel)
{
    return importPlainText(text, document, cancel);
}

} // namespace skein
