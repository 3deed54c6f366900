// SPDX-License-Identifier: GPL-3.0-or-later
// Names of things that no list knows, and words that look like names and are none.
#include "tests/core/extract/analysed.h"

#include <gmock/gmock.h>

using namespace skein::test;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

TEST(Names, unknownNamesByShapeAndContext)
{
    EXPECT_THAT(names("Last week brought Zorbax Quill, the first model from Nimbus Labs (NL). NL hopes to sell it."),
                ElementsAre("product Zorbax Quill", "organization Nimbus Labs | NL"));
}

TEST(Names, anAcronymMayStandBeforeItsName)
{
    EXPECT_THAT(names("The grant went to the VQI (Velmar Quantum Institute) in May. The VQI was pleased."),
                ElementsAre("organization Velmar Quantum Institute | VQI"));
}

TEST(Names, versionsMakeProductsAndFamilies)
{
    EXPECT_THAT(
        names("The team compared Quorvo 4, Quorvo 3.1 Pro and TRX-5.4. Older Quorvo releases were slower."),
        UnorderedElementsAre("product Quorvo 4", "product Quorvo 3.1 Pro", "product TRX-5.4", "product Quorvo"));
}

TEST(Names, theFirstNameOfSomebodyWellKnownIsHis)
{
    EXPECT_THAT(names("Velm Orsko runs Nimbus Labs. Dr. Velm Orsko founded it. In May, Velm Orsko met David Holt. Later, Velm's "
                      "team grew, and Velm's employees were glad."),
                testing::IsSupersetOf({"person Velm Orsko | Velm", "organization Nimbus Labs", "person David Holt"}));
}

TEST(Names, transcriptsSayWhoSpeaks)
{
    EXPECT_THAT(names("VELM ORSKO, Nimbus Labs:  Good afternoon.\n\nDRENN QUILLAR:  Thanks, Velm. [TCR 00:35:00] It grew."),
                testing::IsSupersetOf({"person Velm Orsko | VELM ORSKO", "person Drenn Quillar | DRENN QUILLAR"}));
    EXPECT_THAT(names("It was late [TCR 00:35:00] and then [TCR 00:40:00] it grew."), IsEmpty());
}

TEST(Names, whatHasATitleAndWritesIsAPublication)
{
    EXPECT_THAT(names("The press was quick. Morning Notes wrote that the plan was old."),
                ElementsAre("organization Morning Notes"));
}

TEST(Names, whatRivalsProductsIsOne)
{
    EXPECT_THAT(names("Can Lumo Vant make money? Lumo Vant earns nothing yet. Lumo Vant competes with Quorvo 4.1, "
                      "TRX-5.4, and Pim 3 Pro."),
                UnorderedElementsAre("product Lumo Vant", "product Quorvo 4.1", "product TRX-5.4", "product Pim 3 Pro"));
    EXPECT_THAT(names("The team compared Lumo Vant, TRX-5.4, and Quorvo 3.1 Pro."),
                UnorderedElementsAre("product Lumo Vant", "product TRX-5.4", "product Quorvo 3.1 Pro"));
    EXPECT_THAT(names("Nimbus Labs competes with Brightvale Inc, and earns money."),
                ElementsAre("organization Nimbus Labs", "organization Brightvale Inc"));
}

TEST(Names, numbersThatCountAreNoVersions)
{
    EXPECT_THAT(names("The court gave Nimbus Labs 3 days. In July 2024 it paid Nimbus Labs 12 million dollars."),
                ElementsAre("organization Nimbus Labs"));
}

TEST(Names, listsOfNamesAreSplit)
{
    EXPECT_THAT(
        names("The app runs on Facebook, Instagram, WhatsApp, Messenger, and Ray-Ban Meta AI glasses. The Ray-Ban "
              "deployment is new."),
        ElementsAre("product Facebook", "product Instagram", "product WhatsApp", "product Messenger",
                    "product Ray-Ban Meta AI glasses | Ray-Ban"));
    EXPECT_THAT(names("A pact between OpenAI, Anthropic, and Google was signed."),
                ElementsAre("organization OpenAI", "organization Anthropic", "organization Google"));
}

