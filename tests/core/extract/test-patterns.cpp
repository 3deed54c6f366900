// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/extract/claims-fixture.h"

#include "core/extract/items.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace skein::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

namespace fs = std::filesystem;

constexpr const char* words =
    R"json({"irregular": {"buy": "buys bought bought buying"}, "doubling": "plan", "verbs": "acquire carry",
  "verbClasses": {"planning": "plan"}, "classes": {"conjunction": "and", "determiner": "the a"}, "macros": {"firm": "( company|firm )", "loop": "#loop"}})json";

class PatternFiles : public ::testing::Test {
protected:
    void SetUp() override
    {
        folder = fs::path(::testing::TempDir()) / "patterns";
        fs::remove_all(folder);
        fs::create_directories(folder);
        write("words.json", words);
    }
    void TearDown() override { fs::remove_all(folder); }

    void write(const std::string& name, std::string_view text) { std::ofstream(folder / name) << text; }

    // What is said about rules.json with one rule whose fields are these.
    std::string complaint(const std::string& fields)
    {
        write("rules.json", R"({"rules": [{)" + fields + "}]}");
        const Result<Patterns> loaded = Patterns::load(folder, ontology());
        if (loaded) return "loaded";
        EXPECT_EQ(loaded.error().code, Errc::badSyntax);
        return loaded.error().detail;
    }

    std::string complaintAbout(const std::string& pattern, const std::string& relation = "acquired")
    {
        return complaint(R"("id": "buy", "relation": ")" + relation +
                         R"(", "why": "Because.", "confidence": 0.5, "patterns": [")" + pattern + R"("])");
    }

    fs::path folder;
};

TEST_F(PatternFiles, GoodOnesLoad)
{
    EXPECT_EQ(complaintAbout("S {buy|acquire} ( the #firm )? O"), "loaded");
    const Result<Patterns> loaded = Patterns::load(folder, ontology());
    ASSERT_TRUE(loaded);
    EXPECT_EQ(loaded->describe("buy"), "Because.");
    EXPECT_EQ(loaded->describe("sell"), "");
    const std::string version(loaded->version());
    write("more.json", R"({"rules": []})");
    EXPECT_NE(Patterns::load(folder, ontology())->version(), version) << "the version follows the content";
}

TEST_F(PatternFiles, ErrorsNameFileRuleAndReason)
{
    EXPECT_THAT(complaintAbout("S {buy} O", "bought_up"),
                AllOf(HasSubstr("rules.json"), HasSubstr("rule buy"), HasSubstr("unknown relation 'bought_up'")));
    EXPECT_THAT(complaintAbout("S {buy O"), HasSubstr("a brace is not closed"));
    EXPECT_THAT(complaintAbout("S ( {buy} O"), HasSubstr("a bracket is not closed"));
    EXPECT_THAT(complaintAbout("S {buy} ) O"), HasSubstr("was not opened"));
    EXPECT_THAT(complaintAbout("S {buy}.loud O"), HasSubstr("unknown voice"));
    EXPECT_THAT(complaintAbout("S {buy} #nothing O"), HasSubstr("unknown macro #nothing"));
    EXPECT_THAT(complaintAbout("S {buy} #loop O"), HasSubstr("nested too deeply"));
    EXPECT_THAT(complaintAbout("S {buy} O:planet"), HasSubstr("unknown type planet"));
    EXPECT_THAT(complaintAbout("S {buy} O:place"), HasSubstr("does not admit place as its object"));
    EXPECT_THAT(complaintAbout("{buy} O"), HasSubstr("no subject"));
    EXPECT_THAT(complaintAbout("S {buy}"), HasSubstr("neither an object nor a value"));
    EXPECT_THAT(complaintAbout("S {buy} ( np )* O"), HasSubstr("what may be empty is repeated"));
    EXPECT_THAT(complaintAbout("S {buy} <weight> O"), HasSubstr("unknown value <weight>"));
    EXPECT_THAT(complaintAbout("S {buy} value= O"), HasSubstr("nothing behind value="));
    EXPECT_THAT(complaintAbout("S {buy} Quits O"), HasSubstr("words are written in lower case"));
    EXPECT_THAT(complaint(R"("id": "x", "relation": "owns", "confidence": 0.5, "patterns": ["S {buy} O"])"),
                HasSubstr("rule x: 'why' is needed"));
    EXPECT_THAT(
        complaint(R"("id": "x", "relation": "owns", "why": "W.", "confidence": 1.5, "patterns": ["S {buy} O"])"),
        HasSubstr("not in (0, 1]"));
    EXPECT_THAT(complaint(R"("relation": "owns")"), HasSubstr("an id is needed"));
    EXPECT_THAT(complaint(R"("id": "x", "relation": "owns", "why": "W.", "confidence": 0.5, "finder": "magic")"),
                HasSubstr("unknown finder magic"));

    write("rules.json", "{\"rules\": [\n{]}");
    EXPECT_THAT(Patterns::load(folder, ontology()).error().detail, AllOf(HasSubstr("rules.json"), HasSubstr("line 2")));
    write("rules.json", "[]");
    EXPECT_THAT(Patterns::load(folder, ontology()).error().detail, HasSubstr("not an object"));
    write("rules.json", "{}");
    EXPECT_THAT(Patterns::load(folder, ontology()).error().detail, HasSubstr("no list of rules"));
    fs::remove(folder / "words.json");
    EXPECT_EQ(Patterns::load(folder, ontology()).error().code, Errc::notFound);
}

