// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/ranker.h"

#include "core/text/linear-model.h"

#include <gtest/gtest.h>

#include <array>

namespace skein {
namespace {

constexpr Feature good = 0x1234567812345678u, bad = 0x8765432187654321u, noise = 0x1111222233334444u;

float scoreOf(const std::string& bytes, Feature feature)
{
    const auto model = LinearModel::open(bytes, 1);
    float score = 0;
    model->scores(std::array{feature}, std::span(&score, 1));
    return score;
}

Ranker taught()
{
    Ranker ranker(0.1f, 1e-4f, 2);
    for (int i = 0; i < 20; ++i) ranker.add({{bad, noise}, {good, noise}, {bad}}, {false, true, false}, 1);
    ranker.train(5);
    return ranker;
}

TEST(Ranker, learnsWhatTellsTheRightAlternative)
{
    const auto bytes = taught().bytes();
    EXPECT_GT(scoreOf(bytes, good), scoreOf(bytes, noise));
    EXPECT_GT(scoreOf(bytes, noise), scoreOf(bytes, bad));
}

TEST(Ranker, theSameExamplesGiveTheSameBytes) { EXPECT_EQ(taught().bytes(), taught().bytes()); }

TEST(Ranker, anyOfSeveralMayBeRight)
{
    Ranker ranker(0.1f, 1e-4f, 1);
    for (int i = 0; i < 20; ++i) ranker.add({{bad}, {good}, {noise}}, {false, true, true}, 1);
    ranker.train(5);
    const auto bytes = ranker.bytes();
    EXPECT_GT(scoreOf(bytes, good), scoreOf(bytes, bad));
    EXPECT_GT(scoreOf(bytes, noise), scoreOf(bytes, bad));
}

TEST(Ranker, whatIsRareCountsNothing)
{
    Ranker ranker(0.1f, 1e-4f, 3);
    ranker.add({{bad}, {good}}, {false, true}, 1);
    ranker.train(5);
    EXPECT_EQ(scoreOf(ranker.bytes(), good), 0);
}

} // namespace
} // namespace skein
