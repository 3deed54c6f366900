// SPDX-License-Identifier: GPL-3.0-or-later
// What analysis says of the whole library: its groups, what bridges them, how much each node matters. Computed on the pool
// when it is first wanted and kept until the library changes; answers about an older one are dropped. GUI thread.
#pragma once

#include "app/desktop/explore/exploration.h"
#include "core/graph/analysis/centrality.h"
#include "core/graph/analysis/gaps.h"
#include "core/graph/scene/looks.h"

#include <QObject>

#include <array>
#include <memory>

class Analysis : public QObject {
    Q_OBJECT

public:
    explicit Analysis(Exploration& exploration, QObject* parent = nullptr);
    ~Analysis() override;

    // Each is beside the nodes of library(), and null until it is known; asking for it begins the work, and changed() tells
    // when it is there. Numbers of groups stay with their members while the library grows.
    std::shared_ptr<const skein::Communities> groups();
    std::shared_ptr<const skein::Insights> insights();
    std::shared_ptr<const skein::Centrality> measured(skein::Measure measure);
    std::shared_ptr<const std::vector<skein::NodeClaims>> claims();

    const skein::Scene& library() const { return *m_library; }
    // The index in library() of each node of a picture, or ~0 where it has none. Both are sorted by id.
    std::vector<std::uint32_t> indicesIn(const skein::Graph& picture) const;
    bool isBusy() const { return m_running > 0; }

    // For Computation. Until resume() nothing more begins; what was asked for and is not known can be asked for again then.
    quint64 cause() const { return m_cause; }
    void halt();
    void resume() { m_isHalted = false; }

signals:
    void changed();
    void busyChanged();
    void halted();

private:
    // A value and whether it was asked for.
    template <typename Value>
    struct Kept {
        std::shared_ptr<const Value> value;
        bool isAsked = false;
    };

    void takeLibrary();
    void drop();
    template <typename Value, typename Work>
    std::shared_ptr<const Value> get(Kept<Value>& kept, Work work);

    Exploration& m_exploration;
    std::shared_ptr<const skein::Scene> m_library;
    std::shared_ptr<skein::Cancel> m_cancel;
    skein::GroupNumbers m_numbers; // of the groups that were shown last
    Kept<skein::Communities> m_groups;
    Kept<skein::Insights> m_insights;
    std::array<Kept<skein::Centrality>, 5> m_measured;
    Kept<std::vector<skein::NodeClaims>> m_claims;
    quint64 m_ticket = 0;
    quint64 m_cause = 0;
    int m_running = 0;
    bool m_isHalted = false;
};
