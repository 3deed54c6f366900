// SPDX-License-Identifier: GPL-3.0-or-later
// Strong identifiers. An id is made from what it identifies (see each type), never handed out by the database, so the
// same documents give the same ids on every machine. There is no invalid value: absent is std::optional.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace skein {

// 63 significant bits: fits SQLite's and PostgreSQL's signed 64-bit integers without becoming negative.
template <typename Tag>
struct Id {
    std::uint64_t value;

    auto operator<=>(const Id&) const = default;
};

using DocumentId = Id<struct DocumentTag>;     // SHA-256 of the original bytes
using EntityId = Id<struct EntityTag>;         // type and folded name; see core/store/resolve.h
using ClaimId = Id<struct ClaimTag>;           // document, quote, relation and ends
using OperationId = Id<struct OperationTag>;   // position in the operation log, from 1

// The external form: a letter for the kind, then 16 lower-case hexadecimal digits: "d…", "e…", "c…", "o…".
std::string toString(DocumentId id);
std::string toString(EntityId id);
std::string toString(ClaimId id);
std::string toString(OperationId id);

// The id that `text` writes; absent when it is not one of that kind.
std::optional<DocumentId> documentIdFrom(std::string_view text);
std::optional<EntityId> entityIdFrom(std::string_view text);
std::optional<ClaimId> claimIdFrom(std::string_view text);

} // namespace skein

template <typename Tag>
struct std::hash<skein::Id<Tag>> {
    std::size_t operator()(skein::Id<Tag> id) const noexcept { return std::hash<std::uint64_t>{}(id.value); }
};