TEST(Vocabulary, InflectsRegularAndIrregularVerbs)
{
    Vocabulary vocabulary;
    const WordId carry = vocabulary.addVerb("carry");
    const WordId close = vocabulary.addVerb("close");
    vocabulary.addVerb("buy", "buys", "bought", "bought", "buying");
    for (const char* form : {"carry", "carries", "carried", "carrying"}) {
        ASSERT_EQ(vocabulary.readings(vocabulary.find(form)).size(), 1u) << form;
        EXPECT_EQ(vocabulary.readings(vocabulary.find(form))[0].lemma, carry) << form;
    }
    EXPECT_EQ(vocabulary.readings(vocabulary.find("closing"))[0].lemma, close);
    EXPECT_EQ(vocabulary.readings(vocabulary.find("bought"))[0].forms, pastForm | participleForm);
    EXPECT_EQ(vocabulary.find("buyed"), 0u);
    EXPECT_TRUE(vocabulary.readings(vocabulary.find("unheard")).empty());
}

TEST(Values, AmountsSharesRanksAndNumbers)
{
    const auto read = [](std::string_view text) -> std::string {
        const std::optional<Value> value = valueAt(text, 0, static_cast<std::uint32_t>(text.size()));
        if (!value) return "none";
        static constexpr const char* kinds[] = {"money", "percent", "number", "ordinal", "date", "duration"};
        return std::string(kinds[static_cast<int>(value->kind)]) + " " + std::string(text.substr(0, value->end));
    };
    EXPECT_EQ(read("$14.3 billion investment"), "money $14.3 billion");
    EXPECT_EQ(read("$14.3B to"), "money $14.3B");
    EXPECT_EQ(read("US$3m."), "money US$3m");
    EXPECT_EQ(read("€5,000,000, and"), "money €5,000,000");
    EXPECT_EQ(read("14 million dollars"), "money 14 million dollars");
    EXPECT_EQ(read("$5 between"), "money $5") << "no magnitude begins a longer word";
    EXPECT_EQ(read("49% of"), "percent 49%");
    EXPECT_EQ(read("49 percent of"), "percent 49 percent");
    EXPECT_EQ(read("4th on"), "ordinal 4th");
    EXPECT_EQ(read("#12)"), "ordinal #12");
    EXPECT_EQ(read("No. 3 in"), "ordinal No. 3");
    EXPECT_EQ(read("fourth place"), "ordinal fourth");
    EXPECT_EQ(read("1,000 people"), "number 1,000");
    EXPECT_EQ(read("3 billion people"), "number 3 billion");
    EXPECT_EQ(read("€2 bn for"), "money €2 bn");
    EXPECT_EQ(read("2 bn euros"), "money 2 bn euros");
    EXPECT_EQ(read("CA$ 5"), "none");
    EXPECT_EQ(read("CA$5 million"), "money CA$5 million");
    EXPECT_EQ(read("$10–20 million of"), "money $10–20 million");
    EXPECT_EQ(read("$10 to $20 million of"), "money $10 to $20 million");
    EXPECT_EQ(read("$5 to 20 people"), "money $5");
    EXPECT_EQ(read("3 billion U.S. dollars"), "money 3 billion U.S. dollars");
    EXPECT_EQ(read("a billion dollars"), "money a billion dollars");
    EXPECT_EQ(read("a million users"), "number a million");
    EXPECT_EQ(read("a mill"), "none");
    EXPECT_EQ(read("3M users"), "number 3M");
    EXPECT_EQ(read("10x more"), "number 10x");
    EXPECT_EQ(read("twenty-five percent of"), "percent twenty-five percent");
    EXPECT_EQ(read("three percentage points"), "percent three percentage points");
    EXPECT_EQ(read("an order of magnitude less"), "number an order of magnitude");
    EXPECT_EQ(read("two orders of magnitude"), "number two orders of magnitude");
    EXPECT_EQ(read("an orderly"), "none");
    EXPECT_EQ(read("none of"), "none");
    EXPECT_EQ(read("nobody"), "none");
    EXPECT_EQ(read("$"), "none");
    EXPECT_EQ(read("tent"), "none");
}

} // namespace
} // namespace skein::testing
