// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/query.h"

#include <gtest/gtest.h>

namespace skein::store {
namespace {

TEST(Query, table)
{
    const std::pair<const char*, const char*> cases[] = {
        {"", ""},
        {"meta", R"("meta" *)"},
        {"meta ", R"("meta")"},
        {"Meta superint", R"("Meta" AND "superint" *)"},
        {R"("open source" llama)", R"("open source" AND "llama" *)"},
        {R"("open source")", R"("open source")"},
        {R"("open sou)", R"("open sou")"},
        {"\xE2\x80\x9Copen source\xE2\x80\x9D x", R"("open source" AND "x" *)"},
        {"GPT-5.4", R"("GPT 5 4" *)"},
        {"GPT-5.4 x", R"("GPT 5 4" AND "x" *)"},
        {"don't", R"("don t" *)"},
        {"AND OR NOT", R"("AND" AND "OR" AND "NOT" *)"},
        {"title: (x)*", R"("title" AND "x")"},
        {"\"\" \"-\" …", ""},
        {"a\"b\"c", R"("a" AND "b" AND "c" *)"},
        {"\xFF" "abc\xC3", R"("abc")"},
        {"Z\xC3\xBCrich", "\"Z\xC3\xBCrich\" *"},
    };
    for (const auto& [query, expression] : cases) EXPECT_EQ(matchAll(parseQuery(query)), expression) << query;
}

TEST(Query, isBounded)
{
    std::string query;
    for (int i = 0; i < 1000; ++i) query += "w" + std::to_string(i) + " ";
    EXPECT_EQ(parseQuery(query).size(), 16u);
    EXPECT_LE(parseQuery(std::string(1 << 20, 'a')).front().text.size(), 1000u);
}

} // namespace
} // namespace skein::store
