// SPDX-License-Identifier: GPL-3.0-or-later
// Names, in four steps: runs of words by shape (candidates); equal runs are one cluster; evidence from the name, its
// neighbours and the lexicons gives each cluster a type, for the whole document at once; clusters without enough evidence
// are dropped, unless they turn out to be short for one that has it (core/extract/aliases.h). Capitals in headlines and at the start of
// sentences tell nothing, so names there are those that the rest of the document confirms.
#include "core/extract/aliases.h"
#include "core/extract/evidence.h"
#include "core/extract/finders.h"
#include "core/extract/wordset.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace skein {

namespace {

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

struct Cluster {
    std::string key;
    std::vector<Candidate> candidates; // in text order
    std::vector<std::string> parts;    // the words of the key
    Evidence evidence;
    bool isPlain = false;
    bool isTentative = true; // no mention has a capital that tells
    bool isTagged = false;
    bool isAccepted = false;
    NameType type = NameType::person;
    double score = 0;
    std::array<double, labelledTypes> tagged{}; // log odds of each type by the tagger, over all places
};

// How the tagger's log odds and the weights of rules are added; fitted on development sets.
constexpr double tagsWeight = 0.8;
constexpr double rulesWeight = 0.85;
constexpr double rulesMost = 9;      // of what rules can say for one type
constexpr double slack = 1.7;        // how much less than the needed evidence is enough
constexpr double leastChance = 0.05; // no chance is nearer to none or all than this


std::vector<std::string> split(std::string_view key)
{
    std::vector<std::string> parts;
    while (!key.empty()) {
        const std::size_t end = key.find(' ');
        parts.emplace_back(key.substr(0, end));
        key = end == std::string_view::npos ? std::string_view{} : key.substr(end + 1);
    }
    return parts;
}

// Whether the letters of an acronym are the initials of a name; small words may be left out.
bool isAcronymOf(std::string_view acronym, const Words& words, const Candidate& name)
{
    if (acronym.size() > 2 && acronym.back() == 's') acronym.remove_suffix(1);
    std::string all;
    std::string content;
    for (std::size_t i = name.first; i < name.last; ++i) {
        const Word& word = words.words[i];
        bool start = true;
        for (std::size_t at = 0; at < word.lower.size(); ++at) {
            const char c = word.lower[at];
            if (start && ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))) {
                all += c;
                if (word.isCapitalised()) content += c;
            }
            start = c == '-';
        }
    }
    std::string letters;
    for (char c : foldedCase(acronym))
        if (c != '.' && c != '&') letters += c;
    return letters.size() >= 2 && (letters == all || letters == content);
}

class NameFinder {
public:
    NameFinder(const Document& document, const Reading& reading, const NameTags& tags, const Words& words,
               const Ontology& ontology, const Lexicons& lexicons)
        : m_document(document), m_words(words), m_ontology(ontology), m_lexicons(lexicons), m_found(words, lexicons)
    {
        m_found.addTagged(reading, tags);
    }

    std::vector<FoundName> find()
    {
        cluster();
        growToKnown();
        splitKnownPrefixes();
        weigh();
        weighAcronyms();
        accept();
        weighFamilies();
        accept();
        weighLists();
        accept();
        return write();
    }

private:
    std::size_t clusterOf(const std::string& key) const
    {
        const auto found = m_byKey.find(key);
        return found == m_byKey.end() ? nowhere : found->second;
    }

    void add(const Candidate& candidate)
    {
        std::string key = foldedName(m_words, candidate.first, candidate.last);
        const auto [place, isNew] = m_byKey.try_emplace(key, m_clusters.size());
        if (isNew) {
            Cluster fresh;
            fresh.parts = split(key);
            fresh.key = std::move(key);
            m_clusters.push_back(std::move(fresh));
        }
        m_clusters[place->second].candidates.push_back(candidate);
    }

    void cluster()
    {
        for (const Candidate& candidate : m_found.candidates)
            add(candidate);
    }

    void recluster()
    {
        m_clusters.clear();
        m_byKey.clear();
        cluster();
    }

