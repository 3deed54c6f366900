// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the patterns whose words a sentence holds over its items.
#pragma once

#include "core/extract/claim-model.h"
#include "core/extract/matcher.h"
#include "core/extract/sentence-view.h"

#include <cstdint>
#include <string>
#include <vector>

namespace skein {

class PatternFinder {
public:
    // `model` knows how often each rule is right; may be null. All arguments outlive the finder.
    PatternFinder(const Surroundings& around, const Patterns& patterns, const ClaimModel* model);

    std::vector<ClaimCandidate> find(const SentenceView& view);

private:
    ClaimCandidate candidateOf(const SentenceView& view, const Rule& rule, const Program& program, const Match& match) const;
    std::vector<std::string> datesFrom(const std::vector<Item>& items, std::size_t at) const;
    void addEnclosing(const std::vector<Item>& items, std::size_t place, std::vector<Member>& members) const;

    const Surroundings& m_around;
    const Patterns& m_patterns;
    const Vocabulary& m_words;
    const ClaimModel* m_model;
    std::vector<std::uint32_t> m_seen; // by word: the last sentence that held it
    std::uint32_t m_stamp = 0;
};

} // namespace skein
