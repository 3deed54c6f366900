// SPDX-License-Identifier: GPL-3.0-or-later
// Every reason has a base score; what the two are connected with in common raises it, several possible partners lower it.
#include "core/store/suggest.h"

#include "core/store/fold.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

namespace skein::store {
namespace {

constexpr std::size_t commonWord = 60; // a word of so many names says nothing about any two of them

std::vector<std::string> wordsOf(std::string_view folded)
{
    std::vector<std::string> words;
    std::string word;
    for (const char c : folded) {
        const bool isPart = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || static_cast<unsigned char>(c) >= 0x80;
        if (isPart) word += c;
        else if (!word.empty()) words.push_back(std::exchange(word, {}));
    }
    if (!word.empty()) words.push_back(word);
    return words;
}

bool isNumber(std::string_view word) { return word.find_first_of("0123456789") != std::string_view::npos; }

struct Name {
    std::vector<std::string> words; // without accents, articles and legal forms
    std::string joined;             // the words without spaces
    std::vector<std::string> numbers;
    std::string initials;           // of all words but the small ones
    bool isAcronym = false;         // one word, all capitals
};

Name read(const std::string& name)
{
    static const std::set<std::string, std::less<>> legal{"inc", "ltd", "llc", "corp", "corporation", "co", "company", "gmbh", "plc", "ag", "sa", "nv"};
    static const std::set<std::string, std::less<>> small{"of", "the", "and", "for", "on", "in", "de", "la"};
    Name result;
    result.words = wordsOf(foldForSearch(name));
    if (result.words.size() > 1 && result.words.front() == "the") result.words.erase(result.words.begin());
    while (result.words.size() > 1 && legal.contains(result.words.back())) result.words.pop_back();
    for (const auto& word : result.words) {
        result.joined += word;
        if (isNumber(word)) result.numbers.push_back(word);
        if (!small.contains(word)) result.initials += word.front();
    }
    const auto isCapital = [](char c) { return c >= 'A' && c <= 'Z'; };
    result.isAcronym = name.size() >= 2 && std::ranges::all_of(name, isCapital);
    return result;
}

// One letter changed, added, left out, or two neighbours exchanged.
bool isNearly(std::string_view a, std::string_view b)
{
    if (a.size() < b.size()) std::swap(a, b);
    if (a.size() - b.size() > 1 || a == b) return false;
    std::size_t at = 0;
    while (at < b.size() && a[at] == b[at]) ++at;
    if (a.size() != b.size()) return a.substr(at + 1) == b.substr(at);
    if (a.substr(at + 1) == b.substr(at + 1)) return true;
    return at + 1 < a.size() && a[at] == b[at + 1] && a[at + 1] == b[at] && a.substr(at + 2) == b.substr(at + 2);
}

template <typename T>
std::vector<T> common(const std::vector<T>& a, const std::vector<T>& b)
{
    std::vector<T> both;
    std::ranges::set_intersection(a, b, std::back_inserter(both));
    return both;
}

class Finder {
public:
    explicit Finder(std::vector<KnownEntity> entities) : m_entities(std::move(entities))
    {
        std::ranges::sort(m_entities, {}, &KnownEntity::id);
        for (const auto& entity : m_entities) m_names.push_back(read(entity.name));
        for (std::size_t i = 0; i < m_names.size(); ++i) {
            m_place.emplace(m_entities[i].id, i);
            for (const auto& word : std::set(m_names[i].words.begin(), m_names[i].words.end())) m_byKey["w " + word].push_back(i);
            if (m_names[i].words.size() > 1) m_byKey["i " + m_names[i].initials].push_back(i);
            if (m_names[i].isAcronym) m_byKey["i " + m_names[i].joined].push_back(i);
            // Names that are nearly alike share their beginning or their end.
            if (m_names[i].joined.size() >= 7) {
                m_byKey["b " + m_names[i].joined.substr(0, 4)].push_back(i);
                m_byKey["e " + m_names[i].joined.substr(m_names[i].joined.size() - 4)].push_back(i);
            }
            m_byKey["j " + m_names[i].joined].push_back(i);
        }
    }

