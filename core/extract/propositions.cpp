// SPDX-License-Identifier: GPL-3.0-or-later
// Open readings from word classes: noun phrase, verb group, then the object and the prepositional phrases behind it.
// Needs a reading with word classes; clauses that do not have this plain shape are left out.
#include "core/extract/claims.h"

#include <algorithm>
#include <optional>

namespace skein {
namespace {

constexpr std::size_t maxSubject = 12; // tokens; longer phrases are more often wrong than right
constexpr std::size_t maxObject = 16;

class ClauseReader {
public:
    ClauseReader(const Document& document, const Reading& reading, const Sentence& sentence)
        : m_text(document.text), m_tokens(reading.tokens), m_first(sentence.firstToken), m_end(sentence.lastToken)
    {
    }

    std::vector<Proposition> all() const
    {
        std::vector<Proposition> found;
        std::optional<Span> shared; // the subject of the clause before, for "and" with another verb
        for (std::uint32_t at = m_first; at < m_end;) {
            if (!isVerbal(at)) {
                ++at;
                continue;
            }
            const std::uint32_t verb = at;
            at = endOfGroup(verb);
            if (!hasVerb(verb, at) || isTag(verb, Upos::part)) continue;
            std::optional<Span> subject = subjectBefore(verb);
            if (!subject && verb > m_first && isTag(verb - 1, Upos::cconj)) subject = shared;
            shared = subject;
            if (!subject) continue;
            Proposition proposition{*subject, spanOf(verb, at), {}, 0.75};
            std::uint32_t next = at;
            if (std::optional<std::uint32_t> end = phraseEnd(next)) {
                proposition.objects.push_back(spanOf(next, *end));
                next = *end;
            }
            while (next < m_end && isTag(next, Upos::adp)) {
                const std::optional<std::uint32_t> end = phraseEnd(next + 1);
                if (!end) break;
                proposition.objects.push_back(spanOf(next, *end));
                next = *end;
            }
            if (!proposition.objects.empty()) found.push_back(std::move(proposition));
            at = std::max(at, next);
        }
        return found;
    }

private:
    bool isTag(std::uint32_t i, Upos tag) const { return i < m_end && m_tokens[i].upos == tag; }
    Span spanOf(std::uint32_t first, std::uint32_t end) const
    {
        return {m_tokens[first].span.begin, m_tokens[end - 1].span.end};
    }

    bool isVerbal(std::uint32_t i) const { return isTag(i, Upos::verb) || isTag(i, Upos::aux); }

    // Verbs, auxiliaries, and the adverbs, negations and "to" between them.
    std::uint32_t endOfGroup(std::uint32_t i) const
    {
        std::uint32_t end = i + 1;
        for (std::uint32_t at = end; at < m_end; ++at) {
            if (isVerbal(at))
                end = at + 1;
            else if (!isTag(at, Upos::adv) && !isTag(at, Upos::part))
                break;
        }
        return end;
    }

    bool hasVerb(std::uint32_t first, std::uint32_t end) const
    {
        for (std::uint32_t i = first; i < end; ++i) {
            if (m_tokens[i].upos == Upos::verb || m_tokens[i].upos == Upos::aux) return true;
        }
        return false;
    }

    bool isNominal(std::uint32_t i) const
    {
        switch (m_tokens[i].upos) {
        case Upos::noun:
        case Upos::propn:
        case Upos::num:
        case Upos::pron:
        case Upos::sym:
            return true;
        default:
            return false;
        }
    }

    bool isInside(std::uint32_t i) const
    {
        return isNominal(i) || isTag(i, Upos::det) || isTag(i, Upos::adj) || isPossessive(i) || isHyphen(i);
    }

    bool isPossessive(std::uint32_t i) const
    {
        return isTag(i, Upos::part) &&
               (textOf(m_text, m_tokens[i].span) == "'s" || textOf(m_text, m_tokens[i].span) == "’s");
    }

    bool isHyphen(std::uint32_t i) const { return isTag(i, Upos::punct) && textOf(m_text, m_tokens[i].span) == "-"; }

    // The noun phrase that ends right before the verb, with the phrases "of …" inside it. What refers to another
    // clause's noun ("which") is none.
    std::optional<Span> subjectBefore(std::uint32_t verb) const
    {
        std::uint32_t start = verb;
        while (start > m_first && (isTag(start - 1, Upos::adv)))
            --start;
        const std::uint32_t end = start;
        if (start == m_first || !isNominal(start - 1) || isRelative(start - 1)) return std::nullopt;
        while (start > m_first) {
            if (isInside(start - 1) && !isRelative(start - 1))
                --start;
            else if (isTag(start - 1, Upos::adp) && start - 1 > m_first && isNominal(start - 2) &&
                     textOf(m_text, m_tokens[start - 1].span) == "of")
                --start;
            else
                break;
        }
        if (end - start > maxSubject) return std::nullopt;
        if (start > m_first && isTag(start - 1, Upos::adp)) // the noun belongs to a phrase before it
            return std::nullopt;
        return spanOf(start, end);
    }

    bool isRelative(std::uint32_t i) const
    {
        const std::string_view word = textOf(m_text, m_tokens[i].span);
        return word == "which" || word == "who" || word == "that" || word == "whom" || word == "what" ||
               word == "there" || word == "There";
    }

    // The end of the noun phrase that begins at `i`; absent when none does.
    std::optional<std::uint32_t> phraseEnd(std::uint32_t i) const
    {
        std::uint32_t end = i;
        while (end < m_end && isInside(end))
            ++end;
        while (end > i && !isNominal(end - 1))
            --end;
        if (end == i || end - i > maxObject || isRelative(i)) return std::nullopt;
        while (end + 1 < m_end && isTag(end, Upos::adp) && textOf(m_text, m_tokens[end].span) == "of" &&
               isInside(end + 1)) {
            std::uint32_t more = end + 1;
            while (more < m_end && isInside(more))
                ++more;
            if (!isNominal(more - 1)) break;
            end = more;
        }
        return end;
    }

    std::string_view m_text;
    const std::vector<Token>& m_tokens;
    std::uint32_t m_first;
    std::uint32_t m_end;
};

bool isRead(const Document& document, const Sentence& sentence, std::size_t& block)
{
    while (block < document.blocks.size() && document.blocks[block].span.end <= sentence.span.begin)
        ++block;
    if (block == document.blocks.size()) return true;
    const BlockKind kind = document.blocks[block].kind;
    return kind == BlockKind::paragraph || kind == BlockKind::listItem || kind == BlockKind::quotation;
}

} // namespace

std::vector<Proposition> findPropositions(const Document& document, const Reading& reading, const NameReading& names)
{
    std::vector<Proposition> found;
    std::size_t block = 0;
    for (const Sentence& sentence : reading.sentences) {
        if (!isRead(document, sentence, block)) continue;
        for (Proposition& proposition : ClauseReader(document, reading, sentence).all()) {
            // A reading about what the document names is worth more than one about "it" and "things".
            const bool isNamed = std::ranges::any_of(names.mentions, [&](const Mention& mention) {
                return mention.kind == MentionKind::name && proposition.subject.contains(mention.span);
            });
            if (isNamed) proposition.confidence += 0.1;
            found.push_back(std::move(proposition));
        }
    }
    return found;
}

} // namespace skein
