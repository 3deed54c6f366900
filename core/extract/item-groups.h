// SPDX-License-Identifier: GPL-3.0-or-later
// The two steps that make several items of a sentence one.
#pragma once

#include "core/extract/items.h"

#include <vector>

namespace skein {

// Makes each verb group one item: a main verb with its auxiliaries, adverbs, negations and governing verbs. `tags` has one
// class for each item; they count only where the reading has word classes.
std::vector<Item> groupVerbs(std::vector<Item> items, const std::vector<Upos>& tags, const Surroundings& around);

// Makes the names of each list ("A, B, and C") the members of one item.
void joinLists(std::vector<Item>& items, const Surroundings& around);

} // namespace skein
