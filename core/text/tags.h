// SPDX-License-Identifier: GPL-3.0-or-later
// The tags that the models learn: a UPOS with the Penn tag that EWT gives beside it, "VERB|VBN", because it is the Penn tag
// that tells a participle from a past tense.
#pragma once

#include "core/base/result.h"
#include "core/text/forms.h"
#include "core/text/reading.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace skein {

using Tag = std::uint8_t;

// The names of all tags, and what each says about the word. At most 250.
class TagSet {
public:
    TagSet() = default;

    // Lines of names. Fails with corrupt.
    static Result<TagSet> open(std::string_view lines);

    std::size_t size() const { return m_upos.size(); }
    Upos upos(Tag tag) const { return m_upos[tag]; }
    const std::string& name(Tag tag) const { return m_names[tag]; }

private:
    std::vector<std::string> m_names;
    std::vector<Upos> m_upos;
};

// How a whole sentence is written.
struct SentenceCase {
    bool isTitle = false;  // nearly all words begin with a capital
    bool isShouted = false; // nearly all letters are capitals
};
SentenceCase sentenceCase(std::span<const Form> forms);

} // namespace skein
