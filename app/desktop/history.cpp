// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/history.h"

void History::push(Step step, const QString& series)
{
    m_steps.resize(m_at);
    if (!series.isEmpty() && series == m_series)
        m_steps.back().redo = std::move(step.redo);
    else
        m_steps.push_back(std::move(step));
    m_series = series;
    m_at = m_steps.size();
    emit changed();
}

void History::precede(std::vector<Step> past, std::vector<Step> future)
{
    if (m_steps.empty())
        m_steps = std::move(future);
    m_at += past.size();
    m_steps.insert(m_steps.begin(), std::make_move_iterator(past.begin()), std::make_move_iterator(past.end()));
    emit changed();
}

void History::clear()
{
    m_steps.clear();
    m_series.clear();
    m_at = 0;
    emit changed();
}

void History::undo()
{
    if (!canUndo())
        return;
    m_series.clear();
    const auto action = m_steps[--m_at].undo;
    emit changed();
    action();
}

void History::redo()
{
    if (!canRedo())
        return;
    m_series.clear();
    const auto action = m_steps[m_at++].redo;
    emit changed();
    action();
}