    std::vector<Suggestion> find(std::size_t most)
    {
        std::set<std::pair<std::size_t, std::size_t>> pairs;
        for (const auto& [key, list] : m_byKey) {
            if (list.size() > commonWord) continue;
            for (std::size_t a = 0; a < list.size(); ++a)
                for (std::size_t b = a + 1; b < list.size(); ++b) pairs.insert(std::minmax(list[a], list[b]));
        }
        for (const auto& [a, b] : pairs) compare(a, b);
        // A short form with several possible partners is the less likely to be any of them.
        std::map<std::size_t, std::size_t> partners;
        for (const auto& found : m_found) ++partners[found.brief];
        std::vector<Suggestion> result;
        for (const auto& found : m_found) result.push_back(suggestion(found, partners[found.brief]));
        std::ranges::sort(result, [](const Suggestion& a, const Suggestion& b) {
            return std::tuple(-a.score, a.keptName, a.mergedName, a.kept, a.merged) <
                   std::tuple(-b.score, b.keptName, b.mergedName, b.kept, b.merged);
        });
        if (result.size() > most) result.resize(most);
        return result;
    }

private:
    struct Found {
        std::size_t brief = 0;
        std::size_t full = 0;
        double score = 0;
        std::string reason; // without its full stop
    };

    static std::string quoted(const std::string& name) { return "“" + name + "”"; }

    void compare(std::size_t a, std::size_t b)
    {
        const bool isShorter = m_names[a].joined.size() != m_names[b].joined.size()
                                   ? m_names[a].joined.size() < m_names[b].joined.size()
                                   : m_entities[a].mentions < m_entities[b].mentions;
        const std::size_t brief = isShorter ? a : b;
        const std::size_t full = isShorter ? b : a;
        const KnownEntity& shortOne = m_entities[brief];
        const KnownEntity& longOne = m_entities[full];
        const Name& s = m_names[brief];
        const Name& l = m_names[full];
        if (s.joined.empty() || s.numbers != l.numbers) return; // another version is another thing
        const auto add = [&](double score, std::string reason) { m_found.push_back({brief, full, score, std::move(reason)}); };
        if (shortOne.type != longOne.type) {
            if (s.joined == l.joined)
                add(0.5, "The same name is read as " + shortOne.type + " and as " + longOne.type);
            return;
        }
        if (shortOne.name == longOne.name) {
            add(0.7, "Different documents speak of a " + quoted(shortOne.name));
            return;
        }
        if (s.joined == l.joined) {
            add(0.9, quoted(shortOne.name) + " and " + quoted(longOne.name) + " differ only in how they are written");
            return;
        }
        if (s.isAcronym && l.words.size() > 1 && shortOne.type != "person" && s.joined == l.initials) {
            add(0.65, quoted(shortOne.name) + " are the initials of " + quoted(longOne.name));
            return;
        }
        if (s.joined.size() >= 7 && isNearly(s.joined, l.joined)) {
            add(0.55, quoted(shortOne.name) + " and " + quoted(longOne.name) + " differ in one letter");
            return;
        }
        if (shortOne.type == "person") comparePersons(s, l, shortOne, longOne, add);
        else compareOthers(s, l, shortOne, longOne, add);
    }

    template <typename Add>
    static void comparePersons(const Name& s, const Name& l, const KnownEntity& shortOne, const KnownEntity& longOne, Add add)
    {
        if (s.words.size() == 1 && l.words.size() >= 2) {
            if (s.words[0] == l.words.back())
                add(0.5, quoted(shortOne.name) + " is the surname of " + quoted(longOne.name));
            else if (s.words[0] == l.words.front())
                add(0.4, quoted(shortOne.name) + " is the first name of " + quoted(longOne.name));
            return;
        }
        if (s.words.size() < 2 || s.words.back() != l.words.back()) return;
        const std::string& first = s.words.front();
        const std::string& other = l.words.front();
        if (first == other)
            add(0.65, quoted(shortOne.name) + " and " + quoted(longOne.name) + " have first name and surname in common");
        else if (first.front() == other.front() && (first.size() <= 2 || other.size() <= 2))
            add(0.6, "The initial and the surname of " + quoted(shortOne.name) + " fit " + quoted(longOne.name));
    }

