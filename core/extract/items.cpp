// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/items.h"

#include <algorithm>
#include <string>

namespace skein {
namespace {

bool isWordCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

// The word as patterns write it: lower case; typographic quotes and dashes as plain ones.
std::string folded(std::string_view word)
{
    if (word == "—" || word == "–" || word == "--" || word == "-" || word == "―")
        return "--";
    if (word == "“" || word == "”" || word == "\"" || word == "``" || word == "''" || word == "„" || word == "«" || word == "»")
        return "\"\"";
    std::string lower;
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (word.substr(i).starts_with("’")) {
            lower += '\'';
            i += 2;
        } else {
            lower += word[i] >= 'A' && word[i] <= 'Z' ? static_cast<char>(word[i] + 32) : word[i];
        }
    }
    return lower;
}

bool isPossessiveMark(std::string_view word)
{
    return word == "'s" || word == "’s" || word == "'" || word == "’";
}

bool isPossessivePronoun(std::string_view word)
{
    static constexpr std::string_view pronouns[] = {"its", "his", "her", "their", "whose", "my", "our", "your"};
    return std::ranges::find(pronouns, word) != std::end(pronouns);
}

// Names that may stand in one list: people with people, makers with what they make.
int listClass(std::string_view type)
{
    if (type == "person")
        return 1;
    if (type == "place")
        return 2;
    return type == "organization" || type == "product" || type == "technology" || type == "work" ? 3 : 4;
}

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
        if (!isWord(i))
            return false;
        return m_words.is(m_items[i].word, WordClass::adverb) || m_words.is(m_items[i].word, WordClass::hearsay) ||
               (m_tagged && m_tags[i] == Upos::adv && !m_words.is(m_items[i].word, WordClass::subordinator));
    }

    // Before a noun, what looks like a verb is none: "the leads", "Ann's plans", "a leading".
    bool followsDeterminer(std::size_t i) const
    {
        while (i > 0 && isAdverb(i - 1)) // "the newly restructured"
            --i;
        if (i == 0)
            return false;
        const Item& before = m_items[i - 1];
        return (before.kind == ItemKind::entity && before.possessive) ||
               (before.kind == ItemKind::word && m_words.is(before.word, WordClass::determiner));
    }

    bool mayBeVerb(std::size_t i, bool inGroup) const
    {
        if (!isWord(i) || m_words.readings(m_items[i].word).empty())
            return false;
        std::uint8_t forms = 0;
        for (const VerbReading& reading : m_words.readings(m_items[i].word))
            forms |= reading.forms;
        const bool isPlain = (forms & ~(baseForm | thirdForm)) == 0;
        if (followsDeterminer(i) && !inGroup)
            return false;
        if (m_tagged) {
            if (m_tags[i] == Upos::verb || m_tags[i] == Upos::aux)
                return true;
            if (isPlain) // "A performs well", where the tagger takes the verb for a noun
                return (forms & thirdForm) != 0 && m_tags[i] == Upos::noun && i > 0 && m_items[i - 1].kind == ItemKind::entity &&
                       !m_items[i - 1].possessive && i + 1 < m_items.size() && (m_tags[i + 1] == Upos::adv || m_tags[i + 1] == Upos::det);
            return !isPlain && (m_tags[i] == Upos::adj || (inGroup && (m_tags[i] == Upos::noun || m_tags[i] == Upos::propn)));
        }
        if (!isPlain || inGroup)
            return true;
        if ((forms & thirdForm) == 0 && !(i > 0 && (m_items[i - 1].kind == ItemKind::entity || is(i - 1, WordClass::pronoun) ||
                                                    is(i - 1, WordClass::relative))))
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
                if (followsDeterminer(at) && lastAuxiliary == npos)
                    return i;
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
                if (!sawAuxiliary)
                    m_group.infinitive = true;
                sawBe = sawHave = false;
                ++at;
            } else if (mayBeVerb(at, sawAuxiliary || sawTo)) {
                const std::vector<VerbReading>& readings = m_words.readings(word);
                if (std::size_t next = governed(at, readings); next != at) {
                    if (!sawAuxiliary && !sawTo)
                        m_group.finite = true;
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
        if (lastAuxiliary == npos)
            return i;
        const std::vector<VerbReading>& readings = m_words.readings(m_items[lastAuxiliary].word);
        if (readings.empty() && m_group.readings.empty())
            return i; // "will" alone
        m_group.readings = readings; // "is", "had": the auxiliary is the main verb
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
        return m_words.is(word, WordClass::be) || m_words.is(word, WordClass::have) || m_words.is(word, WordClass::doing) ||
               m_words.is(word, WordClass::willing) || m_words.is(word, WordClass::maybe);
    }

    // Whether only adverbs and auxiliaries stand between `i` and a verb.
    bool leadsToVerb(std::size_t i) const
    {
        for (std::size_t at = i + 1; at < m_items.size() && at < i + 5; ++at) {
            if (!isWord(at))
                return false;
            if (isAuxiliary(m_items[at].word))
                return true;
            if (!m_words.readings(m_items[at].word).empty())
                return true;
            if (!isAdverb(at) && !m_words.is(m_items[at].word, WordClass::negation) && m_items[at].word != m_words.find("to"))
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
            if (!plans && !doubts && !refuses && !m_words.is(reading.lemma, VerbClass::carrying))
                continue;
            std::size_t next = at + 1;
            while (next < m_items.size() && isAdverb(next))
                ++next;
            const bool isTo = isWord(next) && m_items[next].word == m_words.find("to") && leadsToVerb(next);
            bool isGerund = false;
            if (isWord(next)) {
                for (const VerbReading& other : m_words.readings(m_items[next].word))
                    isGerund = isGerund || (other.forms & ingForm) != 0;
            }
            if (!isTo && !isGerund)
                continue;
            if (plans)
                raise(Modality::planned);
            if (doubts)
                raise(Modality::possible);
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
        if (sawHave && (forms & participleForm) == 0)
            m_group.passive = false;
    }

    static constexpr std::size_t npos = static_cast<std::size_t>(-1);

    std::vector<Item>& m_items;
    const std::vector<Upos>& m_tags;
    const Vocabulary& m_words;
    bool m_tagged;
    VerbGroup m_group;
};

// Joins the members of lists ("A, B, and C") into one item each.
class ListReader {
public:
    ListReader(std::vector<Item>& items, const Surroundings& around) : m_items(items), m_around(around) {}

    void join()
    {
        const Vocabulary& words = m_around.vocabulary;
        m_comma = words.find(",");
        for (std::size_t i = 0; i < m_items.size(); ++i) {
            std::vector<std::size_t> members = listAt(i);
            if (members.size() < 2)
                continue;
            const bool verbFollows = members.back() + 1 < m_items.size() && m_items[members.back() + 1].kind == ItemKind::verb &&
                                     m_items[members.back() + 1].verb.finite;
            if (verbFollows && i > 0) {
                std::size_t before = i - 1;
                if (before > 0 && is(before, WordClass::determiner))
                    --before;
                if (m_items[before].kind == ItemKind::verb) {
                    members.pop_back(); // "bought A and B sold": B begins a new clause
                } else if (is(before, WordClass::preposition) && m_items[i + 1].word == m_comma && m_comma != 0) {
                    continue; // "according to A, B and C sold": the list begins behind the comma
                }
                if (members.size() < 2)
                    continue;
            }
            for (std::size_t m = 1; m < members.size(); ++m)
                m_items[i].members.insert(m_items[i].members.end(), m_items[members[m]].members.begin(),
                                          m_items[members[m]].members.end());
            m_items[i].possessive = m_items[members.back()].possessive;
            m_items[i].span.end = m_items[members.back()].span.end;
            m_items.erase(m_items.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                          m_items.begin() + static_cast<std::ptrdiff_t>(members.back()) + 1);
        }
    }

private:
    bool is(std::size_t i, WordClass c) const
    {
        return i < m_items.size() && m_items[i].kind == ItemKind::word && m_around.vocabulary.is(m_items[i].word, c);
    }

    int classOf(const Item& item) const { return listClass(m_around.names.entities[item.members.front().entity].type); }

    // The places of the members of the list that begins at `i`; its last two are joined by a conjunction.
    std::vector<std::size_t> listAt(std::size_t i) const
    {
        std::vector<std::size_t> members;
        if (m_items[i].kind != ItemKind::entity || m_items[i].possessive)
            return members;
        members.push_back(i);
        std::size_t closed = 1;
        for (std::size_t at = i + 1; at < m_items.size();) {
            bool isConjunction = false;
            const std::size_t from = at;
            if (m_items[at].kind == ItemKind::punctuation && m_items[at].word == m_comma && m_comma != 0)
                ++at;
            if (is(at, WordClass::conjunction) && m_items[at].word != m_around.vocabulary.find("but")) {
                isConjunction = true;
                ++at;
            }
            if (at == from)
                break;
            if (is(at, WordClass::determiner))
                ++at;
            if (at >= m_items.size() || m_items[at].kind != ItemKind::entity || classOf(m_items[at]) != classOf(m_items[i]))
                break;
            members.push_back(at);
            if (isConjunction)
                closed = members.size();
            if (m_items[at].possessive)
                break;
            ++at;
            if (isConjunction && !(at < m_items.size() && is(at, WordClass::conjunction)))
                break;
        }
        members.resize(closed);
        return members;
    }

    std::vector<Item>& m_items;
    const Surroundings& m_around;
    WordId m_comma = 0;
};

} // namespace

