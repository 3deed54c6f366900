// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/reread.h"

#include "core/store/documents.h"

#include <algorithm>
#include <vector>

namespace skein::store {

Result<Reading> readReading(const Database& database, DocumentId document)
{
    Reading reading{.document = document, .title = {}, .claims = {}, .mentions = {}};
    std::string text;
    auto select = database.prepare("SELECT title, text FROM documents WHERE id = ?");
    if (!select) return std::unexpected(select.error());
    SKEIN_TRY(select->with(document).each([&](const Statement& row) {
        reading.title = row.string(0);
        text = row.string(1);
    }));
    auto claims = database.prepare(
        "SELECT c.id, s.name, c.label, ifnull(o.name, c.value), c.quote_begin, c.quote_end FROM claims AS c "
        "JOIN document_entities AS s ON s.document = c.document AND s.ordinal = c.subject "
        "LEFT JOIN document_entities AS o ON o.document = c.document AND o.ordinal = c.object WHERE c.document = ?");
    if (!claims) return std::unexpected(claims.error());
    SKEIN_TRY(claims->with(document).each([&](const Statement& row) {
        const Span quote = row.span(4);
        const bool isInside = quote.begin <= quote.end && quote.end <= text.size();
        reading.claims.emplace(row.id<ClaimId>(0),
                               ClaimChange{true, document, reading.title, row.string(1), row.string(2), row.string(3),
                                           std::string(isInside ? textOf(text, quote) : std::string_view())});
    }));
    auto mentions = database.prepare("SELECT m.span_begin, m.span_end, e.name, e.type FROM mentions AS m "
                                     "JOIN document_entities AS e ON e.document = m.document AND e.ordinal = m.entity "
                                     "WHERE m.document = ?");
    if (!mentions) return std::unexpected(mentions.error());
    SKEIN_TRY(mentions->with(document).each([&](const Statement& row) {
        reading.mentions.emplace(row.span(0), row.string(2), row.string(3));
    }));
    return reading;
}

Reading readingOf(const Digest& digest)
{
    const auto& [reading, entities, mentions, times, claims, propositions] = digest.analysis;
    Reading result{.document = digest.id, .title = digest.document.title, .claims = {}, .mentions = {}};
    const auto ids = claimIds(digest);
    for (std::size_t i = 0; i < claims.size(); ++i) {
        const Claim& claim = claims[i];
        result.claims.emplace(ids[i], ClaimChange{true, digest.id, result.title, entities[claim.subject].name, claim.label,
                                                  claim.object ? entities[*claim.object].name : claim.value,
                                                  std::string(textOf(digest.document.text, claim.quote))});
    }
    for (const Mention& mention : mentions)
        result.mentions.emplace(mention.span, entities[mention.entity].name, entities[mention.entity].type);
    return result;
}

void compare(const Reading& before, const Reading& after, Reread& reread)
{
    const auto missing = [&](const Reading& from, const Reading& in, bool isAdded, std::uint32_t& claims, std::uint32_t& mentions) {
        std::vector<ClaimChange> changes;
        for (const auto& [id, change] : from.claims) {
            if (in.claims.contains(id)) continue;
            ++claims;
            changes.push_back(change);
            changes.back().isAdded = isAdded;
        }
        // Ids are hashes: by words the order means something.
        std::ranges::sort(changes, {}, [](const ClaimChange& c) { return std::tie(c.subject, c.label, c.object, c.quote); });
        for (auto& change : changes)
            if (reread.changes.size() < Reread::maxChanges) reread.changes.push_back(std::move(change));
        mentions += static_cast<std::uint32_t>(
            std::ranges::count_if(from.mentions, [&](const auto& mention) { return !in.mentions.contains(mention); }));
    };
    missing(before, after, false, reread.claimsRemoved, reread.mentionsRemoved);
    missing(after, before, true, reread.claimsAdded, reread.mentionsAdded);
}

} // namespace skein::store
