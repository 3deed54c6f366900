// SPDX-License-Identifier: GPL-3.0-or-later
// The parser is nlohmann's, which says whether a text is JSON and what its values are, but not where they stand. Between
// the values of well-formed JSON there is nothing but white space, commas and colons, so a cursor that follows the
// parser's events finds each value by itself.
#include "core/extract/located-json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace skein {
namespace {

using Json = nlohmann::json;

constexpr std::size_t deepest = 32;

class Builder : public nlohmann::json_sax<Json> {
public:
    explicit Builder(Complaints& complaints) : m_complaints(complaints), m_text(complaints.text()) {}

    JsonNode root;

    bool null() override { return value({.kind = JsonNode::Kind::null}, 4); }
    bool boolean(bool flag) override { return value({.kind = JsonNode::Kind::boolean, .flag = flag}, flag ? 4 : 5); }
    bool number_integer(number_integer_t number) override { return figure(static_cast<double>(number)); }
    bool number_unsigned(number_unsigned_t number) override { return figure(static_cast<double>(number)); }
    bool number_float(number_float_t number, const string_t&) override { return figure(number); }
    bool string(string_t& text) override
    {
        skip();
        JsonNode node{.kind = JsonNode::Kind::text};
        node.text = std::move(text);
        return value(std::move(node), textLength());
    }
    bool binary(binary_t&) override { return false; } // not in JSON
    bool start_object(std::size_t) override { return open(JsonNode::Kind::object); }
    bool start_array(std::size_t) override { return open(JsonNode::Kind::list); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool key(string_t& name) override
    {
        skip();
        const Span span = take(textLength());
        JsonNode& object = *m_open.back();
        if (object.find(name) != nullptr)
            m_complaints.add(span, "the key " + inQuotes(name) + " stands in this object twice; keep one of them");
        object.members.push_back({std::move(name), span, {}});
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& error) override
    {
        std::string_view why = error.what();
        if (const auto at = why.find(" - "); at != std::string_view::npos) why.remove_prefix(at + 3);
        if (const auto at = why.find("; last read: "); at != std::string_view::npos) {
            const auto next = why.find("; expected ", at + 1);
            const std::string rest(next == std::string_view::npos ? "" : why.substr(next));
            m_why = std::string(why.substr(0, at)) + rest;
        } else {
            m_why = why;
        }
        const auto place = static_cast<std::uint32_t>(position > 0 ? position - 1 : 0);
        m_complaints.add({place, place}, "this is not JSON: " + m_why);
        return false;
    }

private:
    void skip()
    {
        while (m_at < m_text.size() && std::string_view(" \t\r\n,:").contains(m_text[m_at]))
            ++m_at;
    }

    Span take(std::size_t length)
    {
        const auto begin = static_cast<std::uint32_t>(m_at);
        m_at = std::min(m_at + length, m_text.size());
        return {begin, static_cast<std::uint32_t>(m_at)};
    }

    // Of the text in quotation marks at the cursor.
    std::size_t textLength() const
    {
        std::size_t end = m_at + 1;
        while (end < m_text.size() && m_text[end] != '"')
            end += m_text[end] == '\\' ? 2 : 1;
        return end + 1 - m_at;
    }

    bool figure(double number)
    {
        skip();
        const auto end = std::min(m_text.find_first_not_of("+-.0123456789eE", m_at), m_text.size());
        return value({.kind = JsonNode::Kind::number, .number = number}, end - m_at);
    }

    JsonNode* place(JsonNode node)
    {
        if (m_open.empty()) {
            root = std::move(node);
            return &root;
        }
        JsonNode& parent = *m_open.back();
        if (parent.kind == JsonNode::Kind::object) {
            parent.members.back().value = std::move(node);
            return &parent.members.back().value;
        }
        parent.items.push_back(std::move(node));
        return &parent.items.back();
    }

    bool value(JsonNode node, std::size_t length)
    {
        skip();
        node.span = take(length);
        place(std::move(node));
        return true;
    }

    bool open(JsonNode::Kind kind)
    {
        skip();
        JsonNode node{.kind = kind};
        node.span = take(1);
        if (m_open.size() >= deepest) {
            m_complaints.add(node.span, "this is nested too deeply; no file of ours needs more than a few levels");
            return false;
        }
        m_open.push_back(place(std::move(node)));
        return true;
    }

    bool close()
    {
        skip();
        m_open.back()->span.end = take(1).end;
        m_open.pop_back();
        return true;
    }

    Complaints& m_complaints;
    std::string_view m_text;
    std::size_t m_at = 0;
    std::vector<JsonNode*> m_open; // children are added to the last one alone, so the others stay where they are
    std::string m_why;
};

std::string_view nameOf(JsonNode::Kind kind)
{
    switch (kind) {
    case JsonNode::Kind::null: return "null";
    case JsonNode::Kind::boolean: return "true or false";
    case JsonNode::Kind::number: return "a number";
    case JsonNode::Kind::text: return "a text";
    case JsonNode::Kind::list: return "a list";
    case JsonNode::Kind::object: return "an object";
    }
    return {};
}

} // namespace

const JsonNode* JsonNode::find(std::string_view key) const
{
    const auto found = std::ranges::find(members, key, &JsonMember::key);
    return found == members.end() ? nullptr : &found->value;
}

std::optional<JsonNode> readJson(Complaints& complaints)
{
    Builder builder(complaints);
    if (!Json::sax_parse(complaints.text(), &builder) || !complaints.isEmpty()) return std::nullopt;
    return std::move(builder.root);
}

std::uint32_t placeIn(const JsonNode& text, std::size_t at, std::string_view json)
{
    std::size_t place = text.span.begin + 1;
    for (std::size_t value = 0; value < at && place + 1 < text.span.end;) {
        if (json[place] != '\\') {
            ++place;
            ++value;
        } else if (json[place + 1] != 'u') {
            place += 2;
            ++value;
        } else { // one unit of UTF-16 is at most three bytes; a pair, four
            place += 6;
            value += 3;
        }
    }
    return static_cast<std::uint32_t>(std::min<std::size_t>(place, text.span.end));
}

Fields::Fields(const JsonNode& object, std::string what, Complaints& complaints)
    : m_object(object), m_what(std::move(what)), m_complaints(complaints)
{
    if (object.kind != JsonNode::Kind::object) complaints.add(object.span, m_what + " must be an object: { … }");
}

const JsonNode* Fields::need(std::string_view key, JsonNode::Kind kind)
{
    if (m_object.kind != JsonNode::Kind::object) return nullptr; // said already
    const JsonNode* value = m_object.find(key);
    if (value == nullptr) {
        m_complaints.add({m_object.span.begin, m_object.span.begin + 1},
                         m_what + " has no " + inQuotes(key) + "; add it: " + std::string(nameOf(kind)));
        return nullptr;
    }
    if (value->kind == kind) return value;
    m_complaints.add(value->span, inQuotes(key) + " of " + m_what + " must be " + std::string(nameOf(kind)));
    return nullptr;
}

std::string Fields::text(std::string_view key, bool mayBeEmpty)
{
    const JsonNode* value = need(key, JsonNode::Kind::text);
    if (value == nullptr) return {};
    if (!mayBeEmpty && value->text.empty())
        m_complaints.add(value->span, inQuotes(key) + " of " + m_what + " is empty; write a text");
    return value->text;
}

bool Fields::flag(std::string_view key)
{
    if (!has(key)) return false;
    const JsonNode* value = need(key, JsonNode::Kind::boolean);
    return value != nullptr && value->flag;
}

const std::vector<JsonNode>& Fields::list(std::string_view key)
{
    static const std::vector<JsonNode> none;
    const JsonNode* value = need(key, JsonNode::Kind::list);
    return value == nullptr ? none : value->items;
}

void Fields::allow(const std::vector<std::string_view>& keys)
{
    for (const JsonMember& member : m_object.members) {
        if (std::ranges::find(keys, member.key) == keys.end())
            m_complaints.add(member.span, inQuotes(member.key) + " is no key of " + m_what + "; " + suggestion(member.key, keys));
    }
}

} // namespace skein
