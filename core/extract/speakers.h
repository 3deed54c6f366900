// SPDX-License-Identifier: GPL-3.0-or-later
// Who speaks in a transcript, and for whom: "ANN BRANDT: We bought Zorvex." Internal to core/extract.
#pragma once

#include "core/extract/items.h"
#include "core/extract/sentence-view.h"

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace skein {

// The names that stand before a colon at the start of blocks. A document with several such names in turn is a transcript: there a
// speaker goes on through the paragraphs that follow, up to the next label, heading or list.
class Speakers {
public:
    explicit Speakers(const Surroundings& around);

    // To be told every block in order, before its sentences. The speaker of the block, if it has one.
    const std::optional<Member>& enter(const Block& block);

    // Notes from what was found in a sentence for whom a person speaks now: "Ann Brandt, chief executive of Norvik". What the model
    // alone has found can only raise doubts.
    void note(const SentenceView& view, const ClaimCandidate& candidate);

    // Who "I" and "we" are when this one speaks: a person, and the one organization that the document has put the person with
    // so far; an organization itself.
    FirstPerson of(const Member& speaker, Span where) const;

private:
    enum class Label { none, unknown, known };
    Label labelOf(const Block& block, std::optional<Member>& who) const;

    const Surroundings& m_around;
    bool m_isTranscript = false;
    std::optional<Member> m_speaker;
    std::map<std::size_t, std::set<std::size_t>> m_employers; // by person
    std::map<std::size_t, std::set<std::size_t>> m_guesses;
};

} // namespace skein
