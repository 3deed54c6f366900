// SPDX-License-Identifier: GPL-3.0-or-later
// Each sentence becomes items; the patterns whose words it holds run over them; what they match becomes claims by one
// shared treatment. A finder that reads grammar trees can feed the same treatment with candidates of its own.
#include "core/extract/claims.h"

#include "core/extract/clauses.h"
#include "core/extract/dating.h"
#include "core/extract/items.h"
#include "core/extract/matcher.h"
#include "core/extract/subjects.h"

#include <algorithm>
#include <tuple>

namespace skein {
namespace {

// What a finder found: the ends, and the items that say so.
struct Candidate {
    const Rule* rule = nullptr;
    std::vector<Member> subjects; // several: the claim holds for each
    std::vector<Member> objects;
    std::vector<std::string> values; // several: one for each subject, in order ("A and B, released in 2023 and 2024")
    std::vector<Qualifier> qualifiers;
    std::string time;                  // from the pattern itself
    std::vector<std::size_t> triggers; // items
    ItemRange range;
};

// A sentence, read.
struct SentenceView {
    const Sentence& sentence;
    std::vector<Item> items;
    Subjects subjects;
    std::vector<Attribution> attributions;

    SentenceView(const Sentence& of, std::vector<Item> made, const Vocabulary& words)
        : sentence(of), items(std::move(made)), subjects(items, words),
          attributions(attributionsOf(items, subjects, words))
    {
    }
    SentenceView(const SentenceView&) = delete;
    SentenceView& operator=(const SentenceView&) = delete;
};

// How sure one is that a reader agrees falls with each thing that had to be worked out.
constexpr double pronounFactor = 0.85;
constexpr double nominalFactor = 0.85;
constexpr double impliedFactor = 0.75;
constexpr double listFactor = 0.97;

constexpr std::size_t maxPaired = 4; // members of a list that are all said to have to do with each other

double factorOf(MentionKind kind)
{
    return kind == MentionKind::pronoun ? pronounFactor : kind == MentionKind::nominal ? nominalFactor : 1.0;
}

class ClaimFinder {
public:
    ClaimFinder(const Surroundings& around, const Ontology& ontology, const Patterns& patterns)
        : m_around(around), m_ontology(ontology), m_patterns(patterns), m_words(patterns.vocabulary()),
          m_maker(m_around), m_speech(patterns.ruleOfFinder("speech")), m_unit(patterns.ruleOfFinder("unit")),
          m_seen(patterns.vocabulary().size(), 0)
    {
    }

    std::vector<Claim> find()
    {
        std::size_t block = 0;
        const std::vector<Block>& blocks = m_around.document.blocks;
        for (const Sentence& sentence : m_around.reading.sentences) {
            while (block < blocks.size() && blocks[block].span.end <= sentence.span.begin)
                ++block;
            const BlockKind kind = block < blocks.size() ? blocks[block].kind : BlockKind::paragraph;
            if (block != m_block) {
                m_openSpeaker.reset();
                m_block = block;
            }
            read(sentence, kind);
        }
        complete();
        return finish();
    }

private:
    std::string_view textOfItems(const std::vector<Item>& items, ItemRange range) const
    {
        return textOf(m_around.document.text, {items[range.begin].span.begin, items[range.end - 1].span.end});
    }

    // Whether the sentence can claim anything: not in code, and in headings and tables only when it is a whole one.
    bool mayClaim(const Sentence& sentence, BlockKind kind) const
    {
        if (kind == BlockKind::code) return false;
        if (kind == BlockKind::paragraph || kind == BlockKind::listItem || kind == BlockKind::quotation) return true;
        std::string_view text = textOf(m_around.document.text, sentence.span);
        for (std::string_view quote : {"\"", "”", "’", "'"}) {
            if (text.ends_with(quote)) text.remove_suffix(quote.size());
        }
        return text.ends_with('.') || text.ends_with('!');
    }

    bool isQuestion(const std::vector<Item>& items) const
    {
        for (std::size_t i = items.size(); i-- > 0 && items[i].kind == ItemKind::punctuation;) {
            if (items[i].word != 0 && items[i].word == m_words.find("?")) return true;
        }
        return false;
    }

