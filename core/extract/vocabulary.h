// SPDX-License-Identifier: GPL-3.0-or-later
// The words that the claim patterns know, as small numbers: word classes, and verbs with all their forms.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace skein {

using WordId = std::uint32_t; // 0: a word that no pattern and no class mentions

// What a word is good for, apart from being a verb. A word may have several.
enum class WordClass : std::uint32_t {
    preposition = 1 << 0,  // opens a phrase that belongs to the noun before it: "of", "in"
    subordinator = 1 << 1, // opens a clause: "after", "because"
    conjunction = 1 << 2,  // "and", "or", "but"
    determiner = 1 << 3,   // "the", "a", "its"
    negation = 1 << 4,     // "not", "never"
    be = 1 << 5,           // auxiliaries, by what follows them
    have = 1 << 6,
    doing = 1 << 7,
    willing = 1 << 8,   // "will": what follows is planned
    maybe = 1 << 9,     // "may": what follows is possible
    relative = 1 << 10, // "who", "which"
    pronoun = 1 << 11,  // words that are a phrase of their own
    adverb = 1 << 12,
    hearsay = 1 << 13,   // "reportedly"
    condition = 1 << 14, // "if", "whether"
    unit = 1 << 17,      // "Labs": what names a part of the organization named before it
    former = 1 << 16,    // "former": what follows holds no more
    voice = 1 << 15,     // "Ann's statement says": what speaks for its owner
};

enum VerbForm : std::uint8_t {
    baseForm = 1,
    thirdForm = 2,
    pastForm = 4,
    participleForm = 8,
    ingForm = 16,
};

// What a verb does to the one that it governs ("plans to buy", "denied buying"), and whether it reports speech.
enum class VerbClass : std::uint8_t {
    reporting = 1,
    planning = 2,
    doubting = 4,
    refusing = 8,
    carrying = 16, // adds nothing: "began to", "helped to", "went on to"
};

struct VerbReading {
    WordId lemma = 0;
    std::uint8_t forms = 0; // VerbForm bits
};

class Vocabulary {
public:
    // The number of a lower-case word, given one when it has none.
    WordId add(std::string_view word);
    void addClass(WordId word, WordClass wordClass);
    // Adds a verb with its regular forms, unless it is known already.
    WordId addVerb(std::string_view lemma);
    // Adds a verb with the given forms, each a list of alternatives separated by '/'.
    WordId addVerb(std::string_view lemma, std::string_view third, std::string_view past, std::string_view participle,
                   std::string_view ing);
    void addClass(WordId verb, VerbClass verbClass);

    // Says that the lemma, which need not be a word of any pattern, is about a theme.
    void addTheme(std::string_view lemma, std::size_t theme);
    // The themes of a lemma as bits.
    std::uint32_t themes(std::string_view lemma) const;
    // Says that words about these themes (bits) speak for the relation.
    void addSpeaking(std::string_view relation, std::uint32_t themes);
    // The themes whose words speak for the relation, as bits.
    std::uint32_t speaks(std::string_view relation) const;

    WordId find(std::string_view word) const;
    bool is(WordId word, WordClass wordClass) const
    {
        return word < m_words.size() && (m_words[word].classes & static_cast<std::uint32_t>(wordClass)) != 0;
    }
    bool is(WordId verb, VerbClass verbClass) const
    {
        return verb < m_words.size() && (m_words[verb].verbClasses & static_cast<std::uint8_t>(verbClass)) != 0;
    }
    bool isVerb(WordId word) const { return word < m_words.size() && m_words[word].isVerb; }
    bool hasClass(WordId word) const { return word < m_words.size() && m_words[word].classes != 0; }
    // The verbs that the word may be a form of; empty for most words.
    const std::vector<VerbReading>& readings(WordId word) const;
    std::size_t size() const { return m_words.size(); }

private:
    struct Word {
        std::uint32_t classes = 0;
        std::uint8_t verbClasses = 0;
        bool isVerb = false;
        std::vector<VerbReading> readings;
    };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    void addForm(WordId lemma, std::string_view forms, VerbForm form);

    std::unordered_map<std::string, WordId, Hash, std::equal_to<>> m_ids;
    std::vector<Word> m_words = std::vector<Word>(1);
    std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> m_themes;
    std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> m_speaks; // by relation
};

} // namespace skein
