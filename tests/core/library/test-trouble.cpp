// SPDX-License-Identifier: GPL-3.0-or-later
// What goes wrong around a library: it says so with the right code, and what was in it stays.
#include "tests/core/library/library-fixture.h"

#include "core/store/schema.h"

#include <csignal>
#include <fstream>
#include <sqlite3.h>
#include <sys/resource.h>
#include <unistd.h>

namespace skein {
namespace {

using testing::IsEmpty;

Errc openError(const std::filesystem::path& file, Library::Access access = Library::Access::readWrite)
{
    const auto library = Library::open(file, access);
    EXPECT_FALSE(library);
    return library ? Errc::internal : library.error().code;
}

void write(const std::filesystem::path& file, std::string_view bytes)
{
    std::ofstream(file, std::ios::binary) << bytes;
}

std::string read(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

Digest large()
{
    std::string text;
    for (int i = 0; text.size() < 2'000'000; ++i) text += "Meta said number " + std::to_string(i) + " aloud.\n\n";
    text.resize(text.size() - 2);
    return DigestBuilder(text, "large.txt");
}

// As long as it lives, no file may grow beyond `bytes`: the disk is full.
class FullDisk {
public:
    explicit FullDisk(rlim_t bytes)
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
    }
    ~FullDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }

private:
    rlimit m_before{};
    void (*m_handler)(int);
};

TEST_F(LibraryTest, openSaysWhatIsWrong)
{
    EXPECT_EQ(openError(path("none.skein"), Library::Access::readOnly), Errc::notFound);
    EXPECT_EQ(openError(path("no/such/folder.skein")), Errc::notFound);
    EXPECT_EQ(openError(path("")), Errc::isFolder);
    EXPECT_EQ(openError("/dev/null"), Errc::notALibrary);

    write(path("text.skein"), "Meta is a company, and this is a text about it.");
    EXPECT_EQ(openError(path("text.skein")), Errc::notALibrary);
    EXPECT_EQ(openError(path("text.skein"), Library::Access::readOnly), Errc::notALibrary);
    EXPECT_EQ(read(path("text.skein")), "Meta is a company, and this is a text about it.");
    write(path("short.skein"), "SQL");
    EXPECT_EQ(openError(path("short.skein")), Errc::notALibrary);
    write(path("empty.skein"), "");
    EXPECT_EQ(openError(path("empty.skein"), Library::Access::readOnly), Errc::notALibrary);
    EXPECT_TRUE(Library::open(path("empty.skein"), Library::Access::readWrite));
}

TEST_F(LibraryTest, anotherProgramsDatabaseIsNotALibrary)
{
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open(path("other.db").c_str(), &database), SQLITE_OK);
    sqlite3_exec(database, "CREATE TABLE things (id); PRAGMA user_version = 1", nullptr, nullptr, nullptr);
    sqlite3_close(database);
    const auto before = read(path("other.db"));
    EXPECT_EQ(openError(path("other.db")), Errc::notALibrary);
    EXPECT_EQ(openError(path("other.db"), Library::Access::readOnly), Errc::notALibrary);
    EXPECT_EQ(read(path("other.db")), before);
}

TEST_F(LibraryTest, aNewerSchemaIsRefusedAndLeftAlone)
{
    { make({investment()}); }
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open(path("test.skein").c_str(), &database), SQLITE_OK);
    sqlite3_exec(database, "PRAGMA user_version = 999", nullptr, nullptr, nullptr);
    sqlite3_close(database);
    const auto before = read(path("test.skein"));
    EXPECT_EQ(openError(path("test.skein")), Errc::newerSchema);
    EXPECT_EQ(openError(path("test.skein"), Library::Access::readOnly), Errc::newerSchema);
    EXPECT_EQ(read(path("test.skein")), before);
}

TEST_F(LibraryTest, damageIsNoticed)
{
    { make({investment(), release(), large()}); }
    const auto whole = read(path("test.skein"));
    write(path("cut.skein"), std::string_view(whole).substr(0, 2000));
    EXPECT_EQ(openError(path("cut.skein")), Errc::corrupt);
    auto broken = whole;
    for (std::size_t at = 4096 + 100; at < broken.size(); at += 700) broken[at] = static_cast<char>(broken[at] ^ 0x5a);
    write(path("broken.skein"), broken);
    const auto library = Library::open(path("broken.skein"), Library::Access::readOnly);
    if (library) {
        const auto troubles = library->verify({});
        EXPECT_TRUE(!troubles || !troubles->empty());
        EXPECT_EQ(troubles ? Errc::corrupt : troubles.error().code, Errc::corrupt);
    } else {
        EXPECT_EQ(library.error().code, Errc::corrupt) << library.error().detail;
    }
}

