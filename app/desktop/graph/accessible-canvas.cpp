// SPDX-License-Identifier: GPL-3.0-or-later
#include "accessible-canvas.h"

#include "graph-item.h"

#include <QAccessible>
#include <QCoreApplication>
#include <QHash>
#include <QQuickWindow>
#include <QtQuick/private/qaccessiblequickitem_p.h>

#include <algorithm>

namespace skein {

namespace {

constexpr std::size_t mostChildren = 300;

QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

QRect onScreen(const GraphItem& item, const QRectF& place)
{
    return QRectF(item.mapToGlobal(place.topLeft()), place.size()).toRect();
}

// A node that the canvas shows. It is asked anew each time: the graph may have changed since.
class NodeAccessible : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    NodeAccessible(GraphItem* item, QString entity) : m_item(item), m_entity(std::move(entity)) {}

    bool isValid() const override { return node().has_value(); }
    QObject* object() const override { return nullptr; }
    QWindow* window() const override { return m_item ? m_item->window() : nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    QAccessibleInterface* parent() const override { return m_item ? QAccessible::queryAccessibleInterface(m_item.data()) : nullptr; }
    QAccessibleInterface* child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    void setText(QAccessible::Text, const QString&) override {}
    QAccessible::Role role() const override { return QAccessible::ListItem; }

    QString text(QAccessible::Text what) const override
    {
        const auto index = node();
        if (!index)
            return {};
        const Scene& scene = m_item->model()->scene();
        if (what == QAccessible::Name)
            return skein::text(scene.graph.nodes[*index].name);
        if (what != QAccessible::Description)
            return {};
        const auto links = scene.adjacency.degree(*index);
        const auto connections = links == 1 ? QCoreApplication::translate("GraphItem", "1 connection")
                                            : QCoreApplication::translate("GraphItem", "%1 connections").arg(links);
        return skein::text(scene.graph.nodes[*index].type) + QStringLiteral(", ") + connections;
    }

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QPointF centre = m_item->positionOf(m_entity);
        const double radius = static_cast<double>(screenRadius(m_item->model()->scene().radii[*node()], m_item->camera().zoom));
        return onScreen(*m_item, QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius));
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        const auto index = node();
        state.invalid = !index;
        state.selectable = state.focusable = true;
        if (!index)
            return state;
        state.selected = m_item->model()->state().selectedNode == index;
        state.focused = state.selected && m_item->hasActiveFocus();
        state.offscreen = !m_item->boundingRect().contains(m_item->positionOf(m_entity));
        state.invisible = m_item->model()->state().isHidden(*index);
        return state;
    }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
    }
    QStringList actionNames() const override { return {pressAction()}; }
    QStringList keyBindingsForAction(const QString&) const override { return {}; }
    void doAction(const QString& name) override
    {
        if (name != pressAction() || !isValid())
            return;
        m_item->model()->select(m_entity);
        m_item->model()->activateSelected();
    }

    const QString& entity() const { return m_entity; }

private:
    std::optional<std::uint32_t> node() const { return m_item && m_item->model() ? m_item->model()->indexOf(m_entity) : std::nullopt; }

    QPointer<GraphItem> m_item;
    QString m_entity;
};

class CanvasAccessible : public QAccessibleQuickItem {
public:
    explicit CanvasAccessible(GraphItem* item) : QAccessibleQuickItem(item) {}
    ~CanvasAccessible() override
    {
        for (const auto id : m_ids)
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return static_cast<int>(inSight().size()); }
    QAccessibleInterface* child(int index) const override
    {
        const auto nodes = inSight();
        return index < 0 || index >= static_cast<int>(nodes.size()) ? nullptr : interfaceOf(nodes[static_cast<std::size_t>(index)]);
    }
    int indexOfChild(const QAccessibleInterface* child) const override
    {
        const auto* wanted = dynamic_cast<const NodeAccessible*>(child);
        const auto index = wanted && canvas().model() ? canvas().model()->indexOf(wanted->entity()) : std::nullopt;
        const auto nodes = inSight();
        const auto found = index ? std::ranges::find(nodes, *index) : nodes.end();
        return found == nodes.end() ? -1 : static_cast<int>(found - nodes.begin());
    }
    QAccessibleInterface* childAt(int x, int y) const override
    {
        for (const auto node : inSight()) {
            auto* child = interfaceOf(node);
            if (child->rect().contains(x, y))
                return child;
        }
        return nullptr;
    }

private:
    GraphItem& canvas() const { return static_cast<GraphItem&>(*item()); }

    std::vector<std::uint32_t> inSight() const
    {
        std::vector<std::uint32_t> nodes;
        const auto* model = canvas().model();
        if (!model)
            return nodes;
        const auto& positions = model->positions();
        const Rect seen = canvas().camera().visibleWorld();
        for (const NodeMark& mark : canvas().displayed().nodes) {
            if (mark.isDecoration || mark.node >= positions.size() || model->state().isHidden(mark.node))
                continue;
            const Point at = positions[mark.node];
            if (at.x >= seen.left && at.x <= seen.right && at.y >= seen.top && at.y <= seen.bottom)
                nodes.push_back(mark.node);
        }
        const auto& importance = model->scene().importance;
        std::ranges::sort(nodes, [&](auto a, auto b) { return importance[a] != importance[b] ? importance[a] > importance[b] : a < b; });
        nodes.resize(std::min(nodes.size(), mostChildren));
        return nodes;
    }

    QAccessibleInterface* interfaceOf(std::uint32_t node) const
    {
        const auto entity = skein::text(toString(canvas().model()->scene().graph.nodes[node].id));
        if (const auto known = m_ids.constFind(entity); known != m_ids.constEnd())
            return QAccessible::accessibleInterface(*known);
        auto* made = new NodeAccessible(&canvas(), entity); // QAccessible owns what is registered
        m_ids.insert(entity, QAccessible::registerAccessibleInterface(made));
        return made;
    }

    mutable QHash<QString, QAccessible::Id> m_ids; // of the children that somebody asked for
};

QAccessibleInterface* interfaceFor(const QString&, QObject* object)
{
    auto* item = qobject_cast<GraphItem*>(object);
    return item ? new CanvasAccessible(item) : nullptr;
}

} // namespace

void makeCanvasAccessible()
{
    static const bool isDone = [] {
        QAccessible::installFactory(&interfaceFor);
        return true;
    }();
    static_cast<void>(isDone);
}

} // namespace skein
