// SPDX-License-Identifier: GPL-3.0-or-later
// A list of values for QML: each role is a name and a function that reads it from a row. Lives on the GUI thread.
#pragma once

#include <QAbstractListModel>

#include <algorithm>
#include <functional>
#include <set>
#include <type_traits>
#include <utility>
#include <vector>

template <typename Row>
class RowModel : public QAbstractListModel {
public:
    struct Role {
        const char* name;
        std::function<QVariant(const Row&)> read;
    };

    explicit RowModel(std::vector<Role> roles, QObject* parent = nullptr)
        : QAbstractListModel(parent), m_roles(std::move(roles))
    {
    }

    // Of those that are shown: a list that was set in pages shows its beginning until more is asked for.
    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(std::min(m_rows.size(), m_shown)); }

    QVariant data(const QModelIndex& index, int role) const override
    {
        const auto number = role - Qt::UserRole;
        if (index.row() < 0 || index.row() >= rowCount() || number < 0 || number >= int(m_roles.size()))
            return {};
        return m_roles[std::size_t(number)].read(m_rows[std::size_t(index.row())]);
    }

    QHash<int, QByteArray> roleNames() const override
    {
        QHash<int, QByteArray> names;
        for (std::size_t i = 0; i < m_roles.size(); ++i)
            names.insert(Qt::UserRole + int(i), m_roles[i].name);
        return names;
    }

    const std::vector<Row>& rows() const { return m_rows; }

    // `page`: how many rows are shown at first, for views that make an item of each.
    void setRows(std::vector<Row> rows, std::size_t page = all)
    {
        beginResetModel();
        m_rows = std::move(rows);
        m_shown = page;
        endResetModel();
    }

    int left() const { return int(m_rows.size()) - rowCount(); } // rows that are not shown
    void showMore(std::size_t rows)
    {
        const auto more = std::min(rows, std::size_t(left()));
        if (more == 0)
            return;
        beginInsertRows({}, rowCount(), rowCount() + int(more) - 1);
        m_shown += more;
        endInsertRows();
    }

    // Becomes `rows` with the fewest changes, so that views keep their place. `key` tells which row is which. O(n log n).
    // REQUIRES: all rows are shown.
    template <typename Key>
    void sync(std::vector<Row> rows, Key key)
    {
        using Value = std::decay_t<std::invoke_result_t<Key, const Row&>>;
        const auto keysOf = [&](const std::vector<Row>& of) {
            std::set<Value> keys;
            for (const auto& row : of)
                keys.insert(std::invoke(key, row));
            return keys;
        };
        const auto wanted = keysOf(rows);
        for (auto end = m_rows.size(); end > 0;) { // runs of what goes, from the back
            auto begin = end;
            while (begin > 0 && !wanted.contains(std::invoke(key, m_rows[begin - 1])))
                --begin;
            remove(begin, end);
            end = begin > 0 ? begin - 1 : 0;
        }
        const auto present = keysOf(m_rows);
        std::size_t at = 0;
        for (const auto& row : rows) {
            if (present.contains(std::invoke(key, row)) && std::invoke(key, m_rows[at++]) != std::invoke(key, row))
                return setRows(std::move(rows)); // the order is another one
        }
        for (std::size_t begin = 0; begin < rows.size();) { // runs of what comes
            if (present.contains(std::invoke(key, rows[begin]))) {
                if (m_rows[begin] != rows[begin])
                    update(begin, [&](Row& row) { row = rows[begin]; });
                ++begin;
                continue;
            }
            auto end = begin;
            while (end < rows.size() && !present.contains(std::invoke(key, rows[end])))
                ++end;
            beginInsertRows({}, int(begin), int(end) - 1);
            m_rows.insert(m_rows.begin() + std::ptrdiff_t(begin), rows.begin() + std::ptrdiff_t(begin), rows.begin() + std::ptrdiff_t(end));
            endInsertRows();
            begin = end;
        }
    }

    void append(std::vector<Row> rows)
    {
        if (rows.empty())
            return;
        beginInsertRows({}, rowCount(), rowCount() + int(rows.size()) - 1);
        m_rows.insert(m_rows.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
        endInsertRows();
    }

    // Calls `change` on one row and tells the views.
    template <typename Change>
    void update(std::size_t row, Change change)
    {
        change(m_rows[row]);
        emit dataChanged(index(int(row)), index(int(row)));
    }

    void remove(std::size_t row) { remove(row, row + 1); }
    void remove(std::size_t begin, std::size_t end)
    {
        if (begin == end)
            return;
        beginRemoveRows({}, int(begin), int(end) - 1);
        m_rows.erase(m_rows.begin() + std::ptrdiff_t(begin), m_rows.begin() + std::ptrdiff_t(end));
        endRemoveRows();
    }

private:
    static constexpr std::size_t all = std::size_t(-1);

    std::vector<Role> m_roles;
    std::vector<Row> m_rows;
    std::size_t m_shown = all;
};
