// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/clauses.h"

#include <algorithm>

namespace skein {
namespace {

constexpr std::size_t maxDistance = 8; // items between a clause and the date behind it

class Speech {
public:
    Speech(const std::vector<Item>& items, const Subjects& subjects, const Vocabulary& words)
        : m_items(items), m_subjects(subjects), m_words(words), m_comma(words.find(",")), m_quote(words.find("\"\"")),
          m_colon(words.find(":")), m_that(words.find("that")), m_stop(words.find(".")),
          m_according(words.find("according")), m_dash(words.find("--")), m_what(words.find("what"))
    {
    }

    std::vector<Attribution> all() const
    {
        std::vector<Attribution> found;
        for (std::size_t i = 0; i < m_items.size(); ++i) {
            if (m_items[i].kind == ItemKind::verb && isReporting(i)) {
                if (std::optional<Attribution> attribution = reportedBy(i)) found.push_back(*attribution);
            } else if (isWord(i, m_according) && i + 2 < m_items.size()) {
                found.push_back(accordingTo(i));
            }
        }
        return found;
    }

private:
    bool isWord(std::size_t i, WordId word) const
    {
        return i < m_items.size() && word != 0 && m_items[i].word == word &&
               (m_items[i].kind == ItemKind::word || m_items[i].kind == ItemKind::punctuation);
    }

    bool isReporting(std::size_t i) const
    {
        return std::ranges::any_of(m_items[i].verb.readings, [&](const VerbReading& reading) {
            return m_words.is(reading.lemma, VerbClass::reporting);
        });
    }

    std::size_t sentenceEnd() const
    {
        std::size_t end = m_items.size();
        while (end > 0 && m_items[end - 1].kind == ItemKind::punctuation)
            --end;
        return end;
    }

    // The end of the quotation that begins at `open`, or the end of the sentence.
    std::size_t quoteEnd(std::size_t open) const
    {
        for (std::size_t i = open + 1; i < m_items.size(); ++i) {
            if (isWord(i, m_quote)) return i;
        }
        return sentenceEnd();
    }

    std::optional<std::size_t> entityAt(std::size_t i) const
    {
        return i < m_items.size() && m_items[i].kind == ItemKind::entity && !m_items[i].possessive ? std::optional(i)
                                                                                                   : std::nullopt;
    }

