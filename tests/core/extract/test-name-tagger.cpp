// SPDX-License-Identifier: GPL-3.0-or-later
// What the trained tagger brings to the names: kinds that no rule finds, ends that capitals do not tell.
#include "tests/core/extract/analysed.h"

#include "core/extract/name-tagger.h"

#include <gmock/gmock.h>

using namespace skein::test;
using testing::Contains;
using testing::IsSupersetOf;
using testing::Not;

TEST(NameTagger, fieldsAndMethodsInLowerCase)
{
    EXPECT_THAT(names("The group applies support vector machines and speech recognition to letters of the time."),
                IsSupersetOf({"technology support vector machines", "technology speech recognition"}));
    EXPECT_THAT(names("The group applies pressure and writes long letters about the weather."), testing::IsEmpty());
}

TEST(NameTagger, electionsAndConferences)
{
    EXPECT_THAT(names("He lost the 1987 Velmarian general election to Marta Quill."), Contains("event 1987 Velmarian general election"));
}

TEST(NameTagger, wordsThatNameNothing)
{
    EXPECT_THAT(names("The Chinese AI strategy is new. An AI model helps."), testing::IsEmpty());
    EXPECT_THAT(names("Revenue grew in Q2 2025 and again in FY19."), testing::IsEmpty());
}

TEST(NameTagger, titlesAndDashesEndPersons)
{
    EXPECT_THAT(names("They met Queen Marta of the north. Marta was glad."), Not(Contains("person Queen Marta")));
    EXPECT_THAT(names("Kevin Holt - Year in Review"), Not(Contains(testing::StartsWith("person Kevin Holt -"))));
}

TEST(NameTagger, withoutAModelThereAreNoTags)
{
    const skein::NameTagger tagger;
    EXPECT_FALSE(tagger.hasModel());
    EXPECT_TRUE(tagger.version().empty());
    EXPECT_FALSE(skein::NameTagger::load("/nonexistent/names.model"));
}
