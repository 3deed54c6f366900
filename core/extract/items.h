// SPDX-License-Identifier: GPL-3.0-or-later
// A sentence as the claim patterns see it: names and values as single items, each verb with its auxiliaries as one, the
// rest words and punctuation.
#pragma once

#include "core/extract/finders.h"
#include "core/extract/pattern-syntax.h"
#include "core/extract/vocabulary.h"

#include <optional>
#include <string_view>
#include <vector>

namespace skein {

enum class ItemKind : std::uint8_t { word, punctuation, entity, value, verb };

struct Member {
    std::size_t entity = 0;
    MentionKind kind = MentionKind::name;
    Span span;
    float probability = 1; // that it is this entity

    bool operator==(const Member&) const = default;
};

// A main verb with everything before it that belongs to it: "would not have been acquired", "plans to acquire".
struct VerbGroup {
    std::vector<VerbReading> readings; // what the main verb may be
    Span main;                         // the main verb itself
    bool passive = false;
    bool bare = false;       // no auxiliary and no governing verb
    bool infinitive = false; // "to acquire"
    bool finite = false;     // may be the predicate of a clause
    bool negated = false;
    bool progressive = false; // be … -ing
    Modality modality = Modality::fact;

    bool has(WordId lemma, std::uint8_t forms) const;
};

struct Item {
    ItemKind kind = ItemKind::word;
    Span span;
    WordId word = 0;             // of words, punctuation and possessive pronouns
    std::vector<Member> members; // of an entity: one, or the members of a list ("A, B, and C")
    bool possessive = false;     // of an entity: "Ann's", "its"
    ValueKind value = ValueKind::money;
    std::size_t time = 0; // of a date or duration: index into the times
    VerbGroup verb;
    bool nounLike = false; // a word that continues a noun phrase
    bool capital = false;  // begins with a capital letter
};

// What the items are made from; all of it outlives the items.
// Places are indices of items, half open.
struct ItemRange {
    std::size_t begin = 0;
    std::size_t end = 0;

    bool operator==(const ItemRange&) const = default;
};

// REQUIRES: the range is not empty.
inline std::string_view textOfItems(std::string_view text, const std::vector<Item>& items, ItemRange range)
{
    return textOf(text, {items[range.begin].span.begin, items[range.end - 1].span.end});
}

struct Surroundings {
    const Document& document;
    const Reading& reading;
    const NameReading& names;
    const std::vector<TimeExpression>& times;
    const Vocabulary& vocabulary;
    bool tagged = false; // the reading has word classes
};

// Who "I" and "we" are in a part of the text, as far as that is known.
struct FirstPerson {
    Span where;
    std::optional<Member> one;
    std::optional<Member> several;
};

class ItemMaker {
public:
    explicit ItemMaker(const Surroundings& around);

    // Sentences must be asked for in text order; the last one may be asked for again.
    std::vector<Item> itemsOf(const Sentence& sentence, const FirstPerson& speaker = {});

private:
    std::vector<Item> singles(const Sentence& sentence, const FirstPerson& speaker);
    bool isTaken(Span span) const; // by a mention or time that is still to come

    const Surroundings& m_around;
    std::vector<std::pair<Span, std::size_t>> m_mentions; // outermost ones, in text order
    std::size_t m_nextMention = 0;
    std::size_t m_nextTime = 0;
};

// A value that begins at `begin` ("$14.3 billion", "49 %", "4th", "3,000"); absent when none does. Looks no further
// than `end`.
struct Value {
    ValueKind kind;
    std::uint32_t end;
};
std::optional<Value> valueAt(std::string_view text, std::uint32_t begin, std::uint32_t end);

} // namespace skein