    std::optional<Attribution> reportedBy(std::size_t verb) const
    {
        Attribution result;
        result.verb = verb;
        if (m_items[verb].verb.passive) return std::nullopt;
        result.speaker = m_subjects.of(verb);
        result.denied =
            m_items[verb].verb.negated || std::ranges::any_of(m_items[verb].verb.readings, [&](const VerbReading& r) {
                return m_words.is(r.lemma, VerbClass::refusing);
            });
        if (!result.speaker) result.speaker = ownerOfVoice(verb);
        if (!result.speaker && m_items[verb].verb.bare) // "ran a piece titled", "wrote a manifesto declaring"
            result.speaker = authorOfVoice(verb);
        // What is said before its verb: '"…," Ann said', '"…," said Ann', "…, Ann said".
        std::size_t cut = verb;
        if (result.speaker && *result.speaker + 1 == verb) cut = m_subjects.phraseStart(*result.speaker);
        const bool inverted = cut > 0 && (isWord(cut - 1, m_comma) || isWord(cut - 1, m_quote)) && cut == verb;
        if (inverted) {
            std::size_t name = verb + 1;
            while (name < m_items.size() && m_items[name].kind == ItemKind::word && m_items[name].nounLike)
                ++name;
            result.speaker = entityAt(name) ? entityAt(name) : result.speaker;
        }
        const bool afterQuote = cut > 0 && isWord(cut - 1, m_quote);
        const bool afterComma = cut > 1 && isWord(cut - 1, m_comma);
        if (afterQuote || (afterComma && (result.speaker || inverted) && endsAt(inverted ? verb + 1 : verb))) {
            result.begin = 0;
            result.end = cut - 1;
            result.quoted = afterQuote;
            if (afterQuote) {
                while (result.end > 0 && !isWord(result.end - 1, m_quote))
                    --result.end;
                result.begin = result.end;
                result.end = cut - 1;
            }
            return result.begin < result.end ? std::optional(result) : std::nullopt;
        }
        // What is said behind its verb: that-clauses, bare clauses, quotations, "X told Y that".
        std::size_t at = verb + 1;
        if (const std::size_t colon = introductionEnd(verb)) {
            result.quoted = isWord(colon + 1, m_quote);
            result.begin = result.quoted ? colon + 2 : colon + 1;
            result.end = result.quoted ? quoteEnd(colon + 1) : sentenceEnd();
            return result.begin < result.end ? std::optional(result) : std::nullopt;
        }
        for (std::size_t i = at; i < m_items.size() && i < verb + 8; ++i) {
            if (m_items[i].kind == ItemKind::verb) break;
            if (isWord(i, m_that) || isWord(i, m_quote)) {
                result.begin = i + 1;
                result.quoted = isWord(i, m_quote);
                result.end = result.quoted ? quoteEnd(i) : sentenceEnd();
                return result.begin < result.end ? std::optional(result) : std::nullopt;
            }
            if (isWord(i, m_comma) && isWord(i + 1, m_that)) continue; // "announced on 6 April, that …"
            if (isWord(i, m_comma) || isWord(i, m_stop)) break;
        }
        // A bare clause has a predicate of its own, with a subject in front of it. What begins with a preposition or
        // "what" is an object of the verb, but for the day ("said on Tuesday it would") and the hearer ("told him it").
        if (const std::size_t day = isPreposition(at) ? at + 1 : at; isDate(day))
            at = isWord(day + 1, m_comma) ? day + 2 : day + 1;
        else if (isHearer(at))
            ++at;
        if (isPreposition(at) || isWord(at, m_what)) return std::nullopt;
        for (std::size_t i = at; i < m_items.size(); ++i) {
            if (isWord(i, m_comma)) // "wrote a piece in A, and …": an object, not a clause
                break;
            if (m_items[i].kind != ItemKind::verb) continue;
            if (!m_items[i].verb.finite || i == at) break;
            if (std::optional<std::size_t> subject = m_subjects.of(i); subject && *subject < verb) break;
            result.begin = at;
            result.end = sentenceEnd();
            return result;
        }
        return std::nullopt;
    }

    bool isPreposition(std::size_t i) const
    {
        return i < m_items.size() && m_items[i].kind == ItemKind::word &&
               m_words.is(m_items[i].word, WordClass::preposition);
    }

    bool isDate(std::size_t i) const
    {
        return i < m_items.size() && m_items[i].kind == ItemKind::value && m_items[i].value == ValueKind::date;
    }

    bool isHearer(std::size_t i) const
    {
        for (const std::string_view word : {"me", "us", "him", "them", "you"}) {
            if (isWord(i, m_words.find(word))) return true;
        }
        return false;
    }

    // The colon behind which the statement begins ("asked the question that everybody has: can …"), or 0. What lies
    // between it and the verb is a thing said or a clause about one, not the beginning of the statement.
    std::size_t introductionEnd(std::size_t verb) const
    {
        for (std::size_t i = verb + 1; i < m_items.size() && i < verb + 10; ++i) {
            if (isWord(i, m_colon)) return i;
            if (isWord(i, m_quote) || isWord(i, m_stop)) return 0;
            if (isWord(i, m_that)) { // of a noun: "the question that", "a simple thing that"
                const Item& before = m_items[i - 1];
                if (i < verb + 3 || before.kind != ItemKind::word || !before.nounLike ||
                    !hasDeterminer(verb + 1, i - 1))
                    return 0;
            } else if (m_items[i].kind == ItemKind::verb && m_items[i].verb.finite && !hasThat(verb + 1, i)) {
                return 0;
            }
        }
        return 0;
    }

