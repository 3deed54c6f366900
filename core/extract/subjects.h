// SPDX-License-Identifier: GPL-3.0-or-later
// Who does what a verb says, found without a grammar tree: from the order of the items, skipping what stands between
// commas, brackets and dashes. Finds nothing rather than something doubtful.
#pragma once

#include "core/extract/items.h"

#include <optional>
#include <vector>

namespace skein {

class Subjects {
public:
    Subjects(const std::vector<Item>& items, const Vocabulary& words);

    // The item that is the subject of the verb group at `verb`, or, for a participle, what it describes.
    std::optional<std::size_t> of(std::size_t verb) const;
    // The entity that the noun phrase whose last item is `last` refers to: itself, or what a copula or an apposition
    // equates it with.
    std::optional<std::size_t> referent(std::size_t last, int depth = 0) const;
    // The first item of the noun phrase around the entity at `item`: its determiner, adjectives and titles.
    std::size_t phraseStart(std::size_t item) const;

    std::optional<std::size_t> verbBefore(std::size_t item) const;

private:
    bool is(std::size_t i, WordClass c) const;
    bool isWord(std::size_t i, WordId word) const;
    bool isSeparator(std::size_t i) const;
    std::optional<std::size_t> beforeInsert(std::size_t separator) const;
    std::optional<std::size_t> beforeRelative(std::size_t last) const;
    std::optional<std::size_t> shared(std::size_t verb, int depth) const;
    std::optional<std::size_t> find(std::size_t verb, int depth) const;

    const std::vector<Item>& m_items;
    const Vocabulary& m_words;
    WordId m_comma;
    WordId m_dash;
    WordId m_open;
    WordId m_close;
    WordId m_that;
    WordId m_be;
    WordId m_by;
    WordId m_quote;
};

} // namespace skein
