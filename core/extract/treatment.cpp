// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/treatment.h"

#include "core/extract/dating.h"

#include <algorithm>
#include <utility>

namespace skein {
namespace {

// How sure one is that a reader agrees falls with each thing that had to be worked out.
constexpr double listFactor = 0.97;

constexpr std::size_t maxPaired = 4; // members of a list that are all said to have to do with each other

} // namespace

// One claim for each pair of ends, with what the clause says about all of them.
void Treatment::treat(const SentenceView& view, const ClaimCandidate& candidate)
{
    if (candidate.objects.empty() && candidate.values.empty() && !candidate.rule->pairs) return;
    if (candidate.rule->relation == "ceo_of" && isDeputy(view, candidate)) return;
    Claim claim;
    claim.relation = candidate.rule->relation;
    claim.label = candidate.rule->label;
    if (const Relation* relation = m_ontology.relation(claim.relation); claim.label.empty() && relation != nullptr)
        claim.label = relation->label;
    claim.rule = candidate.rule->id;
    claim.confidence = candidate.confidence;
    claim.qualifiers = candidate.qualifiers;
    claim.quote = view.sentence.span;
    claim.time = candidate.time;
    if (candidate.rule->follows) {
        const bool isSaid = m_before && std::ranges::any_of(m_claims, [&](const Claim& c) {
            return c.quote == *m_before && c.relation == claim.relation && c.object.has_value() == candidate.values.empty();
        });
        if (!isSaid) return;
        claim.quote.begin = m_before->begin;
    }
    for (std::size_t trigger : candidate.triggers)
        claim.triggers.push_back(view.items[trigger].kind == ItemKind::verb ? view.items[trigger].verb.main
                                                                            : view.items[trigger].span);
    mood(view, candidate, claim);
    attribute(view, candidate, claim);
    if (claim.time.empty() && !candidate.timeless && !candidate.dated) {
        const auto date = dateOf(view.items, m_words, candidate.range,
                                 candidate.triggers.empty() ? candidate.range.begin : candidate.triggers.front());
        if (date) claim.time = m_around.times[view.items[date->item].time].edtf;
        if (date && date->isMoment) claim.time = momentOf(claim.time);
    }
    if (candidate.rule->implied) {
        m_pending.emplace_back(claim, candidate.objects);
        return;
    }
    if (!candidate.settled && (candidate.subjects.size() > 1 || candidate.objects.size() > 1)) // where the list ends was worked out
        claim.confidence *= listFactor;
    if (candidate.rule->pairs) {
        if (candidate.subjects.size() > maxPaired) return;
        for (std::size_t i = 0; i < candidate.subjects.size(); ++i) {
            for (std::size_t j = i + 1; j < candidate.subjects.size(); ++j)
                add(claim, candidate.subjects[i], &candidate.subjects[j], {}, candidate.settled);
        }
        return;
    }
    if (candidate.values.size() > 1 && candidate.values.size() != candidate.subjects.size())
        return; // nobody can tell which belongs to whom
    for (std::size_t i = 0; i < candidate.subjects.size(); ++i) {
        const Member& subject = candidate.subjects[i];
        if (candidate.objects.empty()) {
            const std::string& value = candidate.values[candidate.values.size() > 1 ? i : 0];
            if (candidate.values.size() > 1) claim.time = value;
            add(claim, subject, nullptr, value, candidate.settled);
        }
        for (const Member& object : candidate.objects)
            add(claim, subject, &object, {}, candidate.settled);
    }
}

// Who stands in for a chief is none: "deputy CEO of A".
bool Treatment::isDeputy(const SentenceView& view, const ClaimCandidate& candidate) const
{
    const std::size_t at = candidate.triggers.empty() ? 0 : candidate.triggers.front();
    if (at == 0 || view.items[at - 1].kind != ItemKind::word) return false;
    const WordId before = view.items[at - 1].word;
    return before != 0 && (before == m_words.find("deputy") || before == m_words.find("vice") || before == m_words.find("assistant"));
}

// Polarity and modality, from the verbs that matched and the clause around them.
void Treatment::mood(const SentenceView& view, const ClaimCandidate& candidate, Claim& claim) const
{
    const bool ownVerbs = candidate.timeless || !candidate.verbs.empty();
    for (std::size_t trigger : ownVerbs ? candidate.verbs : candidate.triggers) {
        const Item& item = view.items[trigger];
        if (item.kind != ItemKind::verb) continue;
        const VerbGroup* group = &item.verb;
        // "will buy A and sell B": the second verb has its auxiliaries from the first.
        const bool isBase = group->bare && std::ranges::all_of(group->readings, [](const VerbReading& r) {
                                return (r.forms & ~baseForm) == 0;
                            });
        if (isBase && trigger > 0 && view.items[trigger - 1].kind == ItemKind::word &&
            m_words.is(view.items[trigger - 1].word, WordClass::conjunction)) {
            if (std::optional<std::size_t> before = view.subjects.verbBefore(trigger))
                group = &view.items[*before].verb;
        }
        if (group->negated) claim.polarity = Polarity::denied;
        claim.modality = std::max(claim.modality, group->modality);
        if (group->infinitive && group->modality == Modality::fact)
            claim.modality = std::max(claim.modality, Modality::planned);
        if (trigger > 0 && view.items[trigger - 1].word != 0 &&
            view.items[trigger - 1].word == m_words.find("without"))
            claim.polarity = Polarity::denied;
    }
    const std::size_t at = candidate.triggers.empty() ? candidate.range.begin : candidate.triggers.front();
    if (isConditional(view.items, m_words, at)) claim.modality = std::max(claim.modality, Modality::possible);
    if (claim.modality == Modality::fact && isStillToCome(view, candidate)) claim.modality = Modality::planned;
    if (candidate.rule->modality) claim.modality = std::max(claim.modality, *candidate.rule->modality);
}

// "deployment to A rolling out in the coming weeks", "A launches next month": what follows in the clause puts it in the future.
bool Treatment::isStillToCome(const SentenceView& view, const ClaimCandidate& candidate) const
{
    static constexpr std::string_view signs[] = {"coming ", "next ", "soon", "later this ", "shortly", "upcoming "};
    static constexpr std::string_view spans[] = {"day", "week", "month", "quarter", "year", "summer", "spring", "fall", "autumn", "winter"};
    const std::vector<Item>& items = view.items;
    for (const std::size_t verb : candidate.verbs.empty() ? candidate.triggers : candidate.verbs) {
        if (items[verb].kind != ItemKind::verb || !items[verb].verb.finite) continue;
        for (const VerbReading& reading : items[verb].verb.readings)
            if ((reading.forms & pastForm) != 0 && items[verb].verb.bare) return false; // "announced", "released"
    }
    std::size_t end = candidate.range.end;
    while (end < items.size() && items[end].kind != ItemKind::punctuation && items[end].kind != ItemKind::entity &&
           !(items[end].kind == ItemKind::verb && items[end].verb.finite && !items[end].verb.bare))
        ++end;
    std::string words;
    for (std::size_t i = candidate.triggers.empty() ? candidate.range.begin : candidate.triggers.back() + 1; i < end; ++i) {
        words += ' ';
        if (items[i].kind != ItemKind::entity) words += textOf(m_around.document.text, items[i].span);
    }
    for (char& c : words)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return std::ranges::any_of(signs, [&](std::string_view sign) {
        const std::size_t at = words.find(sign);
        if (at == std::string::npos || (at > 0 && words[at - 1] != ' ')) return false;
        if (!sign.ends_with(' ')) return true;
        const std::string_view behind = std::string_view(words).substr(at + sign.size());
        return std::ranges::any_of(spans, [&](std::string_view span) { return behind.substr(0, 14).contains(span); });
    });
}

void Treatment::attribute(const SentenceView& view, const ClaimCandidate& candidate, Claim& claim) const
{
    for (const Attribution& attribution : view.attributions) {
        const bool inside =
            std::ranges::all_of(candidate.triggers,
                                [&](std::size_t t) { return attribution.begin <= t && t < attribution.end; }) &&
            (!candidate.triggers.empty() ||
             (attribution.begin <= candidate.range.begin && candidate.range.end <= attribution.end));
        // What the speaker does in the same breath is not part of what is said.
        const bool reachesOut = candidate.range.begin < attribution.begin &&
                                !(attribution.verb && candidate.range.begin > *attribution.verb); // 'A said it "bought B"'
        if (!inside || (reachesOut && !candidate.rule->implied)) continue;
        if (attribution.speaker && view.items[*attribution.speaker].members.size() == 1)
            claim.speaker = view.items[*attribution.speaker].members.front().entity;
        else if (m_speaker && !attribution.verb && !attribution.speaker)
            claim.speaker = m_speaker->entity;
        if (claim.modality == Modality::fact) claim.modality = Modality::reported;
        if (attribution.denied) claim.polarity = Polarity::denied;
    }
}

void Treatment::add(Claim claim, const Member& subject, const Member* object, std::string value, bool settled)
{
    const std::vector<Entity>& entities = m_around.names.entities;
    if (object != nullptr && object->entity == subject.entity) return;
    if (!m_ontology.admits(claim.relation, entities[subject.entity].type,
                           object == nullptr ? "" : entities[object->entity].type))
        return;
    claim.subject = subject.entity;
    claim.value = std::move(value);
    if (!settled) claim.confidence *= subject.probability;
    if (object != nullptr) {
        claim.object = object->entity;
        if (!settled) claim.confidence *= object->probability;
        const Relation* relation = m_ontology.relation(claim.relation);
        if (relation->symmetric && *claim.object < claim.subject) std::swap(*claim.object, claim.subject);
    }
    if (claim.speaker && *claim.speaker == claim.subject && claim.relation == "said") claim.speaker.reset();
    m_claims.push_back(std::move(claim));
}

} // namespace skein
