// SPDX-License-Identifier: GPL-3.0-or-later
// What stands behind an edge, as JSON in one attribute of it: GraphML and GEXF know no lists of records.
#pragma once

#include "core/exchange/graph-file.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace skein::exchange {

// An array with an object for each of evidenceOf(graph.edges[edge]): the document, its days, the confidence, and the quote
// with all that is known of it where `file.quotes` has it.
std::string evidenceJson(const GraphFile& file, std::size_t edge);

// An array with an object a document: what GraphDocument holds.
std::string documentsJson(const std::vector<GraphDocument>& documents);

// The surest of an edge's quotes, the first among equals; null when none is at hand.
const Provenance* bestQuote(const GraphFile& file, std::size_t edge);

struct ReadEvidence {
    std::vector<GraphEvidence> evidence;  // `document` is the index into `documents`
    std::vector<GraphDocument> documents; // beside evidence
    std::vector<Provenance> quotes;       // beside evidence, or empty
};
// Absent for what those functions did not write.
std::optional<ReadEvidence> evidenceFrom(std::string_view json);
std::optional<std::vector<GraphDocument>> documentsFrom(std::string_view json);

// "2026-04-08" in the proleptic Gregorian calendar; empty outside the years 1 to 9999.
std::string dayText(std::int32_t day);

} // namespace skein::exchange
