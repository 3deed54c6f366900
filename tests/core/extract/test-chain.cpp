// SPDX-License-Identifier: GPL-3.0-or-later
// The chain of labels against sums over all paths, counted one by one.
#include "core/extract/chain.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>

using namespace skein;

namespace {

constexpr std::size_t words = 3;

struct Case {
    std::vector<float> scores = std::vector<float>(words * Chain::width, 0);
    std::vector<float> transitions = std::vector<float>(nameLabels * nameLabels, 0);
    Case()
    {
        for (std::size_t i = 0; i < scores.size(); ++i) scores[i] = static_cast<float>((i * 37 + 11) % 23) / 9.0f - 1.0f;
        for (std::size_t i = 0; i < transitions.size(); ++i) transitions[i] = static_cast<float>((i * 53 + 5) % 19) / 12.0f - 0.7f;
    }

    void eachPath(const std::vector<Chain::LabelSet>& allowed, const std::function<void(const std::size_t*, double)>& visit) const
    {
        std::size_t path[words];
        const std::function<void(std::size_t, double)> step = [&](std::size_t t, double score) {
            if (t == words) return visit(path, score);
            for (std::size_t l = 0; l < nameLabels; ++l) {
                if (!(allowed[t] >> l & 1) || (t == 0 ? isInside(l) : !mayFollow(path[t - 1], l))) continue;
                path[t] = l;
                const double moved = t == 0 ? 0 : static_cast<double>(transitions[path[t - 1] * nameLabels + l]);
                step(t + 1, score + moved + static_cast<double>(scores[t * Chain::width + l]));
            }
        };
        step(0, 0);
    }
};

} // namespace

TEST(Chain, chancesAndBestPathAreThoseOfAllPaths)
{
    const Case c;
    Chain chain;
    chain.setTransitions(c.transitions);
    const Chain::LabelSet begins = Chain::LabelSet{1} << beginLabel(0) | Chain::LabelSet{1} << beginLabel(3);
    for (const auto& allowed : {std::vector<Chain::LabelSet>(words, Chain::anyLabel), {Chain::anyLabel, begins, begins << 1}}) {
        double sum = 0, best = -1e9;
        std::vector<double> expected(words * Chain::width, 0);
        std::vector<std::uint8_t> bestPath(words);
        c.eachPath(allowed, [&](const std::size_t* path, double score) {
            sum += std::exp(score);
            for (std::size_t t = 0; t < words; ++t) expected[t * Chain::width + path[t]] += std::exp(score);
            if (score > best) {
                best = score;
                for (std::size_t t = 0; t < words; ++t) bestPath[t] = static_cast<std::uint8_t>(path[t]);
            }
        });
        std::vector<float> chances, pairs(nameLabels * nameLabels, 0);
        EXPECT_NEAR(chain.chances(c.scores, allowed, chances, &pairs, 1), std::log(sum), 1e-3);
        for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_NEAR(chances[i], expected[i] / sum, 1e-4) << i;
        double all = 0;
        for (const float p : pairs) all += static_cast<double>(p);
        EXPECT_NEAR(all, words - 1, 1e-3);
        if (allowed[1] == Chain::anyLabel) {
            std::vector<std::uint8_t> path;
            chain.best(c.scores, path);
            EXPECT_EQ(path, bestPath);
        }
    }
}

TEST(Chain, emptySentencesHaveNoLabels)
{
    Chain chain;
    chain.setTransitions(std::vector<float>(nameLabels * nameLabels, 0));
    std::vector<std::uint8_t> path{1};
    chain.best({}, path);
    EXPECT_TRUE(path.empty());
    std::vector<float> chances;
    EXPECT_EQ(chain.chances({}, {}, chances, nullptr, 0), 0);
}
