// SPDX-License-Identifier: GPL-3.0-or-later
// Trains the tagger of core/extract/name-tagger.h: a conditional random field over hashed features, stochastic gradient with
// a rate of its own for every weight (AdaGrad; Duchi, Hazan, Singer 2011). Sets annotate different types: what a set does
// not tell is summed over (partial annotation; Tsuboi et al. 2008). Features are left out at random, those that name the
// word itself more often, so that the surroundings learn to speak for names nobody has seen.
#include "core/extract/chain.h"
#include "core/extract/name-features.h"
#include "core/text/grammar.h"
#include "core/train/model-output.h"
#include "core/text/sparse-table.h"
#include "core/train/clustering.h"
#include "core/train/commands.h"
#include "core/train/name-corpora.h"
#include "core/train/random.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <optional>
#include <unordered_map>

namespace skein {
namespace {

constexpr int rounds = 12;
constexpr int fillRound = 9; // from which on partial texts are learnt from, too
constexpr int variants = 2; // of each sentence that counts more than once, with other names
constexpr float rate = 0.15f;
constexpr float smooth = 1;
constexpr float dropFeature = 0.2f;
constexpr float dropIdentity = 0.35f; // of a word, all that names it
constexpr float decay = 5e-4f;
constexpr std::size_t least = 2; // occurrences of a feature
constexpr std::size_t longest = 150;
// Of what is kept, in steps of eight bits: weights, and the largest of a feature.
constexpr long leastWeight = 3;
constexpr int leastTop = 8;

struct Sample {
    std::vector<std::uint32_t> rows;   // of all words
    std::vector<std::uint32_t> starts; // of each word, and one past the last
    std::vector<Chain::LabelSet> allowed;
    int weight = 1;
    bool isPartial = false;
};

Chain::LabelSet begins(TypeSet types)
{
    Chain::LabelSet set = 0;
    for (std::size_t t = 0; t < labelledTypes; ++t)
        if (types >> t & 1) set |= Chain::LabelSet{1} << beginLabel(t);
    return set;
}
Chain::LabelSet insides(TypeSet types) { return begins(types) << 1; }

// The labels that a sentence's tokens may have.
std::vector<Chain::LabelSet> labelsOf(const GoldText& gold, const Reading& reading, const Sentence& sentence)
{
    std::vector<Chain::LabelSet> labels;
    std::size_t name = 0;
    const GoldName* before = nullptr; // of the token before
    for (auto i = sentence.firstToken; i < sentence.lastToken; ++i) {
        const Token& token = reading.tokens[i];
        while (name < gold.names.size() && gold.names[name].span.end <= token.span.begin) ++name;
        const GoldName* here = name < gold.names.size() && gold.names[name].span.begin < token.span.end ? &gold.names[name] : nullptr;
        if (here) {
            labels.push_back(here == before ? insides(here->types) : begins(here->types));
        } else {
            Chain::LabelSet set = 1;
            const bool isNominal = token.upos == Upos::noun || token.upos == Upos::propn || token.upos == Upos::adj;
            const char initial = gold.text[token.span.begin];
            if (isNominal && (!gold.isPartial || (initial >= 'A' && initial <= 'Z'))) {
                set |= begins(gold.hidden);
                set |= insides(before ? gold.hidden & static_cast<TypeSet>(~before->types) : gold.hidden);
            }
            labels.push_back(set);
        }
        before = here;
    }
    return labels;
}

// Names to put in the place of others of their type, so that a word is known by the lists it is in and not by heart.
class Replacer {
public:
    Replacer(const std::vector<GoldText>& texts, const std::filesystem::path& lexicons)
    {
        for (const auto& gold : texts)
            for (const auto& name : gold.names)
                if (const auto type = onlyType(name.types)) add(*type, textOf(gold.text, name.span));
        const std::pair<const char*, NameType> lists[] = {
            {"organizations", NameType::organization}, {"products", NameType::product},     {"places", NameType::place},
            {"technologies", NameType::technology},    {"benchmarks", NameType::benchmark}, {"events", NameType::event},
            {"works", NameType::work},                 {"laws", NameType::law}};
        for (const auto& [list, type] : lists) {
            std::ifstream in(lexicons / (std::string(list) + ".txt"));
            for (std::string line; std::getline(in, line);)
                if (!line.empty() && !line.starts_with("# ")) add(static_cast<std::size_t>(type), line);
        }
    }

