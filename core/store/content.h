// SPDX-License-Identifier: GPL-3.0-or-later
// All that a library holds, as plain values: what exporters turn into other formats.
#pragma once

#include "core/store/read.h"

#include <string>
#include <vector>

namespace skein::store {

struct ContentDocument {
    DocumentSummary summary;
    std::string sha256; // hexadecimal
    std::string text;
    std::vector<TimeExpression> times;
};

struct ContentMention {
    DocumentId document;
    Span span;
    MentionKind kind = MentionKind::name;
};

struct ContentEntity {
    EntityId id;
    std::string name;
    std::string type;
    std::vector<std::string> aliases;
    std::vector<ContentMention> mentions; // by document, in the order of Content::documents, then position
};

struct Content {
    std::vector<ContentDocument> documents; // by publication date, then title
    std::vector<ContentEntity> entities;    // by id; rejected ones left out
    std::vector<Quote> claims;              // by document, then position; rejected ones too, but none with a rejected end
    Graph graph;
    Relations relations;
};

Result<Content> readContent(const Database& database);

} // namespace skein::store
