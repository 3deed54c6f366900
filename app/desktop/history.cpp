// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/history.h"

void History::push(Step step)
{
    m_steps.resize(m_at);
    m_steps.push_back(std::move(step));
    m_at = m_steps.size();
    emit changed();
}

void History::clear()
{
    m_steps.clear();
    m_at = 0;
    emit changed();
}

void History::undo()
{
    if (!canUndo())
        return;
    const auto action = m_steps[--m_at].undo;
    emit changed();
    action();
}

void History::redo()
{
    if (!canRedo())
        return;
    const auto action = m_steps[m_at++].redo;
    emit changed();
    action();
}
