// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/learned-finder.h"

#include "core/extract/dating.h"
#include "core/extract/grounds.h"

#include <algorithm>
#include <cmath>

namespace skein {
namespace {

// Claims below are not shown: those that are about as likely wrong as right. Who makes what is often true and seldom said.
constexpr double leastConfidence = 0.42;
constexpr double leastOfThings = 0.5;
constexpr double leastWithoutWords = 0.75; // where a firm or a thing hangs on the other end, and nothing else speaks for it
constexpr double leastForeign = 0.9;       // where the way between the ends leads through what is said of others
constexpr double leastBesideRule = 0.9;
constexpr double leastOfFirstPerson = 0.75; // where "I" is an end
constexpr std::size_t mostTriggers = 3;

std::optional<std::size_t> itemAt(const std::vector<Item>& items, Span span)
{
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].span.overlaps(span)) return i;
    }
    return std::nullopt;
}

bool isOneOf(std::string_view relation, std::initializer_list<std::string_view> relations)
{
    return std::ranges::find(relations, relation) != relations.end();
}

bool isMaking(std::string_view relation)
{
    return relation == "product_of" || relation == "developed_by";
}

// '"A grew," said B, chief of C': what is said and who says it are two things.
bool crossesQuote(const SentenceView& view, const PairEnd& a, const PairEnd& b)
{
    return std::ranges::any_of(view.attributions, [&](const Attribution& said) {
        const auto isInside = [&](const PairEnd& end) { return said.begin <= end.item && end.item < said.end; };
        return said.quoted && said.verb && isInside(a) != isInside(b);
    });
}

// How sure the model has to be of a claim with these grounds.
double leastWith(const Grounds& grounds, const PairEnd& first, const PairEnd& second)
{
    if (grounds.words.empty() && !grounds.isDirect) return 1; // no claim
    if (grounds.isForeign) return leastForeign;
    const bool isPlain = second.endClass != EndClass::organization && second.endClass != EndClass::thing; // "Oslo, Norway"
    if (grounds.words.empty() && !isPlain) return leastWithoutWords;
    return first.endClass == EndClass::organization && second.endClass == EndClass::thing ? leastOfThings : leastConfidence;
}

} // namespace

LearnedFinder::LearnedFinder(const Surroundings& around, const Trees& trees, const Ontology& ontology, const Lexicons* lexicons,
                             const ClaimModel* model, const PairSink& sink)
    : m_around(around), m_trees(trees), m_ontology(ontology), m_model(model), m_sink(sink), m_lexicons(lexicons), m_reader(around, trees, lexicons)
{
}

