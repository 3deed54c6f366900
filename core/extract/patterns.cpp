// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/patterns.h"

#include "core/base/sha256.h"
#include "core/extract/located-json.h"
#include "core/extract/textfile.h"

#include <algorithm>
#include <map>
#include <utility>

namespace skein {
namespace {

using Kind = JsonNode::Kind;

constexpr std::pair<std::string_view, WordClass> wordClasses[] = {{"preposition", WordClass::preposition},
                                                                  {"subordinator", WordClass::subordinator},
                                                                  {"conjunction", WordClass::conjunction},
                                                                  {"determiner", WordClass::determiner},
                                                                  {"negation", WordClass::negation},
                                                                  {"be", WordClass::be},
                                                                  {"have", WordClass::have},
                                                                  {"do", WordClass::doing},
                                                                  {"will", WordClass::willing},
                                                                  {"may", WordClass::maybe},
                                                                  {"relative", WordClass::relative},
                                                                  {"pronoun", WordClass::pronoun},
                                                                  {"adverb", WordClass::adverb},
                                                                  {"hearsay", WordClass::hearsay},
                                                                  {"condition", WordClass::condition},
                                                                  {"voice", WordClass::voice},
                                                                  {"former", WordClass::former},
                                                                  {"unit", WordClass::unit}};

constexpr std::pair<std::string_view, VerbClass> verbClasses[] = {{"reporting", VerbClass::reporting},
                                                                  {"planning", VerbClass::planning},
                                                                  {"doubting", VerbClass::doubting},
                                                                  {"refusing", VerbClass::refusing},
                                                                  {"carrying", VerbClass::carrying}};

constexpr std::pair<std::string_view, Modality> modalities[] = {{"fact", Modality::fact},
                                                                {"planned", Modality::planned},
                                                                {"possible", Modality::possible},
                                                                {"reported", Modality::reported}};

template <typename Pairs>
auto valueOf(const Pairs& pairs, std::string_view name) -> std::optional<std::decay_t<decltype(pairs[0].second)>>
{
    for (const auto& [key, value] : pairs) {
        if (key == name) return value;
    }
    return std::nullopt;
}

template <typename Pairs>
std::vector<std::string_view> keysOf(const Pairs& pairs)
{
    std::vector<std::string_view> keys;
    for (const auto& pair : pairs)
        keys.push_back(pair.first);
    return keys;
}

constexpr std::size_t mostThemes = 32;

const std::vector<std::string_view> finders = {"speech", "unit"};

std::vector<std::string> wordsOf(const std::string& text)
{
    std::vector<std::string> words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        if (end > at) words.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

std::string listOf(const std::vector<std::string>& ids)
{
    std::string list;
    for (std::size_t i = 0; i < ids.size(); ++i)
        list += (i == 0 ? "" : i + 1 == ids.size() ? " and " : ", ") + ids[i];
    return list;
}

// Fills in the types that the relation admits where a slot names none. REQUIRES: the relation is in the ontology.
std::optional<PatternProblem> settleTypes(Program& program, std::string_view pattern, const Rule& rule,
                                          const Ontology& ontology)
{
    const auto wrong = [&](std::string_view word, std::string message) {
        const std::size_t at = word.empty() ? std::string_view::npos : pattern.find(":" + std::string(word));
        if (at == std::string_view::npos) // a macro names it
            return PatternProblem{{0, static_cast<std::uint32_t>(pattern.size())}, std::move(message)};
        const auto begin = static_cast<std::uint32_t>(at + 1);
        return PatternProblem{{begin, begin + static_cast<std::uint32_t>(word.size())}, std::move(message)};
    };
    const Ontology::Ends& ends = *ontology.ends(rule.relation);
    bool hasSubject = false;
    bool hasObject = std::ranges::find(program.captures, "value") != program.captures.end();
    if (hasObject && !ends.value)
        return wrong({}, "the relation " + rule.relation + " ends in no value; write O instead of value=");
    for (Instruction& instruction : program.code) {
        if (instruction.op != Op::slot) continue;
        for (const std::string& type : instruction.types) {
            if (ontology.entityType(type) != nullptr) continue;
            std::vector<std::string_view> known;
            for (const EntityType& one : ontology.entityTypes())
                known.push_back(one.id);
            return wrong(type, "there is no type " + inQuotes(type) + "; " + suggestion(type, known));
        }
        if (instruction.slot == Slot::other) continue;
        const bool isSubject = instruction.slot == Slot::subject;
        (isSubject ? hasSubject : hasObject) = true;
        const std::vector<std::string>& admitted = isSubject ? ends.subjects : ends.objects;
        if (instruction.types.empty()) instruction.types = admitted;
        for (const std::string& type : instruction.types) {
            if (std::ranges::find(admitted, type) == admitted.end())
                return wrong(type, "the relation " + rule.relation + " admits no " + type + " as its " +
                                       (isSubject ? "subject" : "object") + "; it admits " + listOf(admitted));
        }
    }
    if (!hasSubject && !rule.implied)
        return wrong({}, "the pattern has no subject; write S where it stands");
    if (rule.pairs && hasObject)
        return wrong({}, "“pairs” makes claims between the members of S; take the object away");
    if (!hasObject && !rule.pairs)
        return wrong({}, "the pattern has no object and no value; write O or value= where it stands");
    return std::nullopt;
}

} // namespace

Patterns::Patterns()
{
    for (const char* asked :
         {".", ",", "--", "\"\"", "(", ")", "?", "!", ":", ";", "to", "by", "that", "but", "without", "according"})
        m_vocabulary.add(asked);
}

Result<std::vector<std::filesystem::path>> Patterns::ruleFiles(const std::filesystem::path& folder)
{
    std::error_code error;
    std::vector<std::filesystem::path> files;
    for (auto at = std::filesystem::directory_iterator(folder, error);
         !error && at != std::filesystem::directory_iterator(); at.increment(error)) {
        if (at->path().extension() == ".json" && at->path().filename() != "words.json") files.push_back(at->path());
    }
    if (error) return fail(Errc::notReadable, folder.string() + ": " + error.message());
    std::ranges::sort(files); // the order of rules decides nothing, but must not depend on the disk
    return files;
}

Result<Patterns> Patterns::load(const std::filesystem::path& folder, const Ontology& ontology)
{
    Patterns patterns;
    const auto take = [&](const std::filesystem::path& file, auto add) -> Result<void> {
        const auto bytes = readTextFile(file);
        if (!bytes) return std::unexpected(bytes.error());
        patterns.m_version = toHex(sha256(patterns.m_version + *bytes)).substr(0, 12);
        Complaints complaints(file.string(), *bytes);
        add(complaints);
        if (!complaints.isEmpty()) return std::unexpected(errorOf(complaints.take()));
        return {};
    };
    if (auto taken = take(folder / "words.json", [&](Complaints& c) { patterns.addWords(c); }); !taken)
        return std::unexpected(taken.error());
    const auto files = ruleFiles(folder);
    if (!files) return std::unexpected(files.error());
    for (const std::filesystem::path& file : *files) {
        if (auto taken = take(file, [&](Complaints& c) { patterns.addRules(c, ontology); }); !taken)
            return std::unexpected(taken.error());
    }
    patterns.index();
    return patterns;
}

std::string_view Patterns::describe(std::string_view rule) const
{
    const auto at = m_byId.find(rule);
    return at == m_byId.end() ? std::string_view() : std::string_view(m_rules[at->second].why);
}

const Rule* Patterns::ruleOfFinder(std::string_view finder) const
{
    const auto at = std::ranges::find(m_rules, finder, &Rule::finder);
    return at == m_rules.end() ? nullptr : &*at;
}

const std::vector<Patterns::ProgramRef>& Patterns::programsFor(WordId anchor) const
{
    static const std::vector<ProgramRef> none;
    return anchor < m_byAnchor.size() ? m_byAnchor[anchor] : none;
}

const Rule* Patterns::rule(std::string_view id) const
{
    const auto at = m_byId.find(id);
    return at == m_byId.end() ? nullptr : &m_rules[at->second];
}

void Patterns::add(Rule rule)
{
    m_byId.emplace(rule.id, m_rules.size());
    m_rules.push_back(std::move(rule));
}

void Patterns::addVerb(std::string_view lemma, const std::vector<std::string>& forms)
{
    m_vocabulary.addVerb(lemma, forms[0], forms[1], forms[2], forms[3]);
}

std::optional<PatternProblem> Patterns::addPattern(Rule& rule, std::string_view pattern, const Ontology& ontology)
{
    auto program = compilePattern(pattern, m_macros, m_vocabulary);
    if (!program) return std::move(program.error());
    if (auto problem = settleTypes(*program, pattern, rule, ontology)) return problem;
    rule.programs.push_back(std::move(*program));
    return std::nullopt;
}

std::optional<PatternProblem> Patterns::checkSyntax(std::string_view pattern)
{
    auto program = compilePattern(pattern, m_macros, m_vocabulary);
    if (!program) return std::move(program.error());
    return std::nullopt;
}

void Patterns::admit(std::string_view type, std::string_view like)
{
    for (Rule& rule : m_rules) {
        for (Program& program : rule.programs) {
            for (Instruction& instruction : program.code) {
                auto& types = instruction.types;
                if (std::ranges::find(types, like) != types.end() && std::ranges::find(types, type) == types.end())
                    types.emplace_back(type);
            }
        }
    }
}

void Patterns::addWords(Complaints& complaints)
{
    const auto root = readJson(complaints);
    if (!root) return;
    Fields fields(*root, "the file of words", complaints);
    fields.allow({"irregular", "doubling", "verbs", "verbClasses", "classes", "themes", "speaks", "macros"});
    // Each text of a section, by its key.
    const auto each = [&](std::string_view section, auto take) {
        const JsonNode* object = fields.need(section, Kind::object);
        if (object == nullptr) return;
        for (const JsonMember& member : object->members) {
            if (member.value.kind == Kind::text)
                take(member);
            else
                complaints.add(member.value.span, inQuotes(member.key) + " in “" + std::string(section) +
                                                      "” must be a text, its words separated by spaces");
        }
    };
    each("irregular", [&](const JsonMember& member) {
        const auto forms = wordsOf(member.value.text);
        if (forms.size() == 4)
            addVerb(member.key, forms);
        else
            complaints.add(member.value.span, "the verb " + inQuotes(member.key) +
                                                  " needs four forms: third person, past, participle and -ing");
    });
    for (const std::string& lemma : wordsOf(fields.text("doubling"))) {
        const std::string stem = lemma + lemma.back();
        if (m_vocabulary.readings(m_vocabulary.find(lemma)).empty())
            m_vocabulary.addVerb(lemma, lemma + "s", stem + "ed", stem + "ed", stem + "ing");
    }
    for (const std::string& lemma : wordsOf(fields.text("verbs")))
        m_vocabulary.addVerb(lemma);
    each("verbClasses", [&](const JsonMember& member) {
        const auto verbClass = valueOf(verbClasses, member.key);
        if (!verbClass) {
            complaints.add(member.span, "there is no class of verbs " + inQuotes(member.key) + "; " +
                                            suggestion(member.key, keysOf(verbClasses)));
            return;
        }
        for (const std::string& lemma : wordsOf(member.value.text))
            m_vocabulary.addClass(m_vocabulary.addVerb(lemma), *verbClass);
    });
    each("classes", [&](const JsonMember& member) {
        const auto wordClass = valueOf(wordClasses, member.key);
        if (!wordClass) {
            complaints.add(member.span, "there is no class of words " + inQuotes(member.key) + "; " +
                                            suggestion(member.key, keysOf(wordClasses)));
            return;
        }
        for (const std::string& word : wordsOf(member.value.text))
            m_vocabulary.addClass(m_vocabulary.add(word), *wordClass);
    });
    std::size_t theme = 0;
    std::map<std::string, std::uint32_t, std::less<>> themes; // their bits
    if (fields.has("themes")) {
        each("themes", [&](const JsonMember& member) {
            if (theme < mostThemes) themes[member.key] = std::uint32_t{1} << theme;
            if (theme == mostThemes)
                complaints.add(member.span, "32 themes are the most; join this one to another");
            for (const std::string& lemma : wordsOf(theme < mostThemes ? member.value.text : std::string()))
                m_vocabulary.addTheme(lemma, theme);
            theme = std::min(theme + 1, mostThemes);
        });
    }
    if (fields.has("speaks")) {
        each("speaks", [&](const JsonMember& member) {
            for (const std::string& name : wordsOf(member.value.text)) {
                const auto at = themes.find(name);
                if (at == themes.end())
                    complaints.add(member.span, "there is no theme " + inQuotes(name));
                else
                    m_vocabulary.addSpeaking(member.key, at->second);
            }
        });
    }
    each("macros", [&](const JsonMember& member) { addMacro(member.key, member.value.text); });
}

void Patterns::addRules(Complaints& complaints, const Ontology& ontology)
{
    const auto root = readJson(complaints);
    if (!root) return;
    Fields fields(*root, "the file of rules", complaints);
    fields.allow({"rules"});
    const std::vector<JsonNode>& rules = fields.list("rules");
    for (std::size_t i = 0; i < rules.size(); ++i)
        addRule(rules[i], i, complaints, ontology);
}

void Patterns::addRule(const JsonNode& json, std::size_t number, Complaints& complaints, const Ontology& ontology)
{
    const JsonNode* id = json.find("id");
    const bool isNamed = id != nullptr && id->kind == Kind::text && !id->text.empty();
    const std::string what = "the rule " + (isNamed ? inQuotes(id->text) : "number " + std::to_string(number + 1));
    Fields fields(json, what, complaints);
    fields.allow({"id", "relation", "label", "why", "confidence", "patterns", "qualifiers", "modality", "implied", "within",
                  "pairs", "all", "follows", "finder"});

    Rule rule;
    rule.id = fields.text("id");
    if (isNamed && this->rule(rule.id) != nullptr)
        complaints.add(id->span, "another rule is called " + inQuotes(rule.id) + "; give this one a name of its own");
    rule.relation = fields.text("relation");
    const Relation* relation = ontology.relation(rule.relation);
    if (relation == nullptr && !rule.relation.empty()) {
        std::vector<std::string_view> known;
        for (const Relation& one : ontology.relations())
            known.push_back(one.id);
        complaints.add(json.find("relation")->span,
                       "there is no relation " + inQuotes(rule.relation) + "; " + suggestion(rule.relation, known));
    }
    if (relation == nullptr) return;
    rule.label = fields.has("label") ? fields.text("label") : relation->label;
    rule.why = fields.text("why");
    if (const JsonNode* confidence = fields.need("confidence", Kind::number)) {
        rule.confidence = confidence->number;
        if (!(rule.confidence > 0 && rule.confidence <= 1))
            complaints.add(confidence->span, "“confidence” of " + what + " must be above 0 and at most 1");
    }
    if (fields.has("modality")) {
        const std::string modality = fields.text("modality");
        rule.modality = valueOf(modalities, modality);
        if (!rule.modality && !modality.empty())
            complaints.add(json.find("modality")->span, "there is no modality " + inQuotes(modality) + "; " +
                                                            suggestion(modality, keysOf(modalities)));
    }
    rule.implied = fields.flag("implied");
    rule.within = fields.flag("within");
    rule.pairs = fields.flag("pairs");
    rule.all = fields.flag("all");
    rule.follows = fields.flag("follows");
    if (rule.pairs && !relation->symmetric)
        complaints.add(json.find("pairs")->span,
                       "“pairs” of " + what + " needs a symmetric relation, and " + rule.relation + " is none");
    if (fields.has("qualifiers")) {
        const JsonNode* qualifiers = fields.need("qualifiers", Kind::object);
        for (const JsonMember& member : qualifiers == nullptr ? std::vector<JsonMember>() : qualifiers->members) {
            if (member.value.kind == Kind::text)
                rule.qualifiers.push_back({member.key, member.value.text});
            else
                complaints.add(member.value.span, "the qualifier " + inQuotes(member.key) + " must be a text");
        }
    }
    if (fields.has("finder")) {
        rule.finder = fields.text("finder");
        if (!rule.finder.empty() && std::ranges::find(finders, rule.finder) == finders.end())
            complaints.add(json.find("finder")->span,
                           "there is no finder " + inQuotes(rule.finder) + "; " + suggestion(rule.finder, finders));
    } else {
        const std::vector<JsonNode>& patterns = fields.list("patterns");
        if (const JsonNode* list = json.find("patterns"); list != nullptr && list->kind == Kind::list && patterns.empty())
            complaints.add(list->span, what + " has no pattern; write one");
        for (const JsonNode& pattern : patterns) {
            if (pattern.kind != Kind::text) {
                complaints.add(pattern.span, "a pattern of " + what + " must be a text");
            } else if (const auto problem = addPattern(rule, pattern.text, ontology)) {
                const Span span{placeIn(pattern, problem->span.begin, complaints.text()),
                                placeIn(pattern, problem->span.end, complaints.text())};
                complaints.add(span, "in a pattern of " + what + ": " + problem->message);
            }
        }
    }
    if (isNamed && this->rule(rule.id) == nullptr) add(std::move(rule));
}

void Patterns::index()
{
    m_byAnchor.assign(m_vocabulary.size(), {});
    for (std::size_t r = 0; r < m_rules.size(); ++r) {
        for (std::size_t p = 0; p < m_rules[r].programs.size(); ++p) {
            const std::vector<WordId>& anchors = m_rules[r].programs[p].anchors;
            if (anchors.empty()) m_byAnchor[0].push_back({r, p});
            for (WordId anchor : anchors)
                m_byAnchor[anchor].push_back({r, p});
        }
    }
}

} // namespace skein
