// SPDX-License-Identifier: GPL-3.0-or-later
// The trained tagger of names: a linear chain of labels over the words of a sentence (conditional random field; Lafferty,
// McCallum, Pereira 2001), whose scores come from hashed features in eight-bit weights.
#pragma once

#include "core/base/result.h"
#include "core/extract/lexicons.h"
#include "core/extract/name-types.h"
#include "core/text/reading.h"

#include <array>
#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

namespace skein {

struct TaggedName {
    std::uint32_t first = 0; // tokens [first, last) of the reading
    std::uint32_t last = 0;
    std::size_t type = otherType;
    float chance = 0;                          // that these words are one name of this type
    std::array<float, labelledTypes> types{}; // the chance of each type for the words, averaged

    bool operator==(const TaggedName&) const = default;
};

// What the tagger makes of a document.
struct NameTags {
    std::vector<TaggedName> names;                    // in text order, without overlaps
    std::vector<std::array<float, labelledTypes>> chances; // of each token to be part of a name of each type
};

// Immutable: any number of threads may use one tagger, and equal text gives equal names on every run.
class NameTagger {
public:
    NameTagger(); // without a model: finds nothing

    // Fails with notFound, notReadable or corrupt. `lexicons` are those the model was trained with.
    static Result<NameTagger> load(const std::filesystem::path& modelFile);

    NameTags tag(std::string_view text, const Reading& reading, const Lexicons& lexicons) const;

    bool hasModel() const { return m_model != nullptr; }
    std::string_view version() const; // empty without a model

private:
    struct Model;
    std::shared_ptr<const Model> m_model;
};

} // namespace skein
