// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/subjects.h"

namespace skein {
namespace {

constexpr int maxDepth = 6;           // sentences nest; ours not endlessly
constexpr std::size_t maxInsert = 30; // items between the commas of an insertion

} // namespace

Subjects::Subjects(const std::vector<Item>& items, const Vocabulary& words)
    : m_items(items), m_words(words), m_comma(words.find(",")), m_dash(words.find("--")), m_open(words.find("(")),
      m_close(words.find(")")), m_that(words.find("that")), m_be(words.find("be")), m_by(words.find("by")),
      m_quote(words.find("\"\""))
{
}

bool Subjects::is(std::size_t i, WordClass c) const
{
    return m_items[i].kind == ItemKind::word && m_words.is(m_items[i].word, c);
}

bool Subjects::isWord(std::size_t i, WordId word) const
{
    return (m_items[i].kind == ItemKind::word || m_items[i].kind == ItemKind::punctuation) && word != 0 &&
           m_items[i].word == word;
}

bool Subjects::isSeparator(std::size_t i) const
{
    return isWord(i, m_comma) || isWord(i, m_dash);
}

std::optional<std::size_t> Subjects::of(std::size_t verb) const
{
    return find(verb, 0);
}

std::optional<std::size_t> Subjects::verbBefore(std::size_t item) const
{
    for (std::size_t i = item; i-- > 0;) {
        if (m_items[i].kind == ItemKind::verb) return i;
    }
    return std::nullopt;
}

// The subject of the verb before, for verbs that share it: "bought A and sold B".
std::optional<std::size_t> Subjects::shared(std::size_t verb, int depth) const
{
    std::size_t at = verb;
    while (std::optional<std::size_t> before = verbBefore(at)) {
        if (m_items[*before].verb.finite) {
            for (std::size_t i = *before + 1; i < verb; ++i) { // a clause of its own began in between
                if (is(i, WordClass::relative) || is(i, WordClass::subordinator) || is(i, WordClass::condition))
                    return std::nullopt;
            }
            return find(*before, depth + 1);
        }
        at = *before;
    }
    return std::nullopt;
}

std::optional<std::size_t> Subjects::find(std::size_t verb, int depth) const
{
    if (depth > maxDepth || verb == 0) return std::nullopt;
    const VerbGroup& group = m_items[verb].verb;
    std::size_t left = verb - 1;
    if (left > 0 && isWord(left, m_quote) && m_items[left - 1].kind == ItemKind::entity && !m_items[left - 1].possessive)
        return left - 1; // 'A "hopes to buy B"'
    if (is(left, WordClass::conjunction)) {
        // "Ann and founded" cannot be; "A bought B and sold C" shares its subject.
        return shared(verb, depth);
    }
    const bool isGerund = group.bare && !group.readings.empty() && (group.readings.front().forms & ingForm) != 0;
    if (group.infinitive || isGerund) {
        if (left > 0 && isSeparator(left) && isGerund)
            return referent(left - 1, depth + 1) ? shared(verb, depth) : shared(verb, depth);
        return is(left, WordClass::preposition) || m_items[left].kind == ItemKind::verb || isSeparator(left)
                   ? shared(verb, depth)
                   : std::nullopt;
    }
    if (is(left, WordClass::relative) || isWord(left, m_that)) {
        if (left == 0) return std::nullopt;
        std::size_t antecedent = left - 1;
        if (m_items[antecedent].kind == ItemKind::verb) return std::nullopt; // "said that"
        if (isSeparator(antecedent)) {
            if (isWord(left, m_that) || antecedent == 0) return std::nullopt;
            --antecedent;
        }
        // The nearest name, even behind a preposition: "owned by Ann Bell, who founded".
        if (m_items[antecedent].kind == ItemKind::entity && !m_items[antecedent].possessive) return antecedent;
        return referent(antecedent, depth + 1);
    }
    if (m_items[left].kind == ItemKind::verb) return group.finite ? beforeRelative(left) : std::nullopt;
    if (isSeparator(left)) {
        if (std::optional<std::size_t> before = beforeInsert(left);
            before && m_items[*before].kind == ItemKind::entity && !group.bare)
            return referent(*before, depth + 1);
        if (group.bare && left > 0) {
            const bool byFollows = verb + 1 < m_items.size() && isWord(verb + 1, m_by);
            // "A, founded by B": what stands before the comma. "A built B, founded C": the subject before.
            if (std::optional<std::size_t> before = beforeInsert(left)) return referent(*before, depth + 1);
            if (!byFollows) {
                if (std::optional<std::size_t> subject = shared(verb, depth)) return subject;
            }
            return referent(left - 1, depth + 1);
        }
        return std::nullopt;
    }
    return referent(left, depth + 1);
}

// The name that a relative clause describes whose last item is a verb: "A that B likes |now leads".
std::optional<std::size_t> Subjects::beforeRelative(std::size_t last) const
{
    bool sawFinite = false;
    for (std::size_t i = last + 1; i-- > 1 && last - i < maxInsert;) {
        if (m_items[i].kind == ItemKind::punctuation) return std::nullopt;
        sawFinite = sawFinite || (m_items[i].kind == ItemKind::verb && m_items[i].verb.finite);
        if (sawFinite && (is(i, WordClass::relative) || isWord(i, m_that)))
            return m_items[i - 1].kind == ItemKind::entity && !m_items[i - 1].possessive ? std::optional(i - 1)
                                                                                         : std::nullopt;
    }
    return std::nullopt;
}

// The item before an insertion that ends with the separator: "Ann Bell, 29, head of A, |said". Absent when there is
// none.
std::optional<std::size_t> Subjects::beforeInsert(std::size_t separator) const
{
    const WordId mark = m_items[separator].word;
    const std::size_t first = separator > maxInsert ? separator - maxInsert : 0;
    for (std::size_t i = separator; i-- > first;) {
        if (m_items[i].kind == ItemKind::verb && m_items[i].verb.finite && i > 0 && !is(i - 1, WordClass::relative) &&
            m_items[i - 1].kind != ItemKind::entity && m_items[i - 1].kind != ItemKind::word)
            return std::nullopt;
        if (m_items[i].kind != ItemKind::punctuation || m_items[i].word != mark || i == 0) continue;
        std::size_t before = i - 1;
        if (isWord(before, m_close)) {
            while (before > 0 && !isWord(before, m_open))
                --before;
            if (before == 0) return std::nullopt;
            --before;
        }
        if (m_items[before].kind == ItemKind::entity && !m_items[before].possessive) {
            // A comma behind an opening phrase ("In Oslo, A said") closes no insertion.
            const std::size_t start = phraseStart(before);
            if (start > 0 && is(start - 1, WordClass::preposition) && !referent(before, 1)) return std::nullopt;
            // What follows the comma must describe, not act: no subject and verb of its own.
            bool describes = true;
            for (std::size_t j = i + 1; j < separator && describes; ++j) {
                if (m_items[j].kind == ItemKind::verb && m_items[j].verb.finite && !m_items[j].verb.bare && j > 0 &&
                    m_items[j - 1].kind == ItemKind::entity)
                    describes = false;
            }
            return describes ? std::optional(before) : std::nullopt;
        }
    }
    return std::nullopt;
}

std::size_t Subjects::phraseStart(std::size_t item) const
{
    std::size_t start = item;
    while (start > 0) {
        const Item& before = m_items[start - 1];
        const bool inside =
            (before.kind == ItemKind::word && (before.nounLike || is(start - 1, WordClass::determiner))) ||
            (before.kind == ItemKind::entity && before.possessive) ||
            (before.kind == ItemKind::value && before.nounLike);
        if (!inside) break;
        --start;
    }
    return start;
}

std::optional<std::size_t> Subjects::referent(std::size_t last, int depth) const
{
    if (depth > maxDepth) return std::nullopt;
    if (isWord(last, m_close)) {
        while (last > 0 && !isWord(last, m_open))
            --last;
        if (last == 0) return std::nullopt;
        return referent(last - 1, depth + 1);
    }
    if (isSeparator(last)) {
        std::optional<std::size_t> before = beforeInsert(last);
        return before ? referent(*before, depth + 1) : std::nullopt;
    }
    const Item& item = m_items[last];
    if (item.kind == ItemKind::value && item.value == ValueKind::date && last > 0) // "A in 2019", "the model last year"
        return is(last - 1, WordClass::preposition) && last > 1 ? referent(last - 2, depth + 1)
                                                                : referent(last - 1, depth + 1);
    if (item.kind != ItemKind::entity && !(item.kind == ItemKind::word && item.nounLike) &&
        !(item.kind == ItemKind::value && item.nounLike))
        return std::nullopt;
    if (item.kind == ItemKind::entity && item.possessive) return std::nullopt;
    std::size_t start = phraseStart(last);
    if (start > 0 && is(start - 1, WordClass::preposition)) {
        if (start == 1) return std::nullopt; // "In Oslo"
        const Item& governor = m_items[start - 2];
        if (governor.kind == ItemKind::entity || (governor.kind == ItemKind::word && governor.nounLike))
            return referent(start - 2, depth + 1);
        return std::nullopt;
    }
    if (item.kind == ItemKind::entity) return last;
    // A common noun: "A is a firm", "A, a firm", "A is a poet, critic and editor".
    bool joined = false;
    while (start > 1 && (is(start - 1, WordClass::conjunction) || (joined && isWord(start - 1, m_comma)))) {
        std::size_t before = start - 2;
        if (before > 0 && isWord(before, m_comma)) --before;
        if (m_items[before].kind != ItemKind::word || !m_items[before].nounLike) break;
        joined = true;
        start = phraseStart(before);
    }
    if (start == 0) return std::nullopt;
    if (m_items[start - 1].kind == ItemKind::verb) {
        const VerbGroup& copula = m_items[start - 1].verb;
        return copula.has(m_be, 0xff) && !copula.negated ? find(start - 1, depth + 1) : std::nullopt;
    }
    if (isSeparator(start - 1) && start > 1) {
        const std::size_t before = start - 2;
        if (m_items[before].kind == ItemKind::entity && !m_items[before].possessive) return referent(before, depth + 1);
        if (isWord(before, m_close)) return referent(before, depth + 1);
    }
    return std::nullopt;
}

} // namespace skein
