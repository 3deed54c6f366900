// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/utf8.h"
#include "core/extract/aliases.h"
#include "core/extract/coreference.h"
#include "core/extract/finders.h"
#include "core/text/grammar.h"
#include "core/train/commands.h"
#include "core/train/model-output.h"
#include "core/train/ranker.h"
#include "core/train/treebank.h"

#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <sstream>

namespace skein {
namespace {

constexpr std::size_t folds = 5;
constexpr std::size_t none = static_cast<std::size_t>(-1);
constexpr std::size_t unknown = static_cast<std::size_t>(-2);

struct NamedSpan {
    Span span;
    bool isRight = false;
};

struct Sample {
    Document document;
    Reading reading;
    NameReading names;
    std::unique_ptr<Discourse> discourse;
    bool isHeldOut = false;
    bool isComplete = false; // every anaphor without a cluster stands for nothing
    // GAP: one pronoun and two names.
    Span pronoun;
    std::vector<NamedSpan> options;
    // GUM: the cluster of each expression; none where the gold data has no mention.
    std::vector<std::size_t> clusters;
};

std::vector<std::string> cells(const std::string& line)
{
    std::vector<std::string> parts(1);
    for (const char c : line) {
        if (c == '\t') parts.emplace_back();
        else if (c != '\r') parts.back() += c;
    }
    return parts;
}

// The columns of GAP: ID Text Pronoun Pronoun-offset A A-offset A-coref B B-offset B-coref URL; offsets are code points.
std::vector<Sample> readGap(const std::string& file)
{
    std::vector<Sample> samples;
    std::ifstream in(file);
    std::string line;
    std::getline(in, line);
    while (std::getline(in, line)) {
        const auto c = cells(line);
        if (c.size() < 10) continue;
        Sample sample;
        sample.document.text = c[1];
        sample.document.blocks = {{{0, static_cast<std::uint32_t>(c[1].size())}}};
        const OffsetMap map(sample.document.text, OffsetMap::Unit::codePoint);
        const auto spanOf = [&](const std::string& words, const std::string& offset) {
            const std::uint32_t begin = map.toByte(static_cast<std::uint32_t>(std::stoul(offset)));
            return Span{begin, begin + static_cast<std::uint32_t>(words.size())};
        };
        sample.pronoun = spanOf(c[2], c[3]);
        sample.options = {{spanOf(c[4], c[5]), c[6] == "TRUE"}, {spanOf(c[7], c[8]), c[9] == "TRUE"}};
        samples.push_back(std::move(sample));
    }
    return samples;
}

struct GoldMention {
    std::size_t cluster = 0;
    std::size_t first = 0, last = 0; // words of the document, last included
    std::size_t head = 0;            // the first word of its minimal span
};

// The entities of a GUM document, from the Entity of its words: "(1-person-new-…-2-coref", "1)".
std::vector<GoldMention> mentionsOf(const std::vector<const GoldWord*>& words)
{
    std::vector<GoldMention> found;
    std::map<std::size_t, std::vector<std::size_t>> open; // cluster -> mentions
    for (std::size_t w = 0; w < words.size(); ++w) {
        const std::string& misc = words[w]->misc;
        const std::size_t at = misc.find("Entity=");
        if (at == std::string::npos || (at > 0 && misc[at - 1] != '|')) continue;
        const std::string value = misc.substr(at + 7, misc.find('|', at) - at - 7);
        for (std::size_t i = 0; i < value.size();) {
            if (value[i] == '(') {
                const std::size_t end = std::min(value.find_first_of("()", i + 1), value.size());
                std::vector<std::string> parts;
                std::istringstream stream(value.substr(i + 1, end - i - 1));
                for (std::string part; std::getline(stream, part, '-');) parts.push_back(part);
                if (parts.size() >= 6) {
                    GoldMention mention;
                    mention.cluster = static_cast<std::size_t>(std::atoi(parts[0].c_str()));
                    mention.first = mention.last = w;
                    mention.head = w + static_cast<std::size_t>(std::max(std::atoi(parts[5].c_str()) - 1, 0));
                    open[mention.cluster].push_back(found.size());
                    found.push_back(mention);
                    if (end < value.size() && value[end] == ')') open[mention.cluster].pop_back();
                }
                i = end < value.size() && value[end] == ')' ? end + 1 : end;
            } else if (value[i] >= '0' && value[i] <= '9') {
                const auto cluster = static_cast<std::size_t>(std::atoi(value.c_str() + i));
                const std::size_t end = value.find(')', i);
                if (end == std::string::npos) break;
                if (auto& mentions = open[cluster]; !mentions.empty()) {
                    found[mentions.back()].last = w;
                    mentions.pop_back();
                }
                i = end + 1;
            } else {
                ++i;
            }
        }
    }
    return found;
}

struct Marked {
    Span span;
    std::string name; // what it stands for
};

struct MarkedText {
    std::string text;
    std::vector<Marked> marks;
};

// Our own passages: a line each, "[words>name]" being what stands for a name; "@type name; name" says what names are.
std::vector<MarkedText> readMarked(const std::string& file, std::map<std::string, std::string>& types)
{
    std::vector<MarkedText> result;
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line[0] == '#') continue;
        if (line[0] == '@') {
            const auto space = line.find(' ');
            for (std::size_t at = space + 1; at < line.size();) {
                const std::size_t end = std::min(line.find("; ", at), line.size());
                types[line.substr(at, end - at)] = line.substr(1, space - 1);
                at = end + 2;
            }
            continue;
        }
        auto& marked = result.emplace_back();
        for (std::size_t i = 0; i < line.size();) {
            const std::size_t middle = line[i] == '[' ? line.find('>', i) : std::string::npos;
            const std::size_t end = middle == std::string::npos ? middle : line.find(']', middle);
            if (end == std::string::npos) {
                marked.text += line[i++];
                continue;
            }
            const auto begin = static_cast<std::uint32_t>(marked.text.size());
            marked.text += line.substr(i + 1, middle - i - 1);
            marked.marks.push_back({{begin, static_cast<std::uint32_t>(marked.text.size())}, line.substr(middle + 1, end - middle - 1)});
            i = end + 1;
        }
    }
    return result;
}