    void read(const Sentence& sentence, BlockKind kind)
    {
        SentenceView view(sentence, m_maker.itemsOf(sentence), m_words);
        if (view.items.empty() || !mayClaim(sentence, kind)) return;
        continueSpeech(view);
        speech(view);
        units(view);
        if (!isQuestion(view.items)) {
            for (const Candidate& candidate : matches(view))
                treat(view, candidate);
        }
    }

    // A quotation that goes on in the next sentence has the same speaker.
    void continueSpeech(SentenceView& view)
    {
        const WordId quote = m_words.find("\"\"");
        const auto isQuote = [&](const Item& item) { return item.kind == ItemKind::punctuation && item.word == quote; };
        std::size_t quotes = 0;
        for (const Item& item : view.items)
            quotes += isQuote(item) ? 1 : 0;
        if (m_openSpeaker && view.attributions.empty() && isQuote(view.items.front())) {
            Attribution more;
            more.begin = 1;
            more.end = view.items.size();
            while (more.end > 1 && view.items[more.end - 1].kind == ItemKind::punctuation)
                --more.end;
            more.quoted = true;
            view.attributions.push_back(more);
            m_carried = true;
            return;
        }
        m_carried = false;
        m_openSpeaker.reset();
        for (const Attribution& attribution : view.attributions) {
            if (attribution.quoted && attribution.speaker && view.items[*attribution.speaker].members.size() == 1)
                m_openSpeaker = view.items[*attribution.speaker].members.front();
        }
    }

    std::vector<Candidate> matches(const SentenceView& view)
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
        std::vector<Candidate> found;
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

    Candidate candidateOf(const SentenceView& view, const Rule& rule, const Program& program, const Match& match) const
    {
        Candidate candidate{
            .rule = &rule, .qualifiers = rule.qualifiers, .triggers = match.triggers, .range = match.range};
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
            const std::string text =
                isTime ? m_around.times[first.time].edtf : std::string(textOfItems(view.items, *range));
            if (program.captures[c] == "value" && first.kind != ItemKind::value && goesOn(view.items, range->end))
                continue;
            if (program.captures[c] == "value") {
                candidate.values = isTime ? datesFrom(view.items, range->begin) : std::vector{text};
                if (isTime && first.value == ValueKind::date && candidate.values.size() == 1 && candidate.time.empty())
                    candidate.time = text; // "died on 3 May" was true on 3 May
            }
            else if (program.captures[c] == "time")
                candidate.time = text;
            else
                candidate.qualifiers.push_back({program.captures[c], text});
        }
        return candidate;
    }

    // Whether the noun phrase before the item goes on with it ("a book review"), or it names what the phrase means.
    static bool goesOn(const std::vector<Item>& items, std::size_t at)
    {
        if (at >= items.size()) return false;
        return (items[at].kind == ItemKind::word && items[at].nounLike) ||
               (items[at].kind == ItemKind::entity && items[at].members.front().kind == MentionKind::name);
    }

    // The date at the item and those that "and" joins to it.
    std::vector<std::string> datesFrom(const std::vector<Item>& items, std::size_t at) const
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
    void addEnclosing(const std::vector<Item>& items, std::size_t place, std::vector<Member>& members) const
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

