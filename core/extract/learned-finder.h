// SPDX-License-Identifier: GPL-3.0-or-later
// Asks the model about every pair of ends in a sentence.
#pragma once

#include "core/extract/claim-model.h"
#include "core/extract/grounds.h"
#include "core/extract/ontology.h"
#include "core/extract/pairs.h"
#include "core/extract/sentence-view.h"

#include <functional>
#include <span>
#include <vector>

namespace skein {

// A pair as the model sees it; for training.
struct SeenPair {
    std::size_t group = 0;
    const PairEnd& first;
    const PairEnd& second;
    const Span quote;
    const PairFeatures& features;
    const std::vector<FiredRule>& fired;
    std::string_view date; // of a second end that is a date: EDTF
};
using PairSink = std::function<void(const SeenPair&)>;

class LearnedFinder {
public:
    // `model` may be null, and `sink` empty: then nothing is judged, or told.
    LearnedFinder(const Surroundings& around, const Trees& trees, const Ontology& ontology, const Lexicons* lexicons,
                  const ClaimModel* model, const PairSink& sink);

    // What the model finds in the sentence. `ofRules`: what the rules made of it already; a claim of theirs that the model
    // finds as well is the surer of the two and keeps its rule.
    std::vector<ClaimCandidate> find(const SentenceView& view, std::span<Claim> ofRules);

private:
    ClaimCandidate candidateOf(const SentenceView& view, const PairEnd& subject, const PairEnd& object, const ClaimModel::Group& group,
                          std::size_t detector, double confidence);
    void markTriggers(const SentenceView& view, const PairEnd& a, const PairEnd& b, const ClaimModel::Group& group,
                      std::size_t detector, const Grounds& grounds, ClaimCandidate& candidate);

    double leastOfSpeaker(const PairEnd& end) const;
    void settleRole(const Grounds& grounds, const ClaimModel::Group& group, ClaimCandidate& candidate) const;
    bool isKnown(const ClaimCandidate& candidate, std::span<Claim> ofRules) const;
    static void keepOneDate(std::vector<ClaimCandidate>& found);
    void qualify(const SentenceView& view, const PairEnd& a, const PairEnd& b, ClaimCandidate& candidate) const;
    std::optional<Span> postOf(const PairEnd& a, const PairEnd& b) const;

    const Surroundings& m_around;
    const Trees& m_trees;
    const Ontology& m_ontology;
    const ClaimModel* m_model;
    const PairSink& m_sink;
    const Lexicons* m_lexicons;
    PairReader m_reader;
    PairFeatures m_features;
};

} // namespace skein
