// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/problem.h"

#include <algorithm>
#include <utility>

namespace skein {
namespace {

// Damerau–Levenshtein distance over bytes (optimal string alignment): a swapped pair of letters is one mistake.
std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                cost[i][j] = i + j;
                continue;
            }
            cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + (a[i - 1] != b[j - 1])});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
    }
    return cost[a.size()][b.size()];
}

} // namespace

std::string toString(const Problem& problem)
{
    return problem.file + ":" + std::to_string(problem.line) + ":" + std::to_string(problem.column) + ": " +
           problem.message + (problem.message.ends_with('?') ? "" : ".");
}

Error errorOf(const std::vector<Problem>& problems)
{
    std::string detail = toString(problems.front());
    if (problems.size() > 1) detail += " (and " + std::to_string(problems.size() - 1) + " more)";
    return {Errc::badSyntax, std::move(detail)};
}

Complaints::Complaints(std::string_view file, std::string_view text) : m_file(file), m_text(text) {}

void Complaints::add(Span where, std::string message)
{
    const auto size = static_cast<std::uint32_t>(m_text.size());
    where = {std::min(where.begin, size), std::min(std::max(where.begin, where.end), size)};
    const std::uint32_t line = lineOf(where.begin);
    const auto before = m_text.substr(m_lines[line - 1], where.begin - m_lines[line - 1]);
    const auto isFirstByte = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
    const auto column = 1 + static_cast<std::uint32_t>(std::ranges::count_if(before, isFirstByte));
    m_problems.push_back({m_file, line, column, where, std::move(message)});
}

std::uint32_t Complaints::lineOf(std::uint32_t at)
{
    if (m_lines.empty()) {
        m_lines.push_back(0);
        for (std::uint32_t i = 0; i < m_text.size(); ++i)
            if (m_text[i] == '\n') m_lines.push_back(i + 1);
    }
    return static_cast<std::uint32_t>(std::ranges::upper_bound(m_lines, at) - m_lines.begin());
}

std::vector<Problem> Complaints::take()
{
    std::ranges::stable_sort(m_problems, {}, [](const Problem& p) { return p.span.begin; });
    return std::exchange(m_problems, {});
}

std::string inQuotes(std::string_view words)
{
    return "“" + std::string(words) + "”";
}

std::string suggestion(std::string_view word, const std::vector<std::string_view>& known)
{
    constexpr std::size_t longest = 40; // beyond, nobody mistyped a word of ours
    std::string_view best;
    std::size_t least = word.size() > longest ? 0 : word.size() < 8 ? 2 : 3;
    for (std::string_view candidate : known) {
        if (const std::size_t d = least == 0 ? 1 : distance(word, candidate); d < least) {
            least = d;
            best = candidate;
        }
    }
    if (!best.empty()) return "did you mean " + inQuotes(best) + "?";
    std::string list;
    for (std::size_t i = 0; i < known.size(); ++i)
        list += (i == 0 ? "" : i + 1 == known.size() ? " and " : ", ") + std::string(known[i]);
    return "use one of " + list;
}

} // namespace skein