    // The text with some of its names replaced. Small letters stay small.
    GoldText varied(const GoldText& gold, Random& random) const
    {
        GoldText result = gold;
        result.text.clear();
        std::uint32_t at = 0;
        for (auto& name : result.names) {
            result.text += gold.text.substr(at, name.span.begin - at);
            std::string_view words = textOf(gold.text, name.span);
            at = name.span.end;
            const auto type = onlyType(name.types);
            if (const auto& others = m_names[type.value_or(otherType)][isSmall(words)]; type && !others.empty() && random.unit() < 0.6f)
                words = others[random.below(others.size())];
            name.span.begin = static_cast<std::uint32_t>(result.text.size());
            result.text += words;
            name.span.end = static_cast<std::uint32_t>(result.text.size());
        }
        result.text += gold.text.substr(at);
        return result;
    }

private:
    static std::optional<std::size_t> onlyType(TypeSet types)
    {
        for (std::size_t t = 0; t < nameTypeCount; ++t)
            if (types == 1u << t) return t;
        return std::nullopt;
    }
    static bool isSmall(std::string_view words) { return words.empty() || (words[0] >= 'a' && words[0] <= 'z'); }
    void add(std::size_t type, std::string_view words) { m_names[type][isSmall(words)].emplace_back(words); }

    std::array<std::array<std::vector<std::string>, 2>, labelledTypes> m_names;
};

class Trainer {
public:
    Trainer(const Grammar& grammar, const Lexicons& lexicons, const WordClusters& clusters) : m_grammar(grammar), m_features(lexicons, clusters) {}

    void prepare(const std::vector<GoldText>& texts)
    {
        std::vector<Reading> readings;
        std::unordered_map<Feature, std::uint32_t> counts;
        for (const auto& gold : texts) {
            const Block block{{0, static_cast<std::uint32_t>(gold.text.size())}};
            readings.push_back(m_grammar.read(gold.text, std::span(&block, 1), true));
            for (const auto& sentence : readings.back().sentences) {
                m_features.read(gold.text, readings.back(), sentence);
                for (std::size_t t = 0; t < m_features.size(); ++t)
                    for (const auto f : m_features.of(t)) ++counts[f];
            }
        }
        std::vector<Feature> kept;
        for (const auto& [feature, count] : counts)
            if (count >= least) kept.push_back(feature);
        std::ranges::sort(kept);
        m_names = kept;
        std::unordered_map<Feature, std::uint32_t> rows;
        for (std::size_t i = 0; i < kept.size(); ++i) rows[kept[i]] = static_cast<std::uint32_t>(i);
        for (std::size_t i = 0; i < texts.size(); ++i)
            for (const auto& sentence : readings[i].sentences) {
                if (sentence.lastToken - sentence.firstToken > longest) continue;
                m_features.read(texts[i].text, readings[i], sentence);
                Sample sample;
                for (std::size_t t = 0; t < m_features.size(); ++t) {
                    sample.starts.push_back(static_cast<std::uint32_t>(sample.rows.size()));
                    std::size_t k = 0;
                    for (const auto f : m_features.of(t)) {
                        const auto found = rows.find(f);
                        // The identities keep their places.
                        if (found != rows.end()) sample.rows.push_back(found->second);
                        else if (k < NameFeatures::identities) sample.rows.push_back(none);
                        ++k;
                    }
                }
                sample.starts.push_back(static_cast<std::uint32_t>(sample.rows.size()));
                sample.allowed = labelsOf(texts[i], readings[i], sentence);
                sample.weight = texts[i].weight;
                sample.isPartial = texts[i].isPartial;
                m_samples.push_back(std::move(sample));
            }
        m_weights.assign(kept.size() * Chain::width, 0);
        m_squares.assign(m_weights.size(), 0);
        m_transitions.assign(nameLabels * nameLabels, 0);
        m_transitionSquares.assign(m_transitions.size(), 0);
        std::size_t words = 0;
        for (const auto& s : m_samples) words += s.allowed.size();
        std::fprintf(stderr, "names: %zu sentences, %zu words, %zu features\n", m_samples.size(), words, kept.size());
    }

