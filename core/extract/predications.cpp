// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/predications.h"
#include "core/extract/phrases.h"

#include <algorithm>
#include <optional>

namespace skein {
namespace {

using Preposition = Phrases::Preposition;
using Relations = std::initializer_list<Deprel>;

constexpr std::uint32_t maxSentence = 300; // tokens
constexpr int maxClimb = 12;               // clauses between a verb and the subject that it inherits

bool overlap(TokenRange a, TokenRange b)
{
    return a.begin < b.end && b.begin < a.end;
}

class PredicationReader {
public:
    PredicationReader(std::string_view text, const Trees& trees, const Sentence& sentence,
                      const std::vector<TokenRange>& names)
        : m_trees(trees), m_phrases(text, trees), m_names(names), m_first(sentence.firstToken),
          m_end(sentence.lastToken)
    {
        std::uint32_t last = m_end;
        while (last > m_first && token(last - 1).upos == Upos::punct && m_phrases.word(last - 1) != "?") --last;
        m_isQuestion = last > m_first && m_phrases.word(last - 1) == "?";
    }

    std::optional<Predication> read(std::uint32_t head) const
    {
        if (!m_phrases.isClause(head) || isContinuation(head) || isSupposed(head)) return std::nullopt;
        if (m_isQuestion && !is(head, {Deprel::acl, Deprel::aclRelcl})) return std::nullopt;
        const auto copula = child(head, {Deprel::cop});
        if (copula ? *copula > head : m_names[head] != TokenRange{}) return std::nullopt;

        Predication found{.head = head};
        if (!findSubject(found)) return std::nullopt;
        if (copula)
            readCopula(found, head, *copula);
        else
            readVerb(found);
        settle(found);
        lendPreposition(found);
        if (found.objects.empty() && found.adjuncts.empty()) return std::nullopt;
        if (losesNegation(found) || isWish(found) || saysNothing(found)) return std::nullopt;
        return found;
    }

private:
    const Token& token(std::uint32_t i) const { return m_trees.token(i); }
    bool is(std::uint32_t i, Relations relations) const { return m_phrases.is(i, relations); }
    std::optional<std::uint32_t> child(std::uint32_t i, Relations relations) const
    {
        return m_trees.child(i, relations);
    }

    // Up through "and" and "wants to" to the verb that these hang on.
    std::uint32_t outermost(std::uint32_t i) const
    {
        for (int steps = 0; steps < maxClimb && is(i, {Deprel::conj, Deprel::xcomp}) && m_trees.head(i); ++steps)
            i = *m_trees.head(i);
        return i;
    }

    // The noun that a relative clause tells about.
    std::optional<std::uint32_t> antecedent(std::uint32_t clause) const
    {
        const std::uint32_t top = outermost(clause);
        const bool isRelative = is(top, {Deprel::aclRelcl}) ||
                                (is(top, {Deprel::acl}) && child(top, {Deprel::nsubj}) && !child(top, {Deprel::mark}));
        const auto noun = m_trees.head(top);
        return isRelative && noun && !hasColon(*noun, top) ? noun : std::nullopt;
    }

    // What stands before a colon is who speaks, or a heading: "ANN: Which is true".
    bool hasColon(std::uint32_t first, std::uint32_t end) const
    {
        for (std::uint32_t i = first; i < end; ++i)
            if (m_phrases.word(i) == ":") return true;
        return false;
    }

    bool isSupposed(std::uint32_t i) const
    {
        for (int steps = 0; steps < maxClimb; ++steps) {
            const auto marker = child(i, {Deprel::mark});
            if (marker && m_phrases.isLemma(*marker, {"if", "whether", "unless"})) return true;
            const auto above = m_trees.head(i);
            if (!above) return false;
            i = *above;
        }
        return false;
    }

