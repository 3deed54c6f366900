// SPDX-License-Identifier: GPL-3.0-or-later
// The features are those of the literature on pronouns: agreement, distance, grammatical role and parallelism (Lappin and
// Leass 1994), the way through the tree (Hobbs 1978; binding), how often and how late the referent was spoken of (Grosz,
// Joshi, Weinstein 1995). What each is worth is learned.
#include "core/extract/discourse.h"

#include <algorithm>
#include <bit>

namespace skein {

namespace {

constexpr std::uint32_t window = 8;          // sentences
constexpr std::size_t mostCandidates = 50;

template <typename... Parts>
Feature hashed(Parts... parts)
{
    Feature h = 0x5DEECE66Du;
    ((h = combine(h, static_cast<Feature>(parts))), ...);
    return h;
}

Feature typeHash(std::string_view type) { return hashOf(type); }

std::size_t bucket(std::size_t n) { return std::min<std::size_t>(std::bit_width(n), 8); }
std::size_t capped(std::size_t n, std::size_t most) { return std::min(n, most); }

} // namespace

// Writes the features of one anaphor and one candidate.
class Discourse::Describer {
public:
    Describer(const Discourse& discourse, std::size_t anaphor, std::vector<Feature>& out)
        : m_d(discourse), m_anaphor(anaphor), m_a(discourse.m_expressions[anaphor]), m_out(out),
          m_kind(static_cast<Feature>(discourse.kindOf(anaphor))), m_form(static_cast<Feature>(m_a.pronoun.form))
    {
    }

    template <typename... Parts>
    void add(int id, Parts... parts)
    {
        m_out.push_back(hashed(id, m_kind, parts...));
    }

    // For this kind of anaphor, and for all kinds alike: what is rare with one is learned from the others.
    template <typename... Parts>
    void addBoth(int id, Parts... parts)
    {
        add(id, parts...);
        m_out.push_back(hashed(id + 1000, parts...));
    }

    void nothing(std::size_t fits, std::size_t fitsNear)
    {
        const Token& head = m_d.m_trees.token(m_a.head);
        const Token& predicate = m_d.m_trees.token(m_a.predicate);
        add(100);
        add(101, m_form, m_a.role);
        add(102, capped(fits, 4), capped(fitsNear, 3));
        add(103, m_a.pronoun.gender, capped(fits, 2));
        add(104, head.deprel, hashOf(predicate.lemma));
        add(105, head.deprel == Deprel::expl);
        add(106, m_a.isQuoted);
        add(107, m_a.sentence == 0);
        if (m_a.kind == ExpressionKind::pronoun && m_a.pronoun.kind == PronounClass::thing) {
            add(108, hashOf(predicate.lemma), predicate.upos);
            for (const auto child : m_d.m_trees.children(m_a.predicate)) {
                const Deprel deprel = m_d.m_trees.token(child).deprel;
                if (deprel == Deprel::csubj || deprel == Deprel::ccomp || deprel == Deprel::xcomp || deprel == Deprel::advcl)
                    add(109, deprel, m_a.role, predicate.upos);
            }
        }
        if (m_a.kind == ExpressionKind::nominal) {
            add(111, hashOf(head.lemma));
            add(114, m_d.m_owner.contains(m_anaphor));
            add(112, m_a.tokens.end - m_a.tokens.begin);
            add(113, hashOf(m_d.wordAt(m_a.tokens.begin)));
        }
        add(110, m_d.m_trees.depth(m_a.predicate) > 0, m_form);
    }

