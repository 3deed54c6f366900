// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/grammar.h"

#include "core/text/characters.h"
#include "core/text/lemmatizer.h"
#include "core/text/model-file.h"
#include "core/text/network.h"
#include "core/text/sentences.h"
#include "core/text/tags.h"
#include "core/text/tokenizer.h"

#include <string>
#include <vector>

namespace skein {

struct Grammar::Model {
    ModelFile file; // owns the bytes that the rest looks into
    std::string version;
    TagSet tags;
    Network network;
    Lemmatizer lemmatizer;
    WeightTable boundaries;
};

// Reused from sentence to sentence.
struct Grammar::Scratch {
    std::vector<Span> spans;
    std::vector<Form> forms;
    std::vector<Tag> tags;
    std::vector<int> heads;
    std::vector<Deprel> relations;
    NetworkScratch network;
};

namespace {

// Of the sentence that the network read last.
void parseSentence(const Network& network, std::span<Token> tokens, std::int32_t firstToken, NetworkScratch& scratch,
                   std::vector<int>& heads, std::vector<Deprel>& relations)
{
    network.parse(scratch, tokens.size(), heads, relations);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        tokens[i].head = heads[i] < 0 ? -1 : firstToken + heads[i];
        tokens[i].deprel = relations[i];
    }
}

// Headlines capitalise every word: capitals say nothing about where sentences begin.
bool isHeading(BlockKind kind) { return kind == BlockKind::title || kind == BlockKind::heading; }

// A block without a model.
void splitBlock(std::string_view text, const std::vector<Span>& spans, Reading& reading)
{
    const auto base = static_cast<std::uint32_t>(reading.tokens.size());
    for (const auto span : spans) {
        Token& token = reading.tokens.emplace_back();
        token.span = span;
        token.lemma = lowered(textOf(text, span));
    }
    const auto starts = sentenceStarts(text, spans);
    for (std::size_t s = 0; s < starts.size(); ++s) {
        const auto first = starts[s];
        const auto last = s + 1 < starts.size() ? starts[s + 1] : static_cast<std::uint32_t>(spans.size());
        reading.sentences.push_back({{spans[first].begin, spans[last - 1].end}, base + first, base + last});
    }
}

} // namespace

Grammar::Grammar() = default;

Result<Grammar> Grammar::load(const std::filesystem::path& modelFile)
{
    auto file = ModelFile::read(modelFile);
    if (!file) return std::unexpected(file.error());
    auto model = std::make_shared<Model>();
    const auto damaged = [&](const Error& error) {
        return fail(error.code, modelFile.string() + ": " + error.detail);
    };
    auto tagSet = file->section("tags").and_then([](std::string_view bytes) { return TagSet::open(bytes); });
    if (!tagSet) return damaged(tagSet.error());
    const auto embeddings = file->section("embeddings");
    if (!embeddings) return damaged(embeddings.error());
    const auto layers = file->section("layers");
    if (!layers) return damaged(layers.error());
    auto network = Network::open(*embeddings, *layers, tagSet->size());
    if (!network) return damaged(network.error());
    auto lemmas = file->section("lemmas").and_then([](std::string_view bytes) { return Lemmatizer::open(bytes); });
    if (!lemmas) return damaged(lemmas.error());
    const auto boundaries = file->section("boundaries").and_then([](std::string_view bytes) { return WeightTable::open(bytes); });
    if (!boundaries) return damaged(boundaries.error());
    if (boundaries->classes() != 2) return damaged({Errc::corrupt, "the table of boundaries has the wrong size"});
    model->boundaries = *boundaries;
    model->version = std::string(file->head("name")) + " " + std::string(file->head("version"));
    model->tags = std::move(*tagSet);
    model->network = std::move(*network);
    model->lemmatizer = std::move(*lemmas);
    model->file = std::move(*file);
    Grammar grammar;
    grammar.m_model = std::move(model);
    return grammar;
}

std::string_view Grammar::version() const { return m_model ? std::string_view(m_model->version) : std::string_view(); }

Reading Grammar::read(std::string_view text, std::span<const Block> blocks, bool parse) const
{
    Reading reading;
    Scratch scratch;
    for (const auto& block : blocks) {
        scratch.spans.clear();
        tokenize(text, block.span, scratch.spans);
        if (m_model) readBlock(text, isHeading(block.kind), scratch, parse, reading);
        else splitBlock(text, scratch.spans, reading);
    }
    return reading;
}

// One block, of which scratch.spans are the tokens, by the model.
void Grammar::readBlock(std::string_view text, bool isHeading, Scratch& scratch, bool parse, Reading& reading) const
{
    const auto& spans = scratch.spans;
    scratch.forms.clear();
    for (const auto span : spans) scratch.forms.push_back(formOf(textOf(text, span)));
    const auto starts = sentenceStarts(text, spans, scratch.forms, m_model->boundaries, isHeading);
    for (std::size_t s = 0; s < starts.size(); ++s) {
        const std::size_t first = starts[s];
        const std::size_t last = s + 1 < starts.size() ? starts[s + 1] : spans.size();
        const auto forms = std::span(scratch.forms).subspan(first, last - first);
        m_model->network.read(forms, scratch.network, scratch.tags);
        const auto base = static_cast<std::uint32_t>(reading.tokens.size());
        for (std::size_t i = 0; i < forms.size(); ++i) {
            const Tag tag = scratch.tags[i];
            Token& token = reading.tokens.emplace_back();
            token.span = spans[first + i];
            token.upos = m_model->tags.upos(tag);
            token.lemma = m_model->lemmatizer.lemma(textOf(text, token.span), forms[i], m_model->tags.name(tag));
        }
        reading.sentences.push_back(
            {{spans[first].begin, spans[last - 1].end}, base, static_cast<std::uint32_t>(reading.tokens.size())});
        if (parse) parseSentence(m_model->network, std::span(reading.tokens).subspan(base), static_cast<std::int32_t>(base), scratch.network,
                                 scratch.heads, scratch.relations);
    }
}

void Grammar::parse(std::string_view text, Reading& reading, std::size_t sentence) const
{
    if (!m_model) return;
    const auto [span, first, last] = reading.sentences[sentence];
    Scratch scratch;
    for (auto i = first; i < last; ++i) scratch.forms.push_back(formOf(textOf(text, reading.tokens[i].span)));
    m_model->network.read(scratch.forms, scratch.network, scratch.tags);
    parseSentence(m_model->network, std::span(reading.tokens).subspan(first, last - first), static_cast<std::int32_t>(first),
                  scratch.network, scratch.heads, scratch.relations);
}

} // namespace skein
