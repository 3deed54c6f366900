// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/search.h"

#include "app/desktop/convert.h"

namespace {

constexpr std::size_t hitLimit = 20;
constexpr std::size_t entityLimit = 6;

std::vector<RowModel<Search::Result>::Role> resultRoles()
{
    using Row = Search::Result;
    return {
        {"isEntity", [](const Row& r) { return r.isEntity; }},
        {"target", [](const Row& r) { return r.id; }},
        {"title", [](const Row& r) { return r.title; }},
        {"type", [](const Row& r) { return r.type; }},
        {"detail", [](const Row& r) { return r.detail; }},
        {"snippet", [](const Row& r) { return r.snippet; }},
        {"begin", [](const Row& r) { return r.begin; }},
        {"end", [](const Row& r) { return r.end; }},
        {"section", [](const Row& r) { return r.isEntity ? Search::tr("Names") : Search::tr("In the sources"); }},
    };
}

QString lit(const std::string& snippet, const std::vector<skein::Span>& matches)
{
    QString styled;
    std::size_t at = 0;
    const auto plain = [&](std::size_t to) {
        styled += qstring(std::string_view(snippet).substr(at, to - at)).toHtmlEscaped().replace(u'\n', u' ');
        at = to;
    };
    for (auto match : matches) {
        if (match.begin < at || match.end > snippet.size() || match.begin > match.end)
            continue;
        plain(match.begin);
        styled += QStringLiteral("<b>");
        plain(match.end);
        styled += QStringLiteral("</b>");
    }
    plain(snippet.size());
    return styled;
}

} // namespace

Search::Search(Session& session, QObject* parent) : QObject(parent), m_session(session), m_results(resultRoles())
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(80);
    connect(&m_pause, &QTimer::timeout, this, &Search::ask);
}

void Search::setQuery(const QString& query)
{
    if (query == m_query)
        return;
    m_query = query;
    ++m_ticket;
    m_hasAnswer = false;
    emit queryChanged();
    if (query.trimmed().isEmpty()) {
        m_pause.stop();
        m_results.setRows({});
        emit answered();
    } else {
        m_pause.start();
    }
}

void Search::ask()
{
    const auto ticket = ++m_ticket;
    m_session.reader
        .run([query = utf8(m_query)](skein::Library& library) { return library.search(query, hitLimit); })
        .then(this, [this, ticket](skein::Result<skein::SearchAnswer> answer) {
            if (ticket != m_ticket)
                return;
            std::vector<Result> rows;
            if (answer) {
                for (const auto& entity : answer->entities) {
                    if (rows.size() == entityLimit)
                        break;
                    auto detail = m_session.typeLabel(qstring(entity.type));
                    if (!entity.matched.empty() && entity.matched != entity.name)
                        detail = tr("also “%1” · %2").arg(qstring(entity.matched), detail);
                    rows.push_back({true, idText(entity.id), qstring(entity.name), qstring(entity.type),
                                    detail + QStringLiteral(" · ") + (entity.mentions == 1 ? tr("1 mention") : tr("%L1 mentions").arg(entity.mentions)), {}, 0, 0});
                }
                for (const auto& hit : answer->hits)
                    rows.push_back({false, idText(hit.document), qstring(hit.documentTitle), {}, {},
                                    lit(hit.snippet, hit.matches), int(hit.span.begin), int(hit.span.end)});
            }
            m_hasAnswer = true;
            m_results.setRows(std::move(rows));
            emit answered();
        });
}
