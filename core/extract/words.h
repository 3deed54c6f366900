// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a document as the finders of names and times see them: larger than tokens ("GPT-5.4", "Ray-Ban", "U.S.",
// "Inc." are one word each), with their shape and what the lexicons know of them. Internal to core/extract.
#pragma once

#include "core/document/document.h"
#include "core/extract/lexicons.h"
#include "core/text/reading.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace skein {

enum class Shape : std::uint8_t {
    lower,   // open-source
    capital, // Meta, Ray-Ban
    upper,   // CNBC, U.S.
    mixed,   // OpenAI, iPhone, GPT-5.4
    number,  // 4, 3.1, 4o
    other,   // addresses and other strings that are no words
};

struct Word {
    Span span;             // without a possessive 's
    std::string_view text; // of the span
    std::string_view gap;  // what lies between the previous word of the sentence and this one
    std::string lower;
    std::uint64_t lists = 0;      // Lexicons::lists of the text
    std::uint64_t lowerLists = 0; // and of its lower-case form
    std::uint32_t sentence = 0;   // index into Reading::sentences
    Shape shape = Shape::other;
    Upos upos = Upos::x;     // of the first token inside; x when the reading has no tags
    bool possessive = false; // followed by 's or '
    bool joined = false;     // follows the previous word of the sentence with nothing but white space between
    bool initial = false;    // begins a sentence, quotation or clause after a colon: its capital says nothing
    bool titleCased = false; // stands in a headline, where capitals say nothing

    bool is(Lexicon list) const { return lists & bit(list); }
    bool isLower(Lexicon list) const { return lowerLists & bit(list); }
    bool isCapitalised() const { return shape == Shape::capital || shape == Shape::upper || shape == Shape::mixed; }
    bool isCommon() const { return isLower(Lexicon::common); }
};

struct Words {
    std::vector<Word> words;
    std::vector<std::uint32_t> firsts; // first word of each sentence, and one past the last word at the end

    // The word at `index` when it stands in the same sentence as the word at `beside`, else null.
    const Word* near(std::size_t index, std::size_t beside) const
    {
        return index < words.size() && words[index].sentence == words[beside].sentence ? &words[index] : nullptr;
    }
};

// Views point into document.text. Cost: linear in the text.
Words splitWords(const Document& document, const Reading& reading, const Lexicons& lexicons);

// Lower case by the Unicode simple mappings, apostrophes made straight.
std::string foldedCase(std::string_view text);

} // namespace skein
