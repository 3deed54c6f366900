// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the real skein-cli in a folder of its own.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <sys/wait.h>

namespace skein {

struct Outcome {
    int status = -1;
    std::string out;
    std::string err;
};

class CliTest : public testing::Test {
protected:
    CliTest()
    {
        const auto* info = testing::UnitTest::GetInstance()->current_test_info();
        m_folder = std::filesystem::path(testing::TempDir()) / (std::string("skein-cli-") + info->name());
        std::filesystem::remove_all(m_folder);
        std::filesystem::create_directories(m_folder);
    }
    ~CliTest() override { std::filesystem::remove_all(m_folder); }

    void write(const std::string& name, std::string_view bytes) const
    {
        std::ofstream(m_folder / name, std::ios::binary) << bytes;
    }
    std::string read(const std::string& name) const
    {
        std::ifstream stream(m_folder / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }
    std::filesystem::path path(const std::string& name) const { return m_folder / name; }

    // A shell command line in which $S is the program; run in the folder, with nothing on standard input.
    Outcome run(const std::string& command) const
    {
        const auto line = "cd '" + m_folder.string() + "' && S='" SKEIN_CLI "' && { " + command +
                          "\n} < /dev/null > .out 2> .err";
        const int status = std::system(line.c_str());
        return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read(".out"), read(".err")};
    }

private:
    std::filesystem::path m_folder;
};

} // namespace skein
