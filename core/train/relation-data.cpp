// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/relation-data.h"

#include "core/base/utf8.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <sstream>

namespace skein {
namespace {

using Json = nlohmann::json;

struct Meaning {
    std::string_view label;
    std::string_view relation;
    bool swapped = false; // the relation holds from the label's object to its subject
};

constexpr Meaning knowledgenetLabels[] = {
    {"FOUNDED_BY", "founded_by"},     {"CEO", "ceo_of", true},          {"EMPLOYEE_OR_MEMBER_OF", "works_at"},
    {"HEADQUARTERS", "headquartered_in"}, {"SUBSIDIARY_OF", "subsidiary_of"}, {"DATE_FOUNDED", "founded_on"},
    {"EDUCATED_AT", "educated_at"},   {"PLACE_OF_BIRTH", "born_in"},    {"DATE_OF_BIRTH", "born_on"},
    {"DATE_OF_DEATH", "died_on"},     {"PLACE_OF_RESIDENCE", "lives_in"}, {"NATIONALITY", "citizen_of"},
    {"SPOUSE", "spouse_of"},          {"CHILD_OF", "child_of"},         {"POLITICAL_AFFILIATION", "affiliated_with"}};

constexpr Meaning coreLabels[] = {
    {"product_or_service_of", "product_of"}, {"collaboration", "partners_with"}, {"acquired_by", "acquired", true},
    {"client_of", "client_of"},              {"shareholder_of", "invested_in"},  {"subsidiary_of", "subsidiary_of"},
    {"traded_on", "listed_on"},              {"competitor_of", "competes_with"}, {"brand_of", "brand_of"},
    {"merged_with", "merged_with"},          {"regulated_by", "regulated_by"}};

// Wikidata: P112 founder, P169 chief executive, P108 employer, P463 member of, P54 team, P102 party, P749 parent organization,
// P355 subsidiary, P361 part of, P527 has part, P127 owner, P1830 owns, P159 headquarters, P131 in the unit, P276 location,
// P17 country, P30 continent, P706 terrain, P206 water, P571 inception, P577 published, P178 developer, P176 manufacturer,
// P1056 product, P400 platform, P69 educated at, P19 birthplace, P569 born, P570 died, P551 residence, P27 citizenship,
// P26 spouse, P22 father, P25 mother, P40 child, P6 head of government, P35 head of state, P488 chair, P50 author,
// P170 creator; "made" is no relation of ours, but near to some: P123 publisher, P162 producer, P264 label, P272 production
// company, P449 network, P137 operator, P175 performer, P495 country of origin.
constexpr Meaning redocredLabels[] = {
    {"P112", "founded_by"},    {"P169", "ceo_of", true},        {"P108", "works_at"},          {"P463", "member_of"},
    {"P54", "member_of"},      {"P102", "affiliated_with"},     {"P749", "subsidiary_of"},     {"P355", "subsidiary_of", true},
    {"P361", "part_of"},       {"P527", "part_of", true},       {"P127", "owns", true},        {"P1830", "owns"},
    {"P159", "headquartered_in"}, {"P131", "located_in"},       {"P276", "located_in"},        {"P17", "located_in"},
    {"P30", "located_in"},     {"P706", "located_in"},          {"P206", "located_in"},        {"P571", "founded_on"},
    {"P577", "released_on"},   {"P178", "developed_by"},        {"P176", "product_of"},        {"P1056", "product_of", true},
    {"P400", "deployed_on"},   {"P69", "educated_at"},          {"P19", "born_in"},            {"P569", "born_on"},
    {"P570", "died_on"},       {"P551", "lives_in"},            {"P27", "citizen_of"},         {"P26", "spouse_of"},
    {"P22", "child_of"},       {"P25", "child_of"},             {"P40", "child_of", true},     {"P6", "leads", true},
    {"P35", "leads", true},    {"P488", "leads", true},         {"P50", "wrote", true},        {"P170", "developed_by"},
    {"P123", "made"},          {"P162", "made"},                {"P264", "made"},              {"P272", "made"},
    {"P449", "made"},          {"P137", "made"},                {"P175", "made"},              {"P495", "made"}};

// Relations so near to each other that gold which has one for a pair says nothing about the others.
constexpr std::initializer_list<std::string_view> kin[] = {
    {"product_of", "developed_by", "brand_of", "released", "wrote", "made"},
    {"works_at", "member_of", "leads", "ceo_of", "affiliated_with", "founded_by"},
    {"subsidiary_of", "owns", "part_of", "acquired", "invested_in", "member_of", "located_in", "headquartered_in"},
    {"born_in", "lives_in", "citizen_of"}};

bool areKin(std::string_view a, std::string_view b)
{
    return std::ranges::any_of(kin, [&](const auto& names) {
        return std::ranges::find(names, a) != names.end() && std::ranges::find(names, b) != names.end();
    });
}

template <std::size_t N>
const Meaning* meaningOf(const Meaning (&table)[N], std::string_view label)
{
    const auto at = std::ranges::find(table, label, &Meaning::label);
    return at == std::end(table) ? nullptr : &*at;
}

template <std::size_t N>
bool isAbout(const Meaning (&table)[N], std::string_view relation)
{
    return std::ranges::find(table, relation, &Meaning::relation) != std::end(table);
}

// The types that a gold end has when the finders do not know it, by relation: subject, object.
std::pair<std::string_view, std::string_view> typesOf(std::string_view relation)
{
    static constexpr std::tuple<std::string_view, std::string_view, std::string_view> table[] = {
        {"founded_by", "organization", "person"},   {"ceo_of", "person", "organization"},
        {"works_at", "person", "organization"},     {"headquartered_in", "organization", "place"},
        {"founded_on", "organization", "date"},     {"educated_at", "person", "organization"},
        {"born_in", "person", "place"},             {"born_on", "person", "date"},
        {"died_on", "person", "date"},              {"lives_in", "person", "place"},
        {"citizen_of", "person", "nationality"},    {"spouse_of", "person", "person"},
        {"child_of", "person", "person"},           {"affiliated_with", "person", "organization"},
        {"product_of", "product", "organization"},  {"brand_of", "product", "organization"}};
    for (const auto& [name, subject, object] : table)
        if (name == relation) return {subject, object};
    return {"organization", "organization"};
}

std::string readAll(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return std::move(out).str();
}

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> words)
{
    return std::ranges::find(words, word) != words.end();
}

// Natural text from tokens, as the scorers make it, and the bytes of each token.
std::string detokenised(const std::vector<std::string>& tokens, std::vector<Span>& spans)
{
    std::string text;
    bool inDouble = false;
    bool inSingle = false;
    bool glue = true;
    spans.clear();
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const std::string& raw = tokens[i];
        static const std::map<std::string, std::string> brackets = {{"-LRB-", "("}, {"-RRB-", ")"}, {"-LSB-", "["},
            {"-RSB-", "]"}, {"-LCB-", "{"}, {"-RCB-", "}"}, {"``", "\""}, {"''", "\""}};
        const auto bracket = brackets.find(raw);
        const std::string t = bracket == brackets.end() ? raw : bracket->second;
        bool before = !glue;
        glue = false;
        if (raw == "''" || isOneOf(t, {".", ",", ";", ":", "!", "?", ")", "]", "}", "%", "'", "’", "”", "…", "...", "n't", "N'T",
                                       "n’t", "'s", "'S", "'re", "'ve", "'ll", "'d", "'m", "'t", "’s", "’S", "’re", "’ve", "’ll",
                                       "’d", "’m", "’t"})) {
            const bool opens = t == "'" && !inSingle && std::find(tokens.begin() + static_cast<std::ptrdiff_t>(i) + 1, tokens.end(), "'") != tokens.end() &&
                               !(i > 0 && (tokens[i - 1].ends_with('s') || tokens[i - 1].ends_with('S')));
            if (opens) {
                inSingle = glue = true;
            } else {
                inSingle = inSingle && t != "'";
                before = false;
            }
        } else if (raw == "``" || isOneOf(t, {"(", "[", "{", "$", "£", "€", "“", "‘"})) {
            glue = true;
        } else if (t == "\"") {
            inDouble = !inDouble;
            before = before && inDouble;
            glue = inDouble;
        }
        if (before) text += ' ';
        const auto begin = static_cast<std::uint32_t>(text.size());
        text += t;
        spans.push_back({begin, static_cast<std::uint32_t>(text.size())});
    }
    return text;
}