    bool hasThat(std::size_t begin, std::size_t end) const
    {
        for (std::size_t i = begin; i < end; ++i) {
            if (isWord(i, m_that)) return true;
        }
        return false;
    }

    bool hasDeterminer(std::size_t begin, std::size_t end) const
    {
        for (std::size_t i = begin; i < end; ++i) {
            if (m_items[i].kind == ItemKind::word && m_words.is(m_items[i].word, WordClass::determiner)) return true;
        }
        return false;
    }

    // "Ann wrote a letter saying": Ann.
    std::optional<std::size_t> authorOfVoice(std::size_t verb) const
    {
        if (verb == 0 || m_items[verb - 1].kind != ItemKind::word ||
            !m_words.is(m_items[verb - 1].word, WordClass::voice))
            return std::nullopt;
        const std::optional<std::size_t> before = m_subjects.verbBefore(verb);
        return before && verb - *before < 8 ? m_subjects.of(*before) : std::nullopt;
    }

    // "Ann's statement says": Ann.
    std::optional<std::size_t> ownerOfVoice(std::size_t verb) const
    {
        if (verb == 0 || m_items[verb - 1].kind != ItemKind::word ||
            !m_words.is(m_items[verb - 1].word, WordClass::voice))
            return std::nullopt;
        for (std::size_t i = verb - 1; i-- > 0 && i + 6 > verb;) {
            if (m_items[i].kind == ItemKind::entity) return m_items[i].possessive ? std::optional(i) : std::nullopt;
            if (m_items[i].kind == ItemKind::verb || m_items[i].kind == ItemKind::punctuation) break;
        }
        return std::nullopt;
    }

    // Whether nothing but the speaker's name and titles stands between `from` and the end of the sentence.
    bool endsAt(std::size_t from) const
    {
        std::size_t left = 0;
        for (std::size_t i = from + 1; i < sentenceEnd(); ++i) {
            if (m_items[i].kind == ItemKind::verb || ++left > 12) return false;
        }
        return true;
    }

    Attribution accordingTo(std::size_t i) const
    {
        Attribution result;
        std::size_t name = i + 2; // behind "according to"
        while (name < m_items.size() && m_items[name].kind == ItemKind::word &&
               (m_items[name].nounLike || m_words.is(m_items[name].word, WordClass::determiner)))
            ++name;
        result.speaker = entityAt(name);
        if (!result.speaker && name < m_items.size() && m_items[name].kind == ItemKind::entity)
            result.speaker = name; // "according to Ann's spokesman"
        if (i == 0) {
            std::size_t comma = name;
            while (comma < m_items.size() && !isWord(comma, m_comma))
                ++comma;
            result.begin = std::min(comma + 1, m_items.size());
            result.end = sentenceEnd();
        } else {
            result.begin = 0;
            result.end = i;
        }
        return result;
    }

