// SPDX-License-Identifier: GPL-3.0-or-later
// The finders of names and times: pure functions over a document and its reading. They never fail and return what they
// found; equal input gives equal output. Claims have their own header, core/extract/claims.h.
#pragma once

#include "core/document/document.h"
#include "core/extract/analysis.h"
#include "core/extract/lexicons.h"
#include "core/extract/name-tagger.h"
#include "core/extract/ontology.h"
#include "core/text/reading.h"

#include <vector>

namespace skein {

struct NameReading {
    std::vector<Entity> entities;  // in the order of their first mentions
    std::vector<Mention> mentions; // names, nominals and pronouns in text order; may nest, do not cross

    bool operator==(const NameReading&) const = default;
};

// Who and what the document names, by mentions of kind `name` only. Precision before recall: what has no evidence of being
// a name of some type is left out. `tags` are those of the same reading.
NameReading findNames(const Document& document, const Reading& reading, const NameTags& tags, const Ontology& ontology,
                      const Lexicons& lexicons);

// Dates, times, durations and sets, in text order, without overlaps. `document.published` anchors what is relative;
// without it, relative expressions that need an anchor are left out.
std::vector<TimeExpression> findTimes(const Document& document, const Reading& reading);

} // namespace skein
