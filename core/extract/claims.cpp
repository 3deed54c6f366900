// SPDX-License-Identifier: GPL-3.0-or-later
// Each sentence becomes items; the patterns whose words it holds run over them; what they match becomes claims by one
// shared treatment. A finder that reads grammar trees can feed the same treatment with candidates of its own.
#include "core/extract/claims.h"

#include "core/extract/dating.h"
#include "core/extract/learned-finder.h"
#include "core/extract/pattern-finder.h"
#include "core/extract/speakers.h"
#include "core/extract/treatment.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace skein {
namespace {

constexpr double impliedFactor = 0.75; // where the subject had to be worked out

class ClaimFinder {
public:
    ClaimFinder(const Surroundings& around, const ClaimRules& rules, const PairSink& sink)
        : m_around(around), m_words(rules.patterns.vocabulary()), m_maker(m_around), m_trees(around.reading),
          m_patterns(around, rules.patterns, rules.model), m_learned(around, m_trees, rules.ontology, rules.lexicons, rules.model, sink),
          m_treatment(around, rules.ontology), m_speakers(around), m_speech(rules.patterns.ruleOfFinder("speech")),
          m_unit(rules.patterns.ruleOfFinder("unit"))
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
                m_label = block < blocks.size() ? m_speakers.enter(blocks[block]) : std::nullopt;
                m_before.reset();
                m_block = block;
            }
            const bool opensBlock = block < blocks.size() && blocks[block].span.begin >= sentence.span.begin;
            read(sentence, kind, opensBlock);
        }
        complete();
        return finish();
    }

