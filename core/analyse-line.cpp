// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/analyse.h"
#include "core/library.h"

namespace skein {

std::string analyseLine(std::string_view line, const Engine& engine, bool tokens,
                        const std::function<std::string(const Error&)>& words)
{
    std::string id;
    const auto request = exchange::parseRequest(line, id);
    if (!request) return exchange::writeError(id, words(request.error()));
    const Cancel never;
    auto document = importDocument(request->source, never);
    if (!document) return exchange::writeError(id, words(document.error()));
    if (!request->date.empty()) document->published = request->date;
    const auto analysis = engine.analyse(*document, never);
    if (!analysis) return exchange::writeError(id, words(analysis.error()));
    return exchange::writeAnalysis(id, *document, *analysis, tokens);
}

} // namespace skein
