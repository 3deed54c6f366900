// SPDX-License-Identifier: GPL-3.0-or-later
// Which names of one document are one, given what they are names of.
#include "core/extract/aliases.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace skein {
namespace {

using testing::ElementsAre;

const Lexicons& lexicons()
{
    static const auto loaded = Lexicons::load(SKEIN_SOURCE_DIR "/resources/lexicons");
    return *loaded;
}

// A text of names between bars: "|person:Tom Brandt| met |person:Brandt|". What becomes of them: "name | alias | alias".
std::vector<std::string> linked(const std::string& marked)
{
    Document document;
    std::vector<FoundName> names;
    for (std::size_t at = 0; at < marked.size();) {
        const std::size_t colon = marked[at] == '|' ? marked.find(':', at) : std::string::npos;
        if (colon == std::string::npos) {
            document.text += marked[at++];
            continue;
        }
        const std::size_t end = marked.find('|', colon);
        const auto begin = static_cast<std::uint32_t>(document.text.size());
        document.text += marked.substr(colon + 1, end - colon - 1);
        names.push_back({{begin, static_cast<std::uint32_t>(document.text.size())}, marked.substr(at + 1, colon - at - 1)});
        at = end + 1;
    }
    document.blocks = {{{0, static_cast<std::uint32_t>(document.text.size())}}};
    std::vector<std::string> result;
    for (const auto& entity : linkNames(document, lexicons(), std::move(names)).entities) {
        result.push_back(entity.name);
        for (const auto& alias : entity.aliases) result.back() += " | " + alias;
    }
    return result;
}

TEST(Aliases, surnamesAndFirstNames)
{
    EXPECT_THAT(linked("|person:Tom Brandt| came. |person:Brandt| sat. |person:Tom| left."), ElementsAre("Tom Brandt | Brandt | Tom"));
    EXPECT_THAT(linked("|person:Tom Brandt| and |person:Eva Brandt| came. |person:Brandt| sat."),
                ElementsAre("Tom Brandt", "Eva Brandt", "Brandt"));
    // Of two Brandts, the one whom all of it is about.
    EXPECT_THAT(linked("|person:Tom Brandt| came. |person:Tom Brandt| and |person:Eva Brandt| sat. |person:Brandt| left."),
                ElementsAre("Tom Brandt | Brandt", "Eva Brandt"));
    EXPECT_THAT(linked("|person:Luis Galván Ortega| came. |person:Galvan| sat."), ElementsAre("Luis Galván Ortega | Galvan"));
}

TEST(Aliases, theNameIsTheOneThatIsUsed)
{
    const std::string used = "|person:Tom Brandt| sat. |person:Tom Brandt| ate. |person:Tom Brandt| left. ";
    EXPECT_THAT(linked("|person:Tom Brandt Podcast|. " + used), ElementsAre("Tom Brandt | Tom Brandt Podcast"));
    EXPECT_THAT(linked("|person:Tom Brandt Holt|. |person:Tom Brandt| sat."), ElementsAre("Tom Brandt Holt | Tom Brandt"));
}

TEST(Aliases, givenNamesAndShortOnes)
{
    EXPECT_THAT(linked("|person:Michael Brandt| came. |person:Mike| sat."), ElementsAre("Michael Brandt | Mike"));
    EXPECT_THAT(linked("|person:Tom Brandt| and |person:Tom Holt| came. |person:Tom| sat."), ElementsAre("Tom Brandt", "Tom Holt", "Tom"));
    EXPECT_THAT(linked("|person:Tom Brandt| and |person:Tom Holt| came. |person:Brandt| ate. |person:Tom| sat."),
                ElementsAre("Tom Brandt | Brandt | Tom", "Tom Holt"));
}

TEST(Aliases, whoIsOnlyShoutedIsWrittenAsUsual)
{
    EXPECT_THAT(linked("|person:EVA MCALLEN|: Yes. |person:J.P. HOLT|: No. |person:AJ O'HARA-LUND III|: Well. |person:BO WU|: So."),
                ElementsAre("Eva McAllen | EVA MCALLEN", "J.P. Holt | J.P. HOLT", "AJ O'Hara-Lund III | AJ O'HARA-LUND III",
                            "Bo Wu | BO WU"));
    EXPECT_THAT(linked("|organization:NASA JPL| grew."), ElementsAre("NASA JPL"));
}

TEST(Aliases, aSpecialEditionIsNotTheThing)
{
    EXPECT_THAT(linked("|product:Velmar| sells. |product:Velmar non-Pro| does not. |product:Velmar 10| is new. |product:Velmar 10 cloud platform|"),
                ElementsAre("Velmar", "Velmar non-Pro", "Velmar 10", "Velmar 10 cloud platform"));
    EXPECT_THAT(linked("|product:Velmar Ray glasses| and |product:Velmar Ray|"), ElementsAre("Velmar Ray glasses | Velmar Ray"));
}

TEST(Aliases, initialsMiddleNamesAndShortFirstNames)
{
    EXPECT_THAT(linked("|person:Thomas A. Brandt|, |person:Tom Brandt|, |person:T. Brandt|"),
                ElementsAre("Thomas A. Brandt | T. Brandt | Tom Brandt"));
    EXPECT_THAT(linked("|person:Eva A. Brandt| and |person:Eva B. Brandt|"), ElementsAre("Eva A. Brandt", "Eva B. Brandt"));
    EXPECT_THAT(linked("|person:Queen Isaura II| and |person:Queen Isaura III|"),
                ElementsAre("Queen Isaura II", "Queen Isaura III"));
}

TEST(Aliases, acronymsWithAndWithoutBrackets)
{
    EXPECT_THAT(linked("the |organization:Velmar Ice Institute| (|organization:VII|). |organization:VII| grew."),
                ElementsAre("Velmar Ice Institute | VII"));
    EXPECT_THAT(linked("the |organization:Institute of Velmar Ice| grew. The |organization:IVI| shrank."),
                ElementsAre("Institute of Velmar Ice | IVI"));
    EXPECT_THAT(linked("the |organization:Velmar Ice Institute| and |organization:Vant Ivory Imports|. |organization:VII| grew."),
                ElementsAre("Velmar Ice Institute", "Vant Ivory Imports", "VII"));
}

TEST(Aliases, shortFormsOfOrganisations)
{
    EXPECT_THAT(linked("|organization:Nimbus Labs| grew. |organization:Nimbus| shrank."), ElementsAre("Nimbus Labs | Nimbus"));
    EXPECT_THAT(linked("|organization:Westmark National Conclave| met. The |organization:Conclave| voted."),
                ElementsAre("Westmark National Conclave | Conclave"));
    EXPECT_THAT(linked("The |organization:Conclave| voted. |organization:Westmark National Conclave| met."),
                ElementsAre("Conclave", "Westmark National Conclave"));
    EXPECT_THAT(linked("|organization:Nimbus Labs| grew. |product:Nimbus| sold."), ElementsAre("Nimbus Labs", "Nimbus"));
}

TEST(Aliases, versionsStayApart)
{
    EXPECT_THAT(linked("|product:Quillon 4|, |product:Quillon 5| and |product:Quillon|"),
                ElementsAre("Quillon 4", "Quillon 5", "Quillon"));
}

TEST(Aliases, spellingsAndKnownOtherNames)
{
    EXPECT_THAT(linked("|place:Café Léonie| and |place:Cafe Leonie|"), testing::SizeIs(1));
    EXPECT_THAT(linked("the |place:United States| and the |place:U.S.|"), ElementsAre("United States | U.S."));
}

TEST(Aliases, oneTypeForAName)
{
    EXPECT_THAT(linked("|place:Velmar|, |organization:Velmar| and |place:Velmar|"), ElementsAre("Velmar"));
}

} // namespace
} // namespace skein
