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

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }

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

    void setRows(std::vector<Row> rows)
    {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }

    // Becomes `rows` with the fewest changes, so that views keep their place. `key` tells which row is which.
    template <typename Key>
    void sync(std::vector<Row> rows, Key key)
    {
        std::set<std::decay_t<std::invoke_result_t<Key, const Row&>>> wanted;
        for (const auto& row : rows)
            wanted.insert(std::invoke(key, row));
        for (std::size_t i = m_rows.size(); i-- > 0;) {
            if (!wanted.contains(std::invoke(key, m_rows[i])))
                remove(i);
        }
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const bool isHere = i < m_rows.size() && std::invoke(key, m_rows[i]) == std::invoke(key, rows[i]);
            if (!isHere) {
                const auto later = std::ranges::find(m_rows, std::invoke(key, rows[i]), key);
                if (later != m_rows.end())
                    return setRows(std::move(rows)); // the order is another one
                beginInsertRows({}, int(i), int(i));
                m_rows.insert(m_rows.begin() + std::ptrdiff_t(i), rows[i]);
                endInsertRows();
            } else if (m_rows[i] != rows[i]) {
                update(i, [&](Row& row) { row = rows[i]; });
            }
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

    void remove(std::size_t row)
    {
        beginRemoveRows({}, int(row), int(row));
        m_rows.erase(m_rows.begin() + std::ptrdiff_t(row));
        endRemoveRows();
    }

private:
    std::vector<Role> m_roles;
    std::vector<Row> m_rows;
};