    // One claim for each pair of ends, with what the clause says about all of them.
    void treat(const SentenceView& view, const Candidate& candidate)
    {
        if (candidate.objects.empty() && candidate.values.empty() && !candidate.rule->pairs) return;
        Claim claim;
        claim.relation = candidate.rule->relation;
        claim.label = candidate.rule->label;
        claim.rule = candidate.rule->id;
        claim.confidence = candidate.rule->confidence;
        claim.qualifiers = candidate.qualifiers;
        claim.quote = view.sentence.span;
        claim.time = candidate.time;
        for (std::size_t trigger : candidate.triggers)
            claim.triggers.push_back(view.items[trigger].kind == ItemKind::verb ? view.items[trigger].verb.main
                                                                                : view.items[trigger].span);
        mood(view, candidate, claim);
        attribute(view, candidate, claim);
        if (claim.time.empty()) {
            const auto date = dateOf(view.items, m_words, candidate.range,
                                     candidate.triggers.empty() ? candidate.range.begin : candidate.triggers.front());
            if (date) claim.time = m_around.times[view.items[date->item].time].edtf;
            if (date && date->isMoment) claim.time = momentOf(claim.time);
        }
        if (candidate.rule->implied) {
            m_pending.emplace_back(claim, candidate.objects);
            return;
        }
        if (candidate.subjects.size() > 1 || candidate.objects.size() > 1) // where the list ends was worked out
            claim.confidence *= listFactor;
        if (candidate.rule->pairs) {
            if (candidate.subjects.size() > maxPaired) return;
            for (std::size_t i = 0; i < candidate.subjects.size(); ++i) {
                for (std::size_t j = i + 1; j < candidate.subjects.size(); ++j)
                    add(claim, candidate.subjects[i], &candidate.subjects[j], {});
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
                add(claim, subject, nullptr, value);
            }
            for (const Member& object : candidate.objects)
                add(claim, subject, &object, {});
        }
    }

