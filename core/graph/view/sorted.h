// SPDX-License-Identifier: GPL-3.0-or-later
// Sorted vectors as sets: views name few things, compare often and are copied for each undo step.
#pragma once

#include <algorithm>
#include <vector>

namespace skein {

template <typename Value>
bool contains(const std::vector<Value>& sorted, const Value& value)
{
    return std::ranges::binary_search(sorted, value);
}

template <typename Value>
void insert(std::vector<Value>& sorted, Value value)
{
    const auto at = std::ranges::lower_bound(sorted, value);
    if (at == sorted.end() || *at != value)
        sorted.insert(at, std::move(value));
}

template <typename Value>
void erase(std::vector<Value>& sorted, const Value& value)
{
    const auto [first, last] = std::ranges::equal_range(sorted, value);
    sorted.erase(first, last);
}

// `value` becomes a member, or no longer is one.
template <typename Value>
void put(std::vector<Value>& sorted, const Value& value, bool isMember)
{
    if (isMember)
        insert(sorted, value);
    else
        erase(sorted, value);
}

} // namespace skein