std::vector<ClaimCandidate> LearnedFinder::find(const SentenceView& view, std::span<Claim> ofRules)
{
    std::vector<ClaimCandidate> found;
    const std::vector<PairEnd>& ends = m_reader.read(view);
    if (ends.size() < 2) return found;
    std::vector<FiredRule> fired;
    for (const Claim& claim : ofRules)
        fired.push_back({claim.rule, claim.relation, claim.subject, claim.object, claim.value});
    struct Judged {
        std::size_t a, b;
        const ClaimModel::Group* group;
        std::vector<float> scores; // by detector
    };
    std::vector<Judged> judged;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        for (std::size_t j = i + 1; j < ends.size(); ++j) {
            const PairEnd& a = ends[i];
            const PairEnd& b = ends[j];
            if (!m_reader.isPair(a, b) || crossesQuote(view, a, b)) continue;
            const std::size_t number = *PairReader::groupOf(a.endClass, b.endClass);
            const ClaimModel::Group* group = m_model == nullptr ? nullptr : m_model->group(number);
            if (group == nullptr && !m_sink) continue;
            m_reader.features(a, b, fired, m_features);
            if (m_sink) {
                const PairEnd& first = PairReader::inOrder(a, b) ? a : b;
                const PairEnd& second = PairReader::inOrder(a, b) ? b : a;
                m_sink({number, first, second, view.sentence.span, m_features, fired,
                        second.endClass == EndClass::date ? std::string_view(m_around.times[second.time].edtf) : std::string_view()});
            }
            if (group == nullptr) continue;
            std::vector<float> scores(group->detectors.size() + 1);
            group->weights.scores(m_features.features, scores);
            judged.push_back({i, j, group, std::move(scores)});
        }
    }
    // What is said of a list is said of each of its members: they share one verdict.
    const auto sameItems = [&](const Judged& x, const Judged& y) {
        return x.group == y.group && ends[x.a].item == ends[y.a].item && ends[x.b].item == ends[y.b].item;
    };
    for (const Judged& pair : judged) {
        if (ends[pair.a].item == ends[pair.b].item) continue; // two members of one list
        std::vector<float> mean(pair.scores.size(), 0.0f);
        float count = 0;
        for (const Judged& other : judged) {
            if (!sameItems(pair, other)) continue;
            ++count;
            for (std::size_t d = 0; d < mean.size(); ++d) mean[d] += other.scores[d];
        }
        const PairEnd& a = ends[pair.a];
        const PairEnd& b = ends[pair.b];
        const PairEnd& first = PairReader::inOrder(a, b) ? a : b;
        const PairEnd& second = PairReader::inOrder(a, b) ? b : a;
        bool isRead = false; // whether m_features are this pair's
        for (std::size_t d = 0; d < pair.group->detectors.size(); ++d) {
            const Detector& detector = pair.group->detectors[d];
            const double p = 1 / (1 + std::exp(-static_cast<double>(detector.scale * mean[d + 1] / count + detector.shift)));
            if (p < leastConfidence) continue;
            const PairEnd& subject = detector.forward ? first : second;
            const PairEnd& object = detector.forward ? second : first;
            if (!subject.member) continue;
            const Grounds grounds = groundsOf(m_trees, m_around.vocabulary, ends, a, b, detector.relation);
            if (p < leastWith(grounds, first, second) || p < std::max(leastOfSpeaker(a), leastOfSpeaker(b))) continue;
            if (!isRead) m_reader.features(a, b, fired, m_features);
            isRead = true;
            ClaimCandidate candidate = candidateOf(view, subject, object, *pair.group, d, std::min(p, 0.99));
            markTriggers(view, a, b, *pair.group, d, grounds, candidate);
            settleRole(grounds, *pair.group, candidate);
            if (candidate.time.empty() && !candidate.timeless) { // the rest of the sentence may have dates of its own
                if (const PairEnd* date = dateOnWay(m_trees, ends, a, b, grounds.words)) candidate.time = m_around.times[date->time].edtf;
                candidate.dated = true;
            }
            if (!isKnown(candidate, ofRules)) found.push_back(std::move(candidate));
        }
    }
    keepOneDate(found);
    return found;
}

// "I", and "we" even more, stand near much that is not said of who speaks; no gold has taught the model so.
double LearnedFinder::leastOfSpeaker(const PairEnd& end) const
{
    if (!end.member || end.member->kind != MentionKind::pronoun) return 0;
    const std::string_view word = textOf(m_around.document.text, end.span);
    if (isOneOf(word, {"we", "We", "us", "our", "Our"})) return 1;
    return isOneOf(word, {"I", "me", "my", "My"}) ? leastOfFirstPerson : 0;
}

// Whether a rule made the same claim, which then is the surer of the two; or one that excludes it.
bool LearnedFinder::isKnown(const ClaimCandidate& candidate, std::span<Claim> ofRules) const
{
    const Relation* relation = m_ontology.relation(candidate.rule->relation);
    const bool symmetric = relation != nullptr && relation->symmetric;
    const std::size_t subject = candidate.subjects.front().entity;
    bool known = false;
    for (Claim& claim : ofRules) {
        // Nor who a rule says made a thing for another maker.
        if (isMaking(candidate.rule->relation) && candidate.confidence < leastBesideRule &&
            ((isMaking(claim.relation) && claim.subject == subject) || (claim.relation == "released" && claim.object == subject)))
            known = true;
        // Who holds a share of a firm is not its parent for that.
        if (candidate.rule->relation == "subsidiary_of" && isOneOf(claim.relation, {"owns", "invested_in"}) && claim.object == subject) known = true;
        if (claim.relation != candidate.rule->relation) continue;
        if (candidate.objects.empty()) {
            if (claim.object || claim.subject != subject) continue;
            known = true; // a thing has one date of its kind
            if (momentOf(claim.value) == candidate.values.front()) claim.confidence = std::max(claim.confidence, candidate.confidence);
            continue;
        }
        const std::size_t object = candidate.objects.front().entity;
        // Who a rule says is the chief of a firm leaves little room for another in the same sentence.
        if (claim.relation == "ceo_of" && claim.object == object && candidate.confidence < leastBesideRule) known = true;
        const bool same = claim.subject == subject && claim.object == object;
        const bool mirrored = claim.subject == object && claim.object == subject;
        if (!same && !mirrored) continue;
        known = true; // a rule that sees it the other way round is believed
        if (same || symmetric) claim.confidence = std::max(claim.confidence, candidate.confidence);
    }
    return known;
}