    const std::vector<Item>& m_items;
    const Subjects& m_subjects;
    const Vocabulary& m_words;
    WordId m_comma;
    WordId m_quote;
    WordId m_colon;
    WordId m_that;
    WordId m_stop;
    WordId m_according;
    WordId m_dash;
    WordId m_what;
};

} // namespace

std::vector<Attribution> attributionsOf(const std::vector<Item>& items, const Subjects& subjects,
                                        const Vocabulary& words)
{
    return Speech(items, subjects, words).all();
}

bool isConditional(const std::vector<Item>& items, const Vocabulary& words, std::size_t item)
{
    const WordId comma = words.find(",");
    for (std::size_t i = item; i-- > 0;) {
        if (items[i].kind == ItemKind::punctuation && (items[i].word == comma || items[i].word == words.find(";"))) {
            // A comma ends the condition when a new clause follows it, and only separates words otherwise.
            const bool clauseFollows = [&] {
                for (std::size_t j = i + 1; j <= item && j < items.size(); ++j) {
                    if (items[j].kind == ItemKind::entity) return true;
                }
                return false;
            }();
            if (clauseFollows) return false;
        }
        if (items[i].kind == ItemKind::word && words.is(items[i].word, WordClass::condition)) return true;
    }
    return false;
}

std::optional<ClauseDate> dateOf(const std::vector<Item>& items, const Vocabulary& words, ItemRange range,
                                 std::size_t trigger)
{
    const auto isDate = [&](std::size_t i) {
        return items[i].kind == ItemKind::value && items[i].value == ValueKind::date;
    };
    const auto [begin, end] = range;
    const auto isConjunction = [&](std::size_t i) {
        return items[i].kind == ItemKind::word && words.is(items[i].word, WordClass::conjunction);
    };
    // Whether the date opens the next clause: ", and in 2021 it bought C".
    const auto opensNext = [&](std::size_t date) {
        bool isApart = false;
        for (std::size_t i = end; i < date; ++i)
            isApart = isApart || isConjunction(i) || items[i].kind == ItemKind::punctuation;
        if (!isApart) return false;
        for (std::size_t i = date + 1; i < items.size(); ++i) {
            if (items[i].kind == ItemKind::verb && items[i].verb.finite) return i > date + 1;
            if (i > date + 1 && (items[i].kind == ItemKind::punctuation || isConjunction(i))) return false;
        }
        return false;
    };
    for (std::size_t i = trigger; i < end; ++i) {
        if (isDate(i)) return ClauseDate{i};
    }
    for (std::size_t i = end; i < items.size() && i < end + maxDistance; ++i) {
        if (isDate(i)) {
            if (opensNext(i)) break;
            return ClauseDate{i};
        }
        if (i + 1 < items.size() && isDate(i + 1) && items[i].kind == ItemKind::word) continue; // "since 2019"
        if (items[i].kind == ItemKind::verb && items[i].verb.finite) break;
        if (items[i].kind == ItemKind::word &&
            (words.is(items[i].word, WordClass::relative) || words.is(items[i].word, WordClass::subordinator)))
            break;
        if (items[i].kind == ItemKind::punctuation && items[i].word == words.find(";")) break;
    }
    // Between subject and verb: "A in 2019 bought B".
    const auto isBreak = [&](std::size_t i) {
        return items[i].kind == ItemKind::verb || items[i].kind == ItemKind::punctuation ||
               (items[i].kind == ItemKind::word && words.is(items[i].word, WordClass::conjunction));
    };
    for (std::size_t i = trigger; i-- > begin && !isBreak(i);) {
        if (isDate(i)) return ClauseDate{i};
    }
    // "until 2012, when A joined B"
    if (begin >= 3 && isDate(begin - 3) && items[begin - 1].kind == ItemKind::word &&
        items[begin - 1].word == words.find("when") && items[begin - 2].kind == ItemKind::punctuation)
        return ClauseDate{begin - 3, true};
    // Before: "In 2019, A bought B", "A in 2019 bought B", "The 2019 founding of B".
    std::size_t first = begin;
    while (first > 0 && begin - first < 4) {
        --first;
        if (isDate(first)) return ClauseDate{first};
        if (isBreak(first) || items[first].kind == ItemKind::entity) break;
    }
    for (std::size_t i = begin; i-- > 0 && begin - i < 6;) { // "…; on 8 April, the firm A bought B"
        if (items[i].kind == ItemKind::punctuation && items[i].word == words.find(",")) {
            if (i == 0 || !isDate(i - 1)) break;
            std::size_t start = i - 1;
            if (start > 0 && items[start - 1].kind == ItemKind::word &&
                words.is(items[start - 1].word, WordClass::preposition))
                --start;
            const bool opens =
                start == 0 || items[start - 1].kind == ItemKind::punctuation ||
                (items[start - 1].kind == ItemKind::word && words.is(items[start - 1].word, WordClass::conjunction));
            return opens ? std::optional(ClauseDate{i - 1}) : std::nullopt;
        }
        if (items[i].kind != ItemKind::word || !items[i].nounLike) break;
    }
    return std::nullopt;
}

} // namespace skein
