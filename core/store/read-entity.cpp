// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/read.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace skein::store {
namespace {

constexpr std::size_t maxPlaces = 200;

Result<std::vector<Neighbour>> readNeighbours(const Database& database, EntityId entity)
{
    const auto relations = readRelations(database);
    if (!relations) return std::unexpected(relations.error());
    std::vector<Neighbour> neighbours;
    auto select = database.prepare(
        "SELECT e.id, e.name, e.type, c.relation, min(c.label), l.subject = ?1, count(*) FROM claim_links AS l "
        "JOIN claims AS c ON c.id = l.claim "
        "JOIN entities AS e ON e.id = CASE l.subject WHEN ?1 THEN l.object ELSE l.subject END "
        "WHERE (l.subject = ?1 OR l.object = ?1) AND l.object IS NOT NULL AND l.subject <> l.object "
        "AND l.status <> 'rejected' AND e.is_rejected = 0 AND e.name_mentions > 0 "
        "GROUP BY e.id, c.relation, l.subject = ?1 ORDER BY e.id, c.relation, l.subject = ?1 DESC");
    if (!select) return std::unexpected(select.error());
    SKEIN_TRY(select->with(entity).each([&](const Statement& row) {
        Neighbour neighbour{.id = row.id<EntityId>(0)};
        neighbour.name = row.string(1);
        neighbour.type = row.string(2);
        neighbour.relation = row.string(3);
        neighbour.isOutgoing = row.boolean(5);
        neighbour.claims = row.count(6);
        const auto known = relations->find(neighbour.relation);
        if (known == relations->end()) neighbour.label = row.string(4);
        else if (neighbour.isOutgoing || known->second.symmetric || known->second.inverse.empty())
            neighbour.label = known->second.label;
        else neighbour.label = known->second.inverse;
        // Equals have no direction: what was said either way is one connection.
        if (known != relations->end() && known->second.symmetric && !neighbours.empty() &&
            neighbours.back().id == neighbour.id && neighbours.back().relation == neighbour.relation) {
            neighbours.back().claims += neighbour.claims;
            return;
        }
        neighbours.push_back(std::move(neighbour));
    }));

    std::map<std::string_view, std::uint64_t> strength; // of a label's whole group
    for (const auto& neighbour : neighbours) strength[neighbour.label] += neighbour.claims;
    std::vector<std::pair<std::uint64_t, std::size_t>> order;
    for (std::size_t i = 0; i < neighbours.size(); ++i) order.emplace_back(strength[neighbours[i].label], i);
    std::ranges::sort(order, [&](const auto& x, const auto& y) {
        const auto& a = neighbours[x.second];
        const auto& b = neighbours[y.second];
        if (a.label != b.label) return x.first != y.first ? x.first > y.first : a.label < b.label;
        if (a.claims != b.claims) return a.claims > b.claims;
        return std::tie(a.name, a.id, a.relation, b.isOutgoing) < std::tie(b.name, b.id, b.relation, a.isOutgoing);
    });
    std::vector<Neighbour> sorted;
    for (const auto& [weight, i] : order) sorted.push_back(neighbours[i]);
    return sorted;
}

Result<std::vector<MentionPlace>> readPlaces(const Database& database, EntityId entity)
{
    // Where the text names it; "it" and "the company" would only repeat the sentence.
    auto select = database.prepare(
        "SELECT d.id, d.title, d.published, m.span_begin, m.span_end, "
        "(SELECT max(s.span_begin) FROM sentences AS s WHERE s.document = d.id AND s.span_begin <= m.span_begin) "
        "FROM links AS k JOIN mentions AS m ON m.document = k.document AND m.entity = k.ordinal "
        "JOIN documents AS d ON d.id = k.document WHERE k.entity = ? AND m.kind = 'name' "
        "ORDER BY d.published = '', d.published, d.id, m.span_begin LIMIT ?");
    if (!select) return std::unexpected(select.error());
    std::vector<MentionPlace> places;
    std::vector<std::optional<std::uint32_t>> starts;
    SKEIN_TRY(select->with(entity, maxPlaces).each([&](const Statement& row) {
        places.push_back({row.id<DocumentId>(0), row.string(1), row.string(2), row.span(3), row.span(3), {}});
        starts.push_back(row.isNull(5) ? std::nullopt : std::optional(row.count(5)));
    }));

    auto end = database.prepare("SELECT span_end FROM sentences WHERE document = ? AND span_begin = ?");
    if (!end) return std::unexpected(end.error());
    auto text = database.prepare("SELECT text FROM documents WHERE id = ?");
    if (!text) return std::unexpected(text.error());
    std::string whole;
    std::optional<DocumentId> held;
    for (std::size_t i = 0; i < places.size(); ++i) {
        auto& place = places[i];
        if (starts[i])
            SKEIN_TRY(end->with(place.document, *starts[i]).each([&](const Statement& row) {
                if (row.count(0) >= place.span.end) place.sentence = {*starts[i], row.count(0)};
            }));
        if (held != place.document)
            SKEIN_TRY(text->with(place.document).each([&](const Statement& row) { whole = row.string(0); }));
        held = place.document;
        if (place.sentence.end > whole.size())
            return fail(Errc::corrupt, "a mention is not in the text of " + toString(place.document));
        place.sentenceText = textOf(whole, place.sentence);
    }
    return places;
}

} // namespace

Result<EntityDetails> readEntity(const Database& database, EntityId entity)
{
    EntityDetails details{.id = entity};
    auto select = database.prepare("SELECT name, type, mentions, documents FROM entities WHERE id = ?");
    if (!select) return std::unexpected(select.error());
    bool isThere = false;
    SKEIN_TRY(select->with(entity).each([&](const Statement& row) {
        isThere = true;
        details.name = row.string(0);
        details.type = row.string(1);
        details.mentions = row.count(2);
        details.documents = row.count(3);
    }));
    if (!isThere) return fail(Errc::notFound, "no entity " + toString(entity));
    auto aliases = database.prepare("SELECT name FROM entity_names WHERE entity = ? AND is_alias = 1 ORDER BY name");
    if (!aliases) return std::unexpected(aliases.error());
    SKEIN_TRY(aliases->with(entity).each([&](const Statement& row) { details.aliases.push_back(row.string(0)); }));

    auto neighbours = readNeighbours(database, entity);
    if (!neighbours) return std::unexpected(neighbours.error());
    details.neighbours = std::move(*neighbours);
    auto places = readPlaces(database, entity);
    if (!places) return std::unexpected(places.error());
    details.places = std::move(*places);
    auto facts = readQuotes(database, "l.subject = ? AND l.object IS NULL AND l.status <> 'rejected'",
                            [&](Statement& statement) { statement.with(entity); });
    if (!facts) return std::unexpected(facts.error());
    details.facts = std::move(*facts);
    auto sayings = readSayings(database, entity);
    if (!sayings) return std::unexpected(sayings.error());
    details.sayings = std::move(*sayings);
    return details;
}

} // namespace skein::store
