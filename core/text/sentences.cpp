// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/sentences.h"

#include "core/text/characters.h"
#include "core/text/tokenizer.h"

#include <algorithm>
#include <array>

namespace skein {
namespace {

using namespace std::string_view_literals;

// Capitalised words that begin a sentence far more often than they follow "Inc." inside one.
constexpr auto openers = std::to_array(
    {"A"sv, "After"sv, "All"sv, "Although"sv, "An"sv, "And"sv, "As"sv, "At"sv, "But"sv, "By"sv, "During"sv, "For"sv,
     "From"sv, "He"sv, "Her"sv, "His"sv, "However"sv, "I"sv, "If"sv, "In"sv, "It"sv, "Its"sv, "Last"sv, "My"sv, "No"sv,
     "Now"sv, "On"sv, "Our"sv, "She"sv, "Since"sv, "So"sv, "Some"sv, "That"sv, "The"sv, "Their"sv, "Then"sv, "There"sv,
     "These"sv, "They"sv, "This"sv, "Those"sv, "To"sv, "We"sv, "What"sv, "When"sv, "While"sv, "Who"sv, "With"sv,
     "You"sv});

CodePoint firstCharacter(std::string_view word)
{
    std::size_t at = 0;
    return nextCharacter(word, at);
}

bool isTerminal(std::string_view word)
{
    bool strong = false;
    for (std::size_t at = 0; at < word.size();) {
        const CodePoint c = nextCharacter(word, at);
        if (c != '.' && c != '!' && c != '?' && c != 0x2026) return false;
        strong = true;
    }
    return strong;
}

bool isCloser(std::string_view word)
{
    if (word == "''" || word == "’’") return true;
    std::size_t at = 0;
    return isClosing(nextCharacter(word, at)) && at == word.size();
}

bool isNumber(std::string_view word)
{
    return word.size() <= 3 && std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

// The token with the stop that ends just before token `i`, past what closes behind it; i when there is none.
std::size_t Boundaries::terminalBefore(std::size_t i) const
{
    std::size_t e = i - 1;
    while (e > 0 && isGlued(e) && isCloser(word(e)) && i - e < 6) --e;
    return isTerminal(word(e)) ? e : i;
}

bool Boundaries::isPossible(std::size_t i) const
{
    if (i == 0) return true;
    if (!isGlued(i)) return true;
    const std::size_t e = terminalBefore(i);
    return e != i && !isCloser(word(i)) && !isTerminal(word(i));
}

bool Boundaries::byRule(std::size_t i, std::size_t start) const
{
    if (!isPossible(i)) return false;
    const auto next = firstCharacter(word(i));
    const std::size_t e = terminalBefore(i);
    if (e != i) {
        const auto stop = word(e);
        // "1. First": the stop of an enumeration.
        if (stop == "." && e == start + 1 && isNumber(word(start))) return false;
        if (isLower(next)) return false;
        if (isGlued(i) && !(stop == "." && isUpper(next))) return false;
        return stop == "." || e + 1 == i || isUpper(next) || isOpening(next);
    }
    const auto before = word(i - 1);
    return before.size() > 2 && before.back() == '.' && !isTitleAbbreviation(before) && isAbbreviation(before) &&
           !isGlued(i) && std::ranges::binary_search(openers, word(i));
}

std::size_t Boundaries::features(std::span<const Form> forms, std::size_t i, std::size_t start, Feature* out) const
{
    static const Form edge = formOf("\n");
    const auto at = [&](std::size_t k) -> const Form& { return k < forms.size() ? forms[k] : edge; };
    const Form& p1 = at(i - 1);
    const Form& p2 = at(i - 2); // wraps beyond the end: the edge
    const Form& n0 = at(i);
    const Form& n1 = at(i + 1);
    const std::size_t e = terminalBefore(i);
    const Feature stop = e == i ? 0 : hashOf(word(e));
    const Feature closed = e == i ? 0 : std::min<std::size_t>(i - e, 3);
    const Feature ruled = byRule(i, start) ? 1 : 0;
    const std::size_t length = i - start;
    const Feature size = length <= 3 ? length : length <= 6 ? 4 : length <= 12 ? 5 : length <= 25 ? 6 : length <= 50 ? 7 : 8;
    const std::size_t rest = forms.size() - i;
    const Feature left = rest <= 3 ? rest : rest <= 8 ? 4 : 5;
    const Feature glued = isGlued(i) ? 1 : 0;
    const auto traits = [](const Form& f) -> Feature {
        return Feature{f.capital} | Feature{f.hasDigit} << 2 | Feature{f.isPunctuation} << 3;
    };
    const Feature abbreviated = word(i - 1).size() > 1 && word(i - 1).back() == '.' ? 1 : 0;
    std::size_t n = 0;
    Feature kind = 6000;
    const auto put = [&](auto... parts) {
        Feature f = kind++;
        ((f = combine(f, parts)), ...);
        out[n++] = f;
    };
    put(Feature{0});
    put(ruled);
    put(ruled, stop, traits(n0), glued);
    put(ruled, stop, closed, traits(n0));
    put(ruled, n0.exact);
    put(ruled, n0.word);
    put(ruled, p1.word);
    put(ruled, p1.exact, traits(n0));
    put(p1.word, n0.word);
    put(ruled, n0.exact, n1.word);
    put(ruled, p2.word, stop, traits(n0));
    put(ruled, p2.word, p1.word);
    put(ruled, size, traits(n0), traits(p1));
    put(ruled, left, traits(n0), traits(p1));
    put(ruled, size, stop, n0.exact);
    put(ruled, traits(p1), traits(n0), traits(n1), traits(p2));
    put(ruled, p1.shape, n0.shape);
    put(ruled, p1.shape, n0.exact);
    put(ruled, stop, n0.shape, n1.shape);
    put(abbreviated, p1.exact);
    put(abbreviated, p1.exact, n0.exact);
    put(abbreviated, traits(n0), n0.word);
    put(ruled, p1.suffix[2], n0.exact);
    put(ruled, traits(p1), n0.exact);
    put(ruled, traits(at(start)), size, traits(n0));
    put(ruled, stop, traits(n0), n1.word);
    put(ruled, stop, traits(n0), traits(n1), p2.capital);
    return n;
}

std::vector<std::uint32_t> sentenceStarts(std::string_view text, std::span<const Span> tokens)
{
    std::vector<std::uint32_t> starts;
    if (tokens.empty()) return starts;
    starts.push_back(0);
    const Boundaries boundaries(text, tokens);
    for (std::size_t i = 1; i < tokens.size(); ++i)
        if (boundaries.byRule(i, starts.back())) starts.push_back(static_cast<std::uint32_t>(i));
    return starts;
}

std::vector<std::uint32_t> sentenceStarts(std::string_view text, std::span<const Span> tokens, std::span<const Form> forms,
                                          const WeightTable& weights, bool needsStop)
{
    std::vector<std::uint32_t> starts;
    if (tokens.empty()) return starts;
    starts.push_back(0);
    const Boundaries boundaries(text, tokens);
    // Without a stop the weights must be surer than they need to be for the best score on the treebank: in edited text a
    // sentence torn apart does more harm than two left together.
    const std::int32_t margin = needsStop ? INT32_MAX : 80;
    Feature features[Boundaries::maxFeatures];
    for (std::size_t i = 1; i < tokens.size(); ++i) {
        if (!boundaries.isPossible(i)) continue;
        const std::size_t n = boundaries.features(forms, i, starts.back(), features);
        std::int32_t score[4] = {};
        weights.add({features, n}, score);
        if (score[1] - score[0] > (boundaries.hasStop(i) ? 0 : margin)) starts.push_back(static_cast<std::uint32_t>(i));
    }
    return starts;
}

} // namespace skein
