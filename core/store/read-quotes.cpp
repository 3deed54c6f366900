// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/names.h"
#include "core/store/read.h"

#include <map>

namespace skein::store {

Result<std::vector<Quote>> readQuotes(const Database& database, std::string_view condition,
                                      const std::function<void(Statement&)>& bind)
{
    auto select = database.prepare(
        "SELECT c.id, c.document, d.title, d.published, c.quote_begin, c.quote_end, l.subject, l.object, c.relation, "
        "c.label, c.value, c.polarity, c.modality, l.speaker, ifnull(s.name, ''), c.time, c.confidence, c.rule, l.status "
        "FROM claims AS c JOIN claim_links AS l ON l.claim = c.id JOIN documents AS d ON d.id = c.document "
        "LEFT JOIN entities AS s ON s.id = l.speaker AND s.is_rejected = 0 WHERE " + std::string(condition) +
        " ORDER BY l.status <> 'accepted', c.confidence DESC, d.published = '', d.published, c.document, c.quote_begin, c.id");
    if (!select) return std::unexpected(select.error());
    bind(*select);
    std::vector<Quote> quotes;
    SKEIN_TRY(select->each([&](const Statement& row) {
        Quote quote{.claim = row.id<ClaimId>(0), .document = row.id<DocumentId>(1), .subject = row.id<EntityId>(6)};
        quote.documentTitle = row.string(2);
        quote.documentPublished = row.string(3);
        quote.span = row.span(4);
        quote.object = row.optionalId<EntityId>(7);
        quote.relation = row.string(8);
        quote.label = row.string(9);
        quote.value = row.string(10);
        quote.polarity = valueOf<Polarity>(row.text(11));
        quote.modality = valueOf<Modality>(row.text(12));
        quote.speakerName = row.string(14);
        if (!quote.speakerName.empty()) quote.speaker = row.optionalId<EntityId>(13);
        quote.time = row.string(15);
        quote.confidence = row.real(16);
        quote.rule = row.string(17);
        quote.status = valueOf<ClaimStatus>(row.text(18));
        quotes.push_back(std::move(quote));
    }));

    auto text = database.prepare("SELECT text FROM documents WHERE id = ?");
    if (!text) return std::unexpected(text.error());
    auto triggers = database.prepare("SELECT span_begin, span_end FROM claim_triggers WHERE claim = ? ORDER BY ordinal");
    if (!triggers) return std::unexpected(triggers.error());
    auto qualifiers = database.prepare("SELECT name, value FROM claim_qualifiers WHERE claim = ? ORDER BY ordinal");
    if (!qualifiers) return std::unexpected(qualifiers.error());
    // Document by document, so that one text at a time is in memory, however many quotes there are.
    std::map<DocumentId, std::vector<Quote*>> byDocument;
    for (auto& quote : quotes) byDocument[quote.document].push_back(&quote);
    for (const auto& [document, ofDocument] : byDocument) {
        bool isDamaged = false;
        SKEIN_TRY(text->with(document).each([&](const Statement& row) {
            const auto whole = row.text(0);
            for (auto* quote : ofDocument) {
                if (quote->span.begin < quote->span.end && quote->span.end <= whole.size())
                    quote->text = textOf(whole, quote->span);
                else isDamaged = true;
            }
        }));
        if (isDamaged) return fail(Errc::corrupt, "a quote is not in the text of " + toString(document));
    }
    for (auto& quote : quotes) {
        SKEIN_TRY(triggers->with(quote.claim).each([&](const Statement& row) {
            const auto span = row.span(0);
            quote.triggers.push_back({span.begin - quote.span.begin, span.end - quote.span.begin});
        }));
        SKEIN_TRY(qualifiers->with(quote.claim).each([&](const Statement& row) {
            quote.qualifiers.push_back({row.string(0), row.string(1)});
        }));
    }
    return quotes;
}

Result<std::vector<Quote>> readQuotesBetween(const Database& database, EntityId a, EntityId b, std::string_view relation)
{
    return readQuotes(database,
                      "((l.subject = ?1 AND l.object = ?2) OR (l.subject = ?2 AND l.object = ?1)) "
                      "AND (?3 = '' OR c.relation = ?3) AND l.status <> 'rejected' "
                      "AND NOT EXISTS (SELECT 1 FROM entities WHERE id IN (?1, ?2) AND is_rejected = 1)",
                      [&](Statement& statement) { statement.with(a, b, relation); });
}

} // namespace skein::store
