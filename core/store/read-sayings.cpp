// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/read.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace skein::store {
namespace {

constexpr std::size_t maxDocuments = 100;
constexpr std::size_t maxSayings = 40;

struct Candidate {
    std::uint32_t ordinal = 0;
    Saying saying; // with spans in the document's text
    double rank = 0;

    bool touches(Span span) const
    {
        return saying.subject.overlaps(span) || saying.predicate.overlaps(span) ||
               std::ranges::any_of(saying.objects, [&](Span object) { return object.overlaps(span); });
    }
};

// Reads the propositions of one document after another.
class SayingReader {
public:
    static Result<SayingReader> prepare(const Database& database, EntityId entity)
    {
        auto propositions =
            database.prepare("SELECT ordinal, subject_begin, subject_end, predicate_begin, predicate_end, confidence "
                             "FROM propositions WHERE document = ? ORDER BY ordinal");
        if (!propositions) return std::unexpected(propositions.error());
        auto objects = database.prepare("SELECT proposition, span_begin, span_end FROM proposition_objects "
                                        "WHERE document = ? ORDER BY proposition, ordinal");
        if (!objects) return std::unexpected(objects.error());
        auto mentions = database.prepare("SELECT m.span_begin, m.span_end, m.kind = 'name' FROM links AS k "
                                         "JOIN mentions AS m ON m.document = k.document AND m.entity = k.ordinal "
                                         "WHERE k.document = ? AND k.entity = ? ORDER BY m.span_begin, m.span_end");
        if (!mentions) return std::unexpected(mentions.error());
        auto triggers = database.prepare(
            "SELECT t.span_begin, t.span_end FROM claims AS c JOIN claim_links AS l ON l.claim = c.id "
            "JOIN claim_triggers AS t ON t.claim = c.id WHERE c.document = ?1 AND (l.subject = ?2 OR l.object = ?2) "
            "ORDER BY t.span_begin, t.span_end");
        if (!triggers) return std::unexpected(triggers.error());
        auto sentence = database.prepare("SELECT span_begin, span_end FROM sentences "
                                         "WHERE document = ? AND span_begin <= ? ORDER BY span_begin DESC LIMIT 1");
        if (!sentence) return std::unexpected(sentence.error());
        auto text = database.prepare("SELECT text FROM documents WHERE id = ?");
        if (!text) return std::unexpected(text.error());
        return SayingReader{entity,
                            std::move(*propositions),
                            std::move(*objects),
                            std::move(*mentions),
                            std::move(*triggers),
                            std::move(*sentence),
                            std::move(*text)};
    }

    Result<std::vector<Candidate>> read(const Saying& source)
    {
        auto candidates = propositionsOf(source);
        if (!candidates) return candidates;
        std::vector<std::pair<Span, bool>> mentions;
        SKEIN_TRY(m_mentions.with(source.document, m_entity).each([&](const Statement& row) {
            mentions.emplace_back(row.span(0), row.boolean(2));
        }));
        std::vector<Span> triggers;
        SKEIN_TRY(m_triggers.with(source.document, m_entity).each([&](const Statement& row) {
            triggers.push_back(row.span(0));
        }));
        std::erase_if(*candidates, [&](Candidate& candidate) {
            return !rank(candidate, mentions) || std::ranges::any_of(triggers, [&](Span trigger) {
                return candidate.touches(trigger);
            });
        });
        return candidates;
    }

    // Puts the words of their sentences into the candidates of one document.
    Result<void> quote(std::vector<Candidate>& candidates)
    {
        if (candidates.empty()) return {};
        const auto document = candidates.front().saying.document;
        std::string whole;
        SKEIN_TRY(m_text.with(document).each([&](const Statement& row) { whole = row.string(0); }));
        for (auto& [ordinal, saying, weight] : candidates) {
            SKEIN_TRY(m_sentence.with(document, saying.predicate.begin).each([&](const Statement& row) {
                saying.sentence = row.span(0);
            }));
            const auto isInside = [&](Span span) { return saying.sentence.contains(span); };
            if (saying.sentence.end > whole.size() || !isInside(saying.subject) || !isInside(saying.predicate) ||
                !std::ranges::all_of(saying.objects, isInside))
                return fail(Errc::corrupt, "a proposition is not in a sentence of " + toString(document));
            saying.text = textOf(whole, saying.sentence);
            const auto relative = [&](Span& span) {
                span.begin -= saying.sentence.begin;
                span.end -= saying.sentence.begin;
            };
            relative(saying.subject);
            relative(saying.predicate);
            std::ranges::for_each(saying.objects, relative);
        }
        return {};
    }

private:
    SayingReader(EntityId entity, Statement propositions, Statement objects, Statement mentions, Statement triggers,
                 Statement sentence, Statement text)
        : m_entity(entity), m_propositions(std::move(propositions)), m_objects(std::move(objects)),
          m_mentions(std::move(mentions)), m_triggers(std::move(triggers)), m_sentence(std::move(sentence)),
          m_text(std::move(text))
    {
    }

