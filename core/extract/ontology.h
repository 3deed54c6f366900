// SPDX-License-Identifier: GPL-3.0-or-later
// The ontology: which types things have and which relations hold between them. Data, in resources/ontology.
#pragma once

#include "core/base/result.h"
#include "core/extract/engine.h"
#include "core/extract/problem.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace skein {

// Immutable once loaded. Lookups are by id; a list holds a few dozen rows, so they are searched, not hashed.
class Ontology {
public:
    // Which types the ends of a relation may have.
    struct Ends {
        std::vector<std::string> subjects; // type ids
        std::vector<std::string> objects;
        bool value = false; // the relation may end in a value
    };

    // Reads ontology.json; resources/ontology/README.md has its schema. Fails with notFound, notReadable, or badSyntax;
    // the detail names file and line.
    static Result<Ontology> load(const std::filesystem::path& file);
    // From the text of such a file; absent when it draws complaints.
    static std::optional<Ontology> parse(Complaints& complaints);

    // REQUIRES: the id is new, and `like`, unless empty, is a type: the new one may stand wherever that one may.
    void add(EntityType type, std::string_view like);
    // REQUIRES: the id is new, and the ends are types.
    void add(Relation relation, Ends ends);

    const std::vector<EntityType>& entityTypes() const { return m_types; }
    const std::vector<Relation>& relations() const { return m_relations; }

    // Null for an unknown id.
    const EntityType* entityType(std::string_view id) const;
    const Relation* relation(std::string_view id) const;
    const Ends* ends(std::string_view relation) const;

    // Whether a relation may hold between entities of these types. `object` is empty for a claim about a value. An
    // unknown relation admits nothing.
    bool admits(std::string_view relation, std::string_view subject, std::string_view object) const;

    std::string_view version() const { return m_version; }

private:
    std::string m_version;
    std::vector<EntityType> m_types;
    std::vector<Relation> m_relations;
    std::vector<Ends> m_ends; // parallel to m_relations
};

} // namespace skein
