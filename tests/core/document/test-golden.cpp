// SPDX-License-Identifier: GPL-3.0-or-later
// Each input in tests/golden/document has the expected reading beside it: NAME.expected. With SKEIN_UPDATE_GOLDEN=1 in the
// environment the expected files are written instead of compared; look at the difference before you commit it.
#include "tests/core/document/helpers.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

namespace skein {
namespace {

namespace fs = std::filesystem;

const fs::path folder = fs::path(SKEIN_SOURCE_DIR) / "tests/golden/document";

std::vector<std::string> inputs()
{
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().extension() != ".expected") names.push_back(entry.path().filename().string());
    std::ranges::sort(names);
    return names;
}

std::string_view kindName(BlockKind kind)
{
    switch (kind) {
    case BlockKind::title: return "title";
    case BlockKind::heading: return "heading";
    case BlockKind::paragraph: return "paragraph";
    case BlockKind::listItem: return "listItem";
    case BlockKind::quotation: return "quotation";
    case BlockKind::code: return "code";
    case BlockKind::tableRow: return "tableRow";
    case BlockKind::caption: return "caption";
    }
    return "?";
}

std::string reading(const Result<Document>& document)
{
    if (!document) return "refused: " + document.error().detail + "\n";
    std::string out = "mediaType: " + document->mediaType + "\nencoding: " + document->encoding + "\ntitle: " + document->title +
                      "\nauthor: " + document->author + "\npublished: " + document->published + "\nsite: " + document->site + "\n";
    for (const auto& note : document->notes) out += "note: " + note + "\n";
    for (const auto& block : document->blocks) {
        out += "\n[" + std::string(kindName(block.kind)) + (block.level ? " " + std::to_string(block.level) : "") + "]\n";
        out += std::string(textOf(document->text, block.span)) + "\n";
    }
    return out;
}

class Golden : public testing::TestWithParam<std::string> {};

TEST_P(Golden, ReadsAsExpected)
{
    const auto source = loadSource(folder / GetParam());
    ASSERT_TRUE(source) << source.error().detail;
    const auto found = reading(importDocument(*source, Cancel{}));
    const auto file = folder / (GetParam() + ".expected");
    if (std::getenv("SKEIN_UPDATE_GOLDEN")) {
        std::ofstream(file, std::ios::binary) << found;
        return;
    }
    std::ostringstream expected;
    expected << std::ifstream(file, std::ios::binary).rdbuf();
    EXPECT_EQ(found, expected.str());
}

INSTANTIATE_TEST_SUITE_P(Inputs, Golden, testing::ValuesIn(inputs()), [](const auto& input) {
    std::string name = input.param;
    std::ranges::replace_if(name, [](unsigned char c) { return !std::isalnum(c); }, '_');
    return name;
});

} // namespace
} // namespace skein