// A thing has one date of its kind: the likeliest.
void LearnedFinder::keepOneDate(std::vector<ClaimCandidate>& found)
{
    const std::vector<ClaimCandidate> all = found;
    std::erase_if(found, [&](const ClaimCandidate& c) {
        return !c.time.empty() && std::ranges::any_of(all, [&](const ClaimCandidate& other) {
            return !other.time.empty() && other.rule == c.rule && other.subjects.front().entity == c.subjects.front().entity &&
                   other.confidence > c.confidence;
        });
    });
}

ClaimCandidate LearnedFinder::candidateOf(const SentenceView& view, const PairEnd& subject, const PairEnd& object,
                                     const ClaimModel::Group& group, std::size_t detector, double confidence)
{
    ClaimCandidate candidate;
    candidate.rule = group.detectors[detector].rule;
    candidate.confidence = confidence;
    candidate.settled = true;
    candidate.timeless = isOneOf(candidate.rule->relation, {"citizen_of", "child_of", "product_of", "brand_of", "part_of", "located_in"});
    candidate.subjects = {*subject.member};
    if (object.member)
        candidate.objects = {*object.member};
    else if (object.endClass == EndClass::date) {
        candidate.values = {momentOf(m_around.times[object.time].edtf)};
        candidate.time = candidate.values.front();
    } else {
        candidate.values = {std::string(textOf(m_around.document.text, object.span))};
    }
    candidate.range = {std::min(subject.item, object.item), std::max(subject.item, object.item) + 1};
    const bool inOrder = subject.span.begin < object.span.begin;
    const PairEnd& a = inOrder ? subject : object;
    const PairEnd& b = inOrder ? object : subject;
    qualify(view, a, b, candidate);
    return candidate;
}

// Gold does not tell members from employees; the words do: "a fellow of the Academy".
void LearnedFinder::settleRole(const Grounds& grounds, const ClaimModel::Group& group, ClaimCandidate& candidate) const
{
    if (candidate.rule->relation != "works_at" || grounds.words.empty()) return;
    const bool isMember = std::ranges::all_of(
        grounds.words, [&](std::uint32_t t) { return isOneOf(m_trees.token(t).lemma, {"member", "membership", "fellow"}); });
    if (!isMember) return;
    const auto other = std::ranges::find_if(group.detectors, [](const Detector& d) { return d.relation == "member_of" && d.forward; });
    if (other != group.detectors.end()) candidate.rule = other->rule;
}

