// SPDX-License-Identifier: GPL-3.0-or-later
// A library of each schema that was ever released opens, keeps what was in it, and is sound.
#include "core/base/sha256.h"
#include "core/library.h"
#include "core/store/schema.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace skein {
namespace {

// Never changed, only added to: libraries made by these very scripts are on people's disks.
constexpr std::string_view released[] = {
    "a7b2c0d456a34fc3b68fcc4a660d2fb069a803cb45fc88fb403bffd56ee56f1d",
    "b1252529737fcb78bb801fe2e3f62f18491e03176e393137014c3eb34fbeef1b",
    "b96e4c1b94aaa22c0e7581af24bc586a59d8f3140ef8c3ebd7dee3c1d45ab7b7",
    "cfe05b3a37ec01267def4c3d78829847f33958162ac97a13ffd10a9b5458856c",
};

std::string read(const std::string& name)
{
    std::stringstream text;
    text << std::ifstream(std::string(SKEIN_SOURCE_DIR) + "/tests/migrations/" + name, std::ios::binary).rdbuf();
    return text.str();
}

// The library that schema `version` left behind: its scripts, then the rows kept in the files of the numbers up to its own.
void makeOld(const std::filesystem::path& file, std::size_t version)
{
    const auto database = store::Database::open(file, store::Database::Mode::create, 0);
    ASSERT_TRUE(database);
    for (std::size_t i = 0; i < version; ++i) ASSERT_TRUE(database->execute(store::migrations()[i]));
    for (std::size_t i = 1; i <= version; ++i) {
        const auto filled = database->execute(read("000" + std::to_string(i) + "-rows.sql"));
        ASSERT_TRUE(filled) << filled.error().detail;
    }
    ASSERT_TRUE(database->execute("PRAGMA application_id = " + std::to_string(store::applicationId) +
                                  "; PRAGMA user_version = " + std::to_string(version)));
}

TEST(Migrations, releasedScriptsNeverChange)
{
    ASSERT_EQ(store::migrations().size(), std::size(released));
    for (std::size_t i = 0; i < std::size(released); ++i)
        EXPECT_EQ(toHex(sha256(store::migrations()[i])), released[i]) << i + 1;
}

TEST(Migrations, oldDataSurvives)
{
    const auto folder = std::filesystem::path(testing::TempDir()) / "skein-migrations";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    for (std::size_t version = 1; version <= store::migrations().size(); ++version) {
        const auto file = folder / (std::to_string(version) + ".skein");
        makeOld(file, version);
        const auto library = Library::open(file, Library::Access::readWrite);
        ASSERT_TRUE(library) << library.error().detail;
        EXPECT_THAT(*library->verify({}), testing::IsEmpty());
        EXPECT_EQ(*library->exportJson(), read("000" + std::to_string(version) + "-export.json"));
        EXPECT_EQ(library->operations()->size(), version == 1 ? 2u : version < 4 ? 3u : 4u);
        EXPECT_EQ(*library->additions(), version == 1 ? "" : "names organization\n    Scale AI | Scale\n");
        EXPECT_EQ(library->pins()->size(), 1u);
        EXPECT_EQ(library->views()->size(), version < 3 ? 0u : 2u); // one of them by a newer Skein
        EXPECT_EQ(library->positions()->size(), version < 3 ? 0u : 1u);
        EXPECT_FALSE(library->search("labels", 5)->hits.empty());
    }
    std::filesystem::remove_all(folder);
}

} // namespace
} // namespace skein
