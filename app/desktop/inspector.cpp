// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/inspector.h"

#include "app/desktop/convert.h"
#include "app/desktop/dates.h"
#include "app/desktop/explore/exploration.h"
#include "app/desktop/text-marks.h"

#include <algorithm>

namespace {

constexpr std::size_t page = 60; // rows of a list that may be very long

using skein::Quote;

constexpr std::size_t shownMembers = 60;
constexpr std::uint32_t shownQuotes = 120; // behind the edge of a folded node

QString qualifierText(const Quote& quote)
{
    QStringList parts;
    for (const auto& qualifier : quote.qualifiers)
        parts.append(qstring(qualifier.name) + QStringLiteral(": ") + qstring(qualifier.value));
    return parts.join(QStringLiteral(" · "));
}

QString sureness(double confidence)
{
    return QStringLiteral("%1 %").arg(qRound(confidence * 100));
}

// Of a quote, or of what is one with something more.
template <typename Row>
std::vector<typename RowModel<Row>::Role> quoteRoles(const Session& session)
{
    return {
        {"claim", [](const Row& q) { return idText(q.claim); }},
        {"quote", [](const Row& q) { return qstring(q.text); }},
        {"runs", [](const Row& q) { return QVariant::fromValue(litRuns(q.text, q.triggers)); }},
        {"label", [](const Row& q) { return qstring(q.label); }},
        {"subjectName", [&session](const Row& q) { return session.nameOf(idText(q.subject)); }},
        {"targetName", [&session](const Row& q) {
             return q.object ? session.nameOf(idText(*q.object)) : qstring(q.value);
         }},
        {"documentId", [](const Row& q) { return idText(q.document); }},
        {"begin", [](const Row& q) { return int(q.span.begin); }},
        {"end", [](const Row& q) { return int(q.span.end); }},
        {"sourceTitle", [](const Row& q) { return qstring(q.documentTitle); }},
        {"sourceDate", [](const Row& q) { return edtfText(qstring(q.documentPublished)); }},
        {"speaker", [](const Row& q) { return qstring(q.speakerName); }},
        {"time", [](const Row& q) { return edtfText(qstring(q.time)); }},
        {"qualifiers", [](const Row& q) { return qualifierText(q); }},
        {"isDenied", [](const Row& q) { return q.polarity == skein::Polarity::denied; }},
        {"isPlanned", [](const Row& q) { return q.modality == skein::Modality::planned; }},
        {"isPossible", [](const Row& q) { return q.modality == skein::Modality::possible; }},
        {"isAccepted", [](const Row& q) {
             return q.status == skein::ClaimStatus::accepted || q.status == skein::ClaimStatus::human;
         }},
        {"confidence", [](const Row& q) { return sureness(q.confidence); }},
        {"why", [&session](const Row& q) { return session.whyRule(q.rule); }},
        {"rule", [](const Row& q) { return qstring(q.rule); }},
    };
}

using NeighbourRow = Inspector::NeighbourRow;
using PlaceRow = Inspector::PlaceRow;

std::vector<RowModel<NeighbourRow>::Role> neighbourRoles()
{
    return {
        {"isFirst", [](const NeighbourRow& n) { return n.isFirst; }},
        {"entity", [](const NeighbourRow& n) { return idText(n.id); }},
        {"name", [](const NeighbourRow& n) { return qstring(n.name); }},
        {"type", [](const NeighbourRow& n) { return qstring(n.type); }},
        {"relation", [](const NeighbourRow& n) { return qstring(n.relation); }},
        {"label", [](const NeighbourRow& n) { return qstring(n.label); }},
        {"claims", [](const NeighbourRow& n) { return int(n.claims); }},
    };
}

std::vector<RowModel<PlaceRow>::Role> placeRoles()
{
    return {
        {"isFirst", [](const PlaceRow& p) { return p.isFirst; }},
        {"documentId", [](const PlaceRow& p) { return idText(p.document); }},
        {"sourceTitle", [](const PlaceRow& p) { return qstring(p.documentTitle); }},
        {"date", [](const PlaceRow& p) {
             const auto date = edtfText(qstring(p.published));
             return date.isEmpty() ? QObject::tr("undated") : date;
         }},
        {"sentence", [](const PlaceRow& p) { return qstring(p.sentenceText); }},
        {"runs", [](const PlaceRow& p) {
             return QVariant::fromValue(litRuns(
                 p.sentenceText, {skein::Span{p.span.begin - p.sentence.begin, p.span.end - p.sentence.begin}}));
         }},
        {"begin", [](const PlaceRow& p) { return int(p.span.begin); }},
        {"end", [](const PlaceRow& p) { return int(p.span.end); }},
    };
}

// Subject, predicate, objects as they stand in the source, one after another.
struct Reading {
    std::string words;
    skein::Span predicate; // in the words
};

Reading readingOf(const skein::Saying& saying)
{
    Reading reading;
    reading.words = textOf(saying.text, saying.subject);
    reading.words += ' ';
    reading.predicate.begin = std::uint32_t(reading.words.size());
    reading.words += textOf(saying.text, saying.predicate);
    reading.predicate.end = std::uint32_t(reading.words.size());
    for (const auto object : saying.objects) {
        reading.words += object == saying.objects.front() ? " " : " · ";
        reading.words += textOf(saying.text, object);
    }
    std::ranges::replace(reading.words, '\n', ' ');
    return reading;
}

std::vector<RowModel<skein::Saying>::Role> sayingRoles()
{
    using skein::Saying;
    return {
        {"words", [](const Saying& s) { return qstring(readingOf(s).words); }},
        {"runs", [](const Saying& s) {
             const auto reading = readingOf(s);
             return QVariant::fromValue(litRuns(reading.words, {reading.predicate}));
         }},
        {"sentence", [](const Saying& s) { return qstring(s.text); }},
        {"documentId", [](const Saying& s) { return idText(s.document); }},
        {"sourceTitle", [](const Saying& s) { return qstring(s.documentTitle); }},
        {"sourceDate", [](const Saying& s) { return edtfText(qstring(s.documentPublished)); }},
        {"begin", [](const Saying& s) { return int(s.sentence.begin); }},
        {"end", [](const Saying& s) { return int(s.sentence.end); }},
    };
}

std::vector<RowModel<Inspector::QuoteRow>::Role> quoteRowRoles(const Session& session)
{
    auto roles = quoteRoles<Inspector::QuoteRow>(session);
    roles.push_back({"pair", [](const Inspector::QuoteRow& q) { return q.pair; }});
    return roles;
}

// The first of a run of equals carries the heading.
template <typename Row, typename Value, typename Key>
std::vector<Row> grouped(std::vector<Value> values, Key key)
{
    std::vector<Row> rows;
    rows.reserve(values.size());
    for (auto& value : values) {
        const bool isFirst = rows.empty() || key(rows.back()) != key(value);
        rows.push_back({std::move(value), isFirst});
    }
    return rows;
}

} // namespace

