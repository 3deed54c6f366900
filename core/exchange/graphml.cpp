// SPDX-License-Identifier: GPL-3.0-or-later
// GraphML 1.0 (Brandes, Eiglsperger, Lerner: "GraphML Primer", 2004). The keys have the names that Gephi and yEd look for:
// label, x, y, size, r, g, b on nodes, weight on edges; the edges' label has an id of its own, as ids are unique.
#include "core/exchange/evidence.h"
#include "core/exchange/graph-file.h"
#include "core/exchange/xml-writer.h"

namespace skein::exchange {
namespace {

struct Key {
    const char* id;
    const char* domain;
    const char* type;
    const char* name = nullptr; // the id's unless given
};

constexpr Key graphKeys[] = {{"sources", "graph", "string"}};
constexpr Key nodeKeys[] = {{"label", "node", "string"}, {"type", "node", "string"}, {"mentions", "node", "long"},
                            {"nodedocuments", "node", "long", "documents"}};
constexpr Key lookKeys[] = {{"x", "node", "float"}, {"y", "node", "float"}, {"size", "node", "float"}, {"r", "node", "int"},
                            {"g", "node", "int"},   {"b", "node", "int"},   {"a", "node", "int"}};
constexpr Key edgeKeys[] = {{"edgelabel", "edge", "string", "label"}, {"relation", "edge", "string"},
                            {"weight", "edge", "float"},              {"claims", "edge", "long"},
                            {"documents", "edge", "long"},            {"confidence", "edge", "float"},
                            {"disputed", "edge", "boolean"},          {"planned", "edge", "boolean"}};
constexpr Key evidenceKeys[] = {{"evidence", "edge", "string"}};
constexpr Key quoteKeys[] = {{"quote", "edge", "string"}};

class Writer {
public:
    explicit Writer(const GraphFile& file) : m_file(file) {}

    std::string run()
    {
        const auto& graph = m_file.graph;
        m_xml.begin("graphml").attribute("xmlns", "http://graphml.graphdrawing.org/xmlns");
        declare(graphKeys);
        declare(nodeKeys);
        if (!m_file.looks.empty()) declare(lookKeys);
        declare(edgeKeys);
        if (!graph.evidence.empty()) declare(evidenceKeys);
        if (!m_file.quotes.empty()) declare(quoteKeys);
        m_xml.begin("graph").attribute("id", "graph").attribute("edgedefault", "directed");
        data("sources", documentsJson(graph.documents));
        for (std::size_t i = 0; i < graph.nodes.size(); ++i) node(i);
        for (std::size_t i = 0; i < graph.edges.size(); ++i) edge(i);
        m_xml.end("graph").end("graphml");
        return std::move(m_xml.text());
    }

private:
    template <std::size_t size>
    void declare(const Key (&keys)[size])
    {
        for (const auto& key : keys)
            m_xml.begin("key").attribute("id", key.id).attribute("for", key.domain)
                .attribute("attr.name", key.name != nullptr ? key.name : key.id).attribute("attr.type", key.type).end("key");
    }

    void data(const char* key, std::string_view value) { m_xml.begin("data").attribute("key", key).textAndEnd("data", value); }
    void flag(const char* key, bool value) { data(key, value ? "true" : "false"); }
    template <typename Number>
    void number(const char* key, Number value) { data(key, numberText(value)); }

    void node(std::size_t index)
    {
        const auto& node = m_file.graph.nodes[index];
        m_xml.begin("node").attribute("id", toString(node.id));
        data("label", node.name);
        data("type", node.type);
        number("mentions", node.mentions);
        number("nodedocuments", node.documents);
        if (!m_file.looks.empty()) {
            const auto& look = m_file.looks[index];
            number("x", look.position.x);
            number("y", look.position.y);
            number("size", look.radius);
            number("r", look.colour.red);
            number("g", look.colour.green);
            number("b", look.colour.blue);
            number("a", look.colour.alpha);
        }
        m_xml.end("node");
    }

    void edge(std::size_t index)
    {
        const auto& graph = m_file.graph;
        const auto& edge = graph.edges[index];
        m_xml.begin("edge").attribute("id", numberText(index)).attribute("source", toString(graph.nodes[edge.source].id));
        m_xml.attribute("target", toString(graph.nodes[edge.target].id));
        data("edgelabel", graph.relationOf(edge).label);
        data("relation", graph.relationOf(edge).id);
        number("weight", edge.claims);
        number("claims", edge.claims);
        number("documents", edge.documents);
        number("confidence", edge.confidence);
        flag("disputed", edge.isDisputed);
        flag("planned", edge.isPlanned);
        if (!graph.evidence.empty()) data("evidence", evidenceJson(m_file, index));
        if (const auto* quote = bestQuote(m_file, index)) data("quote", quote->quote);
        m_xml.end("edge");
    }

    const GraphFile& m_file;
    XmlWriter m_xml;
};

} // namespace

std::string writeGraphml(const GraphFile& file) { return Writer(file).run(); }

} // namespace skein::exchange
