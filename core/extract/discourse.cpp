// SPDX-License-Identifier: GPL-3.0-or-later
// The features are those of the literature on pronouns: agreement, distance, grammatical role and parallelism (Lappin and
// Leass 1994), the way through the tree (Hobbs 1978; binding), how often and how late the referent was spoken of (Grosz,
// Joshi, Weinstein 1995). What each is worth is learned.
#include "core/extract/discourse.h"

#include "core/extract/aliases.h"
#include "core/extract/words.h"
#include "core/extract/wordset.h"

#include <algorithm>
#include <array>
#include <bit>
#include <map>

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

Discourse::Discourse(const Document& document, const Reading& reading, const NameReading& names, const Lexicons& lexicons)
    : m_document(document), m_reading(reading), m_names(names), m_lexicons(lexicons), m_trees(reading),
      m_expressions(findExpressions(document, m_trees, reading, names, lexicons))
{
    const auto genders = guessGenders(m_trees, m_expressions, names, lexicons);
    m_about.resize(names.entities.size());
    for (std::size_t i = 0; i < genders.size(); ++i) m_about[i].gender = genders[i];
    m_referents.resize(m_expressions.size());
    m_isPersonNoun.assign(m_expressions.size(), false);
    for (std::size_t i = 0; i < m_expressions.size(); ++i) {
        const Expression& e = m_expressions[i];
        if (e.kind == ExpressionKind::name) {
            m_referents[i] = names.mentions[e.mention].entity;
            Referent& about = m_about[m_referents[i]];
            if (about.names++ == 0) about.firstName = i;
            about.seen.push_back(i);
            continue;
        }
        if (e.kind == ExpressionKind::possibleName)
            if (const auto same = sameName(i)) {
                m_referents[i] = *same;
                ++m_about[*same].names;
                m_about[*same].seen.push_back(i);
                continue;
            }
        m_referents[i] = m_about.size();
        Referent& fresh = m_about.emplace_back();
        fresh.firstName = i;
        fresh.seen.push_back(i);
        if (e.kind == ExpressionKind::pronoun && e.pronoun.gender != Gender::unknown) fresh.gender = {e.pronoun.gender, 3};
        if (e.kind == ExpressionKind::possibleName)
            fresh.gender = genderOfName(textOf(document.text, e.span), lexicons);
        if (e.kind == ExpressionKind::nominal) {
            const std::string& lemma = m_trees.token(e.head).lemma;
            fresh.gender = genderOfNoun(lemma, lexicons);
            m_isPersonNoun[i] = fresh.gender.strength || lexicons.has(Lexicon::personNoun, lemma);
        }
    }
    std::map<std::string_view, std::size_t> most; // by type
    for (std::size_t i = 0; i < names.entities.size(); ++i) {
        const auto [place, isNew] = most.try_emplace(names.entities[i].type, i);
        if (m_about[i].names > m_about[place->second].names) place->second = i;
    }
    for (const auto& [type, entity] : most) m_mostNamedOf.insert(entity);
    readDescriptions();
    readMakers();
    for (const Expression& e : m_expressions) {
        m_nouns.push_back(nounTypes(e));
        if (!m_nouns.back().empty()) readOwner(m_nouns.size() - 1);
    }
}

// The referent of an earlier possible name that this one repeats, whole or by its last word.
std::optional<std::size_t> Discourse::sameName(std::size_t expression) const
{
    const std::string_view name = textOf(m_document.text, m_expressions[expression].span);
    for (std::size_t i = expression; i-- > 0;) {
        if (m_expressions[i].kind != ExpressionKind::possibleName) continue;
        const std::string_view other = textOf(m_document.text, m_expressions[i].span);
        if (other == name || (other.ends_with(name) && other[other.size() - name.size() - 1] == ' ')) return m_referents[i];
    }
    return std::nullopt;
}

bool Discourse::isAnaphor(std::size_t expression) const
{
    return m_expressions[expression].kind == ExpressionKind::pronoun || !m_nouns[expression].empty();
}

