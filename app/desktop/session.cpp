// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/session.h"

#include "app/desktop/convert.h"
#include "core/graph/view/contents.h"

namespace {

const skein::GraphNode* find(const skein::Graph& graph, const QString& entity)
{
    const auto id = skein::entityIdFrom(utf8(entity));
    const auto index = id ? skein::indexOf(graph, *id) : std::nullopt;
    return index ? &graph.nodes[*index] : nullptr;
}

} // namespace

QString Session::nameOf(const QString& entity) const
{
    const auto* node = find(*graph, entity);
    return node ? qstring(node->name) : names.value(entity).name;
}

QString Session::typeOf(const QString& entity) const
{
    const auto* node = find(*graph, entity);
    return node ? qstring(node->type) : names.value(entity).type;
}

QString Session::typeLabel(const QString& type) const
{
    if (engine) {
        for (const auto& known : engine->entityTypes()) {
            if (qstring(known.id) == type)
                return qstring(known.label);
        }
    }
    return type.left(1).toUpper() + type.mid(1);
}

QString Session::typePlural(const QString& type) const
{
    if (engine) {
        for (const auto& known : engine->entityTypes()) {
            if (qstring(known.id) == type)
                return qstring(known.plural);
        }
    }
    return typeLabel(type);
}

QString Session::whyRule(const std::string& rule) const
{
    return engine ? qstring(engine->describeRule(rule)) : QString();
}