    // ---------------------------------------------------------------- subjects
    bool setSubject(Predication& found, std::uint32_t head, SubjectOrigin origin) const
    {
        if (m_phrases.isLemma(head, {"what", "which", "who", "there", "how", "why", "where"})) return false;
        found.origin = m_phrases.isClause(head) ? SubjectOrigin::clausal : origin;
        found.subject = m_phrases.isClause(head) ? m_phrases.clause(head) : m_phrases.nominal(head, Preposition::left);
        const Upos first = token(found.subject.begin).upos;
        return first != Upos::adp && first != Upos::part && first != Upos::sconj && first != Upos::cconj &&
               !m_phrases.isLemma(found.subject.begin, {"what", "which", "whose", "how", "when"});
    }

    std::optional<std::uint32_t> nominalSubject(std::uint32_t verb) const
    {
        for (const std::uint32_t c : m_trees.children(verb))
            if (is(c, {Deprel::nsubj, Deprel::nsubjPass, Deprel::nsubjOuter}) && !hasColon(c, verb)) return c;
        return std::nullopt;
    }

    bool findSubject(Predication& found) const
    {
        SubjectOrigin origin = SubjectOrigin::own;
        std::uint32_t at = found.head;
        for (int steps = 0; steps < maxClimb; ++steps) {
            if (child(at, {Deprel::expl})) return false;
            if (const auto subject = nominalSubject(at)) {
                if (m_phrases.isRelativeWord(*subject)) {
                    if (const auto noun = antecedent(at)) return setSubject(found, *noun, SubjectOrigin::relative);
                    if (*subject > m_first && token(*subject - 1).upos != Upos::punct) return false;
                }
                return setSubject(found, *subject, origin);
            }
            if (const auto subject = child(at, {Deprel::csubj, Deprel::csubjPass})) {
                found.origin = SubjectOrigin::clausal;
                found.subject = m_phrases.clause(*subject);
                return true;
            }
            // A name before a verb that the parser took for an auxiliary.
            if (const auto slip = child(at, {Deprel::aux}); slip && m_phrases.isNominal(*slip))
                return setSubject(found, *slip, origin);

            const auto above = m_trees.head(at);
            if (!above) return false;
            if (is(at, {Deprel::acl}))
                return !child(at, {Deprel::mark}) && setSubject(found, *above, SubjectOrigin::participle);
            if (!m_phrases.isClause(*above)) return false;
            if (is(at, {Deprel::conj})) {
                origin = std::max(origin, SubjectOrigin::joined);
            } else if (is(at, {Deprel::xcomp})) {
                origin = std::max(origin, SubjectOrigin::controlled);
                const auto object = child(*above, {Deprel::obj, Deprel::iobj});
                if (object && *object < at) return setSubject(found, *object, origin);
            } else if (is(at, {Deprel::advcl})) {
                const auto marker = child(at, {Deprel::mark});
                if (marker && m_phrases.isLemma(*marker, {"to"})) return false;
                origin = std::max(origin, SubjectOrigin::adverbial);
            } else {
                return false;
            }
            at = *above;
        }
        return false;
    }

    // ---------------------------------------------------------------- predicates
    // Auxiliaries, negation, and adverbs of one word.
    bool belongsToPredicate(std::uint32_t i, std::uint32_t head) const
    {
        if (m_trees.head(i) != head) return false;
        if (is(i, {Deprel::aux, Deprel::auxPass, Deprel::cop})) return !m_phrases.isNominal(i);
        if (is(i, {Deprel::mark})) return m_phrases.isLemma(i, {"to"});
        return is(i, {Deprel::advmod}) && m_trees.subtree(i) == TokenRange{i, i + 1} &&
               !m_phrases.isLemma(i, {"when", "how", "why", "where"});
    }

    // "very large", "strategically valuable": the adverb is the adjective's, not the verb's.
    bool isDegree(std::uint32_t adverb, std::uint32_t head) const
    {
        if (adverb + 1 != head) return false;
        if (m_phrases.word(adverb).ends_with("ly"))
            return !m_phrases.isLemma(adverb, {"only", "currently", "usually", "really", "typically", "generally"});
        return m_phrases.isLemma(adverb, {"very", "too", "so", "more", "most", "less", "least", "quite", "rather", "as",
                                          "much", "far", "well", "about", "over", "all"});
    }