    // Polarity and modality, from the verbs that matched and the clause around them.
    void mood(const SentenceView& view, const Candidate& candidate, Claim& claim) const
    {
        for (std::size_t trigger : candidate.triggers) {
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
        if (candidate.rule->modality) claim.modality = std::max(claim.modality, *candidate.rule->modality);
    }

    void attribute(const SentenceView& view, const Candidate& candidate, Claim& claim) const
    {
        for (const Attribution& attribution : view.attributions) {
            const bool inside =
                std::ranges::all_of(candidate.triggers,
                                    [&](std::size_t t) { return attribution.begin <= t && t < attribution.end; }) &&
                (!candidate.triggers.empty() ||
                 (attribution.begin <= candidate.range.begin && candidate.range.end <= attribution.end));
            // What the speaker does in the same breath is not part of what is said.
            if (!inside || (candidate.range.begin < attribution.begin && !candidate.rule->implied)) continue;
            if (attribution.speaker && view.items[*attribution.speaker].members.size() == 1)
                claim.speaker = view.items[*attribution.speaker].members.front().entity;
            else if (m_carried && m_openSpeaker && !attribution.verb && !attribution.speaker)
                claim.speaker = m_openSpeaker->entity;
            if (claim.modality == Modality::fact) claim.modality = Modality::reported;
            if (attribution.denied) claim.polarity = Polarity::denied;
        }
    }

    // "Ann said that A …": Ann spoke of A.
    void speech(const SentenceView& view)
    {
        if (m_speech == nullptr) return;
        for (const Attribution& attribution : view.attributions) {
            const bool isCarried = m_carried && !attribution.verb && !attribution.speaker;
            if ((!attribution.verb && !isCarried) || attribution.denied || attribution.end <= attribution.begin)
                continue;
            if (!isCarried && !attribution.speaker) continue;
            const std::vector<Member> speakers =
                isCarried ? std::vector{*m_openSpeaker} : view.items[*attribution.speaker].members;
            if (attribution.verb && view.items[*attribution.verb].verb.modality != Modality::fact) continue;
            Claim claim;
            claim.relation = m_speech->relation;
            claim.label = m_speech->label;
            claim.rule = m_speech->id;
            claim.confidence = m_speech->confidence;
            claim.quote = view.sentence.span;
            if (attribution.verb) claim.triggers.push_back(view.items[*attribution.verb].verb.main);
            const ItemRange statement{attribution.begin, attribution.end};
            if (attribution.verb) { // "announced on 6 April that …"
                for (std::size_t i = *attribution.verb + 1; i < statement.begin && claim.time.empty(); ++i) {
                    if (view.items[i].kind == ItemKind::value && view.items[i].value == ValueKind::date)
                        claim.time = m_around.times[view.items[i].time].edtf;
                }
            }
            std::string said(textOfItems(view.items, statement));
            while (said.ends_with(',') || said.ends_with('"'))
                said.pop_back();
            const Member* topic = topicOf(view.items, statement, speakers);
            if (topic != nullptr) claim.qualifiers.push_back({"statement", said});
            for (const Member& speaker : speakers)
                add(claim, speaker, topic, topic == nullptr ? said : std::string());
        }
    }

    // "Acme Labs" is a part of Acme, where the document names both. Said where the name first stands.
    void units(const SentenceView& view)
    {
        if (m_unit == nullptr) return;
        const std::vector<Entity>& entities = m_around.names.entities;
        for (const Item& item : view.items) {
            for (const Member& member : item.members) {
                const std::string& name = entities[member.entity].name;
                const std::string_view written = textOf(m_around.document.text, member.span);
                if (member.kind != MentionKind::name || entities[member.entity].type != "organization" ||
                    written != name || std::ranges::find(m_units, member.entity) != m_units.end() || !endsInUnit(name))
                    continue;
                for (std::size_t whole = 0; whole < entities.size(); ++whole) {
                    const std::string& first = entities[whole].name;
                    if (entities[whole].type != "organization" || name.size() <= first.size() + 1 ||
                        !name.starts_with(first) || name[first.size()] != ' ' ||
                        !isCapitalised(std::string_view(name).substr(first.size())))
                        continue;
                    Claim claim;
                    claim.relation = m_unit->relation;
                    claim.label = m_unit->label;
                    claim.rule = m_unit->id;
                    claim.confidence = m_unit->confidence;
                    claim.quote = view.sentence.span;
                    claim.triggers = {member.span};
                    const Member owner{whole, MentionKind::name, member.span};
                    m_units.push_back(member.entity);
                    add(claim, member, &owner, {});
                    break;
                }
            }
        }
    }

    // "Acme Health Labs", but not "Acme Institute for Labs", which is a name of its own.
    static bool isCapitalised(std::string_view words)
    {
        for (std::size_t i = 0; i + 1 < words.size(); ++i) {
            if (words[i] == ' ' && words[i + 1] >= 'a' && words[i + 1] <= 'z') return false;
        }
        return true;
    }

    bool endsInUnit(std::string_view name) const
    {
        std::string last(name.substr(name.rfind(' ') + 1));
        std::ranges::transform(last, last.begin(),
                               [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
        const WordId word = m_words.find(last);
        return name.contains(' ') && word != 0 && m_words.is(word, WordClass::unit);
    }

    // What a statement is about: the first name in it, rather one that stands for itself than an owner's ("A's").
    static const Member* topicOf(const std::vector<Item>& items, ItemRange statement,
                                 const std::vector<Member>& speakers)
    {
        const Member* owner = nullptr;
        for (std::size_t i = statement.begin; i < statement.end; ++i) {
            for (const Member& member : items[i].members) {
                const bool isSpeaker =
                    std::ranges::any_of(speakers, [&](const Member& s) { return s.entity == member.entity; });
                if (isSpeaker || member.kind != MentionKind::name) continue;
                if (!items[i].possessive) return &member;
                owner = owner == nullptr ? &member : owner;
            }
        }
        return owner;
    }

    void add(Claim claim, const Member& subject, const Member* object, std::string value)
    {
        const std::vector<Entity>& entities = m_around.names.entities;
        if (object != nullptr && object->entity == subject.entity) return;
        if (!m_ontology.admits(claim.relation, entities[subject.entity].type,
                               object == nullptr ? "" : entities[object->entity].type))
            return;
        claim.subject = subject.entity;
        claim.value = std::move(value);
        claim.confidence *= factorOf(subject.kind);
        if (object != nullptr) {
            claim.object = object->entity;
            claim.confidence *= factorOf(object->kind);
            const Relation* relation = m_ontology.relation(claim.relation);
            if (relation->symmetric && *claim.object < claim.subject) std::swap(*claim.object, claim.subject);
        }
        if (claim.speaker && *claim.speaker == claim.subject && claim.relation == "said") claim.speaker.reset();
        m_claims.push_back(std::move(claim));
    }

    // "the $5 million investment in B": the investor is who else is said to own or fund B, when that is one.
    void complete()
    {
        for (const auto& [claim, objects] : m_pending) {
            for (const Member& object : objects) {
                std::vector<std::size_t> subjects;
                for (const Claim& other : m_claims) {
                    const bool owns =
                        other.relation == "owns" || other.relation == "invested_in" || other.relation == "acquired";
                    if (owns && other.object == object.entity && other.polarity == Polarity::asserted &&
                        std::ranges::find(subjects, other.subject) == subjects.end())
                        subjects.push_back(other.subject);
                }
                if (subjects.size() != 1) continue;
                Claim whole = claim;
                whole.confidence *= impliedFactor;
                m_completed.emplace_back(std::move(whole), Member{subjects.front(), MentionKind::name, {}}, object);
            }
        }
        for (const auto& [claim, subject, object] : m_completed)
            add(claim, subject, &object, {});
    }

    // In a fixed order, each thing said once in a quote: the surest claim, with what the others add.
    std::vector<Claim> finish()
    {
        const auto key = [](const Claim& c) {
            return std::tuple(c.quote.begin, c.quote.end, std::string_view(c.relation), c.subject, c.object,
                              std::string_view(c.value), c.polarity);
        };
        std::ranges::stable_sort(m_claims, [&](const Claim& a, const Claim& b) {
            if (key(a) != key(b)) return key(a) < key(b);
            return a.confidence != b.confidence ? a.confidence > b.confidence : a.rule < b.rule;
        });
        std::vector<Claim> once;
        for (Claim& claim : m_claims) {
            std::ranges::sort(claim.triggers);
            if (once.empty() || key(once.back()) != key(claim)) {
                once.push_back(std::move(claim));
                continue;
            }
            Claim& kept = once.back();
            for (Qualifier& qualifier : claim.qualifiers) {
                if (std::ranges::find(kept.qualifiers, qualifier.name, &Qualifier::name) == kept.qualifiers.end())
                    kept.qualifiers.push_back(std::move(qualifier));
            }
            if (kept.time.empty()) kept.time = claim.time;
        }
        dropWeaker(once);
        return once;
    }

    // Who is said to lead a firm is not said once more to work there.
    static void dropWeaker(std::vector<Claim>& claims)
    {
        static constexpr std::pair<std::string_view, std::string_view> stronger[] = {
            {"works_at", "ceo_of"},       {"works_at", "leads"}, {"leads", "ceo_of"},    {"member_of", "works_at"},
            {"part_of", "subsidiary_of"}, {"owns", "acquired"},  {"invested_in", "owns"}};
        const std::vector<Claim> all = claims;
        std::erase_if(claims, [&](const Claim& weak) {
            return std::ranges::any_of(all, [&](const Claim& strong) {
                return strong.quote == weak.quote && strong.subject == weak.subject && strong.object == weak.object &&
                       strong.polarity == weak.polarity &&
                       std::ranges::find(stronger, std::pair<std::string_view, std::string_view>(
                                                       weak.relation, strong.relation)) != std::end(stronger);
            });
        });
    }

    const Surroundings& m_around;
    const Ontology& m_ontology;
    const Patterns& m_patterns;
    const Vocabulary& m_words;
    ItemMaker m_maker;
    const Rule* m_speech;
    const Rule* m_unit;
    std::vector<std::uint32_t> m_seen; // by word: the last sentence that held it
    std::uint32_t m_stamp = 0;
    std::size_t m_block = static_cast<std::size_t>(-1);
    std::optional<Member> m_openSpeaker;
    bool m_carried = false;
    std::vector<Claim> m_claims;
    std::vector<std::size_t> m_units; // entities that are known as units
    std::vector<std::pair<Claim, std::vector<Member>>> m_pending;
    std::vector<std::tuple<Claim, Member, Member>> m_completed;
};

} // namespace

std::vector<Claim> findClaims(const Document& document, const Reading& reading, const NameReading& names,
                              const std::vector<TimeExpression>& times, const Ontology& ontology,
                              const Patterns& patterns)
{
    const bool tagged =
        std::ranges::any_of(reading.tokens, [](const Token& token) { return token.upos == Upos::verb; });
    const std::vector<TimeExpression> dates = clauseTimes(document, times);
    const Surroundings around{document, reading, names, dates, patterns.vocabulary(), tagged};
    return ClaimFinder(around, ontology, patterns).find();
}

} // namespace skein
