// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace skein {
namespace {

TEST(Words, eachCodeHasASentenceOfItsOwn)
{
    std::set<std::string> sentences;
    for (int code = 0; code <= static_cast<int>(Errc::internal); ++code) {
        const Error error{static_cast<Errc>(code), "line 3"};
        const auto words = sentence(error, "notes.txt");
        EXPECT_THAT(words, testing::HasSubstr("“notes.txt”"));
        EXPECT_THAT(words, testing::EndsWith("."));
        EXPECT_EQ(words.find('\n'), std::string::npos);
        EXPECT_TRUE(sentences.insert(words).second) << words;
        EXPECT_THAT(sentence(error), testing::EndsWith("."));
    }
}

TEST(Words, whereItIsWrongIsSaid)
{
    EXPECT_THAT(sentence({Errc::badSyntax, "line 3"}, "a.json"), testing::HasSubstr("line 3"));
    EXPECT_THAT(sentence({Errc::notFound, "errno 2"}, "a.json"), testing::Not(testing::HasSubstr("errno")));
}

} // namespace
} // namespace skein