// The document that the product makes of the text, and where the bytes of the text went.
class Imported {
public:
    static std::optional<Imported> of(const std::string& text)
    {
        const auto document = importDocument({.bytes = text, .name = "text.txt", .uri = {}, .mediaType = "text/plain"}, Cancel{});
        if (!document) return std::nullopt;
        Imported made;
        made.document = *document;
        const std::string& out = made.document.text;
        made.m_place.assign(text.size() + 1, 0);
        std::size_t at = 0;
        for (std::size_t i = 0; i < text.size(); ++i) {
            const auto isSpace = [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; };
            if (!isSpace(text[i]))
                while (at < out.size() && isSpace(out[at])) ++at;
            made.m_place[i] = static_cast<std::uint32_t>(at);
            if (isSpace(text[i])) continue;
            if (at >= out.size() || out[at] != text[i]) return std::nullopt; // more than blanks was changed
            ++at;
        }
        made.m_place[text.size()] = static_cast<std::uint32_t>(at);
        return made;
    }

    Span span(Span of) const { return of.isEmpty() ? Span{} : Span{m_place[of.begin], m_place[of.end - 1] + 1}; }

    Document document;

private:
    std::vector<std::uint32_t> m_place;
};

void addEnd(RelationText& text, std::vector<Span> spans, std::string_view type)
{
    text.ends.push_back({std::move(spans), std::string(type)});
}