std::size_t Discourse::kindOf(std::size_t anaphor) const
{
    const Expression& e = m_expressions[anaphor];
    if (e.kind == ExpressionKind::pronoun) return static_cast<std::size_t>(e.pronoun.kind);
    return m_nouns[anaphor].front() == "person" ? 3 : m_nouns[anaphor].front() == "organization" ? 4 : 5;
}

std::string Discourse::wordAt(std::uint32_t token) const
{
    return foldedCase(textOf(m_document.text, m_trees.token(token).span));
}

bool Discourse::nameHas(std::size_t entity, std::string_view lemma) const
{
    const std::string name = ' ' + foldedCase(m_names.entities[entity].name) + ' ';
    return name.find(' ' + std::string(lemma) + ' ') != std::string::npos;
}

// What a short definite noun phrase may name: "the company". A phrase that says more than its noun brings its own referent.
std::vector<std::string_view> Discourse::nounTypes(const Expression& e) const
{
    if (e.kind != ExpressionKind::nominal || e.isPlural) return {};
    const std::string article = wordAt(e.tokens.begin);
    if ((article != "the" && article != "this") || e.tokens.end - e.tokens.begin > 6) return {};
    for (const auto child : m_trees.children(e.head)) {
        static constexpr std::array said{Deprel::nmod, Deprel::acl, Deprel::aclRelcl, Deprel::nummod, Deprel::conj, Deprel::appos,
                                         Deprel::nmodPoss, Deprel::flat};
        if (std::ranges::find(said, m_trees.token(child).deprel) != said.end()) return {};
    }
    if (m_trees.token(e.head).deprel == Deprel::conj || m_trees.child(e.head, {Deprel::cop})) return {};
    const std::string& lemma = m_trees.token(e.head).lemma;
    std::vector<std::string_view> types;
    static constexpr std::array<std::pair<Lexicon, std::string_view>, 5> lists{{{Lexicon::personNoun, "person"},
                                                                               {Lexicon::organizationNoun, "organization"},
                                                                               {Lexicon::productNoun, "product"},
                                                                               {Lexicon::placeNoun, "place"},
                                                                               {Lexicon::workNoun, "work"}}};
    for (const auto& [list, type] : lists)
        if (m_lexicons.has(list, lemma)) types.push_back(type);
    return types;
}

// Whose product a noun phrase speaks of: "the Nimbus Labs model". Sets the organisation, or empties the types of a phrase that
// holds another name.
void Discourse::readOwner(std::size_t expression)
{
    const Expression& e = m_expressions[expression];
    // "The best model" is one of many; "the nimbus labs model" may be read as if nimbus were an adjective.
    const auto singlesOut = [&] {
        static const WordSet plain{"new former own current young then late newest latest"};
        return std::ranges::any_of(m_trees.children(e.head), [&](std::uint32_t child) {
            return m_trees.token(child).deprel == Deprel::amod && !plain.has(wordAt(child));
        });
    };
    if (e.kind != ExpressionKind::nominal || e.tokens.end - e.tokens.begin < 3) return;
    const std::string inside = ' ' + nameKey(textOf(m_document.text, {m_trees.token(e.tokens.begin + 1).span.begin,
                                                                     m_trees.token(e.head - 1).span.end})) + ' ';
    for (std::size_t i = 0; i < m_names.entities.size(); ++i) {
        const Entity& entity = m_names.entities[i];
        const auto isInside = [&](const std::string& name) { return inside.find(' ' + nameKey(name) + ' ') != std::string::npos; };
        if (!isInside(entity.name) && std::ranges::none_of(entity.aliases, isInside)) continue;
        if (entity.type == "organization") m_owner[expression] = i;
        else m_nouns[expression].clear();
    }
    if (!m_owner.contains(expression) && singlesOut()) m_nouns[expression].clear();
}

