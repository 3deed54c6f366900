// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/linear-model.h"
#include "core/train/logistic.h"
#include "core/train/random.h"

#include <gtest/gtest.h>

#include <array>
#include <vector>

namespace skein {
namespace {

const Feature always = combine(1, 1), telling = combine(1, 2), idle = combine(1, 3), unseen = combine(1, 4);

// Class 1 with probability 0.9 when `telling` is there, with 0.2 when it is not.
Logistic trained()
{
    Logistic model(2);
    Random random(3);
    for (int i = 0; i < 20000; ++i) {
        const bool has = random.below(2) == 0;
        const std::size_t right = random.unit() < (has ? 0.9f : 0.2f) ? 1 : 0;
        std::vector<Feature> features{always};
        if (has) features.push_back(telling);
        if (random.below(2) == 0) features.push_back(idle);
        model.learn(features, right);
    }
    return model;
}

TEST(Logistic, GivesTheProbabilitiesThatItSaw)
{
    const Logistic model = trained();
    std::array<float, 2> p{};
    model.probabilities(std::array<Feature, 2>{always, telling}, p);
    EXPECT_NEAR(p[1], 0.9f, 0.05f);
    model.probabilities(std::array<Feature, 1>{always}, p);
    EXPECT_NEAR(p[1], 0.2f, 0.05f);
}

TEST(Logistic, EightBitsSayTheSame)
{
    const Logistic model = trained();
    const std::string bytes = model.bytes(1);
    EXPECT_EQ(bytes, trained().bytes(1));
    alignas(64) char aligned[4096];
    ASSERT_LE(bytes.size(), sizeof aligned);
    std::copy(bytes.begin(), bytes.end(), aligned);
    const auto small = LinearModel::open({aligned, bytes.size()}, 2);
    ASSERT_TRUE(small);
    std::array<float, 2> p{}, q{};
    const std::array<Feature, 3> features{always, telling, unseen};
    model.probabilities(features, p);
    small->probabilities(features, q);
    EXPECT_NEAR(p[1], q[1], 0.02f);
    EXPECT_FALSE(LinearModel::open({aligned, bytes.size()}, 3));
    EXPECT_FALSE(LinearModel::open({aligned, bytes.size() - 1}, 2));
}

TEST(Logistic, AnyOfSeveralClassesWillDo)
{
    Logistic model(3);
    for (int i = 0; i < 500; ++i) {
        model.learnAny(std::array<Feature, 1>{always}, std::array<std::size_t, 2>{1, 2});
        model.learn(std::array<Feature, 2>{always, telling}, 2);
    }
    std::array<float, 3> p{};
    model.probabilities(std::array<Feature, 1>{always}, p);
    EXPECT_LT(p[0], 0.1f);
}

} // namespace
} // namespace skein
