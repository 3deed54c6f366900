// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/jsonld.h"

#include "core/document/dates.h"
#include "core/document/htmlmeta.h"
#include "core/document/htmltree.h"
#include "core/document/normalise.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <vector>

namespace skein {
namespace {

using Json = nlohmann::json;

constexpr std::size_t largestScript = 1u << 20;
constexpr int deepest = 64;
constexpr std::size_t mostObjects = 1000;

// The depth of brackets outside strings: the parser keeps a stack of its own, but destroying a deep value does not.
bool isTooDeep(std::string_view json)
{
    int depth = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (quoted) {
            if (c == '\\') ++i;
            else if (c == '"') quoted = false;
        } else if (c == '"') {
            quoted = true;
        } else if (c == '{' || c == '[') {
            if (++depth > deepest) return true;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return false;
}

const Json* member(const Json& object, const char* name)
{
    const auto found = object.find(name);
    return found == object.end() ? nullptr : &*found;
}

// A string; HTML entities that careless generators leave in are resolved.
std::string stringOf(const Json* value)
{
    if (!value || !value->is_string()) return {};
    auto text = value->get<std::string>();
    if (text.contains('&'))
        if (const auto tree = HtmlTree::parse(text)) text = tree->textOf(0);
    return squeezed(normaliseText(text));
}

bool hasType(const Json& object, std::initializer_list<std::string_view> endings)
{
    const auto* type = member(object, "@type");
    if (!type) return false;
    const auto matches = [&](const Json& name) {
        return name.is_string() && std::ranges::any_of(endings, [&](auto ending) { return name.get_ref<const std::string&>().ends_with(ending); });
    };
    return type->is_array() ? std::ranges::any_of(*type, matches) : matches(*type);
}

using Objects = std::vector<const Json*>;

// The name of a person or an organisation: a string, an object that has one, or one that refers to such an object by "@id".
std::string nameOf(const Json& value, const Objects& objects)
{
    if (!value.is_object()) return stringOf(&value);
    if (auto name = stringOf(member(value, "name")); !name.empty()) return name;
    const auto* id = member(value, "@id");
    if (!id || !id->is_string()) return {};
    for (const auto* object : objects)
        if (const auto* other = member(*object, "@id"); other && *other == *id)
            if (auto name = stringOf(member(*object, "name")); !name.empty()) return name;
    return {};
}

std::string namesOf(const Json* value, const Objects& objects)
{
    if (!value) return {};
    if (!value->is_array()) return nameOf(*value, objects);
    std::string names;
    for (const auto& one : *value) {
        const auto name = nameOf(one, objects);
        if (name.empty() || name.contains("://") || names.size() > 500) continue;
        if (!names.empty()) names += ", ";
        names += name;
    }
    return names;
}

void readPage(const Json& page, const Objects& objects, HtmlMetadata& metadata)
{
    if (metadata.author.empty()) metadata.author = namesOf(member(page, "author"), objects);
    if (metadata.author.contains("://")) metadata.author.clear();
    for (const char* name : {"datePublished", "dateCreated", "uploadDate"})
        if (metadata.published.empty()) metadata.published = dateIn(stringOf(member(page, name)));
    if (metadata.site.empty()) metadata.site = namesOf(member(page, "publisher"), objects);
}

void readArticle(const Json& article, const Objects& objects, HtmlMetadata& metadata)
{
    if (metadata.title.empty()) metadata.title = stringOf(member(article, "headline"));
    if (metadata.title.empty()) metadata.title = stringOf(member(article, "name"));
    readPage(article, objects, metadata);
}

} // namespace

void readJsonLd(std::string_view json, HtmlMetadata& metadata)
{
    if (json.size() > largestScript || isTooDeep(json)) return;
    const Json root = Json::parse(json, nullptr, false, true);
    if (root.is_discarded()) return;
    // The root, the members of a list, and those of a graph, in order.
    Objects objects;
    const auto gather = [&](const Json& value) {
        if (value.is_object()) objects.push_back(&value);
        else if (value.is_array())
            for (const auto& one : value)
                if (one.is_object() && objects.size() < mostObjects) objects.push_back(&one);
    };
    gather(root);
    for (std::size_t i = 0, size = objects.size(); i < size; ++i)
        for (const char* name : {"@graph", "mainEntity", "mainEntityOfPage"})
            if (const auto* graph = member(*objects[i], name)) gather(*graph);

    for (const auto* object : objects)
        if (hasType(*object, {"Article", "Posting", "Report", "Review", "NewsStory"})) {
            readArticle(*object, objects, metadata);
            return;
        }
    for (const auto* object : objects)
        if (metadata.site.empty() && hasType(*object, {"WebSite", "NewsMediaOrganization"})) metadata.site = stringOf(member(*object, "name"));
    for (const auto* object : objects)
        if (hasType(*object, {"WebPage"})) readPage(*object, objects, metadata);
}

} // namespace skein
