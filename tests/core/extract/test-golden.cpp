// SPDX-License-Identifier: GPL-3.0-or-later
// Every tests/golden/extract/*.txt against the .golden beside it. SKEIN_UPDATE_GOLDEN=1 writes what is read now; look
// at the difference before committing it.
#include "tests/core/extract/analysed.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

using namespace skein;
using namespace skein::test;

namespace {

std::string fileText(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

// The first line of an input is "published: EDTF", then an empty line.
std::string described(const std::string& input)
{
    const std::size_t line = input.find('\n');
    const std::string published = input.substr(11, line - 11);
    const Document document = documentOf(input.substr(line + 2), published);
    const Analysis analysis = analysed(document);
    std::string result;
    for (const Entity& entity : analysis.entities) {
        result += "entity " + entity.type + " " + entity.name;
        for (const std::string& alias : entity.aliases)
            result += " | " + alias;
        result += "\n";
    }
    for (const TimeExpression& time : analysis.times)
        result +=
            "time " + time.type + " " + time.edtf + " \"" + std::string(textOf(document.text, time.span)) + "\"\n";
    for (const Mention& mention : analysis.mentions)
        if (mention.kind != MentionKind::name)
            result += "reference \"" + std::string(textOf(document.text, mention.span)) + "\" at " +
                      std::to_string(mention.span.begin) + " is " + analysis.entities[mention.entity].name + "\n";
    return result;
}

} // namespace

TEST(Golden, extraction)
{
    const std::filesystem::path folder = SKEIN_SOURCE_DIR "/tests/golden/extract";
    const bool update = std::getenv("SKEIN_UPDATE_GOLDEN") != nullptr;
    std::set<std::filesystem::path> inputs;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".txt") inputs.insert(entry.path());
    ASSERT_FALSE(inputs.empty());
    for (const auto& input : inputs) {
        auto golden = input;
        golden.replace_extension(".golden");
        const std::string text = described(fileText(input));
        if (update) std::ofstream(golden, std::ios::binary) << text;
        EXPECT_EQ(text, fileText(golden)) << input.filename();
    }
}
