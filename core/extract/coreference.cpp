// SPDX-License-Identifier: GPL-3.0-or-later
// From left to right: every anaphor chooses among the expressions around it; what it is linked to is known to the next.
#include "core/extract/coreference.h"

#include "core/text/network.h"

#include <algorithm>
#include <map>
#include <utility>

namespace skein {

namespace {

// Below these, no mention is made of it.
constexpr float leastForPerson = 0.4f;
constexpr float leastForThing = 0.5f;
constexpr float leastForGroup = 0.75f;
constexpr float leastForNominal = 0.55f;

float leastProbability(const Expression& e)
{
    if (e.kind == ExpressionKind::nominal) return leastForNominal;
    if (e.pronoun.kind == PronounClass::group) return leastForGroup;
    return e.pronoun.kind == PronounClass::person ? leastForPerson : leastForThing;
}

// Entities in the order of their first names.
void orderByMention(NameReading& names)
{
    std::vector<std::size_t> place(names.entities.size(), names.entities.size());
    std::vector<Entity> entities;
    for (const Mention& mention : names.mentions) {
        if (mention.kind != MentionKind::name || place[mention.entity] < names.entities.size()) continue;
        place[mention.entity] = entities.size();
        entities.push_back(std::move(names.entities[mention.entity]));
    }
    for (Mention& mention : names.mentions) mention.entity = place[mention.entity];
    names.entities = std::move(entities);
}

// "(Laughter.)" and "[MUSIC]" of a transcript tell what is heard.
bool isHeard(std::string_view text, Span span)
{
    const std::string_view behind = text.substr(span.end);
    const char before = span.begin > 0 ? text[span.begin - 1] : ' ';
    return (before == '[' && behind.starts_with(']')) || (before == '(' && behind.starts_with(".)"));
}

} // namespace

Result<CoreferenceModel> CoreferenceModel::load(const std::filesystem::path& path)
{
    auto file = ModelFile::read(path);
    if (!file) return std::unexpected(file.error());
    const auto bytes = file->section("antecedents");
    if (!bytes) return std::unexpected(bytes.error());
    auto model = open(*bytes);
    if (model) model->m_file = std::move(*file);
    return model;
}

Result<CoreferenceModel> CoreferenceModel::open(std::string_view antecedents)
{
    const auto linear = LinearModel::open(antecedents, 1);
    if (!linear) return std::unexpected(linear.error());
    CoreferenceModel model;
    model.m_antecedents = *linear;
    return model;
}

std::vector<float> CoreferenceModel::probabilities(const Discourse::Choice& choice) const
{
    if (!m_antecedents) return {};
    std::vector<float> result;
    for (const auto& features : choice.features) m_antecedents->scores(features, std::span(&result.emplace_back(), 1));
    const float top = *std::ranges::max_element(result);
    float total = 0;
    for (auto& p : result) total += p = exponential(p - top);
    for (auto& p : result) p /= total;
    return result;
}

std::optional<Antecedent> antecedentOf(const Discourse& discourse, const Discourse::Choice& choice,
                                       std::span<const float> probabilities)
{
    if (probabilities.empty()) return std::nullopt;
    std::map<std::size_t, Antecedent> sums;
    std::map<std::size_t, float> best;
    for (std::size_t k = 1; k < choice.candidates.size(); ++k) {
        const std::size_t referent = discourse.referentOf(choice.candidates[k]);
        auto& sum = sums[referent];
        sum.referent = referent;
        sum.probability += probabilities[k];
        if (probabilities[k] > best[referent]) {
            best[referent] = probabilities[k];
            sum.candidate = choice.candidates[k];
        }
    }
    Antecedent result;
    result.probability = probabilities[0];
    bool found = false;
    for (const auto& [referent, sum] : sums)
        if (sum.probability > result.probability) {
            result = sum;
            found = true;
        }
    if (!found) return std::nullopt;
    return result;
}

void addCoreference(const Document& document, const Reading& reading, const Lexicons& lexicons, const CoreferenceModel& model,
                    NameReading& names)
{
    std::vector<Mention> added;
    Discourse discourse(document, reading, names, lexicons);
    const auto& expressions = discourse.expressions();
    std::map<std::size_t, std::size_t> people; // referents of possible names that a pronoun made people -> entity
    std::vector<Entity> found;
    for (std::size_t i = 0; i < expressions.size(); ++i) {
        if (!discourse.isAnaphor(i)) continue;
        const auto choice = discourse.choiceFor(i);
        const auto antecedent = antecedentOf(discourse, choice, model.probabilities(choice));
        if (!antecedent) continue;
        discourse.link(i, antecedent->referent, antecedent->probability);
        if (antecedent->probability < leastProbability(expressions[i])) continue;
        std::size_t entity = antecedent->referent;
        if (!discourse.isEntity(entity)) {
            const Expression& candidate = expressions[antecedent->candidate];
            if (candidate.kind != ExpressionKind::possibleName || expressions[i].kind != ExpressionKind::pronoun || expressions[i].pronoun.kind != PronounClass::person) continue;
            if (lexicons.has(Lexicon::generic, textOf(document.text, candidate.span)) || isHeard(document.text, candidate.span)) continue; // "AI"
            const auto [place, isNew] = people.try_emplace(entity, names.entities.size() + found.size());
            if (isNew) found.push_back({std::string(textOf(document.text, candidate.span)), "person", {}});
            entity = place->second;
        }
        const bool isNominal = expressions[i].kind == ExpressionKind::nominal;
        added.push_back({expressions[i].span, entity, isNominal ? MentionKind::nominal : MentionKind::pronoun, antecedent->probability});
    }
    for (std::size_t i = 0; i < expressions.size(); ++i)
        if (expressions[i].kind == ExpressionKind::possibleName)
            if (const auto person = people.find(discourse.referentOf(i)); person != people.end())
                added.push_back({expressions[i].span, person->second, MentionKind::name});
    std::ranges::move(found, std::back_inserter(names.entities));
    names.mentions.insert(names.mentions.end(), added.begin(), added.end());
    std::ranges::sort(names.mentions, {}, &Mention::span);
    if (!people.empty()) orderByMention(names);
}

} // namespace skein
