// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/explore/computation.h"

#include <algorithm>
#include <vector>

namespace {

constexpr int outcomeMilliseconds = 8000;

} // namespace

Computation::Computation(History& history, Parts parts, QObject* parent) : QObject(parent), m_history(history), m_parts(parts)
{
    m_outcomeStays.setSingleShot(true);
    m_outcomeStays.setInterval(outcomeMilliseconds);
    connect(&m_outcomeStays, &QTimer::timeout, this, [this] {
        m_outcome.clear();
        emit outcomeChanged();
    });
    connect(&parts.exploration.graph(), &skein::GraphModel::layoutChanged, this, &Computation::notice);
    connect(&parts.exploration, &Exploration::settledChanged, this, &Computation::notice);
    connect(&parts.exploration, &Exploration::contentsChanged, this, &Computation::notice);
    connect(&parts.arrangement, &Arrangement::busyChanged, this, &Computation::notice);
    connect(&parts.analysis, &Analysis::busyChanged, this, &Computation::notice);
    connect(&parts.paths, &Paths::changed, this, &Computation::notice);
}

bool Computation::isRunning() const
{
    return m_parts.exploration.isMaking() || m_parts.arrangement.isBusy() || m_parts.analysis.isBusy() || m_parts.paths.isBusy();
}

QString Computation::status() const
{
    if (m_parts.exploration.graph().isLayingOut() || m_parts.arrangement.isBusy())
        return tr("Laying out the graph…");
    if (m_parts.paths.isBusy())
        return tr("Looking for ways…");
    if (m_parts.analysis.isBusy())
        return tr("Computing what the graph tells…");
    return {};
}

void Computation::notice()
{
    if (isRunning() == m_wasRunning)
        return;
    m_wasRunning = !m_wasRunning;
    emit changed();
}

void Computation::stop()
{
    if (!isRunning())
        return;
    auto& [exploration, arrangement, analysis, lens, paths] = m_parts;
    std::vector<quint64> causes;
    if (exploration.isMaking())
        causes.push_back(exploration.cause());
    if (arrangement.isBusy())
        causes.push_back(arrangement.cause());
    if (analysis.isBusy())
        causes.push_back(analysis.cause());
    if (paths.isBusy())
        causes.push_back(paths.cause());
    arrangement.halt();
    analysis.halt();
    paths.halt();
    const bool isTakenBack = std::ranges::contains(causes, m_history.stamp()) && m_history.takeBack();
    if (!isTakenBack)
        exploration.stopLayout();
    arrangement.fallBack(isTakenBack);
    paths.fallBack();
    lens.fallBack();
    analysis.resume();
    m_outcome = tr("Stopped; the picture stays as it was");
    m_outcomeStays.start();
    emit outcomeChanged();
    emit stopped(m_outcome);
    notice();
}
