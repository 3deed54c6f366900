// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/names.h"
#include "core/store/read.h"

#include <algorithm>

namespace skein::store {
namespace {

// Columns 0 to 11 of a document's row.
constexpr std::string_view summaryColumns =
    "d.id, d.title, d.author, d.published, d.site, d.name, d.uri, d.media_type, d.words, "
    "(SELECT count(*) FROM mentions AS m JOIN links AS k ON k.document = m.document AND k.ordinal = m.entity "
    " JOIN entities AS e ON e.id = k.entity WHERE m.document = d.id AND e.is_rejected = 0), "
    "(SELECT count(*) FROM claims AS c JOIN claim_links AS l ON l.claim = c.id "
    " WHERE c.document = d.id AND l.status <> 'rejected')";

DocumentSummary summary(const Statement& row)
{
    return {.id = row.id<DocumentId>(0),
            .title = row.string(1),
            .author = row.string(2),
            .published = row.string(3),
            .site = row.string(4),
            .name = row.string(5),
            .uri = row.string(6),
            .mediaType = row.string(7),
            .mentions = row.count(9),
            .claims = row.count(10),
            .words = row.count(8)};
}

} // namespace

Result<std::vector<DocumentSummary>> readDocuments(const Database& database)
{
    auto select = database.prepare("SELECT " + std::string(summaryColumns) +
                                   " FROM documents AS d ORDER BY d.published = '', d.published, d.title, d.id");
    if (!select) return std::unexpected(select.error());
    std::vector<DocumentSummary> documents;
    SKEIN_TRY(select->each([&](const Statement& row) { documents.push_back(summary(row)); }));
    return documents;
}

Result<DocumentText> readDocument(const Database& database, DocumentId document)
{
    auto select = database.prepare("SELECT " + std::string(summaryColumns) + ", d.text FROM documents AS d WHERE d.id = ?");
    if (!select) return std::unexpected(select.error());
    std::optional<DocumentText> found;
    SKEIN_TRY(select->with(document).each([&](const Statement& row) {
        found = DocumentText{summary(row), row.string(11), {}, {}};
    }));
    if (!found) return fail(Errc::notFound, "no document " + toString(document));

    auto blocks = database.prepare("SELECT span_begin, span_end, kind, level FROM blocks WHERE document = ? ORDER BY ordinal");
    if (!blocks) return std::unexpected(blocks.error());
    SKEIN_TRY(blocks->with(document).each([&](const Statement& row) {
        found->blocks.push_back({row.span(0), valueOf<BlockKind>(row.text(2)), static_cast<int>(row.integer(3))});
    }));

    auto mentions = database.prepare(
        "SELECT m.span_begin, m.span_end, e.id, e.type, m.kind FROM mentions AS m "
        "JOIN links AS k ON k.document = m.document AND k.ordinal = m.entity JOIN entities AS e ON e.id = k.entity "
        "WHERE m.document = ? AND e.is_rejected = 0 ORDER BY m.span_begin, m.span_end DESC, m.ordinal");
    if (!mentions) return std::unexpected(mentions.error());
    SKEIN_TRY(mentions->with(document).each([&](const Statement& row) {
        found->mentions.push_back({row.span(0), row.id<EntityId>(2), row.string(3), valueOf<MentionKind>(row.text(4))});
    }));
    return std::move(*found);
}

Result<Source> readSource(const Database& database, DocumentId document)
{
    auto select = database.prepare("SELECT s.bytes, d.name, d.uri, d.declared_media_type FROM documents AS d "
                                   "JOIN snapshots AS s ON s.sha256 = d.snapshot WHERE d.id = ?");
    if (!select) return std::unexpected(select.error());
    std::optional<Source> source;
    SKEIN_TRY(select->with(document).each([&](const Statement& row) {
        source = Source{std::string(row.blob(0)), row.string(1), row.string(2), row.string(3)};
    }));
    if (!source) return fail(Errc::notFound, "no document " + toString(document));
    return std::move(*source);
}

} // namespace skein::store
