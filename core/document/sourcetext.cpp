// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/blockwriter.h"
#include "core/document/importers.h"

namespace skein {

Result<void> importSourceText(std::string_view text, Document& document, const Cancel& cancel)
{
    BlockWriter writer(document);
    for (std::size_t at = 0; at < text.size();) {
        if (cancel.isRaised()) return fail(Errc::cancelled, "while reading source text");
        auto end = at; // of the run of lines that an empty line ends
        while (end < text.size()) {
            const auto line = std::min(text.find('\n', end), text.size());
            const auto content = text.substr(end, line - end);
            end = line + 1;
            if (content.find_first_not_of(" \t\r") == std::string_view::npos) break;
        }
        end = std::min(end, text.size());
        writer.add(BlockKind::code, 0, text.substr(at, end - at));
        at = end;
    }
    return {};
}

} // namespace skein
