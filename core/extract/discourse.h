// SPDX-License-Identifier: GPL-3.0-or-later
// A text as the choice of antecedents sees it: expressions in order, which referent each stands for as far as known, and
// for the next one the candidates with their features. Training and reading share it. Internal to core/extract.
#pragma once

#include "core/extract/referents.h"
#include "core/text/weights.h"

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace skein {

class Discourse {
public:
    // The arguments must outlive it.
    Discourse(const Document& document, const Reading& reading, const NameReading& names, const Lexicons& lexicons);

    const std::vector<Expression>& expressions() const { return m_expressions; }
    // Whether the expression looks for an antecedent: a pronoun, or a noun phrase like "the company".
    bool isAnaphor(std::size_t expression) const;

    // Referents: the entities of the reading by their index, then one for each other expression until it is linked.
    std::size_t referentOf(std::size_t expression) const { return m_referents[expression]; }
    bool isEntity(std::size_t referent) const { return referent < m_names.entities.size(); }

    // What an anaphor may stand for. The first alternative is nothing at all: its candidate is the anaphor itself.
    struct Choice {
        std::vector<std::size_t> candidates; // expressions
        std::vector<std::vector<Feature>> features;
    };
    // REQUIRES: anaphors are asked for and linked in text order.
    Choice choiceFor(std::size_t anaphor) const;

    // The anaphor stands for this referent, as surely as that.
    void link(std::size_t anaphor, std::size_t referent, float probability);

private:
    struct Referent {
        std::vector<std::size_t> seen; // expressions, in order, up to now
        std::size_t names = 0;         // in the whole text
        std::size_t firstName = 0;     // expression
        GenderGuess gender;
        std::size_t pronouns[3] = {};  // linked so far, by class
        std::vector<Feature> descriptions; // hashes of nouns, sorted
    };

    std::optional<std::size_t> sameName(std::size_t expression) const;
    std::size_t kindOf(std::size_t anaphor) const;
    std::string wordAt(std::uint32_t token) const;
    bool nameHas(std::size_t entity, std::string_view lemma) const;
    std::vector<std::string_view> nounTypes(const Expression& e) const;
    void readOwner(std::size_t expression);
    void readMakers();
    void readDescriptions();
    bool isSpeaker(const Expression& e) const;
    bool isReporter(const Expression& e) const;
    bool isOneOfSeveral(std::size_t expression) const;
    bool isOtherPlace(const Entity& entity, std::string_view lemma) const;
    bool mayBe(std::size_t anaphor, std::size_t candidate) const;
    std::set<std::size_t> otherArguments(std::size_t anaphor) const;
    int genderFit(const Expression& anaphor, std::size_t candidate) const; // -2 … 2

    class Describer;

    const Document& m_document;
    const Reading& m_reading;
    const NameReading& m_names;
    const Lexicons& m_lexicons;
    Trees m_trees;
    std::vector<Expression> m_expressions;
    std::vector<std::size_t> m_referents; // by expression
    std::vector<Referent> m_about;        // by referent
    std::vector<bool> m_isPersonNoun;     // by expression
    std::vector<std::vector<std::string_view>> m_nouns; // by expression: the types of an anaphoric noun phrase
    std::map<std::size_t, std::set<std::size_t>> m_owner; // expression -> organisations that its phrase names
    std::map<std::size_t, std::size_t> m_maker;         // product -> organisation
    std::set<std::size_t> m_mostNamedOf;                // of each type the entity that the text names most
};

} // namespace skein
