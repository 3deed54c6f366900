// SPDX-License-Identifier: GPL-3.0-or-later
// What the tagger of names sees of a word: the word, its neighbours, its ends and shape, its class and head, what the
// lexicons know of it and of the words around, and the run of capitalised words or the noun phrase that it stands in.
// Internal to core/extract and the trainer.
#pragma once

#include "core/extract/lexicons.h"
#include "core/text/forms.h"
#include "core/text/reading.h"
#include "core/text/tags.h"
#include "core/text/word-clusters.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace skein {

// Reused from sentence to sentence.
class NameFeatures {
public:
    NameFeatures(const Lexicons& lexicons, const WordClusters& clusters) : m_lexicons(lexicons), m_clusters(clusters) {}

    // Cost: linear in the sentence.
    void read(std::string_view text, const Reading& reading, const Sentence& sentence);

    std::size_t size() const { return m_words.size(); }
    // Of one word; the first `identities` of them name the word itself.
    std::span<const Feature> of(std::size_t word) const
    {
        return std::span(m_features).subspan(m_starts[word], m_starts[word + 1] - m_starts[word]);
    }
    static constexpr std::size_t identities = 12;

private:
    struct Word {
        Form form;
        std::string_view text;
        std::string lower;
        std::uint64_t lists = 0;      // of the word
        std::uint64_t lowerLists = 0; // of its lower case
        std::uint64_t known = 0;      // of the whole name that it belongs to
        std::uint8_t place = 0;       // in it: 1 first, 2 inside, 3 last, 4 alone
        bool isFolded = false;        // the whole name was found in another spelling only
        Feature head = 0, relation = 0;
        std::uint32_t fine = 0, coarse = 0; // clusters
        Upos upos = Upos::x;
        bool joined = false;          // nothing stands between it and the word before
        bool quoted = false;
        bool isConnector = false;     // may stand inside a run of capitalised words
        std::uint16_t runFirst = 0, runLast = 0;       // of capitalised words; first == last + 1 where there is none
        std::uint16_t phraseFirst = 0, phraseLast = 0; // of nouns and what qualifies them
        bool inRun = false, inPhrase = false;
    };

    void findKnown();
    std::uint64_t lookUp(std::size_t first, std::size_t last, bool& isFolded);
    void findRuns();
    void describe(std::size_t index);

    const Lexicons& m_lexicons;
    const WordClusters& m_clusters;
    std::vector<Word> m_words;
    std::vector<Form> m_forms;
    std::vector<Feature> m_features;
    std::vector<std::uint32_t> m_starts;
    SentenceCase m_case;
    std::size_t m_technologies = 0; // names of technologies and benchmarks in the sentence
    std::string m_buffer;
};

} // namespace skein
