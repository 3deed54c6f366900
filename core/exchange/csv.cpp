// SPDX-License-Identifier: GPL-3.0-or-later
// Tables after RFC 4180. Gephi's spreadsheet import knows the columns id, label, source, target and weight by their names.
#include "core/exchange/evidence.h"
#include "core/exchange/graph-file.h"
#include "core/exchange/xml-writer.h"

#include <algorithm>

namespace skein::exchange {
namespace {

std::string nameOf(const Graph& graph, EntityId id)
{
    const auto found = std::ranges::lower_bound(graph.nodes, id, {}, &GraphNode::id);
    return found != graph.nodes.end() && found->id == id ? found->name : std::string();
}

// The cells that say where something was said.
void addProvenance(std::vector<std::string>& row, const Provenance* quote)
{
    if (quote == nullptr) return row.resize(row.size() + 10);
    row.insert(row.end(), {inert(quote->quote), quote->claim.value == 0 ? "" : toString(quote->claim), numberText(quote->start),
                           numberText(quote->end), inert(quote->speaker), quote->polarity, quote->modality, inert(quote->time),
                           inert(quote->rule), quote->status});
}

} // namespace

std::string inert(std::string_view words)
{
    const bool isFormula = !words.empty() && std::string_view("=+-@\t\r\n").contains(words.front());
    return isFormula ? "'" + std::string(words) : std::string(words);
}

std::string csvRow(const std::vector<std::string>& cells)
{
    std::string row;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) row += ',';
        const auto& cell = cells[i];
        if (cell.find_first_of(",\"\r\n") == std::string::npos) {
            row += cell;
            continue;
        }
        row += '"';
        for (const char c : cell) row.append(c == '"' ? 2 : 1, c);
        row += '"';
    }
    return row + "\r\n";
}

CsvTables writeCsv(const GraphFile& file)
{
    const auto& graph = file.graph;
    CsvTables tables;
    std::vector<std::string> head{"id", "label", "type", "mentions", "documents"};
    if (!file.looks.empty()) head.insert(head.end(), {"x", "y", "size", "colour"});
    tables.nodes = csvRow(head);
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        const auto& node = graph.nodes[i];
        std::vector<std::string> row{toString(node.id), inert(node.name), inert(node.type), numberText(node.mentions),
                                     numberText(node.documents)};
        if (!file.looks.empty()) {
            const auto& look = file.looks[i];
            std::string colour = "#";
            for (const auto part : {look.colour.red, look.colour.green, look.colour.blue})
                for (const int digit : {part >> 4, part & 15}) colour += "0123456789abcdef"[digit];
            row.insert(row.end(), {numberText(look.position.x), numberText(look.position.y), numberText(look.radius), colour});
        }
        tables.nodes += csvRow(row);
    }

    tables.edges = csvRow({"source", "target", "source label", "target label", "relation", "label", "value", "weight", "confidence",
                           "first", "last", "document", "document title", "published", "quote", "claim", "start", "end",
                           "speaker", "polarity", "modality", "time", "rule", "status"});
    for (std::size_t i = 0; i < graph.edges.size(); ++i) {
        const auto& edge = graph.edges[i];
        const auto& source = graph.nodes[edge.source];
        const auto& target = graph.nodes[edge.target];
        const auto& relation = graph.relationOf(edge);
        const std::vector<std::string> ends{toString(source.id), toString(target.id), inert(source.name), inert(target.name),
                                            inert(relation.id), inert(relation.label), ""};
        const auto evidence = graph.evidenceOf(edge);
        if (evidence.empty()) {
            auto row = ends;
            row.insert(row.end(), {numberText(edge.claims), numberText(edge.confidence)});
            row.resize(row.size() + 5);
            addProvenance(row, nullptr);
            tables.edges += csvRow(row);
        }
        for (std::size_t k = 0; k < evidence.size(); ++k) {
            auto row = ends;
            const auto& document = graph.documents[evidence[k].document];
            const bool isDated = evidence[k].isDated();
            row.insert(row.end(), {"1", numberText(evidence[k].confidence), isDated ? dayText(evidence[k].when.first) : "",
                                   isDated ? dayText(evidence[k].when.last) : "", toString(document.id), inert(document.title),
                                   document.published});
            const bool hasQuote = !file.quotes.empty() && file.quotes[i].size() == evidence.size();
            addProvenance(row, hasQuote ? &file.quotes[i][k] : nullptr);
            tables.edges += csvRow(row);
        }
    }
    for (const auto& fact : file.facts) {
        const auto document = std::ranges::lower_bound(graph.documents, fact.provenance.document, {}, &GraphDocument::id);
        const bool isKnown = document != graph.documents.end() && document->id == fact.provenance.document;
        std::vector<std::string> row{toString(fact.subject), "", inert(nameOf(graph, fact.subject)), "", inert(fact.relation.id),
                                     inert(fact.relation.label), inert(fact.value), "1", numberText(fact.provenance.confidence),
                                     "", "", toString(fact.provenance.document), isKnown ? inert(document->title) : "",
                                     isKnown ? document->published : ""};
        addProvenance(row, &fact.provenance);
        tables.edges += csvRow(row);
    }
    return tables;
}

} // namespace skein::exchange
