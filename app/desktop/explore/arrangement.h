// SPDX-License-Identifier: GPL-3.0-or-later
// Layouts for reading one thing: who is above whom, what is around one, what came when. It watches the view: when that asks
// for one of them, the picture's nodes are moved there, and again when others come in. Computed on the pool; GUI thread.
#pragma once

#include "app/desktop/explore/exploration.h"
#include "app/desktop/row-model.h"
#include "core/graph/layout/timeline.h"

#include <QObject>
#include <qqmlintegration.h>

class Arrangement : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the workspace has one")
    Q_PROPERTY(Kind kind READ kind NOTIFY changed)
    Q_PROPERTY(QString centreName READ centreName NOTIFY changed) // what a radial layout is around
    Q_PROPERTY(bool isBusy READ isBusy NOTIFY busyChanged)
    // Of the layout by time, in world units; empty for the others. Roles: place, room, label; and laneTop, laneBottom, label.
    Q_PROPERTY(QAbstractItemModel* ticks READ ticks CONSTANT)
    Q_PROPERTY(QAbstractItemModel* lanes READ lanes CONSTANT)
    Q_PROPERTY(bool hasAxis READ hasAxis NOTIFY axisChanged)

public:
    enum Kind { Force, Hierarchy, Radial, Time }; // in the order of skein::LayoutKind
    Q_ENUM(Kind)

    struct Lane {
        float top = 0;
        float bottom = 0;
        QString label;
    };

    Arrangement(Session& session, Exploration& exploration, QObject* parent = nullptr);
    ~Arrangement() override;

    Kind kind() const { return Kind(m_exploration.view().layout); }
    QString centreName() const;
    bool isBusy() const { return m_isBusy; }
    QAbstractItemModel* ticks() { return &m_ticks; }
    QAbstractItemModel* lanes() { return &m_lanes; }
    bool hasAxis() const { return m_ticks.rowCount() > 0; }

    // For Computation.
    quint64 cause() const { return m_cause; }
    void halt(); // what is computed is dropped; the picture has not moved yet
    // After that, and after the step was taken back if it could be: a view that still asks for what was stopped asks no more.
    void fallBack(bool isTakenBack);

public slots:
    // A step of the view. Radial: around what is selected, else around the most mentioned.
    void choose(Arrangement::Kind kind);
    void arrangeAround(const QString& entity);

signals:
    void changed();
    void busyChanged();
    void axisChanged();

private:
    struct Wanted {
        skein::LayoutKind kind = skein::LayoutKind::force;
        std::optional<skein::EntityId> centre;
        std::shared_ptr<const skein::Scene> scene;

        bool operator==(const Wanted&) const = default;
    };

    void refresh();
    void arrange();
    void takeAxis(const skein::TimelineDrawing& drawing, const std::vector<std::string>& laneTypes);
    void setBusy(bool isBusy);

    Session& m_session;
    Exploration& m_exploration;
    Wanted wanted() const;

    Wanted m_wanted;
    Wanted m_arranged; // as the picture is
    bool m_isHalted = false;  // no layout begins
    bool m_isHalting = false; // between halt() and fallBack()
    quint64 m_cause = 0;
    std::shared_ptr<skein::Cancel> m_cancel;
    quint64 m_ticket = 0;
    bool m_isBusy = false;
    RowModel<skein::TimelineTick> m_ticks;
    RowModel<Lane> m_lanes;
};
