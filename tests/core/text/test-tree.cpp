// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/tree.h"

#include <gtest/gtest.h>

namespace skein {
namespace {

// Two sentences of five-letter words: heads as given, −1 a root.
Reading reading(const std::vector<std::int32_t>& first, const std::vector<std::int32_t>& second)
{
    Reading result;
    for (const auto* heads : {&first, &second}) {
        const auto begin = static_cast<std::uint32_t>(result.tokens.size());
        for (const auto head : *heads) {
            const auto at = static_cast<std::uint32_t>(result.tokens.size()) * 6;
            Token token;
            token.span = {at, at + 5};
            token.head = head < 0 ? -1 : head + static_cast<std::int32_t>(begin);
            token.deprel = head < 0 ? Deprel::root : Deprel::obj;
            result.tokens.push_back(token);
        }
        const auto end = static_cast<std::uint32_t>(result.tokens.size());
        result.sentences.push_back({{begin * 6, end * 6 - 1}, begin, end});
    }
    return result;
}

TEST(Trees, KnowChildrenSubtreesAndDepths)
{
    const Reading text = reading({1, -1, 3, 1, 3}, {-1, 0});
    const Trees trees(text);
    EXPECT_EQ(std::vector<std::uint32_t>(trees.children(1).begin(), trees.children(1).end()),
              (std::vector<std::uint32_t>{0, 3}));
    EXPECT_EQ(trees.subtree(3), (TokenRange{2, 5}));
    EXPECT_EQ(trees.subtree(1), (TokenRange{0, 5}));
    EXPECT_EQ(trees.subtree(5), (TokenRange{5, 7}));
    EXPECT_EQ(trees.depth(4), 2u);
    EXPECT_EQ(trees.head(0), 1u);
    EXPECT_FALSE(trees.head(1));
    EXPECT_EQ(trees.child(1, {Deprel::obj}), 0u);
    EXPECT_FALSE(trees.child(1, {Deprel::nsubj, Deprel::iobj}));
    EXPECT_EQ(trees.sentenceOf(6), 1u);
}

TEST(Trees, FindTheTopOfARangeAndTokensOfASpan)
{
    const Reading text = reading({1, -1, 3, 1, 3}, {-1, 0});
    const Trees trees(text);
    EXPECT_EQ(trees.topOf({2, 5}), 3u);
    EXPECT_EQ(trees.topOf({0, 1}), 0u);
    EXPECT_EQ(trees.tokensIn({7, 13}), (TokenRange{1, 3}));
    EXPECT_EQ(trees.tokensIn({5, 6}), (TokenRange{1, 1}));
    EXPECT_EQ(trees.tokensIn({0, 100}), (TokenRange{0, 7}));
}

TEST(Trees, PathsGoOverTheLowestCommonAncestor)
{
    const Reading text = reading({1, -1, 3, 1, 3}, {-1, 0});
    const Trees trees(text);
    const auto path = trees.path(2, 0);
    ASSERT_TRUE(path);
    EXPECT_EQ(path->up, (std::vector<std::uint32_t>{2, 3}));
    EXPECT_EQ(path->top, 1u);
    EXPECT_EQ(path->down, (std::vector<std::uint32_t>{0}));
    const auto straight = trees.path(4, 3);
    ASSERT_TRUE(straight);
    EXPECT_EQ(straight->top, 3u);
    EXPECT_TRUE(straight->down.empty());
    EXPECT_FALSE(trees.path(0, 5));
}

TEST(Trees, OfNothingAreEmpty)
{
    const Reading text;
    const Trees trees(text);
    EXPECT_EQ(trees.tokensIn({0, 9}), (TokenRange{0, 0}));
}

} // namespace
} // namespace skein
