// SPDX-License-Identifier: GPL-3.0-or-later
// The tagger's names among the candidates.
#include "core/extract/candidates.h"
#include "core/extract/evidence.h"

#include <algorithm>
#include <map>
#include <utility>

namespace skein {
namespace {

// "AI model", "Chinese AI strategy": made of words that name nothing.
bool isGeneric(const Words& words, const Candidate& candidate, const Lexicons& lexicons)
{
    bool isSome = false;
    for (std::size_t i = candidate.first; i < candidate.last; ++i) {
        const Word& word = words.words[i];
        const bool generic = word.is(Lexicon::generic);
        if (!generic && !word.isCommon() && !word.is(Lexicon::demonym)) return false;
        isSome = isSome || generic;
    }
    return isSome && (candidate.size() == 1 || lexicons.lists(writtenName(words, candidate.first, candidate.last)) == 0);
}

// Which of a tagged name and the runs by shape that it crosses are the names.
class Chooser {
public:
    Chooser(const Words& words, const Lexicons& lexicons, const std::vector<Candidate>& shaped) : m_words(words), m_lexicons(lexicons)
    {
        for (const Candidate& candidate : shaped) ++m_counts[foldedName(words, candidate.first, candidate.last)];
    }

    bool prefersShape(const Candidate& tagged, const Candidate& shaped) const
    {
        if (shaped.first <= tagged.first && shaped.last >= tagged.last) return isLonger(tagged, shaped);
        if (shaped.first >= tagged.first && shaped.last <= tagged.last) return isShorter(tagged, shaped);
        return false;
    }

private:
    const Word& word(std::size_t index) const { return m_words.words[index]; }

    // "Llama" goes on in "Llama 4 Maverick", "Ray-Ban Meta AI" in "Ray-Ban Meta AI glasses"; and "Society for the
    // Advancement of Westmark" is not only Westmark.
    bool isLonger(const Candidate& tagged, const Candidate& shaped) const
    {
        const bool goesOn = shaped.first == tagged.first &&
                            (shaped.isExtended || word(tagged.last).shape == Shape::number || word(shaped.last - 1).is(Lexicon::productHead));
        return goesOn || !tagged.isLikely ||
               ((shaped.first == tagged.first || shaped.size() >= tagged.size() + 2) &&
                intrinsicEvidence(m_words, shaped, m_lexicons).bestScore() >= 6);
    }

    // What the tagger adds is an owner, or words that belong to the sentence: "the chatbot Quillon", "the OpenAI API".
    bool isShorter(const Candidate& tagged, const Candidate& shaped) const
    {
        if (shaped.isTitled && shaped.last == tagged.last) return true; // "Queen Isaura"
        constexpr std::uint64_t owners = bit(Lexicon::organization) | bit(Lexicon::media) | bit(Lexicon::product) | bit(Lexicon::place);
        for (std::size_t i = tagged.first; i + 1 < tagged.last; ++i)
            if (word(i).possessive && (m_lexicons.lists(writtenName(m_words, tagged.first, i + 1)) & owners)) return true;
        bool isGeneric = true;
        for (std::size_t i = tagged.first; i < tagged.last; ++i) {
            if (i >= shaped.first && i < shaped.last) continue;
            if (word(i).is(Lexicon::generic) && !tagged.isPerson && i > tagged.first) continue;
            if (word(i).shape != Shape::lower) return false;
            isGeneric = false;
        }
        const auto count = m_counts.find(foldedName(m_words, shaped.first, shaped.last));
        return isGeneric || (count != m_counts.end() && count->second >= 2);
    }

