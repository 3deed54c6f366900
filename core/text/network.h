// SPDX-License-Identifier: GPL-3.0-or-later
// A small recurrent network that reads a sentence once and gives every word a tag, a score for each possible head, and a
// relation to the head it gets.
//
//   word → sum of embeddings of its form, beginnings, ends and shape
//   three layers of quasi-recurrent units, each in both directions (Bradbury, Merity, Xiong, Socher 2017; the first layer
//   sees a window of three words, the others one): all multiplications with matrices are done for the whole
//   sentence at once, what is recurrent is cheap
//   tags: one linear layer; heads: biaffine scores (Dozat and Manning 2017); relations: one hidden layer over the pair
//
// Matrices are kept in eight bits and multiplied in integers; the rest is IEEE single precision in a fixed order, with
// exponentials of our own: equal input gives equal output on every machine.
#pragma once

#include "core/text/deprel.h"
#include "core/text/forms.h"
#include "core/text/tags.h"
#include "core/text/weights.h"

#include <bit>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace skein {

struct NetworkShape {
    static constexpr std::size_t embedding = 96;
    static constexpr std::size_t window = 3 * embedding; // a word, the one before, the one behind
    static constexpr std::size_t units = 80; // in one direction
    static constexpr std::size_t state = 2 * units;
    static constexpr std::size_t gates = 6 * units; // candidate, forget, output; forwards, then backwards
    static constexpr std::size_t layers = 3;
    static constexpr std::size_t arc = 64;
    static constexpr std::size_t label = 80;
    static constexpr std::size_t distances = 20;
};

// The features that are embedded, in a fixed order; the first is the form of the word.
inline constexpr std::size_t embeddedFeatures = 11;
void wordFeatures(const Form& form, SentenceCase look, bool isFirst, Feature* out);
Feature unknownWord();

// Which of the learnt distance scores an arc gets.
std::size_t distanceClass(int dependent, int head);

// e^x within some parts in a million, and what is made of it; the same on every machine.
[[gnu::always_inline]] inline float exponential(float x)
{
    // 2^(x / ln 2): the whole part goes into the exponent, the rest into a polynomial.
    x = (x < -40.0f ? -40.0f : x > 40.0f ? 40.0f : x) * 1.44269504f;
    const float whole = static_cast<float>(static_cast<std::int32_t>(x + (x < 0 ? -0.5f : 0.5f)));
    const float r = x - whole;
    const float p =
        1.0f + r * (0.693147181f + r * (0.240226507f + r * (0.0555041087f + r * (0.00961812911f + r * 0.00133335581f))));
    return p * std::bit_cast<float>((static_cast<std::int32_t>(whole) + 127) << 23);
}
[[gnu::always_inline]] inline float sigmoid(float x) { return 1.0f / (1.0f + exponential(-x)); }
[[gnu::always_inline]] inline float tangent(float x) { return 1.0f - 2.0f / (1.0f + exponential(2.0f * x)); }

// y = W x + b with W in eight bits, a scale for each row.
class Dense {
public:
    // Takes its bytes from the front of `bytes`. False when they are too few or of another shape.
    bool open(std::string_view& bytes, std::size_t inputs, std::size_t outputs);
    // `weights` is inputs × outputs, row by row.
    static std::string bytesOf(std::span<const float> weights, std::span<const float> bias, std::size_t inputs);

    // x: `count` rows of inputs, in units of 1 / inputScale; y: `count` rows of outputs.
    void apply(const std::int16_t* x, std::size_t count, float* y) const;

    static constexpr float inputScale = 4096;

private:
    std::size_t m_inputs = 0;
    std::size_t m_outputs = 0;
    std::vector<std::int16_t> m_weights; // a row for each output
    std::vector<float> m_scale;
    std::vector<float> m_bias;
};

// What reading a sentence takes; reused, so that no memory is asked for word by word.
struct NetworkScratch {
    std::vector<float> state, gates, next, dependents, heads, queries, logits, left, right;
    std::vector<std::int16_t> whole;
    std::vector<float> scores;
    std::vector<float> best;
    std::vector<std::int32_t> split;
};

class Network {
public:
    // Fails with corrupt. The bytes of the embeddings must outlive the network.
    static Result<Network> open(std::string_view embeddings, std::string_view layers, std::size_t tagCount);

    // Reads one sentence: fills scratch.state, and the tags.
    void read(std::span<const Form> forms, NetworkScratch& scratch, std::vector<Tag>& tags) const;

    // Heads and relations of the sentence last read into `scratch`; the root's child has the head −1.
    void parse(NetworkScratch& scratch, std::size_t size, std::vector<int>& heads, std::vector<Deprel>& relations) const;

private:
    void parsePart(NetworkScratch& scratch, std::size_t first, std::size_t last, std::vector<int>& heads) const;

    std::size_t m_tagCount = 0;
    float m_embeddingScale = 0;
    WeightTable m_embeddings;
    Dense m_layers[NetworkShape::layers];
    Dense m_tags, m_arcDependent, m_arcHead, m_arcBetween, m_labelDependent, m_labelHead, m_labels;
    std::vector<float> m_root;
    std::vector<float> m_distance;
};

// The projective tree of highest score with exactly one child of the root (Eisner 1996). scores: a row for each word, its
// columns the words as heads, the last column the root. n³ steps.
void bestTree(const std::vector<float>& scores, std::size_t n, NetworkScratch& scratch, std::span<int> heads);

} // namespace skein