class Trainer {
public:
    Trainer(const std::string& resources, int holdOut) : m_resources(resources), m_holdOut(holdOut) {}

    Result<void> load()
    {
        auto grammar = Grammar::load(m_resources + "/models/grammar-en.model");
        if (!grammar) return std::unexpected(grammar.error());
        auto ontology = Ontology::load(m_resources + "/ontology/ontology.json");
        if (!ontology) return std::unexpected(ontology.error());
        auto lexicons = Lexicons::load(m_resources + "/lexicons");
        if (!lexicons) return std::unexpected(lexicons.error());
        auto tagger = NameTagger::load(m_resources + "/models/names-en.model");
        if (!tagger) return std::unexpected(tagger.error());
        m_grammar = std::move(*grammar);
        m_tagger = std::move(*tagger);
        m_ontology.emplace(std::move(*ontology));
        m_lexicons.emplace(std::move(*lexicons));
        return {};
    }

    Result<void> read(const std::string& data)
    {
        for (const char* part : {"development", "validation"}) {
            auto samples = readGap(data + "/coref/gap/gap-" + part + ".tsv");
            if (samples.empty()) return fail(Errc::notFound, data + "/coref/gap/gap-" + part + ".tsv");
            for (std::size_t i = 0; i < samples.size(); ++i)
                samples[i].isHeldOut = part[0] == 'd' && m_holdOut >= 0 &&
                                       i >= static_cast<std::size_t>(m_holdOut) * samples.size() / folds &&
                                       i < (static_cast<std::size_t>(m_holdOut) + 1) * samples.size() / folds;
            std::ranges::move(samples, std::back_inserter(m_samples));
        }
        for (const char* part : {"train", "dev"}) {
            auto documents = readTreebank(data + "/treebank/gum/" + part);
            if (!documents) return std::unexpected(documents.error());
            for (auto& document : *documents) addTreebank(document, part[0] == 'd' && m_holdOut >= 0);
        }
        std::map<std::string, std::string> types;
        const auto marked = readMarked(SKEIN_SOURCE_DIR "/core/train/coreference-examples.txt", types);
        if (marked.empty()) return fail(Errc::notFound, "core/train/coreference-examples.txt");
        for (std::size_t i = 0; i < marked.size(); ++i) addMarked(marked[i], types, m_holdOut >= 0 && i % folds == static_cast<std::size_t>(m_holdOut));
        for (auto& sample : m_samples) {
            if (sample.reading.tokens.empty()) prepare(sample);
            renew(sample);
        }
        return {};
    }

