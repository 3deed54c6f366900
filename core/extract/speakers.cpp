// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/speakers.h"

#include <algorithm>

namespace skein {
namespace {

constexpr std::size_t longestLabel = 48; // bytes before the colon
constexpr std::size_t leastLabels = 3;   // blocks with a label that make a transcript
constexpr float sureOfOne = 0.95f;       // that "I" is who speaks, and "we" the organization
constexpr float sureOfSeveral = 0.85f;

bool isLetter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

} // namespace

Speakers::Speakers(const Surroundings& around) : m_around(around)
{
    std::set<std::size_t> people;
    std::size_t labels = 0;
    for (const Block& block : around.document.blocks) {
        std::optional<Member> who;
        if (labelOf(block, who) != Label::known) continue;
        ++labels;
        people.insert(who->entity);
    }
    m_isTranscript = labels >= leastLabels && people.size() > 1;
}

// "OPERATOR: …" is a label too, of somebody whom the names do not know.
Speakers::Label Speakers::labelOf(const Block& block, std::optional<Member>& who) const
{
    const std::string_view text = textOf(m_around.document.text, block.span);
    const std::size_t colon = text.substr(0, longestLabel).find(':');
    if (block.kind != BlockKind::paragraph || colon == std::string_view::npos || colon == 0) return Label::none;
    const std::uint32_t end = block.span.begin + static_cast<std::uint32_t>(colon);
    const std::vector<Mention>& mentions = m_around.names.mentions;
    for (auto at = std::ranges::lower_bound(mentions, block.span.begin, {}, [](const Mention& m) { return m.span.begin; });
         at != mentions.end() && at->span.begin == block.span.begin; ++at) {
        if (at->kind != MentionKind::name || at->span.end != end || m_around.names.entities[at->entity].type != "person") continue;
        who = Member{at->entity, MentionKind::name, at->span, at->probability};
        return Label::known;
    }
    const std::string_view label = text.substr(0, colon);
    const bool isUpper = std::ranges::none_of(label, [](char c) { return c >= 'a' && c <= 'z'; }) && std::ranges::any_of(label, isLetter);
    return isUpper ? Label::unknown : Label::none;
}

const std::optional<Member>& Speakers::enter(const Block& block)
{
    std::optional<Member> who;
    const Label label = labelOf(block, who);
    const bool goesOn = m_isTranscript && label == Label::none && block.kind == BlockKind::paragraph;
    if (!goesOn) m_speaker = who;
    return m_speaker;
}

void Speakers::note(const SentenceView& view, const ClaimCandidate& candidate)
{
    const std::string& relation = candidate.rule->relation;
    if (relation != "ceo_of" && relation != "leads" && relation != "works_at") return;
    if (std::ranges::find(candidate.qualifiers, "status", &Qualifier::name) != candidate.qualifiers.end()) return; // "former"
    const bool isGuess = candidate.rule->id.starts_with("learned-");
    for (std::size_t i = candidate.range.begin; i < candidate.range.end && !isGuess; ++i) {
        const Item& item = view.items[i];
        if (item.kind != ItemKind::verb) continue;
        const bool isPast = std::ranges::any_of(item.verb.readings, [](const VerbReading& r) { return (r.forms & pastForm) != 0; });
        if (isPast || item.verb.negated || item.verb.modality != Modality::fact) return; // "was head of"
    }
    for (const Member& person : candidate.subjects)
        for (const Member& object : candidate.objects)
            if (m_around.names.entities[person.entity].type == "person" && m_around.names.entities[object.entity].type == "organization")
                (isGuess ? m_guesses : m_employers)[person.entity].insert(object.entity);
}

FirstPerson Speakers::of(const Member& speaker, Span where) const
{
    FirstPerson result{where, {}, {}};
    const std::string& type = m_around.names.entities[speaker.entity].type;
    if (type == "organization") {
        result.several = Member{speaker.entity, MentionKind::pronoun, {}, sureOfSeveral * speaker.probability};
    } else if (type == "person") {
        result.one = Member{speaker.entity, MentionKind::pronoun, {}, sureOfOne * speaker.probability};
        const auto at = m_employers.find(speaker.entity);
        const auto guesses = m_guesses.find(speaker.entity);
        const bool isSure = at != m_employers.end() && at->second.size() == 1 &&
                            (guesses == m_guesses.end() || guesses->second == at->second);
        if (isSure)
            result.several = Member{*at->second.begin(), MentionKind::pronoun, {}, sureOfSeveral * speaker.probability};
    }
    return result;
}

} // namespace skein
