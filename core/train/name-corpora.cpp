// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/name-corpora.h"

#include "core/extract/name-types.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <functional>
#include <map>
#include <set>
#include <sstream>

namespace skein {
namespace {

constexpr TypeSet of(NameType type) { return static_cast<TypeSet>(1u << static_cast<unsigned>(type)); }
constexpr TypeSet person = of(NameType::person), organization = of(NameType::organization), place = of(NameType::place),
                  product = of(NameType::product), technology = of(NameType::technology), benchmark = of(NameType::benchmark),
                  event = of(NameType::event), work = of(NameType::work), law = of(NameType::law),
                  other = static_cast<TypeSet>(1u << otherType);
constexpr TypeSet sciences = technology | benchmark;
constexpr TypeSet things = product | technology | benchmark | event | work | law | other; // what CoNLL calls MISC

using TypeMap = std::map<std::string, TypeSet, std::less<>>;

const TypeMap crossner = {
    {"person", person}, {"researcher", person}, {"scientist", person}, {"politician", person}, {"writer", person}, {"musicalartist", person},
    {"organisation", organization}, {"university", organization}, {"politicalparty", organization}, {"band", organization},
    {"location", place}, {"country", place},
    {"event", event}, {"conference", event}, {"election", event},
    {"product", product}, {"programlang", product},
    {"algorithm", technology}, {"field", technology}, {"task", technology}, {"discipline", technology}, {"theory", technology},
    {"metrics", benchmark},
    {"academicjournal", work}, {"book", work}, {"poem", work}, {"album", work}, {"song", work}, {"magazine", work | organization},
    {"award", other}, {"enzyme", other}, {"protein", other}, {"chemicalelement", other}, {"chemicalcompound", other},
    {"astronomicalobject", other}, {"literarygenre", other}, {"musicgenre", other}, {"musicalinstrument", other}};

struct Set {
    std::string path;
    TypeMap map;
    TypeSet misc;
    TypeSet hidden;
    int weight;
    bool isDevelopment; // left out whole when something is held out
    bool isSplit;       // of which a fifth is held out
};

std::vector<Set> columnSets()
{
    std::vector<Set> sets;
    for (const auto& [domain, misc] : std::vector<std::pair<std::string, TypeSet>>{
             {"ai", static_cast<TypeSet>(work | law | other)},
             {"science", static_cast<TypeSet>(product | benchmark | law | work | other | technology)},
             {"politics", static_cast<TypeSet>(product | sciences | work | law | other)},
             {"literature", static_cast<TypeSet>(product | sciences | law | work | other)},
             {"music", static_cast<TypeSet>(product | sciences | law | work | event | other)}}) {
        sets.push_back({"ner/crossner/" + domain + "/train.txt", crossner, misc, 0, 3, false, false});
        sets.push_back({"ner/crossner/" + domain + "/dev.txt", crossner, misc, 0, 3, true, false});
    }
    const TypeMap conll = {{"per", person}, {"org", organization}, {"loc", place}};
    sets.push_back({"ner/wikigold/wikigold.conll.txt", conll, things, sciences, 1, false, true});
    sets.push_back({"ner/sec/FIN5.txt", conll, things, sciences, 1, false, true});
    sets.push_back({"ner/uner-ewt/en_ewt-ud-dev.iob2", conll, things, things, 1, false, true});
    const TypeMap wnut = {{"person", person},       {"location", place},  {"corporation", organization},
                          {"group", organization},  {"product", product}, {"creative-work", work}};
    const TypeSet unseen = sciences | event | law | other;
    sets.push_back({"ner/wnut17/wnut17train.conll", wnut, things, unseen, 1, false, false});
    sets.push_back({"ner/wnut17/emerging.dev.conll", wnut, things, unseen, 1, true, false});
    return sets;
}

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> words)
{
    return std::ranges::find(words, word) != words.end();
}

std::string_view plain(std::string_view token)
{
    if (token == "-LRB-") return "(";
    if (token == "-RRB-") return ")";
    if (token == "-LSB-") return "[";
    if (token == "-RSB-") return "]";
    if (token == "-LCB-") return "{";
    if (token == "-RCB-") return "}";
    if (token == "``" || token == "''") return "\"";
    return token;
}

// Natural text from tokens, and the place of each in it.
std::string detokenise(const std::vector<std::string>& tokens, std::vector<Span>& spans)
{
    std::string text;
    spans.clear();
    bool isDouble = false, isSingle = false, glue = true;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const std::string& raw = tokens[i];
        const std::string_view t = plain(raw);
        bool before = !glue;
        glue = false;
        const bool clitic = (t.starts_with("'") || t.starts_with("\xE2\x80\x99")) &&
                            isOneOf(t.substr(t[0] == '\'' ? 1 : 3), {"s", "S", "re", "ve", "ll", "d", "m", "t"});
        if (raw == "''" || clitic ||
            isOneOf(t, {".", ",", ";", ":", "!", "?", ")", "]", "}", "%", "'", "\xE2\x80\x99", "\xE2\x80\x9D", "\xE2\x80\xA6", "...",
                        "n't", "N'T", "n\xE2\x80\x99t"})) {
            const bool owner = i > 0 && (tokens[i - 1].ends_with('s') || tokens[i - 1].ends_with('S'));
            if (t == "'" && !isSingle && !owner &&
                std::find(tokens.begin() + static_cast<std::ptrdiff_t>(i) + 1, tokens.end(), "'") != tokens.end()) {
                isSingle = glue = true;
            } else {
                isSingle = isSingle && t != "'";
                before = false;
            }
        } else if (raw == "``" || isOneOf(t, {"(", "[", "{", "$", "\xC2\xA3", "\xE2\x82\xAC", "\xE2\x80\x9C", "\xE2\x80\x98"})) {
            glue = true;
        } else if (t == "\"") {
            isDouble = !isDouble;
            before = before && isDouble;
            glue = isDouble;
        }
        if (before && !text.empty()) text += ' ';
        const auto begin = static_cast<std::uint32_t>(text.size());
        text += t;
        spans.push_back({begin, static_cast<std::uint32_t>(text.size())});
    }
    return text;
}