    // Learns from what the samples look like with the links so far.
    std::string train(int rounds)
    {
        Ranker ranker(0.05f, 1e-3f, 3);
        std::size_t count = 0;
        for (auto& sample : m_samples) {
            if (sample.isHeldOut) continue;
            walk(sample, [&](std::size_t i, const Discourse::Choice& choice) {
                const auto right = rightOf(sample, i, choice);
                if (right.empty()) return;
                ++count;
                ranker.add(choice.features, right, sample.isComplete ? 2.0f : sample.options.empty() ? 0.7f : 1.0f);
            });
        }
        std::fprintf(stderr, "%zu anaphors\n", count);
        ranker.train(rounds);
        return ranker.bytes();
    }

    void use(std::string bytes)
    {
        m_bytes = std::move(bytes);
        m_model = *CoreferenceModel::open(m_bytes);
    }

    void tell()
    {
        double right = 0, said = 0, gold = 0;
        std::map<std::string, Counts> counts;
        for (auto& sample : m_samples) {
            if (sample.isHeldOut != (m_holdOut >= 0)) continue;
            NameReading names = sample.names;
            addCoreference(sample.document, sample.reading, *m_lexicons, m_model, names);
            if (!sample.options.empty()) {
                std::vector<std::size_t> entities;
                for (const auto& m : names.mentions)
                    if (m.span == sample.pronoun) entities.push_back(m.entity);
                for (const auto& option : sample.options) {
                    bool is = false;
                    for (const auto& m : names.mentions)
                        is = is || (std::ranges::find(entities, m.entity) != entities.end() && m.span != sample.pronoun &&
                                    (m.span == option.span || (m.kind == MentionKind::name && overlap(m.span, option.span))));
                    right += is && option.isRight;
                    said += is;
                    gold += option.isRight;
                }
                continue;
            }
            tellClusters(sample, names, counts);
        }
        std::fprintf(stderr, "GAP: P %.3f R %.3f F1 %.3f (%g of %g)\n", right / said, right / gold, 2 * right / (said + gold),
                     right, gold);
        for (const auto& [kind, n] : counts)
            std::fprintf(stderr, "%s: P %.3f R %.3f (%zu right, %zu said, %zu gold)\n", kind.c_str(),
                         static_cast<double>(n[0]) / static_cast<double>(n[1]),
                         static_cast<double>(n[0]) / static_cast<double>(n[2]), n[0], n[1], n[2]);
    }

private:
    static bool overlap(Span a, Span b) { return a.begin < b.end && b.begin < a.end; }

    void prepare(Sample& sample)
    {
        sample.reading = m_grammar.read(sample.document.text, sample.document.blocks, true);
        sample.names = findNames(sample.document, sample.reading,
                                 m_tagger.tag(sample.document.text, sample.reading, *m_lexicons), *m_ontology, *m_lexicons);
    }

    void renew(Sample& sample)
    {
        sample.discourse = std::make_unique<Discourse>(sample.document, sample.reading, sample.names, *m_lexicons);
    }

    void addTreebank(const GoldDocument& gold, bool isHeldOut)
    {
        Sample sample;
        sample.isHeldOut = isHeldOut;
        sample.document.text = gold.text;
        sample.document.blocks = gold.blocks;
        prepare(sample);
        renew(sample);
        std::vector<const GoldWord*> words;
        for (const auto& sentence : gold.sentences)
            for (const auto& word : sentence.words) words.push_back(&word);
        const auto mentions = mentionsOf(words);
        for (const auto& e : sample.discourse->expressions()) {
            const Span head = sample.reading.tokens[e.head].span;
            std::size_t cluster = none;
            std::size_t length = none;
            for (const auto& m : mentions) {
                if (m.head >= words.size() || words[m.first]->span.begin > head.begin || words[m.last]->span.end < head.end)
                    continue;
                // The head of a name may be any of its words.
                const bool sameHead = overlap(words[m.head]->span, e.kind == ExpressionKind::name ? e.span : head);
                if (!sameHead || m.last - m.first >= length) continue;
                length = m.last - m.first;
                cluster = m.cluster;
            }
            sample.clusters.push_back(cluster);
        }
        m_samples.push_back(std::move(sample));
    }

