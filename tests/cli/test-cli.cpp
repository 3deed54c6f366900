// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli-fixture.h"

#include <nlohmann/json.hpp>

#include <sstream>
#include <unistd.h>

namespace skein {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

constexpr const char* meta = "Meta released Muse Spark in April 2026. Mark Zuckerberg praised Alexandr Wang.\n\n"
                             "Scale AI is an American company in San Francisco.\n";
constexpr const char* openai = "OpenAI competes with Google and with Anthropic.\n\nMark Zuckerberg disagrees.\n";

int lines(const std::string& text) { return static_cast<int>(std::ranges::count(text, '\n')); }

// One sentence on one line from the program, with a full stop.
void expectOneSentence(const std::string& err, const std::string& about)
{
    EXPECT_THAT(err, AllOf(StartsWith("skein-cli: "), HasSubstr(about), EndsWith(".\n")));
    EXPECT_EQ(lines(err), 1) << err;
}

TEST_F(CliTest, helpForEachCommand)
{
    for (const std::string command : {"", "import", "export", "convert", "analyse", "search", "suggest", "verify", "summary", "teach", "check", "paths", "groups"}) {
        const auto help = run("$S " + command + " --help");
        EXPECT_EQ(help.status, 0) << command;
        EXPECT_THAT(help.out, HasSubstr(command));
        EXPECT_THAT(help.out, testing::ContainsRegex("[Ee]xit status")) << command;
        EXPECT_THAT(help.err, IsEmpty());
    }
    EXPECT_THAT(run("$S --version").out, testing::MatchesRegex("skein-cli [0-9]+\\.[0-9]+\\.[0-9]+\n"));
}

TEST_F(CliTest, aWrongCommandLineIsUsage)
{
    for (const std::string command : {"$S", "$S fly", "$S import", "$S import a.skein", "$S search a.skein", "$S verify",
                                      "$S verify a.skein b", "$S teach", "$S export a.skein --format tea", "$S convert a.gexf", "$S analyse --loud",
                                      "$S import a.skein b --jobs 0", "$S import a.skein b --jobs many"}) {
        const auto usage = run(command);
        EXPECT_EQ(usage.status, 2) << command;
        EXPECT_THAT(usage.out, IsEmpty());
        expectOneSentence(usage.err, "--help");
    }
    EXPECT_FALSE(std::filesystem::exists(path("a.skein")));
}

TEST_F(CliTest, exportAndConvertGraphs)
{
    write("meta.txt", meta);
    write("openai.txt", openai);
    ASSERT_EQ(run("$S import l.skein meta.txt openai.txt").status, 0);
    for (const std::string format : {"graphml", "gexf", "jsonld"}) {
        const auto printed = run("$S export l.skein --format " + format);
        EXPECT_EQ(printed.status, 0) << printed.err;
        EXPECT_THAT(printed.out, HasSubstr("Meta")) << format;
        ASSERT_EQ(run("$S export l.skein --format " + format + " -o l." + format).status, 0);
        EXPECT_EQ(read("l." + format), printed.out);
    }
    EXPECT_EQ(run("$S export l.skein --format csv -o t.csv").status, 0);
    EXPECT_THAT(read("t-nodes.csv"), StartsWith("id,label,type,"));
    EXPECT_THAT(read("t-edges.csv"), StartsWith("source,target,"));
    EXPECT_FALSE(std::filesystem::exists(path("t.csv")));
    const auto unnamed = run("$S export l.skein --format csv");
    EXPECT_EQ(unnamed.status, 2);
    expectOneSentence(unnamed.err, "-o NAME.csv");

    ASSERT_EQ(run("$S convert l.graphml again.gexf").status, 0);
    EXPECT_EQ(read("again.gexf"), read("l.gexf"));
    ASSERT_EQ(run("$S convert l.gexf again.graphml").status, 0);
    EXPECT_EQ(read("again.graphml"), read("l.graphml"));
    const auto ending = run("$S convert l.gexf again.tea");
    EXPECT_EQ(ending.status, 2);
    expectOneSentence(ending.err, "again.tea");
    const auto missing = run("$S convert none.gexf again.gexf");
    EXPECT_EQ(missing.status, 1);
    expectOneSentence(missing.err, "none.gexf");
    const auto foreign = run("$S convert meta.txt again.gexf");
    EXPECT_EQ(foreign.status, 1);
    expectOneSentence(foreign.err, "line 1");
    EXPECT_EQ(read("again.gexf"), read("l.gexf")) << "what cannot be read overwrites nothing";
    EXPECT_EQ(run("$S convert l.gexf none/again.gexf").status, 3);
}

TEST_F(CliTest, importVerifyExportSearchSummary)
{
    write("meta.txt", meta);
    write("openai.txt", openai);
    const auto imported = run("$S import l.skein meta.txt openai.txt");
    EXPECT_EQ(imported.status, 0) << imported.err;
    EXPECT_THAT(imported.out, AllOf(StartsWith("added: meta.txt"), HasSubstr("\nadded: openai.txt")));
    EXPECT_EQ(lines(imported.out), 2);
    EXPECT_THAT(imported.err, IsEmpty()); // no progress where there is no terminal

    const auto verified = run("$S verify l.skein");
    EXPECT_EQ(verified.status, 0) << verified.err;
    EXPECT_THAT(verified.out, StartsWith("Sound: 2 documents, "));

    const auto exported = json::parse(run("$S export l.skein --format json").out);
    EXPECT_EQ(exported["documents"].size(), 2u);
    for (const auto& claim : exported["claims"]) EXPECT_FALSE(claim["quote"].get<std::string>().empty());
    EXPECT_EQ(run("$S export l.skein -o e.json").out, "");
    EXPECT_EQ(json::parse(read("e.json")), exported);
    EXPECT_FALSE(std::filesystem::exists(path("e.json.part")));

    const auto found = json::parse(run("$S search l.skein --json 'muse sp' --limit 1").out);
    ASSERT_EQ(found["hits"].size(), 1u);
    const auto& hit = found["hits"][0];
    const std::string snippet = hit["snippet"];
    EXPECT_EQ(snippet.size(), hit["end"].get<std::size_t>() - hit["start"].get<std::size_t>());
    EXPECT_THAT(snippet, HasSubstr("Muse Spark"));
    EXPECT_GT(hit["score"], 0);
    EXPECT_GE(found["milliseconds"], 0);
    EXPECT_THAT(run("$S search l.skein zucker").out, HasSubstr("Mark Zuckerberg"));
    EXPECT_EQ(run("$S search l.skein '\"((*'").status, 0);
    EXPECT_EQ(run("$S search l.skein nowhere").out, "Nothing found.\n");

    const auto suggested = run("$S suggest l.skein --json");
    EXPECT_EQ(suggested.status, 0);
    EXPECT_TRUE(json::parse(suggested.out)["suggestions"].is_array());

    const auto summary = run("$S summary l.skein");
    EXPECT_EQ(summary.status, 0);
    EXPECT_THAT(summary.out, StartsWith("2 documents\n"));
}

TEST_F(CliTest, theSameBytesTwiceAreOneDocument)
{
    write("a.txt", meta);
    write("b.txt", meta);
    const auto both = run("$S import l.skein a.txt b.txt");
    EXPECT_EQ(both.status, 0);
    EXPECT_THAT(both.out, AllOf(StartsWith("added: a.txt"), EndsWith("\nthere already: b.txt\n")));
    EXPECT_THAT(run("$S import l.skein a.txt").out, StartsWith("there already: a.txt"));
    EXPECT_EQ(json::parse(run("$S export l.skein").out)["documents"].size(), 1u);
}

TEST_F(CliTest, theNumberOfJobsChangesNothing)
{
    std::string files;
    for (int i = 0; i < 40; ++i) {
        const auto name = std::to_string(i) + ".txt";
        write(name, std::string("Number ") + std::to_string(i) + ". " + (i % 2 ? meta : openai));
        files += " " + name;
    }
    const auto one = run("$S import one.skein --jobs 1" + files);
    const auto many = run("$S import many.skein --jobs 7" + files);
    EXPECT_EQ(one.out, many.out);
    EXPECT_EQ(run("$S export one.skein").out, run("$S export many.skein").out);
    EXPECT_EQ(run("cmp one.skein many.skein").status, 0) << "the files are equal, byte for byte";
}

TEST_F(CliTest, badInputIsNamedAndTheRestIsRead)
{
    write("good.txt", meta);
    write("empty.txt", "");
    write("blank.txt", " \n\n");
    write("binary.bin", std::string("\x7f" "ELF\0\0\1\2\0\0\xff\xfe\0", 13) + std::string(5000, '\0'));
    std::filesystem::create_directory(path("folder"));
    const auto imported = run("$S import l.skein missing.txt empty.txt folder binary.bin blank.txt good.txt");
    EXPECT_EQ(imported.status, 1);
    EXPECT_THAT(imported.out, StartsWith("added: good.txt"));
    EXPECT_EQ(lines(imported.out), 1);
    EXPECT_EQ(lines(imported.err), 5) << imported.err;
    std::istringstream err(imported.err);
    for (const char* words : {"no “missing.txt”", "“empty.txt” has no text", "“folder” is a folder; name the files",
                              "“binary.bin” is not a text", "“blank.txt” has no text"}) {
        std::string line;
        std::getline(err, line);
        expectOneSentence(line + "\n", words);
    }
    EXPECT_EQ(run("$S verify l.skein").status, 0);
}

TEST_F(CliTest, anUnreadableFileIsNamed)
{
    if (geteuid() == 0) GTEST_SKIP() << "permissions do not bind root";
    write("secret.txt", meta);
    const auto imported = run("chmod 000 secret.txt; $S import l.skein secret.txt");
    EXPECT_EQ(imported.status, 1);
    expectOneSentence(imported.err, "“secret.txt” may not be read");
}

TEST_F(CliTest, whatIsNoLibraryIsRefusedAndLeftAlone)
{
    write("a.txt", meta);
    const auto refused = [&](const std::string& command, const std::string& words) {
        const auto result = run(command);
        EXPECT_EQ(result.status, 3) << command;
        EXPECT_THAT(result.out, IsEmpty()) << command;
        expectOneSentence(result.err, words);
    };
    refused("$S import a.txt a.txt", "“a.txt” is not a Skein library");
    EXPECT_EQ(read("a.txt"), meta);
    refused("$S import . a.txt", "“.” is a folder");
    refused("$S import no/such/l.skein a.txt", "There is no “no/such/l.skein”");
    for (const std::string command : {"export", "verify", "summary", "search --json"}) {
        const std::string query = command.starts_with("search") ? " x" : "";
        refused("$S " + command + " missing.skein" + query, "There is no “missing.skein”");
        refused("$S " + command + " a.txt" + query, "“a.txt” is not a Skein library");
    }
    EXPECT_FALSE(std::filesystem::exists(path("missing.skein")));
    refused("$S import l.skein a.txt --resources nowhere", "--resources");
    EXPECT_FALSE(std::filesystem::exists(path("l.skein")));
}

TEST_F(CliTest, aFullDiskIsSaidAndHarmsNothing)
{
    write("a.txt", meta);
    EXPECT_EQ(run("$S import l.skein a.txt").status, 0);
    std::string text;
    for (int i = 0; i < 8000; ++i) text += "Word" + std::to_string(i) + " stands in line " + std::to_string(i) + ".\n\n";
    write("large.txt", text);
    const auto before = run("$S export l.skein").out;
    const auto full = run("trap '' XFSZ; ulimit -f 400; $S import l.skein large.txt");
    EXPECT_EQ(full.status, 3);
    expectOneSentence(full.err, "no room left");
    EXPECT_EQ(run("$S export l.skein").out, before);
    EXPECT_EQ(run("$S verify l.skein").status, 0);

    EXPECT_EQ(run("$S export l.skein > /dev/full").status, 3);
    EXPECT_EQ(run("$S export l.skein -o /dev/full").status, 3);
    EXPECT_TRUE(std::filesystem::is_character_file("/dev/full"));
    EXPECT_EQ(run("$S export l.skein -o no/such/folder.json").status, 3);
}

TEST_F(CliTest, analyseAnswersEachLineInOrder)
{
    write("in", "{\"id\": \"a\", \"text\": \"Meta invested in Scale AI.\", \"date\": \"2026-04-09\"}\n"
                "{\"id\": 2, \"text\": 3}\n"
                "not json\n"
                "\n"
                "[1, 2]\n"
                "{\"id\": \"e\", \"text\": \"\"}\n"
                "{\"id\": \"bad\", \"text\": \"x \xff\"}\n"
                "{\"id\": \"h\", \"mediaType\": \"text/tea\", \"text\": \"x\"}\n"
                "{\"id\": \"\\u00fc\\ud83d\\ude00\", \"text\": \"\\ud83d\\ude00 Meta owns WhatsApp.\"}"); // no line feed at the end
    const auto result = run("$S analyse --tokens < in");
    EXPECT_EQ(result.status, 0);
    EXPECT_THAT(result.err, IsEmpty());
    std::vector<json> answers;
    std::istringstream out(result.out);
    for (std::string line; std::getline(out, line);) answers.push_back(json::parse(line));
    ASSERT_EQ(answers.size(), 8u);
    EXPECT_EQ(answers[0]["id"], "a");
    for (const char* key : {"text", "sentences", "tokens", "entities", "mentions", "times", "claims", "propositions"})
        EXPECT_TRUE(answers[0].contains(key)) << key;
    EXPECT_EQ(answers[1]["id"], 2);
    EXPECT_TRUE(answers[2]["id"].is_null());
    EXPECT_TRUE(answers[3]["id"].is_null());
    EXPECT_EQ(answers[4]["id"], "e");
    EXPECT_TRUE(answers[5]["id"].is_null());
    EXPECT_EQ(answers[6]["id"], "h");
    for (int i = 1; i < 7; ++i) EXPECT_FALSE(answers[static_cast<std::size_t>(i)]["error"].get<std::string>().empty()) << i;
    EXPECT_EQ(answers[7]["id"], "\xC3\xBC\xF0\x9F\x98\x80");
    ASSERT_FALSE(answers[7]["tokens"].empty());
    for (const auto& mention : answers[7]["mentions"]) EXPECT_GE(mention["start"], 2); // one code point and a space

    EXPECT_EQ(run("$S analyse --tokens --jobs 1 < in").out, result.out);
    EXPECT_EQ(run("$S analyse --tokens --jobs 9 < in").out, result.out);
    EXPECT_THAT(run("$S analyse < in").out, testing::Not(HasSubstr("\"tokens\"")));
    EXPECT_EQ(run("$S analyse < /dev/null").out, "");
}

TEST_F(CliTest, analyseKeepsTheOrderOfManyLines)
{
    std::string in, ids;
    for (int i = 0; i < 500; ++i) {
        in += "{\"id\": " + std::to_string(i) + ", \"text\": \"" + std::string(static_cast<std::size_t>(i % 7), 'x') + " Meta.\"}\n";
        ids += std::to_string(i) + " ";
    }
    write("in", in);
    std::istringstream out(run("$S analyse --jobs 8 < in").out);
    std::string seen;
    for (std::string line; std::getline(out, line);) seen += std::to_string(json::parse(line)["id"].get<int>()) + " ";
    EXPECT_EQ(seen, ids);
}

} // namespace
} // namespace skein
