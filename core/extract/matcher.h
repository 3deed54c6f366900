// SPDX-License-Identifier: GPL-3.0-or-later
// Runs compiled patterns over the items of a sentence.
#pragma once

#include "core/extract/items.h"
#include "core/extract/pattern-syntax.h"
#include "core/extract/subjects.h"

#include <optional>
#include <vector>

namespace skein {

struct Match {
    std::optional<std::size_t> subject;
    std::optional<std::size_t> object;
    std::vector<std::optional<ItemRange>> captures; // parallel to Program::captures
    std::vector<std::size_t> triggers;              // the verbs and words of content that matched
    ItemRange range;                                // from the first to behind the last item that matched
};

class Matcher {
public:
    Matcher(const std::vector<Item>& items, const Subjects& subjects, const NameReading& names,
            const Vocabulary& words);

    // The matches of the program: the first for each place where it may begin, or (`all`) those with different ends. A
    // list fits a slot when one of its members does.
    std::vector<Match> run(const Program& program, bool all = false) const;

private:
    struct State;
    bool step(State& state, std::size_t pc, std::size_t at) const;
    bool slotFits(const Instruction& slot, const Item& item) const;
    bool verbFits(const Instruction& verb, std::size_t at) const;
    bool endsPhrase(std::size_t item, const ItemRange& range, bool isObject) const;
    bool isClosed(const Match& match) const;
    bool isTrigger(const Instruction& instruction) const;

    const std::vector<Item>& m_items;
    const Subjects& m_subjects;
    const NameReading& m_names;
    const Vocabulary& m_words;
};

} // namespace skein