Result<std::string> readAll(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    if (!in) return fail(Errc::notFound, path.string());
    std::string text(std::istreambuf_iterator<char>(in), {});
    std::erase(text, '\r');
    return text;
}

std::pair<std::size_t, std::size_t> heldOut(std::size_t size, int fold)
{
    if (fold < 0) return {0, 0};
    const auto k = static_cast<std::size_t>(fold);
    return {k * size / 5, (k + 1) * size / 5};
}

std::string small(std::string text)
{
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    return text;
}

// BIO, IOB1 and IOB2 alike.
GoldText goldOf(const Set& set, const std::vector<std::string>& tokens, const std::vector<std::string>& tags)
{
    GoldText gold;
    std::vector<Span> spans;
    gold.text = detokenise(tokens, spans);
    gold.hidden = set.hidden;
    gold.weight = set.weight;
    std::string open;
    for (std::size_t i = 0; i < tags.size(); ++i) {
        const std::size_t dash = tags[i].find('-');
        if (dash == std::string::npos) {
            open.clear();
            continue;
        }
        const std::string type = small(tags[i].substr(dash + 1));
        if (tags[i][0] == 'B' || type != open) {
            const auto found = set.map.find(type);
            gold.names.push_back({spans[i], found == set.map.end() ? set.misc : found->second});
        } else {
            gold.names.back().span.end = spans[i].end;
        }
        open = type;
    }
    return gold;
}

Result<void> addColumns(const std::filesystem::path& data, const Set& set, int holdOut, std::vector<GoldText>& out)
{
    if (set.isDevelopment && holdOut >= 0) return {};
    const auto text = readAll(data / set.path);
    if (!text) return std::unexpected(text.error());
    const bool iob2 = set.path.ends_with(".iob2");
    std::vector<GoldText> found;
    std::vector<std::string> tokens, tags;
    const auto close = [&] {
        if (!tokens.empty()) found.push_back(goldOf(set, tokens, tags));
        tokens.clear();
        tags.clear();
    };
    std::istringstream lines(*text);
    for (std::string line; std::getline(lines, line);) {
        if (line.find_first_not_of(" \t") == std::string::npos) {
            close();
            continue;
        }
        if (iob2 && line.starts_with('#')) continue;
        std::vector<std::string> fields;
        const bool hasTabs = line.find('\t') != std::string::npos;
        std::istringstream parts(line);
        if (hasTabs)
            for (std::string part; std::getline(parts, part, '\t');) fields.push_back(part);
        else
            for (std::string part; parts >> part;) fields.push_back(part);
        if (fields.size() < 2 || fields[0] == "-DOCSTART-") continue;
        tokens.push_back(fields[iob2 ? 1 : 0]);
        tags.push_back(iob2 ? fields[2] : fields.back());
    }
    close();
    const auto [from, to] = set.isSplit ? heldOut(found.size(), holdOut) : std::pair<std::size_t, std::size_t>{0, 0};
    for (std::size_t i = 0; i < found.size(); ++i)
        if (i < from || i >= to) out.push_back(std::move(found[i]));
    return {};
}

