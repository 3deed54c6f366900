// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/content.h"

#include "core/store/names.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace skein::store {
namespace {

std::string hex(std::string_view bytes)
{
    std::string text;
    for (const char c : bytes) {
        text += "0123456789abcdef"[static_cast<unsigned char>(c) >> 4];
        text += "0123456789abcdef"[static_cast<unsigned char>(c) & 15];
    }
    return text;
}

Result<void> readTexts(const Database& database, std::vector<ContentDocument>& documents)
{
    auto text = database.prepare("SELECT text, snapshot FROM documents WHERE id = ?");
    if (!text) return std::unexpected(text.error());
    auto times = database.prepare("SELECT span_begin, span_end, type, edtf FROM times WHERE document = ? ORDER BY ordinal");
    if (!times) return std::unexpected(times.error());
    for (auto& document : documents) {
        SKEIN_TRY(text->with(document.summary.id).each([&](const Statement& row) {
            document.text = row.string(0);
            document.sha256 = hex(row.blob(1));
        }));
        SKEIN_TRY(times->with(document.summary.id).each([&](const Statement& row) {
            document.times.push_back({row.span(0), row.string(2), row.string(3)});
        }));
    }
    return {};
}

Result<std::vector<ContentEntity>> readEntities(const Database& database)
{
    std::vector<ContentEntity> entities;
    auto select = database.prepare("SELECT id, name, type FROM entities WHERE is_rejected = 0 ORDER BY id");
    if (!select) return std::unexpected(select.error());
    SKEIN_TRY(select->each([&](const Statement& row) {
        entities.push_back({row.id<EntityId>(0), row.string(1), row.string(2), {}, {}});
    }));
    const auto find = [&](EntityId id) -> ContentEntity* {
        const auto found = std::ranges::lower_bound(entities, id, {}, &ContentEntity::id);
        return found != entities.end() && found->id == id ? &*found : nullptr;
    };
    auto aliases = database.prepare("SELECT entity, name FROM entity_names WHERE is_alias = 1 ORDER BY entity, name");
    if (!aliases) return std::unexpected(aliases.error());
    SKEIN_TRY(aliases->each([&](const Statement& row) {
        if (auto* entity = find(row.id<EntityId>(0))) entity->aliases.push_back(row.string(1));
    }));
    auto mentions = database.prepare(
        "SELECT k.entity, m.document, m.span_begin, m.span_end, m.kind FROM mentions AS m "
        "JOIN links AS k ON k.document = m.document AND k.ordinal = m.entity JOIN documents AS d ON d.id = m.document "
        "ORDER BY d.published = '', d.published, d.title, d.id, m.span_begin, m.span_end, m.ordinal");
    if (!mentions) return std::unexpected(mentions.error());
    SKEIN_TRY(mentions->each([&](const Statement& row) {
        if (auto* entity = find(row.id<EntityId>(0)))
            entity->mentions.push_back({row.id<DocumentId>(1), row.span(2), valueOf<MentionKind>(row.text(4))});
    }));
    return entities;
}

} // namespace

Result<Content> readContent(const Database& database)
{
    Content content;
    auto summaries = readDocuments(database);
    if (!summaries) return std::unexpected(summaries.error());
    for (auto& summary : *summaries) content.documents.push_back({std::move(summary), {}, {}, {}});
    SKEIN_TRY(readTexts(database, content.documents));

    auto entities = readEntities(database);
    if (!entities) return std::unexpected(entities.error());
    content.entities = std::move(*entities);

    auto claims = readQuotes(database,
                             "NOT EXISTS (SELECT 1 FROM entities AS e WHERE e.id IN (l.subject, l.object) AND e.is_rejected = 1)",
                             [](Statement&) {});
    if (!claims) return std::unexpected(claims.error());
    content.claims = std::move(*claims);
    std::map<DocumentId, std::size_t> order;
    for (const auto& document : content.documents) order.emplace(document.summary.id, order.size());
    std::ranges::sort(content.claims, [&](const Quote& a, const Quote& b) {
        return std::tuple(order[a.document], a.span, a.claim) < std::tuple(order[b.document], b.span, b.claim);
    });

    auto graph = readGraph(database);
    if (!graph) return std::unexpected(graph.error());
    content.graph = std::move(*graph);
    auto relations = readRelations(database);
    if (!relations) return std::unexpected(relations.error());
    content.relations = std::move(*relations);
    return content;
}

} // namespace skein::store