bool VerbGroup::has(WordId lemma, std::uint8_t forms) const
{
    return std::ranges::any_of(readings, [&](const VerbReading& r) { return r.lemma == lemma && (r.forms & forms) != 0; });
}

ItemMaker::ItemMaker(const Surroundings& around) : m_around(around)
{
    // Names first, outermost ones; then what refers without naming, where no name stands.
    const std::vector<Mention>& mentions = around.names.mentions;
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < mentions.size(); ++i)
        order.push_back(i);
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        const bool nameA = mentions[a].kind == MentionKind::name;
        const bool nameB = mentions[b].kind == MentionKind::name;
        if (nameA != nameB)
            return nameA;
        if (mentions[a].span.begin != mentions[b].span.begin)
            return mentions[a].span.begin < mentions[b].span.begin;
        return mentions[a].span.end > mentions[b].span.end;
    });
    std::vector<std::pair<Span, std::size_t>> names;
    std::vector<std::pair<Span, std::size_t>> others;
    for (std::size_t i : order) {
        const Span span = mentions[i].span;
        if (mentions[i].kind == MentionKind::name) {
            if (names.empty() || !names.back().first.overlaps(span))
                names.emplace_back(span, i);
            continue;
        }
        auto next = std::ranges::lower_bound(names, span, {}, [](const auto& entry) { return entry.first; });
        const bool taken = (next != names.end() && next->first.overlaps(span)) ||
                           (next != names.begin() && std::prev(next)->first.overlaps(span)) ||
                           (!others.empty() && others.back().first.overlaps(span));
        if (!taken)
            others.emplace_back(span, i);
    }
    m_mentions.resize(names.size() + others.size());
    std::ranges::merge(names, others, m_mentions.begin());
}

