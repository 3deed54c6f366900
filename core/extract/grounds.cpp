// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/grounds.h"

#include <algorithm>
#include <string>

namespace skein {
namespace {

constexpr std::uint32_t nearby = 6; // tokens between two ends of which each may speak, however they hang

// What hangs so on a word belongs to the same phrase or is a part of the same clause.
bool isClose(Deprel deprel)
{
    switch (deprel) {
    case Deprel::acl: case Deprel::advmod: case Deprel::amod: case Deprel::appos: case Deprel::casemark: case Deprel::compound:
    case Deprel::compoundPrt: case Deprel::conj: case Deprel::cop: case Deprel::flat: case Deprel::nmod: case Deprel::nmodDesc:
    case Deprel::nmodPoss: case Deprel::nsubj: case Deprel::nsubjPass: case Deprel::obj: case Deprel::obl: case Deprel::oblAgent:
    case Deprel::oblUnmarked: case Deprel::xcomp:
        return true;
    default: return false;
    }
}

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> words)
{
    return std::ranges::find(words, word) != words.end();
}

// The tokens from the one end up the tree and down to the other.
class Way {
public:
    Way(const Trees& trees, std::span<const PairEnd> ends, const PairEnd& a, const PairEnd& b) : m_trees(trees), m_ends(ends), m_a(a), m_b(b)
    {
        const auto path = trees.path(a.head, b.head);
        if (!path) return;
        m_nodes = path->up;
        m_nodes.push_back(path->top);
        m_nodes.insert(m_nodes.end(), path->down.begin(), path->down.end());
        m_top = path->top;
    }

    const std::vector<std::uint32_t>& nodes() const { return m_nodes; }
    bool isEnd(std::uint32_t token) const { return m_a.tokens.contains(token) || m_b.tokens.contains(token); }
    bool isOn(std::uint32_t token) const { return std::ranges::find(m_nodes, token) != m_nodes.end(); }

    bool isDirect() const
    {
        return !m_nodes.empty() && std::ranges::all_of(m_nodes, [&](std::uint32_t t) { return isEnd(t); });
    }

    // "A built B, and C built D": from A to D, and from B to C, the way crosses into a clause that has another subject. Of firms
    // and people what their clauses say is too often said of both; of them only what the speaker does counts as another's.
    bool entersClause() const
    {
        return std::ranges::any_of(m_nodes, [&](std::uint32_t t) {
            const Deprel deprel = m_trees.token(t).deprel;
            const bool isBeside = deprel == Deprel::conj || deprel == Deprel::parataxis;
            if (t == m_top || isEnd(t) || (!isBeside && deprel != Deprel::advcl && deprel != Deprel::ccomp)) return false;
            const auto subject = m_trees.child(t, {Deprel::nsubj, Deprel::nsubjPass});
            if (!subject) return false;
            if (isOn(*subject)) return isBeside && hasThing();
            const PairEnd* end = endAt(*subject);
            if (end == nullptr) return hasThing() || isOneOf(m_trees.token(*subject).lemma, {"I", "i", "we"});
            return hasThing() && !isSame(*end);
        });
    }

    // "A's report rivals that of B": the report does, not A. "A needs less than B": nothing of both.
    bool isAside(std::span<const std::uint32_t> words) const
    {
        return std::ranges::any_of(m_nodes, [&](std::uint32_t t) {
            const auto above = m_trees.head(t);
            if (!above || t == m_top) return false;
            const bool isOwner = m_trees.token(t).deprel == Deprel::nmodPoss;
            if (isOwner && isEnd(t) && !isEnd(*above) && m_trees.token(*above).upos == Upos::noun &&
                std::ranges::find(words, *above) == words.end())
                return true;
            const auto mark = m_trees.child(t, {Deprel::casemark, Deprel::mark});
            return hasThing() && mark &&
                   isOneOf(m_trees.token(*mark).lemma, {"than", "after", "before", "behind", "unlike", "like", "against", "over", "without"});
        });
    }

    // "A, and B at C": C is said of B. "A rivals the B models of C": so it is here.
    bool passesOther() const
    {
        return std::ranges::any_of(m_nodes, [&](std::uint32_t t) {
            if (isEnd(t)) return false;
            const PairEnd* own = endAt(t);
            if (own != nullptr && own->item != m_a.item && own->item != m_b.item && !isSame(*own) &&
                ((m_trees.token(t).deprel == Deprel::conj && t != m_top && own->endClass == EndClass::person && isOfClass(*own)) ||
                 isOtherThing(*own)))
                return true;
            if (t == m_top || m_trees.token(t).upos == Upos::verb) return false;
            return std::ranges::any_of(m_trees.children(t), [&](std::uint32_t child) {
                const Deprel deprel = m_trees.token(child).deprel;
                const PairEnd* end = endAt(child);
                return end != nullptr && !isOn(child) && isOtherThing(*end) &&
                       (deprel == Deprel::compound || deprel == Deprel::appos || deprel == Deprel::nmodDesc || deprel == Deprel::flat);
            });
        });
    }

