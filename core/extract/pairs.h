// SPDX-License-Identifier: GPL-3.0-or-later
// Two ends in one sentence as the model of claims sees them: hashed features of their types, the way between them in the
// grammar tree (after Bunescu and Mooney 2005), the words around them and the rules that fired (after Zhou et al. 2005).
#pragma once

#include "core/extract/sentence-view.h"
#include "core/text/tree.h"
#include "core/text/weights.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace skein {

// What can stand at an end of a learned claim. Names of products, technologies, benchmarks, events, works and laws are
// things.
enum class EndClass : std::uint8_t { person, organization, place, thing, date, nationality };
inline constexpr std::size_t endClassCount = 6;

struct PairEnd {
    EndClass endClass = EndClass::thing;
    std::size_t item = 0;           // in SentenceView::items
    std::optional<Member> member;   // absent for dates and nationalities
    std::size_t time = 0;           // of a date: index into the times
    Span span;
    TokenRange tokens;
    std::uint32_t head = 0; // token
};

// A claim that a rule made of two entities, or of one and a value.
struct FiredRule {
    std::string_view rule;
    std::string_view relation;
    std::size_t subject = 0;
    std::optional<std::size_t> object;
    std::string_view value;
};

struct PairFeatures {
    std::vector<Feature> features;
    std::vector<std::uint32_t> tokens; // parallel: the token that the feature is about, or noToken
    static constexpr std::uint32_t noToken = 0xffffffff;
};

// A sentence prepared: its ends, and which pairs of them are worth a look.
class PairReader {
public:
    // `demonyms` decides which words are nationalities; may be null. All arguments outlive the reader.
    PairReader(const Surroundings& around, const Trees& trees, const Lexicons* demonyms);

    // The ends of the sentence, in text order. Valid until the next call.
    const std::vector<PairEnd>& read(const SentenceView& view);

    // The number of the group of models that judges such a pair; absent when none ever does.
    static std::optional<std::size_t> groupOf(EndClass a, EndClass b);
    static constexpr std::size_t groupCount = endClassCount * endClassCount;

    // Whether the two ends of the last sentence may be a pair. REQUIRES: a stands before b.
    bool isPair(const PairEnd& a, const PairEnd& b) const;
    // Whether `a` (before `b` in the text) is the first of the pair: the one of the lower class.
    static bool inOrder(const PairEnd& a, const PairEnd& b) { return a.endClass <= b.endClass; }

    void features(const PairEnd& a, const PairEnd& b, const std::vector<FiredRule>& fired, PairFeatures& out);

private:
    Feature edgeOf(std::uint32_t token) const;
    bool isIn(const PairEnd& a, std::uint32_t token) const { return a.tokens.contains(token); }
    std::uint32_t listHead(const PairEnd& end, const PairEnd& other) const;
    Feature wordAt(std::uint32_t token) const;
    void pathFeatures(const PairEnd& a, const PairEnd& b, PairFeatures& out);
    void wordFeatures(const PairEnd& a, const PairEnd& b, PairFeatures& out);
    void themeFeatures(const PairEnd& a, const PairEnd& b, PairFeatures& out);
    void endFeatures(const PairEnd& a, const PairEnd& b, PairFeatures& out);

    const Surroundings& m_around;
    const Trees& m_trees;
    const Lexicons* m_demonyms;
    const SentenceView* m_view = nullptr;
    std::uint32_t m_first = 0; // token
    std::uint32_t m_last = 0;
    std::vector<PairEnd> m_ends;
    std::vector<Feature> m_lemmas; // of the sentence's tokens
    std::vector<std::uint32_t> m_themes;
    std::vector<int> m_owner;      // by token of the sentence: index of its end, or -1
    Feature m_order = 0;           // 1 when the first of the pair stands behind the other
};

} // namespace skein
