// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/ontology.h"
#include "core/extract/textfile.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace skein {

namespace {

using Json = nlohmann::json;

// Where in the file we are, for messages, and what went wrong first.
struct Reader {
    std::string file;
    std::string problem;

    void report(const std::string& key, const std::string& what)
    {
        if (problem.empty()) problem = file + ": " + key + ": " + what;
    }

    const Json* member(const Json& object, const std::string& where, const char* key)
    {
        const auto found = object.is_object() ? object.find(key) : object.end();
        if (!object.is_object() || found == object.end()) {
            report(where + "." + key, "is missing");
            return nullptr;
        }
        return &*found;
    }

    std::string text(const Json& object, const std::string& where, const char* key, bool mayBeEmpty = false)
    {
        const Json* value = member(object, where, key);
        if (!value) return {};
        if (!value->is_string() || (!mayBeEmpty && value->get_ref<const std::string&>().empty())) {
            report(where + "." + key, "must be a text");
            return {};
        }
        return value->get<std::string>();
    }

    bool flag(const Json& object, const std::string& where, const char* key)
    {
        const auto found = object.find(key);
        if (found == object.end()) return false;
        if (!found->is_boolean()) {
            report(where + "." + key, "must be true or false");
            return false;
        }
        return found->get<bool>();
    }

    const Json& list(const Json& object, const std::string& where, const char* key)
    {
        static const Json nothing = Json::array();
        const Json* value = member(object, where, key);
        if (!value) return nothing;
        if (!value->is_array()) {
            report(where + "." + key, "must be a list");
            return nothing;
        }
        return *value;
    }
};

std::string row(const char* list, std::size_t index)
{
    return std::string(list) + "[" + std::to_string(index) + "]";
}

} // namespace

Result<Ontology> Ontology::load(const std::filesystem::path& file)
{
    auto bytes = readTextFile(file);
    if (!bytes) return std::unexpected(bytes.error());
    return parse(*bytes, file.string());
}

Result<Ontology> Ontology::parse(std::string_view json, std::string_view name)
{
    Json root;
    try {
        root = Json::parse(json);
    } catch (const Json::exception& error) {
        return fail(Errc::badSyntax, std::string(name) + ": " + error.what());
    }

    Reader reader{std::string(name), {}};
    Ontology ontology;
    ontology.m_version = reader.text(root, "ontology", "name") + " " + reader.text(root, "ontology", "version");

    const Json& types = reader.list(root, "ontology", "types");
    for (std::size_t i = 0; i < types.size(); ++i) {
        const std::string where = row("types", i);
        EntityType type{reader.text(types[i], where, "id"), reader.text(types[i], where, "label"),
                        reader.text(types[i], where, "plural")};
        if (ontology.entityType(type.id)) reader.report(where + ".id", "\"" + type.id + "\" stands there twice");
        ontology.m_types.push_back(std::move(type));
    }

    const Json& relations = reader.list(root, "ontology", "relations");
    for (std::size_t i = 0; i < relations.size(); ++i) {
        const Json& entry = relations[i];
        const std::string where = row("relations", i);
        Relation relation{reader.text(entry, where, "id"), reader.text(entry, where, "label"),
                          reader.text(entry, where, "inverse", true), reader.flag(entry, where, "symmetric")};
        Ends ends;
        ends.value = reader.flag(entry, where, "value");
        for (auto [key, ids] : {std::pair{"subjects", &ends.subjects}, std::pair{"objects", &ends.objects}}) {
            for (const Json& id : reader.list(entry, where, key)) {
                if (!id.is_string() || !ontology.entityType(id.get_ref<const std::string&>()))
                    reader.report(where + "." + key, id.dump() + " is no entity type");
                else
                    ids->push_back(id.get<std::string>());
            }
        }
        if (ends.subjects.empty()) reader.report(where + ".subjects", "names no entity type");
        if (ends.objects.empty() && !ends.value) reader.report(where + ".objects", "names no entity type and no value");
        if (ontology.relation(relation.id)) reader.report(where + ".id", "\"" + relation.id + "\" stands there twice");
        ontology.m_relations.push_back(std::move(relation));
        ontology.m_ends.push_back(std::move(ends));
    }

    if (!reader.problem.empty()) return fail(Errc::badSyntax, reader.problem);
    return ontology;
}

const EntityType* Ontology::entityType(std::string_view id) const
{
    const auto found = std::ranges::find(m_types, id, &EntityType::id);
    return found == m_types.end() ? nullptr : &*found;
}

const Relation* Ontology::relation(std::string_view id) const
{
    const auto found = std::ranges::find(m_relations, id, &Relation::id);
    return found == m_relations.end() ? nullptr : &*found;
}

bool Ontology::admits(std::string_view relation, std::string_view subject, std::string_view object) const
{
    const auto found = std::ranges::find(m_relations, relation, &Relation::id);
    if (found == m_relations.end()) return false;
    const Ends& ends = m_ends[static_cast<std::size_t>(found - m_relations.begin())];
    if (std::ranges::find(ends.subjects, subject) == ends.subjects.end()) return false;
    return object.empty() ? ends.value : std::ranges::find(ends.objects, object) != ends.objects.end();
}

} // namespace skein