    Result<std::vector<Candidate>> propositionsOf(const Saying& source)
    {
        std::vector<Candidate> candidates;
        SKEIN_TRY(m_propositions.with(source.document).each([&](const Statement& row) {
            Candidate candidate{row.count(0), source, 0};
            candidate.saying.subject = row.span(1);
            candidate.saying.predicate = row.span(3);
            candidate.saying.confidence = row.real(5);
            candidates.push_back(std::move(candidate));
        }));
        auto at = candidates.begin();
        SKEIN_TRY(m_objects.with(source.document).each([&](const Statement& row) {
            at = std::find_if(at, candidates.end(), [&](const Candidate& c) { return c.ordinal >= row.count(0); });
            if (at != candidates.end() && at->ordinal == row.count(0)) at->saying.objects.push_back(row.span(1));
        }));
        return candidates;
    }

    // False when the entity is not in it. What is said of it counts more than where it also occurs, its name more than "it".
    static bool rank(Candidate& candidate, const std::vector<std::pair<Span, bool>>& mentions)
    {
        const auto& saying = candidate.saying;
        double best = 0;
        for (const auto& [span, isName] : mentions) {
            const auto holds = [&span = span](Span part) { return part.contains(span); };
            const bool isSubject = holds(saying.subject);
            if (!isSubject && std::ranges::none_of(saying.objects, holds)) continue;
            best = std::max(best, 1.0 + (isSubject ? 0.3 : 0) + (isName ? 0.2 : 0));
        }
        candidate.rank = best + saying.confidence;
        return best > 0;
    }

    EntityId m_entity;
    Statement m_propositions;
    Statement m_objects;
    Statement m_mentions;
    Statement m_triggers;
    Statement m_sentence;
    Statement m_text;
};

} // namespace

Result<std::vector<Saying>> readSayings(const Database& database, EntityId entity)
{
    auto select = database.prepare(
        "SELECT d.id, d.title, d.published FROM links AS k "
        "JOIN mentions AS m ON m.document = k.document AND m.entity = k.ordinal "
        "JOIN documents AS d ON d.id = k.document WHERE k.entity = ? GROUP BY d.id ORDER BY count(*) DESC, d.id LIMIT ?");
    if (!select) return std::unexpected(select.error());
    std::vector<Saying> sources;
    SKEIN_TRY(select->with(entity, maxDocuments).each([&](const Statement& row) {
        sources.push_back({row.id<DocumentId>(0), row.string(1), row.string(2), {}, {}, {}, {}, {}, 0});
    }));
    auto reader = SayingReader::prepare(database, entity);
    if (!reader) return std::unexpected(reader.error());

    std::vector<Candidate> best;
    for (const auto& source : sources) {
        auto candidates = reader->read(source);
        if (!candidates) return std::unexpected(candidates.error());
        std::ranges::stable_sort(*candidates, std::ranges::greater{}, &Candidate::rank);
        if (candidates->size() > maxSayings) candidates->resize(maxSayings);
        SKEIN_TRY(reader->quote(*candidates));
        std::ranges::move(*candidates, std::back_inserter(best));
    }
    std::ranges::sort(best, [](const Candidate& a, const Candidate& b) {
        const auto key = [](const Candidate& c) {
            const auto& saying = c.saying;
            return std::tuple(-c.rank, saying.documentPublished.empty(), std::string_view(saying.documentPublished),
                              saying.document, c.ordinal);
        };
        return key(a) < key(b);
    });
    std::vector<Saying> sayings;
    std::set<std::string> seen; // the same words in two sources are said once
    for (auto& candidate : best) {
        if (sayings.size() == maxSayings) break;
        auto& saying = candidate.saying;
        std::string words(textOf(saying.text, saying.subject));
        words += '\n';
        words += textOf(saying.text, saying.predicate);
        for (const Span object : saying.objects) {
            words += '\n';
            words += textOf(saying.text, object);
        }
        if (seen.insert(std::move(words)).second) sayings.push_back(std::move(saying));
    }
    return sayings;
}

} // namespace skein::store
