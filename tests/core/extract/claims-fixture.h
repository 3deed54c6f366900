// SPDX-License-Identifier: GPL-3.0-or-later
// Claims out of one line: names are written in the text as [name|type], later mentions as [words|=name]; dates as
// <words|edtf>. Tests of the claim patterns so need neither the finder of names nor any model.
#pragma once

#include "core/extract/claims.h"

#include <string>
#include <string_view>
#include <vector>

namespace skein::testing {

struct Marked {
    Document document;
    Reading reading;
    NameReading names;
    std::vector<TimeExpression> times;
};

// REQUIRES: well-formed marks. One line is one block of the given kind; sentences end at ". ", "? " and "! ".
Marked readMarked(std::string_view marked, BlockKind kind = BlockKind::paragraph);

const Ontology& ontology();
const Patterns& patterns();

std::vector<Claim> claimsIn(const Marked& marked);

// "relation(subject, object or =value)" with what deviates: "not", "planned", "possible", "reported", "by speaker",
// "@time", "name:value" of the qualifiers; one string for each claim, in the order found.
std::vector<std::string> claimsOf(std::string_view marked, BlockKind kind = BlockKind::paragraph);

} // namespace skein::testing
