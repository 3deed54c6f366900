// SPDX-License-Identifier: GPL-3.0-or-later
// The trained part of the finding of claims (resources/models/claims-en.model): for each pair of kinds of ends, one yes-or-no
// question a relation and direction over shared features; and how often each rule of the patterns was right on gold data.
// core/train/train-claims.cpp writes it.
#pragma once

#include "core/base/result.h"
#include "core/extract/patterns.h"
#include "core/text/linear-model.h"
#include "core/text/model-file.h"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace skein {

// "Does this relation hold?" for a pair of ends.
struct Detector {
    std::string relation;
    bool forward = true; // the first of the pair is the subject
    float scale = 1;     // p = 1 / (1 + exp(-(scale * score + shift))), fitted on pairs that the weights have not seen
    float shift = 0;
    const Rule* rule = nullptr; // "learned-…": relation and reason of what it finds; the label is the relation's own
};

// Immutable once loaded; detectors point into it, so that it is moved but not copied.
class ClaimModel {
public:
    // Fails with notFound, notReadable or corrupt.
    static Result<ClaimModel> load(const std::filesystem::path& file);
    ClaimModel(ClaimModel&&) = default;
    ClaimModel& operator=(ClaimModel&&) = default;

    struct Group {
        LinearModel weights; // class 0 is nothing; class i + 1 belongs to detector i
        std::vector<Detector> detectors;
    };
    // Null where no model judges such pairs (see PairReader::groupOf).
    const Group* group(std::size_t number) const;

    // How often the rule is right: measured where gold data has seen it often enough, else as its file says.
    double ruleConfidence(const Rule& rule) const;

    // As Patterns::describe(), for the rules of the model.
    std::string_view describe(std::string_view rule) const;
    std::string_view version() const { return m_version; }

private:
    ClaimModel() = default;

    ModelFile m_file;
    std::string m_version;
    std::vector<Group> m_groups;
    std::map<std::string, Rule, std::less<>> m_rules; // by id
    std::map<std::string, double, std::less<>> m_measured;
};

} // namespace skein
