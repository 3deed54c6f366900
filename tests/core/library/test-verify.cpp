// SPDX-License-Identifier: GPL-3.0-or-later
// Each invariant is broken on purpose, behind the library's back; verify must say which one.
#include "tests/core/library/library-fixture.h"

#include <sqlite3.h>

namespace skein {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

void execute(const std::filesystem::path& file, const std::string& sql)
{
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open(file.c_str(), &database), SQLITE_OK);
    char* message = nullptr;
    EXPECT_EQ(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, &message), SQLITE_OK) << message;
    sqlite3_free(message);
    sqlite3_close(database);
}

struct Sabotage { const char* sql; const char* words; };

TEST_F(LibraryTest, verifyFindsNothingInASoundLibrary)
{
    const auto library = make({investment(), release()});
    std::vector<double> shares;
    EXPECT_THAT(*library.verify([&](double share) { shares.push_back(share); }), IsEmpty());
    EXPECT_TRUE(std::ranges::is_sorted(shares));
    EXPECT_EQ(shares.back(), 1.0);
}

TEST_F(LibraryTest, verifyFindsEachKindOfHarm)
{
    const Sabotage sabotages[] = {
        {"UPDATE claims SET quote_end = 100000 WHERE ordinal = 0", "A quote at"},
        {"UPDATE claims SET quote_begin = 107, quote_end = 109", "A quote at"}, // the middle of a character
        {"UPDATE claims SET quote_begin = quote_end", "A quote at"},
        {"UPDATE claim_triggers SET span_begin = 0, span_end = 3", "lie outside their quotes"},
        {"UPDATE mentions SET span_end = 100000 WHERE ordinal = 1", "A mention at"},
        {"UPDATE sentences SET span_end = 99999", "A sentence at"},
        {"UPDATE snapshots SET bytes = X'00'", "are not those that were read"},
        {"UPDATE documents SET text = replace(text, 'Meta', 'Beta')", "is not what its text says"},
        {"UPDATE documents SET text = CAST(X'FF' AS TEXT) || text", "is not UTF-8"},
        {"PRAGMA foreign_keys = OFF; DELETE FROM document_entities WHERE ordinal = 0", "refer to document_entities"},
        {"INSERT INTO block_index (block_index, rowid, text) SELECT 'delete', id, text FROM blocks LIMIT 1",
         "full-text index lacks"},
        {"INSERT INTO block_index (rowid, text) VALUES (1, 'intruder')", "words that no text has"},
        {"UPDATE entities SET mentions = mentions + 1", "table of entities"},
        {"UPDATE entities SET type = 'place' WHERE name = 'Meta'", "table of entities"},
        {"DELETE FROM entity_names WHERE is_alias = 1", "table of entity names"},
        {"UPDATE links SET entity = (SELECT max(id) FROM entities)", "table of links"},
        {"UPDATE claim_links SET status = 'accepted'", "table of claims' ends"},
        {"DELETE FROM claim_links", "table of claims' ends"},
        {"INSERT INTO operations VALUES (1, 'paint-it-red', '{}', NULL)", "log of decisions"},
        {"INSERT INTO operations VALUES (1, 'reject-claim', '{\"claim\":\"c1\"}', NULL)", "log of decisions"},
        {"INSERT INTO snapshots VALUES (zeroblob(32), X'00')", "belong to no document"},
    };
    int number = 0;
    for (const auto& [sql, words] : sabotages) {
        const auto name = std::to_string(number++) + ".skein";
        { make({investment(), release()}, name); }
        execute(path(name), sql);
        const auto library = Library::open(path(name), Library::Access::readOnly);
        ASSERT_TRUE(library);
        const auto troubles = library->verify({});
        ASSERT_TRUE(troubles) << sql << ": " << troubles.error().detail;
        EXPECT_THAT(*troubles, Contains(HasSubstr(words))) << sql;
    }
}

TEST_F(LibraryTest, theLogIsAppendOnly)
{
    auto library = make({investment()});
    ASSERT_TRUE(library.decide(RejectEntity{find(library, "Meta")}));
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open(path("test.skein").c_str(), &database), SQLITE_OK);
    EXPECT_NE(sqlite3_exec(database, "DELETE FROM operations", nullptr, nullptr, nullptr), SQLITE_OK);
    EXPECT_NE(sqlite3_exec(database, "UPDATE operations SET kind = 'x'", nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(database);
    EXPECT_EQ(library.operations()->size(), 1u);
}

} // namespace
} // namespace skein
