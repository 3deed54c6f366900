// SPDX-License-Identifier: GPL-3.0-or-later
// What a person types into the search field, as a full-text query. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace skein::store {

// A word or a phrase, without what the index does not know; the last bare word is a prefix of what is meant.
struct Term {
    std::string text;
    bool isPrefix = false;

    bool operator==(const Term&) const = default;
};

// Any text, valid UTF-8 or not, gives terms; text in double quotes is one phrase, an unclosed quote ends with the text.
// At most 16 terms; of longer queries the beginning counts.
std::vector<Term> parseQuery(std::string_view query);

// An FTS5 expression that cannot be malformed. Empty when there are no terms.
std::string matchAll(const std::vector<Term>& terms);
std::string matchAny(const std::vector<Term>& terms);

} // namespace skein::store
