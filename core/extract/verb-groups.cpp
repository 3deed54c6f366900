// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/item-groups.h"

#include <algorithm>
#include <utility>

namespace skein {
namespace {

// Reads verb groups out of the items of a sentence.
class VerbReader {
public:
    VerbReader(std::vector<Item>& items, const std::vector<Upos>& tags, const Surroundings& around)
        : m_items(items), m_tags(tags), m_words(around.vocabulary), m_tagged(around.tagged)
    {
    }

    std::vector<Item> collapse()
    {
        std::vector<Item> result;
        for (std::size_t i = 0; i < m_items.size();) {
            if (std::size_t end = groupAt(i); end != i) {
                Item item;
                item.kind = ItemKind::verb;
                item.span = {m_items[i].span.begin, m_items[end - 1].span.end};
                item.verb = m_group;
                result.push_back(std::move(item));
                i = end;
            } else {
                result.push_back(std::move(m_items[i]));
                ++i;
            }
        }
        return result;
    }

private:
    bool isWord(std::size_t i) const { return i < m_items.size() && m_items[i].kind == ItemKind::word; }
    bool is(std::size_t i, WordClass c) const { return isWord(i) && m_words.is(m_items[i].word, c); }

    bool isAdverb(std::size_t i) const
    {
        if (!isWord(i)) return false;
        return m_words.is(m_items[i].word, WordClass::adverb) || m_words.is(m_items[i].word, WordClass::hearsay) ||
               (m_tagged && m_tags[i] == Upos::adv && !m_words.is(m_items[i].word, WordClass::subordinator));
    }

    // Before a noun, what looks like a verb is none: "the leads", "Ann's plans", "a leading".
    bool followsDeterminer(std::size_t i) const
    {
        while (i > 0 && isAdverb(i - 1)) // "the newly restructured"
            --i;
        if (i == 0) return false;
        const Item& before = m_items[i - 1];
        return (before.kind == ItemKind::entity && before.possessive) ||
               (before.kind == ItemKind::word && m_words.is(before.word, WordClass::determiner));
    }

    // "A claims that …"
    bool opensStatement(std::size_t i) const
    {
        return m_items[i + 1].kind == ItemKind::word && m_items[i + 1].word == m_words.find("that") &&
               std::ranges::any_of(m_words.readings(m_items[i].word), [&](const VerbReading& reading) {
                   return m_words.is(reading.lemma, VerbClass::reporting);
               });
    }

    bool mayBeVerb(std::size_t i, bool inGroup) const
    {
        if (!isWord(i) || m_words.readings(m_items[i].word).empty()) return false;
        std::uint8_t forms = 0;
        for (const VerbReading& reading : m_words.readings(m_items[i].word))
            forms |= reading.forms;
        const bool isPlain = (forms & ~(baseForm | thirdForm)) == 0;
        if (followsDeterminer(i) && !inGroup) return false;
        if (m_tagged) {
            if (m_tags[i] == Upos::verb || m_tags[i] == Upos::aux) return true;
            if (isPlain && inGroup && m_tags[i] == Upos::adj) return true; // "hopes to open-source it"
            if (isPlain) // "A performs well", where the tagger takes the verb for a noun
                return (forms & thirdForm) != 0 && m_tags[i] == Upos::noun && i > 0 &&
                       m_items[i - 1].kind == ItemKind::entity && !m_items[i - 1].possessive &&
                       i + 1 < m_items.size() &&
                       (m_tags[i + 1] == Upos::adv || m_tags[i + 1] == Upos::det || opensStatement(i));
            return !isPlain &&
                   (m_tags[i] == Upos::adj || (inGroup && (m_tags[i] == Upos::noun || m_tags[i] == Upos::propn)));
        }
        if (!isPlain || inGroup) return true;
        if ((forms & thirdForm) == 0 && !(i > 0 && (m_items[i - 1].kind == ItemKind::entity ||
                                                    is(i - 1, WordClass::pronoun) || is(i - 1, WordClass::relative))))
            return false; // a bare base form needs a subject in sight
        return i > 0 && !is(i - 1, WordClass::preposition);
    }