    template <typename Add>
    static void compareOthers(const Name& s, const Name& l, const KnownEntity& shortOne, const KnownEntity& longOne, Add add)
    {
        if (s.words.size() >= l.words.size()) return;
        if (std::equal(s.words.begin(), s.words.end(), l.words.begin()))
            add(0.4, quoted(longOne.name) + " begins with " + quoted(shortOne.name));
        else if (std::equal(s.words.rbegin(), s.words.rend(), l.words.rbegin()) && (s.words.size() > 1 || s.joined.size() >= 5))
            add(0.35, quoted(longOne.name) + " ends with " + quoted(shortOne.name));
    }

    Suggestion suggestion(const Found& found, std::size_t partners) const
    {
        const KnownEntity& brief = m_entities[found.brief];
        const KnownEntity& full = m_entities[found.full];
        double score = found.score;
        std::string reason = found.reason;
        if (partners > 1) {
            score /= std::sqrt(static_cast<double>(partners));
            reason += ", one of " + std::to_string(partners) + " that it may stand for";
        }
        const auto around = common(brief.neighbours, full.neighbours);
        if (!around.empty()) {
            const double share = static_cast<double>(around.size()) /
                                 static_cast<double>(std::min(brief.neighbours.size(), full.neighbours.size()));
            score += (1 - score) * 0.6 * share;
            reason += "; both are connected with " + m_entities[m_place.at(around.front())].name;
            if (around.size() > 1) reason += " and " + std::to_string(around.size() - 1) + " more";
        }
        // A text that names both as two knows why.
        if (!common(brief.documents, full.documents).empty()) {
            score *= 0.7;
            reason += "; a document names both";
        }
        // The better known one is kept, by its fuller name where both are known alike.
        const bool keepsBrief = brief.mentions > 3 * full.mentions;
        const KnownEntity& kept = keepsBrief ? brief : full;
        const KnownEntity& merged = keepsBrief ? full : brief;
        return {kept.id, merged.id, kept.name, merged.name, kept.type, std::round(score * 100) / 100, reason + "."};
    }

    std::vector<KnownEntity> m_entities; // by id
    std::vector<Name> m_names;           // parallel
    std::map<EntityId, std::size_t> m_place;
    std::map<std::string, std::vector<std::size_t>> m_byKey;
    std::vector<Found> m_found;
};

} // namespace

std::vector<Suggestion> suggestMerges(const std::vector<KnownEntity>& entities, std::size_t most)
{
    return Finder(entities).find(most);
}

Result<std::vector<Suggestion>> readSuggestions(const Database& database, std::size_t most)
{
    std::map<EntityId, KnownEntity> known;
    auto entities = database.prepare("SELECT id, type, name, mentions FROM entities WHERE is_rejected = 0 AND name_mentions > 0");
    if (!entities) return std::unexpected(entities.error());
    SKEIN_TRY(entities->each([&](const Statement& row) {
        KnownEntity entity{.id = row.id<EntityId>(0)};
        entity.type = row.string(1);
        entity.name = row.string(2);
        entity.mentions = row.count(3);
        known.emplace(entity.id, std::move(entity));
    }));
    auto documents = database.prepare("SELECT DISTINCT entity, document FROM links ORDER BY entity, document");
    if (!documents) return std::unexpected(documents.error());
    SKEIN_TRY(documents->each([&](const Statement& row) {
        if (const auto found = known.find(row.id<EntityId>(0)); found != known.end())
            found->second.documents.push_back(row.id<DocumentId>(1));
    }));
    auto ends = database.prepare("SELECT subject, object FROM claim_links WHERE object IS NOT NULL AND status <> 'rejected'");
    if (!ends) return std::unexpected(ends.error());
    SKEIN_TRY(ends->each([&](const Statement& row) {
        const auto a = known.find(row.id<EntityId>(0));
        const auto b = known.find(row.id<EntityId>(1));
        if (a == known.end() || b == known.end() || a == b) return;
        a->second.neighbours.push_back(b->first);
        b->second.neighbours.push_back(a->first);
    }));
    std::vector<KnownEntity> all;
    for (auto& [id, entity] : known) {
        std::ranges::sort(entity.documents);
        std::ranges::sort(entity.neighbours);
        entity.neighbours.erase(std::ranges::unique(entity.neighbours).begin(), entity.neighbours.end());
        all.push_back(std::move(entity));
    }
    return suggestMerges(all, most);
}

} // namespace skein::store
