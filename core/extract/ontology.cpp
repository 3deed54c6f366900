// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/ontology.h"
#include "core/extract/located-json.h"
#include "core/extract/textfile.h"

#include <algorithm>
#include <utility>

namespace skein {

namespace {

using Kind = JsonNode::Kind;

// "the relation “owns”", or the number in the list of one whose id cannot be read.
std::string nameOf(const char* what, const JsonNode& row, std::size_t index)
{
    const JsonNode* id = row.find("id");
    const bool isNamed = id != nullptr && id->kind == Kind::text && !id->text.empty();
    return std::string("the ") + what + " " + (isNamed ? inQuotes(id->text) : "number " + std::to_string(index + 1));
}

void takeTypes(const std::vector<JsonNode>& rows, Ontology& ontology, Complaints& complaints)
{
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::string what = nameOf("type", rows[i], i);
        Fields fields(rows[i], what, complaints);
        fields.allow({"id", "label", "plural"});
        EntityType type{fields.text("id"), fields.text("label"), fields.text("plural")};
        if (type.id.empty()) continue;
        if (ontology.entityType(type.id))
            complaints.add(rows[i].find("id")->span, what + " stands in the list twice; keep one of them");
        else
            ontology.add(std::move(type), {});
    }
}

void takeRelations(const std::vector<JsonNode>& rows, Ontology& ontology, Complaints& complaints)
{
    std::vector<std::string_view> types;
    for (const EntityType& type : ontology.entityTypes())
        types.push_back(type.id);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::string what = nameOf("relation", rows[i], i);
        Fields fields(rows[i], what, complaints);
        fields.allow({"id", "label", "inverse", "subjects", "objects", "symmetric", "value"});
        Relation relation{fields.text("id"), fields.text("label"), fields.text("inverse", true),
                          fields.flag("symmetric")};
        Ontology::Ends ends;
        ends.value = fields.flag("value");
        for (auto [key, ids] : {std::pair{"subjects", &ends.subjects}, std::pair{"objects", &ends.objects}}) {
            for (const JsonNode& id : fields.list(key)) {
                if (id.kind == Kind::text && ontology.entityType(id.text))
                    ids->push_back(id.text);
                else
                    complaints.add(id.span, (id.kind == Kind::text ? inQuotes(id.text) : "this") + " in “" + key + "” of " +
                                                what + " is no type; " + suggestion(id.text, types));
            }
        }
        const JsonNode* subjects = rows[i].find("subjects");
        if (subjects != nullptr && subjects->kind == Kind::list && subjects->items.empty())
            complaints.add(subjects->span, what + " has no type of subject; name at least one");
        const JsonNode* objects = rows[i].find("objects");
        if (objects != nullptr && objects->kind == Kind::list && objects->items.empty() && !ends.value)
            complaints.add(objects->span, what + R"( ends in nothing; name a type of object, or write "value": true)");
        if (relation.id.empty()) continue;
        if (ontology.relation(relation.id))
            complaints.add(rows[i].find("id")->span, what + " stands in the list twice; keep one of them");
        else
            ontology.add(std::move(relation), std::move(ends));
    }
}

} // namespace

Result<Ontology> Ontology::load(const std::filesystem::path& file)
{
    auto bytes = readTextFile(file);
    if (!bytes) return std::unexpected(bytes.error());
    Complaints complaints(file.string(), *bytes);
    auto ontology = parse(complaints);
    if (!ontology) return std::unexpected(errorOf(complaints.take()));
    return std::move(*ontology);
}

std::optional<Ontology> Ontology::parse(Complaints& complaints)
{
    const auto root = readJson(complaints);
    if (!root) return std::nullopt;
    Ontology ontology;
    Fields fields(*root, "the ontology", complaints);
    fields.allow({"name", "version", "types", "relations"});
    const std::string name = fields.text("name"), version = fields.text("version");
    ontology.m_version = name + " " + version;
    takeTypes(fields.list("types"), ontology, complaints);
    takeRelations(fields.list("relations"), ontology, complaints);
    if (!complaints.isEmpty()) return std::nullopt;
    return ontology;
}

void Ontology::add(EntityType type, std::string_view like)
{
    for (Ends& ends : m_ends) {
        for (auto* ids : {&ends.subjects, &ends.objects}) {
            if (std::ranges::find(*ids, like) != ids->end()) ids->push_back(type.id);
        }
    }
    m_types.push_back(std::move(type));
}

void Ontology::add(Relation relation, Ends ends)
{
    m_relations.push_back(std::move(relation));
    m_ends.push_back(std::move(ends));
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

const Ontology::Ends* Ontology::ends(std::string_view relation) const
{
    const auto found = std::ranges::find(m_relations, relation, &Relation::id);
    return found == m_relations.end() ? nullptr : &m_ends[static_cast<std::size_t>(found - m_relations.begin())];
}

bool Ontology::admits(std::string_view relation, std::string_view subject, std::string_view object) const
{
    const Ends* admitted = ends(relation);
    if (admitted == nullptr || std::ranges::find(admitted->subjects, subject) == admitted->subjects.end()) return false;
    return object.empty() ? admitted->value : std::ranges::find(admitted->objects, object) != admitted->objects.end();
}

} // namespace skein
