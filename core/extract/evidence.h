// SPDX-License-Identifier: GPL-3.0-or-later
// What speaks for a name being a person, an organisation, a product …: its own words, its neighbours, the lexicons.
// Internal to core/extract.
#pragma once

#include "core/extract/candidates.h"
#include "core/extract/name-types.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace skein {

// Weights by type. One kind of evidence counts in full once; seeing it again adds little, so that a hundred repetitions
// of a weak sign do not outweigh one strong sign.
class Evidence {
public:
    void add(NameType type, std::string_view kind, double weight);
    void add(const Evidence& other);

    double score(NameType type) const;
    NameType best() const;
    double bestScore() const { return score(best()); }

private:
    struct Item {
        NameType type;
        std::string_view kind; // a literal
        double weight;
        std::uint32_t count;
    };
    std::vector<Item> m_items;
};

// From the words of the name alone.
Evidence intrinsicEvidence(const Words& words, const Candidate& candidate, const Lexicons& lexicons);
// From the sentence around it.
Evidence contextEvidence(const Words& words, const Candidate& candidate);

// "BRENT HILL, Acme:" at the head of a sentence: where the speaker comes from.
bool isSpeakersFirm(const Words& words, const Candidate& candidate);

// Whether every word of it is plain English, so that only strong evidence makes it a name.
bool isPlain(const Words& words, const Candidate& candidate);

} // namespace skein