    // A part of a longer name that the document knows grows to it: "Muse" of "can Muse Spark make money".
    void growToKnown()
    {
        const auto& words = m_words.words;
        std::size_t longest = 1;
        for (const Cluster& cluster : m_clusters) longest = std::max(longest, cluster.parts.size());
        std::vector<bool> isTaken(words.size(), false);
        for (const Candidate& candidate : m_found.candidates)
            for (std::size_t i = candidate.first; i < candidate.last; ++i) isTaken[i] = true;
        const auto isFree = [&](std::size_t index) {
            return !isTaken[index] && (words[index].isCapitalised() || words[index].shape == Shape::number) && !words[index].is(Lexicon::generic);
        };
        bool isChanged = false;
        for (Candidate& candidate : m_found.candidates) {
            std::size_t begin = candidate.first;
            std::size_t end = candidate.last;
            while (begin > 0 && end - begin < longest && words[begin].joined && isFree(begin - 1) && !words[begin - 1].possessive) --begin;
            while (end < words.size() && end - begin < 2 * longest && m_words.near(end, end - 1) && words[end].joined && isFree(end) && !words[end - 1].possessive)
                ++end;
            for (std::size_t size = std::min(end - begin, longest); size > candidate.size(); --size)
                for (std::size_t first = begin; first <= candidate.first && first + size <= end; ++first) {
                    if (first + size < candidate.last || !isKnownWhole(foldedName(m_words, first, first + size))) continue;
                    candidate.first = first;
                    candidate.last = first + size;
                    candidate.span = {};
                    isChanged = true;
                    size = candidate.size();
                    break;
                }
        }
        if (isChanged) recluster();
    }

    // Whether the document has a name of these words where capitals tell and the tagger takes them for one.
    bool isKnownWhole(const std::string& key) const
    {
        const std::size_t index = clusterOf(key);
        return index != nowhere && std::ranges::any_of(m_clusters[index].candidates, [](const Candidate& c) { return c.isTagged && !c.isTentative; });
    }

    // "Meta Muse Spark" is two names when the document uses both alone.
    void splitKnownPrefixes()
    {
        std::vector<Candidate> result;
        bool changed = false;
        const auto standsAlone = [&](std::size_t first, std::size_t last) {
            const std::size_t index = clusterOf(foldedName(m_words, first, last));
            if (index == nowhere) return false;
            return std::ranges::any_of(m_clusters[index].candidates, [](const Candidate& c) { return !c.isTentative; });
        };
        for (const Candidate& candidate : m_found.candidates) {
            std::size_t cut = 0;
            const std::uint64_t whole = m_lexicons.lists(writtenName(m_words, candidate.first, candidate.last));
            for (std::size_t k = candidate.size() - 1; k >= 1 && !candidate.isExtended && whole == 0; --k) {
                const Candidate prefix{candidate.first, candidate.first + k};
                if (!standsAlone(prefix.first, prefix.last) || !standsAlone(prefix.last, candidate.last)) continue;
                const Evidence evidence = intrinsicEvidence(m_words, prefix, m_lexicons);
                if (candidate.isPerson || (evidence.best() == NameType::person && evidence.bestScore() >= 2.5)) continue;
                if (isPlain(m_words, Candidate{prefix.last, candidate.last}) && candidate.last - prefix.last == 1)
                    continue;
                cut = k;
                break;
            }
            if (cut == 0) {
                result.push_back(candidate);
                continue;
            }
            changed = true;
            Candidate left = candidate;
            left.last = candidate.first + cut;
            Candidate right = candidate;
            right.first = left.last;
            left.span = right.span = {};
            right.isTitled = left.employs = false;
            result.push_back(left);
            result.push_back(right);
        }
        if (!changed) return;
        m_found.candidates = std::move(result);
        recluster();
    }

    void weigh()
    {
        for (Cluster& cluster : m_clusters) {
            cluster.isPlain = isPlain(m_words, cluster.candidates.front());
            for (const Candidate& candidate : cluster.candidates) {
                cluster.isTentative = cluster.isTentative && candidate.isTentative;
                cluster.evidence.add(contextEvidence(m_words, candidate));
            }
            cluster.evidence.add(intrinsicEvidence(m_words, cluster.candidates.front(), m_lexicons));
            for (std::size_t type = 0; type < labelledTypes; ++type) {
                double chance = 0;
                for (const Candidate& candidate : cluster.candidates) chance += static_cast<double>(candidate.chances[type]);
                chance /= static_cast<double>(cluster.candidates.size());
                cluster.tagged[type] = std::log((chance + leastChance) / (1 + leastChance - chance));
            }
            cluster.isTagged = std::ranges::any_of(cluster.candidates, &Candidate::isTagged);
        }
    }

