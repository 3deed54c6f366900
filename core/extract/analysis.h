// SPDX-License-Identifier: GPL-3.0-or-later
// Everything the machine read in one document. Indices refer to the vectors of the same Analysis.
#pragma once

#include "core/base/span.h"
#include "core/text/reading.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace skein {

// Somebody or something that the document names, as far as the document alone tells.
struct Entity {
    std::string name;                 // the fullest name the document uses, without article or possessive
    std::string type;                 // ontology id: person organization place product technology benchmark event work law …
    std::vector<std::string> aliases; // other names the document uses for it, sorted by bytes; never pronouns

    bool operator==(const Entity&) const = default;
};

enum class MentionKind { name, nominal, pronoun };

// A span that refers to an entity. In text order; mentions may nest, but do not cross.
struct Mention {
    Span span;
    std::size_t entity = 0;
    MentionKind kind = MentionKind::name;
    float probability = 1; // that it refers to this entity, as far as the reader knows

    bool operator==(const Mention&) const = default;
};

// An expression of time, normalised to EDTF (ISO 8601-2), or to TIMEX3 what EDTF cannot say (P9M, PRESENT_REF).
struct TimeExpression {
    Span span;
    std::string type; // "date", "time", "duration", "set", or "reference" for the present, past or future without a date
    std::string edtf;

    bool operator==(const TimeExpression&) const = default;
};

struct Qualifier {
    std::string name; // "amount", "share", "rank", "role", "place", …
    std::string value;

    bool operator==(const Qualifier&) const = default;
};

enum class Polarity { asserted, denied };
enum class Modality { fact, planned, possible, reported };

// "Who – relation – whom or what", said in one place.
struct Claim {
    std::string relation;              // ontology id
    std::string label;                 // how the relation reads between its ends: "invested in"
    std::size_t subject = 0;           // entity
    std::optional<std::size_t> object; // entity; absent when the claim is about a value
    std::string value;                 // the value when there is no object
    std::vector<Qualifier> qualifiers;
    Polarity polarity = Polarity::asserted;
    Modality modality = Modality::fact;
    std::optional<std::size_t> speaker; // entity to whom the text attributes the claim
    std::string time;                   // EDTF; empty when the text does not date it
    double confidence = 0;              // probability that a careful reader agrees, in [0, 1]
    std::string rule;                   // id of the rule or model; Engine::describeRule() tells why it fires
    Span quote;                         // the words that carry the claim: whole sentences, within one block
    std::vector<Span> triggers;         // the words that made the rule fire; inside the quote

    bool operator==(const Claim&) const = default;
};

// An open reading: subject – predicate – objects, each in the text's own words.
struct Proposition {
    Span subject;
    Span predicate;
    std::vector<Span> objects;
    double confidence = 0;

    bool operator==(const Proposition&) const = default;
};

struct Analysis {
    Reading reading;
    std::vector<Entity> entities;
    std::vector<Mention> mentions;
    std::vector<TimeExpression> times;
    std::vector<Claim> claims;
    std::vector<Proposition> propositions;

    bool operator==(const Analysis&) const = default;
};

} // namespace skein
