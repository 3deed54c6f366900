// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/relatives.h"

#include "core/text/tree.h"

#include <algorithm>
#include <optional>
#include <string>

namespace skein {
namespace {

std::string lowered(std::string_view word)
{
    std::string lower(word);
    for (char& c : lower)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return lower;
}

// The word that the clause around a relative pronoun describes.
std::optional<std::uint32_t> described(const Trees& trees, std::uint32_t pronoun)
{
    std::uint32_t at = pronoun;
    for (int step = 0; step < 4; ++step) {
        const auto above = trees.head(at);
        if (!above) return std::nullopt;
        const bool isClause = trees.token(at).deprel == Deprel::aclRelcl;
        if (isClause) return *above < pronoun ? above : std::nullopt;
        at = *above;
    }
    return std::nullopt;
}

bool mayMean(std::string_view word, std::string_view type)
{
    if (word == "where") return type == "place" || type == "organization" || type == "event";
    if (word == "who" || word == "whom") return type == "person" || type == "organization";
    return word != "which" || type != "person";
}

} // namespace

bool isRelative(std::string_view word)
{
    static constexpr std::string_view words[] = {"who", "whom", "whose", "which", "that", "where"};
    return word.size() <= 5 && std::ranges::find(words, lowered(word)) != std::end(words);
}

void addRelatives(const Document& document, const Reading& reading, NameReading& names)
{
    const Trees trees(reading);
    std::vector<Mention> added;
    for (std::uint32_t t = 0; t < reading.tokens.size(); ++t) {
        const Token& token = reading.tokens[t];
        if (!isRelative(textOf(document.text, token.span))) continue;
        const auto noun = described(trees, t);
        if (!noun) continue;
        const Span span = reading.tokens[*noun].span;
        // The smallest mention whose head it is.
        const Mention* best = nullptr;
        auto at = std::ranges::lower_bound(names.mentions, span.end, {}, [](const Mention& m) { return m.span.begin; });
        for (int look = 0; at != names.mentions.begin() && look < 4; ++look) {
            --at;
            if (!at->span.contains(span)) continue;
            if (trees.topOf(trees.tokensIn(at->span)) != *noun) continue;
            if (best == nullptr || at->span.size() < best->span.size()) best = &*at;
        }
        if (best == nullptr || best->kind == MentionKind::pronoun) continue;
        if (!mayMean(lowered(textOf(document.text, token.span)), names.entities[best->entity].type)) continue;
        added.push_back({token.span, best->entity, MentionKind::pronoun});
    }
    std::erase_if(added, [&](const Mention& m) {
        const auto next = std::ranges::lower_bound(names.mentions, m.span.begin, {}, [](const Mention& n) { return n.span.begin; });
        return (next != names.mentions.end() && next->span.overlaps(m.span)) ||
               (next != names.mentions.begin() && std::prev(next)->span.overlaps(m.span));
    });
    names.mentions.insert(names.mentions.end(), added.begin(), added.end());
    std::ranges::stable_sort(names.mentions, {}, [](const Mention& m) { return std::pair(m.span.begin, ~m.span.end); });
}

} // namespace skein
