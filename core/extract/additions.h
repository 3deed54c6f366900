// SPDX-License-Identifier: GPL-3.0-or-later
// What a person teaches a library beyond what Skein ships: types, relations, rules, names. A text, one thing a line;
// resources/additions/README.md describes it. This is its syntax alone; core/extract/extend.h holds it against the rest.
#pragma once

#include "core/extract/analysis.h"
#include "core/extract/problem.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace skein {

inline constexpr std::size_t maxAdditionsBytes = 1u << 20;

// Words of the text and where they stand in it.
struct Written {
    std::string text;
    Span span;
};

struct Additions {
    struct Type {
        Written id;
        std::optional<Written> like; // a type in whose place this one may stand
        std::string label;
        std::string plural;
    };
    struct Relation {
        Written id;
        std::vector<Written> subjects; // types
        std::vector<Written> objects;
        bool value = false;
        bool symmetric = false;
        std::string label;
        std::string inverse;
    };
    struct Name {
        std::vector<Written> forms; // the name itself first, then its aliases
        Written type;
        bool instead = false; // of what is shipped about it
    };
    struct Rule {
        Written id;
        Written relation;
        std::string label; // empty: the relation's
        std::string why;
        double confidence = 0;
        std::optional<Modality> modality;
        std::vector<Qualifier> qualifiers;
        std::vector<Written> patterns;
    };
    struct Verb {
        Written lemma;
        std::vector<std::string> forms; // third person, past, participle, -ing
    };
    struct Macro {
        Written name; // without #
        Written pattern;
    };

    std::vector<Type> types;
    std::vector<Relation> relations;
    std::vector<Name> names;
    std::vector<Written> ignored; // what is no name
    std::vector<Rule> rules;
    std::vector<Verb> verbs;
    std::vector<Macro> macros;
    std::string essence; // the text without comments and needless white space; empty: it teaches nothing

    // What can be understood; complaints about the rest.
    static Additions parse(Complaints& complaints);
};

} // namespace skein
