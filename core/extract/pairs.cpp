// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/pairs.h"

#include <algorithm>
#include <bit>

namespace skein {
namespace {

constexpr std::uint32_t mostBetween = 40;  // tokens between the ends of a pair
constexpr std::uint32_t windowInside = 10; // of the words between, those this near to an end count
constexpr std::size_t mostEnds = 24;       // in a sentence; what is longer is a list or a table

// What a feature is about; part of the model file's format.
enum class About : Feature {
    bias = 1, types, kinds, typesAndKinds, path, pathPlain, pathBare, pathTop, pathWord, pathStep, pathPrepositions, pathLength,
    pathChild, pathTopChild, between, betweenPair, betweenAll, betweenFirst, betweenLast, betweenCount, betweenEnds, betweenSkeleton,
    before, beforeTwo, after, afterTwo, around, edges, possessive, commas, inner, nameWord, namePart, sentenceWord, rule, firedRelation,
    first, opens, date, sameList, beforeBetween, pathAndPossessive, headWord, themeBetween, themeBefore,
    themeAfter, themePath, themeTop, themesBetween
};

EndClass classOf(std::string_view type)
{
    if (type == "person") return EndClass::person;
    if (type == "organization") return EndClass::organization;
    if (type == "place") return EndClass::place;
    return EndClass::thing;
}

Feature bucket(std::uint32_t n)
{
    return n < 4 ? n : 2 + std::bit_width(n);
}

void lower(std::string& text)
{
    for (char& c : text)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool isContent(Upos upos)
{
    return upos == Upos::noun || upos == Upos::verb || upos == Upos::adj || upos == Upos::adv || upos == Upos::adp;
}

} // namespace

PairReader::PairReader(const Surroundings& around, const Trees& trees, const Lexicons* demonyms)
    : m_around(around), m_trees(trees), m_demonyms(demonyms)
{
}

std::optional<std::size_t> PairReader::groupOf(EndClass a, EndClass b)
{
    if (b < a) std::swap(a, b);
    if (a >= EndClass::date) return std::nullopt;
    if (b == EndClass::nationality && a != EndClass::person) return std::nullopt;
    return static_cast<std::size_t>(a) * endClassCount + static_cast<std::size_t>(b);
}

const std::vector<PairEnd>& PairReader::read(const SentenceView& view)
{
    m_view = &view;
    m_first = view.sentence.firstToken;
    m_last = view.sentence.lastToken;
    m_ends.clear();
    const std::vector<Entity>& entities = m_around.names.entities;
    for (std::size_t i = 0; i < view.items.size() && m_ends.size() < mostEnds; ++i) {
        const Item& item = view.items[i];
        for (const Member& member : item.members)
            m_ends.push_back({.endClass = classOf(entities[member.entity].type), .item = i, .member = member, .span = member.span});
        if (item.kind == ItemKind::value && item.value == ValueKind::date)
            m_ends.push_back({.endClass = EndClass::date, .item = i, .member = {}, .time = item.time, .span = item.span});
        if (m_demonyms != nullptr && item.kind == ItemKind::word && item.capital &&
            m_demonyms->has(Lexicon::demonym, textOf(m_around.document.text, item.span)))
            m_ends.push_back({.endClass = EndClass::nationality, .item = i, .member = {}, .span = item.span});
    }
    std::erase_if(m_ends, [&](PairEnd& end) {
        end.tokens = m_trees.tokensIn(end.span);
        end.tokens.begin = std::max(end.tokens.begin, m_first);
        end.tokens.end = std::min(end.tokens.end, m_last);
        if (end.tokens.begin >= end.tokens.end) return true;
        end.head = m_trees.topOf(end.tokens);
        return false;
    });
    m_lemmas.clear();
    m_themes.clear();
    m_owner.assign(m_last - m_first, -1);
    if (m_ends.size() < 2) return m_ends;
    std::string word;
    for (std::uint32_t t = m_first; t < m_last; ++t) {
        const Token& token = m_trees.token(t);
        word = token.lemma;
        if (word.empty()) word = textOf(m_around.document.text, token.span);
        lower(word);
        m_themes.push_back(m_around.vocabulary.themes(word));
        if (word.front() >= '0' && word.front() <= '9') word = "0";
        m_lemmas.push_back(hashOf(word));
    }
    for (std::size_t e = 0; e < m_ends.size(); ++e) {
        for (std::uint32_t t = m_ends[e].tokens.begin; t < m_ends[e].tokens.end; ++t)
            m_owner[t - m_first] = static_cast<int>(e);
    }
    return m_ends;
}

bool PairReader::isPair(const PairEnd& a, const PairEnd& b) const
{
    if (!groupOf(a.endClass, b.endClass)) return false;
    if (a.member && b.member && a.member->entity == b.member->entity) return false;
    return b.tokens.begin >= a.tokens.end && b.tokens.begin - a.tokens.end <= mostBetween;
}

// The word, or for a word inside an end the kind of end.
Feature PairReader::wordAt(std::uint32_t token) const
{
    if (token + 1 == m_first || token == m_last) return 0x5e; // the sentence's edge
    if (token < m_first || token > m_last) return 0x5f;
    const int owner = m_owner[token - m_first];
    return owner < 0 ? m_lemmas[token - m_first] : 0x100 + static_cast<Feature>(m_ends[static_cast<std::size_t>(owner)].endClass);
}

// The relation to the head, with the preposition that carries it.
Feature PairReader::edgeOf(std::uint32_t token) const
{
    const Deprel deprel = m_trees.token(token).deprel;
    Feature edge = static_cast<Feature>(deprel);
    if (const auto mark = m_trees.child(token, {Deprel::casemark, Deprel::mark}))
        edge = combine(edge, m_lemmas[*mark - m_first]);
    return edge;
}

// Where the end hangs in the sentence: for a later member of a list, where its first member hangs.
std::uint32_t PairReader::listHead(const PairEnd& end, const PairEnd& other) const
{
    std::uint32_t at = end.head;
    while (m_trees.token(at).deprel == Deprel::conj) {
        const auto above = m_trees.head(at);
        if (!above || isIn(other, *above)) break;
        const Upos upos = m_trees.token(*above).upos;
        if (upos != Upos::propn && upos != Upos::noun && upos != Upos::pron) break;
        at = *above;
    }
    return at;
}

void PairReader::features(const PairEnd& a, const PairEnd& b, const std::vector<FiredRule>& fired, PairFeatures& out)
{
    out.features.clear();
    out.tokens.clear();
    m_order = inOrder(a, b) ? 0 : 1;
    endFeatures(a, b, out);
    pathFeatures(a, b, out);
    wordFeatures(a, b, out);
    themeFeatures(a, b, out);
    const PairEnd& first = inOrder(a, b) ? a : b;
    const PairEnd& second = inOrder(a, b) ? b : a;
    const auto isEnd = [&](const PairEnd& end, std::size_t entity) { return end.member && end.member->entity == entity; };
    const auto isValue = [&](const PairEnd& end, const FiredRule& claim) {
        return !claim.object && end.endClass == EndClass::date && m_around.times[end.time].edtf == claim.value;
    };
    for (const FiredRule& claim : fired) {
        const auto matches = [&](const PairEnd& subject, const PairEnd& object) {
            return isEnd(subject, claim.subject) && (claim.object ? isEnd(object, *claim.object) : isValue(object, claim));
        };
        for (const bool forward : {true, false}) {
            if (!(forward ? matches(first, second) : matches(second, first))) continue;
            const Feature direction = forward ? 1 : 2;
            out.features.push_back(combine(combine(static_cast<Feature>(About::rule), direction), hashOf(claim.rule)));
            out.tokens.push_back(PairFeatures::noToken);
            out.features.push_back(combine(combine(static_cast<Feature>(About::firedRelation), direction), hashOf(claim.relation)));
            out.tokens.push_back(PairFeatures::noToken);
        }
    }
}

namespace {

struct Adder {
    PairFeatures& out;
    Feature order;