    // The item behind the verb group that begins at `i`, which m_group then describes; `i` when none does.
    std::size_t groupAt(std::size_t i)
    {
        m_group = {};
        std::size_t at = i;
        std::size_t lastAuxiliary = npos;
        bool sawBe = false;
        bool sawHave = false;
        bool sawAuxiliary = false;
        bool sawTo = false;
        while (isWord(at)) {
            const WordId word = m_items[at].word;
            if (m_words.is(word, WordClass::negation) && (sawAuxiliary || sawTo || leadsToVerb(at))) {
                m_group.negated = true;
                ++at;
            } else if (isAuxiliary(word) && !(sawTo && m_words.is(word, WordClass::willing))) {
                if (followsDeterminer(at) && lastAuxiliary == npos) return i;
                noteModality(word);
                sawBe = m_words.is(word, WordClass::be);
                sawHave = m_words.is(word, WordClass::have);
                sawAuxiliary = true;
                m_group.finite = m_group.finite || !sawTo;
                lastAuxiliary = at++;
            } else if (isAdverb(at)) {
                if (m_words.is(word, WordClass::hearsay))
                    m_group.modality = std::max(m_group.modality, Modality::reported);
                ++at;
            } else if (word != 0 && word == m_words.find("to") && leadsToVerb(at)) {
                sawTo = true;
                if (sawBe) // "is to open"
                    raise(Modality::planned);
                if (!sawAuxiliary) m_group.infinitive = true;
                sawBe = sawHave = false;
                ++at;
            } else if (mayBeVerb(at, sawAuxiliary || sawTo)) {
                const std::vector<VerbReading>& readings = m_words.readings(word);
                if (std::size_t next = governed(at, readings); next != at) {
                    if (!sawAuxiliary && !sawTo) m_group.finite = true;
                    sawAuxiliary = true;
                    sawBe = sawHave = false;
                    at = next;
                    continue;
                }
                m_group.readings = readings;
                m_group.main = m_items[at].span;
                finish(readings, sawBe, sawHave, sawAuxiliary, sawTo);
                return at + 1;
            } else {
                break;
            }
        }
        if (lastAuxiliary == npos) return i;
        const std::vector<VerbReading>& readings = m_words.readings(m_items[lastAuxiliary].word);
        if (readings.empty() && m_group.readings.empty()) return i; // "will" alone
        m_group.readings = readings;                                // "is", "had": the auxiliary is the main verb
        m_group.main = m_items[lastAuxiliary].span;
        m_group.bare = false;
        // Adverbs behind it stay words, but a negation belongs to it.
        std::size_t end = lastAuxiliary + 1;
        while (end < at && (m_words.is(m_items[end].word, WordClass::negation) || isAdverb(end)))
            ++end;
        return end;
    }

    bool isAuxiliary(WordId word) const
    {
        return m_words.is(word, WordClass::be) || m_words.is(word, WordClass::have) ||
               m_words.is(word, WordClass::doing) || m_words.is(word, WordClass::willing) ||
               m_words.is(word, WordClass::maybe);
    }

    // Whether only adverbs and auxiliaries stand between `i` and a verb.
    bool leadsToVerb(std::size_t i) const
    {
        for (std::size_t at = i + 1; at < m_items.size() && at < i + 5; ++at) {
            if (!isWord(at)) return false;
            if (isAuxiliary(m_items[at].word)) return true;
            if (!m_words.readings(m_items[at].word).empty()) return true;
            if (!isAdverb(at) && !m_words.is(m_items[at].word, WordClass::negation) &&
                m_items[at].word != m_words.find("to"))
                return false;
        }
        return false;
    }

    void raise(Modality modality) { m_group.modality = std::max(m_group.modality, modality); }

    void noteModality(WordId word)
    {
        if (m_words.is(word, WordClass::willing))
            raise(Modality::planned);
        else if (m_words.is(word, WordClass::maybe))
            raise(Modality::possible);
    }

    // A governing verb ("plans to buy", "considered buying"): the place of what it governs; `at` for other verbs.
    std::size_t governed(std::size_t at, const std::vector<VerbReading>& readings)
    {
        for (const VerbReading& reading : readings) {
            const bool plans = m_words.is(reading.lemma, VerbClass::planning);
            const bool doubts = m_words.is(reading.lemma, VerbClass::doubting);
            const bool refuses = m_words.is(reading.lemma, VerbClass::refusing);
            if (!plans && !doubts && !refuses && !m_words.is(reading.lemma, VerbClass::carrying)) continue;
            std::size_t next = at + 1;
            while (next < m_items.size() && isAdverb(next))
                ++next;
            const bool isTo = isWord(next) && m_items[next].word == m_words.find("to") && leadsToVerb(next);
            bool isGerund = false;
            if (isWord(next)) {
                for (const VerbReading& other : m_words.readings(m_items[next].word))
                    isGerund = isGerund || (other.forms & ingForm) != 0;
            }
            if (!isTo && !isGerund) continue;
            if (plans) raise(Modality::planned);
            if (doubts) raise(Modality::possible);
            m_group.negated = m_group.negated || refuses;
            return isTo ? next + 1 : next;
        }
        return at;
    }

    void finish(const std::vector<VerbReading>& readings, bool sawBe, bool sawHave, bool sawAuxiliary, bool sawTo)
    {
        std::uint8_t forms = 0;
        for (const VerbReading& reading : readings)
            forms |= reading.forms;
        m_group.bare = !sawAuxiliary && !sawTo;
        m_group.passive = sawBe && (forms & participleForm) != 0;
        m_group.progressive = sawBe && (forms & ingForm) != 0;
        m_group.finite = m_group.finite || (m_group.bare && (forms & (thirdForm | pastForm | baseForm)) != 0);
        if (sawHave && (forms & participleForm) == 0) m_group.passive = false;
    }

    static constexpr std::size_t npos = static_cast<std::size_t>(-1);

    std::vector<Item>& m_items;
    const std::vector<Upos>& m_tags;
    const Vocabulary& m_words;
    bool m_tagged;
    VerbGroup m_group;
};

} // namespace

bool VerbGroup::has(WordId lemma, std::uint8_t forms) const
{
    return std::ranges::any_of(readings,
                               [&](const VerbReading& r) { return r.lemma == lemma && (r.forms & forms) != 0; });
}

std::vector<Item> groupVerbs(std::vector<Item> items, const std::vector<Upos>& tags, const Surroundings& around)
{
    return VerbReader(items, tags, around).collapse();
}

} // namespace skein