Inspector::Inspector(Session& session, QObject* parent)
    : QObject(parent), m_session(session), m_neighbours(neighbourRoles()), m_places(placeRoles()),
      m_facts(quoteRoles<Quote>(session)), m_sayings(sayingRoles()), m_quotes(quoteRowRoles(session)),
      m_members({{"entity", [](const MemberRow& m) { return m.entity; }},
                 {"name", [](const MemberRow& m) { return m.name; }},
                 {"type", [](const MemberRow& m) { return m.type; }}})
{
}

void Inspector::follow(const Exploration& exploration)
{
    m_exploration = &exploration;
    connect(&exploration, &Exploration::foldingChanged, this, &Inspector::reload);
}

QString Inspector::nameIn(const QString& entity) const
{
    const auto id = skein::entityIdFrom(utf8(entity));
    if (m_exploration && id && !m_exploration->folding().membersOf(*id).empty())
        return m_exploration->graph().nameOf(entity);
    return m_session.nameOf(entity);
}

void Inspector::takeMembers(const Place& place)
{
    const auto id = skein::entityIdFrom(utf8(place.entity));
    std::vector<skein::EntityId> members;
    if (m_exploration && place.kind == Entity && id)
        members = m_exploration->folding().membersOf(*id);
    m_memberCount = int(members.size());
    members.resize(std::min(members.size(), shownMembers));
    std::vector<MemberRow> rows;
    for (const auto member : members)
        rows.push_back({idText(member), m_session.nameOf(idText(member)), m_session.typeOf(idText(member))});
    m_members.setRows(std::move(rows));
}

void Inspector::showEntity(const QString& entity)
{
    if (entity.isEmpty())
        clear();
    else
        go({Entity, entity, {}, {}});
}

void Inspector::showConnection(const QString& entity, const QString& other, const QString& relation)
{
    go({Connection, entity, other, relation});
}

void Inspector::clear()
{
    go({});
}

void Inspector::goBack()
{
    if (canGoBack())
        load(m_trail[--m_at]);
}

void Inspector::goForward()
{
    if (canGoForward())
        load(m_trail[++m_at]);
}

void Inspector::go(const Place& place)
{
    if (place == m_wanted)
        return;
    if (place.kind != Nothing) {
        m_trail.resize(m_at + 1);
        m_trail.append(place);
        m_at = m_trail.size() - 1;
    }
    load(place);
}

void Inspector::reload()
{
    if (m_wanted.kind != Nothing)
        load(m_wanted);
}