TEST(Names, thePossessiveSeparatesOwnerAndThing)
{
    EXPECT_THAT(names("Critics praised Google's Gemma 4 (Apache 2.0 license) and Velmari's Trinket (400B parameters)."),
                ElementsAre("organization Google", "product Gemma 4", "law Apache 2.0", "organization Velmari",
                            "product Trinket"));
}

TEST(Names, surnamesStandForTheirOnlyOwner)
{
    EXPECT_THAT(
        names("The lab was founded by Ondrej Zelinka, 29, former CEO of Brightvale AI. Zelinka now leads research. "
              "Reporters met Zelinka in Prague."),
        ElementsAre("person Ondrej Zelinka | Zelinka", "organization Brightvale AI", "place Prague"));
    // Two people of one name: the surname alone belongs to neither.
    EXPECT_THAT(names("Both Anna Zelinka and Ondrej Zelinka came. Later Zelinka left."),
                Contains("person Anna Zelinka"));
}

TEST(Names, titlesAreNoPartOfNames)
{
    EXPECT_THAT(names("It was built under Chief AI Officer Alexandr Wang and President Maria Oduya."),
                ElementsAre("person Alexandr Wang", "person Maria Oduya"));
    EXPECT_THAT(names("Reporters asked Velmari CEO Tom Brandt about it."),
                ElementsAre("organization Velmari", "person Tom Brandt"));
}

TEST(Names, headsAndOfMakeOrganisations)
{
    EXPECT_THAT(
        names("She studied at the University of Westmark and at the Department of Health and Human Services."),
        ElementsAre("organization University of Westmark", "organization Department of Health and Human Services"));
}

TEST(Names, rankingsAreBenchmarks)
{
    EXPECT_THAT(names("The tool ranks 4th globally on the Artificial Analysis Intelligence Index."),
                ElementsAre("benchmark Artificial Analysis Intelligence Index"));
}

TEST(Names, headlinesConfirmOnlyWhatTheBodyNames)
{
    EXPECT_THAT(names("# Velmari's First Closed Model Arrives and Breaks Every Promise Brandt Made\n\n"
                      "The startup Velmari hired Tom Brandt in May."),
                ElementsAre("organization Velmari", "person Tom Brandt | Brandt"));
    EXPECT_THAT(names("# Ten Things Every Reader Should Know\n\n# Get Started For Free\n\nnothing more"), IsEmpty());
}

TEST(Names, sentenceOpenersAndPlainWordsAreNoNames)
{
    EXPECT_THAT(
        names("Enterprise customers wait. Internally, turmoil grew. Previous releases failed. Bench-maxxing hurt. "
              "No public weights. Open weights make it easy. Launch pricing: free. A \"Contemplating\" silence followed. "
              "Yes. Three reasons remain. Monetization strategy: none. Researchers agree. AI is hard. STEM too."),
        IsEmpty());
}

TEST(Names, nationalitiesAreNoNames)
{
    EXPECT_THAT(names("Three Chinese AI firms and a European startup copied the American approach."), IsEmpty());
}

TEST(Names, quotedHeadlinesAreReadLikeHeadlines)
{
    EXPECT_THAT(
        names("The site Velmari News put it in a headline: \"Brandt Kills the Llama Again.\" It meant Tom Brandt."),
        ElementsAre("organization Velmari News", "person Tom Brandt | Brandt", "product Llama")); // which the lists know
}

TEST(Names, aPartOfALongerNameGrowsToIt)
{
    const std::string story = "Meta announced the model Lumo Spark in April. Lumo Spark ranks behind Quorvo 4. ";
    EXPECT_THAT(names(story + "The question that everybody has: can Lumo Spark make money?"),
                ElementsAre("organization Meta", "product Lumo Spark", "product Quorvo 4"));
}