Result<void> readKnowledgenet(const std::filesystem::path& data, std::vector<RelationText>& out)
{
    const std::string bytes = readAll(data / "relations/knowledgenet/train-folds123.jsonl");
    std::map<std::string, std::vector<Json>> documents;
    std::istringstream lines(bytes);
    for (std::string line; std::getline(lines, line);) {
        if (line.empty()) continue;
        Json row = Json::parse(line, nullptr, false);
        if (row.is_discarded()) return fail(Errc::badSyntax, "KnowledgeNet");
        documents[row.at("doc").get<std::string>()].push_back(std::move(row));
    }
    std::size_t unit = 0;
    for (auto& [id, rows] : documents) {
        std::ranges::stable_sort(rows, {}, [](const Json& row) { return row.at("start").get<long>(); });
        std::string text;
        std::vector<std::pair<const Json*, std::uint32_t>> parts;
        long end = -1;
        for (const Json& row : rows) {
            if (row.at("start").get<long>() < end) continue; // overlaps the passage before
            if (!text.empty()) text += "\n\n";
            parts.emplace_back(&row, static_cast<std::uint32_t>(text.size()));
            text += row.at("text").get<std::string>();
            end = row.at("end").get<long>();
        }
        const auto imported = Imported::of(text);
        if (imported) {
            RelationText gold;
            gold.kind = RelationText::Kind::knowledgenet;
            gold.unit = unit;
            gold.units = documents.size();
            gold.document = imported->document;
            for (const auto& [row, at] : parts) {
                const std::string passage = row->at("text").get<std::string>();
                const OffsetMap map(passage, OffsetMap::Unit::codePoint);
                std::set<std::string> exhaustive;
                for (const Json& label : row->at("exhaustive"))
                    if (const Meaning* m = meaningOf(knowledgenetLabels, label.get<std::string>())) exhaustive.emplace(m->relation);
                gold.zones.emplace_back(imported->span({at, at + static_cast<std::uint32_t>(passage.size())}), exhaustive);
                for (const Json& fact : row->at("facts")) {
                    const Meaning* m = meaningOf(knowledgenetLabels, fact.at("p").get<std::string>());
                    if (m == nullptr) continue;
                    const auto span = [&](const char* key) {
                        return imported->span({at + map.toByte(fact.at(key)[0].get<std::uint32_t>()),
                                               at + map.toByte(fact.at(key)[1].get<std::uint32_t>())});
                    };
                    GoldFact made{std::string(m->relation), {span(m->swapped ? "o" : "s")}, {span(m->swapped ? "s" : "o")}, {}};
                    const auto [s, o] = typesOf(made.relation);
                    addEnd(gold, made.subject, s);
                    addEnd(gold, made.object, o);
                    gold.facts.push_back(std::move(made));
                }
            }
            out.push_back(std::move(gold));
        }
        ++unit;
    }
    return {};
}

