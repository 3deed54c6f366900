// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/views.h"

#include "core/base/utf8.h"

namespace skein::store {
namespace {

Result<std::vector<PlacedNode>> readPlaces(const Database& database, std::string_view sql)
{
    auto select = database.prepare(sql);
    if (!select) return std::unexpected(select.error());
    std::vector<PlacedNode> places;
    SKEIN_TRY(select->each([&](const Statement& row) {
        places.push_back({row.id<EntityId>(0), {static_cast<float>(row.real(1)), static_cast<float>(row.real(2))}});
    }));
    return places;
}

Result<bool> isView(const Database& database, std::string_view name)
{
    auto select = database.prepare("SELECT 1 FROM views WHERE name = ?");
    if (!select) return std::unexpected(select.error());
    return select->with(name).step();
}

Result<void> checkName(std::string_view name)
{
    if (name.find_first_not_of(" \t\r\n") != std::string_view::npos && isUtf8(name)) return {};
    return fail(Errc::badSyntax, "an empty name");
}

} // namespace

Result<std::vector<PlacedNode>> readPins(const Database& database)
{
    return readPlaces(database, "SELECT p.entity, p.x, p.y FROM pins AS p JOIN entities AS e ON e.id = p.entity ORDER BY p.entity");
}

Result<std::vector<PlacedNode>> readPositions(const Database& database)
{
    return readPlaces(database,
                      "SELECT p.entity, p.x, p.y FROM positions AS p JOIN entities AS e ON e.id = p.entity ORDER BY p.entity");
}

Result<std::vector<StoredView>> readViews(const Database& database)
{
    auto select = database.prepare("SELECT name, content FROM views ORDER BY name");
    if (!select) return std::unexpected(select.error());
    std::vector<StoredView> views;
    SKEIN_TRY(select->each([&](const Statement& row) { views.push_back({row.string(0), row.string(1)}); }));
    return views;
}

Result<void> writePin(const Database& database, EntityId node, std::optional<Point> position)
{
    auto statement = database.prepare(position ? "INSERT INTO pins (entity, x, y) VALUES (?1, ?2, ?3) "
                                                 "ON CONFLICT (entity) DO UPDATE SET x = ?2, y = ?3"
                                               : "DELETE FROM pins WHERE entity = ?1");
    if (!statement) return std::unexpected(statement.error());
    return position ? statement->run(node, position->x, position->y) : statement->run(node);
}

Result<void> writePositions(const Database& database, const std::vector<PlacedNode>& positions)
{
    auto transaction = Transaction::begin(database);
    if (!transaction) return std::unexpected(transaction.error());
    auto put = database.prepare("INSERT INTO positions (entity, x, y) VALUES (?1, ?2, ?3) "
                                "ON CONFLICT (entity) DO UPDATE SET x = ?2, y = ?3 WHERE x <> ?2 OR y <> ?3");
    if (!put) return std::unexpected(put.error());
    for (const PlacedNode& node : positions) SKEIN_TRY(put->run(node.id, node.position.x, node.position.y));
    return transaction->commit();
}

Result<void> writeView(const Database& database, const StoredView& view)
{
    SKEIN_TRY(checkName(view.name));
    auto put = database.prepare("INSERT INTO views (name, content) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET content = ?2");
    if (!put) return std::unexpected(put.error());
    return put->run(view.name, view.content);
}

Result<void> removeView(const Database& database, std::string_view name)
{
    const auto is = isView(database, name);
    if (!is) return std::unexpected(is.error());
    if (!*is) return fail(Errc::notFound, "no view " + std::string(name));
    auto remove = database.prepare("DELETE FROM views WHERE name = ?");
    if (!remove) return std::unexpected(remove.error());
    return remove->run(name);
}

Result<void> renameView(const Database& database, std::string_view from, std::string_view to)
{
    SKEIN_TRY(checkName(to));
    auto transaction = Transaction::begin(database);
    if (!transaction) return std::unexpected(transaction.error());
    const auto is = isView(database, from);
    if (!is) return std::unexpected(is.error());
    if (!*is) return fail(Errc::notFound, "no view " + std::string(from));
    if (from == to) return {};
    const auto isTaken = isView(database, to);
    if (!isTaken) return std::unexpected(isTaken.error());
    if (*isTaken) return fail(Errc::badSyntax, "there is a view " + std::string(to));
    auto rename = database.prepare("UPDATE views SET name = ?2 WHERE name = ?1");
    if (!rename) return std::unexpected(rename.error());
    SKEIN_TRY(rename->run(from, to));
    return transaction->commit();
}

} // namespace skein::store
