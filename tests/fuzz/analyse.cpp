// SPDX-License-Identifier: GPL-3.0-or-later
// Any text through the whole engine; what it finds must keep the promises of core/extract/analysis.h.
#include "core/extract/engine.h"
#include "tests/fuzz/check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const auto engine = skein::Engine::load(SKEIN_SOURCE_DIR "/resources");
    skein::fuzz::require(engine.has_value());
    const skein::Source source{{reinterpret_cast<const char*>(data), size}, "fuzz.txt", "", "text/plain"};
    const auto document = skein::importDocument(source, skein::Cancel());
    if (!document) return 0;
    const auto analysis = (*engine)->analyse(*document, skein::Cancel());
    skein::fuzz::require(analysis.has_value());

    const skein::Span whole{0, static_cast<std::uint32_t>(document->text.size())};
    const auto isSound = [&](skein::Span span) {
        return span.begin < span.end && whole.contains(span) && skein::isUtf8(skein::textOf(document->text, span));
    };
    for (const auto& token : analysis->reading.tokens) skein::fuzz::require(isSound(token.span));
    for (const auto& mention : analysis->mentions)
        skein::fuzz::require(isSound(mention.span) && mention.entity < analysis->entities.size());
    for (const auto& time : analysis->times) skein::fuzz::require(isSound(time.span) && !time.edtf.empty());
    for (const auto& claim : analysis->claims) {
        skein::fuzz::require(isSound(claim.quote) && claim.subject < analysis->entities.size());
        skein::fuzz::require(claim.object ? *claim.object < analysis->entities.size() : !claim.value.empty());
        for (const auto& trigger : claim.triggers) skein::fuzz::require(isSound(trigger) && claim.quote.contains(trigger));
    }
    return 0;
}