    // What has an acronym is a name: "Meta Superintelligence Labs (MSL)" and "MSL (Meta Superintelligence Labs)".
    void weighAcronyms()
    {
        const auto& candidates = m_found.candidates;
        for (std::size_t i = 0; i + 1 < candidates.size(); ++i) {
            const Candidate& left = candidates[i];
            const Candidate& right = candidates[i + 1];
            const Word& opening = m_words.words[right.first];
            if (right.first != left.last || !opening.gap.ends_with('(') ||
                opening.sentence != m_words.words[left.first].sentence)
                continue;
            const std::size_t end = m_words.words[right.last - 1].span.end;
            if (end >= m_document.text.size() || m_document.text[end] != ')') continue;
            const bool rightShort = right.size() == 1 && left.size() >= 2;
            const Candidate& brief = rightShort ? right : left;
            const Candidate& full = rightShort ? left : right;
            if (brief.size() != 1 || full.size() < 2) continue;
            const Word& letters = m_words.words[brief.first];
            if (letters.shape == Shape::capital || !isAcronymOf(letters.text, m_words, full)) continue;
            const std::size_t shortCluster = clusterOf(foldedName(m_words, brief.first, brief.last));
            const std::size_t fullCluster = clusterOf(foldedName(m_words, full.first, full.last));
            if (shortCluster == nowhere || fullCluster == nowhere || shortCluster == fullCluster) continue;
            Cluster& cluster = m_clusters[fullCluster];
            cluster.evidence.add(m_clusters[shortCluster].evidence);
            if (cluster.type != NameType::person) cluster.evidence.add(NameType::organization, "has an acronym", 1);
            cluster.isPlain = false; // a name with an acronym is a name
        }
    }

    // A name that others prolong with versions is their family: Llama, of Llama 4.
    void weighFamilies()
    {
        for (std::size_t i = 0; i < m_clusters.size(); ++i) {
            const Cluster& cluster = m_clusters[i];
            if (cluster.parts.size() < 2 || cluster.type != NameType::product || !cluster.isAccepted)
                continue;
            std::string prefix;
            for (std::size_t k = 0; k + 1 < cluster.parts.size(); ++k) {
                if (k) prefix += ' ';
                prefix += cluster.parts[k];
                const Word& next = m_words.words[cluster.candidates.front().first + k + 1];
                if (next.shape != Shape::number && !next.is(Lexicon::productHead)) continue;
                const std::size_t family = clusterOf(prefix);
                if (family != nowhere) m_clusters[family].evidence.add(NameType::product, "family", 5);
            }
        }
    }

    // Members of one list are of one kind.
    void weighLists()
    {
        const auto& candidates = m_found.candidates;
        std::vector<std::pair<std::size_t, NameType>> found;
        const auto relate = [&](const Candidate& known, const Candidate& unknown) {
            const std::size_t from = clusterOf(foldedName(m_words, known.first, known.last));
            const std::size_t to = clusterOf(foldedName(m_words, unknown.first, unknown.last));
            if (from == to || !m_clusters[from].isAccepted || m_clusters[to].isPlain) return;
            // What is known to be of several types, or is of its type for the tagger alone, is here of its neighbours'.
            const Cluster& there = m_clusters[to];
            if (there.isAccepted && there.evidence.score(m_clusters[from].type) < 5 && there.evidence.score(there.type) >= 2) return;
            found.emplace_back(to, m_clusters[from].type);
        };
        for (std::size_t i = 0; i + 1 < candidates.size(); ++i) {
            const Candidate& left = candidates[i];
            const Candidate& right = candidates[i + 1];
            if (m_words.words[left.first].sentence != m_words.words[right.first].sentence) continue;
            const Word& next = m_words.words[left.last];
            const bool comma = right.first == left.last && next.gap == ", ";
            const bool conjunction = right.first == left.last + 1 && (next.lower == "and" || next.lower == "or") &&
                                     (next.gap == " " || next.gap == ", ");
            if ((!comma && !conjunction) || isSpeakersFirm(m_words, right) || m_words.words[left.last - 1].possessive) continue;
            relate(left, right);
            relate(right, left);
        }
        for (const auto& [index, type] : found)
            m_clusters[index].evidence.add(type, "list", 4);
    }

    // The tagger's log odds and the evidence of rules add up.
    void accept()
    {
        for (Cluster& cluster : m_clusters) {
            cluster.score = -1e9;
            for (std::size_t t = 0; t < nameTypeCount; ++t) {
                const auto type = static_cast<NameType>(t);
                // "TAM", "PET": letters are no person unless a rule says so, too.
                if (type == NameType::person && isAcronym(cluster) && cluster.evidence.score(type) < 2) continue;
                const double score = tagsWeight * cluster.tagged[t] + rulesWeight * std::min(cluster.evidence.score(type), rulesMost);
                if (score <= cluster.score) continue;
                cluster.score = score;
                cluster.type = type;
            }
            double needed = 2.5;
            if (!cluster.isTagged) {
                if (cluster.isPlain) needed = cluster.parts.size() >= 2 ? 4 : 5;
                if (cluster.isTentative) needed = cluster.isPlain ? 8.5 : 3.5;
            } else {
                if (cluster.isPlain && cluster.parts.size() == 1 && (cluster.type == NameType::technology || cluster.type == NameType::benchmark)) needed = 5;
                if (cluster.isTentative) needed += 2;
            }
            cluster.isAccepted = cluster.score >= rulesWeight * needed - slack && cluster.score > tagsWeight * cluster.tagged[otherType] &&
                                 m_ontology.entityType(nameTypeId(cluster.type)) && !isGeneric(cluster);
        }
    }