    // The clause below that a predicate goes on with: "wants to buy", "is able to pay", "seems to be a boat".
    std::optional<std::uint32_t> continuation(std::uint32_t i) const
    {
        const auto below = child(i, {Deprel::xcomp});
        if (!below || *below < i) return std::nullopt;
        const auto copula = child(*below, {Deprel::cop});
        if (!copula && token(*below).upos != Upos::verb) return std::nullopt;
        for (std::uint32_t k = i + 1; k < copula.value_or(*below); ++k)
            if (!belongsToPredicate(k, *below)) return std::nullopt;
        return below;
    }

    bool isContinuation(std::uint32_t i) const
    {
        const auto above = m_trees.head(i);
        return is(i, {Deprel::xcomp}) && above && m_phrases.isClause(*above) && continuation(*above) == i;
    }

    // From the first auxiliary to `i` itself.
    TokenRange groupBefore(std::uint32_t i, std::uint32_t head) const
    {
        TokenRange range{i, i + 1};
        while (range.begin > m_first && belongsToPredicate(range.begin - 1, head)) --range.begin;
        return range;
    }

    void readVerb(Predication& found) const
    {
        found.predicate = groupBefore(found.head, found.head);
        std::uint32_t last = found.head;
        for (int steps = 0; steps < maxClimb; ++steps) {
            const auto below = continuation(last);
            gather(found, last, below);
            if (!below) break;
            if (const auto copula = child(*below, {Deprel::cop})) return goOn(found, *below, *copula);
            last = *below;
        }
        found.predicate.end = last + 1;
        if (last + 1 < m_end && m_trees.head(last + 1) == last && is(last + 1, {Deprel::compoundPrt}))
            ++found.predicate.end;
        if (found.objects.empty()) addGap(found);
        if (found.objects.empty()) addSharedObject(found);
    }

    // "seems to be a boat", "is likely to be late": from the verb on to the copula below.
    void goOn(Predication& found, std::uint32_t head, std::uint32_t copula) const
    {
        const std::uint32_t first = found.predicate.begin;
        readCopula(found, head, copula);
        found.predicate.begin = first;
    }

    // `head`: the noun or adjective beside the copula.
    void readCopula(Predication& found, std::uint32_t head, std::uint32_t copula) const
    {
        TokenRange& predicate = found.predicate;
        predicate = groupBefore(copula, head);
        while (predicate.end < head && belongsToPredicate(predicate.end, head) && !isDegree(predicate.end, head))
            ++predicate.end;
        if (token(head).upos == Upos::adj || token(head).upos == Upos::verb) {
            const auto below = continuation(head);
            if (below)
                if (const auto next = child(*below, {Deprel::cop})) return goOn(found, *below, *next);
            const auto complement = child(head, {Deprel::obl, Deprel::nmod});
            const bool isBeside = complement && *complement > head && m_trees.subtree(*complement).begin == head + 1;
            if (below || isBeside) { // "is able to pay", "is famous for"
                predicate.end = below.value_or(head) + 1;
                gather(found, head, below);
                if (below) gather(found, *below, std::nullopt); // and no further
                return;
            }
        }
        const std::size_t before = found.objects.size();
        addJoined(found.objects, head, Preposition::kept);
        TokenRange& own = found.objects[before];
        own.begin = std::max(own.begin, predicate.end); // the verb is among the words before the noun
        const std::uint32_t end = found.objects.back().end;
        for (const std::uint32_t c : m_trees.children(head)) {
            if (is(c, {Deprel::obl, Deprel::oblUnmarked}) && (c < copula || m_trees.subtree(c).begin >= end))
                found.adjuncts.push_back(m_phrases.nominal(c, Preposition::kept));
            else if (is(c, {Deprel::ccomp}) || isCondition(c))
                found.adjuncts.push_back(m_phrases.clause(c));
        }
    }

    // ---------------------------------------------------------------- arguments
    void addJoined(std::vector<TokenRange>& to, std::uint32_t head, Preposition preposition) const
    {
        const auto heads = m_phrases.joined(head);
        for (const std::uint32_t h : heads) to.push_back(m_phrases.nominal(h, preposition, heads.size() > 1));
    }

