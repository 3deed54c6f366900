// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/difference.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

namespace skein {
namespace {

using ClaimKey = std::tuple<Span, std::string, std::string, std::string, std::string, Polarity, Modality>;
using NameKey = std::pair<std::string, std::string>; // name, type

std::multiset<ClaimKey> claimsOf(const Analysis& analysis)
{
    std::multiset<ClaimKey> keys;
    for (const Claim& claim : analysis.claims)
        keys.emplace(claim.quote, claim.relation, analysis.entities[claim.subject].name, claim.label,
                     claim.object ? analysis.entities[*claim.object].name : claim.value, claim.polarity, claim.modality);
    return keys;
}

std::map<NameKey, std::set<Span>> namesOf(const Analysis& analysis)
{
    std::map<NameKey, std::set<Span>> places;
    for (const Mention& mention : analysis.mentions) {
        const Entity& entity = analysis.entities[mention.entity];
        places[{entity.name, entity.type}].insert(mention.span);
    }
    return places;
}

void addMissing(const Analysis& from, const Analysis& in, bool isAdded, std::vector<ReadingChange>& changes)
{
    auto others = claimsOf(in);
    for (const ClaimKey& key : claimsOf(from)) {
        if (const auto same = others.find(key); same != others.end()) {
            others.erase(same);
            continue;
        }
        const auto& [place, relation, subject, label, object, polarity, modality] = key;
        changes.push_back({true, isAdded, place, subject, label, object});
    }
    const auto known = namesOf(in);
    for (const auto& [key, places] : namesOf(from)) {
        const auto same = known.find(key);
        std::vector<Span> missing;
        std::ranges::copy_if(places, std::back_inserter(missing),
                             [&](Span place) { return same == known.end() || !same->second.contains(place); });
        if (!missing.empty())
            changes.push_back({false, isAdded, missing.front(), key.first, key.second, {}, static_cast<std::uint32_t>(missing.size())});
    }
}

} // namespace

std::vector<ReadingChange> differences(const Analysis& before, const Analysis& after)
{
    std::vector<ReadingChange> changes;
    addMissing(before, after, false, changes);
    addMissing(after, before, true, changes);
    std::ranges::stable_sort(changes, {}, [](const ReadingChange& c) { return std::tuple(c.place.begin, c.isAdded, c.isClaim); });
    return changes;
}

} // namespace skein
