// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/resolve.h"

#include "core/base/sha256.h"
#include "core/store/fold.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <utility>

namespace skein::store {
namespace {

constexpr std::uint64_t dominance = 4;         // of mentions
constexpr std::uint64_t documentDominance = 3; // of documents

// All local entities with one type and one folded name.
struct Group {
    std::string type;
    std::string name; // folded
    std::vector<std::uint32_t> locals;
    std::set<DocumentId> documents;
    std::set<std::string> aliases; // folded
    std::optional<std::size_t> target; // the group that this one is a short form of
    bool isAmbiguous = false;
};

using GroupKey = std::pair<std::string_view, std::string_view>; // type, folded name

struct Folded {
    std::string name;
    std::vector<std::string> aliases;
};

std::vector<Folded> foldAll(const std::vector<LocalEntity>& locals)
{
    std::vector<Folded> all;
    all.reserve(locals.size());
    for (const auto& local : locals) {
        Folded folded{foldName(local.name), {}};
        if (folded.name.empty()) folded.name = local.name;
        for (const auto& alias : local.aliases) folded.aliases.push_back(foldName(alias));
        all.push_back(std::move(folded));
    }
    return all;
}

// The type whose share is at least `factor` times that of all the others together; empty when there is none.
template <typename ShareOf>
std::string_view dominantType(const auto& byType, std::uint64_t factor, ShareOf shareOf)
{
    std::uint64_t total = 0;
    auto best = byType.begin();
    for (auto type = byType.begin(); type != byType.end(); ++type) {
        total += shareOf(type->second);
        if (shareOf(type->second) > shareOf(best->second)) best = type;
    }
    const std::uint64_t rest = total - shareOf(best->second);
    return shareOf(best->second) >= factor * std::max<std::uint64_t>(rest, 1) ? best->first : std::string_view();
}

// Rule 2: for each folded name, the type that all its readings get; absent where none dominates.
std::map<std::string_view, std::string_view> dominantTypes(const std::vector<LocalEntity>& locals,
                                                           const std::vector<Folded>& folded)
{
    struct Votes {
        std::uint64_t mentions = 0;
        std::set<DocumentId> documents;
    };
    std::map<std::string_view, std::map<std::string_view, Votes>> votes;
    for (std::size_t i = 0; i < locals.size(); ++i) {
        auto& vote = votes[folded[i].name][locals[i].type];
        vote.mentions += locals[i].nameMentions;
        vote.documents.insert(locals[i].document);
    }
    std::map<std::string_view, std::string_view> types;
    for (const auto& [name, byType] : votes) {
        if (byType.size() < 2) continue;
        auto type = dominantType(byType, dominance, [](const Votes& vote) { return vote.mentions; });
        if (type.empty())
            type = dominantType(byType, documentDominance, [](const Votes& vote) { return vote.documents.size(); });
        // One document that speaks of its own Jordan all the time is not misread.
        const auto most = dominantType(byType, 1, [](const Votes& vote) { return vote.mentions; });
        if (!type.empty() && type == most) types[name] = type;
    }
    return types;
}

// "msl" is made of the initials of "meta superintelligence labs"; small words may be skipped ("doj").
bool isAcronymOf(std::string_view acronym, std::string_view name)
{
    std::string initials;
    std::string capitals;
    bool starts = true;
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (name[i] == ' ' || name[i] == '-') {
            starts = true;
        } else if (starts) {
            starts = false;
            const auto word = name.substr(i, name.find(' ', i) - i);
            initials += name[i];
            if (word != "of" && word != "the" && word != "and" && word != "for" && word != "on" && word != "in")
                capitals += name[i];
        }
    }
    return acronym.size() >= 2 && (acronym == initials || acronym == capitals);
}

bool maySubsume(const Group& shortForm, const Group& longForm)
{
    const bool isSurname = shortForm.type == "person" && longForm.name.ends_with(' ' + shortForm.name);
    return isSurname || isAcronymOf(shortForm.name, longForm.name) ||
           shortForm.documents.size() <= longForm.documents.size();
}

// Rules 3 and 4. Longer names are decided first, so that a link always ends at a name that links nowhere.
void linkShortForms(std::vector<Group>& groups)
{
    std::map<GroupKey, std::vector<std::size_t>> byAlias;
    for (std::size_t i = 0; i < groups.size(); ++i)
        for (const auto& alias : groups[i].aliases)
            if (alias.size() < groups[i].name.size()) byAlias[{groups[i].type, alias}].push_back(i);

    std::vector<std::size_t> order(groups.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
        if (groups[a].name.size() != groups[b].name.size()) return groups[a].name.size() > groups[b].name.size();
        return std::tie(groups[a].name, groups[a].type) < std::tie(groups[b].name, groups[b].type);
    });
    for (const auto at : order) {
        auto& group = groups[at];
        const auto found = byAlias.find({group.type, group.name});
        if (found == byAlias.end()) continue;
        std::set<std::size_t> roots;
        bool isIndirect = false;
        for (const auto candidate : found->second) {
            if (!maySubsume(group, groups[candidate])) continue;
            const auto& target = groups[candidate].target;
            if (!target) roots.insert(candidate);
            // The candidate is itself a short form. That helps only where its entity has the alias too.
            else if (std::ranges::find(found->second, *target) == found->second.end()) isIndirect = true;
        }
        if (roots.size() > 1) group.isAmbiguous = true;
        else if (roots.size() == 1 && !isIndirect && !groups[*roots.begin()].isAmbiguous) group.target = *roots.begin();
    }
}

