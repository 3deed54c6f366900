// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/extract/claims-fixture.h"

#include "core/extract/items.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <unistd.h>

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
        folder = fs::path(::testing::TempDir()) / ("skein-patterns-" + std::to_string(::getpid()));
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

    static std::string relationList()
    {
        std::string list;
        const auto& relations = ontology().relations();
        for (std::size_t i = 0; i < relations.size(); ++i)
            list += (i == 0 ? "" : i + 1 == relations.size() ? " and " : ", ") + relations[i].id;
        return list;
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

TEST_F(PatternFiles, ErrorsNameFileLineRuleAndReason)
{
    EXPECT_EQ(complaintAbout("S {buy} O", "bougth"),
              (folder / "rules.json").string() +
                  ":1:38: there is no relation “bougth”; use one of " + relationList() + ".");
    EXPECT_THAT(complaintAbout("S {buy} O", "aquired"), HasSubstr("there is no relation “aquired”; did you mean “acquired”?"));
    EXPECT_THAT(complaintAbout("S {buy O"),
                HasSubstr(":1:104: in a pattern of the rule “buy”: this brace is not closed; write } behind the verbs."));
    EXPECT_THAT(complaintAbout("S ( {buy} O"), HasSubstr(":1:104: in a pattern of the rule “buy”: this bracket is not closed"));
    EXPECT_THAT(complaintAbout("S {buy} ) O"), HasSubstr(":1:110: in a pattern of the rule “buy”: this bracket closes one"));
    EXPECT_THAT(complaintAbout("S {buy}.loud O"), HasSubstr("there is no form .loud of a verb; use .passive"));
    EXPECT_THAT(complaintAbout("S {buy} #nothing O"), HasSubstr("there is no macro #nothing"));
    EXPECT_THAT(complaintAbout("S {buy} #loop O"), HasSubstr(":1:110: in a pattern of the rule “buy”: macros are nested too deeply"));
    EXPECT_THAT(complaintAbout("S {buy} O:planet"), HasSubstr("there is no type “planet”"));
    EXPECT_THAT(complaintAbout("S {buy} O:palce"), HasSubstr("did you mean “place”?"));
    EXPECT_THAT(complaintAbout("S {buy} O:place"),
                HasSubstr("the relation acquired admits no place as its object; it admits organization, product and technology"));
    EXPECT_THAT(complaintAbout("{buy} O"), HasSubstr("the pattern has no subject; write S where it stands"));
    EXPECT_THAT(complaintAbout("S {buy}"), HasSubstr("the pattern has no object and no value"));
    EXPECT_THAT(complaintAbout("S {buy} ( np )* O"), HasSubstr("what may match nothing cannot be repeated"));
    EXPECT_THAT(complaintAbout("S {buy} <weight> O"), HasSubstr("there is no value <weight>"));
    EXPECT_THAT(complaintAbout("S {buy} value= O"), HasSubstr("there is nothing behind value="));
    EXPECT_THAT(complaintAbout("S {buy} Quits O"), HasSubstr("words are written in lower case"));
    EXPECT_THAT(complaintAbout("S {buy sell} O"), HasSubstr("verbs in braces are separated by |"));
    EXPECT_THAT(complaintAbout("S {buy} ( a | ) O"), HasSubstr("there is nothing to match here"));
    EXPECT_THAT(complaintAbout("S{buy} O"), HasSubstr("this is neither S, O nor E"));
    EXPECT_THAT(complaint(R"("id": "x", "relation": "owns", "confidence": 0.5, "patterns": ["S {buy} O"])"),
                HasSubstr(":1:12: the rule “x” has no “why”; add it: a text"));
    EXPECT_THAT(
        complaint(R"("id": "x", "relation": "owns", "why": "W.", "confidence": 1.5, "patterns": ["S {buy} O"])"),
        HasSubstr("“confidence” of the rule “x” must be above 0 and at most 1"));
    EXPECT_THAT(complaint(R"("relation": "owns")"), HasSubstr("the rule number 1 has no “id”"));
    EXPECT_THAT(complaint(R"("id": "x", "relation": "owns", "why": "W.", "confidence": 0.5, "finder": "magic")"),
                HasSubstr("there is no finder “magic”"));
    EXPECT_THAT(complaint(R"("id": "x", "relation": "owns", "why": "W.", "confidense": 0.5, "confidence": 0.5, "patterns": ["S {buy} O"])"),
                HasSubstr("“confidense” is no key of the rule “x”; did you mean “confidence”?"));

    write("rules.json", "{\"rules\": [\n{]}");
    EXPECT_THAT(Patterns::load(folder, ontology()).error().detail,
                HasSubstr("rules.json:2:2: this is not JSON: unexpected ']'; expected string literal."));
    write("rules.json", "[]");
    EXPECT_THAT(Patterns::load(folder, ontology()).error().detail, HasSubstr(":1:1: the file of rules must be an object"));
    write("rules.json", "{}");
    EXPECT_THAT(Patterns::load(folder, ontology()).error().detail, HasSubstr(":1:1: the file of rules has no “rules”"));
    write("words.json", R"({"irregular": {"buy": "buys"}, "verbs": "", "doubling": 3, "verbClasses": {"plan": "a"}, "classes": {}})");
    EXPECT_THAT(Patterns::load(folder, ontology()).error().detail,
                AllOf(HasSubstr("words.json:1:1: the file of words has no “macros”"), HasSubstr("(and 4 more)")));
    fs::remove(folder / "words.json");
    EXPECT_EQ(Patterns::load(folder, ontology()).error().code, Errc::notFound);
}

TEST_F(PatternFiles, HostilePatternsEnd)
{
    std::string deep, empty;
    for (int i = 0; i < 5000; ++i) deep += "( ";
    EXPECT_THAT(complaintAbout(deep), HasSubstr("not closed"));
    deep = "S {buy} ";
    for (int i = 0; i < 200; ++i) deep += "( a ";
    for (int i = 0; i < 200; ++i) deep += ") ";
    EXPECT_THAT(complaintAbout(deep + "O"), HasSubstr("nested too deeply"));
    for (int i = 0; i < 60; ++i) empty += "( np | gap ) ";
    EXPECT_EQ(complaintAbout("S {buy} ( " + empty + "a )* O"), "loaded") << "choices do not multiply";
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
