// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysed.h"

namespace skein::test {
namespace {

// "subject | predicate | object | object"
std::vector<std::string> propositions(const std::string& text)
{
    std::vector<std::string> lines;
    const Document document = documentOf(text);
    const auto words = [&](Span span) { return std::string(textOf(document.text, span)); };
    for (const Proposition& found : analysed(document).propositions) {
        std::string line = words(found.subject) + " | " + words(found.predicate);
        for (const Span object : found.objects) line += " | " + words(object);
        lines.push_back(std::move(line));
    }
    return lines;
}

struct Case {
    std::string text;
    std::vector<std::string> expected;
};

void expectAll(const std::vector<Case>& cases)
{
    for (const auto& [text, expected] : cases) EXPECT_EQ(propositions(text), expected) << text;
}

TEST(Propositions, HaveVerbsWithTheirObjects)
{
    expectAll({
        {"The council bought three ferries.", {"The council | bought | three ferries"}},
        {"Nora has not sold the red boat.", {"Nora | has not sold | the red boat"}},
        {"The baker gave Nora a loaf.", {"The baker | gave | Nora | a loaf"}},
        {"In March, the council bought a ferry from Globex.",
         {"the council | bought | a ferry | In March | from Globex"}},
    });
}

TEST(Propositions, TakeThePrepositionIntoThePredicateWhenThereIsNoObject)
{
    expectAll({
        {"Nora was born in Kiel.", {"Nora | was born in | Kiel"}},
        {"The harbour depends on ferries.", {"The harbour | depends on | ferries"}},
        {"The tower was built by Globex in 1990.", {"The tower | was built by | Globex | in 1990"}},
        {"The ferry now ranks fourth on the list.", {"The ferry | now ranks | fourth on the list"}},
    });
}

TEST(Propositions, HaveCopulas)
{
    expectAll({
        {"The ferry is a small boat.", {"The ferry | is | a small boat"}},
        {"The ferry was very slow.", {"The ferry | was | very slow"}},
        {"The town is famous for its bakery.", {"The town | is famous for | its bakery"}},
        {"The council is able to pay the bill.", {"The council | is able to pay | the bill"}},
        {"The tower seems to be a lighthouse.", {"The tower | seems to be | a lighthouse"}},
        {"The ferry is likely to be late.", {"The ferry | is likely to be | late"}},
        {"The harbour is still quiet.", {"The harbour | is still | quiet"}},
    });
}

TEST(Propositions, InheritSubjects)
{
    expectAll({
        {"Nora designed the tower and sold the plans.", {"Nora | designed | the tower", "Nora | sold | the plans"}},
        {"The council, which owns the ferry, raised the fare.",
         {"The council | owns | the ferry", "The council | raised | the fare"}},
        {"The ferry that the town bought in May is slow.",
         {"the town | bought | The ferry | in May", "The ferry | is | slow"}},
        {"Nora repaired a boat that Globex built.", {"Nora | repaired | a boat", "Globex | built | a boat"}},
        {"The town opened a tower built by Globex.", {"The town | opened | a tower", "a tower | built by | Globex"}},
        {"The council wants to buy a ferry.", {"The council | wants to buy | a ferry"}},
        {"Running to the harbour, Nora lost her hat.", {"Nora | Running to | the harbour", "Nora | lost | her hat"}},
        {"Globex designed and built the tower.", {"Globex | designed | the tower", "Globex | built | the tower"}},
    });
}

TEST(Propositions, SetApartWhatIsJoined)
{
    expectAll({
        {"The bakery sells bread, cakes and tea.", {"The bakery | sells | bread | cakes | tea"}},
        {"Nora and Otto opened a bakery.", {"Nora and Otto | opened | a bakery"}},
    });
}

TEST(Propositions, KeepWhatIsSaidWithWhoSaysIt)
{
    expectAll({
        {"The mayor said the ferry \"is slow.\"",
         {"The mayor | said | the ferry \"is slow.\"", "the ferry | is | slow"}},
        {"The mayor said that the council had bought a ferry.",
         {"The mayor | said | the council had bought a ferry", "the council | had bought | a ferry"}},
    });
}

TEST(Propositions, KeepConditionsAndNegations)
{
    expectAll({
        {"If the ferry fails, the council faces a loss.", {"the council | faces | a loss | If the ferry fails"}},
        {"The council did not build or sell houses.", {"The council | did not build | houses"}},
        {"The council asked Nora to sell the ferry.", {"The council | asked | Nora | to sell the ferry"}},
        {"The clerk asked whether the ferry had left the harbour.",
         {"The clerk | asked | whether the ferry had left the harbour"}},
    });
}

TEST(Propositions, AreNotMadeOfQuestionsFragmentsAndHeadings)
{
    expectAll({
        {"Did the council buy a ferry?", {}},
        {"What did the council buy?", {}},
        {"No tickets. No ferries.", {}},
        {"Buy a ticket at the harbour.", {}},
        {"# The council buys a ferry", {}},
        {"There is a bakery.", {}},
        {"He saw her.", {}},
        {"NORA LIND: That is a small boat.", {"That | is | a small boat"}},
        {"NORA LIND: Which is a small boat.", {}},
        {"", {}},
    });
}

TEST(Propositions, NeverCutNames)
{
    expectAll({
        {"Nora Lind joined the Royal Bakery of Kiel in May 2019.",
         {"Nora Lind | joined | the Royal Bakery of Kiel | in May 2019"}},
        {"The council hired Otto Lind (a baker) in May.", {"The council | hired | Otto Lind | in May"}},
    });
}

TEST(Propositions, AreInTextOrderAndTheirPartsDoNotOverlap)
{
    const Document document = documentOf(
        "The council, which owns the old ferry, told reporters on Monday that it wants to buy a tower designed by Globex, "
        "and the mayor, a former baker, said the plan – the third since May – would cost the town nothing if it worked.");
    const auto found = analysed(document).propositions;
    EXPECT_GE(found.size(), 4u);
    for (const Proposition& proposition : found) {
        std::vector<Span> parts = proposition.objects;
        parts.push_back(proposition.subject);
        parts.push_back(proposition.predicate);
        std::ranges::sort(parts, {}, &Span::begin);
        for (std::size_t i = 0; i < parts.size(); ++i) {
            EXPECT_LT(parts[i].begin, parts[i].end);
            if (i > 0) {
                EXPECT_LE(parts[i - 1].end, parts[i].begin);
            }
        }
        EXPECT_GT(proposition.confidence, 0);
        EXPECT_LT(proposition.confidence, 1);
    }
}

} // namespace
} // namespace skein::test
