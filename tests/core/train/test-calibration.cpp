// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/calibration.h"
#include "core/train/detectors.h"

#include "core/text/linear-model.h"

#include <gtest/gtest.h>

#include <array>

namespace skein {
namespace {

TEST(Calibration, aCurveSaysHowOftenAScoreIsRight)
{
    std::vector<Scored> scores; // of those at 2, three in four are right; of those at -2, one in four
    for (int i = 0; i < 4000; ++i) scores.push_back({i % 2 == 0 ? 2.0f : -2.0f, i % 2 == 0 ? i % 8 != 0 : i % 8 == 1, 1});
    const Curve curve = fitCurve(scores, {1, 0}, 0);
    EXPECT_NEAR(curve.at(2), 0.75, 0.02);
    EXPECT_NEAR(curve.at(-2), 0.25, 0.02);
}

TEST(Calibration, fewScoresStayNearThePrior)
{
    const Curve prior{0.5f, -0.25f};
    const Curve nothing = fitCurve({}, prior, 20);
    EXPECT_EQ(nothing.scale, prior.scale);
    const Curve same = fitCurve({{1, true, 1}, {2, true, 1}}, prior, 20); // all right: says nothing about the limits
    EXPECT_EQ(same.shift, prior.shift);
}

TEST(Calibration, aTableCountsByConfidence)
{
    Reliability table;
    table.add(0.96, true);
    table.add(0.96, false);
    table.add(0.5, true);
    EXPECT_NE(table.line("x").find("0.96: 0.50 of 2"), std::string::npos);
    EXPECT_NE(table.line("x").find("0.50: 1.00 of 1"), std::string::npos);
}

TEST(Detectors, learnEachQuestionApartAndSkipUnknownAnswers)
{
    Detectors model(2, 3, 0.1f, 0);
    const DetectorExample a{{0, 1}, {1, -1}, {1, 1}};
    const DetectorExample b{{0, 2}, {0, 1}, {1, 1}};
    for (int i = 0; i < 200; ++i) {
        model.learn(a);
        model.learn(b);
    }
    std::array<float, 2> out{};
    model.scores(a, out);
    EXPECT_GT(out[0], 1);
    model.scores(b, out);
    EXPECT_LT(out[0], -1);
    EXPECT_GT(out[1], 1);
    const std::array<Feature, 3> names{11, 22, 33};
    const std::array<std::uint32_t, 3> seen{2, 2, 2};
    const std::string bytes = model.bytes(names, seen, 1);
    EXPECT_EQ(bytes, model.bytes(names, seen, 1));
    const auto opened = LinearModel::open(bytes, 3);
    ASSERT_TRUE(opened);
    std::array<float, 3> sums{};
    opened->scores(std::array<Feature, 2>{11, 22}, sums);
    EXPECT_EQ(sums[0], 0);
    EXPECT_GT(sums[1], 1);
}

} // namespace
} // namespace skein
