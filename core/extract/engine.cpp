// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/engine.h"
#include "core/base/sha256.h"
#include "core/extract/claims.h"
#include "core/extract/extend.h"
#include "core/extract/coreference.h"
#include "core/extract/finders.h"
#include "core/extract/lexicons.h"
#include "core/extract/ontology.h"
#include "core/extract/relatives.h"
#include "core/text/grammar.h"

#include <optional>
#include <utility>

namespace skein {

namespace {

// Counts the changes of the finders that change what they find.
constexpr std::string_view findersVersion = "skein-rules 5";

} // namespace

// What training made: large, and the same for every engine that is made from this one.
struct Engine::Models {
    Grammar grammar;
    NameTagger names;
    CoreferenceModel coreference;
    std::optional<ClaimModel> claims; // absent while it is still to be trained: claims by patterns alone
};

struct Engine::Data {
    std::shared_ptr<const Models> models;
    Ontology ontology;
    Lexicons lexicons;
    Patterns patterns;
    TaughtNames taught;
    std::string version;
};

Engine::Engine(std::unique_ptr<Data> data) : m_data(std::move(data)) {}
Engine::~Engine() = default;

Result<std::shared_ptr<const Engine>> Engine::load(const std::filesystem::path& resources)
{
    auto grammar = Grammar::load(resources / "models" / "grammar-en.model");
    if (!grammar) return std::unexpected(grammar.error());
    auto tagger = NameTagger::load(resources / "models" / "names-en.model");
    if (!tagger) return std::unexpected(tagger.error());
    auto ontology = Ontology::load(resources / "ontology" / "ontology.json");
    if (!ontology) return std::unexpected(ontology.error());
    auto lexicons = Lexicons::load(resources / "lexicons");
    if (!lexicons) return std::unexpected(lexicons.error());
    auto patterns = Patterns::load(resources / "patterns", *ontology);
    if (!patterns) return std::unexpected(patterns.error());

    std::optional<ClaimModel> claims;
    const std::filesystem::path claimsFile = resources / "models" / "claims-en.model";
    if (std::error_code error; std::filesystem::exists(claimsFile, error)) {
        auto loaded = ClaimModel::load(claimsFile);
        if (!loaded) return std::unexpected(loaded.error());
        claims = std::move(*loaded);
    }

    CoreferenceModel coreference; // links nothing while it is still to be trained
    const std::filesystem::path coreferenceFile = resources / "models" / "coreference-en.model";
    if (std::error_code error; std::filesystem::exists(coreferenceFile, error)) {
        auto loaded = CoreferenceModel::load(coreferenceFile);
        if (!loaded) return std::unexpected(loaded.error());
        coreference = std::move(*loaded);
    }

    auto data = std::unique_ptr<Data>(
        new Data{std::make_shared<const Models>(std::move(*grammar), std::move(*tagger), std::move(coreference), std::move(claims)),
                 std::move(*ontology), std::move(*lexicons), std::move(*patterns), {}, {}});
    data->version = std::string(findersVersion) + "; " + std::string(data->ontology.version()) + "; lexicons " +
                    std::string(data->lexicons.version()) + "; patterns " + std::string(data->patterns.version()) +
                    "; " + std::string(data->models->grammar.version()) + "; " + std::string(data->models->names.version()) +
                    "; coreference " + std::string(data->models->coreference.version());
    if (data->models->claims) data->version += "; " + std::string(data->models->claims->version());
    return std::shared_ptr<const Engine>(new Engine(std::move(data)));
}

std::expected<std::shared_ptr<const Engine>, std::vector<Problem>> Engine::extended(std::string_view additions,
                                                                                    std::string_view name) const
{
    auto data = std::unique_ptr<Data>(new Data(*m_data));
    Complaints complaints(name, additions);
    const std::string essence = extend(data->ontology, data->patterns, data->taught, data->lexicons, complaints);
    if (!complaints.isEmpty()) return std::unexpected(complaints.take());
    data->patterns.index();
    if (!essence.empty()) data->version += "; additions " + toHex(sha256(essence)).substr(0, 12);
    return std::shared_ptr<const Engine>(new Engine(std::move(data)));
}

Result<Analysis> Engine::analyse(const Document& document, const Cancel& cancel) const
{
    const auto stopped = [&] { return cancel.isRaised(); };
    const auto cancelled = [&] { return fail(Errc::cancelled, "reading " + document.title); };

    Analysis analysis;
    analysis.reading = m_data->models->grammar.read(document.text, document.blocks, true);
    if (stopped()) return cancelled();
    analysis.times = findTimes(document, analysis.reading);
    if (stopped()) return cancelled();
    const NameTags tags = m_data->models->names.tag(document.text, analysis.reading, m_data->lexicons);
    if (stopped()) return cancelled();
    NameReading names = findNames(document, analysis.reading, tags, m_data->ontology, m_data->lexicons);
    m_data->taught.apply(document, analysis.reading, names);
    addCoreference(document, analysis.reading, m_data->lexicons, m_data->models->coreference, names);
    addRelatives(document, analysis.reading, names);
    if (stopped()) return cancelled();
    analysis.claims = findClaims(document, analysis.reading, names, analysis.times,
                                 {m_data->ontology, m_data->patterns,
                                  m_data->models->claims ? &*m_data->models->claims : nullptr, &m_data->lexicons});
    if (stopped()) return cancelled();
    analysis.propositions = findPropositions(document, analysis.reading, names);
    analysis.entities = std::move(names.entities);
    analysis.mentions = std::move(names.mentions);
    return analysis;
}

const std::vector<EntityType>& Engine::entityTypes() const
{
    return m_data->ontology.entityTypes();
}

const std::vector<Relation>& Engine::relations() const
{
    return m_data->ontology.relations();
}

std::string_view Engine::describeRule(std::string_view rule) const
{
    const std::string_view why = m_data->patterns.describe(rule);
    return why.empty() && m_data->models->claims ? m_data->models->claims->describe(rule) : why;
}

std::string_view Engine::version() const
{
    return m_data->version;
}

} // namespace skein
