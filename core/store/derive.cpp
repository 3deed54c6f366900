// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/derive.h"

#include "core/store/fold.h"
#include "core/store/names.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace skein::store {
namespace {

struct Node {
    EntityRow row;
    std::map<std::string, std::map<std::string, std::uint64_t>> spellings; // folded name → spelling → weight
    std::optional<DocumentId> lastDocument;
};

// The state that decisions act on.
class Replay {
public:
    explicit Replay(const Resolution& resolution)
    {
        for (const auto& entity : resolution.entities) {
            Node node;
            node.row = {entity.id, entity.type, entity.name, 0, 0, 0, false};
            m_nodes.emplace(entity.id, std::move(node));
        }
    }

    void apply(const Decision& decision)
    {
        std::visit([this](const auto& d) { decide(d); }, decision);
    }

    // Where an entity's mentions belong after all merges.
    EntityId follow(EntityId id) const
    {
        for (auto next = m_merged.find(id); next != m_merged.end(); next = m_merged.find(id)) id = next->second;
        return id;
    }

    Node* find(EntityId id)
    {
        const auto found = m_nodes.find(follow(id));
        return found == m_nodes.end() ? nullptr : &found->second;
    }

    std::map<EntityId, Node>& nodes() { return m_nodes; }

    ClaimStatus status(ClaimId claim) const
    {
        const auto found = m_statuses.find(claim);
        return found == m_statuses.end() ? ClaimStatus::suggested : found->second;
    }

private:
    void decide(const Teach&) {} // the documents' readings say what it did
    void decide(const RemoveSource&) {} // it is not among them
    void decide(const RejectClaim& d) { m_statuses[d.claim] = ClaimStatus::rejected; }
    void decide(const AcceptClaim& d) { m_statuses[d.claim] = ClaimStatus::accepted; }
    void decide(const RenameEntity& d)
    {
        if (auto* node = find(d.entity)) {
            node->spellings[foldName(node->row.name)][node->row.name] += 1;
            node->row.name = d.name;
        }
    }
    void decide(const RetypeEntity& d)
    {
        if (auto* node = find(d.entity)) node->row.type = d.type;
    }
    void decide(const MergeEntities& d)
    {
        auto* kept = find(d.kept);
        auto* merged = find(d.merged);
        if (!kept || !merged || kept == merged) return;
        for (auto& [folded, spellings] : merged->spellings)
            for (auto& [spelling, weight] : spellings) kept->spellings[folded][spelling] += weight;
        kept->spellings[foldName(merged->row.name)][merged->row.name] += 1;
        const auto id = merged->row.id;
        m_merged.emplace(id, kept->row.id);
        m_nodes.erase(id);
    }
    void decide(const RejectEntity& d)
    {
        if (auto* node = find(d.entity)) node->row.isRejected = true;
    }

    std::map<EntityId, Node> m_nodes;
    std::unordered_map<EntityId, EntityId> m_merged;
    std::unordered_map<ClaimId, ClaimStatus> m_statuses;
};

// One row a folded name, in its most usual spelling; the entity's own name first of all.
void addNames(const Node& node, std::vector<NameRow>& names)
{
    const auto begin = static_cast<std::ptrdiff_t>(names.size());
    names.push_back({node.row.id, node.row.name, foldForSearch(node.row.name), false});
    const auto own = foldName(node.row.name);
    for (const auto& [folded, spellings] : node.spellings) {
        if (folded == own || folded.empty()) continue;
        const auto best = std::ranges::max_element(spellings, {}, [](const auto& entry) { return entry.second; });
        if (best->first != node.row.name)
            names.push_back({node.row.id, best->first, foldForSearch(best->first), true});
    }
    std::sort(names.begin() + begin, names.end());
}

} // namespace