    bool isAcronym(const Cluster& cluster) const
    {
        const Word& word = m_words.words[cluster.candidates.front().first];
        return cluster.parts.size() == 1 && word.shape == Shape::upper && word.text.size() >= 2 && word.text.size() <= 5;
    }

    // "AI", "CEO": written like a name, and none.
    bool isGeneric(const Cluster& cluster) const
    {
        const Candidate& candidate = cluster.candidates.front();
        return cluster.parts.size() == 1 && m_words.words[candidate.first].is(Lexicon::generic);
    }

    // What goes to the linker: accepted names with their types, and what may be short for one.
    std::vector<FoundName> write() const
    {
        std::vector<FoundName> names;
        std::vector<bool> covered(m_words.words.size(), false);
        for (const Candidate& candidate : m_found.candidates)
            addName(candidate.first, candidate.last, clusterOf(foldedName(m_words, candidate.first, candidate.last)), names,
                    covered, candidate.span);
        addKnown(names, covered);
        return names;
    }

    void addName(std::size_t first, std::size_t last, std::size_t index, std::vector<FoundName>& names,
                 std::vector<bool>& covered, Span exact = {}) const
    {
        const Cluster& cluster = m_clusters[index];
        if (!cluster.isAccepted && cluster.isTentative && cluster.isPlain && cluster.evidence.score(NameType::person) < 2)
            return;
        FoundName name;
        name.span = exact.end ? exact : Span{m_words.words[first].span.begin, m_words.words[last - 1].span.end};
        if (!cluster.isAccepted && ((cluster.isTagged && cluster.isTentative) || cluster.tagged[otherType] > 0)) return;
        if (cluster.isAccepted) {
            name.type = nameTypeId(cluster.type);
            name.isSure = cluster.type == NameType::person || cluster.score >= 3;
        }
        names.push_back(std::move(name));
        for (std::size_t i = first; i < last; ++i)
            covered[i] = true;
    }

    // Names the document knows, where capitals tell nothing: headlines and the first words of sentences.
    void addKnown(std::vector<FoundName>& names, std::vector<bool>& covered) const
    {
        std::size_t longest = 1;
        std::set<std::string, std::less<>> surnames;
        for (const Cluster& cluster : m_clusters) {
            longest = std::max(longest, cluster.parts.size());
            if (cluster.isAccepted && cluster.type == NameType::person && cluster.parts.size() >= 2)
                surnames.insert(cluster.parts.back());
        }
        const auto& words = m_words.words;
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (covered[i] || !words[i].isCapitalised() || (!words[i].titleCased && !words[i].initial)) continue;
            std::size_t most = 1;
            while (most < longest && m_words.near(i + most, i) && words[i + most].joined &&
                   !words[i + most - 1].possessive && !covered[i + most])
                ++most;
            for (std::size_t n = most; n >= 1; --n) {
                const std::string key = foldedName(m_words, i, i + n);
                const std::size_t index = clusterOf(key);
                if (index != nowhere) {
                    const Cluster& cluster = m_clusters[index];
                    if (cluster.isTentative || (n == 1 && cluster.isPlain)) continue;
                    addName(i, i + n, index, names, covered);
                    break;
                }
                if (n == 1 && !words[i].isCommon() && surnames.contains(key))
                    names.push_back({words[i].span, {}, false});
            }
        }
    }

    const Document& m_document;
    const Words& m_words;
    const Ontology& m_ontology;
    const Lexicons& m_lexicons;
    Candidates m_found;
    std::vector<Cluster> m_clusters;
    std::map<std::string, std::size_t> m_byKey;
};

} // namespace

NameReading findNames(const Document& document, const Reading& reading, const NameTags& tags, const Ontology& ontology,
                      const Lexicons& lexicons)
{
    const Words words = splitWords(document, reading, lexicons);
    return linkNames(document, lexicons, NameFinder(document, reading, tags, words, ontology, lexicons).find());
}

} // namespace skein
