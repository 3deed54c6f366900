// SPDX-License-Identifier: GPL-3.0-or-later
// Any text as a person's additions: it is taken, or every problem lies in it and says something; what was taken reads.
#include "core/extract/engine.h"
#include "tests/fuzz/check.h"

#include <algorithm>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using skein::fuzz::require;
    static const auto engine = skein::Engine::load(SKEIN_SOURCE_DIR "/resources");
    require(engine.has_value());
    static const auto document = skein::importDocument(
        {"Velmari Works resold the K-9 to Germany in May 2025. Operator gun tubes were $5 million.", "a.txt", "", "text/plain"}, skein::Cancel());
    require(document.has_value());
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto extended = (*engine)->extended(text, "fuzz");
    if (extended) {
        const auto analysis = (*extended)->analyse(*document, skein::Cancel());
        require(analysis.has_value());
        for (const auto& mention : analysis->mentions)
            require(mention.entity < analysis->entities.size() && mention.span.end <= document->text.size());
        return 0;
    }
    require(!extended.error().empty());
    for (const auto& problem : extended.error()) {
        require(problem.span.begin <= problem.span.end && problem.span.end <= size && !problem.message.empty());
        require(problem.line == 1 + std::ranges::count(text.substr(0, problem.span.begin), '\n') && problem.column >= 1);
    }
    return 0;
}
