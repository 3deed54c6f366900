// SPDX-License-Identifier: GPL-3.0-or-later
// JSON whose values know where they stand, so that what is wrong with a value can be said with its line. Internal to
// core/extract.
#pragma once

#include "core/extract/problem.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace skein {

struct JsonMember;

struct JsonNode {
    enum class Kind { null, boolean, number, text, list, object };

    Kind kind = Kind::null;
    Span span; // a text with its quotation marks, a list or object with its brackets
    bool flag = false;
    double number = 0;
    std::string text;
    std::vector<JsonNode> items;     // of a list
    std::vector<JsonMember> members; // of an object, in the order of the file

    const JsonNode* find(std::string_view key) const; // null when it is no object or has no such member
};

struct JsonMember {
    std::string key;
    Span span; // of the key
    JsonNode value;
};

// Absent, with complaints, when it is no JSON, names a key twice in one object or is nested deeper than 32.
std::optional<JsonNode> readJson(Complaints& complaints);

// Where a byte of a text node's value stands in the file.
std::uint32_t placeIn(const JsonNode& text, std::size_t at, std::string_view json);

// The members of one object, read by their schema: each complaint names the object and the key.
class Fields {
public:
    // `what` names the object in messages: "the relation “owns”".
    Fields(const JsonNode& object, std::string what, Complaints& complaints);

    // Null, with a complaint, when it is missing or of another kind; `has` asks first where it may be missing.
    const JsonNode* need(std::string_view key, JsonNode::Kind kind);
    bool has(std::string_view key) const { return m_object.find(key) != nullptr; }
    std::string text(std::string_view key, bool mayBeEmpty = false);
    bool flag(std::string_view key); // false when it is missing
    const std::vector<JsonNode>& list(std::string_view key);
    // Complains about every member that is not one of these.
    void allow(const std::vector<std::string_view>& keys);

private:
    const JsonNode& m_object;
    std::string m_what;
    Complaints& m_complaints;
};

} // namespace skein
