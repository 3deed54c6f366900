// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/operations.h"

#include "core/base/utf8.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace skein::store {
namespace {

using Json = nlohmann::ordered_json;

template <typename... Visitors>
struct Overload : Visitors... { using Visitors::operator()...; };

std::optional<std::string> text(const Json& json, const char* key)
{
    const auto found = json.find(key);
    if (found == json.end() || !found->is_string()) return std::nullopt;
    return found->get<std::string>();
}

std::optional<EntityId> entity(const Json& json, const char* key)
{
    const auto value = text(json, key);
    return value ? entityIdFrom(*value) : std::nullopt;
}

std::optional<ClaimId> claim(const Json& json)
{
    const auto value = text(json, "claim");
    return value ? claimIdFrom(*value) : std::nullopt;
}

Result<OperationId> append(const Database& database, std::string_view kind, std::string_view detail,
                           std::optional<OperationId> target)
{
    const auto last = database.integer("SELECT ifnull(max(id), 0) FROM operations");
    if (!last) return std::unexpected(last.error());
    const OperationId id{static_cast<std::uint64_t>(*last) + 1};
    auto insert = database.prepare("INSERT INTO operations (id, kind, detail, target) VALUES (?, ?, ?, ?)");
    if (!insert) return std::unexpected(insert.error());
    SKEIN_TRY(insert->run(id, kind, detail, target));
    return id;
}

Result<void> appendSwitch(const Database& database, std::string_view kind, OperationId target, bool undone)
{
    const auto operations = readOperations(database);
    if (!operations) return std::unexpected(operations.error());
    const auto found = std::ranges::find(*operations, target, &Operation::id);
    if (found == operations->end()) return fail(Errc::notFound, "no decision " + toString(target));
    if (found->isUndone == undone) return {};
    const auto appended = append(database, kind, "{}", target);
    if (!appended) return std::unexpected(appended.error());
    return {};
}

} // namespace

std::string_view kindOf(const Decision& decision)
{
    return std::visit(Overload{[](const RejectClaim&) { return "reject-claim"; },
                               [](const AcceptClaim&) { return "accept-claim"; },
                               [](const RenameEntity&) { return "rename-entity"; },
                               [](const RetypeEntity&) { return "retype-entity"; },
                               [](const MergeEntities&) { return "merge-entities"; },
                               [](const RejectEntity&) { return "reject-entity"; },
                               [](const Teach&) { return "teach"; },
                               [](const RemoveSource&) { return "remove-source"; }},
                      decision);
}