void Inspector::load(const Place& place)
{
    const auto ticket = ++m_ticket;
    m_wanted = place;
    const auto id = skein::entityIdFrom(utf8(place.entity));
    const auto other = skein::entityIdFrom(utf8(place.other));
    if (place.kind == Entity && id) {
        setLoading(true);
        m_session.reader.run([id = *id](skein::Library& library) { return library.entity(id); })
            .then(this, [this, ticket, place](skein::Result<skein::EntityDetails> details) {
                if (ticket != m_ticket)
                    return;
                if (!details) // it is gone: a source was removed or a name merged
                    return arrive({});
                m_aliases.clear();
                for (const auto& alias : details->aliases)
                    m_aliases.append(qstring(alias));
                m_mentions = int(details->mentions);
                m_documents = int(details->documents);
                m_session.names[place.entity] = {qstring(details->name), qstring(details->type)};
                m_neighbours.setRows(grouped<NeighbourRow>(std::move(details->neighbours),
                                                           [](const skein::Neighbour& n) { return n.label; }), page);
                m_places.setRows(grouped<PlaceRow>(std::move(details->places),
                                                   [](const skein::MentionPlace& p) { return p.document; }));
                m_facts.setRows(std::move(details->facts), page);
                m_sayings.setRows(std::move(details->sayings));
                m_quotes.setRows({});
                arrive(place);
            });
    } else if (place.kind == Connection && id && other) {
        setLoading(true);
        loadQuotes(place, ticket);
    } else {
        arrive({});
    }
}

// Of an edge that stands for several, the quotes of all of them: who with whom, the most quotes first.
void Inspector::loadQuotes(const Place& place, quint64 ticket)
{
    const auto a = *skein::entityIdFrom(utf8(place.entity)), b = *skein::entityIdFrom(utf8(place.other));
    auto all = m_exploration && place.relation.isEmpty()
                   ? behind(*m_exploration->library(), m_exploration->folding(), a, b, shownQuotes) : Behind();
    const bool isOne = all.pairs.empty();
    if (isOne)
        all.pairs.emplace_back(a, b);
    m_session.reader
        .run([pairs = all.pairs, relation = utf8(place.relation)](skein::Library& library) -> skein::Result<std::vector<std::vector<skein::Quote>>> {
            std::vector<std::vector<skein::Quote>> quotes; // beside the pairs
            for (const auto& [from, to] : pairs) {
                auto between = library.quotes(from, to, relation);
                if (!between)
                    return std::unexpected(between.error());
                quotes.push_back(std::move(*between));
            }
            return quotes;
        })
        .then(this, [this, ticket, place, all, isOne](skein::Result<std::vector<std::vector<skein::Quote>>> quotes) {
            if (ticket != m_ticket)
                return;
            std::vector<QuoteRow> rows;
            std::size_t left = all.left;
            for (std::size_t i = 0; quotes && i < quotes->size(); ++i) {
                const auto& [from, to] = all.pairs[i];
                const auto pair = isOne ? QString() : tr("%1 – %2").arg(m_session.nameOf(idText(from)), m_session.nameOf(idText(to)));
                for (auto& quote : (*quotes)[i]) {
                    if (isOne || rows.size() < shownQuotes)
                        rows.push_back({std::move(quote), pair});
                    else
                        ++left;
                }
            }
            if (rows.empty())
                return arrive({});
            m_neighbours.setRows({});
            m_places.setRows({});
            m_facts.setRows({});
            m_sayings.setRows({});
            m_quotes.setRows(std::move(rows));
            m_quotesLeft = int(left);
            arrive(place);
        });
}

void Inspector::arrive(const Place& place)
{
    const bool hasMoved = place != m_shown;
    m_shown = place;
    m_wanted = place;
    if (place.kind == Nothing) {
        m_neighbours.setRows({});
        m_places.setRows({});
        m_facts.setRows({});
        m_sayings.setRows({});
        m_quotes.setRows({});
    }
    if (place.kind != Connection)
        m_quotesLeft = 0;
    takeMembers(place);
    setLoading(false);
    emit changed();
    if (hasMoved)
        emit selectionChanged();
}

void Inspector::showMoreNeighbours()
{
    m_neighbours.showMore(page);
    emit changed();
}

void Inspector::showMoreFacts()
{
    m_facts.showMore(page);
    emit changed();
}

QList<Inspector::Stop> Inspector::stops() const
{
    QList<Stop> stops;
    for (const auto& quote : m_quotes.rows())
        stops.append({idText(quote.document), int(quote.span.begin), int(quote.span.end)});
    for (const auto& place : m_places.rows())
        stops.append({idText(place.document), int(place.span.begin), int(place.span.end)});
    return stops;
}

void Inspector::setLoading(bool isLoading)
{
    if (isLoading == m_isLoading)
        return;
    m_isLoading = isLoading;
    emit loadingChanged();
}