    void run()
    {
        std::vector<const Sample*> order;
        for (const auto& s : m_samples)
            for (int k = 0; k < s.weight && !s.isPartial; ++k) order.push_back(&s);
        for (int round = 0; round < rounds; ++round) {
            if (round == fillRound)
                for (auto& s : m_samples)
                    if (s.isPartial) {
                        fill(s);
                        order.push_back(&s);
                    }
            shuffle(order, m_random);
            m_rate = rate * (1.0f - 0.8f * static_cast<float>(round) / rounds);
            double loss = 0;
            for (const auto* s : order) loss += learn(*s);
            std::fprintf(stderr, "names, round %d: loss %.4f a sentence\n", round + 1, loss / static_cast<double>(order.size()));
        }
    }

    std::vector<ModelSection> sections() const
    {
        float largest = 0;
        for (const float v : m_weights) largest = std::max(largest, std::abs(v));
        const float step = std::min(largest, 4.0f) / 127.0f;
        std::vector<std::pair<Feature, std::vector<SparseWeight>>> rows;
        std::size_t count = 0;
        for (std::size_t r = 0; r < m_names.size(); ++r) {
            std::vector<SparseWeight> row;
            for (std::size_t l = 0; l < nameLabels; ++l) {
                const auto w = std::clamp(std::lround(m_weights[r * Chain::width + l] / step), -127l, 127l);
                if (std::abs(w) >= leastWeight) row.push_back({static_cast<std::uint8_t>(l), static_cast<std::int8_t>(w)});
            }
            if (std::ranges::none_of(row, [](const SparseWeight& w) { return std::abs(w.weight) >= leastTop; })) continue;
            count += row.size();
            rows.emplace_back(m_names[r], std::move(row));
        }
        std::fprintf(stderr, "names: %zu features kept, %zu weights, step %.4f\n", rows.size(), count, static_cast<double>(step));
        std::string chain(reinterpret_cast<const char*>(&step), sizeof step);
        chain.append(reinterpret_cast<const char*>(m_transitions.data()), m_transitions.size() * sizeof(float));
        return {{"weights", SparseTable::bytesOf(rows)}, {"chain", std::move(chain)}};
    }

private:
    static constexpr std::uint32_t none = 0xFFFFFFFFu;

    // What a partial text does not tell is what the model thinks by now.
    void fill(Sample& sample)
    {
        const std::size_t n = sample.allowed.size();
        m_scores.assign(n * Chain::width, 0);
        for (std::size_t t = 0; t < n; ++t) {
            float* s = &m_scores[t * Chain::width];
            for (auto i = sample.starts[t]; i < sample.starts[t + 1]; ++i)
                if (sample.rows[i] != none)
                    for (std::size_t l = 0; l < nameLabels; ++l) s[l] += m_weights[std::size_t{sample.rows[i]} * Chain::width + l] * (1.0f - dropFeature);
            for (std::size_t l = 0; l < nameLabels; ++l)
                if (!(sample.allowed[t] >> l & 1)) s[l] -= 1e6f;
        }
        m_chain.setTransitions(m_transitions);
        std::vector<std::uint8_t> path;
        m_chain.best(m_scores, path);
        for (std::size_t t = 0; t < n; ++t) sample.allowed[t] = Chain::LabelSet{1} << path[t];
    }

