// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/items.h"

#include "core/extract/item-groups.h"
#include "core/extract/relatives.h"

#include <algorithm>
#include <string>
#include <utility>

namespace skein {
namespace {

bool isWordCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80;
}

// The word as patterns write it: lower case; typographic quotes and dashes as plain ones.
std::string folded(std::string_view word)
{
    if (word == "—" || word == "–" || word == "--" || word == "-" || word == "―") return "--";
    if (word == "“" || word == "”" || word == "\"" || word == "``" || word == "''" || word == "„" || word == "«" ||
        word == "»")
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

// Whom a pronoun of the first person means; absent for any other word.
const std::optional<Member>& speakerFor(std::string_view word, const FirstPerson& speaker)
{
    static const std::optional<Member> nobody;
    if (word == "I" || word == "me" || word == "my" || word == "My") return speaker.one;
    if (word == "we" || word == "We" || word == "us" || word == "our" || word == "Our") return speaker.several;
    return nobody;
}

} // namespace

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
        if (nameA != nameB) return nameA;
        if (mentions[a].span.begin != mentions[b].span.begin) return mentions[a].span.begin < mentions[b].span.begin;
        return mentions[a].span.end > mentions[b].span.end;
    });
    std::vector<std::pair<Span, std::size_t>> names;
    std::vector<std::pair<Span, std::size_t>> others;
    for (std::size_t i : order) {
        const Span span = mentions[i].span;
        if (mentions[i].kind == MentionKind::name) {
            if (names.empty() || !names.back().first.overlaps(span)) names.emplace_back(span, i);
            continue;
        }
        auto next = std::ranges::lower_bound(names, span, {}, [](const auto& entry) { return entry.first; });
        // Relative pronouns stay words: clauses and patterns ask for them.
        if (mentions[i].kind == MentionKind::pronoun && isRelative(textOf(around.document.text, span))) continue;
        const bool taken = (next != names.end() && next->first.overlaps(span)) ||
                           (next != names.begin() && std::prev(next)->first.overlaps(span)) ||
                           (!others.empty() && others.back().first.overlaps(span));
        if (!taken) others.emplace_back(span, i);
    }
    m_mentions.resize(names.size() + others.size());
    std::ranges::merge(names, others, m_mentions.begin());
}

std::vector<Item> ItemMaker::itemsOf(const Sentence& sentence, const FirstPerson& speaker)
{
    while (m_nextMention > 0 && m_mentions[m_nextMention - 1].first.end > sentence.span.begin)
        --m_nextMention;
    while (m_nextTime > 0 && m_around.times[m_nextTime - 1].span.end > sentence.span.begin)
        --m_nextTime;
    std::vector<Item> items = singles(sentence, speaker);
    joinLists(items, m_around);
    return items;
}

bool ItemMaker::isTaken(Span span) const
{
    for (std::size_t i = m_nextMention; i < m_mentions.size() && m_mentions[i].first.begin < span.end; ++i) {
        if (m_mentions[i].first.overlaps(span)) return true;
    }
    for (std::size_t i = m_nextTime; i < m_around.times.size() && m_around.times[i].span.begin < span.end; ++i) {
        if (m_around.times[i].span.overlaps(span)) return true;
    }
    return false;
}

std::vector<Item> ItemMaker::singles(const Sentence& sentence, const FirstPerson& speaker)
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
            item.members = {{mention.entity, mention.kind, mention.span, mention.probability}};
            end = mention.span.end;
            item.possessive =
                mention.kind == MentionKind::pronoun && isPossessivePronoun(folded(textOf(text, mention.span)));
            if (item.possessive) // patterns may ask for "its"
                item.word = words.find(folded(textOf(text, mention.span)));
            const std::string_view mentioned = textOf(text, mention.span);
            item.possessive = item.possessive || mentioned.ends_with("'s") || mentioned.ends_with("’s");
        } else if (const std::optional<Member>& who = speakerFor(word, speaker); who && speaker.where.contains(span)) {
            item.kind = ItemKind::entity;
            item.members = {*who};
            item.members.front().span = span;
            item.possessive = isPossessivePronoun(folded(word));
            if (item.possessive) item.word = words.find(folded(word));
        } else if (m_nextTime < m_around.times.size() && m_around.times[m_nextTime].span.overlaps(span)) {
            const TimeExpression& time = m_around.times[m_nextTime];
            item.kind = ItemKind::value;
            item.span = time.span;
            item.value = time.type == "duration" ? ValueKind::duration
                         : time.type == "set"    ? ValueKind::number
                                                 : ValueKind::date;
            item.time = m_nextTime;
            end = time.span.end;
        } else if (std::optional<Value> value = valueAt(text, span.begin, sentence.span.end);
                   value && value->end >= span.end) {
            item.kind = ItemKind::value;
            item.value = value->kind;
            item.span.end = value->end;
            end = value->end;
            item.nounLike = value->kind == ValueKind::number || value->kind == ValueKind::ordinal;
        } else {
            // "co-founder", "wholly-owned": one word, however it was cut into tokens.
            while (t + 2 < sentence.lastToken && textOf(text, tokens[t + 1].span) == "-" &&
                   tokens[t + 1].span.begin == end && tokens[t + 2].span.begin == tokens[t + 1].span.end &&
                   isWordCharacter(word.front()) && !isTaken(tokens[t + 2].span)) {
                end = tokens[t + 2].span.end;
                t += 2;
            }
            item.span.end = end;
            item.word = words.find(folded(textOf(text, item.span)));
            item.capital = word.front() >= 'A' && word.front() <= 'Z';
            if (!std::ranges::any_of(word, isWordCharacter) || word == "—" || word == "–" || word == "“" ||
                word == "”" || word == "’" || word == "‘" || word == "…")
                item.kind = ItemKind::punctuation;
        }
        ++t;
        while (t < sentence.lastToken && tokens[t].span.begin < end)
            ++t;
        const bool isPronoun =
            !item.members.empty() && item.members.front().kind == MentionKind::pronoun; // "he's" is "he is"
        if (item.kind == ItemKind::entity && !isPronoun && t < sentence.lastToken && tokens[t].span.begin == end &&
            isPossessiveMark(textOf(text, tokens[t].span))) {
            item.possessive = true;
            item.span.end = tokens[t].span.end;
            ++t;
        }
        items.push_back(std::move(item));
    }
    items = groupVerbs(std::move(items), tags, m_around);
    for (Item& item : items) {
        if (item.kind != ItemKind::word) continue;
        item.nounLike = !words.is(item.word, WordClass::preposition) && !words.is(item.word, WordClass::subordinator) &&
                        !words.is(item.word, WordClass::conjunction) && !words.is(item.word, WordClass::negation) &&
                        !words.is(item.word, WordClass::relative) && !words.is(item.word, WordClass::pronoun) &&
                        !words.is(item.word, WordClass::condition) && item.word != words.find("to");
    }
    return items;
}

} // namespace skein
