// SPDX-License-Identifier: GPL-3.0-or-later
// The operation log: what people decided, in order, never changed. Taking a decision back is another row.
#pragma once

#include "core/store/model.h"
#include "core/store/sqlite.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace skein::store {

struct Operation {
    OperationId id;
    Decision decision;
    bool isUndone = false;
};

// "reject-claim", …
std::string_view kindOf(const Decision& decision);
// The decision's members as a JSON object with ids in their external form.
std::string detailOf(const Decision& decision);
// Absent when the row is not one that this Skein writes.
std::optional<Decision> decisionFrom(std::string_view kind, std::string_view detail);

// All decisions, oldest first. Fails with corrupt when a row makes no sense.
Result<std::vector<Operation>> readOperations(const Database& database);

// The same for people.
Result<std::vector<OperationSummary>> readSummaries(const Database& database);

// Fails with notFound when the library holds no such claim or entity, with badSyntax for an empty name or type.
Result<void> checkDecision(const Database& database, const Decision& decision);

// What the library is taught at present; empty: nothing.
Result<std::string> readAdditions(const Database& database);

// Each appends one row; the caller derives anew. appendUndo and appendRedo fail with notFound for an id that is not a
// decision's, and do nothing when it is already so.
Result<OperationId> appendDecision(const Database& database, const Decision& decision);
Result<void> appendUndo(const Database& database, OperationId operation);
Result<void> appendRedo(const Database& database, OperationId operation);

} // namespace skein::store