    // Every place of the names, the longest first.
    NameReading namesOf(const Document& document, const std::map<std::string, std::string>& types) const
    {
        std::vector<FoundName> found;
        const auto isLetter = [&](std::size_t at) { return at < document.text.size() && std::isalnum(static_cast<unsigned char>(document.text[at])); };
        for (std::size_t i = 0; i < document.text.size(); ++i) {
            if (i > 0 && isLetter(i - 1)) continue;
            const std::pair<const std::string, std::string>* best = nullptr;
            for (const auto& name : types)
                if (document.text.compare(i, name.first.size(), name.first) == 0 && !isLetter(i + name.first.size()) &&
                    (!best || name.first.size() > best->first.size()))
                    best = &name;
            if (!best) continue;
            const std::size_t end = i + best->first.size();
            found.push_back({{static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(end)}, best->second});
            i = end - 1;
        }
        return linkNames(document, *m_lexicons, std::move(found));
    }

    void addMarked(const MarkedText& marked, const std::map<std::string, std::string>& types, bool isHeldOut)
    {
        Sample sample;
        sample.isComplete = true;
        sample.isHeldOut = isHeldOut;
        sample.document.text = marked.text;
        sample.document.blocks = {{{0, static_cast<std::uint32_t>(marked.text.size())}}};
        prepare(sample);
        sample.names = namesOf(sample.document, types);
        renew(sample);
        const auto& entities = sample.names.entities;
        for (std::size_t i = 0; i < sample.discourse->expressions().size(); ++i) {
            const auto& e = sample.discourse->expressions()[i];
            std::size_t cluster = e.kind == ExpressionKind::name ? sample.discourse->referentOf(i) : none;
            for (const auto& mark : marked.marks) {
                if (mark.span != e.span || e.kind == ExpressionKind::name) continue;
                cluster = unknown; // of something whose name was not found
                for (std::size_t k = 0; k < entities.size(); ++k)
                    if (entities[k].name == mark.name || std::ranges::find(entities[k].aliases, mark.name) != entities[k].aliases.end())
                        cluster = k;
                if (cluster == unknown) std::fprintf(stderr, "not found: %s\n", mark.name.c_str());
            }
            sample.clusters.push_back(cluster);
        }
        m_samples.push_back(std::move(sample));
    }

    // Every anaphor in order, as the model links it; `visit` sees it before.
    template <typename Visit>
    void walk(Sample& sample, Visit visit)
    {
        renew(sample);
        Discourse& discourse = *sample.discourse;
        for (std::size_t i = 0; i < discourse.expressions().size(); ++i) {
            if (!discourse.isAnaphor(i)) continue;
            const auto choice = discourse.choiceFor(i);
            visit(i, choice);
            if (const auto antecedent = antecedentOf(discourse, choice, m_model.probabilities(choice)))
                discourse.link(i, antecedent->referent, antecedent->probability);
        }
    }

