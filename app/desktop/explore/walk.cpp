// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/explore/walk.h"

#include "app/desktop/convert.h"

Walk::Walk(Session& session, skein::GraphModel& graph, QObject* parent) : QObject(parent), m_session(session), m_graph(graph)
{
    // The ways were those of what was selected then.
    connect(&graph, &skein::GraphModel::selectionChanged, this, &Walk::stop);
    connect(&graph, &skein::GraphModel::graphChanged, this, &Walk::stop);
    connect(&graph, &skein::GraphModel::visibilityChanged, this, &Walk::stop);
}

bool Walk::takeKey(int key, int modifiers)
{
    if (modifiers & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    switch (key) {
    case Qt::Key_BracketRight:
    case Qt::Key_PageDown: return turn(1);
    case Qt::Key_BracketLeft:
    case Qt::Key_PageUp: return turn(-1);
    case Qt::Key_Down: return step(1);
    case Qt::Key_Up: return step(-1);
    case Qt::Key_Return:
    case Qt::Key_Enter: return go();
    case Qt::Key_Backspace: return goBack();
    case Qt::Key_Home: return goHome();
    case Qt::Key_Escape: return stop();
    default: return false;
    }
}

const skein::GraphEdge& Walk::edge() const { return m_graph.scene().graph.edges[m_ways[m_way].edges[m_at]]; }

std::uint32_t Walk::other() const { return m_ways[m_way].isOutgoing ? edge().target : edge().source; }

bool Walk::begin()
{
    const auto node = m_graph.state().selectedNode;
    if (!node) {
        emit announced(tr("Nothing is selected; Home selects the most important entity."));
        return false;
    }
    m_ways = waysFrom(m_graph.scene(), m_graph.state(), *node);
    m_way = m_at = 0;
    if (m_ways.empty())
        emit announced(tr("%1 has no relations here.").arg(m_graph.selectedName()));
    return !m_ways.empty();
}

bool Walk::turn(int by)
{
    if (m_ways.empty()) {
        if (!begin())
            return true;
        if (by < 0)
            m_way = m_ways.size() - 1;
    } else {
        m_way = (m_way + m_ways.size() + std::size_t(by)) % m_ways.size();
    }
    m_at = 0;
    point();
    return true;
}

bool Walk::step(int by)
{
    if (m_ways.empty())
        return false;
    const auto count = m_ways[m_way].edges.size();
    m_at = (m_at + count + std::size_t(by)) % count;
    point();
    return true;
}

// Lights up where the walk points to, and says it together with its first quote.
void Walk::point()
{
    m_graph.hover(other(), std::nullopt);
    const auto& graph = m_graph.scene().graph;
    const auto& relation = graph.relationOf(edge());
    m_hint = m_ways[m_way].isOutgoing ? tr("%1 → %2") : tr("%2 → %1");
    m_hint = m_hint.arg(qstring(relation.label), qstring(graph.nodes[other()].name)) + QStringLiteral("   ·   ") +
             tr("%1 of %2, relation %3 of %4").arg(m_at + 1).arg(m_ways[m_way].edges.size()).arg(m_way + 1).arg(m_ways.size());
    emit hintChanged();
    emit seen(idText(graph.nodes[other()].id));
    const bool isNewWay = m_at == 0;
    const auto ticket = ++m_ticket;
    m_session.reader
        .run([a = graph.nodes[edge().source].id, b = graph.nodes[edge().target].id, id = relation.id](skein::Library& library) {
            return library.quoteOf(a, b, id);
        })
        .then(this, [this, ticket, isNewWay](const skein::Result<std::optional<skein::Quote>>& quote) {
            if (ticket == m_ticket && !m_ways.empty())
                say(isNewWay, quote && *quote ? qstring((*quote)->text) : QString());
        });
}

void Walk::say(bool isNewWay, const QString& quote)
{
    const auto& graph = m_graph.scene().graph;
    const auto& way = m_ways[m_way];
    const auto& node = graph.nodes[other()];
    const auto count = [](std::size_t number, const QString& one, const QString& many) { return number == 1 ? one : many.arg(number); };
    QString words;
    if (isNewWay) {
        const auto label = qstring(graph.relationOf(edge()).label);
        words = (way.isOutgoing ? tr("Relation %1 of %2: %3, %4. ") : tr("Relation %1 of %2: %3, from the other end, %4. "))
                    .arg(m_way + 1)
                    .arg(m_ways.size())
                    .arg(label, count(way.edges.size(), tr("1 entity"), tr("%1 entities")));
    }
    words += tr("%1, %2, %3 of %4, %5.")
                 .arg(qstring(node.name), m_session.typeLabel(qstring(node.type)))
                 .arg(m_at + 1)
                 .arg(way.edges.size())
                 .arg(count(edge().claims, tr("1 quote"), tr("%1 quotes")));
    if (!quote.isEmpty())
        words += tr(" “%1”").arg(quote);
    emit announced(words);
}

bool Walk::go()
{
    if (m_ways.empty())
        return false;
    const auto to = other();
    m_passed.append(m_graph.selectedEntity());
    stop();
    m_graph.selectNode(to);
    m_graph.activateSelected();
    emit seen(m_graph.selectedEntity());
    return true;
}

bool Walk::goBack()
{
    while (!m_passed.isEmpty()) {
        const auto entity = m_passed.takeLast();
        if (const auto node = m_graph.indexOf(entity); !node || m_graph.state().isHidden(*node))
            continue;
        stop();
        m_graph.select(entity);
        m_graph.activateSelected();
        emit seen(entity);
        return true;
    }
    emit announced(tr("There is nothing to go back to."));
    return true;
}

bool Walk::goHome()
{
    stop();
    if (const auto node = mostImportant(m_graph.scene(), m_graph.state())) {
        m_graph.selectNode(*node);
        emit seen(m_graph.selectedEntity());
    }
    return true;
}

// False when nobody was walking.
bool Walk::stop()
{
    ++m_ticket;
    if (m_ways.empty())
        return false;
    m_ways.clear();
    m_hint.clear();
    m_graph.hover(std::nullopt, std::nullopt);
    emit hintChanged();
    return true;
}
