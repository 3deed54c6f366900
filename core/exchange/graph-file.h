// SPDX-License-Identifier: GPL-3.0-or-later
// A graph as other tools take it: GraphML 1.0, GEXF 1.3, JSON-LD 1.1 and CSV (RFC 4180). Pure functions for any thread.
//
// GraphML and GEXF can be read back: readGraphFile(writeGraphml(file)) equals `file` as far as the formats can say it, which
// is all of `graph`, `looks` and `quotes`. Other programs' files become a graph too; it has no evidence, so it is a picture
// to look at and never a library (no edge without evidence).
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "core/graph/graph.h"
#include "core/graph/scene/palette.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace skein::exchange {

struct NodeLook {
    Point position;   // y grows downwards, as on the canvas; written as it is
    float radius = 0; // in the same units
    Colour colour;

    bool operator==(const NodeLook&) const = default;
};

// Where a claim was said, in words.
struct Provenance {
    ClaimId claim{0};
    DocumentId document{0};
    std::string quote;       // the document's words there, to the character
    std::uint32_t start = 0; // Unicode code points in the document's text
    std::uint32_t end = 0;
    std::string before;      // up to 32 characters around the quote, to find it again in another copy
    std::string after;
    std::string speaker;     // a name; empty: the document itself
    std::string polarity;    // the words of core/store/names.h
    std::string modality;
    std::string status;
    std::string time;        // EDTF or empty
    std::string rule;
    float confidence = 0;

    bool operator==(const Provenance&) const = default;
};

// A claim that ends in words instead of an entity: "was founded on" – "4 February 2004".
struct Fact {
    EntityId subject{0};
    GraphRelation relation;
    std::string value;
    Provenance provenance;

    bool operator==(const Fact&) const = default;
};

// Of each entity that a picture draws as part of another, which one; by entity.
using Leaders = std::vector<std::pair<EntityId, EntityId>>;

struct GraphFile {
    Graph graph;
    std::vector<NodeLook> looks;                 // beside graph.nodes, or empty
    std::vector<std::vector<Provenance>> quotes; // beside graph.edges, each beside evidenceOf() its edge
                                                 // or empty; or all empty
    std::vector<Fact> facts;                     // only JSON-LD and CSV have room for them
    std::vector<std::string> uris;               // beside graph.documents, where each came from; or empty

    bool operator==(const GraphFile&) const = default;
};

// Equal files give equal bytes. Characters that XML cannot hold are written as U+FFFD.
std::string writeGraphml(const GraphFile& file);
std::string writeGexf(const GraphFile& file);
std::string writeJsonLd(const GraphFile& file);

struct CsvTables {
    std::string nodes; // one row an entity
    std::string edges; // one row a claim, facts last
};
// Lines end in CR LF. Words that a spreadsheet would take for a formula begin with an apostrophe.
CsvTables writeCsv(const GraphFile& file);
// Words for a cell: a spreadsheet runs what begins like a formula (OWASP, "CSV Injection"). Numbers of ours need it not.
std::string inert(std::string_view words);
// One row of such a table, with its end.
std::string csvRow(const std::vector<std::string>& cells);

enum class GraphFormat { graphml, gexf, jsonLd, csv };
// The format of "graphml", "gexf", "jsonld" or "csv".
std::optional<GraphFormat> graphFormatOf(std::string_view name);

struct TextFile {
    std::filesystem::path path;
    std::string text;
};
// What to write where: one file; for CSV two, "NAME-nodes.csv" and "NAME-edges.csv" beside each other.
std::vector<TextFile> filesOf(const GraphFile& file, GraphFormat format, const std::filesystem::path& path);

// Reads GraphML or GEXF, whichever the root element says. Nothing outside the bytes is ever read and no entity is expanded.
// Nodes of nested graphs are read as if they were not nested; edges of a node to itself are left out; an edge without
// direction goes from its source. Fails with badSyntax (the detail names the line), tooLarge, tooDeep or cancelled.
Result<GraphFile> readGraphFile(std::string_view bytes, const Cancel& cancel);

inline constexpr std::size_t maxGraphFileBytes = std::size_t{1} << 30;
inline constexpr std::size_t maxGraphFileNodes = 4'000'000;
inline constexpr std::size_t maxGraphFileEdges = 16'000'000;

} // namespace skein::exchange
