// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/utf8.h"
#include "core/document/document.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace skein::fuzz {

inline void require(bool condition)
{
    if (!condition) std::abort();
}

// Imports the bytes as a media type and checks what document.h promises of every document.
inline void importAs(const char* mediaType, const std::uint8_t* data, std::size_t size)
{
    const Source source{.bytes = {reinterpret_cast<const char*>(data), size}, .name = "input", .uri = {}, .mediaType = mediaType};
    const auto document = importDocument(source, Cancel{});
    if (!document) return;
    require(!document->text.empty() && !document->title.empty());
    for (const auto* text : {&document->text, &document->title, &document->author, &document->site}) require(isUtf8(*text));
    std::uint32_t end = 0;
    for (const auto& block : document->blocks) {
        require(block.span.begin >= end && block.span.begin < block.span.end && block.span.end <= document->text.size());
        require(std::string_view(document->text).substr(end, block.span.begin - end).find_first_not_of('\n') == std::string_view::npos);
        end = block.span.end;
    }
}

} // namespace skein::fuzz
