// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/network.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

// Integer sums may be taken in any order, so a wider instruction set changes speed only. Sanitizers do not know how to
// enter such functions.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
#define SKEIN_WIDE __attribute__((target_clones("avx2", "default"), optimize("O3")))
#else
#define SKEIN_WIDE
#endif

namespace skein {
namespace {

using Shape = NetworkShape;

// Sentences longer than this are parsed in pieces: the cost of a tree grows with the cube.
constexpr std::size_t longest = 160;

// y[t][j] = Σ x[t][k] · weights[j][k]. REQUIRES: no sum overflows, which the callers' caps on x make sure of.
SKEIN_WIDE void multiply(const std::int16_t* x, std::size_t count, const std::int16_t* weights, std::size_t inputs,
                         std::size_t outputs, std::int32_t* y)
{
    std::size_t j = 0;
    for (; j + 4 <= outputs; j += 4) { // four at a time share the loads of x
        const std::int16_t* w0 = weights + j * inputs;
        const std::int16_t* w1 = w0 + inputs;
        const std::int16_t* w2 = w1 + inputs;
        const std::int16_t* w3 = w2 + inputs;
        for (std::size_t t = 0; t < count; ++t) {
            const std::int16_t* row = x + t * inputs;
            std::int32_t s0 = 0, s1 = 0, s2 = 0, s3 = 0;
            for (std::size_t k = 0; k < inputs; ++k) {
                const std::int32_t v = row[k];
                s0 += v * w0[k];
                s1 += v * w1[k];
                s2 += v * w2[k];
                s3 += v * w3[k];
            }
            std::int32_t* out = y + t * outputs + j;
            out[0] = s0;
            out[1] = s1;
            out[2] = s2;
            out[3] = s3;
        }
    }
    for (; j < outputs; ++j)
        for (std::size_t t = 0; t < count; ++t) {
            std::int32_t sum = 0;
            for (std::size_t k = 0; k < inputs; ++k) sum += std::int32_t{x[t * inputs + k]} * weights[j * inputs + k];
            y[t * outputs + j] = sum;
        }
}

SKEIN_WIDE void round(const float* values, std::size_t count, std::int16_t* whole)
{
    for (std::size_t i = 0; i < count; ++i) {
        float v = values[i] < -7.9f ? -7.9f : values[i];
        v = (v > 7.9f ? 7.9f : v) * Dense::inputScale;
        whole[i] = static_cast<std::int16_t>(static_cast<std::int32_t>(v + (v < 0 ? -0.5f : 0.5f)));
    }
}

void toWhole(const std::vector<float>& values, std::vector<std::int16_t>& whole)
{
    whole.resize(values.size());
    round(values.data(), values.size(), whole.data());
}

// Every gate of a sentence: the candidates through the hyperbolic tangent, the rest through the logistic function.
SKEIN_WIDE void squash(float* gates, std::size_t words)
{
    for (std::size_t part = 0; part < 2 * words; ++part, gates += 3 * Shape::units) {
        for (std::size_t k = 0; k < Shape::units; ++k) gates[k] = tangent(gates[k]);
        for (std::size_t k = Shape::units; k < 3 * Shape::units; ++k) gates[k] = sigmoid(gates[k]);
    }
}

bool takeFloats(std::string_view& bytes, std::size_t count, std::vector<float>& values)
{
    if (bytes.size() < count * sizeof(float)) return false;
    values.resize(count);
    std::memcpy(values.data(), bytes.data(), count * sizeof(float));
    bytes.remove_prefix(count * sizeof(float));
    return std::ranges::all_of(values, [](float v) { return std::isfinite(v); });
}

void rectify(std::vector<float>& values)
{
    for (auto& v : values) v = v > 0 ? v : 0;
}

} // namespace

Feature unknownWord() { return combine(4000, 0x0DD); }

void wordFeatures(const Form& form, SentenceCase look, bool isFirst, Feature* out)
{
    const Feature setting = (look.isTitle ? 1u : 0u) | (look.isShouted ? 2u : 0u) | (isFirst ? 4u : 0u);
    const Feature traits = Feature{form.capital} | Feature{form.hasDigit} << 2 | Feature{form.hasHyphen} << 3 |
                           Feature{form.isPunctuation} << 4;
    std::size_t n = 0;
    out[n++] = combine(4000, form.word);
    for (std::size_t i = 0; i < 5; ++i) out[n++] = combine(4001 + i, form.suffix[i]);
    for (std::size_t i = 0; i < 3; ++i) out[n++] = combine(4010 + i, form.prefix[i]);
    out[n++] = combine(4020, form.shape);
    out[n++] = combine(combine(4021, traits), setting);
}

std::size_t distanceClass(int dependent, int head)
{
    const int d = head > dependent ? head - dependent : dependent - head;
    const int bucket = d <= 5 ? d - 1 : d <= 7 ? 5 : d <= 11 ? 6 : d <= 20 ? 7 : 8;
    return static_cast<std::size_t>(bucket + (head > dependent ? 9 : 0));
}

std::string Dense::bytesOf(std::span<const float> weights, std::span<const float> bias, std::size_t inputs)
{
    const std::size_t outputs = bias.size();
    std::string out;
    std::vector<float> scale(outputs);
    std::string rows;
    for (std::size_t j = 0; j < outputs; ++j) {
        float largest = 1e-9f;
        for (std::size_t k = 0; k < inputs; ++k) largest = std::max(largest, std::abs(weights[k * outputs + j]));
        scale[j] = largest / 127.0f / inputScale;
        for (std::size_t k = 0; k < inputs; ++k)
            rows += static_cast<char>(std::lround(weights[k * outputs + j] / largest * 127.0f));
    }
    out.append(reinterpret_cast<const char*>(scale.data()), outputs * sizeof(float));
    out.append(reinterpret_cast<const char*>(bias.data()), outputs * sizeof(float));
    return out + rows;
}

bool Dense::open(std::string_view& bytes, std::size_t inputs, std::size_t outputs)
{
    m_inputs = inputs;
    m_outputs = outputs;
    if (!takeFloats(bytes, outputs, m_scale) || !takeFloats(bytes, outputs, m_bias) || bytes.size() < inputs * outputs)
        return false;
    m_weights.resize(inputs * outputs);
    for (std::size_t i = 0; i < m_weights.size(); ++i) m_weights[i] = static_cast<std::int8_t>(bytes[i]);
    bytes.remove_prefix(inputs * outputs);
    return true;
}

void Dense::apply(const std::int16_t* x, std::size_t count, float* y) const
{
    static_assert(sizeof(float) == sizeof(std::int32_t));
    // At most a few rows at a time: what is worked on stays in the cache.
    constexpr std::size_t rows = 16;
    std::int32_t sums[rows * Shape::gates];
    for (std::size_t at = 0; at < count; at += rows) {
        const std::size_t here = std::min(rows, count - at);
        multiply(x + at * m_inputs, here, m_weights.data(), m_inputs, m_outputs, sums);
        float* out = y + at * m_outputs;
        for (std::size_t t = 0; t < here; ++t)
            for (std::size_t j = 0; j < m_outputs; ++j)
                out[t * m_outputs + j] = static_cast<float>(sums[t * m_outputs + j]) * m_scale[j] + m_bias[j];
    }
}

Result<Network> Network::open(std::string_view embeddings, std::string_view layers, std::size_t tagCount)
{
    const auto table = WeightTable::open(embeddings);
    if (!table) return std::unexpected(table.error());
    Network n;
    n.m_tagCount = tagCount;
    n.m_embeddings = *table;
    std::vector<float> scale;
    bool good = table->classes() == Shape::embedding && takeFloats(layers, 1, scale);
    for (std::size_t i = 0; good && i < Shape::layers; ++i)
        good = n.m_layers[i].open(layers, i == 0 ? Shape::window : Shape::state, Shape::gates);
    good = good && n.m_tags.open(layers, Shape::state, tagCount) &&
           n.m_arcDependent.open(layers, Shape::state, Shape::arc) && n.m_arcHead.open(layers, Shape::state, Shape::arc) &&
           n.m_arcBetween.open(layers, Shape::arc, Shape::arc) &&
           n.m_labelDependent.open(layers, Shape::state, Shape::label) &&
           n.m_labelHead.open(layers, Shape::state, Shape::label) && n.m_labels.open(layers, Shape::label, deprelCount) &&
           takeFloats(layers, Shape::arc, n.m_root) && takeFloats(layers, Shape::distances, n.m_distance) && layers.empty();
    if (!good) return fail(Errc::corrupt, "the network's layers have the wrong size");
    n.m_embeddingScale = scale[0];
    return n;
}

void Network::read(std::span<const Form> forms, NetworkScratch& s, std::vector<Tag>& tags) const
{
    const std::size_t size = forms.size();
    tags.resize(size);
    const SentenceCase look = sentenceCase(forms);
    s.state.assign(size * Shape::embedding, 0);
    Feature features[embeddedFeatures];
    for (std::size_t t = 0; t < size; ++t) {
        wordFeatures(forms[t], look, t == 0, features);
        float* x = &s.state[t * Shape::embedding];
        for (std::size_t i = 0; i < embeddedFeatures; ++i) {
            const std::int8_t* row = m_embeddings.find(features[i]);
            if (!row && i == 0) row = m_embeddings.find(unknownWord());
            if (!row) continue;
            for (std::size_t k = 0; k < Shape::embedding; ++k) x[k] += static_cast<float>(row[k]);
        }
        for (std::size_t k = 0; k < Shape::embedding; ++k) x[k] *= m_embeddingScale;
    }
    s.next.assign(size * Shape::window, 0);
    for (std::size_t t = 0; t < size; ++t) {
        const auto copy = [&](std::size_t from, std::size_t place) {
            std::copy_n(&s.state[from * Shape::embedding], Shape::embedding, &s.next[t * Shape::window + place * Shape::embedding]);
        };
        copy(t, 0);
        if (t > 0) copy(t - 1, 1);
        if (t + 1 < size) copy(t + 1, 2);
    }
    s.gates.resize(size * Shape::gates);
    for (std::size_t layer = 0; layer < Shape::layers; ++layer) {
        toWhole(layer == 0 ? s.next : s.state, s.whole);
        m_layers[layer].apply(s.whole.data(), size, s.gates.data());
        squash(s.gates.data(), size);
        const bool isResidual = layer > 0;
        s.state.resize(size * Shape::state);
        for (std::size_t direction = 0; direction < 2; ++direction) {
            float memory[Shape::units] = {};
            for (std::size_t step = 0; step < size; ++step) {
                const std::size_t t = direction == 0 ? step : size - 1 - step;
                const float* g = &s.gates[t * Shape::gates + direction * 3 * Shape::units];
                float* h = &s.state[t * Shape::state + direction * Shape::units];
                for (std::size_t k = 0; k < Shape::units; ++k) {
                    memory[k] = g[Shape::units + k] * memory[k] + (1.0f - g[Shape::units + k]) * g[k];
                    h[k] = g[2 * Shape::units + k] * memory[k] + (isResidual ? h[k] : 0.0f);
                }
            }
        }
    }
    toWhole(s.state, s.whole);
    s.logits.resize(size * m_tagCount);
    m_tags.apply(s.whole.data(), size, s.logits.data());
    for (std::size_t t = 0; t < size; ++t) {
        const auto row = s.logits.begin() + static_cast<std::ptrdiff_t>(t * m_tagCount);
        tags[t] = static_cast<Tag>(std::max_element(row, row + static_cast<std::ptrdiff_t>(m_tagCount)) - row);
    }
}

// Heads of the words [first, last), as indices into the sentence.
void Network::parsePart(NetworkScratch& s, std::size_t first, std::size_t last, std::vector<int>& heads) const
{
    const std::size_t n = last - first;
    s.scores.resize(n * (n + 1));
    for (std::size_t d = 0; d < n; ++d) {
        const float* query = &s.queries[(first + d) * Shape::arc];
        for (std::size_t h = 0; h <= n; ++h) {
            const float* key = h == n ? m_root.data() : &s.heads[(first + h) * Shape::arc];
            // Four sums, so that they can run side by side; in this order on every machine.
            float sum[4] = {};
            for (std::size_t k = 0; k < Shape::arc; k += 4)
                for (std::size_t i = 0; i < 4; ++i) sum[i] += query[k + i] * key[k + i];
            const std::size_t far = h == n ? Shape::distances - 1 : h == d ? 0 : distanceClass(static_cast<int>(d), static_cast<int>(h));
            s.scores[d * (n + 1) + h] = (sum[0] + sum[1]) + (sum[2] + sum[3]) + m_distance[far];
        }
    }
    bestTree(s.scores, n, s, std::span(heads).subspan(first, n));
    for (std::size_t d = first; d < last; ++d)
        heads[d] = heads[d] < 0 ? -1 : heads[d] + static_cast<int>(first);
}

void Network::parse(NetworkScratch& s, std::size_t size, std::vector<int>& heads, std::vector<Deprel>& relations) const
{
    heads.assign(size, -1);
    relations.assign(size, Deprel::root);
    if (size == 0) return;
    s.dependents.resize(size * Shape::arc);
    s.heads.resize(size * Shape::arc);
    s.queries.resize(size * Shape::arc);
    s.left.resize(size * Shape::label);
    s.right.resize(size * Shape::label);
    toWhole(s.state, s.whole);
    m_arcHead.apply(s.whole.data(), size, s.heads.data());
    m_arcDependent.apply(s.whole.data(), size, s.dependents.data());
    m_labelDependent.apply(s.whole.data(), size, s.left.data());
    m_labelHead.apply(s.whole.data(), size, s.right.data());
    rectify(s.heads);
    rectify(s.dependents);
    toWhole(s.dependents, s.whole);
    m_arcBetween.apply(s.whole.data(), size, s.queries.data());
    int root = -1;
    for (std::size_t first = 0; first < size; first += longest) {
        const std::size_t last = std::min(first + longest, size);
        parsePart(s, first, last, heads);
        // Further pieces hang on the first one's root.
        for (std::size_t d = first; d < last; ++d)
            if (heads[d] < 0) {
                if (root < 0) root = static_cast<int>(d);
                else heads[d] = root;
            }
    }
    s.next.resize(size * Shape::label);
    for (std::size_t d = 0; d < size; ++d) {
        const std::size_t h = heads[d] < 0 ? d : static_cast<std::size_t>(heads[d]);
        for (std::size_t k = 0; k < Shape::label; ++k)
            s.next[d * Shape::label + k] = s.left[d * Shape::label + k] + s.right[h * Shape::label + k];
    }
    rectify(s.next);
    toWhole(s.next, s.whole);
    s.logits.resize(size * deprelCount);
    m_labels.apply(s.whole.data(), size, s.logits.data());
    for (std::size_t d = 0; d < size; ++d) {
        if (heads[d] < 0) continue;
        float* row = &s.logits[d * deprelCount];
        row[static_cast<std::size_t>(Deprel::root)] = -std::numeric_limits<float>::infinity();
        relations[d] = static_cast<Deprel>(std::max_element(row, row + deprelCount) - row);
    }
}

void bestTree(const std::vector<float>& scores, std::size_t n, NetworkScratch& s, std::span<int> heads)
{
    // best[k][i][j]: the best half tree over i … j whose head is i (k even: heads right) or j; 0, 1 still open for
    // dependents at the far end, 2, 3 closed. The root is chosen last, over all ways to split the sentence at it.
    if (n == 0) return;
    const std::size_t plane = n * n;
    s.best.assign(4 * plane, -1e30f);
    s.split.assign(4 * plane, 0);
    float* open0 = s.best.data();           // i → j
    float* open1 = open0 + plane;           // j → i
    float* closed0 = open1 + plane;
    float* closed1 = closed0 + plane;
    const auto score = [&](std::size_t head, std::size_t dependent) { return scores[dependent * (n + 1) + head]; };
    for (std::size_t i = 0; i < n; ++i) closed0[i * n + i] = closed1[i * n + i] = 0;
    for (std::size_t width = 1; width < n; ++width)
        for (std::size_t i = 0; i + width < n; ++i) {
            const std::size_t j = i + width;
            float top = -1e30f;
            std::size_t at = i;
            for (std::size_t k = i; k < j; ++k) {
                const float value = closed0[i * n + k] + closed1[(k + 1) * n + j];
                if (value > top) {
                    top = value;
                    at = k;
                }
            }
            open0[i * n + j] = top + score(i, j);
            open1[i * n + j] = top + score(j, i);
            s.split[i * n + j] = s.split[plane + i * n + j] = static_cast<std::int32_t>(at);
            float right = -1e30f, left = -1e30f;
            std::size_t rightAt = j, leftAt = i;
            for (std::size_t k = i + 1; k <= j; ++k) {
                const float value = open0[i * n + k] + closed0[k * n + j];
                if (value > right) {
                    right = value;
                    rightAt = k;
                }
            }
            for (std::size_t k = i; k < j; ++k) {
                const float value = closed1[i * n + k] + open1[k * n + j];
                if (value > left) {
                    left = value;
                    leftAt = k;
                }
            }
            closed0[i * n + j] = right;
            closed1[i * n + j] = left;
            s.split[2 * plane + i * n + j] = static_cast<std::int32_t>(rightAt);
            s.split[3 * plane + i * n + j] = static_cast<std::int32_t>(leftAt);
        }
    std::size_t root = 0;
    float top = -std::numeric_limits<float>::infinity();
    for (std::size_t r = 0; r < n; ++r) {
        const float value = closed1[r] + closed0[r * n + n - 1] + scores[r * (n + 1) + n];
        if (value > top) {
            top = value;
            root = r;
        }
    }
    heads[root] = -1;
    struct Piece {
        std::size_t kind, i, j;
    };
    std::vector<Piece> todo{{3, 0, root}, {2, root, n - 1}};
    while (!todo.empty()) {
        const auto [kind, i, j] = todo.back();
        todo.pop_back();
        if (i == j) continue;
        const auto at = static_cast<std::size_t>(s.split[kind * plane + i * n + j]);
        switch (kind) {
        case 0:
            heads[j] = static_cast<int>(i);
            todo.push_back({2, i, at});
            todo.push_back({3, at + 1, j});
            break;
        case 1:
            heads[i] = static_cast<int>(j);
            todo.push_back({2, i, at});
            todo.push_back({3, at + 1, j});
            break;
        case 2:
            todo.push_back({0, i, at});
            todo.push_back({2, at, j});
            break;
        default:
            todo.push_back({3, i, at});
            todo.push_back({1, at, j});
        }
    }
}

} // namespace skein
