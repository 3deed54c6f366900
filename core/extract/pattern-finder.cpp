// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/pattern-finder.h"

#include <algorithm>

namespace skein {
namespace {

// Whether the noun phrase before the item goes on with it ("a book review"), or it names what the phrase means.
bool goesOn(const std::vector<Item>& items, std::size_t at)
{
    if (at >= items.size()) return false;
    return (items[at].kind == ItemKind::word && items[at].nounLike) ||
           (items[at].kind == ItemKind::entity && items[at].members.front().kind == MentionKind::name);
}

} // namespace

PatternFinder::PatternFinder(const Surroundings& around, const Patterns& patterns, const ClaimModel* model)
    : m_around(around), m_patterns(patterns), m_words(patterns.vocabulary()), m_model(model),
      m_seen(patterns.vocabulary().size(), 0)
{
}

std::vector<ClaimCandidate> PatternFinder::find(const SentenceView& view)
{
    std::vector<Patterns::ProgramRef> programs = m_patterns.programsFor(0);
    bool hasEntity = false;
    ++m_stamp;
    const auto add = [&](WordId word) {
        if (word == 0 || m_seen[word] == m_stamp) return;
        m_seen[word] = m_stamp;
        const std::vector<Patterns::ProgramRef>& more = m_patterns.programsFor(word);
        programs.insert(programs.end(), more.begin(), more.end());
    };
    for (const Item& item : view.items) {
        hasEntity = hasEntity || item.kind == ItemKind::entity;
        add(item.word);
        for (const VerbReading& reading : item.verb.readings)
            add(reading.lemma);
    }
    std::vector<ClaimCandidate> found;
    if (!hasEntity) return found;
    std::ranges::sort(programs);
    programs.erase(std::ranges::unique(programs).begin(), programs.end());
    const Matcher matcher(view.items, view.subjects, m_around.names, m_words);
    for (const Patterns::ProgramRef& ref : programs) {
        const Rule& rule = m_patterns.rules()[ref.rule];
        const Program& program = rule.programs[ref.program];
        for (const Match& match : matcher.run(program, rule.all))
            found.push_back(candidateOf(view, rule, program, match));
    }
    return found;
}

ClaimCandidate PatternFinder::candidateOf(const SentenceView& view, const Rule& rule, const Program& program,
                                     const Match& match) const
{
    ClaimCandidate candidate{
        .rule = &rule, .confidence = m_model == nullptr ? rule.confidence : m_model->ruleConfidence(rule),
                        .qualifiers = rule.qualifiers, .triggers = match.triggers, .range = match.range};
    if (match.subject) candidate.subjects = view.items[*match.subject].members;
    if (match.object) {
        candidate.objects = view.items[*match.object].members;
        if (rule.within) addEnclosing(view.items, *match.object, candidate.objects);
    }
    for (std::size_t c = 0; c < program.captures.size(); ++c) {
        const std::optional<ItemRange>& range = match.captures[c];
        if (!range || range->begin == range->end) continue;
        const Item& first = view.items[range->begin];
        const bool isTime = first.kind == ItemKind::value &&
                            (first.value == ValueKind::date || first.value == ValueKind::duration) &&
                            range->end == range->begin + 1;
        const bool isVerb = first.kind == ItemKind::verb && range->end == range->begin + 1;
        const std::string_view words = isVerb ? textOf(m_around.document.text, first.verb.main)
                                              : textOfItems(m_around.document.text, view.items, *range);
        const std::string text = isTime ? m_around.times[first.time].edtf : std::string(words);
        if (program.captures[c] == "value" && first.kind != ItemKind::value && goesOn(view.items, range->end))
            continue;
        if (program.captures[c] == "value") {
            candidate.values = isTime ? datesFrom(view.items, range->begin) : std::vector{text};
            if (isTime && first.value == ValueKind::date && candidate.values.size() == 1 && candidate.time.empty())
                candidate.time = text; // "died on 3 May" was true on 3 May
        } else if (program.captures[c] == "time")
            candidate.time = text;
        else
            candidate.qualifiers.push_back({program.captures[c], text});
    }
    return candidate;
}

// The date at the item and those that "and" joins to it.
std::vector<std::string> PatternFinder::datesFrom(const std::vector<Item>& items, std::size_t at) const
{
    const auto isDate = [&](std::size_t i) {
        return i < items.size() && items[i].kind == ItemKind::value && items[i].value == ValueKind::date;
    };
    std::vector<std::string> dates = {m_around.times[items[at].time].edtf};
    for (std::size_t i = at + 1; i < items.size(); ++i) {
        if (isDate(i))
            dates.push_back(m_around.times[items[i].time].edtf);
        else if (!(isDate(i + 1) &&
                   (items[i].word == m_words.find(",") ||
                    (items[i].kind == ItemKind::word && m_words.is(items[i].word, WordClass::conjunction)))))
            break;
    }
    return dates;
}

// "in Oslo, Norway": Norway too.
void PatternFinder::addEnclosing(const std::vector<Item>& items, std::size_t place,
                                 std::vector<Member>& members) const
{
    for (std::size_t at = place + 1; at + 1 < items.size() && members.size() < 4; at += 2) {
        const Item& next = items[at + 1];
        if (items[at].kind != ItemKind::punctuation || items[at].word != m_words.find(",") ||
            next.kind != ItemKind::entity || next.possessive || next.members.size() != 1 ||
            m_around.names.entities[next.members.front().entity].type != "place")
            break;
        members.push_back(next.members.front());
    }
}

} // namespace skein
