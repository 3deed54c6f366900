// SPDX-License-Identifier: GPL-3.0-or-later
// Events: dated claims, and claims whose value is a date. A view of claims.
#pragma once

#include "core/store/content.h"

#include <string>
#include <vector>

namespace skein::exchange {

// Everything that is said of the same ends, relation and date; with the claims that say only when it happened.
struct Event {
    std::string id; // "v" and 16 hexadecimal digits, from date, relation and ends
    std::string edtf;
    std::string title; // "Meta released Muse Spark"
    std::vector<EntityId> entities;
    std::vector<ClaimId> claims;
};

// By date, then title. Claims that were rejected or that deny something make no event.
std::vector<Event> events(const store::Content& content);

} // namespace skein::exchange
