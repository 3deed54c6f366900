// SPDX-License-Identifier: GPL-3.0-or-later
// paths and groups of a library that was read from two short texts; and the words for what they find.
#include "app/insight-words.h"
#include "tests/cli/cli-fixture.h"
#include "tests/pixels/story.h"

#include <nlohmann/json.hpp>

namespace skein {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

constexpr const char* first = "Mark Zuckerberg is the CEO of Meta. Meta invested in Scale AI. Alexandr Wang founded Scale AI.\n";
constexpr const char* second = "Scale AI competes with Surge AI. Google acquired Wiz.\n";

class ConnectTest : public CliTest {
protected:
    void SetUp() override
    {
        write("first.txt", first);
        write("second.txt", second);
        ASSERT_EQ(run("$S import l.skein first.txt second.txt").status, 0);
    }
};

TEST_F(ConnectTest, pathsTellEachStepWithItsQuote)
{
    const auto told = run("$S paths l.skein 'Mark Zuckerberg' 'surge ai'");
    EXPECT_EQ(told.status, 0) << told.err;
    EXPECT_THAT(told.out, StartsWith("1. Mark Zuckerberg → Meta → Scale AI → Surge AI (3 steps)\n"));
    EXPECT_THAT(told.out, HasSubstr("     Meta – invested in – Scale AI\n         “Meta invested in Scale AI.” – "));
    EXPECT_THAT(told.out, HasSubstr("“Scale AI competes with Surge AI.”"));
    EXPECT_THAT(told.err, IsEmpty());

    const auto found = json::parse(run("$S paths l.skein 'Surge AI' Meta --json").out);
    ASSERT_EQ(found["paths"].size(), 1u);
    EXPECT_EQ(found["paths"][0]["nodes"].size(), 3u);
    EXPECT_EQ(found["paths"][0]["steps"][1]["source"]["name"], "Meta") << "a step keeps the direction of its claims";
    EXPECT_EQ(found["paths"][0]["steps"][1]["quote"], "Meta invested in Scale AI.");
}

TEST_F(ConnectTest, pathsOfSeveralJoinThemAll)
{
    const auto told = run("$S paths l.skein 'Mark Zuckerberg' 'Alexandr Wang' 'Surge AI' Google");
    EXPECT_EQ(told.status, 0) << told.err;
    EXPECT_THAT(told.out, StartsWith("4 connections over "));
    EXPECT_THAT(told.out, AllOf(HasSubstr("Meta"), HasSubstr("Scale AI"), EndsWith("Nothing connects Google with Mark Zuckerberg.\n")));
    const auto found = json::parse(run("$S paths l.skein 'Mark Zuckerberg' 'Alexandr Wang' 'Surge AI' Google --json").out);
    EXPECT_EQ(found["steps"].size(), 4u);
    EXPECT_EQ(found["nodes"].size(), 5u);
    EXPECT_EQ(found["stranded"][0]["name"], "Google");
}

TEST_F(ConnectTest, pathsSayWhatIsWrong)
{
    const auto none = run("$S paths l.skein Meta Wiz");
    EXPECT_EQ(none.status, 0);
    EXPECT_EQ(none.out, "Nothing connects Meta with Wiz.\n");
    const auto unknown = run("$S paths l.skein Meta Zorbl");
    EXPECT_EQ(unknown.status, 1);
    EXPECT_EQ(unknown.err, "skein-cli: There is no entity “Zorbl” in the library; skein-cli search helps to find names.\n");
    const auto near = run("$S paths l.skein Meta Zuckerb");
    EXPECT_EQ(near.err, "skein-cli: There is no entity “Zuckerb” in the library; did you mean “Mark Zuckerberg”?\n");
    const auto one = run("$S paths l.skein Meta meta");
    EXPECT_EQ(one.status, 1);
    EXPECT_EQ(one.err, "skein-cli: “Meta” and “meta” are one entity; name two.\n");
    EXPECT_EQ(run("$S paths l.skein Meta").status, 2);
    EXPECT_EQ(run("$S paths l.skein Meta Wiz --limit 0").status, 2);
    EXPECT_EQ(run("$S paths none.skein Meta Wiz").status, 3);
}

TEST_F(ConnectTest, groupsTellMembersAndWhatJoinsThem)
{
    const auto told = run("$S groups l.skein");
    EXPECT_EQ(told.status, 0) << told.err;
    EXPECT_THAT(told.out, StartsWith("1 group, "));
    // Which of the two is held by the surer claim is the model's business.
    EXPECT_THAT(told.out, testing::AnyOf(HasSubstr("3 members, 2 connections within, 1 to others\n     Scale AI, Alexandr Wang and Surge AI\n"),
                                         HasSubstr("3 members, 2 connections within, 1 to others\n     Scale AI, Surge AI and Alexandr Wang\n")));
    EXPECT_THAT(told.out, HasSubstr("\nBridges\n  Without Scale AI, 2 entities would be cut off from the rest.\n"));
    const auto found = json::parse(run("$S groups l.skein --json").out);
    EXPECT_EQ(found["groups"][0]["members"].size(), 3u);
    EXPECT_EQ(found["bridges"][0]["node"]["name"], "Scale AI");
    EXPECT_TRUE(found["gaps"].empty());
    EXPECT_EQ(run("$S groups none.skein").status, 3);
    EXPECT_EQ(run("$S groups").status, 2);
}

TEST_F(CliTest, groupsOfAnEmptyLibraryAreNone)
{
    write("nothing.txt", "It rained.\n");
    ASSERT_EQ(run("$S import l.skein nothing.txt").status, 0);
    EXPECT_EQ(run("$S groups l.skein").out, "0 groups, 0 entities in none\n");
}

// Two groups of three: Northwind, Lumen Spark, Mara Eklund; and Halcyon, Orchard Intelligence, Basalt.
Communities twoGroups(const Graph& graph)
{
    Communities groups;
    groups.groupOf.assign(graph.nodes.size(), Communities::none);
    groups.groups = {{0, "Northwind, …", {0, 2, 3}}, {1, "Halcyon, …", {6, 7, 8}}, {2, "Annotate Inc., …", {5, 24, 35}}};
    return groups;
}

TEST(InsightWords, NameThoseTheyAreAbout)
{
    const Graph graph = storyGraph();
    const Communities groups = twoGroups(graph);
    EXPECT_EQ(sentence(graph, groups, Bridge{5, 1, {0}}), "Without Annotate Inc., one entity would be cut off from the rest.");
    EXPECT_EQ(sentence(graph, groups, Bridge{5, 0, {0, 1}}), "Annotate Inc. connects the group of Northwind with that of Halcyon.");
    EXPECT_EQ(sentence(graph, groups, Bridge{5, 4, {0, 1, 2}}),
              "Annotate Inc. connects the group of Northwind with those of Halcyon and Annotate Inc.; without it 4 entities would be cut off.");
    EXPECT_EQ(sentence(graph, groups, Bridge{0, 0, {0, 1}}), "Northwind connects its group with that of Halcyon.");
    EXPECT_EQ(sentence(graph, groups, Joint{0, 1, 6, {}, 3}), "Only Halcyon joins its group with that of Northwind.");
    EXPECT_EQ(sentence(graph, groups, Joint{0, 1, 5, {}, 3}), "Only Annotate Inc. joins the group of Northwind with that of Halcyon.");
    EXPECT_EQ(sentence(graph, groups, Joint{0, 1, 5, 6, 1}),
              "Only what connects Annotate Inc. with Halcyon joins the group of Northwind with that of Halcyon.");
    EXPECT_EQ(sentence(graph, groups, Gap{0, 1, 0, 4.4, 2, 0, {}}),
              "The group of Northwind and that of Halcyon have no connection, where groups of their size have about 4, though 2 sources speak of both.");
    EXPECT_EQ(sentence(graph, groups, Gap{0, 1, 1, 4.6, 0, {}, "organization"}, "organizations"),
              "The group of Northwind and that of Halcyon have only one connection, where groups of their size have about 5, though both are mostly organizations.");
}

TEST(InsightWords, ListNames)
{
    EXPECT_EQ(listed({}, 3), "");
    EXPECT_EQ(listed({"a"}, 3), "a");
    EXPECT_EQ(listed({"a", "b"}, 3), "a and b");
    EXPECT_EQ(listed({"a", "b", "c", "d"}, 3), "a, b, c and d");
    EXPECT_EQ(listed({"a", "b", "c", "d", "e"}, 3), "a, b, c and 2 more");
}

} // namespace
} // namespace skein
