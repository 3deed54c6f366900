// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/clustering.h"

#include "core/text/tokenizer.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <unordered_map>

namespace skein {
namespace {

struct Neighbour {
    std::uint32_t word;
    std::uint32_t count;
};

class Exchange {
public:
    Exchange(const std::vector<std::vector<std::uint32_t>>& texts, std::size_t words, std::size_t classes)
        : m_words(words), m_classes(classes), m_classOf(words), m_counts(words, 0), m_total(classes, 0),
          m_pairs(classes * classes, 0), m_after(words), m_before(words), m_self(words, 0)
    {
        std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> bigrams;
        for (const auto& text : texts)
            for (std::size_t i = 0; i < text.size(); ++i) {
                ++m_counts[text[i]];
                if (i) ++bigrams[{text[i - 1], text[i]}];
            }
        for (const auto& [pair, count] : bigrams) {
            if (pair.first == pair.second) {
                m_self[pair.first] = count;
                continue;
            }
            m_after[pair.first].push_back({pair.second, count});
            m_before[pair.second].push_back({pair.first, count});
        }
        // Words are sorted by frequency: the first begin classes of their own, the rest are dealt out.
        for (std::size_t w = 0; w < words; ++w) m_classOf[w] = static_cast<std::uint32_t>(w % classes);
        for (std::size_t w = 0; w < words; ++w) {
            m_total[m_classOf[w]] += m_counts[w];
            at(m_classOf[w], m_classOf[w]) += m_self[w];
            for (const auto& n : m_after[w]) at(m_classOf[w], m_classOf[n.word]) += n.count;
        }
        m_logs.resize(1u << 16);
        for (std::size_t i = 1; i < m_logs.size(); ++i) m_logs[i] = static_cast<double>(i) * std::log(static_cast<double>(i));
    }

    std::size_t round()
    {
        std::size_t moved = 0;
        std::vector<std::int64_t> left(m_classes), right(m_classes);
        std::vector<std::uint32_t> leftUsed, rightUsed;
        for (std::uint32_t w = 0; w < m_words; ++w) {
            leftUsed.clear();
            rightUsed.clear();
            const auto collect = [&](const std::vector<Neighbour>& list, std::vector<std::int64_t>& sums, std::vector<std::uint32_t>& used) {
                for (const auto& n : list) {
                    auto& sum = sums[m_classOf[n.word]];
                    if (sum == 0) used.push_back(m_classOf[n.word]);
                    sum += n.count;
                }
            };
            collect(m_before[w], left, leftUsed);
            collect(m_after[w], right, rightUsed);
            const std::uint32_t home = m_classOf[w];
            change(w, home, -1, left, right, leftUsed, rightUsed);
            double top = -1e300;
            std::uint32_t best = home;
            for (std::uint32_t c = 0; c < m_classes; ++c) {
                const double gain = gainOf(w, c, left, right, leftUsed, rightUsed);
                if (gain > top + 1e-9 || (c == home && gain >= top - 1e-9)) {
                    top = gain;
                    best = c;
                }
            }
            change(w, best, 1, left, right, leftUsed, rightUsed);
            m_classOf[w] = best;
            moved += best != home;
            for (const auto c : leftUsed) left[c] = 0;
            for (const auto c : rightUsed) right[c] = 0;
        }
        return moved;
    }

    std::uint32_t classOf(std::size_t word) const { return m_classOf[word]; }

private:
    std::int64_t& at(std::size_t a, std::size_t b) { return m_pairs[a * m_classes + b]; }
    double log(std::int64_t n) const
    {
        if (n <= 0) return 0;
        return n < static_cast<std::int64_t>(m_logs.size()) ? m_logs[static_cast<std::size_t>(n)]
                                                            : static_cast<double>(n) * std::log(static_cast<double>(n));
    }

