// SPDX-License-Identifier: GPL-3.0-or-later
// Pronouns and nominals: what is clear is linked, every doubt is left alone.
#include "tests/core/extract/analysed.h"

#include <gmock/gmock.h>

using namespace skein::test;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(References, onePersonOfTheRightGender)
{
    EXPECT_THAT(references("Anna Kern met David Holt in May. She was late. He waited."),
                ElementsAre("She -> Anna Kern", "He -> David Holt"));
    EXPECT_THAT(references("Mr. Orsino wrote a book. His readers loved it."), ElementsAre("His -> Orsino"));
}

TEST(References, betweenTwoEqualsNothingIsSure)
{
    const auto she = [](const std::string& text) {
        for (const auto& mention : analysed(documentOf(text)).mentions)
            if (mention.kind == skein::MentionKind::pronoun) return mention.probability;
        return 0.0f;
    };
    EXPECT_LT(she("In May, the prize went to Anna Kern and to Maria Holt. Later she left."), 0.65f);
    EXPECT_GT(she("In May, Anna Kern won the prize. She spoke to David Holt."), 0.8f);
}

TEST(References, aPersonIsNoThing)
{
    EXPECT_THAT(references("Nimbus Labs hired Anna Kern. It paid well."), ElementsAre("It -> Nimbus Labs"));
    EXPECT_THAT(references("Anna Kern sings. It is late."), IsEmpty());
}

TEST(References, itThatStandsForNothing)
{
    EXPECT_THAT(
        references("Nimbus Labs grew. It is clear that the market changed. It was not until May that sales rose."),
        IsEmpty());
}

TEST(References, objectsAreNotTheirOwnSubjects)
{
    EXPECT_THAT(references("Quillon 4 accepts voice. Nimbus Labs describes it as small."),
                ElementsAre("it -> Quillon 4"));
    EXPECT_THAT(references("David Holt met Paul Orsino. Holt thanked him."), ElementsAre("him -> Paul Orsino"));
}

TEST(References, speakersAreNotSpokenOf)
{
    EXPECT_THAT(references("TOM BRANDT: He is late.\n\nAMY HOLT: She was, too."), IsEmpty());
}

TEST(References, nominals)
{
    EXPECT_THAT(references("Nimbus Labs shipped Quillon 4 in May. The model is fast. The company hopes to sell it."),
                ElementsAre("The model -> Quillon 4", "The company -> Nimbus Labs", "it -> Quillon 4"));
    EXPECT_THAT(references("Nimbus Labs grew. The company Velmar was sold. The company of the year was another."),
                IsEmpty());
}

TEST(References, whoseModelItIs)
{
    const std::string story = "In May, Nimbus Labs released Quillon Dart. Quillon Dart accepts voice and text. It ranks behind "
                              "Brightvale's TRX-5.4. ";
    EXPECT_THAT(references(story + "The Brightvale model is older."),
                ElementsAre("It -> Quillon Dart", "The Brightvale model -> TRX-5.4"));
    EXPECT_THAT(references(story + "The best AI model is older. The open-source model won."), ElementsAre("It -> Quillon Dart"));
    EXPECT_THAT(references(story + "The Nimbus Labs model maker grew."), ElementsAre("It -> Quillon Dart"));
    // An organisation whose name begins with the maker's stands for itself where it is written so.
    EXPECT_THAT(references(story + "Nimbus Labs AI hired. The Nimbus Labs AI app is free."), ElementsAre("It -> Quillon Dart"));
    EXPECT_THAT(references(story + "The nimbus labs model powers the Quillon app."),
                ElementsAre("It -> Quillon Dart", "The nimbus labs model -> Quillon Dart"));
    EXPECT_THAT(references(story + "The nimbus labs model that a large team spent a year building now leads the list."),
                ElementsAre("It -> Quillon Dart", "The nimbus labs model -> Quillon Dart", "that -> Quillon Dart"));
    EXPECT_THAT(references("In May, Nimbus released Quillon Dart. The Nimbus AI app is free. Everybody uses the Nimbus AI app. Quillon Dart is "
                           "large. The nimbus AI model powers the app."),
                testing::Contains("The nimbus AI model -> Quillon Dart"));
    EXPECT_THAT(references(story + "The model that a large team spent a year building now leads the list."), ElementsAre("It -> Quillon Dart"));
    // Two of them under discussion.
    EXPECT_THAT(references("Nimbus Labs shipped Quillon Dart and Quillon Vant in May. The Nimbus Labs model is fast."), IsEmpty());
}

TEST(References, whoWroteItIsNotTheCompany)
{
    EXPECT_THAT(references("\"Quillon is cheap,\" wrote Morning Circuit. Analysts disagreed: the company spent millions."), IsEmpty());
}

TEST(References, argumentsOfOneVerbAreTwo)
{
    EXPECT_THAT(references("Anna Kern met Maria Holt. Holt introduced herself."), ElementsAre("herself -> Maria Holt"));
    EXPECT_THAT(references("Tom Brandt called Paul Orsino. Brandt trusted him."), ElementsAre("him -> Paul Orsino"));
}

TEST(References, aRiverIsNoTown)
{
    EXPECT_THAT(references("The army crossed the Torn River in May. By July the town was taken."), IsEmpty());
}

TEST(References, severalAreNotOne)
{
    EXPECT_THAT(references("Nimbus Labs and Brightvale Inc announced that they will share data."), IsEmpty());
}
