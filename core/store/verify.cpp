// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/verify.h"

#include "core/base/sha256.h"
#include "core/base/utf8.h"
#include "core/store/derive.h"

#include <algorithm>

namespace skein::store {
namespace {

using Troubles = std::vector<std::string>;

// More of one kind than this says nothing new.
constexpr std::size_t maxOfAKind = 20;

Result<void> checkFile(const Database& database, Troubles& troubles)
{
    auto integrity = database.prepare("PRAGMA integrity_check(20)");
    if (!integrity) return std::unexpected(integrity.error());
    SKEIN_TRY(integrity->each([&](const Statement& row) {
        if (row.text(0) != "ok") troubles.push_back("The file is damaged: " + row.string(0) + ".");
    }));
    auto references = database.prepare("SELECT \"table\", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2");
    if (!references) return std::unexpected(references.error());
    return references->each([&](const Statement& row) {
        troubles.push_back(row.string(2) + " rows of " + row.string(0) + " refer to " + row.string(1) +
                           " that are not there.");
    });
}

// One document's text, and whether spans lie in it.
class TextCheck {
public:
    TextCheck(std::string document, std::string_view text) : m_document(std::move(document)), m_text(text) {}

    bool isSpan(Span span) const
    {
        return span.begin < span.end && span.end <= m_text.size() && isBoundary(span.begin) && isBoundary(span.end);
    }
    std::string trouble(std::string_view what, Span span) const
    {
        return std::string(what) + " at " + std::to_string(span.begin) + "–" + std::to_string(span.end) +
               " in document " + m_document + " is not on characters of its text.";
    }

private:
    bool isBoundary(std::uint32_t at) const
    {
        return at == m_text.size() || (static_cast<unsigned char>(m_text[at]) & 0xC0) != 0x80;
    }

