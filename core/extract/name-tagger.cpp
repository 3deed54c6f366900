// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/name-tagger.h"

#include "core/extract/chain.h"
#include "core/extract/name-features.h"
#include "core/text/model-file.h"
#include "core/text/sparse-table.h"

#include <cmath>
#include <cstring>
#include <string>

namespace skein {

struct NameTagger::Model {
    ModelFile file; // owns the bytes that the rest looks into
    std::string version;
    SparseTable weights;
    WordClusters clusters;
    std::vector<float> transitions;
    float step = 0; // what one unit of a weight is worth
};

NameTagger::NameTagger() = default;

Result<NameTagger> NameTagger::load(const std::filesystem::path& modelFile)
{
    auto file = ModelFile::read(modelFile);
    if (!file) return std::unexpected(file.error());
    const auto damaged = [&](const Error& error) { return fail(error.code, modelFile.string() + ": " + error.detail); };
    auto model = std::make_shared<Model>();
    const auto weights = file->section("weights").and_then([](std::string_view bytes) { return SparseTable::open(bytes, nameLabels); });
    if (!weights) return damaged(weights.error());
    const auto clusters = file->section("clusters").and_then([](std::string_view bytes) { return WordClusters::open(bytes); });
    if (!clusters) return damaged(clusters.error());
    const auto chain = file->section("chain");
    if (!chain) return damaged(chain.error());
    std::vector<float> numbers(1 + nameLabels * nameLabels);
    if (chain->size() != numbers.size() * sizeof(float)) return damaged({Errc::corrupt, "the transitions have the wrong size"});
    std::memcpy(numbers.data(), chain->data(), chain->size());
    for (const float v : numbers)
        if (!std::isfinite(v)) return damaged({Errc::corrupt, "a transition is no number"});
    model->step = numbers[0];
    model->transitions.assign(numbers.begin() + 1, numbers.end());
    model->weights = *weights;
    model->clusters = *clusters;
    model->version = std::string(file->head("name")) + " " + std::string(file->head("version"));
    model->file = std::move(*file);
    NameTagger tagger;
    tagger.m_model = std::move(model);
    return tagger;
}

std::string_view NameTagger::version() const { return m_model ? std::string_view(m_model->version) : std::string_view(); }

NameTags NameTagger::tag(std::string_view text, const Reading& reading, const Lexicons& lexicons) const
{
    NameTags result;
    result.chances.resize(reading.tokens.size());
    if (!m_model) return result;
    NameFeatures features(lexicons, m_model->clusters);
    Chain chain;
    chain.setTransitions(m_model->transitions);
    std::vector<float> scores, chances;
    std::vector<std::uint8_t> path;
    for (const Sentence& sentence : reading.sentences) {
        features.read(text, reading, sentence);
        const std::size_t size = features.size();
        scores.assign(size * Chain::width, 0);
        for (std::size_t t = 0; t < size; ++t) {
            std::int32_t sums[Chain::width] = {};
            m_model->weights.add(features.of(t), sums);
            for (std::size_t l = 0; l < nameLabels; ++l) scores[t * Chain::width + l] = static_cast<float>(sums[l]) * m_model->step;
        }
        chain.best(scores, path);
        chain.chances(scores, {}, chances, nullptr, 0);
        for (std::size_t t = 0; t < size; ++t)
            for (std::size_t type = 0; type < labelledTypes; ++type)
                result.chances[sentence.firstToken + t][type] =
                    chances[t * Chain::width + beginLabel(type)] + chances[t * Chain::width + insideLabel(type)];
        for (std::size_t t = 0; t < size;) {
            if (path[t] == 0) {
                ++t;
                continue;
            }
            TaggedName name;
            name.type = typeOfLabel(path[t]);
            name.first = sentence.firstToken + static_cast<std::uint32_t>(t);
            name.chance = 1;
            std::size_t end = t;
            do {
                name.chance = std::min(name.chance, chances[end * Chain::width + path[end]]);
                for (std::size_t type = 0; type < labelledTypes; ++type)
                    name.types[type] += result.chances[sentence.firstToken + end][type];
                ++end;
            } while (end < size && path[end] == insideLabel(name.type));
            for (auto& v : name.types) v /= static_cast<float>(end - t);
            name.last = sentence.firstToken + static_cast<std::uint32_t>(end);
            result.names.push_back(name);
            t = end;
        }
    }
    return result;
}

} // namespace skein
