// SPDX-License-Identifier: GPL-3.0-or-later
// Trains the network of core/text/network.h: cross entropy of tags, heads and relations together, back through the whole
// sentence, Adam with a rate that falls to nothing, dropout on words, inputs and between layers.
#include "core/text/network.h"
#include "core/train/matrix.h"
#include "core/train/train.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <map>

namespace skein {
namespace {

using Shape = NetworkShape;

constexpr float inputDropout = 0.15f;
constexpr float layerDropout = 0.25f;
constexpr float headDropout = 0.25f;
constexpr std::size_t batchWords = 400;
constexpr std::size_t longestSentence = 120;

struct Sample {
    std::vector<std::int32_t> rows; // embeddedFeatures a word; −1: not in the table
    const Example* example = nullptr;
};

// The loss of the logits when `right` is the class; they become their own gradient.
float crossEntropy(float* logits, std::size_t count, std::size_t right, bool& isRight)
{
    const float top = *std::max_element(logits, logits + count);
    isRight = logits[right] == top;
    float sum = 0;
    for (std::size_t i = 0; i < count; ++i) sum += logits[i] = exponential(logits[i] - top);
    const float p = logits[right] / sum;
    for (std::size_t i = 0; i < count; ++i) logits[i] /= sum;
    logits[right] -= 1;
    return -std::log(std::max(p, 1e-9f));
}

class Trainer {
public:
    Trainer(const std::vector<Example>& examples, std::size_t tagCount, int rounds);
    void run();
    NetworkBytes bytes() const;

private:
    void index(const std::vector<Example>& examples);
    void learn(const Sample& sample);
    void drop(std::vector<float>& values, float share, std::vector<std::uint8_t>& mask);
    static void dropBack(std::vector<float>& gradient, float share, const std::vector<std::uint8_t>& mask);
    void recur(std::size_t layer, std::size_t size);
    void recurBack(std::size_t layer, std::size_t size);
    void heads(const Sample& sample, std::size_t size);
    void relations(const Sample& sample, std::size_t size);
    void update();
    template <typename Visit>
    void eachLayer(Visit visit)
    {
        for (auto& layer : m_layers) visit(layer);
        for (auto* layer : {&m_tags, &m_arcDependent, &m_arcHead, &m_arcBetween, &m_labelDependent, &m_labelHead, &m_labels})
            visit(*layer);
    }

    Random m_random{41};
    int m_rounds;
    std::size_t m_tagCount;
    std::vector<Sample> m_samples;
    std::vector<Feature> m_features; // of each row of the embeddings
    std::vector<float> m_dropWord;   // probability to train a row of a word's form as the unknown one
    std::int32_t m_unknown = 0;

    Parameter m_embeddings, m_root, m_distance;
    std::vector<std::int32_t> m_touched;
    std::vector<std::uint8_t> m_isTouched;
    Layer m_layers[Shape::layers];
    Layer m_tags, m_arcDependent, m_arcHead, m_arcBetween, m_labelDependent, m_labelHead, m_labels;
    std::size_t m_step = 0, m_steps = 1;

