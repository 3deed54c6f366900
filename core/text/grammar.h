// SPDX-License-Identifier: GPL-3.0-or-later
// Reads text: sentences, tokens, word classes, lemmas and dependency trees, after Universal Dependencies 2 as the English
// Web Treebank applies them.
#pragma once

#include "core/base/result.h"
#include "core/document/document.h"
#include "core/text/reading.h"

#include <filesystem>
#include <memory>
#include <span>
#include <string_view>

namespace skein {

// Immutable: any number of threads may read with one Grammar at once, and equal text gives equal readings on every thread,
// run and machine. Copies share the model.
class Grammar {
public:
    // Without a model: tokens and sentences by rules; every word is X, its lemma its lower case, and no tree.
    Grammar();

    // Fails with notFound, notReadable or corrupt.
    static Result<Grammar> load(const std::filesystem::path& modelFile);

    // REQUIRES: valid UTF-8; blocks in order, not overlapping, inside the text. What lies outside all blocks is not read.
    // `parse`: fill in heads and relations (a third of the time).
    Reading read(std::string_view text, std::span<const Block> blocks, bool parse) const;

    // Fills in heads and relations of one sentence of a reading made by this grammar with parse = false.
    void parse(std::string_view text, Reading& reading, std::size_t sentence) const;

    bool hasModel() const { return m_model != nullptr; }

    // Name and version of the model; empty without one. Changes whenever a text might be read differently.
    std::string_view version() const;

private:
    struct Model;
    struct Scratch;
    void readBlock(std::string_view text, bool isHeading, Scratch& scratch, bool parse, Reading& reading) const;

    std::shared_ptr<const Model> m_model;
};

} // namespace skein
