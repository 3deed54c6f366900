// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/analysis/contraction.h"
#include "tests/core/library/library-fixture.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <sstream>

namespace skein {
namespace {

// Sets SKEIN_UPDATE_GOLDEN in the environment to write the file anew; then read the difference.
void expectGolden(const std::string& actual, const std::string& name)
{
    const auto file = std::string(SKEIN_SOURCE_DIR) + "/tests/core/library/" + name;
    if (std::getenv("SKEIN_UPDATE_GOLDEN")) std::ofstream(file, std::ios::binary) << actual;
    std::stringstream expected;
    expected << std::ifstream(file, std::ios::binary).rdbuf();
    EXPECT_EQ(actual, expected.str());
}

TEST_F(LibraryTest, exportIsGolden) { expectGolden(*make({investment(), release()}).exportJson(), "export.json"); }

TEST_F(LibraryTest, graphFileHasTheWordsBehindEachEdge)
{
    const auto library = make({investment(), release()});
    const auto graph = *library.graph();
    const auto file = library.graphFile(graph, {});
    ASSERT_TRUE(file);
    EXPECT_EQ(file->graph, graph);
    ASSERT_EQ(file->quotes.size(), graph.edges.size());
    for (std::size_t i = 0; i < graph.edges.size(); ++i) {
        const auto evidence = graph.evidenceOf(graph.edges[i]);
        ASSERT_EQ(file->quotes[i].size(), evidence.size());
        for (std::size_t k = 0; k < evidence.size(); ++k) {
            const auto& quote = file->quotes[i][k];
            EXPECT_EQ(quote.document, graph.documents[evidence[k].document].id);
            EXPECT_EQ(quote.confidence, evidence[k].confidence);
            const auto text = library.document(quote.document)->text;
            const OffsetMap offsets(text, OffsetMap::Unit::codePoint);
            const auto begin = offsets.toByte(quote.start), end = offsets.toByte(quote.end);
            EXPECT_EQ(text.substr(begin, end - begin), quote.quote);
            EXPECT_TRUE(text.substr(0, begin).ends_with(quote.before));
            EXPECT_TRUE(text.substr(end).starts_with(quote.after));
        }
    }
    ASSERT_EQ(file->facts.size(), 1u);
    EXPECT_EQ(file->facts[0].value, "4 February 2004");
    auto told = *file;
    told.facts.clear();
    told.uris.clear();
    EXPECT_EQ(exchange::readGraphFile(exchange::writeGexf(*file), Cancel()), told);
    EXPECT_EQ(exchange::readGraphFile(exchange::writeGraphml(*file), Cancel()), told);
}

// Whoever is folded into whom: each edge that is left has every quote of the edges it stands for, beside its evidence.
TEST_F(LibraryTest, graphFileOfCollapsedNodesKeepsTheirWords)
{
    const auto library = make({investment(), release()});
    const auto whole = *library.graph();
    const auto all = *library.graphFile(whole, {});
    std::size_t joined = 0;
    for (std::uint32_t lead = 0; lead < whole.nodes.size(); ++lead) {
        for (std::uint32_t member = 0; member < whole.nodes.size(); ++member) {
            if (member == lead) continue;
            auto folded = contract(whole, {{lead, {member}, "Both"}}).graph;
            const auto file = library.graphFile(folded, {}, {{whole.nodes[member].id, whole.nodes[lead].id}});
            ASSERT_TRUE(file);
            ASSERT_EQ(file->quotes.size(), folded.edges.size());
            for (std::size_t i = 0; i < folded.edges.size(); ++i) {
                const auto evidence = file->graph.evidenceOf(file->graph.edges[i]);
                ASSERT_FALSE(evidence.empty());
                ASSERT_EQ(file->quotes[i].size(), evidence.size());
                for (std::size_t k = 0; k < evidence.size(); ++k) {
                    const auto& quote = file->quotes[i][k];
                    EXPECT_EQ(quote.document, folded.documents[evidence[k].document].id);
                    EXPECT_EQ(quote.confidence, evidence[k].confidence);
                    // And it is the library's own, with its dates.
                    bool isOwn = false;
                    for (std::size_t e = 0; e < all.quotes.size(); ++e)
                        for (std::size_t q = 0; q < all.quotes[e].size(); ++q)
                            isOwn = isOwn || (all.quotes[e][q] == quote && whole.evidenceOf(whole.edges[e])[q] == evidence[k]);
                    EXPECT_TRUE(isOwn) << quote.quote;
                }
                joined += evidence.size() > 1;
            }
            // Relations that only edges inside the fold had are not in the files.
            for (const auto& text : {exchange::writeGexf(*file), exchange::writeGraphml(*file)}) {
                const auto back = exchange::readGraphFile(text, Cancel());
                ASSERT_TRUE(back);
                EXPECT_EQ(back->quotes, file->quotes);
                EXPECT_EQ(back->graph.evidence, file->graph.evidence);
            }
            const auto csv = exchange::writeCsv(*file);
            const auto jsonLd = exchange::writeJsonLd(*file);
            for (const auto& quotes : file->quotes) {
                for (const auto& quote : quotes) {
                    EXPECT_NE(csv.edges.find(toString(quote.claim)), std::string::npos);
                    EXPECT_NE(jsonLd.find(quote.quote), std::string::npos);
                }
            }
        }
    }
    EXPECT_GT(joined, 0u);
}

TEST_F(LibraryTest, graphFileOfAPictureHasNoQuotesForWhatThePictureMade)
{
    const auto library = make({investment(), release()});
    auto graph = *library.graph();
    graph.relations.push_back({"several", "several"});
    graph.edges.back().relation = static_cast<std::uint16_t>(graph.relations.size() - 1);
    const auto file = library.graphFile(graph, {});
    ASSERT_TRUE(file);
    EXPECT_TRUE(file->quotes.back().empty());
    EXPECT_FALSE(file->quotes.front().empty());
}

TEST_F(LibraryTest, exportOfNothing)
{
    const auto json = nlohmann::json::parse(*make({}).exportJson());
    for (const char* key : {"documents", "entities", "claims", "relations", "events", "annotations", "stories"})
        EXPECT_TRUE(json.at(key).is_array() && json.at(key).empty()) << key;
}

TEST_F(LibraryTest, exportsAreEqualHoweverTheDocumentsCame)
{
    std::vector<Digest> digests{investment(), release()};
    for (int i = 0; i < 6; ++i)
        digests.push_back(DigestBuilder("Scale AI hired Wang for the " + std::to_string(i) + "th time. Zuckerberg leads Meta.",
                                        std::to_string(i) + ".txt")
                              .title("The same title", i % 2 ? "2026" : "")
                              .entity("organization", {"Scale AI"})
                              .entity("person", {"Wang"})
                              .entity(i == 3 ? "product" : "organization", {"Meta"})
                              .entity("person", {"Zuckerberg"})
                              .claim("leads", 3, 2, "leads"));
    const auto expected = *make(digests, "all.skein").exportJson();
    std::ranges::reverse(digests);
    EXPECT_EQ(*make(digests, "reversed.skein").exportJson(), expected);
    auto single = make({}, "single.skein");
    std::ranges::rotate(digests, digests.begin() + 3);
    for (const auto& digest : digests) ASSERT_TRUE(single.add({digest}));
    EXPECT_EQ(*single.exportJson(), expected);
    ASSERT_TRUE(single.remove(digests[0].id));
    ASSERT_TRUE(single.add({digests[0], digests[1]}));
    EXPECT_EQ(*single.exportJson(), expected);
    EXPECT_TRUE(single.verify({})->empty());
}

TEST_F(LibraryTest, exportedQuotesAreTheTextToTheCharacter)
{
    // Four-byte characters before and inside the quote: code points are neither bytes nor UTF-16 units.
    const Digest digest = DigestBuilder("\xF0\x9F\x98\x80 first. \xC3\x9C" "ber\xF0\x9F\x98\x80 Corp invested in Caf\xC3\xA9.", "emoji.txt")
                              .entity("organization", {"\xC3\x9C" "ber\xF0\x9F\x98\x80 Corp"})
                              .entity("organization", {"Caf\xC3\xA9"})
                              .claim("invested_in", 0, 1, "invested in");
    const auto json = nlohmann::json::parse(*make({digest}).exportJson());
    const auto& claim = json["claims"][0];
    EXPECT_EQ(claim["start"], 9);
    EXPECT_EQ(claim["end"], 37);
    EXPECT_EQ(claim["triggers"], nlohmann::json::parse("[[20, 31]]"));
    EXPECT_EQ(claim["status"], "suggested");
    EXPECT_EQ(json["entities"].size(), 2u);
}

TEST_F(LibraryTest, datedClaimsAreEvents)
{
    DigestBuilder builder("Meta released Muse in 2026. Again: Meta released Muse. Meta was founded on 4 February 2004.");
    builder.entity("organization", {"Meta"}).entity("product", {"Muse"}).claim("released", 0, 1, "released Muse in 2026");
    builder.lastClaim().time = "2026";
    builder.claim("released", 0, 1, "Again: Meta released");
    builder.lastClaim().time = "2026";
    builder.claim("founded_on", 0, std::nullopt, "4 February 2004");
    const auto at = builder.lastClaim().triggers.front();
    builder.get().analysis.times.push_back({at, "date", "2004-02-04"});
    builder.claim("leads", 0, 1, "Muse in");
    const auto json = nlohmann::json::parse(*make({builder}).exportJson());
    ASSERT_EQ(json["events"].size(), 2u);
    EXPECT_EQ(json["events"][0]["edtf"], "2004-02-04");
    EXPECT_EQ(json["events"][0]["title"], "Meta was founded on 4 February 2004");
    EXPECT_EQ(json["events"][1]["title"], "Meta released Muse");
    EXPECT_EQ(json["events"][1]["claims"].size(), 2u);
    EXPECT_EQ(json["events"][1]["entities"].size(), 2u);
}

TEST_F(LibraryTest, aBareDateJoinsTheEventThatSaysMore)
{
    DigestBuilder builder("Meta released Muse on 8 April 2026. Muse came on 8 April 2026. Llama came on 8 April 2026.");
    builder.entity("organization", {"Meta"}).entity("product", {"Muse"}).entity("product", {"Llama"});
    builder.claim("released", 0, 1, "released Muse");
    builder.lastClaim().time = "2026-04-08";
    builder.claim("released_on", 1, std::nullopt, "Muse came");
    builder.lastClaim().time = "2026-04-08";
    builder.claim("released_on", 2, std::nullopt, "Llama came");
    builder.lastClaim().time = "2026-04-08";
    const auto json = nlohmann::json::parse(*make({builder}).exportJson());
    ASSERT_EQ(json["events"].size(), 2u);
    EXPECT_EQ(json["events"][0]["entities"].size(), 1u); // of Llama nothing else is known
    EXPECT_EQ(json["events"][1]["title"], "Meta released Muse");
    EXPECT_EQ(json["events"][1]["claims"].size(), 2u);
}

} // namespace
} // namespace skein
