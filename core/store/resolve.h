// SPDX-License-Identifier: GPL-3.0-or-later
// Which names in different documents are one entity. A pure function over what all documents name.
//
// The rules, in order; whatever they do not decide stays apart (a merge is a person's decision, or a suggestion):
// 1. Equal folded name and equal type: one entity.
// 2. Equal folded name, several types: where one type has at least four times the name mentions of all the others
//    together, or at least as many of them in at least three times as many documents, the others are taken for misread
//    and get that type.
// 3. A name that is a shorter alias of exactly one other entity of its type links to that entity. Unless it is a person's
//    surname or an acronym of the longer name, it must not stand alone in more documents than the longer name does: such a
//    name means something by itself ("Apple" is not "Apple Records", not every Mike is Mike Judge).
// 4. A short name with several such entities is told apart by document: nobody knows whether two of them are the same.
// Links go from a name to an entity whose name itself links nowhere, on direct evidence only; never through a third.
#pragma once

#include "core/base/id.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace skein::store {

struct LocalEntity {
    DocumentId document;
    std::uint32_t ordinal = 0; // Analysis::entities of that document
    std::string type;
    std::string name;
    std::vector<std::string> aliases;
    std::uint32_t nameMentions = 0;
};

struct LinkedEntity {
    EntityId id;
    std::string type;
    std::string name; // as it is spelled most often

    bool operator==(const LinkedEntity&) const = default;
};

struct Resolution {
    std::vector<LinkedEntity> entities; // sorted by id
    std::vector<std::uint32_t> links;   // for each local entity, in the order given: index into entities
};

// The result does not depend on the order of `locals`.
Resolution resolve(const std::vector<LocalEntity>& locals);

// The id of the entity with this type and folded name.
EntityId entityId(std::string_view type, std::string_view foldedName);
// The id of an entity that is known in one document only.
EntityId entityId(std::string_view type, std::string_view foldedName, DocumentId document);

} // namespace skein::store
