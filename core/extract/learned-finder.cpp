// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/learned-finder.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace skein {
namespace {

constexpr double leastConfidence = 0.5; // a claim is shown when it is more likely right than wrong
constexpr std::size_t mostTriggers = 3;
constexpr std::size_t mostDetectors = 64;

std::optional<std::size_t> itemAt(const std::vector<Item>& items, Span span)
{
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].span.overlaps(span)) return i;
    }
    return std::nullopt;
}

bool isContent(const Token& token)
{
    return token.upos == Upos::noun || token.upos == Upos::verb || token.upos == Upos::adj || token.upos == Upos::propn;
}

} // namespace

LearnedFinder::LearnedFinder(const Surroundings& around, const Trees& trees, const Ontology& ontology, const Lexicons* lexicons,
                             const ClaimModel* model, const PairSink& sink)
    : m_around(around), m_trees(trees), m_ontology(ontology), m_model(model), m_sink(sink), m_reader(around, trees, lexicons)
{
}

std::vector<Candidate> LearnedFinder::find(const SentenceView& view, std::span<Claim> ofRules)
{
    std::vector<Candidate> found;
    const std::vector<PairEnd>& ends = m_reader.read(view);
    if (ends.size() < 2) return found;
    std::vector<FiredRule> fired;
    for (const Claim& claim : ofRules)
        fired.push_back({claim.rule, claim.relation, claim.subject, claim.object, claim.value});
    for (std::size_t i = 0; i < ends.size(); ++i) {
        for (std::size_t j = i + 1; j < ends.size(); ++j) {
            const PairEnd& a = ends[i];
            const PairEnd& b = ends[j];
            if (!m_reader.isPair(a, b)) continue;
            const std::size_t number = *PairReader::groupOf(a.endClass, b.endClass);
            const ClaimModel::Group* group = m_model == nullptr ? nullptr : m_model->group(number);
            if (group == nullptr && !m_sink) continue;
            m_reader.features(a, b, fired, m_features);
            const PairEnd& first = PairReader::inOrder(a, b) ? a : b;
            const PairEnd& second = PairReader::inOrder(a, b) ? b : a;
            if (m_sink) m_sink({number, first, second, view.sentence.span, m_features, fired});
            if (group == nullptr) continue;
            std::array<float, mostDetectors> scores{};
            group->weights.scores(m_features.features, std::span(scores).first(group->detectors.size() + 1));
            for (std::size_t d = 0; d < group->detectors.size(); ++d) {
                const Detector& detector = group->detectors[d];
                const double p = 1 / (1 + std::exp(-static_cast<double>(detector.scale * scores[d + 1] + detector.shift)));
                if (p < leastConfidence) continue;
                const PairEnd& subject = detector.forward ? first : second;
                const PairEnd& object = detector.forward ? second : first;
                if (!subject.member) continue;
                Candidate candidate = candidateOf(view, subject, object, *group, d, std::min(p, 0.99));
                bool known = false;
                for (Claim& claim : ofRules) {
                    const bool same = claim.relation == detector.relation && claim.subject == subject.member->entity &&
                                      (object.member ? claim.object == object.member->entity
                                                     : !claim.object && claim.value == candidate.values.front());
                    const bool mirrored = object.member && claim.relation == detector.relation &&
                                          claim.object == subject.member->entity && claim.subject == object.member->entity;
                    if (!same && !mirrored) continue;
                    known = true; // a rule that sees it the other way round is believed
                    const Relation* relation = m_ontology.relation(detector.relation);
                    if (same || (relation != nullptr && relation->symmetric)) claim.confidence = std::max(claim.confidence, candidate.confidence);
                }
                if (!known) found.push_back(std::move(candidate));
            }
        }
    }
    return found;
}

Candidate LearnedFinder::candidateOf(const SentenceView& view, const PairEnd& subject, const PairEnd& object,
                                     const ClaimModel::Group& group, std::size_t detector, double confidence)
{
    Candidate candidate;
    candidate.rule = group.detectors[detector].rule;
    candidate.confidence = confidence;
    candidate.settled = true;
    candidate.subjects = {*subject.member};
    if (object.member)
        candidate.objects = {*object.member};
    else if (object.endClass == EndClass::date) {
        candidate.values = {m_around.times[object.time].edtf};
        candidate.time = candidate.values.front();
    } else {
        candidate.values = {std::string(textOf(m_around.document.text, object.span))};
    }
    candidate.range = {std::min(subject.item, object.item), std::max(subject.item, object.item) + 1};
    const bool inOrder = subject.span.begin < object.span.begin;
    markTriggers(view, inOrder ? subject : object, inOrder ? object : subject, group, detector, candidate);
    return candidate;
}

// The words whose features speak most for the claim, and the verbs that decide whether it is so.
void LearnedFinder::markTriggers(const SentenceView& view, const PairEnd& a, const PairEnd& b, const ClaimModel::Group& group,
                                 std::size_t detector, Candidate& candidate)
{
    const std::uint32_t first = view.sentence.firstToken;
    std::vector<float> weight(view.sentence.lastToken - first, 0.0f);
    for (std::size_t f = 0; f < m_features.features.size(); ++f) {
        const std::uint32_t token = m_features.tokens[f];
        if (token != PairFeatures::noToken && token >= first && token < view.sentence.lastToken)
            weight[token - first] += group.weights.logOdds(std::span(m_features.features).subspan(f, 1), detector + 1);
    }
    std::vector<std::uint32_t> order;
    for (std::uint32_t t = first; t < view.sentence.lastToken; ++t) {
        if (a.tokens.contains(t) || b.tokens.contains(t) || weight[t - first] <= 0) continue;
        if (isContent(m_trees.token(t))) order.push_back(t);
    }
    std::ranges::stable_sort(order, [&](std::uint32_t x, std::uint32_t y) { return weight[x - first] > weight[y - first]; });
    const auto mark = [&](std::uint32_t t, std::vector<std::size_t>& items) {
        const auto item = itemAt(view.items, m_trees.token(t).span);
        if (item && *item != a.item && *item != b.item && std::ranges::find(items, *item) == items.end()) items.push_back(*item);
    };
    for (std::size_t i = 0; i < order.size() && candidate.triggers.size() < mostTriggers; ++i) {
        if (i > 0 && weight[order[i] - first] < 0.4f * weight[order[0] - first]) break;
        mark(order[i], candidate.triggers);
    }
    std::ranges::sort(candidate.triggers);

    const auto path = m_trees.path(a.head, b.head);
    if (!path) return;
    const auto verb = [&](std::uint32_t t) {
        const auto item = itemAt(view.items, m_trees.token(t).span);
        if (item && view.items[*item].kind == ItemKind::verb) mark(t, candidate.verbs);
        if (const auto copula = m_trees.child(t, {Deprel::cop})) mark(*copula, candidate.verbs);
    };
    for (const auto t : path->up) verb(t);
    for (const auto t : path->down) verb(t);
    verb(path->top);
    // "will announce the purchase of B": what becomes of the noun at the top.
    if (path->top != a.head && path->top != b.head) {
        const Deprel deprel = m_trees.token(path->top).deprel;
        const auto above = m_trees.head(path->top);
        if (above && (deprel == Deprel::obj || deprel == Deprel::obl || deprel == Deprel::xcomp || deprel == Deprel::nsubjPass))
            verb(*above);
    }
}

} // namespace skein