Derived derive(const Facts& facts)
{
    const auto resolution = resolve(facts.locals);
    Replay replay(resolution);
    for (const auto& operation : facts.operations)
        if (!operation.isUndone) replay.apply(operation.decision);

    Derived derived;
    derived.links.reserve(facts.locals.size());
    for (std::size_t i = 0; i < facts.locals.size(); ++i) {
        const auto& local = facts.locals[i];
        auto& node = *replay.find(resolution.entities[resolution.links[i]].id);
        derived.links.push_back({local.document, local.ordinal, node.row.id});
        node.row.mentions += facts.localMentions[i];
        node.row.nameMentions += local.nameMentions;
        if (node.lastDocument != local.document) ++node.row.documents; // locals come by document
        node.lastDocument = local.document;
        node.spellings[foldName(local.name)][local.name] += 1 + local.nameMentions;
        for (const auto& alias : local.aliases) node.spellings[foldName(alias)][alias] += 1;
    }
    for (const auto& [id, node] : replay.nodes()) {
        derived.entities.push_back(node.row);
        addNames(node, derived.names);
    }

    const auto entityOf = [&](DocumentId document, std::uint32_t ordinal) {
        const auto link = std::ranges::lower_bound(derived.links, std::pair(document, ordinal), {},
                                                   [](const LinkRow& row) { return std::pair(row.document, row.ordinal); });
        return link->entity;
    };
    derived.claims.reserve(facts.claims.size());
    for (const auto& claim : facts.claims) {
        ClaimRow row{claim.id, entityOf(claim.document, claim.subject), {}, {}, replay.status(claim.id)};
        if (claim.object) row.object = entityOf(claim.document, *claim.object);
        if (claim.speaker) row.speaker = entityOf(claim.document, *claim.speaker);
        derived.claims.push_back(row);
    }
    return derived;
}

Result<Facts> readFacts(const Database& database)
{
    Facts facts;
    auto entities = database.prepare(
        "SELECT e.document, e.ordinal, e.type, e.name, ifnull(sum(m.kind = 'name'), 0), count(m.ordinal) "
        "FROM document_entities AS e LEFT JOIN mentions AS m ON m.document = e.document AND m.entity = e.ordinal "
        "GROUP BY e.document, e.ordinal ORDER BY e.document, e.ordinal");
    if (!entities) return std::unexpected(entities.error());
    SKEIN_TRY(entities->each([&](const Statement& row) {
        facts.locals.push_back({row.id<DocumentId>(0), row.count(1), row.string(2), row.string(3), {}, row.count(4)});
        facts.localMentions.push_back(row.count(5));
    }));

    auto aliases = database.prepare(
        "SELECT document, entity, alias FROM document_entity_aliases ORDER BY document, entity, ordinal");
    if (!aliases) return std::unexpected(aliases.error());
    std::size_t at = 0;
    SKEIN_TRY(aliases->each([&](const Statement& row) {
        const std::pair key(row.id<DocumentId>(0), row.count(1));
        while (at < facts.locals.size() && std::pair(facts.locals[at].document, facts.locals[at].ordinal) < key) ++at;
        if (at < facts.locals.size()) facts.locals[at].aliases.push_back(row.string(2));
    }));

    auto claims = database.prepare("SELECT id, document, subject, object, speaker FROM claims ORDER BY id");
    if (!claims) return std::unexpected(claims.error());
    SKEIN_TRY(claims->each([&](const Statement& row) {
        ClaimEnds claim{row.id<ClaimId>(0), row.id<DocumentId>(1), row.count(2), {}, {}};
        if (!row.isNull(3)) claim.object = row.count(3);
        if (!row.isNull(4)) claim.speaker = row.count(4);
        facts.claims.push_back(claim);
    }));

    auto operations = readOperations(database);
    if (!operations) return std::unexpected(operations.error());
    facts.operations = std::move(*operations);
    return facts;
}

Result<Derived> readDerived(const Database& database)
{
    Derived derived;
    auto entities = database.prepare("SELECT id, type, name, mentions, name_mentions, documents, is_rejected FROM entities "
                                     "ORDER BY id");
    if (!entities) return std::unexpected(entities.error());
    SKEIN_TRY(entities->each([&](const Statement& row) {
        derived.entities.push_back({row.id<EntityId>(0), row.string(1), row.string(2), row.count(3), row.count(4),
                                    row.count(5), row.boolean(6)});
    }));
    auto names = database.prepare("SELECT entity, name, folded, is_alias FROM entity_names ORDER BY entity, name");
    if (!names) return std::unexpected(names.error());
    SKEIN_TRY(names->each([&](const Statement& row) {
        derived.names.push_back({row.id<EntityId>(0), row.string(1), row.string(2), row.boolean(3)});
    }));
    auto links = database.prepare("SELECT document, ordinal, entity FROM links ORDER BY document, ordinal");
    if (!links) return std::unexpected(links.error());
    SKEIN_TRY(links->each([&](const Statement& row) {
        derived.links.push_back({row.id<DocumentId>(0), row.count(1), row.id<EntityId>(2)});
    }));
    auto claims = database.prepare("SELECT claim, subject, object, speaker, status FROM claim_links ORDER BY claim");
    if (!claims) return std::unexpected(claims.error());
    SKEIN_TRY(claims->each([&](const Statement& row) {
        derived.claims.push_back({row.id<ClaimId>(0), row.id<EntityId>(1), row.optionalId<EntityId>(2),
                                  row.optionalId<EntityId>(3), valueOf<ClaimStatus>(row.text(4))});
    }));
    return derived;
}

