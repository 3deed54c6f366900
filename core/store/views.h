// SPDX-License-Identifier: GPL-3.0-or-later
// What a person arranged in the picture: pins and saved views; and, derived, where the nodes stood.
#pragma once

#include "core/store/model.h"
#include "core/store/sqlite.h"

#include <optional>
#include <string_view>
#include <vector>

namespace skein::store {

// Of entities that the library holds, by id.
Result<std::vector<PlacedNode>> readPins(const Database& database);
Result<std::vector<PlacedNode>> readPositions(const Database& database);
Result<std::vector<StoredView>> readViews(const Database& database); // by name

// These hold a transaction of their own where they need one; see Library for what they do and how they fail.
Result<void> writePin(const Database& database, EntityId node, std::optional<Point> position);
Result<void> writePositions(const Database& database, const std::vector<PlacedNode>& positions);
Result<void> writeView(const Database& database, const StoredView& view);
Result<void> removeView(const Database& database, std::string_view name);
Result<void> renameView(const Database& database, std::string_view from, std::string_view to);

} // namespace skein::store
