// SPDX-License-Identifier: GPL-3.0-or-later
// GEXF 1.3 (the GEXF Working Group's primer and schemas, 2022) with its parts for dynamics and looks. An edge is there on the
// days of its evidence; days that meet or touch make one spell. What GEXF has no place for, the documents, stands in a
// processing instruction: schemas leave those alone.
#include "core/exchange/evidence.h"
#include "core/exchange/graph-file.h"
#include "core/exchange/xml-writer.h"

#include <algorithm>

namespace skein::exchange {
namespace {

struct Attribute {
    const char* name;
    const char* type;
};

constexpr Attribute nodeAttributes[] = {{"type", "string"}, {"mentions", "long"}, {"documents", "long"}};
constexpr Attribute edgeAttributes[] = {{"relation", "string"},   {"claims", "long"},      {"documents", "long"},
                                        {"confidence", "float"},  {"disputed", "boolean"}, {"planned", "boolean"}};

// The days of an edge, in order and apart. Days that no date names are left out.
std::vector<DayRange> spellsOf(std::span<const GraphEvidence> evidence)
{
    std::vector<DayRange> spells;
    for (const auto& one : evidence)
        if (one.isDated() && !dayText(one.when.first).empty() && !dayText(one.when.last).empty()) spells.push_back(one.when);
    std::ranges::sort(spells, {}, &DayRange::first);
    std::size_t kept = 0;
    for (const auto& spell : spells) {
        if (kept > 0 && spell.first <= spells[kept - 1].last + 1)
            spells[kept - 1].last = std::max(spells[kept - 1].last, spell.last);
        else
            spells[kept++] = spell;
    }
    spells.resize(kept);
    return spells;
}

class Writer {
public:
    explicit Writer(const GraphFile& file) : m_file(file) {}

    std::string run()
    {
        const auto& graph = m_file.graph;
        const bool isDynamic = std::ranges::any_of(graph.evidence, &GraphEvidence::isDated);
        m_xml.begin("gexf").attribute("xmlns", "http://gexf.net/1.3").attribute("xmlns:viz", "http://gexf.net/1.3/viz");
        m_xml.attribute("version", "1.3");
        m_xml.begin("meta").begin("creator").textAndEnd("creator", "Skein").end("meta");
        m_xml.instruction("skein-documents", withoutAngles(documentsJson(graph.documents)));
        m_xml.begin("graph").attribute("defaultedgetype", "directed").attribute("mode", isDynamic ? "dynamic" : "static");
        if (isDynamic) m_xml.attribute("timeformat", "date").attribute("timerepresentation", "interval");
        declare("node", nodeAttributes);
        m_xml.begin("attributes").attribute("class", "edge");
        for (const auto& attribute : edgeAttributes) declareOne(attribute);
        if (!graph.evidence.empty()) declareOne({"evidence", "string"});
        if (!m_file.quotes.empty()) declareOne({"quote", "string"});
        m_xml.end("attributes");
        m_xml.begin("nodes");
        for (std::size_t i = 0; i < graph.nodes.size(); ++i) node(i);
        m_xml.end("nodes").begin("edges");
        for (std::size_t i = 0; i < graph.edges.size(); ++i) edge(i);
        m_xml.end("edges").end("graph").end("gexf");
        return std::move(m_xml.text());
    }

private:
    // JSON may write any character by number; so "?>" cannot end the instruction.
    static std::string withoutAngles(const std::string& json)
    {
        std::string text;
        for (const char c : json) {
            if (c == '>') text += "\\u003e";
            else text += c;
        }
        return text;
    }

    void declareOne(const Attribute& attribute)
    {
        m_xml.begin("attribute").attribute("id", attribute.name).attribute("title", attribute.name);
        m_xml.attribute("type", attribute.type).end("attribute");
    }
    template <std::size_t size>
    void declare(const char* which, const Attribute (&attributes)[size])
    {
        m_xml.begin("attributes").attribute("class", which);
        for (const auto& attribute : attributes) declareOne(attribute);
        m_xml.end("attributes");
    }

    void value(const char* name, std::string_view text)
    {
        m_xml.begin("attvalue").attribute("for", name).attribute("value", text).end("attvalue");
    }
    void flag(const char* name, bool isTrue) { value(name, isTrue ? "true" : "false"); }

    void node(std::size_t index)
    {
        const auto& node = m_file.graph.nodes[index];
        m_xml.begin("node").attribute("id", toString(node.id)).attribute("label", node.name).begin("attvalues");
        value("type", node.type);
        value("mentions", numberText(node.mentions));
        value("documents", numberText(node.documents));
        m_xml.end("attvalues");
        if (!m_file.looks.empty()) {
            const auto& look = m_file.looks[index];
            m_xml.begin("viz:size").attribute("value", look.radius).end("viz:size");
            m_xml.begin("viz:position").attribute("x", look.position.x).attribute("y", look.position.y).end("viz:position");
            m_xml.begin("viz:color").attribute("r", look.colour.red).attribute("g", look.colour.green);
            m_xml.attribute("b", look.colour.blue);
            m_xml.attribute("a", static_cast<float>(look.colour.alpha) / 255).end("viz:color");
        }
        m_xml.end("node");
    }

    void edge(std::size_t index)
    {
        const auto& graph = m_file.graph;
        const auto& edge = graph.edges[index];
        const auto& relation = graph.relationOf(edge);
        m_xml.begin("edge").attribute("id", index).attribute("source", toString(graph.nodes[edge.source].id));
        m_xml.attribute("target", toString(graph.nodes[edge.target].id)).attribute("label", relation.label);
        m_xml.attribute("kind", relation.id); // several edges between two nodes are told apart by it
        m_xml.attribute("weight", edge.claims).begin("attvalues");
        value("relation", relation.id);
        value("claims", numberText(edge.claims));
        value("documents", numberText(edge.documents));
        value("confidence", numberText(edge.confidence));
        flag("disputed", edge.isDisputed);
        flag("planned", edge.isPlanned);
        if (!graph.evidence.empty()) value("evidence", evidenceJson(m_file, index));
        if (const auto* quote = bestQuote(m_file, index)) value("quote", quote->quote);
        m_xml.end("attvalues");
        if (const auto spells = spellsOf(graph.evidenceOf(edge)); !spells.empty()) {
            m_xml.begin("spells");
            for (const auto& spell : spells)
                m_xml.begin("spell").attribute("start", dayText(spell.first)).attribute("end", dayText(spell.last)).end("spell");
            m_xml.end("spells");
        }
        m_xml.end("edge");
    }

    const GraphFile& m_file;
    XmlWriter m_xml;
};

} // namespace

std::string writeGexf(const GraphFile& file) { return Writer(file).run(); }

} // namespace skein::exchange
