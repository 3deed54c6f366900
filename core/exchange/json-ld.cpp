// SPDX-License-Identifier: GPL-3.0-or-later
// JSON-LD 1.1 (W3C, 2020): things in the terms of schema.org, claims as RDF statements with their provenance (W3C PROV-O,
// 2013), quotes as targets with a quote selector and a position selector (W3C Web Annotation, 2017). The context stands in the
// file, so that nobody needs a network to read it. What no vocabulary has is named urn:skein:….
#include "core/exchange/evidence.h"
#include "core/exchange/graph-file.h"
#include "core/exchange/json-writer.h"

#include <algorithm>
#include <utility>

namespace skein::exchange {
namespace {

constexpr std::string_view context = R"({
 "schema":"https://schema.org/","rdf":"http://www.w3.org/1999/02/22-rdf-syntax-ns#","prov":"http://www.w3.org/ns/prov#",
 "oa":"http://www.w3.org/ns/oa#","xsd":"http://www.w3.org/2001/XMLSchema#","skein":"urn:skein:",
 "name":"schema:name","relationLabel":"skein:label","published":"schema:datePublished","url":{"@id":"schema:url"},
 "subject":{"@id":"rdf:subject","@type":"@id"},"predicate":{"@id":"rdf:predicate","@type":"@id"},
 "object":{"@id":"rdf:object","@type":"@id"},"value":"rdf:object",
 "derivedFrom":{"@id":"prov:hadPrimarySource","@type":"@id"},"attributedTo":"prov:wasAttributedTo","method":"skein:rule",
 "confidence":"skein:confidence","polarity":"skein:polarity","modality":"skein:modality","status":"skein:status",
 "when":"skein:time","mentions":"skein:mentions","documents":"skein:documents",
 "hasTarget":"oa:hasTarget","hasSource":{"@id":"oa:hasSource","@type":"@id"},"hasSelector":"oa:hasSelector",
 "exact":"oa:exact","prefix":"oa:prefix","suffix":"oa:suffix","start":"oa:start","end":"oa:end"})";

std::string_view schemaType(std::string_view type)
{
    constexpr std::pair<std::string_view, std::string_view> types[] = {
        {"person", "schema:Person"},  {"organization", "schema:Organization"}, {"product", "schema:Product"},
        {"place", "schema:Place"},    {"event", "schema:Event"},               {"work", "schema:CreativeWork"},
        {"law", "schema:Legislation"}};
    for (const auto& [ours, theirs] : types)
        if (ours == type) return theirs;
    return "schema:Thing";
}

std::string urn(std::string_view kind, std::string_view id)
{
    std::string text = "urn:skein:" + std::string(kind) + ":";
    for (const char c : id) {
        const auto byte = static_cast<unsigned char>(c);
        const bool isPlain = (byte >= '0' && byte <= '9') || ((byte | 32) >= 'a' && (byte | 32) <= 'z') || byte == '_' || byte == '-';
        if (isPlain) text += c;
        else (text += '%').append({"0123456789ABCDEF"[byte >> 4], "0123456789ABCDEF"[byte & 15]});
    }
    return text;
}

class Writer {
public:
    explicit Writer(const GraphFile& file) : m_file(file) {}

    std::string run()
    {
        const auto& graph = m_file.graph;
        m_json.beginObject().key("@context").raw(context).key("@graph").beginArray();
        for (std::size_t i = 0; i < graph.documents.size(); ++i) {
            const auto& document = graph.documents[i];
            begin(urn("document", toString(document.id)), {"schema:CreativeWork", "prov:Entity"});
            m_json.key("name").string(document.title);
            optional("published", document.published);
            if (!m_file.uris.empty()) optional("url", m_file.uris[i]);
            m_json.endObject();
        }
        for (const auto& node : graph.nodes) {
            begin(urn("entity", toString(node.id)), {schemaType(node.type), urn("type", node.type)});
            m_json.key("name").string(node.name).key("mentions").number(node.mentions);
            m_json.key("documents").number(node.documents).endObject();
        }
        for (std::size_t i = 0; i < graph.edges.size(); ++i) edge(i);
        for (const auto& fact : m_file.facts) {
            begin(urn("claim", toString(fact.provenance.claim)), {"rdf:Statement", "prov:Entity"});
            statement(toString(fact.subject), fact.relation);
            m_json.key("value").string(fact.value);
            provenance(fact.provenance);
            m_json.endObject();
        }
        m_json.endArray().endObject().text() += '\n';
        return std::move(m_json.text());
    }

private:
    void begin(std::string_view id, std::initializer_list<std::string_view> types)
    {
        m_json.lineBreak().beginObject().key("@id").string(id).key("@type").beginArray();
        for (const auto type : types) m_json.string(type);
        m_json.endArray();
    }
    void optional(std::string_view key, std::string_view text)
    {
        if (!text.empty()) m_json.key(key).string(text);
    }
    void statement(std::string_view subject, const GraphRelation& relation)
    {
        m_json.key("subject").string(urn("entity", subject)).key("predicate").string(urn("relation", relation.id));
        m_json.key("relationLabel").string(relation.label);
    }

    // One statement a claim; an edge whose quotes are not at hand is one statement without them.
    void edge(std::size_t index)
    {
        const auto& graph = m_file.graph;
        const auto& edge = graph.edges[index];
        const auto evidence = graph.evidenceOf(edge);
        const bool hasQuotes = !m_file.quotes.empty() && !evidence.empty() && m_file.quotes[index].size() == evidence.size();
        for (std::size_t i = 0; i < (hasQuotes ? evidence.size() : 1); ++i) {
            const auto id = hasQuotes ? urn("claim", toString(m_file.quotes[index][i].claim)) : urn("edge", std::to_string(index));
            begin(id, {"rdf:Statement", "prov:Entity"});
            statement(toString(graph.nodes[edge.source].id), graph.relationOf(edge));
            m_json.key("object").string(urn("entity", toString(graph.nodes[edge.target].id)));
            if (hasQuotes) provenance(m_file.quotes[index][i]);
            else m_json.key("confidence").number(edge.confidence);
            m_json.endObject();
        }
    }

    void provenance(const Provenance& quote)
    {
        const auto document = urn("document", toString(quote.document));
        m_json.key("derivedFrom").string(document);
        if (!quote.speaker.empty())
            m_json.key("attributedTo").beginObject().key("@type").string("prov:Agent").key("name").string(quote.speaker).endObject();
        optional("polarity", quote.polarity);
        optional("modality", quote.modality);
        optional("status", quote.status);
        optional("when", quote.time);
        optional("method", quote.rule);
        m_json.key("confidence").number(quote.confidence);
        m_json.key("hasTarget").beginObject().key("@type").string("oa:SpecificResource").key("hasSource").string(document);
        m_json.key("hasSelector").beginArray().beginObject().key("@type").string("oa:TextQuoteSelector");
        m_json.key("exact").string(quote.quote);
        optional("prefix", quote.before);
        optional("suffix", quote.after);
        m_json.endObject().beginObject().key("@type").string("oa:TextPositionSelector");
        m_json.key("start").number(quote.start).key("end").number(quote.end).endObject().endArray().endObject();
    }

    const GraphFile& m_file;
    JsonWriter m_json;
};

} // namespace

std::string writeJsonLd(const GraphFile& file) { return Writer(file).run(); }

} // namespace skein::exchange
