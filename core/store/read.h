// SPDX-License-Identifier: GPL-3.0-or-later
// Reading a library: what each of the façade's questions selects. One read transaction around each call is the caller's.
//
// An entity is visible when nobody rejected it and some text names it. A claim counts when nobody rejected it and its ends
// are visible.
#pragma once

#include "core/store/model.h"
#include "core/store/sqlite.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace skein::store {

// How relations read, by id; from the engine whose version sorts last.
using Relations = std::map<std::string, Relation, std::less<>>;
Result<Relations> readRelations(const Database& database);

Result<std::vector<DocumentSummary>> readDocuments(const Database& database);
Result<DocumentText> readDocument(const Database& database, DocumentId document);
Result<Source> readSource(const Database& database, DocumentId document);
Result<Graph> readGraph(const Database& database);
Result<LibraryCounts> readCounts(const Database& database);
Result<EntityDetails> readEntity(const Database& database, EntityId entity);
// Of the documents that mention the entity most, at most 100. A claim covers a proposition, whatever a person thinks of it,
// when the entity is one of its ends and its trigger words lie in the proposition.
Result<std::vector<Saying>> readSayings(const Database& database, EntityId entity);
Result<SearchAnswer> readSearch(const Database& database, std::string_view query, std::size_t limit);

// The quotes behind the claims that `condition` selects from claims AS c, claim_links AS l and documents AS d, best first:
// accepted before suggested, then by confidence, document date and position. `bind` binds the condition's parameters.
Result<std::vector<Quote>> readQuotes(const Database& database, std::string_view condition,
                                      const std::function<void(Statement&)>& bind);
Result<std::vector<Quote>> readQuotesBetween(const Database& database, EntityId a, EntityId b, std::string_view relation);

} // namespace skein::store
