// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/grammar.h"

#include "core/text/characters.h"
#include "core/text/model-file.h"
#include "core/text/sentences.h"
#include "core/text/tokenizer.h"

#include <string>
#include <vector>

namespace skein {

struct Grammar::Model {
    std::string version;
};

Grammar::Grammar() = default;

Result<Grammar> Grammar::load(const std::filesystem::path& modelFile)
{
    const auto file = ModelFile::read(modelFile);
    if (!file) return std::unexpected(file.error());
    auto model = std::make_shared<Model>();
    model->version = std::string(file->head("name")) + " " + std::string(file->head("version"));
    Grammar grammar;
    grammar.m_model = std::move(model);
    return grammar;
}

std::string_view Grammar::version() const { return m_model ? std::string_view(m_model->version) : std::string_view(); }

Reading Grammar::read(std::string_view text, std::span<const Block> blocks, bool parse) const
{
    Reading reading;
    std::vector<Span> spans;
    for (const auto& block : blocks) {
        spans.clear();
        tokenize(text, block.span, spans);
        const auto starts = sentenceStarts(text, spans);
        const auto base = static_cast<std::uint32_t>(reading.tokens.size());
        for (const auto span : spans) {
            Token token;
            token.span = span;
            token.lemma = lowered(textOf(text, span));
            reading.tokens.push_back(std::move(token));
        }
        for (std::size_t s = 0; s < starts.size(); ++s) {
            const auto first = starts[s];
            const auto last = s + 1 < starts.size() ? starts[s + 1] : static_cast<std::uint32_t>(spans.size());
            reading.sentences.push_back({{spans[first].begin, spans[last - 1].end}, base + first, base + last});
            if (parse) this->parse(text, reading, reading.sentences.size() - 1);
        }
    }
    return reading;
}

void Grammar::parse(std::string_view, Reading&, std::size_t) const {}

} // namespace skein
