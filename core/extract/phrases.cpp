// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/phrases.h"

#include <algorithm>

namespace skein {

bool Phrases::is(std::uint32_t i, std::initializer_list<Deprel> relations) const
{
    return std::ranges::find(relations, token(i).deprel) != relations.end();
}

bool Phrases::isLemma(std::uint32_t i, std::initializer_list<std::string_view> lemmas) const
{
    return std::ranges::find(lemmas, token(i).lemma) != lemmas.end();
}

bool Phrases::isNominal(std::uint32_t i) const
{
    const Upos upos = token(i).upos;
    return upos == Upos::noun || upos == Upos::propn || upos == Upos::pron;
}

bool Phrases::isRelativeWord(std::uint32_t i) const
{
    return !is(i, {Deprel::det, Deprel::mark}) && isLemma(i, {"which", "who", "whom", "whose", "that"});
}

bool Phrases::isClause(std::uint32_t i) const
{
    if (is(i, {Deprel::aux, Deprel::auxPass, Deprel::cop, Deprel::amod, Deprel::compound, Deprel::casemark,
               Deprel::mark, Deprel::fixed, Deprel::flat}))
        return false;
    const Upos upos = token(i).upos;
    return upos == Upos::verb || child(i, {Deprel::cop}) || (upos == Upos::aux && child(i, {Deprel::nsubj}));
}

TokenRange Phrases::nominal(std::uint32_t head, Preposition preposition, bool alone) const
{
    TokenRange range{head, head + 1};
    const auto children = m_trees.children(head);
    for (auto at = std::ranges::lower_bound(children, head); at != children.begin();) {
        const std::uint32_t c = *--at;
        if (token(c).upos == Upos::punct) continue;
        const bool kept =
            is(c, {Deprel::det, Deprel::detPredet, Deprel::amod, Deprel::nummod, Deprel::compound, Deprel::flat,
                   Deprel::fixed, Deprel::nmod, Deprel::nmodPoss, Deprel::nmodDesc, Deprel::nmodUnmarked,
                   Deprel::advmod, Deprel::obl, Deprel::oblUnmarked}) ||
            (preposition == Preposition::kept && is(c, {Deprel::casemark, Deprel::mark}));
        if (!kept || isRelativeWord(c)) break;
        range.begin = m_trees.subtree(c).begin;
    }
    range.end = std::min(m_trees.subtree(head).end, head + maxPhrase);
    for (std::uint32_t i = head + 1; i < range.end; ++i) {
        const std::uint32_t first = std::max(m_trees.subtree(i).begin, head + 1);
        if (endsPhrase(i, head, first, alone)) range.end = first;
    }
    return trimmed(range, head);
}

// Whether the phrase ends before `first`, where the subtree of `i` begins.
bool Phrases::endsPhrase(std::uint32_t i, std::uint32_t head, std::uint32_t first, bool alone) const
{
    if (opensAside(i)) return true;
    if (is(i, {Deprel::acl, Deprel::aclRelcl, Deprel::advcl, Deprel::advclRelcl, Deprel::parataxis, Deprel::list,
               Deprel::vocative, Deprel::discourse, Deprel::reparandum, Deprel::dep, Deprel::orphan}))
        return true;
    if (is(i, {Deprel::appos})) return token(first).upos == Upos::punct;
    return is(i, {Deprel::conj}) && (isClause(i) || (alone && m_trees.head(i) == head));
}

TokenRange Phrases::clause(std::uint32_t head) const
{
    TokenRange range = trimmed(m_trees.subtree(head), head);
    if (range.begin < head && is(range.begin, {Deprel::mark}) && isLemma(range.begin, {"that"})) ++range.begin;
    range.end = std::min(range.end, head + maxPhrase);
    for (std::uint32_t i = head + 1; i < range.end; ++i)
        if (is(i, {Deprel::parataxis, Deprel::list})) range.end = std::max(m_trees.subtree(i).begin, head + 1);
    return trimmed(range, head);
}

std::vector<std::uint32_t> Phrases::joined(std::uint32_t head) const
{
    std::vector<std::uint32_t> all{head};
    for (const std::uint32_t c : m_trees.children(head))
        if (is(c, {Deprel::conj}) && !isClause(c)) all.push_back(c);
    return all;
}

bool Phrases::opensAside(std::uint32_t i) const
{
    if (token(i).upos != Upos::punct) return false;
    const std::string_view mark = word(i);
    return mark == "—" || mark == "–" || mark == "--" || mark == "(" || mark == "[" || mark == ":" || mark == ";";
}

// Whether the last word is a bracket or quotation mark whose other half is in the range.
bool Phrases::closes(TokenRange range) const
{
    const std::string_view last = word(range.end - 1);
    std::string_view other;
    if (last == ")") other = "(";
    if (last == "]") other = "[";
    if (last == "”") other = "“";
    if (last == "\"") other = last;
    std::size_t opened = 0;
    for (std::uint32_t i = range.begin; i + 1 < range.end; ++i) {
        if (word(i) == other) ++opened;
        else if (word(i) == last) opened -= opened > 0;
    }
    return !other.empty() && (other == last ? opened % 2 == 1 : opened > 0);
}

TokenRange Phrases::trimmed(TokenRange range, std::uint32_t head) const
{
    const auto isLoose = [&](std::uint32_t i) { return token(i).upos == Upos::punct || is(i, {Deprel::cc}); };
    const auto hangs = [&](std::uint32_t i) {
        return isLoose(i) || is(i, {Deprel::ccPreconj, Deprel::casemark, Deprel::mark, Deprel::det});
    };
    while (range.end > head + 1 && hangs(range.end - 1) && !closes(range)) --range.end;
    while (range.begin < head && isLoose(range.begin)) ++range.begin;
    return range;
}

} // namespace skein