// Names of documents with all mentions of their entities. Nationalities are places there and names of no type here.
Result<void> addDocuments(const std::filesystem::path& data, int holdOut, std::vector<GoldText>& out)
{
    const auto path = data / "coref/redocred/dev_revised.json";
    const auto text = readAll(path);
    if (!text) return std::unexpected(text.error());
    const auto documents = nlohmann::json::parse(*text, nullptr, false);
    if (!documents.is_array()) return fail(Errc::badSyntax, path.string());
    const auto [from, to] = heldOut(documents.size(), holdOut);
    for (std::size_t d = 0; d < documents.size(); ++d) {
        if (d >= from && d < to) continue;
        const auto& document = documents[d];
        std::vector<GoldText> sentences;
        std::vector<std::vector<Span>> places;
        for (const auto& sentence : document["sents"]) {
            GoldText gold;
            std::vector<Span> spans;
            gold.text = detokenise(sentence.get<std::vector<std::string>>(), spans);
            gold.hidden = sciences;
            sentences.push_back(std::move(gold));
            places.push_back(std::move(spans));
        }
        for (const auto& cluster : document["vertexSet"])
            for (const auto& mention : cluster) {
                const std::string type = mention["type"];
                if (type == "TIME" || type == "NUM") continue;
                const std::size_t s = mention["sent_id"];
                std::size_t first = mention["pos"][0], last = mention["pos"][1];
                if (s >= places.size() || last > places[s].size() || first >= last) continue;
                const auto wordAt = [&](std::size_t i) { return small(std::string(textOf(sentences[s].text, places[s][i]))); };
                if (wordAt(first) == "the" && last - first > 1) ++first;
                const std::string only = wordAt(first);
                const bool isNation = last - first == 1 && (only.ends_with("an") || only.ends_with("ish") || only.ends_with("ese") ||
                                                            only.ends_with("ch") || only == "greek" || only == "thai" || only == "dutch");
                TypeSet types = type == "PER" ? person : type == "ORG" ? organization : type == "LOC" ? place : things;
                if (type == "LOC" && isNation) types |= other;
                sentences[s].names.push_back({{places[s][first].begin, places[s][last - 1].end}, types});
            }
        for (auto& sentence : sentences) {
            std::ranges::sort(sentence.names, {}, [](const GoldName& name) { return std::pair(name.span.begin, ~name.span.end); });
            std::vector<GoldName> apart;
            for (const auto& name : sentence.names)
                if (apart.empty() || name.span.begin >= apart.back().span.end) apart.push_back(name);
            sentence.names = std::move(apart);
            out.push_back(std::move(sentence));
        }
    }
    return {};
}

constexpr TypeSet anything = (1u << labelledTypes) - 1;

// Some names of a text whose other words may be anything.
void addPartial(std::string text, std::vector<GoldName> names, std::vector<GoldText>& out)
{
    std::ranges::sort(names, {}, [](const GoldName& name) { return std::pair(name.span.begin, ~name.span.end); });
    GoldText gold;
    for (const auto& name : names)
        if (name.types != 0 && name.span.begin < name.span.end && name.span.end <= text.size() &&
            (gold.names.empty() || name.span.begin >= gold.names.back().span.end))
            gold.names.push_back(name);
    if (gold.names.empty()) return;
    gold.text = std::move(text);
    gold.hidden = anything;
    gold.isPartial = true;
    out.push_back(std::move(gold));
}