    // "A launched its B in 2020" does not say when A began. It does with what is no thing made: "A opened its doors in 2020".
    bool isDoing() const
    {
        const PairEnd& whose = m_a.endClass == EndClass::date ? m_b : m_a;
        if (m_b.endClass != EndClass::date && m_a.endClass != EndClass::date) return false;
        const auto above = m_trees.head(whose.head);
        if (!above || m_trees.token(whose.head).deprel != Deprel::nsubj || m_trees.token(*above).upos != Upos::verb) return false;
        const auto object = m_trees.child(*above, {Deprel::obj});
        return object && !isOneOf(m_trees.token(*object).lemma, {"operation", "door", "business", "trading", "life"});
    }

    std::vector<std::uint32_t> wordsOf(const Vocabulary& vocabulary, std::uint32_t themes) const
    {
        std::vector<std::uint32_t> found;
        const auto look = [&](std::uint32_t t) {
            std::string word = m_trees.token(t).lemma;
            for (char& c : word)
                c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
            if (!isEnd(t) && (vocabulary.themes(word) & themes) != 0) found.push_back(t);
        };
        for (const std::uint32_t t : m_nodes) {
            look(t);
            if (hasThing() && !isEnd(t)) continue; // who makes what is seldom said by a word that is far from both
            for (const std::uint32_t child : m_trees.children(t))
                if (isClose(m_trees.token(child).deprel)) look(child);
        }
        if (m_b.tokens.begin - m_a.tokens.end <= nearby)
            for (std::uint32_t t = m_a.tokens.end; t < m_b.tokens.begin; ++t) look(t);
        std::ranges::sort(found);
        found.erase(std::ranges::unique(found).begin(), found.end());
        return found;
    }

private:
    const PairEnd* endAt(std::uint32_t t) const
    {
        const auto at = std::ranges::find_if(m_ends, [&](const PairEnd& end) { return end.tokens.contains(t); });
        return at == m_ends.end() ? nullptr : &*at;
    }

    bool isSame(const PairEnd& end) const
    {
        return end.member && ((m_a.member && m_a.member->entity == end.member->entity) || (m_b.member && m_b.member->entity == end.member->entity));
    }

    bool isOfClass(const PairEnd& end) const { return end.endClass == m_a.endClass || end.endClass == m_b.endClass; }

    // Of a pair of a thing and who or where it is of.
    bool hasThing() const { return m_a.endClass != m_b.endClass && (m_a.endClass == EndClass::thing || m_b.endClass == EndClass::thing); }
    bool isOtherThing(const PairEnd& end) const { return end.endClass == EndClass::thing && hasThing() && !isSame(end); }

    const Trees& m_trees;
    std::span<const PairEnd> m_ends;
    const PairEnd& m_a;
    const PairEnd& m_b;
    std::vector<std::uint32_t> m_nodes;
    std::uint32_t m_top = 0;
};

} // namespace

Grounds groundsOf(const Trees& trees, const Vocabulary& words, std::span<const PairEnd> ends, const PairEnd& a, const PairEnd& b,
                  std::string_view relation)
{
    const Way way(trees, ends, a, b);
    if (isOneOf(relation, {"founded_on", "released_on"}) && way.isDoing()) return {};
    Grounds grounds;
    grounds.words = way.wordsOf(words, words.speaks(relation));
    grounds.isDirect = way.isDirect() || a.endClass == EndClass::nationality || b.endClass == EndClass::nationality;
    grounds.isForeign = way.entersClause() || way.passesOther() || way.isAside(grounds.words);
    return grounds;
}

const PairEnd* dateOnWay(const Trees& trees, std::span<const PairEnd> ends, const PairEnd& a, const PairEnd& b,
                         std::span<const std::uint32_t> words)
{
    const Way way(trees, ends, a, b);
    for (const PairEnd& end : ends) {
        if (end.endClass != EndClass::date) continue;
        const auto above = trees.head(end.head);
        if (above && (way.isOn(*above) || std::ranges::find(words, *above) != words.end())) return &end;
    }
    return nullptr;
}

} // namespace skein
