// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/exchange/story.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace skein::exchange {
namespace {

using testing::HasSubstr;
using testing::Not;

const Cancel goOn;

std::string golden(const std::string& name)
{
    std::stringstream text;
    text << std::ifstream(SKEIN_SOURCE_DIR "/tests/golden/exchange/" + name, std::ios::binary).rdbuf();
    return text.str();
}

// Sets SKEIN_UPDATE_GOLDEN in the environment to write the file anew; then read the difference.
void expectGolden(const std::string& actual, const std::string& name)
{
    if (std::getenv("SKEIN_UPDATE_GOLDEN")) std::ofstream(SKEIN_SOURCE_DIR "/tests/golden/exchange/" + name, std::ios::binary) << actual;
    EXPECT_EQ(actual, golden(name));
}

void expectRefused(std::string_view bytes, Errc code, const std::string& detail)
{
    const auto read = readGraphFile(bytes, goOn);
    ASSERT_FALSE(read) << bytes.substr(0, 200);
    EXPECT_EQ(read.error().code, code) << read.error().detail;
    EXPECT_THAT(read.error().detail, HasSubstr(detail));
}

TEST(GraphFile, formatsAreGolden)
{
    expectGolden(writeGraphml(story()), "story.graphml");
    expectGolden(writeGexf(story()), "story.gexf");
    expectGolden(writeJsonLd(story()), "story.jsonld");
    const auto tables = writeCsv(story());
    expectGolden(tables.nodes, "story-nodes.csv");
    expectGolden(tables.edges, "story-edges.csv");
}

TEST(GraphFile, graphmlAndGexfComeBackTheSame)
{
    for (const auto& bytes : {writeGraphml(story()), writeGexf(story())}) {
        const auto read = readGraphFile(bytes, goOn);
        ASSERT_TRUE(read) << read.error().detail;
        EXPECT_EQ(read->graph, story().graph);
        EXPECT_EQ(*read, told(story()));
    }
}

TEST(GraphFile, whatIsLeftOutStaysOut)
{
    auto file = told(story());
    file.looks.clear();
    file.quotes.clear();
    for (const auto& bytes : {writeGraphml(file), writeGexf(file)}) EXPECT_EQ(readGraphFile(bytes, goOn), file);
    file.graph.evidence.clear();
    for (auto& edge : file.graph.edges) edge.firstEvidence = 0;
    for (const auto& bytes : {writeGraphml(file), writeGexf(file)}) EXPECT_EQ(readGraphFile(bytes, goOn), file);
    for (const auto& bytes : {writeGraphml({}), writeGexf({})}) EXPECT_EQ(readGraphFile(bytes, goOn), GraphFile());
}

TEST(GraphFile, fromOneFormatToTheOtherNothingIsLost)
{
    const auto fromGraphml = readGraphFile(writeGraphml(story()), goOn);
    const auto fromGexf = readGraphFile(writeGexf(*fromGraphml), goOn);
    EXPECT_EQ(writeGraphml(*fromGexf), writeGraphml(story()));
}

TEST(GraphFile, gexfEdgesAreThereOnTheDaysOfTheirEvidence)
{
    const auto gexf = writeGexf(story());
    EXPECT_THAT(gexf, HasSubstr("mode=\"dynamic\" timeformat=\"date\""));
    EXPECT_THAT(gexf, HasSubstr("<spell start=\"2024-10-04\" end=\"2024-10-14\"/>"));
    EXPECT_THAT(gexf, HasSubstr("<spell start=\"2024-10-04\" end=\"2024-10-05\"/>")) << "days that touch are one spell";
    EXPECT_THAT(gexf, HasSubstr("<spell start=\"2052-02-20\" end=\"2052-02-21\"/>"));
    EXPECT_THAT(gexf, Not(HasSubstr("start=\"-"))) << "years before the first are no date that Gephi reads";
}

TEST(GraphFile, charactersThatXmlCannotHoldAreReplaced)
{
    GraphFile file;
    file.graph.nodes = {{EntityId{1}, std::string("a\x01" "b\0c\xEF\xBF\xBF", 8), "person", 1, 1}};
    for (const auto& bytes : {writeGraphml(file), writeGexf(file)}) {
        const auto read = readGraphFile(bytes, goOn);
        ASSERT_TRUE(read) << read.error().detail;
        EXPECT_EQ(read->graph.nodes[0].name, "a\xEF\xBF\xBD" "b\xEF\xBF\xBD" "c\xEF\xBF\xBD");
    }
}

TEST(GraphFile, jsonLdQuotesHaveBothSelectors)
{
    const auto json = nlohmann::json::parse(writeJsonLd(story()));
    const auto& graph = json.at("@graph");
    const auto claim = std::ranges::find_if(graph, [](const auto& node) { return node["@id"] == "urn:skein:claim:c0000000000000001"; });
    ASSERT_NE(claim, graph.end());
    EXPECT_EQ((*claim)["subject"], "urn:skein:entity:e0000000000000001");
    EXPECT_EQ((*claim)["attributedTo"]["name"], "Wang, A.");
    const auto& selectors = (*claim)["hasTarget"]["hasSelector"];
    EXPECT_EQ(selectors[0]["exact"], "Meta leads\r\nit.");
    EXPECT_EQ(selectors[0]["prefix"], "So ");
    EXPECT_EQ(selectors[1]["start"], 3);
    EXPECT_EQ(selectors[1]["end"], 18);
}

TEST(GraphFile, csvRunsNoFormula)
{
    const auto tables = writeCsv(story());
    EXPECT_THAT(tables.nodes, HasSubstr(",'=1+1,person,"));
    EXPECT_THAT(tables.edges, HasSubstr("\"'-2 \"\"no\"\", it does not\""));
    EXPECT_THAT(tables.edges, HasSubstr(",'@x,"));
    EXPECT_THAT(tables.nodes, HasSubstr(",-1.5,2.25,")) << "numbers stay numbers";
    EXPECT_EQ(csvRow({"a", "b,c", "d\"e", "f\ng", ""}), "a,\"b,c\",\"d\"\"e\",\"f\ng\",\r\n");
}

TEST(GraphFile, everyRowHasAsManyCellsAsTheHead)
{
    for (const auto& table : {writeCsv(story()).nodes, writeCsv(story()).edges}) {
        std::vector<int> cells{1};
        bool isQuoted = false;
        for (const char c : table) {
            if (c == '"') isQuoted = !isQuoted;
            else if (c == ',' && !isQuoted) ++cells.back();
            else if (c == '\n' && !isQuoted) cells.push_back(1);
        }
        cells.pop_back(); // after the last line's end
        EXPECT_THAT(cells, testing::Each(cells.front()));
    }
}

TEST(GraphFile, foreignGexfIsAPicture)
{
    const auto read = readGraphFile(golden("foreign.gexf"), goOn);
    ASSERT_TRUE(read) << read.error().detail;
    const auto& graph = read->graph;
    ASSERT_EQ(graph.nodes.size(), 4u);
    EXPECT_TRUE(std::ranges::is_sorted(graph.nodes, {}, &GraphNode::id));
    EXPECT_THAT(graph.nodes, testing::Contains(testing::Field(&GraphNode::name, "Myriel")));
    EXPECT_THAT(graph.nodes, testing::Contains(testing::AllOf(testing::Field(&GraphNode::name, "nested"), testing::Field(&GraphNode::type, "cleric"))))
        << "a default stands for what is not said";
    ASSERT_EQ(graph.edges.size(), 2u) << "of two edges of one relation one is left, and none to itself";
    EXPECT_EQ(graph.edges[0].claims + graph.edges[1].claims, 3u);
    EXPECT_TRUE(graph.evidence.empty());
    ASSERT_EQ(read->looks.size(), 4u);
    const auto napoleon = std::ranges::find(graph.nodes, "Napoleon", &GraphNode::name) - graph.nodes.begin();
    EXPECT_EQ(read->looks[std::size_t(napoleon)], (NodeLook{{-266.5F, 10}, 4.5F, {235, 81, 72, 153}}));
}

TEST(GraphFile, foreignGraphmlIsAPicture)
{
    const auto read = readGraphFile(golden("foreign.graphml"), goOn);
    ASSERT_TRUE(read) << read.error().detail;
    ASSERT_EQ(read->graph.nodes.size(), 3u);
    for (const char* name : {"Label of yEd", "n1", "inner"})
        EXPECT_THAT(read->graph.nodes, testing::Contains(testing::Field(&GraphNode::name, name)));
    ASSERT_EQ(read->graph.edges.size(), 2u);
    for (const auto& edge : read->graph.edges) EXPECT_EQ(read->graph.relationOf(edge), (GraphRelation{"connected", "is connected with"}));
    EXPECT_TRUE(read->looks.empty());
}

TEST(GraphFile, nodesKeepTheirIdsThroughIgraph)
{
    const auto read = readGraphFile(golden("igraph.graphml"), goOn);
    ASSERT_TRUE(read) << read.error().detail;
    const auto& graph = read->graph;
    ASSERT_EQ(graph.nodes.size(), 3u);
    EXPECT_EQ(graph.nodes[0], (GraphNode{EntityId{2}, "Bea", "person", 3, 0}));
    EXPECT_EQ(graph.nodes[1], (GraphNode{EntityId{5}, "Ada & Co", "organization", 12, 0}));
    EXPECT_EQ(graph.nodes[2].name, "of somebody else") << "an id that is not ours is no id";
    ASSERT_EQ(graph.edges.size(), 1u);
    EXPECT_EQ(graph.edges[0].source, 0u);
    EXPECT_EQ(graph.edges[0].target, 1u);
    EXPECT_EQ(graph.edges[0].claims, 2u);
    EXPECT_TRUE(graph.edges[0].isDisputed);
}

TEST(GraphFile, whatNetworkxWritesIsRead)
{
    const auto read = readGraphFile(golden("networkx.gexf"), goOn);
    ASSERT_TRUE(read) << read.error().detail;
    const auto& graph = read->graph;
    ASSERT_EQ(graph.nodes.size(), 2u);
    EXPECT_EQ(graph.nodes[1], (GraphNode{EntityId{5}, "Ada & Co", "organization", 12, 0}));
    ASSERT_EQ(graph.edges.size(), 1u);
    EXPECT_EQ(graph.relationOf(graph.edges[0]), (GraphRelation{"leads", "leads"}));
    EXPECT_EQ(graph.edges[0].claims, 2u);
    EXPECT_TRUE(graph.edges[0].isDisputed);
    ASSERT_EQ(read->looks.size(), 2u);
    EXPECT_EQ(read->looks[0], (NodeLook{{1e-07F, 2.25F}, 0.1F, {213, 94, 0, 128}}));
    EXPECT_EQ(read->looks[1], (NodeLook{{-1.5F, 3.4e7F}, 8, {0, 114, 178, 255}}));
}

TEST(GraphFile, hostileInputIsRefused)
{
    expectRefused("", Errc::badSyntax, "line 1");
    expectRefused("<html/>", Errc::badSyntax, "neither GraphML nor GEXF");
    expectRefused("<gexf><graph><nodes><node/></nodes></graph></gexf>", Errc::badSyntax, "a node without id");
    expectRefused("<gexf><edges><edge source='a'/></edges></gexf>", Errc::badSyntax, "without source or target");
    expectRefused("<graphml>\n<graph><edge source='a' target='b'/></graph></graphml>", Errc::badSyntax, "no node");
    expectRefused("<graphml><graph>\n<node id='a'></graph></graphml>", Errc::badSyntax, "line 2");
    expectRefused("<!DOCTYPE g [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><graphml>&b;</graphml>", Errc::badSyntax, "declares an entity");
    expectRefused("<!DOCTYPE g [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><graphml>&x;</graphml>", Errc::badSyntax, "declares an entity");
    expectRefused("<graphml>&x;</graphml>", Errc::badSyntax, "line 1");
    std::string deep = "<graphml>";
    for (int i = 0; i < 100; ++i) deep += "<a>";
    expectRefused(deep, Errc::tooDeep, "nested");
    deep = "<graphml>";
    for (int i = 0; i < 40; ++i) deep += "<node id='" + std::to_string(i) + "'>";
    expectRefused(deep, Errc::tooDeep, "nested");
    expectRefused("<graphml><key id='a' for='node'><default>" + std::string(300, 'x') + "</default></key></graphml>", Errc::tooLarge, "default");
    std::string many = "<graphml>";
    for (int i = 0; i < 300; ++i) many += "<key id='k" + std::to_string(i) + "' for='all'/>";
    expectRefused(many, Errc::tooLarge, "attributes");
    EXPECT_TRUE(readGraphFile("<graphml><key id='a' for='node'><key id='b' for='edge'><default>x</default></key></key></graphml>", goOn));
    Cancel stop;
    stop.raise();
    EXPECT_EQ(readGraphFile(writeGexf(story()), stop).error().code, Errc::cancelled);
}

TEST(GraphFile, aDoctypeWithoutEntitiesIsPassedOver)
{
    EXPECT_TRUE(readGraphFile("<!DOCTYPE graphml SYSTEM 'graphml.dtd'><graphml><graph/></graphml>", goOn));
}

TEST(GraphFile, evidenceThatWasTamperedWithIsNotBelieved)
{
    for (const char* evidence : {"[", "{}", "[1]", "[{}]", "[{\"document\":\"x\"}]"}) {
        auto bytes = std::string("<gexf><graph><attributes class='edge'><attribute id='evidence' title='evidence' type='string'/></attributes>"
                                 "<nodes><node id='a'/><node id='b'/></nodes><edges><edge source='a' target='b'><attvalues>"
                                 "<attvalue for='evidence' value='") + evidence + "'/></attvalues></edge></edges></graph></gexf>";
        const auto read = readGraphFile(bytes, goOn);
        ASSERT_TRUE(read) << read.error().detail;
        EXPECT_TRUE(read->graph.evidence.empty()) << evidence;
        EXPECT_EQ(read->graph.edges[0].claims, 1u);
    }
}

TEST(GraphFile, formatsAreKnownByName)
{
    EXPECT_EQ(graphFormatOf("gexf"), GraphFormat::gexf);
    EXPECT_EQ(graphFormatOf("tea"), std::nullopt);
    const auto files = filesOf(story(), GraphFormat::csv, "/a/b.csv");
    ASSERT_EQ(files.size(), 2u);
    EXPECT_EQ(files[0].path, "/a/b-nodes.csv");
    EXPECT_EQ(files[1].path, "/a/b-edges.csv");
}

} // namespace
} // namespace skein::exchange
