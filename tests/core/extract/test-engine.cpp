// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/lexicons.h"
#include "core/extract/ontology.h"
#include "tests/core/extract/analysed.h"

#include <gmock/gmock.h>

#include <chrono>
#include <filesystem>
#include <fstream>

using namespace skein;
using namespace skein::test;
using testing::HasSubstr;

namespace {

std::filesystem::path copiedResources(const std::string& name)
{
    const auto folder = std::filesystem::path(testing::TempDir()) / name;
    std::filesystem::remove_all(folder);
    for (const char* part : {"ontology", "lexicons", "patterns", "models"}) {
        const auto from = std::filesystem::path(SKEIN_SOURCE_DIR) / "resources" / part;
        if (std::filesystem::exists(from)) {
            std::filesystem::create_directories(folder / part);
            std::filesystem::copy(from, folder / part, std::filesystem::copy_options::recursive);
        }
    }
    return folder;
}

Error loadError(const std::filesystem::path& folder)
{
    auto result = Engine::load(folder);
    EXPECT_FALSE(result);
    return result ? Error{} : result.error();
}

} // namespace

TEST(Engine, missingResourcesAreNamed)
{
    EXPECT_EQ(loadError("/nowhere/at/all").code, Errc::notFound);
    for (const char* part : {"lexicons/places.txt", "ontology/ontology.json", "models/grammar-en.model"}) {
        const auto folder = copiedResources("engine-missing");
        std::filesystem::remove(folder / part);
        EXPECT_EQ(loadError(folder).code, Errc::notFound);
        EXPECT_THAT(loadError(folder).detail, HasSubstr(std::filesystem::path(part).filename().string()));
    }
}

TEST(Engine, badResourcesAreNamedWithTheirPlace)
{
    const auto folder = copiedResources("engine-bad");
    std::ofstream(folder / "lexicons" / "places.txt") << "# places\nAtlantis\nLost  City\n";
    EXPECT_EQ(loadError(folder).code, Errc::badSyntax);
    EXPECT_THAT(loadError(folder).detail, HasSubstr("places.txt:3:5: stray white space"));
    std::ofstream(folder / "ontology" / "ontology.json") << "{\"name\": \"x\",\n \"version\": }";
    EXPECT_EQ(loadError(folder).code, Errc::badSyntax);
    EXPECT_THAT(loadError(folder).detail, HasSubstr("ontology.json:2:"));
}

TEST(Engine, cancelIsHeard)
{
    Cancel cancel;
    cancel.raise();
    auto result = engine().analyse(documentOf("Meta released Muse Spark."), cancel);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, Errc::cancelled);
}

TEST(Engine, claimsThatAreVerbsSpeak)
{
    const Analysis analysis =
        analysed(documentOf("Anthropic claims that three Chinese AI firms sent 16 million prompts to Claude."));
    ASSERT_EQ(analysis.claims.size(), 1u);
    EXPECT_EQ(analysis.claims[0].relation, "said");
    EXPECT_EQ(analysis.entities[analysis.claims[0].subject].name, "Anthropic");
}

TEST(Engine, equalInputGivesEqualOutput)
{
    const Document document =
        documentOf("The lab Velmari hired Tom Brandt in May 2025. Brandt said he likes it. The company paid.");
    EXPECT_EQ(analysed(document), analysed(document));
    EXPECT_FALSE(engine().version().empty());
}

TEST(Engine, emptyAndOddTextsAreRead)
{
    EXPECT_TRUE(analysed(documentOf("")).entities.empty());
    for (const char* text :
         {"A",   "'",     "\xE2\x80\x9C", "A.A.A.",    "Mr.",       "U.S.",    "9 ",         "The '",    "'s",
          "X's", "(MSL)", "- - -",        "Llama 4 (", "May",       "every",   "the end of", "the last", "mid-",
          "Q2",  "12:",   "a few",        "Jan.",      "the early", "Monday,", "'90",        "1990-"})
        EXPECT_NO_FATAL_FAILURE(analysed(documentOf(text, "2026-04-09"))) << text;
}