    // Which alternatives are right; empty when the gold data does not say.
    std::vector<bool> rightOf(const Sample& sample, std::size_t anaphor, const Discourse::Choice& choice) const
    {
        const Discourse& discourse = *sample.discourse;
        const auto& expressions = discourse.expressions();
        std::vector<bool> right(choice.candidates.size(), false);
        bool any = false;
        if (!sample.options.empty()) {
            if (expressions[anaphor].span != sample.pronoun) return {};
            std::vector<std::size_t> yes, no;
            for (std::size_t i = 0; i < expressions.size(); ++i)
                if (expressions[i].kind == ExpressionKind::name || expressions[i].kind == ExpressionKind::possibleName)
                    for (const auto& option : sample.options)
                        if (overlap(expressions[i].span, option.span))
                            (option.isRight ? yes : no).push_back(discourse.referentOf(i));
            const bool isKnown = sample.options[0].isRight || sample.options[1].isRight;
            for (std::size_t k = 0; k < right.size(); ++k) {
                const std::size_t referent = discourse.referentOf(choice.candidates[k]);
                const auto in = [&](const auto& list) { return std::ranges::find(list, referent) != list.end(); };
                right[k] = isKnown ? in(yes) && k > 0 : !in(no);
                any = any || right[k];
            }
            return any ? right : std::vector<bool>{};
        }
        const std::size_t cluster = sample.clusters[anaphor];
        if (cluster == unknown) return {};
        if (cluster == none && !sample.isComplete && expressions[anaphor].kind == ExpressionKind::pronoun && expressions[anaphor].pronoun.kind != PronounClass::thing) return {};
        for (std::size_t k = 1; k < right.size(); ++k) {
            right[k] = cluster != none && sample.clusters[choice.candidates[k]] == cluster;
            any = any || right[k];
        }
        right[0] = !any;
        return right;
    }

    // By kind of anaphor: links that are right, links, and anaphors whose cluster has a name.
    using Counts = std::array<std::size_t, 3>;
    void tellClusters(const Sample& sample, const NameReading& names, std::map<std::string, Counts>& counts) const
    {
        const auto& expressions = sample.discourse->expressions();
        const auto entityAt = [&](Span span, bool isName) {
            for (const auto& m : names.mentions)
                if (m.span == span && (m.kind == MentionKind::name) == isName) return m.entity;
            return none;
        };
        std::map<std::size_t, std::vector<std::size_t>> entitiesOf; // cluster -> entities
        for (std::size_t i = 0; i < expressions.size(); ++i)
            if (expressions[i].kind == ExpressionKind::name && sample.clusters[i] != none)
                entitiesOf[sample.clusters[i]].push_back(entityAt(expressions[i].span, true));
        for (std::size_t i = 0; i < expressions.size(); ++i) {
            if (!sample.discourse->isAnaphor(i) || sample.clusters[i] == unknown) continue;
            static const std::map<PronounClass, const char*> kinds{
                {PronounClass::person, "he, she"}, {PronounClass::thing, "it"}, {PronounClass::group, "they"}};
            auto& n = counts[std::string(sample.isComplete ? "own " : "GUM ") +
                             (expressions[i].kind == ExpressionKind::nominal ? "nominals" : kinds.at(expressions[i].pronoun.kind))];
            const auto entities = sample.clusters[i] == none ? entitiesOf.end() : entitiesOf.find(sample.clusters[i]);
            n[2] += entities != entitiesOf.end();
            const std::size_t entity = entityAt(expressions[i].span, false);
            if (entity == none) continue;
            ++n[1];
            n[0] += entities != entitiesOf.end() && std::ranges::find(entities->second, entity) != entities->second.end();
        }
    }

    std::string m_resources;
    int m_holdOut;
    Grammar m_grammar;
    NameTagger m_tagger;
    std::optional<Ontology> m_ontology;
    std::optional<Lexicons> m_lexicons;
    std::vector<Sample> m_samples;
    std::string m_bytes;
    CoreferenceModel m_model;
};

} // namespace

int trainCoreference(const std::string& data, const std::string& outFile, int holdOut)
{
    const char* set = std::getenv("SKEIN_RESOURCES");
    Trainer trainer(set != nullptr && *set != '\0' ? set : SKEIN_RESOURCES_FOLDER, holdOut);
    if (auto ready = trainer.load().and_then([&] { return trainer.read(data); }); !ready) {
        std::fprintf(stderr, "cannot read %s\n", ready.error().detail.c_str());
        return 1;
    }
    std::string antecedents;
    for (int pass = 0; pass < 2; ++pass) {
        antecedents = trainer.train(pass == 0 ? 6 : 12);
        trainer.use(antecedents);
        if (pass > 0) trainer.tell();
    }
    return writeModel(outFile, {{"name", "skein-coreference-en"},
                                       {"version", "1"},
                                       {"sets", "GAP development and validation; GUM 11 train and dev (academic, bio, court, interview, news, voyage)"},
                                       {"licence", "CC BY-SA 4.0"}},
                                      {{"antecedents", antecedents}});
}

} // namespace skein
