// SPDX-License-Identifier: GPL-3.0-or-later
// The finders of claims and propositions: pure functions over a document, its reading, names and times. They never
// fail; equal input gives equal output.
#pragma once

#include "core/document/document.h"
#include "core/extract/analysis.h"
#include "core/extract/claim-model.h"
#include "core/extract/finders.h"
#include "core/extract/learned-finder.h"
#include "core/extract/ontology.h"
#include "core/extract/patterns.h"
#include "core/text/reading.h"

#include <vector>

namespace skein {

// What claims are found by. All of it outlives the finding.
struct ClaimRules {
    const Ontology& ontology;
    const Patterns& patterns;
    const ClaimModel* model = nullptr;  // null: by patterns alone
    const Lexicons* lexicons = nullptr; // null: no nationalities
};

// "Who – relation – whom or what", by patterns and by the model. Ordered by quote, then by relation and ends; each said once
// per quote. The ends have types that the ontology admits and are never the same entity; for a symmetric relation the entity
// that the document names first is the subject. Questions claim nothing; headings and tables only in full sentences.
std::vector<Claim> findClaims(const Document& document, const Reading& reading, const NameReading& names,
                              const std::vector<TimeExpression>& times, const ClaimRules& rules);

// The same, telling `sink` every pair that the model is asked about; for training.
std::vector<Claim> seePairs(const Document& document, const Reading& reading, const NameReading& names,
                            const std::vector<TimeExpression>& times, const ClaimRules& rules, const PairSink& sink);

// Subject – predicate – objects in the text's own words, in the order of the predicates; the parts of one do not overlap.
// Paragraphs, list items and quotations alone.
std::vector<Proposition> findPropositions(const Document& document, const Reading& reading, const NameReading& names);

} // namespace skein
