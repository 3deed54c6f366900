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
    m_last = Last::pushed;
    ++m_stamp;
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
    m_last = Last::none;
    ++m_stamp;
    emit changed();
}

void History::revert(bool isForgotten)
{
    m_series.clear();
    m_last = Last::undone;
    ++m_stamp;
    const auto action = m_steps[--m_at].undo;
    if (isForgotten)
        m_steps.resize(m_at);
    emit changed();
    action();
}

bool History::takeBack()
{
    const auto last = m_last;
    if (last == Last::none)
        return false;
    if (last == Last::undone)
        redo();
    else
        revert(last == Last::pushed);
    m_last = Last::none;
    return true;
}

void History::undo()
{
    if (canUndo())
        revert(false);
}

void History::redo()
{
    if (!canRedo())
        return;
    m_series.clear();
    m_last = Last::redone;
    ++m_stamp;
    const auto action = m_steps[m_at++].redo;
    emit changed();
    action();
}