namespace {

// The rows of `a` that `b` has not.
template <typename Row>
std::vector<Row> without(const std::vector<Row>& a, const std::vector<Row>& b)
{
    std::vector<Row> rest;
    std::ranges::set_difference(a, b, std::back_inserter(rest));
    return rest;
}

// The rows of `a` whose key no row of `b` has.
template <typename Row, typename Key>
std::vector<Row> withoutKeys(const std::vector<Row>& a, const std::vector<Row>& b, Key key)
{
    std::vector<Row> rest;
    std::ranges::set_difference(a, b, std::back_inserter(rest), {}, key, key);
    return rest;
}

template <typename Row, typename Run>
Result<void> forEach(const Database& database, std::string_view sql, const std::vector<Row>& rows, Run run)
{
    if (rows.empty()) return {};
    auto statement = database.prepare(sql);
    if (!statement) return std::unexpected(statement.error());
    for (const auto& row : rows) SKEIN_TRY(run(*statement, row));
    return {};
}

} // namespace

Result<void> updateDerived(const Database& database)
{
    const auto facts = readFacts(database);
    if (!facts) return std::unexpected(facts.error());
    const auto old = readDerived(database);
    if (!old) return std::unexpected(old.error());
    const auto now = derive(*facts);

    // New rows first, then the links that lead to them, and old entities last: no reference ever dangles.
    SKEIN_TRY(forEach(database,
                      "INSERT INTO entities (id, type, name, mentions, name_mentions, documents, is_rejected) "
                      "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET type = excluded.type, "
                      "name = excluded.name, mentions = excluded.mentions, name_mentions = excluded.name_mentions, "
                      "documents = excluded.documents, is_rejected = excluded.is_rejected",
                      without(now.entities, old->entities), [](Statement& insert, const EntityRow& row) {
                          return insert.run(row.id, row.type, row.name, row.mentions, row.nameMentions, row.documents,
                                            row.isRejected);
                      }));
    SKEIN_TRY(forEach(database,
                      "INSERT INTO entity_names (entity, name, folded, is_alias) VALUES (?, ?, ?, ?) "
                      "ON CONFLICT (entity, name) DO UPDATE SET folded = excluded.folded, is_alias = excluded.is_alias",
                      without(now.names, old->names), [](Statement& insert, const NameRow& row) {
                          return insert.run(row.entity, row.name, row.folded, row.isAlias);
                      }));
    SKEIN_TRY(forEach(database,
                      "INSERT INTO links (document, ordinal, entity) VALUES (?, ?, ?) "
                      "ON CONFLICT (document, ordinal) DO UPDATE SET entity = excluded.entity",
                      without(now.links, old->links), [](Statement& insert, const LinkRow& row) {
                          return insert.run(row.document, row.ordinal, row.entity);
                      }));
    SKEIN_TRY(forEach(database,
                      "INSERT INTO claim_links (claim, subject, object, speaker, status) VALUES (?, ?, ?, ?, ?) "
                      "ON CONFLICT (claim) DO UPDATE SET subject = excluded.subject, object = excluded.object, "
                      "speaker = excluded.speaker, status = excluded.status",
                      without(now.claims, old->claims), [](Statement& insert, const ClaimRow& row) {
                          return insert.run(row.claim, row.subject, row.object, row.speaker, wordFor(row.status));
                      }));

    SKEIN_TRY(forEach(database, "DELETE FROM claim_links WHERE claim = ?",
                      withoutKeys(old->claims, now.claims, &ClaimRow::claim),
                      [](Statement& remove, const ClaimRow& row) { return remove.run(row.claim); }));
    SKEIN_TRY(forEach(database, "DELETE FROM links WHERE document = ? AND ordinal = ?",
                      withoutKeys(old->links, now.links,
                                  [](const LinkRow& row) { return std::pair(row.document, row.ordinal); }),
                      [](Statement& remove, const LinkRow& row) { return remove.run(row.document, row.ordinal); }));
    SKEIN_TRY(forEach(database, "DELETE FROM entity_names WHERE entity = ? AND name = ?",
                      withoutKeys(old->names, now.names,
                                  [](const NameRow& row) { return std::pair(row.entity, std::string_view(row.name)); }),
                      [](Statement& remove, const NameRow& row) { return remove.run(row.entity, row.name); }));
    return forEach(database, "DELETE FROM entities WHERE id = ?",
                   withoutKeys(old->entities, now.entities, &EntityRow::id),
                   [](Statement& remove, const EntityRow& row) { return remove.run(row.id); });
}

} // namespace skein::store
