// SPDX-License-Identifier: GPL-3.0-or-later
// With the real engine: reading again changes nothing that a person decided.
#include "tests/core/library/library-fixture.h"

namespace skein {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::Not;

std::shared_ptr<const Engine> engine()
{
    static const auto loaded = Engine::load(std::filesystem::path(SKEIN_SOURCE_DIR) / "resources");
    return loaded ? *loaded : nullptr;
}

Source article()
{
    return {"Meta released Muse Spark in April 2026. Mark Zuckerberg praised Alexandr Wang.\n\n"
            "Scale AI is an American company in San Francisco.\n",
            "article.txt", "", "text/plain"};
}

TEST_F(LibraryTest, rebuildKeepsDecisionsAndGivesTheSameBytes)
{
    ASSERT_TRUE(engine());
    const Cancel cancel;
    const auto read = digest(article(), *engine(), cancel);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->engine, engine()->version());
    auto library = make({*read});
    ASSERT_TRUE(library.decide(RenameEntity{find(library, "Scale AI"), "Scale"}));
    ASSERT_TRUE(library.decide(RejectEntity{find(library, "Alexandr Wang")}));
    const auto before = *library.exportJson();
    double last = 0;
    ASSERT_TRUE(library.rebuild(*engine(), cancel, [&](double share) { last = share; }));
    EXPECT_EQ(last, 1.0);
    EXPECT_EQ(*library.exportJson(), before);
    EXPECT_THAT(names(library), Contains("Scale"));
    EXPECT_THAT(names(library), Not(Contains("Alexandr Wang")));
    EXPECT_THAT(*library.verify({}), IsEmpty());
}

TEST_F(LibraryTest, rebuildReplacesAnOldReading)
{
    ASSERT_TRUE(engine());
    DigestBuilder old(article().bytes, "article.txt");
    old.entity("place", {"Muse"});
    auto library = make({old});
    EXPECT_THAT(names(library), testing::ElementsAre("Muse"));
    Cancel cancel;
    ASSERT_TRUE(library.rebuild(*engine(), cancel, {}));
    EXPECT_THAT(names(library), Contains("Scale AI"));
    EXPECT_THAT(names(library), Not(Contains("Muse")));
}

TEST_F(LibraryTest, anyNumberOfThreadsReadsTheSame)
{
    ASSERT_TRUE(engine());
    const Cancel cancel;
    std::vector<Digest> old;
    for (int i = 0; i < 40; ++i) { // more than one round, whatever the number of threads
        const std::string name = std::to_string(i);
        Source source{"Norvik " + name + " Inc. acquired Zorvex " + name + " Inc. in 20" + std::to_string(10 + i) + ".\n", name + ".txt", "", "text/plain"};
        auto read = digest(std::move(source), *engine(), cancel);
        ASSERT_TRUE(read);
        read->analysis.claims.clear(); // as an engine that finds less would have left it
        old.push_back(std::move(*read));
    }
    std::string first;
    for (const std::size_t jobs : {1u, 2u, 3u, 16u}) {
        auto library = make(old, std::to_string(jobs) + ".skein");
        std::vector<double> shares;
        const auto reread = library.rebuild(*engine(), cancel, [&](double share) { shares.push_back(share); }, jobs);
        ASSERT_TRUE(reread) << reread.error().detail;
        EXPECT_EQ(reread->documents, 40u);
        EXPECT_GE(reread->claimsAdded, 40u);
        EXPECT_EQ(shares.size(), 40u);
        EXPECT_TRUE(std::ranges::is_sorted(shares));
        std::string found = *library.exportJson();
        for (const ClaimChange& change : reread->changes) found += change.subject + change.label + change.object + change.quote + '\n';
        if (first.empty()) first = found;
        EXPECT_EQ(found, first) << jobs;
    }
}

TEST_F(LibraryTest, aCancelledRebuildChangesNothing)
{
    ASSERT_TRUE(engine());
    auto library = make({investment(), release()});
    const auto before = *library.exportJson();
    Cancel cancel;
    const auto rebuilt = library.rebuild(*engine(), cancel, [&](double) { cancel.raise(); });
    ASSERT_FALSE(rebuilt);
    EXPECT_EQ(rebuilt.error().code, Errc::cancelled);
    EXPECT_EQ(*library.exportJson(), before);
}

} // namespace
} // namespace skein
