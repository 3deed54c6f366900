// SPDX-License-Identifier: GPL-3.0-or-later
// Additions tried on a text.
#include "app/desktop/places.h"
#include "app/desktop/trial.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using testing::IsEmpty;

std::shared_ptr<const skein::Engine> shipped()
{
    static const auto loaded = skein::Engine::load(resourceFolder().toStdString());
    return loaded ? *loaded : nullptr;
}

trial::Request request(std::string additions)
{
    return {shipped(), shipped(), std::move(additions), nullptr,
            std::make_shared<const skein::Source>(skein::Source{"Velmari hired Ada Krohn. The K-9 flew.\n", "a.txt", {}, "text/plain"}),
            std::make_shared<skein::Cancel>()};
}

TEST(Trial, SaysWhatChangesAndKeepsTheFirstReading)
{
    ASSERT_TRUE(shipped());
    auto asked = request("names product\n    Kestrel 9 | K-9\n");
    const auto first = trial::run(asked);
    EXPECT_THAT(first.problems, IsEmpty());
    ASSERT_TRUE(first.subject);
    ASSERT_FALSE(first.changes.empty());
    EXPECT_EQ(first.changes.back().change.subject, "Kestrel 9");
    EXPECT_EQ(first.changes.back().quote, "The K-9 flew.");
    asked.subject = first.subject;
    asked.source = nullptr;
    const auto second = trial::run(asked);
    EXPECT_EQ(second.subject, first.subject);
    EXPECT_EQ(second.changes, first.changes);
}

TEST(Trial, MistakesStopIt)
{
    const auto outcome = trial::run(request("tpye weapon\n"));
    ASSERT_EQ(outcome.problems.size(), 1u);
    EXPECT_EQ(outcome.problems[0].line, 1u);
    EXPECT_TRUE(outcome.subject) << "the text is read all the same, for the next trial";
    EXPECT_THAT(outcome.changes, IsEmpty());
}

TEST(Trial, WithoutATextAdditionsAreChecked)
{
    auto asked = request("names product\n    Quill\n");
    asked.source = nullptr;
    const auto outcome = trial::run(asked);
    EXPECT_THAT(outcome.problems, IsEmpty());
    EXPECT_FALSE(outcome.subject);
}

TEST(Trial, CancelIsHeard)
{
    const auto asked = request("names product\n    Quill\n");
    asked.cancel->raise();
    EXPECT_TRUE(trial::run(asked).isCancelled);
}

} // namespace
