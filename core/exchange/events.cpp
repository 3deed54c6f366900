// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/events.h"

#include "core/base/sha256.h"
#include "core/store/fold.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace skein::exchange {
namespace {

// "2026", "2026-04", "2026-04-08", with what EDTF may add behind: "?", "~", "%" or the rest of an interval.
bool isDate(std::string_view text)
{
    const auto digits = [&](std::size_t at) {
        return at + 1 < text.size() && text[at] >= '0' && text[at] <= '9' && text[at + 1] >= '0' && text[at + 1] <= '9';
    };
    if (!digits(0) || !digits(2)) return false;
    std::size_t at = 4;
    for (int part = 0; part < 2 && at < text.size() && text[at] == '-'; ++part, at += 3)
        if (!digits(at + 1)) return false;
    return at == text.size() || text[at] == '/' || (at + 1 == text.size() && std::string_view("?~%").contains(text[at]));
}

// When the claim is true: its own date, or the date that is its value.
std::string dateOf(const Quote& claim, const store::ContentDocument& document)
{
    if (!claim.time.empty()) return claim.time;
    if (claim.object) return {};
    if (isDate(claim.value)) return claim.value;
    for (const auto& time : document.times)
        if (time.type == "date" && claim.span.contains(time.span) && textOf(document.text, time.span) == claim.value)
            return time.edtf;
    return {};
}

// What a relation is about apart from what its object says: "released" of "released" and "released_on".
std::string_view rootOf(std::string_view relation)
{
    return relation.substr(0, relation.find('_'));
}

using Key = std::tuple<std::string, std::string, EntityId, std::string>; // date, relation, subject, object or value

// "Muse was released on 8 April" tells nothing new where an event of that day says who released it: such an event joins
// the one with the most claims, or the first among equals.
void joinBareDates(std::map<Key, Event>& byKey)
{
    const auto isBare = [](const Key& key) { return std::get<3>(key).starts_with('='); };
    for (auto bare = byKey.begin(); bare != byKey.end();) {
        Event* fuller = nullptr;
        const auto& [date, relation, subject, value] = bare->first;
        const auto root = rootOf(relation);
        auto other = isBare(bare->first) && relation.ends_with("_on")
                         ? byKey.lower_bound(Key(date, std::string(root), EntityId{0}, {}))
                         : byKey.end();
        for (; other != byKey.end() && std::get<0>(other->first) == date && std::get<1>(other->first).starts_with(root);
             ++other) {
            auto& event = other->second;
            if (isBare(other->first) || rootOf(std::get<1>(other->first)) != root ||
                std::ranges::find(event.entities, subject) == event.entities.end())
                continue;
            if (fuller == nullptr || event.claims.size() > fuller->claims.size()) fuller = &event;
        }
        if (fuller == nullptr) {
            ++bare;
            continue;
        }
        fuller->claims.insert(fuller->claims.end(), bare->second.claims.begin(), bare->second.claims.end());
        bare = byKey.erase(bare);
    }
}

} // namespace

std::vector<Event> events(const store::Content& content)
{
    std::map<DocumentId, const store::ContentDocument*> documents;
    for (const auto& document : content.documents) documents.emplace(document.summary.id, &document);
    std::map<EntityId, std::string_view> names;
    for (const auto& entity : content.entities) names.emplace(entity.id, entity.name);

    std::map<Key, Event> byKey;
    for (const auto& claim : content.claims) {
        if (claim.status == ClaimStatus::rejected || claim.polarity == Polarity::denied) continue;
        const auto date = dateOf(claim, *documents.at(claim.document));
        if (date.empty()) continue;
        const Key key(date, claim.relation, claim.subject,
                      claim.object ? toString(*claim.object) : "=" + store::foldName(claim.value));
        auto [found, isNew] = byKey.try_emplace(key);
        auto& event = found->second;
        event.claims.push_back(claim.claim);
        if (!isNew) continue;
        event.edtf = date;
        event.entities.push_back(claim.subject);
        if (claim.object && claim.object != claim.subject) event.entities.push_back(*claim.object);
        event.title = std::string(names.at(claim.subject)) + " " + claim.label + " " +
                      (claim.object ? std::string(names.at(*claim.object)) : claim.value);
        const auto& [edtf, relation, subject, object] = key;
        event.id = toString(EntityId{idBits(sha256("event" + ('\0' + edtf) + '\0' + relation + '\0' + toString(subject) +
                                                   '\0' + object))});
        event.id[0] = 'v';
    }
    joinBareDates(byKey);
    std::vector<Event> events;
    for (auto& [key, event] : byKey) events.push_back(std::move(event));
    std::ranges::sort(events, [](const Event& a, const Event& b) {
        return std::tie(a.edtf, a.title, a.id) < std::tie(b.edtf, b.title, b.id);
    });
    return events;
}

} // namespace skein::exchange
