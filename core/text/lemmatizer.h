// SPDX-License-Identifier: GPL-3.0-or-later
// Lemmas: an edit of the word – take off so many characters, put on these, in small letters or as it stands – looked up by
// the whole word and its UPOS-and-Penn tag, else by the longest known ending.
#pragma once

#include "core/text/forms.h"
#include "core/text/tags.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace skein {

struct LemmaEdit {
    bool isLowered = false;
    std::uint8_t cut = 0; // bytes off the end
    std::string tail;

    auto operator<=>(const LemmaEdit&) const = default;
};

// The shortest edit from `form` to `lemma`; its tail is the whole lemma when they have nothing in common.
LemmaEdit lemmaEdit(std::string_view form, std::string_view lemma, bool isLowered);
std::string applied(const LemmaEdit& edit, std::string_view form);

// The keys to ask for, the most special first. `tagName` is hashed, so that keys do not hang on the tags' numbers.
inline constexpr std::size_t lemmaKeyCount = 7;
void lemmaKeys(const Form& form, std::string_view tagName, Feature* out);

class Lemmatizer {
public:
    Lemmatizer() = default;

    // Fails with corrupt. The bytes must outlive the lemmatizer.
    static Result<Lemmatizer> open(std::string_view bytes);
    static std::string bytesOf(const std::vector<std::pair<Feature, LemmaEdit>>& entries);

    std::string lemma(std::string_view word, const Form& form, std::string_view tagName) const;

private:
    std::vector<LemmaEdit> m_edits;
    std::span<const std::uint32_t> m_keys; // open addressing, 0: empty
    std::span<const std::uint16_t> m_values;
};

} // namespace skein
