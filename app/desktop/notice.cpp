// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/notice.h"

void Notice::showError(const QString& text, const QString& detail, const QString& actionText, std::function<void()> action)
{
    m_text = text;
    m_detail = detail == text ? QString() : detail;
    m_actionText = actionText;
    m_action = std::move(action);
    m_isError = true;
    emit changed();
}

void Notice::showDone(const QString& text, const QString& actionText, std::function<void()> action)
{
    m_text = text;
    m_detail.clear();
    m_actionText = actionText;
    m_action = std::move(action);
    m_isError = false;
    emit changed();
}

void Notice::dismiss()
{
    m_text.clear();
    m_action = {};
    m_actionText.clear();
    emit changed();
}

void Notice::act()
{
    const auto action = m_action;
    dismiss();
    if (action)
        action();
}
