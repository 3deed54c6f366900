// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/network.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace skein {
namespace {

TEST(Exponential, IsCloseEnoughEverywhere)
{
    for (float x = -39.0f; x <= 39.0f; x += 0.0173f)
        EXPECT_NEAR(exponential(x) / std::exp(x), 1.0f, 2e-5f) << x;
    EXPECT_TRUE(std::isfinite(exponential(1e30f)));
    EXPECT_GE(exponential(-1e30f), 0.0f);
    EXPECT_NEAR(tangent(0.3f), std::tanh(0.3f), 1e-5f);
    EXPECT_NEAR(sigmoid(-2.0f), 1 / (1 + std::exp(2.0f)), 1e-5f);
}

TEST(Dense, MultipliesAsTheFloatsDo)
{
    std::mt19937 random(1);
    const auto draw = [&] { return static_cast<float>(random() % 2001) / 1000.0f - 1.0f; };
    constexpr std::size_t inputs = 96, outputs = 75, count = 37;
    std::vector<float> weights(inputs * outputs), bias(outputs), x(count * inputs);
    for (auto* values : {&weights, &bias, &x})
        for (auto& v : *values) v = draw();
    const std::string bytes = Dense::bytesOf(weights, bias, inputs);
    std::string_view rest = bytes;
    Dense dense;
    ASSERT_TRUE(dense.open(rest, inputs, outputs));
    EXPECT_TRUE(rest.empty());
    std::vector<std::int16_t> whole;
    for (const float v : x) whole.push_back(static_cast<std::int16_t>(std::lround(v * Dense::inputScale)));
    std::vector<float> y(count * outputs);
    dense.apply(whole.data(), count, y.data());
    for (std::size_t t = 0; t < count; ++t)
        for (std::size_t j = 0; j < outputs; ++j) {
            float sum = bias[j];
            for (std::size_t k = 0; k < inputs; ++k) sum += x[t * inputs + k] * weights[k * outputs + j];
            ASSERT_NEAR(y[t * outputs + j], sum, 0.15f) << t << ' ' << j;
        }
    std::string_view cut = std::string_view(bytes).substr(0, bytes.size() - 1);
    EXPECT_FALSE(dense.open(cut, inputs, outputs));
}

// Every assignment of heads that is a projective tree with one child of the root.
float bestByTryingAll(const std::vector<float>& scores, std::size_t n)
{
    float best = -1e30f;
    std::vector<std::size_t> heads(n, 0); // n: the root
    for (;;) {
        std::size_t roots = 0;
        float sum = 0;
        bool good = true;
        for (std::size_t d = 0; d < n && good; ++d) {
            roots += heads[d] == n;
            good = heads[d] != d;
            sum += scores[d * (n + 1) + heads[d]];
            std::size_t up = d;
            for (std::size_t steps = 0; good && up != n; ++steps) {
                good = steps <= n;
                up = heads[up];
            }
        }
        good = good && roots == 1;
        for (std::size_t d = 0; d < n && good; ++d) {
            if (heads[d] == n) {
                // Nothing may span the root's child.
                for (std::size_t e = 0; e < n && good; ++e)
                    good = heads[e] == n || !(std::min(e, heads[e]) < d && d < std::max(e, heads[e]));
                continue;
            }
            const std::size_t low = std::min(d, heads[d]), high = std::max(d, heads[d]);
            for (std::size_t e = low + 1; e < high && good; ++e) good = heads[e] >= low && heads[e] <= high;
        }
        if (good) best = std::max(best, sum);
        std::size_t at = 0;
        while (at < n && ++heads[at] > n) heads[at++] = 0;
        if (at == n) return best;
    }
}

TEST(BestTree, IsTheBestOfAllProjectiveTrees)
{
    std::mt19937 random(7);
    NetworkScratch scratch;
    for (std::size_t n = 1; n <= 5; ++n)
        for (int repeat = 0; repeat < 60; ++repeat) {
            std::vector<float> scores(n * (n + 1));
            for (auto& s : scores) s = static_cast<float>(random() % 2001) / 100.0f - 10.0f;
            std::vector<int> heads(n, -2);
            bestTree(scores, n, scratch, heads);
            float sum = 0;
            int roots = 0;
            for (std::size_t d = 0; d < n; ++d) {
                ASSERT_GE(heads[d], -1);
                ASSERT_LT(heads[d], static_cast<int>(n));
                roots += heads[d] < 0;
                sum += scores[d * (n + 1) + (heads[d] < 0 ? n : static_cast<std::size_t>(heads[d]))];
            }
            EXPECT_EQ(roots, 1);
            ASSERT_NEAR(sum, bestByTryingAll(scores, n), 1e-3f) << n << " words, try " << repeat;
        }
}

TEST(Feature, DoesNotConfuseSmallParts)
{
    std::set<Feature> seen;
    for (Feature a = 0; a < 200; ++a)
        for (Feature b = 0; b < 200; ++b) seen.insert(combine(a, b));
    EXPECT_EQ(seen.size(), 200u * 200u);
}

TEST(WeightTable, FindsWhatWasPutIn)
{
    std::vector<std::pair<Feature, std::vector<std::int8_t>>> rows;
    for (int i = 0; i < 1000; ++i)
        rows.push_back({combine(1, static_cast<Feature>(i)), {static_cast<std::int8_t>(i % 100 + 1), -7, 3}});
    rows.push_back({hashOf("zeros"), {0, 0, 0}});
    const std::string bytes = WeightTable::bytesOf(3, rows);
    const auto table = WeightTable::open(bytes);
    ASSERT_TRUE(table);
    for (int i = 0; i < 1000; ++i) {
        const auto* row = table->find(combine(1, static_cast<Feature>(i)));
        ASSERT_NE(row, nullptr);
        EXPECT_EQ(row[0], i % 100 + 1);
        EXPECT_EQ(row[1], -7);
    }
    EXPECT_EQ(table->find(hashOf("zeros")), nullptr) << "a row of zeros is not kept";
    EXPECT_EQ(table->find(hashOf("never put in")), nullptr);
    EXPECT_EQ(WeightTable::open(std::string_view(bytes).substr(1)).error().code, Errc::corrupt);
    EXPECT_EQ(WeightTable::open("").error().code, Errc::corrupt);
    std::string full = bytes; // no empty slot: a search would never end
    for (std::size_t i = 64; i + 4 <= bytes.size() && i < 64 + 4 * 2048; ++i) full[i] = 1;
    EXPECT_EQ(WeightTable::open(full).error().code, Errc::corrupt);
}

} // namespace
} // namespace skein
