// SPDX-License-Identifier: GPL-3.0-or-later
// With the real engine: what a library is taught is a decision like others, and its sources are read by it.
#include "tests/core/library/library-fixture.h"

namespace skein {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::Not;

constexpr const char* arms = "type weapon\n\nrelation supplies organization|person -> weapon\n    inverse: is supplied by\n\n"
                             "rule deliveries for supplies\n    S {deliver} ( the|a )? O\n\n"
                             "names organization\n    Velmari Works | Velmari\n\nnames weapon\n    Kestrel 9 | K-9\n";

const Engine& shipped()
{
    static const auto loaded = Engine::load(std::filesystem::path(SKEIN_SOURCE_DIR) / "resources");
    if (!loaded) throw std::runtime_error(loaded.error().detail);
    return **loaded;
}

std::shared_ptr<const Engine> taught(const std::string& additions)
{
    const auto extended = shipped().extended(additions, "additions");
    if (!extended) throw std::runtime_error(toString(extended.error().front()));
    return *extended;
}

class TeachTest : public LibraryTest {
protected:
    Library library = make({*digest({"Velmari delivered the K-9.\n\nMark Zuckerberg praised Alexandr Wang.\n", "article.txt", "", "text/plain"},
                                    shipped(), Cancel())});
};

TEST_F(TeachTest, readsAllSourcesAgain)
{
    ASSERT_TRUE(library.decide(RejectEntity{find(library, "Alexandr Wang")}));
    EXPECT_EQ(*library.additions(), "");
    double last = 0;
    const auto engine = taught(arms);
    EXPECT_EQ(*library.outdated(*engine), 1u);
    const auto reread = library.teach(arms, *engine, Cancel(), [&](double share) { last = share; });
    ASSERT_TRUE(reread) << reread.error().detail;
    EXPECT_EQ(last, 1.0);
    EXPECT_EQ(*library.additions(), arms);
    EXPECT_EQ(*library.outdated(*engine), 0u);
    EXPECT_EQ(reread->documents, 1u);
    EXPECT_EQ(reread->claimsAdded, 1u);
    EXPECT_EQ(reread->claimsRemoved, 0u);
    EXPECT_GE(reread->mentionsAdded, 2u);
    ASSERT_EQ(reread->changes.size(), 1u);
    EXPECT_TRUE(reread->changes[0].isAdded);
    EXPECT_EQ(reread->changes[0].subject + " " + reread->changes[0].label + " " + reread->changes[0].object,
              "Velmari Works supplies Kestrel 9");
    EXPECT_EQ(reread->changes[0].quote, "Velmari delivered the K-9.");
    EXPECT_THAT(names(library), Contains("Kestrel 9"));
    EXPECT_THAT(names(library), Not(Contains("Alexandr Wang"))) << "decisions are replayed";
    EXPECT_EQ(library.operations()->back().kind, "teach");
    EXPECT_THAT(*library.verify({}), IsEmpty());
}

TEST_F(TeachTest, isTakenBackLikeEveryDecision)
{
    const auto before = *library.exportJson();
    ASSERT_TRUE(library.teach(arms, *taught(arms), Cancel(), {}));
    const auto first = library.operations()->back().id;
    const std::string second = "names product\n    Quill Two\n";
    ASSERT_TRUE(library.teach(second, *taught(second), Cancel(), {}));
    ASSERT_TRUE(library.undo(library.operations()->back().id));
    EXPECT_EQ(*library.additions(), arms);
    ASSERT_TRUE(library.undo(first));
    EXPECT_EQ(*library.additions(), "");
    const auto reread = library.rebuild(shipped(), Cancel(), {});
    ASSERT_TRUE(reread);
    EXPECT_EQ(*library.exportJson(), before);
    ASSERT_TRUE(library.redo(first));
    EXPECT_EQ(*library.additions(), arms);
    EXPECT_THAT(*library.verify({}), IsEmpty());
}

TEST_F(TeachTest, takingTheTextAwayTakesItsClaimsAway)
{
    ASSERT_TRUE(library.teach(arms, *taught(arms), Cancel(), {}));
    const auto reread = library.teach("", shipped(), Cancel(), {});
    ASSERT_TRUE(reread);
    EXPECT_EQ(reread->claimsRemoved, 1u);
    ASSERT_EQ(reread->changes.size(), 1u);
    EXPECT_FALSE(reread->changes[0].isAdded);
    EXPECT_THAT(names(library), Not(Contains("Kestrel 9")));
}

TEST_F(TeachTest, cancelledItChangesNothing)
{
    const auto before = *library.exportJson();
    Cancel cancel;
    cancel.raise();
    const auto reread = library.teach(arms, *taught(arms), cancel, {});
    ASSERT_FALSE(reread);
    EXPECT_EQ(reread.error().code, Errc::cancelled);
    EXPECT_EQ(*library.additions(), "");
    EXPECT_THAT(*library.operations(), IsEmpty());
    EXPECT_EQ(*library.exportJson(), before);
}

TEST_F(TeachTest, relationsReadAsTheyWereTaughtLast)
{
    ASSERT_TRUE(library.teach(arms, *taught(arms), Cancel(), {}));
    std::string other = arms;
    other.replace(other.find("is supplied by"), 14, "gets its arms from");
    ASSERT_TRUE(library.teach(other, *taught(other), Cancel(), {}));
    const auto weapon = library.entity(find(library, "Kestrel 9"));
    ASSERT_TRUE(weapon);
    ASSERT_EQ(weapon->neighbours.size(), 1u);
    EXPECT_EQ(weapon->neighbours[0].label, "gets its arms from");
}

TEST_F(TeachTest, whatIsNotUtf8IsRefused)
{
    EXPECT_EQ(library.teach("names product\n  Qu\xFFll\n", shipped(), Cancel(), {}).error().code, Errc::badSyntax);
    EXPECT_THAT(*library.operations(), IsEmpty());
}

TEST(Differences, saysWhatCameAndWent)
{
    const Document document = *importDocument({"Velmari delivered the K-9. The K-9 flew.", "a.txt", "", "text/plain"}, Cancel());
    const auto before = *shipped().analyse(document, Cancel());
    const auto after = *taught(arms)->analyse(document, Cancel());
    EXPECT_THAT(differences(before, before), IsEmpty());
    const auto changes = differences(before, after);
    const auto claim = std::ranges::find_if(changes, [](const ReadingChange& c) { return c.isClaim; });
    ASSERT_NE(claim, changes.end());
    EXPECT_EQ(*claim, (ReadingChange{true, true, {0, 26}, "Velmari Works", "supplies", "Kestrel 9"}));
    EXPECT_THAT(changes, Contains(ReadingChange{false, true, {22, 25}, "Kestrel 9", "weapon", {}, 2}));
    for (const ReadingChange& change : differences(after, before))
        EXPECT_FALSE(change.isClaim && change.isAdded);
}

} // namespace
} // namespace skein