Result<void> readCore(const std::filesystem::path& data, std::vector<RelationText>& out)
{
    const Json rows = Json::parse(readAll(data / "relations/core/train.json"), nullptr, false);
    if (!rows.is_array()) return fail(Errc::badSyntax, "CORE");
    std::size_t unit = 0;
    for (const Json& row : rows) {
        std::vector<Span> tokens;
        std::string text = detokenised(row.at("context").get<std::vector<std::string>>(), tokens);
        std::string title;
        std::array<std::vector<Span>, 2> ends;
        for (int e = 0; e < 2; ++e) {
            const std::string key = e == 0 ? "e1" : "e2";
            const Span span{tokens[row.at(key + "_start").get<std::size_t>()].begin, tokens[row.at(key + "_end").get<std::size_t>()].end};
            ends[static_cast<std::size_t>(e)] = {span};
            const std::string surface = text.substr(span.begin, span.size());
            std::string lower = surface;
            for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
            const bool hasCapital = std::ranges::any_of(surface, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
            if (!hasCapital || isOneOf(lower, {"it", "its", "they", "the company", "their", "this"}))
                title += row.at(key + "_name").get<std::string>() + "\n\n";
        }
        for (auto& spans : ends)
            for (Span& span : spans) {
                span.begin += static_cast<std::uint32_t>(title.size());
                span.end += static_cast<std::uint32_t>(title.size());
            }
        const auto imported = Imported::of(title + text);
        const std::string label = row.at("relation").get<std::string>();
        const Meaning* m = meaningOf(coreLabels, label);
        const bool inverted = row.at("invert_relation").get<int>() == 1;
        // Where nobody says what the ends of an undefined pair are, both are companies once, and the first a product once.
        for (int copy = 0; imported && copy < (m == nullptr ? 2 : 1); ++copy) {
            RelationText gold;
            gold.kind = RelationText::Kind::core;
            gold.unit = unit;
            gold.units = rows.size();
            gold.document = imported->document;
            std::vector<Span> s{imported->span(ends[inverted ? 1 : 0][0])};
            std::vector<Span> o{imported->span(ends[inverted ? 0 : 1][0])};
            if (m != nullptr && m->swapped) std::swap(s, o);
            const std::string relation(m == nullptr ? "" : m->relation);
            const auto [subject, object] = typesOf(relation);
            addEnd(gold, s, copy == 1 ? "product" : subject);
            addEnd(gold, o, object);
            gold.entities = {s, o};
            if (m != nullptr) gold.facts.push_back({relation, s, o, {}});
            out.push_back(std::move(gold));
        }
        ++unit;
    }
    return {};
}

Result<void> readRedocred(const std::filesystem::path& data, std::vector<RelationText>& out)
{
    const Json documents = Json::parse(readAll(data / "coref/redocred/dev_revised.json"), nullptr, false);
    if (!documents.is_array()) return fail(Errc::badSyntax, "Re-DocRED");
    std::size_t unit = 0;
    for (const Json& row : documents) {
        std::string text;
        std::vector<std::vector<Span>> spans;
        std::vector<Span> sentences;
        for (const Json& sentence : row.at("sents")) {
            std::vector<Span> tokens;
            const std::string words = detokenised(sentence.get<std::vector<std::string>>(), tokens);
            if (!text.empty()) text += ' ';
            const auto at = static_cast<std::uint32_t>(text.size());
            for (Span& span : tokens) {
                span.begin += at;
                span.end += at;
            }
            text += words;
            sentences.push_back({at, static_cast<std::uint32_t>(text.size())});
            spans.push_back(std::move(tokens));
        }
        const auto imported = Imported::of(text);
        if (imported) {
            RelationText gold;
            gold.kind = RelationText::Kind::redocred;
            gold.unit = unit;
            gold.units = documents.size();
            gold.document = imported->document;
            static const std::map<std::string, std::string> types = {{"PER", "person"}, {"ORG", "organization"}, {"LOC", "place"},
                                                                     {"MISC", "product"}};
            for (const Json& cluster : row.at("vertexSet")) {
                std::vector<Span> mentions;
                for (const Json& mention : cluster) {
                    const auto& tokens = spans.at(mention.at("sent_id").get<std::size_t>());
                    const auto first = mention.at("pos")[0].get<std::size_t>();
                    const auto last = mention.at("pos")[1].get<std::size_t>();
                    if (first < last && last <= tokens.size()) mentions.push_back(imported->span({tokens[first].begin, tokens[last - 1].end}));
                }
                gold.entities.push_back(mentions);
                const auto type = types.find(cluster.at(0).at("type").get<std::string>());
                if (type != types.end()) addEnd(gold, mentions, type->second);
            }
            for (const Json& label : row.at("labels")) {
                const Meaning* m = meaningOf(redocredLabels, label.at("r").get<std::string>());
                if (m == nullptr) continue;
                GoldFact fact{std::string(m->relation), gold.entities.at(label.at("h").get<std::size_t>()),
                              gold.entities.at(label.at("t").get<std::size_t>()), {}};
                if (m->swapped) std::swap(fact.subject, fact.object);
                for (const Json& sentence : label.value("evidence", Json::array()))
                    fact.where.push_back(imported->span(sentences.at(sentence.get<std::size_t>())));
                gold.facts.push_back(std::move(fact));
            }
            out.push_back(std::move(gold));
        }
        ++unit;
    }
    return {};
}

// Earnings calls and conversations: where names stand side by side that mostly have to do with the one who speaks, not with
// each other.
Result<void> readTalk(const std::filesystem::path& data, std::vector<RelationText>& out)
{
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (const char* folder : {"documents/msft", "documents/podcasts"})
        for (auto at = std::filesystem::directory_iterator(data / folder, error); !error && at != std::filesystem::directory_iterator();
             at.increment(error))
            if (at->path().extension() == ".txt" && !at->path().filename().string().starts_with("LICENSE")) files.push_back(at->path());
    std::ranges::sort(files);
    for (const auto& file : files) {
        const auto document = importDocument({.bytes = readAll(file), .name = "text.txt", .uri = {}, .mediaType = "text/plain"}, Cancel{});
        if (!document) continue;
        RelationText gold;
        gold.kind = RelationText::Kind::plain;
        gold.document = *document;
        out.push_back(std::move(gold));
    }
    return {};
}

bool touches(const std::vector<Span>& spans, Span span)
{
    return std::ranges::any_of(spans, [&](Span s) { return s.overlaps(span); });
}

} // namespace