// The organisation that most often stands in one sentence with a product, if one stands out.
void Discourse::readMakers()
{
    std::map<std::size_t, std::map<std::size_t, std::size_t>> shared; // product -> organisation -> sentences
    for (std::size_t i = 0; i < m_expressions.size();) {
        std::set<std::size_t> here;
        const std::uint32_t sentence = m_expressions[i].sentence;
        for (; i < m_expressions.size() && m_expressions[i].sentence == sentence; ++i)
            if (m_expressions[i].kind == ExpressionKind::name) here.insert(m_referents[i]);
        for (const auto product : here)
            for (const auto other : here)
                if (m_names.entities[product].type == "product" && m_names.entities[other].type == "organization")
                    ++shared[product][other];
    }
    for (const auto& [product, counts] : shared) {
        std::size_t most = 0;
        for (const auto& [organization, count] : counts) {
            if (count > most) m_maker[product] = organization;
            if (count == most) m_maker.erase(product);
            most = std::max(most, count);
        }
    }
}

// Nouns that the text gives to named referents: "Ann Holt is a singer", "the singer Ann Holt", "Ann Holt, a singer".
void Discourse::readDescriptions()
{
    for (std::size_t i = 0; i < m_expressions.size(); ++i) {
        const Expression& e = m_expressions[i];
        if (e.kind != ExpressionKind::name) continue;
        auto& descriptions = m_about[m_referents[i]].descriptions;
        const auto hear = [&](std::uint32_t token) {
            if (m_trees.token(token).upos == Upos::noun && !e.tokens.contains(token))
                descriptions.push_back(hashOf(m_trees.token(token).lemma));
        };
        for (const auto child : m_trees.children(e.head)) {
            const Deprel deprel = m_trees.token(child).deprel;
            if (deprel == Deprel::appos || deprel == Deprel::nmodDesc || deprel == Deprel::compound) hear(child);
            if (deprel == Deprel::appos)
                for (const auto more : m_trees.children(child))
                    if (m_trees.token(more).deprel == Deprel::conj) hear(more);
        }
        if (const auto above = m_trees.head(e.head)) {
            const Deprel deprel = m_trees.token(e.head).deprel;
            const bool isSaid = deprel == Deprel::nsubj && m_trees.child(*above, {Deprel::cop});
            if (isSaid || deprel == Deprel::appos || deprel == Deprel::nmodDesc || deprel == Deprel::flat) hear(*above);
        }
    }
    for (auto& about : m_about) std::ranges::sort(about.descriptions);
}

// "TOM BRANDT: …" says who speaks; he is no "he" of his own words.
bool Discourse::isSpeaker(const Expression& e) const
{
    const auto after = m_trees.token(e.tokens.end - 1).span.end;
    return e.tokens.begin == m_reading.sentences[e.sentence].firstToken && after < m_document.text.size() &&
           m_document.text[after] == ':';
}

// "Ann Holt, Eva Lund, and Tom Brandt": one of several that are named together.
bool Discourse::isOneOfSeveral(std::size_t expression) const
{
    const Expression& e = m_expressions[expression];
    if (e.isConjunct || m_trees.child(e.head, {Deprel::conj})) return true;
    const auto together = [&](std::size_t left, std::size_t right) {
        const Expression& a = m_expressions[left];
        const Expression& b = m_expressions[right];
        if (a.kind != ExpressionKind::name || b.kind != ExpressionKind::name || a.span.end > b.span.begin) return false;
        const std::string_view between = textOf(m_document.text, {a.span.end, b.span.begin});
        return between == " and " || between == ", and " || between == " & ";
    };
    return (expression > 0 && together(expression - 1, expression)) ||
           (expression + 1 < m_expressions.size() && together(expression, expression + 1));
}

int Discourse::genderFit(const Expression& anaphor, std::size_t candidate) const
{
    if (anaphor.pronoun.gender == Gender::unknown) return 0;
    const GenderGuess guess = m_about[m_referents[candidate]].gender;
    return guess.gender == anaphor.pronoun.gender ? guess.strength : -guess.strength;
}

// A river is no town.
bool Discourse::isOtherPlace(const Entity& entity, std::string_view lemma) const
{
    const std::string_view last = std::string_view(entity.name).substr(entity.name.rfind(' ') + 1);
    return entity.type == "place" && m_lexicons.has(Lexicon::placeHead, last) && foldedCase(last) != lemma;
}

