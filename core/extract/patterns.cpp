// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/patterns.h"

#include "core/base/sha256.h"
#include "core/extract/textfile.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

namespace skein {
namespace {

using Json = nlohmann::ordered_json;

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

constexpr std::string_view finders[] = {"speech", "unit"};

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

// Also appends the content's digest to `version`.
Result<Json> readJson(const std::filesystem::path& file, std::string& version)
{
    Result<std::string> bytes = readTextFile(file);
    if (!bytes) return std::unexpected(bytes.error());
    version = toHex(sha256(version + *bytes)).substr(0, 12);
    Json json = Json::parse(*bytes, nullptr, false);
    if (json.is_discarded()) {
        try { // once more, for the place
            json = Json::parse(*bytes);
        } catch (const std::exception& error) {
            return fail(Errc::badSyntax, file.string() + ": " + error.what());
        }
    }
    if (!json.is_object()) return fail(Errc::badSyntax, file.string() + ": not an object");
    return json;
}

std::string textAt(const Json& object, const char* key)
{
    if (!object.is_object()) return {};
    const auto at = object.find(key);
    return at != object.end() && at->is_string() ? at->get<std::string>() : std::string();
}

// Fills in the types that the relation admits where a slot names none. Returns what is wrong; empty when nothing is.
std::string settleTypes(Program& program, const Rule& rule, const Ontology& ontology)
{
    std::vector<std::string> subjects;
    std::vector<std::string> objects;
    bool endsInValue = false;
    for (const EntityType& s : ontology.entityTypes()) {
        bool asSubject = ontology.admits(rule.relation, s.id, "");
        endsInValue = endsInValue || asSubject;
        for (const EntityType& o : ontology.entityTypes()) {
            if (!ontology.admits(rule.relation, s.id, o.id)) continue;
            asSubject = true;
            if (std::ranges::find(objects, o.id) == objects.end()) objects.push_back(o.id);
        }
        if (asSubject) subjects.push_back(s.id);
    }
    bool hasSubject = false;
    bool hasObject = std::ranges::find(program.captures, "value") != program.captures.end();
    if (hasObject && !endsInValue) return "the relation takes no value";
    for (Instruction& instruction : program.code) {
        if (instruction.op != Op::slot) continue;
        for (const std::string& type : instruction.types) {
            if (ontology.entityType(type) == nullptr) return "unknown type " + type;
        }
        if (instruction.slot == Slot::other) continue;
        const bool isSubject = instruction.slot == Slot::subject;
        (isSubject ? hasSubject : hasObject) = true;
        const std::vector<std::string>& admitted = isSubject ? subjects : objects;
        if (instruction.types.empty()) instruction.types = admitted;
        for (const std::string& type : instruction.types) {
            if (std::ranges::find(admitted, type) == admitted.end())
                return "the relation does not admit " + type + (isSubject ? " as its subject" : " as its object");
        }
    }
    if (!hasSubject && !rule.implied) return "no subject in the pattern";
    if (rule.pairs && hasObject) return "'pairs' leaves no place for an object";
    return hasObject || rule.pairs ? std::string() : "neither an object nor a value in the pattern";
}

} // namespace

Result<Patterns> Patterns::load(const std::filesystem::path& folder, const Ontology& ontology)
{
    const std::filesystem::path words = folder / "words.json";
    Patterns patterns;
    if (Result<void> loaded = patterns.loadWords(words); !loaded) return std::unexpected(loaded.error());
    std::error_code error;
    std::vector<std::filesystem::path> files;
    for (auto at = std::filesystem::directory_iterator(folder, error);
         !error && at != std::filesystem::directory_iterator(); at.increment(error)) {
        if (at->path().extension() == ".json" && at->path().filename() != "words.json") files.push_back(at->path());
    }
    if (error) return fail(Errc::notReadable, folder.string() + ": " + error.message());
    std::ranges::sort(files); // the order of rules decides nothing, but must not depend on the disk
    for (const std::filesystem::path& file : files) {
        if (Result<void> rules = patterns.loadRules(file, ontology); !rules) return std::unexpected(rules.error());
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

Result<void> Patterns::loadWords(const std::filesystem::path& file)
{
    Result<Json> read = readJson(file, m_version);
    if (!read) return std::unexpected(read.error());
    const auto wrong = [&](const std::string& reason) { return fail(Errc::badSyntax, file.string() + ": " + reason); };
    const Json& json = *read;
    for (const char* section : {"irregular", "doubling", "verbs", "verbClasses", "classes", "macros"}) {
        if (!json.contains(section) || !(json[section].is_object() || json[section].is_string()))
            return wrong(std::string("no section ") + section);
    }
    for (const char* asked :
         {".", ",", "--", "\"\"", "(", ")", "?", "!", ":", ";", "to", "by", "that", "but", "without", "according"})
        m_vocabulary.add(asked); // what the finders themselves ask for
    for (const auto& [lemma, forms] : json["irregular"].items()) {
        const std::vector<std::string> parts =
            forms.is_string() ? wordsOf(forms.get<std::string>()) : std::vector<std::string>();
        if (parts.size() != 4) return wrong("irregular verb " + lemma + ": four forms are needed");
        m_vocabulary.addVerb(lemma, parts[0], parts[1], parts[2], parts[3]);
    }
    if (!json["verbs"].is_string() || !json["doubling"].is_string())
        return wrong("verbs and doubling: a text is needed");
    for (const std::string& lemma : wordsOf(json["doubling"].get<std::string>())) {
        const std::string stem = lemma + lemma.back();
        if (m_vocabulary.readings(m_vocabulary.find(lemma)).empty())
            m_vocabulary.addVerb(lemma, lemma + "s", stem + "ed", stem + "ed", stem + "ing");
    }
    for (const std::string& lemma : wordsOf(json["verbs"].get<std::string>()))
        m_vocabulary.addVerb(lemma);
    for (const auto& [name, words] : json["verbClasses"].items()) {
        const std::optional<VerbClass> verbClass = valueOf(verbClasses, name);
        if (!verbClass || !words.is_string()) return wrong("unknown class of verbs " + name);
        for (const std::string& lemma : wordsOf(words.get<std::string>()))
            m_vocabulary.addClass(m_vocabulary.addVerb(lemma), *verbClass);
    }
    for (const auto& [name, words] : json["classes"].items()) {
        const std::optional<WordClass> wordClass = valueOf(wordClasses, name);
        if (!wordClass || !words.is_string()) return wrong("unknown class of words " + name);
        for (const std::string& word : wordsOf(words.get<std::string>()))
            m_vocabulary.addClass(m_vocabulary.add(word), *wordClass);
    }
    std::size_t theme = 0;
    const Json themes = json.value("themes", Json::object());
    for (const auto& [name, words] : themes.items()) {
        if (!words.is_string() || theme == 32) return wrong("theme " + name + ": a text is needed, and 32 themes are the most");
        for (const std::string& lemma : wordsOf(words.get<std::string>()))
            m_vocabulary.addTheme(lemma, theme);
        ++theme;
    }
    for (const auto& [name, text] : json["macros"].items()) {
        if (!text.is_string()) return wrong("macro " + name + ": a text is needed");
        m_macros.emplace(name, text.get<std::string>());
    }
    return {};
}

Result<void> Patterns::loadRules(const std::filesystem::path& file, const Ontology& ontology)
{
    Result<Json> read = readJson(file, m_version);
    if (!read) return std::unexpected(read.error());
    if (!read->contains("rules") || !(*read)["rules"].is_array())
        return fail(Errc::badSyntax, file.string() + ": no list of rules");
    for (const Json& json : (*read)["rules"]) {
        Rule rule;
        rule.id = textAt(json, "id");
        const auto wrong = [&](const std::string& reason) {
            return fail(Errc::badSyntax,
                        file.string() + ": rule " + (rule.id.empty() ? "without id" : rule.id) + ": " + reason);
        };
        if (rule.id.empty()) return wrong("an id is needed");
        if (m_byId.contains(rule.id)) return wrong("the id is taken");
        rule.relation = textAt(json, "relation");
        const Relation* relation = ontology.relation(rule.relation);
        if (relation == nullptr) return wrong("unknown relation '" + rule.relation + "'");
        rule.label = json.contains("label") ? textAt(json, "label") : relation->label;
        rule.why = textAt(json, "why");
        if (rule.why.empty()) return wrong("'why' is needed");
        if (!json.contains("confidence") || !json["confidence"].is_number()) return wrong("'confidence' is needed");
        rule.confidence = json["confidence"].get<double>();
        if (!(rule.confidence > 0 && rule.confidence <= 1)) return wrong("'confidence' is not in (0, 1]");
        if (json.contains("modality")) {
            rule.modality = valueOf(modalities, textAt(json, "modality"));
            if (!rule.modality) return wrong("unknown modality");
        }
        rule.implied = json.value("implied", Json()) == true;
        rule.within = json.value("within", Json()) == true;
        rule.pairs = json.value("pairs", Json()) == true;
        if (rule.pairs && !relation->symmetric) return wrong("'pairs' needs a symmetric relation");
        rule.all = json.value("all", Json()) == true;
        if (json.contains("qualifiers")) {
            if (!json["qualifiers"].is_object()) return wrong("'qualifiers' is not an object");
            for (const auto& [name, value] : json["qualifiers"].items()) {
                if (!value.is_string()) return wrong("qualifier " + name + ": a text is needed");
                rule.qualifiers.push_back({name, value.get<std::string>()});
            }
        }
        rule.finder = textAt(json, "finder");
        if (!rule.finder.empty()) {
            if (std::ranges::find(finders, rule.finder) == std::end(finders))
                return wrong("unknown finder " + rule.finder);
            m_byId.emplace(rule.id, m_rules.size());
            m_rules.push_back(std::move(rule));
            continue;
        }
        if (!json.contains("patterns") || !json["patterns"].is_array() || json["patterns"].empty())
            return wrong("'patterns' is needed");
        for (const Json& pattern : json["patterns"]) {
            if (!pattern.is_string()) return wrong("a pattern is not a text");
            const std::string text = pattern.get<std::string>();
            Result<Program> program = compilePattern(text, m_macros, m_vocabulary);
            if (!program) return wrong("pattern '" + text + "': " + program.error().detail);
            if (const std::string reason = settleTypes(*program, rule, ontology); !reason.empty())
                return wrong("pattern '" + text + "': " + reason);
            rule.programs.push_back(std::move(*program));
        }
        m_byId.emplace(rule.id, m_rules.size());
        m_rules.push_back(std::move(rule));
    }
    return {};
}

void Patterns::index()
{
    m_byAnchor.resize(m_vocabulary.size());
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
