// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/claim-model.h"

#include "core/extract/pairs.h"

#include <algorithm>
#include <cmath>
#include <sstream>

namespace skein {
namespace {

const Rule& ruleFor(const std::string& relation, std::map<std::string, Rule, std::less<>>& rules)
{
    Rule& rule = rules["learned-" + relation];
    if (!rule.id.empty()) return rule;
    rule.id = "learned-" + relation;
    rule.relation = relation;
    std::string words = relation;
    std::ranges::replace(words, '_', ' ');
    rule.why = "No hand-written rule: a model that was trained on annotated texts takes the marked words, and how the two ends "
               "stand to each other, to mean “" + words + "”.";
    return rule;
}

} // namespace

Result<ClaimModel> ClaimModel::load(const std::filesystem::path& path)
{
    auto file = ModelFile::read(path);
    if (!file) return std::unexpected(file.error());
    const auto corrupt = [&] { return fail(Errc::corrupt, path.string() + ": not a model of claims"); };
    ClaimModel model;
    model.m_file = *file;
    model.m_version = std::string(model.m_file.head("name")) + " " + std::string(model.m_file.head("version"));
    model.m_groups.resize(PairReader::groupCount);
    const auto detectors = model.m_file.section("detectors");
    const auto rules = model.m_file.section("rules");
    if (!detectors || !rules) return corrupt();

    std::istringstream lines{std::string(*detectors)};
    std::size_t number = 0;
    Detector detector;
    while (lines >> number >> detector.relation >> detector.forward >> detector.scale >> detector.shift) {
        if (number >= model.m_groups.size() || !std::isfinite(detector.scale) || !std::isfinite(detector.shift))
            return corrupt();
        detector.rule = &ruleFor(detector.relation, model.m_rules);
        model.m_groups[number].detectors.push_back(detector);
    }
    if (!lines.eof()) return corrupt();
    for (std::size_t g = 0; g < model.m_groups.size(); ++g) {
        Group& group = model.m_groups[g];
        if (group.detectors.empty()) continue;
        const auto bytes = model.m_file.section("pairs" + std::to_string(g));
        if (!bytes) return corrupt();
        const auto weights = LinearModel::open(*bytes, group.detectors.size() + 1);
        if (!weights) return corrupt();
        group.weights = *weights;
    }
    std::istringstream measured{std::string(*rules)};
    std::string id;
    double confidence = 0;
    while (measured >> id >> confidence) {
        if (!(confidence > 0 && confidence <= 1)) return corrupt();
        model.m_measured[id] = confidence;
    }
    if (!measured.eof()) return corrupt();
    return model;
}

const ClaimModel::Group* ClaimModel::group(std::size_t number) const
{
    return number < m_groups.size() && !m_groups[number].detectors.empty() ? &m_groups[number] : nullptr;
}

double ClaimModel::ruleConfidence(const Rule& rule) const
{
    const auto at = m_measured.find(rule.id);
    return at == m_measured.end() ? rule.confidence : at->second;
}

std::string_view ClaimModel::describe(std::string_view rule) const
{
    const auto at = m_rules.find(rule);
    return at == m_rules.end() ? std::string_view() : std::string_view(at->second.why);
}

} // namespace skein