// Of the words that speak for the claim those to which the model gives the most weight, and the verbs that decide whether it is so.
void LearnedFinder::markTriggers(const SentenceView& view, const PairEnd& a, const PairEnd& b, const ClaimModel::Group& group,
                                 std::size_t detector, const Grounds& grounds, ClaimCandidate& candidate)
{
    const std::uint32_t first = view.sentence.firstToken;
    std::vector<float> weight(view.sentence.lastToken - first, 0.0f);
    for (std::size_t f = 0; f < m_features.features.size(); ++f) {
        const std::uint32_t token = m_features.tokens[f];
        if (token != PairFeatures::noToken && token >= first && token < view.sentence.lastToken)
            weight[token - first] += group.weights.logOdds(std::span(m_features.features).subspan(f, 1), detector + 1);
    }
    const auto path = m_trees.path(a.head, b.head);
    std::vector<std::uint32_t> order = grounds.words;
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

    if (!path) return;
    const auto verb = [&](std::uint32_t t) {
        const auto item = itemAt(view.items, m_trees.token(t).span);
        // What is so at all times is not planned or denied with the verb: "A hopes to sell its B".
        if (item && view.items[*item].kind == ItemKind::verb && !candidate.timeless) mark(t, candidate.verbs);
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

// What the sentence says more exactly: the post, the amount, the share, and that it is over.
void LearnedFinder::qualify(const SentenceView& view, const PairEnd& a, const PairEnd& b, ClaimCandidate& candidate) const
{
    const std::string& relation = candidate.rule->relation;
    const std::vector<Item>& items = view.items;
    if (isOneOf(relation, {"works_at", "leads", "ceo_of", "member_of", "hired"})) {
        if (const auto post = postOf(a, b)) candidate.qualifiers.push_back({"role", std::string(textOf(m_around.document.text, *post))});
        const std::size_t from = candidate.range.begin > 2 ? candidate.range.begin - 2 : 0;
        for (std::size_t i = from; i < candidate.range.end; ++i) {
            if (items[i].kind != ItemKind::word || !m_around.vocabulary.is(items[i].word, WordClass::former)) continue;
            candidate.qualifiers.push_back({"status", "former"});
            break;
        }
    }
    if (isOneOf(relation, {"invested_in", "acquired", "owns", "client_of", "subsidiary_of"})) {
        const std::size_t end = std::min(candidate.range.end + 5, items.size());
        bool hasAmount = relation == "subsidiary_of";
        bool hasShare = relation == "client_of";
        for (std::size_t i = candidate.range.begin; i < end; ++i) {
            const bool outside = i >= candidate.range.end;
            if (outside && ((items[i].kind == ItemKind::verb && items[i].verb.finite) || items[i].kind == ItemKind::entity)) break;
            if (items[i].kind != ItemKind::value) continue;
            const bool isMoney = items[i].value == ValueKind::money;
            const bool isShare = items[i].value == ValueKind::percent;
            if (isMoney ? hasAmount : isShare ? hasShare : true) continue;
            (isMoney ? hasAmount : hasShare) = true;
            candidate.qualifiers.push_back({isMoney ? "amount" : "share", std::string(textOf(m_around.document.text, items[i].span))});
        }
    }
}

// The words that name a post between two ends: "chief data officer".
std::optional<Span> LearnedFinder::postOf(const PairEnd& a, const PairEnd& b) const
{
    if (m_lexicons == nullptr) return std::nullopt;
    const auto path = m_trees.path(a.head, b.head);
    if (!path) return std::nullopt;
    std::vector<std::uint32_t> nodes = path->up;
    nodes.push_back(path->top);
    nodes.insert(nodes.end(), path->down.begin(), path->down.end());
    for (const std::uint32_t end : {a.head, b.head}) // "the designer Ann": beside the path
        for (const std::uint32_t child : m_trees.children(end)) nodes.push_back(child);
    for (const std::uint32_t t : nodes) {
        const Token& token = m_trees.token(t);
        if ((token.upos != Upos::noun && token.upos != Upos::propn) || a.tokens.contains(t) || b.tokens.contains(t)) continue;
        std::string word = token.lemma;
        for (char& c : word)
            c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        if (!m_lexicons->has(Lexicon::personNoun, word)) continue;
        std::uint32_t from = t; // with what stands close before it and hangs on it
        while (from > 0 && m_trees.head(from - 1) == t && !a.tokens.contains(from - 1) && !b.tokens.contains(from - 1) &&
               (m_trees.token(from - 1).deprel == Deprel::compound || m_trees.token(from - 1).deprel == Deprel::amod) &&
               !m_around.vocabulary.is(m_around.vocabulary.find(m_trees.token(from - 1).lemma), WordClass::former))
            --from;
        return Span{m_trees.token(from).span.begin, token.span.end};
    }
    return std::nullopt;
}

} // namespace skein