TEST_F(LibraryTest, aBusyLibraryIsRefusedAfterAWhile)
{
    auto library = make({investment()});
    sqlite3* other = nullptr;
    ASSERT_EQ(sqlite3_open(path("test.skein").c_str(), &other), SQLITE_OK);
    ASSERT_EQ(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
    EXPECT_EQ(library.add({release()}).error().code, Errc::busy);
    EXPECT_EQ(library.graph()->nodes.size(), 4u); // reading goes on
    const auto reader = Library::open(path("test.skein"), Library::Access::readOnly);
    ASSERT_TRUE(reader);
    EXPECT_EQ(reader->documents()->size(), 1u);
    sqlite3_exec(other, "ROLLBACK", nullptr, nullptr, nullptr);
    sqlite3_close(other);
    EXPECT_TRUE(library.add({release()}));
    EXPECT_EQ(reader->documents()->size(), 2u);
}

TEST_F(LibraryTest, aFullDiskChangesNothing)
{
    auto library = make({investment(), release()});
    const auto before = *library.exportJson();
    {
        const FullDisk disk(std::filesystem::file_size(path("test.skein")));
        EXPECT_EQ(library.add({large()}).error().code, Errc::diskFull);
    }
    EXPECT_EQ(*library.exportJson(), before);
    EXPECT_THAT(*library.verify({}), IsEmpty());
    EXPECT_TRUE(library.add({large()}));
    EXPECT_THAT(*library.verify({}), IsEmpty());
}

TEST_F(LibraryTest, aLibraryThatFoundNoRoomLeavesNoFile)
{
    {
        const FullDisk disk(8192);
        EXPECT_EQ(openError(path("full.skein")), Errc::diskFull);
    }
    EXPECT_TRUE(std::filesystem::is_empty(path("")));
    EXPECT_TRUE(Library::open(path("full.skein"), Library::Access::readWrite));
}

TEST_F(LibraryTest, sqliteItselfIsFull)
{
    auto database = store::openForWriting(path("small.skein"));
    ASSERT_TRUE(database);
    ASSERT_TRUE(database->execute("PRAGMA max_page_count = 1"));
    EXPECT_EQ(database->execute("INSERT INTO snapshots VALUES (zeroblob(32), zeroblob(1000000))").error().code, Errc::diskFull);
}

TEST_F(LibraryTest, readOnlyMeansReadOnly)
{
    { make({investment()}); }
    auto library = Library::open(path("test.skein"), Library::Access::readOnly);
    ASSERT_TRUE(library);
    EXPECT_EQ(library->add({release()}).error().code, Errc::notReadable);
    EXPECT_EQ(library->decide(RejectEntity{find(*library, "Meta")}).error().code, Errc::notReadable);
    EXPECT_EQ(library->documents()->size(), 1u);
}

TEST_F(LibraryTest, aFolderThatMayNotBeWrittenCanBeReadFrom)
{
    if (geteuid() == 0) GTEST_SKIP() << "permissions do not bind root";
    std::filesystem::create_directory(path("locked"));
    { make({investment()}, "locked/a?b#c%.skein"); }
    std::filesystem::permissions(path("locked/a?b#c%.skein"), std::filesystem::perms::owner_read);
    std::filesystem::permissions(path("locked"), std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
    EXPECT_EQ(openError(path("locked/a?b#c%.skein")), Errc::notReadable);
    EXPECT_EQ(openError(path("locked/new.skein")), Errc::notReadable);
    const auto library = Library::open(path("locked/a?b#c%.skein"), Library::Access::readOnly);
    EXPECT_EQ(library ? library->documents()->size() : 0, 1u);
    std::filesystem::permissions(path("locked"), std::filesystem::perms::owner_all);
}

TEST_F(LibraryTest, anUnfinishedLibraryIsFinished)
{
    // A program that died between making the file and its tables leaves a database with nothing in it.
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open(path("begun.skein").c_str(), &database), SQLITE_OK);
    sqlite3_exec(database, "PRAGMA journal_mode = WAL; VACUUM", nullptr, nullptr, nullptr);
    sqlite3_close(database);
    EXPECT_TRUE(Library::open(path("begun.skein"), Library::Access::readWrite));
}

} // namespace
} // namespace skein