    // One sentence.
    std::vector<std::int32_t> m_used;
    std::vector<float> m_input, m_gates[Shape::layers], m_memory[Shape::layers], m_output[Shape::layers + 1];
    std::vector<std::uint8_t> m_inputMask, m_mask[Shape::layers];
    std::vector<float> m_state, m_dState, m_dGates, m_dNext;
    double m_loss = 0;
    std::size_t m_words = 0, m_rightTags = 0, m_rightHeads = 0, m_rightLabels = 0;
};

Trainer::Trainer(const std::vector<Example>& examples, std::size_t tagCount, int rounds)
    : m_rounds(rounds), m_tagCount(tagCount)
{
    index(examples);
    m_embeddings.start(m_features.size(), Shape::embedding, 0.1f, m_random);
    m_isTouched.assign(m_features.size(), 0);
    for (std::size_t i = 0; i < Shape::layers; ++i) {
        m_layers[i].start(i == 0 ? Shape::window : Shape::state, Shape::gates, 1.0f, m_random);
        // Memory begins long.
        for (const std::size_t direction : {std::size_t{0}, std::size_t{1}})
            for (std::size_t k = 0; k < Shape::units; ++k)
                m_layers[i].bias.value[direction * 3 * Shape::units + Shape::units + k] =
                    static_cast<float>(k) / Shape::units * 2.0f - 0.5f;
    }
    m_tags.start(Shape::state, tagCount, 1.0f, m_random);
    m_arcDependent.start(Shape::state, Shape::arc, 1.0f, m_random);
    m_arcHead.start(Shape::state, Shape::arc, 1.0f, m_random);
    m_arcBetween.start(Shape::arc, Shape::arc, 0.5f, m_random);
    m_labelDependent.start(Shape::state, Shape::label, 1.0f, m_random);
    m_labelHead.start(Shape::state, Shape::label, 1.0f, m_random);
    m_labels.start(Shape::label, deprelCount, 1.0f, m_random);
    m_root.start(1, Shape::arc, 0.3f, m_random);
    m_distance.start(1, Shape::distances, 0, m_random);
}

void Trainer::index(const std::vector<Example>& examples)
{
    std::map<Feature, int> counts;
    std::array<Feature, embeddedFeatures> features;
    for (const auto& example : examples) {
        const auto look = sentenceCase(example.forms);
        for (std::size_t t = 0; t < example.forms.size(); ++t) {
            wordFeatures(example.forms[t], look, t == 0, features.data());
            for (const auto f : features) ++counts[f];
        }
    }
    std::map<Feature, std::int32_t> rows;
    m_unknown = 0;
    m_features.push_back(unknownWord());
    m_dropWord.push_back(0);
    for (const auto& [feature, count] : counts)
        if (count >= 2) {
            rows[feature] = static_cast<std::int32_t>(m_features.size());
            m_features.push_back(feature);
            m_dropWord.push_back(0.5f / (0.5f + static_cast<float>(count)));
        }
    for (const auto& example : examples) {
        if (example.forms.size() > longestSentence) continue;
        auto& sample = m_samples.emplace_back();
        sample.example = &example;
        const auto look = sentenceCase(example.forms);
        for (std::size_t t = 0; t < example.forms.size(); ++t) {
            wordFeatures(example.forms[t], look, t == 0, features.data());
            for (const auto f : features) {
                const auto found = rows.find(f);
                sample.rows.push_back(found == rows.end() ? -1 : found->second);
            }
        }
    }
}

void Trainer::drop(std::vector<float>& values, float share, std::vector<std::uint8_t>& mask)
{
    const auto least = static_cast<std::uint64_t>(share * 256);
    const float scale = 1.0f / (1.0f - share);
    mask.resize(values.size());
    for (std::size_t i = 0; i < values.size(); i += 8) {
        std::uint64_t bits = m_random.next();
        for (std::size_t k = i; k < std::min(i + 8, values.size()); ++k, bits >>= 8) {
            mask[k] = (bits & 255) >= least;
            values[k] = mask[k] ? values[k] * scale : 0.0f;
        }
    }
}

void Trainer::dropBack(std::vector<float>& gradient, float share, const std::vector<std::uint8_t>& mask)
{
    const float scale = 1.0f / (1.0f - share);
    for (std::size_t i = 0; i < gradient.size(); ++i) gradient[i] = mask[i] ? gradient[i] * scale : 0.0f;
}

void Trainer::recur(std::size_t layer, std::size_t size)
{
    auto& gates = m_gates[layer];
    m_memory[layer].resize(size * Shape::state);
    auto& out = m_output[layer + 1];
    out.resize(size * Shape::state);
    for (std::size_t direction = 0; direction < 2; ++direction) {
        float last[Shape::units] = {};
        for (std::size_t step = 0; step < size; ++step) {
            const std::size_t t = direction == 0 ? step : size - 1 - step;
            float* g = &gates[t * Shape::gates + direction * 3 * Shape::units];
            float* c = &m_memory[layer][t * Shape::state + direction * Shape::units];
            float* h = &out[t * Shape::state + direction * Shape::units];
            for (std::size_t k = 0; k < Shape::units; ++k) {
                g[k] = tangent(g[k]);
                const float forget = g[Shape::units + k] = sigmoid(g[Shape::units + k]);
                const float open = g[2 * Shape::units + k] = sigmoid(g[2 * Shape::units + k]);
                last[k] = c[k] = forget * last[k] + (1.0f - forget) * g[k];
                h[k] = open * c[k];
            }
        }
    }
}

// From m_dState, the gradient of the layer's output, to m_dGates.
void Trainer::recurBack(std::size_t layer, std::size_t size)
{
    const auto& gates = m_gates[layer];
    const auto& memory = m_memory[layer];
    m_dGates.resize(size * Shape::gates);
    for (std::size_t direction = 0; direction < 2; ++direction) {
        float carry[Shape::units] = {};
        for (std::size_t step = size; step-- > 0;) {
            const std::size_t t = direction == 0 ? step : size - 1 - step;
            const std::size_t at = t * Shape::gates + direction * 3 * Shape::units;
            const float* g = &gates[at];
            float* dg = &m_dGates[at];
            const float* c = &memory[t * Shape::state + direction * Shape::units];
            const float* dh = &m_dState[t * Shape::state + direction * Shape::units];
            const std::size_t before = direction == 0 ? t - 1 : t + 1;
            for (std::size_t k = 0; k < Shape::units; ++k) {
                const float z = g[k], forget = g[Shape::units + k], open = g[2 * Shape::units + k];
                const float previous = step == 0 ? 0.0f : memory[before * Shape::state + direction * Shape::units + k];
                const float dc = dh[k] * open + carry[k];
                dg[k] = dc * (1.0f - forget) * (1.0f - z * z);
                dg[Shape::units + k] = dc * (previous - z) * forget * (1.0f - forget);
                dg[2 * Shape::units + k] = dh[k] * c[k] * open * (1.0f - open);
                carry[k] = dc * forget;
            }
        }
    }
}

void Trainer::heads(const Sample& sample, std::size_t n)
{
    constexpr std::size_t A = Shape::arc;
    std::vector<float> d, h, q;
    std::vector<std::uint8_t> dMask, hMask;
    m_arcDependent.forward(m_state, n, d);
    m_arcHead.forward(m_state, n, h);
    for (auto& v : d) v = std::max(v, 0.0f);
    for (auto& v : h) v = std::max(v, 0.0f);
    auto dOn = d, hOn = h;
    drop(d, headDropout, dMask);
    drop(h, headDropout, hMask);
    m_arcBetween.forward(d, n, q);
    std::vector<float> dq(n * A, 0), dh(n * A, 0), dd(n * A, 0), row(n + 1);
    for (std::size_t t = 0; t < n; ++t) {
        const float* query = &q[t * A];
        const auto key = [&](std::size_t i) { return i == n ? m_root.value.data() : &h[i * A]; };
        const auto far = [&](std::size_t i) {
            return i == n ? Shape::distances - 1 : distanceClass(static_cast<int>(t), static_cast<int>(i));
        };
        for (std::size_t i = 0; i <= n; ++i) {
            if (i == t) {
                row[i] = -1e9f;
                continue;
            }
            float sum = 0;
            for (std::size_t k = 0; k < A; ++k) sum += query[k] * key(i)[k];
            row[i] = sum + m_distance.value[far(i)];
        }
        bool isRight = false;
        m_loss += crossEntropy(row.data(), n + 1, static_cast<std::size_t>(sample.example->heads[t]), isRight);
        m_rightHeads += isRight;
        for (std::size_t i = 0; i <= n; ++i) {
            const float g = row[i];
            if (i == t || std::abs(g) < 1e-7f) continue;
            float* dKey = i == n ? m_root.gradient.data() : &dh[i * A];
            for (std::size_t k = 0; k < A; ++k) {
                dq[t * A + k] += g * key(i)[k];
                dKey[k] += g * query[k];
            }
            m_distance.gradient[far(i)] += g;
        }
    }
    m_arcBetween.backward(d, dq, n, &dd);
    dropBack(dd, headDropout, dMask);
    dropBack(dh, headDropout, hMask);
    for (std::size_t i = 0; i < dd.size(); ++i) {
        if (dOn[i] <= 0) dd[i] = 0;
        if (hOn[i] <= 0) dh[i] = 0;
    }
    m_arcDependent.backward(m_state, dd, n, &m_dState);
    m_arcHead.backward(m_state, dh, n, &m_dState);
}

void Trainer::relations(const Sample& sample, std::size_t n)
{
    constexpr std::size_t L = Shape::label;
    std::vector<float> left, right, hidden(n * L), logits;
    std::vector<std::uint8_t> mask;
    m_labelDependent.forward(m_state, n, left);
    m_labelHead.forward(m_state, n, right);
    const auto headOf = [&](std::size_t t) {
        const auto h = static_cast<std::size_t>(sample.example->heads[t]);
        return h == n ? t : h;
    };
    for (std::size_t t = 0; t < n; ++t)
        for (std::size_t k = 0; k < L; ++k) hidden[t * L + k] = std::max(left[t * L + k] + right[headOf(t) * L + k], 0.0f);
    const auto on = hidden;
    drop(hidden, headDropout, mask);
    m_labels.forward(hidden, n, logits);
    for (std::size_t t = 0; t < n; ++t) {
        float* row = &logits[t * m_labels.width];
        std::fill(row + deprelCount, row + m_labels.width, 0.0f);
        if (static_cast<std::size_t>(sample.example->heads[t]) == n) {
            std::fill_n(row, deprelCount, 0.0f);
            ++m_rightLabels;
            continue;
        }
        bool isRight = false;
        m_loss += crossEntropy(row, deprelCount, static_cast<std::size_t>(sample.example->relations[t]), isRight);
        m_rightLabels += isRight;
    }
    std::vector<float> dHidden(n * L, 0), dRight(n * L, 0);
    m_labels.backward(hidden, logits, n, &dHidden);
    dropBack(dHidden, headDropout, mask);
    for (std::size_t t = 0; t < n; ++t)
        for (std::size_t k = 0; k < L; ++k) {
            if (on[t * L + k] <= 0) dHidden[t * L + k] = 0;
            dRight[headOf(t) * L + k] += dHidden[t * L + k];
        }
    m_labelDependent.backward(m_state, dHidden, n, &m_dState);
    m_labelHead.backward(m_state, dRight, n, &m_dState);
}

void Trainer::learn(const Sample& sample)
{
    const std::size_t n = sample.example->forms.size();
    m_used = sample.rows;
    m_input.assign(n * Shape::embedding, 0);
    for (std::size_t t = 0; t < n; ++t)
        for (std::size_t i = 0; i < embeddedFeatures; ++i) {
            auto& row = m_used[t * embeddedFeatures + i];
            if (i == 0 && (row < 0 || m_random.unit() < m_dropWord[static_cast<std::size_t>(row)])) row = m_unknown;
            if (row < 0) continue;
            const float* e = &m_embeddings.value[static_cast<std::size_t>(row) * Shape::embedding];
            for (std::size_t k = 0; k < Shape::embedding; ++k) m_input[t * Shape::embedding + k] += e[k];
        }
    drop(m_input, inputDropout, m_inputMask);
    m_output[0].assign(n * Shape::window, 0);
    // A word, the one before, the one behind; and the same way back.
    const auto eachNeighbour = [n](auto visit) {
        for (std::size_t t = 0; t < n; ++t) {
            visit(t * Shape::window, t * Shape::embedding);
            if (t > 0) visit(t * Shape::window + Shape::embedding, (t - 1) * Shape::embedding);
            if (t + 1 < n) visit(t * Shape::window + 2 * Shape::embedding, (t + 1) * Shape::embedding);
        }
    };
    eachNeighbour([&](std::size_t to, std::size_t from) {
        for (std::size_t k = 0; k < Shape::embedding; ++k) m_output[0][to + k] = m_input[from + k];
    });
    for (std::size_t layer = 0; layer < Shape::layers; ++layer) {
        m_layers[layer].forward(m_output[layer], n, m_gates[layer]);
        recur(layer, n);
        drop(m_output[layer + 1], layerDropout, m_mask[layer]);
        if (layer > 0)
            for (std::size_t i = 0; i < m_output[layer + 1].size(); ++i) m_output[layer + 1][i] += m_output[layer][i];
    }
    m_state = m_output[Shape::layers];
    m_dState.assign(m_state.size(), 0);

    std::vector<float> logits;
    m_tags.forward(m_state, n, logits);
    for (std::size_t t = 0; t < n; ++t) {
        float* row = &logits[t * m_tags.width];
        std::fill(row + m_tagCount, row + m_tags.width, 0.0f);
        bool isRight = false;
        m_loss += crossEntropy(row, m_tagCount, sample.example->tags[t], isRight);
        m_rightTags += isRight;
    }
    m_tags.backward(m_state, logits, n, &m_dState);
    heads(sample, n);
    relations(sample, n);
    m_words += n;

    for (std::size_t layer = Shape::layers; layer-- > 0;) {
        m_dNext.assign(m_output[layer].size(), 0);
        if (layer > 0) m_dNext = m_dState; // past the layer
        dropBack(m_dState, layerDropout, m_mask[layer]);
        recurBack(layer, n);
        m_layers[layer].backward(m_output[layer], m_dGates, n, &m_dNext);
        std::swap(m_dState, m_dNext);
    }
    std::swap(m_dState, m_dNext);
    m_dState.assign(m_input.size(), 0);
    eachNeighbour([&](std::size_t from, std::size_t to) {
        for (std::size_t k = 0; k < Shape::embedding; ++k) m_dState[to + k] += m_dNext[from + k];
    });
    dropBack(m_dState, inputDropout, m_inputMask);
    for (std::size_t t = 0; t < n; ++t)
        for (std::size_t i = 0; i < embeddedFeatures; ++i) {
            const auto row = m_used[t * embeddedFeatures + i];
            if (row < 0) continue;
            if (!m_isTouched[static_cast<std::size_t>(row)]) {
                m_isTouched[static_cast<std::size_t>(row)] = 1;
                m_touched.push_back(row);
            }
            float* g = &m_embeddings.gradient[static_cast<std::size_t>(row) * Shape::embedding];
            for (std::size_t k = 0; k < Shape::embedding; ++k) g[k] += m_dState[t * Shape::embedding + k];
        }
}

void Trainer::update()
{
    ++m_step;
    const float done = static_cast<float>(m_step) / static_cast<float>(m_steps);
    const float rate = 0.003f * std::min(1.0f, done * 30) * std::max(1.0f - done, 0.01f);
    const float correction1 = 1.0f / (1.0f - std::pow(0.9f, static_cast<float>(m_step)));
    const float correction2 = 1.0f / (1.0f - std::pow(0.98f, static_cast<float>(m_step)));
    eachLayer([&](Layer& layer) {
        layer.adam(rate, correction1, correction2);
        layer.prepare();
    });
    m_root.adam(rate, correction1, correction2, 0, m_root.value.size());
    m_distance.adam(rate, correction1, correction2, 0, m_distance.value.size());
    // Only rows that occurred move: their moments rest in between.
    for (const auto row : m_touched) {
        const std::size_t from = static_cast<std::size_t>(row) * Shape::embedding;
        m_embeddings.adam(rate, correction1, correction2, from, from + Shape::embedding);
        m_isTouched[static_cast<std::size_t>(row)] = 0;
    }
    m_touched.clear();
}

void Trainer::run()
{
    std::size_t words = 0;
    for (const auto& sample : m_samples) words += sample.example->forms.size();
    m_steps = static_cast<std::size_t>(m_rounds) * (words / batchWords + 1);
    eachLayer([](Layer& layer) { layer.prepare(); });
    for (int round = 0; round < m_rounds; ++round) {
        shuffle(m_samples, m_random);
        m_loss = 0;
        m_words = m_rightTags = m_rightHeads = m_rightLabels = 0;
        std::size_t batch = 0;
        for (const auto& sample : m_samples) {
            learn(sample);
            batch += sample.example->forms.size();
            if (batch >= batchWords) {
                update();
                batch = 0;
            }
        }
        if (batch > 0) update();
        const auto share = [&](std::size_t count) { return 100.0 * static_cast<double>(count) / static_cast<double>(m_words); };
        std::fprintf(stderr, "network, round %d: loss %.4f a word; in training %.2f %% tags, %.2f %% heads, %.2f %% relations\n",
                     round + 1, m_loss / static_cast<double>(m_words), share(m_rightTags), share(m_rightHeads),
                     share(m_rightLabels));
    }
}

NetworkBytes Trainer::bytes() const
{
    NetworkBytes result;
    std::vector<float> sizes;
    for (const auto v : m_embeddings.value) sizes.push_back(std::abs(v));
    std::ranges::sort(sizes);
    const float full = sizes[sizes.size() - 1 - sizes.size() / 5000];
    const float scale = full / 127.0f;
    std::vector<std::pair<Feature, std::vector<std::int8_t>>> rows;
    for (std::size_t r = 0; r < m_features.size(); ++r) {
        std::vector<std::int8_t> row(Shape::embedding);
        for (std::size_t k = 0; k < Shape::embedding; ++k)
            row[k] = static_cast<std::int8_t>(std::clamp(std::lround(m_embeddings.value[r * Shape::embedding + k] / scale), -127l, 127l));
        rows.emplace_back(m_features[r], std::move(row));
    }
    result.embeddings = WeightTable::bytesOf(Shape::embedding, rows);
    const auto floats = [](std::span<const float> values) {
        return std::string(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(float));
    };
    result.layers = floats({&scale, 1});
    for (const auto& layer : m_layers) result.layers += layer.bytes();
    for (const auto* layer : {&m_tags, &m_arcDependent, &m_arcHead, &m_arcBetween, &m_labelDependent, &m_labelHead, &m_labels})
        result.layers += layer->bytes();
    result.layers += floats(m_root.value) + floats(m_distance.value);
    return result;
}

} // namespace

NetworkBytes trainNetwork(const std::vector<Example>& examples, const TagSet& tags, int rounds)
{
    Trainer trainer(examples, tags.size(), rounds);
    trainer.run();
    return trainer.bytes();
}

} // namespace skein
