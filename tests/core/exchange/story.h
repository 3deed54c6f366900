// SPDX-License-Identifier: GPL-3.0-or-later
// A small graph with everything that is awkward to write: marks of XML and JSON, white space, days that no date names.
#pragma once

#include "core/exchange/graph-file.h"

namespace skein::exchange {

inline GraphFile story()
{
    GraphFile file;
    auto& graph = file.graph;
    graph.nodes = {{EntityId{1}, "Meta", "organization", 12, 3},
                   {EntityId{2}, "R&D <lab> \"x\"\n\t]]> é 😀", "organization", 1, 1},
                   {EntityId{0x7FFFFFFFFFFFFFFF}, "=1+1", "person", 4294967295, 0}};
    graph.documents = {{DocumentId{5}, "First ?> & <b>", "2026-04"}, {DocumentId{7}, "Unused", ""}, {DocumentId{9}, "Second", ""}};
    graph.relations = {{"leads", "leads"}, {"odd \"one\"", "is – of"}, {"owns", "owns"}};
    graph.edges = {{.source = 0, .target = 1, .relation = 0, .claims = 2, .documents = 2, .confidence = 0.9F, .isDisputed = true, .firstEvidence = 0},
                   {.source = 0, .target = 1, .relation = 2, .claims = 1, .documents = 1, .confidence = 0.1F, .isPlanned = true, .firstEvidence = 2},
                   {.source = 2, .target = 0, .relation = 1, .claims = 3, .documents = 1, .confidence = 1, .firstEvidence = 3}};
    graph.evidence = {{0, 0.9F, {20000, 20010}, true}, {2, 0.3F, GraphEvidence::undated, false},
                      {0, 0.1F, {-2147483647, -4000000}, true},
                      {2, 1, {20000, 20000}, true}, {2, 0.7F, {20001, 20001}, false}, {2, 0.33333334F, {30000, 30001}, true}};
    file.looks = {{{-1.5F, 2.25F}, 8, {0, 114, 178, 255}}, {{1e-7F, 3.4e7F}, 0.1F, {213, 94, 0, 128}}, {{0, 0}, 3, {1, 2, 3, 0}}};
    file.quotes.resize(3);
    file.quotes[0] = {{.claim = ClaimId{1}, .document = DocumentId{5}, .quote = "Meta leads\r\nit.", .start = 3, .end = 18,
                       .before = "So ", .after = " Yes.", .speaker = "Wang, A.", .polarity = "asserted", .modality = "fact",
                       .status = "suggested", .time = "2024-10-04/2024-10-14", .rule = "leads-1", .confidence = 0.9F},
                      {.claim = ClaimId{2}, .document = DocumentId{9}, .quote = "-2 \"no\", it does not", .start = 0, .end = 20,
                       .polarity = "denied", .modality = "reported", .status = "accepted", .rule = "@x", .confidence = 0.3F}};
    for (std::uint64_t i = 0; i < 3; ++i)
        file.quotes[2].push_back({.claim = ClaimId{10 + i}, .document = DocumentId{9}, .quote = "Q" + std::to_string(i),
                                  .polarity = "asserted", .modality = "fact", .status = "suggested",
                                  .confidence = graph.evidence[3 + i].confidence});
    file.facts = {{EntityId{1}, {"founded_on", "was founded on"}, "4 February 2004",
                   {.claim = ClaimId{20}, .document = DocumentId{9}, .quote = "Meta was founded on 4 February 2004.", .end = 36,
                    .polarity = "asserted", .modality = "fact", .status = "suggested", .confidence = 0.8F}}};
    file.uris = {"https://example.org/a?b&c", "", ""};
    return file;
}

// What GraphML and GEXF can say of a file.
inline GraphFile told(GraphFile file)
{
    file.facts.clear();
    file.uris.clear();
    return file;
}

} // namespace skein::exchange
