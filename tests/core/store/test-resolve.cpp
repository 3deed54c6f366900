// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/resolve.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <map>

namespace skein::store {
namespace {

using testing::ElementsAre;

struct Named {
    int document;
    const char* type;
    const char* name;
    std::vector<std::string> aliases = {};
    std::uint32_t mentions = 1;
};

std::vector<LocalEntity> locals(const std::vector<Named>& named)
{
    std::vector<LocalEntity> locals;
    std::map<int, std::uint32_t> ordinals;
    for (const auto& [document, type, name, aliases, mentions] : named)
        locals.push_back({DocumentId{static_cast<std::uint64_t>(document)}, ordinals[document]++, type, name, aliases, mentions});
    return locals;
}

// What each named thing became: "type:name", and "#n" where several entities have the same.
std::vector<std::string> linked(const std::vector<Named>& named)
{
    const auto resolution = resolve(locals(named));
    std::vector<std::string> words;
    std::map<std::string, std::vector<EntityId>> seen;
    for (const auto link : resolution.links) {
        const auto& entity = resolution.entities[link];
        auto word = entity.type + ":" + entity.name;
        auto& ids = seen[word];
        auto found = std::ranges::find(ids, entity.id);
        if (found == ids.end()) found = ids.insert(ids.end(), entity.id);
        if (found != ids.begin()) word += "#" + std::to_string(found - ids.begin() + 1);
        words.push_back(word);
    }
    return words;
}

TEST(Resolve, equalNameAndTypeLink)
{
    EXPECT_THAT(linked({{1, "organization", "Scale AI"}, {2, "organization", "SCALE  AI"}, {3, "organization", "Scale AI"}}),
                ElementsAre("organization:Scale AI", "organization:Scale AI", "organization:Scale AI"));
}

TEST(Resolve, theUsualSpellingIsTheName)
{
    EXPECT_THAT(linked({{1, "organization", "OPENAI", {}, 2}, {2, "organization", "OpenAI", {}, 3}}),
                ElementsAre("organization:OpenAI", "organization:OpenAI"));
}

TEST(Resolve, typesStayApartUnlessOneDominates)
{
    EXPECT_THAT(linked({{1, "person", "Jordan", {}, 3}, {2, "place", "Jordan", {}, 4}}),
                ElementsAre("person:Jordan", "place:Jordan"));
    EXPECT_THAT(linked({{1, "product", "Meta", {}, 1}, {2, "organization", "Meta", {}, 4}}),
                ElementsAre("organization:Meta", "organization:Meta"));
    EXPECT_THAT(linked({{1, "product", "Meta", {}, 1}, {2, "organization", "Meta", {}, 3}}),
                ElementsAre("product:Meta", "organization:Meta"));
    EXPECT_THAT(linked({{1, "product", "X", {}, 1}, {2, "organization", "X", {}, 7}, {3, "place", "X", {}, 1}}),
                ElementsAre("product:X", "organization:X", "place:X"));
}

TEST(Resolve, theTypeOfMostDocumentsDominates)
{
    EXPECT_THAT(linked({{1, "product", "Lumo", {}, 3}, {2, "product", "Lumo", {}, 2}, {3, "product", "Lumo", {}, 1}, {4, "organization", "Lumo", {}, 4}}),
                ElementsAre("product:Lumo", "product:Lumo", "product:Lumo", "product:Lumo"));
    EXPECT_THAT(linked({{1, "product", "Lumo", {}, 3}, {2, "product", "Lumo", {}, 3}, {3, "organization", "Lumo", {}, 2}}),
                ElementsAre("product:Lumo", "product:Lumo", "organization:Lumo"));
    // One document that speaks of a Jordan of its own, and often.
    EXPECT_THAT(linked({{1, "place", "Jordan"}, {2, "place", "Jordan"}, {3, "place", "Jordan"}, {4, "person", "Jordan", {}, 9}}),
                ElementsAre("place:Jordan", "place:Jordan", "place:Jordan", "person:Jordan"));
}

TEST(Resolve, shortFormLinksToTheOneThatHasIt)
{
    EXPECT_THAT(linked({{1, "person", "Mark Zuckerberg", {"Zuckerberg"}}, {2, "person", "Zuckerberg"}, {3, "person", "Zuckerberg"}}),
                ElementsAre("person:Mark Zuckerberg", "person:Mark Zuckerberg", "person:Mark Zuckerberg"));
    EXPECT_THAT(linked({{1, "organization", "Meta Superintelligence Labs", {"MSL"}}, {2, "organization", "MSL"}, {3, "organization", "MSL"}}),
                ElementsAre("organization:Meta Superintelligence Labs", "organization:Meta Superintelligence Labs",
                            "organization:Meta Superintelligence Labs"));
}

TEST(Resolve, shortFormOfAnotherTypeDoesNotLink)
{
    EXPECT_THAT(linked({{1, "organization", "Ford Motor Company", {"Ford"}}, {2, "person", "Ford"}}),
                ElementsAre("organization:Ford Motor Company", "person:Ford"));
}

TEST(Resolve, ambiguousShortFormsAreOnePerDocument)
{
    EXPECT_THAT(linked({{1, "person", "Mark Zuckerberg", {"Zuckerberg"}},
                        {2, "person", "Randi Zuckerberg", {"Zuckerberg"}},
                        {3, "person", "Zuckerberg"},
                        {4, "person", "Zuckerberg"}}),
                ElementsAre("person:Mark Zuckerberg", "person:Randi Zuckerberg", "person:Zuckerberg", "person:Zuckerberg#2"));
}

TEST(Resolve, aNameOfItsOwnIsNotAShortForm)
{
    EXPECT_THAT(linked({{1, "organization", "Apple Records", {"Apple"}}, {2, "organization", "Apple"}, {3, "organization", "Apple"}}),
                ElementsAre("organization:Apple Records", "organization:Apple", "organization:Apple"));
    EXPECT_THAT(linked({{1, "organization", "Scale AI", {"Scale"}}, {2, "organization", "Scale"}}),
                ElementsAre("organization:Scale AI", "organization:Scale AI"));
}

TEST(Resolve, notEveryMikeIsTheOneWhoseFullNameIsKnown)
{
    EXPECT_THAT(linked({{1, "person", "Mike Judge", {"Mike"}}, {2, "person", "Mike"}, {3, "person", "Mike"}}),
                ElementsAre("person:Mike Judge", "person:Mike", "person:Mike"));
    EXPECT_THAT(linked({{1, "person", "Mike Judge", {"Judge"}}, {2, "person", "Judge"}, {3, "person", "Judge"}}),
                ElementsAre("person:Mike Judge", "person:Mike Judge", "person:Mike Judge"));
}

TEST(Resolve, neverThroughAThird)
{
    // "Sam" is an alias of "Sam Altman" only, which is an alias of "Samuel Harris Altman": two steps.
    EXPECT_THAT(linked({{1, "person", "Samuel Harris Altman", {"Sam Altman"}}, {2, "person", "Sam Altman", {"Sam"}}, {3, "person", "Sam"}}),
                ElementsAre("person:Samuel Harris Altman", "person:Samuel Harris Altman", "person:Sam"));
    // With evidence of its own it links.
    EXPECT_THAT(linked({{1, "person", "Samuel Harris Altman", {"Sam Altman", "Sam"}}, {2, "person", "Sam Altman", {"Sam"}}, {3, "person", "Sam"}}),
                ElementsAre("person:Samuel Harris Altman", "person:Samuel Harris Altman", "person:Samuel Harris Altman"));
}

TEST(Resolve, longerNameNeverLinksToAShorterOne)
{
    EXPECT_THAT(linked({{1, "organization", "Meta", {"Facebook"}}, {2, "organization", "Facebook"}}),
                ElementsAre("organization:Meta", "organization:Facebook"));
}

TEST(Resolve, namesThatFoldToNothingKeepTheirBytes)
{
    EXPECT_THAT(linked({{1, "work", "..."}, {2, "work", ","}}), ElementsAre("work:...", "work:,"));
}

TEST(Resolve, doesNotDependOnTheOrder)
{
    auto names = locals({{1, "person", "Mark Zuckerberg", {"Zuckerberg"}, 3},
                         {2, "person", "Randi Zuckerberg", {"Zuckerberg"}},
                         {3, "person", "Zuckerberg"},
                         {4, "person", "Zuckerberg"},
                         {5, "organization", "META", {}, 2},
                         {6, "organization", "Meta", {}, 2},
                         {7, "product", "Meta", {}, 1},
                         {8, "organization", "Meta Platforms", {"Meta"}},
                         {9, "person", "Sam Altman", {"Sam"}},
                         {9, "person", "Sam"}});
    const auto expected = resolve(names).entities;
    std::mt19937 random(1);
    for (int i = 0; i < 50; ++i) {
        std::ranges::shuffle(names, random);
        EXPECT_EQ(resolve(names).entities, expected);
    }
}

TEST(Resolve, idsAreMadeFromTypeAndName)
{
    EXPECT_EQ(resolve(locals({{1, "organization", "Scale AI"}})).entities[0].id, entityId("organization", "scale ai"));
    EXPECT_EQ(toString(entityId("organization", "meta")), "e14e6a9b1caaee10f"); // must never change: decisions name it
}

} // namespace
} // namespace skein::store