TEST(Names, whatIsCalledInQuotationMarksIsAThing)
{
    EXPECT_THAT(names("A \"Pondering\" mode is coming. The \xE2\x80\x9CSlow Walk\xE2\x80\x9D app is not."),
                ElementsAre("product Pondering", "product Slow Walk"));
}

TEST(Names, aKnownFirmIsNobody)
{
    EXPECT_THAT(names("Our next question comes from Eva Holt with Morgan Stanley. Please proceed."),
                ElementsAre("person Eva Holt", "organization Morgan Stanley"));
}

TEST(Names, aFirmAndItsAppOfOneNameAreToldApart)
{
    EXPECT_THAT(names("Everybody can talk to it via Meta AI. The Meta AI app is free."), ElementsAre("product Meta AI"));
    EXPECT_THAT(names("Ann Holt, a researcher at Meta AI, wrote the paper."), Contains("organization Meta AI"));
}

TEST(Names, whoSpeaksAndOfWhomAreTwo)
{
    EXPECT_THAT(names("VELM ORSKO: Drenn Quillar, thank you.\n\nDRENN QUILLAR: Velm Orsko is kind."),
                testing::UnorderedElementsAre("person Velm Orsko | VELM ORSKO", "person Drenn Quillar | DRENN QUILLAR"));
}

TEST(Names, lettersAreNobody)
{
    EXPECT_THAT(names("Revenue grew. We expand our TAM every year. The TAM is large.\n\nTOM HOLT, CVLX: Thank you, Amy.\n\nAMY WU: We do."),
                ElementsAre("person Tom Holt | TOM HOLT", "organization CVLX", "person Amy Wu | AMY WU | Amy"));
    EXPECT_THAT(names("On the call are Eva Holt, Chief Executive Officer; Tom Brandt, Chief Financial Officer."),
                ElementsAre("person Eva Holt", "person Tom Brandt"));
}

TEST(Names, oneTypeThroughoutTheDocument)
{
    // "Quillon" is typed by its version and its noun; the mention that "says" something does not make it a person.
    EXPECT_THAT(names("Quillon said nothing. The chatbot Quillon is slow. They tested the Quillon app."),
                ElementsAre("product Quillon"));
}

TEST(Names, longNamesStayWhole)
{
    EXPECT_THAT(
        names("The American Academy of Arts and Sciences wrote to the Society for the Advancement of Westmark."),
        ElementsAre("organization American Academy of Arts and Sciences",
                    "organization Society for the Advancement of Westmark"));
    EXPECT_THAT(
        names("Between songs Jenny Seaton & Gary Holt spoke. The US and the WHO agreed with the president of France."),
        ElementsAre("person Jenny Seaton", "person Gary Holt", "place US", "organization WHO", "place France"));
}

TEST(Names, thingsNamedAfterPeople)
{
    EXPECT_THAT(names("They met at Christopher Newport University."),
                ElementsAre("organization Christopher Newport University"));
}

TEST(Names, transcriptsShoutTheirSpeakers)
{
    EXPECT_THAT(names("AMY HOLT: Thank you.\n\nTOM BRANDT: We spoke with Amy Holt."),
                ElementsAre("person Amy Holt | AMY HOLT", "person Tom Brandt | TOM BRANDT"));
}

TEST(Names, nearMissesOfAcronyms)
{
    EXPECT_THAT(names("They met at Nimbus Labs (see below) and at Nimbus Labs (XY)."),
                Not(Contains("organization Nimbus Labs | XY")));
}

TEST(Names, whatIsWrittenLikeANameAndIsNone)
{
    EXPECT_THAT(names("Anna Kern leads Velmar. AI changed Velmar, she said. The CEO believes in AI."),
                Not(Contains(testing::EndsWith(" AI"))));
    EXPECT_THAT(names("ANNA KERN: You know Velmar. (Laughter.) He said so. [Laughter] He did. (Laughter). But his name was known."), Not(Contains(testing::EndsWith("Laughter"))));
}
