// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/grammar.h"
#include "core/text/model-file.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace skein {
namespace {

std::filesystem::path written(const std::string& bytes)
{
    // One file a test: they may run at the same time.
    const auto name = std::string("skein-") + testing::UnitTest::GetInstance()->current_test_info()->name() + ".model";
    const auto file = std::filesystem::path(testing::TempDir()) / name;
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
    return file;
}

std::string sample()
{
    return modelFileBytes({{"name", "sample"}, {"version", "1"}, {"license", "CC BY-SA 4.0"}},
                          {{"first", std::string(100, 'x')}, {"empty", ""}, {"last", "some bytes"}});
}

TEST(ModelFile, GivesBackWhatWasWritten)
{
    const auto file = ModelFile::read(written(sample()));
    ASSERT_TRUE(file) << file.error().detail;
    EXPECT_EQ(file->head("name"), "sample");
    EXPECT_EQ(file->head("license"), "CC BY-SA 4.0");
    EXPECT_EQ(file->head("nothing"), "");
    EXPECT_EQ(file->section("first").value(), std::string(100, 'x'));
    EXPECT_EQ(file->section("empty").value(), "");
    EXPECT_EQ(file->section("last").value(), "some bytes");
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(file->section("last")->data()) % 64, 0u);
    EXPECT_EQ(file->section("other").error().code, Errc::corrupt);
}

TEST(ModelFile, NoticesEveryDamagedByteThatIsRead)
{
    const std::string good = sample();
    std::string bad = good;
    std::size_t unnoticed = 0;
    for (std::size_t i = 0; i < good.size(); ++i) {
        bad[i] = static_cast<char>(bad[i] ^ 0x10);
        const auto file = ModelFile::read(written(bad));
        if (file) {
            ++unnoticed;
            EXPECT_EQ(file->section("first").value(), std::string(100, 'x')) << i;
            EXPECT_EQ(file->section("last").value(), "some bytes") << i;
        } else {
            EXPECT_EQ(file.error().code, Errc::corrupt) << i;
        }
        bad[i] = good[i];
    }
    EXPECT_LT(unnoticed, 150u) << "only the padding between sections may change unnoticed";
}

TEST(ModelFile, NoticesEveryCut)
{
    const std::string good = sample();
    for (std::size_t size = 0; size < good.size(); ++size) {
        const auto file = ModelFile::read(written(good.substr(0, size)));
        ASSERT_FALSE(file) << size;
        EXPECT_EQ(file.error().code, Errc::corrupt) << size;
    }
}

TEST(ModelFile, SaysWhyItCannotBeRead)
{
    const std::filesystem::path folder = testing::TempDir();
    EXPECT_EQ(ModelFile::read(folder / "no such model").error().code, Errc::notFound);
    EXPECT_EQ(ModelFile::read(folder).error().code, Errc::notReadable);
    EXPECT_EQ(Grammar::load(written("not a model at all")).error().code, Errc::corrupt);
    EXPECT_EQ(Grammar::load(written("")).error().code, Errc::corrupt);
}

} // namespace
} // namespace skein
