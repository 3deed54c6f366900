// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library.h"
#include "tests/core/store/digests.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

namespace skein {

// A folder for each test, gone afterwards.
class LibraryTest : public testing::Test {
protected:
    LibraryTest()
    {
        const auto* info = testing::UnitTest::GetInstance()->current_test_info();
        m_folder = std::filesystem::path(testing::TempDir()) /
                   (std::string("skein-") + info->test_suite_name() + "-" + info->name());
        std::filesystem::remove_all(m_folder);
        std::filesystem::create_directories(m_folder);
    }
    ~LibraryTest() override { std::filesystem::remove_all(m_folder); }

    std::filesystem::path path(const std::string& name) const { return m_folder / name; }

    Library make(const std::vector<Digest>& digests, const std::string& name = "test.skein") const
    {
        auto library = Library::open(path(name), Library::Access::readWrite);
        if (!library) throw std::runtime_error(library.error().detail);
        const auto added = library->add(digests);
        if (!added) throw std::runtime_error(added.error().detail);
        return std::move(*library);
    }

    static EntityId find(const Library& library, std::string_view name)
    {
        const auto graph = *library.graph();
        for (const auto& node : graph.nodes)
            if (node.name == name) return node.id;
        throw std::runtime_error("no node " + std::string(name));
    }

    static std::vector<std::string> names(const Library& library)
    {
        std::vector<std::string> names;
        const auto graph = *library.graph();
        for (const auto& node : graph.nodes) names.push_back(node.name);
        std::ranges::sort(names);
        return names;
    }

private:
    std::filesystem::path m_folder;
};

// Two small sources about the same people.
inline Digest investment()
{
    return DigestBuilder("Meta invested in Scale AI in 2025. Alexandr Wang leads Scale AI, Mark Zuckerberg said.\n\n"
                         "Scale AI – the caf\xC3\xA9 of labels – competes with nobody.",
                         "investment.txt")
        .title("The investment", "2025-06-12")
        .entity("organization", {"Meta"})
        .entity("organization", {"Scale AI"})
        .entity("person", {"Alexandr Wang", "Wang"})
        .entity("person", {"Mark Zuckerberg", "Zuckerberg"})
        .claim("invested_in", 0, 1, "invested in")
        .claim("leads", 2, 1, "leads");
}

inline Digest release()
{
    return DigestBuilder("Zuckerberg praised Wang. Meta competes with Google.\n\nGoogle competes with Meta too. "
                         "Meta was founded on 4 February 2004.",
                         "release.txt")
        .title("The release", "2026-04-08")
        .entity("organization", {"Google"})
        .entity("organization", {"Meta"})
        .entity("person", {"Zuckerberg"})
        .entity("person", {"Wang"})
        .claim("competes_with", 1, 0, "competes with")
        .claim("competes_with", 0, 1, "Google competes with Meta")
        .claim("founded_on", 1, std::nullopt, "4 February 2004");
}

} // namespace skein