    void addComplement(Predication& found, std::uint32_t i) const
    {
        found.objects.push_back(m_phrases.isClause(i) ? m_phrases.clause(i) : m_phrases.nominal(i, Preposition::kept));
    }

    bool isCondition(std::uint32_t i) const
    {
        if (!is(i, {Deprel::advcl})) return false;
        const auto marker = child(i, {Deprel::mark});
        return marker && m_phrases.isLemma(*marker, {"if", "unless"});
    }

    // "which", "to whom", "whose boat"
    bool isRelativePhrase(std::uint32_t i) const
    {
        return m_phrases.isRelativeWord(i) || std::ranges::any_of(m_trees.children(i), [&](std::uint32_t c) {
                   return c < i && m_phrases.isLemma(c, {"which", "whose", "whom"});
               });
    }

    // What hangs on one verb of a predicate that goes on with `next`.
    void gather(Predication& found, std::uint32_t verb, std::optional<std::uint32_t> next) const
    {
        for (const std::uint32_t c : m_trees.children(verb)) {
            if (c == next) continue;
            if (is(c, {Deprel::obj, Deprel::iobj})) {
                if (m_phrases.isClause(c))
                    found.objects.push_back(m_phrases.clause(c));
                else if (c > verb || !m_phrases.isRelativeWord(c))
                    addJoined(found.objects, c, Preposition::left);
            } else if (is(c, {Deprel::ccomp}) || (is(c, {Deprel::xcomp}) && c > verb)) {
                addComplement(found, c);
            } else if (is(c, {Deprel::obl, Deprel::oblAgent, Deprel::oblUnmarked, Deprel::nmod})) {
                if (!isRelativePhrase(c)) found.adjuncts.push_back(m_phrases.nominal(c, Preposition::kept));
            } else if (isCondition(c)) {
                found.adjuncts.push_back(m_phrases.clause(c));
            }
        }
    }

    // The object that a relative clause leaves to the noun before it: "the boat (that) Ann built".
    void addGap(Predication& found) const
    {
        const auto noun = antecedent(found.head);
        if (!noun || found.origin == SubjectOrigin::relative || child(found.head, {Deprel::nsubjPass})) return;
        const bool hasPlaceOrTime = std::ranges::any_of(m_trees.children(found.head), [&](std::uint32_t c) {
            return is(c, {Deprel::advmod}) ? m_phrases.isLemma(c, {"when", "where", "why", "how"})
                                           : is(c, {Deprel::obl}) && isRelativePhrase(c);
        });
        if (hasPlaceOrTime || m_phrases.isLemma(*noun, {"time", "day", "year", "way", "reason", "place"})) return;
        found.objects.push_back(m_phrases.nominal(*noun, Preposition::left));
    }

    // "designed and built the boat"
    void addSharedObject(Predication& found) const
    {
        const auto next = child(found.head, {Deprel::conj});
        if (!next || *next < found.head || token(*next).upos != Upos::verb) return;
        for (std::uint32_t i = found.head + 1; i < *next; ++i)
            if (!is(i, {Deprel::cc, Deprel::punct, Deprel::advmod, Deprel::aux, Deprel::auxPass, Deprel::compoundPrt}))
                return;
        if (const auto object = child(*next, {Deprel::obj})) addJoined(found.objects, *object, Preposition::left);
    }

    TokenRange wholeNames(TokenRange range) const
    {
        const TokenRange first = m_names[range.begin];
        const TokenRange last = m_names[range.end - 1];
        if (first != TokenRange{}) range.begin = std::min(range.begin, first.begin);
        if (last != TokenRange{}) range.end = std::max(range.end, last.end);
        return range;
    }

    // A single word that names nothing.
    bool isEmpty(TokenRange range) const
    {
        if (range.end > range.begin + 1) return false;
        switch (token(range.begin).upos) {
        case Upos::adp:
        case Upos::aux:
        case Upos::cconj:
        case Upos::part:
        case Upos::punct:
        case Upos::sconj:
            return true;
        default:
            return m_phrases.isLemma(range.begin, {"what", "which", "who", "whom", "where", "when", "how", "why"});
        }
    }