    const Words& m_words;
    const Lexicons& m_lexicons;
    std::map<std::string, std::size_t> m_counts; // of runs by shape
};

// "Q2 2025", "FY19": dates, not products.
bool isPeriod(const Words& words, const Candidate& candidate)
{
    for (std::size_t i = candidate.first; i < candidate.last; ++i) {
        const std::string& w = words.words[i].lower;
        const bool quarter = w.size() == 2 && (w[0] == 'q' || w[0] == 'h') && w[1] >= '1' && w[1] <= '4';
        const bool year = w.starts_with("fy") && w.size() <= 6;
        if (!quarter && !year && words.words[i].shape != Shape::number) return false;
    }
    return true;
}

} // namespace

void Candidates::addTagged(const Reading& reading, const NameTags& tags)
{
    const auto& words = m_words.words;
    std::vector<Candidate> tagged;
    std::size_t word = 0;
    for (const TaggedName& name : tags.names) {
        const Span span{reading.tokens[name.first].span.begin, reading.tokens[name.last - 1].span.end};
        while (word < words.size() && words[word].span.end <= span.begin) ++word;
        Candidate candidate;
        candidate.first = candidate.last = word;
        while (candidate.last < words.size() && words[candidate.last].span.begin < span.end) ++candidate.last;
        if (candidate.size() == 0 || (!tagged.empty() && candidate.first < tagged.back().last)) continue;
        // An article belongs to a name when a list says so, or when it has a capital of its own.
        if (const Word& article = words[candidate.first]; candidate.size() >= 2 && article.lower == "the" &&
            (article.initial || article.shape == Shape::lower) &&
            m_lexicons.lists(writtenName(m_words, candidate.first, candidate.last)) == 0)
            ++candidate.first;
        if (isGeneric(m_words, candidate, m_lexicons) || isPeriod(m_words, candidate) || isRole(m_words, candidate)) continue;
        // "MARA QUILL: Drenn Orsko was late": who speaks, and of whom.
        bool isShouted = words[candidate.first].initial && words[candidate.first].shape == Shape::upper;
        for (std::size_t i = candidate.first + 1; i < candidate.last && isShouted; ++i) {
            isShouted = words[i].shape == Shape::upper;
            if (i - candidate.first >= 2 && words[i].gap.starts_with(':')) candidate.last = i;
        }
        if (name.type == static_cast<std::size_t>(NameType::person)) // "Mara Quill - Year in Review"
            for (std::size_t i = candidate.first + 1; i < candidate.last; ++i)
                if (words[i].gap.starts_with(':') || words[i].gap.starts_with(" -") || words[i].gap.starts_with(" \xE2\x80\x93") || words[i].gap.starts_with(" \xE2\x80\x94")) {
                    candidate.last = i;
                    break;
                }
        candidate.isTentative = true;
        for (std::size_t i = candidate.first; i < candidate.last; ++i) candidate.isTentative = candidate.isTentative && words[i].titleCased;
        // Where all is capitals a name does not take the adverb after it along: "Rivals Leave Quillon Again".
        for (std::uint32_t t = name.last; candidate.isTentative && candidate.size() >= 2 && --t > name.first && reading.tokens[t].upos == Upos::adv &&
             reading.tokens[t].span == words[candidate.last - 1].span;)
            --candidate.last;
        candidate.isTagged = true;
        candidate.isLikely = name.chance >= 0.6f;
        candidate.isPerson = name.type == static_cast<std::size_t>(NameType::person);
        // A word is never cut: "GPT-5.4" stays whole.
        const Word* next = m_words.near(candidate.last, candidate.last - 1);
        if (span.begin <= words[candidate.first].span.begin && span.end >= words[candidate.last - 1].span.end && (!next || span.end <= next->span.begin))
            candidate.span = span;
        const Word* before = candidate.first > 0 ? m_words.near(candidate.first - 1, candidate.first) : nullptr;
        const Word* after = m_words.near(candidate.last, candidate.last - 1);
        candidate.isTitled = before && words[candidate.first].joined && before->is(Lexicon::title);
        candidate.employs = after && after->joined && !words[candidate.last - 1].possessive && after->is(Lexicon::title);
        tagged.push_back(candidate);
    }
    const Chooser chooser(m_words, m_lexicons, candidates);
    std::vector<bool> isDropped(tagged.size(), false);
    std::vector<Candidate> result;
    std::size_t next = 0;
    for (Candidate& shaped : candidates) {
        while (next < tagged.size() && tagged[next].last <= shaped.first) ++next;
        bool stays = true;
        for (std::size_t k = next; k < tagged.size() && tagged[k].first < shaped.last; ++k) {
            if (tagged[k].first == shaped.first && tagged[k].last == shaped.last) {
                shaped.isTagged = true;
                shaped.isPerson = tagged[k].isPerson;
                shaped.isTentative = false;
                shaped.span = tagged[k].span;
                isDropped[k] = true;
            } else if (chooser.prefersShape(tagged[k], shaped)) {
                shaped.isTagged = true;
                isDropped[k] = true;
            } else if (!isDropped[k]) {
                stays = false;
            }
        }
        if (stays) result.push_back(shaped);
    }
    for (std::size_t k = 0; k < tagged.size(); ++k)
        if (!isDropped[k]) result.push_back(tagged[k]);
    std::ranges::sort(result, {}, [](const Candidate& candidate) { return std::pair(candidate.first, candidate.last); });
    candidates.clear();
    for (const Candidate& candidate : result)
        if (candidates.empty() || candidate.first >= candidates.back().last) candidates.push_back(candidate);

    std::size_t token = 0;
    for (Candidate& candidate : candidates) {
        const Span span{words[candidate.first].span.begin, words[candidate.last - 1].span.end};
        while (token > 0 && reading.tokens[token - 1].span.end > span.begin) --token;
        while (token < reading.tokens.size() && reading.tokens[token].span.end <= span.begin) ++token;
        std::size_t count = 0;
        for (std::size_t i = token; i < reading.tokens.size() && reading.tokens[i].span.begin < span.end; ++i, ++count)
            for (std::size_t type = 0; type < labelledTypes; ++type) candidate.chances[type] += tags.chances[i][type];
        for (auto& chance : candidate.chances) chance /= static_cast<float>(std::max<std::size_t>(count, 1));
    }
}

} // namespace skein
