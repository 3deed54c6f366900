// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/claims.h"
#include "core/extract/predications.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace skein {
namespace {

bool isRead(const Document& document, const Sentence& sentence, std::size_t& block)
{
    while (block < document.blocks.size() && document.blocks[block].span.end <= sentence.span.begin) ++block;
    if (block == document.blocks.size()) return true;
    const BlockKind kind = document.blocks[block].kind;
    return kind == BlockKind::paragraph || kind == BlockKind::listItem || kind == BlockKind::quotation;
}

// For each token the outermost name around it.
std::vector<TokenRange> namesAround(const Trees& trees, std::size_t tokens, const std::vector<Mention>& mentions)
{
    std::vector<TokenRange> names(tokens);
    for (const Mention& mention : mentions) {
        if (mention.kind != MentionKind::name) continue;
        const TokenRange range = trees.tokensIn(mention.span);
        for (std::uint32_t i = range.begin; i < range.end; ++i)
            if (names[i] == TokenRange{}) names[i] = range;
    }
    return names;
}

// The probability that the gold tree of the sentence would give the same proposition: a logistic regression over the
// development parts of EWT and GUM (2,300 propositions; 68 in a hundred are the same), its weights rounded. In hundredths.
double confidenceOf(const Trees& trees, const Predication& found, std::uint32_t sentenceLength)
{
    static constexpr std::array byOrigin{0.0, -0.6, -0.25, -0.25, -0.65, -0.55, -0.4};
    const TokenRange first = found.objects.empty() ? found.adjuncts.front() : found.objects.front();
    double z = 1.4 + byOrigin[static_cast<std::size_t>(found.origin)];
    if (found.origin == SubjectOrigin::own && found.subject.end != found.predicate.begin) z -= 1.2;
    if (first.begin != found.predicate.end) z -= 0.4;
    for (std::uint32_t i = first.begin; i < first.end; ++i) {
        if (trees.token(i).upos != Upos::verb && trees.token(i).upos != Upos::aux) continue;
        z -= 0.35; // a clause is harder to end than a noun phrase
        break;
    }
    z -= 0.2 * std::log2(std::max(sentenceLength, 4u) / 20.0);
    z -= 0.2 * std::min(trees.depth(found.head), 4u);
    z -= 0.2 * static_cast<double>(std::min<std::size_t>(found.adjuncts.size(), 3));
    return std::round(100 / (1 + std::exp(-z))) / 100;
}

} // namespace

std::vector<Proposition> findPropositions(const Document& document, const Reading& reading, const NameReading& names)
{
    const Trees trees(reading);
    const auto around = namesAround(trees, reading.tokens.size(), names.mentions);
    const auto spanOf = [&](TokenRange range) {
        return Span{reading.tokens[range.begin].span.begin, reading.tokens[range.end - 1].span.end};
    };
    std::vector<Proposition> propositions;
    std::size_t block = 0;
    for (const Sentence& sentence : reading.sentences) {
        if (!isRead(document, sentence, block)) continue;
        for (const Predication& found : predicationsOf(document.text, trees, sentence, around)) {
            const double confidence = confidenceOf(trees, found, sentence.lastToken - sentence.firstToken);
            Proposition proposition{spanOf(found.subject), spanOf(found.predicate), {}, confidence};
            for (const auto* list : {&found.objects, &found.adjuncts})
                for (const TokenRange range : *list) proposition.objects.push_back(spanOf(range));
            propositions.push_back(std::move(proposition));
        }
    }
    return propositions;
}

} // namespace skein
