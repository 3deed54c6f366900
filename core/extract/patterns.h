// SPDX-License-Identifier: GPL-3.0-or-later
// The rules that find claims: data in resources/patterns, compiled once. words.json holds macros, word classes and
// verbs; every other .json file holds rules. pattern-syntax.h describes the language of the patterns,
// resources/patterns/README.md the files.
#pragma once

#include "core/base/result.h"
#include "core/extract/analysis.h"
#include "core/extract/ontology.h"
#include "core/extract/pattern-syntax.h"
#include "core/extract/problem.h"
#include "core/extract/vocabulary.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace skein {

struct JsonNode;

struct Rule {
    std::string id;
    std::string relation;
    std::string label; // how the relation reads between its ends
    std::string why;   // one sentence for people
    double confidence = 0;
    std::vector<Qualifier> qualifiers; // what every claim of this rule carries
    std::optional<Modality> modality;  // overrides what the verb says
    bool implied = false; // the subject is not in the sentence: another claim about the same object must name it
    bool within = false;  // what holds in a place holds in those that enclose it, which follow it after commas
    bool pairs = false;   // the subject is a list, and the claim holds between any two of its members
    bool follows = false; // only where the sentence before claims the same relation; both are then the quote
    bool all = false;     // every way in which a pattern matches from one place counts, not only the first
    std::string finder;   // the function of core/extract/claims.cpp that makes these claims; empty: the patterns do
    std::vector<Program> programs;
};

// Immutable once loaded; a copy may be added to.
class Patterns {
public:
    Patterns(); // no rule, and the words that the finders themselves ask for

    // Reads words.json, then every other .json file in the folder. Fails with notFound, notReadable or badSyntax; the
    // detail names file, line and reason.
    static Result<Patterns> load(const std::filesystem::path& folder, const Ontology& ontology);
    // The other files of rules in the folder, sorted by name.
    static Result<std::vector<std::filesystem::path>> ruleFiles(const std::filesystem::path& folder);

    // Each adds what a file of resources/patterns holds, as far as it draws no complaint.
    void addWords(Complaints& complaints);
    void addRules(Complaints& complaints, const Ontology& ontology);
    // Each adds one thing; call index() when all is added. REQUIRES: the id is new.
    void add(Rule rule);
    void addMacro(std::string name, std::string pattern) { m_macros.emplace(std::move(name), std::move(pattern)); }
    void addVerb(std::string_view lemma, const std::vector<std::string>& forms); // third, past, participle, -ing
    // Compiles a pattern for the rule; what is wrong with it otherwise.
    std::optional<PatternProblem> addPattern(Rule& rule, std::string_view pattern, const Ontology& ontology);
    std::optional<PatternProblem> checkSyntax(std::string_view pattern);
    // `type` may stand in every pattern wherever `like` may.
    void admit(std::string_view type, std::string_view like);
    void index();

    bool hasMacro(std::string_view name) const { return m_macros.contains(name); }
    const Rule* rule(std::string_view id) const; // null for an unknown one

    // Why a rule fires, in one sentence; empty for an unknown rule.
    std::string_view describe(std::string_view rule) const;

    // Changes with the content of any file.
    std::string_view version() const { return m_version; }

    const std::vector<Rule>& rules() const { return m_rules; }
    const Vocabulary& vocabulary() const { return m_vocabulary; }

    // The first rule that leaves the finding to this function; null when there is none.
    const Rule* ruleOfFinder(std::string_view finder) const;

    struct ProgramRef {
        std::size_t rule;
        std::size_t program;

        auto operator<=>(const ProgramRef&) const = default;
    };
    // The programs that may match where this word or verb stands; for 0, those that may match anywhere.
    const std::vector<ProgramRef>& programsFor(WordId anchor) const;

private:
    void addRule(const JsonNode& json, std::size_t number, Complaints& complaints, const Ontology& ontology);

    std::string m_version;
    Vocabulary m_vocabulary;
    Macros m_macros;
    std::vector<Rule> m_rules;
    std::map<std::string, std::size_t, std::less<>> m_byId;
    std::vector<std::vector<ProgramRef>> m_byAnchor;
};

} // namespace skein