    void candidate(std::size_t index, std::size_t rank, std::size_t ahead, std::size_t fitsInSentence)
    {
        const Expression& c = m_d.m_expressions[index];
        const Trees& trees = m_d.m_trees;
        const Referent& about = m_d.m_about[m_d.m_referents[index]];
        const bool after = index > m_anaphor;
        const std::size_t far = after ? 7 : capped(m_a.sentence - c.sentence, 5);
        const int gender = m_d.genderFit(m_a, index);
        const Feature kind = kindOf(index);
        const Feature type = c.kind == ExpressionKind::name ? typeHash(m_d.m_names.entities[m_d.m_referents[index]].type) : 0;
        const Feature subject = c.role == Role::subject || c.role == Role::passiveSubject;
        const std::size_t depth = capped(trees.depth(c.predicate), 3);

        add(1, far);
        addBoth(2, m_form, far, c.role);
        addBoth(3, m_a.role, far, c.role);
        add(4, kind, far);
        add(5, kind, m_form);
        add(6, type, kind);
        add(7, gender + 3);
        add(8, gender + 3, kind, far);
        addBoth(9, far, rank);
        addBoth(10, m_form, far, rank, ahead);
        addBoth(11, far, ahead, c.role);
        add(12, far, capped(fitsInSentence, 4), rank);
        addBoth(13, far, subject, depth);
        add(14, far, trees.token(c.head).deprel);
        addBoth(15, far, c.isConjunct, c.isApposition);
        add(16, far, m_a.isQuoted, c.isQuoted);
        addBoth(17, m_a.block == c.block, far);
        const std::size_t tokens = after ? c.head - m_a.head : m_a.head - c.head;
        add(18, after, bucket(tokens));
        addBoth(19, far, bucket(tokens), subject);
        addBoth(20, c.tokens.begin == m_d.m_reading.sentences[c.sentence].firstToken, far, subject);

        // Of the referent.
        std::size_t before = 0;
        for (const auto s : about.seen) before += s < m_anaphor;
        addBoth(30, bucket(before), far);
        add(31, bucket(about.names), kind);
        addBoth(32, m_d.m_mostNamedOf.contains(m_d.m_referents[index]) && about.names > 1, far);
        add(33, capped(about.firstName, 3), m_d.m_expressions[about.firstName].sentence == 0, far);
        if (m_a.kind == ExpressionKind::pronoun)
            add(34, capped(about.pronouns[static_cast<std::size_t>(m_a.pronoun.kind)], 3), far);
        std::size_t latest = index;
        for (const auto s : about.seen)
            if (s < m_anaphor) latest = std::max(latest, s);
        if (!after) add(35, latest == index, far);
        if (c.kind == ExpressionKind::pronoun) add(36, c.pronoun.form, m_form, far, m_d.isEntity(m_d.m_referents[index]));
        if (c.kind == ExpressionKind::nominal) add(37, hashOf(trees.token(c.head).lemma));

        add(38, hashOf(trees.token(m_a.predicate).lemma), m_a.role, type);
        if (m_a.kind == ExpressionKind::nominal) {
            const Feature lemma = hashOf(trees.token(m_a.head).lemma);
            const bool isCalled = std::ranges::binary_search(about.descriptions, lemma);
            const bool hasWord = c.kind == ExpressionKind::name && m_d.nameHas(m_d.m_referents[index], trees.token(m_a.head).lemma);
            add(66, m_d.m_owner.contains(m_anaphor), rank);
            add(65, isCalled, !about.descriptions.empty(), hasWord);
            add(61, isCalled, hasWord, far, subject);
            add(62, isCalled, m_a.tokens.end - m_a.tokens.begin);
            add(63, m_d.m_mostNamedOf.contains(m_d.m_referents[index]), far);
            if (c.kind == ExpressionKind::nominal) add(64, c.isDefinite, far);
        }

        // Parallel clauses.
        addBoth(40, m_a.role == c.role, far, m_form);
        if (far == 1) addBoth(41, m_a.role, c.role, trees.depth(m_a.predicate) > 0, depth > 0);
        const Feature sameVerb = trees.token(m_a.predicate).lemma == trees.token(c.predicate).lemma;
        addBoth(42, sameVerb, m_a.role, c.role, far == 0);

        if (m_a.sentence == c.sentence) sameSentence(c, after);
    }

private:
    Feature kindOf(std::size_t index) const
    {
        const Expression& c = m_d.m_expressions[index];
        switch (c.kind) {
        case ExpressionKind::name: return c.tokens.end - c.tokens.begin > 1 ? 0 : 1;
        case ExpressionKind::possibleName: return c.tokens.end - c.tokens.begin > 1 ? 2 : 3;
        case ExpressionKind::nominal: return 4 + c.isDefinite;
        case ExpressionKind::pronoun: return 6 + m_d.isEntity(m_d.m_referents[index]);
        }
        return 9;
    }

