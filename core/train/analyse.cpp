// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/utf8.h"
#include "core/text/grammar.h"
#include "core/train/commands.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <cstdio>
#include <ctime>
#include <iostream>
#include <string>
#include <vector>

namespace skein {
namespace {

std::vector<Block> paragraphs(const std::string& text)
{
    std::vector<Block> blocks;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find("\n\n", at), text.size());
        if (end > at) blocks.push_back({{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}});
        at = end + 2;
    }
    return blocks;
}

} // namespace

int analyseLines(const std::string& modelFile)
{
    using Clock = std::chrono::steady_clock;
    std::clock_t ticks = 0;
    const auto begin = Clock::now();
    Grammar grammar;
    if (!modelFile.empty()) {
        auto loaded = Grammar::load(modelFile);
        if (!loaded) {
            std::fprintf(stderr, "%s\n", loaded.error().detail.c_str());
            return 1;
        }
        grammar = *loaded;
    }
    const std::chrono::duration<double> loading = Clock::now() - begin;
    std::size_t words = 0;
    for (std::string line; std::getline(std::cin, line);) {
        const auto document = nlohmann::json::parse(line);
        const std::string text = document.at("text");
        const auto blocks = paragraphs(text);
        const auto started = std::clock();
        const Reading result = grammar.read(text, blocks, true);
        ticks += std::clock() - started;
        words += result.tokens.size();
        const OffsetMap map(text, OffsetMap::Unit::codePoint);
        nlohmann::ordered_json out{{"id", document.at("id")}, {"text", text}};
        auto& sentences = out["sentences"] = nlohmann::ordered_json::array();
        for (const auto& s : result.sentences)
            sentences.push_back({{"start", map.fromByte(s.span.begin)}, {"end", map.fromByte(s.span.end)}});
        auto& tokens = out["tokens"] = nlohmann::ordered_json::array();
        for (const auto& t : result.tokens)
            tokens.push_back({{"start", map.fromByte(t.span.begin)},
                              {"end", map.fromByte(t.span.end)},
                              {"upos", uposName(t.upos)},
                              {"lemma", t.lemma},
                              {"head", t.head},
                              {"deprel", deprelName(t.deprel)}});
        std::cout << out.dump() << "\n";
    }
    const double seconds = static_cast<double>(ticks) / CLOCKS_PER_SEC; // of one core, whatever else runs
    std::fprintf(stderr, "loaded in %.1f ms; %zu words in %.3f s: %.0f words/s\n", loading.count() * 1000, words,
                 seconds, static_cast<double>(words) / std::max(seconds, 1e-9));
    return 0;
}

} // namespace skein
