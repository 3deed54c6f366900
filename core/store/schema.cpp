// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema.h"

#include <cerrno>
#include <cstring>
#include <fstream>

namespace skein::store {
namespace {

namespace fs = std::filesystem;

enum class Kind { missing, blank, sqlite };

// Looks at the file before SQLite does: SQLite names many different troubles "unable to open" or "not a database".
Result<Kind> look(const fs::path& file)
{
    std::error_code error;
    const auto status = fs::status(file, error);
    if (status.type() == fs::file_type::not_found) {
        const auto folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
        if (!fs::is_directory(folder, error)) return fail(Errc::notFound, "no such folder: " + folder.string());
        return Kind::missing;
    }
    if (status.type() == fs::file_type::none) return fail(Errc::notReadable, file.string() + ": " + error.message());
    if (fs::is_directory(status)) return fail(Errc::isFolder, file.string());
    if (!fs::is_regular_file(status)) return fail(Errc::notALibrary, file.string() + ": not a regular file");
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return fail(Errc::notReadable, file.string() + ": " + std::strerror(errno));
    char head[16] = {};
    stream.read(head, sizeof head);
    if (stream.gcount() == 0) return Kind::blank;
    if (stream.gcount() < 16 || std::memcmp(head, "SQLite format 3", 16) != 0)
        return fail(Errc::notALibrary, file.string() + ": no SQLite header");
    return Kind::sqlite;
}

// The schema's number; 0 for a database in which nothing was made yet.
Result<std::size_t> schemaOf(const Database& database)
{
    const auto application = database.integer("PRAGMA application_id");
    if (!application) return std::unexpected(application.error());
    const auto version = database.integer("PRAGMA user_version");
    if (!version) return std::unexpected(version.error());
    const auto tables = database.integer("SELECT count(*) FROM sqlite_schema");
    if (!tables) return std::unexpected(tables.error());
    if (*application == 0 && *version == 0 && *tables == 0) return 0u;
    if (*application != applicationId)
        return fail(Errc::notALibrary, "a SQLite database with application_id " + std::to_string(*application));
    if (*version < 1) return fail(Errc::corrupt, "user_version " + std::to_string(*version));
    if (static_cast<std::size_t>(*version) > migrations().size())
        return fail(Errc::newerSchema, "schema " + std::to_string(*version) + ", this Skein knows " +
                                           std::to_string(migrations().size()));
    return static_cast<std::size_t>(*version);
}

Result<void> migrate(const Database& database)
{
    for (;;) {
        // Asked again inside each transaction: another program may have migrated meanwhile.
        auto transaction = Transaction::begin(database);
        if (!transaction) return std::unexpected(transaction.error());
        const auto version = schemaOf(database);
        if (!version) return std::unexpected(version.error());
        if (*version == migrations().size()) return transaction->commit();
        SKEIN_TRY(database.execute(migrations()[*version]));
        SKEIN_TRY(database.execute("PRAGMA application_id = " + std::to_string(applicationId)));
        SKEIN_TRY(database.execute("PRAGMA user_version = " + std::to_string(*version + 1)));
        SKEIN_TRY(transaction->commit());
    }
}

Result<Database> prepared(const fs::path& file)
{
    auto database = Database::open(file, Database::Mode::create, busyMilliseconds);
    if (!database) return database;
    if (database->isReadOnly()) return fail(Errc::notReadable, file.string() + ": may not be written");
    const auto version = schemaOf(*database);
    if (!version) return std::unexpected(version.error());
    SKEIN_TRY(database->execute("PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY"));
    if (*version < migrations().size()) SKEIN_TRY(migrate(*database));
    SKEIN_TRY(database->execute("PRAGMA journal_mode = WAL"));
    return database;
}

} // namespace

Result<Database> openForWriting(const fs::path& file)
{
    const auto kind = look(file);
    if (!kind) return std::unexpected(kind.error());
    auto database = prepared(file);
    if (database) return database;
    // Not when it is busy: then another program is making it right now.
    if (*kind == Kind::missing && database.error().code != Errc::busy) {
        std::error_code ignored;
        for (const char* suffix : {"", "-wal", "-shm", "-journal"}) fs::remove(file.string() + suffix, ignored);
    }
    // The header says SQLite: a page that makes no sense is damage, not another format.
    if (*kind == Kind::sqlite && database.error().code == Errc::notALibrary &&
        database.error().detail.starts_with("SQLite:"))
        database.error().code = Errc::corrupt;
    return database;
}

Result<Database> openForReading(const fs::path& file)
{
    const auto kind = look(file);
    if (!kind) return std::unexpected(kind.error());
    if (*kind == Kind::missing) return fail(Errc::notFound, file.string());
    if (*kind == Kind::blank) return fail(Errc::notALibrary, file.string() + ": an empty file");
    auto database = Database::open(file, Database::Mode::readOnly, busyMilliseconds);
    auto version = database ? schemaOf(*database) : std::unexpected(database.error());
    // In a folder that may not be written, WAL cannot be set up. Without one beside it, nobody is writing either.
    std::error_code ignored;
    if (!version && version.error().code == Errc::notReadable && !fs::exists(file.string() + "-wal", ignored)) {
        database = Database::open(file, Database::Mode::immutable, busyMilliseconds);
        version = database ? schemaOf(*database) : std::unexpected(database.error());
    }
    if (!version) {
        if (version.error().code == Errc::notALibrary && version.error().detail.starts_with("SQLite:"))
            return fail(Errc::corrupt, version.error().detail);
        return std::unexpected(version.error());
    }
    if (*version == 0) return fail(Errc::notALibrary, file.string() + ": a database with nothing in it");
    if (*version < migrations().size())
        return fail(Errc::notReadable, file.string() + ": schema " + std::to_string(*version) + " is to be migrated first");
    SKEIN_TRY(database->execute("PRAGMA temp_store = MEMORY"));
    return database;
}

} // namespace skein::store
