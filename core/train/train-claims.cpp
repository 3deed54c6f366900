// SPDX-License-Identifier: GPL-3.0-or-later
// Trains resources/models/claims-en.model. The finders run over every gold text; each pair of ends they offer becomes an
// example for its group of models (people with organizations, …); gold answers each model's questions, or does not know. The
// confidences are fitted on scores of models that have not seen the text (five parts, in turn).
#include "core/extract/claims.h"
#include "core/extract/dating.h"
#include "core/extract/engine.h"
#include "core/extract/relatives.h"
#include "core/text/linear-model.h"
#include "core/train/model-output.h"
#include "core/train/calibration.h"
#include "core/train/commands.h"
#include "core/train/detectors.h"
#include "core/train/random.h"
#include "core/train/relation-data.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>

namespace skein {
namespace {

constexpr int rounds = 8;
constexpr float rate = 0.05f;
constexpr float pull = 5e-3f;
constexpr float plainWeight = 0.2f;     // the same in texts without gold
constexpr float companiesWeight = 0.03f; // of a pair of companies that CORE has in a sentence but does not ask about
constexpr float hardlyWeight = 0.07f;    // of an answer that nobody gave but that is likely
constexpr std::uint32_t leastSeen = 5; // examples in which a feature must occur
constexpr std::size_t leastRight = 12; // examples without which no question is asked
constexpr double ruleDoubt = 8;        // gold cases that the hand-written confidence of a rule counts for
constexpr std::size_t parts = 5;

bool isOfCompanies(std::string_view relation)
{
    static constexpr std::string_view names[] = {"product_of", "partners_with", "acquired", "client_of", "invested_in", "listed_on",
                                                 "competes_with", "brand_of", "merged_with", "regulated_by"};
    return std::ranges::find(names, relation) != std::end(names);
}

struct Pair {
    std::size_t text = 0;
    std::size_t group = 0;
    PairEnd first, second;
    Span quote;
    std::vector<Feature> features;
    std::vector<std::pair<std::string, int>> fired; // rules; 1: the first is the subject, -1: the second is
};

struct Resources {
    std::shared_ptr<const Engine> engine;
    Ontology ontology;
    Patterns patterns;
    Lexicons lexicons;
};

Result<Resources> loadResources()
{
    const char* set = std::getenv("SKEIN_RESOURCES");
    const std::filesystem::path folder = set != nullptr && *set != '\0' ? set : SKEIN_RESOURCES_FOLDER;
    auto engine = Engine::load(folder);
    if (!engine) return std::unexpected(engine.error());
    auto ontology = Ontology::load(folder / "ontology" / "ontology.json");
    if (!ontology) return std::unexpected(ontology.error());
    auto patterns = Patterns::load(folder / "patterns", *ontology);
    if (!patterns) return std::unexpected(patterns.error());
    auto lexicons = Lexicons::load(folder / "lexicons");
    if (!lexicons) return std::unexpected(lexicons.error());
    return Resources{*engine, std::move(*ontology), std::move(*patterns), std::move(*lexicons)};
}

// What the engine reads in each text, read once however often it is asked for.
class Analyses {
public:
    Analyses(const std::vector<RelationText>& texts, const Engine& engine) : m_texts(texts), m_engine(engine), m_read(texts.size()) {}