bool Discourse::mayBe(std::size_t index, std::size_t candidate) const
{
    const Expression& anaphor = m_expressions[index];
    const Expression& c = m_expressions[candidate];
    if (c.kind == ExpressionKind::name && isSpeaker(c)) return false;
    if (anaphor.kind == ExpressionKind::nominal) {
        if (c.kind == ExpressionKind::nominal)
            return !c.isPlural && m_trees.token(c.head).lemma == m_trees.token(anaphor.head).lemma;
        if (c.kind != ExpressionKind::name) return false;
        if (const auto owner = m_owner.find(index); owner != m_owner.end()) {
            const auto maker = m_maker.find(m_referents[candidate]);
            if (maker == m_maker.end() || maker->second != owner->second) return false;
        }
        const std::string& type = m_names.entities[m_referents[candidate]].type;
        if (type == "person" && m_about[m_referents[index]].gender.strength &&
            m_about[m_referents[candidate]].gender.gender != Gender::unknown &&
            m_about[m_referents[candidate]].gender.gender != m_about[m_referents[index]].gender.gender)
            return false;
        return std::ranges::find(m_nouns[index], type) != m_nouns[index].end() &&
               !isOtherPlace(m_names.entities[m_referents[candidate]], m_trees.token(anaphor.head).lemma);
    }
    const auto kind = anaphor.pronoun.kind;
    if (c.kind == ExpressionKind::pronoun)
        return c.pronoun.kind == kind && (kind != PronounClass::person || c.pronoun.gender == anaphor.pronoun.gender);
    if (kind == PronounClass::person) {
        if (c.kind == ExpressionKind::nominal) return m_isPersonNoun[candidate] && !c.isPlural && genderFit(anaphor, candidate) >= 0;
        if (c.kind == ExpressionKind::name && m_names.entities[m_referents[candidate]].type != "person") return false;
        return genderFit(anaphor, candidate) > -2;
    }
    if (kind == PronounClass::group && c.kind == ExpressionKind::name &&
        (m_names.entities[m_referents[candidate]].type != "organization" || isOneOfSeveral(candidate)))
        return false;
    if (c.kind == ExpressionKind::possibleName) return false;
    if (c.kind == ExpressionKind::name) return m_names.entities[m_referents[candidate]].type != "person";
    if (kind == PronounClass::thing) return !m_isPersonNoun[candidate] && !c.isPlural;
    return true;
}

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

// Two arguments of one verb are two, unless one says "self": the referents that the pronoun cannot stand for.
std::set<std::size_t> Discourse::otherArguments(std::size_t anaphor) const
{
    const auto isArgument = [](const Expression& e) {
        return e.role == Role::subject || e.role == Role::passiveSubject || e.role == Role::object || e.role == Role::agent;
    };
    const Expression& a = m_expressions[anaphor];
    std::set<std::size_t> others;
    if (a.kind != ExpressionKind::pronoun || a.pronoun.form == PronounCase::reflexive ||
        a.pronoun.form == PronounCase::possessive || !isArgument(a))
        return others;
    const auto compare = [&](std::size_t i) {
        const Expression& c = m_expressions[i];
        if (c.sentence != a.sentence) return false;
        if (c.predicate == a.predicate && isArgument(c) && (c.role == Role::object) != (a.role == Role::object))
            others.insert(m_referents[i]);
        return true;
    };
    for (std::size_t i = anaphor; i-- > 0 && compare(i);) {}
    for (std::size_t i = anaphor + 1; i < m_expressions.size() && compare(i); ++i) {}
    return others;
}

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

void Discourse::link(std::size_t anaphor, std::size_t referent, float probability)
{
    Referent& about = m_about[referent];
    const Expression& a = m_expressions[anaphor];
    m_referents[anaphor] = referent;
    about.seen.push_back(anaphor);
    if (a.kind == ExpressionKind::pronoun) ++about.pronouns[static_cast<std::size_t>(a.pronoun.kind)];
    if (a.kind == ExpressionKind::pronoun && about.gender.gender == Gender::unknown && a.pronoun.gender != Gender::unknown && probability >= 0.5f)
        about.gender = {a.pronoun.gender, 1};
}

} // namespace skein
