// SPDX-License-Identifier: GPL-3.0-or-later
// Which entities may be one though their names differ: what resolve() leaves apart, for a person to decide. A pure function
// over what the library knows. Nothing is merged by it; to accept a suggestion is a MergeEntities decision.
#pragma once

#include "core/store/model.h"
#include "core/store/sqlite.h"

#include <string>
#include <vector>

namespace skein::store {

struct KnownEntity {
    EntityId id;
    std::string type;
    std::string name;
    std::uint32_t mentions = 0;
    std::vector<DocumentId> documents;  // sorted
    std::vector<EntityId> neighbours;   // at the other ends of its claims, sorted
};

// The best first, at most one for each pair and `most` in all. The result does not depend on the order of the entities.
// Cost: each entity is compared with those only that share a word, initials or nearly all letters with it.
std::vector<Suggestion> suggestMerges(const std::vector<KnownEntity>& entities, std::size_t most);

// The same for a library: its visible entities.
Result<std::vector<Suggestion>> readSuggestions(const Database& database, std::size_t most);

} // namespace skein::store
