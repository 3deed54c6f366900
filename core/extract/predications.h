// SPDX-License-Identifier: GPL-3.0-or-later
// What each verb of a sentence says of what, over its dependency tree. Internal to core/extract.
//
// The idea is that of clause-based extraction (Del Corro and Gemulla, "ClausIE", WWW 2013; White et al., "Universal
// Decompositional Semantics on Universal Dependencies", EMNLP 2016), restated for UD 2 and for runs of tokens.
#pragma once

#include "core/text/tree.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace skein {

// How a verb comes by its subject, from the surest to the boldest.
enum class SubjectOrigin {
    own,        // "Ann runs"
    joined,     // "Ann came and saw"
    relative,   // "Ann, who runs"
    controlled, // "they asked Ann to run"
    participle, // "a boat built in Kiel"
    adverbial,  // "running home, Ann fell"
    clausal,    // "running tires"
};

// Ranges of tokens of one sentence that do not overlap.
struct Predication {
    std::uint32_t head = 0; // the verb, or the noun or adjective beside a copula
    TokenRange subject;
    SubjectOrigin origin = SubjectOrigin::own;
    TokenRange predicate; // verbs with auxiliaries, negation, adverbs beside them; the preposition of a first object
    std::vector<TokenRange> objects;  // objects and complements; what is joined by "and" is apart
    std::vector<TokenRange> adjuncts; // prepositional phrases, times, places, conditions

    bool operator==(const Predication&) const = default;
};

// In text order, each with an object or an adjunct. Left out: what is asked, what is only supposed ("if …", "whether
// …"), what somebody is only told to do ("asked Ann to …"), what would lose its "not", and what is said of "it" and
// "them" alone. A condition of what is said ("…, if it rains") is an adjunct. `names`: for each token of the reading the
// name around it, empty outside names; no argument ends inside one. Cost: linear in the sentence; sentences of more than
// 300 tokens are no prose and give nothing.
std::vector<Predication> predicationsOf(std::string_view text, const Trees& trees, const Sentence& sentence,
                                        const std::vector<TokenRange>& names);

} // namespace skein