    void sameSentence(const Expression& c, bool after)
    {
        const Trees& trees = m_d.m_trees;
        const bool sameClause = m_a.predicate == c.predicate;
        addBoth(50, m_form, sameClause, m_a.role, c.role, after);
        const bool inside = trees.subtree(c.head).contains(m_a.head);
        const bool around = trees.subtree(m_a.head).contains(c.head);
        addBoth(51, m_form, inside, around);
        // Whether the candidate's phrase commands the pronoun: whether its parent is above it.
        const auto parent = trees.head(c.head);
        const bool commands = parent && trees.subtree(*parent).contains(m_a.head);
        const auto above = trees.head(m_a.head);
        const bool commanded = above && trees.subtree(*above).contains(c.head);
        addBoth(52, m_form, commands, commanded, after, sameClause);
        if (const auto clauses = trees.path(c.predicate, m_a.predicate)) {
            Feature way = hashed(after);
            for (const auto t : clauses->up) way = hashed(way, 1, trees.token(t).deprel);
            for (const auto t : clauses->down) way = hashed(way, 2, trees.token(t).deprel);
            if (clauses->up.size() + clauses->down.size() <= 5) {
                addBoth(53, way);
                addBoth(54, way, c.role, m_a.role);
            }
            addBoth(55, clauses->up.size(), clauses->down.size(), c.role, m_form);
            if (!clauses->down.empty() && clauses->up.empty())
                add(56, hashOf(trees.token(c.predicate).lemma), trees.token(clauses->down.front()).deprel, c.role);
        }
        if (const auto path = trees.path(c.head, m_a.head); path && path->up.size() + path->down.size() <= 6) {
            Feature way = hashed(after);
            for (const auto t : path->up) way = hashed(way, 1, trees.token(t).deprel);
            for (const auto t : path->down) way = hashed(way, 2, trees.token(t).deprel);
            addBoth(57, way, m_form);
        }
    }

    const Discourse& m_d;
    std::size_t m_anaphor;
    const Expression& m_a;
    std::vector<Feature>& m_out;
    Feature m_kind, m_form;
};

Discourse::Choice Discourse::choiceFor(std::size_t anaphor) const
{
    const Expression& a = m_expressions[anaphor];
    const auto others = otherArguments(anaphor);
    std::vector<std::size_t> nearest; // candidates before it, nearest first
    for (std::size_t i = anaphor; i-- > 0 && nearest.size() < mostCandidates;) {
        if (a.sentence - m_expressions[i].sentence > window) break;
        if (mayBe(anaphor, i) && !others.contains(m_referents[i])) nearest.push_back(i);
    }
    std::vector<std::size_t> later;
    if (a.kind == ExpressionKind::pronoun)
        for (std::size_t i = anaphor + 1; i < m_expressions.size() && m_expressions[i].sentence == a.sentence; ++i)
            if (m_expressions[i].kind != ExpressionKind::pronoun && m_expressions[i].kind != ExpressionKind::nominal && mayBe(anaphor, i) &&
                !others.contains(m_referents[i]))
                later.push_back(i);

    const auto fits = [&](std::size_t i) {
        const Expression& c = m_expressions[i];
        return c.kind != ExpressionKind::nominal && genderFit(a, i) >= 0;
    };
    std::vector<std::size_t> referents; // that fit, nearest first, each once
    std::vector<std::size_t> inSentence(window + 2, 0);
    const auto note = [&](std::size_t i) {
        if (fits(i) && std::ranges::find(referents, m_referents[i]) == referents.end()) referents.push_back(m_referents[i]);
    };
    std::vector<std::size_t> ranks;
    for (const auto i : nearest) {
        const auto found = std::ranges::find(referents, m_referents[i]);
        ranks.push_back(capped(static_cast<std::size_t>(found - referents.begin()), 4));
        note(i);
        if (fits(i)) ++inSentence[a.sentence - m_expressions[i].sentence];
    }
    // How many that fit stand before a candidate in its own sentence.
    std::vector<std::size_t> ahead(nearest.size(), 0);
    for (std::size_t k = 0; k < nearest.size(); ++k)
        for (std::size_t l = k + 1; l < nearest.size() && m_expressions[nearest[l]].sentence == m_expressions[nearest[k]].sentence; ++l)
            if (fits(nearest[l]) && m_referents[nearest[l]] != m_referents[nearest[k]]) ++ahead[k];

    Choice choice;
    const auto describer = [&]() -> Describer { return Describer(*this, anaphor, choice.features.emplace_back()); };
    choice.candidates.push_back(anaphor);
    describer().nothing(referents.size(), inSentence[0] + inSentence[1]);
    for (std::size_t k = 0; k < nearest.size(); ++k) {
        choice.candidates.push_back(nearest[k]);
        describer().candidate(nearest[k], ranks[k], capped(ahead[k], 2), inSentence[a.sentence - m_expressions[nearest[k]].sentence]);
    }
    for (std::size_t k = 0; k < later.size(); ++k) {
        choice.candidates.push_back(later[k]);
        describer().candidate(later[k], capped(k, 3), capped(inSentence[0], 2), inSentence[0]);
    }
    return choice;
}

} // namespace skein