std::string detailOf(const Decision& decision)
{
    const auto json = std::visit(
        Overload{[](const RejectClaim& d) { return Json{{"claim", toString(d.claim)}}; },
                 [](const AcceptClaim& d) { return Json{{"claim", toString(d.claim)}}; },
                 [](const RenameEntity& d) { return Json{{"entity", toString(d.entity)}, {"name", d.name}}; },
                 [](const RetypeEntity& d) { return Json{{"entity", toString(d.entity)}, {"type", d.type}}; },
                 [](const MergeEntities& d) { return Json{{"kept", toString(d.kept)}, {"merged", toString(d.merged)}}; },
                 [](const RejectEntity& d) { return Json{{"entity", toString(d.entity)}}; },
                 [](const Teach& d) { return Json{{"additions", d.additions}}; },
                 [](const RemoveSource& d) {
                     return Json{{"document", toString(d.document)}, {"name", d.name}, {"uri", d.uri}, {"mediaType", d.mediaType}, {"sha256", d.sha256}};
                 }},
        decision);
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::optional<Decision> decisionFrom(std::string_view kind, std::string_view detail)
{
    const auto json = Json::parse(detail, nullptr, false);
    if (!json.is_object()) return std::nullopt;
    if (kind == "reject-claim" || kind == "accept-claim") {
        const auto id = claim(json);
        if (!id) return std::nullopt;
        return kind == "reject-claim" ? Decision(RejectClaim{*id}) : Decision(AcceptClaim{*id});
    }
    if (kind == "merge-entities") {
        const auto kept = entity(json, "kept");
        const auto merged = entity(json, "merged");
        if (!kept || !merged) return std::nullopt;
        return MergeEntities{*kept, *merged};
    }
    if (kind == "teach") {
        auto additions = text(json, "additions");
        return additions ? std::optional<Decision>(Teach{std::move(*additions)}) : std::nullopt;
    }
    if (kind == "remove-source") {
        const auto given = text(json, "document");
        const auto document = given ? documentIdFrom(*given) : std::nullopt;
        const auto name = text(json, "name"), uri = text(json, "uri"), mediaType = text(json, "mediaType"), hash = text(json, "sha256");
        if (!document || !name || !uri || !mediaType || !hash) return std::nullopt;
        return RemoveSource{*document, *name, *uri, *mediaType, *hash};
    }
    const auto id = entity(json, "entity");
    if (!id) return std::nullopt;
    if (kind == "reject-entity") return RejectEntity{*id};
    if (const auto name = text(json, "name"); name && kind == "rename-entity") return RenameEntity{*id, *name};
    if (const auto type = text(json, "type"); type && kind == "retype-entity") return RetypeEntity{*id, *type};
    return std::nullopt;
}

Result<std::vector<Operation>> readOperations(const Database& database)
{
    auto select = database.prepare("SELECT id, kind, detail, target FROM operations ORDER BY id");
    if (!select) return std::unexpected(select.error());
    std::vector<Operation> operations;
    std::optional<Error> trouble;
    SKEIN_TRY(select->each([&](const Statement& row) {
        const auto id = row.id<OperationId>(0);
        const auto kind = row.text(1);
        if (kind == "undo" || kind == "redo") {
            const auto target = row.optionalId<OperationId>(3);
            const auto found = target ? std::ranges::find(operations, *target, &Operation::id) : operations.end();
            if (found != operations.end()) {
                found->isUndone = kind == "undo";
                return;
            }
        } else if (auto decision = decisionFrom(kind, row.text(2))) {
            operations.push_back({id, std::move(*decision), false});
            return;
        }
        if (!trouble) trouble = Error{Errc::corrupt, "operation " + toString(id) + " of kind " + std::string(kind)};
    }));
    if (trouble) return std::unexpected(*trouble);
    return operations;
}

Result<std::vector<OperationSummary>> readSummaries(const Database& database)
{
    const auto operations = readOperations(database);
    if (!operations) return std::unexpected(operations.error());
    auto name = database.prepare("SELECT name FROM entities WHERE id = ?");
    if (!name) return std::unexpected(name.error());
    auto claim = database.prepare("SELECT s.name || ' ' || c.label || ' ' || ifnull(o.name, c.value) FROM claims AS c "
                                  "JOIN document_entities AS s ON s.document = c.document AND s.ordinal = c.subject "
                                  "LEFT JOIN document_entities AS o ON o.document = c.document AND o.ordinal = c.object "
                                  "WHERE c.id = ?");
    if (!claim) return std::unexpected(claim.error());
    std::vector<OperationSummary> summaries;
    for (const auto& [id, decision, isUndone] : *operations) {
        OperationSummary summary{id, std::string(kindOf(decision)), detailOf(decision), isUndone, {}};
        const auto look = [&](Statement& select, auto about) {
            return select.with(about).each([&](const Statement& row) { summary.subject = row.string(0); });
        };
        SKEIN_TRY(std::visit(Overload{[&](const RejectClaim& d) { return look(*claim, d.claim); },
                                      [&](const AcceptClaim& d) { return look(*claim, d.claim); },
                                      [&](const RenameEntity& d) { return look(*name, d.entity); },
                                      [&](const RetypeEntity& d) { return look(*name, d.entity); },
                                      [&](const MergeEntities& d) { return look(*name, d.kept); },
                                      [&](const RejectEntity& d) { return look(*name, d.entity); },
                                      [](const Teach&) { return Result<void>(); },
                                      [&](const RemoveSource& d) {
                                          summary.subject = d.name;
                                          return Result<void>();
                                      }},
                             decision));
        summaries.push_back(std::move(summary));
    }
    return summaries;
}

Result<void> checkDecision(const Database& database, const Decision& decision)
{
    const auto require = [&](std::string_view sql, auto id) -> Result<void> {
        auto select = database.prepare(sql);
        if (!select) return std::unexpected(select.error());
        const auto row = select->with(id).step();
        if (!row) return std::unexpected(row.error());
        if (!*row) return fail(Errc::notFound, "no " + toString(id) + " in the library");
        return {};
    };
    const auto requireClaim = [&](ClaimId id) { return require("SELECT 1 FROM claims WHERE id = ?", id); };
    const auto requireEntity = [&](EntityId id) { return require("SELECT 1 FROM entities WHERE id = ?", id); };
    const auto requireText = [](std::string_view given, const char* what) -> Result<void> {
        if (given.find_first_not_of(" \t\r\n") != std::string_view::npos && isUtf8(given)) return {};
        return fail(Errc::badSyntax, what);
    };
    return std::visit(
        Overload{[&](const RejectClaim& d) { return requireClaim(d.claim); },
                 [&](const AcceptClaim& d) { return requireClaim(d.claim); },
                 [&](const RenameEntity& d) -> Result<void> {
                     SKEIN_TRY(requireText(d.name, "an empty name"));
                     return requireEntity(d.entity);
                 },
                 [&](const RetypeEntity& d) -> Result<void> {
                     SKEIN_TRY(requireText(d.type, "an empty type"));
                     return requireEntity(d.entity);
                 },
                 [&](const MergeEntities& d) -> Result<void> {
                     if (d.kept == d.merged) return fail(Errc::badSyntax, "an entity is merged with itself");
                     SKEIN_TRY(requireEntity(d.kept));
                     return requireEntity(d.merged);
                 },
                 [&](const RejectEntity& d) { return requireEntity(d.entity); },
                 [&](const RemoveSource& d) { return require("SELECT 1 FROM documents WHERE id = ?", d.document); },
                 [&](const Teach& d) -> Result<void> {
                     if (isUtf8(d.additions)) return {};
                     return fail(Errc::badSyntax, "additions that are not UTF-8");
                 }},
        decision);
}

Result<std::string> readAdditions(const Database& database)
{
    auto select = database.prepare("SELECT text FROM additions");
    if (!select) return std::unexpected(select.error());
    std::string additions;
    SKEIN_TRY(select->each([&](const Statement& row) { additions = row.string(0); }));
    return additions;
}

Result<OperationId> appendDecision(const Database& database, const Decision& decision)
{
    return append(database, kindOf(decision), detailOf(decision), std::nullopt);
}

Result<void> appendUndo(const Database& database, OperationId operation)
{
    return appendSwitch(database, "undo", operation, true);
}

Result<void> appendRedo(const Database& database, OperationId operation)
{
    return appendSwitch(database, "redo", operation, false);
}

} // namespace skein::store