    void operator()(About about, Feature x, std::uint32_t token = PairFeatures::noToken) const
    {
        out.features.push_back(combine(combine(static_cast<Feature>(about) * 4 + order, x), 1));
        out.tokens.push_back(token);
    }
    // The same whichever end stands first.
    void loose(About about, Feature x, std::uint32_t token = PairFeatures::noToken) const
    {
        out.features.push_back(combine(combine(static_cast<Feature>(about) * 4 + 2, x), 1));
        out.tokens.push_back(token);
    }
};

} // namespace

void PairReader::endFeatures(const PairEnd& a, const PairEnd& b, PairFeatures& out)
{
    const Adder add{out, m_order};
    const std::string_view text = m_around.document.text;
    const std::vector<Entity>& entities = m_around.names.entities;
    const auto typeOf = [&](const PairEnd& end) {
        return end.member ? hashOf(entities[end.member->entity].type) : static_cast<Feature>(end.endClass);
    };
    const auto kindOf = [](const PairEnd& end) { return end.member ? static_cast<Feature>(end.member->kind) : 7; };
    const Feature types = combine(typeOf(a), typeOf(b));
    const Feature kinds = kindOf(a) * 8 + kindOf(b);
    add(About::bias, 0);
    add(About::types, types);
    add(About::kinds, kinds);
    add(About::typesAndKinds, combine(types, kinds));
    for (const PairEnd* end : {&a, &b}) {
        const Feature side = end == &a ? 0 : 1;
        if (!end->member) {
            if (end->endClass == EndClass::date) add(About::date, side * 64 + m_around.times[end->time].edtf.size());
            continue;
        }
        const Item& item = m_view->items[end->item];
        if (item.possessive) add(About::possessive, side * 8 + static_cast<Feature>(end->member->kind));
        if (item.members.size() > 1) add(About::sameList, side);
        if (end->member->entity == 0) add(About::first, side);
        // The words of a name say what it is: "… University", "… Exchange".
        for (const bool last : {true, false}) {
            const std::uint32_t t = last ? end->tokens.end - 1 : end->tokens.begin;
            if (end->tokens.end - end->tokens.begin < 2 && end->member->kind == MentionKind::name) break;
            add(About::nameWord, combine(side * 2 + (last ? 1 : 0), m_lemmas[t - m_first]));
        }
    }
    if (a.item == b.item) add(About::sameList, 2);
    if (a.member && b.member) {
        const std::string& x = entities[a.member->entity].name;
        const std::string& y = entities[b.member->entity].name;
        if (x.size() != y.size() && (x.size() < y.size() ? y.starts_with(x) : x.starts_with(y)))
            add(About::namePart, x.size() < y.size() ? 1 : 2);
        else if (x.substr(x.rfind(' ') + 1) == y.substr(y.rfind(' ') + 1))
            add(About::namePart, 3);
    }
    if (a.tokens.begin == m_first) add(About::opens, 0);
    static_cast<void>(text);
}

void PairReader::pathFeatures(const PairEnd& a, const PairEnd& b, PairFeatures& out)
{
    const Adder add{out, m_order};
    const std::uint32_t from = listHead(a, b);
    const std::uint32_t to = listHead(b, a);
    const auto path = m_trees.path(from, to);
    if (!path) {
        add(About::path, 0);
        return;
    }
    const auto word = [&](std::uint32_t t) { return wordAt(t); };
    Feature full = 1;
    Feature plain = 1;
    Feature bare = 1;
    Feature prepositions = 1;
    std::uint32_t length = 0;
    const auto step = [&](std::uint32_t t, Feature side) {
        const Feature edge = edgeOf(t);
        full = combine(combine(full, edge), side);
        plain = combine(combine(plain, edge), side);
        bare = combine(combine(bare, static_cast<Feature>(m_trees.token(t).deprel)), side);
        prepositions = combine(prepositions, edge);
        ++length;
    };
    const auto node = [&](std::uint32_t t, Feature side) {
        full = combine(full, word(t));
        if (isIn(a, t) || isIn(b, t)) return;
        add(About::pathWord, combine(side, word(t)), t);
        add.loose(About::pathWord, word(t), t);
        for (const auto child : m_trees.children(t)) {
            const Token& token = m_trees.token(child);
            if (child == from || child == to || std::ranges::find(path->up, child) != path->up.end() ||
                std::ranges::find(path->down, child) != path->down.end())
                continue;
            switch (token.deprel) {
            case Deprel::obj: case Deprel::compound: case Deprel::amod: case Deprel::compoundPrt: case Deprel::nsubj:
            case Deprel::nsubjPass: case Deprel::cop: case Deprel::aux: case Deprel::auxPass: case Deprel::xcomp:
            case Deprel::nmodPoss: case Deprel::advmod: case Deprel::det: case Deprel::nmod: case Deprel::obl:
                add(About::pathChild, combine(combine(side, static_cast<Feature>(token.deprel)), word(child)), child);
                if (isContent(token.upos))
                    add(About::headWord, combine(word(t), word(child)), t);
                break;
            default: break;
            }
        }
    };
    for (const auto t : path->up) {
        if (t != from) node(t, 0);
        step(t, 0);
        if (t != from) add(About::pathStep, combine(combine(edgeOf(t), word(t)), 0), t);
    }
    if (path->top != from && path->top != to) {
        node(path->top, 1);
        add(About::pathTop, combine(word(path->top), combine(path->up.empty() ? 0 : edgeOf(path->up.back()),
                                                              path->down.empty() ? 0 : edgeOf(path->down.front()))),
            path->top);
    } else {
        full = combine(full, path->top == from ? 2 : 3);
    }
    plain = combine(plain, 9);
    bare = combine(bare, 9);
    for (const auto t : path->down) {
        step(t, 1);
        if (t != to) {
            node(t, 2);
            add(About::pathStep, combine(combine(edgeOf(t), word(t)), 1), t);
        }
    }
    const std::uint32_t shown = path->top != from && path->top != to ? path->top : PairFeatures::noToken;
    add(About::path, full, shown);
    add(About::pathPlain, plain);
    add(About::pathBare, bare);
    add(About::pathPrepositions, combine(prepositions, word(path->top)), shown);
    add(About::pathLength, length);
    const bool owned = m_view->items[a.item].possessive;
    add(About::pathAndPossessive, combine(plain, owned ? 1 : 0));
}

void PairReader::wordFeatures(const PairEnd& a, const PairEnd& b, PairFeatures& out)
{
    const Adder add{out, m_order};
    const std::uint32_t begin = a.tokens.end;
    const std::uint32_t end = b.tokens.begin;
    const std::uint32_t count = end - begin;
    Feature all = 1;
    std::uint32_t commas = 0;
    Feature inside = 0; // kinds of ends between
    int owner = -1;
    for (std::uint32_t t = begin; t < end; ++t) {
        const int here = m_owner[t - m_first];
        if (here >= 0) {
            if (here != owner) inside |= Feature{1} << static_cast<unsigned>(m_ends[static_cast<std::size_t>(here)].endClass);
            if (here == owner) continue;
            owner = here;
        } else {
            owner = -1;
        }
        const Feature word = wordAt(t);
        all = combine(all, word);
        if (m_trees.token(t).upos == Upos::punct) ++commas;
        if (t >= begin + windowInside && t + windowInside < end) continue;
        add(About::between, word, t);
        if (here < 0 && isContent(m_trees.token(t).upos)) add.loose(About::between, word, t);
        if (t + 1 < end) add(About::betweenPair, combine(word, wordAt(t + 1)), t);
    }
    if (count <= 6) add(About::betweenAll, all, count > 0 ? begin + count / 2 : PairFeatures::noToken);
    add(About::betweenCount, bucket(count));
    add(About::betweenEnds, inside);
    add(About::commas, bucket(commas));
    if (count > 0) {
        add(About::betweenFirst, wordAt(begin), begin);
        add(About::betweenLast, wordAt(end - 1), end - 1);
    }
    const Feature b1 = wordAt(a.tokens.begin - 1);
    const Feature a1 = wordAt(b.tokens.end);
    add(About::before, b1, a.tokens.begin > m_first ? a.tokens.begin - 1 : PairFeatures::noToken);
    if (a.tokens.begin > m_first) {
        add(About::beforeTwo, combine(wordAt(a.tokens.begin - 2), b1), a.tokens.begin - 1);
        add(About::before, combine(2, wordAt(a.tokens.begin - 2)));
    }
    add(About::after, a1, b.tokens.end < m_last ? b.tokens.end : PairFeatures::noToken);
    if (b.tokens.end < m_last) {
        add(About::afterTwo, combine(a1, wordAt(b.tokens.end + 1)), b.tokens.end);
        add(About::after, combine(2, wordAt(b.tokens.end + 1)));
    }
    add(About::around, combine(b1, a1));
    if (count <= 6) {
        add(About::beforeBetween, combine(combine(b1, all), 0));
        add(About::beforeBetween, combine(combine(all, a1), 1));
    }
    for (std::uint32_t t = m_first; t < m_last; ++t) { // what else the sentence speaks of
        const Upos upos = m_trees.token(t).upos;
        if (m_owner[t - m_first] >= 0 || (upos != Upos::noun && upos != Upos::verb)) continue;
        if (t >= begin && t < end) continue;
        add.loose(About::sentenceWord, m_lemmas[t - m_first], t);
    }
}

void PairReader::themeFeatures(const PairEnd& a, const PairEnd& b, PairFeatures& out)
{
    const Adder add{out, m_order};
    const auto themesAt = [&](std::uint32_t t) { return m_owner[t - m_first] < 0 ? m_themes[t - m_first] : 0; };
    const auto each = [&](About about, std::uint32_t themes, Feature more, std::uint32_t token) {
        for (; themes != 0; themes &= themes - 1) {
            const Feature x = combine(static_cast<Feature>(std::countr_zero(themes)), more);
            add(about, x, token);
            add.loose(about, x, token);
        }
    };
    std::uint32_t between = 0;
    for (std::uint32_t t = a.tokens.end; t < b.tokens.begin; ++t) {
        each(About::themeBetween, themesAt(t) & ~between, 0, t);
        between |= themesAt(t);
    }
    add(About::themesBetween, between);
    const std::uint32_t near = 4;
    for (std::uint32_t t = a.tokens.begin; t-- > m_first && t + near >= a.tokens.begin;)
        each(About::themeBefore, themesAt(t), 0, t);
    for (std::uint32_t t = b.tokens.end; t < m_last && t < b.tokens.end + near; ++t)
        each(About::themeAfter, themesAt(t), 0, t);
    const auto path = m_trees.path(listHead(a, b), listHead(b, a));
    if (!path) return;
    for (const auto t : path->up) each(About::themePath, themesAt(t), 0, t);
    for (const auto t : path->down) each(About::themePath, themesAt(t), 1, t);
    each(About::themeTop, themesAt(path->top), combine(path->up.empty() ? 0 : edgeOf(path->up.back()),
                                                       path->down.empty() ? 0 : edgeOf(path->down.front())), path->top);
}

} // namespace skein
