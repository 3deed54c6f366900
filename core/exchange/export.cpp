// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/export.h"

#include "core/base/sha256.h"
#include "core/base/utf8.h"
#include "core/exchange/events.h"
#include "core/exchange/json-writer.h"
#include "core/store/names.h"

#include <map>
#include <tuple>

namespace skein::exchange {
namespace {

class Exporter {
public:
    explicit Exporter(const store::Content& content) : m_content(content)
    {
        for (const auto& document : content.documents)
            m_offsets.emplace(document.summary.id, OffsetMap(document.text, OffsetMap::Unit::codePoint));
    }

    std::string run()
    {
        m_json.beginObject();
        list("documents", m_content.documents, [&](const auto& document) { write(document); });
        list("entities", m_content.entities, [&](const auto& entity) { write(entity); });
        list("claims", m_content.claims, [&](const auto& claim) { write(claim); });
        writeRelations();
        list("events", events(m_content), [&](const auto& event) { write(event); });
        m_json.key("annotations").beginArray().endArray().key("stories").beginArray().endArray();
        m_json.endObject().text() += '\n';
        return std::move(m_json.text());
    }

private:
    template <typename Values, typename Write>
    void list(std::string_view name, const Values& values, Write writeOne)
    {
        m_json.key(name).beginArray();
        for (const auto& value : values) {
            m_json.lineBreak();
            writeOne(value);
        }
        m_json.endArray().lineBreak();
    }

    void span(DocumentId document, Span span)
    {
        const auto& offsets = m_offsets.at(document);
        m_json.key("start").number(offsets.fromByte(span.begin)).key("end").number(offsets.fromByte(span.end));
    }

    void write(const store::ContentDocument& document)
    {
        const auto& summary = document.summary;
        m_json.beginObject().key("id").string(toString(summary.id)).key("title").string(summary.title);
        m_json.key("author").stringOrNull(summary.author).key("published").stringOrNull(summary.published);
        m_json.key("uri").stringOrNull(summary.uri).key("mediaType").string(summary.mediaType);
        m_json.key("sha256").string(document.sha256).key("text").string(document.text).endObject();
    }

    void write(const store::ContentEntity& entity)
    {
        m_json.beginObject().key("id").string(toString(entity.id)).key("name").string(entity.name);
        m_json.key("type").string(entity.type).key("aliases").beginArray();
        for (const auto& alias : entity.aliases) m_json.string(alias);
        m_json.endArray().key("mentions").beginArray();
        for (const auto& mention : entity.mentions) {
            m_json.beginObject().key("document").string(toString(mention.document));
            span(mention.document, mention.span);
            m_json.key("kind").string(store::wordFor(mention.kind)).endObject();
        }
        m_json.endArray().endObject();
    }

    void write(const Quote& claim)
    {
        m_json.beginObject().key("id").string(toString(claim.claim));
        m_json.key("document").string(toString(claim.document)).key("quote").string(claim.text);
        m_json.key("status").string(store::wordFor(claim.status));
        m_json.key("relation").string(claim.relation).key("label").string(claim.label);
        m_json.key("subject").string(toString(claim.subject)).key("object");
        entityOrNull(claim.object);
        m_json.key("value").stringOrNull(claim.value).key("qualifiers").beginArray();
        for (const auto& [name, value] : claim.qualifiers)
            m_json.beginObject().key("name").string(name).key("value").string(value).endObject();
        m_json.endArray().key("polarity").string(store::wordFor(claim.polarity));
        m_json.key("modality").string(store::wordFor(claim.modality)).key("speaker");
        entityOrNull(claim.speaker);
        m_json.key("time").stringOrNull(claim.time).key("confidence").number(claim.confidence);
        m_json.key("rule").string(claim.rule);
        span(claim.document, claim.span);
        m_json.key("triggers").beginArray();
        const auto& offsets = m_offsets.at(claim.document);
        for (const auto trigger : claim.triggers)
            m_json.beginArray()
                .number(offsets.fromByte(claim.span.begin + trigger.begin))
                .number(offsets.fromByte(claim.span.begin + trigger.end))
                .endArray();
        m_json.endArray().endObject();
    }

    void entityOrNull(const std::optional<EntityId>& entity)
    {
        if (entity) m_json.string(toString(*entity));
        else m_json.null();
    }

    // One for each edge of the graph, with the claims behind it.
    void writeRelations()
    {
        using Key = std::tuple<EntityId, std::string_view, EntityId>;
        std::map<Key, std::vector<ClaimId>> claims;
        for (const auto& claim : m_content.claims) {
            if (!claim.object || claim.status == ClaimStatus::rejected) continue;
            const auto relation = m_content.relations.find(claim.relation);
            const bool isTurned = relation != m_content.relations.end() && relation->second.symmetric &&
                                  *claim.object < claim.subject;
            const auto source = isTurned ? *claim.object : claim.subject;
            const auto target = isTurned ? claim.subject : *claim.object;
            claims[{source, claim.relation, target}].push_back(claim.claim);
        }
        const auto& nodes = m_content.graph.nodes;
        list("relations", m_content.graph.edges, [&](const GraphEdge& edge) {
            const auto& relation = m_content.graph.relationOf(edge);
            const auto source = nodes[edge.source].id;
            const auto target = nodes[edge.target].id;
            auto id = toString(EntityId{
                idBits(sha256("relation" + ('\0' + toString(source)) + '\0' + relation.id + '\0' + toString(target)))});
            id[0] = 'r';
            m_json.beginObject().key("id").string(id).key("source").string(toString(source));
            m_json.key("target").string(toString(target)).key("relation").string(relation.id);
            m_json.key("label").string(relation.label).key("claims").beginArray();
            for (const auto claim : claims.at({source, relation.id, target})) m_json.string(toString(claim));
            m_json.endArray().endObject();
        });
    }

    void write(const Event& event)
    {
        m_json.beginObject().key("id").string(event.id).key("edtf").string(event.edtf).key("title").string(event.title);
        m_json.key("entities").beginArray();
        for (const auto entity : event.entities) m_json.string(toString(entity));
        m_json.endArray().key("claims").beginArray();
        for (const auto claim : event.claims) m_json.string(toString(claim));
        m_json.endArray().endObject();
    }

    const store::Content& m_content;
    std::map<DocumentId, OffsetMap> m_offsets;
    JsonWriter m_json;
};

} // namespace

std::string exportJson(const store::Content& content) { return Exporter(content).run(); }

} // namespace skein::exchange