std::vector<Item> ItemMaker::itemsOf(const Sentence& sentence)
{
    std::vector<Item> items = singles(sentence);
    ListReader(items, m_around).join();
    return items;
}

bool ItemMaker::isTaken(Span span) const
{
    for (std::size_t i = m_nextMention; i < m_mentions.size() && m_mentions[i].first.begin < span.end; ++i) {
        if (m_mentions[i].first.overlaps(span))
            return true;
    }
    for (std::size_t i = m_nextTime; i < m_around.times.size() && m_around.times[i].span.begin < span.end; ++i) {
        if (m_around.times[i].span.overlaps(span))
            return true;
    }
    return false;
}

std::vector<Item> ItemMaker::singles(const Sentence& sentence)
{
    const std::string_view text = m_around.document.text;
    const std::vector<Token>& tokens = m_around.reading.tokens;
    const Vocabulary& words = m_around.vocabulary;
    std::vector<Item> items;
    std::vector<Upos> tags;
    for (std::uint32_t t = sentence.firstToken; t < sentence.lastToken;) {
        const Span span = tokens[t].span;
        const std::string_view word = textOf(text, span);
        Item item;
        item.span = span;
        while (m_nextMention < m_mentions.size() && m_mentions[m_nextMention].first.end <= span.begin)
            ++m_nextMention;
        while (m_nextTime < m_around.times.size() && m_around.times[m_nextTime].span.end <= span.begin)
            ++m_nextTime;
        tags.push_back(tokens[t].upos);
        std::uint32_t end = span.end;
        if (m_nextMention < m_mentions.size() && m_mentions[m_nextMention].first.overlaps(span)) {
            const Mention& mention = m_around.names.mentions[m_mentions[m_nextMention].second];
            item.kind = ItemKind::entity;
            item.span = mention.span;
            item.members = {{mention.entity, mention.kind, mention.span}};
            end = mention.span.end;
            item.possessive = mention.kind == MentionKind::pronoun && isPossessivePronoun(folded(textOf(text, mention.span)));
            if (item.possessive) // patterns may ask for "its"
                item.word = words.find(folded(textOf(text, mention.span)));
            const std::string_view mentioned = textOf(text, mention.span);
            item.possessive = item.possessive || mentioned.ends_with("'s") || mentioned.ends_with("’s");
        } else if (m_nextTime < m_around.times.size() && m_around.times[m_nextTime].span.overlaps(span)) {
            const TimeExpression& time = m_around.times[m_nextTime];
            item.kind = ItemKind::value;
            item.span = time.span;
            item.value = time.type == "duration" ? ValueKind::duration : time.type == "set" ? ValueKind::number : ValueKind::date;
            item.time = m_nextTime;
            end = time.span.end;
        } else if (std::optional<Value> value = valueAt(text, span.begin, sentence.span.end); value && value->end >= span.end) {
            item.kind = ItemKind::value;
            item.value = value->kind;
            item.span.end = value->end;
            end = value->end;
            item.nounLike = value->kind == ValueKind::number || value->kind == ValueKind::ordinal;
        } else {
            // "co-founder", "wholly-owned": one word, however it was cut into tokens.
            while (t + 2 < sentence.lastToken && textOf(text, tokens[t + 1].span) == "-" && tokens[t + 1].span.begin == end &&
                   tokens[t + 2].span.begin == tokens[t + 1].span.end && isWordCharacter(word.front()) && !isTaken(tokens[t + 2].span)) {
                end = tokens[t + 2].span.end;
                t += 2;
            }
            item.span.end = end;
            item.word = words.find(folded(textOf(text, item.span)));
            item.capital = word.front() >= 'A' && word.front() <= 'Z';
            if (!std::ranges::any_of(word, isWordCharacter) || word == "—" || word == "–" || word == "“" || word == "”" ||
                word == "’" || word == "‘" || word == "…")
                item.kind = ItemKind::punctuation;
        }
        ++t;
        while (t < sentence.lastToken && tokens[t].span.begin < end)
            ++t;
        const bool isPronoun = !item.members.empty() && item.members.front().kind == MentionKind::pronoun; // "he's" is "he is"
        if (item.kind == ItemKind::entity && !isPronoun && t < sentence.lastToken && tokens[t].span.begin == end &&
            isPossessiveMark(textOf(text, tokens[t].span))) {
            item.possessive = true;
            item.span.end = tokens[t].span.end;
            ++t;
        }
        items.push_back(std::move(item));
    }
    items = VerbReader(items, tags, m_around).collapse();
    for (Item& item : items) {
        if (item.kind != ItemKind::word)
            continue;
        item.nounLike = !words.is(item.word, WordClass::preposition) && !words.is(item.word, WordClass::subordinator) &&
                        !words.is(item.word, WordClass::conjunction) && !words.is(item.word, WordClass::negation) &&
                        !words.is(item.word, WordClass::relative) && !words.is(item.word, WordClass::pronoun) &&
                        !words.is(item.word, WordClass::condition) && item.word != words.find("to");
    }
    return items;
}

} // namespace skein
