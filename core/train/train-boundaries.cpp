// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/sentences.h"
#include "core/text/tokenizer.h"
#include "core/train/perceptron.h"
#include "core/train/train.h"

#include <cstdio>
#include <set>

namespace skein {

std::string trainBoundaries(const std::vector<GoldDocument>& documents, int rounds)
{
    Perceptron model(2);
    Random random(53);
    std::vector<std::pair<const GoldDocument*, const Block*>> order;
    for (const auto& document : documents)
        for (const auto& block : document.blocks) order.emplace_back(&document, &block);
    Feature features[Boundaries::maxFeatures];
    for (int round = 0; round < rounds; ++round) {
        shuffle(order, random);
        std::size_t missed = 0, invented = 0, all = 0;
        for (const auto& [document, block] : order) {
            std::vector<Span> tokens;
            tokenize(document->text, block->span, tokens);
            std::vector<Form> forms;
            for (const auto span : tokens) forms.push_back(formOf(textOf(document->text, span)));
            std::set<std::uint32_t> gold;
            for (const auto& sentence : document->sentences)
                if (block->span.contains(sentence.span)) gold.insert(sentence.span.begin);
            const Boundaries boundaries(document->text, tokens);
            std::size_t start = 0;
            for (std::size_t i = 1; i < tokens.size(); ++i) {
                if (!boundaries.isPossible(i)) continue;
                const std::size_t right = gold.contains(tokens[i].begin) ? 1 : 0;
                const std::size_t n = boundaries.features(forms, i, start, features);
                std::int64_t scores[2] = {};
                model.score({features, n}, scores);
                const std::size_t guess = scores[1] > scores[0] ? 1 : 0;
                if (guess != right) {
                    model.update({features, n}, right, guess);
                    ++(right ? missed : invented);
                }
                all += right;
                model.step();
                if (right) start = i;
            }
        }
        std::fprintf(stderr, "boundaries, round %d: of %zu, %zu missed, %zu invented\n", round + 1, all, missed, invented);
    }
    model.average();
    return model.bytes(2, 2);
}

} // namespace skein
