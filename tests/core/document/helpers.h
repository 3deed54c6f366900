// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/document.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace skein::test {

inline Result<Document> import(std::string bytes, std::string mediaType = "text/plain", std::string name = "file")
{
    return importDocument({.bytes = std::move(bytes), .name = std::move(name), .mediaType = std::move(mediaType)}, Cancel{});
}

// Imports what must import; checks what every document promises.
inline Document imported(std::string bytes, std::string mediaType = "text/plain", std::string name = "file")
{
    auto document = import(std::move(bytes), std::move(mediaType), std::move(name));
    if (!document) {
        ADD_FAILURE() << document.error().detail;
        return {};
    }
    std::uint32_t end = 0;
    for (const auto& block : document->blocks) {
        EXPECT_LT(block.span.begin, block.span.end);
        EXPECT_LE(block.span.end, document->text.size());
        EXPECT_EQ(std::string_view(document->text).substr(end, block.span.begin - end).find_first_not_of('\n'), std::string::npos);
        end = block.span.end;
    }
    EXPECT_EQ(end, document->text.size());
    EXPECT_FALSE(document->title.empty());
    return *document;
}

// The blocks of one kind, each on its line.
inline std::string blocksOf(const Document& document, BlockKind kind)
{
    std::string lines;
    for (const auto& block : document.blocks)
        if (block.kind == kind) lines += std::string(textOf(document.text, block.span)) + "\n";
    return lines;
}

// Prose long enough to count as such.
inline const std::string prose =
    "The river had been rising for three days before anybody in the valley thought of moving the cattle, and by then the lower "
    "bridge was under water.";

} // namespace skein::test
