// SPDX-License-Identifier: GPL-3.0-or-later
// Pronouns and nominals ("the company") that clearly refer to a named entity. Internal to core/extract.
#pragma once

#include "core/extract/discourse.h"
#include "core/text/linear-model.h"
#include "core/text/model-file.h"

#include <filesystem>
#include <string_view>
#include <vector>

namespace skein {

// Chooses antecedents: a log-linear model over the candidates of each anaphor. Copies share the model.
class CoreferenceModel {
public:
    // Knows nothing and links nothing.
    CoreferenceModel() = default;
    // Fails with notFound, notReadable or corrupt.
    static Result<CoreferenceModel> load(const std::filesystem::path& file);
    // The same from the bytes of the section `antecedents`, which must outlive it.
    static Result<CoreferenceModel> open(std::string_view antecedents);

    // The probability of each candidate; none for a model that knows nothing.
    std::vector<float> probabilities(const Discourse::Choice& choice) const;
    std::string_view version() const { return m_file ? m_file->head("version") : std::string_view{}; }

private:
    std::optional<ModelFile> m_file;
    std::optional<LinearModel> m_antecedents;
};

// What an anaphor stands for, by the sum over all candidates of one referent; absent when it is more likely nothing that
// the text names.
struct Antecedent {
    std::size_t referent = 0;
    std::size_t candidate = 0; // the best of the referent: an expression
    float probability = 0;
};
std::optional<Antecedent> antecedentOf(const Discourse& discourse, const Discourse::Choice& choice, std::span<const float> probabilities);

// Adds mentions of kinds pronoun and nominal to a reading that holds names only, in text order, each with the probability
// that it refers to its entity. What is doubtful is left alone.
void addCoreference(const Document& document, const Reading& reading, const Lexicons& lexicons, const CoreferenceModel& model,
                    NameReading& names);

} // namespace skein