    std::string m_document;
    std::string_view m_text;
};

struct SpanTable {
    const char* what;
    const char* sql; // begin, end; the document is the parameter
};

constexpr SpanTable spanTables[] = {
    {"A sentence", "SELECT span_begin, span_end FROM sentences WHERE document = ?"},
    {"A mention", "SELECT span_begin, span_end FROM mentions WHERE document = ?"},
    {"A time", "SELECT span_begin, span_end FROM times WHERE document = ?"},
    {"A quote", "SELECT quote_begin, quote_end FROM claims WHERE document = ?"},
    {"A trigger", "SELECT t.span_begin, t.span_end FROM claims AS c JOIN claim_triggers AS t ON t.claim = c.id "
                  "WHERE c.document = ?"},
    {"A proposition's subject", "SELECT subject_begin, subject_end FROM propositions WHERE document = ?"},
    {"A proposition's predicate", "SELECT predicate_begin, predicate_end FROM propositions WHERE document = ?"},
    {"A proposition's object", "SELECT span_begin, span_end FROM proposition_objects WHERE document = ?"},
};

Result<void> checkSpans(const Database& database, DocumentId document, std::string_view text, Troubles& troubles)
{
    const TextCheck check(toString(document), text);
    for (const auto& table : spanTables) {
        auto select = database.prepare(table.sql);
        if (!select) return std::unexpected(select.error());
        std::size_t wrong = 0;
        SKEIN_TRY(select->with(document).each([&](const Statement& row) {
            if (!check.isSpan(row.span(0)) && ++wrong <= maxOfAKind) troubles.push_back(check.trouble(table.what, row.span(0)));
        }));
    }
    auto blocks = database.prepare("SELECT span_begin, span_end, text FROM blocks WHERE document = ?");
    if (!blocks) return std::unexpected(blocks.error());
    return blocks->with(document).each([&](const Statement& row) {
        if (!check.isSpan(row.span(0))) troubles.push_back(check.trouble("A block", row.span(0)));
        else if (textOf(text, row.span(0)) != row.text(2))
            troubles.push_back("A block of document " + toString(document) + " is not what its text says there.");
    });
}

Result<void> checkDocuments(const Database& database, const Progress& progress, Troubles& troubles)
{
    const auto total = database.integer("SELECT count(*) FROM documents");
    if (!total) return std::unexpected(total.error());
    auto select = database.prepare("SELECT d.id, d.snapshot, s.bytes, d.text FROM documents AS d "
                                   "JOIN snapshots AS s ON s.sha256 = d.snapshot ORDER BY d.id");
    if (!select) return std::unexpected(select.error());
    std::optional<Error> trouble;
    double done = 0;
    SKEIN_TRY(select->each([&](const Statement& row) {
        const auto id = row.id<DocumentId>(0);
        const auto hash = sha256(row.blob(2));
        if (row.blob(1) != std::string_view(reinterpret_cast<const char*>(hash.data()), hash.size()))
            troubles.push_back("The kept bytes of document " + toString(id) + " are not those that were read.");
        if (DocumentId{idBits(hash)} != id)
            troubles.push_back("Document " + toString(id) + " does not have the id that its bytes give.");
        if (!isUtf8(row.text(3))) troubles.push_back("The text of document " + toString(id) + " is not UTF-8.");
        const auto spans = checkSpans(database, id, row.text(3), troubles);
        if (!spans && !trouble) trouble = spans.error();
        if (progress) progress(++done / static_cast<double>(*total));
    }));
    if (trouble) return std::unexpected(*trouble);

    const auto unused = database.integer("SELECT count(*) FROM snapshots WHERE sha256 NOT IN (SELECT snapshot FROM documents) "
                                         "AND lower(hex(sha256)) NOT IN (SELECT json_extract(detail, '$.sha256') FROM operations "
                                         "WHERE kind = 'remove-source')");
    if (!unused) return std::unexpected(unused.error());
    if (*unused > 0) troubles.push_back(std::to_string(*unused) + " kept sources belong to no document.");
    const auto outside = database.integer("SELECT count(*) FROM claims AS c JOIN claim_triggers AS t ON t.claim = c.id "
                                          "WHERE t.span_begin < c.quote_begin OR t.span_end > c.quote_end");
    if (!outside) return std::unexpected(outside.error());
    if (*outside > 0) troubles.push_back(std::to_string(*outside) + " trigger words lie outside their quotes.");
    return {};
}

// Indexes all blocks once more, in memory, and compares word by word: FTS5's own check of an external content table
// wants to write.
Result<void> checkIndex(const Database& database, Troubles& troubles)
{
    SKEIN_TRY(database.execute(
        "CREATE VIRTUAL TABLE temp.fresh_index USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2');"
        "INSERT INTO temp.fresh_index (rowid, text) SELECT id, text FROM main.blocks;"
        "CREATE VIRTUAL TABLE temp.fresh_words USING fts5vocab ('temp', 'fresh_index', 'instance');"
        "CREATE VIRTUAL TABLE temp.kept_words USING fts5vocab ('main', 'block_index', 'instance');"));
    const auto missing = database.integer(
        "SELECT count(*) FROM (SELECT term, doc, offset FROM temp.fresh_words EXCEPT SELECT term, doc, offset FROM temp.kept_words)");
    const auto extra = database.integer(
        "SELECT count(*) FROM (SELECT term, doc, offset FROM temp.kept_words EXCEPT SELECT term, doc, offset FROM temp.fresh_words)");
    SKEIN_TRY(database.execute("DROP TABLE temp.kept_words; DROP TABLE temp.fresh_words; DROP TABLE temp.fresh_index;"));
    if (!missing) return std::unexpected(missing.error());
    if (!extra) return std::unexpected(extra.error());
    if (*missing > 0) troubles.push_back("The full-text index lacks " + std::to_string(*missing) + " words of the texts.");
    if (*extra > 0) troubles.push_back("The full-text index has " + std::to_string(*extra) + " words that no text has.");
    return {};
}

Result<void> checkDerived(const Database& database, Troubles& troubles)
{
    const auto facts = readFacts(database);
    if (!facts && facts.error().code == Errc::corrupt) {
        troubles.push_back("The log of decisions cannot be read: " + facts.error().detail + ".");
        return {};
    }
    if (!facts) return std::unexpected(facts.error());
    const auto kept = readDerived(database);
    if (!kept) return std::unexpected(kept.error());
    const auto fresh = derive(*facts);
    const auto compare = [&](bool isEqual, const char* what) {
        if (!isEqual)
            troubles.push_back(std::string("The table of ") + what + " is not what the documents and decisions give.");
    };
    compare(kept->entities == fresh.entities, "entities");
    compare(kept->names == fresh.names, "entity names");
    compare(kept->links == fresh.links, "links");
    compare(kept->claims == fresh.claims, "claims' ends");
    return {};
}

} // namespace

Result<std::vector<std::string>> verify(const Database& database, const Progress& progress)
{
    Troubles troubles;
    SKEIN_TRY(checkFile(database, troubles));
    if (!troubles.empty()) return troubles;
    SKEIN_TRY(checkDocuments(database, progress, troubles));
    SKEIN_TRY(checkIndex(database, troubles));
    SKEIN_TRY(checkDerived(database, troubles));
    return troubles;
}

} // namespace skein::store
