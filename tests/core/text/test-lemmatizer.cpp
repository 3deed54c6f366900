// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/deprel.h"
#include "core/text/lemmatizer.h"

#include <gtest/gtest.h>

#include <string>

namespace skein {
namespace {

TEST(LemmaEdit, IsAppliedToWhatItWasMadeFrom)
{
    const std::pair<const char*, const char*> pairs[] = {{"invested", "invest"}, {"Companies", "company"}, {"was", "be"},
                                                         {"better", "good"},     {"Café", "café"},         {"É", "e"}};
    for (const auto& [form, lemma] : pairs) EXPECT_EQ(applied(lemmaEdit(form, lemma, true), form), lemma);
    EXPECT_EQ(applied(lemmaEdit("Labs", "Lab", false), "Labs"), "Lab");
}

TEST(LemmaEdit, NeverCutsACharacterInTwo)
{
    EXPECT_EQ(applied({true, 1, "y"}, "é"), "é");
    EXPECT_EQ(applied({true, 9, ""}, "ab"), "ab");
    EXPECT_EQ(applied({true, 2, ""}, "ab"), "ab") << "a lemma is never empty";
}

TEST(Lemmatizer, PrefersTheWholeWordThenTheLongestEnding)
{
    std::vector<std::pair<Feature, LemmaEdit>> entries;
    const auto key = [](const char* word, std::size_t which) {
        Feature keys[lemmaKeyCount];
        lemmaKeys(formOf(word), "NOUN|NNS", keys);
        return keys[which];
    };
    entries.push_back({key("mice", 0), {true, 3, "ouse"}});
    entries.push_back({key("xxxies", 3), {true, 3, "y"}}); // three letters: "ies"
    entries.push_back({key("xxs", 5), {true, 1, ""}});     // one: "s"
    const std::string bytes = Lemmatizer::bytesOf(entries);
    const auto lemmas = Lemmatizer::open(bytes);
    ASSERT_TRUE(lemmas);
    const auto lemma = [&](const char* word) { return lemmas->lemma(word, formOf(word), "NOUN|NNS"); };
    EXPECT_EQ(lemma("mice"), "mouse");
    EXPECT_EQ(lemma("Companies"), "company");
    EXPECT_EQ(lemma("models"), "model");
    EXPECT_EQ(lemma("people"), "people");
    EXPECT_EQ(Lemmatizer::open(std::string_view(bytes).substr(0, bytes.size() - 1)).error().code, Errc::corrupt);
    EXPECT_EQ(Lemmatizer::open("").error().code, Errc::corrupt);
}

TEST(Names, OfTagsAndRelationsGoBothWays)
{
    for (std::size_t i = 0; i < uposCount; ++i)
        EXPECT_EQ(uposFrom(uposName(static_cast<Upos>(i))), static_cast<Upos>(i));
    for (std::size_t i = 0; i < deprelCount; ++i)
        EXPECT_EQ(deprelFrom(deprelName(static_cast<Deprel>(i))), static_cast<Deprel>(i));
    EXPECT_EQ(deprelName(Deprel::nsubjPass), "nsubj:pass");
    EXPECT_EQ(deprelName(Deprel::casemark), "case");
    EXPECT_EQ(deprelName(Deprel::root), "root");
    EXPECT_EQ(deprelFrom("obl:tmod"), Deprel::obl) << "an unknown subtype is its relation";
    EXPECT_EQ(deprelFrom("nonsense"), std::nullopt);
    EXPECT_EQ(uposFrom("NOUNS"), std::nullopt);
}

} // namespace
} // namespace skein
