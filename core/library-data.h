// SPDX-License-Identifier: GPL-3.0-or-later
// What a Library holds. For the files that implement it.
#pragma once

#include "core/library.h"
#include "core/store/derive.h"
#include "core/store/sqlite.h"

namespace skein {

struct Library::Data {
    std::filesystem::path file;
    store::Database database;

    // Answers from one state of the library, whatever another connection writes meanwhile.
    template <typename Read, typename... Arguments>
    auto read(Read read, const Arguments&... arguments) const -> decltype(read(database, arguments...))
    {
        const auto snapshot = store::Snapshot::begin(database);
        if (!snapshot) return std::unexpected(snapshot.error());
        return read(database, arguments...);
    }

    // Changes inside one transaction, then derives anew.
    template <typename Write>
    Result<void> write(Write write) const
    {
        auto transaction = store::Transaction::begin(database);
        if (!transaction) return std::unexpected(transaction.error());
        SKEIN_TRY(write());
        SKEIN_TRY(store::updateDerived(database));
        return transaction->commit();
    }
};

} // namespace skein
