// SPDX-License-Identifier: GPL-3.0-or-later
// Names, in five steps: runs of words by shape (candidates); equal runs are one cluster; evidence from the name, its
// neighbours and the lexicons gives each cluster a type, for the whole document at once; acronyms and short forms join
// the cluster they belong to; clusters without enough evidence are dropped. Capitals in headlines and at the start of
// sentences tell nothing, so names there are those that the rest of the document confirms.
#include "core/extract/coreference.h"
#include "core/extract/evidence.h"
#include "core/extract/finders.h"
#include "core/extract/wordset.h"

#include <algorithm>
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
    bool isAcronym = false;
    bool isAccepted = false;
    NameType type = NameType::person;
    std::size_t parent = nowhere; // the cluster whose short form or acronym it is
};

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
    NameFinder(const Document& document, const Words& words, const Ontology& ontology, const Lexicons& lexicons)
        : m_document(document), m_words(words), m_ontology(ontology), m_lexicons(lexicons), m_found(words, lexicons)
    {
    }

    NameReading find()
    {
        cluster();
        splitKnownPrefixes();
        weigh();
        linkAcronyms();
        weighFamilies();
        accept();
        weighLists();
        accept();
        linkPersons();
        linkOrganizations();
        linkDevices();
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
                if (evidence.best() == NameType::person && evidence.bestScore() >= 2.5) continue;
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
            right.isTitled = left.employs = false;
            result.push_back(left);
            result.push_back(right);
        }
        if (!changed) return;
        m_found.candidates = std::move(result);
        m_clusters.clear();
        m_byKey.clear();
        cluster();
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
        }
    }

    // "Meta Superintelligence Labs (MSL)" and "MSL (Meta Superintelligence Labs)".
    void linkAcronyms()
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
            if (m_clusters[shortCluster].parent != nowhere || m_clusters[fullCluster].parent != nowhere) continue;
            m_clusters[shortCluster].parent = fullCluster;
            m_clusters[shortCluster].isAcronym = true;
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
            if (cluster.parts.size() < 2 || cluster.evidence.best() != NameType::product ||
                cluster.evidence.bestScore() < 2.5)
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
            if (from == to || !m_clusters[from].isAccepted || m_clusters[to].isAccepted || m_clusters[to].isPlain)
                return;
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
            if ((!comma && !conjunction) || m_words.words[left.last - 1].possessive) continue;
            relate(left, right);
            relate(right, left);
        }
        for (const auto& [index, type] : found)
            m_clusters[index].evidence.add(type, "list", 2.6);
    }

    void accept()
    {
        for (Cluster& cluster : m_clusters) {
            cluster.type = cluster.evidence.best();
            const double score = cluster.evidence.bestScore();
            double needed = 2.5;
            if (cluster.isPlain) needed = cluster.parts.size() >= 2 ? 4 : 5;
            if (cluster.isTentative) needed = cluster.isPlain ? 8.5 : 3.5;
            cluster.isAccepted = score >= needed && m_ontology.entityType(nameTypeId(cluster.type));
        }
    }

    // "Zuckerberg" and "Mark" of "Mark Zuckerberg", as long as no other person has that name.
    void linkPersons()
    {
        std::map<std::string, std::set<std::size_t>, std::less<>> bySurname;
        std::map<std::string, std::set<std::size_t>, std::less<>> byFirstName;
        for (std::size_t i = 0; i < m_clusters.size(); ++i) {
            const Cluster& cluster = m_clusters[i];
            if (!cluster.isAccepted || cluster.type != NameType::person || cluster.parts.size() < 2) continue;
            std::size_t last = cluster.parts.size() - 1;
            static const WordSet juniors{"jr sr ii iii jr. sr."};
            if (juniors.has(cluster.parts[last]) && last > 1) --last;
            bySurname[cluster.parts[last]].insert(i);
            byFirstName[cluster.parts[0]].insert(i);
        }
        for (const auto& [surname, owners] : bySurname)
            if (owners.size() == 1) m_surnames[surname] = *owners.begin();
        for (std::size_t i = 0; i < m_clusters.size(); ++i) {
            Cluster& cluster = m_clusters[i];
            if (cluster.parts.size() != 1 || cluster.parent != nowhere) continue;
            auto found = bySurname.find(cluster.key);
            const bool isSurname = found != bySurname.end();
            if (!isSurname) found = byFirstName.find(cluster.key);
            if (found == byFirstName.end() || found->second.size() != 1) continue;
            // A book or product "Kevin" is less likely than the Kevin of whom the text speaks all the time.
            const bool isKnownWell = m_clusters[*found->second.begin()].candidates.size() >= 3;
            double other = 0;
            for (std::size_t type = 1; type < nameTypeCount; ++type)
                if (static_cast<NameType>(type) != NameType::work || !isKnownWell)
                    other = std::max(other, cluster.evidence.score(static_cast<NameType>(type)));
            const Word& word = m_words.words[cluster.candidates.front().first];
            constexpr std::uint64_t otherLists =
                bit(Lexicon::organization) | bit(Lexicon::product) | bit(Lexicon::place) | bit(Lexicon::media);
            if (other >= 5 && other > cluster.evidence.score(NameType::person) &&
                (!isKnownWell || (word.lists & otherLists)))
                continue;
            const bool isFirstName = word.lists & (bit(Lexicon::femaleName) | bit(Lexicon::maleName));
            if (!isSurname && !isFirstName && (!isKnownWell || word.lists || word.isCommon())) continue;
            if (cluster.isTentative && cluster.isPlain && cluster.evidence.score(NameType::person) < 2) continue;
            cluster.parent = *found->second.begin();
        }
    }

    // "Nimbus" of "Nimbus Labs": what is left without legal form or head noun.
    void linkOrganizations()
    {
        static const WordSet legalHeads{"university college platforms corporation inc corp ltd company"};
        std::map<std::string, std::set<std::size_t>, std::less<>> byStem;
        for (std::size_t i = 0; i < m_clusters.size(); ++i) {
            const Cluster& cluster = m_clusters[i];
            if (!cluster.isAccepted || cluster.type != NameType::organization || cluster.parts.size() < 2) continue;
            std::size_t size = cluster.parts.size();
            const Candidate& candidate = cluster.candidates.front();
            const auto& words = m_words.words;
            while (size > 1) {
                const Word& end = words[candidate.first + size - 1];
                if (!end.is(Lexicon::organizationSuffix) && !end.is(Lexicon::organizationHead) &&
                    !end.is(Lexicon::generic) && !legalHeads.has(end.lower))
                    break;
                --size;
            }
            if (size == cluster.parts.size()) continue;
            std::string stem;
            for (std::size_t k = 0; k < size; ++k)
                stem += (k ? " " : "") + cluster.parts[k];
            byStem[stem].insert(i);
        }
        for (const auto& [stem, owners] : byStem) {
            const std::size_t index = clusterOf(stem);
            if (index == nowhere || owners.size() != 1) continue;
            Cluster& brief = m_clusters[index];
            const Cluster& full = m_clusters[*owners.begin()];
            if (brief.parent != nowhere || brief.isTentative) continue;
            if (brief.isAccepted && brief.type != NameType::organization && brief.evidence.bestScore() >= 5) continue;
            const Word& first = m_words.words[brief.candidates.front().first];
            const Word& end = m_words.words[full.candidates.front().last - 1];
            const bool knownAlone = brief.parts.size() == 1 && first.is(Lexicon::organization);
            if (knownAlone && !end.is(Lexicon::organizationSuffix) && !legalHeads.has(end.lower)) continue;
            // The short form comes later; a name that was there before is somebody else.
            if (brief.candidates.front().first < full.candidates.front().first && !end.is(Lexicon::organizationSuffix))
                continue;
            brief.parent = *owners.begin();
        }
    }

    // "Ray-Ban" of "Ray-Ban Meta AI glasses".
    void linkDevices()
    {
        for (std::size_t i = 0; i < m_clusters.size(); ++i) {
            const Cluster& device = m_clusters[i];
            if (!device.isAccepted || !device.candidates.front().isExtended) continue;
            std::string prefix;
            for (std::size_t k = 0; k + 1 < device.parts.size(); ++k) {
                prefix += (k ? " " : "") + device.parts[k];
                const std::size_t index = clusterOf(prefix);
                if (index == nowhere || index == i) continue;
                Cluster& brief = m_clusters[index];
                if (brief.parent == nowhere && brief.type == NameType::product) brief.parent = i;
                break;
            }
        }
    }

    std::size_t rootOf(std::size_t index) const
    {
        for (std::size_t steps = 0; m_clusters[index].parent != nowhere && steps < 4; ++steps)
            index = m_clusters[index].parent;
        return index;
    }

    NameReading write()
    {
        std::map<std::size_t, std::size_t> entityOf; // root cluster -> entity, assigned in the order of first mentions
        std::vector<std::pair<Mention, std::size_t>> mentions; // with the root cluster
        std::vector<bool> covered(m_words.words.size(), false);
        for (const Candidate& candidate : m_found.candidates) {
            const std::size_t root = rootOf(clusterOf(foldedName(m_words, candidate.first, candidate.last)));
            if (!m_clusters[root].isAccepted) continue;
            addMention(candidate.first, candidate.last, root, mentions, covered);
        }
        addKnown(mentions, covered);
        std::ranges::sort(mentions, {}, [](const auto& pair) { return pair.first.span; });

        NameReading result;
        std::vector<std::map<std::string, std::size_t>> forms;
        for (auto& [mention, root] : mentions) {
            const auto [place, isNew] = entityOf.try_emplace(root, result.entities.size());
            if (isNew) {
                result.entities.push_back({{}, std::string(nameTypeId(m_clusters[root].type)), {}});
                forms.emplace_back();
            }
            mention.entity = place->second;
            ++forms[mention.entity][surface(mention.span)];
            result.mentions.push_back(mention);
        }
        for (const auto& [root, entity] : entityOf)
            nameEntity(result.entities[entity], m_clusters[root].key, forms[entity]);
        addCoreference(m_words, m_lexicons, result);
        return result;
    }

    void addMention(std::size_t first, std::size_t last, std::size_t root,
                    std::vector<std::pair<Mention, std::size_t>>& mentions, std::vector<bool>& covered) const
    {
        Mention mention;
        mention.span = {m_words.words[first].span.begin, m_words.words[last - 1].span.end};
        mentions.emplace_back(mention, root);
        for (std::size_t i = first; i < last; ++i)
            covered[i] = true;
    }

    // Names the document knows, where capitals tell nothing: headlines and the first words of sentences.
    void addKnown(std::vector<std::pair<Mention, std::size_t>>& mentions, std::vector<bool>& covered) const
    {
        std::size_t longest = 1;
        for (const Cluster& cluster : m_clusters)
            longest = std::max(longest, cluster.parts.size());
        const auto& words = m_words.words;
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (covered[i] || !words[i].isCapitalised() || (!words[i].titleCased && !words[i].initial)) continue;
            std::size_t most = 1;
            while (most < longest && m_words.near(i + most, i) && words[i + most].joined &&
                   !words[i + most - 1].possessive && !covered[i + most])
                ++most;
            for (std::size_t n = most; n >= 1; --n) {
                const std::string key = foldedName(m_words, i, i + n);
                std::size_t index = clusterOf(key);
                if (index == nowhere && n == 1 && !words[i].isCommon()) {
                    const auto person = m_surnames.find(key);
                    if (person != m_surnames.end()) index = person->second;
                }
                if (index == nowhere) continue;
                const std::size_t root = rootOf(index);
                const Cluster& cluster = m_clusters[index];
                if (!m_clusters[root].isAccepted || cluster.isTentative || (n == 1 && cluster.isPlain)) continue;
                addMention(i, i + n, root, mentions, covered);
                break;
            }
        }
    }

    std::string surface(Span span) const
    {
        std::string result;
        for (char c : textOf(m_document.text, span)) {
            if (c != '\n' && c != ' ')
                result += c;
            else if (!result.empty() && result.back() != ' ')
                result += ' ';
        }
        return result;
    }

    // The lead form is the one the cluster was made of, in its most frequent spelling; the rest are aliases.
    static void nameEntity(Entity& entity, const std::string& key, const std::map<std::string, std::size_t>& forms)
    {
        // AMY HOOD is Amy Hood, shouted; MSL is not.
        const bool isPerson = entity.type == "person";
        const auto isShouted = [&](const std::string& form) {
            return (isPerson || form.find(' ') != std::string::npos) &&
                   std::ranges::none_of(form, [](char c) { return c >= 'a' && c <= 'z'; });
        };
        std::size_t most = 0;
        for (const auto& [form, count] : forms) {
            if (foldedName(form) != key) continue;
            const std::size_t weight = isShouted(form) ? 1 : count + 1;
            if (weight > most) {
                most = weight;
                entity.name = form;
            }
        }
        for (const auto& [form, count] : forms) {
            if (entity.name.empty() || (most == 0 && form.size() > entity.name.size())) entity.name = form;
        }
        for (const auto& [form, count] : forms)
            if (form != entity.name) entity.aliases.push_back(form);
    }

    const Document& m_document;
    const Words& m_words;
    const Ontology& m_ontology;
    const Lexicons& m_lexicons;
    Candidates m_found;
    std::vector<Cluster> m_clusters;
    std::map<std::string, std::size_t> m_byKey;
    std::map<std::string, std::size_t> m_surnames; // of one person only -> that person's cluster
};

} // namespace

NameReading findNames(const Document& document, const Reading& reading, const Ontology& ontology,
                      const Lexicons& lexicons)
{
    const Words words = splitWords(document, reading, lexicons);
    return NameFinder(document, words, ontology, lexicons).find();
}

} // namespace skein
