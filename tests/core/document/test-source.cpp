// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/document.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace skein {
namespace {

namespace fs = std::filesystem;

class LoadSource : public testing::Test {
protected:
    void SetUp() override
    {
        folder = fs::path(testing::TempDir()) / ("skein-source-" + std::to_string(::getpid()) + "-" +
                                                 testing::UnitTest::GetInstance()->current_test_info()->name());
        fs::remove_all(folder);
        fs::create_directories(folder);
    }
    void TearDown() override { fs::remove_all(folder); }

    fs::path write(const std::string& name, const std::string& bytes)
    {
        std::ofstream(folder / name, std::ios::binary) << bytes;
        return folder / name;
    }

    fs::path folder;
};

TEST_F(LoadSource, ReadsBytesNameAndUri)
{
    const auto source = loadSource(write("a b%ü.txt", std::string("one\0two", 7)));
    ASSERT_TRUE(source);
    EXPECT_EQ(source->bytes, std::string("one\0two", 7));
    EXPECT_EQ(source->name, "a b%ü.txt");
    EXPECT_TRUE(source->uri.starts_with("file:///")) << source->uri;
    EXPECT_TRUE(source->uri.ends_with("/a%20b%25%C3%BC.txt")) << source->uri;
    EXPECT_EQ(source->mediaType, "");
}

TEST_F(LoadSource, NamesWhatIsWrong)
{
    EXPECT_EQ(loadSource(folder / "missing").error().code, Errc::notFound);
    EXPECT_EQ(loadSource(write("file", "x") / "below").error().code, Errc::notFound);
    EXPECT_EQ(loadSource(folder).error().code, Errc::isFolder);
    EXPECT_EQ(loadSource(write("empty", "")).error().code, Errc::empty);
    fs::create_symlink(folder / "nowhere", folder / "dangling");
    EXPECT_EQ(loadSource(folder / "dangling").error().code, Errc::notFound);
    fs::create_symlink(folder / "loop", folder / "loop");
    EXPECT_EQ(loadSource(folder / "loop").error().code, Errc::notReadable);
}

TEST_F(LoadSource, FollowsALinkToAFile)
{
    fs::create_symlink(write("target", "text"), folder / "link");
    ASSERT_TRUE(loadSource(folder / "link"));
}

TEST_F(LoadSource, RefusesAFileThatMayNotBeRead)
{
    if (::geteuid() == 0) GTEST_SKIP() << "root may read everything";
    const auto file = write("secret", "x");
    ::chmod(file.c_str(), 0);
    EXPECT_EQ(loadSource(file).error().code, Errc::notReadable);
}

TEST_F(LoadSource, RefusesSpecialFilesWithoutWaiting)
{
    const auto pipe = folder / "pipe";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    EXPECT_EQ(loadSource(pipe).error().code, Errc::notReadable);
    EXPECT_TRUE(loadSource(pipe).error().detail.contains("pipe"));
    EXPECT_EQ(loadSource("/dev/null").error().code, Errc::notReadable);
    EXPECT_EQ(loadSource("/dev/zero").error().code, Errc::notReadable);

    const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const auto path = (folder / "s").string();
    if (path.size() < sizeof address.sun_path) {
        path.copy(address.sun_path, path.size());
        ASSERT_EQ(::bind(socket, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
        EXPECT_EQ(loadSource(path).error().code, Errc::notReadable);
    }
    ::close(socket);
}

TEST_F(LoadSource, RefusesWhatIsTooLargeByItsSizeAlone)
{
    const auto file = write("huge", "x");
    fs::resize_file(file, std::uintmax_t{1} << 40); // sparse: reading it would take forever
    EXPECT_EQ(loadSource(file).error().code, Errc::tooLarge);
    fs::resize_file(file, maxSourceBytes);
    const auto source = loadSource(file);
    ASSERT_TRUE(source);
    EXPECT_EQ(source->bytes.size(), maxSourceBytes);
}

} // namespace
} // namespace skein
