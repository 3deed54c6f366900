// SPDX-License-Identifier: GPL-3.0-or-later
// What the shipped model reads. Sentences here are easy on purpose: a newly trained model must read them too.
#include "core/text/deprel.h"
#include "core/text/grammar.h"
#include "core/text/model-file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

namespace skein {
namespace {

using testing::ElementsAre;

const std::filesystem::path modelFile = std::filesystem::path(SKEIN_SOURCE_DIR) / "resources/models/grammar-en.model";

const Grammar& grammar()
{
    static const Result<Grammar> loaded = Grammar::load(modelFile);
    if (!loaded) throw std::runtime_error(loaded.error().detail);
    return *loaded;
}

std::vector<Block> oneBlock(const std::string& text) { return {{{0, static_cast<std::uint32_t>(text.size())}}}; }

Reading read(const std::string& text) { return grammar().read(text, oneBlock(text), true); }

std::vector<std::string> tagged(const std::string& text)
{
    std::vector<std::string> result;
    for (const auto& token : read(text).tokens)
        result.push_back(std::string(textOf(text, token.span)) + "/" + std::string(uposName(token.upos)));
    return result;
}

// "relation(head, dependent)"
std::vector<std::string> arcs(const std::string& text)
{
    const Reading reading = read(text);
    std::vector<std::string> result;
    for (const auto& token : reading.tokens)
        result.push_back(std::string(deprelName(token.deprel)) + "(" +
                         (token.head < 0 ? "" : std::string(textOf(text, reading.tokens[token.head].span))) + ", " +
                         std::string(textOf(text, token.span)) + ")");
    return result;
}

TEST(Grammar, TagsPlainNews)
{
    EXPECT_THAT(tagged("Meta released the new model in April."),
                ElementsAre("Meta/PROPN", "released/VERB", "the/DET", "new/ADJ", "model/NOUN", "in/ADP", "April/PROPN",
                            "./PUNCT"));
    EXPECT_THAT(tagged("She did not say whether it would work."),
                ElementsAre("She/PRON", "did/AUX", "not/PART", "say/VERB", "whether/SCONJ", "it/PRON", "would/AUX",
                            "work/VERB", "./PUNCT"));
}

TEST(Grammar, FindsSubjectAndObject)
{
    EXPECT_THAT(arcs("Google bought the company."),
                ElementsAre("nsubj(bought, Google)", "root(, bought)", "det(company, the)", "obj(bought, company)",
                            "punct(bought, .)"));
    EXPECT_THAT(arcs("The company was founded by two students."),
                ElementsAre("det(company, The)", "nsubj:pass(founded, company)", "aux:pass(founded, was)",
                            "root(, founded)", "case(students, by)", "nummod(students, two)",
                            testing::StartsWith("obl"), "punct(founded, .)"));
    EXPECT_THAT(arcs("He is the chief executive of the firm."),
                testing::IsSupersetOf({std::string("nsubj(executive, He)"), std::string("cop(executive, is)"),
                                       std::string("root(, executive)"), std::string("case(firm, of)")}));
}

TEST(Grammar, KnowsLemmas)
{
    const std::string text = "The companies were buying better chips, and Meta's engineers didn't.";
    std::vector<std::string> lemmas;
    for (const auto& token : read(text).tokens) lemmas.push_back(token.lemma);
    EXPECT_THAT(lemmas, ElementsAre("the", "company", "be", "buy", "good", "chip", ",", "and", "Meta", "'s", "engineer",
                                    "do", "not", "."));
}

TEST(Grammar, SplitsNewsIntoSentences)
{
    const std::string text = "Meta paid $14.3 billion for 49% of Scale AI. Mr. Wang, 28, joined the U.S. company in June. "
                             "\"It ranks behind GPT-5.4,\" he said. Nobody at Acme Inc. knew why.";
    std::vector<std::string> sentences;
    for (const auto& sentence : read(text).sentences) sentences.emplace_back(textOf(text, sentence.span));
    EXPECT_THAT(sentences, ElementsAre("Meta paid $14.3 billion for 49% of Scale AI.",
                                       "Mr. Wang, 28, joined the U.S. company in June.",
                                       "\"It ranks behind GPT-5.4,\" he said.", "Nobody at Acme Inc. knew why."));
}

void expectTrees(const Reading& reading)
{
    std::uint32_t next = 0;
    for (const auto& sentence : reading.sentences) {
        ASSERT_EQ(sentence.firstToken, next);
        ASSERT_LT(sentence.firstToken, sentence.lastToken);
        next = sentence.lastToken;
        int roots = 0;
        for (auto i = sentence.firstToken; i < sentence.lastToken; ++i) {
            const auto& token = reading.tokens[i];
            if (token.head < 0) {
                ++roots;
                EXPECT_EQ(token.deprel, Deprel::root);
                continue;
            }
            EXPECT_NE(token.deprel, Deprel::root);
            std::int32_t up = token.head;
            for (std::uint32_t steps = 0; up >= 0; ++steps) {
                ASSERT_GE(up, static_cast<std::int32_t>(sentence.firstToken));
                ASSERT_LT(up, static_cast<std::int32_t>(sentence.lastToken));
                ASSERT_LE(steps, sentence.lastToken - sentence.firstToken) << "a circle";
                up = reading.tokens[up].head;
            }
        }
        EXPECT_EQ(roots, 1);
    }
    EXPECT_EQ(next, reading.tokens.size());
}

class OddTexts : public testing::TestWithParam<std::string> {};

TEST_P(OddTexts, GiveTrees)
{
    expectTrees(read(GetParam()));
}

std::string repeated(std::string_view piece, int times)
{
    std::string text;
    while (times-- > 0) text += piece;
    return text;
}

INSTANTIATE_TEST_SUITE_P(Texts, OddTexts,
                         testing::Values("", " \n", "a", ".", "¿", "😀😀", "日本語の文。", "...!!!???", "\"", "( [ {",
                                         std::string(1u << 20, 'x'), std::string(1u << 16, '.'), repeated("word ", 2000),
                                         repeated("and ", 161), repeated("a b ", 80), repeated(") ", 500),
                                         "THE MODEL IS HERE", "Title Case Everywhere In This Headline", "\xEF\xBF\xBD x"));

TEST(Grammar, ReadsTheSameAgainAndOnOtherThreads)
{
    const std::string text = repeated("Meta's new lab, led by Wang, hasn't released Muse Spark 2 yet. Why? ", 20);
    const Reading first = read(text);
    std::vector<Reading> others(3);
    {
        std::vector<std::jthread> threads;
        for (auto& other : others) threads.emplace_back([&] { other = read(text); });
    }
    for (const auto& other : others) EXPECT_EQ(other, first);
}

TEST(Grammar, ParsesASentenceLaterAsItWouldAtOnce)
{
    const std::string text = "Meta hired him. He left Google in 2025.";
    const auto blocks = oneBlock(text);
    Reading later = grammar().read(text, blocks, false);
    EXPECT_EQ(later.tokens[0].head, -1);
    EXPECT_EQ(later.tokens[2].head, -1);
    for (std::size_t i = 0; i < later.sentences.size(); ++i) grammar().parse(text, later, i);
    EXPECT_EQ(later, read(text));
}

TEST(Grammar, SaysWhichModelItIs)
{
    EXPECT_TRUE(grammar().hasModel());
    EXPECT_THAT(std::string(grammar().version()), testing::StartsWith("skein-grammar-en "));
    EXPECT_FALSE(Grammar().hasModel());
    EXPECT_EQ(Grammar().version(), "");
    const auto file = ModelFile::read(modelFile);
    ASSERT_TRUE(file);
    EXPECT_EQ(file->head("licence"), "CC BY-SA 4.0");
    EXPECT_NE(file->head("sets"), "");
}

TEST(Grammar, RefusesADamagedModel)
{
    std::ifstream in(modelFile, std::ios::binary);
    const std::string good((std::istreambuf_iterator<char>(in)), {});
    ASSERT_GT(good.size(), 100000u);
    const auto copy = std::filesystem::path(testing::TempDir()) / "skein-damaged-grammar.model";
    const auto errorOf = [&](const std::string& bytes) {
        std::ofstream(copy, std::ios::binary | std::ios::trunc) << bytes;
        const auto loaded = Grammar::load(copy);
        return loaded ? Errc::internal : loaded.error().code;
    };
    for (const std::size_t part : {1, 3, 10, 50, 90, 99}) {
        EXPECT_EQ(errorOf(good.substr(0, good.size() / 100 * part)), Errc::corrupt) << part << " % of it";
        std::string bad = good;
        bad[good.size() / 100 * part] ^= 1;
        EXPECT_EQ(errorOf(bad), Errc::corrupt) << "a bit at " << part << " %";
    }
    std::filesystem::remove(copy);
    EXPECT_EQ(Grammar::load(copy).error().code, Errc::notFound);
}

TEST(Grammar, RefusesAModelWhosePartsDoNotFit)
{
    const auto file = ModelFile::read(modelFile);
    ASSERT_TRUE(file);
    const std::vector<std::string> names{"tags", "embeddings", "layers", "lemmas", "boundaries"};
    const auto copy = std::filesystem::path(testing::TempDir()) / "skein-unfit-grammar.model";
    for (const auto& spoilt : names)
        for (const bool isMissing : {true, false}) {
            std::vector<ModelSection> sections;
            for (const auto& name : names) {
                std::string bytes(file->section(name).value());
                if (name == spoilt && isMissing) continue;
                if (name == spoilt) bytes.resize(bytes.size() / 2);
                sections.push_back({name, bytes});
            }
            std::ofstream(copy, std::ios::binary | std::ios::trunc) << modelFileBytes({{"name", "x"}, {"version", "1"}}, sections);
            const auto loaded = Grammar::load(copy);
            ASSERT_FALSE(loaded) << spoilt;
            EXPECT_EQ(loaded.error().code, Errc::corrupt) << spoilt;
        }
    std::filesystem::remove(copy);
}

} // namespace
} // namespace skein
