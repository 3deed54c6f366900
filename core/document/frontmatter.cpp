// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/frontmatter.h"

#include "core/document/dates.h"
#include "core/document/normalise.h"

#include <yaml-cpp/yaml.h>

#include <exception>
#include <map>
#include <string>

namespace skein {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t largest = 64u << 10;

using Fields = std::map<std::string, std::string>;

// A scalar, a name in a map, or a list of either joined by commas. Aliases are shared nodes: nothing is expanded, and
// nothing deeper than a list of maps is looked at.
std::string valueOf(const YAML::Node& node)
{
    if (node.IsScalar()) return node.Scalar();
    if (node.IsMap() && node["name"] && node["name"].IsScalar()) return node["name"].Scalar();
    std::string joined;
    if (node.IsSequence() && node.size() <= 100)
        for (const auto& one : node) {
            std::string value;
            if (one.IsScalar()) value = one.Scalar();
            else if (one.IsMap() && one["name"] && one["name"].IsScalar()) value = one["name"].Scalar();
            if (!value.empty()) joined += (joined.empty() ? "" : ", ") + value;
        }
    return joined;
}

bool readYaml(std::string_view text, Fields& fields)
{
    try {
        const auto root = YAML::Load(std::string(text));
        if (root.IsNull()) return true;
        if (!root.IsMap()) return false;
        for (const auto& pair : root)
            if (pair.first.IsScalar()) fields.emplace(lowerAscii(pair.first.Scalar()), valueOf(pair.second));
        return true;
    } catch (const std::exception&) { // yaml-cpp reports every mistake by throwing
        fields.clear();
        return false;
    }
}

std::string_view unquoted(std::string_view value)
{
    value = trimmed(value);
    if (value.starts_with('[') && value.ends_with(']') && value.size() >= 2) value = trimmed(value.substr(1, value.size() - 2));
    if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front())
        value = value.substr(1, value.size() - 2);
    return value;
}

// "key: value" and "key = value", one a line; a TOML list keeps its quotes but for the outer ones, which is taken out too.
void readLines(std::string_view text, char separator, Fields& fields)
{
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        const auto line = text.substr(at, end - at);
        at = end + 1;
        const auto split = line.find(separator);
        if (split == std::string_view::npos || line.starts_with(' ') || line.starts_with('[')) continue;
        std::string value(unquoted(line.substr(split + 1)));
        std::erase(value, '"');
        fields.emplace(lowerAscii(trimmed(line.substr(0, split))), value);
    }
}

std::string first(const Fields& fields, std::initializer_list<std::string_view> names)
{
    for (const auto name : names)
        if (const auto found = fields.find(std::string(name)); found != fields.end() && !found->second.empty()) return found->second;
    return {};
}

} // namespace

std::string_view readFrontMatter(std::string_view text, Document& document)
{
    const bool yaml = text.starts_with("---\n"), toml = text.starts_with("+++\n");
    if (!yaml && !toml) return text;
    // It ends with a line that is its fence again ("..." ends YAML as well).
    std::size_t end = std::string_view::npos, behind = 0;
    for (std::size_t at = 4; at < text.size() && at < largest;) {
        const auto lineEnd = std::min(text.find('\n', at), text.size());
        auto line = text.substr(at, lineEnd - at);
        while (line.ends_with(' ') || line.ends_with('\t')) line.remove_suffix(1);
        if (line == (yaml ? "---"sv : "+++"sv) || (yaml && line == "...")) {
            end = at;
            behind = std::min(lineEnd + 1, text.size());
            break;
        }
        at = lineEnd + 1;
    }
    if (end == std::string_view::npos) return text; // a rule at the top of an ordinary text
    const auto matter = text.substr(4, end - 4);
    if (yaml && !trimmed(matter).empty() && !matter.contains(':')) return text;

    Fields fields;
    if (toml) {
        readLines(matter, '=', fields);
    } else if (!readYaml(matter, fields)) {
        readLines(matter, ':', fields);
        document.notes.push_back("the front matter is no valid YAML; it was read line by line");
    }
    document.title = squeezed(first(fields, {"title", "headline"}));
    document.author = squeezed(first(fields, {"author", "authors", "by", "byline", "creator"}));
    for (const char* name : {"date", "published", "publish_date", "pubdate", "datepublished", "created"})
        if (document.published.empty()) document.published = dateIn(first(fields, {name}));
    document.site = squeezed(first(fields, {"site", "site_name", "publication", "publisher", "website"}));
    return text.substr(behind);
}

} // namespace skein
