// SPDX-License-Identifier: GPL-3.0-or-later
// What every candidate goes through, whichever finder found it: polarity, modality, speaker, date, types that the ontology
// admits; one claim for each pair of ends.
#pragma once

#include "core/extract/ontology.h"
#include "core/extract/sentence-view.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace skein {

class Treatment {
public:
    Treatment(const Surroundings& around, const Ontology& ontology)
        : m_around(around), m_ontology(ontology), m_words(around.vocabulary)
    {
    }

    // Who speaks in quotations of the sentence that name nobody: a quotation that goes on from the sentence before.
    void setSpeaker(const std::optional<Member>& speaker) { m_speaker = speaker; }

    // The sentence before, in the same block; for rules that lean on it.
    void setBefore(const std::optional<Span>& sentence) { m_before = sentence; }

    void treat(const SentenceView& view, const ClaimCandidate& candidate);
    // Adds the claim unless its ends are the same or the ontology does not admit them. Lowers the confidence for ends that
    // are no names, unless it is `settled`.
    void add(Claim claim, const Member& subject, const Member* object, std::string value, bool settled = false);

    std::vector<Claim>& claims() { return m_claims; }
    // Claims without a subject, with their objects: rules that are `implied`.
    const std::vector<std::pair<Claim, std::vector<Member>>>& pending() const { return m_pending; }

private:
    bool isDeputy(const SentenceView& view, const ClaimCandidate& candidate) const;
    void mood(const SentenceView& view, const ClaimCandidate& candidate, Claim& claim) const;
    bool isStillToCome(const SentenceView& view, const ClaimCandidate& candidate) const;
    void attribute(const SentenceView& view, const ClaimCandidate& candidate, Claim& claim) const;

    const Surroundings& m_around;
    const Ontology& m_ontology;
    const Vocabulary& m_words;
    std::optional<Member> m_speaker;
    std::optional<Span> m_before;
    std::vector<Claim> m_claims;
    std::vector<std::pair<Claim, std::vector<Member>>> m_pending;
};

} // namespace skein