// The spelling with the most mentions; among equals the one that sorts first.
std::string commonSpelling(const std::vector<LocalEntity>& locals, const std::vector<std::uint32_t>& of)
{
    std::map<std::string_view, std::uint64_t> spellings;
    for (const auto i : of) spellings[locals[i].name] += locals[i].nameMentions;
    auto best = spellings.begin();
    for (auto it = spellings.begin(); it != spellings.end(); ++it)
        if (it->second > best->second) best = it;
    return std::string(best->first);
}

} // namespace

EntityId entityId(std::string_view type, std::string_view foldedName)
{
    std::string key = "entity";
    (key += '\0').append(type);
    (key += '\0').append(foldedName);
    return EntityId{idBits(sha256(key))};
}

EntityId entityId(std::string_view type, std::string_view foldedName, DocumentId document)
{
    std::string key = "entity";
    (key += '\0').append(type);
    (key += '\0').append(foldedName);
    (key += '\0').append(toString(document));
    return EntityId{idBits(sha256(key))};
}

Resolution resolve(const std::vector<LocalEntity>& locals)
{
    const auto folded = foldAll(locals);
    const auto types = dominantTypes(locals, folded);

    std::map<GroupKey, std::size_t> index;
    std::vector<Group> groups;
    for (std::uint32_t i = 0; i < locals.size(); ++i) {
        const auto dominant = types.find(folded[i].name);
        const std::string_view type = dominant == types.end() ? std::string_view(locals[i].type) : dominant->second;
        const auto [found, isNew] = index.try_emplace({type, folded[i].name}, groups.size());
        if (isNew) groups.emplace_back().type = type, groups.back().name = folded[i].name;
        auto& group = groups[found->second];
        group.locals.push_back(i);
        group.documents.insert(locals[i].document);
        group.aliases.insert(folded[i].aliases.begin(), folded[i].aliases.end());
    }
    linkShortForms(groups);

    // Entities by id; ids are made from names, so the map also puts them in order.
    std::map<EntityId, LinkedEntity> entities;
    std::vector<EntityId> ids(locals.size(), EntityId{0});
    for (const auto& group : groups) {
        if (group.isAmbiguous) {
            for (const auto i : group.locals) {
                ids[i] = entityId(group.type, group.name, locals[i].document);
                entities.try_emplace(ids[i], LinkedEntity{ids[i], group.type, locals[i].name});
            }
            continue;
        }
        const auto& root = group.target ? groups[*group.target] : group;
        const auto id = entityId(root.type, root.name);
        entities.try_emplace(id, LinkedEntity{id, root.type, commonSpelling(locals, root.locals)});
        for (const auto i : group.locals) ids[i] = id;
    }

    Resolution resolution;
    std::map<EntityId, std::uint32_t> positions;
    for (auto& [id, entity] : entities) {
        positions.emplace(id, static_cast<std::uint32_t>(resolution.entities.size()));
        resolution.entities.push_back(std::move(entity));
    }
    for (const auto id : ids) resolution.links.push_back(positions.at(id));
    return resolution;
}

} // namespace skein::store
