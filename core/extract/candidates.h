// SPDX-License-Identifier: GPL-3.0-or-later
// Runs of words that may be names: found by shape, and by the tagger. Internal to core/extract.
#pragma once

#include "core/extract/name-tagger.h"
#include "core/extract/words.h"

#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace skein {

// Words [first, last) of one sentence.
struct Candidate {
    std::size_t first = 0;
    std::size_t last = 0;
    bool isTitled = false;    // a title stood before it: "President", "Chief AI Officer"
    bool employs = false;     // a role followed it: "Meta CEO"
    bool isTentative = false; // a single word whose capital says nothing: kept only if the document confirms it
    bool isExtended = false;  // its last word is a common noun that belongs to it: "… glasses"
    bool isTagged = false;    // the tagger takes it for one name
    bool isLikely = false;    // and is confident of its ends
    bool isPerson = false;    // a person's, by the tagger
    Span span{};              // of a tagged name that has signs the words lack ("Yahoo!"); else empty
    std::array<float, labelledTypes> chances{}; // by the tagger, of each type

    std::size_t size() const { return last - first; }
};

// What the whole document says about its words, for the decisions that one sentence cannot make.
class Candidates {
public:
    Candidates(const Words& words, const Lexicons& lexicons);

    // Takes the tagger's names for candidates, in place of those that they cross, and notes its chances everywhere.
    void addTagged(const Reading& reading, const NameTags& tags);

    std::vector<Candidate> candidates; // in text order; they do not overlap

private:
    void readSentence(std::size_t first, std::size_t last);
    void addRun(std::size_t first, std::size_t last);
    void addPart(Candidate part);

    bool canBegin(std::size_t index) const;
    std::size_t extend(std::size_t first, std::size_t index, std::size_t end) const;
    std::size_t wholeName(std::size_t index, std::size_t end) const;
    bool isVersion(std::size_t index) const;
    std::size_t quotedThing(std::size_t first, std::size_t end) const;
    bool isPublication(std::size_t first, std::size_t last) const;
    bool keepsInitial(std::size_t first, std::size_t last) const;

    const Words& m_words;
    const Lexicons& m_lexicons;
    std::vector<std::string> m_lower;  // every word the document writes in lower case, sorted
    std::vector<std::string> m_inside; // lower-case forms of words and runs with a telling capital, sorted
};

// Whether it is an office that somebody holds: "Chief Executive Officer".
bool isRole(const Words& words, const Candidate& candidate);

// Whether words [first, last) stand between quotation marks, followed by a word of the same sentence.
bool isQuoted(const Words& words, std::size_t first, std::size_t last);

// Whether a name of a device keeps this common noun: "Ray-Ban Meta AI glasses".
bool isDeviceNoun(std::string_view lower);

// The text of words [first, last) as one name: lower case, dots of acronyms gone, single spaces.
std::string foldedName(const Words& words, std::size_t first, std::size_t last);
// The same for any string.
std::string foldedName(std::string_view name);
// As written, white space made single, for a lexicon.
std::string writtenName(const Words& words, std::size_t first, std::size_t last);

} // namespace skein