private:
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

    void read(const Sentence& sentence, BlockKind kind, bool opensBlock)
    {
        std::vector<Item> items = m_maker.itemsOf(sentence);
        if (opensBlock) takeLabel(items);
        const SentenceView first(sentence, std::move(items), m_words);
        const std::optional<Span> before = std::exchange(m_before, sentence.span);
        if (first.items.empty() || !mayClaim(sentence, kind)) return;
        m_treatment.setBefore(before);
        if (const auto speaker = speakerOf(first)) {
            std::vector<Item> again = m_maker.itemsOf(sentence, *speaker);
            if (opensBlock) takeLabel(again);
            SentenceView view(sentence, std::move(again), m_words);
            claim(view);
        } else {
            SentenceView view(sentence, first.items, m_words);
            claim(view);
        }
    }

    void claim(SentenceView& view)
    {
        continueSpeech(view);
        speech(view);
        units(view);
        if (isQuestion(view.items)) return;
        if (m_label && view.attributions.empty()) {
            Attribution more;
            more.end = view.items.size();
            view.attributions.push_back(more);
        }
        m_treatment.setSpeaker(m_carried ? m_openSpeaker : m_label);
        std::vector<Claim>& claims = m_treatment.claims();
        const std::size_t first = claims.size();
        for (const ClaimCandidate& candidate : m_patterns.find(view)) {
            m_treatment.treat(view, candidate);
            m_speakers.note(view, candidate);
        }
        for (const ClaimCandidate& candidate : m_learned.find(view, std::span(claims).subspan(first))) {
            m_treatment.treat(view, candidate);
            m_speakers.note(view, candidate);
        }
    }

    // Who says "I" and "we" in the sentence, and where; absent where nobody that is known does.
    std::optional<FirstPerson> speakerOf(const SentenceView& view)
    {
        const auto isFirstPerson = [&](const Item& item) {
            static constexpr std::string_view words[] = {"i", "me", "my", "we", "us", "our"};
            return item.kind == ItemKind::word && item.word != 0 &&
                   std::ranges::any_of(words, [&](std::string_view word) { return item.word == m_words.find(word); });
        };
        if (std::ranges::none_of(view.items, isFirstPerson)) return std::nullopt;
        for (const Attribution& attribution : view.attributions) {
            if (!attribution.quoted || !attribution.speaker || view.items[*attribution.speaker].members.size() != 1 ||
                attribution.end <= attribution.begin)
                continue;
            for (const ClaimCandidate& candidate : m_patterns.find(view)) // "…," said Ann, chief executive of Norvik.
                m_speakers.note(view, candidate);
            return m_speakers.of(view.items[*attribution.speaker].members.front(),
                                 {view.items[attribution.begin].span.begin, view.items[attribution.end - 1].span.end});
        }
        if (!m_label || !view.attributions.empty()) return std::nullopt;
        return m_speakers.of(*m_label, view.sentence.span);
    }

    // "ANN BRANDT: We bought A": who speaks in the paragraph stands before a colon, and is not part of what is said.
    void takeLabel(std::vector<Item>& items) const
    {
        if (items.size() < 3 || !m_label || items[0].kind != ItemKind::entity || items[0].span != m_label->span ||
            items[1].kind != ItemKind::punctuation || items[1].word != m_words.find(":"))
            return;
        items.erase(items.begin(), items.begin() + 2);
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
            std::string said(textOfItems(m_around.document.text, view.items, statement));
            while (said.ends_with(',') || said.ends_with('"'))
                said.pop_back();
            const Member* topic = topicOf(view.items, statement, speakers);
            if (topic != nullptr) claim.qualifiers.push_back({"statement", said});
            for (const Member& speaker : speakers)
                m_treatment.add(claim, speaker, topic, topic == nullptr ? said : std::string());
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
                    m_treatment.add(claim, member, &owner, {});
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

    // "the $5 million investment in B": the investor is who else is said to own or fund B, when that is one.
    void complete()
    {
        for (const auto& [claim, objects] : m_treatment.pending()) {
            for (const Member& object : objects) {
                std::vector<std::size_t> subjects;
                for (const Claim& other : m_treatment.claims()) {
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
            m_treatment.add(claim, subject, &object, {});
    }

    // In a fixed order, each thing said once in a quote: the surest claim, with what the others add.
    std::vector<Claim> finish()
    {
        const auto key = [](const Claim& c) {
            return std::tuple(c.quote.begin, c.quote.end, std::string_view(c.relation), c.subject, c.object,
                              std::string_view(c.value), c.polarity);
        };
        std::vector<Claim>& claims = m_treatment.claims();
        std::ranges::stable_sort(claims, [&](const Claim& a, const Claim& b) {
            if (key(a) != key(b)) return key(a) < key(b);
            return a.confidence != b.confidence ? a.confidence > b.confidence : a.rule < b.rule;
        });
        std::vector<Claim> once;
        for (Claim& claim : claims) {
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
        dropImplied(once);
        dropRivals(once);
        return once;
    }

    // What a firm is said to release or to have developed is not said once more to be its product, where nothing but the
    // model says so.
    static void dropImplied(std::vector<Claim>& claims)
    {
        const std::vector<Claim> all = claims;
        std::erase_if(claims, [&](const Claim& weak) {
            return weak.rule == "learned-product_of" && std::ranges::any_of(all, [&](const Claim& strong) {
                       const bool sameWay = strong.relation == "developed_by" && strong.subject == weak.subject && strong.object == weak.object;
                       const bool otherWay = strong.relation == "released" && strong.object == weak.subject && strong.subject == weak.object;
                       return strong.quote == weak.quote && (sameWay || otherWay);
                   });
        });
    }

    // Who studied somewhere is not said to have worked there too, nor the other way round, where the model alone says both.
    static void dropRivals(std::vector<Claim>& claims)
    {
        const std::vector<Claim> all = claims;
        const auto isRival = [](const Claim& a, const Claim& b) {
            return (a.rule == "learned-works_at" && b.rule == "learned-educated_at") || (a.rule == "learned-educated_at" && b.rule == "learned-works_at");
        };
        std::erase_if(claims, [&](const Claim& weak) {
            return std::ranges::any_of(all, [&](const Claim& strong) {
                return isRival(weak, strong) && strong.quote == weak.quote && strong.subject == weak.subject && strong.object == weak.object &&
                       strong.confidence > weak.confidence;
            });
        });
    }

    // Who is said to lead a firm is not said once more to work there.
    static void dropWeaker(std::vector<Claim>& claims)
    {
        static constexpr std::pair<std::string_view, std::string_view> stronger[] = {
            {"works_at", "ceo_of"},       {"works_at", "leads"}, {"leads", "ceo_of"},    {"member_of", "works_at"},
            {"part_of", "subsidiary_of"}, {"partners_with", "member_of"}, {"owns", "acquired"},  {"invested_in", "owns"}};
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
    const Vocabulary& m_words;
    ItemMaker m_maker;
    Trees m_trees;
    PatternFinder m_patterns;
    LearnedFinder m_learned;
    Treatment m_treatment;
    Speakers m_speakers;
    const Rule* m_speech;
    const Rule* m_unit;
    std::size_t m_block = static_cast<std::size_t>(-1);
    std::optional<Member> m_openSpeaker;
    std::optional<Member> m_label; // who speaks in the block, as in a transcript
    std::optional<Span> m_before;  // the sentence before, in the same block
    bool m_carried = false;
    std::vector<std::size_t> m_units; // entities that are known as units
    std::vector<std::tuple<Claim, Member, Member>> m_completed;
};

std::vector<Claim> run(const Document& document, const Reading& reading, const NameReading& names,
                       const std::vector<TimeExpression>& times, const ClaimRules& rules, const PairSink& sink)
{
    const bool tagged =
        std::ranges::any_of(reading.tokens, [](const Token& token) { return token.upos == Upos::verb; });
    const std::vector<TimeExpression> dates = clauseTimes(document, times);
    const Surroundings around{document, reading, names, dates, rules.patterns.vocabulary(), tagged};
    std::vector<Claim> claims = ClaimFinder(around, rules, sink).find();
    for (Claim& claim : claims)
        if (!isPlaced(claim.time)) claim.time.clear();
    return claims;
}

} // namespace

std::vector<Claim> findClaims(const Document& document, const Reading& reading, const NameReading& names,
                              const std::vector<TimeExpression>& times, const ClaimRules& rules)
{
    return run(document, reading, names, times, rules, {});
}

std::vector<Claim> seePairs(const Document& document, const Reading& reading, const NameReading& names,
                            const std::vector<TimeExpression>& times, const ClaimRules& rules, const PairSink& sink)
{
    return run(document, reading, names, times, rules, sink);
}

} // namespace skein
