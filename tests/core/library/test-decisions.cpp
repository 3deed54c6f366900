// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/library/library-fixture.h"

namespace skein {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class DecisionTest : public LibraryTest {
protected:
    Library library = make({investment(), release()});

    void expectSound() { EXPECT_THAT(*library.verify({}), IsEmpty()); }
};

TEST_F(DecisionTest, aRejectedClaimIsNoEdge)
{
    const auto meta = find(library, "Meta"), scale = find(library, "Scale AI");
    const auto quote = library.quotes(meta, scale)->front();
    const auto before = *library.graph();
    const auto operation = *library.decide(RejectClaim{quote.claim});
    EXPECT_EQ(library.operations()->back().subject, "Meta invested in Scale AI");
    EXPECT_THAT(*library.quotes(meta, scale), IsEmpty());
    EXPECT_EQ(library.graph()->edges.size(), before.edges.size() - 1);
    expectSound();
    ASSERT_TRUE(library.undo(operation));
    EXPECT_EQ(*library.graph(), before);
    ASSERT_TRUE(library.redo(operation));
    EXPECT_EQ(library.graph()->edges.size(), before.edges.size() - 1);
}

TEST_F(DecisionTest, theLastWordOnAClaimCounts)
{
    const auto meta = find(library, "Meta"), scale = find(library, "Scale AI");
    const auto claim = library.quotes(meta, scale)->front().claim;
    ASSERT_TRUE(library.decide(RejectClaim{claim}));
    const auto accepted = *library.decide(AcceptClaim{claim});
    EXPECT_EQ(library.quotes(meta, scale)->front().status, ClaimStatus::accepted);
    ASSERT_TRUE(library.undo(accepted));
    EXPECT_THAT(*library.quotes(meta, scale), IsEmpty());
}

TEST_F(DecisionTest, renameKeepsTheIdAndTheOldName)
{
    const auto meta = find(library, "Meta");
    ASSERT_TRUE(library.decide(RenameEntity{meta, "Meta Platforms"}));
    const auto details = *library.entity(meta);
    EXPECT_EQ(details.name, "Meta Platforms");
    EXPECT_THAT(details.aliases, ElementsAre("Meta"));
    EXPECT_EQ(library.search("meta plat", 5)->entities.front().id, meta);
    expectSound();
}

TEST_F(DecisionTest, retype)
{
    const auto scale = find(library, "Scale AI");
    const auto operation = *library.decide(RetypeEntity{scale, "product"});
    EXPECT_EQ(library.entity(scale)->type, "product");
    ASSERT_TRUE(library.undo(operation));
    EXPECT_EQ(library.entity(scale)->type, "organization");
}

TEST_F(DecisionTest, mergeJoinsMentionsClaimsAndNames)
{
    const auto meta = find(library, "Meta"), google = find(library, "Google");
    const auto before = *library.graph();
    const auto operation = *library.decide(MergeEntities{meta, google});
    EXPECT_THAT(names(library), ElementsAre("Alexandr Wang", "Mark Zuckerberg", "Meta", "Scale AI"));
    const auto details = *library.entity(meta);
    EXPECT_THAT(details.aliases, ElementsAre("Google"));
    EXPECT_EQ(details.mentions, 6u);
    EXPECT_EQ(library.graph()->edges.size(), 2u); // it does not compete with itself
    expectSound();
    // A decision on the merged entity now is one on the entity that it became part of.
    EXPECT_EQ(library.decide(RenameEntity{google, "Alphabet"}).error().code, Errc::notFound);
    ASSERT_TRUE(library.undo(operation));
    EXPECT_EQ(*library.graph(), before);
}

TEST_F(DecisionTest, earlierDecisionsCanBeUndoneUnderLaterOnes)
{
    const auto meta = find(library, "Meta"), google = find(library, "Google");
    const auto renamed = *library.decide(RenameEntity{google, "Alphabet"});
    const auto merged = *library.decide(MergeEntities{meta, google});
    ASSERT_TRUE(library.undo(renamed));
    EXPECT_THAT(library.entity(meta)->aliases, ElementsAre("Google"));
    ASSERT_TRUE(library.undo(merged));
    EXPECT_EQ(library.entity(google)->name, "Google");
    const auto operations = *library.operations();
    ASSERT_EQ(operations.size(), 2u);
    EXPECT_EQ(operations[0], (OperationSummary{renamed, "rename-entity",
                                               "{\"entity\":\"" + toString(google) + "\",\"name\":\"Alphabet\"}", true, "Google"}));
    EXPECT_TRUE(operations[1].isUndone);
    expectSound();
}

TEST_F(DecisionTest, mergesDoNotRunInCircles)
{
    const auto meta = find(library, "Meta"), google = find(library, "Google"), scale = find(library, "Scale AI");
    const auto first = *library.decide(MergeEntities{meta, google});
    ASSERT_TRUE(library.decide(MergeEntities{scale, meta}));
    ASSERT_TRUE(library.undo(first));
    ASSERT_TRUE(library.decide(MergeEntities{google, scale}));
    ASSERT_TRUE(library.redo(first)); // meta takes google, scale takes meta, and scale is in google: no third step
    EXPECT_THAT(names(library), ElementsAre("Alexandr Wang", "Mark Zuckerberg", "Scale AI"));
    expectSound();
}

TEST_F(DecisionTest, aRejectedEntityTakesItsMentionsAndClaimsWithIt)
{
    const auto scale = find(library, "Scale AI");
    const auto operation = *library.decide(RejectEntity{scale});
    EXPECT_EQ(library.graph()->nodes.size(), 4u);
    EXPECT_EQ(library.graph()->edges.size(), 1u);
    const auto document = *library.document(investment().id);
    for (const auto& mention : document.mentions) EXPECT_NE(mention.entity, scale);
    EXPECT_THAT(library.search("scale", 5)->entities, IsEmpty());
    EXPECT_FALSE(library.search("scale", 5)->hits.empty()); // the text still says so
    EXPECT_EQ(library.exportJson()->find(toString(scale)), std::string::npos);
    expectSound();
    ASSERT_TRUE(library.undo(operation));
    EXPECT_EQ(library.graph()->nodes.size(), 5u);
}

TEST_F(DecisionTest, survivesRemovalAndReturnOfTheSource)
{
    const auto scale = find(library, "Scale AI");
    const auto claim = library.quotes(find(library, "Meta"), scale)->front().claim;
    ASSERT_TRUE(library.decide(RenameEntity{scale, "Scale"}));
    ASSERT_TRUE(library.decide(RejectClaim{claim}));
    ASSERT_TRUE(library.setPin(scale, Point{1, 2}));
    ASSERT_TRUE(library.remove(investment().id));
    EXPECT_THAT(*library.pins(), IsEmpty());
    expectSound();
    ASSERT_TRUE(library.add({investment()}));
    EXPECT_EQ(library.entity(scale)->name, "Scale");
    EXPECT_EQ(library.pins()->size(), 1u);
    EXPECT_EQ(library.graph()->edges.size(), 2u);
}

TEST_F(DecisionTest, refusesWhatMakesNoSense)
{
    const auto meta = find(library, "Meta");
    EXPECT_EQ(library.decide(RejectClaim{ClaimId{1}}).error().code, Errc::notFound);
    EXPECT_EQ(library.decide(RejectEntity{EntityId{1}}).error().code, Errc::notFound);
    EXPECT_EQ(library.decide(RenameEntity{meta, " \n"}).error().code, Errc::badSyntax);
    EXPECT_EQ(library.decide(RenameEntity{meta, "\xff"}).error().code, Errc::badSyntax);
    EXPECT_EQ(library.decide(RetypeEntity{meta, ""}).error().code, Errc::badSyntax);
    EXPECT_EQ(library.decide(MergeEntities{meta, meta}).error().code, Errc::badSyntax);
    EXPECT_EQ(library.undo(OperationId{1}).error().code, Errc::notFound);
    EXPECT_THAT(*library.operations(), IsEmpty());
}

TEST_F(DecisionTest, undoTwiceIsUndoOnce)
{
    const auto operation = *library.decide(RejectEntity{find(library, "Meta")});
    ASSERT_TRUE(library.undo(operation));
    ASSERT_TRUE(library.undo(operation));
    EXPECT_EQ(library.graph()->nodes.size(), 5u);
    ASSERT_TRUE(library.redo(operation));
    EXPECT_EQ(library.graph()->nodes.size(), 4u);
}

} // namespace
} // namespace skein
