// SPDX-License-Identifier: GPL-3.0-or-later
// What a document says before and after it is read again, for people: the claims and names that came and went.
#pragma once

#include "core/store/model.h"
#include "core/store/sqlite.h"

#include <map>
#include <set>
#include <string>
#include <tuple>

namespace skein::store {

struct Reading {
    DocumentId document;
    std::string title;
    std::map<ClaimId, ClaimChange> claims; // as if all of them were new
    std::set<std::tuple<Span, std::string, std::string>> mentions; // place, name, type
};

Result<Reading> readReading(const Database& database, DocumentId document);
Reading readingOf(const Digest& digest);

// Adds what differs.
void compare(const Reading& before, const Reading& after, Reread& reread);

} // namespace skein::store