    // Arguments become whole names, in text order, apart from one another and from the predicate.
    void settle(Predication& found) const
    {
        found.subject = wholeNames(found.subject);
        for (auto* list : {&found.objects, &found.adjuncts}) {
            for (TokenRange& range : *list) range = wholeNames(range);
            std::ranges::stable_sort(*list, {}, &TokenRange::begin);
            std::erase_if(*list, [&](TokenRange range) {
                return overlap(range, found.predicate) || overlap(range, found.subject) || isEmpty(range);
            });
            const auto repeated = std::ranges::unique(*list, overlap);
            list->erase(repeated.begin(), repeated.end());
        }
        std::erase_if(found.adjuncts, [&](TokenRange range) {
            return std::ranges::any_of(found.objects, [&](TokenRange object) { return overlap(range, object); });
        });
        if (overlap(found.subject, found.predicate)) found.objects.clear(), found.adjuncts.clear();
    }

    // Without an object, the phrase behind the verb becomes one and its preposition the verb's: "was born in".
    void lendPreposition(Predication& found) const
    {
        if (!found.objects.empty()) return;
        std::uint32_t end = found.predicate.end;
        while (end < m_end && is(end, {Deprel::advmod, Deprel::compoundPrt}) && m_trees.head(end) &&
               *m_trees.head(end) >= found.predicate.begin && m_trees.subtree(end).begin >= found.predicate.end)
            ++end;
        const auto next = std::ranges::find(found.adjuncts, end, &TokenRange::begin);
        if (next == found.adjuncts.end()) return;
        TokenRange object = *next;
        while (object.begin < object.end && is(object.begin, {Deprel::casemark, Deprel::fixed})) ++object.begin;
        if (object.begin == end || object.begin == object.end) return;
        found.predicate.end = object.begin;
        found.objects.push_back(object);
        found.adjuncts.erase(next);
    }

    // ---------------------------------------------------------------- what is better left out
    bool isNegated(std::uint32_t head, TokenRange except) const
    {
        return std::ranges::any_of(m_trees.children(head), [&](std::uint32_t c) {
            return !except.contains(c) && is(c, {Deprel::advmod, Deprel::aux, Deprel::det, Deprel::cc}) &&
                   m_phrases.isLemma(c, {"not", "n't", "n’t", "never", "nor", "neither", "hardly"});
        });
    }

    // The "not" of this verb, or one that it shares with the verb before: "did not build or sell".
    bool losesNegation(const Predication& found) const
    {
        if (isNegated(found.head, found.predicate)) return true;
        const auto above = m_trees.head(found.head);
        return is(found.head, {Deprel::conj}) && above && found.origin != SubjectOrigin::own &&
               !child(found.head, {Deprel::aux, Deprel::auxPass, Deprel::cop}) && isNegated(*above, {});
    }

    // "asked Ann to sell the boat": it is not said that she does.
    bool isWish(const Predication& found) const { return m_phrases.isLemma(found.predicate.begin, {"to"}); }

    bool saysNothing(const Predication& found) const
    {
        const auto isPronoun = [&](TokenRange range) {
            return range.end == range.begin + 1 && token(range.begin).upos == Upos::pron;
        };
        return isPronoun(found.subject) && std::ranges::all_of(found.objects, isPronoun) &&
               std::ranges::all_of(found.adjuncts, isPronoun);
    }

    const Trees& m_trees;
    Phrases m_phrases;
    const std::vector<TokenRange>& m_names;
    std::uint32_t m_first;
    std::uint32_t m_end;
    bool m_isQuestion = false;
};

} // namespace

std::vector<Predication> predicationsOf(std::string_view text, const Trees& trees, const Sentence& sentence,
                                        const std::vector<TokenRange>& names)
{
    std::vector<Predication> all;
    if (sentence.lastToken - sentence.firstToken > maxSentence) return all;
    const PredicationReader reader(text, trees, sentence, names);
    for (std::uint32_t i = sentence.firstToken; i < sentence.lastToken; ++i)
        if (auto found = reader.read(i)) all.push_back(std::move(*found));
    return all;
}

} // namespace skein