    double learn(const Sample& sample)
    {
        const std::size_t n = sample.allowed.size();
        m_used.clear();
        m_starts.clear();
        for (std::size_t t = 0; t < n; ++t) {
            m_starts.push_back(static_cast<std::uint32_t>(m_used.size()));
            const bool dropsIdentity = m_random.unit() < dropIdentity;
            std::uint64_t bits = 0;
            int left = 0;
            for (auto i = sample.starts[t]; i < sample.starts[t + 1]; ++i) {
                if (left == 0) {
                    bits = m_random.next();
                    left = 8;
                }
                const auto draw = bits & 255;
                bits >>= 8;
                --left;
                const auto row = sample.rows[i];
                if (row == none || draw < static_cast<std::uint64_t>(dropFeature * 256)) continue;
                if (dropsIdentity && i - sample.starts[t] < NameFeatures::identities) continue;
                m_used.push_back(row);
            }
        }
        m_starts.push_back(static_cast<std::uint32_t>(m_used.size()));
        m_scores.assign(n * Chain::width, 0);
        for (std::size_t t = 0; t < n; ++t) {
            float* s = &m_scores[t * Chain::width];
            for (auto i = m_starts[t]; i < m_starts[t + 1]; ++i) {
                const float* w = &m_weights[std::size_t{m_used[i]} * Chain::width];
                for (std::size_t l = 0; l < Chain::width; ++l) s[l] += w[l];
            }
        }
        m_chain.setTransitions(m_transitions);
        m_pairs.assign(nameLabels * nameLabels, 0);
        const double all = m_chain.chances(m_scores, {}, m_free, &m_pairs, 1);
        const double right = m_chain.chances(m_scores, sample.allowed, m_bound, &m_pairs, -1);
        for (std::size_t t = 0; t < n; ++t) {
            float gradient[Chain::width];
            float largest = 0;
            for (std::size_t l = 0; l < Chain::width; ++l) {
                gradient[l] = m_free[t * Chain::width + l] - m_bound[t * Chain::width + l];
                largest = std::max(largest, std::abs(gradient[l]));
            }
            if (largest < 1e-3f) continue;
            for (auto i = m_starts[t]; i < m_starts[t + 1]; ++i) move(m_used[i], gradient);
        }
        for (std::size_t k = 0; k < m_pairs.size(); ++k) {
            m_transitionSquares[k] += m_pairs[k] * m_pairs[k];
            m_transitions[k] -= m_rate * m_pairs[k] / (std::sqrt(m_transitionSquares[k]) + 1e-2f);
        }
        return all - right;
    }

    void move(std::uint32_t row, const float* gradient)
    {
        float* w = &m_weights[std::size_t{row} * Chain::width];
        float* q = &m_squares[std::size_t{row} * Chain::width];
        for (std::size_t l = 0; l < Chain::width; ++l) {
            q[l] += gradient[l] * gradient[l];
            w[l] -= m_rate * gradient[l] / (std::sqrt(q[l]) + smooth) + m_rate * decay * w[l];
        }
    }

    const Grammar& m_grammar;
    NameFeatures m_features;
    Chain m_chain;
    Random m_random{43};
    float m_rate = rate;
    std::vector<Sample> m_samples;
    std::vector<Feature> m_names; // of each row
    std::vector<float> m_weights, m_squares, m_transitions, m_transitionSquares;
    std::vector<float> m_scores, m_free, m_bound, m_pairs;
    std::vector<std::uint32_t> m_used, m_starts;
};

} // namespace

int trainNames(const std::string& data, const std::string& outFile, int holdOut)
{
    const auto complain = [](const Error& error) {
        std::fprintf(stderr, "%s\n", error.detail.c_str());
        return 1;
    };
    const auto resources = std::filesystem::path(outFile).parent_path().parent_path();
    const auto grammar = Grammar::load(resources / "models" / "grammar-en.model");
    if (!grammar) return complain(grammar.error());
    const auto lexicons = Lexicons::load(resources / "lexicons");
    if (!lexicons) return complain(lexicons.error());
    const auto texts = readPlainTexts(data, holdOut);
    if (!texts) return complain(texts.error());
    auto gold = readNameCorpora(data, holdOut);
    if (!gold) return complain(gold.error());

    std::string classes = WordClusters::bytesOf(clusterWords(*texts, 400, 64, 4, 10));
    const auto clusters = WordClusters::open(classes);
    if (!clusters) return complain(clusters.error());
    const Replacer replacer(*gold, resources / "lexicons");
    Random random{47};
    for (std::size_t i = 0, size = gold->size(); i < size; ++i)
        if ((*gold)[i].weight > 1) {
            for (int k = 0; k < variants; ++k) gold->push_back(replacer.varied((*gold)[i], random));
            for (int k = 0; k < variants; ++k) (*gold)[gold->size() - 1 - static_cast<std::size_t>(k)].weight = 1;
        }
    Trainer trainer(*grammar, *lexicons, *clusters);
    trainer.prepare(*gold);
    trainer.run();
    auto sections = trainer.sections();
    sections.push_back({"clusters", std::move(classes)});
    return writeModel(outFile, {{"name", "skein-names-en"},
         {"version", "1"},
         {"sets", "CrossNER (ai, science, politics, literature, music); WikiGold; SEC filings FIN5; WNUT-17; Universal NER EWT; Re-DocRED"},
         {"licence", "CC BY-SA 4.0"}},
        sections);
}

} // namespace skein
