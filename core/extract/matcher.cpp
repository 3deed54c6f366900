// SPDX-License-Identifier: GPL-3.0-or-later
// Backtracking over the program: cost is bounded by the step limit for each place where a match may begin.
#include "core/extract/matcher.h"

#include <algorithm>

namespace skein {
namespace {

constexpr int stepLimit = 4000;

} // namespace

struct Matcher::State {
    const Program& program;
    bool all = false;
    Match match;
    std::vector<Match> found;
    int steps = 0;
};

Matcher::Matcher(const std::vector<Item>& items, const Subjects& subjects, const NameReading& names,
                 const Vocabulary& words)
    : m_items(items), m_subjects(subjects), m_names(names), m_words(words)
{
}

std::vector<Match> Matcher::run(const Program& program, bool all) const
{
    std::vector<Match> matches;
    for (std::size_t at = 0; at < m_items.size(); ++at) {
        State state{.program = program, .all = all};
        state.match.captures.resize(program.captures.size());
        state.match.range.begin = at;
        if (program.linked) {
            const Instruction& slot = program.code[0];
            if (m_items[at].kind != ItemKind::verb || !verbFits(program.code[1], at)) continue;
            const std::optional<std::size_t> subject = m_subjects.of(at);
            if (!subject || *subject >= at || !slotFits(slot, m_items[*subject])) continue;
            (slot.slot == Slot::object ? state.match.object : state.match.subject) = *subject;
            state.match.triggers.push_back(at);
            state.match.range.begin = *subject;
            step(state, 2, at + 1);
        } else {
            step(state, 0, at);
        }
        std::ranges::move(state.found, std::back_inserter(matches));
    }
    return matches;
}

bool Matcher::isClosed(const Match& match) const
{
    return (!match.object || endsPhrase(*match.object, match.range, true)) &&
           (!match.subject || endsPhrase(*match.subject, match.range, false));
}

// A name that only describes the noun behind it ("bought A shares") takes no part.
bool Matcher::endsPhrase(std::size_t item, const ItemRange& range, bool isObject) const
{
    const std::size_t next = item + 1;
    if (next >= m_items.size() || next < range.end || m_items[item].possessive) return true;
    const Item& follower = m_items[next];
    if (follower.kind == ItemKind::entity)
        return m_items[item].members.front().kind == MentionKind::pronoun ||
               follower.members.front().kind != MentionKind::name;
    if (follower.kind == ItemKind::verb && isObject) // "bought A shares", where "shares" looks like a verb
        return !follower.verb.bare || std::ranges::any_of(follower.verb.readings, [](const VerbReading& r) {
            return (r.forms & ~(baseForm | thirdForm)) != 0;
        });
    return !(follower.kind == ItemKind::word && follower.nounLike && !m_words.is(follower.word, WordClass::adverb) &&
             !m_words.is(follower.word, WordClass::determiner));
}

bool Matcher::slotFits(const Instruction& slot, const Item& item) const
{
    if (item.kind != ItemKind::entity || item.possessive != slot.possessive) return false;
    return slot.types.empty() || std::ranges::any_of(item.members, [&](const Member& member) {
               return std::ranges::find(slot.types, m_names.entities[member.entity].type) != slot.types.end();
           });
}

bool Matcher::verbFits(const Instruction& verb, std::size_t at) const
{
    const VerbGroup& group = m_items[at].verb;
    for (WordId lemma : verb.words) {
        switch (verb.voice) {
        case Voice::active:
            if (group.passive ||
                !group.has(lemma, baseForm | thirdForm | pastForm | ingForm | (group.bare ? 0 : participleForm)))
                continue;
            if (group.bare && at + 1 < m_items.size() && m_items[at + 1].kind == ItemKind::word &&
                m_items[at + 1].word != 0 && m_items[at + 1].word == m_words.find("by") &&
                group.has(lemma, participleForm))
                continue; // "founded by"
            return true;
        case Voice::passive:
            if (group.passive && group.has(lemma, participleForm)) return true;
            break;
        case Voice::participle:
            if ((group.passive || group.bare) && group.has(lemma, participleForm)) return true;
            break;
        case Voice::gerund:
            if (!group.passive && group.has(lemma, ingForm)) return true;
            break;
        case Voice::any:
            if (group.has(lemma, 0xff)) return true;
            break;
        }
    }
    return false;
}

bool Matcher::isTrigger(const Instruction& instruction) const
{
    return instruction.op == Op::verb ||
           (instruction.op == Op::word &&
            std::ranges::none_of(instruction.words, [&](WordId w) { return m_words.hasClass(w); }));
}

bool Matcher::step(State& state, std::size_t pc, std::size_t at) const
{
    while (true) {
        if (++state.steps > stepLimit) return false;
        const Instruction& now = state.program.code[pc];
        switch (now.op) {
        case Op::match: {
            state.match.range.end = at;
            const bool isNew = std::ranges::none_of(state.found, [&](const Match& m) {
                return m.subject == state.match.subject && m.object == state.match.object;
            });
            if (!isNew || !isClosed(state.match)) return false; // another way may do
            state.found.push_back(state.match);
            return !state.all;
        }
        case Op::start:
            if (at != 0) return false;
            ++pc;
            continue;
        case Op::jump:
            pc = now.to;
            continue;
        case Op::split: {
            const Match before = state.match;
            if (step(state, pc + 1, at)) return true;
            state.match = before;
            pc = now.to;
            continue;
        }
        case Op::open:
            state.match.captures[now.capture] = ItemRange{at, at};
            ++pc;
            continue;
        case Op::close:
            state.match.captures[now.capture]->end = at;
            ++pc;
            continue;
        default:
            break;
        }
        if (at >= m_items.size()) return false;
        const Item& item = m_items[at];
        bool fits = false;
        switch (now.op) {
        case Op::word:
            fits = item.word != 0 && std::ranges::find(now.words, item.word) != now.words.end();
            break;
        case Op::verb:
            fits = item.kind == ItemKind::verb && verbFits(now, at);
            break;
        case Op::slot:
            fits = slotFits(now, item);
            if (fits && now.slot == Slot::subject)
                state.match.subject = at;
            else if (fits && now.slot == Slot::object)
                state.match.object = at;
            break;
        case Op::value:
            fits = item.kind == ItemKind::value && item.value == now.value;
            break;
        case Op::nounWord:
            fits = item.nounLike && item.kind != ItemKind::entity && !m_words.is(item.word, WordClass::former);
            break;
        case Op::anyItem:
            fits =
                item.kind != ItemKind::verb && !(item.kind == ItemKind::punctuation && item.word == m_words.find("."));
            break;
        default:
            break;
        }
        if (!fits) return false;
        if (item.kind != ItemKind::punctuation && isTrigger(now)) state.match.triggers.push_back(at);
        ++pc;
        ++at;
    }
}

} // namespace skein
