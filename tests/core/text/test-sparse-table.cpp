// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of the tagger's model: what was written is found again, and damage is noticed.
#include "core/text/sparse-table.h"
#include "core/text/word-clusters.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstring>

using namespace skein;

namespace {

std::vector<std::pair<Feature, std::vector<SparseWeight>>> rows()
{
    std::vector<std::pair<Feature, std::vector<SparseWeight>>> result;
    for (Feature i = 0; i < 300; ++i)
        result.emplace_back(combine(77, i), std::vector<SparseWeight>{{static_cast<std::uint8_t>(i % 5), static_cast<std::int8_t>(i % 100 + 1)}, {6, -3}});
    result.emplace_back(combine(78, 0), std::vector<SparseWeight>{});
    std::ranges::sort(result, {}, [](const auto& row) { return row.first; });
    return result;
}

// Aligned as a section of a model file is.
struct Aligned {
    explicit Aligned(const std::string& bytes) : memory(bytes.size() / 8 + 1), size(bytes.size()) { std::memcpy(memory.data(), bytes.data(), size); }
    std::string_view view() const { return {reinterpret_cast<const char*>(memory.data()), size}; }
    std::vector<std::uint64_t> memory;
    std::size_t size;
};

} // namespace

TEST(SparseTable, addsTheWeightsOfEveryFeature)
{
    const Aligned bytes(SparseTable::bytesOf(rows()));
    const auto table = SparseTable::open(bytes.view(), 7);
    ASSERT_TRUE(table);
    for (Feature i = 0; i < 300; ++i) {
        std::array<std::int32_t, 7> scores{};
        const Feature features[] = {combine(77, i), combine(78, 0), combine(79, i)}; // known, without weights, unknown
        table->add(features, scores.data());
        EXPECT_EQ(scores[i % 5], static_cast<std::int32_t>(i % 100 + 1));
        EXPECT_EQ(scores[6], -3);
    }
}

TEST(SparseTable, noticesDamage)
{
    const std::string bytes = SparseTable::bytesOf(rows());
    EXPECT_FALSE(SparseTable::open(Aligned(bytes).view(), 6)) << "a label beyond the classes";
    EXPECT_FALSE(SparseTable::open(Aligned(bytes.substr(0, bytes.size() - 1)).view(), 7));
    EXPECT_FALSE(SparseTable::open(Aligned(bytes + "x").view(), 7));
    EXPECT_FALSE(SparseTable::open({}, 7));
    std::string wild = bytes;
    wild[64 + 5] = '\x7f'; // where the weights of the first slot begin
    EXPECT_FALSE(SparseTable::open(Aligned(wild).view(), 7));
}

TEST(WordClusters, knowTheirWords)
{
    const std::vector<std::pair<Feature, WordClusters::Classes>> words = {
        {WordClusters::wordOf("Velmar"), {3, 1}}, {WordClusters::wordOf("velmar"), {4, 2}}, {WordClusters::wordOf("1643"), {5, 2}}};
    const Aligned bytes(WordClusters::bytesOf(words));
    const auto clusters = WordClusters::open(bytes.view());
    ASSERT_TRUE(clusters);
    EXPECT_EQ(clusters->of(WordClusters::wordOf("Velmar")).fine, 3);
    EXPECT_EQ(clusters->of(WordClusters::wordOf("velmar")).fine, 4);
    EXPECT_EQ(clusters->of(WordClusters::wordOf("2011")).coarse, 2) << "digits are all alike";
    EXPECT_EQ(clusters->of(WordClusters::wordOf("Quillon")).fine, 0);
    EXPECT_EQ(WordClusters().of(WordClusters::wordOf("Velmar")).fine, 0);
    EXPECT_FALSE(WordClusters::open(bytes.view().substr(1)));
}
