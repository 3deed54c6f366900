// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite.h"

#include <sqlite3.h>

namespace skein::store {
namespace {

Errc codeOf(int sqlite)
{
    switch (sqlite & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return Errc::busy;
    case SQLITE_FULL: return Errc::diskFull;
    case SQLITE_CORRUPT: return Errc::corrupt;
    case SQLITE_NOTADB: return Errc::notALibrary;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_CANTOPEN: return Errc::notReadable;
    case SQLITE_TOOBIG: return Errc::tooLarge;
    // Where the disk is full, shared memory and journals fail with a plain I/O error.
    case SQLITE_IOERR:
        return sqlite == SQLITE_IOERR_WRITE || sqlite == SQLITE_IOERR_SHMSIZE || sqlite == SQLITE_IOERR_FSYNC
                   ? Errc::diskFull
                   : Errc::notReadable;
    default: return Errc::internal;
    }
}

std::unexpected<Error> failure(sqlite3* database, int code, std::string_view doing)
{
    std::string detail = "SQLite: ";
    detail += database ? sqlite3_errmsg(database) : sqlite3_errstr(code);
    detail += " (" + std::to_string(code) + ") in: ";
    detail += doing.substr(0, 200);
    return fail(codeOf(code), std::move(detail));
}

} // namespace

Statement::Statement(Statement&& other) noexcept
    : m_database(other.m_database), m_statement(std::exchange(other.m_statement, nullptr)), m_bindError(other.m_bindError)
{
}

Statement& Statement::operator=(Statement&& other) noexcept
{
    std::swap(m_database, other.m_database);
    std::swap(m_statement, other.m_statement);
    std::swap(m_bindError, other.m_bindError);
    return *this;
}

Statement::~Statement() { sqlite3_finalize(m_statement); }

Result<bool> Statement::step()
{
    if (m_bindError) return failure(nullptr, m_bindError, sqlite3_sql(m_statement));
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    auto error = failure(m_database, sqlite3_extended_errcode(m_database), sqlite3_sql(m_statement));
    sqlite3_reset(m_statement);
    return error;
}

bool Statement::isNull(int column) const { return sqlite3_column_type(m_statement, column) == SQLITE_NULL; }
std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(m_statement, column); }
double Statement::real(int column) const { return sqlite3_column_double(m_statement, column); }

std::string_view Statement::text(int column) const
{
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    return text ? std::string_view(text, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column)))
                : std::string_view();
}

std::string_view Statement::blob(int column) const
{
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
    return bytes ? std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column)))
                 : std::string_view();
}

void Statement::reset()
{
    sqlite3_reset(m_statement);
    m_bindError = 0;
}

void Statement::note(int code)
{
    if (code != SQLITE_OK && !m_bindError) m_bindError = code;
}

void Statement::bindText(int at, std::string_view value)
{
    note(sqlite3_bind_text64(m_statement, at, value.data() ? value.data() : "", value.size(), SQLITE_STATIC, SQLITE_UTF8));
}

void Statement::bindBlob(int at, std::string_view value)
{
    note(sqlite3_bind_blob64(m_statement, at, value.data() ? value.data() : "", value.size(), SQLITE_STATIC));
}

void Statement::bindInteger(int at, std::int64_t value) { note(sqlite3_bind_int64(m_statement, at, value)); }
void Statement::bindReal(int at, double value) { note(sqlite3_bind_double(m_statement, at, value)); }
void Statement::bindNull(int at) { note(sqlite3_bind_null(m_statement, at)); }

Result<Database> Database::open(const std::filesystem::path& file, Mode mode, int busyMilliseconds)
{
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    std::string name = file.string();
    switch (mode) {
    case Mode::create: flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE; break;
    case Mode::readWrite: flags |= SQLITE_OPEN_READWRITE; break;
    case Mode::readOnly: flags |= SQLITE_OPEN_READONLY; break;
    case Mode::immutable: {
        flags |= SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
        std::string uri = "file:";
        for (const char c : std::filesystem::absolute(file).string())
            if (c == '%' || c == '?' || c == '#') uri += c == '%' ? "%25" : c == '?' ? "%3f" : "%23";
            else uri += c;
        name = uri + "?immutable=1";
        break;
    }
    }
    // A relative name that begins with "file:" or ':' must stay a name.
    if (mode != Mode::immutable && !file.is_absolute()) name = "./" + name;
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(name.c_str(), &handle, flags, nullptr);
    if (code != SQLITE_OK) {
        auto error = failure(handle, code, "opening " + file.string());
        sqlite3_close_v2(handle);
        return error;
    }
    sqlite3_busy_timeout(handle, busyMilliseconds);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    return Database(handle);
}

Database& Database::operator=(Database&& other) noexcept
{
    std::swap(m_handle, other.m_handle);
    return *this;
}

Database::~Database() { sqlite3_close_v2(m_handle); }

Result<Statement> Database::prepare(std::string_view sql) const
{
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v3(m_handle, sql.data(), static_cast<int>(sql.size()), 0, &statement, nullptr);
    if (code != SQLITE_OK) return failure(m_handle, sqlite3_extended_errcode(m_handle), sql);
    return Statement(m_handle, statement);
}

Result<void> Database::execute(std::string_view script) const
{
    const std::string text(script);
    if (sqlite3_exec(m_handle, text.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return failure(m_handle, sqlite3_extended_errcode(m_handle), script);
    return {};
}

Result<std::int64_t> Database::integer(std::string_view sql) const
{
    auto statement = prepare(sql);
    if (!statement) return std::unexpected(statement.error());
    const auto row = statement->step();
    if (!row) return std::unexpected(row.error());
    if (!*row) return fail(Errc::notFound, "no row from: " + std::string(sql));
    return statement->integer(0);
}

bool Database::isReadOnly() const { return sqlite3_db_readonly(m_handle, "main") == 1; }

Result<Transaction> Transaction::begin(const Database& database)
{
    SKEIN_TRY(database.execute("BEGIN IMMEDIATE"));
    return Transaction(database);
}

Transaction::~Transaction()
{
    // SQLite may have rolled back by itself (a full disk); then this fails, and nothing is left to do.
    if (m_database) (void)m_database->execute("ROLLBACK");
}

Result<void> Transaction::commit()
{
    SKEIN_TRY(m_database->execute("COMMIT"));
    m_database = nullptr;
    return {};
}

Result<Snapshot> Snapshot::begin(const Database& database)
{
    SKEIN_TRY(database.execute("BEGIN"));
    return Snapshot(&database);
}

Snapshot::~Snapshot()
{
    if (m_database) (void)m_database->execute("COMMIT");
}

} // namespace skein::store
