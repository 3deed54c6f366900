// SPDX-License-Identifier: GPL-3.0-or-later
// The language in which claim patterns are written, compiled to a program for the matcher.
//
// A pattern is a sequence of elements over the items of one sentence (core/extract/items.h):
//   in|of            one of these words, in any case; a comma, full stop … stands for itself, [ and ] for round
//   brackets,
//                    -- for any dash, "" for any double quotation mark
//   {buy|take}       an active verb group whose main verb is one of these, with its auxiliaries, adverbs and governing
//                    verbs ("had quietly planned to buy"); .passive: a passive one; .part: a participle without
//                    auxiliaries, or a passive group; .ing: a gerund; .any: whatever it is
//   S  O             the subject and object of the claim: an entity, or a list of them, of the types that the relation
//                    admits; S:product|work narrows the types; S's must be possessive, others must not be
//   E:person         an entity that takes part in the match alone
//   <money> <percent> <number> <ordinal> <date> <duration>   a value of that kind
//   np               up to eight words inside a noun phrase, as few as do
//   gap              up to eight items of any kind but verb groups and full stops, as few as do
//   ^                the start of the sentence
//   ( a b | c )      a choice; x? x* x+ repeat, greedily; name=x keeps what x matched as the qualifier `name`
//                    (value=x as the claim's value)
//   #name            a macro from the file words.json
// A pattern whose first element is an entity and whose second is a verb group links the two as subject and verb do:
// they need not stand beside each other.
#pragma once

#include "core/base/span.h"
#include "core/extract/vocabulary.h"

#include <cstdint>
#include <expected>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace skein {

enum class Op : std::uint8_t {
    word,     // one of words
    verb,     // a verb group with one of words, in the given voice
    slot,     // an entity
    value,    // a value of the given kind
    nounWord, // a word that may stand inside a noun phrase
    anyItem,  // what `gap` passes over
    start,    // the start of the sentence
    split,    // try next, then `to`
    jump,     // go to `to`
    open,     // begin the capture `capture`
    close,    // end it
    match,
};

enum class Voice : std::uint8_t { active, passive, participle, gerund, any };
enum class Slot : std::uint8_t { subject, object, other };
enum class ValueKind : std::uint8_t { money, percent, number, ordinal, date, duration };

struct Instruction {
    Op op = Op::match;
    std::vector<WordId> words;
    Voice voice = Voice::active;
    Slot slot = Slot::other;
    bool possessive = false;
    std::vector<std::string> types; // empty: what the relation admits
    ValueKind value = ValueKind::money;
    std::size_t to = 0;
    std::size_t capture = 0; // index into Program::captures
};

struct Program {
    std::vector<Instruction> code;
    std::vector<std::string> captures; // names of qualifiers
    bool linked = false;               // begins with an entity and its verb
    std::vector<WordId> anchors;       // one of these words or verbs is in every match; empty: no such set is known
};

using Macros = std::map<std::string, std::string, std::less<>>;

struct PatternProblem {
    Span span; // of the pattern: the element at fault, or the macro that holds it
    std::string message;
};

// Adds the pattern's words to the vocabulary.
std::expected<Program, PatternProblem> compilePattern(std::string_view pattern, const Macros& macros,
                                                      Vocabulary& vocabulary);

} // namespace skein
