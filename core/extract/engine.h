// SPDX-License-Identifier: GPL-3.0-or-later
// The reading engine: models, ontology, lexicons and patterns, loaded once; then documents in, analyses out.
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "core/document/document.h"
#include "core/extract/analysis.h"
#include "core/extract/problem.h"

#include <expected>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace skein {

struct EntityType {
    std::string id;    // "organization"
    std::string label; // "Organization"
    std::string plural; // "Organizations"
};

struct Relation {
    std::string id;      // "invested_in"
    std::string label;   // "invested in": subject – label – object
    std::string inverse; // "was funded by": object – inverse – subject; for the inspector
    bool symmetric = false; // competes_with: the two ends are equals; the smaller id is stored as the subject
};

// Immutable once loaded: any number of threads may call its functions at once. Equal input gives equal output, on every
// thread and every run.
class Engine {
public:
    // Loads everything under `resources` (the folder with ontology, lexicons, patterns and models).
    // Fails with notFound, badSyntax (the detail names file and line) or corrupt.
    static Result<std::shared_ptr<const Engine>> load(const std::filesystem::path& resources);
    ~Engine();

    // This engine and what a person's additions teach it (resources/additions/README.md); or all that is wrong with them,
    // `name` standing for the file. Cheap: the models are shared. Additions that teach nothing change nothing. An engine
    // that was extended may be extended again.
    std::expected<std::shared_ptr<const Engine>, std::vector<Problem>> extended(std::string_view additions,
                                                                                std::string_view name) const;

    // Never fails on text; fails only with cancelled.
    Result<Analysis> analyse(const Document& document, const Cancel& cancel) const;

    const std::vector<EntityType>& entityTypes() const; // in the order people are shown them
    const std::vector<Relation>& relations() const;

    // Why a rule fires, in one English sentence; empty for an unknown rule.
    std::string_view describeRule(std::string_view rule) const;

    // Changes whenever the same document might be read differently: part of what a library remembers about its reading.
    std::string_view version() const;

private:
    struct Models;
    struct Data;
    explicit Engine(std::unique_ptr<Data> data);
    std::unique_ptr<Data> m_data;
};

} // namespace skein