Answer answerOf(const RelationText& text, std::string_view relation, bool symmetric, Span subject, Span object, Span sentence)
{
    bool elsewhere = false;
    for (const GoldFact& fact : text.facts) {
        const bool forward = touches(fact.subject, subject) && touches(fact.object, object);
        const bool backward = touches(fact.subject, object) && touches(fact.object, subject);
        if (fact.relation != relation) {
            if (text.kind == RelationText::Kind::redocred && (forward || backward) && areKin(fact.relation, relation)) elsewhere = true;
            continue;
        }
        if (!forward && !(symmetric && backward)) continue;
        if (fact.where.empty() || touches(fact.where, sentence)) return Answer::yes;
        elsewhere = true; // true, but not said here
    }
    if (elsewhere) return Answer::unknown;
    const bool ofCore = isAbout(coreLabels, relation);
    switch (text.kind) {
    case RelationText::Kind::knowledgenet:
        for (const auto& [span, relations] : text.zones)
            if (span.overlaps(sentence) && relations.contains(std::string(relation))) return Answer::no;
        return Answer::hardly;
    case RelationText::Kind::core: {
        if (!ofCore) return Answer::unknown;
        const auto isEnd = [&](std::size_t e, Span span) { return touches(text.entities[e], span); };
        const bool asked = (isEnd(0, subject) && isEnd(1, object)) || (isEnd(1, subject) && isEnd(0, object));
        return asked ? Answer::no : Answer::hardly;
    }
    case RelationText::Kind::redocred:
        if (isAbout(redocredLabels, relation)) {
            const auto isKnown = [&](Span span) { return std::ranges::any_of(text.entities, [&](const auto& e) { return touches(e, span); }); };
            return isKnown(subject) && isKnown(object) ? Answer::no : Answer::unknown;
        }
        return ofCore ? Answer::hardly : Answer::unknown;
    case RelationText::Kind::plain: {
        static constexpr std::string_view rare[] = {"founded_on", "born_on", "died_on", "spouse_of", "child_of", "citizen_of", "affiliated_with"};
        return ofCore || std::ranges::find(rare, relation) != std::end(rare) ? Answer::hardly : Answer::unknown;
    }
    }
    return Answer::unknown;
}

Result<std::vector<RelationText>> readRelations(const std::filesystem::path& data)
{
    std::vector<RelationText> texts;
    try {
        for (const auto read : {readKnowledgenet, readCore, readRedocred, readTalk})
            if (const auto done = read(data, texts); !done) return std::unexpected(done.error());
    } catch (const std::exception& error) {
        return fail(Errc::badSyntax, std::string("gold relations: ") + error.what());
    }
    if (texts.empty()) return fail(Errc::notFound, (data / "relations").string());
    return texts;
}

bool isOfCore(std::string_view relation)
{
    return isAbout(coreLabels, relation);
}

bool isHeldOut(const RelationText& text, int k)
{
    const auto fold = static_cast<std::size_t>(k);
    return k >= 0 && text.kind != RelationText::Kind::plain && text.unit >= fold * text.units / 5 && text.unit < (fold + 1) * text.units / 5;
}

} // namespace skein
