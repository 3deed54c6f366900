// SPDX-License-Identifier: GPL-3.0-or-later
// What follows from what the documents say and what people decided: entities across documents, their names, and claims
// between them. derive() is pure; the tables it describes can be thrown away and made again at any time.
#pragma once

#include "core/store/operations.h"
#include "core/store/resolve.h"
#include "core/store/sqlite.h"

#include <compare>
#include <optional>
#include <string>
#include <vector>

namespace skein::store {

struct ClaimEnds {
    ClaimId id;
    DocumentId document;
    std::uint32_t subject = 0;
    std::optional<std::uint32_t> object;
    std::optional<std::uint32_t> speaker;
};

// What every document says by itself, and every decision.
struct Facts {
    std::vector<LocalEntity> locals;          // by document and ordinal
    std::vector<std::uint32_t> localMentions; // of any kind, for each local entity
    std::vector<ClaimEnds> claims;            // by id
    std::vector<Operation> operations;
};

// One struct a derived table, one member a column.
struct EntityRow {
    EntityId id;
    std::string type;
    std::string name;
    std::uint32_t mentions = 0;
    std::uint32_t nameMentions = 0;
    std::uint32_t documents = 0;
    bool isRejected = false;

    auto operator<=>(const EntityRow&) const = default;
};

struct NameRow {
    EntityId entity;
    std::string name;
    std::string folded; // foldForSearch()
    bool isAlias = false;

    auto operator<=>(const NameRow&) const = default;
};

struct LinkRow {
    DocumentId document;
    std::uint32_t ordinal = 0;
    EntityId entity;

    auto operator<=>(const LinkRow&) const = default;
};

struct ClaimRow {
    ClaimId claim;
    EntityId subject;
    std::optional<EntityId> object;
    std::optional<EntityId> speaker;
    ClaimStatus status = ClaimStatus::suggested;

    auto operator<=>(const ClaimRow&) const = default;
};

// Each sorted by its first members, which are the table's key.
struct Derived {
    std::vector<EntityRow> entities;
    std::vector<NameRow> names;
    std::vector<LinkRow> links;
    std::vector<ClaimRow> claims;

    bool operator==(const Derived&) const = default;
};

// Decisions on something that the documents do not name (any more) wait without effect.
Derived derive(const Facts& facts);

Result<Facts> readFacts(const Database& database);
Result<Derived> readDerived(const Database& database);

// Makes the derived tables what derive() says, changing only the rows that differ. Inside the caller's transaction.
Result<void> updateDerived(const Database& database);

} // namespace skein::store
