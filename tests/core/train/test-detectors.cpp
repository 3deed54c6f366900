// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/linear-model.h"
#include "core/train/detectors.h"
#include "core/train/random.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace skein {
namespace {

// Rows 0 and 1 and their hashes: "always" and "telling".
constexpr std::array<Feature, 2> names{0x1234567812345678u, 0x8765432187654321u};
constexpr std::array<std::uint32_t, 2> seen{20000, 10000};

double probability(float score)
{
    return 1 / (1 + std::exp(-static_cast<double>(score)));
}

// Question 0 is answered yes with probability 0.9 where row 1 is there, with 0.2 where it is not; question 1 by nobody.
Detectors trained()
{
    Detectors model(2, names.size(), 0.2f, 1e-4f);
    Random random(3);
    for (int i = 0; i < 20000; ++i) {
        const bool has = random.below(2) == 0;
        DetectorExample example{{0}, {random.unit() < (has ? 0.9f : 0.2f) ? 1.0f : 0.0f, -1.0f}, {1, 1}};
        if (has) example.features.push_back(1);
        model.learn(example);
    }
    return model;
}

TEST(Detectors, giveTheProbabilitiesThatTheySaw)
{
    const Detectors model = trained();
    std::array<float, 2> out{};
    model.scores({{0, 1}, {}, {}}, out);
    EXPECT_NEAR(probability(out[0]), 0.9, 0.05);
    EXPECT_EQ(out[1], 0); // what nobody answered is not learnt
    model.scores({{0}, {}, {}}, out);
    EXPECT_NEAR(probability(out[0]), 0.2, 0.05);
}

TEST(Detectors, eightBitsSayTheSame)
{
    const Detectors model = trained();
    const std::string bytes = model.bytes(names, seen, 1);
    EXPECT_EQ(bytes, trained().bytes(names, seen, 1));
    alignas(64) char aligned[4096];
    ASSERT_LE(bytes.size(), sizeof aligned);
    std::ranges::copy(bytes, aligned);
    const auto small = LinearModel::open({aligned, bytes.size()}, 3);
    ASSERT_TRUE(small);
    std::array<float, 3> coarse{};
    small->scores(names, coarse);
    std::array<float, 2> exact{};
    model.scores({{0, 1}, {}, {}}, exact);
    EXPECT_NEAR(probability(coarse[1]), probability(exact[0]), 0.02);
    EXPECT_FALSE(LinearModel::open({aligned, bytes.size()}, 4));
    EXPECT_FALSE(LinearModel::open({aligned, bytes.size() - 1}, 3));
}

TEST(Detectors, whatIsRareCountsNothing)
{
    const std::string bytes = trained().bytes(names, seen, 15000);
    alignas(64) char aligned[4096];
    ASSERT_LE(bytes.size(), sizeof aligned);
    std::ranges::copy(bytes, aligned);
    const auto small = LinearModel::open({aligned, bytes.size()}, 3);
    ASSERT_TRUE(small);
    std::array<float, 3> out{};
    small->scores(std::array{names[1]}, out);
    EXPECT_EQ(out[1], 0);
}

} // namespace
} // namespace skein
