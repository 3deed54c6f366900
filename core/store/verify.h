// SPDX-License-Identifier: GPL-3.0-or-later
// The invariants of a library, checked one by one.
#pragma once

#include "core/base/task.h"
#include "core/store/sqlite.h"

#include <string>
#include <vector>

namespace skein::store {

// One English sentence for each thing that is wrong; none when the library is sound. Reads only. In a damaged file only
// the damage is reported: nothing that is read from it means anything.
//
// Checked: SQLite's own integrity and references; snapshots hash to their names and documents to their ids; texts are
// UTF-8; blocks, sentences, mentions, times, quotes and triggers are in their text on character boundaries, triggers in
// their quotes, blocks' words as the text has them; the full-text index holds exactly the blocks' words; every decision
// in the log can be read; entities, names, links and claims' ends are what documents and decisions give.
Result<std::vector<std::string>> verify(const Database& database, const Progress& progress);

} // namespace skein::store
