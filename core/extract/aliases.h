// SPDX-License-Identifier: GPL-3.0-or-later
// Who is who by name: equal names, acronyms, short forms, surnames and first names inside one document.
// Internal to core/extract.
#pragma once

#include "core/document/document.h"
#include "core/extract/finders.h"

#include <string>
#include <string_view>
#include <vector>

namespace skein {

// A span of text that is a name, and the ontology's id of what it names there.
struct FoundName {
    Span span;
    std::string type;   // empty: a name only if it turns out to be short for one that has a type
    bool isSure = true; // of the type; else it gives way to the type of the longer name it is short for
};

// Groups names into entities. A short form joins the one longer name it can stand for, and nobody when there are several;
// two full names never become one because they share a part. The same name has one type throughout the document: the one
// most of its places have. The mentions are the names in text order.
NameReading linkNames(const Document& document, const Lexicons& lexicons, std::vector<FoundName> names);

// What two spellings of one name have in common: lower case, no accents, dots, articles or possessives, single spaces.
std::string nameKey(std::string_view name);

} // namespace skein
