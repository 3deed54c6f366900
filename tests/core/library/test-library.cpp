// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/library/library-fixture.h"

namespace skein {
namespace {

using testing::ElementsAre;

TEST_F(LibraryTest, addsDocumentsAndLinksWhatTheyName)
{
    const auto library = make({investment(), release()});
    EXPECT_THAT(names(library), ElementsAre("Alexandr Wang", "Google", "Mark Zuckerberg", "Meta", "Scale AI"));
    const auto graph = *library.graph();
    const auto meta = std::ranges::find(graph.nodes, "Meta", &GraphNode::name);
    EXPECT_EQ(meta->mentions, 4u);
    EXPECT_EQ(meta->documents, 2u);
    EXPECT_EQ(meta->type, "organization");
}

TEST_F(LibraryTest, sameBytesAreOneDocument)
{
    auto library = make({investment(), investment()});
    EXPECT_EQ(library.documents()->size(), 1u);
    const auto again = library.add({investment(), release()});
    ASSERT_TRUE(again);
    EXPECT_TRUE(again->at(0).wasThere);
    EXPECT_FALSE(again->at(1).wasThere);
    EXPECT_EQ(library.documents()->size(), 2u);
}

TEST_F(LibraryTest, edgesAreViewsOfClaims)
{
    const auto library = make({investment(), release()});
    const auto graph = *library.graph();
    std::vector<std::string> edges;
    for (const auto& edge : graph.edges)
        edges.push_back(graph.nodes[edge.source].name + "|" + graph.relationOf(edge).label + "|" + graph.nodes[edge.target].name + "|" +
                        std::to_string(edge.claims));
    std::ranges::sort(edges);
    const bool metaFirst = find(library, "Meta") < find(library, "Google");
    EXPECT_THAT(edges, ElementsAre("Alexandr Wang|leads|Scale AI|1",
                                   metaFirst ? "Meta|competes with|Google|2" : "Google|competes with|Meta|2",
                                   "Meta|invested in|Scale AI|1") );
    std::size_t claims = 0;
    for (const auto& edge : graph.edges) {
        EXPECT_EQ(edge.firstEvidence, claims) << "edges and their evidence stand in one order";
        claims += edge.claims;
        for (const auto& evidence : graph.evidenceOf(edge)) {
            EXPECT_LT(evidence.document, graph.documents.size());
            EXPECT_LE(evidence.confidence, edge.confidence);
            EXPECT_EQ(evidence.isDated(), true) << "by the words, or by the day it was published";
        }
    }
    EXPECT_EQ(graph.evidence.size(), claims);
}

TEST_F(LibraryTest, quotesAreTheDocumentsOwnWords)
{
    const auto library = make({investment(), release()});
    const auto quotes = *library.quotes(find(library, "Scale AI"), find(library, "Meta"));
    ASSERT_EQ(quotes.size(), 1u);
    EXPECT_EQ(quotes[0].text, "Meta invested in Scale AI in 2025.");
    EXPECT_EQ(textOf(library.document(quotes[0].document)->text, quotes[0].span), quotes[0].text);
    ASSERT_EQ(quotes[0].triggers.size(), 1u);
    EXPECT_EQ(textOf(quotes[0].text, quotes[0].triggers[0]), "invested in");
    EXPECT_EQ(quotes[0].documentTitle, "The investment");
    EXPECT_TRUE(library.quotes(find(library, "Scale AI"), find(library, "Meta"), "leads")->empty());
}

TEST_F(LibraryTest, entityTellsNeighboursPlacesAndFacts)
{
    const auto library = make({investment(), release()});
    const auto meta = *library.entity(find(library, "Meta"));
    ASSERT_EQ(meta.neighbours.size(), 2u);
    EXPECT_EQ(meta.neighbours[0].label, "competes with");
    EXPECT_EQ(meta.neighbours[0].claims, 2u);
    EXPECT_EQ(meta.neighbours[1].label, "invested in");
    ASSERT_EQ(meta.facts.size(), 1u);
    EXPECT_EQ(meta.facts[0].value, "4 February 2004");
    ASSERT_EQ(meta.places.size(), 4u);
    EXPECT_EQ(meta.places[0].published, "2025-06-12");
    EXPECT_EQ(meta.places[1].sentenceText, "Meta competes with Google.");

    const auto scale = *library.entity(find(library, "Scale AI"));
    ASSERT_EQ(scale.neighbours.size(), 2u);
    EXPECT_EQ(scale.neighbours[1].label, "was funded by");
    EXPECT_FALSE(scale.neighbours[1].isOutgoing);
    const auto wang = *library.entity(find(library, "Alexandr Wang"));
    EXPECT_THAT(wang.aliases, ElementsAre("Wang"));
    EXPECT_EQ(library.entity(EntityId{7}).error().code, Errc::notFound);
}

// "subject|predicate|object", in order.
std::vector<std::string> sayings(const Library& library, EntityId entity)
{
    std::vector<std::string> lines;
    const auto details = *library.entity(entity);
    for (const auto& saying : details.sayings) {
        EXPECT_EQ(textOf(library.document(saying.document)->text, saying.sentence), saying.text);
        std::string line(textOf(saying.text, saying.subject));
        line += "|" + std::string(textOf(saying.text, saying.predicate));
        for (const auto object : saying.objects) line += "|" + std::string(textOf(saying.text, object));
        lines.push_back(std::move(line));
    }
    return lines;
}

TEST_F(LibraryTest, entityTellsWhatIsSaidOfItBesidesClaims)
{
    const auto said = [](Digest digest, std::string_view subject, std::string_view predicate, std::string_view object,
                         double confidence) {
        const auto find = [&](std::string_view words) {
            const auto at = static_cast<std::uint32_t>(digest.document.text.find(words));
            return Span{at, static_cast<std::uint32_t>(at + words.size())};
        };
        digest.analysis.propositions.push_back({find(subject), find(predicate), {find(object)}, confidence});
        return digest;
    };
    auto first = said(investment(), "Meta", "invested in", "Scale AI", 0.9); // a claim says that
    first = said(first, "Mark Zuckerberg", "said", "Alexandr Wang leads Scale AI", 0.7); // and this, of Wang
    const auto second = said(release(), "Zuckerberg", "praised", "Wang", 0.6);
    auto library = make({first, second});
    EXPECT_THAT(sayings(library, find(library, "Meta")), ElementsAre());
    EXPECT_THAT(sayings(library, find(library, "Google")), ElementsAre());
    EXPECT_THAT(sayings(library, find(library, "Alexandr Wang")), ElementsAre("Zuckerberg|praised|Wang"));
    // What is said first, by how sure the reading is; no claim of his covers it.
    EXPECT_THAT(sayings(library, find(library, "Mark Zuckerberg")),
                ElementsAre("Mark Zuckerberg|said|Alexandr Wang leads Scale AI", "Zuckerberg|praised|Wang"));
    const auto wang = *library.entity(find(library, "Alexandr Wang"));
    EXPECT_EQ(wang.sayings[0].text, "Zuckerberg praised Wang.");
    EXPECT_EQ(wang.sayings[0].documentTitle, "The release");
    EXPECT_EQ(wang.sayings[0].documentPublished, "2026-04-08");
    EXPECT_EQ(wang.sayings[0].confidence, 0.6);
    // What a person rejected is not brought back by another door.
    const auto quotes = *library.quotes(find(library, "Meta"), find(library, "Scale AI"));
    ASSERT_TRUE(library.decide(RejectClaim{quotes.at(0).claim}));
    EXPECT_THAT(sayings(library, find(library, "Meta")), ElementsAre());
}

TEST_F(LibraryTest, sayingsOfTheSubjectComeFirstAndTwoSourcesSayOneThingOnce)
{
    const auto one = DigestBuilder("Otto Lind praised Nora Lind. Nora Lind paints boats. It rains.", "one.txt")
                         .entity("person", {"Nora Lind"})
                         .proposition("Otto", "Otto Lind", "praised", {"Nora Lind"}, 0.9)
                         .proposition("Nora Lind paints", "Nora Lind", "paints", {"boats"}, 0.7)
                         .proposition("It rains", "It", "rains", {"."}, 0.9);
    const auto two = DigestBuilder("Nora Lind paints boats.", "two.txt")
                         .entity("person", {"Nora Lind"})
                         .proposition("Nora", "Nora Lind", "paints", {"boats"}, 0.8);
    const auto library = make({one, two});
    EXPECT_THAT(sayings(library, find(library, "Nora Lind")),
                ElementsAre("Nora Lind|paints|boats", "Otto Lind|praised|Nora Lind"));
}

TEST_F(LibraryTest, findsNamesAndPassages)
{
    const auto library = make({investment(), release()});
    auto answer = *library.search("zuck", 10);
    ASSERT_EQ(answer.entities.size(), 1u);
    EXPECT_EQ(answer.entities[0].name, "Mark Zuckerberg");
    EXPECT_EQ(answer.entities[0].matched, "Zuckerberg");
    EXPECT_EQ(answer.hits.size(), 2u);

    answer = *library.search("\"of labels\" cafe", 10);
    ASSERT_EQ(answer.hits.size(), 1u);
    const auto& hit = answer.hits[0];
    const auto text = library.document(hit.document)->text;
    EXPECT_EQ(textOf(text, hit.span), hit.snippet);
    ASSERT_EQ(hit.matches.size(), 2u);
    EXPECT_EQ(textOf(hit.snippet, hit.matches[0]), "caf\xC3\xA9");
    EXPECT_EQ(textOf(hit.snippet, hit.matches[1]), "of labels");
}

TEST_F(LibraryTest, noQueryIsAnError)
{
    const auto library = make({investment()});
    for (const std::string query : {"", " ", "\"", "\"\"", "*", "AND", "a AND", "NEAR(", "text:", "(", ")", "^", "-", "\\", "'",
                                    "\xff\xfe", "a\xc3", "NOT x", "\x01\x02", "meta OR", "{a b}:c", "…", "\u0301"})
        EXPECT_TRUE(library.search(query, 5)) << query;
    EXPECT_TRUE(library.search(std::string("a\0b", 3), 5));
    EXPECT_TRUE(library.search(std::string(100000, 'x'), 5));
    EXPECT_TRUE(library.search("meta", 0)->hits.empty());
}

TEST_F(LibraryTest, removesADocumentWithAllThatFollowsFromIt)
{
    auto library = make({investment(), release()});
    ASSERT_TRUE(library.remove(investment().id));
    EXPECT_THAT(names(library), ElementsAre("Google", "Meta", "Wang", "Zuckerberg"));
    EXPECT_TRUE(library.search("labels", 5)->hits.empty());
    EXPECT_EQ(library.remove(investment().id).error().code, Errc::notFound);
}

// Everything that hangs on the source comes back with it, after the library was closed, too: the same graph, byte for byte.
TEST_F(LibraryTest, aRemovalIsADecisionThatCanBeTakenBackAfterReopening)
{
    const auto file = path("removal.skein");
    std::string before;
    Graph graph;
    OperationId removal{0};
    {
        auto library = Library::open(file, Library::Access::readWrite).value();
        ASSERT_TRUE(library.add({investment(), release()}));
        const auto scale = find(library, "Scale AI");
        ASSERT_TRUE(library.decide(RenameEntity{scale, "Scale"}));
        ASSERT_TRUE(library.setPin(scale, Point{1, 2}));
        before = *library.exportJson();
        graph = *library.graph();
        removal = library.remove(investment().id).value();
        EXPECT_NE(*library.exportJson(), before);
    }
    {
        auto library = Library::open(file, Library::Access::readWrite).value();
        EXPECT_THAT(*library.verify({}), testing::IsEmpty()) << "the bytes that are kept are no leftover";
        const auto operation = library.operations()->back();
        EXPECT_EQ(operation.id, removal);
        EXPECT_EQ(operation.kind, "remove-source");
        EXPECT_EQ(operation.subject, investment().source.name);
        EXPECT_FALSE(operation.isUndone);
        EXPECT_EQ(*library.removedSource(removal), investment().source);
        EXPECT_EQ(library.undo(removal).error().code, Errc::badSyntax) << "it has to be read";
        ASSERT_TRUE(library.add({investment()}));
        EXPECT_TRUE(library.operations()->back().isUndone);
    }
    auto library = Library::open(file, Library::Access::readWrite).value();
    EXPECT_EQ(*library.exportJson(), before);
    EXPECT_EQ(*library.graph(), graph);
    EXPECT_EQ(library.pins()->size(), 1u);
    EXPECT_THAT(*library.verify({}), testing::IsEmpty());
    ASSERT_TRUE(library.redo(removal));
    EXPECT_EQ(library.documents()->size(), 1u);
    EXPECT_FALSE(library.operations()->back().isUndone);
    EXPECT_EQ(library.source(investment().id).error().code, Errc::notFound);
    EXPECT_EQ(library.removedSource(OperationId{1}).error().code, Errc::notFound) << "that one was a name";
    EXPECT_EQ(*library.removedSource(removal), investment().source);
}

TEST_F(LibraryTest, keepsTheOriginalBytes)
{
    const auto library = make({investment()});
    EXPECT_EQ(*library.source(investment().id), investment().source);
}

TEST_F(LibraryTest, pins)
{
    auto library = make({investment()});
    const auto meta = find(library, "Meta");
    ASSERT_TRUE(library.setPin(meta, Point{1.5f, -2}));
    ASSERT_TRUE(library.setPin(meta, Point{2.5f, -2}));
    ASSERT_EQ(library.pins()->size(), 1u);
    EXPECT_EQ(library.pins()->at(0).position, (Point{2.5f, -2}));
    ASSERT_TRUE(library.setPin(meta, std::nullopt));
    EXPECT_TRUE(library.pins()->empty());
}

TEST_F(LibraryTest, positionsStayUntilTheyAreWrittenOver)
{
    auto library = make({investment(), release()});
    const auto meta = find(library, "Meta"), google = find(library, "Google");
    EXPECT_TRUE(library.positions()->empty());
    ASSERT_TRUE(library.setPositions({{meta, {1.5F, -2}}, {google, {0.1F, 3e5F}}}));
    ASSERT_TRUE(library.setPositions({{google, {4, 5}}}));
    ASSERT_EQ(library.positions()->size(), 2u);
    const auto positions = *library.positions();
    for (const auto& node : positions) EXPECT_EQ(node.position, node.id == meta ? (Point{1.5F, -2}) : (Point{4, 5}));
    // Who is gone may come back to the same place.
    ASSERT_TRUE(library.remove(release().id));
    ASSERT_TRUE(library.remove(investment().id));
    EXPECT_TRUE(library.positions()->empty());
    ASSERT_TRUE(library.add({investment()}));
    EXPECT_EQ(library.positions()->front().position, (Point{1.5F, -2}));
}

TEST_F(LibraryTest, viewsAreKeptUnderTheirNames)
{
    auto library = make({});
    ASSERT_TRUE(library.setView({"Mills", R"({"version":1})"}));
    ASSERT_TRUE(library.setView({"Ada", "{}"}));
    ASSERT_TRUE(library.setView({"Mills", R"({"version":99})"}));
    EXPECT_THAT(*library.views(), testing::ElementsAre(StoredView{"Ada", "{}"}, StoredView{"Mills", R"({"version":99})"}));
    ASSERT_TRUE(library.renameView("Ada", "Zoë"));
    EXPECT_EQ(library.renameView("Ada", "Else").error().code, Errc::notFound);
    EXPECT_EQ(library.renameView("Zoë", "Mills").error().code, Errc::badSyntax);
    EXPECT_EQ(library.renameView("Zoë", " ").error().code, Errc::badSyntax);
    EXPECT_TRUE(library.renameView("Zoë", "Zoë"));
    EXPECT_EQ(library.setView({"\t", "{}"}).error().code, Errc::badSyntax);
    ASSERT_TRUE(library.removeView("Mills"));
    EXPECT_EQ(library.removeView("Mills").error().code, Errc::notFound);
    EXPECT_EQ(library.views()->size(), 1u);
}

TEST_F(LibraryTest, refusesAReadingThatContradictsItself)
{
    auto library = make({});
    auto bad = investment();
    bad.analysis.claims[0].quote.end = 100000;
    EXPECT_EQ(library.add({release(), bad}).error().code, Errc::internal);
    EXPECT_TRUE(library.documents()->empty());
}

} // namespace
} // namespace skein
