// SPDX-License-Identifier: GPL-3.0-or-later
// The whole way, from the files in resources/sample to the library's answers, against what a careful reader takes from them.
#include "core/library.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

namespace skein {
namespace {

namespace fs = std::filesystem;

const fs::path sourceDir = SKEIN_SOURCE_DIR;

std::vector<std::string> fields(std::string_view line)
{
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= line.size();) {
        const auto bar = std::min(line.find('|', at), line.size());
        auto part = line.substr(at, bar - at);
        while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
        while (!part.empty() && part.back() == ' ') part.remove_suffix(1);
        parts.emplace_back(part);
        at = bar + 1;
    }
    return parts;
}

class Sample : public testing::Test {
protected:
    static void SetUpTestSuite()
    {
        auto engine = Engine::load(sourceDir / "resources");
        ASSERT_TRUE(engine) << engine.error().detail;
        std::vector<fs::path> files;
        for (const auto& entry : fs::directory_iterator(sourceDir / "resources/sample"))
            if (entry.is_regular_file()) files.push_back(entry.path());
        std::ranges::sort(files);
        ASSERT_GE(files.size(), 8u);
        for (const auto& file : files) {
            auto source = loadSource(file);
            ASSERT_TRUE(source) << file << source.error().detail;
            auto read = digest(*std::move(source), **engine, Cancel());
            ASSERT_TRUE(read) << file << read.error().detail;
            digests.push_back(*std::move(read));
        }
        library = std::make_unique<Library>(make("sample.skein", digests));
    }
    static void TearDownTestSuite() { library.reset(); digests.clear(); }

    static Library make(const std::string& name, const std::vector<Digest>& contents)
    {
        const fs::path file = fs::path(testing::TempDir()) / name;
        for (const char* suffix : {"", "-wal", "-shm"}) fs::remove(file.string() + suffix);
        auto opened = Library::open(file, Library::Access::readWrite);
        if (!opened) throw std::runtime_error(opened.error().detail);
        auto added = opened->add(contents);
        if (!added) throw std::runtime_error(added.error().detail);
        return *std::move(opened);
    }

    static inline std::vector<Digest> digests;
    static inline std::unique_ptr<Library> library;
};

TEST_F(Sample, ReadsAsACarefulPersonWould)
{
    const auto graph = library->graph();
    ASSERT_TRUE(graph);
    std::multimap<std::string, const GraphNode*> nodes;
    std::set<std::string> names;
    for (const auto& node : graph->nodes) {
        nodes.emplace(node.name, &node);
        names.insert(node.name);
        const auto details = library->entity(node.id);
        ASSERT_TRUE(details);
        names.insert(details->aliases.begin(), details->aliases.end());
    }
    const auto quotes = [&](const std::string& a, const std::string& b) {
        std::vector<Quote> all;
        if (nodes.count(a) == 1 && nodes.count(b) == 1)
            all = library->quotes(nodes.find(a)->second->id, nodes.find(b)->second->id).value();
        return all;
    };

    std::ifstream expectations(sourceDir / "tests/sample/expected.txt");
    ASSERT_TRUE(expectations);
    int checked = 0;
    for (std::string line; std::getline(expectations, line);) {
        if (line.empty() || line[0] == '#') continue;
        ++checked;
        const auto space = line.find(' ');
        const std::string kind = line.substr(0, space);
        const auto part = fields(std::string_view(line).substr(space + 1));
        if (kind == "entity") {
            EXPECT_EQ(nodes.count(part[1]), 1u) << line;
            if (nodes.contains(part[1])) { EXPECT_EQ(nodes.find(part[1])->second->type, part[0]) << line; }
        } else if (kind == "edge") {
            const auto all = quotes(part[0], part[2]);
            const auto subject = nodes.find(part[0]);
            EXPECT_TRUE(std::ranges::any_of(all, [&](const Quote& q) {
                return (part[1] == "*" || (q.relation == part[1] && q.subject == subject->second->id)) && q.text.contains(part[3]);
            })) << line << " (" << all.size() << " quotes between the two)";
        } else if (kind == "qualifier") {
            EXPECT_TRUE(std::ranges::any_of(quotes(part[0], part[1]), [&](const Quote& q) {
                return std::ranges::any_of(q.qualifiers, [&](const Qualifier& x) { return x.value == part[2]; });
            })) << line;
        } else if (kind == "denied") {
            std::set<Polarity> seen;
            for (const auto& quote : quotes(part[0], part[1])) seen.insert(quote.polarity);
            EXPECT_EQ(seen.size(), 2u) << line;
        } else if (kind == "absent") {
            EXPECT_FALSE(names.contains(part[0])) << line;
        } else {
            ADD_FAILURE() << "expected.txt has an unknown kind of line: " << line;
        }
    }
    EXPECT_GT(checked, 60);
}

TEST_F(Sample, ProvesEveryQuote)
{
    const auto problems = library->verify({});
    ASSERT_TRUE(problems);
    EXPECT_EQ(*problems, std::vector<std::string>{});
    const auto counts = library->counts();
    ASSERT_TRUE(counts);
    EXPECT_GT(counts->claims, 40u);
}

TEST_F(Sample, GivesTheSameExportInAnyOrderAndAnyNumberOfBatches)
{
    const auto once = library->exportJson();
    ASSERT_TRUE(once);
    auto backwards = digests;
    std::ranges::reverse(backwards);
    EXPECT_EQ(make("backwards.skein", backwards).exportJson(), once);

    Library single = make("single.skein", {digests[0]});
    for (std::size_t i = 1; i < digests.size(); ++i) ASSERT_TRUE(single.add({digests[i]}));
    ASSERT_TRUE(single.add({digests[3]})->front().wasThere) << "the same bytes twice are one document";
    EXPECT_EQ(single.exportJson(), once);
}

TEST_F(Sample, FindsASentenceByItsWords)
{
    const auto answer = library->search("adversarial distillation", 10);
    ASSERT_TRUE(answer);
    ASSERT_FALSE(answer->hits.empty());
    EXPECT_TRUE(answer->hits.front().snippet.contains("distillation"));
    const auto people = library->search("zuck", 10);
    ASSERT_TRUE(people);
    ASSERT_FALSE(people->entities.empty());
    EXPECT_EQ(people->entities.front().name, "Mark Zuckerberg");
}

} // namespace
} // namespace skein
