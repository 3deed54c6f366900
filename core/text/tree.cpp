// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/tree.h"

#include <algorithm>

namespace skein {

Trees::Trees(const Reading& reading) : m_reading(&reading)
{
    const auto& tokens = reading.tokens;
    const std::size_t count = tokens.size();
    m_firstChild.assign(count + 1, 0);
    for (const auto& token : tokens)
        if (token.head >= 0) ++m_firstChild[static_cast<std::size_t>(token.head) + 1];
    for (std::size_t i = 0; i < count; ++i) m_firstChild[i + 1] += m_firstChild[i];
    m_children.resize(m_firstChild[count]);
    std::vector<std::uint32_t> next(m_firstChild.begin(), m_firstChild.end() - 1);
    for (std::uint32_t i = 0; i < count; ++i)
        if (tokens[i].head >= 0) m_children[next[static_cast<std::size_t>(tokens[i].head)]++] = i;

    m_subtrees.resize(count);
    m_depths.assign(count, 0);
    m_sentences.assign(count, 0);
    std::vector<std::uint32_t> order; // heads before what hangs on them
    for (std::uint32_t s = 0; s < reading.sentences.size(); ++s) {
        const auto& sentence = reading.sentences[s];
        order.clear();
        for (std::uint32_t i = sentence.firstToken; i < sentence.lastToken; ++i) {
            m_sentences[i] = s;
            m_subtrees[i] = {i, i + 1};
            if (tokens[i].head < 0) order.push_back(i);
        }
        for (std::size_t at = 0; at < order.size(); ++at)
            for (const auto child : children(order[at])) {
                m_depths[child] = m_depths[order[at]] + 1;
                order.push_back(child);
            }
        for (std::size_t at = order.size(); at-- > 0;) {
            const auto above = head(order[at]);
            if (!above) continue;
            auto& range = m_subtrees[*above];
            range.begin = std::min(range.begin, m_subtrees[order[at]].begin);
            range.end = std::max(range.end, m_subtrees[order[at]].end);
        }
    }
}

std::optional<std::uint32_t> Trees::head(std::uint32_t i) const
{
    const auto above = m_reading->tokens[i].head;
    if (above < 0) return std::nullopt;
    return static_cast<std::uint32_t>(above);
}

std::span<const std::uint32_t> Trees::children(std::uint32_t i) const
{
    return std::span(m_children).subspan(m_firstChild[i], m_firstChild[i + 1] - m_firstChild[i]);
}

std::optional<std::uint32_t> Trees::child(std::uint32_t i, std::initializer_list<Deprel> relations) const
{
    for (const auto c : children(i))
        if (std::ranges::find(relations, token(c).deprel) != relations.end()) return c;
    return std::nullopt;
}

std::uint32_t Trees::topOf(TokenRange range) const
{
    std::uint32_t top = range.begin;
    for (std::uint32_t i = range.begin; i < range.end; ++i)
        if (m_depths[i] < m_depths[top]) top = i;
    return top;
}

TokenRange Trees::tokensIn(Span span) const
{
    const auto& tokens = m_reading->tokens;
    const auto first = std::ranges::partition_point(tokens, [&](const Token& t) { return t.span.end <= span.begin; });
    const auto last = std::partition_point(first, tokens.end(), [&](const Token& t) { return t.span.begin < span.end; });
    return {static_cast<std::uint32_t>(first - tokens.begin()), static_cast<std::uint32_t>(last - tokens.begin())};
}

std::optional<Trees::Path> Trees::path(std::uint32_t from, std::uint32_t to) const
{
    if (m_sentences[from] != m_sentences[to]) return std::nullopt;
    Path path;
    while (from != to) {
        if (m_depths[from] >= m_depths[to]) {
            path.up.push_back(from);
            const auto above = head(from);
            if (!above) return std::nullopt;
            from = *above;
        } else {
            path.down.push_back(to);
            to = *head(to);
        }
    }
    path.top = from;
    std::ranges::reverse(path.down);
    return path;
}

} // namespace skein