TEST(Engine, mentionsAreInOrderAndInsideTheText)
{
    const Document document =
        documentOf("Nimbus Labs (NL) hired Ada Krohn. She runs Nimbus Labs now. The lab paid Krohn and NL.");
    const Analysis analysis = analysed(document);
    for (std::size_t i = 0; i < analysis.mentions.size(); ++i) {
        EXPECT_LT(analysis.mentions[i].entity, analysis.entities.size());
        EXPECT_LE(analysis.mentions[i].span.end, document.text.size());
        if (i) {
            EXPECT_LE(analysis.mentions[i - 1].span.end, analysis.mentions[i].span.begin);
        }
    }
}

TEST(Ontology, theShippedOneHoldsWhatScorersKnow)
{
    auto ontology = Ontology::load(SKEIN_SOURCE_DIR "/resources/ontology/ontology.json");
    ASSERT_TRUE(ontology) << ontology.error().detail;
    for (const char* type :
         {"person", "organization", "place", "product", "technology", "benchmark", "event", "work", "law"})
        EXPECT_TRUE(ontology->entityType(type)) << type;
    for (const char* relation :
         {"founded_by",    "ceo_of",         "leads",       "works_at",     "member_of",     "part_of",
          "subsidiary_of", "owns",           "invested_in", "acquired",     "merged_with",   "headquartered_in",
          "located_in",    "founded_on",     "released",    "developed_by", "product_of",    "brand_of",
          "deployed_on",   "licensed_under", "ranked_on",   "ranks_behind", "competes_with", "partners_with",
          "client_of",     "regulated_by",   "listed_on",   "educated_at",  "born_in",       "born_on",
          "died_on",       "lives_in",       "citizen_of",  "spouse_of",    "child_of",      "affiliated_with",
          "said",          "announced",      "hired",       "left"})
        EXPECT_TRUE(ontology->relation(relation)) << relation;
    EXPECT_TRUE(ontology->admits("invested_in", "organization", "organization"));
    EXPECT_FALSE(ontology->admits("born_in", "organization", "place"));
    EXPECT_TRUE(ontology->admits("founded_on", "organization", ""));
    EXPECT_FALSE(ontology->admits("nothing", "person", "person"));
}

TEST(Ontology, mistakesNameTheirKey)
{
    const auto first = [](std::string_view json) {
        Complaints complaints("mine.json", json);
        return Ontology::parse(complaints) ? std::string() : toString(complaints.take().front());
    };
    EXPECT_EQ(first("{\"name\": \"x\", \"version\": \"1\",\n \"types\": [{\"id\": \"a\", \"label\": \"A\"}],\n \"relations\": []}"),
              "mine.json:2:12: the type “a” has no “plural”; add it: a text.");
    EXPECT_EQ(first(R"({"name":"x","version":"1","types":[{"id":"person","label":"A","plural":"As"}],
        "relations":[{"id":"r","label":"l","inverse":"","subjects":["persom"],"objects":["person"]}]})"),
              "mine.json:2:69: “persom” in “subjects” of the relation “r” is no type; did you mean “person”?");
    EXPECT_EQ(first(R"({"name":"x","version":"1","types":[{"id":"a","label":"A","plural":"As"}, {"id":"a","label":7,"plural":"As"}],
        "relations":[]})"),
              "mine.json:1:80: the type “a” stands in the list twice; keep one of them.");
    EXPECT_EQ(first("[]"), "mine.json:1:1: the ontology must be an object: { … }.");
    EXPECT_EQ(first("{\"name\": \"x\", \"name\": \"y\"}"),
              "mine.json:1:15: the key “name” stands in this object twice; keep one of them.");
}

TEST(Lexicons, wholeNamesAreFoundByTheirFirstWord)
{
    auto lexicons = Lexicons::load(SKEIN_SOURCE_DIR "/resources/lexicons");
    ASSERT_TRUE(lexicons) << lexicons.error().detail;
    EXPECT_TRUE(lexicons->has(Lexicon::place, "United States of America"));
    EXPECT_GE(lexicons->longestFrom("United"), 4u);
    EXPECT_EQ(lexicons->lists("no such words"), 0u);
    EXPECT_TRUE(lexicons->has(Lexicon::common, "table"));
    EXPECT_FALSE(lexicons->has(Lexicon::common, "zuckerberg"));
}