// Companies, products, exchanges: two names of each sentence.
Result<void> addCompanies(const std::filesystem::path& data, int holdOut, std::vector<GoldText>& out)
{
    const auto path = data / "relations/core/train.json";
    const auto text = readAll(path);
    if (!text) return std::unexpected(text.error());
    const auto rows = nlohmann::json::parse(*text, nullptr, false);
    if (!rows.is_array()) return fail(Errc::badSyntax, path.string());
    const auto [from, to] = heldOut(rows.size(), holdOut);
    std::vector<Span> spans;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i >= from && i < to) continue;
        const auto& row = rows[i];
        const std::string relation = row["relation"];
        if (relation != "product_or_service_of" && relation != "brand_of") continue;
        const bool isInverted = row["invert_relation"] == 1;
        auto detached = detokenise(row["context"].get<std::vector<std::string>>(), spans);
        const auto spanOf = [&](const char* first, const char* last) -> Span {
            const std::size_t a = row[first], b = row[last];
            if (a > b || b >= spans.size()) return {};
            Span span{spans[a].begin, spans[b].end};
            auto words = textOf(detached, span);
            for (const std::string_view ending : {"'s", "'"})
                if (words.ends_with(ending)) words.remove_suffix(ending.size());
            const bool isName = !words.empty() && (words[0] < 'a' || words[0] > 'z') && b - a < 8 &&
                                !isOneOf(words, {"It", "Its", "The", "This", "He", "She", "They", "Their", "His", "Her", "We", "Company"}) && !words.starts_with("The company");
            return isName ? Span{span.begin, span.begin + static_cast<std::uint32_t>(words.size())} : Span{};
        };
        TypeSet made = organization; // of what stands on the left of the relation
        if (relation == "product_or_service_of") made = product | work;
        if (relation == "brand_of") made = product | organization;
        std::vector<GoldName> names = {{spanOf("e1_start", "e1_end"), isInverted ? organization : made},
                                       {spanOf("e2_start", "e2_end"), isInverted ? made : organization}};
        addPartial(std::move(detached), std::move(names), out);
    }
    return {};
}

} // namespace

Result<std::vector<GoldText>> readNameCorpora(const std::filesystem::path& data, int holdOut)
{
    std::vector<GoldText> result;
    for (const auto& set : columnSets())
        if (auto added = addColumns(data, set, holdOut, result); !added) return std::unexpected(added.error());
    if (auto added = addDocuments(data, holdOut, result); !added) return std::unexpected(added.error());
    if (auto added = addCompanies(data, holdOut, result); !added) return std::unexpected(added.error());
    return result;
}

Result<std::vector<std::string>> readPlainTexts(const std::filesystem::path& data, int holdOut)
{
    std::vector<std::string> texts;
    const auto corpora = readNameCorpora(data, holdOut);
    if (!corpora) return std::unexpected(corpora.error());
    for (const auto& gold : *corpora) texts.push_back(gold.text);
    for (const auto* folder : {"documents/msft", "documents/podcasts", "treebank/gum/train"}) {
        std::set<std::filesystem::path> files;
        std::error_code error;
        for (const auto& entry : std::filesystem::directory_iterator(data / folder, error)) files.insert(entry.path());
        for (const auto& file : files) {
            const auto text = readAll(file);
            if (!text) return std::unexpected(text.error());
            const bool isTreebank = file.extension() == ".conllu";
            std::istringstream lines(*text);
            for (std::string line; std::getline(lines, line);) {
                if (!isTreebank) texts.push_back(line);
                else if (line.starts_with("# text = ")) texts.push_back(line.substr(9));
            }
        }
    }
    const auto passages = readAll(data / "relations/knowledgenet/train-folds123.jsonl");
    if (!passages) return std::unexpected(passages.error());
    std::vector<nlohmann::json> rows;
    std::set<std::string> ids;
    std::istringstream lines(*passages);
    for (std::string line; std::getline(lines, line);) {
        auto row = nlohmann::json::parse(line, nullptr, false);
        if (!row.is_object()) continue;
        ids.insert(row["doc"].is_string() ? row["doc"].get<std::string>() : row["doc"].dump());
        rows.push_back(std::move(row));
    }
    const std::vector<std::string> sorted(ids.begin(), ids.end());
    const auto [from, to] = heldOut(sorted.size(), holdOut);
    for (const auto& row : rows) {
        const auto id = row["doc"].is_string() ? row["doc"].get<std::string>() : row["doc"].dump();
        const auto rank = static_cast<std::size_t>(std::ranges::lower_bound(sorted, id) - sorted.begin());
        if (rank < from || rank >= to) texts.push_back(row["text"].get<std::string>());
    }
    std::set<std::filesystem::path> files;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(data / "qa", error))
        if (entry.path().extension() == ".json") files.insert(entry.path());
    for (const auto& file : files) {
        const auto text = readAll(file);
        if (!text) return std::unexpected(text.error());
        const auto squad = nlohmann::json::parse(*text, nullptr, false);
        if (!squad.is_object() || !squad.contains("data")) continue;
        for (const auto& article : squad["data"])
            for (const auto& paragraph : article["paragraphs"]) texts.push_back(paragraph["context"].get<std::string>());
    }
    return texts;
}

} // namespace skein
