// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/suggest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace skein::store {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct Known {
    const char* type;
    const char* name;
    std::uint32_t mentions = 5;
    std::vector<std::uint64_t> documents = {};
    std::vector<std::uint64_t> neighbours = {}; // by place in the list, from 1
};

std::vector<KnownEntity> entities(const std::vector<Known>& list)
{
    std::vector<KnownEntity> result;
    std::uint64_t id = 0;
    for (const auto& known : list) {
        KnownEntity entity{.id = EntityId{++id}};
        entity.type = known.type;
        entity.name = known.name;
        entity.mentions = known.mentions;
        for (const auto document : known.documents) entity.documents.push_back(DocumentId{document});
        for (const auto neighbour : known.neighbours) entity.neighbours.push_back(EntityId{neighbour});
        result.push_back(std::move(entity));
    }
    return result;
}

// "kept < merged", the best first.
std::vector<std::string> suggested(const std::vector<Known>& list)
{
    std::vector<std::string> result;
    for (const auto& one : suggestMerges(entities(list), 100)) result.push_back(one.keptName + " < " + one.mergedName);
    return result;
}

TEST(Suggest, spellingsOfOneName)
{
    EXPECT_THAT(suggested({{"organization", "Café Léonie"}, {"organization", "Cafe Leonie"}}), testing::SizeIs(1));
    EXPECT_THAT(suggested({{"organization", "Velmari, Inc."}, {"organization", "Velmari"}}), testing::SizeIs(1));
    EXPECT_THAT(suggested({{"person", "Ondrej Zelinka"}, {"person", "Ondrej Zelinca", 2}}),
                ElementsAre("Ondrej Zelinka < Ondrej Zelinca"));
    EXPECT_THAT(suggested({{"place", "Tarn"}, {"place", "Turn"}}), IsEmpty());
}

TEST(Suggest, anotherVersionIsAnotherThing)
{
    EXPECT_THAT(suggested({{"product", "Quillon 4"}, {"product", "Quillon 5"}, {"product", "Quillon"}}), IsEmpty());
}

TEST(Suggest, acronymsAndShortForms)
{
    EXPECT_THAT(suggested({{"organization", "Institute of Velmar Ice"}, {"organization", "IVI"}}),
                ElementsAre("Institute of Velmar Ice < IVI"));
    EXPECT_THAT(suggested({{"organization", "Velmar Ice Institute"}, {"organization", "VIX"}}), IsEmpty());
    EXPECT_THAT(suggested({{"organization", "Brightvale Media"}, {"organization", "Brightvale"}}),
                ElementsAre("Brightvale Media < Brightvale"));
}

TEST(Suggest, surnamesAndInitials)
{
    EXPECT_THAT(suggested({{"person", "Tomas Brandt"}, {"person", "Brandt"}}), ElementsAre("Tomas Brandt < Brandt"));
    EXPECT_THAT(suggested({{"person", "Tomas Brandt"}, {"person", "T. Brandt"}}), ElementsAre("Tomas Brandt < T. Brandt"));
    // Two full names that share a surname are two people.
    EXPECT_THAT(suggested({{"person", "Tomas Brandt"}, {"person", "Eva Brandt"}}), IsEmpty());
}

TEST(Suggest, commonNeighboursRaiseAndRivalsLower)
{
    const auto score = [](const std::vector<Known>& list) { return suggestMerges(entities(list), 1).at(0).score; };
    const double alone = score({{"person", "Tomas Brandt"}, {"person", "Brandt"}});
    const double near = score({{"person", "Tomas Brandt", 5, {}, {3}}, {"person", "Brandt", 5, {}, {3}}, {"organization", "Velmari"}});
    const double torn = score({{"person", "Tomas Brandt"}, {"person", "Eva Brandt"}, {"person", "Brandt"}});
    const double together = score({{"person", "Tomas Brandt", 5, {1}}, {"person", "Brandt", 5, {1}}});
    EXPECT_GT(near, alone);
    EXPECT_LT(torn, alone);
    EXPECT_LT(together, alone);
}

TEST(Suggest, theReasonIsASentence)
{
    const auto one = suggestMerges(
        entities({{"person", "Tomas Brandt", 5, {}, {3}}, {"person", "Brandt", 5, {}, {3}}, {"organization", "Velmari"}}), 1);
    ASSERT_EQ(one.size(), 1u);
    EXPECT_EQ(one[0].reason, "“Brandt” is the surname of “Tomas Brandt”; both are connected with Velmari.");
}

TEST(Suggest, theOrderOfTheEntitiesDoesNotMatter)
{
    auto list = entities({{"person", "Tomas Brandt"}, {"person", "Brandt"}, {"person", "Eva Brandt"}, {"organization", "IVI"},
                          {"organization", "Institute of Velmar Ice"}, {"product", "IVI"}});
    const auto before = suggestMerges(list, 100);
    std::ranges::reverse(list);
    EXPECT_EQ(suggestMerges(list, 100), before);
    EXPECT_EQ(before.size(), 4u);
}

} // namespace
} // namespace skein::store