    // Null where a text cannot be read. Valid as long as this.
    const Analysis* of(std::size_t text)
    {
        if (!m_read[text]) m_read[text] = m_engine.analyse(m_texts[text].document, Cancel{});
        return *m_read[text] ? &**m_read[text] : nullptr;
    }

private:
    const std::vector<RelationText>& m_texts;
    const Engine& m_engine;
    std::vector<std::optional<Result<Analysis>>> m_read;
};

MentionKind kindOf(std::string_view words)
{
    static constexpr std::string_view pronouns[] = {"he", "she", "it", "they", "his", "her", "its", "their", "him", "them",
                                                    "i", "my", "we", "our", "me", "us"};
    std::string lower(words);
    for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    if (std::ranges::find(pronouns, lower) != std::end(pronouns)) return MentionKind::pronoun;
    return words == lower || lower.starts_with("the ") ? MentionKind::nominal : MentionKind::name;
}

// Puts in the gold ends that the finders missed.
void complete(const RelationText& text, NameReading& names)
{
    std::map<std::pair<std::string, std::string>, std::size_t> entities;
    std::vector<Mention> added;
    for (const GoldEnd& end : text.ends) {
        if (end.type == "date" || end.type == "nationality") continue;
        std::optional<std::size_t> entity;
        for (const Span span : end.spans) {
            const auto overlaps = [&](const Mention& m) { return m.span.overlaps(span); };
            if (span.isEmpty() || std::ranges::any_of(names.mentions, overlaps) || std::ranges::any_of(added, overlaps)) continue;
            const std::string words(textOf(text.document.text, span));
            if (isRelative(words)) continue; // no end of its own
            if (!entity) {
                const auto [at, isNew] = entities.try_emplace({words, end.type}, names.entities.size());
                if (isNew) names.entities.push_back({words, end.type, {}});
                entity = at->second;
            }
            added.push_back({span, *entity, kindOf(words)});
        }
    }
    names.mentions.insert(names.mentions.end(), added.begin(), added.end());
    std::ranges::stable_sort(names.mentions, {}, [](const Mention& m) { return std::pair(m.span.begin, ~m.span.end); });
}

// Puts in all gold ends, in place of what the finders made of them.
void give(const RelationText& text, NameReading& names)
{
    std::erase_if(names.mentions, [&](const Mention& m) {
        return std::ranges::any_of(text.ends, [&](const GoldEnd& end) {
            return std::ranges::any_of(end.spans, [&](Span s) { return s.overlaps(m.span); });
        });
    });
    complete(text, names);
}

std::vector<Pair> pairsOf(const std::vector<RelationText>& texts, const Resources& resources, int heldOut)
{
    std::vector<Pair> pairs;
    for (std::size_t t = 0; t < texts.size(); ++t) {
        if (isHeldOut(texts[t], heldOut)) continue;
        const auto analysis = resources.engine->analyse(texts[t].document, Cancel{});
        if (!analysis) continue;
        NameReading names{analysis->entities, analysis->mentions};
        complete(texts[t], names);
        std::vector<NameReading> readings{names};
        if (texts[t].kind == RelationText::Kind::core) { // few and well chosen sentences: once more with the ends that gold means
            give(texts[t], names);
            if (names != readings.front()) readings.push_back(names);
        }
        for (const NameReading& reading : readings) seePairs(texts[t].document, analysis->reading, reading, analysis->times,
                 {resources.ontology, resources.patterns, nullptr, &resources.lexicons}, [&](const SeenPair& seen) {
                     Pair pair{t, seen.group, seen.first, seen.second, seen.quote, seen.features.features, {}};
                     const auto is = [](const PairEnd& end, std::optional<std::size_t> entity) {
                         return end.member && entity && end.member->entity == *entity;
                     };
                     for (const FiredRule& rule : seen.fired) {
                         if (!rule.object) {
                             const bool value = seen.second.endClass == EndClass::date && is(seen.first, rule.subject) &&
                                                seen.date == rule.value;
                             if (value) pair.fired.emplace_back(rule.rule, 1);
                         } else if (is(seen.first, rule.subject) && is(seen.second, rule.object)) {
                             pair.fired.emplace_back(rule.rule, 1);
                         } else if (is(seen.second, rule.subject) && is(seen.first, rule.object)) {
                             pair.fired.emplace_back(rule.rule, -1);
                         }
                     }
                     pairs.push_back(std::move(pair));
                 });
    }
    return pairs;
}

std::vector<std::string_view> typesOf(EndClass endClass)
{
    switch (endClass) {
    case EndClass::person: return {"person"};
    case EndClass::organization: return {"organization"};
    case EndClass::place: return {"place"};
    case EndClass::thing: return {"product", "technology", "work", "benchmark", "event", "law"};
    default: return {""};
    }
}

bool admits(const Ontology& ontology, std::string_view relation, EndClass subject, EndClass object)
{
    for (const auto s : typesOf(subject))
        for (const auto o : typesOf(object))
            if (!s.empty() && ontology.admits(relation, s, o)) return true;
    return false;
}

Answer answerOf(const std::vector<RelationText>& texts, const Pair& pair, const Relation& relation, bool forward)
{
    const PairEnd& subject = forward ? pair.first : pair.second;
    const PairEnd& object = forward ? pair.second : pair.first;
    return skein::answerOf(texts[pair.text], relation.id, relation.symmetric, subject.span, object.span, pair.quote);
}

// What a group of models learns and how sure it turned out to be.
struct Group {
    std::vector<Detector> detectors;
    std::string bytes;
    Tally tally; // over all questions
    Tally core;  // over the pairs that CORE asks about, each once
};

Group trainGroup(const std::vector<RelationText>& texts, const std::vector<const Pair*>& pairs, const Ontology& ontology)
{
    Group group;
    std::vector<std::vector<Answer>> answers; // by question, then pair
    const EndClass first = pairs.front()->first.endClass;
    const EndClass second = pairs.front()->second.endClass;
    for (const Relation& relation : ontology.relations()) {
        for (const bool forward : {true, false}) {
            if (!forward && first == second && relation.symmetric) continue;
            if (!admits(ontology, relation.id, forward ? first : second, forward ? second : first)) continue;
            std::vector<Answer> column;
            for (const Pair* pair : pairs) column.push_back(answerOf(texts, *pair, relation, forward));
            const auto right = static_cast<std::size_t>(std::ranges::count(column, Answer::yes));
            if (right < leastRight) continue;
            group.detectors.push_back({.relation = relation.id, .forward = forward});
            answers.push_back(std::move(column));
        }
    }
    const std::size_t questions = group.detectors.size();
    if (questions == 0) return group;

    std::unordered_map<Feature, std::uint32_t> rows;
    std::vector<Feature> names;
    std::vector<std::uint32_t> seen;
    for (const Pair* pair : pairs)
        for (const Feature feature : pair->features) {
            const auto [at, isNew] = rows.try_emplace(feature, static_cast<std::uint32_t>(names.size()));
            if (isNew) {
                names.push_back(feature);
                seen.push_back(0);
            }
            ++seen[at->second];
        }
    std::vector<DetectorExample> examples;
    for (std::size_t p = 0; p < pairs.size(); ++p) {
        DetectorExample example;
        for (const Feature feature : pairs[p]->features)
            if (const auto row = rows[feature]; seen[row] >= leastSeen) example.features.push_back(row);
        for (std::size_t q = 0; q < questions; ++q) {
            Answer answer = answers[q][p];
            const bool isPlain = texts[pairs[p]->text].kind == RelationText::Kind::plain;
            if (isPlain && !pairs[p]->fired.empty()) answer = Answer::unknown; // a rule knows better
            example.answers.push_back(answer == Answer::unknown ? -1.0f : answer == Answer::yes ? 1.0f : 0.0f);
            example.weights.push_back(answer == Answer::hardly ? (isPlain ? plainWeight : isOfCompanies(group.detectors[q].relation) ? companiesWeight : hardlyWeight) : 1.0f);
        }
        examples.push_back(std::move(example));
    }
    const auto train = [&](std::size_t without) {
        Detectors model(questions, names.size(), rate, pull);
        std::vector<std::uint32_t> order;
        for (std::uint32_t p = 0; p < pairs.size(); ++p)
            if (pairs[p]->text % parts != without) order.push_back(p);
        Random random(1);
        for (int round = 0; round < rounds; ++round) {
            shuffle(order, random);
            for (const auto p : order) model.learn(examples[p]);
        }
        return model;
    };
    std::vector<std::vector<float>> unseenScores(pairs.size());
    std::vector<std::vector<Scored>> scored(questions);
    std::vector<float> out(questions);
    for (std::size_t part = 0; part < parts; ++part) {
        const Detectors model = train(part);
        for (std::size_t p = 0; p < pairs.size(); ++p) {
            if (pairs[p]->text % parts != part) continue;
            model.scores(examples[p], out);
            for (std::size_t q = 0; q < questions; ++q)
                unseenScores[p].push_back(out[q]);
            for (std::size_t q = 0; q < questions; ++q)
                if (examples[p].answers[q] >= 0) scored[q].push_back({out[q], examples[p].answers[q] > 0, examples[p].weights[q]});
        }
    }
    std::vector<Scored> all;
    for (const auto& column : scored) all.insert(all.end(), column.begin(), column.end());
    const Curve common = fitCurve(all, {1, 0}, 0);
    for (std::size_t q = 0; q < questions; ++q) {
        const Curve curve = fitCurve(scored[q], common, 20);
        group.detectors[q].scale = curve.scale;
        group.detectors[q].shift = curve.shift;
        const Tally tally = tallyOf(scored[q], curve);
        group.tally += tally;
        std::fprintf(stderr, "  %-18s %s %5zu yes %6zu asked  P %.3f R %.3f F1 %.3f  scale %.2f shift %.2f\n",
                     group.detectors[q].relation.c_str(), group.detectors[q].forward ? ">" : "<", tally.right, scored[q].size(),
                     tally.precision(), tally.recall(), tally.f1(), static_cast<double>(curve.scale), static_cast<double>(curve.shift));
    }
    for (std::size_t p = 0; p < pairs.size(); ++p) {
        if (texts[pairs[p]->text].kind != RelationText::Kind::core) continue;
        bool asked = false;
        bool real = false;
        bool said = false;
        bool right = false;
        for (std::size_t q = 0; q < questions; ++q) {
            const Answer answer = answers[q][p];
            asked = asked || answer == Answer::no || answer == Answer::yes;
            real = real || answer == Answer::yes;
            const Curve curve{group.detectors[q].scale, group.detectors[q].shift};
            if (answer == Answer::unknown || curve.at(static_cast<double>(unseenScores[p][q])) < 0.5) continue;
            said = true;
            right = right || answer == Answer::yes;
        }
        if (!asked) continue;
        group.core.right += real ? 1 : 0;
        group.core.found += said ? 1 : 0;
        group.core.foundRight += right ? 1 : 0;
    }
    group.bytes = train(parts).bytes(names, seen, leastSeen);
    return group;
}

// Of each rule, how often gold agreed; a rule that gold says little about keeps most of its own confidence.
std::string measureRules(const std::vector<RelationText>& texts, const std::vector<Pair>& pairs, const Resources& resources)
{
    std::map<std::string, std::pair<double, double>> tally; // right, all
    for (const Pair& pair : pairs)
        for (const auto& [id, direction] : pair.fired) {
            const auto rule = std::ranges::find(resources.patterns.rules(), id, &Rule::id);
            if (rule == resources.patterns.rules().end()) continue;
            const Answer answer = answerOf(texts, pair, *resources.ontology.relation(rule->relation), direction > 0);
            if (answer != Answer::yes && answer != Answer::no) continue;
            auto& [right, all] = tally[id];
            right += answer == Answer::yes ? 1 : 0;
            ++all;
        }
    std::ostringstream out;
    for (const Rule& rule : resources.patterns.rules()) {
        const auto at = tally.find(rule.id);
        if (at == tally.end()) continue;
        const auto [right, all] = at->second;
        const double measured = std::min((right + ruleDoubt * rule.confidence) / (all + ruleDoubt), 0.98);
        out << rule.id << ' ' << static_cast<double>(std::lround(measured * 1000)) / 1000 << '\n';
        std::fprintf(stderr, "  %-20s %4.0f of %4.0f  by hand %.2f, measured %.3f\n", rule.id.c_str(), right, all, rule.confidence, measured);
    }
    return out.str();
}

// F1 over the pairs of CORE when their ends are given, as the literature measures it: what the finders call them does not count.
// As score/relations.py, a wrong claim between the two ends counts whether or not they have a relation.
Tally tallyCore(const std::vector<RelationText>& texts, const Resources& resources, Analyses& analyses, const ClaimModel& model, int heldOut)
{
    Tally tally;
    std::size_t last = static_cast<std::size_t>(-1);
    for (std::size_t t = 0; t < texts.size(); ++t) {
        const RelationText& text = texts[t];
        if (text.kind != RelationText::Kind::core || (heldOut >= 0 && !isHeldOut(text, heldOut)) || text.unit == last) continue;
        last = text.unit;
        const Analysis* analysis = analyses.of(t);
        if (analysis == nullptr) continue;
        NameReading names{analysis->entities, analysis->mentions};
        give(text, names);
        const auto entityAt = [&](const std::vector<Span>& spans) -> std::optional<std::size_t> {
            for (const Mention& m : names.mentions)
                if (!spans.empty() && m.span.overlaps(spans.front())) return m.entity;
            return std::nullopt;
        };
        const auto a = entityAt(text.entities[0]);
        const auto b = entityAt(text.entities[1]);
        bool said = false;
        bool right = false;
        for (const Claim& claim : findClaims(text.document, analysis->reading, names, analysis->times,
                                             {resources.ontology, resources.patterns, &model, &resources.lexicons})) {
            if (claim.polarity == Polarity::denied || !claim.object || !isOfCore(claim.relation)) continue;
            const bool forward = claim.subject == a && claim.object == b;
            if (!forward && !(claim.subject == b && claim.object == a)) continue;
            said = true;
            const bool symmetric = resources.ontology.relation(claim.relation)->symmetric;
            right = right || (!text.facts.empty() && text.facts.front().relation == claim.relation && (forward || symmetric));
        }
        tally.right += text.facts.empty() ? 0 : 1;
        tally.found += said || right ? 1 : 0;
        tally.foundRight += right ? 1 : 0;
    }
    return tally;
}

// Compares the claims of a whole model with gold, by confidence.
int report(const std::vector<RelationText>& texts, const Resources& resources, const std::string& modelFile, int heldOut)
{
    const auto model = ClaimModel::load(modelFile);
    if (!model) {
        std::fprintf(stderr, "%s\n", model.error().detail.c_str());
        return 1;
    }
    std::map<std::string, Reliability> tables;
    Analyses analyses(texts, *resources.engine);
    for (std::size_t t = 0; t < texts.size(); ++t) {
        const RelationText& text = texts[t];
        if (heldOut >= 0 && !isHeldOut(text, heldOut)) continue;
        const Analysis* analysis = analyses.of(t);
        if (analysis == nullptr) continue;
        const NameReading names{analysis->entities, analysis->mentions};
        const auto claims = findClaims(text.document, analysis->reading, names, analysis->times,
                                       {resources.ontology, resources.patterns, &*model, &resources.lexicons});
        for (const Claim& claim : claims) {
            if (claim.polarity == Polarity::denied || (!claim.object && claim.value.empty())) continue;
            const auto spansOf = [&](std::size_t entity) {
                std::vector<Span> spans;
                for (const Mention& m : names.mentions)
                    if (m.entity == entity && claim.quote.contains(m.span)) spans.push_back(m.span);
                return spans;
            };
            std::vector<Span> objects;
            if (claim.object)
                objects = spansOf(*claim.object);
            else
                for (const TimeExpression& time : clauseTimes(text.document, analysis->times))
                    if (claim.quote.contains(time.span) && (time.edtf == claim.value || momentOf(time.edtf) == claim.value)) objects.push_back(time.span);
            if (!claim.object && objects.empty()) {
                const auto at = textOf(text.document.text, claim.quote).find(claim.value);
                if (at != std::string_view::npos)
                    objects.push_back({claim.quote.begin + static_cast<std::uint32_t>(at),
                                       claim.quote.begin + static_cast<std::uint32_t>(at + claim.value.size())});
            }
            Answer best = Answer::unknown;
            const bool symmetric = resources.ontology.relation(claim.relation)->symmetric;
            for (const Span s : spansOf(claim.subject))
                for (const Span o : objects) {
                    const Answer answer = skein::answerOf(text, claim.relation, symmetric, s, o, claim.quote);
                    if (answer == Answer::yes || (answer == Answer::no && best == Answer::unknown)) best = answer;
                }
            if (best == Answer::unknown) continue;
            const bool right = best == Answer::yes;
            tables[" all"].add(claim.confidence, right);
            tables[claim.rule.starts_with("learned-") ? " model" : " rules"].add(claim.confidence, right);
            tables[claim.relation].add(claim.confidence, right);
        }
    }
    const Tally core = tallyCore(texts, resources, analyses, *model, heldOut);
    std::printf("pairs of CORE, their ends given: P %.3f R %.3f F1 %.3f\n", core.precision(), core.recall(), core.f1());
    std::printf("%s", Reliability::head().c_str());
    for (const auto& [name, table] : tables) std::printf("%s", table.line(name).c_str());
    return 0;
}

} // namespace

int trainClaims(const std::string& data, const std::string& modelFile, int heldOut)
{
    const auto texts = readRelations(data);
    auto resources = loadResources();
    if (!texts || !resources) {
        std::fprintf(stderr, "%s\n", (texts ? resources.error() : texts.error()).detail.c_str());
        return 1;
    }
    const std::vector<Pair> pairs = pairsOf(*texts, *resources, heldOut);
    std::fprintf(stderr, "%zu texts, %zu pairs\n", texts->size(), pairs.size());
    std::vector<std::vector<const Pair*>> grouped(PairReader::groupCount);
    for (const Pair& pair : pairs) grouped[pair.group].push_back(&pair);
    std::string detectors;
    std::vector<ModelSection> sections;
    Tally total;
    Tally core;
    for (std::size_t g = 0; g < grouped.size(); ++g) {
        if (grouped[g].empty()) continue;
        std::fprintf(stderr, "group %zu: %zu pairs\n", g, grouped[g].size());
        Group group = trainGroup(*texts, grouped[g], resources->ontology);
        total += group.tally;
        core += group.core;
        if (group.detectors.empty()) continue;
        for (const Detector& detector : group.detectors) {
            std::ostringstream line;
            line << g << ' ' << detector.relation << ' ' << detector.forward << ' ' << detector.scale << ' ' << detector.shift << '\n';
            detectors += line.str();
        }
        sections.push_back({"pairs" + std::to_string(g), std::move(group.bytes)});
    }
    for (const auto& [name, tally] : {std::pair("all questions", total), std::pair("pairs of CORE", core)})
        std::fprintf(stderr, "%s: %zu yes  P %.3f R %.3f F1 %.3f\n", name, tally.right, tally.precision(), tally.recall(), tally.f1());
    std::fprintf(stderr, "rules\n");
    sections.push_back({"detectors", detectors});
    sections.push_back({"rules", measureRules(*texts, pairs, *resources)});
    const int status = writeModel(modelFile, {{"name", "skein-claims-en"},
                                              {"version", "1"},
                                              {"sets", "KnowledgeNet folds 1-3; CORE train; Re-DocRED dev"},
                                              {"licence", "CC BY-SA 4.0"}},
                                             sections);
    if (status != 0) return status;
    return heldOut < 0 ? 0 : report(*texts, *resources, modelFile, heldOut);
}

int calibrateClaims(const std::string& data, const std::string& modelFile, int heldOut)
{
    const auto texts = readRelations(data);
    auto resources = loadResources();
    if (!texts || !resources) {
        std::fprintf(stderr, "%s\n", (texts ? resources.error() : texts.error()).detail.c_str());
        return 1;
    }
    return report(*texts, *resources, modelFile, heldOut);
}

} // namespace skein