    void change(std::uint32_t w, std::uint32_t c, std::int64_t sign, const std::vector<std::int64_t>& left,
                const std::vector<std::int64_t>& right, const std::vector<std::uint32_t>& leftUsed, const std::vector<std::uint32_t>& rightUsed)
    {
        m_total[c] += sign * m_counts[w];
        for (const auto x : leftUsed) at(x, c) += sign * left[x];
        for (const auto x : rightUsed) at(c, x) += sign * right[x];
        at(c, c) += sign * m_self[w];
    }

    // How much likelier the text gets when the word, now in no class, joins this one.
    double gainOf(std::uint32_t w, std::uint32_t c, const std::vector<std::int64_t>& left, const std::vector<std::int64_t>& right,
                  const std::vector<std::uint32_t>& leftUsed, const std::vector<std::uint32_t>& rightUsed)
    {
        double gain = 0;
        for (const auto x : leftUsed)
            if (x != c) gain += log(at(x, c) + left[x]) - log(at(x, c));
        for (const auto x : rightUsed)
            if (x != c) gain += log(at(c, x) + right[x]) - log(at(c, x));
        const std::int64_t inner = left[c] + right[c] + m_self[w];
        if (inner) gain += log(at(c, c) + inner) - log(at(c, c));
        return gain - 2 * (log(m_total[c] + m_counts[w]) - log(m_total[c]));
    }

    std::size_t m_words, m_classes;
    std::vector<std::uint32_t> m_classOf;
    std::vector<std::int64_t> m_counts, m_total, m_pairs;
    std::vector<std::vector<Neighbour>> m_after, m_before;
    std::vector<std::int64_t> m_self;
    std::vector<double> m_logs;
};

} // namespace

std::vector<std::pair<Feature, WordClusters::Classes>> clusterWords(const std::vector<std::string>& texts, std::size_t fine,
                                                                    std::size_t coarse, std::size_t least, int rounds)
{
    std::unordered_map<Feature, std::uint32_t> counts;
    std::vector<std::vector<Feature>> tokens;
    std::vector<Span> spans;
    std::size_t total = 0;
    for (const auto& text : texts) {
        spans.clear();
        tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, spans);
        auto& list = tokens.emplace_back();
        for (const auto span : spans) {
            list.push_back(WordClusters::wordOf(textOf(text, span)));
            ++counts[list.back()];
        }
        total += list.size();
    }
    std::vector<std::pair<std::uint32_t, Feature>> frequent;
    for (const auto& [word, count] : counts)
        if (count >= least) frequent.emplace_back(count, word);
    std::ranges::sort(frequent, [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
    std::unordered_map<Feature, std::uint32_t> numbers; // 0: a rare word, and the end of a text
    for (std::size_t i = 0; i < frequent.size(); ++i) numbers[frequent[i].second] = static_cast<std::uint32_t>(i + 1);
    std::vector<std::vector<std::uint32_t>> numbered;
    for (const auto& list : tokens) {
        auto& out = numbered.emplace_back();
        out.push_back(0);
        for (const auto word : list) {
            const auto found = numbers.find(word);
            out.push_back(found == numbers.end() ? 0 : found->second);
        }
        out.push_back(0);
    }
    std::fprintf(stderr, "clusters: %zu words of text, %zu frequent words\n", total, frequent.size());
    std::vector<std::pair<Feature, WordClusters::Classes>> result;
    for (const auto& [count, word] : frequent) result.push_back({word, {}});
    for (const bool isFine : {true, false}) {
        Exchange exchange(numbered, frequent.size() + 1, isFine ? fine : coarse);
        for (int r = 0; r < rounds; ++r) {
            const auto moved = exchange.round();
            std::fprintf(stderr, "clusters, round %d: %zu words moved\n", r + 1, moved);
            if (moved < frequent.size() / 200) break;
        }
        for (std::size_t i = 0; i < result.size(); ++i) {
            const auto c = static_cast<std::uint16_t>(exchange.classOf(i + 1) + 1);
            (isFine ? result[i].second.fine : result[i].second.coarse) = c;
        }
    }
    return result;
}

} // namespace skein
