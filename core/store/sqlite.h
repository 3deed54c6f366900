// SPDX-License-Identifier: GPL-3.0-or-later
// SQLite's C API as move-only values whose failures are Results. Only sqlite.cpp includes sqlite3.h: everything above
// speaks Database, Statement and Transaction.
#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/base/span.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

struct sqlite3;
struct sqlite3_stmt;

// Leaves the function with the error when `expression`, a Result, holds one.
#define SKEIN_TRY(expression)                                                                                          \
    do {                                                                                                               \
        if (auto tried = (expression); !tried) return std::unexpected(std::move(tried).error());                       \
    } while (false)

namespace skein::store {

struct Blob { std::string_view bytes; };

// A compiled statement. Parameters count from 1, columns from 0. A failed bind is reported by the next step().
class Statement {
public:
    Statement(sqlite3* database, sqlite3_stmt* statement) : m_database(database), m_statement(statement) {}
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&& other) noexcept;
    ~Statement();

    // Binds all parameters anew and rewinds: text, blobs, integers, doubles, booleans, ids and optionals of these. Text
    // is not copied: it must stay until the statement has run.
    template <typename... Values>
    Statement& with(const Values&... values)
    {
        reset();
        int at = 0;
        (bind(++at, values), ...);
        return *this;
    }

    // True: there is a row to read. False: done.
    [[nodiscard]] Result<bool> step();

    // Steps to the end, and gives each row to `row(const Statement&)`.
    template <typename Row>
    [[nodiscard]] Result<void> each(Row&& row)
    {
        for (;;) {
            const auto more = step();
            if (!more) return std::unexpected(more.error());
            if (!*more) return {};
            row(std::as_const(*this));
        }
    }

    // Binds, runs to the end, and rewinds.
    template <typename... Values>
    [[nodiscard]] Result<void> run(const Values&... values)
    {
        with(values...);
        const auto done = each([](const Statement&) {});
        reset();
        return done;
    }

    bool isNull(int column) const;
    std::int64_t integer(int column) const;
    double real(int column) const;
    std::string_view text(int column) const; // until the next step
    std::string_view blob(int column) const; // until the next step
    std::uint32_t count(int column) const { return static_cast<std::uint32_t>(integer(column)); }
    bool boolean(int column) const { return integer(column) != 0; }
    Span span(int column) const { return {count(column), count(column + 1)}; }
    std::string string(int column) const { return std::string(text(column)); }
    template <typename SomeId>
    SomeId id(int column) const { return SomeId{static_cast<std::uint64_t>(integer(column))}; }
    template <typename SomeId>
    std::optional<SomeId> optionalId(int column) const
    {
        return isNull(column) ? std::nullopt : std::optional(id<SomeId>(column));
    }

    void reset();

private:
    template <typename Value>
    void bind(int at, const Value& value)
    {
        if constexpr (std::is_convertible_v<const Value&, std::string_view>) bindText(at, value);
        else if constexpr (std::is_floating_point_v<Value>) bindReal(at, value);
        else if constexpr (std::is_integral_v<Value>) bindInteger(at, static_cast<std::int64_t>(value));
        else if constexpr (std::is_same_v<Value, Blob>) bindBlob(at, value.bytes);
        else if constexpr (requires { value.has_value(); }) value ? bind(at, *value) : bindNull(at);
        else bindInteger(at, static_cast<std::int64_t>(value.value));
    }
    void bindText(int at, std::string_view value);
    void bindBlob(int at, std::string_view value);
    void bindInteger(int at, std::int64_t value);
    void bindReal(int at, double value);
    void bindNull(int at);
    void note(int code);

    sqlite3* m_database;
    sqlite3_stmt* m_statement;
    int m_bindError = 0;
};

// One connection, used by one thread at a time.
class Database {
public:
    enum class Mode { create, readWrite, readOnly, immutable };

    // `create` makes the file when it is missing. Waits up to `busyMilliseconds` for a lock that another program holds.
    static Result<Database> open(const std::filesystem::path& file, Mode mode, int busyMilliseconds);
    Database(Database&& other) noexcept : m_handle(std::exchange(other.m_handle, nullptr)) {}
    Database& operator=(Database&& other) noexcept;
    ~Database();

    Result<Statement> prepare(std::string_view sql) const;
    // Runs a script of any number of statements.
    Result<void> execute(std::string_view script) const;
    // The first column of the first row, as an integer; notFound when there is no row.
    Result<std::int64_t> integer(std::string_view sql) const;

    bool isReadOnly() const;

private:
    explicit Database(sqlite3* handle) : m_handle(handle) {}
    sqlite3* m_handle;
};

// A transaction that writes. What was not committed is rolled back when it goes.
class Transaction {
public:
    static Result<Transaction> begin(const Database& database);
    Transaction(Transaction&& other) noexcept : m_database(std::exchange(other.m_database, nullptr)) {}
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    [[nodiscard]] Result<void> commit();

private:
    explicit Transaction(const Database& database) : m_database(&database) {}
    const Database* m_database;
};

// A read transaction: several reads that see one state of the library. It ends when it goes.
class Snapshot {
public:
    static Result<Snapshot> begin(const Database& database);
    Snapshot(Snapshot&& other) noexcept : m_database(std::exchange(other.m_database, nullptr)) {}
    Snapshot& operator=(Snapshot&&) = delete;
    ~Snapshot();

private:
    explicit Snapshot(const Database* database) : m_database(database) {}
    const Database* m_database; // null: moved from
};

} // namespace skein::store
