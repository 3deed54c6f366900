// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine reads in a text, in a form that tests compare.
#pragma once

#include "core/extract/engine.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace skein::test {

inline const Engine& engine()
{
    static const std::shared_ptr<const Engine> loaded = [] {
        auto result = Engine::load(SKEIN_SOURCE_DIR "/resources");
        if (!result) ADD_FAILURE() << result.error().detail;
        return result.value_or(nullptr);
    }();
    return *loaded;
}

// Paragraphs are separated by empty lines; a line that begins with "# " is a heading.
inline Document documentOf(std::string text, std::string published = {})
{
    Document document;
    document.title = "test";
    document.published = std::move(published);
    std::size_t at = 0;
    while (at < text.size()) {
        std::size_t end = std::min(text.find("\n\n", at), text.size());
        Block block{{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}};
        if (text.compare(at, 2, "# ") == 0) {
            block.kind = BlockKind::heading;
            block.level = 1;
            block.span.begin += 2;
        }
        document.blocks.push_back(block);
        at = std::min(text.size(), end + 2);
    }
    document.text = std::move(text);
    return document;
}

inline Analysis analysed(const Document& document)
{
    auto analysis = engine().analyse(document, Cancel());
    if (!analysis) ADD_FAILURE() << analysis.error().detail;
    return analysis.value_or(Analysis{});
}

// "type name | alias | alias", in the order of the entities.
inline std::vector<std::string> names(const std::string& text)
{
    std::vector<std::string> result;
    for (const Entity& entity : analysed(documentOf(text)).entities) {
        std::string line = entity.type + " " + entity.name;
        for (const std::string& alias : entity.aliases)
            line += " | " + alias;
        result.push_back(std::move(line));
    }
    return result;
}

// "words = EDTF" of every time expression.
inline std::vector<std::string> times(const std::string& text, const std::string& published = "2026-04-09")
{
    std::vector<std::string> result;
    const Document document = documentOf(text, published);
    for (const TimeExpression& time : analysed(document).times)
        result.push_back(std::string(textOf(document.text, time.span)) + " = " + time.edtf);
    return result;
}

// "words -> name" of every pronoun and nominal.
inline std::vector<std::string> references(const std::string& text)
{
    std::vector<std::string> result;
    const Document document = documentOf(text);
    const Analysis analysis = analysed(document);
    for (const Mention& mention : analysis.mentions)
        if (mention.kind != MentionKind::name)
            result.push_back(std::string(textOf(document.text, mention.span)) + " -> " +
                             analysis.entities[mention.entity].name);
    return result;
}

} // namespace skein::test
